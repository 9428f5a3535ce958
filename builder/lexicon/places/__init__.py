"""Administrative divisions: by code, by full name, by short name within a line of places.

A name alone often means several places (朝阳 is a city in Liaoning and districts in Beijing
and Changchun), so a short name is read *within* the line of places of the document it stands
in, and gives nothing where more than one place is left.  Regions that are no divisions
(长三角, 皖北) are in :mod:`builder.lexicon.regions`.
"""

from builder.lexicon.places.gazetteer import (
    CHINA,
    Division,
    DivisionKind,
    ancestors,
    by_code,
    called,
    children,
    full_names,
    inside,
    level,
    line,
    named,
    names,
    province,
    province_of_abbreviation,
    short_forms,
)
from builder.lexicon.places.meant import MAX_NAME_CHARS, located, resolve

__all__ = [
    "CHINA",
    "MAX_NAME_CHARS",
    "Division",
    "DivisionKind",
    "ancestors",
    "by_code",
    "called",
    "children",
    "full_names",
    "inside",
    "level",
    "line",
    "located",
    "named",
    "names",
    "province",
    "province_of_abbreviation",
    "resolve",
    "short_forms",
]
