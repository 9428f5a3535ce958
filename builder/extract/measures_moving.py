"""Who is moved to do something, and who takes part: 支持企业承担培训, 会同有关部门督查.

The verb behind them says what is done; where the clause breaks off first (鼓励企业通过多种形式),
a later clause says it.
"""

import re
from functools import cache

from builder.lexicon.alternatives import any_of, begins, one_of
from builder.lexicon.verbs import adverbs, nominal, qualifiers, verb_pattern, verb_words, verbs

__all__ = ["hangs", "moved", "moving", "together"]

# 鼓励…通过…多种形式, 引导…根据…实际, 支持…单位: who is moved, and the sentence breaks off
_MOVES = re.compile("支持|鼓励|引导|推动|督促|指导|组织|允许")
_AROUND = re.compile("围绕|聚焦|立足|针对|对照|参照")
_LEADS = re.compile(f"{_AROUND.pattern}|比照|依照|通过")
_WAYS = ("方式", "形式", "途径", "渠道", "手段", "方法")
_FACTS = ("情况", "目标", "实际", "需求", "需要", "要求", "原则")
_WHO = (
    "部门",
    "单位",
    "人员",
    "力量",
    "等",
    "企业",
    "机构",
    "组织",
    "主体",
    "合作社",
    "院校",
    "高校",
)
_OPEN_ENDS = (*_WAYS, *_FACTS, *_WHO)
# who is moved to do something: 支持各类职业院校, 鼓励各地
MOVED = (
    r"(?:企业|单位|机构|部门|各地|地区|地方|院校|院所|学校|高校|医院|人员|人才|军人|教师|干部|青年|专家|职工|公司|银行|资本|力量|组织|群众|农民|公民|公众"
    r"|村民|居民|学生|毕业生|商家|门店|网店|网点|市场|平台|主体|团队|个人|城市|园区|开发区|街道|社区|家庭|农户|合作社|协会|商会|[者省市州区县镇村])"
)

# 企业建设一批平台 builds, where 企业建设 alone may be a noun
_SOME = (
    r"一批|若干|各类|新|自[己有身主]|全[国球省市]|海外|国[内际]|线[上下]|基于|\d"
    r"|[一二三四五六七八九十]+[个家条所座]"
)


@cache
def moved() -> re.Pattern[str]:
    """Match those who are moved and the verb that says to what, behind 支持 and the like.

    >>> moved().match("各类职业院校和符合条件的企业承担失业人员职业技能培训")["verb"]
    '承担'
    >>> moved().match("各地加快建设创业孵化载体")["how"]
    '建设'
    >>> moved().match("商家通过电子商务应用创新服务模式")["verb"]
    '创新'
    >>> moved().match("龙头企业建设一批双创平台")["verb"]
    '建设'
    >>> moved().match("企业建设出口商品海外仓和运营中心")["verb"]
    '建设'
    >>> moved().match("企业技术改造"), moved().match("龙头企业建设")
    (None, None)
    """
    sure = (verb_words("inside") | {"进入"}) - nominal() - {"更新", "组织"}
    ways = rf"(?:{begins(qualifiers())}(?:{adverbs()})[、地]?)"
    to = r"(?:[为向与对按]\S{2,24}?|(?:通过|依托|借助|利用|运用|采用|采取)\S{2,40}?)?"
    where = r"(?:在(?:“[^”]*”|\S{2,20}?(?:[上中内下]|平台|网站|园区)))?"
    first = f"{begins(sure)}{one_of(sure)}"
    often = any_of(verb_words("content") & nominal())
    thing = rf"(?!{verbs('noun_tail')}|[、和与及])(?=\S{{6}})"  # 企业建设出口商品海外仓
    done = (
        rf"(?:{often})(?={_SOME})|(?:建设|新建|创建|开发|培育){thing}"
        r"|创新(?=\S{2,8}(?:模式|方式|方法|机制|业态|产品)$)"
    )
    return re.compile(
        rf"(?:(?!{first})\S){{0,60}}?{MOVED}等?{to}"
        rf"(?:{ways}+{where}(?P<how>{verb_pattern()})|(?P<verb>{first}|{done}))(?!的)"
    )


@cache
def together() -> re.Pattern[str]:
    """Match partners and the verb behind them: 会同有关部门定期督查任务落实.

    >>> together().match("联合金融机构、平台企业整合3000万元资金")["verb"]
    '整合'
    """
    run = rf"(?:{begins(qualifiers())}(?:{adverbs()})[、地]?)*"
    partner = (
        r"(?:部门|单位|机构|政府|企业|院校|高校|学校|医院|银行|协会|媒体|组织|方面|各方|[局厅委办])"
    )
    verb = verb_pattern(tail="narrow_tail")
    return re.compile(
        rf"{run}(?:会同|联合|协同|商)\S{{2,60}}?{partner}等?{run}(?P<verb>{verb})(?=\S|$)"
    )


@cache
def moving() -> re.Pattern[str]:
    """Match a verb that moves somebody else: 支持…的镇, 推动…企业."""
    return re.compile(r"[^\s将把]{0,6}?(?P<mover>支持|推动|引导|鼓励)")


def hangs(text: str) -> bool:
    """Say whether a clause moves somebody and breaks off: 鼓励农机服务主体通过…等多种形式.

    >>> hangs("鼓励各市、县根据实际情况"), hangs("支持各类主体通过多种方式参与建设")
    (True, False)
    >>> hangs("支持潜力地区通过全域土地综合整治")
    True
    """
    if _MOVES.search(text) is None:
        return False
    breaks_off = text.endswith(_OPEN_ENDS) or "以" in text or _LEADS.search(text) is not None
    return breaks_off and _hanging().match(text) is not None


@cache
def _hanging() -> re.Pattern[str]:
    run = rf"(?:{begins(qualifiers())}(?:{adverbs()})[、地]?)*"
    held = verb_pattern("inside")
    facts = f"(?:{'|'.join(_FACTS)})"
    return re.compile(
        rf"(?:\S{{0,40}}?(?:要|可以|可|应当|应)(?!求)|由\S{{1,10}}?)?{run}(?:{_MOVES.pattern})"
        rf"(?:(?!{held})\S){{0,80}}?"
        rf"(?:以\S{{2,30}}为\S{{0,4}}(?:重点|主|主体|核心|基础|平台|依托|载体|抓手|龙头|单元)"
        rf"|(?:通过|依托|利用|运用|采取|采用)\S{{1,80}}(?:{'|'.join(_WAYS)})"
        rf"|通过(?:(?!{held}(?!$))\S){{2,40}}"
        r"|(?:对照|参照|比照|依照)\S{2,60}(?:标准|指标|目录|清单|规划|规范|指南|意见|办法)"
        rf"|(?:根据|结合|按照|按)(?:(?!{held}(?!的|{facts}$))\S){{0,40}}{facts}"
        rf"|(?:{_AROUND.pattern})(?:(?!{held})\S){{2,40}}"
        rf"|(?:(?!{held})\S){{2,80}}(?:{'|'.join(_WHO)}))$"
    )
