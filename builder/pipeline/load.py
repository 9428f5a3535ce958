"""Load the quads of a build into its stores, and check what only the whole can tell."""

from pathlib import Path

from builder.errors import GateError
from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.rdf import check
from builder.store import oxigraph

__all__ = ["load"]


def load(making: Path) -> tuple[Finding, ...]:
    """Fill both stores from ``graph.nq`` and give what the corpus shapes found.

    Raises :class:`GateError` where they found a violation: what documents share is wrong,
    so no document can be refused for it.
    """
    quads = making / "graph.nq"
    oxigraph.build(making / "store", [quads])
    findings = check.corpus(making / "store")
    if bad := [finding for finding in findings if finding.severity == "violation"]:
        reasons = "".join(f"\n  {words(finding).en}" for finding in bad)
        raise GateError(
            f"what documents share violates its shapes; nothing was switched in{reasons}"
        )
    # property graph
    return tuple(findings)
