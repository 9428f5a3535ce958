"""A stretch of shown text as the readers of runs walk it: its bytes, its notes, its usual pairs.

Each shown character is either itself, or the pair (second byte of one original character,
first byte of the next).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import log

from builder.lexicon.charactermodel import LINE, ORDER, CharacterModel, classed, model
from builder.lexicon.gbk import wide_pair
from builder.lexicon.readings import reads
from builder.lexicon.script import each_simplified
from builder.restore.slipstates import NO_BYTE, State, taken

__all__ = ["NOTE", "QUESTION", "Stretch", "ahead", "walked"]

GAIN_OF_DROP = 0.9  # a model rates what it never saw too low
COST_OF_SLIP = -9.0  # a byte is lost, unmarked
COST_OF_MARKED_SLIP = -1.0  # ? stands for the lost byte
COST_OF_LOST_END = -5.0  # the last byte is lost as well
INDENT_SHARE = log(0.3)
NO_INDENT = -9.0
NOTE_FITS = 6.0
QUESTION = "?\ufffd"
NOTE = re.compile(r"[(（]\s?([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7})\s?[)）]")


class Stretch:
    """What is shown: each character as the model counts it, its two bytes if it has two, the
    notes by their start, where a run may begin, and where plain text may go on.
    """

    __slots__ = ("begins", "bytes", "ends_line", "notes", "plain", "resumes", "shown")

    def __init__(self, shown: str, ends_line: bool) -> None:
        self.shown = shown
        self.ends_line = ends_line
        self.plain = [classed(c) for c in each_simplified(shown)]
        lost = [c == "?" and shown[max(0, i - 1) : i] != "?" for i, c in enumerate(shown)]
        coded = [None if gone else wide_pair(c) for c, gone in zip(shown, lost, strict=True)]
        self.bytes = [*coded, None, None]
        self.notes = {m.start(): m for m in NOTE.finditer(shown)}
        marked = any(c in QUESTION for c in shown)
        usual = _usual_pairs(self.plain)
        self.begins = [c in QUESTION or not (marked or usual[i]) for i, c in enumerate(shown)]
        self.resumes = [found or self.bytes[i] is None for i, found in enumerate(usual)]
        self.resumes += [True, True]

    def trail(self, i: int) -> int:
        """Give the second byte that the shown character ``i`` asks for."""
        if i >= len(self.shown):
            return NO_BYTE
        found = self.bytes[i]
        if found is not None:
            return found[0]
        code = ord(self.shown[i])
        return code if 0x40 <= code < 0x7F else NO_BYTE

    def marked(self, i: int) -> bool:
        """Say whether a sign of a lost byte stands at ``i``."""
        return i < len(self.shown) and self.shown[i] in QUESTION

    def may_lose_end(self, i: int) -> bool:
        """Say whether the last byte of a run before ``i`` is lost for a plain reason."""
        return self.marked(i) or (i == len(self.shown) and self.ends_line)


def ahead(stretch: Stretch, known: CharacterModel, state: State, i: int) -> float:
    """Give the score with the characters shown behind, by which endings are told apart."""
    score, context = state.score, state.context
    for char in stretch.plain[i : i + 2]:
        if char in QUESTION:
            break
        score += known.log_probability(context, char)
        context = (context + char)[1 - ORDER :]
    return score


def walked(
    stretch: Stretch, known: CharacterModel, states: list[State], i: int
) -> Iterator[tuple[int, State]]:
    """Take the shown character as it is; a note behind a character only tests that one."""
    note = stretch.notes.get(i)
    if note is not None:
        for state in states:
            fits = reads(state.context[-1:] or LINE, note.group(1))
            yield note.end(), taken(state, NOTE_FITS if fits else -NOTE_FITS, state.context)
        return
    plain = stretch.plain[i]
    for state in states:
        gain = known.log_probability(state.context, plain) if plain else 0.0
        yield i + 1, taken(state, gain, (state.context + plain)[1 - ORDER :])


def _usual_pairs(folded: list[str]) -> list[bool]:
    """Say of each shown character whether it and the next are a usual pair in documents."""
    follows = model().follows
    return [follows(a, b) for a, b in pairwise(folded)] + [False] * bool(folded)
