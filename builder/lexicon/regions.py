"""Regions that are no administrative divisions: 长三角, 合肥都市圈, 皖北, 兰州新区.

Source: the head of ``builder/data/regions.csv``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon import places
from builder.lexicon.tables import rows, toml

__all__ = ["Region", "called", "direction", "names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """区域: a named area; ``parent`` and ``members`` are full names of places."""

    name: str
    kind: Literal["region", "district", "other"]
    parent: str
    members: tuple[str, ...]


def called(surface: str) -> Region | None:
    """Give the region of a name.

    >>> called("长三角").name
    '长江三角洲'
    >>> called("长株潭").members
    ('长沙市', '株洲市', '湘潭市')
    """
    return _by_name().get(surface)


def names() -> frozenset[str]:
    """Give every name of a known region."""
    return frozenset(_by_name())


def direction(surface: str) -> Region | None:
    """Give the part of a province that a one-character name and a direction mean.

    >>> direction("湘西南").parent
    '湖南省'
    >>> direction("云南") is None
    True
    """
    rule = toml("place_rules")["direction"]
    if surface[:1] not in rule["only"] or surface[1:] not in rule["directions"]:
        return None
    province = places.province_of_abbreviation(surface[0])
    if province is None:
        return None
    return Region(name=surface, kind="region", parent=province.name, members=())


@cache
def _by_name() -> dict[str, Region]:
    return dict(_pairs())


def _pairs() -> Iterator[tuple[str, Region]]:
    for row in rows("regions"):
        region = Region(
            name=row["name"],
            kind=row["kind"],  # type: ignore[arg-type]
            parent=row["parent"],
            members=tuple(filter(None, row["members"].split(";"))),
        )
        for name in filter(None, (row["name"], *row["aliases"].split(";"))):
            yield name, region
