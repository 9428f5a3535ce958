"""Titles set in several lines made one line.

Damage: a long title is broken to look well (国务院关于加强 / 公立医院考核工作的意见).  Lines are
joined where together they are a title that the text quotes in 《》, or, in the head, where
together they read 关于…的通知.  Left alone: the number, the date, notes in brackets, labels.
"""

import re

from builder.model.draft import Change
from builder.restore.labels import LABEL, STOPS

__all__ = ["find"]

TITLE = "a title set in several lines is one paragraph"
KINDS = (
    "通知|意见|决定|办法|方案|批复|复函|答复|函|公告|通告|规定|细则|规划|计划|纲要|条例|报告|要点|措施"
    "|令|预案|规则|举措"
)
# …的通知, …实施方案（试行）, …规划(2021—2035年)的通知
TITLE_END = re.compile(
    rf"(?:{KINDS})(?:》|）|[（(][^（）()]{{1,20}}[)）])*(?:的(?:通知|意见|函|决定|批复))?$"
)
# 国发〔2019〕4号, 二〇〇六年九月七日, （此件公开发布）, 附件1, 网易网站 | 2016-12-26 19:49
NO_TITLE = re.compile(
    r"〔\d{4}〕\d+号$|[0-9〇○一二三四五六七八九十]日$|^[（(](?:此件|本文|此文|联系)|^附件|[|]|\d[:：]\d\d"
)
# 莆田市…关于加快…的实施意见, 关于印发…的通知: whole; what stands above is the page's or a body
WITH_ISSUER = re.compile(r"《?[\u4e00-\u9fff、 ]{3,40}[府厅室委局会院部办署]关于")
BODY = re.compile(r"[府厅室委局会院部办署]$")
# how a title in several lines begins: with 关于, or with the name of an agency or a place
BEGINNING = re.compile(
    r"^(?!.*[：:，。])(?:.*关于|.*[府室厅局委院部署会社司心组处行校省市县区旗州盟]$)"
)
ISSUED = re.compile("关于(?:印发|转发|批转|公布|发布)")
ISSUED_END = re.compile(r"(?:通知|意见|函|决定|批复|公告|通告|令)(?:[（(][^（）()]{1,20}[)）])?$")
MAX_TITLE_LINES = 4
MAX_TITLE_LINE_CHARS = 45
HEAD_LINES = 12
HEAD_CHARS = 400
QUOTED = re.compile("《([^《》\n]{6,120})》")


def find(chars: str) -> list[Change]:
    """Give the line ends inside titles.

    >>> text = "为落实《新型城镇化五年行动计划》\\n新型城镇化\\n五年行动计划\\n总则"
    >>> [c.start for c in find(text)]
    [22]
    >>> [c.start for c in find("国务院关于加强\\n公立医院考核工作的意见\\n国发〔2019〕4号")]
    [7]
    """
    lines = chars.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    quoted = {_bare(m.group(1)) for m in QUOTED.finditer(chars)}
    changes: list[Change] = []
    i = 0
    while i < len(lines):
        count = _title_lines(lines, i, quoted)
        changes += [Change(starts[k] - 1, starts[k], "", TITLE) for k in range(i + 1, i + count)]
        i += max(1, count)
    return changes


def _title_lines(lines: list[str], first: int, quoted: set[str]) -> int:
    """Give of how many lines a title that begins here is made (1 for none)."""
    joined = lines[first]
    if not joined or not _may_be_title(joined) or _complete(joined, quoted):
        return 1
    head = _head(lines, first) and BEGINNING.search(joined) is not None
    likely = 1
    for count in range(2, MAX_TITLE_LINES + 1):
        if first + count > len(lines) or not _may_be_title(lines[first + count - 1]):
            break
        if lines[first + count - 1].startswith(joined):  # the site's name above a title
            break
        following = lines[first + count - 1]
        begins = WITH_ISSUER.match(following) or following.startswith("关于")
        if begins and not BODY.search(joined) and _complete(following, quoted):
            break
        joined += lines[first + count - 1]
        if _bare(joined) in quoted or (head and _complete(joined, quoted)):
            return count
        if likely == 1 and head and _is_notice_title(joined):
            likely = count
    return likely


def _complete(line: str, quoted: set[str]) -> bool:
    """Say whether a line is a whole title; 关于印发…《政府工作报告》 still wants its 的通知."""
    return _bare(line) in quoted or (
        _is_notice_title(line) and (not ISSUED.search(line) or ISSUED_END.search(line) is not None)
    )


def _head(lines: list[str], first: int) -> bool:
    return first < HEAD_LINES and sum(map(len, lines[:first])) < HEAD_CHARS


def _is_notice_title(line: str) -> bool:
    return "关于" in line and TITLE_END.search(line) is not None and not line.startswith("附件")


def _may_be_title(line: str) -> bool:
    return (
        0 < len(line) <= MAX_TITLE_LINE_CHARS
        and not line.rstrip().endswith(STOPS)
        and not re.match(LABEL, line)
        and not NO_TITLE.search(line)
    )


def _bare(chars: str) -> str:
    return re.sub(r"[\s（）()]", "", chars)
