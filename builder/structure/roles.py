"""Roles of provisions: what kind of thing a leaf says, by the headings above it.

A document that answers, names or obliges has no tasks; in one that plans, a leaf is a task
unless a heading above it says goal, principle, direction, policy measure or safeguard.
"""

from collections.abc import Sequence

from builder.lexicon import headings
from builder.model.outline import Header, Role
from builder.structure.provisions import Draft

__all__ = ["assign"]

Ruling = tuple[Role, str]
# what stands below these stays what they are, whatever its own heading says
LASTING: frozenset[Role] = frozenset({"organisation", "supporting_measure", "principle"})
BESIDE_THE_PLAN = ("附件", "通知")


def assign(
    chars: str, header: Header, items: Sequence[Draft], *, task_rows: bool
) -> list[Ruling]:
    """Give each provision its role and the rule that gave it.

    ``task_rows`` says whether rows belong to tables that divide tasks.
    """
    parents = {item.node.parent for item in items}
    whole = _whole_document(header)
    inherited: dict[str | None, Ruling | None] = {None: None}
    out: list[Ruling] = []
    for item in items:
        above = inherited.get(item.node.parent)
        heading = item.heading.of(chars) if item.heading else ""
        own = above if above and above[0] in LASTING else headings.role_of(heading) or above
        inherited[item.node.id] = own
        if item.node.id in parents:
            out.append(("container", "has-children"))
        else:
            out.append(_of_leaf(item, own, whole, task_rows=task_rows))
    return out


def _of_leaf(
    item: Draft, own: Ruling | None, whole: Ruling | None, *, task_rows: bool
) -> Ruling:
    """Rule over one leaf, the surest sign first."""
    if item.node.kind == "article":
        return "obligation", "article"
    if whole is not None:
        return whole
    if item.node.kind == "row":
        return ("task", "row-of-task-table") if task_rows else ("other", "row")
    if item.node.kind == "annex" or item.node.id.startswith(BESIDE_THE_PLAN):
        return "other", "beside-the-plan"
    return own or ("task", "leaf-of-plan")


def _whole_document(header: Header) -> Ruling | None:
    """Rule over all leaves of a document that holds no plan."""
    if not header.is_policy:
        return "other", "no-policy-document"
    rule = headings.kind_rule(header.doc_type or "")
    if rule == "kind-statute":
        return "obligation", rule
    if rule is not None:
        return "other", rule
    title = header.title or ""
    if header.doc_type == "通知" and headings.announces(title):
        return "other", "kind-announcement"
    return None
