"""Quads -> rows of a property graph: nodes by label, relationships by type, a part a document.

The mapping (:mod:`builder.store.mapping`) says what becomes what; nothing here knows a
property by name.  Everything that reads these rows (Ladybug, Neo4j, bulk import, networks)
therefore holds the same graph, and its counts can be proved against the quads.

A part holds all that one document says, its lineage upwards included, and nothing else;
agencies, places, lines and indicators are in the part ``shared``.  Parts come one by one,
so that memory does not grow with the number of documents.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pyoxigraph import Store

from builder.store.mapping import (
    Condition,
    EdgeType,
    Kind,
    Schema,
    StatementType,
    schema,
)
from builder.store.sources import Quads, StoreQuads, Term, is_iri
from builder.store.walk import Value, Walker

__all__ = [
    "SHARED",
    "Column",
    "Node",
    "Part",
    "Relationship",
    "columns_of_node",
    "columns_of_relationship",
    "parts",
    "read",
]

SHARED = "shared"

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
    return read(StoreQuads(store))


def read(quads: Quads) -> Iterator[Part]:
    """Give the property graph of the own quads of a source, part by part, sorted by name."""
    reader = _Reader(quads=quads, schema=schema(), walker=Walker(quads, schema()))
    subjects = reader.by_part()
    for name in sorted(subjects):
        yield reader.part(name, subjects[name])


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


@dataclass(frozen=True, slots=True)
class _Subjects:
    """What the rows of a part are made of."""

    nodes: set[Term] = field(default_factory=set)
    edges: list[tuple[EdgeType, Term, Term]] = field(default_factory=list)
    statements: list[tuple[StatementType, Term]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Sorts the subjects of a source into parts, and makes the rows of each."""

    quads: Quads
    schema: Schema
    walker: Walker

    # ---- Which subjects are in which part

    def by_part(self) -> dict[str, _Subjects]:
        """Give what each part is made of, the part of what documents share among them."""
        found: defaultdict[str, _Subjects] = defaultdict(_Subjects)
        found[SHARED] = _Subjects()
        for node in self.schema.nodes:
            for class_ in node.classes:
                for subject in self.quads.instances(class_):
                    found[self._part_of_node(subject, node.label)].nodes.add(subject)
        for edge in self.schema.edges:
            for start, end in self.quads.pairs(edge.predicate):
                if (node_type := self.walker.node_type(start)) and node_type.label in _starts(edge):
                    part = self._part_of_node(start, node_type.label)
                    found[part].edges.append((edge, start, end))
        for statement in self.schema.statements:
            for subject in self.quads.instances(statement.class_):
                if self._holds(subject, statement):
                    part = self._part_of_statement(subject, statement)
                    found[part].statements.append((statement, subject))
        return found

    def _part_of_node(self, subject: Term, label: str) -> str:
        if label in SHARED_LABELS:
            return SHARED
        return self.walker.id(subject).split("/")[1]

    def _part_of_statement(self, subject: Term, statement: StatementType) -> str:
        ends = (
            *self.walker.walk(subject, statement.start),
            *self.walker.walk(subject, statement.end),
        )
        for end in ends:
            node = self.walker.node_type(end)
            if node is not None and node.label not in SHARED_LABELS:
                return self.walker.id(end).split("/")[1]
        return SHARED

    def _holds(self, subject: Term, statement: StatementType) -> bool:
        return all(self._meets(subject, condition) for condition in statement.only) and not any(
            self._meets(subject, condition) for condition in statement.unless
        )

    def _meets(self, subject: Term, condition: Condition) -> bool:
        return any(
            self.walker.code(concept) == condition.code
            for concept in self.walker.follow(subject, condition.path)
            if is_iri(concept)
        )

    # ---- The rows of a part

    def part(self, name: str, subjects: _Subjects) -> Part:
        found: set[Relationship] = set()
        dangling: list[str] = []
        for edge, start, end in subjects.edges:
            found.update(self._relationships(edge, ((start, end),), (name,), dangling))
        for statement, subject in subjects.statements:
            found.update(self._statement(name, subject, statement, dangling))
        return Part(
            name=name,
            nodes=tuple(self._node(name, subject) for subject in sorted(subjects.nodes)),
            relationships=tuple(sorted(found, key=_order)),
            dangling=tuple(sorted(dangling)),
        )

    def _node(self, part: str, subject: Term) -> Node:
        node = self.walker.node_type(subject)
        assert node is not None
        own = [self.walker.property(subject, prop) for prop in node.properties]
        id_ = self.walker.id(subject)
        return Node(node.label, (id_, id_.partition("/")[2], part, *own))

    def _statement(
        self, part: str, subject: Term, statement: StatementType, dangling: list[str]
    ) -> Iterator[Relationship]:
        values = [self.walker.property(subject, prop) for prop in statement.properties]
        ends = [
            (start, end)
            for start in self.walker.walk(subject, statement.start)
            for end in self.walker.walk(subject, statement.end)
        ]
        if not ends:
            dangling.append(f"{statement.type} {self.walker.id(subject)}")
        row = (self.walker.id(subject), part, *values)
        yield from self._relationships(statement, ends, row, dangling)

    def _relationships(
        self,
        type_: EdgeType | StatementType,
        ends: Iterable[tuple[Term, Term]],
        values: tuple[Value, ...],
        dangling: list[str],
    ) -> Iterator[Relationship]:
        node_type, id_of = self.walker.node_type, self.walker.id
        for start, end in ends:
            first, last = node_type(start), node_type(end)
            if first and last and (first.label, last.label) in type_.pairs:
                yield Relationship(
                    *(
                        type_.type,
                        first.label,
                        self.walker.id(start),
                        last.label,
                        self.walker.id(end),
                    ),
                    values,
                )
            elif first is None or last is None:
                dangling.append(f"{type_.type} {id_of(start)} -> {id_of(end)}")


SHARED_LABELS = frozenset(("Agency", "GenericActor", "Indicator", "Line", "Place"))


@cache
def _starts(edge: EdgeType) -> frozenset[str]:
    return frozenset(start for start, _ in edge.pairs)


def _order(row: Relationship) -> tuple[str, str, str, str]:
    return (row.type, row.start, row.end, str(row.values))
