"""Clause by clause: what of an upper task a linked lower one keeps, changes, adds, drops.

In: a judgement and one of its links.  Out: clause changes.  The units are the measures
where both tasks have them, else the clauses.  A unit that stands elsewhere in the other
document (moved to another task, or said in an aim) is neither added nor dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from builder.lineage.clauses import Profile
from builder.lineage.compare import Comparison
from builder.lineage.drift import MAX_CELLS, drift
from builder.model.lineage import ClauseChange
from builder.model.record import Measure
from builder.model.span import Span

__all__ = ["changes"]

SAME = 0.3  # units are about the same if they share that part of both
WRITTEN_ALIKE = 0.55  # or are written alike to that degree (indel ratio), short words included
TELLING = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """A measure, or a clause where there are none."""

    span: Span
    clauses: range
    measure: Measure | None


def changes(comparison: Comparison, lower: str, upper: str) -> tuple[ClauseChange, ...]:
    """Give the clauses of a linked pair in order of the lower text, then what was dropped."""
    mine, theirs = _units(comparison.lower, lower), _units(comparison.upper, upper)
    pairs = _pairs(comparison, mine, theirs)
    out = []
    for at, unit in enumerate(mine):
        if at in pairs:
            out.append(_change(comparison, unit, theirs[pairs[at]]))
        elif not comparison.lower_found[_slice(unit.clauses)].any():
            out.append(_one_sided(unit, "added"))
    met = set(pairs.values())
    for at, unit in enumerate(theirs):
        if at not in met and not comparison.upper_found[_slice(unit.clauses)].any():
            out.append(_one_sided(unit, "dropped"))
    return tuple(out)


def _units(profile: Profile, provision: str) -> list[_Unit]:
    ids = profile.by_provision[provision]
    body = [at for at in ids if not profile.clauses[at].heading] or list(ids)
    task = next((row for row in profile.record.tasks if row.id == provision), None)
    units, used = [], set[int]()
    for measure in task.measures if task else ():
        met = [at for at in body if profile.clauses[at].span.overlaps(measure.span)]
        inner = range(met[0], met[-1] + 1) if met else range(0)
        if inner and not used & set(inner):
            used |= set(inner)
            units.append(_Unit(span=measure.span, clauses=inner, measure=measure))
    rest = [at for at in body if at not in used]
    units += [
        _Unit(span=profile.clauses[at].span, clauses=range(at, at + 1), measure=None) for at in rest
    ]
    return sorted(units, key=lambda unit: unit.span)


def _pairs(
    comparison: Comparison, mine: Sequence[_Unit], theirs: Sequence[_Unit]
) -> dict[int, int]:
    """Each lower unit's best upper unit, if they are about the same."""
    found = {}
    for at, unit in enumerate(mine):
        scores = [_alike(comparison, unit, other) for other in theirs]
        best = max(range(len(scores)), key=lambda k: (scores[k], -k), default=None)
        if best is not None and scores[best] > 0:
            found[at] = best
    return found


def _alike(comparison: Comparison, unit: _Unit, other: _Unit) -> float:
    """How much two units have of one another, or how alike they are written; 0 if unrelated."""
    mine, theirs = _slice(unit.clauses), _slice(other.clauses)
    shared = comparison.shared[mine, theirs].astype(np.float64)
    if shared.max() < TELLING:
        return 0.0
    of_mine = shared.max(axis=1).sum() / comparison.lower_weight[mine].sum()
    of_other = shared.max(axis=0).sum() / comparison.upper_weight[theirs].sum()
    about = float(np.sqrt(of_mine * of_other))
    written = _written_alike(comparison, unit, other)
    if about < SAME and written < WRITTEN_ALIKE:
        return 0.0
    return float(round(about + written, 6))


def _written_alike(comparison: Comparison, unit: _Unit, other: _Unit) -> float:
    """How alike two units are written, whole or at their best clauses."""
    lower, upper = comparison.lower, comparison.upper
    mine, theirs = unit.span.of(lower.record.text), other.span.of(upper.record.text)
    if len(mine) * len(theirs) > MAX_CELLS:
        return 0.0
    whole = Indel.normalized_similarity(mine, theirs)
    parts = [
        Indel.normalized_similarity(lower.clauses[low].chars, upper.clauses[up].chars)
        for low in unit.clauses
        for up in other.clauses
        if comparison.shared[low, up] >= TELLING
    ]
    return max(whole, *parts)


def _slice(clauses: range) -> slice:
    return slice(clauses.start, clauses.stop)


def _change(comparison: Comparison, unit: _Unit, other: _Unit) -> ClauseChange:
    lower, upper = comparison.lower.record, comparison.upper.record
    mine, theirs = unit.measure, other.measure
    found = drift(
        unit.span.of(lower.text),
        other.span.of(upper.text),
        forces=(mine.force if mine else None, theirs.force if theirs else None),
        qualifiers=(mine.qualifiers if mine else (), theirs.qualifiers if theirs else ()),
        places=[
            mention.surface
            for mention in lower.mentions.place_mentions
            if mention.span.within(unit.span)
        ],
    )
    same = not found.lost and not found.gained
    return ClauseChange(
        state="kept" if same else "changed",
        lower=unit.span,
        upper=other.span,
        kinds=() if same else found.kinds,
        words_lost=found.lost,
        words_gained=found.gained,
        force_lower=mine.force if mine else None,
        force_upper=theirs.force if theirs else None,
        qualifiers_lost=found.qualifiers_lost,
        qualifiers_gained=found.qualifiers_gained,
    )


def _one_sided(unit: _Unit, state: str) -> ClauseChange:
    force = unit.measure.force if unit.measure else None
    if state == "added":
        return ClauseChange(state="added", lower=unit.span, upper=None, force_lower=force)
    return ClauseChange(state="dropped", lower=None, upper=unit.span, force_upper=force)
