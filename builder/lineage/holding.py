"""Which features the clauses and provisions of a document hold, and how telling each is in it.

In: a text, its clauses by provision, and the chapter of each provision.  Out: sparse rows
of feature factors with their weights.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from builder.lineage.words import FACTORS, commonness, distinct, features, rarity
from builder.model.span import Span

__all__ = ["Holding", "Matrix", "Numbers", "holding", "row"]

Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]

RARITY_POWER = 1.5  # features that many provisions share tell little, and sum up: press them
LEVELS = len(FACTORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Feature factors of clauses and of provisions as rows; columns stand for ``features``.

    ``features`` are sorted.  ``clauses`` has a row a clause; ``provisions`` one for each of
    ``stated`` (those with clauses, from ``starts``), the best factor of its clauses.
    ``common`` is the weight of each feature in policy at large, ``in_provisions`` how telling it
    is by the number of provisions that hold it (``held``), ``in_chapters`` by that of chapters;
    ``weight`` is common * in_provisions ** RARITY_POWER.
    """

    features: Numbers
    clauses: sparse.csr_matrix
    stated: tuple[str, ...]
    starts: Numbers
    provisions: sparse.csr_matrix
    common: Matrix
    held: Numbers
    in_provisions: Matrix
    in_chapters: Matrix
    weight: Matrix


def holding(
    text: str,
    spans: Sequence[Span],
    by_provision: Mapping[str, range],
    *,
    tops: Mapping[str, str],
) -> Holding:
    """Give what the clauses of a document hold; ``tops`` names the chapter of each provision."""
    stated = tuple(key for key, ids in by_provision.items() if ids)
    starts = np.array([by_provision[key][0] for key in stated], dtype=np.int64)
    sizes = np.array([len(by_provision[key]) for key in stated], dtype=np.int64)
    number, found, manner = features(text, spans)
    known, column = distinct(found)
    clauses = _best(number, column, manner, (len(spans), len(known)))
    provision = np.repeat(np.arange(len(stated)), sizes)
    provisions = _grouped(clauses, provision, len(stated))
    order = {top: at for at, top in enumerate(dict.fromkeys(tops[key] for key in stated))}
    chapter = np.array([order[tops[key]] for key in stated], dtype=np.int64)
    chapters = _grouped(provisions, chapter, len(order))
    held = np.bincount(provisions.indices, minlength=len(known))
    counted = int((np.diff(provisions.indptr) > 0).sum())
    common, in_provisions = commonness(known), rarity(counted, held)
    return Holding(
        features=known,
        clauses=clauses,
        stated=stated,
        starts=starts,
        provisions=provisions,
        common=common,
        held=held,
        in_provisions=in_provisions,
        in_chapters=rarity(len(order), np.bincount(chapters.indices, minlength=len(known))),
        weight=common * in_provisions**RARITY_POWER,
    )


def row(matrix: sparse.csr_matrix, at: int) -> tuple[Numbers, Matrix]:
    """Give the columns of a row, and their values.

    >>> columns, values = row(sparse.csr_matrix([[0, 2.5, 0], [1.0, 0, 0]]), 0)
    >>> columns.tolist(), values.tolist()
    ([1], [2.5])
    """
    span = slice(matrix.indptr[at], matrix.indptr[at + 1])
    return matrix.indices[span], matrix.data[span]


def _grouped(rows: sparse.csr_matrix, groups: Numbers, count: int) -> sparse.csr_matrix:
    """Rows for groups of neighbouring rows: of each feature the best factor in the group."""
    if count == rows.shape[0]:
        return rows
    group = np.repeat(groups, np.diff(rows.indptr))
    manner = np.searchsorted(-FACTORS, -rows.data)
    return _best(group, rows.indices, manner, (count, rows.shape[1]))


def _best(
    rows: Numbers, columns: NDArray[np.signedinteger], manner: Numbers, shape: tuple[int, int]
) -> sparse.csr_matrix:
    """Rows of factors; where a row has a feature more than once, its best counts."""
    keys = rows.astype(np.int64)
    for size, part in ((shape[1], columns), (LEVELS, manner)):
        keys *= size
        keys += part
    keys.sort()
    cells = keys // LEVELS
    first = np.append(True, cells[1:] != cells[:-1])[: len(cells)]
    cells, levels = cells[first], keys[first] % LEVELS
    width = max(shape[1], 1)
    indptr = np.searchsorted(cells, np.arange(shape[0] + 1) * width)
    return sparse.csr_matrix(
        (FACTORS[levels], (cells % width).astype(np.int32), indptr), shape=shape
    )
