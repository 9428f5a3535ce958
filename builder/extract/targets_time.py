"""By when a target is to be met: a printed year, or one that is concluded.

``到2025年``, ``2022年6月30日前`` are printed; ``“十四五”末``, ``经过5年努力`` and the end of
the plan's own period are concluded and marked so.  ``比2020年`` is a base, ``2000年底前建成的``
a class, ``自2021年起`` a beginning.
"""

import re
from dataclasses import dataclass, replace

from builder.model.outline import Header

__all__ = ["Deadline", "deadline", "signed_year"]

FIRST_YEAR = 2000  # of what is to come, where the text does not say when it was written
# 到2025年底, 力争2025年, 2022年6月30日前
_YEAR = re.compile(
    r"(?<![比较自从\d－—-])(?:力争|争取|确保|展望|展望到)?(?:到|至|在|于)?(?P<year>(?:19|20)\d\d)年"
    r"(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底|末)?(?:之?前|以前)?(?!起|以来|以后|之后|后|度|建成(?:的|投)|版|第|\d|—|-)"
)
# 到2025年和2035年; 2023年、2024年、2025年分别
_EACH = re.compile(r"20\d\d年?[底末]?(?:[、和与]20\d\d年?[底末]?)+(?<=[年底末])")
_ONE = re.compile(r"20\d\d")
# “十四五”末, “十五五”期间
_FIVE_YEARS = re.compile(r"(?<!比)“(?P<plan>十[一二三四五六七])五”(?:时期|期间|期末|末|内)?")
# 经过5年的努力, 用3年左右时间, 三年内, 未来五年
_SPAN = re.compile(
    r"(?:经过|通过|用|利用|力争|争取|未来|今后)?(?P<years>\d{1,2}|[一二三四五六七八九十])年"
    r"(?:的?(?:左右)?(?:的)?(?:努力|时间|奋斗)|内)"
)
_PLAN_ENDS = {
    "十一": 2010,
    "十二": 2015,
    "十三": 2020,
    "十四": 2025,
    "十五": 2030,
    "十六": 2035,
    "十七": 2040,
}
_NUMERALS = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A year as printed or as concluded; ``start`` is where its words begin in the clause.

    ``each`` are the years of 到2025年和2035年, to which 分别 gives a value each.
    """

    printed: str | None
    inferred: str | None
    words: str
    start: int
    each: tuple[str, ...] = ()


def deadline(
    text: str, signed: int | None, period: tuple[int | None, int | None] = (None, None)
) -> Deadline | None:
    """Give the last deadline that a clause names and that is not before the signed year.

    A span of years is counted from the signed year, unless the plan's own period is as long.

    >>> deadline("到2025年，全市常住人口城镇化率达到55%左右", 2023).printed
    '2025'
    >>> deadline("比2020年提高5个百分点", 2023) is None
    True
    >>> deadline("通过3年左右的努力", 2022, (2022, 2024)).inferred
    '2024'
    """
    if "年" not in text and "五”" not in text:
        return None
    found: Deadline | None = None
    for m in _YEAR.finditer(text):
        if int(m["year"]) >= (signed or FIRST_YEAR):
            found = Deadline(printed=m["year"], inferred=None, words=m[0], start=m.start())
    if found:
        both = _EACH.search(text)
        return replace(found, each=tuple(_ONE.findall(both[0]))) if both else found
    for m in _FIVE_YEARS.finditer(text):
        last = _PLAN_ENDS[m["plan"]]
        if signed is None or last >= signed:
            return Deadline(printed=None, inferred=str(last), words=m[0], start=m.start())
    m_span = _SPAN.search(text)
    if m_span and signed is not None:
        years = _NUMERALS.get(m_span["years"]) or int(m_span["years"])
        first, end = period
        as_long = first is not None and end is not None and end - first + 1 == years
        last = end if as_long and end is not None else signed + years
        return Deadline(printed=None, inferred=str(last), words=m_span[0], start=m_span.start())
    return None


def signed_year(header: Header) -> int | None:
    """Give the year of the document, from its date, its number, its period or its title."""
    if header.signed_date:
        return int(header.signed_date[:4])
    m = re.search(r"〔(\d{4})〕", header.doc_number or "")
    titled = re.search(r"(20\d\d)年(?!远景)", header.title or "")
    return int(m[1]) if m else header.period[0] or (int(titled[1]) if titled else None)
