"""Verbs that open a clause of action, adverbs that qualify it, and what clauses begin with.

The words stand in ``verbs.toml``, ``qualifiers.toml`` and ``clause_cues.toml``.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon.tables import toml
from builder.model.record import Force

__all__ = ["ClauseKind", "ClauseRule", "adverb", "clause_rules", "force_of", "qualifiers", "verb"]

ClauseKind = Literal["preamble", "effect", "rider"]

_FORCES: dict[str, Force] = {
    "promote": "promote",
    "encourage": "encourage",
    "explore": "explore",
    "forbid": "forbid",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRule:
    """One way in which a clause leans on another, by how it begins or ends."""

    id: str
    kind: ClauseKind
    pattern: re.Pattern[str]


@cache
def force_of(word: str) -> Force:
    """Give the force that a verb carries by itself.

    >>> force_of("鼓励"), force_of("推动"), force_of("建设")
    ('encourage', 'promote', 'must')
    """
    return _forces().get(word, "must")


@cache
def verb() -> str:
    """Give the alternatives of a pattern that matches any known verb, longest first."""
    groups = toml("verbs")
    return _alternatives(word for group in groups.values() for word in group["words"].split())


@cache
def adverb() -> str:
    """Give the alternatives of a pattern that matches any known qualifier, longest first."""
    return _alternatives(qualifiers())


@cache
def qualifiers() -> dict[str, str]:
    """Give the kind (extent, pace, condition, manner) of every qualifier.

    >>> qualifiers()["逐步"]
    'pace'
    """
    return {
        word: kind for kind, group in toml("qualifiers").items() for word in group["words"].split()
    }


@cache
def clause_rules() -> tuple[ClauseRule, ...]:
    """Give the rules that tell preambles, effects and riders from actions, in order."""
    return tuple(
        ClauseRule(id=rule["id"], kind=rule["kind"], pattern=re.compile(rule["pattern"]))
        for rule in toml("clause_cues")["rule"]
    )


@cache
def _forces() -> dict[str, Force]:
    groups = toml("verbs")
    return {word: _FORCES[name] for name in _FORCES for word in groups[name]["words"].split()}


def _alternatives(words: object) -> str:
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))  # type: ignore[call-overload]
