"""Where the pieces of a document stand: notice, number, addressees, signature, plan, tail.

Every shape of document is read by one walk over its lines (GB/T 9704-2012 names them):
版头 and 标题 come first, then 主送机关, then the text; a notice (通知) that issues a plan has
its own signature before the plan's title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.lexicon import headings
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.lines import Line, lines

__all__ = ["Front", "Zone", "read_front"]

MAX_TITLE_LINES = 6
WRAPPING = re.compile(r"(?:印发|转发|批转|下发|发布|公布|下达|关于颁发)")
QUOTED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
FOLD = re.compile(r"[\s\u3000《》〈〉<>“”\"‘’'、，,()（）—\-－]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A piece of the head or tail of a document."""

    part: LeafPart
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The pieces around the numbered text, and where that begins and ends.

    ``title`` and ``notice_title`` are the spans of the titles (a title over several lines
    is one span); ``body`` is the stretch in which provisions stand.
    """

    zones: tuple[Zone, ...]
    notice_title: Span | None
    title: Span | None
    body: Span
    issued_name: str | None

    def of(self, part: LeafPart) -> list[Span]:
        """Give the spans of the zones of one part."""
        return [zone.span for zone in self.zones if zone.part == part]


def read_front(chars: str) -> Front:
    """Find the pieces of a document; any string gives a result."""
    found = list(lines(chars))
    zones: list[Zone] = []
    top = _top(chars, found, zones)
    first_title = _join(zones, "title")
    issued = _issued_name(chars, first_title, found[top : top + 12])
    at = _plan_title_at(chars, found, top, issued, wrapped=_is_wrapper(chars, first_title))
    title, notice_title = first_title, None
    body_line = top
    if at is not None:
        zones[:] = [
            Zone(part="notice_title", span=z.span) if z.part == "title" else z for z in zones
        ]
        zones.extend(_notice(found[top : at[0]]))
        title = Span(found[at[0]].span.start, found[at[1] - 1].span.end)
        zones.append(Zone(part="title", span=title))
        notice_title = first_title
        body_line = at[1]
        body_line = _after_title(found, body_line, zones)
    elif _is_wrapper(chars, first_title):
        notice_title, title = first_title, None
        zones[:] = [
            Zone(part="notice_title", span=z.span) if z.part == "title" else z for z in zones
        ]
    tail_line = _tail(found, body_line, zones)
    start = found[body_line].span.start if body_line < len(found) else len(chars)
    end = found[tail_line].span.start if tail_line < len(found) else len(chars)
    return Front(
        zones=tuple(sorted(zones, key=lambda zone: zone.span)),
        notice_title=notice_title,
        title=title,
        body=Span(start, max(start, end)),
        issued_name=issued,
    )


def _top(chars: str, found: Sequence[Line], zones: list[Zone]) -> int:
    """Read title, number, date and addressees; give the first line after them."""
    part_of: dict[str, LeafPart] = {
        "title": "title",
        "number": "number",
        "date": "date",
        "note": "note",
        "signed": "signature",
        "addressees": "addressees",
    }
    at = 0
    while at < len(found) and found[at].shape in part_of and at < 20:
        line = found[at]
        text = line.span.of(chars)
        if line.shape == "title" and _join(zones, "title") is not None:
            whole = chars[_join(zones, "title").start : _join(zones, "title").end]  # type: ignore[union-attr]
            if headings.ends_title(whole) and not headings.continues_title(text):
                break
        zones.append(Zone(part=part_of[line.shape], span=line.span))
        at += 1
        if line.shape == "addressees":
            break
    return at


def _join(zones: Sequence[Zone], part: LeafPart) -> Span | None:
    """Give one span over all zones of a part."""
    spans = [zone.span for zone in zones if zone.part == part]
    return Span(spans[0].start, spans[-1].end) if spans else None


def _is_wrapper(chars: str, title: Span | None) -> bool:
    return title is not None and headings.wraps("".join(title.of(chars).split()))


def _issued_name(chars: str, title: Span | None, notice: Sequence[Line]) -> str | None:
    """Name of the plan that a notice issues: from its title, or from 现将《…》印发."""
    if title is not None:
        name = headings.issued("".join(title.of(chars).split()))
        if name:
            return name
    for line in notice:
        if line.shape != "sentence":
            break
        text = line.span.of(chars)
        if WRAPPING.search(text) and re.search("现将|已经|同意|现印发", text):
            m = QUOTED.search(text)
            if m:
                return m[1]
    return None


def _plan_title_at(
    chars: str, found: Sequence[Line], top: int, issued: str | None, *, wrapped: bool
) -> tuple[int, int] | None:
    """Lines (from, to) of the title of the plan that a notice issues."""
    if issued is None:
        return None
    want = FOLD.sub("", issued)
    for first in range(top, min(len(found), top + 400)):
        if found[first].shape not in ("title", "sentence"):
            continue
        got = ""
        for last in range(first, min(len(found), first + MAX_TITLE_LINES)):
            if found[last].shape not in ("title", "note"):
                break
            got += FOLD.sub("", found[last].span.of(chars))
            if _same_title(got, want):
                return first, last + 1
            if len(got) > len(want) + 12:
                break
    return None


def _same_title(got: str, want: str) -> bool:
    if got == want or got.removeprefix("关于") == want.removeprefix("关于"):
        return True
    return len(want) >= 6 and (got.endswith(want) and len(got) - len(want) <= 8)


def _notice(found: Sequence[Line]) -> list[Zone]:
    """Pieces between the addressees and the title of the plan."""
    part_of: dict[str, LeafPart] = {
        "date": "date",
        "note": "note",
        "signed": "signature",
        "number": "number",
        "annex": "other",
        "annex_list": "other",
        "contents": "other",
    }
    zones = []
    for place, line in enumerate(found):
        part = part_of.get(line.shape, "notice_body")
        following = found[place + 1].shape if place + 1 < len(found) else ""
        if line.shape == "title" and following in ("date", "title"):
            part = "signature"
        zones.append(Zone(part=part, span=line.span))
    return zones


def _after_title(found: Sequence[Line], at: int, zones: list[Zone]) -> int:
    """Read what may stand under the title of a plan: a date, a note in brackets."""
    while at < len(found) and found[at].shape in ("date", "note"):
        part: LeafPart = "date" if found[at].shape == "date" else "note"
        zones.append(Zone(part=part, span=found[at].span))
        at += 1
    return at


def _tail(found: Sequence[Line], body_line: int, zones: list[Zone]) -> int:
    """Read signature, date and notes at the end; give the line where the text ends."""
    end = len(found)
    while end > body_line and found[end - 1].shape in ("note", "date", "signed"):
        end -= 1
    has_date = any(line.shape == "date" for line in found[end:])
    while has_date and end > body_line and found[end - 1].shape == "title" and end < len(found):
        end -= 1
    for line in found[end:]:
        part: LeafPart = {"note": "note", "date": "date"}.get(line.shape, "signature")  # type: ignore[assignment]
        zones.append(Zone(part=part, span=line.span))
    return end
