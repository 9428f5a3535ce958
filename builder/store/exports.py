"""A graph -> files that other programs read: JSON, RDF in five syntaxes, CSV tables.

Every export is the same for the same graph, byte for byte: lines and rows are sorted.
"""

import heapq
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph

from builder.errors import GraphError
from builder.store import neo4j_csv, oxigraph, propertygraph, tables
from builder.store.graph import Graph

__all__ = ["FORMATS", "PREFIXES", "export"]

RUN_LINES = 400_000
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "zm": "https://w3id.org/zhengmai/ontology#",
    "zmv": "https://w3id.org/zhengmai/vocab#",
}


def export(graph: Graph, form: str, target: Path) -> tuple[Path, ...]:
    """Write the graph in one of :data:`FORMATS` below the folder ``target``; give the files.

    Raises :class:`GraphError` where the folder cannot be written.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        return FORMATS[form](graph, target)
    except OSError as error:
        raise GraphError(f"cannot write {target}: {error.strerror}; name another folder") from error


def sorted_lines(path: Path, key: Callable[[bytes], Any] = bytes) -> Iterator[bytes]:
    """Give the lines of a file in order, each once, in little memory: runs, then a merge."""
    with tempfile.TemporaryDirectory() as folder, path.open("rb") as source:
        runs: list[Path] = []
        while lines := sorted(set(islice(source, RUN_LINES)), key=key):
            run = Path(folder) / f"{len(runs)}"
            run.write_bytes(b"".join(lines))
            runs.append(run)
        handles = [run.open("rb") for run in runs]
        try:
            yield from _once(heapq.merge(*handles, key=key))
        finally:
            for handle in handles:
                handle.close()


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    last = b""
    for line in lines:
        if line != last:
            yield line
        last = line


def _json(graph: Graph, target: Path) -> tuple[Path, ...]:
    documents = target / "documents"
    documents.mkdir(exist_ok=True)
    for old in documents.glob("*.json"):
        if old.stem not in graph.keys:
            old.unlink()
    pairs = [(graph.folder / "documents" / f"{key}.json", documents) for key in graph.keys]
    pairs.append((graph.folder / "lineage.json", target))
    return tuple(Path(shutil.copy(source, folder)) for source, folder in pairs)


def _nquads(graph: Graph, target: Path) -> tuple[Path, ...]:
    path = target / "graph.nq"
    with path.open("wb") as sink:
        sink.writelines(sorted_lines(graph.quads))
    return (path,)


def _turtle(graph: Graph, target: Path) -> tuple[Path, ...]:
    triples = (quad.triple for quad in _quads(graph))
    return _serialized(triples, target / "graph.ttl", pyoxigraph.RdfFormat.TURTLE)


def _trig(graph: Graph, target: Path) -> tuple[Path, ...]:
    return _serialized(_by_graph(graph), target / "graph.trig", pyoxigraph.RdfFormat.TRIG)


def _jsonld(graph: Graph, target: Path) -> tuple[Path, ...]:
    return _serialized(_by_graph(graph), target / "graph.jsonld", pyoxigraph.RdfFormat.JSON_LD)


def _csv(graph: Graph, target: Path) -> tuple[Path, ...]:
    return tables.write(graph, target)


def _neo4j_csv(graph: Graph, target: Path) -> tuple[Path, ...]:
    neo4j_csv.write(target, propertygraph.parts(oxigraph.open_store(graph.store)))
    return (target / neo4j_csv.COMMAND_FILE,)


def _serialized(
    statements: Iterable[pyoxigraph.Triple] | Iterable[pyoxigraph.Quad],
    path: Path,
    form: pyoxigraph.RdfFormat,
) -> tuple[Path, ...]:
    with path.open("wb") as sink:
        pyoxigraph.serialize(statements, sink, form, prefixes=PREFIXES)
    return (path,)


def _quads(graph: Graph, key: Callable[[bytes], Any] = bytes) -> Iterator[pyoxigraph.Quad]:
    """Give all quads in the order of their lines: by subject."""
    for line in sorted_lines(graph.quads, key):
        yield from pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)


def _by_graph(graph: Graph) -> Iterator[pyoxigraph.Quad]:
    """Give all quads graph by graph, and by subject within one."""
    return _quads(graph, _graph_first)


def _graph_first(line: bytes) -> tuple[bytes, bytes]:
    """Give what sorts a line by its graph, which is its last term."""
    return line[line.rindex(b"<") :], line


FORMATS: dict[str, Callable[[Graph, Path], tuple[Path, ...]]] = {
    "csv": _csv,
    "json": _json,
    "jsonld": _jsonld,
    "neo4j-csv": _neo4j_csv,
    "nquads": _nquads,
    "trig": _trig,
    "turtle": _turtle,
}
