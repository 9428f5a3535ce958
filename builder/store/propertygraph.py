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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from pyoxigraph import Store

from builder.store.mapping import (
    Condition,
    EdgeType,
    Kind,
    NodeType,
    Path,
    Property,
    Schema,
    StatementType,
    Step,
    schema,
)
from builder.store.sources import (
    NOTATION,
    RDF_TYPE,
    Quads,
    StoreQuads,
    Term,
    is_iri,
    language,
    value,
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
    "read",
]

SHARED = "shared"

Value = str | int | float | bool | tuple[str, ...] | None
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
    reader = _Reader(quads=quads, schema=schema())
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
    """Walks paths through quads."""

    quads: Quads
    schema: Schema
    labels: dict[Term, NodeType] = field(init=False)
    types: dict[Term, NodeType | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.labels = {f"<{name}>": node for node in self.schema.nodes for name in node.classes}

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
                if (node_type := self._node_type(start)) and node_type.label in _starts(edge):
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
        return self._id(subject).split("/")[1]

    def _part_of_statement(self, subject: Term, statement: StatementType) -> str:
        ends = (*self._walk(subject, statement.start), *self._walk(subject, statement.end))
        for end in ends:
            node = self._node_type(end)
            if node is not None and node.label not in SHARED_LABELS:
                return self._id(end).split("/")[1]
        return SHARED

    def _holds(self, subject: Term, statement: StatementType) -> bool:
        return all(self._meets(subject, condition) for condition in statement.only) and not any(
            self._meets(subject, condition) for condition in statement.unless
        )

    def _meets(self, subject: Term, condition: Condition) -> bool:
        return any(
            self._code(concept) == condition.code
            for concept in self._follow(subject, condition.path)
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
        node = self._node_type(subject)
        assert node is not None
        own = [self._property(subject, prop) for prop in node.properties]
        id_ = self._id(subject)
        return Node(node.label, (id_, id_.partition("/")[2], part, *own))

    def _statement(
        self, part: str, subject: Term, statement: StatementType, dangling: list[str]
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

    def _property(self, subject: Term, prop: Property) -> Value:
        about = self.quads.about(subject)
        for path in prop.paths:
            step = path[0]
            short = len(path) == 1 and not step.back
            found = about.get(step.predicate) if short else self._follow(subject, path)
            if found:
                return self._value(found, prop)
        return False if prop.kind == "present" else None

    def _value(self, found: Sequence[Term], prop: Property) -> Value:
        if prop.kind == "lines":
            lines = (self._line(each, prop) for each in found if is_iri(each))
            return tuple(sorted(lines)) or None
        if len(found) == 1:
            words = [value(found[0])] if _speaks(found[0], prop.language) else []
        else:
            words = sorted({value(term) for term in found if _speaks(term, prop.language)})
        if prop.kind == "texts":
            return tuple(words) or None
        return CONVERT[prop.kind](words[0]) if words else None

    def _line(self, subject: Term, prop: Property) -> str:
        fields = (self._follow(subject, path) for path in prop.fields)
        return " ".join(value(terms[0]) for terms in fields if terms)

    def _walk(self, subject: Term, paths: tuple[Path, ...]) -> Sequence[Term]:
        for path in paths:
            if found := self._follow(subject, path):
                return found
        return ()

    def _follow(self, subject: Term, path: Path) -> Sequence[Term]:
        terms: Sequence[Term] = (subject,)
        for step in path:
            ends: list[Term] = []
            for term in terms:
                if is_iri(term):
                    ends += self._next(term, step)
            terms = ends
        return terms

    def _next(self, term: Term, step: Step) -> Sequence[Term]:
        if step.back:
            return self.quads.before(term, step.predicate)
        return self.quads.about(term).get(step.predicate, ())

    def _node_type(self, term: Term) -> NodeType | None:
        if term not in self.types:
            self.types[term] = self._read_type(term)
        return self.types[term]

    def _read_type(self, term: Term) -> NodeType | None:
        if is_iri(term):
            for class_ in self.quads.about(term).get(RDF_TYPE, ()):
                if class_ in self.labels:
                    return self.labels[class_]
        return None

    def _code(self, concept: Term) -> str | None:
        return next((value(term) for term in self.quads.about(concept).get(NOTATION, ())), None)

    def _id(self, term: Term) -> str:
        return value(term).removeprefix(self.quads.base)


SHARED_LABELS = frozenset(("Agency", "GenericActor", "Indicator", "Line", "Place"))
CONVERT: dict[Kind, Callable[[str], Value]] = {
    "text": str,
    "integer": int,
    "decimal": float,
    "boolean": lambda text: text in ("true", "1"),
    "year": lambda text: int(text[:4]) if text[:4].isdigit() else None,
    "present": lambda text: True,
}


@cache
def _starts(edge: EdgeType) -> frozenset[str]:
    return frozenset(start for start, _ in edge.pairs)


def _speaks(term: Term, wanted: str) -> bool:
    if term[-1] == '"':
        return wanted == "zh"
    return is_iri(term) or (language(term) or "zh") == wanted


def _order(row: Relationship) -> tuple[str, str, str, str]:
    return (row.type, row.start, row.end, str(row.values))
