"""Scores of one facet, and how found items are compared with expected ones."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one facet: right of found, right of expected; what was missed and extra."""

    facet: str
    right: int
    found: int
    expected: int
    recalled: int
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.expected)

    @property
    def recall(self) -> float:
        return self.recalled / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fold(value: object) -> str:
    """Give only the letters and figures, which no punctuation or width changes."""
    return MARKS.sub("", unicodedata.normalize("NFKC", str(value or ""))).lower()


def tally(
    facet: str, expected: Iterable[Any], found: Iterable[Any], also: Iterable[Any] = ()
) -> Score:
    """Compare two sets; what is in ``also`` is right where found, but not asked for."""
    want, have, fine = set(expected), set(found), set(also)
    missed, extra = want - have, have - want - fine
    return Score(
        facet=facet,
        right=len(have) - len(extra),
        found=len(have),
        expected=len(want),
        recalled=len(want & have),
        missed=sorted(map(str, missed)),
        extra=sorted(map(str, extra)),
    )


def share(facet: str, asked: int, wrong: Sequence[str]) -> Score:
    """Give a facet that is asked of so many items, some of them wrong."""
    right = asked - len(wrong)
    return Score(
        facet=facet,
        right=right,
        found=asked,
        expected=asked,
        recalled=right,
        missed=list(wrong),
    )
