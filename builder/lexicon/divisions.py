"""Administrative divisions by name: which place an issuer's name begins with, and its level."""

import re
from dataclasses import dataclass
from functools import cache

from builder.lexicon.tables import rows
from builder.model.outline import Level

__all__ = ["Division", "is_issuer", "of_name", "of_stem", "places_in"]

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


def places_in(words: str) -> tuple[Division, ...]:
    """Give the places whose full names stand in some words, in order.

    >>> [place.name for place in places_in("肥西县、六安市人民政府")]
    ['肥西县', '六安市']
    """
    if "国务院" in words:
        return (_by_name()["中华人民共和国"][0],)
    out, at = [], 0
    while at < len(words):
        place = _longest(words[at:])
        if place is not None:
            out.append(place)
        at += len(place.name) if place else 1
    return tuple(out)


def of_stem(stem: str) -> Division | None:
    """Give the place with a short name, where only one place has it.

    >>> of_stem("云阳").name
    '云阳县'
    """
    places = _by_stem().get(stem, ())
    return places[0] if len(places) == 1 else None


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


@cache
def _by_stem() -> dict[str, tuple[Division, ...]]:
    out: dict[str, tuple[Division, ...]] = {}
    for name, places in _by_name().items():
        stem = re.sub(r"(?:省|市|县|区|盟|旗|自治区|自治州|自治县|自治旗)$", "", name)
        if len(stem) > 1:
            out[stem] = (*out.get(stem, ()), *places)
    return out


def _without_county(row: dict[str, str]) -> dict[str, str]:
    """Prefectural cities without counties (东莞市) stand in the table as their own county."""
    if row["code"] != row["parent"]:
        return row
    return row | {"kind": "prefecture", "parent": row["code"][:2] + "0000"}
