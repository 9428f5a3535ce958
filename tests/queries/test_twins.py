"""The SPARQL and the Cypher of one name give the same rows in the same order."""

import pytest

from builder.store import queries
from builder.store.table import Cell
from tests.queries.subset import TRAPS, breaches
from tests.store import sample
from tests.store.engines import in_ladybug, sample_store

FLAT = str | int | float | bool


@pytest.fixture(scope="module")
def store():
    return sample_store(sample.nquads(breach=True))


@pytest.fixture(scope="module")
def cypher(store, tmp_path_factory):
    return in_ladybug(store, tmp_path_factory.mktemp("twins"))


def needed(query):
    return {param.name: param.example for param in query.params if param.default is None}


def examples(query):
    return {param.name: param.example for param in query.params}


@pytest.mark.parametrize("given", [needed, examples])
@pytest.mark.parametrize("name", queries.names())
def test_twins_agree(name, given, store, cypher):
    """Oxigraph and Ladybug answer alike, and the sample has an answer to every question.

    Examples of what may be left out name things of the seeds, which the sample may lack.
    """
    parameters = given(queries.load(name))
    table = queries.run(store, name, parameters)
    assert queries.run_cypher(cypher, name, parameters) == table
    assert table.rows or given is examples


@pytest.mark.parametrize("name", queries.names())
def test_rows_are_flat(name, store):
    """Cells are text, numbers or booleans, and nothing is left empty by chance."""
    rows = queries.run(store, name, needed(queries.load(name))).rows
    assert all(isinstance(cell, FLAT) for row in rows for cell in row)


@pytest.mark.parametrize("name", queries.names())
def test_order_is_total(name, cypher):
    """No two rows are equal, so that the order can be total."""
    rows: tuple[tuple[Cell, ...], ...] = queries.run_cypher(
        cypher, name, needed(queries.load(name))
    ).rows
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("name", queries.names())
def test_common_subset(name):
    """A Cypher twin keeps to what Ladybug and Neo4j both take alike."""
    assert breaches(queries.load(name).cypher) == []


@pytest.mark.parametrize("trap", TRAPS, ids=[trap.example for trap in TRAPS])
def test_traps_spring(trap):
    """Each trap of the linter catches its own example."""
    assert trap.why in breaches(trap.example)
