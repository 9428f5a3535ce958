"""Open a data file: rows of a CSV table, or a TOML document."""

import csv
import hashlib
import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["data_digest", "rows", "toml"]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Give the rows of ``builder/data/<name>.csv`` as dictionaries by column.

    >>> rows("places")[0]["name"]
    '中华人民共和国'
    """
    lines = _read(f"{name}.csv").decode("utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def toml(name: str) -> dict[str, Any]:
    """Give the document in ``builder/data/<name>.toml``."""
    return tomllib.loads(_read(f"{name}.toml").decode("utf-8"))


@cache
def data_digest() -> str:
    """Give one sha256 over all data files: part of the version of rules and data."""
    digest = hashlib.sha256()
    folder = resources.files("builder") / "data"
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_file():
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()


def _read(name: str) -> bytes:
    return (resources.files("builder") / "data" / name).read_bytes()
