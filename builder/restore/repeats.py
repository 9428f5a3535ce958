"""What stands twice: a title above the title, a body pasted a second time.

Damage: the page's headline repeats the document's title; a crawler stored the body twice.
Left alone: two lines that differ, and repeated lines of a list or table.
"""

import re
from itertools import accumulate, islice

from builder.model.draft import Change

__all__ = ["find"]

HEAD_LINES = 12
MIN_TITLE_CHARS = 8
MIN_BODY_LINE_CHARS = 20
MIN_BODY_CHARS = 100
MIN_SAME_SHARE = 0.8
# a line that comes back more often than this is no beginning of a second body
MAX_BEGINNINGS = 20
MAX_HEADS = 4  # title, addressees and two lines of the body
WIDTH = str.maketrans("（），：；", "(),:;")
LABEL = re.compile(r"[一二三四五六七八九十]+、|（|[0-9]")


def find(chars: str) -> list[Change]:
    """Give the repeated stretches to take out.

    >>> find("关于印发工作方案的通知\\n关于印发工作方案的通知\\n各县：")[0][:3]
    (0, 12, '')
    >>> find("武政办〔2022〕3号《关于印发的通知》\\n《关于印发的通知》\\n武政办〔2022〕3号")[0][:2]
    (0, 21)
    """
    lines = chars.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    body, glued = _repeated(chars, lines)
    changes = []
    if glued is not None:
        changes.append(Change(glued, len(chars), "", "the text stands twice"))
    if body:
        first, last = body
        begin = max(0, starts[first] - 1)
        end = min(len(chars), starts[last] - 1)
        changes.append(Change(begin, end, "", "the body stands twice"))
    for number, line in enumerate(lines[:HEAD_LINES][:-1]):
        again = _same(line, lines[number + 1]) and (not body or number + 1 < body[0])
        if _title(line) and (again or _in_two_lines(line, lines[number + 1 : number + 3])):
            changes.append(Change(starts[number], starts[number + 1], "", "the title stands twice"))
        elif _title(line) and _summary(line, lines[number + 1]):
            begin, end = starts[number + 1], starts[number + 2]
            changes.append(Change(begin, end, "", "a cut summary of the page"))
    return changes


def _repeated(chars: str, lines: list[str]) -> tuple[tuple[int, int] | None, int | None]:
    """Give the lines of a second body, or where one begins inside a line.

    The title may have stood once above both, so the lines behind it are tried as well.
    """
    long = (n for n, line in enumerate(lines) if len(line) >= MIN_BODY_LINE_CHARS)
    heads = list(islice(long, MAX_HEADS))
    for n in heads[:1]:
        body = _second_body(lines, n)
        if body:
            return body, None
    for n in heads:
        glued = _glued_body(chars, lines[n]) if n < HEAD_LINES else None
        if glued is not None:
            return None, glued
    for n in heads[1:]:
        body = _second_body(lines, n)
        if body:
            return body, None
    return None, None


def _title(line: str) -> bool:
    return len(line) >= MIN_TITLE_CHARS and line[-1] not in "。；：，" and not LABEL.match(line)


def _summary(title: str, line: str) -> bool:
    """Say whether a line is the title with what follows it, cut off as a page's summary is."""
    return line.endswith("…") and line.translate(WIDTH).startswith(title.translate(WIDTH))


def _same(a: str, b: str) -> bool:
    return a.translate(WIDTH) == b.translate(WIDTH)


def _in_two_lines(line: str, following: list[str]) -> bool:
    """Say whether title and number of a headline stand again in the next two lines."""
    if len(following) < 2 or "号" not in line:
        return False
    first, second = following
    return _same(line, first + second) or _same(line, second + first)


def _second_body(lines: list[str], first: int) -> tuple[int, int] | None:
    """Give the half-open range of lines that repeats what stands before it, from ``first`` on."""
    reached = [0, *accumulate(map(len, lines))]
    beginnings = [
        n
        for n in range(first + 1, len(lines))
        if lines[n] == lines[first]
        and reached[n] - reached[0] >= MIN_SAME_SHARE * (reached[-1] - reached[n])
    ]
    for again in beginnings[:MAX_BEGINNINGS]:
        back = _alike_before(lines, first, again)
        begin, start = again - back, first - back
        count = min(begin - start, len(lines) - begin)
        pairs = zip(lines[start : start + count], lines[begin : begin + count], strict=True)
        same = sum(a == b or _begins(a, b) for a, b in pairs)
        chars = reached[begin + count] - reached[begin]
        rest = reached[-1] - reached[begin]
        least = max(MIN_SAME_SHARE * rest, MIN_BODY_CHARS)
        if same >= MIN_SAME_SHARE * count and chars >= least:
            return begin, begin + count
    return None


def _glued_body(chars: str, head: str) -> int | None:
    """Give where, inside a line, the text from ``head`` on begins again; blanks before go too."""
    first = chars.index(head)
    opening = head[:MIN_BODY_LINE_CHARS]
    again = chars.find(opening, first + MIN_BODY_CHARS)
    rest = chars[again:]
    if again < 0 or len(rest) < MIN_SAME_SHARE * (again - first):
        return None
    before = {line.strip() for line in chars[first:again].split("\n")}
    same = sum(len(line) for line in rest.split("\n") if line.strip() in before)
    if same < MIN_SAME_SHARE * len(rest.replace("\n", "")):
        return None
    return len(chars[:again].rstrip())


def _alike_before(lines: list[str], first: int, again: int) -> int:
    """Give how many lines before two equal ones are equal as well."""
    back = 0
    while (
        back < min(first, again - first - 1) and lines[first - back - 1] == lines[again - back - 1]
    ):
        back += 1
    return back


def _begins(a: str, b: str) -> bool:
    """Say whether one line is a long beginning of the other (its end was cut or glued on)."""
    return min(len(a), len(b)) >= MIN_BODY_LINE_CHARS and (a.startswith(b) or b.startswith(a))
