"""Restored text -> citations: every document that it names, what for, and on which words.

Finds names (《…》, numbers, certain names without marks, short forms), joins a name to the
number behind it, and reads the relation from the words around.  Which document of the
corpus is meant is decided later, in lineage.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from builder.extract.citations_name import Name
from builder.extract.citations_names import names
from builder.extract.citations_relation import relations
from builder.model.finding import Finding
from builder.model.outline import Leaf, Outline
from builder.model.record import Citation

__all__ = ["CitationReading", "find"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationReading:
    """Citations in order of the text, and findings on names that could not be resolved."""

    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]


def find(chars: str, outline: Outline) -> CitationReading:
    """Give the citations of a document, self-references marked ``own``."""
    found = names(chars, outline)
    starts = [leaf.span.start for leaf in outline.leaves]
    citations: list[Citation] = []
    findings: list[Finding] = []
    for name, relation in zip(found, relations(chars, found), strict=True):
        if name.unread:
            findings.append(_unread(name, chars))
            continue
        citations.append(
            Citation(
                number=len(citations) + 1,
                title=name.title,
                doc_number=name.doc_number,
                relation=relation.relation,
                at=_at(outline.leaves, starts, name.span.start),
                span=name.span,
                form=name.form,
                cue=relation.cue,
                rule=f"{name.rule}+{relation.rule}",
                own=name.own,
                number_repaired=name.repaired,
            )
        )
    return CitationReading(citations=tuple(citations), findings=tuple(findings))


def _at(leaves: Sequence[Leaf], starts: Sequence[int], offset: int) -> str:
    """Give the provision at an offset; before the first one, ``notice`` or ``preamble``."""
    i = bisect_right(starts, offset) - 1
    if i < 0:
        return "preamble"
    leaf = leaves[i]
    if leaf.provision is not None:
        return leaf.provision
    return "preamble" if leaf.part in ("preamble", "title", "body", "other") else "notice"


def _unread(name: Name, chars: str) -> Finding:
    return Finding(
        code="citation-short-form-unresolved",
        severity="info",
        span=name.span,
        details=(("words", name.span.of(chars)),),
    )
