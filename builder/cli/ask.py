"""zhengmai query, queries, sparql, cypher: ask a graph."""

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TextIO

import click

from builder.cli.options import graph_option, table_option
from builder.cli.printing import note, plain, show_rows
from builder.errors import QueryError
from builder.store import graph as store
from builder.store import ladybug, oxigraph
from builder.store import queries as named
from builder.store.table import Table

__all__ = ["COMMANDS"]

# parameters of queries that take the key of a document
DOCUMENTS = frozenset({"document", "lower", "upper"})


@click.command()
@click.argument("name")
@click.option("-p", "params", multiple=True, metavar="KEY=VALUE", help="A parameter; repeatable.")
@graph_option
@table_option
@click.option("--cypher", is_flag=True, help="Run the Cypher twin instead of the SPARQL.")
@click.option(
    "--words",
    type=click.Choice(["zh", "en"]),
    help="Column heads and codes in words of this language, for people.",
)
def query(
    name: str,
    params: tuple[str, ...],
    graph: Path,
    form: str,
    cypher: bool,
    words: Literal["zh", "en"] | None,
) -> None:
    """Run the named query NAME; `zhengmai queries` lists them."""
    given = dict(map(_pair, params))
    with store.reading(graph) as opened:
        if cypher:
            run = partial(ladybug.run, ladybug.open_graph(opened.property_graph))
            table = named.run_cypher(run, name, given)
        else:
            table = named.run(oxigraph.open_store(opened.store), name, given)
        keys = opened.keys
    _show(named.in_words(name, table, words) if words else table, form)
    if not table.rows:
        _say_empty(given, keys)


@click.command()
@table_option
def queries(form: str) -> None:
    """List the named queries, what they answer, and their parameters."""
    rows = []
    for query in map(named.load, named.names()):
        params = " ".join(f"-p {param.name}={param.example}" for param in query.params)
        rows.append((query.name, query.summary_zh, query.summary_en, params))
    show_rows(("name", "zh", "en", "example"), rows, form)


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@graph_option
@table_option
def sparql(file: TextIO, graph: Path, form: str) -> None:
    """Run the SPARQL query in FILE (- for stdin) over the union of all named graphs."""
    with store.reading(graph) as opened:
        answer = oxigraph.run(oxigraph.open_store(opened.store), file.read())
    if isinstance(answer, bool):
        click.echo("true" if answer else "false")
    elif isinstance(answer, Table):
        _show(answer, form)
    else:
        click.echo("\n".join(answer))


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@graph_option
@table_option
def cypher(file: TextIO, graph: Path, form: str) -> None:
    """Run the Cypher query in FILE (- for stdin) over the property graph."""
    with store.reading(graph) as opened:
        table = ladybug.run(ladybug.open_graph(opened.property_graph), file.read())
    _show(table, form)


def _say_empty(given: Mapping[str, str], keys: Collection[str]) -> None:
    """Say that nothing was found, and which document the graph does not have."""
    note("no rows")
    for name in DOCUMENTS & given.keys():
        if given[name] not in keys:
            note(f"  no document has the key {plain(given[name])}; see: zhengmai query documents")


def _show(table: Table, form: str) -> None:
    show_rows(table.columns, table.rows, form)


def _pair(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals or not name:
        raise QueryError(f"-p {param} is no parameter; write -p name=value")
    return name, value


COMMANDS = (query, queries, sparql, cypher)
