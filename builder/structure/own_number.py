"""Front -> the document's own number: from its line, its order, its title, or the page's table.

国发〔2024〕17号 stands on a line; an order (令) and an announcement (公告) have their number
below the letterhead that the number goes on with.
"""

import re
from collections.abc import Iterator

from builder.model.span import Span
from builder.structure.front import Front
from builder.structure.lines import ANNOUNCEMENT, NUMBER, ORDER

__all__ = ["NUMBER_BEHIND", "find_number"]

GAPS = r"[ \t\u3000\xa0]*"
# 文 号 蔡政办〔2023〕1号
LABELLED = re.compile(rf"(?:文{GAPS}号|发文字号)[\s：:|]*{NUMBER.pattern}")
# 2021年县政府重点工作任务（华政发〔2021〕2号）
NUMBER_BEHIND = re.compile(rf"(?<!》)[（(]{NUMBER.pattern}[）)]$")
BELOW_ORDER = re.compile(rf"第{GAPS}(?P<order>\d{{1,5}}){GAPS}号")
MAX_BELOW_CHARS = 40
ANNOUNCED_ORDER = re.compile(rf"{ORDER.pattern}{GAPS}(?:公布|发布)")

Found = tuple[str, str, Span | None]


def find_number(chars: str, front: Front, told: dict[str, str]) -> Found | None:
    """Give the number, its rule and its place, or None; ``told`` is the page's table."""
    for read in (_on_lines, _of_orders):
        for found in read(chars, front):
            return found
    number = _printed(told.get("number", ""))
    if number is not None:
        return number[0], "furniture", None
    for read in (_behind_titles, _labelled):
        for found in read(chars, front):
            return found
    return None


def _printed(line: str) -> tuple[str, Span] | None:
    """Give the number that a line or a cell prints, in its full form.

    >>> _printed("发改办农经2017年323号")[0], _printed("国务院令 第707号")[0]
    ('发改办农经〔2017〕323号', '国令第707号')
    """
    m = NUMBER.search(line)
    if m:
        return _full(m), Span(*m.span())
    m = ORDER.fullmatch(line)
    if m:
        return f"{_short_order(m['body'])}第{m['order']}号", Span(0, len(line))
    m = ANNOUNCEMENT.fullmatch(line)
    if m:
        return f"{m['body'] or ''}{m['year']}年第{m['serial']}号", Span(0, len(line))
    return None


def _on_lines(chars: str, front: Front) -> Iterator[Found]:
    """The number on a line of its own; that of an announcement goes on with its letterhead."""
    for span in front.of("number"):
        found = _printed(span.of(chars))
        if found is None:
            continue
        number, at = found
        order = ORDER.fullmatch(chars, *span)
        rule = "order-number" if order else "number-line"
        above = chars[: span.start].rstrip().rpartition("\n")[2].strip()
        if number[0].isdigit() and above.endswith(("公告", "通告")):
            number = above + number
        yield number, rule, Span(span.start + at.start, span.start + at.end)


def _of_orders(chars: str, front: Front) -> Iterator[Found]:
    """The number of an order (令): X令 and 第N号 stand on two lines, or in a bracket.

    A regulation printed alone says it under its title: （…年…月…日广州市人民政府令第61号公布）.
    """
    for span in (front.notice_title, front.title):
        body = re.sub(r"\s", "", span.of(chars)) if span else ""
        if span and body.endswith("令"):
            m = BELOW_ORDER.search(chars, span.end, span.end + MAX_BELOW_CHARS)
            if m:
                yield f"{_short_order(body)}第{m['order']}号", "order-number", Span(*m.span())
    for span in front.of("note"):
        m = ANNOUNCED_ORDER.search(chars, *span)
        if m:
            at = Span(m.start("body"), m.end() - 2)
            yield f"{_short_order(m['body'])}第{m['order']}号", "order-number", at


def _behind_titles(chars: str, front: Front) -> Iterator[Found]:
    """The number that stands in brackets behind the title."""
    for span in (front.notice_title, front.title):
        m = NUMBER_BEHIND.search(span.of(chars)) if span else None
        if span and m:
            at = Span(span.start + m.start("code"), span.start + m.end() - 1)
            yield _full(m), "number-behind-title", at


def _labelled(chars: str, front: Front) -> Iterator[Found]:
    """A number that a left-over of the page's table names: 文 号 蔡政办〔2023〕1号."""
    for span in front.of("other"):
        m = LABELLED.search(chars, *span)
        if m:
            yield _full(m), "page-table", Span(m.start("code"), m.end())


def _full(m: re.Match[str]) -> str:
    code = re.sub(r"\s", "", m["code"])
    return f"{code}〔{m['year']}〕{m['serial']}号"


def _short_order(body: str) -> str:
    """国令 is the code of the State Council's orders."""
    return "国令" if body.endswith("国务院令") else re.sub(r"^.*?日", "", body)
