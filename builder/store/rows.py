"""Rows of a property graph as CSV files: one a label, one a type and pair of labels.

Text is always quoted and nothing is not, so that an empty text and no text stay apart;
lists are joined by U+001F, which stands in no document.  Ladybug and Neo4j's bulk import
read the very same files.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from builder.store.mapping import schema
from builder.store.propertygraph import Node, Part, Relationship, Value

__all__ = ["LIST_SEPARATOR", "RowFiles", "row_line", "write"]

LIST_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFiles:
    """Where the rows were written, by label and by (type, start label, end label)."""

    nodes: dict[str, Path]
    relationships: dict[tuple[str, str, str], Path]


def write(folder: Path, parts: Iterable[Part]) -> RowFiles:
    """Write all rows into ``folder``; every label and pair gets its file, empty or not."""
    files = _files(folder)
    with ExitStack() as stack:
        nodes = {label: _open(stack, path) for label, path in files.nodes.items()}
        found = {key: _open(stack, path) for key, path in files.relationships.items()}
        for part in parts:
            _write_nodes(nodes, part.nodes)
            _write_relationships(found, part.relationships)
    return files


def _files(folder: Path) -> RowFiles:
    return RowFiles(
        nodes={node.label: folder / f"{node.label}.csv" for node in schema().nodes},
        relationships={
            (each.type, start, end): folder / f"{each.type}.{start}.{end}.csv"
            for each in schema().relationships
            for start, end in each.pairs
        },
    )


def _open(stack: ExitStack, path: Path) -> TextIO:
    return stack.enter_context(path.open("w", encoding="utf-8", newline=""))


def _write_nodes(files: dict[str, TextIO], nodes: Iterable[Node]) -> None:
    for node in nodes:
        files[node.label].write(row_line(node.values))


def _write_relationships(
    files: dict[tuple[str, str, str], TextIO], rows: Iterable[Relationship]
) -> None:
    for row in rows:
        key = (row.type, row.start_label, row.end_label)
        files[key].write(row_line((row.start, row.end, *row.values)))


def row_line(values: Iterable[Value]) -> str:
    r"""Give one line of CSV.

    >>> row_line(("国发", None, "", 'a"b', 7, 0.5, True, ("甲", "乙")))
    '"国发",,"","a""b",7,0.5,true,"甲\x1f乙"\n'
    """
    return ",".join([_cell(value) for value in values]) + "\n"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, tuple):
        return '"' + LIST_SEPARATOR.join(value).replace('"', '""') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)
