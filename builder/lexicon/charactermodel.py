"""How likely a character is after two others, in policy documents.

Counts stand in ``builder/data/character_model.tsv``; the estimate interpolates three, two
and one characters by Witten and Bell (1991).  It ranks readings of damaged text and proves
nothing.
"""

import re
from functools import cache
from importlib import resources
from math import log

__all__ = ["CharacterModel", "classed", "model"]

LINE = "¶"
OTHER_PROBABILITY = 1e-7
TEXT_UNIT = 4  # a character of a text counts as many in the table
OWN_SHARE = 0.4
MAX_LIKELY = 100
MAX_KEPT = 1_000_000
Rows = dict[str, dict[str, int]]
Totals = dict[str, tuple[int, int]]
ENTRY = re.compile(r"(\D)(\d*)")
DIGITS = re.compile("[0-9０-９〇]")
LETTERS = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
BLANKS = re.compile("[ \t\u3000\xa0\u2002]+")


class CharacterModel:
    """Counts by what stands before, and log probabilities from them.

    ``own`` are the counts of one document, which repeats its own words more than any other
    text does; they are mixed in.  What the shared counts give is worked out once and kept.
    """

    __slots__ = ("_cache", "_own", "_own_totals", "_shared", "vocabulary")

    def __init__(self, shared: "SharedCounts", own: Rows | None = None) -> None:
        self._shared = shared
        self._own = own or {}
        self._own_totals = totals_of(self._own)
        self._cache: dict[str, float] = {}
        self.vocabulary = shared.rows.get("", {})

    def with_document(self, chars: str) -> "CharacterModel":
        """Give this model with the words of one document mixed in."""
        own: Rows = {}
        for line in classed(chars).split("\n"):
            line = LINE + line
            for size in (1, 2):
                for i in range(len(line) - size):
                    row = own.setdefault(line[i : i + size], {})
                    char = line[i + size]
                    row[char] = row.get(char, 0) + TEXT_UNIT
        return CharacterModel(self._shared, own)

    def log_probability(self, context: str, char: str) -> float:
        """Give the natural log of the probability of a character after (up to) two others."""
        key = context + char
        found = self._cache.get(key)
        if found is None:
            shared = self._shared.probability(context, char)
            found = log(shared + OWN_SHARE * self._known(context, char))
            self._cache[key] = found
        return found

    def follows(self, context: str, char: str) -> bool:
        """Say whether a character was ever seen after a context."""
        return char in self._shared.rows.get(context, ()) or char in self._own.get(context, ())

    def likely(self, context: str, count: int) -> tuple[str, ...]:
        """Give the characters that follow a context most often, the document's own first."""
        own = self._own.get(context) or self._own.get(context[-1:]) or {}
        first = sorted(own, key=lambda c: (-own[c], c))[: count // 2]
        rest = self._shared.likely(context, count)
        return tuple(dict.fromkeys((*first, *rest)))[:count]

    def score(self, chars: str, context: str = LINE) -> float:
        """Give the log probability of a stretch of text.

        >>> known = model()
        >>> known.score("人民政府") > known.score("鞘懈潞桶")
        True
        """
        total = 0.0
        for char in classed(chars):
            total += self.log_probability(context, char)
            context = (context + char)[-2:]
        return total

    def _known(self, context: str, char: str) -> float:
        """Give the probability from the document's own words, longer contexts first."""
        estimate = 0.0
        for head in (context[-1:], context):
            total, kinds = self._own_totals.get(head, (0, 0))
            if total:
                count = self._own[head].get(char, 0) / TEXT_UNIT
                estimate = (count + kinds * estimate / 2) / (total / TEXT_UNIT + kinds / 2)
        return estimate


class SharedCounts:
    """The counts that the package carries, with what was worked out from them so far."""

    __slots__ = ("_likely", "_probabilities", "_totals", "rows")

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._totals = totals_of(rows)
        self._probabilities: dict[tuple[str, str], float] = {}
        self._likely: dict[str, tuple[str, ...]] = {}

    def probability(self, context: str, char: str) -> float:
        """Give the probability of a character after a context (Witten and Bell)."""
        key = (context, char)
        found = self._probabilities.get(key)
        if found is None:
            if len(self._probabilities) > MAX_KEPT:
                self._probabilities.clear()
            found = self._probabilities[key] = self._probability(context, char)
        return found

    def likely(self, context: str, count: int) -> tuple[str, ...]:
        """Give the most frequent followers of a context, then those of its last character."""
        if context not in self._likely:
            near, far = self.rows.get(context, {}), self.rows.get(context[-1:], {})
            first = sorted(near, key=lambda c: (-near[c], c))[:MAX_LIKELY]
            rest = sorted(far, key=lambda c: (-far[c], c))[:MAX_LIKELY]
            self._likely[context] = tuple(dict.fromkeys((*first, *rest)))
        return self._likely[context][:count]

    def _probability(self, context: str, char: str) -> float:
        total, kinds = self._totals.get(context, (0, 0))
        if not context:
            return self.rows[""].get(char, 0) / max(1, total) + OTHER_PROBABILITY
        shorter = self.probability(context[1:], char)
        if not total:
            return shorter
        weight = kinds / TEXT_UNIT
        count = self.rows[context].get(char, 0)
        return (count / TEXT_UNIT + weight * shorter) / (total / TEXT_UNIT + weight)


def totals_of(rows: Rows) -> Totals:
    """Give (sum of counts, number of different characters) by context."""
    return {head: (sum(row.values()), len(row)) for head, row in rows.items()}


def classed(chars: str) -> str:
    """Give text as the model counts it: digits as D, letters as A, no blanks.

    >>> classed("到2025年　G107")
    '到DDDD年ADDD'
    """
    return DIGITS.sub("D", LETTERS.sub("A", BLANKS.sub("", chars)))


@cache
def model() -> CharacterModel:
    """Give the model that the package carries."""
    source = resources.files("builder") / "data" / "character_model.tsv"
    rows: dict[str, dict[str, int]] = {}
    for line in source.read_text(encoding="utf-8").split("\n"):
        head, tab, entries = line.partition("\t")
        if tab:
            rows[head] = {c: int(n or 1) for c, n in ENTRY.findall(entries)}
    return CharacterModel(SharedCounts(rows))
