"""Tables of contents: where they stand, and what headings they list.

Their headings tell where a heading ends that is glued to its text.
"""

import re

from builder.model.span import Span
from builder.structure.walk import Walk, Zone

__all__ = ["find_contents", "listed_headings"]

MAX_HEADING_LINES = 4
GAP = r"[ \t\u3000]*"
CN = "一二三四五六七八九十百"
# 第一章, 第二节
PART = rf"第{GAP}[{CN}\d]{{1,4}}{GAP}[编篇章节]"
# the first entry: 前言, 第一章 …, 一、…, 1 总则, or a few words
CONTENTS_ENTRY = re.compile(
    rf"[ \t\u3000\n]*(?P<entry>[前序]{GAP}言|第[一1][章编部篇节][^\n]{{0,12}}|一、[^\n]{{0,8}}"
    r"|1[ \t\u3000.]+[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2,8})"
)
# 第一节　发展基础第二节　发展环境, or one entry a line, with dots and page numbers behind
ENTRY = re.compile(
    rf"(?:{PART}|[{CN}]{{1,3}}、|（[{CN}]{{1,3}}）){GAP}"
    rf"(?P<heading>[^\n]{{2,60}}?)(?=[ \t\u3000.…·\-—\d]*(?:\n|$|{PART}))"
)


def find_contents(walk: Walk, at: int) -> Span | None:
    """Find a table of contents: it ends where its first entry comes again.

    A copy that kept the word 目录 and lost the list goes on with the text.
    """
    ahead = next((n for n in range(3) if walk.shape(n) == "contents"), None)
    if ahead is None:
        return None
    start = walk.lines[walk.at + ahead].span
    m = CONTENTS_ENTRY.match(walk.chars, start.end)
    again = -1
    if m:
        entry = m["entry"].split()[0]
        again = walk.chars.find(f"\n{entry}", m.end())
        if again < 0:
            again = walk.chars.find(entry, m.end())
    if again < 0 and _lost_list(walk.chars, start.end):
        again = start.end
    span = Span(start.start, again if again >= 0 else len(walk.chars))
    walk.zones.append(Zone(part="other", span=span))
    return span


def _lost_list(chars: str, at: int) -> bool:
    """Say whether sentences follow so soon that only the headings of the text stand between."""
    sentence = chars.find("。", at)
    return sentence >= 0 and chars.count("\n", at, sentence) <= MAX_HEADING_LINES


def listed_headings(chars: str, contents: Span | None) -> list[str]:
    """Give the headings of a table of contents, without labels and page numbers.

    >>> listed_headings("目录第一章总则第一节　发展基础第二节　发展环境\\n", Span(0, 25))
    ['总则', '发展基础', '发展环境']
    """
    if contents is None:
        return []
    return [m["heading"].strip() for m in ENTRY.finditer(chars, *contents)]
