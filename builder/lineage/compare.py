"""How alike the clauses of two documents are, for all provisions that were proposed.

In: what two documents share, and the proposals.  Out: what each lower clause shares with
each upper one, weighted by how rare the shared features are in policy at large and in
either document.  Judging a pair depends on the two records and the shipped counts alone,
never on what else a corpus holds: so pairs can be cached, and a document more changes
no other link.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from builder.lineage.clauses import COMPARED, Profile, heading
from builder.lineage.holding import Matrix, Numbers
from builder.lineage.shared import Shared

__all__ = ["STRONG", "Block", "Comparison", "Weights", "compare", "strength", "together"]

Weights = NDArray[np.float32]

LONGER_SHARE = 0.75  # how much the better covered of two clauses counts against the other
FOUND = 0.5  # a clause stands in the other document if that share of it stands in one clause
STRONG = 1.5  # or if it resembles one that strongly
CELLS = 100_000  # clauses below times clauses above in one block: two plans of 300 clauses
ROWS = 512  # lower clauses at a time: a long provision makes no matrix of doubles as long
DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neighbouring lower provisions against all upper ones that any of them proposes.

    ``start`` is the first lower clause.  ``uppers`` are places in the upper ``stated``, each
    with the clauses from its place in ``columns``; ``place`` finds one by its id.  ``weight``
    is what two clauses share; of each upper provision ``best_weight`` and ``best`` (strength)
    are those of its best clause, ``whole`` what a lower clause shares with it altogether.
    """

    start: int
    uppers: Numbers
    columns: Numbers
    place: dict[str, int]
    weight: Weights
    whole: Matrix
    best_weight: Matrix
    best: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Some rows of a block, with which clauses of either side stand in the other."""

    weight: Weights
    best_weight: Matrix
    best: Matrix
    lower_found: NDArray[np.bool_]
    upper_found: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All clause likenesses of a pair: a block for each lower provision.

    ``theme`` is the strength of the best upper clause that states a theme, ``repeats`` how
    much of a lower clause stands in a chapter heading of its own document; ``lower_found`` and
    ``upper_found`` say whether a clause stands somewhere in the other document, nearly word
    for word.
    """

    lower: Profile
    upper: Profile
    shared: Shared
    blocks: dict[str, Block]
    theme: Matrix
    repeats: Matrix
    lower_found: NDArray[np.bool_]
    upper_found: NDArray[np.bool_]


def compare(shared: Shared, proposed: Sequence[Numbers]) -> Comparison:
    """Give the clause likenesses of a pair of documents as far as they were proposed."""
    lower, upper = shared.lower, shared.upper
    stating = np.array([not _compared(upper, key) for key in upper.holding.stated], dtype=bool)
    theme = np.zeros(len(lower.clauses))
    lower_found = np.zeros(len(lower.clauses), dtype=bool)
    upper_found = np.zeros(len(upper.clauses), dtype=bool)
    blocks: dict[str, Block] = {}
    for group, uppers in _groups(shared, proposed):
        rows = slice(lower.by_provision[group[0]].start, lower.by_provision[group[-1]].stop)
        parts = _parts(shared, rows, uppers)
        block = _block(shared, rows, uppers, parts)
        blocks |= dict.fromkeys(group, block)
        theme[rows] = block.best[:, stating[uppers]].max(axis=1, initial=0)
        lower_found[rows] = np.concatenate([part.lower_found for part in parts])
        for part in parts:
            upper_found[_clauses(upper, uppers)] |= part.upper_found
    return Comparison(
        lower=lower,
        upper=upper,
        shared=shared,
        blocks=blocks,
        theme=theme,
        repeats=_repeats(shared),
        lower_found=lower_found,
        upper_found=upper_found,
    )


def together(comparison: Comparison, lower: str, upper: str) -> Weights:
    """Give what each clause of a lower provision shares with each of an upper one."""
    rows, columns = comparison.lower.by_provision[lower], comparison.upper.by_provision[upper]
    block = comparison.blocks.get(lower)
    at = block.place.get(upper) if block is not None else None
    if block is not None and at is not None:
        first, start = rows.start - block.start, int(block.columns[at])
        return block.weight[first : first + len(rows), start : start + len(columns)]
    shared = comparison.shared
    weight = _product(
        shared.lower_rows[rows.start : rows.stop], shared.upper_rows[columns.start : columns.stop]
    )
    return weight.astype(np.float32)


def strength(weight: Matrix, lower: Matrix, upper: Matrix) -> Matrix:
    """Shared weight, pressed where it is little of both clauses."""
    of_lower, of_upper = weight / lower, weight / upper
    more, less = np.maximum(of_lower, of_upper), np.minimum(of_lower, of_upper)
    pressed: Matrix = weight * np.sqrt(LONGER_SHARE * more + (1 - LONGER_SHARE) * less)
    return pressed


def _groups(
    shared: Shared, proposed: Sequence[Numbers]
) -> Iterator[tuple[tuple[str, ...], Numbers]]:
    """Neighbouring lower provisions with all that they propose, so far as that is not much."""
    lower, upper = shared.lower, shared.upper.holding
    sizes = np.diff(np.append(upper.starts, len(shared.upper.clauses)))
    group: list[str] = []
    uppers, clauses = np.zeros(0, dtype=np.int64), 0
    for key, own in zip(lower.holding.stated, proposed, strict=True):
        size = len(lower.by_provision[key])
        more = np.union1d(uppers, own).astype(np.int64)
        if group and (clauses + size) * int(sizes[more].sum()) > CELLS:
            yield tuple(group), uppers
            group, more, clauses = [], own.astype(np.int64), 0
        group.append(key)
        uppers, clauses = more, clauses + size
    if group:
        yield tuple(group), uppers


def _parts(shared: Shared, rows: slice, uppers: Numbers) -> list[_Part]:
    """Some lower clauses against all clauses of some upper provisions, so many at a time."""
    columns = _clauses(shared.upper, uppers)
    theirs, own_upper = shared.upper_rows[columns], shared.upper_weight[columns]
    starts, parts = _columns(shared.upper, uppers), []
    for start in range(rows.start, rows.stop, ROWS):
        part = slice(start, min(start + ROWS, rows.stop))
        own_lower = shared.lower_weight[part, None]
        weight = _product(shared.lower_rows[part], theirs)
        alike = strength(weight, own_lower, own_upper)
        near = alike >= STRONG
        parts.append(
            _Part(
                weight=weight.astype(np.float32),
                best_weight=_best(weight, starts),
                best=_best(alike, starts),
                lower_found=np.asarray((near | (weight >= FOUND * own_lower)).any(axis=1)),
                upper_found=np.asarray((near | (weight >= FOUND * own_upper)).any(axis=0)),
            )
        )
    return parts


def _block(shared: Shared, rows: slice, uppers: Numbers, parts: Sequence[_Part]) -> Block:
    stated = shared.upper.holding.stated
    return Block(
        start=rows.start,
        uppers=uppers,
        columns=_columns(shared.upper, uppers),
        place={stated[at]: number for number, at in enumerate(uppers.tolist())},
        weight=np.concatenate([part.weight for part in parts]),
        whole=_product(shared.lower_rows[rows], shared.upper_provisions[uppers]),
        best_weight=np.concatenate([part.best_weight for part in parts]),
        best=np.concatenate([part.best for part in parts]),
    )


def _columns(upper: Profile, uppers: Numbers) -> Numbers:
    """Where the clauses of each of some upper provisions begin, put one after another."""
    stated = upper.holding.stated
    sizes = [len(upper.by_provision[stated[at]]) for at in uppers.tolist()]
    return np.cumsum([0, *sizes], dtype=np.int64)[:-1]


def _clauses(upper: Profile, uppers: Numbers) -> Numbers:
    """The clauses of some upper provisions."""
    stated = upper.holding.stated
    ids = [upper.by_provision[stated[at]] for at in uppers.tolist()]
    return np.array([at for some in ids for at in some], dtype=np.int64)


def _product(rows: sparse.csr_matrix, columns: sparse.csr_matrix) -> Matrix:
    dense: Matrix = np.round((rows @ columns.T).toarray(), DIGITS)
    return dense


def _best(values: Matrix, columns: Numbers) -> Matrix:
    """The best of each upper provision's columns."""
    if not len(columns):
        return np.zeros((values.shape[0], 0))
    best: Matrix = np.maximum.reduceat(values, columns, axis=1)
    return best


def _compared(upper: Profile, key: str) -> bool:
    """Other provisions state the theme of a chapter or an aim, and carry no task."""
    return upper.provisions[key].role in COMPARED


def _repeats(shared: Shared) -> Matrix:
    lower = shared.lower
    parents = {row.parent for row in lower.record.provisions}
    titles = [
        at
        for key in lower.holding.stated
        if key in parents and (at := heading(lower, key)) is not None
    ]
    if not titles:
        return np.zeros(len(lower.clauses))
    weight = _product(shared.lower_rows, shared.lower_rows[titles])
    best: Matrix = (weight / shared.lower_weight[:, None]).max(axis=1)
    return best
