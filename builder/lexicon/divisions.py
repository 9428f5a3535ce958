"""Administrative divisions by name: which place an issuer's name begins with, and its level."""

import re
from dataclasses import dataclass
from functools import cache

from builder.lexicon.tables import rows
from builder.model.outline import Level

__all__ = ["Division", "is_issuer", "of_name"]

LEVELS: dict[str, Level] = {
    "country": "national",
    "province": "provincial",
    "prefecture": "prefectural",
    "county": "county",
    "district": "county",
}
BODY = re.compile(
    r"(?:人民政府|国务院|政府|委员会|办公厅|办公室|厅|局|部|委|办|院|会|行|署|社|管委会|工委|组|处|中心)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """行政区划: a place by its full name, its level and the chain of places above it."""

    code: str
    name: str
    level: Level
    above: tuple[str, ...]


def of_name(name: str) -> Division | None:
    """Give the smallest place at the beginning of a name.

    >>> of_name("六安市人民政府办公室").level
    'prefectural'
    >>> of_name("国务院办公厅").name
    '中华人民共和国'
    """
    plain = name.removeprefix("中共")
    if plain.startswith(("国务院", "国家", "中华人民共和国", "中央", "中共中央")):
        return _by_name()["中华人民共和国"][0]
    found: Division | None = None
    while plain:
        place = _longest(plain)
        if place is None:
            return found
        found, plain = place, plain[len(place.name) :]
    return found


def is_issuer(name: str) -> bool:
    """Say whether a name is that of a body that can issue a document."""
    return BODY.search(name) is not None


def _longest(name: str) -> Division | None:
    for length in range(min(len(name), 12), 1, -1):
        places = _by_name().get(name[:length])
        if places:
            return places[0]
    return None


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    places = [_without_county(row) for row in rows("places")]
    by_code = {row["code"]: row for row in places}
    out: dict[str, tuple[Division, ...]] = {}
    for row in places:
        level = "provincial" if row["kind"] == "province" else LEVELS[row["kind"]]
        above, parent = [], row["parent"]
        while parent:
            above.append(by_code[parent]["name"])
            parent = by_code[parent]["parent"]
        division = Division(code=row["code"], name=row["name"], level=level, above=tuple(above))
        out[row["name"]] = (*out.get(row["name"], ()), division)
    return out


def _without_county(row: dict[str, str]) -> dict[str, str]:
    """Prefectural cities without counties (东莞市) stand in the table as their own county."""
    if row["code"] != row["parent"]:
        return row
    return row | {"kind": "prefecture", "parent": row["code"][:2] + "0000"}
