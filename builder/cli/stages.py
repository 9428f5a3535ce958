"""zhengmai read, outline, extract: one stage of one document, without a graph.

The stages are imported where they are used, so that other commands start at once.
"""

from pathlib import Path

import click
from rich.cells import cell_len

from builder.cli.options import table_option
from builder.cli.printing import plain, say_findings, show_json, show_rows
from builder.model.text import Edit, Text

__all__ = ["COMMANDS"]

CONTEXT_CHARS = 8
file_argument = click.argument("file", type=click.Path(path_type=Path))


@click.command()
@file_argument
@click.option(
    "--show",
    type=click.Choice(["text", "repairs"]),
    default="text",
    show_default=True,
    help="The restored text, or each repair with its receipt.",
)
def read(file: Path, show: str) -> None:
    """Print the restored text of FILE, or what was repaired in it."""
    from builder.pipeline.single import read_file

    text = read_file(file)
    say_findings((*text.witness.findings, *text.findings))
    if show == "text":
        click.echo(text.chars)
        return
    for edit in text.edits:
        _show_repair(text, edit)


@click.command()
@file_argument
@table_option
def outline(file: Path, form: str) -> None:
    """Print the numbered tree of the document in FILE."""
    from builder.pipeline.single import outline_file

    work, tree = outline_file(file)
    say_findings((*work.findings, *tree.findings))
    columns = ("id", "kind", "role", "heading", "start", "end")
    rows = [
        (
            p.id,
            p.kind,
            p.role,
            ("  " * p.id.count(".") if form == "table" else "") + p.heading,
            *p.span,
        )
        for p in tree.provisions
    ]
    show_rows(columns, rows, form)


@click.command()
@file_argument
def extract(file: Path) -> None:
    """Print the public JSON of the document in FILE (its citations unresolved)."""
    from builder.assemble import public
    from builder.pipeline.single import record_file

    record = record_file(file)
    say_findings(record.findings)
    show_json(public(record))


def _show_repair(text: Text, edit: Edit) -> None:
    """Print one repair: damaged and restored in colour, within the words around it."""
    raw = text.witness.chars
    before = plain(raw[max(0, edit.at.start - CONTEXT_CHARS) : edit.at.start])
    after = plain(raw[edit.at.end : edit.at.end + CONTEXT_CHARS])
    damaged = click.style(plain(edit.damaged), fg="red", strikethrough=True)
    restored = click.style(plain(edit.restored), fg="green")
    place = f"{edit.at.start}-{edit.at.end}"
    click.echo(f"{place:>13}  {before}{damaged}{after}")
    click.echo(f"{'':>13}  {' ' * cell_len(before)}{restored}")
    rivals = " or ".join(plain(rival) or "nothing" for rival in edit.rivals)
    also = f"; also possible: {rivals}" if rivals else ""
    click.echo(f"{'':>13}  {edit.certainty}, {edit.fix}: {plain(edit.reason)}{also}")


COMMANDS = (read, outline, extract)
