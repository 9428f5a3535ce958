"""Headings of a table of contents: they tell where headings end that are glued to their text."""

import re

from builder.model.span import Span

__all__ = ["listed_headings"]

# 第一节　发展基础第二节　发展环境 or one entry a line, with dots and page numbers behind
ENTRY = re.compile(
    r"(?:第[ \t\u3000]*[一二三四五六七八九十百\d]{1,4}[ \t\u3000]*[编篇章节]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[ \t\u3000]*"
    r"(?P<heading>[^\n]{2,60}?)(?=[ \t\u3000.…·\-—\d]*(?:\n|$|第[ \t\u3000]*[一二三四五六七八九十百\d]{1,4}[ \t\u3000]*[编篇章节]))"
)


def listed_headings(chars: str, contents: Span | None) -> list[str]:
    """Give the headings of a table of contents, without labels and page numbers.

    >>> listed_headings("目录第一章总则第一节　发展基础第二节　发展环境\\n", Span(0, 25))
    ['总则', '发展基础', '发展环境']
    """
    if contents is None:
        return []
    return [m["heading"].strip() for m in ENTRY.finditer(chars, *contents)]
