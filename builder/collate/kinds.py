"""Which copy leads, and what kind each is: full, abridged, rewritten, unfit.

The base is the fit copy with the most text in common lines, then the fewest guesses, then
the fewest repairs, then the smaller hash: a rule that no order of files can change.
"""

from collections.abc import Sequence

from builder.model.outline import Header
from builder.model.text import Text, WitnessKind

__all__ = ["kinds", "order"]

MIN_SHARE_OF_FULL = 0.8


def order(copies: Sequence[tuple[Text, Header]]) -> list[Text]:
    """Give the texts of one document, the base first."""
    texts = [text for text, _ in copies]
    longest = max(len(text.chars) for text in texts)

    def rank(text: Text) -> tuple[bool, bool, int, int, int, str, str]:
        guesses = sum(edit.certainty == "guess" for edit in text.edits)
        short = len(text.chars) < MIN_SHARE_OF_FULL * longest
        witness = text.witness
        return (
            not text.fit,
            short,
            guesses,
            len(text.edits),
            -len(text.chars),
            witness.sha256,
            witness.source,
        )

    return sorted(texts, key=rank)


def kinds(texts: Sequence[Text]) -> tuple[WitnessKind, ...]:
    """Give the kind of each text, measured against the first."""
    full = max((len(text.chars) for text in texts if text.fit), default=0)
    return tuple(_kind(text, full) for text in texts)


def _kind(text: Text, full: int) -> WitnessKind:
    if not text.fit:
        return "unfit"
    return "abridged" if len(text.chars) < MIN_SHARE_OF_FULL * full else "full"
