"""Roles of provisions: what kind of thing a leaf says, by the headings above it."""

import re
from collections.abc import Sequence

from builder.lexicon import headings
from builder.model.outline import Header, Role
from builder.structure.provisions import Draft

__all__ = ["assign"]

NO_PLAN_TYPES = re.compile(r"(?:批复|复函|函|答复|令|公告|通告|通报|决定|报告|请示)$")
STATUTE_TYPES = re.compile(r"(?:办法|条例|规定|细则|规则|规程|章程)$")


def assign(chars: str, header: Header, items: Sequence[Draft]) -> list[tuple[Role, str]]:
    """Give each provision its role and the rule that gave it."""
    parents = {item.node.parent for item in items}
    above: dict[str | None, tuple[Role, str] | None] = {None: None}
    whole = _whole_document(header)
    out: list[tuple[Role, str]] = []
    for item in items:
        heading = item.heading.of(chars) if item.heading else ""
        own = headings.role_of(heading) or above.get(item.node.parent)
        above[item.node.id] = own
        if item.node.kind == "article":
            leaf: tuple[Role, str] = ("obligation", "article")
        elif whole is not None:
            leaf = whole
        else:
            leaf = own or ("task", "leaf-of-plan")
        if item.node.id in parents:
            leaf = ("container", "has-children")
        out.append(leaf)
    return out


def _whole_document(header: Header) -> tuple[Role, str] | None:
    """Role of all leaves where the document is of a type that holds no plan."""
    kind = header.doc_type or ""
    if not header.is_policy:
        return "other", "not-a-policy-document"
    if NO_PLAN_TYPES.search(kind):
        return "other", "type-without-plan"
    if STATUTE_TYPES.search(kind):
        return "obligation", "type-statute"
    return None
