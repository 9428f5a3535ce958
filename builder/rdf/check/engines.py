"""The two SHACL engines behind one function each: triples in, results out.

pyshacl is the reference.  pyrudof is the fast one; it counts bytes in sh:maxLength, drops
sh:sparql on closed shapes without a word and lets impossible dates pass, so the shapes use
none of these, and every example of the ontology runs on both.
"""

from dataclasses import dataclass
from functools import cache

import pyrudof

__all__ = ["Result", "pyshacl_results", "rudof_results"]

PREFIX = "https://w3id.org/zhengmai/shapes#"
_SH = "http://www.w3.org/ns/shacl#"
_COMPONENT = "ConstraintComponent"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Result:
    """One result as an engine gives it; terms are bare IRIs or lexical forms."""

    focus: str
    shape: str
    component: str
    path: str | None
    value: str | None


def rudof_results(data: str, shapes: str) -> frozenset[Result]:
    """Validate N-Triples against shapes (N-Triples) with pyrudof."""
    engine = _rudof(shapes)
    engine.begin_staging()
    try:
        engine.read_data(data, format=pyrudof.RDFFormat.NTriples, merge=True)
        return frozenset(map(_rudof_result, engine.validate_shacl()))
    finally:
        engine.rollback_staging()


def pyshacl_results(data: str, shapes: str) -> frozenset[Result]:
    """Validate N-Triples against shapes (N-Triples) with pyshacl."""
    # Imported here: they take longer to import than a build takes to check a document.
    import pyshacl
    import rdflib
    from rdflib import RDF, SH

    graph = rdflib.Graph().parse(data=data, format="nt")
    rules = rdflib.Graph().parse(data=shapes, format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=rules, inplace=True)
    return frozenset(
        Result(
            focus=str(report.value(result, SH.focusNode)),
            shape=str(report.value(result, SH.sourceShape)).removeprefix(PREFIX),
            component=_component(str(report.value(result, SH.sourceConstraintComponent))),
            path=_optional(report.value(result, SH.resultPath)),
            value=_optional(report.value(result, SH.value)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    )


@cache
def _rudof(shapes: str) -> pyrudof.Rudof:
    """Give an engine that holds shapes and one triple that none of them looks at.

    The first reading of data costs as much as thousands of triples, and a second one does
    not replace the first; so data are staged on top of that triple and rolled back.
    """
    engine = pyrudof.Rudof(pyrudof.RudofConfig())
    engine.read_shacl(shapes, format=pyrudof.ShaclFormat.NTriples)
    engine.read_data("<urn:a> <urn:b> <urn:c> .\n", format=pyrudof.RDFFormat.NTriples)
    return engine


def _rudof_result(entry: pyrudof.ShaclValidationEntry) -> Result:
    return Result(
        focus=str(entry.focus_node),
        shape=str(entry.source_shape).removeprefix(PREFIX),
        component=_component(str(entry.constraint_component)),
        path=_optional(entry.path),
        value=_lexical(_optional(entry.value)),
    )


def _component(iri: str) -> str:
    return iri.removeprefix(_SH).removesuffix(_COMPONENT)


def _lexical(value: str | None) -> str | None:
    """Give the lexical form of a literal that pyrudof writes as a term.

    >>> _lexical('"5"^^xsd:integer'), _lexical("https://example.org/a")
    ('5', 'https://example.org/a')
    """
    if value is None or not value.startswith('"'):
        return value
    return value[1 : value.rindex('"')]


def _optional(term: object) -> str | None:
    return None if term is None else str(term)
