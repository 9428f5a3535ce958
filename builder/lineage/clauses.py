"""The clauses of a document: each heading, and each stretch of a body between marks.

In: a record.  Out: its clauses with spans, by provision, and what each is about.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from builder.lineage.holding import Holding, holding
from builder.model.outline import Provision
from builder.model.record import PlaceMention, Record, Task
from builder.model.span import Span

__all__ = [
    "COMPARED",
    "MAX_CLAUSES",
    "Clause",
    "Profile",
    "chapters_of",
    "heading",
    "mentions_in",
    "profile",
]

COMPARED = ("task", "supporting_measure", "organisation")
MIN_CHARS = 3
MIN_HEADING_CHARS = 2  # 就业
MAX_CLAUSES = 4000  # of one provision; more is no task, and would fill the memory
MAX_CHARS = 400  # a stretch without any mark is cut, so that no comparison runs away
_STRETCH = re.compile(rf"[^，。；：！？\n]{{1,{MAX_CHARS}}}")  # 完善社保关系转移接续政策
_INSIDE = r"[^（）\n]{0,400}(?:（[^（）\n]*）[^（）\n]{0,400})*"
_LISTED = re.compile(
    rf"（(?:责任|牵头|配合|完成|主办|协办){_INSIDE}）"  # （责任单位：…）
    rf"|（{_INSIDE}(?:负责|牵头|配合|参与)(?:[。，；]{_INSIDE})?）"  # （…等负责。列第一位者…）
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One stretch of text of a provision; ``heading`` marks the provision's title."""

    provision: str
    heading: bool
    span: Span
    chars: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a record is about: clauses in order of the text, by provision, and its leaves.

    ``cut`` names provisions of which only the first ``MAX_CLAUSES`` clauses are compared.
    ``above`` gives the provisions above each, nearest first; ``mentions`` the places named, in
    order of the text; ``holding`` the features of clauses and provisions.
    """

    record: Record
    clauses: tuple[Clause, ...]
    by_provision: dict[str, range]
    cut: tuple[str, ...]
    provisions: dict[str, Provision]
    above: dict[str, tuple[str, ...]]
    leaves: tuple[Provision, ...]
    tasks: dict[str, Task]
    mentions: tuple[PlaceMention, ...]
    holding: Holding


def profile(record: Record) -> Profile:
    """Give the clauses of a record and what they are about."""
    clauses: list[Clause] = []
    by_provision: dict[str, range] = {}
    cut: list[str] = []
    for provision in record.provisions:
        first = len(clauses)
        found = _clauses(record.text, provision)
        clauses += found[:MAX_CLAUSES]
        cut += [provision.id] if len(found) > MAX_CLAUSES else []
        by_provision[provision.id] = range(first, len(clauses))
    provisions = {provision.id: provision for provision in record.provisions}
    above = {key: _above(provisions, key) for key in provisions}
    return Profile(
        record=record,
        clauses=tuple(clauses),
        by_provision=by_provision,
        cut=tuple(cut),
        provisions=provisions,
        above=above,
        leaves=tuple(row for row in record.provisions if row.role in COMPARED),
        tasks={task.id: task for task in record.tasks},
        mentions=tuple(sorted(record.mentions.place_mentions, key=lambda row: row.span)),
        holding=holding(
            record.text,
            [clause.span for clause in clauses],
            by_provision,
            tops={key: (key, *above[key])[-1] for key in provisions},
        ),
    )


def chapters_of(profile: Profile, provision: str) -> tuple[str, ...]:
    """Give the provisions above one, nearest first."""
    return profile.above[provision]


def heading(profile: Profile, provision: str) -> int | None:
    """Give the number of the clause that is the heading of a provision, if it has one."""
    ids = profile.by_provision[provision]
    return ids[0] if ids and profile.clauses[ids[0]].heading else None


def mentions_in(profile: Profile, span: Span) -> list[PlaceMention]:
    """Give the mentions of places within a stretch of the text."""
    found = profile.mentions
    first = bisect_left(found, span.start, key=lambda row: row.span.start)
    last = bisect_left(found, span.end, lo=first, key=lambda row: row.span.start)
    return [row for row in found[first:last] if row.span.end <= span.end]


def _above(provisions: Mapping[str, Provision], provision: str) -> tuple[str, ...]:
    above: list[str] = []
    at = provisions[provision].parent
    while at is not None and at in provisions and at not in above:
        above.append(at)
        at = provisions[at].parent
    return tuple(above)


def _clauses(chars: str, provision: Provision) -> list[Clause]:
    found = []
    if provision.heading_span is not None:
        found += _stretches(chars, provision, provision.heading_span, heading=True)
    for body in provision.body:
        at = body.start
        for listed in _LISTED.finditer(chars, body.start, body.end):
            found += _stretches(chars, provision, Span(at, listed.start()), heading=False)
            at = listed.end()
        found += _stretches(chars, provision, Span(at, body.end), heading=False)
    return found


def _stretches(chars: str, provision: Provision, span: Span, *, heading: bool) -> list[Clause]:
    if heading:
        title = Clause(provision=provision.id, heading=True, span=span, chars=span.of(chars))
        return [title] if span.end - span.start >= MIN_HEADING_CHARS else []
    return [
        Clause(provision=provision.id, heading=False, span=Span(start, end), chars=m[0])
        for m in _STRETCH.finditer(chars, span.start, span.end)
        for start, end in (m.span(),)
        if end - start >= MIN_CHARS
    ]
