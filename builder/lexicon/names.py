"""Find the names of a table in a text, the longest at each place, in time linear in the text."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from operator import add

__all__ = ["heads", "longest_at", "occurrences"]


def heads(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the names by their first two characters, longest first.

    >>> heads(["财政部", "财政", "教育部"])["财政"]
    ('财政部', '财政')
    """
    found: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if len(name) > 1:
            found.setdefault(name[:2], []).append(name)
    return {head: tuple(some) for head, some in found.items()}


def occurrences(chars: str, index: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Give where the names of :func:`heads` stand, leftmost and longest, none overlapping.

    A longer name that begins inside a shorter one and goes beyond it stands instead of it.

    >>> list(occurrences("教育部、财政部门", heads(["财政部", "教育部"])))
    [(0, 3), (4, 7)]
    >>> list(occurrences("推广河池市经验", heads(["广河", "河池市"])))
    [(2, 5)]
    """
    known = map(index.__contains__, map(add, chars, chars[1:]))
    reached = 0
    for start in compress(range(len(chars)), known):
        if start >= reached:
            name = longest_at(chars, start, index)
            if name and not _overtaken(chars, start, len(name), index):
                reached = start + len(name)
                yield start, reached


def _overtaken(chars: str, start: int, size: int, index: Mapping[str, tuple[str, ...]]) -> bool:
    inside = range(start + 1, start + size)
    return any(len(longest_at(chars, at, index)) > size for at in inside)


def longest_at(chars: str, start: int, index: Mapping[str, tuple[str, ...]]) -> str:
    """Give the longest name that begins at an offset, nothing where none does."""
    for name in index.get(chars[start : start + 2], ()):
        if chars.startswith(name, start):
            return name
    return ""
