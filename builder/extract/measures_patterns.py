"""The patterns by which a clause is read, built from the words of ``builder.lexicon.verbs``."""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from builder.lexicon import agencies
from builder.lexicon.alternatives import any_of, begins
from builder.lexicon.names import compiled, occurrences
from builder.lexicon.verbs import (
    adverbs,
    content_pattern,
    nominal,
    qualifiers,
    verb_pattern,
    verb_words,
    verbs,
)

__all__ = [
    "ALLOWING",
    "COUNTED",
    "DATED",
    "DELIBERATES",
    "FORBIDDING",
    "FUNDS",
    "HEADLESS",
    "MODAL",
    "MODAL_OPENS",
    "NEVER_ALONE",
    "OPENS",
    "SETTLES",
    "TRIAL",
    "bare_modal",
    "bare_way",
    "head",
    "marks",
    "more_verbs",
    "named_subject",
    "object_first",
    "opening",
    "settled",
    "stative",
    "subject",
    "veil",
]

FORBIDDING = frozenset({"不得", "不再", "严禁", "禁止", "不", "不可"})
# what money gives is no mere favour: 中央财政资金支持, 利用专项债券支持
FUNDS = re.compile("资金|债券|财政(?![厅局部])|补助|基金|经费|贷款|额度")
ALLOWING = frozenset({"可", "可以"})
# preambles that are no action even where nothing follows: 把…作为…抓手
NEVER_ALONE = frozenset({"takes-as", "attitude", "except", "serves"})
# preambles only where no verb opens them: …的事项
HEADLESS = frozenset({"those-who", "led-by", "by-rule"})
# 年底前, 到2025年, 6月底: what comes about by then is a task of its own
DATED = re.compile(r"\d{4}年|[底前]")
# 开展公共领域车辆全面电动化试点; but not 试点县建设
# 研究制定方案: what comes of it is sure, where 研究建立…机制 is open
SETTLES = re.compile("研究(?:制[定订]|提出)")
# 定期研究教育工作, 研究解决重大问题: to deliberate is no trial, 研究建立…机制 is
DELIBERATES = re.compile(r"研究(?!建立|完善|制定|出台|探索)[^，。；]*(?:工作|问题|事项|难题)$")
TRIAL = re.compile(r"(?:开展|实施|组织)[^，。；]*(?:试点|先行先试|试验)(?:示范)?(?:工作|建设)?$")

# 30家, 3—5个, 15%: a clause with a count is an action of its own
COUNTED = re.compile(
    r"\d(?<!\d\d)[\d.,—-]{0,15}"
    r"(?:[%％]|[万亿]?(?:[个家条所座项处套户人亩吨名张间台次场]|公里|平方米))"
)
# how a modal begins: most characters of a clause are none of these
MODAL_OPENS = "[方才只应必务可要不须需严禁负将]"
# 各地要, 省级财政可, 建设单位应当, 不把…作为; not 重要, 相应, 许可, 可持续
MODAL = (
    r"(?:方可|才可|方能|只能|只可|应当|必须|务必|可以|(?<![重需主必纲摘紧首想概])要(?![求素点件闻害塞道领义])"
    r"|(?<![适相供反响效对感呼回因顺])应(?![急用对届变当]|\S尽)|应(?=对[接照标])|应(?=对\S{2,40}(?:进行|予以|给予|严肃|依法|作出|实行))"
    r"|(?<!\S)不(?=[把将]\S{1,60}(?:作为|纳入|列入|当作))"
    r"|(?<![许认不])可(?![持靠行信再循视追见用控能达供燃回降移穿预支重办感观见疑比惜贵喜]|[一-龥]率)"
    r"|须(?!知)|(?<![急亟必无所内刚供军])需(?![求要氧]|\S{2,40}的(?:[按由依应可须]|一律|要))|不得|不再|不可(?=同时|重复|再|擅自|随意)|(?<![的其在对])(?:严禁|禁止)|(?<![名位])负责(?!人|同志|制)"
    r"|将(?=加强|加大|强化|开展|组织(?!部)|派出|会同|视情|适时|定期|继续|进一步))"
)
# 要抓紧地方的立法工作: what these open is a duty, whatever 的 follows
_DUTIFUL = (
    "切实|认真|及时|依法|严格|主动|抓紧|抓好|加快|加强|做好|推进|推动|落实|完善|建立|健全|重视"
    "|强化|明确"
)
# 应留存必要的记录 is a duty, 应缴纳的费用 is none
_NOT_ADJECTIVE = "".join(
    f"(?<!{word})"
    for word in (
        "必要",
        "相应",
        "一定",
        "足够",
        "有效",
        "明确",
        "具体",
        "完整",
        "专门",
        "详细",
        "真实",
        "有力",
        "严格",
    )
)
# 必须符合国家规定的条件 is a duty; 应 and 要 may stand in an attribute
_PREDICATE = "(?<!必须)(?<!应当)(?<!务必)"
# 应对责任人严肃处理: should, to somebody; 应对恶劣天气 copes with it
_DUTY_TO = r"应对\S{2,40}(?:进行|予以|给予|严肃|依法|作出|实行)"
_ENCLOSED = re.compile(r"（[^（）]*）|“[^“”]*”|《[^《》]*》")
BODY_ENDS = "委局厅办会"
# 将范围由甲扩展至乙
SHIFTS = "放宽|扩大|扩展|提高|提升|上调|下调|降低|调整|延长|缩短|压缩|增加|减少|变更|转变|改变|改"
# 将支出责任上移
ENDINGS = (
    "上移|下移|前移|后移|下放|下沉|公开|公布|公示|移交|归档|存档|备案|取消|剔除|集中|倾斜|集聚|结合"
)


# what `opening` begins with; other clauses need not be tried
OPENS = frozenset(
    "一二三四五六七八九十首其再最此另（(第力争确请到在于每计年今近“待将结0123456789０１２３４５６７８９"
)


@cache
def opening() -> re.Pattern[str]:
    """Match what stands before the clause proper: 一是, 到2025年, 每年, 结合实际."""
    return re.compile(
        r"(?P<ordinal>(?:[一二三四五六七八九十]{1,2}[是要](?=\S)|首先|其次|再次|最后|此外|另外"
        r"|[（(]?\d{1,2}[）)．.、]\s?|第[一二三四五六七八九十][，、])?)"
        r"(?:(?:(?:力争|争取|确保|请)?(?:到|在|于)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至\d{4}年\d{1,2}月(?:\d{1,2}日)?)?(?:底|末)?(?:前|以前|之前|起)?"
        r"|每[项件户家人次亩辆台套名](?=给予|补助|奖励|补贴|争取|安排|最高|不超过|支持)"
        r"|于?\d{1,2}月(?:\d{1,2}日)?(?:底|末)?(?:前|以前|之前)|(?:计划)?年底?(?:前|内)(?:计划)?|\d{1,2}年内|今年|近期"
        r"|每(?:半?年|季度?|月|周|学期|两年)|“[一二三四五六七八九十]+五”期间|待\S{2,12}?后(?![续勤期备])|将(?=逐步|进一步|分期|分批|适时|继续|大力|全面|统一|定期)|结合(?:[各本我当自地工部单]\S{0,5})?实际(?:情况)?+、?)(?=\S\S))?"
    )


@cache
def subject() -> re.Pattern[str]:
    """Match a subject with its modal: 各城市要, 省级财政可; 也要 is never 要缴纳的费用."""
    return re.compile(
        rf"(?P<who>[^，。；]{{0,90}}?)(?={MODAL_OPENS})(?P<modal>{MODAL})(?!的|\S\S的|{_PREDICATE}(?<![也都还均]要)(?!包括|包含|{_DUTIFUL}|充分|全面)[^从由向将][^\s对]{{0,5}}{_NOT_ADJECTIVE}的)"
    )


@cache
def bare_modal() -> re.Pattern[str]:
    """Match a modal that opens a clause: 应选用成套定型的材料; not 应缴纳的费用, 要缴的税."""
    return re.compile(
        r"(?P<who>)(?P<modal>应当|必须|应(?![急用对届变邀]|\S尽)|须(?!知)|要(?![求素点件闻害塞道领义]))"
        r"(?!的|\S{1,2}的|\S{3,4}的\S{1,6}$)"
    )


@cache
def named_subject() -> re.Pattern[str]:
    """Match a subject that begins like a verb: 监管方案要, 建设规划应当; not 发展产业的."""
    return re.compile(
        rf"(?P<who>[^，。；的]{{4,40}}?)(?={MODAL_OPENS})"
        r"(?P<modal>应当|必须|可以|不得|(?<![适相供反响效对感呼回因顺])应(?![急用对届变邀试聘征]|\S尽)|应(?=对[接照标])"
        r"|(?<![重需主必纲摘紧首想概])要(?![求素点件闻害塞道领义]))"
    )


@cache
def settled() -> str:
    """Give a pattern for what is settled by a rule: 参照有关原则执行.

    >>> re.match(settled(), "参照中央与地方划分原则执行")["verb"]
    '执行'
    """
    return rf"(?:参照|比照|依照|按照?)\S{{2,100}}(?P<verb>{verbs('settled')})$"


@cache
def stative() -> re.Pattern[str]:
    """Match a state behind a modal: 应(具有国家标准)."""
    return re.compile(rf"(?P<verb>{verbs('stative')})(?=\S)")


@cache
def head() -> re.Pattern[str]:
    """Match qualifiers and the verb that opens a clause, with the verb behind a pivot."""
    # 规范建设工程分包行为, 统筹开放服务和安全工作: what looks like a second verb is a noun
    nouns = any_of(nominal())
    named = (
        rf"(?!规范(?!发展|使用|利用|处置|开展)(?:{nouns})"
        rf"|统筹(?:{nouns})[^，]{{0,40}}(?:工作|关系|资源|力量)$)"
    )
    more = (
        "[并也还再均都先]|合作(?=打造|建设|开展)|稳定(?=提升|提高)|协商(?=确定)"
        "|综合(?=运用|利用|整治|治理|施治|评价)"
    )
    opens = begins({*qualifiers(), *"并也还再均都先综协合稳"})
    run = rf"(?:{opens}{named}(?:{adverbs()}|{more})[、地]?|“[^”]{{2,8}}”)*"
    conditions = rf"(?:(?:{adverbs()}|有条件的)[、地]?)*"
    # 支持(在园区)设立站点; not 引导在本地稳定就业的人口
    where = r"(?<=支持|鼓励|探索|研究|允许)在(?![建编职岗读校线册库途])\S{2,24}?(?!\S{2,8}的)"
    verb = verb_pattern(tail="narrow_tail")
    barred = "|".join(f"(?<={word})" for word in sorted(FORBIDDING | {"不准"}))
    second = rf"(?:{content_pattern()}|(?:{barred})(?:{verbs()}))"
    strict = r"严格(?!按|依|从|由|遵|参|对|在|以|把|将|控|\S\S[、和])"
    # 新建、改扩建学校20所; 改造、提升农贸市场
    pure = any_of(verb_words() - nominal())
    counted = rf"(?:{nouns})(?=、(?:(?:{verbs()})[^，。；]{{2,30}}\d|(?:{pure})[^，。；、的]{{3}}))"
    return re.compile(
        rf"{run}(?!{_DUTY_TO})(?:(?!研究(?:解决|部署|审议|协调|处理|决定))(?P<verb>{verbs('pivot')})(?:[、和并](?:{verbs('pivot')})|支持|引导)?[、和并或]?{conditions}(?:{_who_does(adverbs())}|{where})?(?P<content>{second})"
        rf"|(?P<first>{verb}|{strict}|{counted})(?!的)(?:(?P<or>[、和与并或])(?P<other>{verb})(?=[^，。；]{{2}}))?)"
    )


def _who_does(adverb: str) -> str:
    """Give a pattern for those moved, named by what they do: 允许(租赁设备的使用人按规定)享受."""
    person = r"(?:人|者|企业|单位|主体|机构|地区|城市|县|镇|村|家庭|人员|人才|院校|院所|学校|医院)"
    way = rf"(?:{adverb}|按\S{{1,6}}?|通过\S{{2,20}}?|为\S{{2,16}}?(?={adverb}))+"
    return rf"{content_pattern()}\S{{1,24}}?(?:的|较[大多高重])\S{{0,20}}?{person}{way}"


@cache
def object_first() -> re.Pattern[str]:
    """Match a clause whose object comes first: 将评价结果作为依据, 以公办学校为主将….

    >>> object_first().match("加快将随迁子女纳入保障范围")["sure"]
    '纳入'
    >>> object_first().match("市将学前教育工作列入对县级人民政府履行职责的评价指标体系")["sure"]
    '列入'
    >>> object_first().match("将集中连片村组纳入集中供水范围")["sure"]
    '纳入'
    """
    future = "将(?:召|举|组|开|继|定|不|根|按|会|适|对|进一步)"  # 县政府将召开会议
    actor = "[省市县区镇厅局委办]|部门|政府|单位|各地|机构|企业"
    who = rf"(?:\S{{0,12}}?(?:{actor})(?=[将把])(?!{future}))?"
    around = r"(?:以\S{1,30}?为\S{1,6}?)?(?!将根据|将按照|将结合)"
    run = rf"并?{who}(?:(?:{adverbs()})[、地]?)*{around}[将把]"
    sure, other = verbs("object_placed"), verbs("object_marked")
    sure = rf"(?!作为\S{{1,20}}(?:纳入|列入))(?:{sure})(?!系统)|(?:{other})(?=[到至为成在入于进])"
    shift = rf"由\S{{1,60}}?(?P<shift>{SHIFTS})(?=[至到为成])"
    then = rf"(?:一并|统一|及时|依法|进一步|逐步|逐项)(?P<then>{verb_pattern()})"
    return re.compile(
        rf"{run}(?:\S{{1,60}}?{shift}|\S{{2,80}}(?<!并)(?<!社会)(?P<end>{ENDINGS})(?:起来)?$"
        rf"|\S{{1,80}}?(?:(?P<sure>{sure})(?=\S)|{then})|\S{{1,80}}?(?P<verb>{other})(?=\S))"
    )


@cache
def more_verbs() -> re.Pattern[str]:
    """Match more verbs without an object: 统筹考虑(、同步推进)."""
    run = rf"(?:(?:{adverbs()})[、地]?)"
    return re.compile(rf"(?:(?:、{run}+|并{run}*)(?:{verbs()})){{1,3}}")


@cache
def bare_way() -> re.Pattern[str]:
    """Match what may stand before a verb without an object: 科学, 按程序在门户网站."""
    where = r"(?:在|向|根据|按照|结合)\S{2,30}"
    run = rf"(?:(?:{adverbs()})[、地]?)+(?:{verbs('pivot')})?"
    return re.compile(rf"(?:{where})?{run}(?:{where})?|{where}")


def marks(text: str) -> bool:
    """Say whether a clause may hold an object put first by 将 or 把."""
    return "将" in text or "把" in text


def veil(text: str) -> str:
    """Give a clause of the same length that hides what is in brackets, quotes, titles and names.

    >>> veil("在研究报告（项目申请书）中论证，落实《管理办法》")
    '在研究报告（〇〇〇〇〇）中论证，落实《〇〇〇〇》'
    >>> veil("市民政局要会同市发展改革委定期督查")
    '市〇〇〇要会同市〇〇〇〇〇定期督查'
    """
    if "（" in text or "“" in text or "《" in text:
        text = _ENCLOSED.sub(lambda m: m[0][0] + "〇" * (len(m[0]) - 2) + m[0][-1], text)
    for start, end in occurrences(text, _bodies()) if _may_name().search(text) else ():
        text = text[:start] + "〇" * (end - start) + text[end:]
    return text


@cache
def _bodies() -> AhoCorasick:
    """Give the names of departments (发展改革委), whose words are no verbs of the clause."""
    forms = {form for form in agencies.forms() if form[-1] in BODY_ENDS and len(form) > 2}
    return compiled(forms | verb_words("names"))


@cache
def _may_name() -> re.Pattern[str]:
    """Match what a clause with such a name holds: how they end."""
    return re.compile(rf"[{BODY_ENDS}]|{any_of({word[-2:] for word in verb_words('names')})}")
