"""Named queries: one question a file, with a header, in SPARQL (.rq) and Cypher (.cypher).

The header stands in the ``.rq``: lines that begin with ``#+`` and together are TOML.
A parameter is one line ``VALUES ?in_name { "…" }`` in the SPARQL, so that the file runs as it
is on any engine, and ``$name`` in the Cypher.  To bind a parameter is to put another literal
between the braces, escaped by the RDF library; the text of a value is never looked at again.
"""

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pyoxigraph

from builder.errors import QueryError
from builder.lexicon.terms import term
from builder.resources import queries_dir
from builder.store import oxigraph
from builder.store.table import Cell, Table

__all__ = [
    "Column",
    "Param",
    "Query",
    "bind_sparql",
    "in_words",
    "load",
    "names",
    "parse",
    "run",
    "run_cypher",
    "values",
]

Kind = Literal["text", "integer", "date"]
Language = Literal["zh", "en"]
Value = str | int
RunCypher = Callable[[str, Mapping[str, Value]], Table]

HEADER = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)  # #+ summary_en = "…"
VALUES = re.compile(r"^([ \t]*VALUES \?in_(\w+) \{)[^\n]*\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """参数: what a query asks for; without ``default`` it must be given."""

    name: str
    kind: Kind
    zh: str
    en: str
    example: str
    default: str | None
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column of the answer holds; ``codes`` is the topic of terms that explains them."""

    name: str
    zh: str
    en: str
    codes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """命名查询: a question with its parameters and columns, in both languages."""

    name: str
    summary_zh: str
    summary_en: str
    params: tuple[Param, ...]
    returns: tuple[Column, ...]
    sparql: str
    cypher: str


def run(store: pyoxigraph.Store, name: str, given: Mapping[str, str] | None = None) -> Table:
    """Run a named query as SPARQL."""
    query = load(name)
    return oxigraph.select(store, bind_sparql(query, values(query, given or {})))


def run_cypher(cypher: RunCypher, name: str, given: Mapping[str, str] | None = None) -> Table:
    """Run a named query as Cypher; ``cypher`` is what runs a text with its parameters."""
    query = load(name)
    return cypher(query.cypher, values(query, given or {}))


def in_words(name: str, table: Table, language: Language) -> Table:
    """Give an answer for people: column heads and codes in words of one language."""
    columns = load(name).returns
    return Table(
        columns=tuple(getattr(column, language) for column in columns),
        rows=tuple(
            tuple(_word(column, cell, language) for column, cell in zip(columns, row, strict=True))
            for row in table.rows
        ),
    )


def _word(column: Column, cell: Cell, language: Language) -> Cell:
    if isinstance(cell, bool):
        return str(getattr(term("answer", "yes" if cell else "no"), language))
    if column.codes and isinstance(cell, str) and cell:
        return str(getattr(term(column.codes, cell), language))
    return cell


def names() -> tuple[str, ...]:
    """Give the names of all queries, sorted."""
    return tuple(sorted(path.stem for path in queries_dir().glob("*.rq")))


def load(name: str) -> Query:
    """Give a query by its name; QueryError names what is like it."""
    if name not in names():
        near = difflib.get_close_matches(name, names(), n=3, cutoff=0.5) or names()
        raise QueryError(f"no query is called {name!r}; try {_or(near)}")
    return _load(queries_dir() / f"{name}.rq")


@cache
def _load(path: Path) -> Query:
    sparql = path.read_text(encoding="utf-8")
    return parse(path.stem, sparql, path.with_suffix(".cypher").read_text(encoding="utf-8"))


def parse(name: str, sparql: str, cypher: str) -> Query:
    """Read the header of a query.

    >>> query = parse("tasks", TASKS_EXAMPLE, "")
    >>> query.summary_en, query.params[0].example
    ('Tasks', '国发-2024-17')
    """
    try:
        header = tomllib.loads("\n".join(HEADER.findall(sparql)))
        return Query(
            name=name,
            summary_zh=header["summary_zh"],
            summary_en=header["summary_en"],
            params=tuple(_param(key, entry) for key, entry in header.get("params", {}).items()),
            returns=tuple(Column(name=key, **entry) for key, entry in header["returns"].items()),
            sparql=sparql,
            cypher=cypher,
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as trouble:
        raise QueryError(
            f"the header of queries/{name}.rq cannot be read ({trouble}); see queries/README.md"
        ) from trouble


def _param(name: str, entry: Mapping[str, Any]) -> Param:
    return Param(
        name=name,
        kind=entry["kind"],
        zh=entry["zh"],
        en=entry["en"],
        example=entry["example"],
        default=entry.get("default"),
        choices=tuple(entry.get("choices", ())),
    )


def values(query: Query, given: Mapping[str, str]) -> dict[str, Value]:
    """Check the parameters and give a value for each, by name.

    QueryError where one is unknown, missing, or not of its kind; it names what to try.
    """
    known = {param.name for param in query.params}
    for name in given:
        if name not in known:
            options = _or(sorted(known)) if known else "it takes none"
            raise QueryError(f"query {query.name} has no parameter {name!r}; try {options}")
    return {param.name: _value(query, param, given.get(param.name)) for param in query.params}


def _value(query: Query, param: Param, text: str | None) -> Value:
    chosen = param.default if text is None else text
    if chosen is None:
        raise QueryError(
            f"query {query.name} needs {param.name} ({param.zh}, {param.en}): "
            f"add -p {param.name}={param.example}"
        )
    if "\x00" in chosen:
        raise QueryError(f"{param.name} holds a NUL character, which no graph can hold")
    if chosen == param.default:
        return int(chosen) if param.kind == "integer" else chosen
    if param.choices and chosen not in param.choices:
        raise QueryError(f"{param.name}={chosen!r} is not known; try {_or(param.choices)}")
    try:
        return READERS[param.kind](chosen)
    except ValueError as trouble:
        raise QueryError(
            f"{param.name}={chosen!r} is no {param.kind}; try {param.name}={param.example}"
        ) from trouble


READERS: Mapping[str, Callable[[str], Value]] = {
    "text": str,
    "integer": int,
    "date": lambda text: date.fromisoformat(text).isoformat(),
}


def bind_sparql(query: Query, bound: Mapping[str, Value]) -> str:
    r"""Give the SPARQL with the values between the braces of its VALUES lines.

    >>> query = parse("tasks", TASKS_EXAMPLE, "")
    >>> print(bind_sparql(query, {"document": '"} DROP \\'}).splitlines()[-1])
      VALUES ?in_document { "\"} DROP \\" }
    """

    def filled(m: re.Match[str]) -> str:
        if m[2] not in bound:
            return m[0]
        return f"{m[1]} {pyoxigraph.Literal(bound[m[2]])} }}"

    return VALUES.sub(filled, query.sparql)


def _or(options: tuple[str, ...] | list[str]) -> str:
    return ", ".join(options)


TASKS_EXAMPLE = """\
#+ summary_zh = "任务"
#+ summary_en = "Tasks"
#+ params.document = { kind = "text", zh = "文件", en = "document", example = "国发-2024-17" }
#+ returns.number = { zh = "条款号", en = "number" }
SELECT ?number WHERE {
  VALUES ?in_document { "国发-2024-17" }
"""
