"""A stretch of text with the place that it names, as the parts of this stage pass it on."""

from dataclasses import dataclass
from functools import cache

from builder.lexicon import places as lexicon
from builder.lexicon.places import Division
from builder.lexicon.regions import Region
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["BETWEEN", "EVERYDAY", "FAR", "REGION", "Found", "place_of_division", "place_of_region"]

# rules whose places need a neighbour, or vouch for none
REGION = "region-name"
FAR = "short-name-elsewhere"
EVERYDAY = "everyday-word-among-places"
BETWEEN = "everyday-word-between-places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch that names a place, and the rule that read it."""

    span: Span
    place: Place
    rule: str


def place_of_region(region: Region) -> Place:
    """Give the place that a region of the table is."""
    return Place(
        key=region.name,
        canonical=region.name,
        aliases=(),
        kind=region.kind,
        parent=region.parent,
        code=None,
        members=region.members,
    )


@cache
def place_of_division(division: Division) -> Place:
    """Give the place that a division of the gazetteer is."""
    above = lexicon.ancestors(division.code)
    return Place(
        key=division.code,
        canonical=division.name,
        aliases=(),
        kind=division.kind,
        parent=above[0].name if above else None,
        code=division.code if division.kind != "other" else None,
    )
