"""Which copy leads, and what kind each is: full, abridged, rewritten, unfit.

The base is a fit copy, full rather than abridged, with the fewest guesses, then the fewest
repairs to Chinese characters, then the most text, then the smaller hash: a
rule that no order of files can change.
"""

from collections.abc import Sequence

from builder.collate.grouping import likeness
from builder.model.outline import Header
from builder.model.text import Text, WitnessKind

__all__ = ["kinds", "order"]

MIN_SHARE_OF_FULL = 0.8
MIN_LIKENESS_OF_COPY = 0.35
LAYOUT = frozenset(("blanks", "inner-blanks", "width", "newlines", "furniture", "wraps", "script"))


def order(copies: Sequence[tuple[Text, Header]]) -> list[Text]:
    """Give the texts of one document, the base first."""
    texts = [text for text, _ in copies]
    longest = max(len(text.chars) for text in texts if text.fit or not any(t.fit for t in texts))

    def rank(text: Text) -> tuple[bool, bool, int, int, int, str, str]:
        guesses = sum(edit.certainty == "guess" for edit in text.edits)
        repairs = sum(edit.fix not in LAYOUT for edit in text.edits)
        short = len(text.chars) < MIN_SHARE_OF_FULL * longest
        witness = text.witness
        return (
            not text.fit,
            short,
            guesses,
            repairs,
            -len(text.chars),
            witness.sha256,
            witness.source,
        )

    return sorted(texts, key=rank)


def kinds(texts: Sequence[Text]) -> tuple[WitnessKind, ...]:
    """Give the kind of each text, measured against the first."""
    return tuple(_kind(text, texts[0]) for text in texts)


def _kind(text: Text, base: Text) -> WitnessKind:
    if not text.fit:
        return "unfit"
    if len(text.chars) < MIN_SHARE_OF_FULL * len(base.chars):
        return "abridged"
    if text.signature and likeness(text.signature, base.signature) < MIN_LIKENESS_OF_COPY:
        return "rewritten"
    return "full"
