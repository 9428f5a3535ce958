"""GBK codes as byte pairs: what decodes, what falls on unmapped codes, what a slip leaves.

A stream read one byte off shows the pairs (second byte of one character, first byte of the
next).  A pair without a character is dropped by most decoders; some keep it as a
private-use character, of which the code can be told (U+E087 = AB CA, by the user-defined
areas of code page 936).
"""

import itertools
from collections.abc import Iterable
from functools import cache

__all__ = [
    "FOLDED_MARKS",
    "drop_leads",
    "is_mapped",
    "pair",
    "slipped",
    "unmapped_after",
    "wide_pair",
]

# , ( ) : ; ! ? as pages fold the full-width marks of GBK row A3
FOLDED_MARKS = {c: chr(ord(c) + 0xFEE0) for c in ",():;!?"}
USER_AREAS = (
    # first code point, first lead byte, last lead byte, first trail byte, codes a row
    (0xE000, 0xAA, 0xAF, 0xA1, 94),
    (0xE234, 0xF8, 0xFE, 0xA1, 94),
    (0xE4C6, 0xA1, 0xA7, 0x40, 96),
)


@cache
def pair(char: str) -> tuple[int, int] | None:
    """Give the two bytes of a character, or None for one byte or none at all.

    >>> [hex(b) for b in pair("權")]
    ['0x99', '0xe0']
    >>> [hex(b) for b in pair("\\ue087")]
    ['0xab', '0xca']
    """
    user = _user_defined(ord(char))
    if user:
        return user
    try:
        coded = char.encode("gbk")
    except UnicodeEncodeError:
        return None
    return (coded[0], coded[1]) if len(coded) == 2 else None


def wide_pair(char: str) -> tuple[int, int] | None:
    """Give the bytes of a character, folded half-width marks taken as full-width.

    >>> [hex(b) for b in wide_pair("!")]
    ['0xa3', '0xa1']
    """
    return pair(FOLDED_MARKS.get(char, char))


@cache
def unmapped_after(lead: int) -> frozenset[int]:
    """Give the second bytes with which a first byte makes no character."""
    return frozenset(b for b in range(0x40, 0xFF) if b != 0x7F and not is_mapped(lead, b))


@cache
def drop_leads() -> frozenset[int]:
    """Give the bytes that may begin a dropped pair."""
    return frozenset(lead for lead in range(0x81, 0xFF) if unmapped_after(lead) - set(range(0x81)))


def slipped(chars: Iterable[str]) -> list[tuple[int, int]]:
    """Give the pairs of a text read one byte off: those that decode, in order.

    The first byte of the first character and the last byte of the last one stand outside.

    >>> pairs = slipped("一）實施")
    >>> bytes(b for pair in pairs for b in pair).decode("gbk")
    '唬嵤'
    """
    pairs = [known for c in chars if (known := pair(c))]
    shifted = [(a[1], b[0]) for a, b in itertools.pairwise(pairs)]
    return [p for p in shifted if is_mapped(*p)]


def _user_defined(code: int) -> tuple[int, int] | None:
    for first, lead, last, trail, row in USER_AREAS:
        if first <= code < first + (last - lead + 1) * row:
            line, column = divmod(code - first, row)
            low = trail + column
            return lead + line, low + (1 if row == 96 and low >= 0x7F else 0)
    return None


@cache
def is_mapped(lead: int, trail: int) -> bool:
    """Say whether two bytes make a character in GBK."""
    try:
        return len(bytes((lead, trail)).decode("gbk")) == 1
    except UnicodeDecodeError:
        return False
