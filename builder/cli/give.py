"""zhengmai export, load, report: hand a graph on to other programs and to readers."""

import os
from functools import partial
from pathlib import Path

import click

from builder.cli.options import graph_option
from builder.cli.printing import ProgressShown, note, progress_shown, show_rows
from builder.errors import Neo4jError
from builder.store import exports, network_files, networks, oxigraph, propertygraph
from builder.store import graph as store

__all__ = ["COMMANDS"]

PASSWORD = "NEO4J_PASSWORD"
SUFFIXES = {"cytoscape": "json", "page": "html"}
FEW_FILES = 5


@click.command()
@click.argument(
    "form", metavar="FORMAT", type=click.Choice(sorted({*exports.FORMATS, *network_files.FORMATS}))
)
@click.argument("target", metavar="OUTDIR", type=click.Path(path_type=Path))
@graph_option
@click.option(
    "--what",
    type=click.Choice(sorted(networks.KINDS)),
    default="lineage",
    show_default=True,
    help="Which network (cytoscape, gexf, graphml, page).",
)
@click.option("--around", metavar="KEY", help="Only what is near this key, name or number.")
@click.option("--depth", type=click.IntRange(1, 10), default=2, show_default=True, help="How near.")
def export(form: str, target: Path, graph: Path, what: str, around: str | None, depth: int) -> None:
    """Write the graph as FORMAT (a file or files that other programs read) below OUTDIR."""
    with store.reading(graph) as opened:
        if form in exports.FORMATS:
            _say(exports.export(opened, form, target), target)
            return
        parts = propertygraph.parts(oxigraph.open_store(opened.store))
        picture = networks.network(parts, what, around=around, depth=depth)
    path = target / f"{what}.{SUFFIXES.get(form, form)}"
    network_files.write(picture, form, path)
    click.echo(path)
    if picture.left_out:
        note(f"{picture.left_out} less tied nodes left out; name one with --around to see its own")


@click.group()
def load() -> None:
    """Load the graph into a server."""


@load.command()
@graph_option
@click.option("--uri", required=True, help="bolt://host:7687, or neo4j://host:7687 for a cluster.")
@click.option("--user", default="neo4j", show_default=True, help="Empty where none is needed.")
@click.option("--database", help="Left out: the server's default one.")
def neo4j(graph: Path, uri: str, user: str, database: str | None) -> None:
    """Load the property graph into Neo4j; a second load sends only what changed.

    The password comes from NEO4J_PASSWORD or a prompt, never from the command line.
    """
    from builder.store import neo4j as server

    password = _password() if user else ""
    with store.reading(graph) as opened, progress_shown() as progress:
        parts = propertygraph.parts(oxigraph.open_store(opened.store))
        sent = partial(_sent, progress)
        done = server.load(uri, user, password, database, parts, sent)
    note(
        f"{len(done.changed)} parts sent, {done.unchanged} unchanged, {len(done.removed)} removed, "
        f"{done.released} nodes released"
    )
    rows = [
        (count.kind, count.name, count.property, count.expected, count.found)
        for count in done.counts
        if not count.property or count.expected != count.found
    ]
    show_rows(("kind", "name", "property", "expected", "found"), rows, "table")
    if not done.proved:
        raise Neo4jError(f"the counts of {uri} differ from the graph: load again")


@click.command()
@click.argument("target", metavar="OUTDIR", type=click.Path(path_type=Path))
@graph_option
@click.option("--link", "links", multiple=True, help="Also an evidence sheet of this link.")
@click.option(
    "--gap",
    "gaps",
    nargs=3,
    multiple=True,
    metavar="LOWER UPPER PROVISION",
    help="Also an evidence sheet of this gap.",
)
def report(
    target: Path, graph: Path, links: tuple[str, ...], gaps: tuple[tuple[str, str, str], ...]
) -> None:
    """Write the audit report (HTML) and its working papers (XLSX) below OUTDIR."""
    from builder.report import corpus, evidence, html, ledger

    with store.reading(graph) as opened:
        loaded = corpus.load(opened.folder)
    pages = {"report.html": html.render(loaded)}
    for link in links:
        pages[f"evidence-{link}.html"] = evidence.link_sheet(loaded, link)
    for gap in gaps:
        pages[f"gap-{'-'.join(gap)}.html"] = evidence.gap_sheet(loaded, *gap)
    target.mkdir(parents=True, exist_ok=True)
    files = [target / name.replace("/", "-") for name in pages]
    for path, page in zip(files, pages.values(), strict=True):
        path.write_text(page, encoding="utf-8")
    sheets = {"任务分解台账.xlsx": ledger.write_ledger, "待调取文件清单.xlsx": ledger.write_obtain}
    for name, write in sheets.items():
        write(loaded, target / name)
        files.append(target / name)
    _say(tuple(files), target)


def _sent(progress: ProgressShown, step: str, rows: int) -> None:
    progress(step, rows, rows)


def _password() -> str:
    given = os.environ.get(PASSWORD)
    return given if given is not None else click.prompt("Neo4j password", hide_input=True, err=True)


def _say(files: tuple[Path, ...], target: Path) -> None:
    for path in files[:FEW_FILES]:
        click.echo(path)
    if len(files) > FEW_FILES:
        note(f"… and {len(files) - FEW_FILES} more in {target}")


COMMANDS = (export, load, report)
