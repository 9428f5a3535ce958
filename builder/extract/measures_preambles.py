"""How a preamble goes on to act in the same clause: 按照规模优化布局.

A preamble names a rule, a means or a place with a noun at its end (按照…要求, 采取…方式); a verb
inside it belongs to that noun, unless it has an object of its own.
"""

import re
from functools import cache

from builder.lexicon.alternatives import begins
from builder.lexicon.verbs import adverbs, qualifiers, verb_pattern, verbs

__all__ = ["MAY_ACT", "goes_on"]

# preambles that may go on to act in the same clause: 按照规模优化布局
MAY_ACT = frozenset({"according-to", "by-means-of", "circumstance", "with-as", "in-order-to"})
# 以保留提升利用为主, 以职教城建设为牵引: whole, whatever verbs stand inside
_AS = (
    r"以\S{2,90}为\S{0,6}(?:主|先|本|辅|抓手|载体|牵引|依托|引领|中心|突破口|支撑|纽带|动力|根本|关键"
    r"|切入点|龙头|保障|单元|指引|统领|落脚点|出发点|着力点)"
)
# how a preamble ends whatever verbs stand in it: 结合科技计划组织实施的特点
_UNDER = re.compile(
    "(?:框架|背景|形势|条件|领导|指导|前提|情况|支持)下$|(?:考核|过程)中$"
    "|的(?:特点|要求|原则|需要|需求|实际|情况|思路|定位|优势|规律|差异)$"
)
# 针对不同对象采取差异化监管措施: verb and object belong together, whatever the object is
_DOES = re.compile(
    r"(?:采取|制定|制订|出台|完善|落实|实施|明确|建立|编制)(?:(?!的\S{1,8}$)\S){1,24}"
    r"(?:措施|政策|办法|方案|细则|机制|标准|清单|制度|规划|计划)$"
)


def goes_on(text: str, at: int) -> re.Match[str] | None:
    """Give the verb with which a preamble goes on to act in the same clause.

    >>> goes_on("按照常住人口规模优化基本公共服务设施布局", 0)["bare"]
    '优化'
    >>> goes_on("按照省负总责、市县抓落实的总体要求", 0)
    """
    m = going_on().search(text, at + (2 if text.startswith("需要", at + 2) else 3))
    if m is None or _UNDER.search(text):
        return None
    if m["noun"] is None and _ends().search(text):
        return m if _DOES.match(text, m.start("bare")) else None
    return m


@cache
def going_on() -> re.Pattern[str]:
    """Match what a preamble goes on to do: 按照规模优化布局, 根据实际制定方案.

    A match without ``noun`` counts only where the clause does not end like a preamble.
    """
    run = rf"(?:{begins(qualifiers())}(?:{adverbs()})[、地]?)*"
    noun = (
        r"(?P<noun>(?:要求|原则|规定|实际|情况|标准(?!规范)|方式|形式|规划|程序|计划|需要|思路|城市|地区"
        r"|区域|单元|为主|措施|手段|渠道(?=[将把])|比例|\d[%％](?:的(?:比例|标准))?)、?)"
    )
    closing = rf"(?:(?:{adverbs()})[、地]?)+(?P<end>{verbs()})$"  # 依据法律和规划严格监管
    marked = rf"(?:[将把]\S{{1,40}}?(?:{adverbs()})+)?"
    strict = r"(?!严格\S\S$)"
    act = rf"{marked}{run}{strict}(?P<verb>{verb_pattern()}|进行)(?!的)(?=\S\S)"
    bare = (
        rf"(?<![的、和与及])(?<!标准){run}{strict}(?P<bare>{verb_pattern('inside')})(?!的)(?=\S\S)"
    )
    return re.compile(rf"{noun}(?:{closing}|{act})|{bare}")


@cache
def _ends() -> re.Pattern[str]:
    """Match how a preamble ends, with nothing that a verb inside it would be done to."""
    return re.compile(rf"(?:{verbs('preamble_end')}|{_AS})等?(?:（[^（）]*）)?$")
