"""zhengmai explain, witnesses, findings, check, compare: look into a graph and behind it."""

import dataclasses
from collections import Counter
from pathlib import Path

import click

from builder.cli.build import SEVERITIES, fails
from builder.cli.options import graph_option, table_option
from builder.cli.printing import note, plain, show_json, show_rows
from builder.lexicon.findings import words
from builder.report import compare as comparing
from builder.report import explain as explaining
from builder.report.copies import differences
from builder.store import graph as store

__all__ = ["COMMANDS"]

MAX_QUOTE_CHARS = 300


@click.command()
@click.argument("key")
@graph_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def explain(key: str, graph: Path, form: str) -> None:
    """Show the words, rules and raw characters behind KEY (a task, measure, target, link …)."""
    with store.reading(graph) as opened:
        found = explaining.explain(opened, key)
    if form == "json":
        show_json(dataclasses.asdict(found))
        return
    click.echo(f"{found.kind} {plain(found.key)}")
    for name, value in found.facts:
        click.echo(f"  {plain(name)}: {plain(value) or 'none'}")
    for quote in found.quotes:
        click.echo(f"\n{plain(quote.what)}  [{quote.rule}]")
        click.echo(f"  {quote.document} {_range(quote.span)}: {_words(quote)}")
        click.echo(f"  {quote.source} {_range(quote.raw_span)}: {_cut(quote.raw_words)}")


@click.command()
@click.argument("key")
@graph_option
@table_option
@click.option("--variants", is_flag=True, help="List where copies differ and what was taken.")
def witnesses(key: str, graph: Path, form: str, variants: bool) -> None:
    """List the copies of document KEY, their repairs, and where they differ."""
    with store.reading(graph) as opened:
        record = opened.record(key)
    if variants:
        apart = ("source", "raw_start", "raw_end", "in_this_copy", "taken", "how", "why")
        show_rows(apart, differences(record), form)
        return
    columns = ("source", "kind", "encoding", "sha256", "repairs", "guesses")
    rows = [
        (
            witness.source,
            witness.kind,
            witness.encoding,
            witness.sha256,
            len(witness.edits),
            sum(edit.certainty == "guess" for edit in witness.edits),
        )
        for witness in record.witnesses
    ]
    show_rows(columns, rows, form)


@click.command()
@graph_option
@table_option
@click.option("--severity", type=click.Choice([*SEVERITIES]), help="Only these.")
def findings(graph: Path, form: str, severity: str | None) -> None:
    """List every finding of the build with its next step (处理提示)."""
    with store.reading(graph) as opened:
        met = opened.findings()
    rows = []
    for finding in met:
        if severity is None or finding.severity == severity:
            said = words(finding)
            where = finding.document + (f"/{finding.provision}" if finding.provision else "")
            row = (finding.severity, finding.code, finding.source, where)
            rows.append((*row, said.zh, said.en, said.next_zh, said.next_en))
    columns = ("severity", "code", "source", "at", "zh", "en", "next_zh", "next_en")
    show_rows(columns, rows, form)


@click.command()
@graph_option
@table_option
@click.option("--report", is_flag=True, help="Print the standard SHACL report (Turtle) instead.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="violation",
    show_default=True,
    help="Exit 1 where something is at least this bad.",
)
def check(graph: Path, form: str, report: bool, fail_on: str) -> None:
    """Validate the whole graph against its SHACL shapes and say in plain words what is wrong."""
    from builder.rdf import check as gate

    with store.reading(graph) as opened:
        found = gate.graph(opened.store)
        quads = opened.manifest["counts"]["quads"]
    if report:
        click.echo(gate.turtle(found), nl=False)
    elif found:
        rows = [
            (
                v.severity,
                v.document,
                v.focus.strip("<>"),
                v.shape,
                v.value,
                v.message_zh,
                v.message_en,
            )
            for v in found
        ]
        show_rows(("severity", "document", "focus", "shape", "value", "zh", "en"), rows, form)
    severe = Counter(violation.severity.lower() for violation in found)
    said = ", ".join(f"{severe[severity]} {severity}" for severity in SEVERITIES)
    note(f"{quads} quads checked: {said}")
    raise SystemExit(fails(tuple(map(gate.finding, found)), fail_on))


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@table_option
@click.option("--rows", is_flag=True, help="List each fact that was gained (+) or lost (-).")
def compare(old: Path, new: Path, form: str, rows: bool) -> None:
    """Show what graph NEW gained and lost against graph OLD."""
    with store.reading(old) as before, store.reading(new) as after:
        found = comparing.compare(before, after)
    if rows:
        changes = [
            (difference.facet, mark, *_fact(row))
            for difference in found
            for mark, facts in (("-", difference.lost), ("+", difference.gained))
            for row in facts
        ]
        show_rows(("facet", "change", "document", "fact"), changes, form)
        return
    counts = [(d.facet, d.old, d.new, len(d.gained), len(d.lost)) for d in found]
    show_rows(("facet", "old", "new", "gained", "lost"), counts, form)


def _fact(row: tuple[str, ...]) -> tuple[str, str]:
    return row[0], " | ".join(row[1:])


def _range(span: tuple[int, int]) -> str:
    return f"{span[0]}-{span[1]}"


def _words(quote: explaining.Quote) -> str:
    """Give the words, those that matter between ⟦ and ⟧."""
    if not quote.marks:
        return _cut(quote.words)
    out, at = "", 0
    for mark in quote.marks:
        if mark.start >= at:
            out += f"{quote.words[at : mark.start]}⟦{mark.of(quote.words)}⟧"
            at = mark.end
    return plain(out + quote.words[at:])


def _cut(chars: str) -> str:
    line = plain(chars)
    return line if len(line) <= MAX_QUOTE_CHARS else line[:MAX_QUOTE_CHARS] + "…"


COMMANDS = (explain, witnesses, findings, check, compare)
