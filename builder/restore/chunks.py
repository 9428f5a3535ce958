"""Numbers that a document-sharing page sets before each piece of a text: …加强农村2、公路建设.

Damage: the page cuts the text after so many characters and numbers the pieces, 1、 before the
title, 2、 wherever the cut falls.  That most of the numbers stand inside a sentence shows that
they are the page's; then all of them go.  Left alone: items of lists, which open sentences.
"""

import re
from bisect import bisect_left

from builder.model.draft import Change

__all__ = ["find"]

TOP_CHARS = 500
FIRST = re.compile(r"^[ \t\u3000]*(?P<mark>1、[ \t\u3000]*)(?=\S)", re.MULTILINE)
MARK = re.compile(r"(?P<gap>[ \t\u3000\n]*)(?<!\d)(?P<number>\d{1,3})、[ \t\u3000]*(?=[^\s\d])")
MID_SENTENCE = re.compile(r"[\u4e00-\u9fff，、“（]")
MIN_LINE_CHARS = 60  # a shorter line without end mark is a heading
MIN_PIECE_CHARS = 150
MIN_PIECES = 3
REASON = "numbers of pieces stand inside sentences"


def find(chars: str) -> list[Change]:
    """Give the numbers of the pieces, where a text is cut into numbered pieces.

    >>> piece = "为贯彻落实省政府部署，进一步改善出行条件，" * 8
    >>> words = f"1、关于加强农村公路建设的通知{piece}加强农村2、公路{piece}养护3、管理。"
    >>> [words[c.start : c.end] for c in find(words)]
    ['1、', '2、', '3、']
    """
    first = FIRST.search(chars, 0, TOP_CHARS)
    if first is None:
        return []
    by_number: dict[int, list[re.Match[str]]] = {}
    for m in MARK.finditer(chars, first.end()):
        by_number.setdefault(int(m["number"]), []).append(m)
    places = [first.span("mark")]
    inside = 0
    while found := by_number.get(len(places) + 1):
        reached = places[-1][1] + MIN_PIECE_CHARS
        later = found[bisect_left(found, reached, key=re.Match.start) :]
        if not later:
            break
        cut = next((m for m in later if _cuts(chars, m)), None)
        inside += cut is not None
        places.append(cut.span() if cut else (later[0].start("number"), later[0].end()))
    if len(places) < MIN_PIECES or 2 * inside < len(places) - 1:
        return []
    return [Change(start, end, "", REASON) for start, end in places]


def _cuts(chars: str, m: re.Match[str]) -> bool:
    """Say whether a number stands inside a sentence, on its line or at the start of one."""
    if MID_SENTENCE.match(chars, m.start() - 1) is None:
        return False
    line = m.start() - chars.rfind("\n", 0, m.start())
    return "\n" not in m["gap"] or line > MIN_LINE_CHARS
