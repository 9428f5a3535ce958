"""Half-width punctuation in Chinese text made full-width, full-width digits made half-width.

Damage: pages and converters set , : ; ( ) ? ! for ，：；（）？！, and １２ Ａ for 12 A.  Each
mark is decided by its neighbours.  Left alone: marks between digits or Latin letters (1,234
15:18 v1.0), URLs, formulas, item numbers (1.), and the brackets of Latin text.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from builder.model.draft import Change, by_rule

__all__ = ["find"]

CHINESE = "\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—·"
# , ; : ? ! with Chinese on one side at least, the other not tying it to a number or a word
MARK = (
    rf"(?<=[{CHINESE}][,;:?!])[,;:?!]*"
    rf"|(?<=[%)\]a-zA-Z0-9][,;:?!])[,;:?!]*(?=[ \u3000]?[{CHINESE}])"
)
WIDE_CHARS = "０-９Ａ-Ｚａ-ｚ％＋－"
WIDE = f"(?<=[{WIDE_CHARS}])[{WIDE_CHARS}]*"  # １０％
DOT = r"(?<=[0-9０-９]．)"  # 1．总则
PARENS = re.compile(r"[()（）]")
# the first character, found fast, then what it begins
FOLD = re.compile(f"[,;:?!{WIDE_CHARS}．](?:(?P<mark>{MARK})|(?P<wide>{WIDE})|(?P<dot>{DOT}))")
TO_FULL = str.maketrans(",;:?!()", "，；：？！（）")
TO_HALF = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
TO_HALF[ord("．")] = ord(".")
TO_HALF |= {c: c - 0xFEE0 for c in (*range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B, 0xFF0D)}
# 贯彻落实.⏎ 民生工程.为推动: a full stop where the text sets several so; 一.总体要求 is a label
STOP_AT_END = re.compile(r"\.(?<=[\u4e00-\u9fff”》）].)(?=[ \t\u3000]*(?:\n|$))")
STOP = re.compile(r"\.(?<=[\u4e00-\u9fff”》）].)(?=[ \t\u3000]*(?:[\u4e00-\u9fff“《（]|\n|$))")
LABELLED = re.compile(r"(?:^|\n)[ \t\u3000]*[一二三四五六七八九十（）()]{1,5}$")
MIN_STOPS = 2
HAN = re.compile(f"[{CHINESE}]")
URL = re.compile(r"(?:https?://|www\.)[!-~]+")
# 县<市、区>, 《县<政府工作报告>任务分解》; not 12<x>3
ANGLES = re.compile(rf"(?<=[{CHINESE}])<[\u4e00-\u9fff][^<>\n]{{0,60}}>(?=[{CHINESE}])")
# --到2015年: a dash that opens a line, as two hyphens
DASH = re.compile(r"(?:(?<=\n)|^)[ \t\u3000]*(?P<dash>--|－－)(?=[ \t\u3000]*[\u4e00-\u9fff“])")
REASON = "punctuation of Chinese text is full-width, digits and letters are half-width"
MAX_ROUNDS = 4  # a mark that was made full-width may decide its neighbour
MAX_PAREN_CHARS = 2_000
MAX_LONE_BRACKETS = 20
Fold = tuple[int, int, str]  # start, end and what is set there, of the same length


def find(chars: str) -> list[Change]:
    """Give the marks to change.

    >>> [c.restored for c in find("到2025年,县(市、区)达到1,234个;网络(5G)")]
    ['，', '（', '）', '；', '（', '）']
    >>> [c.restored for c in find("目标\\n--到2015年；规划--方案")]
    ['——']
    >>> find("发布时间 15:18 https://www.gov.cn/a?b=1,2 f(x)")
    []
    """
    current, spans = chars, set()
    for _ in range(MAX_ROUNDS):
        found = _once(current)
        if not found:
            break
        spans |= {(start, end) for start, end, _ in found}
        current = _made(current, found)
    places = sorted(spans)
    starts, ends = [start for start, _ in places], [end for _, end in places]
    return by_rule(starts, ends, [current[start:end] for start, end in places], REASON)


def _once(chars: str) -> list[Fold]:
    """Give what can be decided by the neighbours as they are now; no change alters a length."""
    urls = [m.span() for m in URL.finditer(chars)] if "://" in chars or "www." in chars else []
    changes = [_folded(m) for m in FOLD.finditer(chars)] + _brackets(chars)
    changes += _angles(chars) + _stops(chars) + _dashes(chars)
    return _outside(changes, urls) if urls else changes


def _stops(chars: str) -> list[Fold]:
    """Give the half-width full stops of a text that ends paragraphs with them."""
    if "." not in chars or len(STOP_AT_END.findall(chars)) < MIN_STOPS:
        return []
    return [
        (m.start(), m.end(), "。")
        for m in STOP.finditer(chars)
        if not LABELLED.search(chars, max(0, m.start() - 8), m.start())
    ]


def _dashes(chars: str) -> list[Fold]:
    """Give the dashes that open lines as two hyphens."""
    if "--" not in chars and "－－" not in chars:
        return []
    return [(*m.span("dash"), "——") for m in DASH.finditer(chars)]


def _made(chars: str, changes: list[Fold]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, restored in sorted(changes):
        parts += (chars[done:start], restored)
        done = end
    return "".join((*parts, chars[done:]))


def _outside(changes: list[Fold], spans: list[tuple[int, int]]) -> list[Fold]:
    """Give the changes that touch none of the spans."""
    starts = [start for start, _ in spans]
    kept = []
    for change in changes:
        at = bisect_right(starts, change[0]) - 1
        if at < 0 or change[0] >= spans[at][1]:
            kept.append(change)
    return kept


def _folded(m: re.Match[str]) -> Fold:
    return *m.span(), _as_folded(m.group(), m.lastgroup == "mark")


@lru_cache(maxsize=1 << 12)
def _as_folded(shown: str, is_mark: bool) -> str:
    return shown.translate(TO_FULL) if is_mark else shown.translate(TO_HALF)


def _brackets(chars: str) -> list[Fold]:
    """Give half-width brackets with Chinese inside, or before them, pair by pair."""
    if "(" not in chars and ")" not in chars:
        return []
    changes: list[Fold] = []
    stack: list[int] = []
    for m in PARENS.finditer(chars):
        at = m.start()
        if m.group() in "(（":
            stack.append(at)
            continue
        if not stack:
            if m.group() == ")" and _behind_chinese(chars, at):
                changes.append((at, at + 1, "）"))
            continue
        start = stack.pop()
        if at - start > MAX_PAREN_CHARS:
            continue
        if _chinese(chars, start, at):
            changes += [
                (i, i + 1, "（" if i == start else "）") for i in (start, at) if chars[i] in "()"
            ]
    return changes


def _angles(chars: str) -> list[Fold]:
    """Give ASCII angle brackets around Chinese words: 各县<市、区>人民政府, not <br>."""
    if "<" not in chars:
        return []
    return [
        (at, at + 1, mark)
        for m in ANGLES.finditer(chars)
        for at, mark in ((m.start(), "〈"), (m.end() - 1, "〉"))
    ]


def _behind_chinese(chars: str, at: int) -> bool:
    """Say whether a bracket without its first one follows Chinese, other such ones between."""
    before = chars[max(0, at - MAX_LONE_BRACKETS) : at].rstrip(")")
    return bool(before) and HAN.match(before[-1]) is not None


def _chinese(chars: str, start: int, end: int) -> bool:
    before = start > 0 and HAN.match(chars, start - 1)
    after = end + 1 < len(chars) and HAN.match(chars, end + 1)
    mixed = chars[start] == "（" or chars[end] == "）"
    return bool(before or after or mixed or HAN.search(chars, start + 1, end))
