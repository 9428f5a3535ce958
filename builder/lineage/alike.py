"""Which documents without a path of citations are compared: those of one theme, in one line.

In: the gist of every record.  Out: (lower, upper) keys whose texts are alike above a
stated level; at most ``MOST`` upper ones of a level for each lower one, and of upper ones
that are nearly the same text only the nearest.  Likeness never makes more than ``aligns``;
documents of one level meet through what they both carry on instead.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from builder.lineage.clauses import Profile
from builder.lineage.guards import LEVELS
from builder.lineage.holding import Matrix, Numbers
from builder.lineage.places import contains
from builder.model.outline import Header

__all__ = ["Gist", "alike", "gist"]

LIKENESS = 0.15  # one theme: 0.17 to 0.46 among real documents; others stay below 0.14
MOST = 3
SAME_TEXT = 0.9
CANDIDATES = 200  # neighbours looked at before level and place are asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What of a profile counts before pairs are judged: small, so that workers may make it.

    ``weights`` is a row of length 1 over ``features`` (none where the document has no tasks);
    ``cut`` names provisions of which only the first clauses are compared.
    """

    key: str
    header: Header
    cut: tuple[str, ...]
    features: Numbers
    weights: Matrix


def gist(profile: Profile) -> Gist:
    """Give the gist of a document: in how many provisions each telling feature stands, damped."""
    held = profile.holding
    weights = held.common**2 * (1 + np.log(np.maximum(held.held, 1)))
    tasks = len(weights) if profile.leaves else 0
    return Gist(
        key=profile.record.key,
        header=profile.record.header,
        cut=profile.cut,
        features=held.features[:tasks],
        weights=(weights / (np.sqrt((weights * weights).sum()) or 1.0))[:tasks],
    )


def alike(gists: Sequence[Gist], joined: Set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Give the pairs of documents that are compared for likeness alone, sorted."""
    order = sorted((row for row in gists if len(row.features)), key=lambda row: row.key)
    ranks = [LEVELS[level] if (level := row.header.level) else None for row in order]
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
            keys = [order[uppers[place]].key for place in _chosen(near, twins)]
            pairs += [(lower.key, key) for key in keys]
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


def _holds(upper: Gist, lower: Gist) -> bool:
    """Say whether the upper document's place can hold the lower one's."""
    places = upper.header.jurisdiction, lower.header.jurisdiction
    return contains(*places) is not False


def _vectors(order: Sequence[Gist]) -> sparse.csr_matrix:
    """One row a document over the features of all."""
    known = np.unique(np.concatenate([row.features for row in order]))
    columns = [np.searchsorted(known, row.features) for row in order]
    starts = np.cumsum([0, *map(len, columns)])
    weights = np.concatenate([row.weights for row in order])
    return sparse.csr_matrix(
        (weights, np.concatenate(columns), starts), shape=(len(order), len(known))
    )
