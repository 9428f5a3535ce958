"""Quotation marks lost beside digits, or turned the wrong way: 开展2+N”等, “人工智能+“.

Damage: as with brackets, a “ before digits is dropped by some extractors; typists set “
for ”.  A ” without “ gets one before the digits or Latin letters that it closes, if these
are the only ones within reach.  Left alone: everything balanced, and a ” for which the
place of its “ would be a guess.
"""

import re
from itertools import pairwise

from builder.model.draft import Change

__all__ = ["find"]

REACH_CHARS = 20
MARKS = re.compile("[“”]")
TOKEN = re.compile(r"(?<![0-9A-Za-z+.%\-])[0-9A-Za-z][0-9A-Za-z+.%\-]*")
# 现将应急预案》印发给你们; 工作要点》已经市政府同意, at the begin of a paragraph
UNOPENED = re.compile(
    r"(?:(?<=现将)|^[ \t\u3000]*)(?P<title>)"
    r"[^《》〈〉，。；：,;:\s][^《》〈〉，。；：,;:\n]{3,60}》"
    r"(?=现?(?:印发|转发|公布|发布|下发)|已|业经)",
    re.MULTILINE,
)
# “A+BA+B”: a quotation with several +
SUMS = re.compile(r"“(?P<words>[\u4e00-\u9fff]{2,12}(?:\+[\u4e00-\u9fff]{2,24}){2,8})”")
ITEM_CHARS = 2
MIN_ITEMS = 3
BOUNDARY = re.compile(r"[，。；：！？、（）《》“”\n,;()]")
STRAIGHT = re.compile(
    r'(?<=[\u4e00-\u9fff，。、：（])"([^"\n]{1,60})"(?=[\u4e00-\u9fff，。、；：）])'
)


def find(chars: str) -> list[Change]:
    """Give the marks to set or to turn.

    >>> [(c.start, c.restored) for c in find("常态化开展2+N”等招聘活动")]
    [(5, '“')]
    >>> [(c.start, c.restored) for c in find("《“人工智能+“行动》")]
    [(7, '”')]
    """
    changes = _straight(chars) + _pairs(chars) + _titles(chars)
    start = 0
    for line in chars.split("\n"):
        surplus = line.count("“") - line.count("”")
        if surplus:
            changes += _unbalanced(line, start, turned=surplus >= 2)
        start += len(line) + 1
    return changes


def _pairs(chars: str) -> list[Change]:
    """Give the ”“ lost within “上海研发+六安制造上海市场+六安产品上海总部+六安基地”.

    Every item has one +, begins as the first does, and goes on behind its + as the first does.

    >>> found = _pairs("聚焦“上海研发+六安制造上海市场+六安产品上海总部+六安基地”合作")
    >>> [(c.start, c.restored, c.certainty) for c in found]
    [(12, '”“', 'guess'), (21, '”“', 'guess')]
    """
    if "+" not in chars:
        return []
    reason = "items of one form side by side in one quotation: ”“ was lost between them"
    changes: list[Change] = []
    for m in SUMS.finditer(chars):
        words = m.group("words")
        ends = [begin for begin in _begins(words, words[:ITEM_CHARS]) if begin]
        items = [words[a:b] for a, b in pairwise([0, *ends, len(words)])]
        seconds = {item.partition("+")[2][:ITEM_CHARS] for item in items}
        if len(items) >= MIN_ITEMS and all(i.count("+") == 1 for i in items) and len(seconds) == 1:
            at = m.start("words")
            changes += [Change(at + e, at + e, "”“", reason, "guess", ("、", "，")) for e in ends]
    return changes


def _begins(words: str, item: str) -> list[int]:
    return [m.start() for m in re.finditer(re.escape(item), words)]


def _titles(chars: str) -> list[Change]:
    """Give the 《 lost where a title must begin: 现将应急预案》印发给你们.

    Only the words around tell where: a guess, whose rival is that the 》 is the slip.

    >>> found = _titles("经市政府同意，现将干旱灾害应急预案》印发给你们。")
    >>> [(c.start, c.restored, c.certainty) for c in found]
    [(9, '《', 'guess')]
    >>> _titles("现将《应急预案》印发给你们。《应急预案》已经市政府同意。")
    []
    """
    if chars.count("》") <= chars.count("《"):
        return []
    reason = "a title begins here, and only its 》 is left"
    found = (m.start("title") for m in UNOPENED.finditer(chars))
    return [Change(at, at, "《", reason, "guess", ("",)) for at in found]


def _straight(chars: str) -> list[Change]:
    if '"' not in chars:
        return []
    reason = "straight quotation marks in Chinese text"
    found = STRAIGHT.finditer(chars)
    return [
        change
        for m in found
        for change in (
            Change(m.start(), m.start() + 1, "“", reason),
            Change(m.end() - 1, m.end(), "”", reason),
        )
    ]


def _unbalanced(line: str, offset: int, *, turned: bool) -> list[Change]:
    """Give the changes of a line; ``turned`` where too many “ show that some stand for ”."""
    changes: list[Change] = []
    open_at = -1
    for m in MARKS.finditer(line):
        at = m.start()
        if m.group() == "“":
            if open_at >= 0 and turned:
                changes.append(Change(at + offset, at + 1 + offset, "”", "“ closes a quotation"))
                open_at = -1
            else:
                open_at = at
        elif open_at >= 0:
            open_at = -1
        else:
            place = _lost_open(line, at)
            if place is not None:
                reason = "“ was lost before digits that ” closes"
                changes.append(Change(place + offset, place + offset, "“", reason))
    return changes


def _lost_open(line: str, close: int) -> int | None:
    """Give where the “ of a lone ” stood: before the only digits or letters within reach."""
    reach = max(0, close - REACH_CHARS)
    bounds = [m.end() for m in BOUNDARY.finditer(line, reach, close)]
    start = bounds[-1] if bounds else reach
    tokens = [m.start() for m in TOKEN.finditer(line, start, close)]
    return tokens[0] if len(tokens) == 1 else None
