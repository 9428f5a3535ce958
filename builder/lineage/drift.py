"""What changed from an upper clause to a lower one: words, force, qualifiers, reach.

In: two clauses with their force and qualifiers.  Out: the words lost and gained and the
kinds of change.  Strength is more than force: 全面取消 -> 逐步放宽 stays a must and is weaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from builder.lexicon.tables import toml
from builder.model.record import Force

__all__ = ["MAX_CELLS", "Drift", "drift", "words_changed"]

FORCES: dict[Force, int] = {"explore": 1, "encourage": 2, "promote": 3, "must": 4, "forbid": 4}
SHORTER = 0.6  # a clause of that share of the upper one's length is condensed
MAX_CELLS = 4_000_000  # two clauses of 2,000 characters; longer ones are not told apart
SHORT_GAP_CHARS = 1  # one equal character between two changes does not part them
_CONCRETE = re.compile(r"\d|[A-Z]\d|“[^”]+”|《[^》]+》")  # 165公里, G312, “瓶改管”, 《…规划》
_MARKS = re.compile(r"[\s，。；：、！？（）()“”‘’《》—\-]+")
_ITEM = re.compile(r"[、和及]")
_STOP = re.compile(r"[，。；：]")

Change = tuple[int, int, int, int]  # from, to in the upper clause, from, to in the lower one


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Kinds of change of one clause, with the words and qualifiers lost and gained."""

    kinds: tuple[str, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    qualifiers_lost: tuple[str, ...]
    qualifiers_gained: tuple[str, ...]


def drift(
    lower: str,
    upper: str,
    *,
    forces: tuple[Force | None, Force | None] = (None, None),
    qualifiers: tuple[Sequence[str], Sequence[str]] = ((), ()),
    places: Sequence[str] = (),
) -> Drift:
    """Give what changed; ``forces`` and ``qualifiers`` are (lower, upper).

    ``places`` are the place names that stand in the lower clause.

    >>> found = drift("落实持居住证参保政策", "全面落实持居住证参保政策")
    >>> found.kinds, found.lost, found.gained
    (('weakened',), ('全面',), ())
    """
    changed = _changes(upper, lower) if len(lower) * len(upper) <= MAX_CELLS else None
    lost, gained = _words(lower, upper, changed)
    fewer = tuple(word for word in qualifiers[1] if word not in qualifiers[0])
    more = tuple(word for word in qualifiers[0] if word not in qualifiers[1])
    step = _step(lower, upper, forces)
    kinds = []
    if step < 0:
        kinds.append("weakened")
    if step > 0:
        kinds.append("strengthened")
    if _concretised(lower, upper, gained, places):
        kinds.append("concretised")
    kinds += _reach(lower, upper, changed or ())
    if len(lower) <= SHORTER * len(upper):
        kinds.append("condensed")
    return Drift(
        kinds=tuple(kinds), lost=lost, gained=gained, qualifiers_lost=fewer, qualifiers_gained=more
    )


def words_changed(lower: str, upper: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the stretches of the upper clause that are lost, and of the lower that are gained.

    >>> words_changed("逐步放宽落户限制", "全面取消落户限制")
    (('全面取消',), ('逐步放宽',))
    """
    changed = _changes(upper, lower) if len(lower) * len(upper) <= MAX_CELLS else None
    return _words(lower, upper, changed)


def _words(
    lower: str, upper: str, changed: Sequence[Change] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if changed is None:
        return (upper,), (lower,)
    gone = (upper[start:end] for start, end, _, _ in changed)
    new = (lower[start:end] for _, _, start, end in changed)
    return tuple(filter(_says, gone)), tuple(filter(_says, new))


def _says(words: str) -> bool:
    return bool(_MARKS.sub("", words))


def _changes(upper: str, lower: str) -> list[Change]:
    found: list[Change] = []
    for op in Levenshtein.opcodes(upper, lower):
        if op.tag == "equal":
            continue
        span = (op.src_start, op.src_end, op.dest_start, op.dest_end)
        if found and span[0] - found[-1][1] <= SHORT_GAP_CHARS:
            span = (found[-1][0], span[1], found[-1][2], span[3])
            found.pop()
        found.append(span)
    return found


def _step(lower: str, upper: str, forces: tuple[Force | None, Force | None]) -> int:
    """Which way the demand moved: by force, then by a weaker verb, then by qualifiers."""
    if forces[0] is not None and forces[1] is not None:
        difference = FORCES[forces[0]] - FORCES[forces[1]]
        if difference:
            return difference
    for more, less in _steps():
        if _only(more, upper, lower) and _only(less, lower, upper):
            return -1
        if _only(more, lower, upper) and _only(less, upper, lower):
            return 1
    strong, weak = _strength()
    gain = _only(strong, lower, upper) + _only(weak, upper, lower)
    loss = _only(strong, upper, lower) + _only(weak, lower, upper)
    return gain - loss


def _only(pattern: re.Pattern[str], here: str, there: str) -> int:
    """How many words of a list stand here and not there."""
    return len(set(pattern.findall(here)) - set(pattern.findall(there)))


def _concretised(lower: str, upper: str, gained: Sequence[str], places: Sequence[str]) -> bool:
    if any(place in lower and place not in upper for place in places):
        return True
    return any(m.group() not in upper for words in gained for m in _CONCRETE.finditer(words))


def _reach(lower: str, upper: str, changed: Sequence[Change]) -> list[str]:
    """Whether fewer or more are meant: conditions put in or taken out, items of a list.

    Items count where they are taken out of a list, or put in, and nothing stands for them:
    two clauses about different things have lists of any length.
    """
    narrow = _narrowing()
    conditions = _only(narrow, lower, upper) - _only(narrow, upper, lower)
    items = 0
    for start, end, begin, stop in changed:
        gone, new = upper[start:end], lower[begin:stop]
        items += _lists(new) and not _says(gone)
        items -= _lists(gone) and not _says(new)
    if conditions > 0 or (conditions == 0 and items < 0):
        return ["narrowed"]
    if conditions < 0 or items > 0:
        return ["widened"]
    return []


def _lists(words: str) -> bool:
    """Say whether words are items of a list, and no clause of their own.

    >>> _lists("、供排水、供热"), _lists("，推进布局和配置优化"), _lists("动态")
    (True, False, False)
    """
    return _ITEM.search(words) is not None and _STOP.search(words) is None


@cache
def _steps() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_any(row["more"]), _any(row["less"])) for row in toml("lineage")["steps"])


@cache
def _strength() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = toml("lineage")["strength"]
    return _any(table["strong"]), _any(table["weak"])


@cache
def _narrowing() -> re.Pattern[str]:
    return _any(toml("lineage")["narrowing"]["words"])


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))
