"""Deadlines as instants of OWL-Time: a year, a month or a day."""

import re

from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.names import Names
from builder.rdf.quads import Quads

__all__ = ["due", "instant"]

_TIME = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2]))?", re.ASCII)  # 2025, 2025-06
_XSD_MONTH = "<http://www.w3.org/2001/XMLSchema#gYearMonth>"


def due(names: Names, *deadlines: str | None) -> str | None:
    """Give the instant of the first deadline that is a year, month or day.

    >>> due(Names("https://w3id.org/zhengmai/"), None, "2025")
    '<https://w3id.org/zhengmai/time/2025>'
    >>> due(Names("https://w3id.org/zhengmai/"), "长期") is None
    True
    """
    return next((names.instant(d) for d in deadlines if d and _is_time(d)), None)


def instant(quads: Quads, names: Names, time: str) -> None:
    """Write an instant; a string that is no time writes nothing."""
    if not _is_time(time):
        return
    me = names.instant(time)
    quads.add(me, zm.RDF_TYPE, zm.TimeInstant)
    quads.string(me, zm.RDFS_LABEL, time)
    if len(time) == len("2025"):
        quads.add(me, zm.TIME_IN_XSDG_YEAR, literals.year(time))
    elif len(time) == len("2025-06"):
        quads.add(me, zm.TIME_IN_XSDG_YEAR_MONTH, f'"{time}"^^{_XSD_MONTH}')
    else:
        quads.add(me, zm.TIME_IN_XSDDATE, literals.day(time))


def _is_time(chars: str) -> bool:
    return bool(_TIME.fullmatch(chars)) or literals.day(chars) is not None
