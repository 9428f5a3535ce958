"""Which upper provisions each lower one is compared with: the nearest of each of its clauses.

In: what two documents share, and what the lower chapters answer.  Out: for each lower
provision the upper ones to compare.  Every clause proposes the ``TOP`` upper provisions that
share most with it, weighed by how rare the shared words are: so one clause that moved to
another task still finds its own.  A chapter proposes to its leaves all that its heading
answers.  In most documents that is nearly everything; in long ones the sparse product is cut
to the best while it is being made, so that time and memory stay in bounds.  Clauses of the
same features are asked for once; and only where even so the work is beyond bounds, the most
telling features alone propose.
"""

import itertools
from collections.abc import Mapping, Set
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from builder.lineage.holding import Numbers
from builder.lineage.shared import Shared, chosen

__all__ = ["TOP", "Asked", "asked", "nearest", "propose"]

TOP = 16  # upper provisions a clause: what is linked in the end is among the first four
WORK = 2_000_000_000  # products of two factors; two plans of 300 clauses take 100,000
TELLING = 0.05  # beyond: features that weigh less propose nothing, most tasks have them
MOST = 16  # beyond: features of a clause that propose


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Distinct clauses as rows, upper provisions as columns, over features.

    ``place`` gives for each lower clause its row.
    """

    clauses: sparse.csr_matrix
    place: Numbers
    provisions: sparse.csr_matrix


def propose(
    shared: Shared, answering: Mapping[str, Set[str]], *, top: int = TOP, threads: int = 1
) -> list[Numbers]:
    """Give for each lower provision with clauses the places of the upper ones to compare.

    Both are counted as in ``Holding.stated``; ``answering`` are the upper provisions that the
    chapters of a lower one answer.
    """
    lower, upper = shared.lower.holding, shared.upper.holding
    place = {key: at for at, key in enumerate(upper.stated)}
    answered = [
        (at, place[other])
        for at, key in enumerate(lower.stated)
        for other in answering.get(key, ())
        if other in place
    ]
    rows = asked(shared)
    near = nearest(rows, rows.place, top=top, threads=threads)
    sizes = np.diff(near.indptr[np.append(lower.starts, len(rows.place))])
    by_clause = np.repeat(np.arange(len(sizes)), sizes), near.indices
    both = np.array(answered, dtype=np.int64).reshape(-1, 2).T
    width = max(len(upper.stated), 1)
    pairs = np.sort(np.concatenate([part[0] * width + part[1] for part in (by_clause, both)]))
    pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]]
    bounds = np.searchsorted(pairs, np.arange(len(lower.stated) + 1) * width).tolist()
    found = pairs % width
    return [found[start:stop] for start, stop in itertools.pairwise(bounds)]


def asked(shared: Shared) -> Asked:
    """Give what proposes: all features, or the most telling ones where that is too much."""
    first, place = _distinct(shared.lower_rows)
    clauses = shared.lower_rows[first]
    held = np.bincount(shared.upper_provisions.indices, minlength=clauses.shape[1])
    provisions = shared.upper_provisions
    if held[clauses.indices].sum() > WORK:
        telling = np.flatnonzero(shared.weights >= TELLING)
        ones = np.ones(len(telling))
        clauses = _most(chosen(clauses, telling, ones))
        provisions = chosen(provisions, telling, ones)
    return Asked(
        clauses=clauses.astype(np.float32),
        place=place,
        provisions=provisions.astype(np.float32).T.tocsr(),
    )


def nearest(asked: Asked, rows: Numbers, *, top: int = TOP, threads: int = 1) -> sparse.csr_matrix:
    """Give for each of some rows the ``top`` upper provisions that share most with it."""
    count = asked.provisions.shape[1]
    if not count:
        return sparse.csr_matrix((len(rows), 0), dtype=np.float32)
    wanted, place = np.unique(rows, return_inverse=True)
    found = sp_matmul_topn(
        asked.clauses[wanted], asked.provisions, top_n=min(top, count), n_threads=threads
    )
    return found[place]


def _distinct(rows: sparse.csr_matrix) -> tuple[Numbers, Numbers]:
    """The first of rows that are equal, and for each row which of these it equals.

    >>> [found.tolist() for found in _distinct(sparse.csr_matrix([[0, 1.0], [2.0, 0], [0, 1.0]]))]
    [[0, 1], [0, 1, 0]]
    """
    met: dict[tuple[bytes, bytes], int] = {}
    first: list[int] = []
    place: list[int] = []
    for at, (start, stop) in enumerate(itertools.pairwise(rows.indptr.tolist())):
        said = rows.indices[start:stop].tobytes(), rows.data[start:stop].tobytes()
        number = met.setdefault(said, len(first))
        if number == len(first):
            first.append(at)
        place.append(number)
    return np.array(first, dtype=np.int64), np.array(place, dtype=np.int64)


def _most(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """The ``MOST`` greatest values of each row."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((rows.indices, -rows.data, row))
    kept = np.sort(order[np.arange(len(order)) - rows.indptr[row] < MOST])
    indptr = np.searchsorted(row[kept], np.arange(rows.shape[0] + 1))
    return sparse.csr_matrix((rows.data[kept], rows.indices[kept], indptr), shape=rows.shape)
