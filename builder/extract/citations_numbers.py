"""Restored text -> document numbers (发文字号), also damaged ones, in one form.

A damaged number that can be cut in one way only is completed and marked: 皖办发〔20239号
has four digits of a year and one of a serial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.extract.near import near
from builder.model.span import Span

__all__ = ["Number", "numbers"]

_OPEN, _CLOSE = r"[〔\[［【﹝（(〈]", r"[〕\]］】﹞）)〉]"
# 国发〔2024〕17号, 沪府规[2020]5号, 六政办秘〔2023〕第55号
_WHOLE = rf"{_OPEN}\s?(?P<year>(?:19|20)\d\d)\s?年?\s?{_CLOSE}\s?第?\s?(?P<serial>\d{{1,5}})\s?号"
# 皖办发〔20239号: the closing bracket is lost
_LOST = rf"{_OPEN}(?P<year2>(?:19|20)\d\d)(?P<serial2>\d{{1,4}})号"
_YEARED = re.compile(rf"{_WHOLE}|{_LOST}")
# the letters before the year: 国发, 津市场监管垄
_CODE = re.compile(r"(?P<code>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z·]{0,15})\s?$")
MAX_CODE_CHARS = 17
# 国务院令第707号, 教育部令第20号, 主席令第六十号, 交通运输部令2019年第17号
_ORDER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,20}令)\s?(?:（[^）\n]{0,8}）)?\s?第?(?P<year>(?:19|20)\d\d年)?第?\s?"
    r"(?P<serial>\d{1,5}|[〇零一二三四五六七八九十百]{1,6})\s?号"
)
# 国务院第588号令, 省政府第245号令
_ORDER_BEHIND = re.compile(r"(?P<code>[\u4e00-\u9fff]{2,20})第\s?(?P<serial>\d{1,5})\s?号令")
# 〔1996〕武司字第82号
_OLD = re.compile(
    rf"{_OPEN}(?P<year>(?:19|20)\d\d)年?{_CLOSE}\s?(?P<code>[\u4e00-\u9fff]{{1,8}}[字发函办文政])"
    r"\s?第?\s?(?P<serial>\d{1,5})\s?号"
)
# words before a code that are no part of it
_LEAD = re.compile(
    r"^.*(?:根据|依据|依照|按照|贯彻|落实|执行|废止|转发|印发|参照|和(?!国|信息化|社会保障|城乡建设|计划生育|旅游|改革|农村)|与|及|文件|通知|意见|办法"
    r"|规定|方案|要求|精神|见|以|对|即|原|如|的|由|经|按|在|从|自(?!治)|为|是|年|月|日)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A document number as printed (span) and in one form; ``repaired`` if completed."""

    span: Span
    surface: str
    repaired: bool


def numbers(chars: str) -> tuple[Number, ...]:
    """Give the document numbers of a text in order.

    >>> [(n.surface, n.repaired) for n in numbers("根据国发〔2024〕17号和皖办发〔20239号，")]
    [('国发〔2024〕17号', False), ('皖办发〔2023〕9号', True)]
    >>> [n.surface for n in numbers("你部〔1996〕武司字第82号文收悉")]
    ['〔1996〕武司字第82号']
    >>> [n.surface for n in numbers("（工业和信息化部令第30号）、国务院第588号令")]
    ['工业和信息化部令第30号', '国务院第588号令']
    >>> [n.surface for n in numbers("（交通运输部令2019年第17号）")]
    ['交通运输部令2019年第17号']
    >>> [n.surface for n in numbers("内蒙古自治区人民政府令第82号")]
    ['内蒙古自治区人民政府令第82号']
    >>> numbers("人民大街9999号")
    ()
    """
    found = [*_yeared(chars), *_orders(chars), *_year_first(chars)]
    return tuple(sorted(found, key=lambda number: number.span))


def _yeared(chars: str) -> Iterator[Number]:
    for m in _YEARED.finditer(chars):
        low = max(0, m.start() - MAX_CODE_CHARS)
        before = _CODE.search(chars[low : m.start()])
        code = _LEAD.sub("", before["code"]).strip("·") if before else ""
        if before and code:
            year, serial = m["year"] or m["year2"], m["serial"] or m["serial2"]
            yield Number(
                span=Span(low + before.start("code") + before["code"].rindex(code), m.end()),
                surface=f"{code}〔{year}〕{int(serial)}号",
                repaired=m["year2"] is not None,
            )


def _year_first(chars: str) -> Iterator[Number]:
    """Give numbers of the old style, with the year first: 〔1996〕武司字第82号."""
    for m in _OLD.finditer(chars):
        yield Number(
            span=Span(*m.span()),
            surface=f"〔{m['year']}〕{m['code']}第{int(m['serial'])}号",
            repaired=False,
        )


def _orders(chars: str) -> Iterator[Number]:
    for m in near(_ORDER, chars, ["令"], before=20, behind=48):
        code = _LEAD.sub("", m["code"])
        if len(code) > 1:
            yield Number(
                span=Span(m.end("code") - len(code), m.end()),
                surface=f"{code}{m['year'] or ''}第{m['serial']}号",
                repaired=False,
            )
    for m in near(_ORDER_BEHIND, chars, ["号令"], before=30, behind=2):
        code = _LEAD.sub("", m["code"])
        if len(code) > 1:
            yield Number(
                span=Span(m.end("code") - len(code), m.end()),
                surface=f"{code}第{m['serial']}号令",
                repaired=False,
            )
