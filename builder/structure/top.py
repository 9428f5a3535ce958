"""The top of a document: titles, number, letterhead, date and addressees."""

import re

from builder.lexicon import headings
from builder.model.span import Span
from builder.structure.walk import FOLD, NEWS, PARTS, Walk, flat, lines_span

__all__ = ["read_top", "skip_lead"]

MAX_TOP_LINES = 24
MAX_TITLE_LINES = 6
MIN_TITLE_CHARS = 8
MAX_SKIPPED_LINES = 6
MAX_LEAD_LINES = 4
ORIGINAL_FOLLOWS = re.compile(r"(?:[\u4e00-\u9fff]{0,12}，)?(?:原文|全文|文件)(?:内容)?如下[：:]?")
LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{4,40}(?:文件|办公室文件)")


def skip_lead(walk: Walk) -> None:
    """Leave out what a news page says before the document begins."""
    at = _behind_mark(walk)
    for ahead in range(MAX_LEAD_LINES):
        if walk.shape(ahead) != "sentence" or not NEWS.search(walk.text(ahead)):
            break
        at = max(at, ahead + 1)
    following = walk.lines[at].shape if at < len(walk.lines) else None
    if following in ("title", "number", "addressees") or (following and at):
        while walk.at < at:
            walk.take("other")


def _behind_mark(walk: Walk) -> int:
    """Give the line after 原文如下：, which ends what a page says of its own, or the first."""
    for ahead, line in enumerate(walk.lines[:MAX_TOP_LINES]):
        if ORIGINAL_FOLLOWS.fullmatch(line.span.of(walk.chars)):
            return ahead + 1
    return 0


def read_top(walk: Walk) -> None:
    """Read titles, number, date, letterhead and addressees."""
    while walk.at < min(len(walk.lines), MAX_TOP_LINES):
        shape = walk.shape()
        if shape == "title" and LETTERHEAD.fullmatch(walk.text()):
            walk.take("other")
        elif shape == "title" and _read_title(walk):
            continue
        elif shape in ("number", "date", "note", "signed"):
            walk.take(PARTS[shape])
        elif shape == "addressees":
            walk.take("addressees")
            return
        elif not _skip_to_known(walk):
            return


def _skip_to_known(walk: Walk) -> bool:
    """Leave out left-overs of a page that stand before the title, number or addressees."""
    wanted = ("number", "addressees") if walk.titles else ("title", "number", "addressees")
    for ahead in range(MAX_SKIPPED_LINES):
        shape = walk.shape(ahead)
        if shape in ("number", "addressees") or (
            ahead and shape in wanted and headings.ends_title(walk.text(ahead))
        ):
            for _ in range(ahead):
                walk.take("other")
            return ahead > 0
        if shape not in ("title", "sentence", "date") or "。" in walk.text(ahead)[:-1]:
            return False
    return False


def _read_title(walk: Walk) -> bool:
    """Read one title over its lines; give False where the lines are no title.

    Lines right above number or addressees are a title even where its last word is lost.
    """
    length = 0
    while length < MAX_TITLE_LINES and walk.shape(length) == "title":
        length += 1
        goes_on = walk.shape(length) == "title" and headings.continues_title(walk.text(length))
        if headings.ends_title(flat(lines_span(walk, length).of(walk.chars))) and not goes_on:
            return _keep_title(walk, lines_span(walk, length), length)
    span = lines_span(walk, length)
    surface = span.of(walk.chars)
    if walk.titles or len(surface) < MIN_TITLE_CHARS or "：" in surface:
        return False
    if walk.shape(length) in ("number", "addressees"):
        return _keep_title(walk, span, length)
    return False


def _keep_title(walk: Walk, span: Span, length: int) -> bool:
    folded = FOLD.sub("", span.of(walk.chars))
    if walk.titles:
        before = FOLD.sub("", walk.titles[0].of(walk.chars))
        order = folded.endswith("令") or before.endswith("令")
        if not (order or folded in before or before in folded):
            return False
        if order and not before.endswith("令"):
            walk.titles.append(span)
    else:
        walk.titles.append(span)
    for _ in range(length):
        walk.take("title")
    return True
