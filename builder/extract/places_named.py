"""Characters -> names that a table of places or regions has, each with the zone behind it.

It is hard because a short name is an everyday word (资源, 通道), part of another name
(长沙大道, 放宽城区), or shared by places far apart.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from builder.extract.agencies import Standpoint
from builder.extract.places_model import (
    BETWEEN,
    EVERYDAY,
    FAR,
    REGION,
    Found,
    place_of_division,
    place_of_region,
)
from builder.extract.places_rows import meant_beside, water
from builder.extract.places_zones import zone_behind
from builder.lexicon import places as lexicon
from builder.lexicon import regions
from builder.lexicon.names import compiled, occurrences
from builder.lexicon.places import CHINA, Division
from builder.lexicon.tables import toml
from builder.lexicon.verbs import ends_in_verb
from builder.model.span import Span

__all__ = ["NEAR", "by_name"]

NEAR = "short-name-of-own-places"
LONG = "long-short-name"  # 满洲里, 张家港: of three characters and more, no other word
PARK = "place-and-heritage-suffix"  # 三江源|国家公园


def by_name(chars: str, at: Standpoint) -> Iterator[Found]:
    """Give the names of the tables, each with the zone that it opens (合肥|高新区).

    >>> from builder.extract.agencies import standpoint
    >>> from builder.model.outline import Header
    >>> luan = standpoint(Header(jurisdiction="六安市"))
    >>> [found.place.canonical for found in by_name("支持霍邱县建设合肥高新区", luan)]
    ['霍邱县', '合肥高新技术产业开发区']
    """
    reached = 0
    for start, end in occurrences(chars, _names()):
        if start < reached or _part_of_other(chars, start, end):
            continue
        found = _named(chars, Span(start, end), at)
        if found is None:
            continue
        between = found.rule == BETWEEN
        zone = None if between else zone_behind(chars, start, end, found.place)
        if zone is not None and found.rule == REGION and zone.rule != PARK:
            zone = None
        if zone is not None:
            reached = start + len(zone.surface)
            if BODY_OF_ZONE.match(chars, reached):
                continue  # 六盘水高新区|管委会
            # 东湖 is a district of Nanchang, 东湖新城 lies in Wuhan
            place = replace(zone.place, parent=None) if found.rule == FAR else zone.place
            yield Found(span=Span(start, reached), place=place, rule=zone.rule)
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
    region = regions.called(surface) or water(chars, span)
    if region is not None:
        return Found(span=span, place=place_of_region(region), rule=REGION)
    division = lexicon.resolve(surface, within=at.line)
    if division is None:
        division = meant_beside(chars, span, lexicon.called(surface), at.line)
    if division is None or division.code == CHINA:
        return None
    if surface == division.name:
        if _stands_alone(chars, span, division, at):
            return Found(span=span, place=place_of_division(division), rule="full-name")
        row = ROW_OF_COUNTIES.match(chars, span.end) and chars[span.start - 1 : span.start] == "、"
        return Found(span=span, place=place_of_division(division), rule=FAR) if row else None
    near = _near(division, at)
    if division.kind in ("province", "prefecture"):
        rule = FAR if surface in _traps() and not near else "short-name"
        return Found(span=span, place=place_of_division(division), rule=rule)
    everyday = surface in _everyday()
    if everyday and not near and not _in_row(chars, span):
        return None
    far = LONG if len(surface) > 2 and surface not in _features() else FAR
    rule = (EVERYDAY if near else BETWEEN) if everyday else NEAR if near else far
    return Found(span=span, place=place_of_division(division), rule=rule)


def _in_row(chars: str, span: Span) -> bool:
    """Say whether 、 stands beside a name on each side: 阳江、东方、澄迈."""
    before, behind = chars[span.start - 1 : span.start], chars[span.end : span.end + 1]
    return (before in "、" and behind in "、等和") or behind == "、"


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
    free = before in FREE or _ends_place(chars, span.start)
    return free or (not short and ends_in_verb(chars[max(0, span.start - 4) : span.start]))


def _ends_place(chars: str, end: int) -> bool:
    return any(lexicon.called(chars[max(0, end - size) : end]) for size in (2, 3, 4))


BODY_OF_ZONE = re.compile("管委会|管理委员会|党工委|工作委员会")
# 红安、金寨、新县|等县市
ROW_OF_COUNTIES = re.compile(r"[、和]|等\d{0,2}个?[县市]")
FREE = "、，。；：（(“\n—-与和及至在到由对括是"
SHORT_NOT_BEHIND = ("域", "城", "级", "区")


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
def _features() -> frozenset[str]:
    """Give long short names that are hills, waters or gates elsewhere: 清水河, 雨花台."""
    return frozenset(toml("place_rules")["long"]["features"])


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
