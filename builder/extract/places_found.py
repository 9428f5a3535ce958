"""Characters -> each stretch that names a place, with the place, in order of the text.

Names that tables have (:mod:`builder.extract.places_named`) and names that rules build
(:mod:`builder.extract.places_ruled`) meet here: the longest at each place is kept, zones
that touch are joined, and short names without a neighbour that vouches for them dropped.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from builder.extract.agencies import Standpoint
from builder.extract.places_model import BETWEEN, EVERYDAY, FAR, REGION, Found, place_of_division
from builder.extract.places_monuments import monuments
from builder.extract.places_named import NEAR, by_name
from builder.extract.places_ruled import by_rule
from builder.extract.places_towns import with_towns
from builder.extract.places_villages import with_villages
from builder.extract.places_zones import zones_beside
from builder.lexicon import places as lexicon
from builder.lexicon.places import Division
from builder.lexicon.tables import toml
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
    named = [*by_name(chars, at), *by_rule(chars, at), *monuments(chars, _own(at))]
    kept: list[Found] = []
    for item in sorted(named, key=lambda x: (x.span.start, -x.span.end)):
        if not closed(item.span) and not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    kept = _chained(chars, zones_beside(chars, _without_bodies(chars, kept)))
    ground = _own_ground(at)
    known = with_towns(chars, _sure(chars, kept), closed, own=ground)
    known = with_villages(chars, known, closed, own=ground)
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
NEEDY = frozenset({FAR, EVERYDAY, BETWEEN})
TITLE = re.compile(r"《[^《》\n]{1,120}》")
BESIDE = re.compile(r"[、—－至（-]")


def _own(at: Standpoint) -> Division | None:
    return at.place if at.place is not None and at.place.kind != "country" else None


def _without_bodies(chars: str, found: Sequence[Found]) -> list[Found]:
    """Drop places that open the name of a body: 重庆市|黔江区|人民政府."""
    body = _body()
    kept: list[Found] = []
    opens = -1  # where a place begins that belongs to a body
    for item in reversed(found):
        if item.span.end == opens or body.match(chars, item.span.end):
            opens = item.span.start
        else:
            kept.append(item)
    return kept[::-1]


@cache
def _body() -> re.Pattern[str]:
    return re.compile(toml("place_rules")["body"]["pattern"])


def _own_ground(at: Standpoint) -> Place | None:
    """Give the place whose towns a document names without it: a county, or a prefecture."""
    held = at.place is not None and at.place.kind in ("county", "district", "prefecture")
    return place_of_division(at.place) if at.place is not None and held else None


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
    away, but beside 叶集 it is a place; 红安、金寨等县市 vouches for itself.
    """
    kept: list[Found] = []
    for row in _rows(chars, found):
        told = _counties().match(chars, row[-1].span.end) is not None
        vouched = told or any(item.rule not in NEEDY and item.rule != REGION for item in row)
        for n, item in enumerate(row):
            inner = 0 < n < len(row) - 1 or (told and (n > 0 or len(row) > 2))
            if item.rule not in NEEDY or (vouched and (item.rule != BETWEEN or inner)):
                kept.append(item)
    return kept


def _rows(chars: str, found: Sequence[Found]) -> Iterator[list[Found]]:
    """Give the places row by row: those that touch by 、 or a dash; regions stand alone."""
    row: list[Found] = []
    for item in found:
        if row and not (REGION not in (row[-1].rule, item.rule) and _touch(chars, item, row[-1])):
            yield row
            row = []
        row.append(item)
    if row:
        yield row


@cache
def _counties() -> re.Pattern[str]:
    return re.compile(toml("place_rules")["counties"]["pattern"])


def _touch(chars: str, one: Found, other: Found) -> bool:
    """Say whether places stand in a row, or one right behind the place it lies in: 云南|孟连.

    Short names of counties that touch are a row too: 安岳|潼南.
    """
    low, high = sorted((one, other), key=lambda item: item.span)
    if low.span.end == high.span.start:
        inner, outer = high.place.code, low.place.code
        within = bool(inner and outer) and lexicon.inside(inner or "", outer or "")
        return within or {low.rule, high.rule} == {NEAR, FAR}
    return BESIDE.fullmatch(chars, low.span.end, high.span.start) is not None
