"""Load the quads of a build into its stores, and check what only the whole can tell."""

from pathlib import Path

from builder.errors import GateError
from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.rdf import check
from builder.store import ladybug, oxigraph, propertygraph
from builder.store.graph import PROPERTY_GRAPH, QUADS, STORE

__all__ = ["load"]


def load(making: Path) -> tuple[Finding, ...]:
    """Fill both stores from ``graph.nq`` and give what the corpus shapes found.

    Raises :class:`GateError` where they found a violation: what documents share is wrong,
    so no document can be refused for it.
    """
    quads = making / QUADS
    oxigraph.build(making / STORE, [quads])
    findings = check.corpus(making / STORE)
    if bad := [finding for finding in findings if finding.severity == "violation"]:
        reasons = "".join(f"\n  {words(finding).en}" for finding in bad)
        raise GateError(
            f"what documents share violates its shapes; nothing was switched in{reasons}"
        )
    ladybug.build(making / PROPERTY_GRAPH, propertygraph.parts(oxigraph.open_store(making / STORE)))
    return tuple(findings)
