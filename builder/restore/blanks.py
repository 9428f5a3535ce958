"""Blanks that are no part of the text: indents, empty lines, blanks inside words and numbers.

Damage: pages indent with blanks, centre titles by spacing them out (几 个 问 题), and PDF
extraction cuts words and numbers (20 25年, 实 施方案).  Left alone: one blank between two
names (中共云南省委 云南省人民政府), behind a label (第一条　为), and in Latin text.
"""

import re
from bisect import bisect_right
from itertools import pairwise

from builder.model.draft import Change

__all__ = ["find", "find_inner", "find_newlines"]

BLANK = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
HAN = "\u3400-\u9fff"
PUNCTUATION = "，。、；：！？（）《》〈〉“”‘’〔〕【】…—"
NEWLINE = re.compile("[\r\u2028\u2029\u0085\x0b\x0c](?:(?<=\r)\n)?")
# blanks and line ends in a row: indents and ends of lines, empty lines, the ends of the text
EDGE = re.compile(rf"{BLANK[:-1]}\n]+")
RUN = re.compile(rf"{BLANK}+")
# 〔2011〕 35 号, 2023 年6 月14 日, 第 61 次, 70 %: blanks inside a number and its unit
IN_NUMBER = re.compile(
    rf"(?<=[〔〕0-9第]){BLANK}+(?=[年月日号〔〕])|(?<=[{HAN}]){BLANK}+(?=〔{BLANK}*(?:19|20))"
    rf"|(?<=〕){BLANK}+(?=第?\d)|(?<=〔){BLANK}+(?=\d)|(?<=\d){BLANK}+(?=〕)"
    rf"|(?<=年){BLANK}+(?=[0-9]{{1,2}}{BLANK}*月)|(?<=月){BLANK}+(?=[0-9]{{1,2}}{BLANK}*日)"
    rf"|(?<=第){BLANK}+(?=\d)|(?<=[0-9]){BLANK}+(?=[%％])"
)
BESIDE_MARK = re.compile(
    rf"{BLANK}+(?=[，。、；：！？）》”〉])|(?<=[，、；（《“〈]){BLANK}+(?=[{HAN}0-9])"
)
# 国 务 院, 几 个 问 题 的 通 知: single characters set apart
SPACED = re.compile(
    rf"(?<![{HAN}])[{HAN}](?:{BLANK}+[{HAN}]){{2,40}}(?={BLANK}|$|[^{HAN}0-9〇○])", re.MULTILINE
)
TWO_CHARS = re.compile(
    rf"^(?:第.{{1,4}}[章节]{BLANK}+)?([{HAN}])({BLANK}+)([{HAN}])$", re.MULTILINE
)
# 到 2025 年, 达到 80 万吨, 提高到 72%。: a number set apart on both sides within a sentence;
# what counts stands behind it, or it is a section's number (建设原则 2.1 光伏温室)
COUNTED = (
    "年月日号个家万亿千百余多元人所座条项户次天岁级米亩吨公平处"
    "辆台套件张册种类批届位名支期周倍成分立"
)
APART = re.compile(
    rf"(?<=[{HAN}”）》]){BLANK}(?=(?P<number>[0-9]+(?:\.[0-9]+)?(?:[-—~][0-9]+(?:\.[0-9]+)?)?)"
    rf"(?:%(?:{BLANK}?[{HAN}]|[，。；、）])|{BLANK}[{COUNTED}]))"
)
SENTENCE_MARKS = re.compile("[，。；]")
BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]){BLANK}(?=[{HAN}])")
# in a text that is cut all over: any single blank between Chinese characters, marks, digits
ANY_CUT = re.compile(rf"(?<=[{HAN}{PUNCTUATION}0-9:]){BLANK}(?=[{HAN}{PUNCTUATION}0-9%:])")
HAN_RUN = re.compile(rf"[{HAN}]+")
# 序号 主要任务 牵头单位 责任单位, and 1 加强水资源保护 市水利局 各县区: blanks part the cells
TABLE_HEAD = re.compile(rf"^{BLANK}*序{BLANK}*号(?:{BLANK}+[{HAN}]+){{2,}}{BLANK}*$", re.MULTILINE)
TABLE_ROW = re.compile(rf"^{BLANK}*\d{{1,3}}{BLANK}[^\n]*", re.MULTILINE)
MIN_CUT_SHARE = 0.02
MIN_CUTS = 5
MAX_LOOKED_UP = 300  # each look-up reads the whole text
MIN_HALF_CHARS = 4
REASON_EDGE = "indents, ends of lines and empty lines are layout"
REASON_INNER = "a blank inside a word or number"


def find_newlines(chars: str) -> list[Change]:
    """Give the line ends that are not a line feed.

    >>> len(find_newlines("一\\r\\n二"))
    1
    """
    return [Change(m.start(), m.end(), "\n", REASON_EDGE) for m in NEWLINE.finditer(chars)]


def find(chars: str) -> list[Change]:
    """Give the blanks around lines, with what remains of them.

    >>> [c.restored for c in find("　　一、总则\\n\\n　　为了 \\n")]
    ['', '\\n', '']
    """
    changes = []
    for m in EDGE.finditer(chars):
        blanks = m.group()
        inner = m.start() > 0 and m.end() < len(chars)
        restored = "" if not inner else "\n" if "\n" in blanks else blanks
        if blanks != restored:
            changes.append(Change(m.start(), m.end(), restored, REASON_EDGE))
    return changes


def find_inner(chars: str) -> list[Change]:
    """Give the blanks inside lines, with what remains of them.

    >>> [c[:3] for c in find_inner("国发 〔2011〕 35 号")]
    [(2, 3, ''), (9, 10, ''), (12, 13, '')]
    >>> find_inner("中共云南省委 云南省人民政府关于")
    []
    >>> sorted(c[:2] for c in find_inner("到 2025 年，在 60 个左右城市建设"))
    [(1, 2), (6, 7), (10, 11), (13, 14)]
    >>> find_inner("序号 任务 责任单位\\n1 加强水资源保护 市水利局")
    []
    """
    cells = _table_lines(chars)
    runs = [m for m in RUN.finditer(chars) if _is_inside(m) and not _between_cells(m, cells)]
    if not runs:
        return []
    places = {m.span(): m.group()[0] for m in runs if len(m.group()) > 1}
    places |= {m.span(): "" for m in runs if IN_NUMBER.match(chars, m.start())}
    places |= {m.span(): "" for m in runs if BESIDE_MARK.match(chars, m.start())}
    for m in SPACED.finditer(chars) if _spaced_out(runs) else ():
        places |= {r.span(): "" for r in RUN.finditer(chars, m.start(), m.end())}
    places |= {m.span(2): "" for m in TWO_CHARS.finditer(chars)}
    places |= {span: "" for m in runs for span in _apart(m)}
    places |= _cuts(chars, runs)
    return [Change(start, end, to, REASON_INNER) for (start, end), to in places.items()]


def _table_lines(chars: str) -> list[tuple[int, int]]:
    """Give the lines of tables whose cells only blanks part."""
    head = TABLE_HEAD.search(chars) if "序" in chars else None
    if head is None:
        return []
    return [m.span() for m in (head, *TABLE_ROW.finditer(chars, head.end()))]


def _between_cells(m: re.Match[str], lines: list[tuple[int, int]]) -> bool:
    """Say whether a blank of one character width stands in a line of a table."""
    place = bisect_right(lines, (m.start(), len(m.string))) - 1
    return place >= 0 and m.start() < lines[place][1] and len(m.group()) == 1


def _is_inside(m: re.Match[str]) -> bool:
    """Say whether a run of blanks has words on both sides, on its line."""
    chars = m.string
    return (
        m.start() > 0
        and m.end() < len(chars)
        and chars[m.start() - 1] != "\n"
        and chars[m.end()] != "\n"
    )


def _spaced_out(runs: list[re.Match[str]]) -> bool:
    """Say whether one character stands between two blanks, as SPACED wants it."""
    return any(later.start() == m.end() + 1 for m, later in pairwise(runs))


def _apart(m: re.Match[str]) -> list[tuple[int, int]]:
    """Give the blanks on both sides of a number that begins behind the blank, in a sentence."""
    chars = m.string
    number = APART.match(chars, m.start())
    if number is None:
        return []
    line = slice(chars.rfind("\n", 0, m.start()) + 1, chars.find("\n", m.end()))
    if not SENTENCE_MARKS.search(chars, line.start, line.stop if line.stop >= 0 else len(chars)):
        return []
    behind = RUN.match(chars, number.end("number") + (chars[number.end("number")] == "%"))
    return [m.span(), behind.span()] if behind else [m.span()]


def _cuts(chars: str, runs: list[re.Match[str]]) -> dict[tuple[int, int], str]:
    """Give blanks that cut words: in a text full of them all, elsewhere proven ones."""
    between = [m.span() for m in runs if BETWEEN_HAN.match(chars, m.start())]
    body = "。" in chars or "，" in chars
    if body and len(between) > max(MIN_CUTS, MIN_CUT_SHARE * len(chars)):
        return {m.span(): "" for m in runs if ANY_CUT.match(chars, m.start())}
    return {span: "" for span in between[:MAX_LOOKED_UP] if _elsewhere_whole(chars, *span)}


def _elsewhere_whole(chars: str, start: int, end: int) -> bool:
    """Say whether the text has the same words without the blank somewhere else."""
    before = chars[max(0, start - 12) : start]
    after = chars[end : end + 12]
    left = HAN_RUN.findall(before)[-1] if HAN_RUN.findall(before) else ""
    right = m.group() if (m := HAN_RUN.match(after)) else ""
    if len(left) < MIN_HALF_CHARS or len(right) < MIN_HALF_CHARS:
        return False
    return left[-MIN_HALF_CHARS:] + right[:MIN_HALF_CHARS] in chars
