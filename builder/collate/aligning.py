"""Two copies of one text side by side: which stretch of one answers to which of the other.

Lines are matched first, then characters inside the blocks that differ, so that long texts
stay cheap and a lost paragraph does not shift the rest.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from builder.model.span import Span

__all__ = ["Alignment", "align"]

MAX_BLOCK_CHARS = 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Stretches that differ, in order: (span in the one, span in the other)."""

    differences: tuple[tuple[Span, Span], ...]

    def answers(self, span: Span) -> Span | None:
        """Give the span of the other text that answers to a span of the one.

        What only the other text has at either edge is taken in: the caller knows that the
        one text is damaged there.  None where an edge lies inside a difference.

        >>> align("市域铁路", "市域(郊)铁路").answers(Span(2, 4))
        Span(start=2, end=7)
        """
        start, end = self._place(span.start, last=False), self._place(span.end, last=True)
        return Span(start, end) if start is not None and end is not None else None

    def _place(self, at: int, *, last: bool) -> int | None:
        """Give the place in the other text; at a difference, the side away from the span."""
        shift = 0
        for one, other in self.differences:
            insertion = one.start == one.end
            if at < one.start or (at == one.start and not (last and insertion)):
                break
            if one.start < at < one.end:
                return None
            shift = other.end - one.end
        return at + shift


def align(one: str, other: str) -> Alignment:
    """Give where two texts differ.

    >>> align("甲\\n乙丙", "甲\\n乙丁").differences
    ((Span(start=3, end=4), Span(start=3, end=4)),)
    """
    lines, others = one.split("\n"), other.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    other_starts = [0, *accumulate(len(line) + 1 for line in others)]
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    found: list[tuple[Span, Span]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            block = Span(starts[i], min(starts[j], len(one)))
            answer = Span(other_starts[k], min(other_starts[m], len(other)))
            found += _inside(one, other, block, answer)
    return Alignment(differences=tuple(found))


def _inside(one: str, other: str, block: Span, answer: Span) -> list[tuple[Span, Span]]:
    if not block.of(one) or not answer.of(other) or _too_long(block, answer):
        return [(block, answer)]
    codes = Levenshtein.opcodes(block.of(one), answer.of(other))
    return [
        (
            Span(code.src_start, code.src_end).shift(block.start),
            Span(code.dest_start, code.dest_end).shift(answer.start),
        )
        for code in codes
        if code.tag != "equal"
    ]


def _too_long(block: Span, answer: Span) -> bool:
    return max(block.end - block.start, answer.end - answer.start) > MAX_BLOCK_CHARS
