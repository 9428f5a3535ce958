"""Quads in an Oxigraph store on disk, and SPARQL over the union of its graphs.

In come sorted N-Quads files, out come tables of plain Python values.  A store is written
once, in one bulk load (plain inserts take four times the disk), and read by any number of
read-only handles.  Rows come in the order that the query asks for; where it asks for none
they are sorted, so that the same question always has the same answer.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
)

from builder.errors import GraphError, QueryError
from builder.store.table import Cell, Table, sort_key

__all__ = ["ask", "build", "construct", "in_memory", "open_store", "run", "select"]

XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGERS = frozenset(XSD + name for name in ("integer", "int", "long", "nonNegativeInteger"))
FRACTIONS = frozenset(XSD + name for name in ("decimal", "double", "float"))

# What may hide the words ORDER BY in a query: strings, IRIs, comments.
HIDING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'  # """a long string"""
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'  # "a string"
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"  # <https://example.org/order by>
    r"|\#[^\n]*"  # # a comment
)
ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)


def build(folder: Path, files: Iterable[Path]) -> int:
    """Load N-Quads files into a new store in ``folder`` and give its number of quads."""
    if folder.exists():
        raise GraphError(f"{folder} exists already: a store is built into a new folder")
    store = Store(str(folder))
    for path in files:
        store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    store.flush()
    return len(store)


def in_memory(quads: str | bytes, *, format: RdfFormat = RdfFormat.N_QUADS) -> Store:
    """Give a store that lives in memory, for small graphs and tests."""
    store = Store()
    store.bulk_extend(parse(quads, format=format))
    return store


def open_store(folder: Path) -> Store:
    """Open a built store for reading; many readers may have it open at once."""
    if not folder.is_dir():
        raise GraphError(f"no graph at {folder}: run `zhengmai build` first, or give --graph")
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError) as trouble:
        raise GraphError(
            f"the graph at {folder} cannot be opened ({trouble}); build it again"
        ) from trouble


def run(store: Store, sparql: str) -> Table | bool | list[str]:
    """Run any query: SELECT gives a table, ASK a boolean, CONSTRUCT sorted N-Triples lines."""
    answer = _query(store, sparql)
    if isinstance(answer, QuerySolutions):
        return _table(answer, ordered=_is_ordered(sparql))
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    return _lines(answer)


def select(store: Store, sparql: str) -> Table:
    """Run a SELECT over the union of all graphs."""
    answer = _query(store, sparql)
    if not isinstance(answer, QuerySolutions):
        raise QueryError("this query gives no rows: write SELECT, or use `zhengmai sparql`")
    return _table(answer, ordered=_is_ordered(sparql))


def ask(store: Store, sparql: str) -> bool:
    """Run an ASK."""
    answer = _query(store, sparql)
    if not isinstance(answer, QueryBoolean):
        raise QueryError("this query is no question: write ASK { … }")
    return bool(answer)


def construct(store: Store, sparql: str) -> list[str]:
    """Run a CONSTRUCT or DESCRIBE and give its triples as sorted N-Triples lines."""
    answer = _query(store, sparql)
    if not isinstance(answer, QueryTriples):
        raise QueryError("this query makes no triples: write CONSTRUCT or DESCRIBE")
    return _lines(answer)


def _query(store: Store, sparql: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    try:
        return store.query(sparql, use_default_graph_as_union=True)
    except SyntaxError as trouble:
        raise QueryError(f"the SPARQL does not parse: {trouble}") from trouble
    except (OSError, RuntimeError) as trouble:
        raise QueryError(f"the query could not be run: {trouble}") from trouble


def _table(answer: QuerySolutions, *, ordered: bool) -> Table:
    columns = tuple(variable.value for variable in answer.variables)
    try:
        rows = [tuple(_cell(term) for term in solution) for solution in answer]
    except (OSError, RuntimeError) as trouble:
        raise QueryError(f"the query broke off: {trouble}") from trouble
    return Table(columns=columns, rows=tuple(rows if ordered else sorted(rows, key=sort_key)))


def _cell(term: Any) -> Cell:
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        kind = term.datatype.value
        if kind in INTEGERS:
            return int(term.value)
        if kind in FRACTIONS:
            return float(term.value)
        if kind == XSD + "boolean":
            return term.value in ("true", "1")
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    return None if term is None else str(term)


def _lines(answer: QueryTriples) -> list[str]:
    return sorted({f"{triple} ." for triple in answer})


def _is_ordered(sparql: str) -> bool:
    """Tell whether the query says ORDER BY outside strings, IRIs and comments.

    >>> _is_ordered("SELECT * { ?s ?p ?o } order  by ?s")
    True
    >>> _is_ordered("SELECT * { ?s ?p 'order by' } # ORDER BY ?s")
    False
    """
    return ORDERED.search(HIDING.sub(" ", sparql)) is not None
