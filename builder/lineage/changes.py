"""Clause by clause: what of an upper task a linked lower one keeps, changes, adds, drops.

In: a judgement and one of its links.  Out: clause changes.  The units are the measures
where both tasks have them, else the clauses.  A unit that stands elsewhere in the other
document (moved to another task, or said in an aim) is neither added nor dropped, nor
compared here with what only resembles it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Indel

from builder.lineage.clauses import Profile, mentions_in
from builder.lineage.compare import STRONG, Comparison, together
from builder.lineage.drift import MAX_CELLS, drift
from builder.lineage.holding import Matrix, Numbers
from builder.lineage.parting import Unit, parted
from builder.model.lineage import ClauseChange
from builder.model.record import Measure
from builder.model.span import Span

__all__ = ["changes", "units"]

SAME = 0.3  # units are about the same if they share that part of both
WRITTEN_ALIKE = 0.55  # or are written alike to that degree (indel ratio), short words included
TELLING = 0.5
ELSEWHERE = 0.5  # a unit that another upper provision answers twice as well belongs there


def changes(
    comparison: Comparison, lower: str, upper: str, mine: Sequence[Unit], theirs: Sequence[Unit]
) -> tuple[ClauseChange, ...]:
    """Give the clauses of a linked pair in order of the lower text, then what was dropped.

    ``mine`` and ``theirs`` are the :func:`units` of the two provisions.
    """
    mine, theirs = parted(comparison, lower, upper, mine, theirs)
    pairs = {
        at: other
        for at, other in _pairs(comparison, lower, upper, mine, theirs).items()
        if not _elsewhere(comparison, lower, upper, mine[at])
    }
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


def _elsewhere(comparison: Comparison, lower: str, upper: str, unit: Unit) -> bool:
    """Say whether a lower unit stands in another upper provision, and here only resembles one."""
    block = comparison.blocks.get(lower)
    if block is None or upper not in block.place:
        return False
    rows = slice(unit.clauses.start - block.start, unit.clauses.stop - block.start)
    best = block.best[rows].max(axis=0)
    return bool(best.max() >= STRONG and best[block.place[upper]] < ELSEWHERE * best.max())


def units(profile: Profile, provision: str) -> tuple[Unit, ...]:
    """Give the measures of a provision and its clauses that no measure has, in order."""
    ids = profile.by_provision[provision]
    body = [at for at in ids if not profile.clauses[at].heading] or list(ids)
    starts = [profile.clauses[at].span.start for at in body]
    task = profile.tasks.get(provision)
    found: dict[int, tuple[Span, int, Measure | None]] = {}
    used = set[int]()
    for measure in task.measures if task else ():
        first = max(bisect_right(starts, measure.span.start) - 1, 0)
        last = bisect_left(starts, measure.span.end)
        met = [at for at in body[first:last] if profile.clauses[at].span.overlaps(measure.span)]
        if met and used.isdisjoint(range(met[0], met[-1] + 1)):
            used |= set(range(met[0], met[-1] + 1))
            found[met[0]] = (measure.span, met[-1] + 1, measure)
    for at in body:
        if at not in used:
            found[at] = (profile.clauses[at].span, at + 1, None)
    return tuple(
        Unit(
            span=span,
            clauses=range(start, end),
            measure=measure,
            places=tuple(row.surface for row in mentions_in(profile, span)),
        )
        for start, (span, end, measure) in sorted(found.items())
    )


def _pairs(
    comparison: Comparison, lower: str, upper: str, mine: Sequence[Unit], theirs: Sequence[Unit]
) -> dict[int, int]:
    """Each lower unit's best upper unit, if they are about the same."""
    if not mine or not theirs:
        return {}
    rows, columns = (np.array([unit.clauses.start for unit in units]) for units in (mine, theirs))
    first, other = rows[0], columns[0]
    weight = together(comparison, lower, upper).astype(np.float64)
    weight = weight[
        first - comparison.lower.by_provision[lower].start :,
        other - comparison.upper.by_provision[upper].start :,
    ]
    about = _about(comparison, weight, rows, columns)
    found = {}
    for at, unit in enumerate(mine):
        scores = {
            k: _alike(comparison, weight, (unit, first), (theirs[k], other), float(about[at, k]))
            for k in np.flatnonzero(about[at] >= 0).tolist()
        }
        best = max(scores, key=lambda k: (scores[k], -k), default=None)
        if best is not None and scores[best] > 0:
            found[at] = best
    return found


def _about(comparison: Comparison, weight: Matrix, rows: Numbers, columns: Numbers) -> Matrix:
    """How much lower and upper units (clauses from those on) have of one another; -1 unrelated."""
    starts, others = rows - rows[0], columns - columns[0]
    by_other = np.maximum.reduceat(weight, others, axis=1)
    by_mine = np.maximum.reduceat(weight, starts, axis=0)
    own = comparison.shared.lower_weight[rows[0] : rows[0] + weight.shape[0]]
    their = comparison.shared.upper_weight[columns[0] : columns[0] + weight.shape[1]]
    of_mine = np.add.reduceat(by_other, starts, axis=0) / np.add.reduceat(own, starts)[:, None]
    of_other = np.add.reduceat(by_mine, others, axis=1) / np.add.reduceat(their, others)
    telling = np.maximum.reduceat(by_other, starts, axis=0) >= TELLING
    return np.where(telling, np.sqrt(of_mine * of_other), -1.0)


def _alike(
    comparison: Comparison,
    weight: Matrix,
    lower: tuple[Unit, int],
    upper: tuple[Unit, int],
    about: float,
) -> float:
    """How much two units have of one another and how alike they are written; 0 if unrelated.

    Each unit comes with the first clause that ``weight`` has a row or column of.
    """
    (unit, first), (other, column) = lower, upper
    block = weight[
        unit.clauses.start - first : unit.clauses.stop - first,
        other.clauses.start - column : other.clauses.stop - column,
    ]
    written = _written_alike(comparison, unit, other, block)
    if about < SAME and written < WRITTEN_ALIKE:
        return 0.0
    return float(round(about + written, 6))


def _written_alike(comparison: Comparison, unit: Unit, other: Unit, block: Matrix) -> float:
    """How alike two units are written, whole or at their best clauses."""
    lower, upper = comparison.lower, comparison.upper
    mine, theirs = unit.span.of(lower.record.text), other.span.of(upper.record.text)
    if len(mine) * len(theirs) > MAX_CELLS:
        return 0.0
    whole = Indel.normalized_similarity(mine, theirs)
    parts = [
        Indel.normalized_similarity(
            lower.clauses[unit.clauses[low]].chars, upper.clauses[other.clauses[up]].chars
        )
        for low, up in np.argwhere(block >= TELLING).tolist()
    ]
    return max(whole, *parts)


def _slice(clauses: range) -> slice:
    return slice(clauses.start, clauses.stop)


def _change(comparison: Comparison, unit: Unit, other: Unit) -> ClauseChange:
    lower, upper = comparison.lower.record, comparison.upper.record
    mine, theirs = unit.measure, other.measure
    found = drift(
        unit.span.of(lower.text),
        other.span.of(upper.text),
        forces=(mine.force if mine else None, theirs.force if theirs else None),
        qualifiers=(_qualifiers(unit, lower.text), _qualifiers(other, upper.text)),
        places=unit.places,
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


def _qualifiers(unit: Unit, text: str) -> tuple[str, ...]:
    """The qualifiers of a unit's measure that stand in the unit: it may be a part of it."""
    words = unit.span.of(text)
    return tuple(word for word in unit.measure.qualifiers if word in words) if unit.measure else ()


def _one_sided(unit: Unit, state: str) -> ClauseChange:
    force = unit.measure.force if unit.measure else None
    if state == "added":
        return ClauseChange(state="added", lower=unit.span, upper=None, force_lower=force)
    return ClauseChange(state="dropped", lower=None, upper=unit.span, force_upper=force)
