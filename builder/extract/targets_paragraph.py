"""Clauses of a paragraph -> the targets they state, each with the deadline that reaches it.

A deadline that opens a paragraph (到2025年，) holds on through it; one that opens a later
sentence holds for what is to be reached, one inside a sentence as far as its full stop.
What looks back (截至2020年底，) states none, but names the indicator of what follows:
2020年森林覆盖率达到33%，到2025年达到35%.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from builder.extract.clauses import Clause
from builder.extract.targets_behind import tail_of
from builder.extract.targets_figures import may_count
from builder.extract.targets_reading import indicator_of, stated
from builder.extract.targets_scopes import members, somewhere
from builder.extract.targets_shares import INDICATOR_NOUN
from builder.extract.targets_stated import Named, Stated
from builder.extract.targets_time import Deadline, deadline, signed_year
from builder.lexicon.units import target_pattern, target_words
from builder.model.outline import Header

__all__ = ["MAX_CLAUSE_CHARS", "Dated", "opens_with", "paragraph"]

MAX_CLAUSE_CHARS = 400
_YEAR = re.compile(r"(?<![比较])(20\d\d|19\d\d)年")
# 力争全年新增就业5万人
_AIMS = re.compile(r"(?:力争|努力|争取|确保|目标)")
# 按照“五年重大进展”的要求，到2025年
_BY = re.compile("按照|根据|围绕|立足|经过|通过")
# 死亡人数在“十五”末的基础上，每年下降2.5%
_BASED = re.compile(r"(?P<name>[^，]{2,40}?)[在从][^，]{1,24}基础上(?:实现[^，]{0,12})?$")
# 长江流域优良水体比例，|分别达到50.0%: a clause that only names, before one that only states
_NAMES = re.compile(rf"(?:{INDICATOR_NOUN}|收费|费用|标准)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A target as stated in the clause ``text``, which begins at ``start``, and its deadline."""

    stated: Stated
    text: str
    start: int
    due: Deadline | None


@dataclass(slots=True, kw_only=True)
class _Reach:
    """What reaches a clause from those before it: a deadline, a look back, indicators named.

    ``held`` where the deadline holds for works counted too, not only for what is to be reached;
    ``ahead`` is the clause right before in the sentence.
    """

    due: Deadline | None = None
    held: bool = False
    bygone: bool = False
    named: list[Named] = field(default_factory=list)
    ahead: str = ""


def paragraph(
    chars: str,
    rows: Sequence[tuple[Clause, ...]],
    header: Header,
    *,
    aiming: bool,
    due: Deadline | None = None,
) -> Iterator[Dated]:
    """Give the targets of a paragraph's sentences; ``aiming`` where its heading sets goals.

    ``due`` is the deadline of a paragraph before that leads to this one.
    """
    signed = signed_year(header)
    carried = due
    opening = due is not None
    looks_back, reach = False, _Reach(due=carried, held=opening)
    for n, clauses in enumerate(rows):
        for i, clause in enumerate(clauses):
            text = clause.span.of(chars)
            named = deadline(text, signed, header.period)
            if named:
                reach.due, reach.bygone, looks_back, reach.held = named, False, False, True
                labelled = i == 1 and clauses[0].stop in "：:"  # 具体指标：到2022年
                if named.start == 0 and (
                    i == 0 or labelled or (aiming and _BY.match(chars, clauses[0].span.start))
                ):
                    carried, opening = named, n == 0 or aiming
            elif _turns_back(text, signed):
                reach.bygone = True
                looks_back |= target_pattern("background_sentence").search(text) is not None
            for row in _stated(text, reach, aiming=aiming) if _may_state(text) else ():
                held = reach.held or row.cue != "work"
                due_then = reach.due if held else None
                yield Dated(stated=row, text=text, start=clause.span.start, due=due_then)
            reach.ahead = text
        if clauses[-1].stop not in "；;":
            reach = _Reach(due=carried, bygone=looks_back, held=opening)


def _may_state(text: str) -> bool:
    """Say whether a clause may hold a figure, or name what the next one states."""
    return may_count().search(text) is not None or "基础上" in text


def _stated(text: str, reach: _Reach, *, aiming: bool) -> Iterator[Stated]:
    """Give the targets of one clause, and keep what it names for those that follow."""
    based = _BASED.match(text) if "基础上" in text else None
    if based:
        reach.named.append(Named(indicator_of(based["name"]), ""))
    if len(text) > MAX_CLAUSE_CHARS or not may_count().search(text):
        return
    if target_pattern("past").search(text):
        return
    if _NAMES.search(reach.ahead) and (_only_states().match(text) or _opens_somewhere(text)):
        reach.named.append(Named(tail_of(indicator_of(reach.ahead)), ""))
    sets_goals = aiming or reach.due is not None or _AIMS.match(text) is not None
    before = tuple(reach.named)
    reach.named = [one._replace(near=False) for one in reach.named]
    for row in stated(text, before, aiming=sets_goals):
        reach.named.append(Named(row.indicator, row.figure.unit, row.cue, near=True))
        if not reach.bygone:
            yield row


def opens_with(chars: str, rows: Sequence[tuple[Clause, ...]], header: Header) -> Deadline | None:
    """Give the last deadline that opens a sentence of the paragraph.

    >>> from builder.extract.clauses import sentences
    >>> from builder.model.span import Span
    >>> chars = "发展目标。到2025年，主要目标如下："
    >>> opens_with(chars, sentences(chars, Span(0, len(chars))), Header()).printed
    '2025'
    """
    signed = signed_year(header)
    dues = [deadline(clauses[0].span.of(chars), signed, header.period) for clauses in rows]
    return next((due for due in reversed(dues) if due and due.start == 0), None)


def _opens_somewhere(text: str) -> bool:
    """Say whether a clause opens with a place or with members: 无害化处理率，|市区达到100%."""
    m = _to_reach().match(text)
    return m is not None and bool(somewhere(m[0]) or members(m[0]))


@cache
def _to_reach() -> re.Pattern[str]:
    return re.compile(rf"[^，\d]{{1,12}}?(?={target_words('reach')}|\d)")


@cache
def _only_states() -> re.Pattern[str]:
    """Match what opens a clause that does not name its indicator: 分别达到, 由66%提高到."""
    adverbs = "(?:原则上|一般|分别|均|都|要|力争|确保|总体)*"
    return re.compile(rf"{adverbs}(?:{target_words('reach')}|[由从][^，]{{0,6}}\d)")


def _turns_back(text: str, signed: int | None) -> bool:
    """Say whether a clause sets the rest of its sentence in the past."""
    if target_pattern("bygone").search(text):
        return True
    m = _YEAR.match(text)
    return m is not None and signed is not None and int(m[1]) < signed
