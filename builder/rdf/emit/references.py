"""From the names that records hold to the keys of agencies and places.

A header names its issuer and place by their full names; mentions carry keys.  Both must
lead to one node.
"""

from builder.lexicon import agencies, places
from builder.model.outline import Header
from builder.model.record import Agency, Record

__all__ = ["agency_key", "division_key", "issuers", "place_key"]


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


def issuers(record: Record) -> tuple[Agency, ...]:
    """Give the issuers of a document, which its header names in full and no list need name."""
    header = record.header
    names = dict.fromkeys((*header.issuers, *filter(None, (header.issuer,))))
    return tuple(_issuer(name, agency_key(name, record), header) for name in names)


def _issuer(name: str, key: str, header: Header) -> Agency:
    place = places.located(header.jurisdiction) if header.jurisdiction else None
    body = agencies.national(name, date=header.signed_date)
    if body is None and place is not None and name.startswith(place.name):
        form = name.removeprefix(place.name)
        body = agencies.local(form, place=place, date=header.signed_date)
    return Agency(
        key=key,
        canonical=name,
        aliases=(),
        kind=body.kind if body else "",
        level=header.level,
        jurisdiction=header.jurisdiction,
        line=(body.line or None) if body else None,
        resolved=True,
        as_of=header.signed_date,
        rule="issuer",
    )
