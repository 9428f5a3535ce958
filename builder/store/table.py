"""What every query gives, whichever engine ran it: named columns and rows of plain values."""

from dataclasses import dataclass

__all__ = ["Cell", "Table", "sort_key"]

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and rows; a cell is text, a number, a boolean or None where there is nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sort_key(row: tuple[Cell, ...]) -> tuple[tuple[int, str | float], ...]:
    """Order rows of mixed cells: nothing first, then numbers, then text.

    >>> sorted([("乙",), (2,), (None,), ("甲",)], key=sort_key)
    [(None,), (2,), ('乙',), ('甲',)]
    """
    return tuple(_rank(cell) for cell in row)


def _rank(cell: Cell) -> tuple[int, str | float]:
    if cell is None:
        return (0, 0)
    if isinstance(cell, str):
        return (2, cell)
    return (1, cell)
