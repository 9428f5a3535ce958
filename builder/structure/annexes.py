"""Annexes: what follows 附件 lines after the text, each with its own numbering."""

import re
from collections import Counter
from collections.abc import Iterator

from builder.model.span import Span
from builder.structure.labels import Label
from builder.structure.tail import annex_starts
from builder.structure.tree import Node, grow

__all__ = ["find_annexes"]

NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")


def find_annexes(chars: str, start: int) -> list[Node]:
    """Give the annexes from an offset on, each followed by its provisions.

    Ids are the printed words (附件1), those below begin with them (附件1.2); a word that
    comes twice gets a suffix.
    """
    nodes: list[Node] = []
    seen: Counter[str] = Counter()
    for number, span, end in _stretches(chars, start):
        seen[number] += 1
        again = f"-{seen[number]}" if seen[number] > 1 else ""
        name = f"附件{number}{again}"
        label = Label(span=span, kind="annex", numbers=(), line_start=True)
        nodes.append(Node(label=label, id=name, kind="annex", parent=None))
        nodes.extend(grow(chars, span.end, end, prefix=name, under=name))
    return nodes


def _stretches(chars: str, start: int) -> Iterator[tuple[str, Span, int]]:
    """Give number, label and end of each annex."""
    found = list(annex_starts(chars, start))
    for place, m in enumerate(found):
        label = Span(m.start("label"), m.start("label") + len(m["label"].rstrip()))
        end = found[place + 1].start() if place + 1 < len(found) else len(chars)
        number = NUMBER.search(m["label"])
        yield number[0] if number else "", label, end
