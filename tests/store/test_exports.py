"""Exports: every format holds the same graph, in a fixed order."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import pipeline
from builder.errors import GraphError
from builder.store import exports, graph, tables

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
RDF = {
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> graph.Graph:
    out = tmp_path_factory.mktemp("exports")
    sources = [SEEDS / "gansu-2024.txt", SEEDS / "guofa-2024-17.txt"]
    return graph.Graph(pipeline.build(sources, out / "graph", jobs=1).folder)


def _triples(quads: Iterable[pyoxigraph.Quad]) -> set[tuple[str, str, str]]:
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


@pytest.mark.parametrize("form", RDF)
def test_every_rdf_format_holds_every_statement(
    form: str, opened: graph.Graph, tmp_path: Path
) -> None:
    """What is parsed back from an export is what the graph holds."""
    path = exports.export(opened, form, tmp_path)[0]
    given = _triples(pyoxigraph.parse(path=path, format=RDF[form]))
    held = _triples(pyoxigraph.parse(path=opened.quads, format=RDF["nquads"]))
    assert given == held


@pytest.mark.parametrize("form", exports.FORMATS)
def test_an_export_is_the_same_each_time(form: str, opened: graph.Graph, tmp_path: Path) -> None:
    """Two exports of one graph are byte-equal."""
    once = exports.export(opened, form, tmp_path / "once")
    again = exports.export(opened, form, tmp_path / "again")
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_nquads_are_sorted_and_unique(opened: graph.Graph, tmp_path: Path) -> None:
    """Lines come in byte order, each once."""
    lines = exports.export(opened, "nquads", tmp_path)[0].read_bytes().splitlines()
    assert lines == sorted(set(lines))


@given(st.lists(st.text("ab\u4e00", min_size=1)), st.integers(1, 4))
def test_sorting_in_runs_is_sorting(tmp_path_factory, lines: list[str], run: int) -> None:  # type: ignore[no-untyped-def]
    """A file that is sorted piece by piece comes out as if sorted whole."""
    path = tmp_path_factory.mktemp("runs") / "lines"
    raw = [f"{line}\n".encode() for line in lines]
    path.write_bytes(b"".join(raw))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exports, "RUN_LINES", run)
        assert list(exports.sorted_lines(path)) == sorted(set(raw))


def test_json_leaves_no_documents_of_an_older_export(opened: graph.Graph, tmp_path: Path) -> None:
    """A document that left the graph leaves the export too."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "国发-1900-1.json").write_text("{}")
    exports.export(opened, "json", tmp_path)
    names = sorted(path.stem for path in (tmp_path / "documents").iterdir())
    assert names == list(opened.keys)


def test_tables_have_a_row_for_each_thing(opened: graph.Graph, tmp_path: Path) -> None:
    """The tables count what the public JSON counts."""
    files = exports.export(opened, "csv", tmp_path)
    assert {path.stem for path in files} == {*tables.TABLES, *tables.LINEAGE_TABLES}
    documents = [
        json.loads((opened.folder / "documents" / f"{key}.json").read_text(encoding="utf-8"))
        for key in opened.keys
    ]
    for name in ("provisions", "tasks", "targets", "citations", "agencies", "places"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == sum(len(document[name]) for document in documents)


def _table(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Give the rows of a table by document and second column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["document"], list(row.values())[1]): row for row in rows}


def test_tables_say_what_the_public_json_says(opened: graph.Graph, tmp_path: Path) -> None:
    """Carriers stand under their role, a range has its low end under low, citations their words."""
    exports.export(opened, "csv", tmp_path)
    tasks, document = _table(tmp_path / "tasks.csv"), "国发-2024-17"
    path = opened.folder / "documents" / f"{document}.json"
    public = json.loads(path.read_text(encoding="utf-8"))
    for task in public["tasks"]:
        row = tasks[document, task["id"]]
        for role in ("lead", "support", "responsible"):
            carriers = [r["agency"] for r in task["responsibilities"] if r["role"] == role]
            assert row[role] == "、".join(dict.fromkeys(carriers))
        assert (row["heading"], row["measures"]) == (task["heading"], str(len(task["measures"])))
    with (tmp_path / "targets.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            assert float(row["low"]) <= float(row["high"])
            assert row["indicator"]
            assert row["quote"]
    with (tmp_path / "citations.csv").open(encoding="utf-8-sig", newline="") as file:
        cited = [row for row in csv.DictReader(file) if row["document"] == document]
    assert [(row["title"], row["relation"]) for row in cited] == [
        (citation["title"] or "", citation["relation"]) for citation in public["citations"]
    ]


@pytest.mark.parametrize("value", [(20.0, 30.0), 25.0])
def test_a_range_has_two_ends_and_a_figure_one(value: float | tuple[float, float]) -> None:
    """Both ends of a range stand in their columns; a single figure stands in both."""
    target = SimpleNamespace(
        **dict.fromkeys("provision number indicator comparator unit deadline".split(), ""),
        **dict.fromkeys("deadline_inferred scope quote".split(), ""),
        value=value,
        span=(0, 1),
    )
    record = SimpleNamespace(key="k", mentions=SimpleNamespace(targets=[target]))
    columns, rows_of = tables.TABLES["targets"]
    (row,) = (dict(zip(columns.split(), row, strict=True)) for row in rows_of(record))  # type: ignore[arg-type]
    assert (row["low"], row["high"]) == (("20", "30") if isinstance(value, tuple) else ("25", "25"))


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-A1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """Words from a document never run in a spreadsheet."""
    assert tables.safe_cell(cell) == "'" + cell


def test_a_folder_that_cannot_be_written_is_told(opened: graph.Graph, tmp_path: Path) -> None:
    """Where OUTDIR is a file, the error says so."""
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphError, match="name another folder"):
        exports.export(opened, "json", tmp_path / "file")
