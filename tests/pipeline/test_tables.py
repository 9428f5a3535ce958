"""Rows made of a document's lines, before there is a store, are those that the store holds."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from builder import pipeline
from builder.rdf import check
from builder.rdf.quads import gathered
from builder.store import ladybug, oxigraph, propertygraph
from builder.store.graph import Graph
from builder.store.mapping import schema
from builder.store.propertygraph import columns_of_node, columns_of_relationship
from builder.store.sound import sound
from builder.store.sources import line_quads

Build = Callable[..., pipeline.Built]
Row = tuple[object, ...]


def rows_of_store(graph: Graph) -> Iterator[Row]:
    for part in propertygraph.parts(oxigraph.open_store(graph.store)):
        yield from ((node.label, *node.values) for node in part.nodes)
        for row in part.relationships:
            yield (row.type, row.start, row.end, *row.values)


def rows_of_ladybug(graph: Graph) -> Iterator[Row]:
    opened = ladybug.open_graph(graph.property_graph)
    for node in schema().nodes:
        columns = ", ".join(f"x.`{name}`" for name, _ in columns_of_node(node.label))
        for values in ladybug.run(opened, f"MATCH (x:{node.label}) RETURN {columns}").rows:
            yield (node.label, *values)
    for each in schema().relationships:
        columns = ", ".join(f"x.`{name}`" for name, _ in columns_of_relationship(each.type))
        asked = f"MATCH (a)-[x:{each.type}]->(b) RETURN a.id, b.id, {columns}"
        yield from ((each.type, *values) for values in ladybug.run(opened, asked).rows)


def as_text(rows: Iterator[Row]) -> Counter[str]:
    return Counter("|".join(_cell(cell) for cell in row) for row in rows)


def _cell(cell: object) -> str:
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, tuple) else str(cell)


def test_the_property_graph_is_that_of_the_quads(sources: Path, build: Build) -> None:
    """A build's property graph holds exactly the rows that are read back from its store."""
    graph = Graph(build(sources).folder)
    expected = as_text(rows_of_store(graph))
    types = {row.partition("|")[0] for row in expected}
    assert {"Document", "Task", "RESPONSIBLE_FOR", "IMPLEMENTS", "EVIDENCE", "CLAUSE"} <= types
    assert as_text(rows_of_ladybug(graph)) == expected


def test_a_changed_document_changes_its_rows(sources: Path, build: Build) -> None:
    """Rows made again for one document of two agree with the store as those of both do."""
    build(sources)
    changed = sources / "provincial.txt"
    chars = changed.read_text(encoding="utf-8")
    changed.write_text(chars.replace("推进老旧管网改造", "改造老旧管网"), encoding="utf-8")
    graph = Graph(build(sources).folder)
    assert as_text(rows_of_ladybug(graph)) == as_text(rows_of_store(graph))


def test_lines_in_any_order_give_the_same_parts(sources: Path, build: Build) -> None:
    """All lines of a graph give the parts of its store, in whatever order they stand."""
    graph = Graph(build(sources).folder)
    lines = graph.quads.read_text(encoding="utf-8").splitlines()
    base = graph.manifest["base"]
    expected = list(propertygraph.parts(oxigraph.open_store(graph.store)))
    for own in (lines, lines[::-1]):
        assert list(propertygraph.read(line_quads(own, (), base=base))) == expected


def said_of(lines: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    split = (line.split(" ", 2) for line in lines)
    return gathered((subject, name, rest[: rest.rindex(" <")]) for subject, name, rest in split)


def test_shapes_find_the_same_in_lines_and_store(sources: Path, build: Build) -> None:
    """What documents share is judged on its lines as it is in the store, faults included."""
    graph = Graph(build(sources).folder)
    lines = graph.quads.read_text(encoding="utf-8").splitlines()
    broken = [line for line in lines if "#relation>" not in line]
    assert len(broken) < len(lines)
    for quads in (lines, broken):
        store = oxigraph.in_memory("\n".join(quads))
        endings = ("/graph/lineage> .", "/graph/authorities> .")
        shared = said_of(line for line in quads if line.endswith(endings))
        beside = said_of(line for line in quads if not line.endswith(endings))
        found = {*check.between(shared, (beside,)), *check.guarded(store)}
        assert tuple(map(check.finding, sorted(found))) == check.corpus(store)
    assert any(finding.severity == "violation" for finding in check.corpus(store))


def test_an_unchanged_build_is_not_loaded_again(
    sources: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build of the same content keeps its folder and findings, and fills no store."""
    text = (sources / "provincial.txt").read_text(encoding="utf-8")
    text = text.replace("加快建设牛岭水库", "加快建设金山现代农业产业园供水设施、牛岭水库")
    (sources / "provincial.txt").write_text(text, encoding="utf-8")
    first = build(sources)
    assert "rdf-corpus-advice" in {finding.code for finding in first.findings}

    def never(*_: object) -> int:
        raise AssertionError("a store was filled again")

    monkeypatch.setattr(oxigraph, "build", never)
    monkeypatch.setattr(ladybug, "build_from_rows", never)
    again = build(sources)
    assert again == first


def test_a_damaged_store_is_loaded_again(sources: Path, build: Build) -> None:
    """A store that lost its files, or will not open, is not kept because nothing changed."""
    first = build(sources)
    for damage in (_lose_quads, _cut_property_graph):
        damage(Graph(build(sources).folder))
        again = build(sources)
        assert again.manifest == first.manifest
        assert again.findings == first.findings
        assert sound(Graph(again.folder))
        assert again.folder == build(sources).folder


def _lose_quads(graph: Graph) -> None:
    for path in graph.store.glob("*.sst"):
        path.unlink()


def _cut_property_graph(graph: Graph) -> None:
    with graph.property_graph.open("r+b") as file:
        file.truncate(100)
