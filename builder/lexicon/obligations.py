"""Words by which articles oblige, forbid and entitle, and who can be obliged."""

import re
from functools import cache

from builder.lexicon.tables import toml

__all__ = ["actor", "acts", "adverbs", "after_name", "asks", "by", "cue", "no_actor"]


@cache
def cue() -> re.Pattern[str]:
    """Give the pattern of a cue; its group (forbid, must, may) names the force.

    >>> cue().search("任何单位不得阻碍").lastgroup
    'forbid'
    """
    table = toml("obligation_cues")
    forces = ("forbid", "must", "may")
    opens = "".join(table[force]["opens"] for force in forces)
    cues = "|".join(f"(?P<{force}>{table[force]['pattern']})" for force in forces)
    return re.compile(f"(?=[{opens}])(?:{cues})")


@cache
def asks() -> re.Pattern[str]:
    """Give the pattern of words that ask whoever is named behind them to act.

    >>> asks().search("请中国人民银行加快方案的研究")[0], asks().search("申请复核")
    ('请', None)
    """
    return re.compile(_pattern("asks"))


@cache
def actor(*, least: int = 1) -> str:
    """Give the alternatives of a pattern for what the name of an actor ends in.

    ``least`` leaves out endings of fewer characters, which are often no names.
    """
    words = [w for w in toml("obligation_cues")["actors"]["words"].split() if len(w) >= least]
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


def by() -> str:
    """Give the pattern of what a body named behind 由 does."""
    return _pattern("by")


def no_actor() -> str:
    """Give the pattern of what begins a clause that names nobody."""
    return _pattern("no_actor")


def after_name() -> str:
    """Give the pattern of what makes the name before it part of another name."""
    return _pattern("after_name")


def adverbs() -> str:
    """Give the pattern of how a body acts, between its name and the cue."""
    return _pattern("adverbs")


def acts() -> str:
    """Give the pattern of words that begin an act, and so name nobody."""
    return _pattern("acts")


def _pattern(name: str) -> str:
    return str(toml("obligation_cues")[name]["pattern"])
