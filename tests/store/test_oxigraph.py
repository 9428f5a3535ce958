"""Oxigraph on disk: bulk load, read-only handles, plain values, one order."""

import pytest
from pyoxigraph import Store

from builder.errors import GraphError, QueryError
from builder.store import oxigraph
from tests.store import sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("graph")
    (home / "quads.nq").write_text(sample.nquads(), encoding="utf-8")
    oxigraph.build(home / "store", [home / "quads.nq"])
    return home / "store"


def test_build_counts(folder):
    """A built store holds every quad of its files."""
    store = oxigraph.open_store(folder)
    assert len(store) == len(sample.nquads().splitlines())


def test_many_readers(folder):
    """Several readers may have one store open, and none of them can write."""
    one, two = oxigraph.open_store(folder), oxigraph.open_store(folder)
    question = "SELECT ?s WHERE { ?s a <https://w3id.org/zhengmai/ontology#Task> }"
    assert oxigraph.select(one, question) == oxigraph.select(two, question)
    with pytest.raises(RuntimeError, match="read-write"):
        one.update("DELETE WHERE { ?s ?p ?o }")


def test_build_never_overwrites(folder):
    """A store is never built over another one."""
    with pytest.raises(GraphError, match="exists already"):
        oxigraph.build(folder, [])


def test_open_missing(tmp_path):
    """A graph that is not there is named, with the command that makes it."""
    with pytest.raises(GraphError, match="zhengmai build"):
        oxigraph.open_store(tmp_path / "nothing")


def test_union_of_graphs(folder):
    """A query without GRAPH sees the documents, the lineage and the authorities together."""
    store = oxigraph.open_store(folder)
    assert oxigraph.ask(
        store,
        """PREFIX zm: <https://w3id.org/zhengmai/ontology#>
        ASK { ?link zm:lower ?task . ?task zm:leadAgency/zm:line ?line }""",
    )


def test_plain_values_in_one_order():
    """Cells are plain Python values, and rows without an order are sorted."""
    quads = "".join(
        f'<a:{n}> <a:p> "{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}> <a:g> .\n'
        for n, (value, kind) in enumerate(
            [
                ("true", "boolean"),
                ("7", "integer"),
                ("0.5", "decimal"),
                ("15e-1", "double"),
                ("2024-07-28", "date"),
            ]
        )
    )
    table = oxigraph.select(oxigraph.in_memory(quads), "SELECT ?o ?x WHERE { ?s ?p ?o }")
    assert table.columns == ("o", "x")
    assert table.rows == ((0.5, None), (True, None), (1.5, None), (7, None), ("2024-07-28", None))


def test_construct_is_sorted(folder):
    """CONSTRUCT gives each triple once, as a sorted N-Triples line."""
    store = oxigraph.open_store(folder)
    lines = oxigraph.construct(store, "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }")
    assert lines == sorted(set(lines))
    assert all(line.endswith(" .") for line in lines)


@pytest.mark.parametrize(
    ("run", "sparql"),
    [
        (oxigraph.select, "SELEKT ?s"),
        (oxigraph.select, "DROP ALL"),
        (oxigraph.select, "ASK { ?s ?p ?o }"),
        (oxigraph.ask, "SELECT * { ?s ?p ?o }"),
        (oxigraph.construct, "ASK { ?s ?p ?o }"),
    ],
)
def test_wrong_query(run, sparql):
    """A text that is no query of the kind that was asked for is a QueryError."""
    with pytest.raises(QueryError):
        run(Store(), sparql)


def test_run_takes_any_kind():
    """`run` gives a table, a boolean or lines, as the text asks."""
    store = oxigraph.in_memory("<a:s> <a:p> <a:o> <a:g> .")
    assert oxigraph.run(store, "SELECT ?s { ?s ?p ?o }").rows == (("a:s",),)
    assert oxigraph.run(store, "ASK { ?s ?p ?o }") is True
    assert oxigraph.run(store, "DESCRIBE <a:s>") == ["<a:s> <a:p> <a:o> ."]
