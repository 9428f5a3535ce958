"""Units of text parted where they answer more than one unit of the other document.

In: the units (measures, or clauses) of a linked pair.  Out: the same units, but one whose
clauses stand in different units of the other side comes in as many parts: 稳定实施补贴政策，重点
支持秸秆还田 of a province says in one measure what the State Council says in two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from builder.lineage.clauses import Profile
from builder.lineage.compare import Comparison, together
from builder.lineage.holding import Matrix
from builder.model.record import Measure
from builder.model.span import Span

__all__ = ["Unit", "parted"]

ANSWERS = 0.5  # a clause answers a unit if that share of it stands there


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A measure, or a clause where there are none; ``places`` are named in it."""

    span: Span
    clauses: range
    measure: Measure | None
    places: tuple[str, ...]


def parted(
    comparison: Comparison, lower: str, upper: str, mine: Sequence[Unit], theirs: Sequence[Unit]
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Give the units of a lower and an upper provision, parted where they answer several."""
    weight = together(comparison, lower, upper).astype(np.float64)
    first = comparison.lower.by_provision[lower].start
    other = comparison.upper.by_provision[upper].start
    own, their = comparison.shared.lower_weight, comparison.shared.upper_weight
    of_mine = weight / own[first : first + weight.shape[0], None]
    of_their = weight.T / their[other : other + weight.shape[1], None]
    return (
        _parted(comparison.lower, mine, theirs, of_mine, (first, other)),
        _parted(comparison.upper, theirs, mine, of_their, (other, first)),
    )


def _parted(
    profile: Profile,
    units: Sequence[Unit],
    others: Sequence[Unit],
    share: Matrix,
    starts: tuple[int, int],
) -> tuple[Unit, ...]:
    out: list[Unit] = []
    for unit in units:
        answers = [_answer(at, others, share, starts) for at in unit.clauses]
        if len({answer for answer in answers if answer is not None}) < 2:
            out.append(unit)
            continue
        begin = unit.clauses.start
        for at, last, answer in zip(unit.clauses[1:], answers, answers[1:], strict=False):
            if answer is not None and last is not None and answer != last:
                out.append(_part(profile, unit, range(begin, at)))
                begin = at
        out.append(_part(profile, unit, range(begin, unit.clauses.stop)))
    return tuple(out)


def _answer(at: int, others: Sequence[Unit], share: Matrix, starts: tuple[int, int]) -> int | None:
    """The unit in which most of a clause stands, if that is much."""
    first, other = starts
    best, answer = ANSWERS, None
    for number, unit in enumerate(others):
        part = share[at - first, unit.clauses.start - other : unit.clauses.stop - other]
        found = float(part.max(initial=0))
        if found > best:
            best, answer = found, number
    return answer


def _part(profile: Profile, unit: Unit, clauses: range) -> Unit:
    """Some clauses of a unit; the force of its measure is that of the part with its verb."""
    start = profile.clauses[clauses[0]].span.start
    end = profile.clauses[clauses[-1]].span.end
    span = Span(max(start, unit.span.start), min(end, unit.span.end))
    words = span.of(profile.record.text)
    acts = unit.measure is not None and span.overlaps(unit.measure.action_span)
    return replace(
        unit,
        span=span,
        clauses=clauses,
        measure=unit.measure if acts else None,
        places=tuple(place for place in unit.places if place in words),
    )
