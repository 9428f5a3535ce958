"""zhengmai export, load: hand a graph on to other programs."""

from pathlib import Path

import click

from builder.cli.options import graph_option
from builder.cli.printing import note
from builder.store import exports
from builder.store import graph as store

__all__ = ["COMMANDS"]


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(exports.FORMATS)))
@click.argument("target", metavar="OUTDIR", type=click.Path(path_type=Path))
@graph_option
def export(form: str, target: Path, graph: Path) -> None:
    """Write the graph as FORMAT (json, turtle, trig, nquads, jsonld, csv) below OUTDIR."""
    with store.reading(graph) as opened:
        files = exports.export(opened, form, target)
    for path in files[:5]:
        click.echo(path)
    if len(files) > 5:
        note(f"… and {len(files) - 5} more in {target}")


COMMANDS = (export,)
