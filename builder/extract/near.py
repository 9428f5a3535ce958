"""A pattern that needs a rare word is tried only around that word.

A pattern over a whole text costs as much where it cannot match as where it can.  Finding a
word costs nearly nothing: 指挥部 stands in few documents, and there in few places.
"""

import re
from collections.abc import Iterator, Sequence

from builder.model.span import Span

__all__ = ["near"]


def near(
    pattern: re.Pattern[str], chars: str, words: Sequence[str], *, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern, each of which holds one of the words.

    ``before`` and ``behind`` are the most characters that a match, with what it looks ahead
    to, can have before and behind the first character of such a word.

    >>> pattern = re.compile("[省市].{2,8}?指挥部")
    >>> [m[0] for m in near(pattern, "由省防汛指挥部指挥", ["指挥部"], before=9, behind=3)]
    ['省防汛指挥部']
    """
    for window in _windows(chars, words, before, behind):
        yield from pattern.finditer(chars, *window)


def _windows(chars: str, words: Sequence[str], before: int, behind: int) -> list[Span]:
    """Give the stretches around the words, those that touch joined."""
    joined: list[Span] = []
    for at in sorted(at for word in words for at in _places(chars, word)):
        start, end = max(at - before, 0), at + behind
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return joined


def _places(chars: str, word: str) -> Iterator[int]:
    at = chars.find(word)
    while at >= 0:
        yield at
        at = chars.find(word, at + 1)
