"""Load the quads of a build into its stores, and check what only the whole can tell."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from builder.errors import GateError
from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.pipeline.tables import Shared
from builder.rdf import check
from builder.store import ladybug, oxigraph
from builder.store.graph import PROPERTY_GRAPH, QUADS, STORE
from builder.store.rows import Rows

__all__ = ["load"]


def load(making: Path, shared: Shared, tables: Iterable[Rows]) -> tuple[Finding, ...]:
    """Fill both stores, from ``graph.nq`` and ``tables``, and give what the corpus shapes found.

    Oxigraph loads in a thread that leaves Python free for the rest.  Raises
    :class:`GateError` where a violation was found: what documents share is wrong, so no
    document can be refused for it.
    """
    with ThreadPoolExecutor(1) as beside:
        loading = beside.submit(oxigraph.build, making / STORE, [making / QUADS])
        found = check.between(shared.own, shared.beside)
        ladybug.build_from_rows(making / PROPERTY_GRAPH, tables)
        loading.result()
    found = tuple(sorted({*found, *check.guarded(making / STORE)}))
    findings = tuple(map(check.finding, found))
    if bad := [finding for finding in findings if finding.severity == "violation"]:
        reasons = "".join(f"\n  {words(finding).en}" for finding in bad)
        raise GateError(
            f"what documents share violates its shapes; nothing was switched in{reasons}"
        )
    return findings
