"""Who leads where a list does not say: 列第一位者为牵头单位, 无牵头单位的，责任单位为牵头单位.

Such a rule stands inside a list (…，下同) or in the prose before all lists, and holds for its
own list and for those behind it.  A list that says who leads is left as it is.
"""

from collections.abc import Sequence

from builder.extract.near import near
from builder.extract.responsibility_grammar import Note, note_patterns
from builder.model.span import Span

__all__ = ["led_by_rule", "role_rules"]

FIRST, ALL = "first-leads", "responsible-leads"
# a word of each rule; a rule reaches so far before and behind it
WORDS = {
    FIRST: ("第一", "首位", "最前面", "首个", "排首", "第1"),
    ALL: ("无牵头", "没有牵头", "明确牵头", "列牵头", "列出牵头", "标注牵头", "注明牵头"),
}
BEFORE, BEHIND = 12, 40


def role_rules(chars: str) -> tuple[Note, ...]:
    """Find the rules about who leads, anywhere in a text, in order.

    >>> [(n.id, n.span.start) for n in role_rules("本清单中无牵头单位的，责任单位为牵头单位。")]
    [('responsible-leads', 4)]
    """
    patterns = dict(note_patterns())
    found = [
        Note(id=rule, span=Span(*m.span()), names=())
        for rule, words in WORDS.items()
        for m in near(patterns[rule], chars, words, before=BEFORE, behind=BEHIND)
    ]
    return tuple(sorted(found, key=lambda note: note.span))


def led_by_rule(rules: Sequence[Note], where: Span, roles: Sequence[str]) -> tuple[int, ...]:
    """Give which members of a list lead by the rules in force there, counted from 1.

    ``roles`` are those read so far, in the order of the list.

    >>> rule = Note(id="first-leads", span=Span(0, 4), names=())
    >>> led_by_rule([rule], Span(9, 20), ["responsible", "responsible"])
    (1,)
    >>> led_by_rule([rule], Span(9, 20), ["lead", "responsible"])
    ()
    """
    in_force = {note.id for note in rules if note.span.start < where.end}
    if not in_force or "lead" in roles or "responsible" not in roles:
        return ()
    asked = [number for number, role in enumerate(roles, start=1) if role == "responsible"]
    return tuple(asked) if ALL in in_force else (asked[0],)
