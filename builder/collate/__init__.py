"""Texts -> Works: copies of one document found, aligned and repaired against each other."""

from collections.abc import Sequence

from builder.collate.grouping import group
from builder.collate.kinds import kinds, order
from builder.model.finding import Finding
from builder.model.outline import Header
from builder.model.text import Text, Work

__all__ = ["collate"]


def collate(
    texts: Sequence[tuple[Text, Header]], *, keep_unfit: bool = False
) -> tuple[tuple[Work, ...], tuple[Finding, ...]]:
    """Give one work a document, whatever the order of the texts, and what was left out.

    A copy that is unfit (censor marks, words swapped) is left out with a finding, unless
    ``keep_unfit``.
    """
    fit = [pair for pair in texts if keep_unfit or pair[0].fit]
    left_out = tuple(_unfit(text) for text, _ in texts if not (keep_unfit or text.fit))
    works = [_work(copies) for copies in group(fit)]
    works.sort(key=lambda work: (work.text.witness.source, work.text.witness.sha256))
    return tuple(works), tuple(sorted(left_out, key=lambda f: (f.source, f.details)))


def _work(copies: Sequence[tuple[Text, Header]]) -> Work:
    ordered = order(copies)
    return Work(text=ordered[0], texts=tuple(ordered), kinds=kinds(ordered))


def _unfit(text: Text) -> Finding:
    return Finding(code="collate-unfit", severity="warning", source=text.witness.source)
