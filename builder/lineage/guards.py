"""前置校验: the conditions that a link between documents must meet, each with its reason.

Nothing carries on what was issued after it; an upper document stands at the same or a
higher level, on the line of places of the lower one; nothing carries on itself, and no
circle of documents does.  A date or place that is not known passes, and says so.
"""

from builder.lineage.places import contains
from builder.model.lineage import AbsentDocument, Guard
from builder.model.outline import Header, Level

__all__ = ["LEVELS", "against_absent", "between", "issued"]

LEVELS: dict[Level, int] = {
    "national": 0,
    "provincial": 1,
    "prefectural": 2,
    "county": 3,
    "township": 4,
}
_LEVEL_ZH: dict[Level | None, str] = {
    "national": "国家级",
    "provincial": "省级",
    "prefectural": "市级",
    "county": "县级",
    "township": "乡镇级",
    None: "级别不详",
}


def between(lower: Header, upper: Header) -> tuple[Guard, ...]:
    """Give the guards for a lower document that carries on an upper one, both held.

    >>> [guard.passed for guard in between(
    ...     Header(level="prefectural", jurisdiction="六安市", signed_date="2023-06-14"),
    ...     Header(level="national", jurisdiction="中华人民共和国", signed_date="2024-07-28"))]
    [False, True, True]
    """
    return (
        _time(issued(lower), issued(upper)),
        _level(lower.level, upper.level),
        _line(lower.jurisdiction, upper.jurisdiction),
    )


def against_absent(lower: Header, upper: AbsentDocument) -> tuple[Guard, ...]:
    """Give the guards for an upper document of which only number and name are known."""
    year = str(upper.year) if upper.year else None
    return (
        _time(issued(lower), year),
        _level(lower.level, upper.level),
        _line(lower.jurisdiction, upper.jurisdiction),
    )


def issued(header: Header) -> str | None:
    """Give the day on which a document was signed, or else published; ISO, as far as known."""
    return header.signed_date or header.published_date


def _time(lower: str | None, upper: str | None) -> Guard:
    if not lower or not upper:
        return Guard(name="time", passed=True, reason="成文日期不详，未见先后倒置")
    shared = min(len(lower), len(upper))
    passed = lower[:shared] >= upper[:shared]
    order = "不早于" if passed else "早于"
    return Guard(name="time", passed=passed, reason=f"下位{lower}{order}上位{upper}")


def _level(lower: Level | None, upper: Level | None) -> Guard:
    passed = lower is None or upper is None or LEVELS[upper] <= LEVELS[lower]
    return Guard(
        name="level", passed=passed, reason=f"下位{_LEVEL_ZH[lower]}，上位{_LEVEL_ZH[upper]}"
    )


def _line(lower: str | None, upper: str | None) -> Guard:
    inside = contains(upper, lower)
    if inside is None:
        reason = "行政区划不详，无法校验隶属"
    else:
        reason = f"{lower}{'属于' if inside else '不属于'}{upper}"
    return Guard(name="line", passed=inside is not False, reason=reason)
