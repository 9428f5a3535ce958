"""How a verb is found inside a clause that opens with none: behind 对…, 由…, figures, funds.

Built, as ``measures_patterns`` is, from the words of ``builder.lexicon.verbs``.
"""

import re
from functools import cache

from builder.extract import measures_moving as moving
from builder.extract import measures_patterns as patterns
from builder.lexicon.alternatives import begins, holds
from builder.lexicon.verbs import adverbs, qualifiers, verb_pattern, verb_words, verbs

__all__ = [
    "behind",
    "figure",
    "inside",
    "qualified",
]

# 补偿由三个渠道改为两个渠道
_BECOMES = "改为|调整为|变更为|转为|放宽[至到]|提高[至到]|扩大[至到]|延长[至到]|[降增升缩]至"
# 工作年限合并计算为企业的工作年限
_COUNTED_AS = r"[^\s将把以]{4,60}?(?P<verb>合并计算|计算|折算)为(?!主)\S\S"
_TOLD = "(?:情况|结果|进展|总结|材料|名单|信息|数据|问题|事项|意见|报告)"
_TELLS = "报送|报告|上报|通报|抄报|反馈"
_TO_WHOM = "[省市县区国本各有相上医企学单当申]"
# 纯电动货车不受约束, 不纳入总量
_NOT = "受|设|收取?|限行|作为|[纳计列]入"
# 信息系统与省级平台对接; partners 深度对接 in a row are moved together
_TIED = r"\S{2,60}(?<!参)与\S{1,40}?(?P<verb>挂钩|衔接|(?<!深度)对接|互联互通)$"
# 平原地区散煤基本清零
_ALL_OF_IT = (
    rf"{holds('清达消建完覆淘退关取')}\S{{2,60}}?(?:基本|全部|全面|逐步|如期)"
    r"(?P<verb>清零|达标|消除|建成|完成|覆盖|淘汰|退出|关停|取缔)$"
)
_BOUND_UP = r"\S{0,8}?与\S{2,60}(?:紧密|有机|密切|充分)(?P<verb>结合)$"  # 同时与评审紧密结合

# 达到70%以上, 不超过40米, 控制在20%-30%之间
_REACH = (
    r"(?P<verb>达到|达|提高(?=[到至\d])|提升(?=[到至\d])|增长|增至|(?<=再)降|上浮|下浮|上调|下调|降至|下降|降低|减少|增加|控制(?=在)|保持(?=在)"
    r"|稳定(?=在)|(?:压缩|缩短|压减|缩小|扩大|扩展)(?=[到至\d])|翻|不低于|不少于|不高于|不超过|(?<!不)(?:超过|低于|高于)|突破|覆盖|占|实现|新增|削减|形成(?=\S{0,8}(?:能力|规模|产能))|完成|建成(?!区)|力争)"
)
# 每年安排不少于2000万元, 每户补助不低于3000元
_SPENT = (
    r"(?P<verb>安排|投入|列支|补助|补贴|奖励|发放|给予)"
    r"(?=\S{0,8}(?:不低于|不少于|不高于|不超过|超过|高于))"
)
_DIGITS = r"\d一二三四五六七八九十百千万两"
_NUMBER = r"(?:\d|[一二三四五六七八九十百千万两]+(?:[个条所座家项张名户套处次级番]|分之))"
# 在两镇各建1个基地, 每个县至少建有1所设施
_BUILT = "建设|建有|建成|建立|新建|设立|设置|设有|组建|配备|安排|培育|建|设"
_TAKEN = "抽查|检查|抽取|选派|选取|遴选|推荐|申报|举办|组织"
_EACH = rf"(?:各|均|都|至少|分别(?:各|至少)?)(?P<verb>{_BUILT}|{_TAKEN})(?={_NUMBER})"
# 中央财政性建设资金支持, 专项债券支持, 补助资金对…予以积极支持; not 债券和保障性住房资金
_FUND_OPENS = "资债财补基经贷额"
_FUND = r"(?:资金|债券|财政|补助|基金|经费|贷款|额度)"
_FUNDED = rf"{_FUND}(?:(?!的)\S){{0,30}}?(?P<verb>支持|扶持|补助|保障|提供(?=\S{{0,6}}保障$))(?!性)"
_FUNDED_LAST = rf"{_FUND}对\S{{1,80}}?(?:给予|予以)\S{{0,4}}?(?P<verb>支持|扶持|补助|奖励|保障)$"
# where something is done: 在具备条件的城市
_PLACE = (
    r"(?=[地城区县省领方范企项单环场产形园资市镇村中内上下时])"
    r"(?:地区|城市|区域|县城|省份|领域|方面|范围|企业|项目|单位|环节|场所|产业|方式|形式|园区|资源"
    r"|资金|[省市县区镇村中内上下时])"
)
# 对…实施差异化监管: the verb is the one before
_HELD = "(?:实施|实行|开展|进行|加强|强化|加大|给予|予以)"
# somebody who acts: 各部门, 城市政府, 重大事项
_ACTOR = (
    r"(?=[部政单机省地城各市企院学医园街乡县区人负同公银高党社领检工督专联大支总财委厅局办事项用镇村])"
    r"(?:部门|政府|单位|机构|机关|省份|地区|地方|城市|各地|市县|企业|院校|学校|医院|园区|街道|乡镇|县区|省市"
    r"|人员|负责人|同志|公司|银行|高校|党委|党工委|社区|领导小组|(?:检查|工作|督导|专家)组|联席会议|[大支总]队|财政|委员会|[厅局委办]|事项|项目|用地|省|市|县|区|镇|村)"
    r"(?:（[^（）]{1,12}）)?"
)
# 政府投资为主的公共资源, 机构共同参与的培训体系: what looks like a verb is part of a name
_NO_NAME = r"(?!\S{0,3}的\S{1,12}$)"
# who acts, at the head of a clause
_BODY = (
    r"(?:部门|政府|单位|机构|机关|[大支总]队|委员会|领导小组|联席会议|办公室"
    r"|[检督][查导]组|财政|[厅局])"
)


@cache
def inside() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Give the ways to find a verb inside a clause, in order: name, a word it needs, pattern."""
    run = rf"(?:{begins(qualifiers())}(?:{adverbs()})[、地]?)*"
    held = rf"(?P<verb>{verb_pattern('inside')})(?!的)"
    known = rf"(?P<verb>{verb_pattern()})"
    either = begins({*qualifiers(), *verb_words("inside")})
    adjunct = (
        r"(?:对|使|让|向|给|与|为|从|在|以|于|就|由|沿|会同|至少|每|支持|原则上|通过|利用|充分利用)"
    )
    return (
        # 年度工作情况要及时报住房城乡建设部备案
        (
            "reported",
            "报",
            re.compile(
                r"\S*?(?<![汇申通上呈填])(?P<verb>报)\S{2,40}(?:备案|批准|审[批定核]|同意|核准)$"
            ),
        ),
        # 政策原则上参照有关规定执行
        (
            "closing",
            "照",
            re.compile(rf"\S{{0,40}}?{patterns.settled()}"),
        ),
        (
            "spent",
            "",
            re.compile(rf"{holds('于过')}(?=\S*?{_NUMBER})\S*?{_SPENT}\S{{0,24}}?{_NUMBER}"),
        ),
        ("figure", "", figure()),
        ("each", "", re.compile(rf"{holds(_DIGITS)}\S{{2,60}}?{_EACH}")),
        # 科技成果转化奖励纳入绩效工资管理
        (
            "placed",
            "入",
            re.compile(r"[^\s将把]{4,60}?(?P<verb>不?(?:纳入|列入|计入))(?!\S*的\S{0,12}$)\S\S"),
        ),
        ("turned", "为", re.compile(_COUNTED_AS)),
        # 工作进展情况及时报告国务院, 考核结果反馈医院
        *(
            (
                "told",
                word,
                re.compile(rf"\S{{2,40}}?{_TOLD}{run}(?P<verb>{_TELLS})(?={_TO_WHOM}\S)"),
            )
            for word in ("报", "反馈")
        ),
        ("closing", "结合", re.compile(_BOUND_UP)),
        # 转制后执行企业收入分配制度
        (
            "after",
            "后",
            re.compile(rf"\S{{2,16}}?(?<![落背滞])后{run}(?P<verb>{verb_pattern()})(?=\S\S)"),
        ),
        # 补偿由三个渠道改为两个渠道
        ("turned", "由", re.compile(rf"\S{{2,60}}?由\S{{2,60}}?(?P<verb>{_BECOMES})\S")),
        # 纯电动货车不受尾号限行管理约束
        (
            "negated",
            "不",
            re.compile(rf"\S{{0,30}}?(?:(?<=\S\S)不(?={_NOT})|不(?=[纳计列]入))(?P<verb>{_NOT})"),
        ),
        # 请各地报送一名联络员
        ("asked", "请", re.compile(rf"请[^\s的]{{1,16}}?{run}(?P<verb>{verb_pattern()})(?=\S\S)")),
        # 联席会议办公室设在市场监管部门
        (
            "seated",
            "设",
            re.compile(r"\S{2,30}?(?:办公室|中心|专班|机构|小组)(?P<verb>设在|设于)\S"),
        ),
        # 国务院某办公室将开展情况纳入评价
        (
            "placed",
            "",
            re.compile(
                rf"{holds('将把')}\S{{2,40}}?[将把]\S{{1,80}}?(?P<verb>{verbs('object_placed')})(?=\S)"
            ),
        ),
        ("together", "", moving.together()),
        ("funded", "对", re.compile(rf"\S{{0,40}}?{_FUNDED_LAST}")),
        # 市政府将对各县区开展整治情况进行督促检查
        (
            "given",
            "对",
            re.compile(r"\S{0,30}?(?:将|要|应)?对\S{2,90}(?P<verb>进行|予以|加以)\S{2,12}$"),
        ),
        # 中央政府区别不同情况给予支持
        (
            "given",
            "予",
            re.compile(rf"\S{{0,24}}?{_ACTOR}(?!的)\S{{0,20}}?(?P<verb>给予|予以)\S{{2,8}}$"),
        ),
        (
            "given",
            "对",
            re.compile(rf"(?:按\S{{1,30}}?)?对\S{{2,60}}{run}(?P<verb>{verbs('given')})(?=\S)"),
        ),
        ("funded", "", re.compile(rf"{holds(_FUND_OPENS)}(?:(?!筹措|筹集)\S){{0,40}}?{_FUNDED}")),
        (
            "closing",
            "",
            re.compile(
                rf"{holds('对在的')}(?!\S*{_HELD}){run}(?:[对在]\S{{2,60}}?|\S{{2,30}}的)(?:{adverbs()})+(?P<verb>{verb_pattern()}|[一-龥]{{2}})$"
            ),
        ),
        (
            "adjunct-first",
            "",
            re.compile(
                rf"{run}{adjunct}\S{{2,60}}?{_PLACE}{run}(?P<verb>{verb_pattern()})(?=[^\s、]\S)"
            ),
        ),
        (
            "adjunct-first",
            "",
            re.compile(
                rf"{run}(?:对其(?=进行|予以|给予)|{adjunct}\S{{2,90}}?{either}(?<![的、和与及]){run}){held}"
            ),
        ),
        (
            "adjunct-first",
            "",
            re.compile(
                rf"{run}(?:对|在|将|把|为|由|以)\S{{2,60}}?(?<![的、和与及]){known}(?=[^的]\S)"
            ),
        ),
        (
            "uniform",
            "一律",
            re.compile(
                rf"\S{{0,60}}?一律{run}(?P<verb>{verb_pattern()}|(?![向对按由从以在])[一-龥]{{2}})"
            ),
        ),
        (
            "closing",
            "",
            re.compile(
                rf"{holds('向按参根依由从自对')}\S{{0,40}}?(?:向|按照|按|参照|根据|依据|由|从|自|对)\S{{1,40}}?(?P<verb>{verbs('closing')})$"
            ),
        ),
        ("closing", "与", re.compile(_TIED)),
        ("closing", "", re.compile(_ALL_OF_IT)),
        ("bears", "责", re.compile(r"\S{2,60}?(?P<verb>负)(?:总责|\S{0,8}责任)$")),
        (
            "closing",
            "",
            re.compile(
                rf"{holds('通采')}\S{{2,30}}(?:通过|采取|采用)\S{{2,40}}?(?:{adverbs()})+(?P<verb>{verb_pattern()})$"
            ),
        ),
        (
            "bounded",
            "不",
            re.compile(r"\S{2,40}?(?P<verb>不(?:得|应)?(?:低于|高于|超过|少于))\S{2}"),
        ),
        (
            "subject",
            "",
            re.compile(
                rf"\S{{0,24}}?{_ACTOR}{run}(?:[向对从在]\S{{1,24}}?(?<![的、和与及]))?{held}"
            ),
        ),
        # 县消防救援大队保持待命状态, 国家中医药局印发目录; 〇 hides the name of a body
        (
            "subject",
            "",
            re.compile(
                rf"[^\s的对将把由向在]{{1,16}}?(?:{_BODY}|〇(?![〇）”》])){run}{known}(?=[^的]\S){_NO_NAME}"
            ),
        ),
        # 研发团队全程参与技术攻关
        (
            "subject",
            "",
            re.compile(
                rf"[^\s的、将把对由向在为以于]{{2,12}}?{begins(qualifiers())}(?<![和与及或])(?:{adverbs()})+(?!考虑){known}(?=[^的]\S){_NO_NAME}"
            ),
        ),
        # 各地根据不同条件合理选择模式
        (
            "subject",
            "",
            re.compile(
                rf"{holds('根按结依对围')}\S{{0,24}}?(?:{_ACTOR}|〇(?![〇）”》]))(?:[或和]其\S{{2}})?(?:根据|按照|结合|依据|依照|对照|依托|围绕)\S{{2,40}}?(?:(?:{adverbs()})+|与\S{{2,12}}?){known}(?=\S\S)"
            ),
        ),
        (
            "inside",
            "",
            re.compile(rf"\S{{2,90}}?{begins(verb_words('inside'))}(?<![的、和与及]){held}"),
        ),
    )


@cache
def figure() -> re.Pattern[str]:
    """Match a clause that says what a figure is to reach, with the verb nearest to it."""
    return re.compile(rf"{holds(_DIGITS)}(?=\S*?{_NUMBER})\S*{_REACH}\S{{0,24}}?{_NUMBER}")


@cache
def qualified() -> re.Pattern[str]:
    """Match qualifiers and the two characters behind them, a verb that no list knows."""
    return re.compile(
        rf"(?P<run>(?:(?!更加|更好|基本)(?:{adverbs()})[、地]?)*)(?P<verb>[\u4e00-\u9fff]{{2}})(?=\S{{2}}|$)"
    )


@cache
def behind() -> re.Pattern[str]:
    """Match a verb behind what it is done to: 将设计变更内容送原机构审查."""
    return re.compile(rf"(?P<verb>{verb_pattern('inside')})(?!的)")
