"""What a parameter holds is never read as a query."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.store import oxigraph, queries
from tests.store import sample
from tests.store.engines import in_ladybug, sample_store

BAD = (
    '"',
    "'",
    "\\",
    '\\"',
    "}",
    '" } DROP ALL #',
    '"} ?s ?p ?o . VALUES ?x {"',
    "' OR 1 = 1 //",
    "'}) DETACH DELETE n //",
    "$document",
    "\\u0022",
    "多\n行\r\t𠮷",
    "<https://w3id.org/zhengmai/doc/x>",
)
ECHO = queries.parse(
    "echo",
    """\
#+ summary_zh = "回声"
#+ summary_en = "Echo"
#+ params.said = { kind = "text", zh = "话", en = "words", example = "x" }
#+ returns.in_said = { zh = "话", en = "words" }
SELECT ?in_said WHERE {
  VALUES ?in_said { "x" }
}
""",
    "RETURN $said AS in_said",
)


@pytest.fixture(scope="module")
def store():
    return sample_store(sample.nquads())


@pytest.fixture(scope="module")
def cypher(store, tmp_path_factory):
    return in_ladybug(store, tmp_path_factory.mktemp("injection"))


def takes_text(name):
    return [p for p in queries.load(name).params if p.kind == "text" and not p.choices]


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", [name for name in queries.names() if takes_text(name)])
def test_bad_values_find_nothing(name, bad, store, cypher):
    """Quotes, braces and scraps of SPARQL and Cypher are looked for as text, and not found."""
    texts = {param.name: bad for param in takes_text(name)}
    params = queries.load(name).params
    rest = {param.name: param.example for param in params if param.name not in texts}
    assert queries.run(store, name, texts | rest).rows == ()
    assert queries.run_cypher(cypher, name, texts | rest).rows == ()


@given(said=st.text().filter(lambda text: "\x00" not in text))
@settings(deadline=None)
def test_sparql_echo(said):
    """Whatever text is bound comes back as that very text."""
    sparql = queries.bind_sparql(ECHO, queries.values(ECHO, {"said": said}))
    assert oxigraph.select(oxigraph.in_memory(""), sparql).rows == ((said,),)


@pytest.mark.parametrize("said", [*BAD, sample.NASTY])
def test_cypher_echo(said, cypher):
    """Whatever text is given as a parameter comes back as that very text."""
    assert cypher(ECHO.cypher, {"said": said}).rows == ((said,),)


def test_bad_names_in_documents(store, cypher):
    """A heading full of quotes and scraps of queries is a heading, on every engine."""
    rows = queries.run(store, "tasks", {"document": "国发-2024-17"}).rows
    assert sample.NASTY in {row[1] for row in rows}
    assert queries.run_cypher(cypher, "tasks", {"document": "国发-2024-17"}).rows == rows
