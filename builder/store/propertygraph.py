"""Quads -> rows of a property graph: nodes by label, relationships by type, a part a document.

The mapping (:mod:`builder.store.mapping`) says what becomes what; nothing here knows a
property by name.  Everything that reads these rows (Ladybug, Neo4j, bulk import, networks)
therefore holds the same graph, and its counts can be proved against the quads.

A part holds all that one document says, its lineage upwards included, and nothing else;
agencies, places, lines and indicators are in the part ``shared``.  Parts come one by one,
so that memory does not grow with the number of documents.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pyoxigraph import Literal, NamedNode, Store

from builder.errors import GraphError
from builder.store.mapping import (
    Condition,
    EdgeType,
    Kind,
    NodeType,
    Path,
    Property,
    Schema,
    StatementType,
    schema,
)

__all__ = [
    "SHARED",
    "Column",
    "Node",
    "Part",
    "Relationship",
    "Value",
    "columns_of_node",
    "columns_of_relationship",
    "parts",
]

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SHARED = "shared"
CACHED_SUBJECTS = 100_000

Value = str | int | float | bool | tuple[str, ...] | None
Term = NamedNode | Literal
Column = tuple[str, Kind]


@dataclass(frozen=True, slots=True)
class Node:
    """One node; ``values`` follow :func:`columns_of_node` of its label."""

    label: str
    values: tuple[Value, ...]

    @property
    def id(self) -> str:
        """Give the end of its IRI, unique over all labels."""
        return str(self.values[0])


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship; ``values`` follow :func:`columns_of_relationship` of its type."""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All rows of one document (or of what documents share), each list sorted.

    ``dangling`` names what was left out since one of its ends is no node.
    """

    name: str
    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    dangling: tuple[str, ...] = ()

    def digest(self) -> str:
        """Give a hash over all rows: two equal digests hold the same rows."""
        digest = hashlib.sha256()
        for row in (*self.nodes, *self.relationships):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def parts(store: Store) -> Iterator[Part]:
    """Give the property graph of a store, part by part, sorted by name."""
    reader = _Reader(store=store, base=_base(store), schema=schema())
    subjects = reader.subjects_by_part()
    for name in sorted(subjects):
        yield reader.part(name, sorted(subjects[name]))


@cache
def columns_of_node(label: str) -> tuple[Column, ...]:
    """Give names and kinds of the properties of a label, ``id`` first.

    >>> columns_of_node("Indicator")
    (('id', 'text'), ('key', 'text'), ('document', 'text'), ('name', 'text'))
    """
    node = next(node for node in schema().nodes if node.label == label)
    own = tuple((prop.name, prop.kind) for prop in node.properties)
    return (("id", "text"), ("key", "text"), ("document", "text"), *own)


@cache
def columns_of_relationship(type_: str) -> tuple[Column, ...]:
    """Give names and kinds of the properties of a type.

    >>> columns_of_relationship("HAS_TASK"), columns_of_relationship("GAP")[:2]
    ((('document', 'text'),), (('id', 'text'), ('document', 'text')))
    """
    found = next(each for each in schema().relationships if each.type == type_)
    own = tuple((prop.name, prop.kind) for prop in found.properties)
    head: tuple[Column, ...] = (("document", "text"),)
    return (*((("id", "text"),) if isinstance(found, StatementType) else ()), *head, *own)


def _base(store: Store) -> str:
    """Find what all IRIs of the data begin with, from the names of the graphs."""
    for graph in store.named_graphs():
        head, found, _ = graph.value.partition("graph/")
        if found:
            return head
    raise GraphError("the store holds no zhengmai graph: build it again")


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Walks paths through a store; what it read last stays at hand."""

    store: Store
    base: str
    schema: Schema
    about: Callable[[NamedNode], dict[str, tuple[Term, ...]]] = field(init=False)
    labels: dict[str, NodeType] = field(init=False)

    def __post_init__(self) -> None:
        self.about = lru_cache(maxsize=CACHED_SUBJECTS)(self._about)
        self.labels = {name: node for node in self.schema.nodes for name in node.classes}

    # ---- Which subjects are in which part

    def subjects_by_part(self) -> dict[str, list[tuple[str, int, NamedNode]]]:
        """Give (IRI, number of the statement type or -1 for a node, subject) by part."""
        found: dict[str, list[tuple[str, int, NamedNode]]] = {SHARED: []}
        for node in self.schema.nodes:
            for class_ in node.classes:
                for subject in self._instances(class_):
                    entry = (subject.value, -1, subject)
                    found.setdefault(self._part_of_node(subject, node.label), []).append(entry)
        for number, statement in enumerate(self.schema.statements):
            for subject in self._instances(statement.class_):
                if self._holds(subject, statement):
                    entry = (subject.value, number, subject)
                    found.setdefault(self._part_of_statement(subject, statement), []).append(entry)
        return found

    def _instances(self, class_: str) -> Iterator[NamedNode]:
        for quad in self.store.quads_for_pattern(None, RDF_TYPE, NamedNode(class_), None):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject

    def _part_of_node(self, subject: NamedNode, label: str) -> str:
        if label in SHARED_LABELS:
            return SHARED
        return self._id(subject).split("/")[1]

    def _part_of_statement(self, subject: NamedNode, statement: StatementType) -> str:
        ends = (*self._walk(subject, statement.start), *self._walk(subject, statement.end))
        for end in ends:
            node = self._node_type(end)
            if node is not None and node.label not in SHARED_LABELS:
                return self._id(end).split("/")[1]
        return SHARED

    def _holds(self, subject: NamedNode, statement: StatementType) -> bool:
        return all(self._meets(subject, condition) for condition in statement.only) and not any(
            self._meets(subject, condition) for condition in statement.unless
        )

    def _meets(self, subject: NamedNode, condition: Condition) -> bool:
        return any(
            _code(self.about(concept)) == condition.code
            for concept in self._follow(subject, condition.path)
            if isinstance(concept, NamedNode)
        )

    # ---- The rows of a part

    def part(self, name: str, subjects: Iterable[tuple[str, int, NamedNode]]) -> Part:
        nodes: list[Node] = []
        found: list[Relationship] = []
        dangling: list[str] = []
        for _, number, subject in subjects:
            if number >= 0:
                statement = self.schema.statements[number]
                found += self._statement(name, subject, statement, dangling)
            elif (node := self._node_type(subject)) is not None:
                nodes.append(self._node(name, subject, node))
                found += self._edges(name, subject, node.label, dangling)
        return Part(
            name=name,
            nodes=tuple(dict.fromkeys(nodes)),
            relationships=tuple(sorted(set(found), key=_order)),
            dangling=tuple(sorted(dangling)),
        )

    def _node(self, part: str, subject: NamedNode, node: NodeType) -> Node:
        own = tuple(self._property(subject, prop) for prop in node.properties)
        id_ = self._id(subject)
        return Node(node.label, (id_, id_.partition("/")[2], part, *own))

    def _edges(
        self, part: str, subject: NamedNode, label: str, dangling: list[str]
    ) -> Iterator[Relationship]:
        about = self.about(subject)
        for edge in _edges_from(label):
            for end in about.get(edge.predicate, ()):
                ends = ((subject, end),)
                yield from self._relationships(edge, ends, (part,), dangling)

    def _statement(
        self, part: str, subject: NamedNode, statement: StatementType, dangling: list[str]
    ) -> Iterator[Relationship]:
        values = [self._property(subject, prop) for prop in statement.properties]
        ends = [
            (start, end)
            for start in self._walk(subject, statement.start)
            for end in self._walk(subject, statement.end)
        ]
        if not ends:
            dangling.append(f"{statement.type} {self._id(subject)}")
        row = (self._id(subject), part, *values)
        yield from self._relationships(statement, ends, row, dangling)

    def _relationships(
        self,
        type_: EdgeType | StatementType,
        ends: Iterable[tuple[Term, Term]],
        values: tuple[Value, ...],
        dangling: list[str],
    ) -> Iterator[Relationship]:
        for start, end in ends:
            first, last = self._node_type(start), self._node_type(end)
            if first and last and (first.label, last.label) in type_.pairs:
                yield Relationship(
                    *(type_.type, first.label, self._id(start), last.label, self._id(end)), values
                )
            elif first is None or last is None:
                dangling.append(f"{type_.type} {self._id(start)} -> {self._id(end)}")

    # ---- Terms and paths

    def _property(self, subject: NamedNode, prop: Property) -> Value:
        for path in prop.paths:
            if found := list(self._follow(subject, path)):
                return self._value(found, prop)
        return False if prop.kind == "present" else None

    def _value(self, found: list[Term], prop: Property) -> Value:
        if prop.kind == "lines":
            lines = (self._line(each, prop) for each in found if isinstance(each, NamedNode))
            return tuple(sorted(lines)) or None
        words = sorted({term.value for term in found if _speaks(term, prop.language)})
        if prop.kind == "texts":
            return tuple(words) or None
        return CONVERT[prop.kind](words[0]) if words else None

    def _line(self, subject: NamedNode, prop: Property) -> str:
        fields = (next(self._follow(subject, path), None) for path in prop.fields)
        return " ".join(term.value for term in fields if term is not None)

    def _walk(self, subject: NamedNode, paths: tuple[Path, ...]) -> list[Term]:
        for path in paths:
            if found := list(self._follow(subject, path)):
                return found
        return []

    def _follow(self, subject: NamedNode, path: Path) -> Iterator[Term]:
        if not path:
            yield subject
            return
        step, rest = path[0], path[1:]
        nexts = (
            self._before(subject, step.predicate)
            if step.back
            else self.about(subject).get(step.predicate, ())
        )
        for term in nexts:
            if isinstance(term, NamedNode):
                yield from self._follow(term, rest)
            elif not rest:
                yield term

    def _before(self, term: NamedNode, predicate: str) -> tuple[Term, ...]:
        pattern = self.store.quads_for_pattern(None, NamedNode(predicate), term, None)
        return tuple(quad.subject for quad in pattern if isinstance(quad.subject, NamedNode))

    def _about(self, subject: NamedNode) -> dict[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = {}
        for quad in self.store.quads_for_pattern(subject, None, None, None):
            if isinstance(quad.object, NamedNode | Literal):
                found.setdefault(quad.predicate.value, []).append(quad.object)
        return {predicate: tuple(terms) for predicate, terms in found.items()}

    def _node_type(self, term: Term) -> NodeType | None:
        if not isinstance(term, NamedNode):
            return None
        for class_ in self.about(term).get(RDF_TYPE.value, ()):
            if class_.value in self.labels:
                return self.labels[class_.value]
        return None

    def _id(self, term: Term) -> str:
        return term.value.removeprefix(self.base)


SHARED_LABELS = frozenset(("Agency", "GenericActor", "Indicator", "Line", "Place"))
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"

CONVERT: dict[Kind, Callable[[str], Value]] = {
    "text": str,
    "integer": int,
    "decimal": float,
    "boolean": lambda text: text in ("true", "1"),
    "year": lambda text: int(text[:4]) if text[:4].isdigit() else None,
    "present": lambda text: True,
}


@cache
def _edges_from(label: str) -> tuple[EdgeType, ...]:
    return tuple(edge for edge in schema().edges if any(start == label for start, _ in edge.pairs))


def _code(about: dict[str, tuple[Term, ...]]) -> str | None:
    return next((term.value for term in about.get(NOTATION, ())), None)


def _speaks(term: Term, language: str) -> bool:
    if not isinstance(term, Literal):
        return True
    return (term.language or "zh").partition("-")[0] == language


def _order(row: Relationship) -> tuple[str, str, str, str]:
    return (row.type, row.start, row.end, str(row.values))
