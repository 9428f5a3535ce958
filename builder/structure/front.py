"""Where the pieces of a document stand: notice, number, addressees, signature, plan, tail.

Every shape of document is read by one walk over its lines (GB/T 9704-2012 names them):
标题 and 发文字号 come first, then 主送机关, then the text; a notice (通知) that issues a plan has
its own signature before the plan's title.
"""

import re
from dataclasses import dataclass, replace

from builder.lexicon import headings
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.annexes import named_annex
from builder.structure.contents import find_contents
from builder.structure.lead import skip_lead
from builder.structure.lines import lines
from builder.structure.plan_title import (
    find_plan_title,
    issued_names,
    self_title,
    title_after_signature,
)
from builder.structure.tail import find_tail
from builder.structure.top import read_top
from builder.structure.walk import PARTS, Walk, Zone, flat

__all__ = ["Front", "Zone", "read_front"]

HEAD_CHARS = 12_000
# 一、强化排查整治, 第一章 总则, （一）开展检查
NUMBERED = re.compile(r"^[ \t\u3000]*(?:一、|第一[章条节]|（一）)", re.MULTILINE)
MAX_NOTICE_LINES = 6
# 现将有关事项通知如下：一、加强组织领导; 提出以下措施：
ORDERS = re.compile(
    r"(?:通知|公告|通告|函复|规定|要求)如下[：:。][ \t\u3000]*(?=$|一、|（一）|1[.．、])"
)
MAX_SIGNED_LINES = 60  # a notice of thirty ministries is signed by all of them


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
    first, other = _titles(walk)
    names = issued_names(walk, first)
    wrapped = headings.wraps(flat(first.of(chars))) if first else bool(names)
    untitled = first is None and any(zone.part == "addressees" for zone in walk.zones)
    plan = find_plan_title(walk, names) or title_after_signature(
        walk, may_follow=wrapped or untitled
    )
    if plan is None and wrapped and _orders_itself(walk):
        wrapped, names = False, []
    notice = _read_notice(walk, plan, wrapped=wrapped)
    if plan is None and not wrapped:
        plan = other
    if plan is not None or wrapped:
        walk.zones[:] = [_as_notice_title(zone) for zone in walk.zones]
    if plan is not None:
        walk.zones.append(Zone(part="title", span=plan))
        _read_under_title(walk)
    title = plan or (None if wrapped else first)
    name = None if title else next(iter(names), None) or self_title(walk)
    return _front(
        walk,
        limit,
        title=title,
        notice_title=first if first != title else None,
        name=name,
        notice=notice,
    )


def _front(
    walk: Walk,
    limit: int,
    *,
    title: Span | None,
    notice_title: Span | None,
    name: Span | None,
    notice: Span | None,
) -> Front:
    """Put together what was found, and find contents, body and tail behind it."""
    at = walk.lines[walk.at].span.start if walk.at < len(walk.lines) else limit
    at = max(at, title.end) if title else at
    contents = find_contents(walk, at)
    at = contents.end if contents else at
    end, after = _close(walk, zones := list(walk.zones), at)
    if notice is None and _text_follows(walk.chars, Span(at, end), after):
        notice = Span(at, end)
        zones.append(Zone(part="notice_body", span=notice))
        at = after
        end, after = _close(walk, zones, at)
    annex = named_annex(walk.chars, after, title) if title else None
    if annex is not None and not NUMBERED.search(walk.chars, at, end):
        if notice is None:
            notice = Span(at, end)
            zones.append(Zone(part="notice_body", span=notice))
        zones.append(Zone(part="other", span=annex))
        at = annex.end
        end, after = _close(walk, zones, at)
    return Front(
        zones=tuple(sorted(zones, key=lambda zone: zone.span)),
        title=title,
        notice_title=notice_title,
        name=name,
        notice=notice,
        body=Span(at, end),
        after=Span(after, len(walk.chars)),
        contents=contents,
    )


def _close(walk: Walk, zones: list[Zone], at: int) -> tuple[int, int]:
    """Keep the pieces that close the text from an offset on; give its end and theirs."""
    end, closing = find_tail(walk.chars, at)
    zones += [Zone(part=part, span=span) for part, span in closing]
    return end, max([end, *(span.end for _, span in closing)])


def _orders_itself(walk: Walk) -> bool:
    """Say whether a notice that seems to issue a text holds it itself: 现通知如下：一、…."""
    for ahead in range(MAX_NOTICE_LINES):
        shape = walk.shape(ahead)
        if shape in ("date", "signed", "annex", "annex_list", None):
            return False
        m = ORDERS.search(walk.text(ahead))
        if m and (walk.text(ahead)[m.end() :].strip() or walk.shape(ahead + 1) == "label"):
            return True
    return False


def _text_follows(chars: str, body: Span, after: int) -> bool:
    """Say whether the numbered text stands behind the signature, without a plan's title."""
    return NUMBERED.search(chars, after) is not None and not NUMBERED.search(chars, *body)


def _titles(walk: Walk) -> tuple[Span | None, Span | None]:
    """Give the title of the notice, or the only one; and that of a text printed with its order.

    A regulation comes with the title of its order: 中山市人民政府令.
    """
    orders = [span for span in walk.titles if flat(span.of(walk.chars)).endswith("令")]
    others = [span for span in walk.titles if span not in orders]
    if orders and others:
        return orders[0], others[0]
    return (walk.titles[0], None) if walk.titles else (None, None)


def _head_end(chars: str) -> int:
    """Where the head ends: at a line end, or hard where one line is longer."""
    if len(chars) <= HEAD_CHARS:
        return len(chars)
    newline = chars.rfind("\n", 0, HEAD_CHARS)
    return newline if newline > HEAD_CHARS // 2 else HEAD_CHARS


def _as_notice_title(zone: Zone) -> Zone:
    return replace(zone, part="notice_title") if zone.part == "title" else zone


def _read_notice(walk: Walk, plan: Span | None, *, wrapped: bool) -> Span | None:
    """Read the text of a notice: up to the plan's title, or up to its own date."""
    if walk.at >= len(walk.lines):
        return plan and Span(plan.start, plan.start)
    start = walk.lines[walk.at].span.start
    if plan is not None:
        _take_notice(walk, plan.start)
        return _above_annexes(walk, Span(min(start, plan.start), plan.start))
    end = walk.at
    while end < len(walk.lines) and walk.lines[end].shape not in ("date", "signed"):
        end += 1
    while end < len(walk.lines) and walk.lines[end].shape in ("date", "signed", "note"):
        end += 1
    if not wrapped or end >= len(walk.lines):
        return None
    _take_notice(walk, walk.lines[end].span.start)
    return _above_annexes(walk, Span(start, walk.lines[walk.at].span.start))


def _above_annexes(walk: Walk, notice: Span) -> Span:
    """Give the text of a notice without the list of its annexes, whose numbers are none of it."""
    listed = (zone.span.start for zone in walk.zones if zone.part == "other")
    return Span(notice.start, next((at for at in listed if at > notice.start), notice.end))


def _take_notice(walk: Walk, end: int) -> None:
    """Take the lines of a notice up to an offset: its text, signature, date and notes."""
    while walk.at < len(walk.lines) and walk.lines[walk.at].span.start < end:
        shape = walk.shape()
        part: LeafPart = PARTS.get(shape, "notice_body") if shape else "notice_body"
        if shape == "title" and _before_date(walk):
            part = "signature"
        walk.take(part)


def _before_date(walk: Walk) -> bool:
    """Say whether only names of bodies stand between here and a date."""
    for ahead in range(MAX_SIGNED_LINES):
        if walk.shape(ahead) == "date":
            return True
        if walk.shape(ahead) != "title":
            return False
    return False


def _read_under_title(walk: Walk) -> None:
    """Read what may stand under the title of a plan: a date or a note in brackets."""
    while walk.shape() in ("date", "note"):
        walk.take("date" if walk.shape() == "date" else "note")
