"""Words that point: 本方案 to the text itself, 该方案 and 上述规划 to a document just named."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from builder.extract.citations_name import Name, kind_of, short
from builder.lexicon.citing import document_kind
from builder.model.outline import Header
from builder.model.span import Span

__all__ = ["own_words", "pointing"]

MAX_POINTING_CHARS = 240


def own_words(chars: str, header: Header) -> Iterator[Name]:
    """Give the words by which a text names itself."""
    for m in _own().finditer(chars):
        yield Name(
            span=Span(*m.span()),
            title=header.title,
            doc_number=header.doc_number,
            form="short",
            rule="self-reference",
            own=True,
        )


def pointing(chars: str, titled: Sequence[Name]) -> Iterator[Name]:
    """Give 该方案 and 上述规划 with the document of that kind that was named just before."""
    ends = [name.span.end for name in titled]
    for m in _pointer().finditer(chars):
        i = bisect_right(ends, m.start())
        near = [n for n in titled[max(0, i - 4) : i] if m.start() - n.span.end < MAX_POINTING_CHARS]
        same = [n for n in near if kind_of(n.title or "").endswith(m["kind"])]
        span = Span(*m.span())
        if same:
            yield short(span, same[-1], "pointing-back")
        elif near:
            yield Name(
                span=span,
                title=None,
                doc_number=None,
                form="short",
                rule="pointing-back",
                unread=True,
            )


@cache
def _own() -> re.Pattern[str]:
    # 本方案, 本行动计划; not 基本办法, 资本方案
    return re.compile(
        rf"本(?<![基资根成版样副原]本)(?:工作|实施|行动|试点|总体)?(?:{document_kind()})(?![院官状])"
    )


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(rf"(?:该|上述|前述)(?P<kind>{document_kind('pointing')})")
