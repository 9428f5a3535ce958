"""Read a stretch of text in which some runs may be GBK read one byte off.

The shown characters are walked left to right.  Each is either itself, or the pair (second
byte of one original character, first byte of the next).  Between two shown pairs there may
be dropped ones, which must fall on codes without a character: that, the shown bytes and a
character model leave few readings.  Partial readings that end in the same characters have
the same future, so only the best of them goes on, and the others become its rivals; a beam
keeps the best of those that differ.  Every reading kept gives exactly the shown run when it
is damaged again, by construction.
"""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np

from builder.lexicon.charactercounts import Floats, Ints
from builder.lexicon.charactermodel import LINE, ORDER, CharacterModel
from builder.restore.slipglyphs import Choice, Glyphs, glyphs
from builder.restore.slipquick import follows_on, quick
from builder.restore.slipstates import NO_BYTE, Reading, State, by_score, ended, traced
from builder.restore.slipstretch import (
    COST_OF_LOST_END,
    COST_OF_MARKED_SLIP,
    COST_OF_SLIP,
    GAIN_OF_DROP,
    INDENT_SHARE,
    NO_INDENT,
    Stretch,
    ahead,
    walked,
)

__all__ = ["search"]

MAX_DROPS_IN_A_ROW = 2
MAX_RIVALS = 4
LOOKED_AHEAD = 8  # endings compared by what follows for each that is kept
MAX_COMPARED = 4  # proposals looked at for each that is kept
CONFIDENT = -4.6  # mean log probability of a shown character that needs no wider search
GOES_ON = -4.5  # log probabilities of two shown characters between which nothing was dropped


class _Width(NamedTuple):
    """How wide to search: partial readings kept at a place, within runs and outside them,
    and how much worse than the best they may be.
    """

    beam: int
    normal: int
    margin: float


NARROW = _Width(beam=12, normal=8, margin=12.0)
WIDE = _Width(beam=60, normal=20, margin=22.0)


class _Proposal(NamedTuple):
    """Ways for one partial reading to go on: characters, each with the score it would give."""

    state: State
    numbers: Ints
    scores: Floats
    dropped: int


class _Way(NamedTuple):
    """One way of a proposal: its place there and the number of its character."""

    proposal: _Proposal
    within: int
    number: int


def search(
    shown: str,
    context: str,
    known: CharacterModel,
    *,
    traditional: bool,
    at_line_end: bool,
    leads: Collection[int] = (),
) -> list[Reading]:
    """Give the best readings of a stretch within one line, best first.

    In traditional text few readings are looked at; of simplified text too much is dropped for
    that, and a beam looks, narrow first, and wide where nothing likely is found.  ``leads``
    are first bytes of which a run's first character has one, where that is known.

    >>> from builder.lexicon.charactermodel import model
    >>> best = search("?。ㄋ模嵤┏鞘懈", "¶", model(), traditional=True, at_line_end=False)[0]
    >>> best.runs[0][2].strip()[:6]
    '（四）實施城'
    """
    stretch = Stretch(shown, at_line_end)
    if traditional:
        return quick(stretch, context, known, leads)
    readings = _Search(stretch, context, known, traditional, NARROW).readings()
    if readings and readings[0].runs and readings[0].score >= CONFIDENT * len(shown):
        return readings
    return _Search(stretch, context, known, traditional, WIDE).readings()


class _Search:
    """The beam over one stretch; one object a search, nothing kept."""

    __slots__ = ("endings", "glyphs", "model", "normal", "slipped", "stretch", "width")

    def __init__(
        self,
        stretch: Stretch,
        context: str,
        known: CharacterModel,
        traditional: bool,
        width: _Width,
    ) -> None:
        size = len(stretch.shown)
        self.stretch = stretch
        self.model = known
        self.glyphs = glyphs(traditional)
        self.width = width
        self.normal: list[list[State]] = [[] for _ in range(size + 3)]
        self.slipped: list[list[_Proposal]] = [[] for _ in range(size + 3)]
        self.endings: list[list[_Proposal]] = [[] for _ in range(size + 3)]
        self.normal[0].append(State(score=0.0, context=context))

    def readings(self) -> list[Reading]:
        size = len(self.stretch.shown)
        for i in range(size + 1):
            self._settle(i)
            if i < size and self.stretch.begins[i]:
                self._begin(i)
            self._go_on(i)
            self._end(i)
            if i < size:
                for place, state in walked(self.stretch, self.model, self.normal[i], i):
                    self.normal[place].append(state)
        found = [
            reading for state in self.normal[size] for reading in traced(state, self._extended)
        ]
        return sorted(found, key=lambda reading: -reading.score)

    def _extended(self, way: _Way) -> State:
        return _extended(way, self.glyphs)

    def _settle(self, i: int) -> None:
        """Keep the best readings outside runs, of those with the same future only the best."""
        kept: dict[tuple[str, bool], State] = {}
        for state in sorted(self.normal[i], key=by_score):
            better = kept.setdefault((state.context, bool(state.runs)), state)
            if better is not state:
                better.rivals.append(state)
        self.normal[i] = list(kept.values())[: self.width.normal]

    def _begin(self, i: int) -> None:
        """Take it that a byte was lost before the shown character ``i`` (or at its ``?``)."""
        marked = self.stretch.marked(i)
        first = i + 1 if marked else i
        trail = self.stretch.trail(first)
        if trail == NO_BYTE:
            return
        cost = COST_OF_MARKED_SLIP if marked else COST_OF_SLIP
        choice = self.glyphs.beginning(trail)
        for state in self.normal[i]:
            begun = State(state.score + cost, state.context, state, start=i, runs=state.runs)
            self.slipped[first].append(self._proposal(begun, choice, 0))

    def _go_on(self, i: int) -> None:
        """Go on from the readings of the characters before ``i`` that are within a run."""
        trail, matching = self.stretch.trail(i), []
        proposals = self.slipped[i]
        for drops in range(MAX_DROPS_IN_A_ROW + 1):
            fitting, dropping = self._chosen(proposals, trail)
            matching += fitting
            if drops == MAX_DROPS_IN_A_ROW or not dropping:
                break
            if drops == 0 and self._sure(fitting, i):
                break
            choices = [self.glyphs.dropped(state.trail, trail) for state in dropping]
            proposals = [self._proposal(*pair, 1) for pair in zip(dropping, choices, strict=True)]
            if self.stretch.resumes[i]:
                for state in dropping:
                    self._lose_end(state, self.glyphs.dropped_ending(state.trail), i, 1)
        matching = sorted(matching, key=by_score)[: self.width.beam]
        found = self.stretch.bytes[i]
        if found is None:
            self.normal[i + 1] += [ended(state, i + 1) for state in matching]
        else:
            self._match(matching, found[1], i + 1)

    def _sure(self, fitting: list[State], i: int) -> bool:
        """Say whether the best reading goes on so well that no pair was dropped here."""
        before = fitting[0].before if fitting else None
        if before is None or fitting[0].score - before.score < GOES_ON:
            return False
        return follows_on(self.stretch, self.glyphs, self.model, fitting[0].context, i) > GOES_ON

    def _match(self, states: list[State], lead: int, i: int) -> None:
        """Take the shown character before ``i`` as (second byte so far, ``lead`` of the next)."""
        going_on = self.glyphs.matching(lead, self.stretch.trail(i))
        ending = self.glyphs.ending(lead)
        for state in states:
            self.slipped[i].append(self._proposal(state, going_on, 0))
            if self.stretch.resumes[i]:
                self._lose_end(state, ending, i, 0)

    def _lose_end(self, state: State, choice: Choice, i: int, dropped: int) -> None:
        """Take it that the second byte of the next character was lost, and the run ends."""
        found = self._proposal(state, choice, dropped)
        if not self.stretch.may_lose_end(i):
            found = found._replace(scores=found.scores + np.float32(COST_OF_LOST_END))
        self.endings[i + 1 if self.stretch.marked(i) else i].append(found)

    def _end(self, i: int) -> None:
        """Take the runs that end before ``i`` among the readings outside runs."""
        if self.endings[i]:
            found = self._best(self.endings[i], None, LOOKED_AHEAD * self.width.normal)
            found.sort(key=lambda state: -ahead(self.stretch, self.model, state, i))
            self.normal[i] += [ended(state, i) for state in found[: self.width.normal]]
            self._settle(i)

    def _proposal(self, state: State, choice: Choice, dropped: int) -> _Proposal:
        scores = self.model.after(state.context)[choice.known]
        scores += choice.costs
        if choice.indent >= 0:
            scores[choice.indent] = INDENT_SHARE if state.context[-1:] == LINE else NO_INDENT
        scores += np.float32(state.score + dropped * GAIN_OF_DROP)
        return _Proposal(state, choice.numbers, scores, dropped)

    def _chosen(self, proposals: list[_Proposal], trail: int) -> tuple[list[State], list[State]]:
        """Give the best states that the next shown character fits, and those before a drop."""
        if not proposals:
            return [], []
        numbers = np.concatenate([proposal.numbers for proposal in proposals])
        fitting = np.flatnonzero(self.glyphs.second[numbers] == trail)
        dropping = np.flatnonzero(self.glyphs.dropping[numbers])
        beam = self.width.beam
        return self._best(proposals, fitting, beam), self._best(proposals, dropping, beam)

    def _best(self, proposals: list[_Proposal], among: Ints | None, count: int) -> list[State]:
        """Give the best states that differ in their future; the others become their rivals."""
        scores = np.concatenate([proposal.scores for proposal in proposals])
        places = np.arange(len(scores)) if among is None else among
        if not len(places):
            return []
        found = scores[places]
        places = places[found > found.max() - self.width.margin]
        found = scores[places]
        if len(places) > MAX_COMPARED * count:
            first = np.argpartition(-found, MAX_COMPARED * count)[: MAX_COMPARED * count]
            places, found = places[first], found[first]
        places = places[np.argsort(-found, kind="stable")]
        starts = np.cumsum([0, *(len(proposal.numbers) for proposal in proposals)])
        owners = np.searchsorted(starts, places, side="right") - 1
        kept: dict[tuple[str, int], State] = {}
        for owner, within in zip(owners.tolist(), (places - starts[owners]).tolist(), strict=True):
            proposal = proposals[owner]
            number = int(proposal.numbers[within])
            key = (proposal.state.context[2 - ORDER :], number)
            better = kept.get(key)
            if better is None and len(kept) < count:
                kept[key] = _extended(_Way(proposal, within, number), self.glyphs)
            elif better is None:
                break
            elif len(better.rivals) < MAX_RIVALS:
                better.rivals.append(_Way(proposal, within, number))
        return list(kept.values())


def _extended(way: _Way, known: Glyphs) -> State:
    state, number = way.proposal.state, way.number
    return State(
        float(way.proposal.scores[way.within]),
        (state.context + known.folded[number])[1 - ORDER :],
        state,
        known.trails[number],
        state.start,
        state.chars + known.chars[number],
        state.dropped + way.proposal.dropped,
        state.runs,
    )
