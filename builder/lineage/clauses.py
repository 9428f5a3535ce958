"""The clauses of a document: each heading, and each stretch of a body between marks.

In: a record.  Out: its clauses with spans, by provision, each with what it is about.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from builder.lineage.words import commonness, features, rarity
from builder.model.outline import Provision
from builder.model.record import Record
from builder.model.span import Span

__all__ = ["COMPARED", "Clause", "Profile", "Weights", "chapters_of", "profile"]

COMPARED = ("task", "supporting_measure", "organisation")
RARITY_POWER = 1.5  # features that many provisions share tell little, and sum up: press them
MIN_CHARS = 3
MIN_HEADING_CHARS = 2  # 就业
MAX_CHARS = 400  # a stretch without any mark is cut, so that no comparison runs away
_STRETCH = re.compile(rf"[^，。；：！？\n]{{1,{MAX_CHARS}}}")  # 完善社保关系转移接续政策
_LISTED = re.compile(
    r"（(?:责任|牵头|配合|完成|主办|协办)[^（）]*(?:（[^（）]*）[^（）]*)*）"
)  # （责任单位：…）


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One stretch of text of a provision; ``heading`` marks the provision's title."""

    provision: str
    heading: bool
    span: Span
    chars: str
    features: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The clauses of a document as rows of feature factors.

    ``column`` gives the column of a feature, ``rare`` the weight of each column within this
    document, ``squares`` what each clause weighs alone.  ``leaf_factors`` has a row for each
    leaf with clauses: the best factor of each feature among them.
    """

    column: dict[str, int]
    factors: sparse.csc_matrix
    rare: NDArray[np.float64]
    squares: NDArray[np.float64]
    leaf_factors: sparse.csc_matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a record is about: clauses in order of the text, by provision, and its leaves.

    ``holding`` says in how many of its ``counted`` provisions each feature stands, and
    ``chapter_rarity`` how telling it is among its chapters.
    """

    record: Record
    clauses: tuple[Clause, ...]
    by_provision: dict[str, tuple[int, ...]]
    provisions: dict[str, Provision]
    leaves: tuple[Provision, ...]
    holding: dict[str, int]
    counted: int
    weights: Weights
    chapter_rarity: dict[str, float]


def profile(record: Record) -> Profile:
    """Give the clauses of a record and in how many provisions each feature stands."""
    clauses: list[Clause] = []
    by_provision: dict[str, tuple[int, ...]] = {}
    holding: dict[str, int] = {}
    counted = 0
    for provision in record.provisions:
        first = len(clauses)
        clauses += _clauses(record.text, provision)
        by_provision[provision.id] = tuple(range(first, len(clauses)))
        held = {name for clause in clauses[first:] for name in clause.features}
        counted += bool(held)
        for name in held:
            holding[name] = holding.get(name, 0) + 1
    leaves = tuple(row for row in record.provisions if row.role in COMPARED)
    leaf_rows = [by_provision[row.id] for row in leaves if by_provision[row.id]]
    return Profile(
        record=record,
        clauses=tuple(clauses),
        by_provision=by_provision,
        provisions={provision.id: provision for provision in record.provisions},
        leaves=leaves,
        holding=holding,
        counted=counted,
        weights=_weights(clauses, holding, counted, leaf_rows),
        chapter_rarity=_chapter_rarity(record, clauses),
    )


def chapters_of(profile: Profile, provision: str) -> tuple[str, ...]:
    """Give the provisions above one, nearest first."""
    return _above(profile.provisions, provision)


def _above(provisions: Mapping[str, Provision], provision: str) -> tuple[str, ...]:
    above: list[str] = []
    at = provisions[provision].parent
    while at is not None and at in provisions and at not in above:
        above.append(at)
        at = provisions[at].parent
    return tuple(above)


def _weights(
    clauses: Sequence[Clause],
    holding: Mapping[str, int],
    counted: int,
    leaf_rows: Sequence[Sequence[int]],
) -> Weights:
    column = {name: at for at, name in enumerate(sorted(holding))}
    rare = np.array(
        [commonness(name) * rarity(counted, holding[name]) ** RARITY_POWER for name in column]
    )
    starts, indices, values = [0], list[int](), list[float]()
    for clause in clauses:
        indices += [column[name] for name in clause.features]
        values += clause.features.values()
        starts.append(len(indices))
    shape = (len(clauses), len(column))
    by_row = sparse.csr_matrix((values, indices, starts), shape=shape)
    factors = by_row.tocsc()
    squares: NDArray[np.float64] = np.asarray(factors.multiply(factors) @ rare).ravel()
    return Weights(
        column=column,
        factors=factors,
        rare=rare,
        squares=squares,
        leaf_factors=_leaf_factors(by_row, leaf_rows),
    )


def _leaf_factors(
    by_row: sparse.csr_matrix, leaf_rows: Sequence[Sequence[int]]
) -> sparse.csc_matrix:
    if not leaf_rows:
        return sparse.csc_matrix((0, by_row.shape[1]))
    best = [by_row[rows[0] : rows[-1] + 1].max(axis=0) for rows in leaf_rows]
    return sparse.vstack(best).tocsc()


def _chapter_rarity(record: Record, clauses: Sequence[Clause]) -> dict[str, float]:
    """How telling each feature is by the number of chapters that have it."""
    provisions = {provision.id: provision for provision in record.provisions}
    tops = {key: (key, *_above(provisions, key))[-1] for key in provisions}
    held: dict[str, set[str]] = {}
    for clause in clauses:
        for name in clause.features:
            held.setdefault(name, set()).add(tops[clause.provision])
    counted = len({tops[clause.provision] for clause in clauses})
    return {name: rarity(counted, len(chapters)) for name, chapters in held.items()}


def _clauses(chars: str, provision: Provision) -> list[Clause]:
    found = []
    if provision.heading_span is not None:
        found += _stretches(chars, provision, provision.heading_span, heading=True)
    for body in provision.body:
        at = body.start
        for listed in _LISTED.finditer(chars, body.start, body.end):
            found += _stretches(chars, provision, Span(at, listed.start()), heading=False)
            at = listed.end()
        found += _stretches(chars, provision, Span(at, body.end), heading=False)
    return found


def _stretches(chars: str, provision: Provision, span: Span, *, heading: bool) -> list[Clause]:
    pieces = (
        [span]
        if heading
        else [Span(*m.span()) for m in _STRETCH.finditer(chars, span.start, span.end)]
    )
    return [
        Clause(
            provision=provision.id,
            heading=heading,
            span=piece,
            chars=piece.of(chars),
            features=features(piece.of(chars)),
        )
        for piece in pieces
        if piece.end - piece.start >= (MIN_HEADING_CHARS if heading else MIN_CHARS)
    ]
