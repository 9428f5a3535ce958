"""What two documents have in common: their rows over the features that both hold.

In: two profiles.  Out: weighted rows, so that a product of two rows is the weight of what
they share.  A shared feature weighs as much as in the document that has it more often.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from builder.lineage.clauses import Profile
from builder.lineage.holding import Matrix, Numbers

__all__ = ["Shared", "chosen", "shared", "squares"]

TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Rows of lower and upper clauses and of upper provisions over shared features.

    ``in_lower`` and ``in_upper`` are the places of the shared features in either document;
    ``lower_weight`` and ``upper_weight`` what each clause weighs with all that it holds.
    """

    lower: Profile
    upper: Profile
    in_lower: Numbers
    in_upper: Numbers
    weights: Matrix
    lower_rows: sparse.csr_matrix
    upper_rows: sparse.csr_matrix
    upper_provisions: sparse.csr_matrix
    lower_weight: Matrix
    upper_weight: Matrix


def shared(lower: Profile, upper: Profile) -> Shared:
    """Give what two documents have in common."""
    mine, other = lower.holding, upper.holding
    _, in_lower, in_upper = np.intersect1d(
        mine.features, other.features, assume_unique=True, return_indices=True
    )
    weights = np.minimum(mine.weight[in_lower], other.weight[in_upper])
    roots = np.sqrt(weights)
    own_lower, own_upper = mine.weight.copy(), other.weight.copy()
    own_lower[in_lower] = own_upper[in_upper] = weights
    return Shared(
        lower=lower,
        upper=upper,
        in_lower=in_lower,
        in_upper=in_upper,
        weights=weights,
        lower_rows=chosen(mine.clauses, in_lower, roots),
        upper_rows=chosen(other.clauses, in_upper, roots),
        upper_provisions=chosen(other.provisions, in_upper, roots),
        lower_weight=np.maximum(squares(mine.clauses, own_lower), TINY),
        upper_weight=np.maximum(squares(other.clauses, own_upper), TINY),
    )


def chosen(rows: sparse.csr_matrix, columns: Numbers, factors: Matrix) -> sparse.csr_matrix:
    """Give some columns of a matrix, each times its factor.

    >>> rows = sparse.csr_matrix([[1.0, 2.0, 3.0]])
    >>> chosen(rows, np.array([2, 0]), np.array([10.0, 1.0])).toarray().tolist()
    [[30.0, 1.0]]
    """
    place = np.full(rows.shape[1], -1, dtype=np.int32)
    place[columns] = np.arange(len(columns), dtype=np.int32)
    at = place[rows.indices]
    kept = at >= 0
    before = np.concatenate([[0], np.cumsum(kept)])
    at = at[kept]
    return sparse.csr_matrix(
        (rows.data[kept] * factors[at], at, before[rows.indptr]),
        shape=(rows.shape[0], len(columns)),
    )


def squares(rows: sparse.csr_matrix, weights: Matrix) -> Matrix:
    """Give for each row the sum of its squared factors, each times the weight of its column."""
    number = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    values = rows.data * rows.data * weights[rows.indices]
    return np.bincount(number, weights=values, minlength=rows.shape[0]).astype(np.float64)
