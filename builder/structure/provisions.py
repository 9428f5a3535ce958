"""Nodes -> provisions: spans, headings, own text; and the leaves that cover the whole text."""

import re
from collections.abc import Sequence

from builder.model.outline import Leaf, LeafPart, Provision, Role
from builder.model.span import Span
from builder.structure.front import Zone
from builder.structure.lines import stripped
from builder.structure.tree import Node

__all__ = ["Draft", "cover", "drafts"]

MAX_HEADING_CHARS = 60
MAX_HEADING_WITH_COMMA_CHARS = 36
MAX_COLON_HEADING_CHARS = 12
HEADING_END = re.compile(r"[。\n]|[：:]")


class Draft:
    """A provision before its role is known."""

    __slots__ = ("body", "heading", "node", "span")

    def __init__(self, *, node: Node, span: Span, heading: Span | None, body: tuple[Span, ...]):
        self.node = node
        self.span = span
        self.heading = heading
        self.body = body


def drafts(chars: str, nodes: Sequence[Node], end: int) -> list[Draft]:
    """Give each node its span, heading and own text; ``end`` is where the last one stops."""
    closes = _closing(nodes, end)
    out = []
    for place, node in enumerate(nodes):
        own_end = nodes[place + 1].label.span.start if place + 1 < len(nodes) else end
        own_end = min(own_end, closes[place])
        own = Span(node.label.span.end, own_end)
        heading, rest = _heading(chars, own)
        rest = stripped(chars, rest)
        body = (rest,) if rest.start < rest.end else ()
        whole = stripped(chars, Span(node.label.span.start, closes[place]))
        out.append(Draft(node=node, span=whole, heading=heading, body=body))
    return out


def _closing(nodes: Sequence[Node], end: int) -> list[int]:
    """Where each node ends: at the next one that is not below it."""
    closes = [end] * len(nodes)
    open_nodes: list[int] = []
    depth: dict[str | None, int] = {}
    for place, node in enumerate(nodes):
        level = depth.get(node.parent, 0) + 1
        depth[node.id] = level
        while len(open_nodes) >= level:
            closes[open_nodes.pop()] = node.label.span.start
        open_nodes.append(place)
    return closes


def _heading(chars: str, own: Span) -> tuple[Span | None, Span]:
    """Split the own text into heading and the rest.

    A heading is its own line, or runs up to the first 。; what is too long for a heading, or
    is one sentence in clauses, is text.
    """
    line_end = chars.find("\n", own.start, own.end)
    line_end = own.end if line_end < 0 else line_end
    line = stripped(chars, Span(own.start, line_end))
    if line.start == line.end:
        return None, own
    stop = chars.find("。", line.start, line.end)
    head = stripped(chars, Span(line.start, line.end if stop < 0 else stop))
    surface = head.of(chars)
    if stop < 0 and surface[-1] in "；;，,":
        return _colon_heading(chars, own, line)
    if _is_heading(surface):
        return head, Span(line.end if stop < 0 else stop + 1, own.end)
    return _colon_heading(chars, own, line)


def _is_heading(surface: str) -> bool:
    if not surface or len(surface) > MAX_HEADING_CHARS:
        return False
    if any(char in surface for char in "；;：:？"):
        return False
    commas = surface.count("，") + surface.count(",")
    return commas == 0 or len(surface) <= MAX_HEADING_WITH_COMMA_CHARS


def _colon_heading(chars: str, own: Span, line: Span) -> tuple[Span | None, Span]:
    """A short name before a colon is a heading too: 春节：2月4日至10日放假."""
    m = re.compile(r"[^，。；：:、\n]+(?=[：:])").match(chars, line.start, line.end)
    if m and m.end() - m.start() <= MAX_COLON_HEADING_CHARS:
        return Span(m.start(), m.end()), Span(m.end() + 1, own.end)
    return None, own


def finished(
    chars: str, items: Sequence[Draft], roles: Sequence[tuple[Role, str]]
) -> tuple[Provision, ...]:
    """Make provisions of drafts and their roles."""
    return tuple(
        Provision(
            id=item.node.id,
            label=item.node.label.span.of(chars),
            heading=_one_line(item.heading.of(chars)) if item.heading else "",
            kind=item.node.kind,
            parent=item.node.parent,
            span=item.span,
            heading_span=item.heading,
            body=item.body,
            role=role,
            role_rule=rule,
        )
        for item, (role, rule) in zip(items, roles, strict=True)
    )


def _one_line(surface: str) -> str:
    return re.sub(r"\s*\n\s*", "", surface)


def cover(
    chars: str, zones: Sequence[Zone], items: Sequence[Draft], body: Span
) -> tuple[Leaf, ...]:
    """Give leaves that cover every character exactly once, in order.

    What lies between two known pieces belongs to the one before it; what lies before the
    first provision of the body is the preamble.
    """
    marks: list[tuple[int, LeafPart, str | None]] = [
        (zone.span.start, zone.part, None) for zone in zones
    ]
    first = items[0].node.label.span.start if items else body.end
    if body.start < first:
        marks.append((body.start, "preamble", None))
    for item in items:
        marks.append((item.node.label.span.start, "label", item.node.id))
        if item.heading is not None:
            marks.append((item.heading.start, "heading", item.node.id))
        for span in item.body:
            marks.append((span.start, "body", item.node.id))
    marks.sort(key=lambda mark: mark[0])
    return _between(len(chars), marks)


def _between(length: int, marks: list[tuple[int, LeafPart, str | None]]) -> tuple[Leaf, ...]:
    if length == 0:
        return ()
    if not marks or marks[0][0] > 0:
        marks = [(0, "other", None), *marks]
    leaves = []
    for place, (start, part, provision) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else length
        if start < end:
            leaves.append(Leaf(span=Span(start, end), part=part, provision=provision))
    return tuple(leaves)
