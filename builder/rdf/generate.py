"""Write what follows from the ontology: ``python -m builder.rdf.generate``.

``builder/rdf/namespace.py`` has every term that the program emits as a constant, already
in angle brackets as N-Quads want it, so that a term which the ontology does not declare
cannot be written.  ``ontology/context.jsonld`` names the same terms for JSON-LD.  A test
holds both current.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from builder.resources import ontology_dir

__all__ = ["context", "main", "module"]

VOCABULARY = "https://w3id.org/zhengmai/vocab#"
PREFIXES = {
    "https://w3id.org/zhengmai/ontology#": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "http://purl.org/dc/terms/": "dcterms",
    "http://data.europa.eu/eli/ontology#": "eli",
    "http://www.w3.org/ns/oa#": "oa",
    "http://www.w3.org/ns/prov#": "prov",
    "http://www.w3.org/2006/time#": "time",
    "http://www.w3.org/ns/dcat#": "dcat",
}
XSD = "http://www.w3.org/2001/XMLSchema#"
REUSED_TYPES = {  # how literals of reused properties are typed in the data
    "eli:date_document": "xsd:date",
    "eli:date_publication": "xsd:date",
    "oa:start": "xsd:integer",
    "oa:end": "xsd:integer",
    "time:inXSDgYear": "xsd:gYear",
    "time:inXSDgYearMonth": "xsd:gYearMonth",
    "time:inXSDDate": "xsd:date",
}
HEAD = '''"""The terms of the ontology as N-Quads write them; concepts by scheme and code.

Written by ``python -m builder.rdf.generate`` from ``ontology/``: change it there.
Classes are CamelCase, properties UPPER_CASE; terms of other vocabularies begin with their
prefix.
"""
'''


def main() -> None:
    """Write the module beside this one, and the context beside the ontology."""
    Path(__file__).with_name("namespace.py").write_text(module(), encoding="utf-8")
    (ontology_dir() / "context.jsonld").write_text(context(), encoding="utf-8")


def module() -> str:
    """Give the text of the module."""
    terms = rdflib.Graph()
    for name in ("core.ttl", "reused.ttl"):
        terms.parse(ontology_dir() / name)
    vocabulary = rdflib.Graph()
    for path in sorted((ontology_dir() / "vocab").glob("*.ttl")):
        vocabulary.parse(path)
    parts = (
        HEAD,
        *_assignments(_constants(terms, OWL.Class)),
        "",
        *_assignments(
            _constants(terms, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
        ),
        "",
        f'VOCABULARY = "{VOCABULARY}"',
        "CONCEPTS = {",
        *_schemes(vocabulary),
        "}",
    )
    return "\n".join(parts) + "\n"


def context() -> str:
    """Give the JSON-LD context: terms of zm: by their bare names, others by their prefix."""
    terms = rdflib.Graph()
    for name in ("core.ttl", "reused.ttl", "axioms.ttl"):
        terms.parse(ontology_dir() / name)
    prefixes = {prefix or "zm": namespace for namespace, prefix in PREFIXES.items()}
    entries: dict[str, object] = {"id": "@id", "type": "@type", "@version": 1.1}
    entries |= dict(sorted({**prefixes, "zmv": VOCABULARY, "xsd": XSD}.items()))
    entries |= dict(sorted(_context_terms(terms)))
    return json.dumps({"@context": entries}, ensure_ascii=False, indent=2) + "\n"


def _context_terms(graph: rdflib.Graph) -> Iterable[tuple[str, object]]:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in graph.subjects(RDF.type, kind):
            if not isinstance(term, rdflib.URIRef) or term == RDF.type:
                continue
            name = _compact(str(term))
            bare = name.removeprefix("zm:")
            if kind == OWL.ObjectProperty:
                yield bare, {"@id": name, "@type": "@id"}
            elif kind == OWL.DatatypeProperty and (datatype := _datatype(graph, term, name)):
                yield bare, {"@id": name, "@type": datatype}
            elif bare != name:
                yield bare, name


def _datatype(graph: rdflib.Graph, term: rdflib.URIRef, name: str) -> str | None:
    range_ = str(graph.value(term, RDFS.range) or "")
    if range_.startswith(XSD) and range_ != f"{XSD}string":
        return f"xsd:{range_.removeprefix(XSD)}"
    return REUSED_TYPES.get(name)


def _compact(iri: str) -> str:
    namespace = next(ns for ns in PREFIXES if iri.startswith(ns))
    return f"{PREFIXES[namespace] or 'zm'}:{iri.removeprefix(namespace)}"


def _constants(graph: rdflib.Graph, *kinds: rdflib.URIRef) -> dict[str, str]:
    subjects = {str(s) for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return {_name(iri, is_class=OWL.Class in kinds): iri for iri in subjects}


def _name(iri: str, *, is_class: bool) -> str:
    """Give the Python name of a term.

    >>> _name("https://w3id.org/zhengmai/ontology#leadAgency", is_class=False)
    'LEAD_AGENCY'
    >>> _name("http://www.w3.org/ns/oa#TextQuoteSelector", is_class=True)
    'OaTextQuoteSelector'
    """
    namespace = next(ns for ns in PREFIXES if iri.startswith(ns))
    prefix, local = PREFIXES[namespace], iri.removeprefix(namespace)
    if is_class:
        return prefix.capitalize() + local
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local)
    return "_".join(part for part in (prefix, words) if part).replace("-", "_").upper()


def _assignments(constants: dict[str, str]) -> Iterable[str]:
    return (f'{name} = "<{iri}>"' for name, iri in sorted(constants.items()))


def _schemes(graph: rdflib.Graph) -> Iterable[str]:
    for scheme in sorted(str(s) for s in graph.subjects(RDF.type, SKOS.ConceptScheme)):
        name = scheme.removeprefix(VOCABULARY)
        concepts = sorted(map(str, graph.subjects(SKOS.inScheme, rdflib.URIRef(scheme))))
        yield f'    "{name}": {{' if concepts else f'    "{name}": {{}},'
        for concept in concepts:
            notation = graph.value(rdflib.URIRef(concept), SKOS.notation)
            yield f'        "{notation}": "<{concept}>",'
        if concepts:
            yield "    },"


if __name__ == "__main__":
    main()
