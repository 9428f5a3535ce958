"""Where the property graph reads quads from: a store, or lines of N-Quads.

Both give terms as N-Triples writes them (``<https://…>``, ``"words"@zh``), so that rows
made of a document's lines, before there is a store, are those read back from the store.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Protocol

from pyoxigraph import BlankNode, NamedNode, Store

from builder.errors import GraphError
from builder.store.mapping import Path, Property, schema

__all__ = [
    "NOTATION",
    "RDF_TYPE",
    "Quads",
    "Said",
    "SaidQuads",
    "StoreQuads",
    "Term",
    "is_iri",
    "language",
    "line_quads",
    "said",
    "value",
]

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
_TYPE = f"<{RDF_TYPE}>"
_NONE: Mapping[str, Sequence[str]] = {}
CACHED_SUBJECTS = 100_000
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)  # \n  \u4E00
ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}

Term = str  # as N-Triples writes it
About = Mapping[str, Sequence[Term]]  # predicate (bare IRI) -> its objects
Said = Mapping[Term, Sequence[tuple[Term, Term]]]  # subject -> predicate (in brackets), object


class Quads(Protocol):
    """What can be asked of quads; subjects are IRIs in brackets, predicates bare IRIs."""

    @property
    def base(self) -> str:
        """Give what all IRIs of the data begin with."""
        ...

    def pairs(self, predicate: str) -> Iterable[tuple[Term, Term]]:
        """Give subject and object of each own quad with this predicate."""
        ...

    def instances(self, class_: str) -> Iterable[Term]:
        """Give the own subjects of a class."""
        ...

    def about(self, subject: Term) -> About:
        """Give all that is known of a subject."""
        ...

    def before(self, term: Term, predicate: str) -> Sequence[Term]:
        """Give the subjects that a predicate leads from to this term."""
        ...


class SaidQuads:
    """Quads by subject: ``own``, of which rows are made, and what lies ``beside`` them.

    Both give predicate and object of all that is said of a subject, once each.  What leads
    to a subject that becomes a relationship stands with it, in ``own``.
    """

    def __init__(self, own: Said, beside: Iterable[Said], *, base: str) -> None:
        self.base = base
        self._said = (own, *beside)
        self._about: dict[Term, About] = {}
        self._own: dict[str, list[tuple[Term, Term]]] = {}
        self._instances: dict[Term, list[Term]] = {}
        self._before: dict[str, dict[Term, list[Term]]] = {}
        edges, turned = _edges(), _turned()
        for subject, pairs in own.items():
            for predicate, term in pairs:
                if predicate == _TYPE:
                    self._instances.setdefault(term, []).append(subject)
                if predicate in edges:
                    self._own.setdefault(edges[predicate], []).append((subject, term))
                if predicate in turned:
                    ends = self._before.setdefault(turned[predicate], {})
                    ends.setdefault(term, []).append(subject)

    def pairs(self, predicate: str) -> Iterable[tuple[Term, Term]]:
        """Give subject and object of each own quad with this predicate."""
        return self._own.get(predicate, ())

    def instances(self, class_: str) -> Iterable[Term]:
        """Give the own subjects of a class."""
        return self._instances.get(f"<{class_}>", ())

    def about(self, subject: Term) -> About:
        """Give all that is known of a subject."""
        known = self._about.get(subject)
        if known is None:
            known = self._about[subject] = self._read(subject)
        return known

    def before(self, term: Term, predicate: str) -> Sequence[Term]:
        """Give the own subjects that a predicate leads from to this term."""
        return self._before.get(predicate, _NONE).get(term, ())

    def _read(self, subject: Term) -> About:
        names = _predicates()
        found: dict[str, list[Term]] = {}
        for said in self._said:
            for predicate, term in said.get(subject, ()):
                if predicate in names:
                    found.setdefault(names[predicate], []).append(term)
        return found


def line_quads(own: Iterable[str], beside: Iterable[str], *, base: str) -> SaidQuads:
    """Give quads of N-Quads lines; only predicates that the mapping names are kept."""
    return SaidQuads(said(own), (said(beside),), base=base)


def said(lines: Iterable[str]) -> dict[Term, list[tuple[Term, Term]]]:
    """Split N-Quads lines; no IRI holds a blank, so the last one stands before the graph."""
    names = _predicates()
    found: dict[Term, list[tuple[Term, Term]]] = {}
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if predicate in names and subject[0] == "<" and rest[0] != "_":
            found.setdefault(subject, []).append((predicate, rest[: rest.rindex(" <")]))
    return found


class StoreQuads:
    """All quads of a store; what was read last stays at hand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.base = _base(store)
        self._known = lru_cache(maxsize=CACHED_SUBJECTS)(self._read)

    def pairs(self, predicate: str) -> Iterable[tuple[Term, Term]]:
        """Give subject and object of each quad with this predicate."""
        for quad in self._store.quads_for_pattern(None, NamedNode(predicate), None, None):
            if isinstance(quad.subject, NamedNode) and not isinstance(quad.object, BlankNode):
                yield str(quad.subject), str(quad.object)

    def instances(self, class_: str) -> Iterable[Term]:
        """Give the subjects of a class."""
        name = NamedNode(class_)
        for quad in self._store.quads_for_pattern(None, NamedNode(RDF_TYPE), name, None):
            if isinstance(quad.subject, NamedNode):
                yield str(quad.subject)

    def about(self, subject: Term) -> About:
        """Give all that is known of a subject."""
        return self._known(subject)

    def before(self, term: Term, predicate: str) -> Sequence[Term]:
        """Give the subjects that a predicate leads from to this term."""
        end = NamedNode(term[1:-1])
        found = self._store.quads_for_pattern(None, NamedNode(predicate), end, None)
        return [str(quad.subject) for quad in found if isinstance(quad.subject, NamedNode)]

    def _read(self, subject: Term) -> About:
        found: dict[str, list[Term]] = {}
        for quad in self._store.quads_for_pattern(NamedNode(subject[1:-1]), None, None, None):
            if not isinstance(quad.object, BlankNode):
                found.setdefault(quad.predicate.value, []).append(str(quad.object))
        return found


def is_iri(term: Term) -> bool:
    """Tell an IRI from a literal.

    >>> is_iri("<https://w3id.org/zhengmai/doc/国发-2024-17>"), is_iri('"国务院"@zh')
    (True, False)
    """
    return term[0] == "<"


def value(term: Term) -> str:
    r"""Give an IRI without brackets, or the characters of a literal.

    >>> value("<urn:a>"), value('"公安“\\n”"@zh'), value('"8.3"^^<urn:decimal>')
    ('urn:a', '公安“\n”', '8.3')
    """
    inner = term[1:-1] if is_iri(term) else term[1 : term.rindex('"')]
    return ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def language(term: Term) -> str | None:
    """Give the language of a literal, without its region.

    >>> language('"市"@zh-Hans'), language('"市"'), language('"8"^^<urn:integer>')
    ('zh', None, None)
    """
    end = term[term.rindex('"') + 1 :]
    return end[1:].partition("-")[0] if end.startswith("@") else None


def _unescaped(m: re.Match[str]) -> str:
    if code := m[1] or m[2]:
        return chr(int(code, 16))
    return ESCAPED.get(m[3], m[3])


@cache
def _predicates() -> Mapping[str, str]:
    """Give every predicate that the mapping names, as a line has it -> bare."""
    nodes = {name for node in schema().nodes for name in _named(_paths(node.properties))}
    edges = {edge.predicate for edge in schema().edges}
    return {**_bracketed(nodes | edges), **_of_statements()}


@cache
def _edges() -> Mapping[str, str]:
    """Give the predicates that are relationships, as a line has them -> bare."""
    return _bracketed({edge.predicate for edge in schema().edges})


@cache
def _turned() -> Mapping[str, str]:
    """Give the predicates that paths follow from object to subject."""
    ways: list[Path] = []
    for each in schema().statements:
        conditions = (condition.path for condition in (*each.only, *each.unless))
        ways += (*each.start, *each.end, *conditions, *_paths(each.properties))
    for node in schema().nodes:
        ways += _paths(node.properties)
    return _bracketed({step.predicate for way in ways for step in way if step.back})


@cache
def _of_statements() -> Mapping[str, str]:
    """Give the predicates along which the ends and properties of statements are found."""
    names: set[str] = set()
    for each in schema().statements:
        conditions = (condition.path for condition in (*each.only, *each.unless))
        names |= _named((*each.start, *each.end, *conditions, *_paths(each.properties)))
    return _bracketed(names | {RDF_TYPE, NOTATION})


def _paths(properties: Iterable[Property]) -> list[Path]:
    return [path for prop in properties for path in (*prop.paths, *prop.fields)]


def _named(paths: Iterable[Path]) -> set[str]:
    return {step.predicate for path in paths for step in path}


def _bracketed(names: Iterable[str]) -> dict[str, str]:
    return {f"<{name}>": name for name in names}


def _base(store: Store) -> str:
    """Find what all IRIs of the data begin with, from the names of the graphs."""
    for graph in store.named_graphs():
        head, found, _ = graph.value.partition("graph/")
        if found:
            return head
    raise GraphError("the store holds no zhengmai graph: build it again")
