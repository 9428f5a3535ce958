"""Likeness of meaning, where a user has a model of his own on disk; nothing else needs it.

In: what two documents share, and an embedding.  Out: for each lower leaf the upper leaves
that are close in meaning, whatever their words: they are proposed, and add one named part to
the score.  Vectors are taken from the mean of all leaves of both documents, so that what
every task of a plan says counts for nothing, and the figure means the same for any model.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from builder.lineage.clauses import Profile
from builder.lineage.shared import Shared
from builder.lineage.weigh import Weighed
from builder.model.outline import Provision

__all__ = ["Embedding", "Meant", "also_proposed", "meant", "with_meaning"]

Vectors = NDArray[np.float32]

CLOSE = 0.5  # cosine above which two leaves are close; strangers are around 0
MOST = 3  # upper leaves that are proposed to a lower one
MEANING = 1.5  # points for the same meaning: alone enough for a link from 0.8 on
DIGITS = 4


class Embedding(Protocol):
    """A model that gives texts vectors; ``name`` tells which, with a hash of its files."""

    @property
    def name(self) -> str:
        """Name and hash: ``potion@0f3a52c1b7de``."""
        ...

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Give one row a text."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """An upper leaf close to a lower one in meaning: points, and the closest clauses of both."""

    lower: Provision
    upper: Provision
    points: float
    clauses: tuple[int, int]
    size: int


def meant(shared: Shared, embedding: Embedding) -> dict[str, tuple[Meant, ...]]:
    """Give for each lower leaf the upper leaves that are close in meaning, closest first."""
    sides = shared.lower, shared.upper
    leaves = [[row for row in side.leaves if side.by_provision[row.id]] for side in sides]
    clauses = [_unit(embedding([clause.chars for clause in side.clauses])) for side in sides]
    rows = [_leaves(*each) for each in zip(sides, leaves, clauses, strict=True)]
    if not leaves[0] or not leaves[1]:
        return {}
    middle = np.concatenate(rows).mean(axis=0)
    lower, upper = (_unit(row - middle) for row in rows)
    alike = np.round(lower @ upper.T, DIGITS)
    return {
        leaf.id: found
        for at, leaf in enumerate(leaves[0])
        if (found := _closest(sides, leaf, leaves[1], alike[at], clauses))
    }


def also_proposed(
    answering: Mapping[str, Set[str]], found: Mapping[str, Sequence[Meant]]
) -> dict[str, frozenset[str]]:
    """Give what chapters propose to each lower provision, and what is close to it in meaning."""
    return {
        key: frozenset(answering.get(key, ())) | {row.upper.id for row in found.get(key, ())}
        for key in (*answering, *found)
    }


def with_meaning(
    weighed: Mapping[str, tuple[Weighed, ...]], found: Mapping[str, Sequence[Meant]]
) -> dict[str, tuple[Weighed, ...]]:
    """Add to what speaks in words for links what speaks in meaning, best first."""
    out = dict(weighed)
    for leaf, close in found.items():
        rows = {row.upper.id: row for row in out.get(leaf, ())}
        for each in close:
            row = rows.get(each.upper.id) or _wordless(each)
            rows[each.upper.id] = replace(row, meaning=each.points)
        out[leaf] = tuple(
            sorted(rows.values(), key=lambda row: (-round(row.evidence, 6), row.upper.id))
        )
    return out


def _closest(
    sides: Sequence[Profile],
    leaf: Provision,
    uppers: Sequence[Provision],
    alike: Vectors,
    clauses: Sequence[Vectors],
) -> tuple[Meant, ...]:
    """The leaves that are close; organisation answers organisation, as in words."""
    organised = leaf.role == "organisation"
    near = [
        (float(alike[at]), upper)
        for at, upper in enumerate(uppers)
        if alike[at] >= CLOSE and (upper.role == "organisation") == organised
    ]
    near.sort(key=lambda row: (-row[0], row[1].id))
    mine = sides[0].by_provision[leaf.id]
    found = []
    for likeness, upper in near[:MOST]:
        theirs = sides[1].by_provision[upper.id]
        cells = clauses[0][mine.start : mine.stop] @ clauses[1][theirs.start : theirs.stop].T
        low, up = divmod(int(np.round(cells, DIGITS).argmax()), len(theirs))
        found.append(
            Meant(
                lower=leaf,
                upper=upper,
                points=MEANING * likeness,
                clauses=(mine[low], theirs[up]),
                size=len(mine),
            )
        )
    return tuple(found)


def _wordless(close: Meant) -> Weighed:
    return Weighed(
        lower=close.lower,
        upper=close.upper,
        clauses=((*close.clauses, 0.0),),
        words=0.0,
        heading=0.0,
        chapter=0.0,
        role=0.0,
        headings_alike=0.0,
        place=0,
        size=close.size,
    )


def _leaves(side: Profile, leaves: Sequence[Provision], clauses: Vectors) -> Vectors:
    """One vector a leaf: the mean of its clauses."""
    width = clauses.shape[1] if clauses.ndim > 1 else 0
    rows = np.zeros((len(leaves), width), dtype=np.float32)
    for at, leaf in enumerate(leaves):
        ids = side.by_provision[leaf.id]
        rows[at] = clauses[ids.start : ids.stop].mean(axis=0)
    return _unit(rows)


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
