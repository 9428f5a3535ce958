"""What a page says of its own above a document: where the document itself begins."""

import re

from builder.lexicon import headings
from builder.structure.walk import FOLD, NEWS, Walk

__all__ = ["MAX_TITLE_LINES", "MAX_TOP_LINES", "MIN_TITLE_CHARS", "WITH_ISSUER", "skip_lead"]

MAX_TOP_LINES = 24
MAX_TITLE_LINES = 6
MIN_TITLE_CHARS = 8
MAX_LEAD_LINES = 4
MAX_NEWS_LINES = 10
MAX_REPEATED_LINES = 40
# 莆田市人民政府|关于加快…: a title that begins with its issuer
WITH_ISSUER = re.compile(r"(?P<names>[\u4e00-\u9fff、（） ]{3,60}?)(?:关于|印发|转发|批转)")
ORIGINAL_FOLLOWS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}，)?(?:原文|全文|文件)(?:内容)?如下[：:]?"
    r"|[^\n]*(?:近日|日前|获悉|印发)[^\n]*(?:原文|全文|文件|具体内容)(?:内容)?如下[：:。]?"
)


def skip_lead(walk: Walk) -> None:
    """Leave out what a news page says before the document begins, and 附件 above an annex alone."""
    if walk.shape() == "annex":
        walk.take("other")
    begins = _above_receivers(walk)
    if begins > walk.at:
        while walk.at < begins:
            walk.take("number" if walk.shape() == "number" else "other")
        return
    for _ in range(_behind_news(walk)):
        walk.take("other")
    _skip_to_mark(walk)
    _skip_to_repeated(walk)


def _behind_news(walk: Walk) -> int:
    """Give the first whole title behind a headline and sentences of news, 0 where none is."""
    news = False
    for ahead in range(min(MAX_NEWS_LINES, len(walk.lines) - walk.at)):
        shape, text = walk.shape(ahead), walk.text(ahead)
        if shape in ("number", "addressees", "label", "contents"):
            return 0
        if shape == "title" and len(text) >= MIN_TITLE_CHARS and headings.ends_title(text):
            return ahead if news else 0
        news = news or (shape == "sentence" and NEWS.search(text) is not None)
    return 0


def _skip_to_mark(walk: Walk) -> None:
    """Leave out a lead of news, and what stands above 原文如下：."""
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


def _above_receivers(walk: Walk) -> int:
    """Give the line where the title right above the addressees begins, 0 where none does.

    That title is the document's, whatever a page or a gazette prints above it.
    """
    for place, line in enumerate(walk.lines[:MAX_REPEATED_LINES]):
        if line.shape == "addressees":
            return _title_start(walk, place)
    return 0


def _title_start(walk: Walk, receivers: int) -> int:
    """Give the first line of a whole title above a line, with the issuers and number over it."""
    lines = walk.lines
    end = receivers
    while end > 0 and lines[end - 1].shape in ("number", "date", "note"):
        end -= 1
    for first in range(end - 1, max(-1, end - 1 - MAX_TITLE_LINES), -1):
        if lines[first].shape != "title":
            return 0
        title = "".join(line.span.of(walk.chars) for line in lines[first:end])
        m = WITH_ISSUER.match(title)
        begins = title.startswith("关于") or (m and headings.names_body(m["names"]))
        if begins and headings.ends_title(title):
            return _with_issuers(walk, first)
    return 0


def _with_issuers(walk: Walk, first: int) -> int:
    title = walk.lines[first].span.of(walk.chars)
    while first > 0 and walk.lines[first - 1].shape == "title":
        above = walk.lines[first - 1].span.of(walk.chars)
        if not headings.names_body(above) or title.startswith(above):
            break
        first -= 1
    while first > 0 and walk.lines[first - 1].shape == "number":
        first -= 1
    return first


def _skip_to_repeated(walk: Walk) -> None:
    """Leave out the lines of a page before a title that it prints twice."""
    folded = [
        FOLD.sub("", walk.text(ahead))
        for ahead in range(min(MAX_REPEATED_LINES, len(walk.lines) - walk.at))
    ]
    for ahead, line in enumerate(folded[:MAX_TOP_LINES]):
        if walk.shape(ahead) in ("number", "addressees", "label", "contents"):
            return
        if walk.shape(ahead) != "title" or not headings.ends_title(walk.text(ahead)):
            continue
        if len(line) >= MIN_TITLE_CHARS and line in folded[ahead + 1 :]:
            for _ in range(ahead):
                walk.take("other")
        return
