"""The damaged and the restored text side by side, line by line, with the receipts.

Plain data for whoever prints it: a row is a line of the restored text, the raw characters
that it came from, and the edits that made it.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from builder.model.span import Span
from builder.model.text import Edit, Text

__all__ = ["Row", "side_by_side"]


class Row(NamedTuple):
    """One line: its number (from 1), the raw characters, the restored ones, the edits."""

    line: int
    damaged: str
    restored: str
    edits: tuple[Edit, ...]


def side_by_side(text: Text, *, only_changed: bool = True) -> tuple[Row, ...]:
    """Give a row for each line of the restored text, or only for those that were repaired.

    What was taken out between two lines stands with the line before it.
    """
    edits = sorted(text.edits, key=lambda edit: edit.at)
    starts = [edit.at.start for edit in edits]
    rows: list[Row] = []
    lines = text.chars.split("\n")
    raw_starts = [_raw_start(text, at) for at in _line_starts(lines)] + [len(text.witness.chars)]
    for number, line in enumerate(lines):
        start = 0 if number == 0 else raw_starts[number]
        raw = Span(start, max(start, raw_starts[number + 1]))
        last = number == len(lines) - 1
        first = bisect_left(starts, raw.start)
        stop = bisect_right(starts, raw.end) if last else bisect_left(starts, raw.end)
        made = tuple(edits[first:stop])
        if made or not only_changed:
            rows.append(Row(number + 1, raw.of(text.witness.chars), line, made))
    return tuple(rows)


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _raw_start(text: Text, at: int) -> int:
    if at < len(text.origin.starts):
        return text.origin.starts[at]
    return len(text.witness.chars)
