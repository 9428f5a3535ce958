"""Words shared in passing: one term, one instrument, or a title, for something else.

In: the clauses that a lower leaf shares with an upper one.  Out: whether (1) all they share is
one term that neither the lower heading names nor fills the clauses: 住房公积金 in a task on
rented housing does not carry the task on one metropolis's shared fund business; (2) they
share an instrument, and the upper clauses say in the words of their own heading what it is
for, of which the lower leaf says nothing: 开展秸秆焚烧专项巡查 is not 烟花爆竹专项巡查; (3) they
share a title and nothing below it: 加强科技支撑 by laboratories for another end.
"""

from collections.abc import Sequence

import numpy as np

from builder.lineage.clauses import Profile, chapters_of, heading
from builder.lineage.compare import Comparison, strength, together
from builder.lineage.holding import Matrix, Numbers, row
from builder.lineage.words import pairs

__all__ = ["another_scope", "in_passing", "names_title", "only_title"]

MAX_TERM_CHARS = 8  # 除贷款利息和担保费外 is more than a term
BESIDE = 0.25  # share of weight beside the longest common run below which it is one term
FILLED = 0.4  # of either clause: the term is what both clauses are about
SAID_FOR = 0.05  # share of an upper clause that repeats its heading: it says what it is for
MISSED = 0.8  # share of those words that the lower leaf and its chapters do not have
NAMES_IT = 0.5  # so strongly a clause resembles a heading that it names
SAME_BODY = 0.35  # below that the clauses under two titles have nothing in common


def in_passing(
    comparison: Comparison, leaf: str, upper: str, clauses: Sequence[tuple[int, int, float]]
) -> bool:
    """Say whether the won clauses (lower, upper, strength) share one term in passing only."""
    first, other, _ = clauses[0]
    mine, theirs = comparison.lower, comparison.upper
    term = _longest_run(mine.clauses[first].chars, theirs.clauses[other].chars)
    if len(term) > MAX_TERM_CHARS:
        return False
    run = pairs(term)
    features, weights = _met(comparison, clauses)
    beside = weights[~np.isin(features, run)].sum()
    if beside >= BESIDE * weights.sum():
        return False
    start, column = mine.by_provision[leaf].start, theirs.by_provision[upper].start
    weight = float(together(comparison, leaf, upper)[first - start, other - column])
    shared = comparison.shared
    filled = weight / max(shared.lower_weight[first], shared.upper_weight[other])
    return filled < FILLED and not _names_it(comparison, leaf, run)


def another_scope(
    comparison: Comparison, leaf: str, upper: str, clauses: Sequence[tuple[int, int, float]]
) -> bool:
    """Say whether every won upper clause is for something that the lower leaf does not name."""
    mine, theirs = comparison.lower, comparison.upper
    own = _features(mine, [*mine.by_provision[leaf], *_titles(mine, leaf)])
    said_for = _features(theirs, _titles(theirs, upper, own=True))
    for low, up, _ in clauses:
        columns, factors = row(theirs.holding.clauses, up)
        names, weights = theirs.holding.features[columns], theirs.holding.common[columns] * factors
        theme = np.isin(names, said_for) & (names > 0)
        missed = theme & ~np.isin(names, own)
        if weights[theme].sum() < SAID_FOR * weights.sum():
            return False
        if weights[missed].sum() < MISSED * weights[theme].sum():
            return False
        run = pairs(_longest_run(mine.clauses[low].chars, theirs.clauses[up].chars))
        if _names_it(comparison, leaf, run):
            return False
    return True


def only_title(
    comparison: Comparison, leaf: str, upper: str, clauses: Sequence[tuple[int, int, float]]
) -> bool:
    """Say whether two leaves share their titles, and nothing of what stands below them."""
    mine, theirs = comparison.lower, comparison.upper
    if not all(mine.clauses[low].heading and theirs.clauses[up].heading for low, up, _ in clauses):
        return False
    ids, columns = mine.by_provision[leaf], theirs.by_provision[upper]
    below = together(comparison, leaf, upper)[1:, 1:].astype(np.float64)
    if not below.size:
        return False
    alike = strength(
        below,
        comparison.shared.lower_weight[ids.start + 1 : ids.stop, None],
        comparison.shared.upper_weight[columns.start + 1 : columns.stop],
    )
    return float(alike.max()) < SAME_BODY


def names_title(comparison: Comparison, leaf: str, upper: str, clause: int) -> bool:
    """Say whether a lower clause names what an upper leaf's heading is about.

    省科协所属学会、协会、研究会 below another title answers 学会、协会、研究会要发挥自律自净功能.
    """
    mine, theirs = comparison.lower, comparison.upper
    title = heading(theirs, upper)
    if title is None:
        return False
    found = together(comparison, leaf, upper)[clause - mine.by_provision[leaf].start, :1]
    alike = strength(
        found.astype(np.float64),
        comparison.shared.lower_weight[clause : clause + 1],
        comparison.shared.upper_weight[title : title + 1],
    )
    return float(alike[0]) >= NAMES_IT


def _titles(profile: Profile, provision: str, *, own: bool = False) -> list[int]:
    """The headings of the provisions above one, and its own if wanted."""
    keys = [*([provision] if own else []), *chapters_of(profile, provision)]
    return [at for key in keys if (at := heading(profile, key)) is not None]


def _features(profile: Profile, clauses: Sequence[int]) -> Numbers:
    """All features of some clauses."""
    held = profile.holding
    found = [row(held.clauses, at)[0] for at in clauses]
    return held.features[np.unique(np.concatenate(found))] if found else held.features[:0]


def _met(
    comparison: Comparison, clauses: Sequence[tuple[int, int, float]]
) -> tuple[Numbers, Matrix]:
    """The features that the clauses share, and what each weighs where it counts least."""
    mine, theirs = comparison.lower.holding, comparison.upper.holding
    found: dict[int, float] = {}
    for low, up, _ in clauses:
        columns, factors = row(mine.clauses, low)
        others, other_factors = row(theirs.clauses, up)
        names, in_mine, in_other = np.intersect1d(
            mine.features[columns], theirs.features[others], assume_unique=True, return_indices=True
        )
        least = np.minimum(factors[in_mine], other_factors[in_other])
        weights = mine.common[columns[in_mine]] * least
        found |= dict(zip(names.tolist(), weights.tolist(), strict=True))
    return np.array(list(found), dtype=np.int64), np.array(list(found.values()))


def _longest_run(mine: str, other: str) -> str:
    """Give the longest stretch that two clauses share.

    >>> _longest_run("优化住房公积金支持政策", "推动住房公积金异地业务协同")
    '住房公积金'
    """
    best = ""
    for start in range(len(mine)):
        while mine[start : start + len(best) + 1] in other:
            if start + len(best) + 1 > len(mine):
                break
            best = mine[start : start + len(best) + 1]
    return best


def _names_it(comparison: Comparison, leaf: str, run: Numbers) -> bool:
    """Say whether the heading of a leaf names most of the term."""
    title = heading(comparison.lower, leaf)
    if title is None:
        return False
    held = comparison.lower.holding
    columns, _ = row(held.clauses, title)
    return int(np.isin(run, held.features[columns]).sum()) > len(run) / 2
