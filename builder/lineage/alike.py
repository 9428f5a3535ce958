"""Which documents without a path of citations are compared: those of one theme, in one line.

In: the profiles of all records.  Out: (lower, upper) keys whose texts are alike above a
stated level; at most ``MOST`` upper ones of a level for each lower one, and of upper ones
that are nearly the same text only the nearest.  Likeness never makes more than ``aligns``;
documents of one level meet through what they both carry on instead.
"""

from collections.abc import Mapping, Sequence, Set

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from builder.lineage.clauses import Profile
from builder.lineage.guards import LEVELS
from builder.lineage.places import contains
from builder.lineage.words import commonness

__all__ = ["alike"]

LIKENESS = 0.15  # one theme: 0.17 to 0.46 among real documents; others stay below 0.14
MOST = 3
SAME_TEXT = 0.9
CANDIDATES = 200  # neighbours looked at before level and place are asked


def alike(profiles: Sequence[Profile], joined: Set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Give the pairs of documents that are compared for likeness alone, sorted."""
    order = sorted((row for row in profiles if row.leaves), key=lambda profile: profile.record.key)
    if len(order) < 2:
        return ()
    vectors = _vectors(order)
    near = sp_matmul_topn(
        vectors, vectors.T.tocsr(), top_n=min(CANDIDATES, len(order)), threshold=LIKENESS, sort=True
    )
    pairs = []
    for at, lower in enumerate(order):
        row = near.getrow(at)
        found = sorted(
            zip(row.indices.tolist(), np.round(row.data, 6).tolist(), strict=True),
            key=lambda pair: (-pair[1], pair[0]),
        )
        uppers = [column for column, _ in found if _above(lower, order[column])]
        for column in _chosen(uppers, order, vectors):
            key = (lower.record.key, order[column].record.key)
            if key not in joined:
                pairs.append(key)
    return tuple(sorted(pairs))


def _chosen(
    uppers: Sequence[int], order: Sequence[Profile], vectors: sparse.csr_matrix
) -> list[int]:
    """The nearest of each level, without those that repeat a nearer one."""
    chosen: list[int] = []
    for column in uppers:
        level = order[column].record.header.level
        same_level = [other for other in chosen if order[other].record.header.level == level]
        repeats = chosen and (vectors[chosen] @ vectors[[column]].T).max() >= SAME_TEXT
        if len(same_level) < MOST and not repeats:
            chosen.append(column)
    return chosen


def _above(lower: Profile, upper: Profile) -> bool:
    mine, other = lower.record.header, upper.record.header
    if mine.level is None or other.level is None or LEVELS[other.level] >= LEVELS[mine.level]:
        return False
    return contains(other.jurisdiction, mine.jurisdiction) is not False


def _vectors(order: Sequence[Profile]) -> sparse.csr_matrix:
    """One unit row a document: in how many provisions each telling feature stands, damped."""
    names = sorted({name for row in order for name in row.holding})
    column: Mapping[str, int] = {name: at for at, name in enumerate(names)}
    starts, indices, values = [0], list[int](), list[float]()
    for row in order:
        weights = {
            name: commonness(name) ** 2 * (1 + np.log(count)) for name, count in row.holding.items()
        }
        norm = float(np.sqrt(sum(value * value for value in weights.values()))) or 1.0
        for name in sorted(weights):
            indices.append(column[name])
            values.append(weights[name] / norm)
        starts.append(len(indices))
    return sparse.csr_matrix((values, indices, starts), shape=(len(order), len(names)))
