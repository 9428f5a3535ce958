"""Rows on stdout, words and progress on stderr; nothing from a document is run or rendered."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.store.tables import safe_cell

__all__ = [
    "ProgressShown",
    "note",
    "plain",
    "progress_shown",
    "say_findings",
    "show_json",
    "show_rows",
]

MAX_CELL_WIDTH = 60
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def show_rows(columns: Sequence[str], rows: Sequence[Sequence[object]], form: str) -> None:
    """Print rows as an aligned table, as CSV, or as a JSON list of objects."""
    if form == "json":
        show_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form == "csv":
        sheet = io.StringIO()
        out = csv.writer(sheet, lineterminator="\n")
        out.writerow(columns)
        out.writerows([safe_cell(cell) for cell in row] for row in rows)
        click.echo(sheet.getvalue(), nl=False)
    else:
        _table(columns, rows)


def show_json(value: object) -> None:
    """Print JSON, Chinese as Chinese."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def plain(value: object) -> str:
    """Give one line without control characters: a document cannot steer the terminal.

    >>> plain("六安\\x1b[31m市\\n方案")
    '六安 [31m市 方案'
    """
    return _CONTROLS.sub(" ", "" if value is None else str(value))


def note(message: str) -> None:
    """Say something on stderr."""
    click.echo(message, err=True)


def say_findings(findings: Sequence[Finding]) -> None:
    """Say findings on stderr, each with its next step."""
    for finding in findings:
        said = words(finding)
        note(f"  {finding.severity}: {plain(said.en)}")
        note(f"    {plain(said.zh)}")
        note(f"    -> {plain(said.next_en)} / {plain(said.next_zh)}")


@contextmanager
def progress_shown() -> Iterator["ProgressShown"]:
    """Give a progress callback: bars on a terminal, silence where stderr is a file."""
    console = Console(file=sys.stderr)
    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bars:
        yield ProgressShown(bars)


class ProgressShown:
    """One bar a step."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        """Move the bar of a step, or begin it."""
        if step not in self._tasks:
            self._tasks[step] = self._bars.add_task(step, total=total)
        self._bars.update(self._tasks[step], completed=done, total=total)


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    cells = [[_cut(plain(cell)) for cell in row] for row in rows]
    widths = [
        max([cell_len(name), *(cell_len(row[at]) for row in cells)])
        for at, name in enumerate(columns)
    ]
    for row in [list(columns), ["─" * width for width in widths], *cells]:
        click.echo(
            "  ".join(
                _padded(cell, width) for cell, width in zip(row, widths, strict=True)
            ).rstrip()
        )


def _cut(chars: str) -> str:
    if cell_len(chars) <= MAX_CELL_WIDTH:
        return chars
    kept = chars[:MAX_CELL_WIDTH]
    while cell_len(kept) >= MAX_CELL_WIDTH:
        kept = kept[:-1]
    return kept + "…"


def _padded(chars: str, width: int) -> str:
    """Pad to a width in terminal columns, of which a Chinese character takes two."""
    return chars + " " * (width - cell_len(chars))
