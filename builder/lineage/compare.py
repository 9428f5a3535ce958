"""How alike the clauses of two documents are: one matrix for the pair, built once.

In: the profiles of a lower and an upper record.  Out: what each lower clause shares with
each upper one, weighted by how rare the shared features are in policy at large and in
either document.  Judging a pair depends on the two records and the shipped counts alone,
never on what else a corpus holds: so pairs can be cached, and a document more changes
no other link.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from builder.lineage.clauses import COMPARED, Profile
from builder.model.outline import Provision

__all__ = ["Comparison", "Matrix", "compare"]

Matrix = NDArray[np.float64]
LONGER_SHARE = 0.75  # how much the better covered of two clauses counts against the other
DIGITS = 9
TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All clause likenesses of a pair; rows are lower clauses, columns upper ones.

    ``shared`` is the weight of shared features, ``of_lower`` and ``of_upper`` its share in
    either clause, ``strength`` the two joined, ``cosine`` the share of both together.
    Columns of ``in_leaf`` (shared with the leaf as a whole), ``best_shared`` and ``best``
    (with its best clause: shared, strength) are upper leaves in order of ``leaves``;
    ``themes`` are upper clauses that state a theme, and ``repeats`` says how much of a lower
    clause stands in a chapter heading of its own document.  ``lower_weight`` and
    ``upper_weight`` are what each clause weighs alone.
    """

    lower: Profile
    upper: Profile
    shared: Matrix
    of_lower: Matrix
    of_upper: Matrix
    strength: Matrix
    cosine: Matrix
    in_leaf: Matrix
    best_shared: Matrix
    best: Matrix
    leaves: tuple[Provision, ...]
    themes: tuple[int, ...]
    repeats: Matrix
    lower_weight: Matrix
    upper_weight: Matrix


def compare(lower: Profile, upper: Profile) -> Comparison:
    """Give the clause likenesses of a pair of documents."""
    rows, columns, own_lower, own_upper = _vectors(lower, upper)
    shared = _dense(rows @ columns.T)
    of_lower, of_upper = shared / own_lower[:, None], shared / own_upper[None, :]
    more, less = np.maximum(of_lower, of_upper), np.minimum(of_lower, of_upper)
    strength = shared * np.sqrt(LONGER_SHARE * more + (1 - LONGER_SHARE) * less)
    leaves = tuple(row for row in upper.leaves if upper.by_provision[row.id])
    of_leaf = [upper.by_provision[row.id] for row in leaves]
    return Comparison(
        lower=lower,
        upper=upper,
        shared=shared,
        of_lower=of_lower,
        of_upper=of_upper,
        strength=strength,
        cosine=shared / np.sqrt(own_lower[:, None] * own_upper[None, :]),
        in_leaf=_whole_leaves(rows, columns, of_leaf),
        best_shared=_best(shared, of_leaf),
        best=_best(strength, of_leaf),
        leaves=leaves,
        themes=_themes(upper),
        repeats=_repeats(lower, rows, own_lower),
        lower_weight=own_lower,
        upper_weight=own_upper,
    )


def _vectors(
    lower: Profile, upper: Profile
) -> tuple[sparse.csr_matrix, sparse.csr_matrix, Matrix, Matrix]:
    """Rows of both sides over the features that both have, and what every clause weighs.

    A shared feature weighs as much as in the document that has it more often; rows hold the
    root of the weight times the factor, so that products are weights.
    """
    mine, other = lower.weights, upper.weights
    names = [name for name in mine.column if name in other.column]
    in_mine = [mine.column[name] for name in names]
    in_other = [other.column[name] for name in names]
    weights = np.minimum(mine.rare[in_mine], other.rare[in_other])
    roots = sparse.diags(np.sqrt(weights))
    left, right = mine.factors[:, in_mine], other.factors[:, in_other]
    own_left = mine.squares + _squares(left, weights - mine.rare[in_mine])
    own_right = other.squares + _squares(right, weights - other.rare[in_other])
    rows, columns = (left @ roots).tocsr(), (right @ roots).tocsr()
    return rows, columns, np.maximum(own_left, TINY), np.maximum(own_right, TINY)


def _best(values: Matrix, leaves: Sequence[Sequence[int]]) -> Matrix:
    """The best of each leaf's columns; a leaf's clauses stand beside one another."""
    if not leaves:
        return np.zeros((values.shape[0], 0))
    best = [values[:, ids[0] : ids[-1] + 1].max(axis=1) for ids in leaves]
    return np.stack(best, axis=1)


def _whole_leaves(
    rows: sparse.csr_matrix, columns: sparse.csr_matrix, leaves: Sequence[Sequence[int]]
) -> Matrix:
    if not leaves:
        return np.zeros((rows.shape[0], 0))
    whole = sparse.vstack([columns[list(ids)].max(axis=0) for ids in leaves]).tocsr()
    return _dense(rows @ whole.T)


def _themes(upper: Profile) -> tuple[int, ...]:
    """Clauses that state the theme of a chapter or an aim, which carry no task."""
    return tuple(
        at
        for provision in upper.record.provisions
        if provision.role not in COMPARED
        for at in upper.by_provision[provision.id]
    )


def _repeats(lower: Profile, rows: sparse.csr_matrix, own: Matrix) -> Matrix:
    parents = {row.parent for row in lower.record.provisions}
    titles = [
        at
        for at, clause in enumerate(lower.clauses)
        if clause.heading and clause.provision in parents
    ]
    if not titles:
        return np.zeros(len(lower.clauses))
    best: Matrix = (_dense(rows @ rows[titles].T) / own[:, None]).max(axis=1)
    return best


def _squares(factors: sparse.csc_matrix, weights: Matrix) -> Matrix:
    squares: Matrix = np.asarray(factors.multiply(factors) @ weights).ravel()
    return squares


def _dense(product: sparse.csr_matrix) -> Matrix:
    dense: Matrix = np.round(product.toarray(), DIGITS)
    return dense
