"""A clause -> the verb that says what is done, and the word before it that sets the force.

The verb opens the clause (完善制度), stands behind a pivot (鼓励取消), behind an object put
first (将…纳入), or inside a clause that opens with something else (在具备条件的城市推进).
"""

import re
from typing import NamedTuple

from builder.extract import measures_closing as closing
from builder.extract import measures_inside as within
from builder.extract import measures_moving as moving
from builder.extract import measures_patterns as patterns
from builder.lexicon.verbs import ends_in_verb, nominal, verb_words

__all__ = ["Verb", "anybody", "content", "head", "inside", "stative", "unknown", "verb_of"]

# what stands before a verb with what it is done to: 要将…送…审查, 可由…组成
PREPOSED = tuple("将把由向以按从自与为在")
# verbs of one character: 要有专人负责, 要使群众受益, 按程序报市政府
SINGLE = ("有", "使", "报", "稳")
DOUBLE = (
    "有序",
    "有效",
    "有力",
    "有关",
    "使用",
    "报告",
    "报送",
    "报名",
    "报经",
    "报请",
    "报销",
    "报道",
)
CLOSED = frozenset("由有以按")  # 以划拨方式使用: the verb closes the clause
DUTIES = ("只能", "要", "应", "应当", "须", "必须")
# who moves somebody else to do something: 支持企业承担培训
MOVERS = frozenset({"支持", "鼓励", "引导", "允许", "动员", "发动", "督促", "指导", "组织", "扶持"})
# what is not to be done stands behind: 不得擅自修改, 不得将工程发包给个人
BARRING = frozenset({"不得", "不予", "不再", "不准", "不许", "不能", "禁止", "严禁"})
AIM = re.compile(r"为\S{2,20}而")  # 不得为追求回报而偏离主业
AT_WILL = re.compile(
    r"(?:以\S{2,60}?(?:为由|名义)|超[出越]\S{2,16}?(?:范围|权限|资质))?"
    r"(?:任何(?:单位|组织|机构|企业|个人|人)(?:[、和或及与]{1,2}(?:任何)?(?:单位|组织|机构|企业|个人|人))*)?"
    r"(?:擅自|露天|随意|任意|变相|违规|违法|非法|无故|重复|再|一律|为\S{2,24}?而|以任何(?:方式|形式|名义|理由|借口|手段)|通过\S{2,6}方式)*"
)


class Verb(NamedTuple):
    """Where the content verb stands, and the word that sets the force."""

    start: int
    end: int
    action: str
    lead: str = ""
    how: str = "none"


def head(text: str, at: int) -> Verb | None:
    """Give the verb that opens the clause; behind a pivot (鼓励, 加快) the one behind it."""
    closed = closing.closed().match(text, at) if text.endswith(closing.CLOSING) else None
    if closed:
        return verb_of(closed, "verb", closed["verb"], closed["verb"])
    marked, group = _object_first(text, at) if patterns.marks(text) else (None, "")
    if marked:
        moved = moving.moving().match(text, at, marked.start(group))
        return verb_of(marked, group, marked[group], moved["mover"] if moved else marked[group])
    m = patterns.head().match(text, at)
    if m is None:
        return None
    pivot, done, first, other = m.group("verb", "content", "first", "other")
    if first and (first in nominal() or first in verb_words("partnered")):
        figure = within.figure().match(text, at)
        if figure and figure["verb"].startswith("不"):
            figure = None  # 新增平台不少于10家 adds
        inner = figure or closing.turned().match(text, at)
        inner = inner or moving.together().match(text, at) or closing.applied().match(text, at)
        if inner:
            return verb_of(inner, "verb", inner["verb"], inner["verb"])
    mover = pivot if done in verb_words("pivot") else done or first  # 鼓励和推动企业: as 鼓励 does
    does = _moved(text, m) if mover in MOVERS else None
    if does:
        return does
    if done:
        return verb_of(m, "content", done, pivot)
    if other is None:
        verb = verb_of(m, "first", first, first)
        return _barred(text, verb) if first in BARRING else verb
    if first in verb_words("pivot") and other in verb_words("pivot"):
        return verb_of(m, "first", first, first)  # 鼓励和支持
    lead = other if first == "研究" else first  # 研究和协调解决 settles
    if m["or"] != "、":
        return verb_of(m, "first", first, lead)  # 编制和完善规划 draws up
    verb = verb_of(m, "first", first, lead)  # 查处、整改 first investigates
    both = first + other
    if both not in verb_words():
        return verb
    return verb._replace(action=both, end=m.end("other"))  # 弘扬、传承 is one deed


def _moved(text: str, m: re.Match[str]) -> Verb | None:
    """Give what those do who are moved: 支持企业承担培训, 支持和引导市场开展建设.

    >>> text = "支持和引导专业批发市场开展智慧市场建设"
    >>> _moved(text, patterns.head().match(text)).action
    '开展'
    """
    mover = "content" if m["content"] else "first"
    if m["other"] and m["other"] not in verb_words("pivot"):
        return None
    found = moving.moved().match(text, m.end("other" if m["other"] else mover))
    if found is None:
        return None
    group = "how" if found["how"] else "verb"
    return verb_of(found, group, found[group], m["verb"] or m["first"])


def _object_first(text: str, at: int) -> tuple[re.Match[str] | None, str]:
    """Give the match of 将…纳入 and the group that holds its verb."""
    m = patterns.object_first().match(text, at)
    if m is None:
        return None, ""
    return m, next(name for name in ("shift", "end", "sure", "then", "verb") if m[name])


def _barred(text: str, verb: Verb) -> Verb:
    """Give what is not to be done, behind 不得 and the like: 不得擅自修改.

    >>> _barred("不得擅自修改审查通过的材料", Verb(0, 2, "不得", "不得")).action
    '修改'
    """
    at = anybody(text, verb.end)
    if at == len(text) or (text.startswith("在", at) and verb.action in ("禁止", "严禁")):
        return verb
    aim = AIM.match(text, at)
    at = aim.end() if aim else at
    marked, group = _object_first(text, at) if patterns.marks(text) else (None, "")
    if marked:
        return verb._replace(start=marked.start(group), end=marked.end(group), action=marked[group])
    named = patterns.head().match(text, at)
    shifted = closing.turned().match(text, at) if named is None else None
    if shifted:
        return verb_of(shifted, "verb", shifted["verb"], verb.lead)  # 禁止工业废物向农村转移
    if named and named["first"] and named.start("first") == at:
        start, end = named.span("first")
    else:
        start, end, *_ = unknown(text, at)
        if text.startswith("不", start):
            return verb  # 严禁不符合功能定位的活动
        if text.startswith(PREPOSED, start) and not text.startswith("从事", start):
            return verb
    return verb._replace(start=start, end=end, action=text[start:end])


def anybody(text: str, at: int) -> int:
    """Give where a clause goes on behind 任何单位和个人 and 擅自.

    >>> anybody("禁止任何单位和个人露天焚烧秸秆", 2)
    11
    """
    m = AT_WILL.match(text, at)
    return m.end() if m else at


def stative(text: str, at: int) -> Verb | None:
    """Give the state that a modal asks for: 产品应(具有国家标准)."""
    m = patterns.stative().match(text, at)
    return verb_of(m, "verb", m["verb"], m["verb"]) if m else None


def verb_of(m: re.Match[str], group: str, action: str, lead: str) -> Verb:
    """Give the verb that a group of a match holds."""
    return Verb(*m.span(group), action, lead, "verb")


def inside(text: str, at: int) -> Verb | None:
    """Give the verb of a clause that opens with something else, and how it was found."""
    limit: Verb | None = None
    for how, needed, pattern in within.inside():
        m = pattern.match(text, at) if needed in text else None
        if m is None:
            continue
        verb = Verb(*m.span("verb"), m["verb"], m["verb"], how)
        if limit is None and how == "figure" and verb.action.startswith("不"):
            limit = verb  # 为企业解决难题不少于50项 solves
        elif limit is None or (how == "adjunct-first" and verb.start < limit.start):
            return verb
    return limit


def content(text: str, verb: Verb) -> Verb:
    """Give the verb with content behind 予以, 进行 and the like: 予以查处."""
    if not text.startswith(closing.LIGHT, verb.start):
        return verb
    m = closing.light().match(text, verb.start)
    if m is None or m["other"] in ("活动", "工作"):
        return verb
    how = "light" if verb.how == "verb" else verb.how
    group = next(name for name in ("gift", "verb", "other") if m[name])
    start, end = m.span(group)
    given = text.startswith("给予", verb.start) and start > verb.start + 2
    if given and m[group] not in ("支持", "扶持"):
        return verb  # 给予职业培训补贴 gives
    return verb._replace(start=start, end=end, action=m[group], how=how)


def unknown(text: str, at: int) -> Verb:
    """Give the word behind qualifiers, which must be a verb: 有序剥离社会事务管理职能."""
    m = within.qualified().match(text, at)
    start = m.start("verb") if m else at
    how = "qualified" if m and m["run"] else "none"
    if text.startswith(SINGLE, start) and not text.startswith(DOUBLE, start):
        return Verb(start=start, end=start + 1, action=text[start], how=how)  # 要有专人负责
    preposed = text[start : start + 1] in PREPOSED
    later = within.behind().search(text, start + 2) if preposed else None
    closed = text[start : start + 1] in CLOSED or (
        text.startswith("在", start) and text.endswith(DUTIES, 0, start)  # 要在规划中得到体现
    )
    if later is None and closed and ends_in_verb(text):
        return Verb(start=len(text) - 2, end=len(text), action=text[-2:], how=how)
    if later:
        return verb_of(later, "verb", later["verb"], later["verb"])._replace(how=how)
    return Verb(start=start, end=min(start + 2, len(text)), action=text[start : start + 2], how=how)
