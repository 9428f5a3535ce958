"""Principles set as paragraphs without a mark: 坚持全面覆盖。… as bullets of the part above.

Many texts set them with dashes; where the dash is missing each paragraph still begins with the
few words that name it, and they stand in a row below 基本原则 or all begin with 坚持.
"""

import re
from collections.abc import Iterator

from builder.model.span import Span
from builder.structure.labels import Label

__all__ = ["principles"]

# 坚持公益性导向，提高医疗服务效率。, and the text goes on
NAMED = (
    r"^[ \t\u3000]*(?P<name>[\u4e00-\u9fff“”]{4,14}(?:，[\u4e00-\u9fff“”]{4,12})?)。(?=[^\n]{8})"
    r"[^\n]*(?:\n|\Z)"
)
PARAGRAPH = re.compile(NAMED, re.MULTILINE)
ROW = re.compile(rf"(?:{NAMED.replace('?P<name>', '?:')}){{3,}}", re.MULTILINE)
HEADED = re.compile(r"原则[。：:]?[ \t\u3000]*\n\Z")
MAX_ABOVE_CHARS = 40


def principles(chars: str, start: int, end: int) -> Iterator[Label]:
    """Give labels without width for the principles between two offsets, in order.

    >>> names = ("聚焦支农支小", "坚持保本微利", "凝聚各方合力")
    >>> chars = "基本原则\\n" + "".join(f"{name}。各部门要严格落实责任。\\n" for name in names)
    >>> [one.span.start for one in principles(chars, 0, len(chars))]
    [5, 24, 43]
    """
    for row in ROW.finditer(chars, start, end):
        found = list(PARAGRAPH.finditer(chars, *row.span()))
        headed = HEADED.search(chars, max(start, row.start() - MAX_ABOVE_CHARS), row.start())
        if headed or all(m["name"].startswith("坚持") for m in found):
            for m in found:
                at = m.start("name")
                yield Label(span=Span(at, at), kind="bullet", numbers=(), line_start=True)
