"""Where the text of a document ends: signature, date, notes, copies-to, then the annexes."""

import re

from builder.lexicon import headings
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.dates import PLAIN_DATE
from builder.structure.lines import Line, Shape, lines

__all__ = ["find_tail"]

TAIL_CHARS = 4_000
# a line 附件, 附件1, 附件：, 附表2 that opens an annex
ANNEX_START = re.compile(
    r"^[ \t\u3000]*附[ \t\u3000]*[件表录][ \t\u3000]*(?:[\d一二三四五六七八九十]{1,2}(?:[-—]\d+)?)?[ \t\u3000]*[:：.]?[ \t\u3000]*$",
    re.MULTILINE,
)
COPIES_TO = re.compile(
    r"(?:抄送|主题词|印送|分送)[：: ]|.{2,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发"
)
# 达州市人民政府 / 2012年11月1日 on two lines of their own
SIGNED_BLOCK = re.compile(
    rf"^[ \t\u3000]*(?P<name>[\u4e00-\u9fff]{{3,30}})[ \t\u3000]*\n[ \t\u3000]*(?P<date>{PLAIN_DATE})[ \t\u3000]*$",
    re.MULTILINE,
)
PARTS: dict[Shape, LeafPart] = {"note": "note", "date": "date", "signed": "signature"}


def find_tail(chars: str, start: int) -> tuple[int, list[tuple[LeafPart, Span]]]:
    """Give where the numbered text ends, and the pieces that close it, in order.

    The tail stands before the first annex, or at the end of the document.
    """
    m = ANNEX_START.search(chars, start)
    stop = m.start() if m else len(chars)
    window = max(start, stop - TAIL_CHARS)
    if window > start:
        newline = chars.find("\n", window, stop)
        window = newline + 1 if newline >= 0 else window
    found = list(lines(chars, start=window, end=stop, head=False))
    first = len(found)
    while first > 0 and _closes(chars, found, first - 1):
        first -= 1
    pieces = [(_part(chars, line), line.span) for line in found[first:]]
    if not any(part in ("date", "signature") for part, _ in pieces):
        pieces = [piece for piece in pieces if piece[0] in ("note", "other")]
    if not any(part in ("date", "signature") for part, _ in pieces) and stop == len(chars):
        signed = _signed_within(chars, start)
        pieces = signed or pieces
    end = pieces[0][1].start if pieces else stop
    return end, pieces


def _signed_within(chars: str, start: int) -> list[tuple[LeafPart, Span]]:
    """Give the last signature with its date that a list or table follows without a mark."""
    found = None
    for m in SIGNED_BLOCK.finditer(chars, start):
        if headings.names_body(m["name"]):
            found = m
    if found is None:
        return []
    return [("signature", Span(*found.span("name"))), ("date", Span(*found.span("date")))]


def _closes(chars: str, found: list[Line], place: int) -> bool:
    """Say whether a line belongs to the close of a document, given that all after it do."""
    line = found[place]
    text = line.span.of(chars)
    if line.shape in PARTS or COPIES_TO.match(text):
        return True
    if line.shape != "title" or place + 1 >= len(found):
        return False
    following = found[place + 1]
    dated = following.shape in ("date", "signed") or (
        following.shape == "title" and headings.names_body(following.span.of(chars))
    )
    return dated and headings.names_body(text)


def _part(chars: str, line: Line) -> LeafPart:
    if line.shape in PARTS:
        return PARTS[line.shape]
    return "other" if COPIES_TO.match(line.span.of(chars)) else "signature"
