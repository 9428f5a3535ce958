"""The title of the text that a notice issues: named in the notice, printed above the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.lexicon import headings
from builder.model.span import Span
from builder.structure.lines import Line
from builder.structure.walk import FOLD, NEWS, QUOTED, Walk

__all__ = ["find_plan_title", "issued_names", "self_title", "title_after_signature"]

# 根据《…》: grounds, not what is issued
GROUNDS = re.compile(r"根据|按照|依据|贯彻|落实|执行|依照")
GIVES = re.compile(r"将|出台|制定|拟定|编制|印发|转发|批转|同意|通过|公布|颁布|发布")
APPROVED = re.compile(r"(?:（[^）]*）)?(?:[和、]《[^》]*》)*(?:已|业)?经")
ISSUING = re.compile(r"印发|出台|转发|批转|发布|公布|下发|发给|颁布|实施")
SELF_TITLED = re.compile(
    r"[“《]?(?P<title>[^，。：；\n]{4,60}(?:规划|方案|计划|纲要)(?:[（(][^（()）]*[）)])?)"
    r"[，,](?:是|根据|依据|按照)"
)
BETWEEN = r"[\s《》〈〉<>“”\"‘’'、，,()（）—\-－·]{0,3}"
# what can follow a title on its line: contents, first label, first words of a preamble
AFTER_TITLE = re.compile(
    r"[ \t\u3000]*(?:目[ \t\u3000]*录|第[一1]|一、|序号|[1１][ \t\u3000.]|[ \t\u3000]|为|根据"
    r"|按照|依据)"
)


def issued_names(walk: Walk, title: Span | None) -> list[Span]:
    """Names of the text that a notice issues: from its title, and from 现将《…》印发."""
    names = []
    if title is not None:
        found = headings.issued_within(title.of(walk.chars))
        if found is not None:
            names.append(Span(title.start + found[0], title.start + found[1]))
    for line in walk.lines[walk.at : walk.at + 12]:
        if line.shape not in ("sentence", "title"):
            break
        quoted = QUOTED.finditer(walk.chars, *line.span)
        quotes = [Span(*m.span(1)) for m in quoted if _is_issued(walk.chars, line.span, m)]
        names += quotes
        if quotes:
            break
    return names


def _is_issued(chars: str, line: Span, m: re.Match[str]) -> bool:
    """Say whether a sentence issues the text it quotes (现将《…》印发), and does not cite it."""
    start = max(line.start, chars.rfind("。", line.start, m.start()) + 1)
    stop = chars.find("。", m.end(), line.end)
    before, after = chars[start : m.start()], chars[m.end() : stop if stop >= 0 else line.end]
    clause = before.rpartition("，")[2]
    if GROUNDS.search(clause) or not ISSUING.search(before + after):
        return False
    return GIVES.search(clause) is not None or APPROVED.match(after) is not None


def find_plan_title(walk: Walk, names: Sequence[Span]) -> Span | None:
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
            signed = place > walk.at and walk.lines[place - 1].shape in ("date", "signed", "note")
            if m and (signed or _stands_alone(walk.chars, m.end(), line)):
                return _moved_behind(walk, place, m)
    return None


def title_after_signature(walk: Walk, *, may_follow: bool) -> Span | None:
    """Give a title that follows the signature of a notice which does not name it exactly."""
    if not may_follow:
        return None
    signed = False
    for place in range(walk.at, len(walk.lines)):
        line = walk.lines[place]
        if signed and walk.chars.startswith("附", line.span.start):
            return None
        if line.shape in ("date", "signed"):
            signed = True
        elif signed and line.shape == "title" and headings.ends_title(line.span.of(walk.chars)):
            return _with_next_line(walk, place)
        elif signed and line.shape not in ("note", "title"):
            return None
    return None


def _with_next_line(walk: Walk, place: int) -> Span:
    """Give a title with a line that can only go on with it: …规划纲要 / （2016—2030年）实施方案."""
    span = walk.lines[place].span
    if place + 1 < len(walk.lines):
        following = walk.lines[place + 1].span
        words = following.of(walk.chars)
        if headings.continues_title(words) and headings.ends_title(words):
            return Span(span.start, following.end)
    return span


def _stands_alone(chars: str, end: int, line: Line) -> bool:
    """Say whether a title ends its line, or the text that follows it can only be the plan's."""
    return end >= line.span.end or AFTER_TITLE.match(chars, end) is not None


def _moved_behind(walk: Walk, place: int, m: re.Match[str]) -> Span:
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


def self_title(walk: Walk) -> Span | None:
    """Title in the first sentence (X规划，根据…编制), or quoted by a news lead."""
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
