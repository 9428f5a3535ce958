"""Labels -> tree: which labels are provisions, what contains what, and their ids and kinds.

Hard because the numbers of real documents restart in every section or run on over all of
them, bullets stand beside numbers, and levels are skipped.  So nesting follows the *class*
of a label: one that is open already closes back to its level, a new one opens below.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from builder.model.outline import ProvisionKind
from builder.structure.boxes import Boxes, box_starts
from builder.structure.labels import Label, LabelClass, candidates
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
SENTENCE_END = "。！？；）)”"
BLANKS = frozenset(" \t\u3000\xa0")
MAX_LIST_CHARS = 240
# 责任单位：市教育局、市卫健委, up to the end
LIST_BEFORE = re.compile(
    r"(?:责任|牵头|配合|负责|协办|完成)[\u4e00-\u9fff]{2,4}[：:][^。；：\n]{2,200}\Z"
)
MAX_HEADING_CHARS = 40
MAX_ARTICLE_GAP = 3
# 第一条规定的, 第六条、第七条, 第三条第二款
CITED_ARTICLE = re.compile(
    r"[ \t]*(?:第[一二三四五六七八九十]+[款项条]|[、和至及]|规定|相应|所列|所称|中的)"
)


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
    """Give labels, and unnumbered headings that stand on lines of their own."""
    labels = list(accepted(chars, start, end))
    yield from merge(labels, unnumbered(chars, labels, start, end), key=lambda one: one.span)


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
            if not _opens_article(chars, label, last.get("article", 0), open_labels):
                continue
        elif not label.line_start:
            if not _glued(chars, label, open_labels, last, found[max(0, place - 1) : place + 60]):
                continue
            following = bisect_left(starts, label.span.start)
            if _repeated_later(label, at_line_start[following : following + 40]):
                continue
        open_labels = [*_open_below(open_labels, label), label]
        last[label.kind] = label.numbers[0] if label.numbers else 0
        yield label


def _opens_article(chars: str, label: Label, last: int, stack: Sequence[Label]) -> bool:
    """Say whether 第X条 opens an article, and does not cite one (第一条规定的)."""
    if CITED_ARTICLE.match(chars, label.span.end) or not _next_article(last, label.numbers[0]):
        return False
    if label.line_start or not stack:
        return label.line_start
    return _char_before(chars, label.span.start) in "。；" or _after_heading(
        chars, stack[-1], label
    )


def _next_article(last: int, number: int) -> bool:
    """Say whether an article can follow: articles run on from 第一条; others are cited.

    >>> _next_article(0, 1), _next_article(0, 6), _next_article(12, 13), _next_article(12, 8)
    (True, False, True, False)
    """
    return number == 1 or (last > 0 and last < number <= last + MAX_ARTICLE_GAP)


def _glued(
    chars: str,
    label: Label,
    stack: Sequence[Label],
    last: dict[LabelClass, int],
    around: Sequence[Label],
) -> bool:
    """Say whether a label inside a line goes on with, or begins, a numbering.

    ``last`` has the last number of each class: numbers may run on over chapters; ``around``
    are the candidate before the label, the label, and some after it.
    """
    before = _char_before(chars, label.span.start)
    if label.kind in ("num_bracket", "circle"):
        return before in "。）)" and _goes_on_with(stack, label)
    after_heading = bool(stack) and _after_heading(chars, stack[-1], label)
    if label.kind == "decimal":
        set_off = len(label.numbers) > 1 and chars[label.span.start - 1] in BLANKS
        return (before in "。；：" or after_heading or not stack or set_off) and _next_decimal(
            stack[-1].numbers if stack and stack[-1].kind == "decimal" else (), label.numbers
        )
    if label.kind == "bullet":
        return _is_dash(chars, label) and (before in "。；" or after_heading)
    if around[0] is not label and around[0].span.end == label.span.start:
        return False  # （一）（二）款: numbers cited together
    open_numbers = [other.numbers[0] for other in stack if other.kind == label.kind]
    before_it = (open_numbers or [last.get(label.kind, 0)])[-1]
    goes_on = label.numbers[0] == before_it + 1 or (
        label.kind == "cn" and label.numbers[0] == before_it + 2 and _heads_line(chars, label)
    )
    if not (before in SENTENCE_END or after_heading or (goes_on and _set_off(chars, label))):
        return False
    if open_numbers or label.numbers[0] != 1:
        return goes_on
    if after_heading:
        return True
    ends = "。：" if not stack else "。）)"
    return before in ends and _has_successor(chars, label, around[around.index(label) + 1 :])


def _goes_on_with(stack: Sequence[Label], label: Label) -> bool:
    """Say whether a label is the next one of the numbering that is open below all others.

    （1）建立机制。（责任单位：市人社局）（2）开展招聘。
    """
    return bool(stack) and stack[-1].kind == label.kind and (
        label.numbers[0] == stack[-1].numbers[0] + 1
    )


def _heads_line(chars: str, label: Label) -> bool:
    """Say whether a label has the rest of its line for a heading, so that none was lost but one.

    …建设重点内容　四、重点工程和投资重点
    """
    newline = chars.find("\n", label.span.end)
    rest = chars[label.span.end : newline if newline >= 0 else len(chars)].strip()
    return 0 < len(rest) <= MAX_HEADING_CHARS and not any(char in "。；，：" for char in rest)


def _set_off(chars: str, label: Label) -> bool:
    """Say whether a blank, or a list of bodies, parts a label from what stands before it.

    …提升服务。责任单位：市教育局、市卫健委|（二）发展…
    """
    start = label.span.start
    if chars[start - 1 : start] in BLANKS:
        return True
    return LIST_BEFORE.search(chars, max(0, start - MAX_LIST_CHARS), start) is not None


def _next_decimal(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Say whether a decimal number can follow another one.

    >>> _next_decimal((1, 2), (1, 3)), _next_decimal((1, 2), (2,)), _next_decimal((2,), (2, 1))
    (True, True, True)
    >>> _next_decimal((1, 2), (8,)), _next_decimal((), (1,)), _next_decimal((), (3, 5))
    (False, True, False)
    """
    if number == (*before, 1):
        return True
    same = len(number) - 1
    return len(before) > same and number == (*before[:same], before[same] + 1)


def _is_dash(chars: str, label: Label) -> bool:
    """Say whether a bullet is one that can stand inside a line: —— or a dash with a blank."""
    surface = label.span.of(chars)
    return len(surface) > 1 or chars[label.span.end : label.span.end + 1].isspace()


def _has_successor(chars: str, label: Label, following: Sequence[Label]) -> bool:
    """Say whether number two of the same class follows on the same line after a sentence."""
    for other in following:
        if other.line_start:
            return False
        if other.kind == label.kind:
            return other.numbers[0] == 2 and _char_before(chars, other.span.start) in "。；）)"
    return False


def _repeated_later(label: Label, following: Sequence[Label]) -> bool:
    """Say whether the same number of this class still comes at the start of a line."""
    for other in following:
        if other.kind == label.kind:
            return other.numbers == label.numbers
    return False


def _char_before(chars: str, at: int) -> str:
    while at > 0 and chars[at - 1] in " \t\u3000\xa0":
        at -= 1
    return chars[at - 1] if at > 0 else "\n"


def _after_heading(chars: str, last: Label, label: Label) -> bool:
    """Say whether only a short heading without punctuation lies between two labels."""
    if label.span.start - last.span.end > 2 * MAX_HEADING_CHARS:
        return False
    between = chars[last.span.end : label.span.start].strip()
    if between.count("《") != between.count("》"):
        return False
    return 0 < len(between) <= MAX_HEADING_CHARS and not any(
        char in "。；，：！？\n" for char in between
    )


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
