"""Paragraphs: a text on one line split, lines broken at column width joined.

Damage: (1) a page's paragraphs were joined into one line, so that headings stand inside
it; we split at labels that begin a sentence, at wide gaps, and around the document number.
(2) PDF lines end at a column; we join a full line to the next where no sentence ends and
no label begins.  (3) Titles are set in two or three lines.  Left alone: short lines
(signatures, lists), and label words inside a sentence (第一条 cited, 上述（一）).
"""

import re
from collections import Counter

from builder.model.draft import Change

__all__ = ["find_glued", "find_titles", "find_wraps"]

MIN_GLUED_CHARS = 200
NUMERAL = "[一二三四五六七八九十]{1,3}"
ENDS = "。；：！？）”》"
LABEL = (
    rf"(?:{NUMERAL}、|（{NUMERAL}）|[(]{NUMERAL}[)]|第[一二三四五六七八九十百零]{{1,5}}[章节条编]"
    r"|[0-9]{1,2}[.．、](?![0-9])|——)"
)
ARTICLE = "第[一二三四五六七八九十百零]{1,5}[章节条编]"
SPACE = "[ \u3000\xa0]"
# 一、 （一） 第一章 after the end of a sentence; 附件：1. stays
GLUED_LABEL = re.compile(rf"(?<=[{ENDS}])(?<!附件：){SPACE}*(?={LABEL})")
# 一、总体要求（一）指导思想: a heading without end mark, then the first label below it
GLUED_FIRST = re.compile(rf"(?<=[\u4e00-\u9fff]){SPACE}*(?=（一）[\u4e00-\u9fff]{{2,24}}[。：，])")
# 第二章 组成人员职责第四条 市政府: a label with a blank behind it
GLUED_ARTICLE = re.compile(rf"(?<=[\u4e00-\u9fff）”]){SPACE}*(?={ARTICLE}{SPACE})")
# 空间。 第四条 地下: sure in a line of any length
SURE_ARTICLE = re.compile(rf"(?<=。){SPACE}+(?={ARTICLE}{SPACE})")
GAP = re.compile(r"[ \t]?[\u3000\xa0\u2002\u2003]{2,}[ \t]?|[ \t]{3,}")
ENDS_WITH_LABEL = re.compile(rf"(?:{ARTICLE}|{NUMERAL}、|（{NUMERAL}）|[0-9]\.|[：:])$")
# 2013年9月9日 淡竹乡人民政府： : what follows a signature
AFTER_DATE = re.compile(r"(?:(?<=\d日)|(?<=日印发))[ \u3000\xa0]+(?=[\u4e00-\u9fff（“《])")
# …的通知国发〔2014〕25号各省： : around the number
NUMBER = re.compile(
    r"(?:(?<=通知)|(?<=意见)|(?<=决定)|(?<=批复)|(?<=公告)|(?<=通告)|(?<=函)|(?<=办法)|(?<=方案))"
    r"[ \u3000\xa0]*(?=[\u4e00-\u9fff]{1,10}〔(?:19|20)\d\d〕\d{1,5}号(?!）))"
)
AFTER_NUMBER = re.compile(r"(?<=号)[ \u3000\xa0]*(?=[\u4e00-\u9fff（）、，]{2,200}[：:])")
ADDRESSED = re.compile(
    r"(?<=[\u4e00-\u9fff）][：:])[ \u3000\xa0]*(?=(?:现将|为|根据|按照|近年来|《|经|你|当前|党中央))"
)
DATED = re.compile(
    r"(?<=[。执行实施行施])(?=[\u4e00-\u9fff]{2,30}(?:政府|办公室|办公厅|委员会|厅|局|国务院)[ \u3000\xa0]*"
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日)|(?<=国务院|.政府|办公室|办公厅|委员会)[ \u3000\xa0]*"
    r"(?=(?:19|20)\d\d年\d{1,2}月\d{1,2}日[ \u3000\xa0]*[（(]此件)|(?<=\d日)[ \u3000\xa0]*(?=[（(]此件)"
    r"|(?<=公开发布）)[ \u3000\xa0]*(?=[\u4e00-\u9fff“])|(?<=主动公开）)[ \u3000\xa0]*(?=[\u4e00-\u9fff“])"
)
HEAD_CHARS = 1_500
STARTS_ANEW = re.compile(
    rf"[ \t\u3000\xa0]{{2}}|\u3000|{LABEL}|[（(]?附件|附[:：]|[-•·●■◆▲①②③④⑤⑥⑦⑧⑨⑩]|目\s*录|注[:：]|[（(]此件"
)
STOPS = tuple("。：；！？.:;!?")
MIN_WRAP_CHARS = 18
MIN_WRAP_SHARE = 0.3
SPLIT = "headings and gaps show where paragraphs begin"
JOIN = "a line broken at the column's width goes on"
TITLE = "a title set in several lines is one paragraph"
KINDS = "通知|意见|决定|办法|方案|批复|复函|答复|函|公告|通告|规定|细则|规划|计划|纲要|条例|报告|要点|措施|令|预案|规则|举措"
TITLE_END = re.compile(
    rf"(?:{KINDS})(?:》|）|[（(][^（）()]{{1,20}}[)）])*(?:的(?:通知|意见|函|决定|批复))?$"
)
# 国发〔2019〕4号, 二〇〇六年九月七日, （此件公开发布）, 附件1
NO_TITLE = re.compile(
    r"〔\d{4}〕\d+号$|[0-9〇○一二三四五六七八九十]日$|^[（(](?:此件|本文|此文|联系)|^附件"
)
MAX_TITLE_LINES = 4
MAX_TITLE_LINE_CHARS = 45
QUOTED = re.compile("《([^《》\n]{6,120})》")


def find_glued(chars: str) -> list[Change]:
    """Give the places at which one long line falls into paragraphs.

    >>> [c.start for c in find_glued("为贯彻落实。" * 60 + "一、总体要求。" + "二、重点任务。")]
    [360, 367]
    """
    changes: list[Change] = []
    start = 0
    whole = "\n" not in chars.strip()
    for line in chars.split("\n"):
        long = whole or len(line) >= MIN_GLUED_CHARS
        spans = _boundaries(line) if long else [m.span() for m in SURE_ARTICLE.finditer(line)]
        changes += [Change(s + start, e + start, "\n", SPLIT) for s, e in spans]
        start += len(line) + 1
    return changes


def _boundaries(line: str) -> list[tuple[int, int]]:
    """Give the spans that a line end replaces; one boundary alone is no evidence."""
    found = [m.span() for m in GLUED_LABEL.finditer(line)]
    found += [m.span() for m in GAP.finditer(line) if not _behind_label(line, m.start())]
    for pattern in (NUMBER, AFTER_NUMBER, ADDRESSED, DATED):
        found += [m.span() for m in pattern.finditer(line, 0, HEAD_CHARS)]
    if len(found) < 2:
        return []
    for pattern in (GLUED_FIRST, GLUED_ARTICLE, AFTER_DATE):
        found += [m.span() for m in pattern.finditer(line)]
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if 0 < start and end < len(line) and (not spans or start > spans[-1][1]):
            spans.append((start, end))
    return spans


def _behind_label(line: str, at: int) -> bool:
    return ENDS_WITH_LABEL.search(line[max(0, at - 8) : at]) is not None


def find_wraps(chars: str) -> list[Change]:
    """Give the line ends to take out because a column's width made them.

    >>> lines = ["为贯彻落实国家关于数字经济发展要求，全面推进数字", "经济高质量发展，制定本措施。"]
    >>> [c[:3] for c in find_wraps("\\n".join(lines * 4))]
    [(24, 25, ''), (64, 65, ''), (104, 105, ''), (144, 145, '')]
    """
    lines = chars.split("\n")
    width = _column(lines)
    if width is None:
        return []
    changes = []
    start = 0
    for line, following in zip(lines, lines[1:], strict=False):
        start += len(line)
        if _goes_on(line, following, width):
            trailing = len(line) - len(line.rstrip(" \u3000\xa0"))
            changes.append(Change(start - trailing, start + 1, "", JOIN))
        start += 1
    return changes


def _column(lines: list[str]) -> int | None:
    """Give the column width of a hard-wrapped text, in characters, or None for free lines."""
    sizes = [_width(line) for line in lines if _width(line) >= MIN_WRAP_CHARS]
    if len(sizes) < 4:
        return None
    near: Counter[int] = Counter()
    for size in sizes:
        for close in (size - 1, size, size + 1):
            near[close] += 1
    column, count = max(near.items(), key=lambda item: (item[1], item[0]))
    longer = sum(size > column + 4 for size in sizes)
    if count < MIN_WRAP_SHARE * len(sizes) or longer > 0.1 * len(sizes):
        return None
    full = [line for line in lines if abs(_width(line) - column) <= 2]
    broken = sum(not line.rstrip().endswith(STOPS) for line in full)
    return column if broken >= 0.5 * len(full) else None


def _width(line: str) -> int:
    """Give the width of a line in full-width characters; two Latin ones count as one."""
    narrow = sum(c < "\u0100" for c in line)
    return len(line) - narrow + (narrow + 1) // 2


def _goes_on(line: str, following: str, width: int) -> bool:
    stripped = line.rstrip(" \u3000\xa0")
    return (
        _width(stripped) >= width - 3
        and bool(following.strip())
        and not (stripped.endswith(STOPS) and _width(stripped) < width)
        and not STARTS_ANEW.match(following)
        and not (stripped.endswith("。") and _width(following.strip()) < 8)
    )


def find_titles(chars: str) -> list[Change]:
    """Give the line ends inside titles.

    >>> text = "为落实《新型城镇化五年行动计划》\\n新型城镇化\\n五年行动计划\\n总则"
    >>> [c.start for c in find_titles(text)]
    [22]
    >>> [c.start for c in find_titles("国务院关于加强\\n公立医院考核工作的意见\\n国发〔2019〕4号")]
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
    for count in range(2, MAX_TITLE_LINES + 1):
        if first + count > len(lines) or not _may_be_title(lines[first + count - 1]):
            return 1
        joined += lines[first + count - 1]
        if _bare(joined) in quoted or (_head(lines, first) and _is_notice_title(joined)):
            return count
    return 1


def _complete(line: str, quoted: set[str]) -> bool:
    return _bare(line) in quoted or _is_notice_title(line)


def _head(lines: list[str], first: int) -> bool:
    return first < 12 and sum(map(len, lines[:first])) < 400


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
