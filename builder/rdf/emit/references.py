"""From the names that records hold to the keys of agencies and places.

A header names its issuer and place by their full names; mentions carry keys.  Both must
lead to one node.
"""

from builder.lexicon import places
from builder.model.record import Record

__all__ = ["agency_key", "division_key", "place_key"]


def agency_key(name: str, record: Record) -> str:
    """Give the key of an agency that a document names in full."""
    for agency in record.mentions.agencies:
        if agency.canonical == name:
            return agency.key
    return name


def place_key(name: str, record: Record) -> str:
    """Give the key of a place that a document names in full."""
    for place in record.mentions.places:
        if name in (place.canonical, place.key):
            return place.key
    return division_key(name)


def division_key(name: str) -> str:
    """Give the code of the one division of a full name, or the name where that is not clear.

    >>> division_key("湖南省"), division_key("长三角")
    ('430000', '长三角')
    """
    division = places.located(name)
    return division.code if division else name
