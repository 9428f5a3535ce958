"""Rows of a property graph as CSV files: one a label, one a type and pair of labels.

Text is always quoted and nothing is not, so that an empty text and no text stay apart;
lists are joined by U+001F, which stands in no document.  Ladybug and Neo4j's bulk import
read the very same files.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from builder.store.mapping import schema
from builder.store.propertygraph import Part
from builder.store.walk import Value

__all__ = ["LIST_SEPARATOR", "RowFiles", "Rows", "join", "row_line", "text", "write"]

LIST_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFiles:
    """Where the rows were written, by label and by (type, start label, end label)."""

    nodes: dict[str, Path]
    relationships: dict[tuple[str, str, str], Path]


Rows = Mapping[str, str]  # name of a file -> its lines


def write(folder: Path, parts: Iterable[Part]) -> RowFiles:
    """Write all rows into ``folder``; every label and pair gets its file, empty or not."""
    return join(folder, (text((part,)) for part in parts))


def join(folder: Path, many: Iterable[Rows]) -> RowFiles:
    """Write rows that :func:`text` gave into ``folder``, one after the other."""
    files = _files(folder)
    with ExitStack() as stack:
        open_files = {
            path.name: stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            for path in (*files.nodes.values(), *files.relationships.values())
        }
        for rows in many:
            for name, lines in rows.items():
                open_files[name].write(lines)
    return files


def text(parts: Iterable[Part]) -> Rows:
    """Give the rows of parts as lines of CSV, by the name of the file that they belong to."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts:
        for node in part.nodes:
            found[_node_file(node.label)].append(row_line(node.values))
        for row in part.relationships:
            file = _relationship_file(row.type, row.start_label, row.end_label)
            found[file].append(row_line((row.start, row.end, *row.values)))
    return {name: "".join(lines) for name, lines in found.items()}


def _files(folder: Path) -> RowFiles:
    return RowFiles(
        nodes={node.label: folder / _node_file(node.label) for node in schema().nodes},
        relationships={
            (each.type, start, end): folder / _relationship_file(each.type, start, end)
            for each in schema().relationships
            for start, end in each.pairs
        },
    )


def _node_file(label: str) -> str:
    return f"{label}.csv"


def _relationship_file(type_: str, start: str, end: str) -> str:
    return f"{type_}.{start}.{end}.csv"


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
