"""Clauses -> clauses, parted where copying lost the comma between two of them.

``建立城乡统一的人力资源市场打破城乡就业壁垒``: the object ends, and a verb with an object of its
own follows at once.  Web copies lose commas at line ends; the text is left as it is, only
the reading parts it, and a finding says so.
"""

import re
from collections.abc import Sequence
from functools import cache

from builder.extract import measures_patterns as patterns
from builder.extract.clauses import Clause
from builder.lexicon.alternatives import any_of
from builder.lexicon.verbs import adverbs, verb_pattern, verb_words
from builder.model.span import Span

__all__ = ["part"]

MIN_PARTED_CHARS = 12
AROUND_CHARS = 8


def part(chars: str, clauses: Sequence[Clause]) -> tuple[tuple[Clause, ...], tuple[Span, ...]]:
    """Give the clauses with lost commas put back, and where each was lost.

    >>> chars = "建立城乡统一的人力资源市场打破城乡就业壁垒"
    >>> parted, lost = part(chars, [Clause(span=Span(0, len(chars)), stop="")])
    >>> [clause.span.of(chars) for clause in parted]
    ['建立城乡统一的人力资源市场', '打破城乡就业壁垒']
    """
    parted = [_cuts(chars[start:end]) for (start, end), _ in clauses]
    if not any(parted):
        return tuple(clauses), ()
    found: list[Clause] = []
    lost: list[Span] = []
    for clause, cuts in zip(clauses, parted, strict=True):
        at = clause.span.start
        for cut in cuts:
            here = clause.span.start + cut
            found.append(Clause(span=Span(at, here), stop=""))
            lost.append(
                Span(max(here - AROUND_CHARS, at), min(here + AROUND_CHARS, clause.span.end))
            )
            at = here
        found.append(Clause(span=Span(at, clause.span.end), stop=clause.stop) if cuts else clause)
    return tuple(found), tuple(lost)


def _cuts(text: str) -> list[int]:
    """Give the offsets at which a clause is to be parted."""
    if len(text) < MIN_PARTED_CHARS:
        return []
    cuts: list[int] = []
    at = 0
    for m in _seam().finditer(text):
        head = patterns.head().match(text, at)
        if head is None:
            break
        moves = (head["verb"] or head["first"]) in verb_words("pivot")
        if (
            m.start() > head.end()
            and m["end"] in verb_words("turned" if moves else "object_end")
            and not _quoted(text, m.end())
        ):
            cuts.append(m.end())
            at = m.end()
    return cuts


def _quoted(text: str, at: int) -> bool:
    """Say whether an offset lies inside brackets or quotation marks."""
    before = text[:at]
    return before.count("（") > before.count("）") or before.count("“") > before.count("”")


@cache
def _seam() -> re.Pattern[str]:
    opens = (
        rf"(?:(?:(?:{adverbs()})[、地]?)+{verb_pattern()}|{verb_pattern('opening')})"
        r"(?![的、和与不])\S{5}"
    )
    ends = verb_words("object_end", "turned")
    return re.compile(rf"(?P<end>{any_of(ends)})(?={opens})")
