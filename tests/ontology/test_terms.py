"""The ontology's own rules: every term declared, named and explained in Chinese and English."""

import json
import re
from pathlib import Path

import jsonschema
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS

from builder.rdf import generate, namespace
from builder.resources import ontology_dir, queries_dir

FILES = sorted(ontology_dir().rglob("*.ttl"))
ZM = "https://w3id.org/zhengmai/ontology#"
VOCABULARY = "https://w3id.org/zhengmai/vocab#"


def parsed(*patterns: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for pattern in patterns:
        for path in sorted(ontology_dir().glob(pattern)):
            graph.parse(path)
    return graph


TERMS = parsed("core.ttl", "reused.ttl")
CONCEPTS = parsed("vocab/*.ttl")
SHAPES = parsed("shapes/*.ttl")
DECLARED = sorted(
    {
        s
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
        for s in TERMS.subjects(RDF.type, kind)
    }
)


def languages(graph: rdflib.Graph, term: rdflib.term.Node, *properties: rdflib.URIRef) -> list:
    return sorted(o.language for p in properties for o in graph.objects(term, p))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_turtle_and_says_what_it_is(path: Path) -> None:
    """Each Turtle file parses and begins with a comment."""
    assert len(rdflib.Graph().parse(path)) > 0
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("term", DECLARED)
def test_every_term_has_label_and_definition_in_both_languages(term: rdflib.URIRef) -> None:
    """A class or property has one Chinese and one English label and definition."""
    assert languages(TERMS, term, RDFS.label) == ["en", "zh"]
    assert languages(TERMS, term, SKOS.definition) == ["en", "zh"]


@pytest.mark.parametrize("kind", [SKOS.Concept, SKOS.ConceptScheme])
def test_every_concept_has_label_and_definition_in_both_languages(kind: rdflib.URIRef) -> None:
    """A concept or scheme has one Chinese and one English label and definition."""
    for concept in CONCEPTS.subjects(RDF.type, kind):
        assert languages(CONCEPTS, concept, SKOS.prefLabel) == ["en", "zh"], concept
        assert languages(CONCEPTS, concept, SKOS.definition) == ["en", "zh"], concept


def test_a_code_names_one_concept_of_its_scheme() -> None:
    """Within a scheme no two concepts share a notation."""
    codes = [
        (CONCEPTS.value(concept, SKOS.inScheme), CONCEPTS.value(concept, SKOS.notation))
        for concept in CONCEPTS.subjects(RDF.type, SKOS.Concept)
    ]
    assert all(scheme and code for scheme, code in codes)
    assert len(codes) == len(set(codes))


def test_no_file_uses_a_term_that_is_not_declared() -> None:
    """Every zm: and zmv: term in axioms, shapes, alignments and examples is declared."""
    everything = parsed("*.ttl", "*/*.ttl")
    used = {
        term
        for triple in everything
        for term in triple
        if isinstance(term, rdflib.URIRef) and term.startswith((ZM, VOCABULARY))
    }
    declared = set(DECLARED) | set(CONCEPTS.subjects(RDF.type, None))
    assert used - declared == set()


def test_no_query_uses_a_term_that_is_not_declared() -> None:
    """Every zm: and zmv: term of the named queries is declared."""
    declared = {str(t) for t in (*DECLARED, *CONCEPTS.subjects(RDF.type, None))}
    for path in sorted(queries_dir().rglob("*.rq")):
        chars = path.read_text(encoding="utf-8")
        used = {ZM + name for name in re.findall(r"\bzm:(\w+)", chars)}
        used |= {VOCABULARY + name for name in re.findall(r"\bzmv:([\w-]+\w)(?!\w*-?\{)", chars)}
        assert used - declared == set(), path.name


def test_every_own_property_has_a_range() -> None:
    """What values a property takes is said in axioms.ttl."""
    axioms = parsed("axioms.ttl")
    own = {
        term
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in TERMS.subjects(RDF.type, kind)
        if term.startswith(ZM)
    }
    assert own - set(axioms.subjects(RDFS.range, None)) == set()


def test_words_that_judge_are_no_labels() -> None:
    """落实, 问题, 违规 and their like conclude; no label says them."""
    judging = re.compile("落实|未落实|问题|违规|照抄")
    graph = parsed("core.ttl", "vocab/*.ttl")
    labels = [o for p in (RDFS.label, SKOS.prefLabel) for o in graph.objects(None, p)]
    assert [label for label in labels if judging.search(label)] == []


def test_the_namespace_module_is_current() -> None:
    """builder/rdf/namespace.py is what ``python -m builder.rdf.generate`` writes."""
    assert Path(namespace.__file__).read_text(encoding="utf-8") == generate.module()


def test_the_context_is_current() -> None:
    """ontology/context.jsonld is what ``python -m builder.rdf.generate`` writes."""
    written = (ontology_dir() / "context.jsonld").read_text(encoding="utf-8")
    assert written == generate.context()


def test_the_context_gives_the_terms_back() -> None:
    """JSON-LD with bare names means the terms of the ontology."""
    context = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))
    document = {**context, "id": "https://example.org/a", "type": "Document", "isPolicy": True}
    quads = set(ox.parse(json.dumps(document).encode(), format=ox.RdfFormat.JSON_LD))
    me = ox.NamedNode("https://example.org/a")
    said = {(quad.predicate.value, quad.object.value) for quad in quads if quad.subject == me}
    assert said == {(str(RDF.type), f"{ZM}Document"), (f"{ZM}isPolicy", "true")}


@pytest.mark.parametrize("kind", [SH.NodeShape, SH.PropertyShape])
def test_every_named_shape_says_what_to_do_in_both_languages(kind: rdflib.URIRef) -> None:
    """A shape that can be the source of a result has severity and messages in zh and en."""
    for shape in SHAPES.subjects(RDF.type, kind):
        if (shape, SH.property, None) in SHAPES:
            continue
        assert languages(SHAPES, shape, SH.message) == ["en", "zh"], shape
        assert SHAPES.value(shape, SH.severity) in (SH.Violation, SH.Warning), shape


def test_every_shape_with_a_target_says_when_it_is_checked() -> None:
    """A node shape is checked on each document or once on the corpus."""
    scope = rdflib.URIRef(f"{ZM}shapeScope")
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape):
        assert str(SHAPES.value(shape, scope)) in ("document", "corpus"), shape


def test_shapes_have_readable_names() -> None:
    """No shape that can be the source of a result is a blank node."""
    assert all(isinstance(s, rdflib.URIRef) for s in SHAPES.subjects(SH.message, None))


def test_the_schema_is_a_schema() -> None:
    """ontology/zhengmai.schema.json is valid JSON Schema."""
    schema = json.loads((ontology_dir() / "zhengmai.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
