"""Rows of task-division tables (任务分工表) as labels, whatever way the table was flattened.

Copies give a row as one line with ``|`` between the cells, or each cell as its own line
after a head that begins with 序号; in both the printed number opens the row.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.model.span import Span
from builder.structure.groups import GROUP_LINE, find_groups
from builder.structure.labels import Label

__all__ = ["Table", "cells", "find_tables"]

MAX_CELLS = 12
MAX_SKIPPED_ROWS = 10
MAX_HEAD_CELL_CHARS = 20
# a line of cells: 县（市、区） | 下降目标 | 责任部门 |
BAR_LINE = re.compile(r"^[^|\n]*\|[^|\n]*\|[^\n]*$", re.MULTILINE)
# | --- | --- |, the line under a head
RULE = re.compile(r"[|\s:：\-—]+")
# a head cell of its own: 序号, 序号 |
HEAD_START = re.compile(r"^[ \t\u3000|]*序[ \t\u3000]*号[ \t\u3000|]*$", re.MULTILINE)
NUMBER_LINE = re.compile(r"^[ \t\u3000|]*(?P<number>\d{1,3})[.．、]?[ \t\u3000|]*$", re.MULTILINE)
# 序号 工 作 任 务 牵头负责部门, then 1 居民消费价格涨幅3%左右 发展改革委; the same without blanks
SPACED_HEAD = re.compile(
    r"^[ \t\u3000]*序[ \t\u3000]*号[ \t\u3000]*(?P<names>[^\n|。：]{4,80})$", re.MULTILINE
)
SPACED_ROW = re.compile(
    r"^[ \t\u3000]*(?P<number>\d{1,3})[.．、]?[ \t\u3000]*(?=[^\W\d_年月日][^\n|]{5,}$)",
    re.MULTILINE,
)
# 序号任务牵头单位责任单位完成时限1推进…
GLUED_HEAD = re.compile(r"序号(?P<names>[\u4e00-\u9fff（）/、]{4,40}?)(?=1[\u4e00-\u9fff“《])")
GLUED_NUMBER = re.compile(
    r"(?<![\d第.年月日-])(?P<number>\d{1,3})(?=[\u4e00-\u9fff“《](?<![年月日号项个家万亿元级次条类所座公户人吨亩台辆名场天处套份+%％]))"
)
MIN_GLUED_ROWS = 3
FIRST_NUMBER = re.compile(r"[ \t\u3000|]*(?P<number>\d{1,3})[ \t\u3000.．、]*(?=\|)")
# the column that names the task, and one that only sorts it: 序号 | 类别 | 工作任务 | 责任单位
NAMES_TASK = re.compile(r"任务|事项|实事|工作|内容|举措|措施|项目|问题|整治|行动")
SORTS_TASK = re.compile(r"类别|类型|领域|方面|分类|板块|牵头|责任|负责|单位|部门")
# columns that do not say what to do: who, by when, where, remarks
BESIDE_CONTENT = re.compile(rf"{SORTS_TASK.pattern}|领导|时限|时间|期限|进度|范围|备注|联系|阶段")
TASK_HEAD = re.compile(r"任务|举措|措施|工作|事项|实事|项目|内容|目标|要求|建议|整治|行动")
DUTY_HEAD = re.compile(r"责任|牵头|负责|分工|部门|单位")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its stretch of the text, its rows as labels, and whether rows are tasks."""

    span: Span
    rows: tuple[Label, ...]
    tasks: bool


def find_tables(chars: str, start: int, end: int) -> list[Table]:
    """Give the tables between two offsets, in order of the text."""
    found = [
        *_barred(chars, start, end),
        *_one_cell_a_line(chars, start, end),
        *_spaced(chars, start, end),
        *_on_one_line(chars, start, end),
    ]
    return sorted(found, key=lambda table: table.span)


def cells(row: str) -> list[str]:
    """Give the cells of a row with bars, or on lines.

    >>> cells("1 | 健全机制 | 市发展改革委 |")
    ['1', '健全机制', '市发展改革委']
    """
    return [cell.strip() for cell in re.split(r"[|\n]", row) if cell.strip()]


def _barred(chars: str, start: int, end: int) -> Iterator[Table]:
    """Tables with a line a row: at least a head and one row, without a line between them."""
    if chars.find("|", start, end) < 0:
        return
    block: list[Span] = []
    for m in BAR_LINE.finditer(chars, start, end):
        between = chars[block[-1].end : m.start()] if block else ""
        if between.strip() and not GROUP_LINE.fullmatch(between.strip()):
            yield from _of_block(chars, block)
            block = []
        block.append(Span(*m.span()))
    yield from _of_block(chars, block)


def _of_block(chars: str, block: list[Span]) -> Iterator[Table]:
    block = [line for line in block if not RULE.fullmatch(line.of(chars))]
    if len(block) < 2:
        return
    head = block[0].of(chars)
    names = cells(head)
    groups = find_groups(chars, block[0].end, block[-1].end, block[1:])
    starts = [group.span.start for group in groups]
    rows = list(groups)
    lines = [line for line in block[1:] if not any(line.start <= at < line.end for at in starts)]
    for order, line in enumerate(lines, start=1):
        m = FIRST_NUMBER.match(chars, *line)
        number = int(m["number"]) if m else order
        label = Span(*m.span("number")) if m else Span(line.start, line.start)
        said = cells(chars[label.end : line.end])
        rows.append(_row(label, number, _skipped(names, said), whole=_one_content(names, said)))
    yield Table(
        span=Span(block[0].start, block[-1].end),
        rows=tuple(sorted(rows, key=lambda row: row.span)),
        tasks=_divides_tasks(head),
    )


def _one_cell_a_line(chars: str, start: int, end: int) -> Iterator[Table]:
    """Tables with a line a cell: 序号 opens the head, the numbers 1, 2, … the rows."""
    if chars.find("序", start, end) < 0:
        return
    for head in HEAD_START.finditer(chars, start, end):
        rows = _numbered(list(NUMBER_LINE.finditer(chars, head.end(), end)))
        if len(rows) < 2:
            continue
        groups = find_groups(chars, head.end(), end, [row.span for row in rows])
        first = min(row.span.start for row in [*groups, *rows])
        names = cells(chars[head.end() : first])
        if len(names) > MAX_CELLS or any(len(name) > MAX_HEAD_CELL_CHARS for name in names):
            continue
        stop = _end_of_last_row(chars, rows, len(names), end)
        labels = sorted([*groups, *rows], key=lambda one: one.span)
        ends = [one.span.start for one in labels[1:]] + [stop]
        skips = [
            _skipped(names, cells(chars[a.span.end : b])) for a, b in zip(labels, ends, strict=True)
        ]
        labels = [
            one
            if one.kind == "group"
            else _row(one.span, one.numbers[0], skip, whole=_one_content(names))
            for one, skip in zip(labels, skips, strict=True)
        ]
        yield Table(
            span=Span(head.start(), max(stop, labels[-1].span.end)),
            rows=tuple(labels),
            tasks=_divides_tasks(" ".join(names)),
        )
        return


def _spaced(chars: str, start: int, end: int) -> Iterator[Table]:
    """Tables with a line a row and blanks between the cells: 序号 任务 责任单位."""
    if chars.find("序", start, end) < 0:
        return
    for head in SPACED_HEAD.finditer(chars, start, end):
        rows = _numbered(list(SPACED_ROW.finditer(chars, head.end(), end)))
        if len(rows) < 2 or not _divides_tasks("".join(head["names"].split())):
            continue
        newline = chars.find("\n", rows[-1].span.end, end)
        stop = newline if newline >= 0 else end
        whole = _one_content(head["names"].split())
        labels = tuple(replace(row, whole=whole) for row in rows)
        yield Table(span=Span(head.start(), stop), rows=labels, tasks=True)
        return


def _on_one_line(chars: str, start: int, end: int) -> Iterator[Table]:
    """Tables whose cells ran together: 序号任务牵头单位1推进…市商务局2压缩…市税务局.

    A row begins where the next number stands before a word that is no unit.
    """
    if chars.find("序号", start, end) < 0:
        return
    for head in GLUED_HEAD.finditer(chars, start, end):
        newline = chars.find("\n", head.end(), end)
        stop = newline if newline >= 0 else end
        if not _divides_tasks(head["names"]) or GLUED_NUMBER.match(chars, head.end()) is None:
            continue
        rows = _numbered(list(GLUED_NUMBER.finditer(chars, head.end(), stop)))
        if len(rows) >= MIN_GLUED_ROWS:
            yield Table(span=Span(head.start(), stop), rows=tuple(rows), tasks=True)


def _numbered(found: list[re.Match[str]]) -> list[Label]:
    """Give the numbers that run on from 1; some may be left out, cells may hold numbers too."""
    rows: list[Label] = []
    last = 0
    later = Counter(int(m["number"]) for m in found)
    for m in found:
        number = int(m["number"])
        later[number] -= 1
        skips = last < number <= last + MAX_SKIPPED_ROWS and last > 0 and not later[last + 1]
        if number == last + 1 or skips:
            last = number
            rows.append(_row(Span(*m.span("number")), number))
    return rows


def _row(span: Span, number: int, skip: int = 0, *, whole: bool = False) -> Label:
    return Label(span=span, kind="row", numbers=(number,), line_start=True, skip=skip, whole=whole)


def _one_content(head: list[str], row: Sequence[str] = ()) -> bool:
    """Say whether one cell alone says what to do, so that it names a row and is its text.

    The head has one column of content, or the row leaves the rest to the row above it.

    >>> _one_content(["序号", "民生实事", "责任单位", "完成时限"])
    True
    >>> _one_content(["序号", "改革举措", "主要内容", "指导部门"])
    False
    >>> _one_content(["工作任务", "具体要求", "责任单位"], ["畅通渠道", "市教育局"])
    True
    """
    beside = sum(1 for name in head if BESIDE_CONTENT.search(name))
    content = sum(1 for name in head if name != "序号") - beside
    return content == 1 or (content > 1 and len(row) - beside == 1)


def _skipped(head: list[str], row: list[str]) -> int:
    """Give how many cells of a row, behind its number, stand before the name of the task.

    A row that lacks cells has left out what stands above it: 类别 over several rows.

    >>> _skipped(["序号", "类别", "工作任务", "责任单位"], ["产业", "建园区", "工信局"])
    1
    >>> _skipped(["序号", "类别", "工作任务", "责任单位"], ["建园区", "工信局"])
    0
    >>> _skipped(["序号", "工作任务", "责任单位"], ["建园区", "工信局"])
    0
    """
    names = [name for name in head if name != "序号"]
    for place, name in enumerate(names):
        if NAMES_TASK.search(name) and not SORTS_TASK.search(name):
            return max(0, place - max(0, len(names) - len(row)))
    return 0


def _end_of_last_row(chars: str, rows: list[Label], width: int, end: int) -> int:
    """End of the last row: as many lines as the head has cells."""
    at = rows[-1].span.end
    for _ in range(width + 1):
        newline = chars.find("\n", at, end)
        if newline < 0:
            return end
        at = newline + 1
    return at - 1


def _divides_tasks(head: str) -> bool:
    """Say whether the head of a table names tasks and who does them.

    >>> _divides_tasks("序号 | 重点任务 | 责任单位"), _divides_tasks("序号 | 姓名 | 职务")
    (True, False)
    >>> _divides_tasks("序号 民生实事 责任单位 完成时限")
    True
    >>> _divides_tasks("专项整治行业名称 | 时间安排 | 责任单位")
    True
    """
    return TASK_HEAD.search(head) is not None and DUTY_HEAD.search(head) is not None
