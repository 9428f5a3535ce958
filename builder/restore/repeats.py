"""What stands twice: a title above the title, a body pasted a second time.

Damage: the page's headline repeats the document's title; a crawler stored the body twice.
Left alone: two lines that differ, and repeated lines of a list or table.
"""

import re

from builder.model.draft import Change

__all__ = ["find"]

HEAD_LINES = 12
MIN_TITLE_CHARS = 8
MIN_BODY_LINE_CHARS = 20
MIN_SAME_SHARE = 0.9
WIDTH = str.maketrans("（），：；", "(),:;")
LABEL = re.compile(r"[一二三四五六七八九十]+、|（|[0-9]")


def find(chars: str) -> list[Change]:
    """Give the repeated stretches to take out.

    >>> find("关于印发工作方案的通知\\n关于印发工作方案的通知\\n各县：")[0][:3]
    (0, 12, '')
    """
    lines = chars.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    body = _second_body(lines)
    changes = []
    if body:
        first, last = body
        begin = max(0, starts[first] - 1)
        end = min(len(chars), starts[last] - 1)
        changes.append(Change(begin, end, "", "the body stands twice"))
    for number, line in enumerate(lines[:HEAD_LINES][:-1]):
        if _title(line) and _same(line, lines[number + 1]) and (not body or number + 1 < body[0]):
            changes.append(Change(starts[number], starts[number + 1], "", "the title stands twice"))
    return changes


def _title(line: str) -> bool:
    return len(line) >= MIN_TITLE_CHARS and line[-1] not in "。；：，" and not LABEL.match(line)


def _same(a: str, b: str) -> bool:
    return a.translate(WIDTH) == b.translate(WIDTH)


def _second_body(lines: list[str]) -> tuple[int, int] | None:
    """Give the half-open range of lines that repeats what stands before it."""
    first = next((i for i, line in enumerate(lines) if len(line) >= MIN_BODY_LINE_CHARS), None)
    if first is None:
        return None
    for again in range(first + 1, len(lines)):
        if lines[again] != lines[first]:
            continue
        count = min(again - first, len(lines) - again)
        pairs = zip(lines[first : first + count], lines[again : again + count], strict=True)
        same = sum(a == b for a, b in pairs)
        chars = sum(len(line) for line in lines[again : again + count])
        rest = sum(len(line) for line in lines[again:])
        if same >= MIN_SAME_SHARE * count and chars >= 0.8 * rest and chars >= 100:
            return again, again + count
    return None
