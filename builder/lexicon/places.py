"""Administrative divisions: by code, by full name, by short name within a line of places.

A name alone often means several places (朝阳 is a city in Liaoning and districts in Beijing
and Changchun), so a short name is read *within* the line of places of the document it stands
in, and gives nothing where more than one place is left.  Regions that are no divisions
(长三角, 皖北) are in :mod:`builder.lexicon.regions`.

Source: GB/T 2260 codes and names, see the head of ``builder/data/places.csv``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon.tables import rows, toml
from builder.model.outline import Level

__all__ = [
    "CHINA",
    "MAX_NAME_CHARS",
    "Division",
    "DivisionKind",
    "ancestors",
    "by_code",
    "called",
    "children",
    "inside",
    "level",
    "line",
    "located",
    "named",
    "names",
    "province",
    "province_of_abbreviation",
    "resolve",
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


def names() -> frozenset[str]:
    """Give every full and short name that :func:`called` answers."""
    return frozenset(_by_name()) | frozenset(_by_short())


def short_forms(division: Division) -> tuple[str, ...]:
    """Give the short names of a division; a one-character rest is no name.

    >>> short_forms(by_code("433100"))
    ('湘西州', '湘西')
    >>> short_forms(named("赵县")[0])
    ()
    """
    return _short_forms(division.name)


def resolve(surface: str, *, within: Sequence[str] = ()) -> Division | None:
    """Give the one division that a name means in a document of the places ``within``.

    ``within`` are codes, the document's own place first, its parents after it
    (:func:`line`).  A province's name is the province everywhere; else a place inside the
    own place comes before one inside the parent, and a larger one before a smaller one.
    None where no candidate or more than one is left.

    >>> resolve("朝阳", within=line("110000")).name
    '朝阳区'
    >>> resolve("朝阳").name
    '朝阳市'
    >>> resolve("鼓楼区") is None
    True
    >>> resolve("河北", within=line("120000")).name
    '河北省'
    """
    candidates = called(surface)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    provinces = [d for d in candidates if d.kind == "province"]
    if provinces:
        return provinces[0]
    for own in within:
        if own == CHINA:
            break
        found = _largest([d for d in candidates if inside(d.code, own)])
        if found is not None:
            return found
    return _largest(list(candidates))


def located(words: str) -> Division | None:
    """Give the division that a name with its parents in front means.

    >>> located("安徽省六安市金安区").code
    '341502'
    >>> located("广东省中山市").name
    '中山市'
    >>> located("六安市").code
    '341500'
    >>> located("某某市") is None
    True
    """
    within: tuple[str, ...] = ()
    found: Division | None = None
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + MAX_NAME_CHARS), start + 1, -1):
            division = resolve(words[start:end], within=within)
            if division is not None and (found is None or inside(division.code, found.code)):
                break
        else:
            return None
        found, within, start = division, line(division.code), end
    return found


MAX_NAME_CHARS = 15  # 双江拉祜族佤族布朗族傣族自治县


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


def _largest(candidates: list[Division]) -> Division | None:
    """Give the one candidate of the highest level, None where two share it."""
    if not candidates:
        return None
    top = min(RANKS[d.kind] for d in candidates)
    best = [d for d in candidates if RANKS[d.kind] == top]
    return best[0] if len(best) == 1 else None


def _short_forms(name: str) -> tuple[str, ...]:
    words = toml("place_words")["short"]
    kind = next((kind for kind in words["kinds"] if name.endswith(kind)), None)
    if kind is None:
        return ()
    stem = name.removesuffix(kind)
    forms: list[str] = []
    if kind.startswith("自治") and kind != "自治区":
        stem = _without_peoples(stem, tuple(words["peoples"]))
        forms.append(stem + kind[-1])
    elif kind == "自治区":
        stem = _without_peoples(stem, tuple(p for p in words["peoples"] if p != "蒙古"))
    if len(stem) > 1:
        forms.append(stem)
    return tuple(form for form in forms if len(form) > 1)


def _without_peoples(stem: str, peoples: tuple[str, ...]) -> str:
    """Cut the names of peoples off the end; never leave fewer than two characters."""
    while True:
        ends = [p for p in peoples if stem.endswith(p) and len(stem) - len(p) >= 2]
        if not ends:
            return stem.removesuffix("族") if len(stem) > 2 else stem
        stem = stem.removesuffix(max(ends, key=len))


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
        for form in _short_forms(division.name)
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
