"""One small graph that all command tests read, and a way to run a command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder import pipeline
from builder.cli import commands
from builder.errors import ZhengmaiError

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a graph of two seeds: a national document and a provincial digest."""
    out = tmp_path_factory.mktemp("cli") / "graph"
    pipeline.build([SEEDS / "guofa-2024-17.txt", SEEDS / "gansu-2024.txt"], out, jobs=1)
    return out


@pytest.fixture(scope="session")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a graph of a prefectural document: with findings, and agencies that share tasks."""
    out = tmp_path_factory.mktemp("noted") / "graph"
    pipeline.build([SEEDS / "luan-2023-55.txt"], out, jobs=1)
    return out


@pytest.fixture
def run() -> Callable[..., Result]:
    """Give a runner of command lines: ``run("query", "documents", "--graph", graph)``."""

    def command(*words: object, text: str | None = None) -> Result:
        return CliRunner().invoke(commands, [str(word) for word in words], input=text)

    return command


@pytest.fixture
def fails(run: Callable[..., Result]) -> Callable[..., str]:
    """Give a runner of command lines that cannot run; it gives what they say."""

    def command(*words: object, text: str | None = None) -> str:
        done = run(*words, text=text)
        if isinstance(done.exception, ZhengmaiError):
            return str(done.exception)
        assert done.exit_code == 2, done.output
        return done.stderr

    return command
