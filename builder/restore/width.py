"""Half-width punctuation in Chinese text made full-width, full-width digits made half-width.

Damage: pages and converters set , : ; ( ) ? ! for ，：；（）？！, and １２ Ａ for 12 A.  Each
mark is decided by its neighbours.  Left alone: marks between digits or Latin letters (1,234
15:18 v1.0), URLs, formulas, item numbers (1.), and the brackets of Latin text.
"""

import re
from bisect import bisect_right

from builder.model.draft import Change

__all__ = ["find"]

CHINESE = "\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—·"
# , ; : ? ! with Chinese on one side at least, the other not tying it to a number or a word
MARK = rf"(?<=[%)\]a-zA-Z0-9])[,;:?!](?=[ \u3000]?[{CHINESE}])|(?<=[{CHINESE}])[,;:?!]"
WIDE = "[０-９Ａ-Ｚａ-ｚ％＋－]+"  # １０％
DOT = r"(?<=[0-9０-９])．"  # 1．总则
PARENS = re.compile(r"[()（）]")
FOLD = re.compile(f"(?P<mark>{MARK})|(?P<wide>{WIDE})|(?P<dot>{DOT})", re.MULTILINE)
TO_FULL = str.maketrans(",;:?!()", "，；：？！（）")
TO_HALF = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
TO_HALF |= {c: c - 0xFEE0 for c in (*range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B, 0xFF0D)}
HAN = re.compile(f"[{CHINESE}]")
REASON = "punctuation of Chinese text is full-width, digits and letters are half-width"
MAX_PAREN_CHARS = 2_000


def find(chars: str) -> list[Change]:
    """Give the marks to change.

    >>> [c.restored for c in find("到2025年,县(市、区)达到1,234个;网络(5G)")]
    ['，', '（', '）', '；', '（', '）']
    >>> find("发布时间 15:18 https://www.gov.cn/a?b=1,2 f(x)")
    []
    """
    urls = [m.span() for m in re.finditer(r"(?:https?://|www\.)[!-~]+", chars)]
    changes = [_folded(m) for m in FOLD.finditer(chars)] + _brackets(chars)
    return _outside(changes, urls) if urls else changes


def _outside(changes: list[Change], spans: list[tuple[int, int]]) -> list[Change]:
    """Give the changes that touch none of the spans."""
    starts = [start for start, _ in spans]
    kept = []
    for change in changes:
        at = bisect_right(starts, change.start) - 1
        if at < 0 or change.start >= spans[at][1]:
            kept.append(change)
    return kept


def _folded(m: re.Match[str]) -> Change:
    if m.lastgroup == "mark":
        return Change(m.start(), m.end(), m.group().translate(TO_FULL), REASON)
    if m.lastgroup == "dot":
        return Change(m.start(), m.end(), ".", REASON)
    return Change(m.start(), m.end(), m.group().translate(TO_HALF), REASON)


def _brackets(chars: str) -> list[Change]:
    """Give half-width brackets with Chinese inside, or before them, pair by pair."""
    if "(" not in chars and ")" not in chars:
        return []
    changes: list[Change] = []
    stack: list[int] = []
    for m in PARENS.finditer(chars):
        at = m.start()
        if m.group() in "(（":
            stack.append(at)
            continue
        if not stack:
            if m.group() == ")" and at and HAN.match(chars, at - 1):
                changes.append(Change(at, at + 1, "）", REASON))
            continue
        start = stack.pop()
        if at - start > MAX_PAREN_CHARS:
            continue
        if _chinese(chars, start, at):
            changes += [
                Change(i, i + 1, chars[i].translate(TO_FULL), REASON)
                for i in (start, at)
                if chars[i] in "()"
            ]
    return changes


def _chinese(chars: str, start: int, end: int) -> bool:
    before = start > 0 and HAN.match(chars, start - 1)
    after = end + 1 < len(chars) and HAN.match(chars, end + 1)
    mixed = chars[start] == "（" or chars[end] == "）"
    return bool(before or after or mixed or HAN.search(chars, start + 1, end))
