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
Rows = dict[str, dict[str, int]]
Totals = dict[str, tuple[int, int]]
ENTRY = re.compile(r"(\D)(\d*)")
DIGITS = re.compile("[0-9０-９〇]")
LETTERS = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
BLANKS = re.compile("[ \t\u3000\xa0\u2002]+")


class CharacterModel:
    """Counts by what stands before, and log probabilities from them.

    ``own`` are the counts of one document, which repeats its own words more than any other
    text does; they are mixed in.
    """

    __slots__ = ("_cache", "_own", "_own_totals", "_rows", "_totals", "vocabulary")

    def __init__(self, rows: Rows, totals: Totals, own: Rows | None = None) -> None:
        self._rows, self._totals = rows, totals
        self._own = own or {}
        self._own_totals = totals_of(self._own)
        self._cache: dict[str, float] = {}
        self.vocabulary = rows.get("", {})

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
        return CharacterModel(self._rows, self._totals, own)

    def log_probability(self, context: str, char: str) -> float:
        """Give the natural log of the probability of a character after (up to) two others."""
        key = context + char
        found = self._cache.get(key)
        if found is None:
            found = log(self._probability(context, char) + OWN_SHARE * self._known(context, char))
            self._cache[key] = found
        return found

    def following(self, context: str) -> dict[str, int]:
        """Give the counts of what follows a context."""
        own, usual = self._own.get(context, {}), self._rows.get(context, {})
        if not own:
            return usual
        return {c: usual.get(c, 0) + own.get(c, 0) for c in usual | own}

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

    def _probability(self, context: str, char: str) -> float:
        total, kinds = self._totals.get(context, (0, 0))
        if not context:
            return self.vocabulary.get(char, 0) / max(1, total) + OTHER_PROBABILITY
        shorter = self._probability(context[1:], char)
        if not total:
            return shorter
        weight = kinds / TEXT_UNIT
        count = self._rows[context].get(char, 0)
        return (count / TEXT_UNIT + weight * shorter) / (total / TEXT_UNIT + weight)

    def _known(self, context: str, char: str) -> float:
        """Give the probability from the document's own words, longer contexts first."""
        estimate = 0.0
        for head in (context[-1:], context):
            total, kinds = self._own_totals.get(head, (0, 0))
            if total:
                count = self._own[head].get(char, 0) / TEXT_UNIT
                estimate = (count + kinds * estimate / 2) / (total / TEXT_UNIT + kinds / 2)
        return estimate


def totals_of(rows: Rows) -> Totals:
    """Give (sum of counts, number of different characters) by context."""
    return {head: (sum(row.values()), len(row)) for head, row in rows.items()}


def classed(chars: str) -> str:
    """Give text as the model counts it: digits as D, letters as A, no blanks.

    >>> classed("到2025年　G107")
    '到DDDD年ADDD'
    """
    return LETTERS.sub("A", DIGITS.sub("D", BLANKS.sub("", chars)))


@cache
def model() -> CharacterModel:
    """Give the model that the package carries."""
    source = resources.files("builder") / "data" / "character_model.tsv"
    rows: dict[str, dict[str, int]] = {}
    for line in source.read_text(encoding="utf-8").split("\n"):
        head, tab, entries = line.partition("\t")
        if tab:
            rows[head] = {c: int(n or 1) for c, n in ENTRY.findall(entries)}
    return CharacterModel(rows, totals_of(rows))
