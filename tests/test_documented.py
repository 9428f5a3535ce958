"""The README tells of every command, option, export format and named query."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pyoxigraph
import pytest

from builder.cli import commands
from builder.lexicon.findings import codes
from builder.store import exports, network_files, queries

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands(
    command: click.Command, words: tuple[str, ...]
) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _commands(inner, (*words, name))
    else:
        yield " ".join(words), command


COMMANDS = dict(_commands(commands, ("zhengmai",)))


def _section(name: str) -> str:
    """Give the README's words on a command: from its heading to the next one."""
    _, found, rest = README.partition(f"### `{name}")
    assert found, f"README.md has no heading ### `{name} …`"
    return rest.partition("\n### ")[0].partition("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    """A command has a heading of its own, and each of its options is named below it."""
    section = _section(name)
    for param in COMMANDS[name].params:
        if isinstance(param, click.Option):
            assert f"`{param.opts[0]}" in section, f"{name} {param.opts[0]} is not in the README"


@pytest.mark.parametrize("name", queries.names())
def test_every_query_is_in_the_readme(name: str) -> None:
    """A named query stands in the README's table with what it answers."""
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("form", [*exports.FORMATS, *network_files.FORMATS])
def test_every_export_format_is_in_the_readme(form: str) -> None:
    """An export format is named."""
    assert f"`{form}`" in _section("zhengmai export")


def test_every_command_says_what_it_does() -> None:
    """--help of every command begins with a sentence."""
    assert all(command.help for command in COMMANDS.values())


@pytest.mark.parametrize("code", codes())
def test_every_finding_has_all_its_words(code: str) -> None:
    """A finding says in both languages what was met and what to do next."""
    assert all(codes()[code].get(key) for key in ("zh", "en", "next_zh", "next_en"))


def test_the_sparql_of_the_readme_runs() -> None:
    """What a newcomer copies from the README parses and binds the columns it names."""
    (text,) = re.findall(r"echo '(PREFIX.*?)' \| zhengmai sparql", README, re.DOTALL)
    answer = pyoxigraph.Store().query(text)
    assert [variable.value for variable in answer.variables] == ["force", "n"]
