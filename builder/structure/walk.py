"""The walk over the lines of a head: what was taken so far, and where it stands."""

import re
from dataclasses import dataclass, field

from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.lines import Line, Shape

__all__ = ["FOLD", "NEWS", "PARTS", "QUOTED", "Walk", "Zone", "flat", "lines_span"]

# what only spaces or marks a title, and differs between its copies
FOLD = re.compile(r"[\s《》〈〉<>“”\"‘’'、，,()（）—\-－·]")
NEWS = re.compile(r"近日|日前|记者|获悉|[报网]讯|日电|来源[：:]")
QUOTED = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){4,120})》")

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


@dataclass(slots=True, kw_only=True)
class Walk:
    """What one walk over the head has found so far."""

    chars: str
    lines: list[Line]
    zones: list[Zone] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    at: int = 0

    def take(self, part: LeafPart) -> None:
        """Keep the line as a piece and go to the next one."""
        self.zones.append(Zone(part=part, span=self.lines[self.at].span))
        self.at += 1

    def shape(self, ahead: int = 0) -> Shape | None:
        """Give the shape of a line ahead, None behind the last one."""
        place = self.at + ahead
        return self.lines[place].shape if place < len(self.lines) else None

    def text(self, ahead: int = 0) -> str:
        """Give the characters of a line ahead."""
        return self.lines[self.at + ahead].span.of(self.chars)


def flat(surface: str) -> str:
    """Give a title on one line."""
    return re.sub(r"\s*\n\s*", "", surface)


def lines_span(walk: Walk, length: int) -> Span:
    """Give the span of so many lines from where the walk stands."""
    return Span(walk.lines[walk.at].span.start, walk.lines[walk.at + length - 1].span.end)
