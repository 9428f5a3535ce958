"""Read a stretch of text in which some runs may be GBK read one byte off.

The shown characters are walked left to right.  Each is either itself, or the pair (second
byte of one original character, first byte of the next).  Between two shown pairs there may
be dropped ones, which must fall on codes without a character: that, the shown bytes and a
character model leave few readings.  Partial readings that end in the same characters have
the same future, so only the best of them goes on, and the others become its rivals; a beam
keeps the best of those that differ.  Every reading kept gives exactly the shown run when it
is damaged again, by construction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import NamedTuple

import numpy as np

from builder.lexicon.charactercounts import Floats, Ints
from builder.lexicon.charactermodel import LINE, ORDER, CharacterModel, classed, model
from builder.lexicon.gbk import wide_pair
from builder.lexicon.readings import reads
from builder.lexicon.script import simplified
from builder.restore.slipglyphs import Bools, Choice, glyphs

__all__ = ["NOTE", "Reading", "search"]

MAX_DROPS_IN_A_ROW = 2
MAX_RIVALS = 4
LOOKED_AHEAD = 8  # endings compared by what follows for each that is kept
GAIN_OF_DROP = 0.9  # a model rates what it never saw too low
MAX_COMPARED = 4  # proposals looked at for each that is kept
COST_OF_SLIP = -9.0  # a byte is lost, unmarked
COST_OF_MARKED_SLIP = -1.0  # ? stands for the lost byte
COST_OF_LOST_END = -5.0  # the last byte is lost as well
INDENT_SHARE = log(0.3)
NO_INDENT = -9.0
CONFIDENT = -4.6  # mean log probability of a shown character that needs no wider search
NOTE_FITS = 6.0
QUESTION = "?\ufffd"
NO_BYTE = 0
NOTE = re.compile(r"[(（]\s?([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7})\s?[)）]")
Run = tuple[int, int, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the stretch: its score and its runs (start, end, restored, dropped)."""

    score: float
    runs: tuple[Run, ...]


class _Width(NamedTuple):
    """How wide to search: partial readings kept at a place, within runs and outside them,
    and how much worse than the best they may be.
    """

    beam: int
    normal: int
    margin: float


NARROW = _Width(beam=12, normal=8, margin=12.0)
WIDE = _Width(beam=60, normal=20, margin=22.0)


@dataclass(slots=True)
class _State:
    """A partial reading: ``trail`` is the second byte, not yet shown, of the last character."""

    score: float
    context: str
    before: "_State | None" = None
    trail: int = NO_BYTE
    start: int = 0
    chars: str = ""
    dropped: int = 0
    runs: tuple[Run, ...] = ()
    rivals: list["_State"] = field(default_factory=list)


class _Proposal(NamedTuple):
    """Ways for one partial reading to go on: characters, each with the score it would give."""

    state: _State
    numbers: Ints
    scores: Floats
    dropped: int


def search(
    shown: str, context: str, known: CharacterModel, *, traditional: bool, at_line_end: bool
) -> list[Reading]:
    """Give the best readings of a stretch within one line, best first.

    >>> best = search("?。ㄋ模嵤┏鞘懈", "¶", model(), traditional=True, at_line_end=False)[0]
    >>> best.runs[0][2].strip()[:6]
    '（四）實施城'
    """
    readings = _Search(shown, context, known, traditional, at_line_end, NARROW).readings()
    if readings and readings[0].runs and readings[0].score >= CONFIDENT * len(shown):
        return readings
    return _Search(shown, context, known, traditional, at_line_end, WIDE).readings()


class _Search:
    """The beam over one stretch; one object a search, nothing kept."""

    __slots__ = (
        "begins", "bytes", "endings", "ends_line", "glyphs", "model", "normal", "notes",
        "plain", "resumes", "shown", "slipped", "width",
    )  # fmt: skip

    def __init__(
        self,
        shown: str,
        context: str,
        known: CharacterModel,
        traditional: bool,
        ends_line: bool,
        width: _Width,
    ) -> None:
        size = len(shown)
        self.shown = shown
        self.ends_line = ends_line
        self.plain = [classed(simplified(c)) for c in shown]
        self.model = known
        self.glyphs = glyphs(traditional)
        self.width = width
        lost = [c == "?" and shown[max(0, i - 1) : i] != "?" for i, c in enumerate(shown)]
        coded = [None if gone else wide_pair(c) for c, gone in zip(shown, lost, strict=True)]
        self.bytes = [*coded, None, None]
        self.notes = {m.start(): m for m in NOTE.finditer(shown)}
        marked = any(c in QUESTION for c in shown)
        usual = _usual_pairs(shown)
        self.begins = [c in QUESTION or not (marked or usual[i]) for i, c in enumerate(shown)]
        self.resumes = [usual[i] or self.bytes[i] is None for i in range(size)] + [True, True]
        self.normal: list[list[_State]] = [[] for _ in range(size + 3)]
        self.slipped: list[list[_Proposal]] = [[] for _ in range(size + 3)]
        self.endings: list[list[_Proposal]] = [[] for _ in range(size + 3)]
        self.normal[0].append(_State(score=0.0, context=context))

    def readings(self) -> list[Reading]:
        size = len(self.shown)
        for i in range(size + 1):
            self._settle(i)
            if i < size and self.begins[i]:
                self._begin(i)
            self._go_on(i)
            self._end(i)
            self._keep(i)
        found = [reading for state in self.normal[size] for reading in _traced(state)]
        return sorted(found, key=lambda reading: -reading.score)

    def _settle(self, i: int) -> None:
        """Keep the best readings outside runs, of those with the same future only the best."""
        kept: dict[tuple[str, bool], _State] = {}
        for state in sorted(self.normal[i], key=_by_score):
            better = kept.setdefault((state.context, bool(state.runs)), state)
            if better is not state:
                better.rivals.append(state)
        self.normal[i] = list(kept.values())[: self.width.normal]

    def _begin(self, i: int) -> None:
        """Take it that a byte was lost before the shown character ``i`` (or at its ``?``)."""
        marked = self.shown[i] in QUESTION
        first = i + 1 if marked else i
        trail = self._trail(first)
        if trail == NO_BYTE:
            return
        cost = COST_OF_MARKED_SLIP if marked else COST_OF_SLIP
        choice = self.glyphs.beginning(trail)
        for state in self.normal[i]:
            begun = _State(state.score + cost, state.context, state, start=i, runs=state.runs)
            self.slipped[first].append(self._proposal(begun, choice, 0))

    def _go_on(self, i: int) -> None:
        """Go on from the readings of the characters before ``i`` that are within a run."""
        trail, matching = self._trail(i), []
        proposals = self.slipped[i]
        for drops in range(MAX_DROPS_IN_A_ROW + 1):
            fitting, dropping = self._chosen(proposals, trail)
            matching += fitting
            if drops == MAX_DROPS_IN_A_ROW or not dropping:
                break
            choices = [self.glyphs.dropped(state.trail, trail) for state in dropping]
            proposals = [self._proposal(*pair, 1) for pair in zip(dropping, choices, strict=True)]
            if self.resumes[i]:
                for state in dropping:
                    self._lose_end(state, self.glyphs.dropped_ending(state.trail), i, 1)
        matching = sorted(matching, key=_by_score)[: self.width.beam]
        found = self.bytes[i]
        if found is None:
            self.normal[i + 1] += [_ended(state, i + 1) for state in matching]
        else:
            self._match(matching, found[1], i + 1)

    def _match(self, states: list[_State], lead: int, i: int) -> None:
        """Take the shown character before ``i`` as (second byte so far, ``lead`` of the next)."""
        going_on = self.glyphs.matching(lead, self._trail(i))
        ending = self.glyphs.ending(lead)
        for state in states:
            self.slipped[i].append(self._proposal(state, going_on, 0))
            if self.resumes[i]:
                self._lose_end(state, ending, i, 0)

    def _lose_end(self, state: _State, choice: Choice, i: int, dropped: int) -> None:
        """Take it that the second byte of the next character was lost, and the run ends."""
        marked = i < len(self.shown) and self.shown[i] in QUESTION
        free = marked or (i == len(self.shown) and self.ends_line)
        found = self._proposal(state, choice, dropped)
        if not free:
            found = found._replace(scores=found.scores + np.float32(COST_OF_LOST_END))
        self.endings[i + 1 if marked else i].append(found)

    def _end(self, i: int) -> None:
        """Take the runs that end before ``i`` among the readings outside runs."""
        if self.endings[i]:
            ended = self._best(self.endings[i], None, LOOKED_AHEAD * self.width.normal)
            ended = sorted(ended, key=lambda state: -self._ahead(state, i))[: self.width.normal]
            self.normal[i] += [_ended(state, i) for state in ended]
            self._settle(i)

    def _ahead(self, state: _State, i: int) -> float:
        """Give the score with the characters shown behind, by which endings are told apart."""
        score, context = state.score, state.context
        for char in self.plain[i : i + 2]:
            if char in QUESTION:
                break
            score += self.model.log_probability(context, char)
            context = (context + char)[1 - ORDER :]
        return score

    def _keep(self, i: int) -> None:
        """Take the shown character as it is; a note behind a character only tests that one."""
        if i >= len(self.shown):
            return
        note = self.notes.get(i)
        if note is not None:
            for state in self.normal[i]:
                fits = reads(state.context[-1:] or LINE, note.group(1))
                gain = NOTE_FITS if fits else -NOTE_FITS
                self.normal[note.end()].append(_kept(state, gain, state.context))
            return
        plain = self.plain[i]
        for state in self.normal[i]:
            gain = self.model.log_probability(state.context, plain) if plain else 0.0
            after = (state.context + plain)[1 - ORDER :]
            self.normal[i + 1].append(_kept(state, gain, after))

    def _trail(self, i: int) -> int:
        """Give the second byte that the shown character ``i`` asks for."""
        if i >= len(self.shown):
            return NO_BYTE
        found = self.bytes[i]
        if found is not None:
            return found[0]
        code = ord(self.shown[i])
        return code if 0x40 <= code < 0x7F else NO_BYTE

    def _proposal(self, state: _State, choice: Choice, dropped: int) -> _Proposal:
        scores = self.model.after(state.context)[choice.known]
        scores += choice.costs
        if choice.indent >= 0:
            scores[choice.indent] = INDENT_SHARE if state.context[-1:] == LINE else NO_INDENT
        scores += np.float32(state.score + dropped * GAIN_OF_DROP)
        return _Proposal(state, choice.numbers, scores, dropped)

    def _chosen(self, proposals: list[_Proposal], trail: int) -> tuple[list[_State], list[_State]]:
        """Give the best states that the next shown character fits, and those before a drop."""
        if not proposals:
            return [], []
        numbers = np.concatenate([proposal.numbers for proposal in proposals])
        fitting = self.glyphs.second[numbers] == trail
        beam = self.width.beam
        return (
            self._best(proposals, fitting, beam),
            self._best(proposals, self.glyphs.dropping[numbers], beam),
        )

    def _best(self, proposals: list[_Proposal], among: Bools | None, count: int) -> list[_State]:
        """Give the best states that differ in their future; the others become their rivals."""
        scores = np.concatenate([proposal.scores for proposal in proposals])
        places = np.arange(len(scores)) if among is None else np.flatnonzero(among)
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
        kept: dict[tuple[str, int], _State] = {}
        for owner, within in zip(owners.tolist(), (places - starts[owners]).tolist(), strict=True):
            proposal = proposals[owner]
            number = int(proposal.numbers[within])
            key = (proposal.state.context[2 - ORDER :], number)
            better = kept.get(key)
            if better is None and len(kept) < count:
                kept[key] = self._extended(proposal, within, number)
            elif better is None:
                break
            elif len(better.rivals) < MAX_RIVALS:
                better.rivals.append(self._extended(proposal, within, number))
        return list(kept.values())

    def _extended(self, proposal: _Proposal, within: int, number: int) -> _State:
        state = proposal.state
        return _State(
            float(proposal.scores[within]),
            (state.context + self.glyphs.folded[number])[1 - ORDER :],
            state,
            self.glyphs.trails[number],
            state.start,
            state.chars + self.glyphs.chars[number],
            state.dropped + proposal.dropped,
            state.runs,
        )


def _by_score(state: _State) -> float:
    return -state.score


def _kept(state: _State, gain: float, context: str) -> _State:
    return _State(state.score + gain, context, state, runs=state.runs)


def _ended(state: _State, end: int) -> _State:
    run = (state.start, end, state.chars, state.dropped)
    return _State(state.score, state.context, state, runs=(*state.runs, run))


def _traced(final: _State) -> Iterator[Reading]:
    """Give the reading that a state ends, and those in which one part of it is a rival."""
    yield Reading(score=final.score, runs=final.runs)
    state: _State | None = final
    while state is not None:
        for rival in state.rivals:
            score = final.score - state.score + rival.score
            yield Reading(score=score, runs=_exchanged(final.runs, state, rival))
        state = state.before


def _exchanged(runs: tuple[Run, ...], state: _State, rival: _State) -> tuple[Run, ...]:
    """Give the runs with what led to a state replaced by what led to its rival."""
    count = len(state.runs)
    if not state.chars:
        return (*rival.runs, *runs[count:])
    _start, end, chars, dropped = runs[count]
    chars = rival.chars + chars[len(state.chars) :]
    run = (rival.start, end, chars, dropped - state.dropped + rival.dropped)
    return (*rival.runs, run, *runs[count + 1 :])


def _usual_pairs(shown: str) -> list[bool]:
    """Say of each shown character whether it and the next are a usual pair in documents."""
    folded = [classed(simplified(c)) for c in shown]
    follows = model().follows
    return [follows(a, b) for a, b in pairwise(folded)] + [False] * bool(shown)
