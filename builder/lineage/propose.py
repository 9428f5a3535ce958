"""Which tasks of many might carry which: nearest neighbours over character triples.

In: the words of many tasks.  Out: for each the numbers of those most like it.  Within two
documents every task is compared with every other; over a whole corpus (which national task
is nearest to each of 100,000 local ones?) that would be too much, so the sparse product is
cut to the best ``top`` a row while it is being made.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from builder.lineage.words import RUN, commonness, features

__all__ = ["nearest", "vectors"]

MIN_WEIGHT = 0.4  # triples more common than that in policy propose nothing


def vectors(
    tasks: Sequence[str], *, columns: dict[str, int] | None = None
) -> tuple[sparse.csr_matrix, dict[str, int]]:
    """Give a unit row of telling features a task, and the column of each feature.

    With ``columns`` given, features that they lack are left out, so that two sets of tasks
    have the same columns.
    """
    bags = [_bag(chars) for chars in tasks]
    if columns is None:
        columns = {name: at for at, name in enumerate(sorted({x for bag in bags for x in bag}))}
    starts, indices, values = [0], list[int](), list[float]()
    for bag in bags:
        known = [(columns[name], weight) for name, weight in bag.items() if name in columns]
        norm = sum(weight * weight for _, weight in known) ** 0.5 or 1.0
        indices += [column for column, _ in known]
        values += [weight / norm for _, weight in known]
        starts.append(len(indices))
    shape = (len(tasks), len(columns))
    matrix = sparse.csr_matrix(
        (np.array(values, dtype=np.float32), np.array(indices, dtype=np.int32), starts),
        shape=shape,
    )
    return matrix, columns


def nearest(
    lower: sparse.csr_matrix, upper: sparse.csr_matrix, *, top: int = 10, threads: int = 1
) -> Iterable[list[tuple[int, float]]]:
    """Give for each lower row its ``top`` upper rows with their cosine, best first.

    >>> rows, columns = vectors(["城市洪涝治理", "随迁子女入学"])
    >>> asked, _ = vectors(["加强洪涝治理"], columns=columns)
    >>> [[at for at, _ in row] for row in nearest(asked, rows)]
    [[0]]
    """
    product = sp_matmul_topn(lower, upper.T.tocsr(), top_n=top, sort=True, n_threads=threads)
    for at in range(product.shape[0]):
        span = slice(product.indptr[at], product.indptr[at + 1])
        found = zip(product.indices[span].tolist(), product.data[span].tolist(), strict=True)
        yield sorted(
            ((column, round(value, 6)) for column, value in found),
            key=lambda pair: (-pair[1], pair[0]),
        )


def _bag(chars: str) -> dict[str, float]:
    """Triples of characters, each as telling as the rarer half of it is.

    >>> sorted(_bag("加强洪涝治理"))
    ['加强洪', '强洪涝', '洪涝治', '涝治理']
    """
    pairs = features(chars)
    found: dict[str, float] = {}
    for run in RUN.finditer(chars):
        words = run.group()
        for at in range(len(words) - 2):
            first, second = words[at : at + 2], words[at + 1 : at + 3]
            weight = max(pairs[first] * commonness(first), pairs[second] * commonness(second))
            if weight >= MIN_WEIGHT:
                found[words[at : at + 3]] = weight
    return found
