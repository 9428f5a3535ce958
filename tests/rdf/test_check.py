"""The gate: what it finds, in which words, and that staging it loses nothing."""

import dataclasses
import random
from functools import cache

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH

from builder.lexicon.findings import words
from builder.model.lineage import Lineage
from builder.model.record import Record
from builder.model.span import Span
from builder.rdf import check, emit
from builder.rdf.check.engines import pyshacl_results, rudof_results
from builder.rdf.check.kinds import faults, types
from builder.rdf.check.shapes import guards, rules, shapes
from builder.rdf.quads import gathered
from tests.rdf.records import LOWER, UPPER, earlier, lower_record, made_lineage, upper_record


def store_of(*records: Record, lineage: Lineage | None = None) -> ox.Store:
    lines = [line for record in records for line in emit.document(record)]
    lines += emit.authorities(records)
    lines += emit.lineage(lineage or made_lineage(), records)
    lines += emit.vocabulary()
    store = ox.Store()
    store.load("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS)
    return store


def triples_of(store: ox.Store) -> list[str]:
    return sorted({f"{quad.triple}" for quad in store})


def of(violations: tuple[check.Violation, ...]) -> set[tuple[str, str, str]]:
    return {(v.shape, v.component, v.focus.strip("<>")) for v in violations}


def without_words(record: Record) -> Record:
    """Give a record whose measure lost its words, which no stage should let happen."""
    first, *rest = record.tasks
    measure = dataclasses.replace(first.measures[0], text="")
    return dataclasses.replace(
        record, tasks=(dataclasses.replace(first, measures=(measure,)), *rest)
    )


def test_a_good_document_has_no_violation() -> None:
    """The made documents pass, with the warnings that they deserve."""
    for record, names in ((upper_record(), set()), (lower_record(), {"TaskHasMeasure"})):
        found = check.document_violations(record, emit.document(record))
        assert {v.shape for v in found} == names
        assert {v.severity for v in found} <= {"Warning"}


def test_a_measure_without_words_refuses_its_document() -> None:
    """A violation names shape, node, document, and says what to do in both languages."""
    record = without_words(lower_record())
    found = check.document(record, emit.document(record))
    (finding,) = [f for f in found if f.severity == "violation"]
    assert finding.document == LOWER
    assert dict(finding.details)["shape"] == "MeasureHasOneText"
    assert "举措" in words(finding).zh
    assert "measure" in words(finding).en


def test_two_provisions_under_one_number_refuse_their_document() -> None:
    """Doubled numbers would melt two provisions into one node."""
    record = lower_record()
    twin = dataclasses.replace(record.provisions[1], heading="另一条", span=Span(30, 40))
    doubled = dataclasses.replace(record, provisions=(*record.provisions, twin))
    found = check.document_violations(doubled, emit.document(doubled))
    assert {"ProvisionHasOneHeadingAtMost", "ProvisionHasOneOrder"} <= {v.shape for v in found}


def test_an_empty_span_refuses_its_document() -> None:
    """Evidence begins before it ends."""
    record = lower_record()
    citation = dataclasses.replace(record.mentions.citations[0], span=Span(9, 9))
    mentions = dataclasses.replace(record.mentions, citations=(citation,))
    broken = dataclasses.replace(record, mentions=mentions)
    (found,) = [
        v
        for v in check.document_violations(broken, emit.document(broken))
        if v.severity == "Violation"
    ]
    assert (found.shape, found.value) == (
        "PositionStartsBeforeItEnds",
        '"9"^^<http://www.w3.org/2001/XMLSchema#integer>',
    )


def test_an_impossible_date_is_not_emitted() -> None:
    """2024-02-30 stays in the header facts and never becomes an xsd:date."""
    record = earlier(lower_record(), "2024-02-30")
    lines = emit.document(record)
    assert not any("2024-02-30" in line and "XMLSchema#date>" in line for line in lines)
    assert "DocumentHasDate" in {v.shape for v in check.document_violations(record, lines)}


def test_what_stands_between_documents_is_checked_once() -> None:
    """The made lineage breaks no guard."""
    assert check.corpus(store_of(upper_record(), lower_record())) == ()


def test_nothing_implements_a_later_document() -> None:
    """A lower document signed before its upper one breaks the guard of time."""
    store = store_of(upper_record(), earlier(lower_record(), "2023-06-14"))
    shapes_found = {dict(f.details)["shape"] for f in check.corpus(store)}
    assert shapes_found == {"NothingImplementsLaterDocument", "NoLinkToLaterDocument"}


def test_a_link_to_what_does_not_exist_is_found() -> None:
    """A dangling reference in the lineage is a violation of the corpus."""
    lineage = made_lineage()
    (pair,) = lineage.pairs
    link = dataclasses.replace(pair.links[0], upper="9.9")
    pair = dataclasses.replace(pair, links=(link,))
    store = store_of(
        upper_record(), lower_record(), lineage=dataclasses.replace(lineage, pairs=(pair,))
    )
    assert "LinkHasOneUpper" in {dict(f.details)["shape"] for f in check.corpus(store)}


def test_staged_and_whole_validation_agree() -> None:
    """Documents one by one and the corpus once find what both engines find on the whole."""
    upper = upper_record()
    lower = earlier(without_words(lower_record()), "2023-06-14")
    store = store_of(upper, lower)
    data = "".join(f"{triple} .\n" for triple in triples_of(store))
    whole = rudof_results(data, shapes())
    assert whole == pyshacl_results(data, shapes())
    staged = check.graph(store)
    assert of(staged) == {(r.shape, r.component, r.focus) for r in whole}
    single = {
        *check.document_violations(upper, emit.document(upper)),
        *check.document_violations(lower, emit.document(lower)),
    }
    assert single == {v for v in staged if v.document}


@cache
def healthy() -> tuple[str, ...]:
    return tuple(triples_of(store_of(upper_record(), lower_record())))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_judging_kinds_finds_what_judging_nodes_finds(seed: int) -> None:
    """However a graph is damaged, kinds of nodes give the same results as every node."""
    lot = random.Random(seed)
    damaged = list(healthy())
    for _ in range(6):
        number = lot.randrange(len(damaged))
        subject, predicate, term = damaged[number].split(" ", 2)
        others = [line.split(" ", 2)[2] for line in lot.sample(healthy(), 3)]
        damaged[number] = f"{subject} {predicate} {lot.choice([term, *others])}"
        damaged.append(f"{subject} {predicate} {lot.choice(others)}")
        damaged.pop(lot.randrange(len(damaged)))
    about = gathered(line.split(" ", 2) for line in sorted(set(damaged)))
    by_kind = {
        (fault.shape, fault.component, focus.strip("<>"))
        for scope in ("document", "corpus")
        for focus, fault, _ in faults(about, types(about), scope)
    }
    spared = {rule.name for rule in guards()}
    by_node = {
        (r.shape, r.component, r.focus)
        for r in rudof_results("".join(f"{line} .\n" for line in sorted(set(damaged))), shapes())
        if r.shape not in spared
    }
    assert by_kind == by_node


def test_the_standard_report_is_a_shacl_report() -> None:
    """``turtle`` gives a sh:ValidationReport with a result a violation."""
    record = without_words(lower_record())
    found = check.document_violations(record, emit.document(record))
    graph = rdflib.Graph().parse(data=check.turtle(found), format="turtle")
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(found)
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    assert graph.value(report, SH.conforms) == rdflib.Literal(False)


def test_a_report_without_violations_conforms() -> None:
    """An empty report says that the graph conforms."""
    graph = rdflib.Graph().parse(data=check.turtle([]), format="turtle")
    assert graph.value(predicate=SH.conforms, object=rdflib.Literal(True)) is not None


def test_a_document_graph_names_its_own_document() -> None:
    """In a store each violation carries the key of the document that it refuses."""
    store = store_of(upper_record(), without_words(lower_record()))
    assert {v.document for v in check.graph(store)} == {LOWER}
    assert UPPER not in {v.document for v in check.graph(store)}


def test_every_rule_has_words_in_both_languages() -> None:
    """What a violation prints never lacks a language."""
    assert len(rules()) > 100
    assert all(rule.message_zh and rule.message_en for rule in rules().values())


def test_what_refuses_nothing_is_advice():
    """The next step of a warning does not threaten to refuse; that of a violation does."""
    violation = check.Violation(
        document="湘政发-2024-15",
        focus="<https://example.org/a>",
        shape="RepairIsNoGuess",
        component="",
        path=None,
        value=None,
        severity="Warning",
        message_zh="请核实。",
        message_en="Check it.",
    )
    advice = check.finding(violation)
    assert (advice.code, advice.severity) == ("rdf-document-advice", "warning")
    assert "不影响入图" in words(advice).next_zh
    refused = check.finding(dataclasses.replace(violation, severity="Violation", document=""))
    assert (refused.code, refused.severity) == ("rdf-corpus-shape", "violation")
