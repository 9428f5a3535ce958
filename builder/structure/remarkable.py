"""Odd things about the structure of one document, as findings."""

from collections.abc import Iterator, Sequence

from builder.model.finding import Finding
from builder.model.outline import Header
from builder.structure.front import Front
from builder.structure.provisions import Draft

__all__ = ["find_oddities"]

COUNTED = frozenset({"part", "chapter", "section", "article", "cn", "cn_bracket", "num"})


def find_oddities(
    chars: str, front: Front, header: Header, items: Sequence[Draft]
) -> tuple[Finding, ...]:
    """Give what a person should look at: no title, no document, numbers that jump or repeat."""
    return (*_of_header(chars, front, header), *_of_numbers(chars, items))


def _of_header(chars: str, front: Front, header: Header) -> Iterator[Finding]:
    if not header.is_policy:
        yield Finding(code="structure-not-a-document", severity="warning")
        return
    if header.title is None:
        yield Finding(code="structure-no-title", severity="warning")
    if header.status is not None and header.status.endswith(("稿", "草案")):
        details = (("status", header.status),)
        yield Finding(code="structure-draft", severity="warning", details=details)
    if front.contents is not None and not chars[front.contents.end :].strip():
        yield Finding(code="structure-contents-only", severity="warning", span=front.contents)


def _of_numbers(chars: str, items: Sequence[Draft]) -> Iterator[Finding]:
    """Numbers of one class under one parent that repeat, go back or leave some out."""
    last: dict[tuple[str | None, str], tuple[int, str]] = {}
    for item in items:
        label = item.node.label
        if label.kind not in COUNTED or not label.numbers:
            continue
        key = (item.node.parent, label.kind)
        number, surface = label.numbers[-1], label.span.of(chars)
        before = last.get(key)
        last[key] = (number, surface)
        if before is None:
            continue
        if number <= before[0]:
            yield _finding("structure-number-repeated", item, surface, ("id", item.node.id))
        elif number > before[0] + 1:
            yield _finding("structure-number-missing", item, surface, ("before", before[1]))


def _finding(code: str, item: Draft, label: str, more: tuple[str, str]) -> Finding:
    return Finding(
        code=code,
        severity="info",
        provision=item.node.id,
        span=item.node.label.span,
        details=(("label", label), more),
    )
