"""Whether the stores of a finished build are still what was built: a look, not a proof.

A store may be damaged on disk, or half copied.  It is taken for whole where it opens and
holds as many quads, and as many documents, as the manifest says.
"""

from builder.errors import GraphError, QueryError
from builder.store import ladybug, oxigraph
from builder.store.graph import Graph

__all__ = ["sound"]

HELD = "MATCH (d:Document) WHERE d.held RETURN count(*)"


def sound(graph: Graph) -> bool:
    """Say whether both stores of a build open and hold what its manifest counts."""
    counts = graph.manifest["counts"]
    try:
        quads = len(oxigraph.open_store(graph.store))
        ((documents,),) = ladybug.run(ladybug.open_graph(graph.property_graph), HELD).rows
    except (GraphError, QueryError, OSError, RuntimeError):
        return False
    return bool(quads == counts["quads"] and documents == counts["documents"])
