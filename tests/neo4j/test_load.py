"""Loading into a real Neo4j: whole, twice, changed, removed, beside what others keep there."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from builder.store import queries
from builder.store.table import Table
from tests.neo4j.conftest import everything
from tests.store import sample
from tests.store.engines import sample_store

pytestmark = pytest.mark.neo4j
HUNAN = "湘政发-2024-15"


@pytest.fixture(scope="module")
def quads():
    return sample.nquads()


def test_counts_are_proved(database, quads):
    """After a load every label, type and property is there as often as the quads have it."""
    report = database.load(quads)
    assert report.proved
    assert report.dangling == ()
    assert sum(c.found for c in report.counts if c.kind == "node" and not c.property) == sum(
        count for (count,) in database.ask("MATCH (n:Zhengmai) RETURN count(n)")
    )


def test_twice_changes_nothing(database, quads):
    """A second load sends nothing, and the graph is what it was."""
    database.load(quads)
    before = everything(database)
    report = database.load(quads)
    assert report.changed == report.removed == ()
    assert report.proved
    assert everything(database) == before


def test_sending_again_changes_nothing(database, quads):
    """Even where the books are lost and all is sent again, nothing is doubled."""
    database.load(quads)
    before = everything(database)
    database.ask("MATCH (m:ZhengmaiLoad) DELETE m")
    report = database.load(quads)
    assert report.unchanged == 0
    assert report.proved
    assert everything(database) == before


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (:Task)-[r:STATED_IN]->() WITH r LIMIT 1 DELETE r",
        "MATCH (a:Task)-[r:STATED_IN]->(b) WITH a, r, b LIMIT 1 "
        "CREATE (a)-[s:STATED_IN]->(b) SET s = properties(r)",
        "MATCH (t:Task) WITH t LIMIT 1 REMOVE t.heading",
    ],
)
def test_damage_is_mended(damage, database, quads):
    """What somebody took away or doubled fails the proof; the load after that mends it."""
    database.load(quads)
    before = everything(database)
    database.ask(damage)
    assert not database.load(quads).proved
    assert database.load(quads).proved
    assert everything(database) == before


def test_changed_documents_alone_are_sent(database, quads):
    """A changed document is brought up to date, what is equal is left alone."""
    database.load(sample.nquads(title="方案"))
    report = database.load(quads)
    assert sorted(report.changed) == sorted(sample.DOCUMENTS)
    assert report.unchanged == 3
    assert report.proved
    clean = everything(database)
    database.ask("MATCH (n) DETACH DELETE n")
    database.load(quads)
    assert everything(database) == clean


def test_removed_document_leaves(database, quads):
    """What a removed document said leaves; the absent document that others cite stays."""
    database.load(quads)
    report = database.load(sample.nquads(without=HUNAN))
    assert report.proved
    assert database.ask("MATCH (t:Task {document: $key}) RETURN t.key", key=HUNAN) == []
    assert database.ask("MATCH (d:Document {key: $key}) RETURN d.held", key=HUNAN) == [(False,)]
    assert database.ask("MATCH (a:Agency {name: '湖南省公安厅'}) RETURN a.name") != []
    clean = everything(database)
    database.ask("MATCH (n) DETACH DELETE n")
    database.load(sample.nquads(without=HUNAN))
    assert everything(database) == clean


def test_others_keep_what_is_theirs(database, quads):
    """Nodes, relationships and properties of other people are neither changed nor deleted."""
    database.ask("CREATE (:Document {key: $key, title: '别人的'})", key=HUNAN)
    database.load(quads)
    database.ask(
        """MATCH (t:Task {key: $key}) SET t.my_remark = '看过'
        CREATE (:Note {text: '批注'})-[:ABOUT]->(t)""",
        key=f"{HUNAN}/2.1.1",
    )
    assert database.load(sample.nquads(title="改名")).proved
    assert database.ask("MATCH (t:Task) WHERE t.my_remark = '看过' RETURN t.number") == [("2.1.1",)]
    report = database.load(sample.nquads(without=HUNAN))
    assert report.released == 1
    assert report.proved
    assert database.ask("MATCH (:Note)-[:ABOUT]->(t) RETURN t:Zhengmai") == [(False,)]
    foreign = "MATCH (d:Document) WHERE NOT d:Zhengmai RETURN d.title"
    assert database.ask(foreign) == [("别人的",)]


def test_a_tie_of_others_between_two_of_ours_keeps_both(database, quads):
    """A relationship without `document` is not ours: its ends stay, without our label."""
    database.load(quads)
    database.ask(
        """MATCH (a:Task {key: $key}) MATCH (b:Agency {name: '湖南省公安厅'})
        CREATE (b)-[:MET {on: '周二'}]->(a)""",
        key=f"{HUNAN}/2.1.1",
    )
    report = database.load(sample.nquads(without=HUNAN))
    assert report.released == 1
    assert report.proved
    assert database.ask("MATCH ()-[r:MET]->(t) RETURN r.on, t:Zhengmai") == [("周二", False)]


def test_keys_and_names_have_indexes(database, quads):
    """Look-ups by key or name, and of all that one document says, need no scan."""
    database.load(quads)
    found = database.ask(
        "SHOW INDEXES YIELD labelsOrTypes, properties, type, state WHERE type = 'RANGE' "
        "RETURN labelsOrTypes[0] AS label, properties[0] AS property, state"
    )
    assert {state for *_, state in found} == {"ONLINE"}
    assert {
        ("Zhengmai", "document"),
        ("Task", "key"),
        ("Provision", "key"),
        ("Agency", "name"),
    } <= {(label, property_) for label, property_, _ in found}


def test_names_are_never_cypher(database, quads):
    """A heading with quotes, backslashes and Cypher arrives letter by letter."""
    database.load(quads)
    found = database.ask("MATCH (t:Task {number: '3.1'}) RETURN t.heading")
    assert found == [(sample.NASTY,)]


def test_full_text_finds_chinese(database, quads):
    """The full-text index cuts Chinese as its analyser for it does."""
    database.load(quads)
    database.ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    found = database.ask(
        """CALL db.index.fulltext.queryNodes('zhengmai_text', '户籍制度') YIELD node
        RETURN DISTINCT labels(node) AS labels"""
    )
    assert any("Task" in labels for (labels,) in found)


def test_progress_is_heard(database, quads):
    """Progress grows to the number of rows."""
    heard: list[tuple[str, int]] = []
    report = database.load(quads, progress=lambda stage, rows: heard.append((stage, rows)))
    sent = [rows for _, rows in heard]
    assert sent == sorted(sent)
    assert sent[-1] == sum(c.expected for c in report.counts if not c.property)


def test_two_loads_at_once_take_turns(database, quads):
    """Of two loads into one empty database the second waits, and finds nothing to send."""
    single = database.load(quads)
    counts = database.ask("MATCH ()-[r]->() RETURN count(r)")
    database.ask("MATCH (n) DETACH DELETE n")
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(database.load, [quads, quads])
    assert first.proved
    assert second.proved
    assert sorted([first.unchanged, second.unchanged]) == [0, len(single.changed)]
    assert database.ask("MATCH ()-[r]->() RETURN count(r)") == counts
    assert database.ask("MATCH (n:ZhengmaiLock) RETURN count(n)") == [(0,)]


def test_routing_address(database, quads):
    """A neo4j:// address works as bolt:// does."""
    uri, user, password = database.access
    database.access = (uri.replace("bolt://", "neo4j://"), user, password)
    assert database.load(quads).proved


@pytest.mark.parametrize("name", queries.names())
def test_twins_agree(name, loaded, store):
    """Every named query gives the same rows in the same order as on Oxigraph."""
    params = queries.load(name).params
    for given in (
        {param.name: param.example for param in params if param.default is None},
        {param.name: param.example for param in params},
    ):
        assert queries.run_cypher(loaded, name, given) == queries.run(store, name, given)


@pytest.fixture(scope="module")
def store():
    return sample_store(sample.nquads(breach=True))


@pytest.fixture
def loaded(twins_database):
    def run(cypher, given):
        result = twins_database.driver.execute_query(cypher, given)
        rows = tuple(tuple(each.values()) for each in result.records)
        return Table(columns=tuple(result.keys), rows=rows)

    return run


@pytest.fixture(scope="module")
def twins_database(server):
    from tests.neo4j.conftest import Database

    found = Database(server)
    found.load(sample.nquads(breach=True))
    yield found
    found.driver.close()
