"""The property graph as files for `neo4j-admin database import`, for millions of nodes.

Beside the rows lie headers with Neo4j's types and a script with the exact command line.
The node that :mod:`builder.store.neo4j` keeps its books in is among the rows, so that a
load over an imported database sends nothing twice, makes the indexes and proves the counts.
"""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from builder.store import rows
from builder.store.mapping import Kind
from builder.store.propertygraph import Column, Part, columns_of_node, columns_of_relationship

__all__ = ["COMMAND_FILE", "import_arguments", "write"]

COMMAND_FILE = "import.sh"
MARKER_FILE = "ZhengmaiLoad.csv"
HEADERS = "headers"
COLUMN_TYPES: Mapping[Kind, str] = {
    "text": "string",
    "texts": "string[]",
    "lines": "string[]",
    "integer": "long",
    "year": "long",
    "decimal": "double",
    "boolean": "boolean",
    "present": "boolean",
}


def write(folder: Path, parts: Iterable[Part], *, database: str = "neo4j") -> str:
    """Write all files into ``folder`` (made if need be) and give the command line.

    The command runs in that folder, on a machine that has Neo4j, while the server is down.
    """
    (folder / HEADERS).mkdir(parents=True, exist_ok=True)
    digests: dict[str, str] = {}
    files = rows.write(folder, _noting(parts, digests))
    _write_headers(folder, files)
    _write_marker(folder, digests)
    command = shlex.join(["neo4j-admin", *import_arguments(folder, database=database)])
    script = f'#!/bin/sh\n# Stop the server first.\ncd "$(dirname "$0")" && {command}\n'
    (folder / COMMAND_FILE).write_text(script, encoding="utf-8")
    return command


def import_arguments(folder: Path, *, database: str = "neo4j") -> list[str]:
    """Give the arguments of neo4j-admin, with paths as seen from ``folder``."""
    return [
        *("database", "import", "full", database, "--overwrite-destination"),
        *("--array-delimiter=U+001F", "--multiline-fields=true"),
        *_node_arguments(folder),
        *_relationship_arguments(folder),
    ]


def _node_arguments(folder: Path) -> Iterator[str]:
    for header in sorted((folder / HEADERS).glob("node.*.csv")):
        label = header.name.split(".")[1]
        if (folder / f"{label}.csv").stat().st_size:
            yield f"--nodes=Zhengmai:{label}={HEADERS}/{header.name},{label}.csv"
    yield f"--nodes=ZhengmaiLoad={MARKER_FILE}"


def _relationship_arguments(folder: Path) -> Iterator[str]:
    for header in sorted((folder / HEADERS).glob("relationship.*.csv")):
        type_ = header.name.split(".")[1]
        files = [path.name for path in sorted(folder.glob(f"{type_}.*.csv")) if path.stat().st_size]
        if files:
            yield f"--relationships={type_}={','.join((f'{HEADERS}/{header.name}', *files))}"


def _noting(parts: Iterable[Part], digests: dict[str, str]) -> Iterator[Part]:
    for part in parts:
        digests[part.name] = part.digest()
        yield part


def _write_headers(folder: Path, files: rows.RowFiles) -> None:
    for label in files.nodes:
        line = ",".join(("id:ID", *_typed(columns_of_node(label)[1:])))
        (folder / HEADERS / f"node.{label}.csv").write_text(line + "\n", encoding="utf-8")
    for type_ in {key[0] for key in files.relationships}:
        line = ",".join((":START_ID", ":END_ID", *_typed(columns_of_relationship(type_))))
        (folder / HEADERS / f"relationship.{type_}.csv").write_text(line + "\n", encoding="utf-8")


def _typed(columns: tuple[Column, ...]) -> Iterator[str]:
    return (f"{name}:{COLUMN_TYPES[kind]}" for name, kind in columns)


def _write_marker(folder: Path, digests: Mapping[str, str]) -> None:
    names = sorted(digests)
    row = rows.row_line((True, tuple(names), tuple(digests[name] for name in names)))
    header = "whole:boolean,parts:string[],digests:string[]\n"
    (folder / MARKER_FILE).write_text(header + row, encoding="utf-8")
