"""Restored text -> names of documents in it, each with the number that belongs to it.

Four ways of naming: with title marks (《…》（国发〔2024〕17号）), by number alone, without
marks but certain (国务院关于…的意见; 为实施…行动计划，), and by a short form introduced
before (以下简称《方案》) or pointing back (该方案, 上述规划).
"""

import re
from collections.abc import Iterator, Sequence

from builder.extract.citations_name import Name, taken
from builder.extract.citations_numbers import Number, numbers
from builder.extract.citations_pointing import own_words, pointing
from builder.extract.citations_titled import titled
from builder.extract.citations_untitled import untitled
from builder.model.outline import LeafPart, Outline
from builder.model.span import Span

__all__ = ["names"]

MAX_FRONT_CHARS = 600
_STATE_ORDER = re.compile(r"^(?:中华人民共和国)?国务院令")
# parts of the text that name the document itself
_FRONT: frozenset[LeafPart] = frozenset({"number", "notice_title", "title", "signature", "date"})


def names(chars: str, outline: Outline) -> tuple[Name, ...]:
    """Give every name of a document in order of the text."""
    found_numbers = numbers(chars)
    front = tuple(leaf.span for leaf in outline.leaves if leaf.part in _FRONT)
    named = titled(chars, outline.header, found_numbers)
    found = list(named)
    for more in (
        untitled(chars, outline.header, front, found_numbers),
        _numbered(chars, outline, front, found_numbers),
        own_words(chars, outline.header),
        pointing(chars, named),
    ):
        starts = sorted(name.span for name in found)
        found += [name for name in more if not taken(name.span, starts)]
    return tuple(sorted(found, key=lambda name: (name.span.start, -name.span.end)))


def _numbered(
    chars: str, outline: Outline, front: Sequence[Span], found: Sequence[Number]
) -> Iterator[Name]:
    """Give the names by number alone, but for the document's own at its head.

    A joint letterhead has one of each issuer: 皖交运〔2022〕28号 皖发改基础〔2022〕31号.
    """
    own_end = -1
    for i, number in enumerate(found):
        joint = own_end >= 0 and not chars[own_end : number.span.start].strip(" \u3000\n、，,")
        own = _same_number(number.surface, outline.header.doc_number) or taken(number.span, front)
        if own or joint:
            own_end = number.span.end if number.span.start < MAX_FRONT_CHARS else -1
            continue
        if outline.header.doc_number is None and i == 0 and _heads(chars, number):
            continue
        yield Name(
            span=number.span,
            title=None,
            doc_number=number.surface,
            form="numbered",
            rule="number",
            repaired=number.repaired,
        )


def _same_number(surface: str, own: str | None) -> bool:
    """Say whether a number is the document's own: 国务院令第707号 is 国令第707号."""
    return own is not None and _STATE_ORDER.sub("国令", surface) == _STATE_ORDER.sub("国令", own)


def _heads(chars: str, number: Number) -> bool:
    """Say whether a number at the head of the text is the document's own: no cue before it."""
    before = chars[max(0, number.span.start - 6) : number.span.start]
    alone = (
        not before.strip()
        or before.endswith("\n")
        or re.search(r"(?:通知|意见|决定|函|批复|规划|方案|办法)\s*$", before)
    )
    return number.span.start < MAX_FRONT_CHARS and bool(alone)
