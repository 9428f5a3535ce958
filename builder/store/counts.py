"""How many nodes, relationships and properties there should be, and how many there are.

The rows of the property graph are tallied as they pass; any engine is then asked the same
counts, and the two are put side by side.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from builder.store.mapping import schema
from builder.store.propertygraph import (
    Column,
    Part,
    columns_of_node,
    columns_of_relationship,
)
from builder.store.walk import Value

__all__ = ["Count", "Tally"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One count: of a label or type (``property`` empty), or of one of its properties."""

    kind: str
    name: str
    property: str
    expected: int
    found: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of rows by (label or type, property), filled part by part."""

    nodes: Counter[tuple[str, str]] = field(default_factory=Counter)
    relationships: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, part: Part) -> None:
        """Count the rows of one part."""
        for node in part.nodes:
            self._add(self.nodes, node.label, columns_of_node(node.label), node.values)
        for row in part.relationships:
            self._add(self.relationships, row.type, columns_of_relationship(row.type), row.values)

    @staticmethod
    def _add(
        counter: Counter[tuple[str, str]],
        name: str,
        columns: tuple[Column, ...],
        values: tuple[Value, ...],
    ) -> None:
        counter[name, ""] += 1
        for (column, _), value in zip(columns, values, strict=True):
            if value is not None:
                counter[name, column] += 1

    def compare(
        self, ask: Callable[[str], Mapping[str, int]], *, mark: str = ":Zhengmai"
    ) -> tuple[Count, ...]:
        """Ask an engine for every count; ``mark`` narrows to nodes of ours."""
        counts: list[Count] = []
        for node in schema().nodes:
            columns = columns_of_node(node.label)
            found = ask(f"MATCH (x{mark}:{node.label}) RETURN {_counted(columns)}")
            counts += _counts("node", node.label, columns, self.nodes, found)
        for each in schema().relationships:
            columns = columns_of_relationship(each.type)
            found = ask(f"MATCH ()-[x:{each.type}]->() {_ours(mark)}RETURN {_counted(columns)}")
            counts += _counts("relationship", each.type, columns, self.relationships, found)
        return tuple(counts)


def _ours(mark: str) -> str:
    return "WHERE x.document IS NOT NULL " if mark else ""


def _counted(columns: tuple[Column, ...]) -> str:
    each = (f"count(x.`{name}`) AS `p_{name}`" for name, _ in columns)
    return ", ".join(("count(x) AS `p_`", *each))


def _counts(
    kind: str,
    name: str,
    columns: tuple[Column, ...],
    expected: Counter[tuple[str, str]],
    found: Mapping[str, int],
) -> list[Count]:
    return [
        Count(
            kind=kind,
            name=name,
            property=column,
            expected=expected[name, column],
            found=found[f"p_{column}"],
        )
        for column in ("", *(column for column, _ in columns))
    ]
