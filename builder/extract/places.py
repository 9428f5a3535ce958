"""Outline -> places: divisions, regions and zones that the text names, by their full names.

Names are found by table (:mod:`builder.lexicon.places`, :mod:`builder.lexicon.regions`) and
by rule (皖北, …都市圈, 合肥高新区, 全市), outside titles 《…》 and names of bodies, and resolved
within the document's own line of places.  It is hard because short names are everyday words
(通道, 资源), shared by several places (朝阳), or part of another name (长沙大道, 黄河南岸).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.extract.agencies import standpoint
from builder.extract.owners import owners
from builder.extract.places_found import Found, found_places
from builder.model.finding import Finding
from builder.model.outline import Outline
from builder.model.record import AgencyMention, Place, PlaceMention

__all__ = ["PlaceReading", "find"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReading:
    """Places, where they are named, and what could not be resolved."""

    places: tuple[Place, ...]
    mentions: tuple[PlaceMention, ...]
    findings: tuple[Finding, ...]


def find(chars: str, outline: Outline, *, agencies: Sequence[AgencyMention]) -> PlaceReading:
    """Find the places that a text names, outside the names of bodies.

    The country (全国, 我国) is a place of a central document, of none of its tasks.
    """
    at = standpoint(outline.header)
    found, findings = found_places(chars, at, barred=[mention.span for mention in agencies])
    owner = owners(outline.provisions)
    mentions = [
        PlaceMention(
            surface=item.span.of(chars),
            span=item.span,
            place=item.place.key,
            provision=provision.id
            if item.place.kind != "country" and (provision := owner(item.span.start))
            else None,
            rule=item.rule,
        )
        for item in found
    ]
    return PlaceReading(
        places=_merged(chars, found), mentions=tuple(mentions), findings=tuple(findings)
    )


def _merged(chars: str, found: Sequence[Found]) -> tuple[Place, ...]:
    """Give each place once, in order of first mention, with its names as aliases."""
    held: dict[str, Place] = {}
    aliases: dict[str, list[str]] = {}
    for item in found:
        held.setdefault(item.place.key, item.place)
        known = aliases.setdefault(item.place.key, [])
        if item.span.of(chars) not in known:
            known.append(item.span.of(chars))
    return tuple(replace(place, aliases=tuple(aliases[key])) for key, place in held.items())
