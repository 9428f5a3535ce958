"""Which characters may have stood in a misdecoded run, by the bytes that GBK gives them.

A *choice* is the set of characters that fit one place of a run: their numbers in the table
of glyphs, their places in a row of the character model, and what their script costs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from builder.lexicon.charactercounts import Floats, Ints
from builder.lexicon.charactermodel import LINE, model
from builder.lexicon.gbk import drop_leads, pair, unmapped_after
from builder.lexicon.script import traditional_forms

__all__ = ["INDENT", "Bools", "Choice", "Glyphs", "glyphs"]

INDENT = "\u3000"
COST_OF_OTHER_SCRIPT = -4.0
MIN_USUAL_COUNT = 8
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Characters that fit one place; ``indent`` is where the indent stands among them, or -1."""

    numbers: Ints
    known: Ints
    costs: Floats
    indent: int


class Glyphs:
    """Every character of the model as GBK may have coded it, in one script."""

    __slots__ = (
        "_choices", "_coded", "_plain", "_usual", "chars", "costs", "dropping", "folded", "known",
        "leads", "script_costs", "second", "trails",
    )  # fmt: skip

    def __init__(self, traditional: bool) -> None:
        forms = [(*form, *coded) for form in _forms(traditional) if (coded := pair(form[0]))]
        self.chars = [form[0] for form in forms]
        self.folded = ["" if form[0] == INDENT else form[1] for form in forms]
        self.trails = [form[4] for form in forms]
        self.known = model().numbers("".join(form[1] for form in forms))
        self.script_costs = np.array([form[2] for form in forms], dtype=np.float32)
        self.costs = self.script_costs.tolist()
        counts = model().vocabulary
        self._usual = np.array([counts.get(form[1], 0) >= MIN_USUAL_COUNT for form in forms])
        self._plain = self.script_costs == 0.0
        self._plain[0] = False  # the indent
        self.leads = np.array([form[3] for form in forms])
        self.second = np.array(self.trails)
        self.dropping = np.isin(self.second, list(drop_leads()))
        self._coded: dict[tuple[int, int], tuple[int, ...]] = {}
        for number, code in enumerate(zip(self.leads.tolist(), self.trails, strict=True)):
            self._coded[code] = (*self._coded.get(code, ()), number)
        self._choices: dict[tuple[int, ...], Choice] = {}

    def beginning(self, trail: int) -> Choice:
        """Give the characters with that second byte, or with one that a drop may follow."""
        key = (0, trail)
        return self._choices.get(key) or self._kept(key, self._may_precede(trail))

    def matching(self, lead: int, trail: int) -> Choice:
        """Give those of :meth:`beginning` that have that first byte."""
        key = (1, lead, trail)
        found = self._choices.get(key)
        return found or self._kept(key, (self.leads == lead) & self._may_precede(trail))

    def dropped(self, before: int, trail: int) -> Choice:
        """Give those of :meth:`beginning` that make no pair behind the byte ``before``."""
        key = (2, before, trail)
        found = self._choices.get(key)
        return found or self._kept(key, self._unmapped(before) & self._may_precede(trail))

    def fitting(self, trail: int) -> Choice:
        """Give the characters with that second byte."""
        key = (5, trail)
        return self._choices.get(key) or self._kept(key, self.second == trail)

    def droppable(self, lead: int) -> Choice:
        """Give the characters with that first byte behind which a pair may be dropped."""
        key = (6, lead)
        return self._choices.get(key) or self._kept(key, self.dropping & (self.leads == lead))

    def droppable_first(self) -> Choice:
        """Give the usual characters behind which a pair may be dropped."""
        key = (7,)
        return self._choices.get(key) or self._kept(key, self.dropping & self._usual)

    def ending_usual(self) -> Choice:
        """Give the usual characters of the text's own script, their second byte being lost."""
        key = (8,)
        return self._choices.get(key) or self._kept(key, self._plain & self._usual)

    def coded(self, lead: int, trail: int) -> tuple[int, ...]:
        """Give the numbers of the characters with those two bytes."""
        return self._coded.get((lead, trail), ())

    def ending(self, lead: int) -> Choice:
        """Give the characters with that first byte, the second being lost."""
        key = (3, lead)
        return self._choices.get(key) or self._kept(key, (self.leads == lead) & self._plain)

    def dropped_ending(self, before: int) -> Choice:
        """Give the characters that make no pair behind a byte, their second being lost."""
        key = (4, before)
        return self._choices.get(key) or self._kept(key, self._unmapped(before) & self._plain)

    def _may_precede(self, trail: int) -> Bools:
        found: Bools = (self.second == trail) | self.dropping
        return found

    def _unmapped(self, before: int) -> Bools:
        found: Bools = np.isin(self.leads, list(unmapped_after(before)))
        return found

    def _kept(self, key: tuple[int, ...], fits: Bools) -> Choice:
        numbers = np.flatnonzero(fits)
        found = Choice(
            numbers=numbers,
            known=self.known[numbers],
            costs=self.script_costs[numbers],
            indent=0 if fits[0] else -1,
        )
        self._choices[key] = found
        return found


@cache
def glyphs(traditional: bool) -> Glyphs:
    """Give the glyphs for a text in traditional script, or in simplified.

    >>> known = glyphs(False)
    >>> fitting = known.matching(0xD5, 0xFE).numbers
    >>> {known.chars[n] for n in fitting if known.trails[n] == 0xFE}
    {'政'}
    """
    return Glyphs(traditional)


def _forms(traditional: bool) -> Iterator[tuple[str, str, float]]:
    """Give (character, as the model knows it, cost of that script in this text)."""
    yield INDENT, LINE, 0.0
    for known in model().vocabulary:
        others = traditional_forms().get(known, ())
        yield known, known, COST_OF_OTHER_SCRIPT / 2 if traditional and others else 0.0
        for form in others:
            yield form, known, 0.0 if traditional else 2 * COST_OF_OTHER_SCRIPT
