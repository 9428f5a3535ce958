"""Where the pieces of a document stand: notice, number, addressees, signature, plan, tail.

Every shape of document is read by one walk over its lines (GB/T 9704-2012 names them):
标题 and 发文字号 come first, then 主送机关, then the text; a notice (通知) that issues a plan has
its own signature before the plan's title.
"""

from dataclasses import dataclass, replace

from builder.lexicon import headings
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.contents import find_contents
from builder.structure.lines import lines
from builder.structure.plan_title import (
    find_plan_title,
    issued_names,
    self_title,
    title_after_signature,
)
from builder.structure.tail import find_tail
from builder.structure.top import read_top, skip_lead
from builder.structure.walk import PARTS, Walk, Zone, flat

__all__ = ["Front", "Zone", "read_front"]

HEAD_CHARS = 12_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The pieces around the numbered text, and where that begins and ends.

    ``title`` and ``notice_title`` are the spans of the titles (a title over several lines
    is one span); ``name`` is the plan's title where only the notice prints it, in ``《》``;
    ``notice`` is the stretch of a notice's own text; ``body`` that of the document's.
    """

    zones: tuple[Zone, ...]
    title: Span | None
    notice_title: Span | None
    name: Span | None
    notice: Span | None
    body: Span
    after: Span
    contents: Span | None = None

    def of(self, part: LeafPart) -> list[Span]:
        """Give the spans of the zones of one part."""
        return [zone.span for zone in self.zones if zone.part == part]


def read_front(chars: str) -> Front:
    """Find the pieces of a document; any string gives a result."""
    limit = _head_end(chars)
    walk = Walk(chars=chars, lines=list(lines(chars, start=0, end=limit, head=True)))
    skip_lead(walk)
    read_top(walk)
    first = walk.titles[0] if walk.titles else None
    names = issued_names(walk, first)
    wrapped = first is not None and headings.wraps(flat(first.of(chars)))
    plan = find_plan_title(walk, names) or title_after_signature(walk, wrapped=wrapped)
    notice: Span | None = None
    if plan is not None:
        start = walk.lines[walk.at].span.start if walk.at < len(walk.lines) else plan.start
        notice = Span(min(start, plan.start), plan.start)
        _read_notice(walk, plan)
    elif len(walk.titles) > 1 and not wrapped:
        plan, first = first, walk.titles[1]
    elif wrapped:
        notice = _read_signed_notice(walk)
    if plan is not None or wrapped:
        walk.zones[:] = [_as_notice_title(zone) for zone in walk.zones]
    if plan is not None:
        walk.zones.append(Zone(part="title", span=plan))
        _read_under_title(walk)
    title = plan or (None if wrapped else first)
    at = walk.lines[walk.at].span.start if walk.at < len(walk.lines) else limit
    if plan is not None:
        at = max(at, plan.end)
    contents = find_contents(walk, at)
    at = contents.end if contents else at
    end, closing = find_tail(chars, at)
    walk.zones.extend(Zone(part=part, span=span) for part, span in closing)
    after = max([end, *(span.end for _, span in closing)])
    return Front(
        zones=tuple(sorted(walk.zones, key=lambda zone: zone.span)),
        title=title,
        notice_title=first if (plan is not None or wrapped) and first != title else None,
        name=names[0] if names and title is None else self_title(walk) if title is None else None,
        notice=notice,
        body=Span(at, end),
        after=Span(after, len(chars)),
        contents=contents,
    )


def _head_end(chars: str) -> int:
    """Where the head ends: at a line end, or hard where one line is longer."""
    if len(chars) <= HEAD_CHARS:
        return len(chars)
    newline = chars.rfind("\n", 0, HEAD_CHARS)
    return newline if newline > HEAD_CHARS // 2 else HEAD_CHARS


def _as_notice_title(zone: Zone) -> Zone:
    return replace(zone, part="notice_title") if zone.part == "title" else zone


def _read_notice(walk: Walk, plan: Span) -> None:
    """Read the pieces between the addressees and the title of the plan."""
    while walk.at < len(walk.lines) and walk.lines[walk.at].span.start < plan.start:
        shape = walk.shape()
        part: LeafPart = PARTS.get(shape, "notice_body") if shape else "notice_body"
        if shape == "title" and _before_date(walk):
            part = "signature"
        walk.take(part)


def _read_signed_notice(walk: Walk) -> Span | None:
    """Read a notice whose plan follows without a title: up to its date, if text follows."""
    start = walk.at
    end = start
    while end < len(walk.lines) and walk.lines[end].shape not in ("date", "signed"):
        end += 1
    while end < len(walk.lines) and walk.lines[end].shape in ("date", "signed", "note"):
        end += 1
    if end >= len(walk.lines):
        return None
    _read_notice(walk, walk.lines[end].span)
    return Span(walk.lines[start].span.start, walk.lines[end].span.start)


def _before_date(walk: Walk) -> bool:
    """Say whether only names of bodies stand between here and a date."""
    for ahead in range(12):
        if walk.shape(ahead) == "date":
            return True
        if walk.shape(ahead) != "title":
            return False
    return False


def _read_under_title(walk: Walk) -> None:
    """Read what may stand under the title of a plan: a date or a note in brackets."""
    while walk.shape() in ("date", "note"):
        walk.take("date" if walk.shape() == "date" else "note")
