"""The declared mapping from quads to a property graph, read from its table.

``builder/data/property_graph.toml`` says which class becomes which label, which edge or
node of the quads becomes which relationship, and along which path each property is found.
Here the table becomes types; :mod:`builder.store.propertygraph` applies them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from builder.lexicon import tables

__all__ = [
    "Condition",
    "EdgeType",
    "Kind",
    "NodeType",
    "Path",
    "Property",
    "Schema",
    "StatementType",
    "Step",
    "schema",
]

Kind = Literal["text", "texts", "integer", "decimal", "boolean", "year", "present", "lines"]

PROPERTY = re.compile(
    r"(?P<paths>[^ ]+)"  # zm:value|zm:lowValue
    r"(?: as (?P<kind>[a-z]+)| (?P<present>present))?"  # as decimal
    r"(?:\((?P<fields>[^)]*)\))?"  # (zm:guardName zm:passed zm:reason)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One predicate of a path; ``back`` follows it from object to subject."""

    predicate: str
    back: bool


Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property: alternatives of paths, what its values are, and their language."""

    name: str
    paths: tuple[Path, ...]
    kind: Kind
    language: str
    fields: tuple[Path, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether the property is a list."""
        return self.kind in ("texts", "lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A path that must (or must not) lead to a concept with this code."""

    path: Path
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeType:
    """节点类型: a label, the classes that get it, and its properties."""

    label: str
    zh: str
    classes: tuple[str, ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeType:
    """A relationship that is one edge of the quads."""

    type: str
    zh: str
    predicate: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def properties(self) -> tuple[Property, ...]:
        """An edge carries nothing."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementType:
    """A relationship that is a node of the quads, with properties."""

    type: str
    zh: str
    class_: str
    start: tuple[Path, ...]
    end: tuple[Path, ...]
    only: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    pairs: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All labels and relationship types, in the order of the table."""

    nodes: tuple[NodeType, ...]
    edges: tuple[EdgeType, ...]
    statements: tuple[StatementType, ...]

    @property
    def relationships(self) -> tuple[EdgeType | StatementType, ...]:
        """Both kinds of relationship types."""
        return (*self.edges, *self.statements)


@cache
def schema() -> Schema:
    """Give the mapping.

    >>> [node.label for node in schema().nodes][:3]
    ['Document', 'Provision', 'Task']
    """
    table = tables.toml("property_graph")
    read = _Reader(prefixes=table["prefixes"])
    nodes = tuple(read.node(label, entry) for label, entry in table["node"].items())
    edges = tuple(read.edge(entry) for entry in table["edge"])
    by_type = {entry["type"]: entry for entry in table["statement"]}
    statements = tuple(read.statement(entry, by_type) for entry in table["statement"])
    return Schema(nodes=nodes, edges=edges, statements=statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads entries of the table; holds the prefixes."""

    prefixes: Mapping[str, str]

    def node(self, label: str, entry: Mapping[str, Any]) -> NodeType:
        name = self.property("name", entry["name"])
        return NodeType(
            label=label,
            zh=entry["zh"],
            classes=tuple(self.iri(curie) for curie in entry["class"]),
            properties=(name, *self.properties(entry["properties"])),
        )

    def edge(self, entry: Mapping[str, Any]) -> EdgeType:
        return EdgeType(
            type=entry["type"],
            zh=entry["zh"],
            predicate=self.iri(entry["edge"]),
            pairs=_pairs(entry),
        )

    def statement(
        self, entry: Mapping[str, Any], by_type: Mapping[str, Mapping[str, Any]]
    ) -> StatementType:
        properties = by_type[entry["like"]]["properties"] if "like" in entry else {}
        return StatementType(
            type=entry["type"],
            zh=entry["zh"],
            class_=self.iri(entry["class"]),
            start=self.paths(entry["start"]),
            end=self.paths(entry["end"]),
            only=self.conditions(entry.get("only", ())),
            unless=self.conditions(entry.get("unless", ())),
            pairs=_pairs(entry),
            properties=self.properties(entry.get("properties", properties)),
        )

    def conditions(self, entries: list[str] | tuple[str, ...]) -> tuple[Condition, ...]:
        split = [entry.split("=") for entry in entries]
        return tuple(Condition(path=self.path(path), code=code) for path, code in split)

    def properties(self, entries: Mapping[str, str]) -> tuple[Property, ...]:
        return tuple(self.property(name, text) for name, text in entries.items())

    def property(self, name: str, text: str) -> Property:
        m = PROPERTY.fullmatch(text)
        if m is None:
            raise ValueError(f"property_graph.toml: {name} = {text!r} cannot be read")
        paths, _, language = m["paths"].partition("@")
        kind: Kind = m["present"] or m["kind"] or "text"  # type: ignore[assignment]
        return Property(
            name=name,
            paths=self.paths(paths),
            kind=kind,
            language=language or "zh",
            fields=tuple(self.path(field) for field in (m["fields"] or "").split()),
        )

    def paths(self, text: str) -> tuple[Path, ...]:
        return tuple(self.path(alternative) for alternative in text.split("|"))

    def path(self, text: str) -> Path:
        return tuple(
            Step(predicate=self.iri(step.removeprefix("^")), back=step.startswith("^"))
            for step in text.split("/")
        )

    def iri(self, curie: str) -> str:
        prefix, _, name = curie.partition(":")
        return self.prefixes[prefix] + name


def _pairs(entry: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((start, end) for start, end in entry["pairs"])
