"""Does a reading explain a misdecoded run: damaging it again must give exactly the run."""

from collections.abc import Iterator, Sequence
from functools import cache

from builder.lexicon.gbk import FOLDED_MARKS, is_mapped, pair, wide_pair
from builder.lexicon.script import traditional_forms

__all__ = ["explains"]

QUESTION = "?？\ufffd"
INDENT = "\u3000"
Pair = tuple[int, int]


def explains(reading: str, run: str) -> bool:
    """Say whether a reading, read one byte off in GBK, gives exactly the shown run.

    The reading may be in simplified script and half-width marks where the damaged text was
    traditional and full-width; a ``?`` in front stands for the first byte, an ASCII letter
    or sign that GBK has as a second byte at the end for the last one.

    >>> explains("（四）实施城市更新和安全韧", "?。ㄋ模嵤┏鞘懈潞桶踩g")
    True
    >>> explains("（五）实施城市更新和安全韧", "?。ㄋ模嵤┏鞘懈潞桶踩g")
    False
    >>> explains("川东", "?|"), explains("山东", "?|")
    (True, False)
    """
    shown = run.lstrip(QUESTION)
    last = ord(shown[-1]) if shown and "@" <= shown[-1] <= "~" else None
    shown = (shown[:-1] if last is not None else shown).rstrip(QUESTION)
    pairs = [wide_pair(c) for c in shown]
    known = [p for p in pairs if p is not None]
    marked = last is not None and run[0] in QUESTION
    if not reading or len(known) < len(pairs) or not (pairs or marked):
        return False
    return any(_gives(chars, known, last) for chars in (reading, INDENT + reading))


def _gives(reading: str, shown: Sequence[Pair], last: int | None) -> bool:
    states = {(0, trail) for _, trail in _forms(reading[0])}
    for char in reading[1:]:
        states = set(_next(states, char, shown))
        if not states:
            return False
    return any(i == len(shown) and last in (None, trail) for i, trail in states)


def _next(states: set[tuple[int, int]], char: str, shown: Sequence[Pair]) -> Iterator[Pair]:
    for i, before in states:
        for lead, trail in _forms(char):
            if i < len(shown) and shown[i] == (before, lead):
                yield i + 1, trail
            elif not is_mapped(before, lead):
                yield i, trail


@cache
def _forms(char: str) -> tuple[Pair, ...]:
    """Give the GBK bytes that a character of a restored text may have had in its source."""
    wide = FOLDED_MARKS.get(char, char)
    coded = (pair(form) for form in (wide, *traditional_forms().get(char, ())))
    return tuple(found for found in coded if found)
