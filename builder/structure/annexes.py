"""Annexes: what follows 附件 lines after the text, each with its own numbering."""

import re
from collections import Counter
from collections.abc import Iterator

from builder.lexicon import headings
from builder.model.span import Span
from builder.structure.labels import Label
from builder.structure.tail import annex_starts
from builder.structure.tree import Node, grow
from builder.structure.walk import FOLD

__all__ = ["find_annexes", "named_annex"]

NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")
MIN_NAME_CHARS = 8
MAX_NAME_CHARS = 60


def find_annexes(chars: str, start: int) -> list[Node]:
    """Give the annexes from an offset on, each followed by its provisions.

    A list of names or a table of figures says nothing and is no part of the outline.  Ids
    are the printed words (附件1), those below begin with them (附件1.2); a word that comes
    twice gets a suffix.
    """
    nodes: list[Node] = []
    seen: Counter[str] = Counter()
    for number, span, end in _stretches(chars, start):
        seen[number] += 1
        again = f"-{seen[number]}" if seen[number] > 1 else ""
        name = f"附件{number}{again}"
        label = Label(span=span, kind="annex", numbers=(), line_start=True)
        below = grow(chars, span.end, end, prefix=name, under=name)
        if below or chars.find("。", span.end, end) >= 0:
            nodes += [Node(label=label, id=name, kind="annex", parent=None), *below]
    return nodes


def named_annex(chars: str, start: int, title: Span) -> Span | None:
    """Give label and title of the first annex, if the document's own title names it.

    What 关于同意建立重庆市民办教育工作部门联席会议制度的函 agrees to stands in its annex.

    >>> chars = "关于同意建立部门联席会议制度的函\\n附件\\n部门联席会议制度\\n一、职能"
    >>> named_annex(chars, 16, Span(0, 16)).of(chars)
    '附件\\n部门联席会议制度'
    """
    annex = next(annex_starts(chars, start), None)
    if annex is None:
        return None
    own = FOLD.sub("", title.of(chars))
    at = annex.end()
    while at < len(chars) and chars[at].isspace():
        at += 1
    line = chars[at : at + MAX_NAME_CHARS].partition("\n")[0]
    for size in range(len(line), MIN_NAME_CHARS - 1, -1):
        if FOLD.sub("", line[:size]) in own and headings.ends_title(line[:size]):
            return Span(annex.start("label"), at + size)
    return None


def _stretches(chars: str, start: int) -> Iterator[tuple[str, Span, int]]:
    """Give number, label and end of each annex."""
    found = list(annex_starts(chars, start))
    for place, m in enumerate(found):
        label = Span(m.start("label"), m.start("label") + len(m["label"].rstrip()))
        end = found[place + 1].start() if place + 1 < len(found) else len(chars)
        number = NUMBER.search(m["label"])
        yield number[0] if number else "", label, end
