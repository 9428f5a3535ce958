"""A name of a document in its sentence -> what the citing text has to do with it."""

import re
from collections.abc import Sequence

from builder.extract.citations_names import Name
from builder.lexicon.citing import cite_rules
from builder.model.record import CitationRelation

__all__ = ["relate"]

MAX_REACH_CHARS = 120
_STOP = re.compile(r"[。；！？\n]")
# 《甲》、《乙》和《丙》, with numbers in brackets between
_COORDINATED = re.compile(
    r"(?:[（(][^（）()]{0,60}[）)])?\s?(?:以下简称[^）)]{0,20}[）)])?[，、]?(?:和|与|及|以及|或|并)?\s?[\u4e00-\u9fff]{0,14}?\s?$"
)


def relate(chars: str, found: Sequence[Name], i: int) -> tuple[CitationRelation, str | None, str]:
    """Give relation, cue and rule of the ``i``-th name of the text."""
    name = found[i]
    behind = chars[name.span.end : name.span.end + MAX_REACH_CHARS]
    best: tuple[int, CitationRelation, str, str] | None = None
    for rule in cite_rules():
        if rule.side == "behind":
            m = rule.pattern.match(behind.lstrip("）)"))
            if m and rule.relation == "repeals":
                return rule.relation, m[0], rule.id
    before = _before(chars, found, i)
    for rule in cite_rules():
        if rule.side == "before" and (m := rule.pattern.search(before)):
            if best is None or m.start() > best[0]:
                best = (m.start(), rule.relation, m[0], rule.id)
    if best:
        return best[1], best[2], best[3]
    if i and _coordinated(chars, found, i):
        relation, cue, rule_id = relate(chars, found, i - 1)
        return relation, cue, rule_id
    for rule in cite_rules():
        if rule.side == "behind" and (m := rule.pattern.match(behind)):
            return rule.relation, m[0], rule.id
    return "mentions", None, "no-cue"


def _before(chars: str, found: Sequence[Name], i: int) -> str:
    """Give the words between the last name or sentence end and this name."""
    start = found[i].span.start
    low = max(0, start - MAX_REACH_CHARS)
    if i and found[i - 1].span.end <= start:
        low = max(low, found[i - 1].span.end)
    text = chars[low:start]
    stops = list(_STOP.finditer(text))
    return text[stops[-1].end() :] if stops else text


def _coordinated(chars: str, found: Sequence[Name], i: int) -> bool:
    between = chars[found[i - 1].span.end : found[i].span.start]
    return len(between) < MAX_REACH_CHARS and _COORDINATED.fullmatch(between) is not None
