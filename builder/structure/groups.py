"""Lines that group the rows of a table: 一、知识产权保护方面（共5项）.

A flattened table prints them as a line or a row of one cell above the rows that they group,
with numbers of their own that run on from one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from builder.model.span import Span
from builder.structure.labels import CN, Label, numeral

__all__ = ["GROUP_LINE", "find_groups"]

BARS = r"[ \t\u3000|]*"
# 一、知识产权保护方面（共5项）, | （二）民生保障 | |, | 一 | 科技创新 | |
GROUP_LINE = re.compile(
    rf"^{BARS}(?P<label>(?P<plain>[{CN}]{{1,3}}(?:[、.．]|(?=[ \t]*\|)))|[（(][{CN}]{{1,3}}[）)])"
    rf"{BARS}(?P<name>[^\n。；|]{{2,40}}){BARS}$",
    re.MULTILINE,
)
MIN_GROUPS = 2


def find_groups(chars: str, start: int, stop: int, rows: Sequence[Span]) -> list[Label]:
    """Give the groups between two offsets; ``rows`` are the numbers that open the rows.

    A group stands right above a row, above another group, or at the end of the table.

    >>> chars = "一、产业\\n1\\n园区\\n二、民生\\n2\\n学校\\n"
    >>> [one.numbers for one in find_groups(chars, 0, len(chars), [Span(5, 6), Span(15, 16)])]
    [(1,), (2,)]
    """
    opens = [row.start for row in rows]
    below = stop
    standing = []
    for m in reversed(list(GROUP_LINE.finditer(chars, start, stop))):
        following = bisect_left(opens, m.end())
        at = min([below, *opens[following : following + 1]])
        if not chars[m.end() : at].strip(" \t\u3000|\n"):
            standing.append(m)
            below = m.start()
    return _running_on(standing[::-1])


def _running_on(found: Sequence[re.Match[str]]) -> list[Label]:
    """Give those whose numbers run on from one in the class of the first."""
    groups: list[Label] = []
    for m in found:
        number = numeral(m["label"].strip("、.．（）()"))
        if bool(m["plain"]) == bool(found[0]["plain"]) and number == len(groups) + 1:
            span = Span(*m.span("label"))
            groups.append(Label(span=span, kind="group", numbers=(number,), line_start=True))
    return groups if len(groups) >= MIN_GROUPS else []
