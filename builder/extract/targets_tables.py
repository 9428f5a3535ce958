"""Tables of indicators (主要指标表) -> targets, one a row.

A head names 指标 and one or more years; under it stand rows of name, unit and values.  Cells
are parted by ``|`` or tabs, stand on lines of their own, or touch where a page lost its table
(``1粮食综合生产能力万吨1075≥1075约束性``).  The value is that of the last year that is still
to come; 约束性 and 预期性 tell how it binds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.extract.targets_cells import UNIT, VALUE, VALUES, value_of, values_of
from builder.model.record import Comparator
from builder.model.span import Span, overlapping

__all__ = ["Row", "tables"]

MAX_GAP_CHARS = 60
_LINE = re.compile(r"^[^|\t\n]*[|\t][^|\t\n]*[|\t][^\n]*$", re.MULTILINE)
_BAR = re.compile(r"[|\t]")
_NAME = re.compile(r"指标|名称|项目")
_UNIT = re.compile(r"单位$|计量")
_AIM = re.compile(r"目标|(?P<year>20\d\d)年?")
_BINDING = re.compile(r"属性|类型|性质")
_IN_NAME = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")
# 指标名称 单位 2020年 2025年 年均增长（%） 属性, with anything between that parts cells
_GAP = r"[\s|]*"
_PERIOD = (
    rf"(?:20\d\d年?(?:{_GAP}(?:基期值?|基数|现状值?|实际值?|完成值?|目标值?|规划值?|指标值?))?"
    rf"|(?:“十[一二三四五六七]五”)?{_GAP}(?:(?:年均|累计)?(?:增减|增速|增长)|年均|累计)[^\d\n|]{{0,12}}?(?:{_GAP}[〔\[（(]累计[〕\]）)])?){_GAP}"
)
_HEAD = re.compile(
    rf"指\s?标(?:\s?名\s?称|\s?内\s?容)?{_GAP}(?:[（(]?(?:计量)?单\s?位[）)]?)?{_GAP}"
    rf"(?P<periods>(?:{_PERIOD}){{1,6}})(?P<binding>(?:指标)?(?:属\s?性|性质|类型))?"
)
_YEAR = re.compile(r"20\d\d")
# 一、农业高质高效1粮食综合生产能力: a class of rows, with the number of its first
_CLASS = re.compile(r"^[一二三四五六七八九十]{1,3}、\D{2,20}?\d{1,2}(?=\D)")
_ANY_PERIOD = re.compile(_PERIOD)
_BINDS = r"约束性?|预期性?|指导性?|参考性?"
_BINDING_ROW = re.compile(
    rf"(?:(?<![\d.])\d{{1,2}}[.．、]?{_GAP})?(?P<name>[^\s|、，。\d≥＞>≤＜<][^\s|。]{{1,40}}?){_GAP}(?P<unit>{UNIT}|[—-])?{_GAP}"
    rf"(?P<values>{VALUES}){_GAP}(?P<binding>{_BINDS})"
)

# without 属性 the unit parts name and values, and the number of the next row ends them:
# 1公路总里程公里502053002高速公路里程公里120180
_LOOSE_ROW = re.compile(
    rf"(?P<name>[^\s|、，。；\d≥＞>≤＜<—-][^\s|。；\d]{{1,40}}?){_GAP}(?P<unit>{UNIT}|[—-]|(?<=[）)])){_GAP}"
    rf"(?P<values>{VALUES})(?![\d.∶:%％])"
)
_FIRST = re.compile(rf"\D{{0,8}}1[.．、]?{_GAP}(?=[^\d.])")
_NEXT = re.compile(rf"{_GAP}(?![注\n]|[一二三四五六七八九十]{{1,3}}、|$)")


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
    >>> chars = "序号指标单位2020年2025年指标属性1粮食综合生产能力万吨10751100约束性"
    >>> [(row.indicator, row.value, row.unit, row.year) for row in tables(chars, 2021)]
    [('粮食综合生产能力', 1100.0, '万吨', '2025')]
    """
    lines = list(_barred(chars, signed))
    yield from lines
    taken = overlapping([row.span for row in lines])
    for head in _HEAD.finditer(chars):
        yield from (row for row in _running(chars, head, signed) if not taken(row.span))


def _barred(chars: str, signed: int | None) -> Iterator[Row]:
    """Give the rows of tables whose lines keep their cells apart."""
    columns: _Columns | None = None
    end = -1
    for m in _LINE.finditer(chars) if "|" in chars or "\t" in chars else ():
        cells = [cell.strip() for cell in _BAR.split(m[0])]
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
    year = _YEAR.search(cells[aim])
    return _Columns(
        name=name,
        unit=next((i for i, cell in enumerate(cells) if _UNIT.search(cell)), None),
        aim=aim,
        year=year[0] if year else None,
        binding=next((i for i, cell in enumerate(cells) if _BINDING.search(cell)), None),
    )


def _row(cells: Sequence[str], columns: _Columns, span: Span) -> Row | None:
    """Give the target of one line, None where its cells do not fit the head.

    A line that continues a class (生态建设 over three rows) lacks the first cell.
    """
    lacking = columns.binding is not None and len(cells) == columns.binding
    cells = ["", *cells] if lacking else cells
    if len(cells) <= max(columns.name, columns.aim):
        return None
    unit = cells[columns.unit] if columns.unit is not None and columns.unit < len(cells) else ""
    binding = columns.binding
    return _given(
        cells[columns.name],
        unit,
        cells[columns.aim],
        columns.year,
        cells[binding] if binding is not None and binding < len(cells) else None,
        span,
    )


def _running(chars: str, head: re.Match[str], signed: int | None) -> Iterator[Row]:
    """Give the rows behind a head whose cells run on: line by line, or touching."""
    periods = [m[0] for m in _ANY_PERIOD.finditer(head["periods"])]
    years = [(i, m[0]) for i, words in enumerate(periods) if (m := _YEAR.match(words))]
    due = [(i, year) for i, year in years if signed is None or int(year) >= signed]
    if not due:
        return
    aim, year = due[-1]
    at = head.end()
    rows = _rows_behind(chars, head, len(periods))
    loose = rows is _LOOSE_ROW
    numbered = loose and _FIRST.match(chars, at) is not None
    least = len(periods) if loose else aim + 1
    count = 1
    while (m := rows.search(chars, at, at + MAX_GAP_CHARS * 4)) and m.start() - at <= MAX_GAP_CHARS:
        at, count = m.end(), count + 1
        more = numbered and _NEXT.match(chars, at)
        values = m["values"].removesuffix(str(count)) if more else m["values"]
        cells = values_of(values, len(periods))
        row = len(cells) >= least and _given(
            _CLASS.sub("", m["name"]),
            (m["unit"] or "").strip("—-"),
            cells[aim],
            year,
            m["binding"] if head["binding"] else None,
            Span(m.start(), m.start("values") + len(values) if loose else m.end()),
        )
        if row:
            yield row


def _rows_behind(chars: str, head: re.Match[str], periods: int) -> re.Pattern[str]:
    """Give the pattern of the rows behind a head: by their 属性, their lines or their units."""
    if head["binding"]:
        return _BINDING_ROW
    plain = _plain_row(periods)
    return plain if plain.search(chars, head.end(), head.end() + MAX_GAP_CHARS * 2) else _LOOSE_ROW


def _plain_row(periods: int) -> re.Pattern[str]:
    """Match a row without 属性, each cell on its own line: name, unit, one value a period."""
    return re.compile(
        rf"(?<=\n)(?P<name>[^\s|、，。\d][^\s|。]{{1,40}})\s*\n(?:\s*(?P<unit>{UNIT}|[—-])\s*\n)?"
        rf"(?P<values>(?:\s*{VALUE}\s*(?:\n|$)){{{periods}}})"
    )


def _given(
    name: str, unit: str, value: str, year: str | None, binding: str | None, span: Span
) -> Row | None:
    found = value_of(value)
    if found is None or len(name) < 2:
        return None
    in_name = _IN_NAME.search(name)
    printed = found.unit or unit or (in_name["unit"] if in_name else "")
    return Row(
        span=span,
        indicator=name[: in_name.start()] if in_name else name,
        value=found.value,
        unit=printed.replace("％", "%"),
        comparator=found.comparator,
        year=year,
        binding=binding,
    )
