"""Characters -> each stretch that names a place, with the place, in order of the text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from builder.extract.agencies import Standpoint, own_place
from builder.extract.near import near
from builder.extract.places_model import Found
from builder.extract.places_towns import with_towns
from builder.extract.places_zones import pair_of, zone_behind, zone_by_pair, zones_beside
from builder.lexicon import places as lexicon
from builder.lexicon import regions
from builder.lexicon.names import compiled, occurrences
from builder.lexicon.places import CHINA, Division
from builder.lexicon.regions import Region
from builder.lexicon.tables import toml
from builder.lexicon.verbs import ends_in_verb
from builder.model.finding import Finding
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["Found", "found_places"]


def found_places(
    chars: str, at: Standpoint, *, barred: Sequence[Span]
) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """Find every place outside the barred stretches and titles; longer names first.

    >>> from builder.extract.agencies import standpoint
    >>> from builder.model.outline import Header
    >>> luan = standpoint(Header(jurisdiction="六安市"))
    >>> words = "推动霍邱县与合肥高新区、皖北和长三角深度对接，提升全市水平"
    >>> [(x.span.of(words), x.place.canonical) for x in found_places(words, luan, barred=[])[0]]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('霍邱县', '霍邱县'), ('合肥高新区', '合肥高新技术产业开发区'), ('皖北', '皖北'),
     ('长三角', '长江三角洲'), ('全市', '六安市')]
    """
    shut = sorted([*barred, *(Span(*m.span()) for m in TITLE.finditer(chars))])
    closed = _closed(shut)
    named = [*_by_name(chars, at), *_by_rule(chars, at)]
    kept: list[Found] = []
    for item in sorted(named, key=lambda x: (x.span.start, -x.span.end)):
        if not closed(item.span) and not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    kept = _chained(chars, zones_beside(chars, kept))
    known = with_towns(chars, _sure(chars, kept), closed, own=_own_ground(at))
    findings = [
        Finding(
            code="place-unknown",
            severity="info",
            span=item.span,
            details=(("surface", item.span.of(chars)),),
        )
        for item in _first(known)
        if not item.place.resolved
    ]
    return tuple(known), tuple(findings)


ZONES = frozenset({"place-and-zone-suffix", "pair-and-zone-suffix"})
REGION = "region-name"
PARK = "place-and-heritage-suffix"  # 三江源|国家公园
NEAR = "short-name-of-own-places"
FAR = "short-name-elsewhere"
EVERYDAY = "everyday-word-among-places"
NEEDY = frozenset({FAR, EVERYDAY})
TITLE = re.compile(r"《[^《》\n]{1,120}》")
BESIDE = re.compile(r"[、—－至-]")


def _own_ground(at: Standpoint) -> Place | None:
    """Give the place whose towns a document names without it: a county, or a prefecture."""
    held = at.place is not None and at.place.kind in ("county", "district", "prefecture")
    return _division_place(at.place) if at.place is not None and held else None


def _chained(chars: str, found: Sequence[Found]) -> list[Found]:
    """Join zones that touch into one: 合肥高新区|霍邱现代产业园."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last and last.span.end == item.span.start and {last.rule, item.rule} <= ZONES:
            span = Span(last.span.start, item.span.end)
            words = span.of(chars)
            place = replace(item.place, key=words, canonical=words)
            joined[-1] = Found(span=span, place=place, rule=item.rule)
        else:
            joined.append(item)
    return joined


def _closed(spans: list[Span]) -> Callable[[Span], bool]:
    """Give a test whether a stretch touches one of the spans."""
    starts = [span.start for span in spans]

    def closed(span: Span) -> bool:
        n = bisect_right(starts, span.start)
        before = n > 0 and spans[n - 1].end > span.start
        return before or (n < len(spans) and spans[n].start < span.end)

    return closed


def _first(found: Sequence[Found]) -> list[Found]:
    return list({item.place.key: item for item in reversed(found)}.values())[::-1]


def _sure(chars: str, found: Sequence[Found]) -> list[Found]:
    """Drop short names that need a neighbour and have none: places in a row carry on.

    A river or region vouches for nobody (太湖、巢湖 are lakes).  ``叶集-固始``: 固始 lies far
    away, but beside 叶集 it is a place.
    """
    sure = [item.rule not in NEEDY for item in found]
    numbers = range(len(found))
    for way in (numbers, reversed(numbers)):
        last = -1
        for n in way:
            if last >= 0 and not sure[n] and sure[last] and _touch(chars, found[n], found[last]):
                sure[n] = True
            last = n
    return [item for item, kept in zip(found, sure, strict=True) if kept]


def _touch(chars: str, one: Found, other: Found) -> bool:
    if other.rule == REGION:
        return False
    low, high = sorted((one.span, other.span))
    between = chars[low.end : high.start]
    return len(between) == 1 and BESIDE.fullmatch(between) is not None


def _by_name(chars: str, at: Standpoint) -> Iterator[Found]:
    """Give the names of the tables, each with the zone that it opens (合肥|高新区)."""
    reached = 0
    for start, end in occurrences(chars, _names()):
        if start < reached or _part_of_other(chars, start, end):
            continue
        found = _named(chars, Span(start, end), at)
        if found is None:
            continue
        zone = zone_behind(chars, start, end, found.place)
        if zone is not None and found.rule == REGION and zone.rule != PARK:
            zone = None
        if zone is not None:
            reached = start + len(zone.surface)
            yield Found(span=Span(start, reached), place=zone.place, rule=zone.rule)
        else:
            yield found


def _part_of_other(chars: str, start: int, end: int) -> bool:
    behind, before = _guards()
    trap = _traps().get(chars[start:end])
    return bool(
        (behind.match(chars, end) and not _ends_line(chars, start, end))
        or (start > 0 and before.match(chars, start - 1))
        or (trap and (trap[0].match(chars, end) or (start and trap[1].match(chars, start - 1))))
    )


def _ends_line(chars: str, start: int, end: int) -> bool:
    """Say whether a name is the far end of a line: 韶山 in 株洲至韶山高速."""
    ahead, behind = _line_ends()
    return bool(behind.match(chars, end) and ahead.match(chars, start))


def _named(chars: str, span: Span, at: Standpoint) -> Found | None:
    surface = span.of(chars)
    region = regions.called(surface)
    if region is not None:
        return Found(span=span, place=_region_place(region), rule=REGION)
    division = lexicon.resolve(surface, within=at.line)
    if division is None or division.code == CHINA:
        return None
    if surface == division.name:
        if not _stands_alone(chars, span, division, at):
            return None
        return Found(span=span, place=_division_place(division), rule="full-name")
    near = _near(division, at)
    if division.kind in ("province", "prefecture"):
        rule = FAR if surface in _traps() and not near else "short-name"
        return Found(span=span, place=_division_place(division), rule=rule)
    if surface in _everyday() and not near:
        return None
    rule = EVERYDAY if surface in _everyday() else NEAR if near else FAR
    return Found(span=span, place=_division_place(division), rule=rule)


def _near(division: Division, at: Standpoint) -> bool:
    """Say whether a place lies in the document's own province or its place."""
    own = lexicon.province(at.line[0]) if at.line else None
    return own is not None and lexicon.inside(division.code, own.code)


def _stands_alone(chars: str, span: Span, division: Division, at: Standpoint) -> bool:
    """Say whether 和县 is a county: not cut out of 市和县城, nor 宽城区 out of 放宽城区.

    A county in the document's own province needs no more than two characters before its
    mark; elsewhere it must stand behind a mark, a joining word, a verb or a place, and one of
    a single character only behind the first two or a place.
    """
    if division.kind in ("province", "prefecture"):
        return True
    short = span.end - span.start == 2
    if short and (not _near(division, at) or chars[span.end : span.end + 1] in SHORT_NOT_BEHIND):
        return False
    if not short and _near(division, at):
        return True
    before = chars[span.start - 1 : span.start]
    free = not before or before in FREE or _ends_place(chars, span.start)
    return free or (not short and ends_in_verb(chars[max(0, span.start - 4) : span.start]))


def _ends_place(chars: str, end: int) -> bool:
    return any(lexicon.called(chars[max(0, end - size) : end]) for size in (2, 3, 4))


FREE = "、，。；：（(“\n—-与和及至在到由对括是"
SHORT_NOT_BEHIND = ("域", "城", "级", "区")


def _by_rule(chars: str, at: Standpoint) -> Iterator[Found]:
    yield from _own(chars, at)
    yield from _country(chars, at)
    yield from _directions(chars)
    yield from _pairs(chars, at)
    yield from _free_trade(chars)


def _own(chars: str, at: Standpoint) -> Iterator[Found]:
    for m in OWN.finditer(chars):
        place = own_place(m["mark"], at)
        if place is not None:
            yield Found(span=Span(*m.span()), place=_division_place(place), rule="own-place")


# 全省, 我市; not 健全市场, 安全区域, 全市场, 全区域, 全县域
OWN = re.compile(
    r"[全我](?<![健安齐完保周].)(?P<mark>自治区|自治州|[省市县区州盟旗])(?![场域际政委办级属直])"
)


def _country(chars: str, at: Standpoint) -> Iterator[Found]:
    country = lexicon.by_code(CHINA)
    if not at.central or country is None:
        return
    for m in re.finditer("|".join(toml("place_rules")["country"]["words"]), chars):
        yield Found(span=Span(*m.span()), place=_division_place(country), rule="country")


def _directions(chars: str) -> Iterator[Found]:
    for m in _direction_pattern().finditer(chars):
        region = regions.direction(m["name"])
        if region is not None:
            yield Found(span=Span(*m.span("name")), place=_region_place(region), rule="direction")


def _pairs(chars: str, at: Standpoint) -> Iterator[Found]:
    """Give 合六两市 as two places, and 酒嘉双城经济圈 as a region."""
    for start, end, divisions in pair_of(chars, at.line):
        middle = start + 1
        cuts = [Span(start, middle), *(Span(n, n + 1) for n in range(middle, end))]
        for span, division in zip(cuts, divisions, strict=False):
            yield Found(span=span, place=_division_place(division), rule="pair")
    for zone in zone_by_pair(chars, at.line):
        yield Found(span=zone.span, place=zone.place, rule=zone.rule)


def _free_trade(chars: str) -> Iterator[Found]:
    """Give 中国（湖北）自由贸易试验区, a zone of the place in its brackets."""
    for m in near(FREE_TRADE, chars, ["自贸", "自由贸"], before=10, behind=8):
        division = next(iter(lexicon.called(m["place"])), None)
        if division is None:
            continue
        name = f"中国（{m['place']}）自由贸易试验区"
        place = Place(
            key=name, canonical=name, aliases=(), kind="other", parent=division.name, code=None
        )
        yield Found(span=Span(*m.span()), place=place, rule="free-trade-zone")


FREE_TRADE = re.compile(r"(?:中国)?（(?P<place>[一-龥]{2,3})）自(?:由)?贸(?:易)?试验区")


def _region_place(region: Region) -> Place:
    return Place(
        key=region.name,
        canonical=region.name,
        aliases=(),
        kind=region.kind,
        parent=region.parent,
        code=None,
        members=region.members,
    )


def _division_place(division: Division) -> Place:
    above = lexicon.ancestors(division.code)
    return Place(
        key=division.code,
        canonical=division.name,
        aliases=(),
        kind=division.kind,
        parent=above[0].name if above else None,
        code=division.code if division.kind != "other" else None,
    )


@cache
def _names() -> AhoCorasick:
    """Give all names to look for, without the full names that are everyday words."""
    generic = frozenset(toml("place_rules")["generic"]["words"])
    return compiled((lexicon.names() | regions.names()) - generic)


@cache
def _everyday() -> frozenset[str]:
    """Give short names of counties that are everyday words; of larger places never."""
    words = frozenset(toml("place_rules")["short"]["words"])
    return frozenset(
        word
        for word in words
        if not any(d.kind in ("province", "prefecture") for d in lexicon.called(word))
    )


@cache
def _guards() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = toml("place_rules")
    return re.compile(rules["behind"]["pattern"]), re.compile(rules["before"]["pattern"])


@cache
def _line_ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rule = toml("place_rules")["line_end"]
    return re.compile(rule["pattern"]), re.compile(rule["behind"])


@cache
def _traps() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Give what may not stand behind and before the names that are other words as well."""
    never = r"(?!)"
    return {
        row["name"]: (
            re.compile(row.get("not_behind", never)),
            re.compile(row.get("not_before", never)),
        )
        for row in toml("place_rules")["trap"]
    }


@cache
def _direction_pattern() -> re.Pattern[str]:
    rule = toml("place_rules")["direction"]
    ways = "|".join(rule["directions"])
    return re.compile(
        rf"(?P<name>[{''.join(rule['only'])}](?<![一-龥]北.)(?:{ways}))"
        rf"(?:地区|部)?(?!{rule['not_behind']})"
    )
