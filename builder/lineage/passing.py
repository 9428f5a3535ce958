"""A term in passing: links that hang on one word, used in another scope.

In: the clauses that a lower leaf shares with an upper one.  Out: whether all they share is
one term that neither the lower heading names nor fills the clauses.  住房公积金 in a task on
rented housing does not carry the task on one metropolis's shared fund business, nor does
优质医疗资源 sent to villages carry the moving of it out of big cities.
"""

from collections.abc import Sequence

import numpy as np

from builder.lineage.clauses import heading
from builder.lineage.compare import Comparison, together
from builder.lineage.holding import Matrix, Numbers, row
from builder.lineage.words import pairs

__all__ = ["in_passing"]

BESIDE = 0.25  # share of weight beside the longest common run below which it is one term
FILLED = 0.4  # of either clause: the term is what both clauses are about


def in_passing(
    comparison: Comparison, leaf: str, upper: str, clauses: Sequence[tuple[int, int, float]]
) -> bool:
    """Say whether the won clauses (lower, upper, strength) share one term in passing only."""
    first, other, _ = clauses[0]
    mine, theirs = comparison.lower, comparison.upper
    run = pairs(_longest_run(mine.clauses[first].chars, theirs.clauses[other].chars))
    features, weights = _met(comparison, clauses)
    beside = weights[~np.isin(features, run)].sum()
    if beside >= BESIDE * weights.sum():
        return False
    start, column = mine.by_provision[leaf].start, theirs.by_provision[upper].start
    weight = float(together(comparison, leaf, upper)[first - start, other - column])
    shared = comparison.shared
    filled = weight / max(shared.lower_weight[first], shared.upper_weight[other])
    return filled < FILLED and not _names_it(comparison, leaf, run)


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
