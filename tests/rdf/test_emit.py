"""Records and lineage become quads that are complete, declared, and each in one graph."""

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.assemble.public import public
from builder.model.record import Record
from builder.rdf import emit, namespace
from builder.rdf.names import BASE
from builder.resources import ontology_dir
from tests.rdf.records import (
    LOWER,
    UPPER,
    lower_record,
    made_lineage,
    upper_record,
)

VOCABULARY = "https://w3id.org/zhengmai/vocab#"
ONTOLOGY = "https://w3id.org/zhengmai/ontology#"


def records() -> list[Record]:
    return [upper_record(), lower_record()]


def everything(*, base: str = BASE) -> list[str]:
    both = records()
    return [
        *(line for record in both for line in emit.document(record, base=base)),
        *emit.authorities(both, base=base),
        *emit.lineage(made_lineage(), both, base=base),
        *emit.vocabulary(base=base),
    ]


def quads(lines: Iterable[str]) -> list[ox.Quad]:
    data = "".join(f"{line}\n" for line in lines).encode()
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))


def test_each_triple_stands_in_exactly_one_graph() -> None:
    """In union mode a triple in two graphs would count twice."""
    triples = Counter(quad.triple for quad in quads(everything()))
    assert [triple for triple, count in triples.items() if count > 1] == []


def test_the_graphs_are_one_a_document_and_four_shared_ones() -> None:
    """Documents, lineage, authorities, provenance, vocabulary."""
    graphs = {quad.graph_name.value.removeprefix(f"{BASE}graph/") for quad in quads(everything())}
    shared = {"lineage", "authorities", "provenance", "vocabulary"}
    assert graphs == {f"doc/{UPPER}", f"doc/{LOWER}"} | shared


def test_there_are_no_blank_nodes() -> None:
    """Everything has an IRI, so that graphs can be compared and joined."""
    assert not [q for q in quads(everything()) if "_:" in (str(q.subject)[:2], str(q.object)[:2])]


def test_lines_are_sorted_and_unique() -> None:
    """Equal input gives equal bytes."""
    for lines in (emit.document(lower_record()), emit.authorities(records())):
        assert lines == sorted(set(lines))


def test_the_order_of_documents_changes_nothing() -> None:
    """Authorities and lineage are the same in any order of records."""
    both = records()
    assert emit.authorities(both) == emit.authorities(both[::-1])
    assert emit.lineage(made_lineage(), both) == emit.lineage(made_lineage(), both[::-1])


def test_nothing_refers_to_what_is_not_described() -> None:
    """Every IRI of the data that is used as an object is a subject with a class."""
    found = quads(everything())
    classed = {q.subject for q in found if q.predicate.value.endswith("#type")}
    used = {
        q.object
        for q in found
        if isinstance(q.object, ox.NamedNode) and q.object.value.startswith(BASE)
    }
    used -= {term for term in used if term.value.startswith(ONTOLOGY)}
    assert used - classed == set()


def test_every_term_is_declared() -> None:
    """Predicates, classes and concepts all stand in the generated namespace."""
    declared = {value for name, value in vars(namespace).items() if isinstance(value, str)}
    declared |= {iri for scheme in namespace.CONCEPTS.values() for iri in scheme.values()}
    schemes = {f"<{VOCABULARY}{name}>" for name in namespace.CONCEPTS}
    found = quads(everything())
    used = {str(q.predicate) for q in found}
    used |= {str(q.object) for q in found if q.predicate.value.endswith("#type")}
    used |= {str(q.object) for q in found if str(q.object).startswith(f"<{VOCABULARY}")}
    assert used - declared - schemes == set()


def test_every_class_of_the_ontology_is_emitted() -> None:
    """The made records hold something of every kind, and all of it reaches the graph."""
    classes = {str(q.object) for q in quads(everything()) if q.predicate.value.endswith("#type")}
    own = {
        value
        for name, value in vars(namespace).items()
        if isinstance(value, str) and name[0].isupper() and not name.isupper() and ONTOLOGY in value
    }
    assert own - classes == set()


def test_every_word_of_the_public_json_is_in_the_graph() -> None:
    """What the JSON of a document says in words, the graph says too."""
    found = quads(everything())
    said = {q.object.value for q in found if isinstance(q.object, ox.Literal)}
    for record in records():
        made = json.loads(json.dumps(public(record)))
        skipped = ("text", "findings", "heading_span")
        for words in strings({key: value for key, value in made.items() if key not in skipped}):
            assert words in said, words


def strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("id", "source_kind"):
                yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_a_store_gives_the_same_lines_back() -> None:
    """Literals are written in the form in which Oxigraph keeps them."""
    store = ox.Store()
    lines = everything()
    store.bulk_load("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS)
    dumped = store.dump(format=ox.RdfFormat.N_QUADS)
    assert dumped is not None
    assert sorted(dumped.decode().splitlines()) == sorted(lines)


def test_another_base_moves_the_data_and_leaves_the_terms() -> None:
    """--base renames documents, tasks and graphs; classes and concepts stay."""
    other = "https://audit.example.cn/zm/"
    moved = "\n".join(everything(base=other))
    assert f"<{other}doc/{LOWER}>" in moved
    assert f"<{BASE}doc/" not in moved
    assert f"<{ONTOLOGY}Document>" in moved


def test_evidence_quotes_the_text_at_its_position() -> None:
    """The words of a quote are those between the offsets, in code points."""
    record = lower_record()
    position, quote = {}, {}
    for quad in quads(emit.document(record)):
        subject, name = quad.subject.value, quad.predicate.value.partition("/oa#")[2]
        if name in ("start", "end"):
            position.setdefault(subject.removesuffix("/position"), {})[name] = int(
                quad.object.value
            )
        elif name == "exact":
            quote[subject.removesuffix("/quote")] = quad.object.value
    assert position.keys() == quote.keys()
    assert len(quote) > 20
    for me, at in position.items():
        assert record.text[at["start"] : at["end"]] == quote[me]


def test_offsets_count_code_points() -> None:
    """A character outside the basic plane counts as one, though JavaScript counts two."""
    record = lower_record()
    moved = dataclasses.replace(record, text=record.text.replace("落户限制。", "落户限𠮷。"))
    exact = [
        q.object.value for q in quads(emit.document(moved)) if q.predicate.value.endswith("exact")
    ]
    assert "逐步放宽长沙市落户限制" in exact


def test_lineage_does_not_repeat_the_evidence_of_documents() -> None:
    """A span that a document graph describes is only referred to from the lineage graph."""
    both = records()
    lines = emit.lineage(made_lineage(), both)
    described = {line.split(" ")[0] for line in lines if f" {namespace.OA_EXACT} " in line}
    in_documents = {
        line.split(" ")[0]
        for record in both
        for line in emit.document(record)
        if f" {namespace.OA_EXACT} " in line
    }
    assert len(described) == 2  # 落户限制 on either side: no fact of a document has just that
    assert described & in_documents == set()


def test_a_rejected_link_has_no_plain_edge() -> None:
    """Only links that no review rejected join two tasks by a plain edge."""
    lineage = made_lineage()
    (pair,) = lineage.pairs
    (link,) = pair.links
    (review,) = link.reviews
    rejected = dataclasses.replace(review, verdict="reject")
    link = dataclasses.replace(link, reviews=(rejected,))
    pair = dataclasses.replace(pair, links=(link,))
    lines = emit.lineage(dataclasses.replace(lineage, pairs=(pair,)), records())
    edges = [line for line in lines if f" {namespace.IMPLEMENTS} " in line]
    assert [line for line in edges if "/task/" in line] == []
    assert len(edges) == 1


def test_a_link_that_only_aligns_carries_nothing_on() -> None:
    """Likeness becomes zm:alignsWith, never zm:implements."""
    lineage = made_lineage()
    (pair,) = lineage.pairs
    link = dataclasses.replace(pair.links[0], relation="aligns")
    pair = dataclasses.replace(pair, links=(link,))
    lines = emit.lineage(dataclasses.replace(lineage, pairs=(pair,)), records())
    assert any(f" {namespace.ALIGNS_WITH} " in line and "/task/" in line for line in lines)
    assert not any(f" {namespace.IMPLEMENTS} " in line and "/task/" in line for line in lines)


def test_an_agency_is_described_once_with_all_its_spellings() -> None:
    """Two documents that write a body differently give one node with both spellings."""
    lower, upper = lower_record(), upper_record()
    police = dataclasses.replace(upper.mentions.agencies[0], aliases=("公安机关",))
    other = dataclasses.replace(
        upper,
        key="国发-2025-1",
        mentions=dataclasses.replace(upper.mentions, agencies=(police,)),
    )
    lines = emit.authorities([lower, upper, other])
    me = f"<{BASE}agency/公安部>"
    assert sum(line.startswith(f"{me} {namespace.SKOS_PREF_LABEL}") for line in lines) == 1
    assert any(line.startswith(f'{me} {namespace.SKOS_ALT_LABEL} "公安机关"@zh') for line in lines)


@pytest.mark.parametrize("name", ["zm:hasTask", "zm:implements", "zm:leadAgency", "zm:statedIn"])
def test_the_readme_of_the_ontology_names_plain_edges(name: str) -> None:
    """The table of emitted patterns speaks of the edges that queries use."""
    assert name in (ontology_dir() / "README.md").read_text(encoding="utf-8")


HOSTILE = st.text(st.characters(), max_size=12) | st.sampled_from(
    ['"', "\\", "\n", "<urn:x>", "> <urn:p> <urn:o> .", "\x00", "\ud800", "\ue087", "𠮷", "..", ""]
)


@settings(max_examples=60, deadline=None)
@given(chars=HOSTILE)
def test_whatever_a_document_says_the_lines_parse(chars: str) -> None:
    """No string from a document breaks out of its quad."""
    record = hostile(lower_record(), chars)
    lines = [*emit.document(record), *emit.authorities([record])]
    found = quads(lines)
    assert len(found) == len(lines) == len(set(lines))
    graphs = {quad.graph_name.value.partition("graph/")[2].partition("/")[0] for quad in found}
    assert graphs == {"doc", "provenance", "authorities"}


def hostile(value: Any, chars: str) -> Any:
    """Put a string in the place of every name and word of a record, codes apart."""
    codes = {"role", "level", "kind", "force", "relation", "form", "comparator", "completeness"}
    codes |= {"severity", "certainty", "code", "id", "provision", "parent", "at", "text_sha256"}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(hostile(item, chars) for item in value)
    if not dataclasses.is_dataclass(value):
        return chars if isinstance(value, str) else value
    changed = {
        field.name: hostile(getattr(value, field.name), chars)
        for field in dataclasses.fields(value)
        if field.name not in codes
    }
    return dataclasses.replace(value, **changed)
