"""Characters -> names of places that a rule builds: 全市, 我国, 皖北, 合六两市, （湖北）自贸区."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from builder.extract.agencies import Standpoint, own_place
from builder.extract.near import near
from builder.extract.places_model import Found, place_of_division, place_of_region
from builder.extract.places_provinces import province_rows
from builder.extract.places_zones import pair_of, zone_behind, zone_by_pair
from builder.lexicon import places as lexicon
from builder.lexicon import regions
from builder.lexicon.places import CHINA
from builder.lexicon.tables import toml
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["by_rule"]


def by_rule(chars: str, at: Standpoint) -> Iterator[Found]:
    """Give the names that rules build, rule by rule.

    >>> from builder.extract.agencies import standpoint
    >>> from builder.model.outline import Header
    >>> luan = standpoint(Header(jurisdiction="六安市"))
    >>> [found.place.canonical for found in by_rule("全市对接皖北和合六两市", luan)]
    ['六安市', '皖北', '合肥市', '六安市']
    >>> [found.span for found in by_rule("确保全市增产，不保全市价", luan)]
    [Span(start=2, end=4)]
    """
    yield from _own(chars, at)
    yield from _country(chars, at)
    yield from _directions(chars)
    yield from _pairs(chars, at)
    yield from _free_trade(chars)
    yield from province_rows(chars)


def _own(chars: str, at: Standpoint) -> Iterator[Found]:
    for m in OWN.finditer(chars):
        place = own_place(m["mark"], at)
        if place is not None:
            yield Found(span=Span(*m.span()), place=place_of_division(place), rule="own-place")


# 全省, 我市, 全省|政府工作; not 健全市场, 安全区域, 全市场, 全区域, 我省|政府
OWN = re.compile(
    r"[全我](?<![健安齐完周].)(?<![^确]保.)(?P<mark>自治区|自治州|[省市县区州盟旗])(?![场域际委办级属直])"
    r"(?!(?<=我[省市县区州盟旗])政)"
)


def _country(chars: str, at: Standpoint) -> Iterator[Found]:
    country = lexicon.by_code(CHINA)
    if not at.central or country is None:
        return
    for m in re.finditer("|".join(toml("place_rules")["country"]["words"]), chars):
        yield Found(span=Span(*m.span()), place=place_of_division(country), rule="country")


def _directions(chars: str) -> Iterator[Found]:
    for m in _direction_pattern().finditer(chars):
        region = regions.direction(m["name"])
        if region is None:
            continue
        within = place_of_region(region)
        zone = zone_behind(chars, *m.span("name"), within)
        if zone is not None:
            span = Span(m.start("name"), m.start("name") + len(zone.surface))
            yield Found(span=span, place=replace(zone.place, parent=region.parent), rule=zone.rule)
        else:
            yield Found(span=Span(*m.span("name")), place=within, rule="direction")


def _pairs(chars: str, at: Standpoint) -> Iterator[Found]:
    """Give 合六两市 as two places, and 酒嘉双城经济圈 as a region."""
    for start, end, divisions in pair_of(chars, at.line):
        middle = start + 1
        cuts = [Span(start, middle), *(Span(n, n + 1) for n in range(middle, end))]
        for span, division in zip(cuts, divisions, strict=False):
            yield Found(span=span, place=place_of_division(division), rule="pair")
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


@cache
def _direction_pattern() -> re.Pattern[str]:
    rule = toml("place_rules")["direction"]
    ways = "|".join(rule["directions"])
    return re.compile(
        rf"(?P<name>[{''.join(rule['only'])}](?<![一-龥]北.)(?:{ways}))"
        rf"(?:地区|部)?(?!{rule['not_behind']})"
    )
