"""Names of documents in their sentences -> what the citing text has to do with each.

A cue before the name decides (贯彻, 依据, 修订), a cue behind it may overrule (同时废止);
names that are only joined by 、和 share the cue of the first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.extract.citations_name import Name
from builder.lexicon.citing import CiteRule, cite_rules
from builder.model.record import CitationRelation

__all__ = ["Relation", "relations"]

MAX_REACH_CHARS = 120
STRONG = ("repeals", "revises", "forwards", "mentions")
_STOP = re.compile(r"[。；！？\n]")
# 第四十五条、第四十六条第一款: where in the document
_ARTICLES = r"(?:[、和及]?第[一二三四五六七八九十百零〇\d（）()]{1,8}[章条款项目]){0,8}"
# between 《甲》（国发〔2024〕17号） and 、《乙》 or 和2022年《乙》: only what joins, or whose it is
_JOIN = re.compile(
    rf"(?:文件?)?{_ARTICLES}"
    r"[）)]?(?:[（(][^（）()\n]{0,60}[）)])?(?:等)?\s?(?:[、，]|和|与|及|以及|或|暨|并|\s){0,3}"
    r"(?:[\u4e00-\u9fff]{2,14}?(?:、[\u4e00-\u9fff]{2,10}?){0,3}(?:的|关于)?)?\s?(?:\d{4}年)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a name's document is to the citing text, the cue that says so, and its rule."""

    relation: CitationRelation
    cue: str | None
    rule: str


def relations(chars: str, names: Sequence[Name]) -> tuple[Relation, ...]:
    """Give the relation of every name, in order."""
    found: list[Relation] = []
    for group in _groups(chars, names):
        end = names[group[-1]].span.end
        behind = chars[end : end + MAX_REACH_CHARS]
        for i in group:
            name = names[i]
            follows = chars[name.span.end : name.span.end + MAX_REACH_CHARS]
            cued = _cued(_before(chars, names, i))
            relation = (
                _hinted(name)
                or (
                    None
                    if name.own
                    else _behind(follows, strong=True) or _behind(behind, strong=True)
                )
                or _overruling(cued, follows)
                or cued
                or (found[-1] if i != group[0] and found[-1].rule != "no-cue" else None)
                or _behind(follows, strong=False)
                or _behind(behind, strong=False)
            )
            found.append(relation or Relation(relation="mentions", cue=None, rule="no-cue"))
    return tuple(found)


def _groups(chars: str, names: Sequence[Name]) -> Iterator[list[int]]:
    """Give the places of names that only 、 or 和 joins, row by row: 《甲》、《乙》和《丙》."""
    group: list[int] = []
    for i in range(len(names)):
        if group and not _joined(chars, names, i):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _hinted(name: Name) -> Relation | None:
    """Give the relation that the way of naming carries: 为实施…行动计划，."""
    if name.rule == "purpose-clause":
        return Relation(relation="implements", cue="为", rule=name.rule)
    if name.rule == "to-come":
        return Relation(relation="drafts", cue="制定", rule=name.rule)
    return None


def _cued(before: str) -> Relation | None:
    """Give the relation of the cue that stands nearest before the name."""
    best: tuple[int, CiteRule, str] | None = None
    for rule in cite_rules("before"):
        for m in rule.pattern.finditer(before):
            if best is None or m.start() > best[0]:
                best = (m.start(), rule, m[0])
    if best is None:
        return None
    return Relation(relation=best[1].relation, cue=best[2], rule=best[1].id)


def _behind(behind: str, *, strong: bool) -> Relation | None:
    """Give the relation that the words behind a name tell; strong ones win over any cue."""
    for rule in cite_rules("behind"):
        if rule.over is None and strong == (rule.relation in STRONG):
            m = rule.pattern.match(behind)
            if m:
                return Relation(relation=rule.relation, cue=m[0][-8:], rule=rule.id)
    return None


def _overruling(cued: Relation | None, behind: str) -> Relation | None:
    """Give what the words behind a name make of a cue: 制定《…》（见附件） drafts nothing."""
    for rule in cite_rules("behind"):
        if cued is not None and rule.over == cued.relation:
            m = rule.pattern.match(behind)
            if m:
                return Relation(relation=rule.relation, cue=m[0][-8:], rule=rule.id)
    return None


def _before(chars: str, names: Sequence[Name], i: int) -> str:
    """Give the words between the last name or sentence end and this name."""
    start = names[i].span.start
    low = max(0, start - MAX_REACH_CHARS)
    if i:
        low = min(max(low, names[i - 1].span.end), start)
    text = chars[low:start]
    stops = list(_STOP.finditer(text))
    return text[stops[-1].end() :] if stops else text


def _joined(chars: str, names: Sequence[Name], i: int) -> bool:
    """Say whether only 、 or 和 (and an issuer) stands between this name and the last."""
    between = chars[names[i - 1].span.end : names[i].span.start]
    return len(between) < MAX_REACH_CHARS and _JOIN.fullmatch(between) is not None
