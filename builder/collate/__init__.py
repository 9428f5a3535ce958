"""Texts -> Works: copies of one document found, aligned and repaired against each other."""

from collections.abc import Sequence

from builder.collate.grouping import group
from builder.collate.kinds import kinds, order
from builder.collate.mending import apparatus, mend
from builder.model.finding import Finding
from builder.model.outline import Header
from builder.model.text import Text, Work

__all__ = ["collate"]


def collate(
    texts: Sequence[tuple[Text, Header]], *, keep_unfit: bool = False
) -> tuple[tuple[Work, ...], tuple[Finding, ...]]:
    """Give one work a document, whatever the order of the texts, and what was left out.

    A copy that is unfit (censor marks, words swapped) is left out with a finding, unless
    ``keep_unfit``.  The base of a work is its fullest fit copy with the fewest guesses.
    """
    fit = [pair for pair in texts if keep_unfit or pair[0].fit]
    left_out = (_unfit(text) for text, _ in texts if not (keep_unfit or text.fit))
    works = [_work(copies) for copies in group(fit)]
    works.sort(key=lambda work: (work.text.witness.source, work.text.witness.sha256))
    return tuple(works), tuple(sorted(left_out, key=lambda f: (f.source, f.details)))


def _work(copies: Sequence[tuple[Text, Header]]) -> Work:
    texts = order(copies)
    found = kinds(texts)
    if len(texts) == 1:
        return Work(text=texts[0], texts=tuple(texts), kinds=found)
    full = [text for text, kind in zip(texts, found, strict=True) if kind == "full"]
    mended = [
        mend(text, [other for other in full if other is not text]) if kind == "full" else text
        for text, kind in zip(texts, found, strict=True)
    ]
    return Work(
        text=mended[0],
        texts=tuple(mended),
        kinds=found,
        variants=apparatus(mended[0], full),
        findings=tuple(_other_kind(t, k) for t, k in zip(texts, found, strict=True) if k != "full"),
    )


def _unfit(text: Text) -> Finding:
    evidence = "、".join(v for f in text.findings for k, v in f.details if k == "evidence")
    return Finding(
        code="collate-unfit",
        severity="warning",
        source=text.witness.source,
        details=(("evidence", evidence),),
    )


def _other_kind(text: Text, kind: str) -> Finding:
    return Finding(code=f"collate-{kind}", severity="info", source=text.witness.source)
