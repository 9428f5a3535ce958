"""Where the pieces of a document stand: notice, number, addressees, signature, plan, tail.

Every shape of document is read by one walk over its lines (GB/T 9704-2012 names them):
标题 and 发文字号 come first, then 主送机关, then the text; a notice (通知) that issues a plan has
its own signature before the plan's title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from builder.lexicon import headings
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.lines import Line, Shape, lines
from builder.structure.tail import find_tail

__all__ = ["Front", "Zone", "read_front"]

HEAD_CHARS = 12_000
MAX_TOP_LINES = 24
MAX_TITLE_LINES = 6
MIN_TITLE_CHARS = 8
MAX_SKIPPED_LINES = 6
MAX_LEAD_LINES = 4
NEWS = re.compile(r"近日|日前|记者|获悉|本报讯|来源[：:]")
WRAPPING = re.compile(r"印发|转发|批转|下发|发布|公布|下达|颁发")
QUOTED = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){4,120})》")
SELF_TITLED = re.compile(
    r"[“《]?(?P<title>[^，。：；\n]{4,60}(?:规划|方案|计划|纲要)(?:[（(][^（()）]*[）)])?)[，,](?:是|根据|依据|按照)"
)
LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{4,40}(?:文件|办公室文件)")
FOLD = re.compile(r"[\s《》〈〉<>“”\"‘’'、，,()（）—\-－·]")
BETWEEN = r"[\s《》〈〉<>“”\"‘’'、，,()（）—\-－·]{0,3}"
CONTENTS_ENTRY = re.compile(
    r"[ \t\u3000\n]*(?P<entry>前[ \t\u3000]*言|序[ \t\u3000]*言|第[一1][章编部篇节][^\n]{0,12}|一、[^\n]{0,8}|1[ \t\u3000.]+[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2,8})"
)

PARTS: dict[Shape, LeafPart] = {
    "number": "number",
    "date": "date",
    "note": "note",
    "signed": "signature",
    "addressees": "addressees",
    "annex": "other",
    "annex_list": "other",
    "contents": "other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A piece of the head or tail of a document."""

    part: LeafPart
    span: Span


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

    def of(self, part: LeafPart) -> list[Span]:
        """Give the spans of the zones of one part."""
        return [zone.span for zone in self.zones if zone.part == part]


@dataclass(slots=True, kw_only=True)
class _Walk:
    """What one walk over the head has found so far."""

    chars: str
    lines: list[Line]
    zones: list[Zone] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    at: int = 0

    def take(self, part: LeafPart) -> None:
        self.zones.append(Zone(part=part, span=self.lines[self.at].span))
        self.at += 1

    def shape(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.lines[place].shape if place < len(self.lines) else ""

    def text(self, ahead: int = 0) -> str:
        return self.lines[self.at + ahead].span.of(self.chars)


def read_front(chars: str) -> Front:
    """Find the pieces of a document; any string gives a result."""
    limit = _head_end(chars)
    walk = _Walk(chars=chars, lines=list(lines(chars, start=0, end=limit, head=True)))
    _skip_lead(walk)
    _read_top(walk)
    first = walk.titles[0] if walk.titles else None
    names = _issued_names(walk, first)
    wrapped = first is not None and headings.wraps(_flat(first.of(chars)))
    plan = _find_plan_title(walk, names) or _title_after_signature(walk, wrapped=wrapped)
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
    at = _skip_contents(walk, at)
    end, closing = find_tail(chars, at)
    walk.zones.extend(Zone(part=part, span=span) for part, span in closing)
    after = max([end, *(span.end for _, span in closing)])
    return Front(
        zones=tuple(sorted(walk.zones, key=lambda zone: zone.span)),
        title=title,
        notice_title=first if (plan is not None or wrapped) and first != title else None,
        name=names[0] if names and title is None else _self_title(walk) if title is None else None,
        notice=notice,
        body=Span(at, end),
        after=Span(after, len(chars)),
    )


def _head_end(chars: str) -> int:
    """Where the head ends: at a line end, or hard where one line is longer."""
    if len(chars) <= HEAD_CHARS:
        return len(chars)
    newline = chars.rfind("\n", 0, HEAD_CHARS)
    return newline if newline > HEAD_CHARS // 2 else HEAD_CHARS


def _flat(surface: str) -> str:
    return re.sub(r"\s*\n\s*", "", surface)


def _as_notice_title(zone: Zone) -> Zone:
    return replace(zone, part="notice_title") if zone.part == "title" else zone


def _skip_lead(walk: _Walk) -> None:
    """Leave out what a news page says before the document begins."""
    at = walk.at
    for ahead in range(MAX_LEAD_LINES):
        if walk.shape(ahead) != "sentence" or not NEWS.search(walk.text(ahead)):
            break
        at = ahead + 1
    following = walk.lines[at].shape if at < len(walk.lines) else ""
    if following in ("title", "number", "addressees") or (following and at):
        while walk.at < at:
            walk.take("other")


def _read_top(walk: _Walk) -> None:
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


def _skip_to_known(walk: _Walk) -> bool:
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


def _read_title(walk: _Walk) -> bool:
    """Read one title over its lines; give False where the lines are no title.

    Lines right above number or addressees are a title even where its last word is lost.
    """
    length = 0
    while length < MAX_TITLE_LINES and walk.shape(length) == "title":
        length += 1
        goes_on = walk.shape(length) == "title" and headings.continues_title(walk.text(length))
        if headings.ends_title(_flat(_lines_span(walk, length).of(walk.chars))) and not goes_on:
            return _keep_title(walk, _lines_span(walk, length), length)
    span = _lines_span(walk, length)
    if walk.titles or len(span.of(walk.chars)) < MIN_TITLE_CHARS:
        return False
    if walk.shape(length) in ("number", "addressees"):
        return _keep_title(walk, span, length)
    return False


def _lines_span(walk: _Walk, length: int) -> Span:
    return Span(walk.lines[walk.at].span.start, walk.lines[walk.at + length - 1].span.end)


def _keep_title(walk: _Walk, span: Span, length: int) -> bool:
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


def _issued_names(walk: _Walk, title: Span | None) -> list[Span]:
    """Names of the text that a notice issues: from its title, and from 现将《…》印发."""
    names = []
    if title is not None:
        found = headings.issued_within(title.of(walk.chars))
        if found is not None:
            names.append(Span(title.start + found[0], title.start + found[1]))
    for line in walk.lines[walk.at : walk.at + 12]:
        text = line.span.of(walk.chars)
        if line.shape not in ("sentence", "title"):
            break
        if WRAPPING.search(text) and re.search("将|已经|同意|现印发|制定了|通过|公布", text):
            names += [
                Span(line.span.start + m.start(1), line.span.start + m.end(1))
                for m in QUOTED.finditer(text)
            ]
            break
    return names


def _find_plan_title(walk: _Walk, names: Sequence[Span]) -> Span | None:
    """Give the title line of the text that a notice issues, and move behind it."""
    for name in names:
        letters = FOLD.sub("", name.of(walk.chars)).removeprefix("关于")
        if len(letters) < 4:
            continue
        wanted = re.compile(
            r"[《“]?(?:[\u4e00-\u9fff]{2,9}?)??(?:关于)?"
            + BETWEEN.join(map(re.escape, letters))
            + r"[》”）)]*(?:\s*[（(][^（()）\n]{1,16}[）)])?"
        )
        for place in range(walk.at, len(walk.lines)):
            line = walk.lines[place]
            if line.shape not in ("title", "sentence", "label"):
                continue
            m = wanted.match(walk.chars, line.span.start)
            if m and _stands_alone(walk.chars, m.end(), line):
                return _moved_behind(walk, place, m)
    return None


# what can follow a title on its line: contents, first label, first words of a preamble
AFTER_TITLE = re.compile(
    r"[ \t\u3000]*(?:目[ \t\u3000]*录|第[一1]|一、|序号|[1１][ \t\u3000.]|[ \t\u3000]|为|根据|按照|依据)"
)


def _title_after_signature(walk: _Walk, *, wrapped: bool) -> Span | None:
    """Give a title that follows the signature of a notice which does not name it exactly."""
    if not wrapped:
        return None
    signed = False
    for place in range(walk.at, len(walk.lines)):
        line = walk.lines[place]
        if line.shape in ("date", "signed"):
            signed = True
        elif signed and line.shape == "title" and headings.ends_title(line.span.of(walk.chars)):
            walk.lines = list(walk.lines)
            return line.span
        elif signed and line.shape not in ("note", "title"):
            return None
    return None


def _stands_alone(chars: str, end: int, line: Line) -> bool:
    """Say whether a title ends its line, or the text that follows it can only be the plan's."""
    return end >= line.span.end or AFTER_TITLE.match(chars, end) is not None


def _moved_behind(walk: _Walk, place: int, m: re.Match[str]) -> Span:
    """Leave the walk at the first line after a title, cutting the line where it is glued."""
    span = Span(m.start(), len(m[0].rstrip()) + m.start())
    rest = [
        Line(span=Span(max(line.span.start, span.end), line.span.end), shape=line.shape)
        for line in walk.lines[place:]
        if line.span.end > span.end
    ]
    while rest and walk.chars[rest[0].span.start].isspace():
        rest[0] = replace(rest[0], span=Span(rest[0].span.start + 1, rest[0].span.end))
    walk.lines = [*walk.lines[:place], *rest]
    return span


def _read_notice(walk: _Walk, plan: Span) -> None:
    """Read the pieces between the addressees and the title of the plan."""
    while walk.at < len(walk.lines) and walk.lines[walk.at].span.start < plan.start:
        shape = walk.shape()
        part = PARTS.get(shape, "notice_body")  # type: ignore[arg-type]
        if shape == "title" and _before_date(walk):
            part = "signature"
        walk.take(part)


def _read_signed_notice(walk: _Walk) -> Span | None:
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


def _before_date(walk: _Walk) -> bool:
    """Say whether only names of bodies stand between here and a date."""
    for ahead in range(12):
        if walk.shape(ahead) == "date":
            return True
        if walk.shape(ahead) != "title":
            return False
    return False


def _read_under_title(walk: _Walk) -> None:
    """Read what may stand under the title of a plan: a date or a note in brackets."""
    while walk.shape() in ("date", "note"):
        walk.take("date" if walk.shape() == "date" else "note")


def _skip_contents(walk: _Walk, at: int) -> int:
    """Leave out a table of contents: it ends where its first entry comes again."""
    for ahead in range(3):
        if walk.shape(ahead) == "contents":
            break
    else:
        return at
    start = walk.lines[walk.at + ahead].span
    m = CONTENTS_ENTRY.match(walk.chars, start.end)
    again = -1
    if m:
        entry = m["entry"].split()[0]
        again = walk.chars.find(f"\n{entry}", m.end())
        if again < 0:
            again = walk.chars.find(entry, m.end())
    end = again if again >= 0 else len(walk.chars)
    walk.zones.append(Zone(part="other", span=Span(start.start, end)))
    return end


def _self_title(walk: _Walk) -> Span | None:
    """Title inside the first sentence: X规划（2014-2020年），根据…编制; or quoted by a news lead."""
    if (
        walk.zones
        and walk.zones[0].part == "other"
        and NEWS.search(walk.zones[0].span.of(walk.chars))
    ):
        m = QUOTED.search(walk.chars, *walk.zones[0].span)
        return Span(*m.span(1)) if m else None
    if walk.at < len(walk.lines):
        m = SELF_TITLED.match(walk.chars, walk.lines[walk.at].span.start)
        if m and headings.ends_title(m["title"]):
            return Span(*m.span("title"))
    return None
