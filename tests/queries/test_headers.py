"""Every named query is complete: header, twin, parameters, columns, examples."""

import re

import pyoxigraph
import pytest

from builder.errors import QueryError
from builder.resources import queries_dir
from builder.store import queries
from tests.queries.subset import returned

EVERY = [queries.load(name) for name in queries.names()]
ids = [query.name for query in EVERY]


def test_there_are_enough():
    """The nine questions of the foundation, the eleven of lineage, and more are there."""
    asked = """documents tasks workload targets citations lineage evidence places unspecified
        chain carriers coverage gaps additions drift target-changes counterparts absent as-of"""
    assert set(asked.split()) <= set(queries.names())


def test_twins_pair_up():
    """Every .rq has its .cypher, and no .cypher is alone."""
    folder = queries_dir()
    assert {p.stem for p in folder.glob("*.rq")} == {p.stem for p in folder.glob("*.cypher")}


@pytest.mark.parametrize("query", EVERY, ids=ids)
def test_header_is_whole(query):
    """Summary, parameters and columns have words in both languages, and an example."""
    assert query.summary_zh
    assert query.summary_en
    assert all(each.zh and each.en for each in (*query.params, *query.returns))
    assert all(param.example for param in query.params)


@pytest.mark.parametrize("query", EVERY, ids=ids)
def test_columns_are_declared(query):
    """SELECT, RETURN and the header name the same columns in the same order."""
    columns = [column.name for column in query.returns]
    assert [item.split(" AS ")[-1] for item in returned(query.cypher)] == columns
    answer = pyoxigraph.Store().query(query.sparql)
    assert [variable.value for variable in answer.variables] == columns


@pytest.mark.parametrize("query", EVERY, ids=ids)
def test_params_are_bound(query):
    """Each declared parameter is one VALUES line and one $name, and there are no others."""
    declared = sorted(param.name for param in query.params)
    assert sorted(m[2] for m in queries.VALUES.finditer(query.sparql)) == declared
    assert sorted(set(re.findall(r"\$(\w+)", query.cypher))) == declared


@pytest.mark.parametrize("query", EVERY, ids=ids)
def test_file_runs_as_it_is(query):
    """The VALUES line of a file holds the default, or the example where there is none."""
    bound = {
        param.name: param.example if param.default is None else param.default
        for param in query.params
    }
    assert queries.bind_sparql(query, bound) == query.sparql


@pytest.mark.parametrize("query", EVERY, ids=ids)
def test_examples_pass_their_own_check(query):
    """The example of a parameter is a value that it takes."""
    examples = {param.name: param.example for param in query.params}
    assert queries.values(query, examples).keys() == examples.keys()


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("task", {}, "tasks"),
        ("zzzz", {}, "documents"),
        ("tasks", {}, "-p document=国发-2024-17"),
        ("tasks", {"doc": "x"}, "try document"),
        ("force", {"level": "x"}, "it takes none"),
        ("documents", {"level": "省级"}, "provincial"),
        ("as-of", {"document": "a", "number": "1", "date": "去年"}, "date=2024-12-31"),
        ("tasks", {"document": "a\x00"}, "NUL"),
    ],
)
def test_trouble_names_what_to_try(name, given, words):
    """An unknown query, or a parameter that is unknown, missing or wrong, names what to try."""
    with pytest.raises(QueryError, match=re.escape(words)):
        queries.values(queries.load(name), given)


@pytest.mark.parametrize(
    "header",
    ['#+ summary_zh = "只有中文"', "#+ summary_zh = ", '#+ summary_zh = "无"\n#+ returns.a = 1'],
)
def test_broken_header(header):
    """A header that cannot be read is a QueryError that names the file."""
    with pytest.raises(QueryError, match=r"queries/odd\.rq"):
        queries.parse("odd", header, "")


def test_queries_are_documented():
    """queries/README.md lists every query with both summaries."""
    readme = (queries_dir() / "README.md").read_text(encoding="utf-8")
    for query in EVERY:
        assert f"| `{query.name}` | {query.summary_zh} | {query.summary_en} |" in readme
