"""The command line: the only place that knows click and prints.

One module a group of commands.  Results go to stdout, everything else to stderr.
Exit 0: fine; 1: findings at or above ``--fail-on``; 2: could not run.
"""

import sys

import click

from builder import __version__
from builder.cli import ask, build, give, look, review, stages
from builder.errors import ZhengmaiError

__all__ = ["commands", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
