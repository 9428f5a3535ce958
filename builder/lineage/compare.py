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
from builder.lineage.words import commonness, rarity
from builder.model.outline import Provision

__all__ = ["Comparison", "Matrix", "compare"]

Matrix = NDArray[np.float64]
RARITY_POWER = 1.5  # features that many provisions share tell little, and sum up: press them
LONGER_SHARE = 0.75  # how much the better covered of two clauses counts against the other
DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All clause likenesses of a pair; rows are lower clauses, columns upper ones.

    ``shared`` is the weight of shared features, ``of_lower`` and ``of_upper`` its share in
    either clause, ``strength`` the two joined, ``cosine`` the share of both together.
    ``in_leaf`` is ``shared`` against whole upper leaves (columns in order of ``leaves``);
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
    leaves: tuple[Provision, ...]
    themes: tuple[int, ...]
    repeats: Matrix
    lower_weight: Matrix
    upper_weight: Matrix


def compare(lower: Profile, upper: Profile) -> Comparison:
    """Give the clause likenesses of a pair of documents."""
    weights = _weights(lower, upper)
    rows, columns = _vectors(lower, weights), _vectors(upper, weights)
    shared = _dense(rows @ columns.T)
    own_lower, own_upper = _squares(rows)[:, None], _squares(columns)[None, :]
    of_lower, of_upper = shared / own_lower, shared / own_upper
    more, less = np.maximum(of_lower, of_upper), np.minimum(of_lower, of_upper)
    leaves = tuple(row for row in upper.leaves if upper.by_provision[row.id])
    return Comparison(
        lower=lower,
        upper=upper,
        shared=shared,
        of_lower=of_lower,
        of_upper=of_upper,
        strength=shared * np.sqrt(LONGER_SHARE * more + (1 - LONGER_SHARE) * less),
        cosine=shared / np.sqrt(own_lower * own_upper),
        in_leaf=_whole_leaves(rows, columns, [upper.by_provision[row.id] for row in leaves]),
        leaves=leaves,
        themes=_themes(upper),
        repeats=_repeats(lower, rows, own_lower),
        lower_weight=own_lower.ravel(),
        upper_weight=own_upper.ravel(),
    )


def _weights(lower: Profile, upper: Profile) -> dict[str, float]:
    """Weight of each feature that both documents have."""
    return {
        name: commonness(name)
        * min(
            rarity(lower.counted, lower.holding[name]),
            rarity(upper.counted, upper.holding[name]),
        )
        ** RARITY_POWER
        if name in lower.holding and name in upper.holding
        else commonness(name)
        * rarity(
            (lower if name in lower.holding else upper).counted,
            (lower if name in lower.holding else upper).holding[name],
        )
        ** RARITY_POWER
        for name in sorted(lower.holding.keys() | upper.holding.keys())
    }


def _vectors(profile: Profile, weights: dict[str, float]) -> sparse.csr_matrix:
    """One row a clause: factor times the root of the weight, so that products are weights."""
    column = {name: at for at, name in enumerate(weights)}
    roots = {name: weight**0.5 for name, weight in weights.items()}
    starts, indices, values = [0], list[int](), list[float]()
    for clause in profile.clauses:
        for name, factor in sorted(clause.features.items()):
            indices.append(column[name])
            values.append(factor * roots[name])
        starts.append(len(indices))
    shape = (len(profile.clauses), len(weights))
    return sparse.csr_matrix((values, indices, starts), shape=shape)


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
    best: Matrix = (_dense(rows @ rows[titles].T) / own).max(axis=1)
    return best


def _squares(rows: sparse.csr_matrix) -> Matrix:
    squares: Matrix = np.asarray(rows.multiply(rows).sum(axis=1)).ravel() + 1e-9
    return squares


def _dense(product: sparse.csr_matrix) -> Matrix:
    dense: Matrix = np.round(product.toarray(), DIGITS)
    return dense
