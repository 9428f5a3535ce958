"""What may stand between two shown pairs where pairs of a misdecoded run were dropped.

The first byte of what stands there and its last are shown; two characters with those bytes
have one dropped pair between them, three have two.  All such ways are worked out once for a
pair of bytes, ranked by how usual their characters are side by side.
"""

from functools import cache
from typing import NamedTuple

import numpy as np

from builder.lexicon.charactercounts import Floats, Ints
from builder.lexicon.charactermodel import LINE, model
from builder.lexicon.gbk import drop_leads, unmapped_after
from builder.restore.slipglyphs import Bools, Glyphs, glyphs
from builder.restore.slipstretch import INDENT_SHARE, NO_INDENT

__all__ = ["Drops", "Ways", "best_places", "drops", "ranked"]

MAX_WAYS = 200  # kept for two bytes
MAX_SEEN = 200  # of the counted pairs of characters, those looked at for a byte
MAX_LONGER = 200  # and for one at which three characters begin


class Ways(NamedTuple):
    """Ways to go on: the glyphs of each, its first as the model knows it, the score of the rest."""

    glyphs: Ints
    firsts: Ints
    scores: Floats
    indents: Ints  # those that begin with an indent


class Drops:
    """The ways of one script, kept by the bytes that are shown around them."""

    __slots__ = ("_glyphs", "_kept", "_seen", "_unmapped")

    def __init__(self, table: Glyphs) -> None:
        self._glyphs = table
        self._unmapped = _unmapped()
        self._seen = self._ranked_pairs()
        self._kept: dict[tuple[int, ...], Ways] = {}

    def beginning(self, trail: int) -> Ways:
        """Give counted pairs of which the second character has that second byte."""
        key = (0, trail)
        found = self._kept.get(key)
        if found is None:
            fits = self._glyphs.second[self._seen[:, 1]] == trail
            found = self._kept[key] = self._ways(self._seen[fits][:MAX_SEEN])
        return found

    def between(self, lead: int, trail: int) -> Ways:
        """Give all pairs that begin with one byte and end with the other."""
        key = (1, lead, trail)
        found = self._kept.get(key)
        if found is None:
            table = self._glyphs
            firsts, seconds = table.droppable(lead).numbers, table.fitting(trail).numbers
            found = self._kept[key] = self._ways(self._joined(firsts[:, None], seconds))
        return found

    def longer(self, lead: int, trail: int) -> Ways:
        """Give the same of three characters, the first two counted side by side."""
        key = (2, lead, trail)
        found = self._kept.get(key)
        if found is None:
            table = self._glyphs
            rows = self._seen[table.leads[self._seen[:, 0]] == lead]
            rows = rows[table.dropping[rows[:, 1]]][:MAX_LONGER]
            found = self._kept[key] = self._ways(self._joined(rows, table.fitting(trail).numbers))
        return found

    def ending(self, lead: int) -> Ways:
        """Give counted pairs that begin with a first byte, the last byte being lost."""
        key = (3, lead)
        found = self._kept.get(key)
        if found is None:
            fits = self._glyphs.leads[self._seen[:, 0]] == lead
            found = self._kept[key] = self._ways(self._seen[fits][:MAX_SEEN])
        return found

    def _ranked_pairs(self) -> Ints:
        """Give the counted pairs of characters that drop a pair, likeliest first."""
        table = self._glyphs
        rows = np.stack(model().counted_pairs(), axis=1)
        rows = _with_forms(_with_forms(rows, 0, table.known), 1, table.known)
        rows = rows[self._unmapped[table.second[rows[:, 0]], table.leads[rows[:, 1]]]]
        found: Ints = rows[np.argsort(-(self._scores(rows) + self._alone(rows[:, 0])))]
        return found

    def _joined(self, rows: Ints, following: Ints) -> Ints:
        """Give rows of characters with each one that makes no pair behind their last."""
        table = self._glyphs
        fits = self._unmapped[table.second[rows[:, -1]][:, None], table.leads[following]]
        before, after = np.nonzero(fits)
        return np.concatenate((rows[before], following[after][:, None]), axis=1)

    def _scores(self, rows: Ints) -> Floats:
        """Give how likely all but the first of each row are, each after the one before it."""
        table = self._glyphs
        scores: Floats = table.script_costs[rows].sum(axis=1)
        for before, after in zip(rows.T, rows.T[1:], strict=False):
            scores += model().usual_pairs(table.known[before], table.known[after])
        return scores

    def _alone(self, numbers: Ints) -> Floats:
        found: Floats = model().usual("")[self._glyphs.known[numbers]]
        return found

    def _ways(self, rows: Ints) -> Ways:
        """Give the likeliest of some rows as ways."""
        scores = self._scores(rows)
        likely = best_places(scores + self._alone(rows[:, 0]), MAX_WAYS)
        rows, scores = rows[likely], scores[likely]
        firsts = rows[:, 0]
        indents = np.flatnonzero(firsts == 0)
        return Ways(rows, self._glyphs.known[firsts], scores, indents)


def _with_forms(rows: Ints, column: int, known: Ints) -> Ints:
    """Give rows once for each glyph of the character, as the model knows it, in one column."""
    order = np.argsort(known, kind="stable")
    starts = np.searchsorted(known[order], rows[:, column])
    counts = np.searchsorted(known[order], rows[:, column], side="right") - starts
    places = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts - starts, counts)
    rows = np.repeat(rows, counts, axis=0)
    rows[:, column] = order[places]
    return rows


def ranked(
    ways: Ways, after: Floats, context: str, *, count: int, behind: float
) -> list[tuple[float, list[int]]]:
    """Give the likeliest of some ways behind a context, best first, with their scores.

    ``after`` is the row of the model behind the last character of the context; given are at
    most ``count``, none further than ``behind`` from the best.
    """
    scores = after[ways.firsts] + ways.scores
    if len(ways.indents):
        rest = ways.scores[ways.indents]
        scores[ways.indents] = rest + (INDENT_SHARE if context[-1:] == LINE else NO_INDENT)
    if not len(scores):
        return []
    near = np.flatnonzero(scores > scores.max() - behind)
    places = near[best_places(scores[near], count)]
    return list(zip(scores[places].tolist(), ways.glyphs[places].tolist(), strict=True))


def best_places(scores: Floats, count: int) -> Ints:
    """Give the places of the best scores, best first."""
    if len(scores) <= count:
        return np.argsort(-scores)
    found = np.argpartition(-scores, count)[:count]
    return found[np.argsort(-scores[found])]


@cache
def drops(traditional: bool) -> Drops:
    """Give the ways for a text in traditional script, or in simplified.

    >>> ways, table = drops(False).between(0xB5, 0xC4), glyphs(False)
    >>> "到目" in {table.chars[a] + table.chars[b] for a, b in ways.glyphs.tolist()}
    False
    """
    return Drops(glyphs(traditional))


def _unmapped() -> Bools:
    """Give, for a byte and the next, whether they make no character and so were dropped."""
    found = np.zeros((256, 256), dtype=bool)
    for lead in drop_leads():
        found[lead, list(unmapped_after(lead))] = True
    return found
