"""Leaf provisions that commit to work -> measures (举措): one action a measure.

A measure is a clause with a verb and an object of its own.  Preambles (以…为重点, 按照…)
belong to the action that follows, effects (提高…, 促进…) and riders (优先…) to the one before.
Policy sentences have no punctuation that tells these apart: it is read from how clauses begin.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.extract.clauses import Clause, sentences
from builder.extract.measures_reading import Reading, read
from builder.model.finding import Finding
from builder.model.outline import Outline, Provision, Role
from builder.model.record import Measure
from builder.model.span import Span

__all__ = ["MeasureReading", "find"]

COMMITTING: frozenset[Role] = frozenset({"task", "supporting_measure", "organisation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReading:
    """Measures in order of the text, and findings on sentences that hold no action."""

    measures: tuple[Measure, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Clauses ``first`` to ``last`` of a sentence, with the reading of their action."""

    first: int
    last: int
    reading: Reading


def find(chars: str, outline: Outline, *, skip: Sequence[Span]) -> MeasureReading:
    """Give the measures of every provision that commits to work.

    Every clause of such a provision lies in a measure or in a finding
    ``measure-clause-unread``; ``skip`` are responsibility lists.
    """
    measures: list[Measure] = []
    findings: list[Finding] = []
    for provision in outline.provisions:
        if provision.role in COMMITTING:
            found, unread = _provision(chars, provision, skip)
            measures.extend(found)
            findings.extend(unread)
    return MeasureReading(measures=tuple(measures), findings=tuple(findings))


def _provision(
    chars: str, provision: Provision, skip: Sequence[Span]
) -> tuple[list[Measure], list[Finding]]:
    measures: list[Measure] = []
    findings: list[Finding] = []
    near = [hole for hole in skip if hole.overlaps(provision.span)]
    for body in provision.body:
        for clauses in sentences(chars, body, skip=near):
            groups = _group([(clause, read(chars, clause.span)) for clause in clauses])
            for group in groups:
                span = Span(_start(clauses, group), clauses[group.last].span.end)
                measures.append(_measure(chars, provision.id, len(measures) + 1, span, group))
            if not groups:
                span = Span(clauses[0].span.start, clauses[-1].span.end)
                findings.append(_unread(provision.id, span, chars))
    return measures, findings


def _start(clauses: Sequence[Clause], group: _Group) -> int:
    """Give where a measure begins: after 一是, 二要 and the like of its first clause."""
    start = clauses[group.first].span.start
    return start + group.reading.ordinal if group.first == group.reading.index else start


def _measure(chars: str, provision: str, number: int, span: Span, group: _Group) -> Measure:
    reading = group.reading
    return Measure(
        provision=provision,
        number=number,
        text=span.of(chars),
        span=span,
        action=reading.action.of(chars),
        action_span=reading.action,
        force=reading.force,
        force_word=reading.force_word,
        qualifiers=reading.qualifiers,
        rule=reading.rule,
    )


def _unread(provision: str, span: Span, chars: str) -> Finding:
    return Finding(
        code="measure-clause-unread",
        severity="info",
        provision=provision,
        span=span,
        details=(("words", span.of(chars)[:60]),),
    )


def _group(rows: Sequence[tuple[Clause, Reading]]) -> list[_Group]:
    """Give the measures of one sentence: each action with what leans on it."""
    groups: list[_Group] = []
    waiting: int | None = None
    for i, (_, reading) in enumerate(rows):
        last = i == len(rows) - 1
        kind = _kind(reading, first=not groups, waiting=waiting is not None, last=last)
        if kind == "action":
            start = i if waiting is None else waiting
            groups.append(_Group(first=start, last=i, reading=reading.at(i)))
            waiting = None
        elif kind == "back":
            tail = groups.pop()
            groups.append(_Group(first=tail.first, last=i, reading=tail.reading))
            waiting = None
        elif waiting is None:
            waiting = i
    return groups


def _kind(reading: Reading, *, first: bool, waiting: bool, last: bool) -> str:
    """Say whether a clause is an action, goes back to the last one, or waits for the next."""
    if reading.kind == "action":
        return "action"
    if reading.kind in ("effect", "other", "rider"):
        if not first and not (waiting and reading.kind == "effect"):
            return "back" if not waiting or last else "wait"
        return "action" if reading.kind == "effect" or reading.figure else "wait"
    if last and reading.self_sufficient:
        return "action"
    return "back" if last and not first else "wait"


def spans(measures: Iterable[Measure]) -> Iterator[Span]:
    """Give the spans of measures, in order."""
    return (measure.span for measure in measures)
