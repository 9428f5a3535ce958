"""Places found -> the same with towns: a name with 镇, 乡 or 街道 right behind its county.

``舒城城关镇、杭埠镇`` names two towns of 舒城县; once named in full, ``杭埠`` alone is the
town as well.  A town without its county in front is left alone: 小城镇, 特色小镇.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from builder.extract.places_model import Found
from builder.lexicon.tables import toml
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["with_towns"]

# 城关镇, 三河镇, 中山街道
TOWN = re.compile(r"(?P<name>[一-龥]{1,4}?(?:街道|镇|乡))(?![镇村域政])")
NEXT = re.compile(r"[、和与]")


def with_towns(chars: str, found: Sequence[Found], closed: Callable[[Span], bool]) -> list[Found]:
    """Give the places with the towns that stand behind them.

    >>> luan = Place(key="341523", canonical="舒城县", aliases=(), kind="county",
    ...              parent="六安市", code="341523")
    >>> words = "推进舒城城关镇、杭埠镇建设，支持杭埠发展"
    >>> county = Found(span=Span(2, 4), place=luan, rule="short-name")
    >>> [x.span.of(words) for x in with_towns(words, [county], lambda span: False)]
    ['舒城', '城关镇', '杭埠镇', '杭埠']
    """
    towns = [town for item in found for town in _behind(chars, item)]
    if not towns:
        return list(found)
    short = [item for item in _again(chars, towns) if not closed(item.span)]
    kept: list[Found] = []
    both = sorted([*found, *towns, *short], key=lambda x: (x.span.start, -x.span.end))
    for item in both:
        if not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    return kept


def _behind(chars: str, county: Found) -> Iterator[Found]:
    """Give the series of towns right behind a county."""
    if county.place.kind not in ("county", "district"):
        return
    at = county.span.end
    while m := TOWN.match(chars, at):
        name = m["name"]
        if name.endswith(_not_towns()) or NEXT.search(name):
            return
        yield Found(
            span=Span(at, m.end()), place=_town(county.place, name), rule="town-behind-place"
        )
        if not NEXT.match(chars, m.end()):
            return
        at = m.end() + 1


def _again(chars: str, towns: Sequence[Found]) -> Iterator[Found]:
    """Give later mentions of a town, with its mark or without."""
    for place in {town.place.key: town.place for town in towns}.values():
        stem = re.sub("(?:街道|镇|乡)$", "", place.canonical)
        if len(stem) > 1:
            for m in re.finditer(f"{re.escape(stem)}(?:{place.canonical[len(stem) :]})?", chars):
                yield Found(span=Span(*m.span()), place=place, rule="town-named-before")


def _town(county: Place, name: str) -> Place:
    return Place(
        key=f"{county.key}/{name}",
        canonical=name,
        aliases=(),
        kind="town",
        parent=county.canonical,
        code=None,
    )


def _not_towns() -> tuple[str, ...]:
    return tuple(toml("place_rules")["town"]["not_words"])
