"""Text -> lines: what each line at the head and tail of a document looks like by its shape.

Half of the public copies lost their paragraph breaks: title, number, addressees and first
sentence stand on one line.  So a *line* here is a paragraph, or a piece of a glued
paragraph cut where a header piece begins or ends (number, addressees, signature, note).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from builder.model.span import Span
from builder.structure import labels
from builder.structure.dates import PLAIN_DATE, PLAIN_MONTH
from builder.structure.glue import seams

__all__ = ["ANNOUNCEMENT", "NUMBER", "ORDER", "Line", "Shape", "lines", "shape", "stripped"]

Shape = Literal[
    "number",
    "addressees",
    "date",
    "signed",
    "note",
    "contents",
    "annex",
    "annex_list",
    "label",
    "sentence",
    "title",
]

MAX_TITLE_CHARS = 90
MAX_ADDRESSEES_CHARS = 400
MAX_NAME_CHARS = 60
MAX_HISTORY_CHARS = 600
GAP = r"[ \t\u3000\xa0]*"

# 国发〔2024〕17号, 国发 〔2011〕 35 号, 发改办农经2017年323号; 号 may be lost at the end
NUMBER = re.compile(
    rf"(?P<code>[\u4e00-\u9fff]{{1,16}}){GAP}(?:[〔\[（(【]{GAP})?(?P<year>(?:19|20)\d{{2}}){GAP}"
    rf"(?:[〕\]）)】]|年(?={GAP}\d)){GAP}第?{GAP}(?P<serial>\d{{1,5}}){GAP}(?:号|$)"
)
# 国令第707号, 广东省人民政府令（第290号）, 广西壮族自治区人民政府令2016年第116号
ORDER = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{1,20}}令){GAP}(?:(?:19|20)\d\d年)?[（(]?{GAP}第{GAP}(?P<order>\d{{1,5}}){GAP}号{GAP}[）)]?"
)
# 国家税务总局公告2019年第1号, 2019年第1号 under its letterhead
ANNOUNCEMENT = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{2,20}}(?:公告|通告))?{GAP}(?P<year>(?:19|20)\d\d){GAP}年{GAP}"
    rf"第{GAP}(?P<serial>\d{{1,4}}){GAP}号"
)
_BARE = re.sub(r"\(\?P<\w+>", "(?:", NUMBER.pattern)
# 国发〔2024〕17号, （第290号）, 渝府令第121号
NUMBER_LINE = re.compile(
    rf"[（(]?{GAP}(?:{_BARE}|(?:[\u4e00-\u9fff]{{1,4}}令)?{GAP}[（(]?第{GAP}\d{{1,5}}{GAP}号)[）)]?"
)
NOTE_LINE = re.compile(
    r"[（(][^（()）]{0,6}(?:公开|删减|删改|有删|印发|联系人|联系单位|内部)[^（()）]{0,60}[）)]"
)
# （2011年12月15日广州市人民政府令第61号公布，根据…修订）: the history of a regulation
HISTORY_LINE = re.compile(
    rf"[（(]{GAP}(?:{PLAIN_DATE})[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*(?:公布|发布|通过|批准|修订|修正|印发|施行)[^（()）]{{0,40}}[）)]"
)
CONTENTS_LINE = re.compile(rf"目{GAP}[录次]")
ANNEX_LINE = re.compile(
    rf"附{GAP}(?:[件表录]{GAP}[\d一二三四五六七八九十１-９]*(?:[-—]\d+)?{GAP}[:：.]?|[:：])"
)
ANNEX_LIST = re.compile(rf"附{GAP}(?:[件表]{GAP}[\d一二三四五六七八九十]{{0,2}}{GAP})?[:：]")
# a day, or the month of a title page
DATE_LINE = re.compile(rf"[（(]?{GAP}(?:{PLAIN_DATE}|{PLAIN_MONTH}){GAP}[）)]?")
SIGNED_LINE = re.compile(
    rf"(?P<names>[\u4e00-\u9fff（）()、 \u3000]{{2,{MAX_NAME_CHARS}}}?){GAP}(?:{PLAIN_DATE})"
)
# 发文部门：, 网易网站 | 2016-12-26 19：, a number before a headline: no receivers
OF_PAGE = re.compile(
    r"[〔|]|\d[：:]$|(?:发布|更新)(?:时间|日期)|出台|印发"
    r"|^(?:发文|发布|制定|主办|承办|印发|来文|主管|起草|公开|颁布)(?:部门|单位|机构|机关)"
)
# 市教委, 各区县, 石英代表: what a short line must be to name receivers, and 主题：, 时限： are not
MAX_SHORT_NAME_CHARS = 8
SHORT_NAME = re.compile(
    r"(?:^各.*|政府|[委局厅部院办处会行社室站所队组署省市县区乡镇村旗盟州]|公司|代表|委员|同志|单位"
    r"|街道|学校|大学|集团|中心|企业|部门|（[^）]*）)$"
)
LEAD_IN = re.compile(
    r"(?:如下|下列|以下|通知|指出|要求|强调|标题|说明|注|备注|附件)[^：:]{0,4}[：:]$|如下[^：:，]{0,14}[：:]$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: its span without the blanks around it, and its shape."""

    span: Span
    shape: Shape


def lines(chars: str, *, start: int, end: int, head: bool) -> Iterator[Line]:
    """Give the lines between two offsets, in order; blank ones are left out.

    ``head`` says that titles, numbers and addressees may be glued to what follows.
    """
    at = start
    while at < end:
        newline = chars.find("\n", at, end)
        newline = end if newline < 0 else newline
        cuts = [at, *seams(chars, at, newline, head=head), newline]
        for left, right in pairwise(cuts):
            span = _without_bars(chars, stripped(chars, Span(left, right)))
            if span.start < span.end:
                yield Line(span=span, shape=shape(span.of(chars)))
        at = newline + 1


def _without_bars(chars: str, span: Span) -> Span:
    """Give the span without the bars of a page's cell around it: | 关于…的通知 |."""
    start, end = span
    if chars[start : start + 1] != "|" and chars[end - 1 : end] != "|":
        return span
    inner = span.of(chars).strip("| \t\u3000")
    if not inner or "|" in inner:
        return span
    start = chars.index(inner, span.start)
    return Span(start, start + len(inner))


def stripped(chars: str, span: Span) -> Span:
    """Give the span without blanks at either end.

    >>> stripped(" 国务院 ", Span(0, 5))
    Span(start=1, end=4)
    """
    start, end = span
    while start < end and chars[start].isspace():
        start += 1
    while end > start and chars[end - 1].isspace():
        end -= 1
    return Span(start, end)


def shape(line: str) -> Shape:
    """Say what a line looks like.

    >>> shape("国发〔2024〕17号"), shape("2024年7月28日"), shape("（此件公开发布）")
    ('number', 'date', 'note')
    >>> shape("各省、自治区、直辖市人民政府，国务院各部委、各直属机构：")
    'addressees'
    >>> shape("甘肃省人民政府 2024年11月17日")
    'signed'
    """
    ends = line[-1] in WHOLE_ENDS or line[-1].isdecimal()
    for name, pattern in _WHOLE_LINE if ends and len(line) <= MAX_TITLE_CHARS else ():
        if pattern.fullmatch(line):
            return name
    if line[0] in "（(" and len(line) <= MAX_HISTORY_CHARS and HISTORY_LINE.fullmatch(line):
        return "note"
    if ANNEX_LIST.match(line):
        return "annex_list"
    if labels.opens(line):
        return "label"
    if line[-1] in "：:" and _names_receivers(line):
        return "addressees"
    if len(line) > MAX_TITLE_CHARS or "。" in line or "|" in line or line[-1] in "；;：:，,！!？?":
        return "sentence"
    return "title"


def _names_receivers(line: str) -> bool:
    """Say whether a line with a final colon can be the addressees."""
    name = line[:-1].rstrip()
    return (
        len(line) <= MAX_ADDRESSEES_CHARS
        and "。" not in line
        and not LEAD_IN.search(line)
        and not OF_PAGE.search(line)
        and (len(name) > MAX_SHORT_NAME_CHARS or SHORT_NAME.search(name) is not None)
    )


# how lines of these shapes end, but for digits
WHOLE_ENDS = frozenset("号）)日月录次件表：:.一二三四五六七八九十")
_WHOLE_LINE: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("number", NUMBER_LINE),
    ("number", ANNOUNCEMENT),
    ("note", NOTE_LINE),
    ("date", DATE_LINE),
    ("contents", CONTENTS_LINE),
    ("annex", ANNEX_LINE),
    ("signed", SIGNED_LINE),
)
