"""Who leads where a list does not say: 列第一位者为牵头单位, 无牵头单位的，责任单位为牵头单位.

Such a rule stands inside a list (…，下同) or in the prose before all lists, and holds for its
own list and for those behind it.  A list that says who leads is left as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.extract.near import near
from builder.extract.responsibility_grammar import Note, note_patterns
from builder.model.record import AgencyRole
from builder.model.span import Span

__all__ = ["FIRST", "ROLE_RULES", "called_leader", "role_rules", "roles_by_rule"]

FIRST, ALL, REST = "first-leads", "responsible-leads", "rest-supports"
ROLE_RULES = (FIRST, ALL, REST)
# a word of each rule; a rule reaches so far before and behind it
WORDS = {
    FIRST: ("第一", "首位", "最前面", "首个", "排首", "第1"),
    ALL: ("无牵头", "没有牵头", "明确牵头", "列牵头", "列出牵头", "标注牵头", "注明牵头"),
}
BEFORE, BEHIND = 12, 40
# 列第一位者|为牵头单位, 列第一位的单位|牵头, 其他|为配合单位
OFFICE = re.compile(r"[，,]?(?:(?:均|即|则)?(?:视?为|是|系|作为)|负责)|牵头")


def role_rules(chars: str) -> tuple[Note, ...]:
    """Find the rules about who leads, and what the rest do, anywhere in a text, in order.

    >>> [(n.id, n.span.start) for n in role_rules("本清单中无牵头单位的，责任单位为牵头单位。")]
    [('responsible-leads', 4)]
    >>> [n.id for n in role_rules("排名第一的单位为牵头单位，其他为配合单位，下同。")]
    ['first-leads', 'rest-supports']
    """
    patterns = dict(note_patterns())
    found = [
        Note(id=rule, span=Span(*m.span()), names=())
        for rule, words in WORDS.items()
        for m in near(patterns[rule], chars, words, before=BEFORE, behind=BEHIND)
    ]
    found += list(_rest(chars, found, patterns[REST]))
    return tuple(sorted(found, key=lambda note: note.span))


def _rest(chars: str, found: Sequence[Note], pattern: re.Pattern[str]) -> Iterator[Note]:
    """Give what is said of the rest behind a rule that the first leads."""
    for note in found:
        m = pattern.search(chars, note.span.end, note.span.end + BEHIND)
        if note.id == FIRST and m is not None:
            yield Note(id=REST, span=Span(*m.span()), names=())


def called_leader(chars: str, note: Note) -> str:
    """Give whom a rule speaks of, as printed.

    >>> words = "无牵头单位的，责任单位即为牵头单位"
    >>> called_leader(words, role_rules(words)[0])
    '责任单位'
    """
    words = note.span.of(chars)
    start = max(words.rfind("，", 0, -6), words.rfind(",", 0, -6)) + 1
    m = OFFICE.search(words, start + 1)
    return words[start : m.start()] if m else words[start:]


def roles_by_rule(
    first: Mapping[str, int], where: Span, roles: Sequence[str]
) -> Mapping[int, tuple[AgencyRole, str]]:
    """Give the role and the rule of each member of a list whose role rests on a rule.

    ``first`` tells where each kind of rule first stands; ``roles`` are those read so far, in
    the order of the list; members count from 1.

    >>> roles_by_rule({"first-leads": 4}, Span(9, 20), ["responsible", "responsible"])
    {1: ('lead', 'first-leads')}
    >>> roles_by_rule({"first-leads": 4}, Span(9, 20), ["lead", "responsible"])
    {}
    """
    in_force = {rule for rule, start in first.items() if start < where.end}
    if not in_force or "lead" in roles or "responsible" not in roles:
        return {}
    asked = [number for number, role in enumerate(roles, start=1) if role == "responsible"]
    if ALL in in_force:
        return dict.fromkeys(asked, ("lead", ALL))
    rest: dict[int, tuple[AgencyRole, str]] = {}
    if REST in in_force:
        rest = dict.fromkeys(asked[1:], ("support", REST))
    return {asked[0]: ("lead", FIRST), **rest}
