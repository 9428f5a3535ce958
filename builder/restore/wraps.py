"""Lines broken at a column's width joined again.

Damage: PDF and plain-text sheets break lines at a column.  A text counts as wrapped where
many lines have one width and end in mid-sentence; a full line then goes on in the next,
unless that begins with a label or an indent.  Left alone: short lines (signatures, lists).
"""

import re
from collections import Counter
from itertools import pairwise

from builder.model.draft import Change
from builder.restore.labels import LABEL, STOPS

__all__ = ["find"]

MIN_WRAP_CHARS = 18
MIN_WRAP_SHARE = 0.3
MAX_SHORT = 3  # of a full line, in characters
MAX_SHORT_AMID = 5  # where the line ends and the next begins amid Chinese words
AMID = re.compile("[\u4e00-\u9fff](?:$|(?<=^.))")
JOIN = "a line broken at the column's width goes on"
STARTS_ANEW = re.compile(
    rf"[ \t\u3000\xa0]{{2}}|\u3000|{LABEL}|[（(]?附件|附[:：]|[-|｜•·●■◆▲①②③④⑤⑥⑦⑧⑨⑩]"
    r"|目\s*录|注[:：]|[（(]此件"
)


def find(chars: str) -> list[Change]:
    """Give the line ends to take out because a column's width made them.

    >>> lines = ["为贯彻落实国家关于数字经济发展要求，全面推进数字", "经济高质量发展，制定本措施。"]
    >>> [c[:3] for c in find("\\n".join(lines * 4))]
    [(24, 25, ''), (64, 65, ''), (104, 105, ''), (144, 145, '')]
    """
    lines = chars.split("\n")
    width = _column(lines)
    if width is None:
        return []
    changes = []
    start = 0
    for line, following in pairwise(lines):
        start += len(line)
        if _goes_on(line, following, width):
            trailing = len(line) - len(line.rstrip(" \u3000\xa0"))
            changes.append(Change(start - trailing, start + 1, "", JOIN))
        start += 1
    return changes


def _column(lines: list[str]) -> int | None:
    """Give the column width of a hard-wrapped text, in characters, or None for free lines."""
    widths = [_width(line) for line in lines]
    sizes = [size for size in widths if size >= MIN_WRAP_CHARS]
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
    full = [line for line, size in zip(lines, widths, strict=True) if abs(size - column) <= 2]
    broken = sum(not line.rstrip().endswith(STOPS) for line in full)
    return column if broken >= 0.5 * len(full) else None


def _width(line: str) -> int:
    """Give the width of a line in full-width characters; two Latin ones count as one."""
    narrow = len(line.encode("latin-1", "ignore"))
    return len(line) - narrow + (narrow + 1) // 2


def _goes_on(line: str, following: str, width: int) -> bool:
    stripped = line.rstrip(" \u3000\xa0")
    amid = AMID.search(stripped) and AMID.match(following)
    return (
        _width(stripped) >= width - (MAX_SHORT_AMID if amid else MAX_SHORT)
        and bool(following.strip())
        and not (stripped.endswith(STOPS) and _width(stripped) < width)
        and not STARTS_ANEW.match(following)
        and not (stripped.endswith("。") and _width(following.strip()) < 8)
    )
