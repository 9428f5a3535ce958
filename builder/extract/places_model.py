"""A stretch of text with the place that it names, as the parts of this stage pass it on."""

from dataclasses import dataclass

from builder.model.record import Place
from builder.model.span import Span

__all__ = ["Found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch that names a place, and the rule that read it."""

    span: Span
    place: Place
    rule: str
