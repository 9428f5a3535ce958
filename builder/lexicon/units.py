"""Units of figures, and the words that make a figure a target or show that it is none."""

import re
from functools import cache

from builder.lexicon.alternatives import any_of
from builder.lexicon.tables import toml

__all__ = ["target_pattern", "target_words", "unit"]


@cache
def unit() -> str:
    """Give the alternatives of a pattern for a unit with its scale word, longest first."""
    names = any_of(toml("units")["units"]["words"].split()).replace("/", "[/／]")
    return rf"(?:[万亿千百]{{0,2}}(?:{names}))"


@cache
def target_words(*groups: str) -> str:
    """Give the alternatives of a pattern for the cue words of these groups, longest first."""
    table = toml("target_cues")
    words = {word for group in groups for word in table[group]["words"].split()}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def target_pattern(group: str) -> re.Pattern[str]:
    """Give the pattern of a group of words that speak against a target.

    >>> bool(target_pattern("past").search("目前已建成20所"))
    True
    """
    return re.compile(toml("target_cues")[group]["pattern"])
