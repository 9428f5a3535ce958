"""Which upper provisions each lower one is compared with: the nearest of each of its clauses.

In: what two documents share, and what the lower chapters answer.  Out: for each lower
provision the upper ones to compare.  Every clause proposes the ``TOP`` upper provisions that
share most with it, weighed by how rare the shared words are: so one clause that moved to
another task still finds its own.  A chapter proposes to its leaves all that its heading
answers.  In most documents that is nearly everything; in long ones the sparse product is cut
to the best while it is being made, so that time and memory stay in bounds.
"""

from collections.abc import Mapping, Set

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from builder.lineage.holding import Numbers
from builder.lineage.shared import Shared, chosen

__all__ = ["TOP", "nearest", "propose", "rows"]

TOP = 16  # upper provisions a clause: what is linked in the end is among the first four
TELLING = 0.05  # features that weigh less propose nothing: most tasks of a plan have them
MOST = 16  # features of a clause that propose: its most telling ones
PROVISIONS = 5_000  # lower ones at a time


def propose(
    shared: Shared, answering: Mapping[str, Set[str]], *, top: int = TOP, threads: int = 1
) -> list[Numbers]:
    """Give for each lower provision with clauses the places of the upper ones to compare.

    Both are counted as in ``Holding.stated``; ``answering`` are the upper provisions that the
    chapters of a lower one answer.
    """
    lower, upper = shared.lower, shared.upper.holding
    place = {key: at for at, key in enumerate(upper.stated)}
    clauses, provisions = rows(shared)
    proposed: list[Numbers] = []
    for first in range(0, len(lower.holding.stated), PROVISIONS):
        keys = lower.holding.stated[first : first + PROVISIONS]
        start, stop = lower.by_provision[keys[0]].start, lower.by_provision[keys[-1]].stop
        near = nearest(clauses[start:stop], provisions, top=top, threads=threads)
        for key in keys:
            ids = lower.by_provision[key]
            found = near.indices[near.indptr[ids.start - start] : near.indptr[ids.stop - start]]
            answered = [place[other] for other in answering.get(key, ()) if other in place]
            proposed.append(np.unique(np.concatenate([found, answered]).astype(np.int64)))
    return proposed


def rows(shared: Shared) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Give lower clauses as rows and upper provisions as columns, over what is telling."""
    telling = np.flatnonzero(shared.weights >= TELLING)
    ones = np.ones(len(telling))
    clauses = _most(chosen(shared.lower_rows, telling, ones)).astype(np.float32)
    provisions = chosen(shared.upper_provisions, telling, ones).astype(np.float32)
    return clauses, provisions.T.tocsr()


def nearest(
    clauses: sparse.csr_matrix, provisions: sparse.csr_matrix, *, top: int = TOP, threads: int = 1
) -> sparse.csr_matrix:
    """Give for each lower clause the ``top`` upper provisions that share most with it."""
    if not provisions.shape[1]:
        return sparse.csr_matrix((clauses.shape[0], 0), dtype=np.float32)
    return sp_matmul_topn(
        clauses, provisions, top_n=min(top, provisions.shape[1]), n_threads=threads
    )


def _most(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """The ``MOST`` greatest values of each row."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((rows.indices, -rows.data, row))
    kept = np.sort(order[np.arange(len(order)) - rows.indptr[row] < MOST])
    indptr = np.searchsorted(row[kept], np.arange(rows.shape[0] + 1))
    return sparse.csr_matrix((rows.data[kept], rows.indices[kept], indptr), shape=rows.shape)
