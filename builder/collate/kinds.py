"""Which copy leads, and what kind each is: full, abridged, rewritten, unfit.

The base is a fit copy, full rather than abridged, with the fewest guesses, then the fewest
repairs to Chinese characters, then the most text, then the smaller hash: a
rule that no order of files can change.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.model.outline import Header
from builder.model.text import Text, WitnessKind

__all__ = ["kinds", "order", "own_places", "shared"]

MIN_SHARE_OF_FULL = 0.8
ROW_CHARS = 5
MIN_SHARED_ROWS = 0.8
# places of its own in 1,000 characters: a page with its misdecoded runs unread has 1.6, one with
# two words swapped throughout 9; a short text may have some all the same
MAX_OWN_PLACES = 0.008
FEW_OWN_PLACES = 5
NOT_HAN = re.compile("[^\u4e00-\u9fff]+")
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
    if text is base:
        return "full"
    places = own_places(text.chars, base.chars)
    reworded = places > max(FEW_OWN_PLACES, MAX_OWN_PLACES * len(text.chars))
    return "rewritten" if reworded or shared(text.chars, base.chars) < MIN_SHARED_ROWS else "full"


def shared(one: str, other: str) -> float:
    """Give how much of the shorter text stands in the other, by rows of five characters.

    >>> shared("推行以经常居住地登记户口制度", "为此，推行以经常居住地登记户口制度。")
    1.0
    >>> round(shared("推行以经常居住地登记户口制度", "实行以常住地登记户口的制度"), 1)
    0.2
    """
    mine, theirs = _rows(one), _rows(other)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 1.0


def own_places(one: str, other: str) -> int:
    """Give in how many places a text has rows of five characters that the other has not.

    Damage is found in a few places, however long; words swapped throughout in many.

    >>> own_places("推进农村道路建设", "推进农村道路建设，保障出行")
    0
    """
    han, known = NOT_HAN.sub("", one), _rows(other)
    own = [han[i : i + ROW_CHARS] not in known for i in range(len(han) - ROW_CHARS + 1)]
    return sum(here and not before for before, here in pairwise([False, *own]))


def _rows(chars: str) -> set[str]:
    han = NOT_HAN.sub("", chars)
    return {han[i : i + ROW_CHARS] for i in range(len(han) - ROW_CHARS + 1)}
