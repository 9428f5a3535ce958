"""The property graph in Ladybug: Cypher in one file, with no server.

The file is built anew from the rows of :mod:`builder.store.propertygraph`; every label and
type gets its table even where it is empty, since Ladybug takes an unknown one for an error.
"""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import ladybug

from builder.errors import GraphError, QueryError
from builder.store import rows
from builder.store.mapping import Kind, schema
from builder.store.propertygraph import (
    Column,
    Part,
    columns_of_node,
    columns_of_relationship,
)
from builder.store.table import Cell, Table

__all__ = ["build", "build_from_rows", "open_graph", "run"]

BUFFER_POOL_BYTES = 512 * 1024 * 1024
COLUMN_TYPES: Mapping[Kind, str] = {
    "text": "STRING",
    "texts": "STRING[]",
    "lines": "STRING[]",
    "integer": "INT64",
    "year": "INT64",
    "decimal": "DOUBLE",
    "boolean": "BOOLEAN",
    "present": "BOOLEAN",
}


def build(path: Path, parts: Iterable[Part]) -> None:
    """Build the graph at ``path`` (a new file) from all parts."""
    build_from_rows(path, (rows.text((part,)) for part in parts))


def build_from_rows(path: Path, many: Iterable[rows.Rows]) -> None:
    """Build the graph at ``path`` (a new file) from rows that are lines of CSV already."""
    if path.exists():
        raise GraphError(f"{path} exists already: a graph is built into a new file")
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="rows-") as folder:
        files = rows.join(Path(folder), many)
        database = ladybug.Database(str(path), buffer_pool_size=BUFFER_POOL_BYTES)
        connection = ladybug.Connection(database)
        for statement in (*_tables(), *_copies(files)):
            connection.execute(statement)
        connection.execute("CHECKPOINT")
        connection.close()
        database.close()


def open_graph(path: Path) -> ladybug.Connection:
    """Open a built graph for reading; many readers may have it open at once."""
    if not path.exists():
        raise GraphError(f"no graph at {path}: run `zhengmai build` first, or give --graph")
    try:
        database = ladybug.Database(str(path), read_only=True, buffer_pool_size=BUFFER_POOL_BYTES)
        return ladybug.Connection(database)
    except RuntimeError as trouble:
        raise GraphError(
            f"the graph at {path} cannot be opened ({trouble}); build it again"
        ) from trouble


def run(
    graph: ladybug.Connection, cypher: str, given: Mapping[str, str | int] | None = None
) -> Table:
    """Run one Cypher query that reads, with its parameters."""
    try:
        result = graph.execute(cypher, dict(given or {}))
    except RuntimeError as trouble:
        raise QueryError(f"the Cypher cannot be run: {trouble}") from trouble
    if isinstance(result, list):
        raise QueryError("give one Cypher query at a time, without `;` between several")
    columns = tuple(result.get_column_names())
    return Table(columns=columns, rows=tuple(tuple(map(_cell, row)) for row in result))


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _tables() -> list[str]:
    nodes = [
        f"CREATE NODE TABLE {node.label}({_declared(columns_of_node(node.label))}, PRIMARY KEY(id))"
        for node in schema().nodes
    ]
    found = [
        f"CREATE REL TABLE {each.type}({', '.join(f'FROM {a} TO {b}' for a, b in each.pairs)}, "
        f"{_declared(columns_of_relationship(each.type))})"
        for each in schema().relationships
    ]
    return nodes + found


def _declared(columns: tuple[Column, ...]) -> str:
    return ", ".join(f"`{name}` {COLUMN_TYPES[kind]}" for name, kind in columns)


def _copies(files: rows.RowFiles) -> list[str]:
    ends: tuple[Column, ...] = (("start_id", "text"), ("end_id", "text"))
    nodes = [
        f"COPY {label} FROM ({_load(path, columns_of_node(label))})"
        for label, path in files.nodes.items()
        if path.stat().st_size
    ]
    found = [
        f"COPY {type_} FROM ({_load(path, ends + columns_of_relationship(type_))}) "
        f"(from='{start}', to='{end}')"
        for (type_, start, end), path in files.relationships.items()
        if path.stat().st_size
    ]
    return nodes + found


def _load(path: Path, columns: tuple[Column, ...]) -> str:
    headers = ", ".join(f"`{name}` {_file_type(kind)}" for name, kind in columns)
    split = f"'{rows.LIST_SEPARATOR}'"
    taken = ", ".join(
        f"string_split(`{name}`, {split})" if kind in ("texts", "lines") else f"`{name}`"
        for name, kind in columns
    )
    escaped = str(path).replace("\\", "\\\\").replace("'", "\\'")
    return (
        f"LOAD WITH HEADERS ({headers}) FROM '{escaped}' "
        f"(HEADER=false, PARALLEL=false, QUOTE='\"', ESCAPE='\"') RETURN {taken}"
    )


def _file_type(kind: Kind) -> str:
    return "STRING" if kind in ("texts", "lines") else COLUMN_TYPES[kind]
