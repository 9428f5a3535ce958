"""The command line: the only place that knows click and prints.

One module a group of commands.  Results go to stdout, everything else to stderr.
Exit 0: fine; 1: findings at or above ``--fail-on``; 2: could not run; 130: stopped by Ctrl-C.
"""

import sys
from typing import Any

import click

from builder import __version__
from builder.cli import ask, build, give, look, review, stages
from builder.errors import ZhengmaiError

__all__ = ["commands", "main"]


STOPPED = 130


class _Commands(click.Group):
    """The commands; Ctrl-C has an exit code of its own, since 1 speaks of findings."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("zhengmai: stopped; the last good graph is as it was", err=True)
            raise SystemExit(STOPPED) from None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="zhengmai")
def commands() -> None:
    """Chinese policy documents in, a validated knowledge graph out (政脉)."""


for module in (build, stages, look, ask, review, give):
    for command in module.COMMANDS:
        commands.add_command(command)


def main() -> None:
    """Run the command line; what could not be done is one line on stderr and exit 2."""
    try:
        commands()
    except ZhengmaiError as error:
        click.echo(f"zhengmai: {error}", err=True)
        sys.exit(2)
