"""Machine-made traditional script back to simplified, where it evidently is traditional.

Damage: a page was converted to traditional characters, with wrong one-to-many picks (短闆,
北鬥) and characters left over in simplified script.  A text with many characters that no
simplified text has is converted as a whole; in any other text only paragraphs that are
evidently traditional are.  Left alone: single characters in simplified text, which are
names (锺, 昇), and names whose characters only look traditional (乾安县, 於潜).
"""

import re

import numpy as np
from rapidfuzz.distance import Levenshtein

from builder.lexicon.script import (
    count_evident,
    folded,
    has_folded,
    plain,
    simplified,
    variant,
)
from builder.model.draft import Change, by_rule

__all__ = ["find", "find_radicals", "is_traditional"]

MIN_SHARE_OF_TEXT = 0.02
MIN_SHARE_OF_PARAGRAPH = 0.08
MIN_IN_PARAGRAPH = 3
MAX_ALIGNED_CHARS = 20_000
RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
CHANGED = "converted from traditional to simplified script"


def find(chars: str) -> list[Change]:
    """Give the runs of characters to convert.

    >>> [(c.start, c.restored) for c in find("城市安全韌性短闆得到有效補齊，北鬥應用")]
    [(4, '韧'), (7, '板'), (12, '补齐'), (16, '斗应')]
    """
    count = count_evident(chars)
    if not count:
        return []
    if count >= MIN_SHARE_OF_TEXT * len(chars):
        return _converted(chars, 0)
    changes: list[Change] = []
    start = 0
    for line in chars.split("\n"):
        if is_traditional(line):
            changes += _converted(line, start)
        start += len(line) + 1
    return changes


def find_radicals(chars: str) -> list[Change]:
    """Give radical, compatibility and variant forms with the characters that they stand for.

    >>> [c.restored for c in find_radicals("⼈民政府提髙水平，顾栋髙撰")]
    ['人', '高']
    """
    changes: list[Change] = []
    if has_folded(chars):
        table = folded()
        found = ((m, table.get(ord(m.group()))) for m in RADICAL.finditer(chars))
        reason = "a radical or compatibility code point stands for the character"
        changes += [Change(m.start(), m.end(), to, reason) for m, to in found if to]
    reason = "a variant form stands for the character"
    for m in variant().finditer(chars):
        to = plain(chars, m.start())
        if to:
            changes.append(Change(m.start(), m.end(), to, reason))
    return changes


def is_traditional(chars: str) -> bool:
    """Say whether a paragraph is evidently in traditional script.

    >>> is_traditional("發展和改革委員會"), is_traditional("乾安县钱锺书")
    (True, False)
    """
    count = count_evident(chars)
    return count >= MIN_IN_PARAGRAPH and count >= MIN_SHARE_OF_PARAGRAPH * len(chars)


def _converted(chars: str, offset: int) -> list[Change]:
    """Give the runs in which a text and its conversion differ."""
    converted = simplified(chars)
    if len(converted) == len(chars):
        return _differing(chars, converted, offset)
    lines, others = chars.split("\n"), converted.split("\n")
    changes: list[Change] = []
    for line, other in zip(lines, others, strict=True):
        if len(line) == len(other):
            changes += _differing(line, other, offset)
        else:
            changes += _aligned(line, other, offset)
        offset += len(line) + 1
    return changes


def _differing(chars: str, converted: str, offset: int) -> list[Change]:
    if chars == converted:
        return []
    places = np.flatnonzero(_codes(chars) != _codes(converted))
    starts = places[np.diff(places, prepend=-2) > 1].tolist()
    ends = (places[np.diff(places, append=len(chars) + 1) > 1] + 1).tolist()
    pieces = [converted[start:end] for start, end in zip(starts, ends, strict=True)]
    return by_rule(
        [start + offset for start in starts], [end + offset for end in ends], pieces, CHANGED
    )


def _codes(chars: str) -> "np.typing.NDArray[np.uint32]":
    return np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _aligned(line: str, converted: str, offset: int) -> list[Change]:
    """Give the changes of a line in which a word became longer or shorter (最佳化 -> 优化)."""
    if len(line) > MAX_ALIGNED_CHARS:
        return []
    codes = Levenshtein.opcodes(line, converted)
    return [
        Change(
            code.src_start + offset,
            code.src_end + offset,
            converted[code.dest_start : code.dest_end],
            CHANGED,
        )
        for code in codes
        if code.tag != "equal"
    ]
