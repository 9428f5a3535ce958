"""Document shapes on each document, corpus shapes and guards once.

A document is judged with the classes of what it names (its authorities), since its graph
alone gives false class violations; what stands between documents is judged with the
classes of what it joins.  A test holds that both together find what validation of the
whole graph finds.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from builder.model.finding import Finding
from builder.model.record import Record
from builder.rdf import namespace as zm
from builder.rdf.check.kinds import Fault, counted, faults, types
from builder.rdf.check.shapes import Scope, guards, rules
from builder.rdf.check.violations import Violation, finding
from builder.rdf.emit.authorities import authorities_written
from builder.rdf.names import BASE
from builder.rdf.quads import About, gathered

__all__ = [
    "between",
    "corpus",
    "described",
    "document",
    "document_violations",
    "graph",
    "guarded",
]

Triple = tuple[str, str, str]  # terms of N-Triples

DOCUMENT_GRAPHS = "graph/doc/"
AUTHORITIES, PROVENANCE = "graph/authorities", "graph/provenance"
SHARED_GRAPHS = ("graph/lineage", AUTHORITIES)
_PREFIXES = """
PREFIX zm: <https://w3id.org/zhengmai/ontology#>
PREFIX zmv: <https://w3id.org/zhengmai/vocab#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def document(record: Record, lines: Iterable[str], *, base: str = BASE) -> tuple[Finding, ...]:
    """Give what the document shapes find in the quads of one document, as findings."""
    return tuple(map(finding, document_violations(record, lines, base=base)))


def document_violations(
    record: Record, lines: Iterable[str], *, base: str = BASE
) -> tuple[Violation, ...]:
    """Give what the document shapes find in the N-Quads lines of one document, sorted."""
    shared = authorities_written((record,), base=base).about
    return described(record.key, gathered(_triples(lines, counted("document"))), shared)


def described(key: str, own: About, shared: About) -> tuple[Violation, ...]:
    """Give the same of what is said by subject; ``shared`` is of its authorities."""
    return _judged(own, types(shared) | types(own), key, ("document",))


def corpus(store: Path | ox.Store) -> tuple[Finding, ...]:
    """Give what corpus shapes and guards find in a store, as findings."""
    return tuple(map(finding, _between(_opened(store))))


def between(own: About, beside: Iterable[About]) -> tuple[Violation, ...]:
    """Give what the shapes find in what is said of subjects that documents share, sorted.

    ``own`` is all that lineage or authorities say of its subjects; ``beside`` holds, among
    others, the classes of all that it names.  Guards, which need a store, are in
    :func:`guarded`.
    """
    classes: dict[str, tuple[str, ...]] = {}
    for said in beside:
        classes |= types(said)
    return _shared(own, classes | types(own))


def guarded(store: Path | ox.Store) -> tuple[Violation, ...]:
    """Give what the guards, which are SPARQL, find in a store, sorted."""
    return tuple(sorted(set(_guarded(_opened(store)))))


def graph(store: Path | ox.Store) -> tuple[Violation, ...]:
    """Give all that shapes and guards find in a store: each document, then the corpus."""
    opened = _opened(store)
    authorities = _graphs(opened, (AUTHORITIES,))
    shared = types(gathered(triple for name in authorities for triple in _dumped(opened, name)))
    found = [v for name in _document_graphs(opened) for v in _one(opened, name, shared)]
    return tuple(sorted(found)) + _between(opened)


def _one(
    store: ox.Store, name: ox.NamedNode, shared: dict[str, tuple[str, ...]]
) -> tuple[Violation, ...]:
    """Judge a document of a store: its graph, and its text and witnesses."""
    own = gathered((*_dumped(store, name), *_constructed(store, _PROVENANCE, name)))
    return _judged(own, types(own) | shared, _key(own), ("document",))


def _between(store: ox.Store) -> tuple[Violation, ...]:
    """Judge what documents share and what stands between them.

    The lineage graph holds evidence of its own, to which the document shapes apply.
    """
    triples: list[Triple] = []
    classes: dict[str, tuple[str, ...]] = {}
    for name in _graphs(store, SHARED_GRAPHS):
        triples.extend(_dumped(store, name))
        classes |= types(gathered(_constructed(store, _CLASSES, name)))
    own = gathered(triples)
    return tuple(sorted({*_shared(own, classes | types(own)), *_guarded(store)}))


def _shared(own: About, classes: Mapping[str, tuple[str, ...]]) -> tuple[Violation, ...]:
    return tuple(sorted(set(_judged(own, classes, "", ("corpus", "document")))))


def _guarded(store: ox.Store) -> Iterator[Violation]:
    for rule in guards():
        rows = store.query(f"{_PREFIXES}{rule.select}", use_default_graph_as_union=True)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            fault = Fault(shape=rule.name, component="SPARQL", path=None, sample=None)
            yield _violation("", str(row["this"]), fault, str(row["value"]))


def _judged(
    own: About,
    classes: Mapping[str, tuple[str, ...]],
    key: str,
    scopes: Iterable[Scope],
) -> tuple[Violation, ...]:
    return tuple(
        sorted(
            _violation(key, focus, fault, value)
            for scope in scopes
            for focus, fault, value in faults(own, classes, scope)
        )
    )


def _violation(key: str, focus: str, fault: Fault, value: str | None) -> Violation:
    rule = rules()[fault.shape]
    return Violation(
        document=key,
        focus=focus,
        shape=fault.shape,
        component=fault.component,
        path=fault.path,
        value=value,
        severity=rule.severity,
        message_zh=rule.message_zh,
        message_en=rule.message_en,
    )


def _triples(lines: Iterable[str], predicates: Container[str]) -> Iterator[Triple]:
    """Split N-Quads lines; no IRI holds a blank, so the last one stands before the graph."""
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if predicate in predicates:
            yield subject, predicate, rest[: rest.rindex(" <")]


def _dumped(store: ox.Store, name: ox.NamedNode) -> Iterator[Triple]:
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name)
    assert dumped is not None
    for line in dumped.decode().split("\n")[:-1]:
        subject, predicate, rest = line.split(" ", 2)
        yield subject, predicate, rest.removesuffix(" .")


def _constructed(store: ox.Store, query: str, name: ox.NamedNode) -> Iterator[Triple]:
    provenance = ox.NamedNode(name.value.rpartition("graph/")[0] + PROVENANCE)
    filled = query.replace("$graph", str(name)).replace("$provenance", str(provenance))
    found = store.query(f"{_PREFIXES}{filled}")
    assert isinstance(found, ox.QueryTriples)
    for triple in found:
        yield str(triple.subject), str(triple.predicate), str(triple.object)


_CLASSES = """
CONSTRUCT { ?thing a ?class } WHERE {
  { SELECT DISTINCT ?thing WHERE { GRAPH $graph { ?s ?p ?thing } FILTER(ISIRI(?thing)) } }
  GRAPH ?graph { ?thing a ?class }
}"""
_PROVENANCE = """
CONSTRUCT { ?thing ?p ?o } WHERE {
  { GRAPH $graph { ?document zm:hasText|zm:hasWitness ?thing } }
  UNION
  { GRAPH $graph { ?document zm:hasWitness ?witness }
    GRAPH $provenance { ?witness zm:hasRepair|zm:hasSourceNote ?thing } }
  GRAPH $provenance { ?thing ?p ?o }
}"""


def _key(about: About) -> str:
    """Give the key that a document's graph states, empty where it states none."""
    pairs = (pair for said in about.values() for pair in said)
    found = (term for predicate, term in pairs if predicate == zm.DCTERMS_IDENTIFIER)
    return next(found, '""')[1:-1]


def _graphs(store: ox.Store, endings: tuple[str, ...]) -> list[ox.NamedNode]:
    names = (name for name in store.named_graphs() if isinstance(name, ox.NamedNode))
    return sorted((n for n in names if n.value.endswith(endings)), key=lambda name: name.value)


def _document_graphs(store: ox.Store) -> list[ox.NamedNode]:
    names = (name for name in store.named_graphs() if isinstance(name, ox.NamedNode))
    return sorted((n for n in names if DOCUMENT_GRAPHS in n.value), key=lambda name: name.value)


def _opened(store: Path | ox.Store) -> ox.Store:
    return store if isinstance(store, ox.Store) else ox.Store.read_only(str(store))
