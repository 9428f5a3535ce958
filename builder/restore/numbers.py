"""Brackets and 年月日 lost beside digits: 〔202369号, 六政办秘202355, 2023614.

Damage: word processors store 〔 〕 年 月 日 in runs of their own, which some extractors drop.
A document number has an agency's code, a year of four digits and a serial, so where the
year ends is certain; a date is restored only where one split exists in the calendar and
the digits stand alone under a signature.  Left alone: 人民大街9999号, 12345热线, 0564-12345,
and any digits inside a sentence that no code word leads.
"""

import calendar
import re
from collections.abc import Iterator

from builder.model.draft import Change

__all__ = ["find", "find_dates"]

YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
CODE = r"[\u4e00-\u9fff]{1,12}"
# last character of an agency code: 国发, 皖政办, 六政办秘, 建规, 令; never 街 路 大道 弄 楼 幢
CODE_END = r"[发办函秘字规令文综政府通告议批复组委厅局部划合资建农教财税环卫民商科工信]"
OPEN, CLOSE = r"[\[［【(（﹝„]", r"[\]］】)）﹞‟]"
# 皖发改规划〔202369号: 〔 stands, 〕 is lost
NO_CLOSE = rf"(?P<year1>(?<=[\u4e00-\u9fff]〔){YEAR})(?P<serial1>\d{{1,4}})(?=号)"
# 国发2024〕17号: 〕 stands, 〔 is lost
NO_OPEN = rf"(?P<year2>(?<={CODE_END}){YEAR})(?=〕\d{{1,5}}号)"
# 国发[2024]17号, 国发（2024）17号, 国发„2024‟17号: other brackets than 〔 〕
OTHER = rf"(?P<open3>(?<={CODE_END}){OPEN})(?P<year3>{YEAR})(?P<close3>{CLOSE})(?=第?\d{{1,5}}号)"
BRACKETS = re.compile(f"{NO_CLOSE}|{NO_OPEN}|{OTHER}")
YEARS = re.compile("(?:19|20)[0-9]")  # how the years of BRACKETS begin, found fast
LONG_YEAR = re.compile("(?:19|20)[0-9]{3}")  # what ALONE and DATE always have, found fast
# 六政办秘202355, 牟政办发〔201746 on a line of its own, or in brackets behind a title
ALONE = re.compile(
    rf"(?P<before>(?:^|(?<=》)[(（])[ \t\u3000\xa0]*{CODE}?{CODE_END})"
    rf"(?P<open>〔?)(?P<year>{YEAR})(?P<serial>\d{{1,4}})(?P<end>号?)"
    r"(?=[ \t\u3000\xa0]*(?:$|[)）]))",
    re.MULTILINE,
)
# 国发〔2021〕27 on a line of its own
NO_SIGN = re.compile(
    rf"^[ \t\u3000]*{CODE}?{CODE_END}〔{YEAR}〕\d{{1,4}}(?=[ \t\u3000]*$)", re.MULTILINE
)
STREET = re.compile(r"(?:街|路|道|巷|弄|村|楼|幢|栋|室|热线|电话|邮编|传真|信箱)$")
# 2023614 on a line of its own
DATE = re.compile(rf"^([ \t\u3000\xa0]*)({YEAR})(\d{{2,4}})([ \t\u3000\xa0\u2002]*)$", re.MULTILINE)
# 2017 6 23, 20197 9: the same with blanks where 年月日 stood
SPACED = re.compile(
    rf"^([ \t\u3000\xa0{{]*)({YEAR})[ \u3000\xa0]*(\d{{1,2}})[ \u3000\xa0]+(\d{{1,2}})"
    r"[ \t\u3000\xa0}]*$",
    re.MULTILINE,
)
NOTED = re.compile(r"\s*[（(][^（()）\n]{2,20}[)）]\s*$")  # (此件公开发布)
PUBLISHED = re.compile(r"\s*[（(](?:此件|本文|主动)[^（()）\n]{2,20}[)）]")
SIGNED = re.compile(
    r"(?:政府|办公室|办公厅|委员会|厅|局|院|部|署|委|中心|银行|小组|联社|总社|公司|会)\s*$"
)


def find(chars: str) -> list[Change]:
    """Give the brackets to set into document numbers.

    >>> find("皖发改规划〔202369号")[0].restored
    '2023〕'
    >>> [find(c) for c in ("人民大街9999号", "拨打12345热线", "国发〔2024〕17号")]
    [[], [], []]
    """
    changes = [_bracketed(m) for m in _in_brackets(chars)]
    taken = {c.start for c in changes}
    changes += [
        Change(m.end(), m.end(), "号", "号 was lost behind a document number on its line")
        for m in (NO_SIGN.finditer(chars) if "〕" in chars else ())
    ]
    if LONG_YEAR.search(chars):
        changes += [c for m in ALONE.finditer(chars) for c in _alone(m) if c.start not in taken]
    return changes


def find_dates(chars: str) -> list[Change]:
    """Give dates under a signature whose 年月日 were lost.

    >>> find_dates("六安市人民政府办公室\\n2023614\\n")[0].restored
    '2023年6月14日'
    >>> find_dates("六安市人民政府办公室\\n2023991\\n")
    []
    >>> find_dates("寿光市人民政府办公室\\n20197 9\\n")[0].restored
    '2019年7月9日'
    >>> find_dates("请认真贯彻执行。\\n2020928\\n（此件公开发布）\\n")[0].restored
    '2020年9月28日'
    """
    changes = []
    for m in DATE.finditer(chars) if LONG_YEAR.search(chars) else ():
        before = chars[: m.start()].rstrip()[-40:].rsplit("\n", 1)[-1]
        splits = _splits(int(m.group(2)), m.group(3))
        if splits and (SIGNED.search(before) or PUBLISHED.match(chars, m.end())):
            changes.append(_date(m, splits))
    for m in SPACED.finditer(chars):
        year, month, day = map(int, m.group(2, 3, 4))
        exists = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
        if exists and SIGNED.search(NOTED.sub("", chars[max(0, m.start() - 80) : m.start()])):
            changes.append(Change(*m.span(), f"{year}年{month}月{day}日", "年月日 were lost"))
    return changes


def _in_brackets(chars: str) -> Iterator[re.Match[str]]:
    """Give the matches of BRACKETS, each looked for only at a year or the mark before it."""
    for year in YEARS.finditer(chars):
        at = year.start()
        m = BRACKETS.match(chars, at) or (BRACKETS.match(chars, at - 1) if at else None)
        if m:
            yield m


def _bracketed(m: re.Match[str]) -> Change:
    if m.group("year1"):
        reason = "the year of a document number has four digits; 〕 was lost behind it"
        return Change(*m.span("year1"), m.group("year1") + "〕", reason)
    if m.group("year2"):
        reason = "〔 was lost before the year of a document number"
        return Change(*m.span("year2"), "〔" + m.group("year2"), reason)
    return Change(m.start(), m.end(), f"〔{m.group('year3')}〕", "document numbers take 〔 〕")


def _alone(m: re.Match[str]) -> list[Change]:
    if STREET.search(m.group("before")):
        return []
    number = f"〔{m.group('year')}〕{m.group('serial')}号"
    reason = "an agency code, a year and a serial: 〔 〕 号 were lost"
    return [Change(m.start("open"), m.end("end"), number, reason)]


def _splits(year: int, digits: str) -> list[tuple[int, int]]:
    """Give every (month, day) that the digits may mean, with or without leading zeros."""
    found = []
    for cut in range(1, len(digits)):
        month, day = digits[:cut], digits[cut:]
        if len(month) > 2 or len(day) > 2 or not 1 <= int(month) <= 12:
            continue
        if 1 <= int(day) <= calendar.monthrange(year, int(month))[1]:
            found.append((int(month), int(day)))
    return found


def _date(m: re.Match[str], splits: list[tuple[int, int]]) -> Change:
    written = [f"{m.group(2)}年{month}月{day}日" for month, day in splits]
    start, end = m.start(2), m.end(3)
    if len(written) == 1:
        return Change(start, end, written[0], "the only date these digits can be: 年月日 were lost")
    reason = "年月日 were lost, and the digits can be several dates"
    return Change(start, end, written[0], reason, "guess", tuple(written[1:]))
