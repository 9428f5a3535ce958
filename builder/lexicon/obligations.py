"""Words by which articles oblige, forbid and entitle, and who can be obliged."""

import re
from functools import cache

from builder.lexicon.tables import toml

__all__ = ["actor", "acts", "cue", "no_actor"]


@cache
def cue() -> re.Pattern[str]:
    """Give the pattern of a cue; its group (forbid, must, may) names the force.

    >>> cue().search("任何单位不得阻碍").lastgroup
    'forbid'
    """
    table = toml("obligation_cues")
    return re.compile(
        "|".join(f"(?P<{force}>{table[force]['pattern']})" for force in ("forbid", "must", "may"))
    )


@cache
def actor(*, least: int = 1) -> str:
    """Give the alternatives of a pattern for what the name of an actor ends in.

    ``least`` leaves out endings of fewer characters, which are often no names.
    """
    words = [w for w in toml("obligation_cues")["actors"]["words"].split() if len(w) >= least]
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def no_actor() -> str:
    """Give the pattern of what begins a clause that names nobody."""
    return str(toml("obligation_cues")["no_actor"]["pattern"])


@cache
def acts() -> str:
    """Give the pattern of words that begin an act, and so name nobody."""
    return str(toml("obligation_cues")["acts"]["pattern"])
