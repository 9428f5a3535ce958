"""Text -> Header, Work -> Outline: header fields and the numbered tree."""

from builder.model.outline import Header, Outline
from builder.model.text import Text, Work
from builder.structure.annexes import find_annexes
from builder.structure.cases import given_back
from builder.structure.contents import listed_headings
from builder.structure.front import Front, read_front
from builder.structure.header import read_header
from builder.structure.provisions import cover, drafts, finished
from builder.structure.remarkable import find_oddities
from builder.structure.roles import assign, holds_plan
from builder.structure.tables import find_tables
from builder.structure.tree import Node, grow

__all__ = ["identify", "outline"]


def identify(text: Text) -> Header:
    """Give what a text says of itself, without reading its provisions."""
    return read_header(text, read_front(text.chars))


def outline(work: Work) -> Outline:
    """Give header, provisions and the leaves that cover the text exactly once."""
    chars = work.text.chars
    front = read_front(chars)
    header = read_header(work.text, front)
    stretches = _stretches(chars, front)
    listed = listed_headings(chars, front.contents)
    articles = any(node.kind == "article" for nodes, _ in stretches for node in nodes)
    plan = holds_plan(header, articles=articles)
    items = [
        item
        for nodes, end in stretches
        for item in given_back(
            chars, drafts(chars, nodes, end, listed=listed, plan=plan), plan=plan
        )
    ]
    divided = any(table.tasks for table in find_tables(chars, 0, len(chars)))
    roles = assign(chars, header, items, task_rows=divided)
    return Outline(
        header=header,
        provisions=finished(chars, items, roles),
        leaves=cover(chars, front.zones, items, front.body),
        findings=find_oddities(chars, front, header, items),
    )


def _stretches(chars: str, front: Front) -> list[tuple[list[Node], int]]:
    """Give the provisions of the notice, of the text and of the annexes, each with its end.

    What a notice numbers itself is set apart from the plan's numbers by 通知 in its ids.
    """
    body = grow(chars, *front.body)
    annexes = find_annexes(chars, front.after.start)
    notice: list[Node] = []
    if front.notice is not None:
        notice = grow(chars, *front.notice, prefix="通知" if body else "")
    notice_end = front.notice.end if front.notice else 0
    return [(notice, notice_end), (body, front.body.end), (annexes, len(chars))]
