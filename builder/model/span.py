"""A stretch of text: half-open offsets in Unicode code points."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Span", "overlapping"]


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of code point offsets.

    >>> chars = "六安市发改委"
    >>> Span(0, 3).of(chars)
    '六安市'
    >>> Span(1, 2).within(Span(0, 3))
    True
    """

    start: int
    end: int

    def of(self, chars: str) -> str:
        """Give the characters that the span covers."""
        return chars[self.start : self.end]

    def within(self, other: "Span") -> bool:
        """Say whether this span lies inside another one."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """Give the span moved by so many characters."""
        return Span(self.start + by, self.end + by)


def overlapping(spans: Iterable[Span]) -> Callable[[Span], list[Span]]:
    """Give a look-up of those spans that share a character with another one, by their start.

    >>> overlapping([Span(8, 9), Span(0, 3), Span(2, 5)])(Span(4, 8))
    [Span(start=2, end=5)]
    """
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    reached = list(accumulate((span.end for span in ordered), max))

    def look(other: Span) -> list[Span]:
        stop = bisect_left(starts, other.end)
        first = stop
        while first and reached[first - 1] > other.start:
            first -= 1
        return [span for span in ordered[first:stop] if span.overlaps(other)]

    return look
