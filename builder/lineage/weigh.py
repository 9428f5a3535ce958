"""Which upper leaf each clause of a lower leaf speaks of, and what speaks for a link.

In: a comparison and what the chapters answer.  Out: for each lower leaf one row a upper
leaf: the clauses it wins and the parts of its score.  Every clause goes to the upper leaf
that it resembles most, so one leaf can split over several and several can merge into one;
a clause that rather repeats the theme of an upper chapter or aim goes to none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from builder.lineage.chapters import Answer
from builder.lineage.clauses import chapters_of
from builder.lineage.compare import Comparison, Matrix, strengths
from builder.lineage.passing import in_passing
from builder.model.outline import Provision

__all__ = ["Weighed", "inside", "weigh"]

Owned = NDArray[np.bool_]

REST_OF_LEAF = 0.3  # words of the clause that stand elsewhere in the upper leaf
HEADING = 0.5  # how much alike headings lend to each clause
CHAPTER = 0.5  # how much answered chapters lend
OTHER_ROLE = 0.2  # what a task loses against a supporting measure
LEADER = 0.6  # how much the leaf that has most of the other clauses draws a doubtful one
NEAR = 0.9  # a clause counts for two leaves only if they are that close
FLOOR = 0.35  # weaker resemblance is chance
MORE = 0.4  # what a further clause adds to the strongest
REPEATS = 0.8  # so much of a clause stands in a chapter heading of its own document: theme
THEME = 1.2  # a clause is for a task only if it is that much closer to it than to a theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What speaks for one lower leaf carrying on one upper leaf.

    ``clauses`` are (lower clause, upper clause, strength) that the upper leaf won,
    strongest first; the four figures add up to the evidence in words.  ``passing`` says that
    all hangs on one term that both use in passing; ``size`` counts the lower leaf's clauses.
    """

    lower: Provision
    upper: Provision
    clauses: tuple[tuple[int, int, float], ...]
    words: float
    heading: float
    chapter: float
    role: float
    headings_alike: float
    place: int
    passing: bool
    size: int

    @property
    def evidence(self) -> float:
        """The sum of the parts."""
        return self.words + self.heading + self.chapter + self.role


def weigh(comparison: Comparison, answered: Mapping[str, Answer]) -> dict[str, tuple[Weighed, ...]]:
    """Give for each lower leaf the upper leaves that win clauses of it, best first."""
    return {
        leaf.id: _leaf(comparison, leaf, answered)
        for leaf in comparison.lower.leaves
        if comparison.lower.by_provision[leaf.id]
    }


def inside(comparison: Comparison, leaf: str, upper: str, answered: Mapping[str, Answer]) -> int:
    """Say whether a lower leaf's chapters point to an upper leaf (1), elsewhere (-1), nowhere (0).

    A clause that a chapter answers points to its leaf, but away from none; nor do votes.
    """
    found = [
        answered[provision]
        for provision in (leaf, *chapters_of(comparison.lower, leaf))
        if provision in answered
    ]
    if any(upper in (row.upper, *_below(comparison, row, upper)) for row in found):
        return 1
    return -1 if any(row.kind != "clause" and row.likeness > 0 for row in found) else 0


def _below(comparison: Comparison, answer: Answer, upper: str) -> tuple[str, ...]:
    above = chapters_of(comparison.upper, upper)
    return (upper,) if answer.kind == "chapter" and answer.upper in above else ()


def _leaf(
    comparison: Comparison, leaf: Provision, answered: Mapping[str, Answer]
) -> tuple[Weighed, ...]:
    ids = list(comparison.lower.by_provision[leaf.id])
    uppers = [
        (at, upper)
        for at, upper in enumerate(comparison.leaves)
        if (leaf.role == "organisation") == (upper.role == "organisation")
    ]
    if not uppers:
        return ()
    columns = [list(comparison.upper.by_provision[upper.id]) for _, upper in uppers]
    block = np.ix_(ids, [at for at, _ in uppers])
    rest = np.maximum(comparison.in_leaf[block] - comparison.best_shared[block], 0)
    plain = comparison.best[block] + REST_OF_LEAF * rest
    headings = np.array([_headings(comparison, ids, column) for column in columns])
    places = np.array([inside(comparison, leaf.id, upper.id, answered) for _, upper in uppers])
    roles = np.array([float(leaf.role != upper.role) for _, upper in uppers])
    factor = 1 + HEADING * headings + CHAPTER * (places > 0) - OTHER_ROLE * roles
    themes = _themes(comparison, ids) if leaf.role != "organisation" else np.zeros(len(ids))
    won = _won(plain * factor, themes)
    rows = []
    for k, (_, upper) in enumerate(uppers):
        mine = [n for n in range(len(ids)) if won[n, k]]
        if mine:
            order = sorted(mine, key=lambda n: (-plain[n, k], n))
            words = float(plain[order[0], k] + MORE * sum(plain[n, k] for n in order[1:]))
            clauses = tuple(
                (ids[n], _best(comparison, ids[n], columns[k]), float(plain[n, k])) for n in order
            )
            rows.append(
                Weighed(
                    lower=leaf,
                    upper=upper,
                    clauses=clauses,
                    words=words,
                    heading=HEADING * float(headings[k]) * words,
                    chapter=CHAPTER * float(places[k] > 0) * words,
                    role=-OTHER_ROLE * float(roles[k]) * words,
                    headings_alike=float(headings[k]),
                    place=int(places[k]),
                    passing=in_passing(comparison, leaf.id, clauses),
                    size=len(ids),
                )
            )
    return tuple(sorted(rows, key=lambda row: (-round(row.evidence, 6), row.upper.id)))


def _headings(comparison: Comparison, ids: Sequence[int], column: Sequence[int]) -> float:
    """How alike the two headings are, if they share a telling word at all."""
    first, other = ids[0], column[0]
    if not comparison.lower.clauses[first].heading or not comparison.upper.clauses[other].heading:
        return 0.0
    telling = min(1.0, float(comparison.shared[first, other]))
    whole = comparison.lower_weight[first] * comparison.upper_weight[other]
    return float(comparison.shared[first, other] / np.sqrt(whole)) * telling


def _themes(comparison: Comparison, ids: Sequence[int]) -> Matrix:
    """How strongly each lower clause states a theme: an upper one, or (∞) one of its own."""
    repeats = comparison.repeats[ids] >= REPEATS
    return np.where(repeats, np.inf, comparison.theme[ids])


def _won(strength: Matrix, themes: Matrix) -> Owned:
    """Which leaf wins which clause, once plain and once drawn to the leading leaf."""
    first = _owners(strength, strength, themes)
    totals = np.where(first, strength, 0.0).sum(axis=0)
    if totals.max() <= 0:
        return first
    return _owners(strength * (1 + LEADER * totals / totals.max()), strength, themes)


def _owners(drawn: Matrix, strength: Matrix, themes: Matrix) -> Owned:
    near = drawn >= NEAR * drawn.max(axis=1, keepdims=True)
    owners: Owned = near & (strength > FLOOR) & (strength >= THEME * themes[:, None])
    return owners


def _best(comparison: Comparison, clause: int, column: Sequence[int]) -> int:
    return column[int(np.argmax(strengths(comparison, clause, column)))]
