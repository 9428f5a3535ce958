"""Where the text of a document ends: signature, date, notes, copies-to, then the annexes."""

import re
from collections.abc import Iterator

from builder.lexicon import headings
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.dates import PLAIN_DATE
from builder.structure.lines import Line, Shape, lines, shape

__all__ = ["annex_starts", "find_tail"]

TAIL_CHARS = 4_000
# a line 附件, 附件1, 附件：, 附表2, 附： that opens an annex, or 附件1 glued to its title
ANNEX_START = re.compile(
    r"(?:^[ \t\u3000]*|(?<=[。）])[ \t\u3000]*(?=附件\d{1,2}[\u4e00-\u9fff]))"
    r"(?P<label>附[ \t\u3000]*[件表录][ \t\u3000]*"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[-—]\d+)?(?!\d|[年、.．]))?"
    r"|附[ \t\u3000]*[:：](?=[ \t\u3000]*$))"
    r"(?:[ \t\u3000]*[:：.]?[ \t\u3000]*$|(?=[\u4e00-\u9fff《“\d][^：:\n]{3,60}$)"
    r"|[:：][ \t\u3000]*(?=(?P<listed>[^\n]{4,60})\n[ \t\u3000]*(?P=listed)[ \t\u3000]*$)"
    r"|(?<=\d)(?=[\u4e00-\u9fff]{4,40}(?:制度|方案|办法|名单|清单|表|目录|计划|标准|规定)))",
    re.MULTILINE,
)
MAX_LISTED_ANNEXES = 12
GAP = r"[ \u3000]*"
CONTACT = re.compile(
    rf"[（(]?(?:联{GAP}系{GAP}(?:人|电话|方式|单位)|电{GAP}话|传{GAP}真|(?:电子)?邮{GAP}箱|地{GAP}址|邮{GAP}编)"
)
# 本措施自发布之日起施行; 特此通知。
CLOSING = re.compile(
    r"(?:本|上述|以上)[\u4e00-\u9fff]{1,8}(?:自|从|由|适用|如无不妥)|(?:特此|此)[\u4e00-\u9fff]{1,3}。|此前[\u4e00-\u9fff]{2,}|有效期"
)
COPIES_TO = re.compile(
    r"(?:抄送|主题词|印送|分送)[：: ]|.{2,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发"
)
# 达州市人民政府 / 2012年11月1日 on two lines of their own, or on one
SIGNED_BLOCK = re.compile(
    rf"^[ \t\u3000]*(?P<name>[\u4e00-\u9fff]{{3,30}})[ \t\u3000]*\n?"
    rf"[ \t\u3000]*(?P<date>{PLAIN_DATE})[ \t\u3000]*$",
    re.MULTILINE,
)
# …开展工作。|附件：1.联席会议制度, where 2.成员名单 has a line of its own
LIST_BEGUN = re.compile(rf"附{GAP}[件表]{GAP}[:：]{GAP}1{GAP}[.．、][^。；\n]{{3,80}}\Z")
# the shapes that open a list of annexes, and those that go on with it
SIGNED_LIST = (frozenset({"annex_list", "annex"}), frozenset({"label", "title"}))
UNSIGNED_LIST = (frozenset({"annex_list"}), frozenset({"label"}))
PARTS: dict[Shape, LeafPart] = {"note": "note", "date": "date", "signed": "signature"}


def find_tail(chars: str, start: int) -> tuple[int, list[tuple[LeafPart, Span]]]:
    """Give where the numbered text ends, and the pieces that close it, in order.

    The tail stands before the first annex, or at the end of the document.
    """
    opening = next(annex_starts(chars, start), None)
    stop = opening.start() if opening else len(chars)
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
        first = len(found) - len(pieces)
    if not any(part in ("date", "signature") for part, _ in pieces) and stop == len(chars):
        block = _signed_within(chars, start)
        if block:
            return block[0][1].start, block
    signed = any(part in ("date", "signature") for part, _ in pieces)
    pieces = [*_before_signature(chars, found[:first], signed=signed), *pieces]
    end = pieces[0][1].start if pieces else stop
    return end, pieces


def _before_signature(
    chars: str, found: list[Line], *, signed: bool
) -> list[tuple[LeafPart, Span]]:
    """Give the list of annexes, contacts and closing sentences that end the text.

    Where a signature follows, titles and the word 附件 alone may stand in the list.
    """
    pieces: list[tuple[LeafPart, Span]] = []
    opens, goes_on = SIGNED_LIST if signed else UNSIGNED_LIST
    first = len(found)
    for place in range(len(found) - 1, max(-1, len(found) - 2 - MAX_LISTED_ANNEXES), -1):
        if found[place].shape in opens:
            first = place
            break
        begun = LIST_BEGUN.search(chars, *found[place].span)
        if begun and place + 1 < len(found):
            pieces.append(("other", Span(*begun.span())))
            first = place + 1
            break
        if found[place].shape not in goes_on or "。" in found[place].span.of(chars):
            break
    while 0 < first < len(found) and found[first - 1].shape in opens:
        first -= 1  # 附件1：… above 附件2：…
    pieces += [("other", line.span) for line in found[first:]]
    while first > 0:
        text = found[first - 1].span.of(chars)
        if CONTACT.match(text):
            pieces.insert(0, ("note", found[first - 1].span))
        elif found[first - 1].shape == "sentence" and CLOSING.match(text):
            pieces.insert(0, ("closing", found[first - 1].span))
        else:
            break
        first -= 1
    return pieces


def annex_starts(chars: str, start: int) -> Iterator[re.Match[str]]:
    """Give the lines that open an annex; a list of annexes above the date opens none."""
    for m in ANNEX_START.finditer(chars, start):
        listed = chars[m.end() : m.end() + 600].strip("\n：: ").split("\n")[:MAX_LISTED_ANNEXES]
        shapes = [shape(line.strip()) for line in listed if line.strip()]
        if not _is_list(shapes):
            yield m


def _is_list(shapes: list[Shape]) -> bool:
    """Say whether only names of annexes and of bodies stand before a date."""
    for place, one in enumerate(shapes):
        if one in ("date", "signed"):
            return place > 0
        if one not in ("label", "title"):
            return False
    return False


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
