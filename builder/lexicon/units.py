"""Units of figures and the words that make a figure a target."""

import re
from functools import cache

from builder.lexicon.tables import toml

__all__ = ["past", "target_words", "unit"]


@cache
def unit() -> str:
    """Give the alternatives of a pattern for a unit with its scale word, longest first."""
    words = toml("units")["units"]["words"].split()
    names = "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))
    return rf"(?:[万亿千百]{{0,2}}(?:{names}))"


@cache
def target_words(group: str) -> str:
    """Give the alternatives of a pattern for the cue words of a group, longest first."""
    words = toml("target_cues")[group]["words"].split()
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def past() -> re.Pattern[str]:
    """Give the pattern of words that show a figure to be no target."""
    return re.compile(toml("target_cues")["past"]["pattern"])
