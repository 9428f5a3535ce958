"""The table of administrative divisions: by code, by full and short name, and what lies in what.

Source: GB/T 2260 codes and names, see the head of ``builder/data/places.csv``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon.places.short_names import short_names
from builder.lexicon.tables import rows, toml
from builder.model.outline import Level

__all__ = [
    "CHINA",
    "RANKS",
    "Division",
    "DivisionKind",
    "ancestors",
    "by_code",
    "called",
    "children",
    "full_names",
    "inside",
    "level",
    "line",
    "named",
    "names",
    "province",
    "province_of_abbreviation",
    "short_forms",
]

CHINA = "100000"

DivisionKind = Literal["country", "province", "prefecture", "county", "district", "other"]

LEVELS: dict[str, Level] = {
    "country": "national",
    "province": "provincial",
    "prefecture": "prefectural",
    "county": "county",
    "district": "county",
    "other": "county",
}
RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "district": 3, "other": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """行政区划: one place of the gazetteer; ``parent`` is a code, empty for the country."""

    code: str
    name: str
    kind: DivisionKind
    parent: str


def by_code(code: str) -> Division | None:
    """Give the division with a code.

    >>> by_code("341500").name
    '六安市'
    """
    return _by_code().get(code)


def named(name: str) -> tuple[Division, ...]:
    """Give all divisions of a full name, by code.

    >>> [d.parent for d in named("朝阳区")]
    ['110000', '220100']
    """
    return _by_name().get(name, ())


def called(surface: str) -> tuple[Division, ...]:
    """Give all divisions that a full or short name can mean, larger ones first.

    >>> [d.name for d in called("吉林")]
    ['吉林省', '吉林市']
    >>> [d.name for d in called("湘西州")]
    ['湘西土家族苗族自治州']
    """
    return _by_name().get(surface) or _by_short().get(surface, ())


@cache
def full_names() -> frozenset[str]:
    """Give every full name that :func:`named` answers."""
    return frozenset(_by_name())


def names() -> frozenset[str]:
    """Give every full and short name that :func:`called` answers."""
    return frozenset(_by_name()) | frozenset(_by_short())


@cache
def short_forms(division: Division) -> tuple[str, ...]:
    """Give the short names of a division; a one-character rest is no name.

    >>> short_forms(by_code("433100"))
    ('湘西州', '湘西自治州', '湘西')
    >>> short_forms(named("赵县")[0])
    ()
    """
    return short_names(division.name)


@cache
def ancestors(code: str) -> tuple[Division, ...]:
    """Give the places that a place lies in, nearest first, without itself.

    >>> [d.name for d in ancestors("341502")]
    ['六安市', '安徽省', '中华人民共和国']
    """
    found: list[Division] = []
    division = _by_code().get(code)
    while division is not None and division.parent:
        division = _by_code()[division.parent]
        found.append(division)
    return tuple(found)


@cache
def line(code: str) -> tuple[str, ...]:
    """Give the code of a place and of all that it lies in, nearest first."""
    return (code, *(division.code for division in ancestors(code)))


def inside(code: str, other: str) -> bool:
    """Say whether a place is, or lies in, another one."""
    return other in line(code)


def children(code: str) -> tuple[Division, ...]:
    """Give the places right below a place, by code.

    >>> len(children("341500"))
    7
    """
    return _children().get(code, ())


def level(division: Division) -> Level:
    """Give the level of government of a division; districts of 直辖市 count as county."""
    return LEVELS[division.kind]


@cache
def province(code: str) -> Division | None:
    """Give the province that a place is or lies in; None for the country."""
    return next(
        (d for c in line(code) if (d := _by_code()[c]).kind == "province"),
        None,
    )


def province_of_abbreviation(char: str) -> Division | None:
    """Give the province of a one-character name.

    >>> province_of_abbreviation("湘").name
    '湖南省'
    """
    code = _abbreviations().get(char)
    return by_code(code) if code else None


@cache
def _by_code() -> dict[str, Division]:
    return {
        row["code"]: Division(
            code=row["code"], name=row["name"], kind=_kind(row), parent=row["parent"]
        )
        for row in rows("places")
    }


def _kind(row: dict[str, str]) -> DivisionKind:
    """Give the kind of a row; zones with a statistical code only are no divisions."""
    kind: DivisionKind = row["kind"]  # type: ignore[assignment]
    statistical = row["code"][4:] in _STATISTICAL and kind in ("county", "district")
    return "other" if statistical else kind


_STATISTICAL = frozenset({"57", *(str(number) for number in range(71, 80))})


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    return _index((division.name, division) for division in _by_code().values())


@cache
def _by_short() -> dict[str, tuple[Division, ...]]:
    return _index(
        (form, division)
        for division in _by_code().values()
        if division.kind != "other"
        for form in short_names(division.name)
    )


def _index(pairs: Iterable[tuple[str, Division]]) -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for name, division in pairs:
        found.setdefault(name, []).append(division)
    return {
        name: tuple(sorted(some, key=lambda d: (RANKS[d.kind], d.code)))
        for name, some in found.items()
    }


@cache
def _children() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for division in _by_code().values():
        found.setdefault(division.parent, []).append(division)
    return {code: tuple(sorted(some, key=lambda d: d.code)) for code, some in found.items()}


@cache
def _abbreviations() -> dict[str, str]:
    return {
        char: row["code"]
        for row in toml("place_words")["province"]
        for char in row["abbreviations"]
    }
