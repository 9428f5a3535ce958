"""Where ontology/ and queries/ lie: inside a wheel, or beside the package in a checkout.

A wheel carries both below ``builder/_resources/``; an editable install, an unpacked
sdist and a checkout have them next to ``builder/``.
"""

from pathlib import Path

from builder.errors import ResourceError

__all__ = ["ontology_dir", "queries_dir"]


def ontology_dir() -> Path:
    """Give the folder that holds the ontology's Turtle files and schemas."""
    return _find("ontology")


def queries_dir() -> Path:
    """Give the folder that holds the named queries."""
    return _find("queries")


def _find(name: str) -> Path:
    package = Path(__file__).resolve().parent
    for candidate in (package / "_resources" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise ResourceError(
        f"cannot find {name}/ beside or inside {package}; reinstall zhengmai (pip install zhengmai)"
    )
