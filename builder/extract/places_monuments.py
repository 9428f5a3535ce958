"""Characters -> monuments named in a row, where a sentence speaks of them: 皋陶墓、古城墙等文物.

A second name in brackets is the proper one (南门塔（观音寺塔）); 古城墙 alone is that of the
document's own place.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder.extract.places_model import Found
from builder.lexicon.places import Division, short_forms
from builder.lexicon.tables import toml
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["monuments"]

MAX_SENTENCE_CHARS = 400
STOPS = "。；;\n"
_STOP = re.compile(f"[{STOPS}]")


def monuments(chars: str, own: Division | None) -> Iterator[Found]:
    """Give the monuments of the document's own place; none where it has none.

    >>> from builder.lexicon.places import named
    >>> words = "推进皋陶墓、南门塔（观音寺塔）、古城墙等文物保护"
    >>> found = list(monuments(words, named("六安市")[0]))
    >>> [(x.span.of(words), x.place.canonical) for x in found]
    [('皋陶墓', '皋陶墓'), ('南门塔（观音寺塔）', '观音寺塔'), ('古城墙', '六安古城墙')]
    """
    if own is None:
        return
    for sentence in _about(chars):
        for m in _name().finditer(chars, sentence.start, sentence.end):
            name = m["also"] or _whole(m["name"], own)
            yield Found(
                span=Span(*m.span("whole")),
                place=Place(
                    key=f"{own.code}/{name}",
                    canonical=name,
                    aliases=(),
                    kind="other",
                    parent=own.name,
                    code=None,
                ),
                rule="monument-in-row",
            )


def _whole(name: str, own: Division) -> str:
    if name not in toml("place_rules")["monument"]["plain"]:
        return name
    return next(reversed(short_forms(own)), own.name) + name


def _about(chars: str) -> Iterator[Span]:
    """Give the sentences that speak of monuments, each once."""
    reached = 0
    for m in _speaking().finditer(chars):
        if m.start() < reached:
            continue
        low = max(m.start() - MAX_SENTENCE_CHARS, reached)
        start = max(chars.rfind(stop, low, m.start()) + 1 for stop in STOPS)
        ahead = _STOP.search(chars, m.end(), m.end() + MAX_SENTENCE_CHARS)
        reached = ahead.start() if ahead else min(m.end() + MAX_SENTENCE_CHARS, len(chars))
        yield Span(max(start, low), reached)


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(toml("place_rules")["monument"]["about"])


@cache
def _name() -> re.Pattern[str]:
    rule = toml("place_rules")["monument"]
    ends, kinds, plain, verbs = (
        "|".join(sorted(rule[key], key=len, reverse=True))
        for key in ("ends", "generic", "plain", "verbs")
    )
    behind = "|".join(f"(?<={verb})" for verb in rule["verbs"])
    opens = rf"(?:(?<![一-龥])|(?<=[和及与])|{behind})(?!{verbs})"
    own = rf"(?!(?:{kinds})+(?:{ends}))(?:(?![和及与、等的])[一-龥]){{0,6}}?(?:{ends})"
    name = rf"(?:(?:{plain})|{own})"
    return re.compile(
        rf"{opens}(?P<whole>(?P<name>{name})(?:（(?P<also>{name})）)?)(?=[、，和及与等。]|$)"
    )
