"""Read a stretch of text in which some runs may be GBK read one byte off.

The shown characters are walked left to right.  Each is either itself, or the pair (second
byte of one original character, first byte of the next).  Between two shown pairs there may
be dropped ones, which must fall on codes without a character: that, the shown bytes and a
character model leave few readings.  A beam keeps the best; every reading kept gives exactly
the shown run when it is damaged again, by construction.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from builder.lexicon.charactermodel import LINE, CharacterModel, classed, model
from builder.lexicon.gbk import drop_leads, pair, unmapped_after, wide_pair
from builder.lexicon.readings import reads
from builder.lexicon.script import simplified, traditional_forms

__all__ = ["NOTE", "Reading", "search"]

RESULTS = 12
MAX_DROPS_IN_A_ROW = 2
INDENT = "\u3000"
COST_OF_SLIP = -9.0  # a byte is lost, unmarked
COST_OF_MARKED_SLIP = -1.0  # ? stands for the lost byte
COST_OF_LOST_END = -5.0  # the last byte is lost as well
COST_OF_OTHER_SCRIPT = -4.0
INDENT_SHARE = log(0.3)
CONFIDENT = -4.6  # mean log probability of a shown character that needs no wider search
NOTE_FITS = 6.0
QUESTION = "?\ufffd"
NOTE = re.compile(r"[(（]\s?([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7})\s?[)）]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the stretch: its score and its runs (start, end, restored, dropped)."""

    score: float
    runs: tuple[tuple[int, int, str, int], ...]


class _Width(NamedTuple):
    """How wide to search: partial readings kept, how much worse than the best they may be,
    readings kept outside runs, and characters looked at behind a context.
    """

    beam: int
    margin: float
    normal: int
    followers: int


NARROW = _Width(beam=10, margin=12.0, normal=12, followers=20)
WIDE = _Width(beam=40, margin=22.0, normal=40, followers=60)


class _Glyph(NamedTuple):
    """A character that may have stood there: its bytes, and how the model knows it."""

    char: str
    known_as: str
    cost: float
    lead: int
    trail: int


class _State(NamedTuple):
    """A partial reading: ``trail`` is the second byte, not yet shown, of the last character."""

    score: float
    context: str
    trail: int = 0
    start: int = 0
    chars: str = ""
    dropped: int = 0
    runs: tuple[tuple[int, int, str, int], ...] = ()


def search(
    shown: str, context: str, known: CharacterModel, *, traditional: bool, at_line_end: bool
) -> list[Reading]:
    """Give the best readings of a stretch within one line, best first.

    >>> best = search("?。ㄋ模嵤┏鞘懈", "¶", model(), traditional=True, at_line_end=False)[0]
    >>> best.runs[0][2].strip()[:6]
    '（四）實施城'
    """
    glyphs = _glyphs(traditional)
    readings = _Search(shown, context, known, glyphs, at_line_end, NARROW).readings()
    if readings and readings[0].runs and readings[0].score >= CONFIDENT * len(shown):
        return readings
    return _Search(shown, context, known, glyphs, at_line_end, WIDE).readings()


class _Search:
    """The beam over one stretch; one object a search, nothing kept."""

    __slots__ = (
        "begins", "best", "bytes", "ends_line", "glyphs", "likely", "model", "normal", "notes",
        "resumes", "shown", "slipped", "width",
    )  # fmt: skip

    def __init__(
        self,
        shown: str,
        context: str,
        known: CharacterModel,
        glyphs: "_Glyphs",
        ends_line: bool,
        width: _Width,
    ) -> None:
        self.shown = shown
        self.ends_line = ends_line
        self.model = known
        self.likely: dict[str, list[_Glyph]] = {}
        self.glyphs = glyphs
        self.width = width
        self.bytes = [None if c == "?" else wide_pair(c) for c in shown]
        self.notes = {m.start(): m for m in NOTE.finditer(shown)}
        marked = any(c in QUESTION for c in shown)
        usual = _usual_pairs(shown)
        self.begins = [c in QUESTION or not (marked or usual[i]) for i, c in enumerate(shown)]
        self.resumes = [usual[i] or self.bytes[i] is None for i in range(len(shown))] + [True]
        self.normal: list[list[_State]] = [[] for _ in range(len(shown) + 3)]
        self.slipped: list[list[_State]] = [[] for _ in range(len(shown) + 3)]
        self.best = [-1e9] * (len(shown) + 3)
        self.normal[0].append(_State(0.0, context))

    def readings(self) -> list[Reading]:
        size = len(self.shown)
        for i in range(size + 1):
            self.normal[i] = sorted(self.normal[i], key=_by_score)[: self.width.normal]
            if i < size and self.begins[i]:
                self._begin(i)
            self._drop(i)
            self._match(i)
            self._keep(i)
        return [Reading(score=s.score, runs=s.runs) for s in self.normal[size][:RESULTS]]

    def _keep(self, i: int) -> None:
        """Take the shown character as it is; a note behind a character only tests that one."""
        if i >= len(self.shown):
            return
        note = self.notes.get(i)
        if note is not None:
            for state in self.normal[i]:
                fits = reads(state.context[-1:] or LINE, note.group(1))
                score = state.score + (NOTE_FITS if fits else -NOTE_FITS)
                self.normal[note.end()].append(state._replace(score=score))
            return
        plain = classed(simplified(self.shown[i]))
        for state in self.normal[i]:
            score = state.score + (self._log(state.context, plain) if plain else 0.0)
            after = state._replace(score=score, context=(state.context + plain)[-2:])
            self.normal[i + 1].append(after)

    def _begin(self, i: int) -> None:
        """Take it that a byte was lost before the shown character ``i`` (or at its ``?``)."""
        marked = self.shown[i] in QUESTION
        first = i + 1 if marked else i
        if first >= len(self.shown) or self.bytes[first] is None:
            return
        cost = COST_OF_MARKED_SLIP if marked else COST_OF_SLIP
        for state in self.normal[i]:
            begun = state._replace(score=state.score + cost, start=i, chars="", dropped=0)
            for glyph in self._starters(state.context, first):
                self._take(begun, glyph, first, 0)

    def _starters(self, context: str, i: int) -> Iterator[_Glyph]:
        found = self.bytes[i]
        if found is None:
            return
        yield from self.glyphs.by_trail.get(found[0], ())
        for glyph in self._likely_glyphs(context):
            if glyph.trail in drop_leads() and glyph.trail != found[0]:
                yield glyph

    def _drop(self, i: int) -> None:
        """Take it that a pair before the shown character ``i`` was dropped."""
        begun = 0
        for _ in range(MAX_DROPS_IN_A_ROW):
            fresh = sorted(self.slipped[i][begun:], key=_by_score)[: self.width.beam]
            begun = len(self.slipped[i])
            for state in fresh:
                if state.trail in drop_leads():
                    self._drop_after(state, i)
        self.slipped[i] = sorted(self.slipped[i], key=_by_score)[: self.width.beam]

    def _drop_after(self, state: _State, i: int) -> None:
        leads = unmapped_after(state.trail)
        trails = self._next_trails(i)
        for trail in trails:
            for glyph in _dropped(self.glyphs.traditional, state.trail, trail):
                self._take(state, glyph, i, 1)
        resumes, dropping = self.resumes[min(i, len(self.shown))], drop_leads()
        for glyph in self._likely_glyphs(state.context):
            if glyph.lead in leads and glyph.trail not in trails:
                if glyph.trail in dropping:
                    self._take(state, glyph, i, 1)
                if resumes:
                    self._lose_end(state, glyph, i, 1)

    def _match(self, i: int) -> None:
        """Take the shown character as (second byte so far, first byte of the next)."""
        found = self.bytes[i] if i < len(self.shown) else None
        if found is None:
            return
        trails = self._next_trails(i + 1)
        glyphs = self.glyphs.by_lead.get(found[1], ())
        going_on = [g for g in glyphs if g.trail in trails or g.trail in drop_leads()]
        ending = glyphs if self.resumes[i + 1] else ()
        for state in self.slipped[i]:
            if state.trail != found[0]:
                continue
            for glyph in going_on:
                self._take(state, glyph, i + 1, 0)
            for glyph in ending:
                self._lose_end(state, glyph, i + 1, 0)

    def _next_trails(self, i: int) -> tuple[int, ...]:
        """Give the second bytes that the shown character ``i`` allows."""
        if i >= len(self.shown):
            return ()
        found = self.bytes[i]
        if found is not None:
            return (found[0],)
        code = ord(self.shown[i])
        return (code,) if 0x40 <= code < 0x7F else ()

    def _take(self, state: _State, glyph: _Glyph, i: int, dropped: int) -> None:
        """Add an original character; an ASCII second byte ends the run."""
        score = state.score + self._step(state.context, glyph)
        if score < self.best[i] - self.width.margin:
            return
        if i < len(self.shown) and self.bytes[i] is None and ord(self.shown[i]) == glyph.trail:
            self.normal[i + 1].append(_ended(_extended(state, glyph, score, dropped), i + 1))
            return
        self.best[i] = max(self.best[i], score)
        self.slipped[i].append(_extended(state, glyph, score, dropped))

    def _lose_end(self, state: _State, glyph: _Glyph, i: int, dropped: int) -> None:
        """Take it that the second byte of this character was lost, and the run ends here."""
        if glyph.cost or glyph.char == INDENT:
            return
        marked = i < len(self.shown) and self.shown[i] in QUESTION
        free = marked or (i == len(self.shown) and self.ends_line)
        score = state.score + self._step(state.context, glyph)
        score += 0.0 if free else COST_OF_LOST_END
        if score < self.best[i] - self.width.margin:
            return
        end = i + 1 if marked else i
        self.normal[end].append(_ended(_extended(state, glyph, score, dropped), end))

    def _step(self, context: str, glyph: _Glyph) -> float:
        if glyph.char == INDENT:
            return INDENT_SHARE if context[-1:] == LINE else -20.0
        return self._log(context, glyph.known_as) + glyph.cost

    def _log(self, context: str, char: str) -> float:
        return self.model.log_probability(context, char)

    def _likely_glyphs(self, context: str) -> list[_Glyph]:
        found = self.likely.get(context)
        if found is None:
            forms = self.glyphs.by_known
            likely = self.model.likely(context, self.width.followers)
            found = [glyph for char in likely for glyph in forms.get(char, ())]
            self.likely[context] = found
        return found


def _by_score(state: _State) -> float:
    return -state.score


def _extended(state: _State, glyph: _Glyph, score: float, dropped: int) -> _State:
    context = state.context
    if glyph.char != INDENT:
        context = (context + glyph.known_as)[-2:]
    return _State(
        score,
        context,
        glyph.trail,
        state.start,
        state.chars + glyph.char,
        state.dropped + dropped,
        state.runs,
    )


def _ended(state: _State, end: int) -> _State:
    run = (state.start, end, state.chars, state.dropped)
    return _State(state.score, state.context, runs=(*state.runs, run))


def _usual_pairs(shown: str) -> list[bool]:
    """Say of each shown character whether it and the next are a usual pair in documents."""
    folded = [classed(simplified(c)) for c in shown]
    follows = model().follows
    return [follows(a, b) for a, b in pairwise(folded)] + [False] * bool(shown)


class _Glyphs(NamedTuple):
    traditional: bool
    by_lead: dict[int, list[_Glyph]]
    by_trail: dict[int, list[_Glyph]]
    by_known: dict[str, list[_Glyph]]


@cache
def _glyphs(traditional: bool) -> _Glyphs:
    """Give every character of the model as GBK may have coded it, by first and second byte."""
    by_lead: dict[int, list[_Glyph]] = defaultdict(list)
    by_trail: dict[int, list[_Glyph]] = defaultdict(list)
    by_known: dict[str, list[_Glyph]] = defaultdict(list)
    for char, known, cost in _forms(traditional):
        coded = pair(char)
        if coded:
            glyph = _Glyph(char, known, cost, *coded)
            by_lead[coded[0]].append(glyph)
            by_trail[coded[1]].append(glyph)
            by_known[known].append(glyph)
    return _Glyphs(traditional, dict(by_lead), dict(by_trail), dict(by_known))


@cache
def _dropped(traditional: bool, before: int, trail: int) -> tuple[_Glyph, ...]:
    """Give the characters that end in ``trail`` and make no pair behind the byte ``before``."""
    leads = unmapped_after(before)
    glyphs = _glyphs(traditional).by_trail.get(trail, ())
    return tuple(glyph for glyph in glyphs if glyph.lead in leads)


def _forms(traditional: bool) -> Iterator[tuple[str, str, float]]:
    """Give (character, as the model knows it, cost of that script in this text)."""
    yield INDENT, LINE, 0.0
    for known in model().vocabulary:
        others = traditional_forms().get(known, ())
        yield known, known, COST_OF_OTHER_SCRIPT / 2 if traditional and others else 0.0
        for form in others:
            yield form, known, 0.0 if traditional else 2 * COST_OF_OTHER_SCRIPT
