"""Partial readings of a stretch, and the whole readings that the last of them stand for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["NO_BYTE", "Reading", "Run", "State", "by_score", "ended", "taken", "traced"]

NO_BYTE = 0
Run = tuple[int, int, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the stretch: its score and its runs (start, end, restored, dropped)."""

    score: float
    runs: tuple[Run, ...]


@dataclass(slots=True)
class State:
    """A partial reading: ``trail`` is the second byte, not yet shown, of the last character.

    ``rivals`` are readings with the same future, or what :func:`traced` can extend to one.
    """

    score: float
    context: str
    before: "State | None" = None
    trail: int = NO_BYTE
    start: int = 0
    chars: str = ""
    dropped: int = 0
    runs: tuple[Run, ...] = ()
    rivals: list[Any] = field(default_factory=list)


def by_score(state: State) -> float:
    """Give the key that sorts readings, best first."""
    return -state.score


def taken(state: State, gain: float, context: str) -> State:
    """Give a reading that takes shown characters as they are."""
    return State(state.score + gain, context, state, runs=state.runs)


def ended(state: State, end: int) -> State:
    """Give a reading whose run ends before the shown character ``end``."""
    run = (state.start, end, state.chars, state.dropped)
    return State(state.score, state.context, state, runs=(*state.runs, run))


def traced(final: State, extended: Callable[[Any], State] | None = None) -> Iterator[Reading]:
    """Give the reading that a state ends, and those in which one part of it is a rival."""
    yield Reading(score=final.score, runs=final.runs)
    state: State | None = final
    while state is not None:
        for other in state.rivals:
            rival = other if extended is None or isinstance(other, State) else extended(other)
            score = final.score - state.score + rival.score
            yield Reading(score=score, runs=_exchanged(final.runs, state, rival))
        state = state.before


def _exchanged(runs: tuple[Run, ...], state: State, rival: State) -> tuple[Run, ...]:
    """Give the runs with what led to a state replaced by what led to its rival."""
    count = len(state.runs)
    if not state.chars:
        return (*rival.runs, *runs[count:])
    _start, end, chars, dropped = runs[count]
    chars = rival.chars + chars[len(state.chars) :]
    run = (rival.start, end, chars, dropped - state.dropped + rival.dropped)
    return (*rival.runs, run, *runs[count + 1 :])
