"""An answer in words: heads and codes of a named query for people, in one language."""

import pytest

from builder.lexicon.tables import toml
from builder.store import queries
from builder.store.table import Table
from tests.store import sample
from tests.store.engines import sample_store

EVERY = [queries.load(name) for name in queries.names()]


@pytest.fixture(scope="module")
def store():
    return sample_store(sample.nquads(breach=True))


@pytest.mark.parametrize("query", EVERY, ids=[query.name for query in EVERY])
def test_every_code_has_words(query, store):
    """No code of a column that says what its codes are is left without its words."""
    needed = {param.name: param.example for param in query.params if param.default is None}
    rows = queries.run(store, query.name, needed).rows
    for at, column in enumerate(query.returns):
        if column.codes:
            known = set(toml("terms")[column.codes])
            assert {row[at] for row in rows} - {""} <= known


def test_heads_and_codes_are_words():
    """Column heads, codes and yes or no are words; names and numbers stay."""
    table = Table(
        columns=("lower", "lower_number", "heading", "relation", "score", "role", "agency"),
        rows=(("湘政发-2024-15", "2.1.3", "保障", "restates", 45.388, "", "湖南省教育厅"),),
    )
    zh = queries.in_words("carriers", table, "zh")
    assert zh.columns[3:6] == ("承接类型", "匹配分", "职责")
    assert zh.rows[0][3:] == ("转述", 45.388, "", "湖南省教育厅")
    assert queries.in_words("carriers", table, "en").rows[0][3] == "restates"


def test_yes_and_no_are_words():
    """A column that is true or false says 是 or 否."""
    query = queries.load("citations")
    row = tuple(column.name == "held" for column in query.returns)
    table = Table(columns=tuple(column.name for column in query.returns), rows=(row,))
    said = queries.in_words("citations", table, "zh").rows[0]
    assert said[[column.name for column in query.returns].index("held")] == "是"
    assert said[0] == "否"
