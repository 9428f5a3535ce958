"""Load the quads of a build into its stores, and check what only the whole can tell."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from builder.errors import GateError
from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.pipeline.tables import Shared
from builder.rdf import check
from builder.store import ladybug, oxigraph
from builder.store.graph import PROPERTY_GRAPH, QUADS, STORE
from builder.store.rows import Rows

__all__ = ["load", "loading"]


@contextmanager
def loading(making: Path) -> Iterator[Future[int]]:
    """Load ``graph.nq`` into Oxigraph in a thread that leaves Python free for the rest."""
    with ThreadPoolExecutor(1) as beside:
        yield beside.submit(oxigraph.build, making / STORE, [making / QUADS])


def load(
    making: Path, loaded: Future[int], shared: Shared, tables: Iterable[Rows]
) -> tuple[Finding, ...]:
    """Fill Ladybug from ``tables``, wait for Oxigraph, and give what the corpus shapes found.

    Raises :class:`GateError` where they found a violation: what documents share is wrong,
    so no document can be refused for it.
    """
    between = check.between(shared.own, shared.beside)
    ladybug.build_from_rows(making / PROPERTY_GRAPH, tables)
    loaded.result()
    found = tuple(sorted({*between, *check.guarded(making / STORE)}))
    findings = tuple(map(check.finding, found))
    if bad := [finding for finding in findings if finding.severity == "violation"]:
        reasons = "".join(f"\n  {words(finding).en}" for finding in bad)
        raise GateError(
            f"what documents share violates its shapes; nothing was switched in{reasons}"
        )
    return findings
