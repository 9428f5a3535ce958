"""前置校验: the conditions that a link had to meet."""

from collections.abc import Iterable

from builder.model.lineage import Guard
from builder.rdf import namespace as zm
from builder.rdf.literals import iri_part
from builder.rdf.quads import Quads

__all__ = ["below", "guards"]


def guards(quads: Quads, subject: str, many: Iterable[Guard]) -> None:
    """Write the guards of a link or pair."""
    for guard in many:
        me = below(subject, "guard", guard.name)
        quads.add(subject, zm.HAS_GUARD, me)
        quads.add(me, zm.RDF_TYPE, zm.Guard)
        quads.string(me, zm.GUARD_NAME, guard.name)
        quads.boolean(me, zm.PASSED, guard.passed)
        quads.string(me, zm.REASON, guard.reason)


def below(subject: str, *parts: str) -> str:
    """Give the IRI of a part of a thing.

    >>> below("<https://example.org/link/1>", "guard", "time")
    '<https://example.org/link/1/guard/time>'
    """
    return f"{subject[:-1]}/{'/'.join(map(iri_part, parts))}>"
