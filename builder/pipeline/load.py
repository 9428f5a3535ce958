"""Load the quads of a build into its stores, and check what only the whole can tell.

Loading is most of a build that nothing can shorten, and leaves Python free: Oxigraph begins
with the documents while lineage is still judged, in threads of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from builder.errors import GateError
from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.pipeline.folder import concatenate
from builder.rdf import check
from builder.store import ladybug, oxigraph
from builder.store.graph import PROPERTY_GRAPH, QUADS, STORE
from builder.store.rows import Rows

__all__ = ["Loading"]

REST = "shared.nq"


class Loading:
    """The load of one build; leaving it ends what was begun.

    :meth:`documents` begins with the documents, :meth:`shared` goes on with what stands
    between them, :meth:`property_graph` fills the other store, and :meth:`findings` waits
    for all of it.
    """

    def __init__(self, making: Path) -> None:
        self._making = making
        self._beside = ThreadPoolExecutor(2)
        self._shared: Future[Sequence[Path]] = Future()
        self._loads: list[Future[object]] = []

    def __enter__(self) -> "Loading":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let nothing wait for quads that never come."""
        self._shared.cancel()
        self._beside.shutdown(cancel_futures=True)

    def documents(self, paths: Sequence[Path]) -> None:
        """Begin to load the quads of the documents, unless that is begun."""
        if not self._loads:
            self._loads.append(self._beside.submit(_filled, self._making, paths, self._shared))

    def shared(self, paths: Sequence[Path]) -> None:
        """Load the quads of what stands between documents after those of the documents."""
        self._shared.set_result(paths)

    def property_graph(self, tables: Iterable[Rows]) -> None:
        """Begin to fill Ladybug."""
        target = self._making / PROPERTY_GRAPH
        self._loads.append(self._beside.submit(ladybug.build_from_rows, target, tables))

    def findings(self, between: Iterable[check.Violation]) -> tuple[Finding, ...]:
        """Wait for both stores; give ``between`` and what the guards find, as findings.

        Raises :class:`GateError` where there is a violation: what documents share is wrong,
        so no document can be refused for it.
        """
        for load in self._loads:
            load.result()
        found = sorted({*between, *check.guarded(self._making / STORE)})
        findings = tuple(map(check.finding, found))
        if bad := [finding for finding in findings if finding.severity == "violation"]:
            reasons = "".join(f"\n  {words(finding).en}" for finding in bad)
            raise GateError(
                f"what documents share violates its shapes; nothing was switched in{reasons}"
            )
        return findings


def _filled(making: Path, documents: Sequence[Path], shared: Future[Sequence[Path]]) -> int:
    """Fill Oxigraph and ``graph.nq``: the documents, then what is still to come."""
    quads, rest = making / QUADS, making / REST
    concatenate(documents, quads)
    count = oxigraph.build(making / STORE, _files(quads, rest, shared))
    concatenate([rest], quads, mode="ab")
    rest.unlink()
    return count


def _files(quads: Path, rest: Path, shared: Future[Sequence[Path]]) -> Iterator[Path]:
    yield quads
    concatenate(shared.result(), rest)
    yield rest
