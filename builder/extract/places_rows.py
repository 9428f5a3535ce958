"""A name in a row of names -> what it means there: 太湖、巢湖 are lakes, 东方、昌江 in Hainan.

A short name shared by a water and a place, or by places far apart, is told by its company.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from builder.lexicon import places as lexicon
from builder.lexicon import regions
from builder.lexicon.places import Division
from builder.lexicon.regions import Region
from builder.lexicon.tables import toml
from builder.model.span import Span

__all__ = ["meant_beside", "water"]

MAX_ROW_CHARS = 40
_BEFORE = re.compile(r"(?:[一-龥]{2,6}[、和])+$")
_BEHIND = re.compile(r"(?:[、和][一-龥]{2,6})+")
_JOIN = re.compile("[、和]")
_SIZES = (4, 3, 2)


def water(chars: str, span: Span) -> Region | None:
    """Give the river, lake or sea that a name means which is a place elsewhere.

    >>> water("治理太湖、巢湖", Span(5, 7)).name
    '巢湖'
    >>> water("支持肥东、巢湖", Span(5, 7)) is None
    True
    """
    name = span.of(chars)
    if name not in _waters():
        return None
    of_water = _of_water().match(chars, span.end) or any(
        _is_water(other) for other in _beside(chars, span)
    )
    if not of_water:
        return None
    return Region(name=name, kind="region", parent="中华人民共和国", members=())


def meant_beside(
    chars: str, span: Span, candidates: Sequence[Division], within: Sequence[str]
) -> Division | None:
    """Give the one of several places of a name that lies in the province of its neighbours.

    >>> chars = "阳江、东方、昌江、澄迈"
    >>> meant_beside(chars, Span(6, 8), lexicon.called("昌江"), ()).name
    '昌江黎族自治县'
    """
    for other in _beside(chars, span):
        beside = lexicon.resolve(other, within=within)
        province = lexicon.province(beside.code) if beside else None
        near = [d for d in candidates if province and lexicon.inside(d.code, province.code)]
        if len(near) == 1:
            return near[0]
    return None


def _beside(chars: str, span: Span) -> Iterator[str]:
    """Give the names of the row in which a name stands, the nearest first.

    The ends of the row stand against other words: 治理|太湖、巢湖, each cut is given.
    """
    before = _BEFORE.search(chars, max(0, span.start - MAX_ROW_CHARS), span.start)
    behind = _BEHIND.match(chars, span.end, span.end + MAX_ROW_CHARS)
    for words in _JOIN.split(before[0])[-2::-1] if before else ():
        yield from (words[-size:] for size in _SIZES if size <= len(words))
    for words in _JOIN.split(behind[0])[1:] if behind else ():
        yield from (words[:size] for size in _SIZES if size <= len(words))


def _is_water(name: str) -> bool:
    return name[-1] in "江河湖海池" and name not in _waters() and regions.called(name) is not None


@cache
def _waters() -> frozenset[str]:
    return frozenset(toml("place_rules")["water"]["names"])


@cache
def _of_water() -> re.Pattern[str]:
    return re.compile(toml("place_rules")["water"]["behind"])
