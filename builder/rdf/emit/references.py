"""From the names that records hold to the keys of agencies and places.

A header names its issuer and place by their full names; mentions carry keys.  Both must
lead to one node.
"""

from functools import cache

from builder.lexicon.tables import rows
from builder.model.record import Record

__all__ = ["agency_key", "ancestors", "gazetteer", "gazetteer_key", "place_key"]


def agency_key(name: str, record: Record) -> str:
    """Give the key of an agency that a document names in full."""
    for agency in record.mentions.agencies:
        if agency.canonical == name:
            return agency.key
    return name


def place_key(name: str, record: Record) -> str:
    """Give the key of a place that a document names in full."""
    for place in record.mentions.places:
        if name in (place.canonical, place.key):
            return place.key
    return gazetteer_key(name)


def ancestors(code: str) -> tuple[tuple[str, str], ...]:
    """Give code and name of the places that a place lies in, nearest first.

    >>> ancestors("341500")
    (('340000', '安徽省'), ('100000', '中华人民共和国'))
    """
    found: list[tuple[str, str]] = []
    row = gazetteer().get(code)
    while row is not None and row["parent"]:
        row = gazetteer()[row["parent"]]
        found.append((row["code"], row["name"]))
    return tuple(found)


def gazetteer_key(name: str) -> str:
    """Give the code of the only place of a name, or the name where it has none or several.

    >>> gazetteer_key("湖南省"), gazetteer_key("朝阳区"), gazetteer_key("长三角")
    ('430000', '朝阳区', '长三角')
    """
    codes = _by_name().get(name, ())
    return codes[0] if len(codes) == 1 else name


@cache
def gazetteer() -> dict[str, dict[str, str]]:
    """Give the rows of the gazetteer by code."""
    return {row["code"]: row for row in rows("places")}


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("places"):
        found.setdefault(row["name"], []).append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}
