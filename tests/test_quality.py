"""The project keeps its own rules: lint, format, types, and who may import whom."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = "from importlinter.cli import lint_imports_command as run; run()"


def test_ruff_finds_nothing() -> None:
    """The code follows the lint rules of pyproject.toml."""
    _passes("-m", "ruff", "check", ".")


def test_ruff_would_format_nothing() -> None:
    """The code is formatted."""
    _passes("-m", "ruff", "format", "--check", ".")


def test_types_hold() -> None:
    """mypy --strict finds nothing in builder/."""
    _passes("-m", "mypy")


def test_data_flows_one_way() -> None:
    """The import contracts of pyproject.toml hold."""
    _passes("-c", CONTRACTS)


def _passes(*options: str) -> None:
    done = subprocess.run(
        [sys.executable, *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
