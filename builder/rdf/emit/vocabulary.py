"""The concepts of the vocabulary as quads, so that queries can print their words."""

from functools import cache

import pyoxigraph

from builder.rdf.names import BASE, Names
from builder.resources import ontology_dir

__all__ = ["vocabulary"]


def vocabulary(*, base: str = BASE) -> list[str]:
    """Give the N-Quads lines of the vocabulary graph, sorted.

    >>> any("level-national" in line for line in vocabulary())
    True
    """
    graph = Names(base).graph("vocabulary")
    return sorted(f"{triple} {graph} ." for triple in _triples())


@cache
def _triples() -> frozenset[str]:
    found = (
        f"{quad.subject} {quad.predicate} {quad.object}"
        for path in sorted((ontology_dir() / "vocab").glob("*.ttl"))
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    )
    return frozenset(found)
