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

__all__ = ["Comparison", "Matrix", "compare", "strengths"]

Matrix = NDArray[np.float64]
LONGER_SHARE = 0.75  # how much the better covered of two clauses counts against the other
FOUND = 0.5  # a clause stands in the other document if that share of it stands in one clause
STRONG = 1.5  # or if it resembles one that strongly
BLOCK = 512  # lower clauses at a time, so that only one matrix of the whole pair is kept
DIGITS = 6
TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All clause likenesses of a pair; rows are lower clauses, columns upper ones.

    ``shared`` is the weight of the features that two clauses share, ``lower_weight`` and
    ``upper_weight`` what each weighs alone.  Columns of ``in_leaf`` (shared with the leaf as
    a whole), ``best_shared`` and ``best`` (with its best clause: shared, strength) are upper
    leaves in order of ``leaves``.  ``theme`` is the strength of the best upper clause that
    states a theme, ``repeats`` how much of a lower clause stands in a chapter heading of its
    own document; ``lower_found`` and ``upper_found`` say whether a clause stands somewhere
    in the other document, nearly word for word.
    """

    lower: Profile
    upper: Profile
    shared: NDArray[np.float32]
    lower_weight: Matrix
    upper_weight: Matrix
    leaves: tuple[Provision, ...]
    in_leaf: Matrix
    best_shared: Matrix
    best: Matrix
    theme: Matrix
    repeats: Matrix
    lower_found: NDArray[np.bool_]
    upper_found: NDArray[np.bool_]


def compare(lower: Profile, upper: Profile) -> Comparison:
    """Give the clause likenesses of a pair of documents."""
    rows, columns, whole, own_lower, own_upper = _vectors(lower, upper)
    product = (rows @ columns.T).tocsr()
    leaves = tuple(row for row in upper.leaves if upper.by_provision[row.id])
    of_leaf = [upper.by_provision[row.id] for row in leaves]
    themes = _themes(upper)
    shape = (len(own_lower), len(own_upper))
    shared = np.zeros(shape, dtype=np.float32)
    best_shared, best = np.zeros((shape[0], len(leaves))), np.zeros((shape[0], len(leaves)))
    theme = np.zeros(shape[0])
    lower_found, upper_found = np.zeros(shape[0], dtype=bool), np.zeros(shape[1], dtype=bool)
    for start in range(0, shape[0] if shape[1] else 0, BLOCK):
        part = slice(start, start + BLOCK)
        block = np.round(product[part].toarray(), DIGITS)
        strength = _strength(block, own_lower[part, None], own_upper[None, :])
        shared[part] = block
        best_shared[part], best[part] = _best(block, of_leaf), _best(strength, of_leaf)
        if themes:
            theme[part] = strength[:, list(themes)].max(axis=1)
        near = strength >= STRONG
        lower_found[part] = (near | (block >= FOUND * own_lower[part, None])).any(axis=1)
        upper_found |= (near | (block >= FOUND * own_upper[None, :])).any(axis=0)
    return Comparison(
        lower=lower,
        upper=upper,
        shared=shared,
        lower_weight=own_lower,
        upper_weight=own_upper,
        leaves=leaves,
        in_leaf=np.round((rows @ whole.T).toarray(), DIGITS),
        best_shared=best_shared,
        best=best,
        theme=theme,
        repeats=_repeats(lower, rows, own_lower),
        lower_found=lower_found,
        upper_found=upper_found,
    )


def strengths(comparison: Comparison, clause: int, columns: Sequence[int]) -> Matrix:
    """Give how strongly one lower clause resembles each of some upper ones."""
    place = list(columns)
    shared = comparison.shared[clause, place].astype(np.float64)
    return _strength(shared, comparison.lower_weight[clause], comparison.upper_weight[place])


def _strength(shared: Matrix, lower: Matrix | float, upper: Matrix) -> Matrix:
    """Shared weight, pressed where it is little of both clauses."""
    of_lower, of_upper = shared / lower, shared / upper
    more, less = np.maximum(of_lower, of_upper), np.minimum(of_lower, of_upper)
    strength: Matrix = shared * np.sqrt(LONGER_SHARE * more + (1 - LONGER_SHARE) * less)
    return strength


def _vectors(
    lower: Profile, upper: Profile
) -> tuple[sparse.csr_matrix, sparse.csr_matrix, sparse.csr_matrix, Matrix, Matrix]:
    """Rows of both sides and of the upper leaves over the features that both documents have.

    Then what every lower and upper clause weighs.

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
    whole = (other.leaf_factors[:, in_other] @ roots).tocsr()
    rows, columns = (left @ roots).tocsr(), (right @ roots).tocsr()
    return rows, columns, whole, np.maximum(own_left, TINY), np.maximum(own_right, TINY)


def _best(values: Matrix, leaves: Sequence[Sequence[int]]) -> Matrix:
    """The best of each leaf's columns; a leaf's clauses stand beside one another."""
    if not leaves:
        return np.zeros((values.shape[0], 0))
    best = [values[:, ids[0] : ids[-1] + 1].max(axis=1) for ids in leaves]
    return np.stack(best, axis=1)


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
