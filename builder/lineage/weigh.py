"""Which upper leaf each clause of a lower leaf speaks of, and what speaks for a link.

In: a comparison and what the chapters answer.  Out: for each lower leaf one row a upper
leaf: the clauses it wins and the parts of its score.  Every clause goes to the upper leaf
that it resembles most, so one leaf can split over several and several can merge into one;
a clause that rather repeats the theme of an upper chapter or aim goes to none.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from builder.lineage.chapters import Answer, pointing
from builder.lineage.clauses import Profile, chapters_of
from builder.lineage.compare import Block, Comparison, strength
from builder.lineage.holding import Matrix, Numbers
from builder.model.outline import Provision

__all__ = ["Weighed", "weigh"]

Owned = NDArray[np.bool_]

REST_OF_LEAF = 0.3  # words of the clause that stand elsewhere in the upper leaf
HEADING = 0.5  # how much alike headings lend to each clause
CHAPTER = 0.5  # how much answered chapters lend
OTHER_ROLE = 0.2  # what a task loses against a supporting measure
LEADER = 0.6  # how much the leaf that has most of the other clauses draws a doubtful one
NEAR = 0.9  # a clause counts for two leaves only if they are that close
OWN_WORDS = 1.2  # a clause that its own words join to a leaf that strongly counts there too
FLOOR = 0.35  # weaker resemblance is chance
MORE = 0.4  # what a further clause adds to the strongest
REPEATS = 0.8  # so much of a clause stands in a chapter heading of its own document: theme
THEME = 1.2  # a clause is for a task only if it is that much closer to it than to a theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What speaks for one lower leaf carrying on one upper leaf.

    ``clauses`` are (lower clause, upper clause, strength) that the upper leaf won,
    strongest first; the figures add up to the evidence, ``meaning`` by a model of the user's own
    (:mod:`builder.lineage.meaning`).  ``place`` is 1 where
    the leaf's chapters point to the upper leaf, -1 where they point elsewhere; ``size`` counts
    the lower leaf's clauses.
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
    size: int
    meaning: float = 0.0

    @property
    def evidence(self) -> float:
        """The sum of the parts."""
        return self.words + self.heading + self.chapter + self.role + self.meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class _Uppers:
    """Of each upper provision with clauses: is it a leaf, of which role, has it a heading?"""

    leaf: Owned
    organisation: Owned
    role: NDArray[np.str_]
    heading: Owned


def weigh(comparison: Comparison, answered: Mapping[str, Answer]) -> dict[str, tuple[Weighed, ...]]:
    """Give for each lower leaf the upper leaves that win clauses of it, best first."""
    uppers = _uppers(comparison.upper)
    pointed = pointing(comparison.shared, answered)
    return {
        leaf.id: _leaf(
            comparison,
            leaf,
            uppers,
            pointed.get(leaf.id, frozenset()),
            elsewhere=_elsewhere(comparison, leaf, answered),
        )
        for leaf in comparison.lower.leaves
        if comparison.lower.by_provision[leaf.id]
    }


def _uppers(upper: Profile) -> _Uppers:
    stated = [upper.provisions[key] for key in upper.holding.stated]
    leaves = {row.id for row in upper.leaves}
    return _Uppers(
        leaf=np.array([row.id in leaves for row in stated], dtype=bool),
        organisation=np.array([row.role == "organisation" for row in stated], dtype=bool),
        role=np.array([row.role for row in stated], dtype=np.str_),
        heading=np.array([upper.clauses[at].heading for at in upper.holding.starts], dtype=bool),
    )


def _elsewhere(comparison: Comparison, leaf: Provision, answered: Mapping[str, Answer]) -> bool:
    """Say whether a chapter of a leaf answers an upper chapter or task at all.

    A clause that a chapter answers points to its leaf, but away from none; nor do votes.
    """
    above = (leaf.id, *chapters_of(comparison.lower, leaf.id))
    found = [answered[key] for key in above if key in answered]
    return any(row.kind != "clause" and row.likeness > 0 for row in found)


def _leaf(
    comparison: Comparison,
    leaf: Provision,
    uppers: _Uppers,
    pointed: Set[str],
    *,
    elsewhere: bool,
) -> tuple[Weighed, ...]:
    ids = comparison.lower.by_provision[leaf.id]
    block = comparison.blocks[leaf.id]
    alike = uppers.organisation[block.uppers] == (leaf.role == "organisation")
    near = np.flatnonzero(uppers.leaf[block.uppers] & alike)
    if not len(near):
        return ()
    places = block.uppers[near]
    stated = comparison.upper.holding.stated
    names = [stated[at] for at in places.tolist()]
    rows = slice(ids.start - block.start, ids.stop - block.start)
    best = block.best[rows, near]
    rest = np.maximum(block.whole[rows, near] - block.best_weight[rows, near], 0)
    plain = best + REST_OF_LEAF * rest
    headings = _headings(comparison, block, ids, near, uppers.heading[places])
    inside = np.array([1 if name in pointed else -int(elsewhere) for name in names])
    roles = (uppers.role[places] != leaf.role).astype(np.float64)
    factor = 1 + HEADING * headings + CHAPTER * (inside > 0) - OTHER_ROLE * roles
    themes = _themes(comparison, ids) if leaf.role != "organisation" else np.zeros(len(ids))
    body = np.array([not comparison.lower.clauses[at].heading for at in ids], dtype=bool)
    won = _won(plain, factor, themes, body)
    found = []
    for k in np.flatnonzero(won.any(axis=0)).tolist():
        mine = np.flatnonzero(won[:, k]).tolist()
        order = sorted(mine, key=lambda n: (-plain[n, k], n))
        words = float(plain[order[0], k] + MORE * sum(plain[n, k] for n in order[1:]))
        found.append(
            Weighed(
                lower=leaf,
                upper=comparison.upper.provisions[names[k]],
                clauses=_clauses(comparison, block, ids, names[k], order, plain[:, k]),
                words=words,
                heading=HEADING * float(headings[k]) * words,
                chapter=CHAPTER * float(inside[k] > 0) * words,
                role=-OTHER_ROLE * float(roles[k]) * words,
                headings_alike=float(headings[k]),
                place=int(inside[k]),
                size=len(ids),
            )
        )
    return tuple(sorted(found, key=lambda row: (-round(row.evidence, 6), row.upper.id)))


def _headings(
    comparison: Comparison, block: Block, ids: range, near: Numbers, upper_heading: Owned
) -> Matrix:
    """How alike the headings are, where they share a telling word at all."""
    if not comparison.lower.clauses[ids[0]].heading:
        return np.zeros(len(near))
    firsts = comparison.upper.holding.starts[block.uppers[near]]
    weight = block.weight[ids.start - block.start, block.columns[near]].astype(np.float64)
    whole = comparison.shared.lower_weight[ids[0]] * comparison.shared.upper_weight[firsts]
    alike: Matrix = np.where(upper_heading, weight / np.sqrt(whole) * np.minimum(1, weight), 0)
    return alike


def _themes(comparison: Comparison, ids: range) -> Matrix:
    """How strongly each lower clause states a theme: an upper one, or (∞) one of its own."""
    rows = slice(ids.start, ids.stop)
    return np.where(comparison.repeats[rows] >= REPEATS, np.inf, comparison.theme[rows])


def _won(plain: Matrix, factor: Matrix, themes: Matrix, body: Owned) -> Owned:
    """Which leaf wins which clause, once plain and once drawn to the leading leaf.

    A clause of the ``body`` that headings and chapters draw away from the leaf that it
    resembles most by its own words still counts there as well, if that is much.
    """
    strength = plain * factor
    won = _owners(strength, strength, themes)
    totals = np.where(won, strength, 0.0).sum(axis=0)
    if totals.max() <= 0:
        return won
    won = _owners(strength * (1 + LEADER * totals / totals.max()), strength, themes)
    nearest = (plain >= plain.max(axis=1, keepdims=True)) & (plain >= OWN_WORDS)
    own: Owned = won | (nearest & won.any(axis=1, keepdims=True) & body[:, None])
    return own


def _owners(drawn: Matrix, strength: Matrix, themes: Matrix) -> Owned:
    near = drawn >= NEAR * drawn.max(axis=1, keepdims=True)
    owners: Owned = near & (strength > FLOOR) & (strength >= THEME * themes[:, None])
    return owners


def _clauses(
    comparison: Comparison,
    block: Block,
    ids: range,
    upper: str,
    order: Sequence[int],
    plain: Matrix,
) -> tuple[tuple[int, int, float], ...]:
    """The won clauses, each with the upper clause that it resembles most."""
    columns = comparison.upper.by_provision[upper]
    start = int(block.columns[block.place[upper]])
    rows = [ids.start - block.start + n for n in order]
    weight = block.weight[rows, start : start + len(columns)].astype(np.float64)
    own = comparison.shared.lower_weight[[ids[n] for n in order], None]
    alike = strength(weight, own, comparison.shared.upper_weight[columns.start : columns.stop])
    best = alike.argmax(axis=1).tolist()
    return tuple((ids[n], columns[at], float(plain[n])) for n, at in zip(order, best, strict=True))
