"""指标变化: the same indicator above and below, and what differs.

In: two records.  Out: pairs of target numbers with the kinds of difference.  Indicators are
the same if their folded names are equal, or one ends in the other (全省常住人口城镇化率 and
常住人口城镇化率), and their units agree.
"""

from builder.lexicon.keys import fold_title
from builder.model.lineage import TargetChange
from builder.model.record import Record, Target

__all__ = ["target_changes"]

MIN_NAME_CHARS = 4


def target_changes(lower: Record, upper: Record) -> tuple[TargetChange, ...]:
    """Give each lower target with the upper targets of the same indicator, by number."""
    return tuple(
        TargetChange(
            lower=mine.number,
            upper=other.number,
            kinds=_kinds(mine, other),
            lower_provision=mine.provision,
            upper_provision=other.provision,
        )
        for mine in lower.mentions.targets
        for other in upper.mentions.targets
        if _same_indicator(mine, other)
    )


def _same_indicator(mine: Target, other: Target) -> bool:
    """One indicator, by name and unit."""
    names = fold_title(mine.indicator), fold_title(other.indicator)
    shorter, longer = sorted(names, key=len)
    return mine.unit == other.unit and (
        shorter == longer or (len(shorter) >= MIN_NAME_CHARS and longer.endswith(shorter))
    )


def _kinds(mine: Target, other: Target) -> tuple[str, ...]:
    kinds = []
    low, high = _value(mine), _value(other)
    if low != high:
        kinds.append("value_higher" if low > high else "value_lower")
    if mine.comparator != other.comparator:
        kinds.append("comparator")
    ends = _deadline(mine), _deadline(other)
    if ends[0] and ends[1] and ends[0] != ends[1]:
        kinds.append("deadline_later" if ends[0] > ends[1] else "deadline_earlier")
    if mine.scope != other.scope:
        kinds.append("scope")
    return tuple(kinds)


def _value(target: Target) -> tuple[float, float]:
    value = target.value
    return value if isinstance(value, tuple) else (value, value)


def _deadline(target: Target) -> str | None:
    return target.deadline or target.deadline_inferred
