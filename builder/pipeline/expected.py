"""The user's list of documents that ought to exist, as a CSV file."""

import csv
from pathlib import Path
from typing import get_args

from builder.errors import SourceError
from builder.model.lineage import ExpectedDocument
from builder.model.outline import Level

__all__ = ["COLUMNS", "read_expected"]

COLUMNS = ("upper", "title", "doc_number", "level", "jurisdiction", "issuer", "reason")


def read_expected(path: Path) -> tuple[ExpectedDocument, ...]:
    """Read rows of ``upper,title,doc_number,level,jurisdiction,issuer,reason``.

    Only ``upper`` (key or number of the document that is to be carried on) must be given.
    Raises :class:`SourceError` with the row where the file cannot be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            f"cannot read {path} as a UTF-8 CSV file ({error}); correct --expected"
        ) from error
    return tuple(_expected(path, number, row) for number, row in enumerate(rows, start=2))


def _expected(path: Path, number: int, row: dict[str, str]) -> ExpectedDocument:
    cells = {name: (row.get(name) or "").strip() or None for name in COLUMNS}
    levels = get_args(Level)
    if not cells["upper"]:
        raise SourceError(f"{path}, line {number}: the column upper is empty; give a key or number")
    if cells["level"] and cells["level"] not in levels:
        raise SourceError(f"{path}, line {number}: level is one of {', '.join(levels)}")
    return ExpectedDocument(**{name: value for name, value in cells.items() if value})  # type: ignore[arg-type]
