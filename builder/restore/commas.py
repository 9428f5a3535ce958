"""Marks lost between clauses: 强化日常监测跟踪督导新型城镇化建设 for 强化日常监测，跟踪督导….

Damage: copies that lose 〔 〕, 年月日 or quotation marks lose commas and full stops as well.  A
comma is set where an object ends and a verb with an object of its own follows at once, in a
clause that a verb opened: behind a finished object (人力资源市场|打破…), behind what somebody
was moved towards (向农村地区倾斜|合理调整…), behind a degree before an adverb
(精准度|真正发挥…), and before 建设 with a place of its own (形成…的核心载体|建设…的新型县城);
a full stop where a paragraph of sentences has none at its end, though the others have.
Nothing in the text proves either: both are guesses.  Only asked of a text that has lost other
marks (:func:`lost_marks`); left alone are names, quotations and headings.
"""

import re
from collections.abc import Iterable
from functools import cache

from builder.lexicon.alternatives import any_of
from builder.lexicon.verbs import adverbs, nominal, verb_pattern, verb_words
from builder.model.draft import Change
from builder.model.text import Edit

__all__ = ["LOSING", "find", "lost_marks"]

LOSING = {"brackets", "dates", "quotes", "separators"}  # fixes that put lost marks back
MIN_BEFORE = 6  # characters of the clause that a comma ends
CLAUSE = re.compile(r"(?:(?<=[，。；：\n）])|^)[^，。；：、\n（）]{12,120}", re.MULTILINE)
# 推进中介服务有序入驻: whom the clause moves goes on to act
MOVES = "鼓励|支持|引导|允许|指导|督促|推进|推动|促进|组织|带动"
# 推动教育资源向农村地区倾斜|合理调整…: where whom the clause moves has arrived
TOWARDS = re.compile("向[^，]{2,20}$")
# 结合本地实际合理确定, 《公平竞争审查制度实施细则》: no object of the opening verb
NO_OBJECT = re.compile("结合|按照?|根据|依据?|依照|通过|围绕|针对|参照|以便?|为了|《")
# 合力推进新型城镇化建设: sentences before it, and no mark
UNENDED = re.compile(
    r"^[^\n]{20,}。[^\n]*[，。][\u4e00-\u9fff“”、]{6,60}(?<=[\u4e00-\u9fff])$", re.MULTILINE
)
BEHIND = r"(?![的、和与])\S{5}"  # the object of the verb that opens the next clause
ENDS = "。；：！？）”"
MIN_CHARS = 20  # of a paragraph before its first full stop that counts
MIN_ENDED_SHARE = 0.9
MIN_ENDED = 5
REASON_COMMA = "an object ends and a verb opens its own clause: a comma was lost"
REASON_STOP = "the other paragraphs end in a full stop: one was lost"


def lost_marks(edits: Iterable[Edit]) -> bool:
    """Say whether marks that were lost have been put back into a text."""
    return any(e.fix in LOSING and len(e.restored) > len(e.damaged) for e in edits)


def find(chars: str) -> list[Change]:
    """Give the commas and full stops to set.

    >>> chars = "建立城乡统一的人力资源市场打破城乡就业壁垒，落实平等就业。"
    >>> [(c.start, c.restored, c.certainty) for c in find(chars)]
    [(13, '，', 'guess')]
    >>> find("建立城乡统一的人力资源市场体系和公共就业服务制度，落实平等就业。")
    []
    """
    places = [at for m in CLAUSE.finditer(chars) for at in _seams(m.group(), m.start())]
    places += [m.end() for m in _before_built().finditer(chars)]
    commas = [Change(at, at, "，", REASON_COMMA, "guess", ("、", "；")) for at in places]
    return commas + _stops(chars)


def _seams(clause: str, offset: int) -> list[int]:
    """Give the places where one clause ends and the next begins without a mark."""
    seams = list(_seam().finditer(clause))
    if not seams or not _opening().match(clause):
        return []
    moves = _moving().match(clause) is not None
    found: list[int] = []
    for m in seams:
        before = clause[: m.end()]
        if len(before) >= MIN_BEFORE and before.count("“") == before.count("”"):
            if NO_OBJECT.search(before):
                break
            if _complete(m, clause, moves=moves):
                found.append(m.end() + offset)
    return found


def _complete(m: re.Match[str], clause: str, *, moves: bool) -> bool:
    """Say whether the clause may end behind the end of an object that was found."""
    if m.group() in verb_words("turned"):
        return TOWARDS.search(clause, 0, m.start()) is not None
    return not moves and (
        m.group() not in verb_words("degree")
        or _qualified_verb().match(clause, m.end()) is not None
    )


def _stops(chars: str) -> list[Change]:
    """Give the ends of paragraphs that want a full stop; a text may break off at its own end."""
    ended, places, end = 0, [], -1
    last = len(chars.rstrip())
    for line in chars.split("\n"):
        end += 1 + len(line)
        if line.find("。", MIN_CHARS, -1) < 0:
            continue
        if line[-1] in ENDS:
            ended += 1
        elif end < last and UNENDED.match(line):
            places.append(end)
    if ended < MIN_ENDED or ended < MIN_ENDED_SHARE * (ended + len(places)):
        return []
    return [Change(at, at, "。", REASON_STOP, "guess", ("；",)) for at in places]


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{_qualified()}{verb_pattern()}")


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(rf"{_qualified()}(?:{MOVES})")


def _qualified() -> str:
    return rf"(?:(?:{adverbs()}|[并也还再均])[、地]?)*"


@cache
def _seam() -> re.Pattern[str]:
    """Give a pattern of the end of an object (市场, 机制) before a verb and its object.

    All begins are alternatives of one group, so that only their first characters are tried.
    """
    ends = any_of(verb_words("object_end", "turned", "degree"))
    opens = rf"{_qualified_verb().pattern}|(?!{_noun()}){verb_pattern('opening')}{BEHIND}"
    return re.compile(rf"(?:{ends})(?={opens})")


@cache
def _qualified_verb() -> re.Pattern[str]:
    return re.compile(rf"(?!{_noun()})(?:(?:{adverbs()})[、地]?)+{verb_pattern()}{BEHIND}")


def _noun() -> str:
    return any_of({*nominal(), "实施"})  # 政策实施效果, 制度建设情况


@cache
def _before_built() -> re.Pattern[str]:
    """Give a pattern of a formed object before 建设…、…的新型县城: what is built is a place."""
    words = r"[^，。；：、\n（）]"
    formed = rf"(?:形成|打造|成为){words}{{2,30}}的{words}{{0,6}}{_one_of('object_end')}"
    built = rf"{words}{{2,16}}、{words}{{2,16}}的{words}{{0,6}}{_one_of('built')}"
    return re.compile(rf"[，。；：\n]{formed}(?=建设{built}[，。；（])")


def _one_of(group: str) -> str:
    return f"(?:{any_of(verb_words(group))})"
