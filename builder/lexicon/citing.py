"""How documents are cited: cues of relation, kinds of documents, names that are no documents."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon.tables import toml
from builder.model.record import CitationRelation

__all__ = ["CiteRule", "cite_rules", "document_kind", "is_document_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteRule:
    """One cue: a pattern before or behind a cited name, and the relation that it tells.

    ``over`` names the only relation that a cue may overrule: 制定《…》（见附件） drafts nothing.
    """

    id: str
    relation: CitationRelation
    side: Literal["before", "behind"]
    pattern: re.Pattern[str]
    over: CitationRelation | None = None


@cache
def cite_rules(side: Literal["before", "behind"]) -> tuple[CiteRule, ...]:
    """Give the cues of relation that stand on one side of a name, in order."""
    return tuple(
        CiteRule(
            id=rule["id"],
            relation=rule["relation"],
            side=rule["side"],
            pattern=re.compile(rule["pattern"]),
            over=rule.get("over"),
        )
        for rule in toml("citation_cues")["rule"]
        if rule["side"] == side
    )


@cache
def document_kind(group: Literal["kinds", "pointing"] = "kinds") -> str:
    """Give the alternatives of a pattern for the kinds of documents, longest first."""
    words = toml("citation_titles")[group]["words"].split()
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def is_document_name(title: str) -> bool:
    """Say whether a name in title marks names a document rather than a form or a paper.

    >>> is_document_name("安徽省新型城镇化规划"), is_document_name("人民日报")
    (True, False)
    """
    return _no_document().search(title) is None


@cache
def _no_document() -> re.Pattern[str]:
    return re.compile(toml("citation_titles")["no_document"]["pattern"])
