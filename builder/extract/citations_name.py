"""A name of a document in a text: where it stands, what it says, and what makes two the same."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builder.extract.citations_numbers import Number
from builder.model.outline import Header
from builder.model.span import Span

__all__ = ["Name", "is_own", "kind_of", "number_behind", "short", "taken"]

Form = Literal["titled", "numbered", "untitled", "short"]

# between a title and its number: nothing, a bracket, or a bracket with the short form first
_TO_NUMBER = re.compile(r"\s?[（(]?(?:以下简称[^，,）]{1,20}[，,])?\s?")
_PUNCTUATION = re.compile(r"[\s《》〈〉<>“”\"（）()\-—–－~～，、]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One naming of a document: where, what title and number it gives, how it was read.

    ``own`` marks the document itself; ``unread`` a pointer that no name explains.
    """

    span: Span
    title: str | None
    doc_number: str | None
    form: Form
    rule: str
    own: bool = False
    repaired: bool = False
    unread: bool = False


def short(span: Span, known: Name, rule: str) -> Name:
    """Give a short form that stands for a known name."""
    return Name(
        span=span,
        title=known.title,
        doc_number=known.doc_number,
        form="short",
        rule=rule,
        own=known.own,
    )


def number_behind(chars: str, end: int, by_start: dict[int, Number]) -> Number | None:
    """Give the number right behind a title: 《…》（国发〔2024〕17号）."""
    m = _TO_NUMBER.match(chars, end)
    return by_start.get(m.end() if m else end) or by_start.get(end)


def taken(span: Span, others: Sequence[Span]) -> bool:
    """Say whether a span overlaps one of the others, which are in order."""
    i = bisect_right(others, span)
    return any(span.overlaps(other) for other in others[max(0, i - 1) : i + 1])


def kind_of(title: str) -> str:
    """Give a title without the brackets at its end: …规划（2021—2035年） ends in 规划."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", title)


def is_own(title: str, header: Header) -> bool:
    """Say whether a title is that of the document itself or of its notice."""
    folded = _fold(title)
    own = [_fold(header.title), _fold(header.notice_title)]
    return any(
        folded == name or (len(folded) > 9 and name.endswith(folded)) for name in own if name
    )


def _fold(title: str | None) -> str:
    return _PUNCTUATION.sub("", title or "")
