"""Columns of a task-division table (任务分工表) that name who does each row.

Copies give a row as one line with ``|`` between its cells, or each cell as its own line
after a head that begins with 序号.  A column counts where its head is a label of lists
(牵头单位, 责任单位, 完成时限); 责任单位 beside a 配合单位 column is read as lead.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.extract.responsibility_grammar import (
    NO_BODIES,
    Part,
    PartRole,
    Reading,
    labels,
    read,
)
from builder.extract.responsibility_lists import ListSpan
from builder.extract.responsibility_names import names_of
from builder.model.span import Span

__all__ = ["Row", "table_rows"]

MAX_CELLS = 12
MAX_HEAD_CELL_CHARS = 20
# 序号 | 重点任务 | 责任单位 | 完成时限
BAR_LINE = re.compile(r"^[^|\n]*\|[^|\n]*\|[^\n]*$", re.MULTILINE)
CELL = re.compile(r"[^|\n]*")
# how a head begins
NUMBERED = re.compile(r"序[ \t　]*号")
# 序号 工 作 任 务 牵头负责部门, then 1 居民消费价格涨幅3%左右 发展改革委
SPACED_HEAD = re.compile(r"^[ \t　]*序[ \t　]*号[ \t　]+(?P<names>[^\n|。]{4,80})$", re.MULTILINE)
SPACED_LINE = re.compile(r"^[ \t　]*\d{1,3}[.．、]?[ \t　]+[^\n|]+$", re.MULTILINE)
WORD = re.compile(r"[^\s]+")
# a head cell of its own: 序号, then a line a cell up to the row 1
HEAD = re.compile(
    r"^[ \t　]*序[ \t　]*号[ \t　]*\n(?P<names>(?:[^\n]{1,20}\n){1,11}?)"
    r"(?=(?:[一二三四五六七八九十]+、[^\n]{1,40}\n)?1[ \t]*\n)",
    re.MULTILINE,
)
# a line that is no row: 二、科技成果转化激励方面（共4项）
LINE = re.compile(r"^(?![一二三四五六七八九十]+、[^\n]{1,40}$)[^\n]+", re.MULTILINE)
MAX_SKIPPED_ROWS = 10
MAX_ROW_LINES = 12
# 县水务局, 县住建局、县财政局: a line of names and nothing else
BODIES_LINE = re.compile(
    r"[ \t　]*(?:[\u4e00-\u9fff（）]{2,24}?[局委办厅会院行社处所部站心府队司联协校]"
    r"(?:[、，；\s]|[ \t　]*\Z)+)+"
)
# | --- | --- |, the line under a head
RULE = re.compile(r"[|\s:：\-—]+")
Column = tuple[str, PartRole]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row gives: the cells that name somebody, and how they read."""

    where: ListSpan
    cells: tuple[Span, ...]
    reading: Reading


def table_rows(chars: str) -> Iterator[Row]:
    """Give each row of each table that names who does it.

    >>> words = "序号 | 任务 | 责任单位 | 配合单位\\n1 | 健全机制 | 市发改委 | 市财政局、市人社局"
    >>> for row in table_rows(words):
    ...     print([(p.role, [name.surface for name in p.names]) for p in row.reading.parts])
    [('lead', ['市发改委']), ('support', ['市财政局', '市人社局'])]
    """
    if "|" in chars:
        yield from _barred(chars)
    if NUMBERED.search(chars):
        yield from _one_cell_a_line(chars)
        yield from _spaced(chars)


def _spaced(chars: str) -> Iterator[Row]:
    """Read lines with blanks between the cells, as many as the head has."""
    for head in SPACED_HEAD.finditer(chars):
        names = ["序号", *_head_cells(head["names"])]
        columns = _columns(names)
        last = 0
        for m in SPACED_LINE.finditer(chars, head.end()) if columns else ():
            cells = [Span(*c.span()) for c in WORD.finditer(chars, *m.span())]
            number = cells[0].of(chars).rstrip(".．、")
            if not _follows(number, last):
                continue
            last = int(number)
            if len(cells) == len(names):
                yield from _row(chars, cells, columns)


def _head_cells(names: str) -> list[str]:
    """Give the cells of a head, letters set apart joined again.

    >>> _head_cells("工 作 任 务 牵头负责部门")
    ['工作任务', '牵头负责部门']
    """
    cells: list[str] = []
    loose = False
    for word in names.split():
        if len(word) == 1 and loose:
            cells[-1] += word
        else:
            cells.append(word)
        loose = len(word) == 1
    return cells


def _barred(chars: str) -> Iterator[Row]:
    """Read lines with bars: the last line whose cells are labels is the head of the next."""
    columns: dict[int, Column] = {}
    width = named = reached = 0
    for m in BAR_LINE.finditer(chars):
        if chars[reached : m.start()].strip():
            columns = {}
        reached = m.end()
        cells = [Span(*c.span()) for c in _split(chars, Span(*m.span()))]
        head = _columns([cell.of(chars) for cell in cells])
        if head:
            columns, width, named = head, len(cells), _filled(chars, cells)
        elif columns and len(cells) == width and _filled(chars, cells) <= named:
            yield from _row(chars, cells, columns)
        elif columns and not RULE.fullmatch(chars, *m.span()):
            yield from _from_the_right(chars, cells, columns, named)


def _filled(chars: str, cells: Sequence[Span]) -> int:
    """Give how many cells there are up to the last that is not empty."""
    return max((n for n, cell in enumerate(cells, start=1) if cell.of(chars).strip()), default=0)


def _from_the_right(
    chars: str, cells: Sequence[Span], columns: Mapping[int, Column], named: int
) -> Iterator[Row]:
    """Read a row with more cells than the head names: who does it and by when stand last.

    Cells that several rows share stand in the first of them, before its number.
    """
    filled = [cell for cell in cells if cell.of(chars).strip()]
    shift = len(filled) - named
    if shift >= 0:
        yield from _row(chars, filled, {n + shift: column for n, column in columns.items()})


def _split(chars: str, line: Span) -> Iterator[re.Match[str]]:
    at = line.start
    while at <= line.end:
        m = CELL.match(chars, at, line.end)
        if m is None:
            return
        yield m
        at = m.end() + 1


def _one_cell_a_line(chars: str) -> Iterator[Row]:
    for head in HEAD.finditer(chars):
        names = ["序号", *head["names"].strip("\n").split("\n")]
        columns = _columns(names)
        if not columns:
            continue
        lines = [Span(*m.span()) for m in LINE.finditer(chars, head.end())]
        if _is_ragged(chars, lines, len(names)):
            yield from _ragged(chars, lines, names, columns)
            continue
        last = 0
        for start in range(0, len(lines), len(names)):
            cells = lines[start : start + len(names)]
            number = cells[0].of(chars).strip()
            if len(cells) < len(names) or not _follows(number, last):
                break
            last = int(number)
            yield from _row(chars, cells, columns)


def _is_ragged(chars: str, lines: Sequence[Span], width: int) -> bool:
    """Say whether the second row does not begin where the width of the head puts it."""
    second = lines[width].of(chars).strip() if len(lines) > width else "2"
    return not _follows(second, 1)


def _ragged(
    chars: str, lines: Sequence[Span], names: Sequence[str], columns: Mapping[int, Column]
) -> Iterator[Row]:
    """Read rows whose cells take several lines, by the numbers that open them.

    Only where one column names bodies: its names are the lines that end as names of bodies do
    (县水务局, 县住建局), which no cell that says what to do is.
    """
    bodies = [n for n, (_, role) in columns.items() if role not in NO_BODIES]
    if len(bodies) != 1:
        return
    word, role = columns[bodies[0]]
    limit = next((mark for mark, role in columns.values() if role == "deadline"), None)
    opens: list[int] = []
    for n, line in enumerate(lines):
        if _follows(line.of(chars).strip(), int(lines[opens[-1]].of(chars)) if opens else 0):
            opens.append(n)
    ends = [*opens[1:], min(len(lines), opens[-1] + MAX_ROW_LINES) if opens else 0]
    for start, end in zip(opens, ends, strict=True):
        found = [n for n in range(start + 2, end) if BODIES_LINE.fullmatch(lines[n].of(chars))]
        parts = [
            Part(role=role, printed=word, span=lines[n], names=names_of(chars, lines[n]))
            for n in found
        ]
        if limit and found and found[-1] + 1 < end:
            when = lines[found[-1] + 1]
            parts.append(Part(role="deadline", printed=limit, span=when, names=()))
        if found:
            where = ListSpan(span=lines[found[0]], inner=lines[found[0]], shape="cell")
            cells = tuple(part.span for part in parts)
            yield Row(where=where, cells=cells, reading=Reading(parts=tuple(parts), notes=()))


def _follows(number: str, last: int) -> bool:
    """Say whether a row is the next one; rows that were not published are left out."""
    return (
        number.isdecimal()
        and len(number) < 5
        and last < int(number) <= last + 1 + MAX_SKIPPED_ROWS * (last > 0)
    )


def _columns(heads: Sequence[str]) -> dict[int, tuple[str, PartRole]]:
    """Give the columns whose heads are labels, 责任单位 as lead beside 配合单位."""
    if not 1 < len(heads) <= MAX_CELLS or any(len(h) > MAX_HEAD_CELL_CHARS for h in heads):
        return {}
    words = {n: _word(head) for n, head in enumerate(heads)}
    known = {n: (word, labels()[word]) for n, word in words.items() if word in labels()}
    roles = {role for _, role in known.values()}
    if "support" in roles and "lead" not in roles:
        return {n: (w, "lead" if role == "responsible" else role) for n, (w, role) in known.items()}
    return known if roles & {"lead", "responsible", "support"} else {}


def _word(head: str) -> str:
    """Give the words of a head without blanks and brackets: 责 任 单 位（牵头）."""
    return re.sub(r"[（(][^（）()]*[）)]|\s", "", head)


def _row(chars: str, cells: Sequence[Span], columns: Mapping[int, Column]) -> Iterator[Row]:
    parts = tuple(
        part
        for n, column in columns.items()
        if cells[n].of(chars).strip()
        for part in _cell(chars, cells[n], *column)
    )
    if parts:
        used = tuple(cells[n] for n in columns if cells[n].of(chars).strip())
        where = ListSpan(span=used[0], inner=used[0], shape="cell")
        yield Row(where=where, cells=used, reading=Reading(parts=parts, notes=()))


def _cell(chars: str, cell: Span, word: str, role: PartRole) -> Iterator[Part]:
    """Give what a cell says: names in the role of its column, or in that of verbs behind them.

    市科技局牵头，市财政局配合 under 责任单位 says more than the column.
    """
    if role in NO_BODIES:
        yield Part(role=role, printed=word, span=cell, names=())
        return
    said = read(chars, cell).parts
    if not any(part.printed for part in said):
        yield Part(role=role, printed=word, span=cell, names=names_of(chars, cell))
        return
    for part in said:
        own = role if part.role == "responsible" else part.role
        yield replace(part, role=own, printed=part.printed or word)
