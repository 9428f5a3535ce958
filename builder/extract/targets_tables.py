"""Tables of indicators (主要指标表) -> targets, one a row.

A table is lines of cells parted by ``|`` under a head that names 指标 and a year or 目标.  The
value is that of the last year that is still to come; 约束性 and 预期性 tell how it binds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.extract.targets_figures import number
from builder.model.record import Comparator
from builder.model.span import Span

__all__ = ["Row", "tables"]

_LINE = re.compile(r"^[^|\n]*\|[^|\n]*\|[^\n]*$", re.MULTILINE)
_NAME = re.compile(r"指标|名称|项目")
_UNIT = re.compile(r"单位$|计量")
_AIM = re.compile(r"目标|(?P<year>20\d\d)年?")
_BINDING = re.compile(r"属性|类型|性质")
# 65, ≥1075, >90, 80%以上, [35]
_VALUE = re.compile(
    r"[\[［〔]?(?P<sign>[≥≧>＞≤≦<＜约])?\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<percent>[%％])?"
    r"(?P<after>左右|以上|以内|以下)?[\]］〕]?"
)
_IN_NAME = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")
_SIGNS: dict[str, Comparator] = {
    **dict.fromkeys("≥≧>＞", ">="),
    **dict.fromkeys("≤≦<＜", "<="),
    "约": "~",
    "左右": "~",
    "以上": ">=",
    "以内": "<=",
    "以下": "<=",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator of a table: its value, unit and year, and where the row stands."""

    span: Span
    indicator: str
    value: float
    unit: str
    comparator: Comparator
    year: str | None
    binding: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    name: int
    unit: int | None
    aim: int
    year: str | None
    binding: int | None


def tables(chars: str, signed: int | None) -> Iterator[Row]:
    """Give the rows of all tables of indicators in a text.

    >>> chars = "序号|指标|单位|2020年|2025年|属性\\n1|森林覆盖率|%|33|≥35.5|约束性"
    >>> [(row.indicator, row.comparator, row.value, row.year) for row in tables(chars, 2021)]
    [('森林覆盖率', '>=', 35.5, '2025')]
    """
    if "|" not in chars:
        return
    columns: _Columns | None = None
    end = -1
    for m in _LINE.finditer(chars):
        cells = [cell.strip() for cell in m[0].split("|")]
        if m.start() > end + 1:
            columns = None
        end = m.end()
        head = _head(cells, signed)
        if head:
            columns = head
        elif columns:
            row = _row(cells, columns, Span(*m.span()))
            if row:
                yield row


def _head(cells: Sequence[str], signed: int | None) -> _Columns | None:
    """Give the columns of a head line: 指标, 单位, 2025年目标, 属性."""
    name = next((i for i, cell in enumerate(cells) if _NAME.search(cell)), None)
    aims = [(i, m) for i, cell in enumerate(cells) if (m := _AIM.search(cell)) and i != name]
    due = [(i, m) for i, m in aims if not m["year"] or signed is None or int(m["year"]) >= signed]
    if name is None or not due:
        return None
    aim, m = due[-1]
    year = re.search(r"20\d\d", cells[aim])
    return _Columns(
        name=name,
        unit=next((i for i, cell in enumerate(cells) if _UNIT.search(cell)), None),
        aim=aim,
        year=year[0] if year else None,
        binding=next((i for i, cell in enumerate(cells) if _BINDING.search(cell)), None),
    )


def _row(cells: Sequence[str], columns: _Columns, span: Span) -> Row | None:
    """Give the target of one line, None where its cells do not fit the head."""
    if len(cells) <= max(columns.name, columns.aim):
        return None
    m = _VALUE.fullmatch(cells[columns.aim])
    name = cells[columns.name]
    value = number(m["number"]) if m else None
    if m is None or value is None or len(name) < 2:
        return None
    in_name = _IN_NAME.search(name)
    unit = cells[columns.unit] if columns.unit is not None and columns.unit < len(cells) else ""
    unit = m["percent"] or unit or (in_name["unit"] if in_name else "")
    mark = m["sign"] or m["after"]
    binding = columns.binding
    return Row(
        span=span,
        indicator=name[: in_name.start()] if in_name else name,
        value=value,
        unit=unit.replace("％", "%"),
        comparator=_SIGNS[mark] if mark else "=",
        year=columns.year,
        binding=cells[binding] if binding is not None and binding < len(cells) else None,
    )
