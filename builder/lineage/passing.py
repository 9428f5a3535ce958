"""A term in passing: links that hang on one word, used in another scope.

In: the clauses that a lower leaf shares with an upper one.  Out: whether all they share is
one term that neither the lower heading names nor fills the clauses.  住房公积金 in a task on
rented housing does not carry the task on one metropolis's shared fund business, nor does
优质医疗资源 sent to villages carry the moving of it out of big cities.
"""

from collections.abc import Sequence

from builder.lineage.clauses import Clause
from builder.lineage.compare import Comparison
from builder.lineage.words import commonness

__all__ = ["in_passing"]

BESIDE = 0.25  # share of weight beside the longest common run below which it is one term
FILLED = 0.4  # of either clause: the term is what both clauses are about


def in_passing(
    comparison: Comparison, leaf: str, clauses: Sequence[tuple[int, int, float]]
) -> bool:
    """Say whether the won clauses (lower, upper, strength) share one term in passing only."""
    lower, upper = comparison.lower.clauses, comparison.upper.clauses
    first, other, _ = clauses[0]
    run = _longest_run(lower[first].chars, upper[other].chars)
    pairs = {run[at : at + 2] for at in range(len(run) - 1)}
    shared = {
        name: commonness(name) * min(lower[low].features[name], upper[up].features[name])
        for low, up, _ in clauses
        for name in lower[low].features.keys() & upper[up].features.keys()
    }
    beside = sum(weight for name, weight in sorted(shared.items()) if name not in pairs)
    if beside >= BESIDE * sum(shared[name] for name in sorted(shared)):
        return False
    weight = float(comparison.shared[first, other])
    filled = weight / max(comparison.lower_weight[first], comparison.upper_weight[other])
    return filled < FILLED and not _names(_heading(comparison, leaf), run)


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


def _heading(comparison: Comparison, leaf: str) -> Clause | None:
    ids = comparison.lower.by_provision[leaf]
    first = comparison.lower.clauses[ids[0]]
    return first if first.heading else None


def _names(heading: Clause | None, run: str) -> bool:
    """Say whether a heading names most of the term."""
    if heading is None:
        return False
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return sum(pair in heading.features for pair in pairs) > len(pairs) / 2
