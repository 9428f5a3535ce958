"""Text -> Header, Work -> Outline: header fields and the numbered tree."""

from builder.model.outline import Header, Outline
from builder.model.text import Text, Work
from builder.structure.front import Front, read_front
from builder.structure.header import read_header
from builder.structure.provisions import cover, drafts, finished
from builder.structure.roles import assign
from builder.structure.tree import grow

__all__ = ["identify", "outline"]


def identify(text: Text) -> Header:
    """Give what a text says of itself, without reading its provisions."""
    return read_header(text, read_front(text.chars))


def outline(work: Work) -> Outline:
    """Give header, provisions and the leaves that cover the text exactly once."""
    chars = work.text.chars
    front = read_front(chars)
    header = read_header(work.text, front)
    return _outlined(chars, front, header)


def _outlined(chars: str, front: Front, header: Header) -> Outline:
    items = drafts(chars, grow(chars, *front.body), front.body.end)
    return Outline(
        header=header,
        provisions=finished(chars, items, assign(chars, header, items)),
        leaves=cover(chars, front.zones, items, front.body),
    )
