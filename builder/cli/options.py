"""Options that several commands share."""

from pathlib import Path

import click

__all__ = ["graph_option", "table_option"]

graph_option = click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("graph"),
    show_default=True,
    help="The graph folder to read.",
)
table_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to print rows.",
)
