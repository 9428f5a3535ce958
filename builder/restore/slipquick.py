"""Read a stretch with misdecoded runs quickly, where what stands there is usual.

Between two shown pairs stands one character whose bytes are both shown, or, where pairs were
dropped, two or three of which one byte is shown on each side: :mod:`builder.restore.slipdrops`
has them by usual pairs of characters, and the model is asked about the likeliest alone.  Few
partial readings are kept, those that go on best with the character shown next, and a dropped
pair is looked for only where one may still be part of the best reading.  Simplified text, of
which more is dropped, is read by :mod:`builder.restore.slipsearch`.
"""

from collections.abc import Collection
from math import inf

from builder.lexicon.charactermodel import LINE, ORDER, CharacterModel
from builder.restore.slipdrops import Ways, best_places, drops, ranked
from builder.restore.slipglyphs import Choice, Glyphs, glyphs
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

__all__ = ["follows_on", "quick"]

MAX_WITHIN = 4
MAX_NORMAL = 4
MAX_BEGUN = 1
MAX_RIVALS = 4
MAX_PROPOSED = 16
MAX_ENDINGS = 12
MAX_SETTLED = 8
MARGIN = 6.0  # partial runs this far behind the best are given up
SURE = -3.5  # log probability of a shown character that needs no others beside it
GOES_ON = -6.0  # the same of two in a row
NO_NEXT = -7.0  # the least counted of one behind which a pair may have been dropped
ONE_DROP = -9.0  # log probability of two characters that need no third between them
HOPELESS = 2.0  # behind what another has reached, no dropped pair is looked for
BEHIND = 7.0  # proposals this far behind the best are given up
UNKNOWN = -20.0
Proposal = tuple[float, list[int]]


def quick(
    stretch: Stretch,
    context: str,
    known: CharacterModel,
    leads: Collection[int] = (),
) -> list[Reading]:
    """Give readings of a stretch of traditional text, best first; perhaps none with a run.

    ``leads`` are first bytes of which a run's first character has one, where that is known.

    >>> from builder.lexicon.charactermodel import model
    >>> stretch = Stretch("?。ㄋ模嵤┏鞘懈", ends_line=False)
    >>> quick(stretch, LINE, model())[0].runs[0][2].strip()[:6]
    '（四）實施城'
    """
    return _Quick(stretch, context, known, leads).readings()


def follows_on(
    stretch: Stretch, table: Glyphs, known: CharacterModel, context: str, i: int
) -> float:
    """Give how likely the character between the shown ``i`` and the next is, nothing dropped."""
    following = shown_between(stretch, table, i)
    return known.log_probability(context, following) if following else UNKNOWN


def shown_between(stretch: Stretch, table: Glyphs, i: int) -> str:
    """Give the character, as the model counts it, whose bytes the shown ``i`` and the next have."""
    found = stretch.bytes[i]
    coded = table.coded(found[1], stretch.trail(i + 1)) if found else ()
    return table.folded[coded[0]] if coded else ""


class _Quick:
    """The search over one stretch; one object a search, nothing kept."""

    __slots__ = ("drops", "glyphs", "leads", "model", "normal", "stretch", "within")

    def __init__(
        self,
        stretch: Stretch,
        context: str,
        known: CharacterModel,
        leads: Collection[int],
    ) -> None:
        size = len(stretch.shown)
        self.stretch = stretch
        self.model = known
        self.glyphs = glyphs(traditional=True)
        self.drops = drops(traditional=True)
        self.leads = leads
        self.normal: list[list[State]] = [[] for _ in range(size + 3)]
        self.within: list[list[State]] = [[] for _ in range(size + 3)]
        self.normal[0].append(State(score=0.0, context=context))

    def readings(self) -> list[Reading]:
        size = len(self.stretch.shown)
        for i in range(size + 1):
            self.normal[i] = _settled(self.normal[i], MAX_NORMAL)
            if i < size and self.stretch.begins[i]:
                self._begin(i)
            states = self._hopeful(i)
            self._go_on(states, i)
            self._end(states, i)
            if i < size:
                for place, state in walked(self.stretch, self.model, self.normal[i], i):
                    self.normal[place].append(state)
        found = [reading for state in self.normal[size] for reading in traced(state)]
        return sorted(found, key=lambda reading: -reading.score)

    def _begin(self, i: int) -> None:
        """Take it that a byte was lost before the shown character ``i`` (or at its ``?``)."""
        marked = self.stretch.marked(i)
        cost = COST_OF_MARKED_SLIP if marked else COST_OF_SLIP
        for state in self.normal[i][:MAX_BEGUN]:
            begun = State(state.score + cost, state.context, state, start=i, runs=state.runs)
            self.within[i + marked].append(begun)

    def _hopeful(self, i: int) -> list[State]:
        """Give the best partial runs that are not far behind one that has ended.

        Best is what goes on best with the character shown next, if no pair is dropped there.
        """
        states = _settled(self.within[i], MAX_SETTLED)
        if not states:
            return []
        best = max([states[0].score, *(s.score for s in self.normal[i] if s.runs)])
        states = [state for state in states if state.score > best - MARGIN]
        following = self._shown(i - 1) if i else ""
        if following and len(states) > MAX_WITHIN:
            states.sort(key=lambda state: -self._with_next(state, following))
        return states[:MAX_WITHIN]

    def _with_next(self, state: State, following: str) -> float:
        if not state.chars:
            return state.score
        return state.score + max(NO_NEXT, self.model.log_probability(state.context, following))

    def _go_on(self, states: list[State], i: int) -> None:
        """Go on from partial runs over what may stand before the shown character ``i``."""
        trail = self.stretch.trail(i)
        if trail == NO_BYTE:
            return
        goes_on = self.stretch.bytes[i] is not None
        best = -inf
        for state in states:
            if state.chars:
                found = self._between(state, i, trail, drops=state.score > best - HOPELESS)
            else:
                found = self._first(state, i, trail)
            best = max([best, *(after.score for after in found)])
            if goes_on:
                self.within[i + 1] += found
            else:
                self.normal[i + 1] += [ended(after, i + 1) for after in found]

    def _first(self, state: State, i: int, trail: int) -> list[State]:
        """Give the ways in which a run begins, with a pair dropped or without."""
        if self.leads:
            return [after for lead in self.leads for after in self._known_first(state, lead, trail)]
        choice = self.glyphs.fitting(trail)
        ones = self._ranked(state.context, choice, self._shown(i))
        twos = self._among(state, self.drops.beginning(trail))
        best = max([score for score, _ in ones], default=UNKNOWN)
        return self._extended(state, ones + [two for two in twos if two[0] > best - BEHIND])

    def _known_first(self, state: State, lead: int, trail: int) -> list[State]:
        ones = [(0.0, [n]) for n in self.glyphs.coded(lead, trail)]
        twos = self._among(state, self.drops.between(lead, trail))
        return self._extended(state, ones + twos)

    def _between(self, state: State, i: int, trail: int, *, drops: bool) -> list[State]:
        """Give what may stand between two shown characters: one character, or some more."""
        lead = self._lead(i)
        direct = self._extended(state, [(0.0, [n]) for n in self.glyphs.coded(lead, trail)])
        gain = max((after.score - state.score for after in direct), default=UNKNOWN)
        if direct and not drops:
            return direct
        if gain > SURE or (gain > GOES_ON and self._next(direct[0], i) > GOES_ON):
            return direct
        found = self._among(state, self.drops.between(lead, trail))
        if not found or found[0][0] <= ONE_DROP:
            found += self._among(state, self.drops.longer(lead, trail))
        best = max([gain, *(score for score, _ in found)])
        for score, numbers in found:
            if score > best - BEHIND:
                after = self._after(state, numbers)
                best = max(best, after.score - state.score)
                direct.append(after)
        return direct

    def _next(self, state: State, i: int) -> float:
        return follows_on(self.stretch, self.glyphs, self.model, state.context, i)

    def _end(self, states: list[State], i: int) -> None:
        """Take it that the second byte of the next character was lost, and the run ends."""
        if not self.stretch.resumes[i]:
            return
        free = self.stretch.may_lose_end(i)
        if not free and states and self._surely_goes_on(states[0], i):
            return
        place = i + 1 if self.stretch.marked(i) else i
        found: list[State] = []
        for state in states:
            if state.chars:
                found += self._extended(state, self._lost_ends(state, i, place))
        for after in () if free else found:
            after.score += COST_OF_LOST_END
        found = sorted(found, key=by_score)[:MAX_ENDINGS]
        found.sort(key=lambda after: -ahead(self.stretch, self.model, after, place))
        self.normal[place] += [ended(after, place) for after in found[:MAX_NORMAL]]
        if place == i:
            self.normal[i] = _settled(self.normal[i], MAX_NORMAL)

    def _surely_goes_on(self, state: State, i: int) -> bool:
        """Say whether the character before the shown ``i`` is just what the run wants next."""
        following = self._shown(i - 1) if state.chars else ""
        return bool(following) and self.model.log_probability(state.context, following) > SURE

    def _lost_ends(self, state: State, i: int, place: int) -> list[Proposal]:
        lead, free = self._lead(i), self.stretch.may_lose_end(i)
        following = "".join(self.stretch.plain[place : place + 1])
        found = self._ranked(state.context, self.glyphs.ending(lead), following)
        return found + self._among(state, self.drops.ending(lead)) if free else found

    def _lead(self, i: int) -> int:
        """Give the first byte that the shown character before ``i`` holds."""
        found = self.stretch.bytes[i - 1]
        return found[1] if found else NO_BYTE

    def _shown(self, i: int) -> str:
        return shown_between(self.stretch, self.glyphs, i)

    def _ranked(self, context: str, choice: Choice, following: str) -> list[Proposal]:
        """Give the likeliest characters of a choice, by the one before them; half of them by
        the one that follows as well, where that is known.
        """
        scores = self.model.usual(context[-1:])[choice.known] + choice.costs
        if choice.indent >= 0:
            scores[choice.indent] = INDENT_SHARE if context[-1:] == LINE else NO_INDENT
        places = best_places(scores, MAX_PROPOSED).tolist()
        if following and len(scores) > len(places):
            after = self.model.numbers(following)
            both = best_places(
                scores + self.model.usual_pairs(choice.known, after), MAX_PROPOSED
            ).tolist()
            places = list(dict.fromkeys([*places[: len(places) // 2], *both[: len(both) // 2]]))
        numbers = choice.numbers[places].tolist()
        return [(s, [n]) for s, n in zip(scores[places].tolist(), numbers, strict=True)]

    def _among(self, state: State, ways: Ways) -> list[Proposal]:
        row = self.model.usual(state.context[-1:])
        return ranked(ways, row, state.context, count=MAX_PROPOSED, behind=BEHIND)

    def _extended(self, state: State, proposals: list[Proposal]) -> list[State]:
        """Give the state with the characters of each proposal, scored by the whole model."""
        return [self._after(state, numbers) for _, numbers in proposals]

    def _after(self, state: State, numbers: list[int]) -> State:
        table, known = self.glyphs, self.model
        score, context, chars = state.score, state.context, state.chars
        for number in numbers:
            folded = table.folded[number]
            if folded:
                score += known.log_probability(context, folded) + table.costs[number]
                context = (context + folded)[1 - ORDER :]
            else:
                score += INDENT_SHARE if context[-1:] == LINE else NO_INDENT
            chars += table.chars[number]
        dropped = len(numbers) - 1
        return State(
            score + dropped * GAIN_OF_DROP,
            context,
            state,
            table.trails[numbers[-1]],
            state.start,
            chars,
            state.dropped + dropped,
            state.runs,
        )


def _settled(states: list[State], count: int) -> list[State]:
    """Give the best readings; those with the same future become rivals of the best of them."""
    kept: dict[tuple[str, bool], State] = {}
    for state in sorted(states, key=by_score):
        better = kept.setdefault((state.context, bool(state.runs)), state)
        if better is not state and len(better.rivals) < MAX_RIVALS:
            better.rivals.append(state)
    return list(kept.values())[:count]
