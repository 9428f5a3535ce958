"""Outline -> Mentions: agencies, places, roles, measures, targets, citations, obligations.

*Finding* words is kept apart from *resolving* what they name.  Each module gives one
``find`` function over the restored characters and the outline; responsibility lists come
first, since measures do not reach into them.
"""

from builder.extract import (
    citations,
    measures,
    obligations,
    places,
    responsibility,
    targets,
)
from builder.extract.targets_due import due_with_task
from builder.model.outline import Outline
from builder.model.record import Mentions

__all__ = ["extract"]


def extract(chars: str, outline: Outline) -> Mentions:
    """Find everything that one document names and commits to, in order of the text."""
    roles = responsibility.find(chars, outline)
    located = places.find(chars, outline, agencies=roles.agency_mentions)
    actions = measures.find(chars, outline, skip=roles.lists)
    figures = targets.find(chars, outline, skip=roles.lists)
    cited = citations.find(chars, outline)
    duties = obligations.find(chars, outline)
    return Mentions(
        agencies=roles.agencies,
        agency_mentions=roles.agency_mentions,
        generic_actors=roles.generic_actors,
        places=located.places,
        place_mentions=located.mentions,
        responsibilities=roles.responsibilities,
        default_responsibilities=roles.defaults,
        task_deadlines=roles.deadlines,
        measures=actions.measures,
        targets=due_with_task(figures.targets, roles.deadlines, outline.header),
        soft_targets=figures.soft_targets,
        obligations=duties.obligations,
        citations=cited.citations,
        findings=(
            *roles.findings,
            *located.findings,
            *actions.findings,
            *figures.findings,
            *cited.findings,
            *duties.findings,
        ),
    )
