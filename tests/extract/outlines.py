"""Outlines of small texts for the tests of this folder."""

from builder.model.outline import Header, Leaf, Outline, Provision, Role
from builder.model.span import Span

__all__ = ["one"]


def one(chars: str, *, role: Role = "task", header: Header | None = None) -> Outline:
    """Give the outline of a text that is the body of one provision."""
    whole = Span(0, len(chars))
    provision = Provision(
        id="1",
        label="一、",
        heading="",
        kind="item",
        parent=None,
        span=whole,
        heading_span=None,
        body=(whole,),
        role=role,
        role_rule="test",
    )
    leaf = Leaf(span=whole, part="body", provision="1")
    return Outline(header=header or Header(), provisions=(provision,), leaves=(leaf,))
