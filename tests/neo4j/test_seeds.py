"""The built seeds: counts and twins on Oxigraph, Ladybug and a real Neo4j."""

from functools import partial
from pathlib import Path

import pytest

from builder import pipeline
from builder.store import graph as graphs
from builder.store import ladybug, oxigraph, propertygraph, queries
from builder.store import neo4j as loader
from builder.store.table import Table
from tests.neo4j.conftest import Database

pytestmark = pytest.mark.neo4j
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds") / "graph"
    pipeline.build([SEEDS], folder)
    with graphs.reading(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def store(graph):
    return oxigraph.open_store(graph.store)


@pytest.fixture(scope="module")
def embedded(graph):
    return ladybug.open_graph(graph.property_graph)


@pytest.fixture(scope="module")
def database(server, store):
    found = Database(server)
    found.ask("MATCH (n) DETACH DELETE n")
    report = loader.load(*server, None, propertygraph.parts(store))
    assert report.proved
    assert report.dangling == ()
    yield found
    found.ask("MATCH (n) DETACH DELETE n")
    found.driver.close()


def test_counts_agree(database, embedded):
    """Neo4j and Ladybug hold as many nodes and relationships."""
    for cypher in ("MATCH (n{}) RETURN count(n) AS n", "MATCH ({})-[r]->() RETURN count(r) AS n"):
        (found,) = database.ask(cypher.format(":Zhengmai"))
        assert ladybug.run(embedded, cypher.format("")).rows == (found,)


@pytest.mark.parametrize("name", queries.names())
def test_three_engines_agree(name, store, embedded, database):
    """Every named query gives the same rows in the same order on all three."""

    def on_server(cypher, given):
        result = database.driver.execute_query(cypher, given)
        rows = tuple(tuple(each.values()) for each in result.records)
        return Table(columns=tuple(result.keys), rows=rows)

    for given in choices(name):
        expected = queries.run(store, name, given)
        assert queries.run_cypher(partial(ladybug.run, embedded), name, given) == expected
        assert queries.run_cypher(on_server, name, given) == expected


def choices(name):
    params = queries.load(name).params
    yield {param.name: param.example for param in params if param.default is None}
    yield {param.name: param.example for param in params}
