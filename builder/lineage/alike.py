"""Which documents without a path of citations are compared: those of one theme, in one line.

In: the profiles of all records.  Out: (lower, upper) keys whose texts are alike above a
stated level; at most ``MOST`` upper ones of a level for each lower one, and of upper ones
that are nearly the same text only the nearest.  Likeness never makes more than ``aligns``;
documents of one level meet through what they both carry on instead.
"""

from collections.abc import Sequence, Set

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from builder.lineage.clauses import Profile
from builder.lineage.guards import LEVELS
from builder.lineage.places import contains

__all__ = ["alike"]

LIKENESS = 0.15  # one theme: 0.17 to 0.46 among real documents; others stay below 0.14
MOST = 3
SAME_TEXT = 0.9
CANDIDATES = 200  # neighbours looked at before level and place are asked


def alike(profiles: Sequence[Profile], joined: Set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Give the pairs of documents that are compared for likeness alone, sorted."""
    order = sorted((row for row in profiles if row.leaves), key=lambda profile: profile.record.key)
    ranks = [LEVELS[level] if (level := row.record.header.level) else None for row in order]
    vectors = _vectors(order) if order else None
    pairs = []
    for rank in sorted({rank for rank in ranks if rank is not None}):
        uppers = [at for at, other in enumerate(ranks) if other == rank]
        lowers = [at for at, other in enumerate(ranks) if other is not None and other > rank]
        if vectors is None or not lowers:
            continue
        columns = vectors[uppers]
        twins = [{at for at, _ in row} for row in _near(columns, columns, SAME_TEXT)]
        for at, found in zip(lowers, _near(vectors[lowers], columns, LIKENESS), strict=True):
            lower = order[at]
            near = [place for place, _ in found if _holds(order[uppers[place]], lower)]
            keys = [order[uppers[place]].record.key for place in _chosen(near, twins)]
            pairs += [(lower.record.key, key) for key in keys]
    return tuple(sorted(pair for pair in pairs if pair not in joined))


def _near(
    rows: sparse.csr_matrix, columns: sparse.csr_matrix, least: float
) -> list[list[tuple[int, float]]]:
    """For each row the columns that are at least so like it, most like first."""
    product = sp_matmul_topn(
        rows, columns.T.tocsr(), top_n=min(CANDIDATES, columns.shape[0]), threshold=least
    )
    out = []
    for at in range(product.shape[0]):
        span = slice(product.indptr[at], product.indptr[at + 1])
        found = zip(
            product.indices[span].tolist(), np.round(product.data[span], 6).tolist(), strict=True
        )
        out.append(sorted(found, key=lambda pair: (-pair[1], pair[0])))
    return out


def _chosen(near: Sequence[int], twins: Sequence[Set[int]]) -> list[int]:
    """The nearest, without those that repeat a nearer one."""
    chosen: list[int] = []
    for place in near:
        if len(chosen) < MOST and not any(place in twins[other] for other in chosen):
            chosen.append(place)
    return chosen


def _holds(upper: Profile, lower: Profile) -> bool:
    """Say whether the upper document's place can hold the lower one's."""
    places = upper.record.header.jurisdiction, lower.record.header.jurisdiction
    return contains(*places) is not False


def _vectors(order: Sequence[Profile]) -> sparse.csr_matrix:
    """One unit row a document: in how many provisions each telling feature stands, damped."""
    held = [row.holding for row in order]
    known = np.unique(np.concatenate([row.features for row in held]))
    columns = [np.searchsorted(known, row.features) for row in held]
    weights = [row.common**2 * (1 + np.log(np.maximum(row.held, 1))) for row in held]
    unit = [row / (np.sqrt((row * row).sum()) or 1.0) for row in weights]
    starts = np.cumsum([0, *map(len, columns)])
    return sparse.csr_matrix(
        (np.concatenate(unit), np.concatenate(columns), starts), shape=(len(order), len(known))
    )
