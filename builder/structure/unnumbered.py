"""Headings without a number: the last part of a numbered plan, or all parts of a digest.

``落实措施`` on a line of its own after chapter 九 is the tenth chapter; where no chapter of a
document has a number, its short lines without punctuation are the chapters.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.lexicon import headings
from builder.model.span import Span
from builder.structure.labels import Label, LabelClass, opens
from builder.structure.lines import shape

__all__ = ["unnumbered"]

TOP_CLASSES: tuple[LabelClass, ...] = ("part", "chapter", "cn", "cn_bracket", "num")
# a line of Chinese words alone
BARE_LINE = re.compile(
    r"^[ \t\u3000]*(?P<heading>[\u4e00-\u9fff“”、（）—·\d]{3,28})[ \t\u3000]*$", re.MULTILINE
)
# the same, or with a comma, as the line above a label
BARE_ABOVE = re.compile(
    r"(?:^|\n)[ \t\u3000]*(?P<heading>[\u4e00-\u9fff“”、，（）—·\d]{4,36}[\u4e00-\u9fff”])"
    r"[ \t\u3000]*\n[ \t\u3000]*\Z"
)
MIN_DIGEST_HEADINGS = 2


def unnumbered(chars: str, labels: Sequence[Label], start: int, end: int) -> list[Label]:
    """Give labels for headings without a number, which take the next free number."""
    top = _top_class(labels)
    if top is None:
        return _digest(chars, labels, start, end)
    if top in ("cn_bracket", "num"):
        chapters = _above_sections(chars, [label for label in labels if label.kind == top])
        if chapters:
            return chapters
    numbered = [label for label in labels if label.kind == top]
    if len(numbered) < 2 or not _own_line(chars, numbered[-1]):
        return []
    last = numbered[-1]
    found = []
    number = last.numbers[-1]
    for m in BARE_LINE.finditer(chars, last.span.end, end):
        if opens(m["heading"]) or not headings.closes_plan(m["heading"]):
            continue
        number += 1
        found.append(_label(m, top, number))
    return found


def _above_sections(chars: str, sections: Sequence[Label]) -> list[Label]:
    """Bare lines right above the sections （一） … that run on below them, as chapters.

    The first stands above the first section; a chapter begins where its line does.
    """
    found: list[Label] = []
    for section in sections:
        line = BARE_ABOVE.search(chars, max(0, section.span.start - 80), section.span.start)
        if section.line_start and line and not headings.names_body(line["heading"]):
            found.append(_label(line, "heading", len(found) + 1))
        elif not found:
            return []
    numbers = [section.numbers[-1] for section in sections]
    runs_on = all(after == before + 1 for before, after in pairwise(numbers))
    return found if len(found) >= MIN_DIGEST_HEADINGS and runs_on else []


def _top_class(labels: Sequence[Label]) -> LabelClass | None:
    """Give the class of the highest labels, or None where only bullets and rows are printed."""
    for label in labels:
        if label.kind in TOP_CLASSES:
            return label.kind
        if label.kind in ("article", "section", "decimal"):
            return "article"
    return None


def _own_line(chars: str, label: Label) -> bool:
    """Say whether the heading of a label fills its line without a final mark."""
    newline = chars.find("\n", label.span.end)
    line = chars[label.span.end : newline if newline >= 0 else len(chars)].strip()
    return bool(line) and len(line) <= 40 and line[-1] not in "。；：，"


def _digest(chars: str, labels: Sequence[Label], start: int, end: int) -> list[Label]:
    """Short bare lines as chapters, where each has text below it."""
    found: list[Label] = []
    for m in BARE_LINE.finditer(chars, start, end):
        following = chars[m.end() + 1 : m.end() + 80].strip("\n").partition("\n")[0]
        if not any(mark in following for mark in "，。；、："):
            continue  # the cells of a table on lines of their own
        closes = shape(m["heading"]) in ("date", "note") or headings.names_body(m["heading"])
        if len(following) > len(m["heading"]) and not closes:
            found.append(_label(m, "heading", len(found) + 1))
    return found if len(found) >= MIN_DIGEST_HEADINGS else []


def _label(m: re.Match[str], kind: LabelClass, number: int) -> Label:
    at = m.start("heading")
    return Label(span=Span(at, at), kind=kind, numbers=(number,), line_start=True)
