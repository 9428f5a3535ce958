"""Nodes -> provisions: spans, headings, own text; and the leaves that cover the whole text."""

import re
from collections import Counter
from collections.abc import Sequence

from builder.model.outline import Leaf, LeafPart, Provision, Role
from builder.model.span import Span
from builder.structure.front import Zone
from builder.structure.lines import stripped
from builder.structure.naming import after_blank, by_start, is_all, own_heading
from builder.structure.tree import Node

__all__ = ["Draft", "cover", "drafts"]

MAX_SURE_HEADING_CHARS = 14


class Draft:
    """A provision before its role is known."""

    __slots__ = ("body", "heading", "node", "span")

    def __init__(self, *, node: Node, span: Span, heading: Span | None, body: tuple[Span, ...]):
        self.node = node
        self.span = span
        self.heading = heading
        self.body = body


def drafts(
    chars: str,
    nodes: Sequence[Node],
    end: int,
    *,
    listed: Sequence[str] = (),
    plan: bool = False,
) -> list[Draft]:
    """Give each node its span, heading and own text; ``end`` is where the last one stops.

    ``listed`` are the headings of the table of contents: they tell where a heading ends
    that is glued to its text; ``plan`` says that articles are the parts of a plan, named
    like any other, and not of rules.  A leaf of one sentence, with or without a list of bodies in
    brackets behind it, has that sentence as its text, also where it names the leaf.
    """
    starts = by_start(listed)
    closes = _closing(nodes, end)
    out = []
    for place, node in enumerate(nodes):
        own_end = nodes[place + 1].label.span.start if place + 1 < len(nodes) else end
        own_end = min(own_end, closes[place])
        own = Span(node.label.span.end, own_end)
        own = Span(min(after_blank(chars, own), own.end), own.end)
        leaf = place + 1 == len(nodes) or nodes[place + 1].parent != node.id
        rules = node.kind == "article" and not plan
        heading, rest = own_heading(chars, node, own, starts, leaf=leaf, rules=rules)
        if leaf and heading is not None and (node.label.whole or is_all(chars, heading, rest)):
            rest = Span(heading.start, own.end)  # its only sentence names it and says it
        rest = stripped(chars, rest)
        body = (rest,) if rest.start < rest.end else ()
        whole = stripped(chars, Span(node.label.span.start, closes[place]))
        out.append(Draft(node=node, span=whole, heading=heading, body=body))
    return _like_siblings(chars, out, plan=plan)


def _like_siblings(chars: str, items: list[Draft], *, plan: bool) -> list[Draft]:
    """Take back a first sentence that was read as a heading where most siblings have none.

    One short sentence among longer ones is text: 花亭湖风景名胜区管理处隶属县政府。  Where half
    have none, a first sentence in clauses is text as well: 加强立法工作，推进法的出台。
    """
    named: Counter[tuple[str | None, str]] = Counter()
    plain: Counter[tuple[str | None, str]] = Counter()
    in_clauses: Counter[tuple[str | None, str]] = Counter()
    for item in items:
        key = item.node.parent, item.node.label.kind
        if _is_whole(item):
            continue  # one sentence tells neither way
        (named if item.heading else plain)[key] += 1
        in_clauses[key] += item.heading is not None and "，" in item.heading.of(chars)
    for item in items:
        key = item.node.parent, item.node.label.kind
        few = 2 * named[key] <= plain[key] or in_clauses[key] == named[key] <= plain[key]
        if item.heading is None or item.node.kind == "row" or not (few and plain[key]):
            continue
        length = item.heading.end - item.heading.start
        short = plan and length <= MAX_SURE_HEADING_CHARS and not _is_whole(item)
        if not short and chars.startswith(("。", "：", ":"), item.heading.end):
            end = max([item.heading.end + 1, *(span.end for span in item.body)])
            item.body = (Span(item.heading.start, end),)
            item.heading = None
    return items


def _is_whole(item: Draft) -> bool:
    """Say whether the heading of an item is its text as well, for it says nothing else."""
    heading = item.heading
    return heading is not None and any(span.start == heading.start for span in item.body)


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
