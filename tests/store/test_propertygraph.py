"""The property graph holds what the mapping says of the quads, the same in every engine."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from builder.errors import GraphError
from builder.resources import ontology_dir
from builder.store import ladybug, oxigraph, propertygraph, rows
from builder.store.counts import Tally
from builder.store.mapping import EdgeType, StatementType, schema
from tests.store import sample

ZM = "https://w3id.org/zhengmai/ontology#"


@pytest.fixture(scope="module")
def store():
    return oxigraph.in_memory(sample.nquads())


@pytest.fixture(scope="module")
def parts(store):
    return tuple(propertygraph.parts(store))


def predicates():
    for node in schema().nodes:
        yield from node.classes
        yield from (step.predicate for p in node.properties for path in p.paths for step in path)
    for each in schema().relationships:
        if isinstance(each, EdgeType):
            yield each.predicate
            continue
        yield each.class_
        paths = (*each.start, *each.end, *(path for p in each.properties for path in p.paths))
        yield from (step.predicate for path in paths for step in path)


def test_mapping_speaks_the_ontology():
    """Every term of ours that the mapping names is declared in the ontology."""
    core = (ontology_dir() / "core.ttl").read_text(encoding="utf-8")
    declared = {ZM + name for name in re.findall(r"^zm:(\w+) a", core, re.MULTILINE)}
    assert {term for term in predicates() if term.startswith(ZM)} <= declared


def test_every_row_of_the_table_is_used(parts):
    """The sample has a node of nearly every label and a relationship of every type."""
    labels = {node.label for part in parts for node in part.nodes}
    types = {row.type for part in parts for row in part.relationships}
    assert {node.label for node in schema().nodes} - labels == {"SoftTarget"}
    assert {each.type for each in schema().relationships} - types == {"HAS_SOFT_TARGET"}


def test_a_part_a_document(parts):
    """There is one part a document, held or absent, and one that they share."""
    names = [part.name for part in parts]
    assert names == sorted([*sample.DOCUMENTS, *sample.ABSENT, propertygraph.SHARED])
    for part in parts:
        assert {node.values[2] for node in part.nodes} == {part.name}


def test_nothing_dangles(parts):
    """Both ends of every relationship are nodes, and each node is there once."""
    ids = Counter(node.id for part in parts for node in part.nodes)
    assert set(ids.values()) == {1}
    assert all(row.start in ids and row.end in ids for part in parts for row in part.relationships)
    assert [part.dangling for part in parts if part.dangling] == []


def test_an_edge_to_nowhere_is_told(store):
    """What is left out since one end is missing is named, never dropped in silence."""
    quads = "\n".join(
        line
        for line in sample.nquads().splitlines()
        if not line.startswith("<https://w3id.org/zhengmai/place/六安市> ")
    )
    found = {part.name: part for part in propertygraph.parts(oxigraph.in_memory(quads))}
    expected = ("OF_PLACE doc/六政办秘-2023-55 -> place/六安市",)
    assert found["六政办秘-2023-55"].dangling == expected


def test_multi_values_and_languages_are_kept(parts):
    """Several values become a sorted list; Chinese and English words have their own names."""
    part = next(part for part in parts if part.name == "国发-2024-17")
    document = values_of(part, "doc/国发-2024-17")
    assert document["addressees"] == ("各市州人民政府", "省直机关")
    finding = values_of(part, "finding/国发-2024-17/1")
    assert (finding["message"], finding["message_en"]) == ("有一处可疑", "something is odd")


def values_of(part, id_):
    node = next(node for node in part.nodes if node.id == id_)
    names = [name for name, _ in propertygraph.columns_of_node(node.label)]
    return dict(zip(names, node.values, strict=True))


def test_relationships_keep_their_properties(parts):
    """A link keeps relation, score with its parts, evidence words and review state."""
    part = next(part for part in parts if part.name == "湘政发-2024-15")
    row = next(row for row in part.relationships if row.type == "IMPLEMENTS")
    names = [name for name, _ in propertygraph.columns_of_relationship("IMPLEMENTS")]
    values = dict(zip(names, row.values, strict=True))
    assert values["relation_zh"] == "细化"
    assert values["score"] == 0.82
    assert values["parts"] == ("clauses most 0.82", "heading same 0.3")
    assert values["lower_words"] == ("落户限制",)
    assert values["review"] == "accepted"


def test_rejected_links_are_not_there(parts):
    """A rejected link leaves no relationship, and none of its details."""
    ids = {str(row.values[0]) for part in parts for row in part.relationships}
    assert "link/3" in ids
    assert not any(id_ == "link/4" or id_.startswith("link/4/") for id_ in ids)


def test_statements_agree_with_plain_edges(store, parts):
    """IMPLEMENTS and ALIGNS_WITH are as many as the plain edges between tasks."""
    plain = oxigraph.select(
        store,
        f"""SELECT (COUNT(*) AS ?n) WHERE {{
            ?l <{ZM}implements>|<{ZM}alignsWith> ?u . ?l a <{ZM}Task> }}""",
    ).rows[0][0]
    types = Counter(row.type for part in parts for row in part.relationships)
    assert types["IMPLEMENTS"] + types["ALIGNS_WITH"] == plain


def test_class_counts_agree(store, parts):
    """Each label has as many nodes as its classes have members in the quads."""
    labels = Counter(node.label for part in parts for node in part.nodes)
    for node in schema().nodes:
        classes = " ".join(f"<{class_}>" for class_ in node.classes)
        sparql = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ VALUES ?c {{ {classes} }} ?s a ?c }}"
        assert oxigraph.select(store, sparql).rows == ((labels[node.label],),)


def test_ladybug_counts_are_proved(parts, tmp_path):
    """Ladybug holds every node, relationship and property, to the last one."""
    ladybug.build(tmp_path / "graph.lbug", parts)
    graph = ladybug.open_graph(tmp_path / "graph.lbug")
    tally = Tally()
    for part in parts:
        tally.add(part)

    def ask(cypher):
        table = ladybug.run(graph, cypher)
        return dict(zip(table.columns, table.rows[0], strict=True))

    counts = tally.compare(ask, mark="")
    assert [count for count in counts if count.expected != count.found] == []
    assert ladybug.run(graph, "MATCH (n) RETURN count(n) AS n").rows == (
        (sum(len(part.nodes) for part in parts),),
    )


def test_ladybug_reads_only(parts, tmp_path):
    """A built graph cannot be written, is never built over, and is missed in plain words."""
    path = tmp_path / "graph.lbug"
    with pytest.raises(GraphError, match="zhengmai build"):
        ladybug.open_graph(path)
    ladybug.build(path, parts)
    with pytest.raises(GraphError, match="exists already"):
        ladybug.build(path, parts)
    with pytest.raises(Exception, match="read-only"):
        ladybug.run(ladybug.open_graph(path), "MATCH (t:Task) DETACH DELETE t")


def test_digest_follows_the_rows(store, parts):
    """Equal quads give equal digests; a changed document changes its own and no other."""
    again = {part.name: part.digest() for part in propertygraph.parts(store)}
    assert again == {part.name: part.digest() for part in parts}
    other = oxigraph.in_memory(sample.nquads().replace("各地应当落实。", "各地应当执行。", 1))
    changed = {
        part.name for part in propertygraph.parts(other) if part.digest() != again[part.name]
    }
    assert len(changed) == 1


def test_digest_follows_relationships_alone(parts):
    """A part whose nodes are equal and whose relationships are not has another digest."""
    part = next(part for part in parts if part.relationships)
    less = replace(part, relationships=part.relationships[1:])
    assert less.digest() != part.digest()


def test_rows_of_a_part_are_in_order(parts):
    """Relationships stand by type, ends and values: no order of a set gets into a file."""
    for part in parts:
        keys = [(row.type, row.start, row.end, str(row.values)) for row in part.relationships]
        assert keys == sorted(keys)


def test_what_is_present_or_not_is_true_or_false(parts):
    """An absent document is not held, which is a value and not the want of one."""
    by_name = {part.name: part for part in parts}
    for names, held in ((sample.DOCUMENTS, True), (sample.ABSENT, False)):
        for name in names:
            assert values_of(by_name[name], f"doc/{name}")["held"] is held


@pytest.mark.parametrize("lost", ["p_", "p_key"])
def test_a_proof_tells_what_is_missing(lost, parts):
    """A count that an engine gives too low is found, of rows and of properties."""
    tally = Tally()
    for part in parts:
        tally.add(part)
    tasks = {"p_": "", "p_key": "key"}[lost]

    def ask(cypher):
        name = re.search(r":(\w+)[)\]]", cypher)[1]
        counters = tally.nodes | tally.relationships
        columns = re.findall(r"`p_(\w*)`", cypher)
        found = {f"p_{column}": counters[name, column] for column in columns}
        if name == "Task":
            found[lost] -= 1
        return found

    wrong = [count for count in tally.compare(ask) if count.expected != count.found]
    assert [(count.name, count.property) for count in wrong] == [("Task", tasks)]
    assert wrong[0].found == wrong[0].expected - 1


def test_ladybug_is_built_below_any_folder(parts, tmp_path):
    """Quotes and spaces in the name of a folder do no harm."""
    folder = tmp_path / "it's a 'test'"
    folder.mkdir()
    ladybug.build(folder / "graph.lbug", parts)
    found = ladybug.run(ladybug.open_graph(folder / "graph.lbug"), "MATCH (t:Task) RETURN count(t)")
    assert found.rows[0][0] > 0


def test_csv_tells_empty_from_nothing():
    """A text that is empty and one that is not there are two different cells."""
    assert rows.row_line(("", None)) == '"",\n'


def test_statement_types_are_paired():
    """Every pair of a relationship type names labels of the table."""
    labels = {node.label for node in schema().nodes}
    for each in schema().relationships:
        assert isinstance(each, EdgeType | StatementType)
        assert {label for pair in each.pairs for label in pair} <= labels
