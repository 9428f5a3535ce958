"""Find the names of a table in a text, the longest at each place, in time linear in the text."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, Implementation

__all__ = ["compiled", "heads", "longest_at", "occurrences"]

MAX_TABLED_NAMES = 2000
_HALF = re.compile(r"[\ud800-\udfff]")


def compiled(names: Iterable[str]) -> AhoCorasick:
    """Give what :func:`occurrences` looks for; a name has two characters at least.

    A table of states is twice as fast; of more names it would take too long to build.
    """
    wanted = sorted({name for name in names if len(name) > 1})
    tabled = Implementation.DFA if len(wanted) <= MAX_TABLED_NAMES else None
    return AhoCorasick(wanted, store_patterns=False, implementation=tabled)


def occurrences(chars: str, names: AhoCorasick) -> Iterator[tuple[int, int]]:
    """Give where names stand, leftmost and longest, none overlapping.

    A longer name that begins inside a shorter one and goes beyond it stands instead of it.

    >>> list(occurrences("教育部、财政部门", compiled(["财政部", "教育部"])))
    [(0, 3), (4, 7)]
    >>> list(occurrences("推广河池市经验", compiled(["广河", "河池市"])))
    [(2, 5)]
    """
    longest = {start: end for _, start, end in _all(chars, names)}  # in order of their ends
    reached = 0
    for start in sorted(longest):
        end = longest[start]
        if start >= reached and not _overtaken(longest, start, end):
            reached = end
            yield start, end


def _all(chars: str, names: AhoCorasick) -> list[tuple[int, int, int]]:
    """Give every name, one inside another too; half a surrogate pair is no character."""
    try:
        return names.find_matches_as_indexes(chars, overlapping=True)
    except UnicodeEncodeError:
        return names.find_matches_as_indexes(_HALF.sub("\ufffd", chars), overlapping=True)


def _overtaken(longest: Mapping[int, int], start: int, end: int) -> bool:
    return any(longest.get(at, at) - at > end - start for at in range(start + 1, end))


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


def longest_at(chars: str, start: int, index: Mapping[str, tuple[str, ...]]) -> str:
    """Give the longest name of :func:`heads` that begins at an offset, nothing where none does."""
    for name in index.get(chars[start : start + 2], ()):
        if chars.startswith(name, start):
            return name
    return ""
