"""One target as a clause states it, before its deadline and place are known."""

from dataclasses import dataclass
from typing import NamedTuple

from builder.extract.targets_cues import Cue
from builder.extract.targets_figures import Figure

__all__ = ["Named", "Stated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One target of a clause; ``start`` and ``end`` quote it in the clause's characters.

    ``turn`` counts the values that 分别 gives to one indicator, for years told apart before.
    """

    indicator: str
    scope: str | None
    figure: Figure
    start: int
    end: int
    cue: Cue
    turn: int | None = None


class Named(NamedTuple):
    """An indicator that the sentence has named before, with the unit and cue of its figure.

    ``near`` where the clause right before names it.
    """

    indicator: str
    unit: str
    cue: Cue | None = None
    near: bool = False
