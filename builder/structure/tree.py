"""Labels -> tree: which labels are provisions, what contains what, and their ids and kinds.

Hard because the numbers of real documents restart in every section or run on over all of
them, bullets stand beside numbers, and levels are skipped.  So nesting follows the *class*
of a label: one that is open already closes back to its level, a new one opens below.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from builder.model.outline import ProvisionKind
from builder.structure.boxes import Boxes, box_starts
from builder.structure.inline import goes_inside, opens_article, repeated_later
from builder.structure.labels import Label, LabelClass, candidates
from builder.structure.principles import principles
from builder.structure.tables import find_tables
from builder.structure.unnumbered import unnumbered

__all__ = ["Node", "grow"]

LADDER: tuple[ProvisionKind, ...] = ("part", "chapter", "section", "item", "subitem", "point")
RANK: dict[LabelClass, int] = {
    "part": 0,
    "chapter": 1,
    "section": 2,
    "cn": 1,
    "heading": 1,
    "group": 1,
    "cn_bracket": 2,
    "num": 3,
    "num_bracket": 4,
    "circle": 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A provision to be: its label (None where it prints none), id, kind and parent id."""

    label: Label
    id: str
    kind: ProvisionKind
    parent: str | None


def grow(
    chars: str, start: int, end: int, *, prefix: str = "", under: str | None = None
) -> list[Node]:
    """Give the provisions between two offsets in order of the text.

    ``prefix`` begins their ids; ``under`` is the provision that contains them (an annex).
    """
    nodes: list[Node] = []
    seen: Counter[str] = Counter()
    children: Counter[str] = Counter()
    stack: list[Node] = []
    for label in _with_tables(chars, start, end):
        stack = _closed(stack, label)
        parent = stack[-1] if stack else None
        above = parent.id if parent else prefix
        children[above] += 1
        wanted = _id(label, above, order=children[above])
        seen[wanted] += 1
        node = Node(
            label=label,
            id=wanted if seen[wanted] == 1 else f"{wanted}-{seen[wanted]}",
            kind=_kind(label, parent),
            parent=parent.id if parent else under,
        )
        nodes.append(node)
        stack.append(node)
    return nodes


def _with_tables(chars: str, start: int, end: int) -> Iterator[Label]:
    """Give labels in order, with the rows of tables in place of what looks like labels in them."""
    at = start
    for table in find_tables(chars, start, end):
        if table.span.start < at:
            continue
        yield from _with_headings(chars, at, table.span.start)
        yield from table.rows
        at = table.span.end
    yield from _with_headings(chars, at, end)


def _with_headings(chars: str, start: int, end: int) -> Iterator[Label]:
    """Give labels, unnumbered headings on lines of their own, and principles without a mark."""
    labels = list(accepted(chars, start, end))
    named = unnumbered(chars, labels, start, end), principles(chars, start, end)
    yield from merge(labels, *named, key=lambda one: one.span)


def accepted(chars: str, start: int, end: int) -> Iterator[Label]:
    """Give the labels that open a provision: those at line starts, and glued ones in sequence."""
    found = list(candidates(chars, start, end))
    at_line_start = [label for label in found if label.line_start]
    starts = [label.span.start for label in at_line_start]
    open_labels: list[Label] = []
    last: dict[LabelClass, int] = {}
    boxes = Boxes(chars=chars, starts=box_starts(chars, start, end))
    for place, label in enumerate(found):
        if boxes.hold(label, open_labels):
            continue
        if label.kind == "article":
            if not opens_article(chars, label, last.get("article", 0), open_labels):
                continue
        elif not label.line_start:
            if not goes_inside(
                chars, label, open_labels, last, found[max(0, place - 1) : place + 60]
            ):
                continue
            following = bisect_left(starts, label.span.start)
            if repeated_later(label, at_line_start[following : following + 40]):
                continue
        open_labels = [*_open_below(open_labels, label), label]
        last[label.kind] = label.numbers[0] if label.numbers else 0
        yield label


def _open_below(stack: Sequence[Label], label: Label) -> list[Label]:
    for depth, other in enumerate(stack):
        if other.kind == label.kind:
            return list(stack[:depth])
    return list(stack)


def _closed(stack: list[Node], label: Label) -> list[Node]:
    """Give the nodes that stay open above a label."""
    for depth, node in enumerate(stack):
        if node.label.kind in ("bullet", "row"):
            return stack[:depth]
        if node.label.kind != label.kind:
            continue
        if label.kind != "decimal" or len(node.label.numbers) >= len(label.numbers):
            return stack[:depth]
    return stack


def _kind(label: Label, parent: Node | None) -> ProvisionKind:
    """Kind by class, pushed down the ladder where an ancestor has it already."""
    if label.kind == "bullet":
        return "bullet"
    if label.kind == "article":
        return "article"
    if label.kind == "row":
        return "row"
    rank = len(label.numbers) if label.kind == "decimal" else RANK[label.kind]
    if parent is not None:
        rank = max(rank, _rank(parent.kind) + 1)
    return LADDER[min(rank, len(LADDER) - 1)]


def _rank(kind: ProvisionKind) -> int:
    if kind == "article":
        return LADDER.index("section")
    return LADDER.index(kind) if kind in LADDER else len(LADDER) - 1


def _id(label: Label, above: str, *, order: int) -> str:
    """Dotted path of the document's own numbers; bullets count in their parent."""
    own = str(label.numbers[-1] if label.numbers else order)
    return f"{above}.{own}" if above else own
