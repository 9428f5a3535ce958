"""Signs that a copy is too spoilt to stand in a graph."""

import re
from dataclasses import dataclass
from functools import cache

from builder.lexicon.tables import toml

__all__ = ["Sign", "signs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One kind of spoilage: its pattern, and how often it must occur to count.

    Of ``marks`` one stands in every match; none is told where any character may.
    """

    id: str
    pattern: re.Pattern[str]
    min_count: int
    marks: str


@cache
def signs() -> tuple[Sign, ...]:
    """Give the signs of ``fitness.toml``."""
    return tuple(
        Sign(
            id=row["id"],
            pattern=re.compile(row["pattern"]),
            min_count=row["min_count"],
            marks=row.get("marks", ""),
        )
        for row in toml("fitness")["sign"]
    )
