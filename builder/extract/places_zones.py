"""Names built on places: zones (合肥高新区), regions (酒嘉双城经济圈), pairs (合六两市)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from builder.extract.places_model import Found
from builder.lexicon import places as lexicon
from builder.lexicon.alternatives import any_of
from builder.lexicon.places import CHINA, Division
from builder.lexicon.tables import toml
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["Zone", "pair_of", "zone_behind", "zone_by_pair", "zones_beside"]


OFFICIAL = (
    "高新技术产业开发区",
    "经济技术开发区",
    "经济开发区",
    "综合保税区",
)
PLAIN = "开发区"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A name that a place and a suffix build."""

    surface: str
    span: Span
    place: Place
    rule: str


def zone_behind(chars: str, start: int, end: int, place: Place) -> Zone | None:
    """Give the zone that a place name opens at ``start``; ``end`` is the end of the place.

    >>> hefei = Place(key="340100", canonical="合肥市", aliases=(), kind="prefecture",
    ...               parent="安徽省", code="340100")
    >>> zone_behind("合肥高新区建设", 0, 2, hefei).place.canonical
    '合肥高新技术产业开发区'
    >>> zone_behind("合肥开发区", 0, 2, hefei).place.canonical
    '合肥开发区'
    >>> zone_behind("合肥建设高新区", 0, 2, hefei) is None
    True
    """
    m = _behind_pattern().match(chars, end)
    if m is None:
        return None
    surface = chars[start : m.end()]
    if m["suffix"] == PLAIN and (m.start("suffix") > end or place.kind in ("province", "region")):
        return None  # 六安各开发区, 安徽开发区条例
    if m.start("suffix") == end and surface.startswith(place.canonical) and _wide(place):
        return None  # 云南省工业园区 are those of the whole province
    row = _suffixes()[m["suffix"]]
    full = toml("place_rules")["suffix_full"].get(m["suffix"], m["suffix"])
    stem = surface.removesuffix(m["suffix"])
    if full in OFFICIAL and stem == place.canonical and stem.endswith("市"):
        stem = stem[:-1]  # 桂林市经济技术开发区 is 桂林经济技术开发区
    canonical = stem + full
    inside = row["kind"] == "other" and place.kind != "region"
    parent = place.canonical if inside else _above(place)
    return Zone(
        surface=surface,
        span=Span(start, m.end()),
        place=_unknown(canonical, row["kind"], parent),
        rule=f"place-and-{row['id']}-suffix",
    )


def _wide(place: Place) -> bool:
    return place.kind == "province" and place.canonical.endswith(("省", "自治区"))


def zone_by_pair(chars: str, within: Sequence[str]) -> Iterator[Zone]:
    """Give regions and zones named by one character a place: 酒嘉双城经济圈, 六松现代产业园."""
    for m in _suffix_pattern().finditer(chars):
        for size in (3, 2):
            start = m.start() - size
            pair = chars[max(0, start) : m.start()]
            parent = _parent_of_pair(pair, _suffixes()[m[0]]["id"], within)
            if len(pair) == size and parent is not None:
                row = _suffixes()[m[0]]
                yield Zone(
                    surface=pair + m[0],
                    span=Span(start, m.end()),
                    place=_unknown(pair + m[0], row["kind"], parent),
                    rule=f"pair-and-{row['id']}-suffix",
                )
                break


def zones_beside(chars: str, found: Sequence[Found]) -> list[Found]:
    """Give the places with zones of unknown places that stand right beside a known one.

    >>> words = "推动长集现代农业产业园与金山现代农业产业园合作"
    >>> jinshan = _unknown("金山现代农业产业园", "other", "上海市")
    >>> known = Found(span=Span(12, 21), place=jinshan, rule="place-and-zone-suffix")
    >>> [x.place.canonical for x in zones_beside(words, [known])]
    ['长集现代农业产业园', '金山现代农业产业园']
    """
    rows = list(found)
    for item in found:
        if item.rule == "place-and-zone-suffix":
            before = _zone_before().search(chars, max(0, item.span.start - 20), item.span.start)
            spans = [
                Span(*m.span("zone"))
                for m in (before, _zone_after().match(chars, item.span.end))
                if m
            ]
            rows += [
                Found(
                    span=span,
                    place=_unknown(span.of(chars), "other", None),
                    rule="zone-beside-zone",
                )
                for span in spans
                if not any(span.overlaps(other.span) for other in rows)
            ]
    return sorted(rows, key=lambda row: row.span)


@cache
def _zone_before() -> re.Pattern[str]:
    """Match a zone of an unknown place in front of a known zone: 推动长集现代农业产业园与."""
    opens = r"(?:(?<=[、，与和在。：；“])|(?<=推动)|(?<=推进)|(?<=支持))"
    return re.compile(rf"{opens}{_zone_name()}[、与和及]$")


@cache
def _zone_after() -> re.Pattern[str]:
    """Match a zone of an unknown place behind a known zone: 、长集现代农业产业园."""
    return re.compile(rf"[、与和及]{_zone_name()}(?![一-龥]{{0,2}}[区园])")


def _zone_name() -> str:
    words = sorted((w for w, row in _suffixes().items() if row["id"] == "zone"), key=len)
    return rf"(?P<zone>(?:(?![与和及在至])[一-龥]){{2,3}}(?:{'|'.join(reversed(words))}))"


def _parent_of_pair(pair: str, kind: str, within: Sequence[str]) -> str | None:
    """Give the province of places that a pair names; the own place where a zone begins so."""
    divisions = _decoded(pair, within)
    if divisions:
        return _common(divisions)
    own = lexicon.by_code(within[0]) if within else None
    if kind != "zone" or own is None or own.code == CHINA or len(pair) != 2:
        return None
    return own.name if pair[0] == own.name[0] and pair != own.name[:2] else None


def pair_of(chars: str, within: Sequence[str]) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
    """Give one-character names in a row before 两市 or 同城化, with their places."""
    for m in _pair_pattern().finditer(chars):
        for size in (3, 2):
            start = max(0, m.start() - size)
            divisions = _decoded(chars[start : m.start()], within)
            if divisions:
                yield start, m.start(), divisions
                break


def _decoded(pair: str, within: Sequence[str]) -> tuple[Division, ...]:
    """Read each character as a prefecture of the own province, all or none."""
    province = lexicon.province(within[0]) if within else None
    if province is None:
        return ()
    found = []
    for char in pair:
        matches = [d for d in lexicon.children(province.code) if d.name.startswith(char)]
        if len(matches) != 1:
            return ()
        found.append(matches[0])
    return tuple(found) if len(set(found)) == len(pair) else ()


def _common(divisions: Sequence[Division]) -> str:
    province = lexicon.province(divisions[0].code)
    return province.name if province else divisions[0].name


def _above(place: Place) -> str | None:
    province = lexicon.province(place.code) if place.code else None
    return province.name if province else place.parent


def _unknown(name: str, kind: str, parent: str | None) -> Place:
    return Place(
        key=name,
        canonical=name,
        aliases=(),
        kind=kind,
        parent=parent,
        code=None,
        resolved=False,
    )


@cache
def _suffixes() -> dict[str, dict[str, str]]:
    return {word: row for row in toml("place_rules")["suffix"] for word in row["words"]}


def _words() -> str:
    return any_of(_suffixes())


@cache
def _behind_pattern() -> re.Pattern[str]:
    """Match what may stand between a place and its suffix: nothing, a name, 汉代."""
    between = (
        r"(?:(?!重点|特色|主要|有关|相关|国家|全国|首批|本地|传统|新型|大型|绿色|智慧|所有|其他)"
        r"(?:(?![与和及在至到为向以的了等加快建推打一区县市级])[一-龥—－-]){1,4}?)??"
    )
    return re.compile(rf"{between}(?P<suffix>{_words()})")


@cache
def _suffix_pattern() -> re.Pattern[str]:
    return re.compile(_words())


@cache
def _pair_pattern() -> re.Pattern[str]:
    return re.compile(any_of(toml("place_rules")["pair"]["behind"]))
