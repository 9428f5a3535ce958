"""Which files may be copies of one document: blocks that collation can take one by one.

A block is wider than a work: whatever could be a copy of something in it is in it, by
number, by title, or by likeness where either has no number.  So blocks can be collated
apart from each other, in parallel, and a new file touches its own block alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from builder.lexicon import keys
from builder.pipeline.stages import Sketch

__all__ = ["blocks"]

BAND_ROWS = 4


def blocks(sketches: Sequence[Sketch]) -> tuple[tuple[Sketch, ...], ...]:
    """Give the sketches in blocks, each in order of sources, blocks by their first source."""
    ordered = sorted((item for item in sketches if item.text), key=lambda item: item.source)
    leader = list(range(len(ordered)))
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, item in enumerate(ordered):
        for mark in _marks(item):
            groups[mark].append(place)
    for mark, places in groups.items():
        if mark[0] == "number" or any(not _number(ordered[place]) for place in places):
            for place in places[1:]:
                _join(leader, places[0], place)
    members: dict[int, list[Sketch]] = defaultdict(list)
    for place, item in enumerate(ordered):
        members[_find(leader, place)].append(item)
    return tuple(tuple(block) for block in members.values())


def _marks(item: Sketch) -> Iterator[tuple[object, ...]]:
    if number := _number(item):
        yield ("number", number)
    header = item.header
    for title in {header.title, header.notice_title} if header else ():
        if title:
            yield ("title", keys.fold_title(title))
    for band in range(0, len(item.signature) - BAND_ROWS + 1, BAND_ROWS):
        yield ("band", band, item.signature[band : band + BAND_ROWS])


def _number(item: Sketch) -> str:
    number = item.header.doc_number if item.header else None
    return keys.number_key(number) if number else ""


def _find(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _join(leader: list[int], one: int, other: int) -> None:
    first, second = sorted((_find(leader, one), _find(leader, other)))
    leader[second] = first
