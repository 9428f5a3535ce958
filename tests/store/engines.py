"""The sample corpus loaded into engines, for the tests of several folders."""

from collections.abc import Callable, Mapping
from pathlib import Path

from pyoxigraph import Store

from builder.store import ladybug, oxigraph, propertygraph
from builder.store.table import Table

RunCypher = Callable[[str, Mapping[str, str | int]], Table]


def in_ladybug(store: Store, folder: Path) -> RunCypher:
    """Build a Ladybug graph from a store and give what runs Cypher on it."""
    ladybug.build(folder / "graph.lbug", propertygraph.parts(store))
    graph = ladybug.open_graph(folder / "graph.lbug")
    return lambda cypher, given: ladybug.run(graph, cypher, given)


def sample_store(quads: str) -> Store:
    return oxigraph.in_memory(quads)
