"""A stretch of text: half-open offsets in Unicode code points."""

from typing import NamedTuple

__all__ = ["Span"]


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
