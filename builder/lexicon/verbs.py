"""Verbs that open a clause of action, adverbs that qualify it, and what clauses begin with.

The words stand in ``verbs.toml``, ``qualifiers.toml`` and ``clause_cues.toml``.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon.alternatives import any_of, begins, one_of
from builder.lexicon.tables import toml
from builder.model.record import Force

__all__ = [
    "ClauseKind",
    "ClauseRule",
    "adverbs",
    "attributive",
    "clause_rule",
    "clause_rules",
    "content_pattern",
    "ends_in_verb",
    "force_of",
    "nominal",
    "qualifiers",
    "verb_pattern",
    "verb_words",
    "verbs",
]

ClauseKind = Literal["preamble", "effect", "rider"]

_FORCES: dict[str, Force] = {
    "promote": "promote",
    "encourage": "encourage",
    "explore": "explore",
    "forbid": "forbid",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRule:
    """One way in which a clause leans on another, by how it begins or ends.

    Only clauses that begin with a character of ``opens`` or end with one of ``closes`` are
    tried; without both, every clause.
    """

    id: str
    kind: ClauseKind
    pattern: re.Pattern[str]
    opens: str
    closes: str


def force_of(word: str) -> Force:
    """Give the force that a verb carries by itself.

    >>> force_of("鼓励"), force_of("推动"), force_of("建设")
    ('encourage', 'promote', 'must')
    """
    return _forces().get(word, "must")


@cache
def verbs(*groups: str) -> str:
    """Give the alternatives of a pattern for the verbs of these groups, longest first."""
    words = verb_words(*groups)
    if all(word.isalpha() for word in words):
        return one_of(words)
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # 确认(?=为)


@cache
def verb_words(*groups: str) -> frozenset[str]:
    """Give the verbs of these groups; without a group every verb that can open a clause."""
    wanted = groups or (*_FORCES, "plain")
    table = toml("verbs")
    return frozenset(word for group in wanted for word in table[group]["words"].split())


@cache
def verb_pattern(*groups: str, tail: Literal["noun_tail", "narrow_tail"] = "noun_tail") -> str:
    """Give a pattern for these verbs that passes over those that are part of a name.

    >>> [bool(re.match(verb_pattern(), w)) for w in ("建设绿道", "建设用地指标", "加强产业布局")]
    [True, False, True]
    """
    words = verb_words(*groups)
    plain, named = one_of(words - nominal()), one_of(words & nominal())
    if words.isdisjoint(nominal()):
        return f"(?:{begins(words)}{plain})"
    return rf"(?:{begins(words)}(?:{plain}|{named}(?!{verbs(tail)}|$)))"


def ends_in_verb(words: str) -> bool:
    """Say whether words end in a verb that can open a clause.

    >>> ends_in_verb("全面推进"), ends_in_verb("全面放")
    (True, False)
    """
    return any(words[-size:] in verb_words() for size in (2, 3, 4) if len(words) >= size)


@cache
def content_pattern() -> str:
    """Give a pattern for the verbs that count behind a pivot: 加快建设, but not 推进配套管网.

    >>> [bool(re.match(content_pattern(), w)) for w in ("建设绿道", "完善制度", "配套管网")]
    [True, True, False]
    """
    words = verb_words("plain", "promote", "explore", "encourage")
    sure, often = one_of(words - nominal()), any_of(words & verb_words("content"))
    return rf"(?:{begins(words)}(?:{sure}|(?:{often})(?!{verbs('noun_tail')}|$)))"


@cache
def nominal() -> frozenset[str]:
    """Give the verbs that are often nouns or attributes (建设, 发展)."""
    return frozenset(toml("verbs")["nominal"]["words"].split())


@cache
def adverbs(*kinds: str) -> str:
    """Give the alternatives of a pattern for the qualifiers of these kinds, longest first."""
    return one_of(word for word, kind in qualifiers().items() if not kinds or kind in kinds)


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
def attributive() -> frozenset[str]:
    """Give the conditions that are attributes as well: 分类 in 垃圾分类处理系统."""
    return frozenset(toml("qualifiers")["condition"]["also_attributes"].split())


@cache
def clause_rules() -> tuple[ClauseRule, ...]:
    """Give the rules that tell preambles, effects and riders from actions, in order."""
    return tuple(
        ClauseRule(
            id=rule["id"],
            kind=rule["kind"],
            pattern=re.compile(rule["pattern"]),
            opens=rule.get("opens", ""),
            closes=rule.get("closes", ""),
        )
        for rule in toml("clause_cues")["rule"]
    )


def clause_rule(text: str, at: int = 0) -> ClauseRule | None:
    """Give the first rule that a clause meets from an offset on.

    >>> clause_rule("以大别山振兴发展为核心").id
    'with-as'
    """
    opening, closing, anywhere = _edges()
    fitting = opening.get(text[at : at + 1], 0) | closing.get(text[-1:], 0) | anywhere
    for rule in _rules(fitting):
        if rule.pattern.match(text, at):
            return rule
    return None


@cache
def _edges() -> tuple[dict[str, int], dict[str, int], int]:
    """Give, as sets of bits, the rules for each opening and closing character, and the others."""
    opening: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    anywhere = 0
    for i, rule in enumerate(clause_rules()):
        opening.update(dict.fromkeys(rule.opens, 1 << i))
        closing.update(dict.fromkeys(rule.closes, 1 << i))
        anywhere |= 0 if rule.opens or rule.closes else 1 << i
    return dict(opening), dict(closing), anywhere


@cache
def _rules(bits: int) -> tuple[ClauseRule, ...]:
    """Give the rules of a set of bits, in order."""
    return tuple(rule for i, rule in enumerate(clause_rules()) if bits >> i & 1)


@cache
def _forces() -> dict[str, Force]:
    table = toml("verbs")
    return {word: force for name, force in _FORCES.items() for word in table[name]["words"].split()}
