"""Counts of characters in a row, as layers of one estimate of the next character.

A layer holds, for each context of one length, what share of the probability its counted
followers get and what is left for the estimate from a shorter context.  Contexts and rows of
characters are whole numbers (``BITS`` bits a character), so that numpy counts them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BITS",
    "MASK",
    "Behind",
    "DocumentLayer",
    "Floats",
    "Grams",
    "Ints",
    "Layer",
    "Layers",
    "behind",
    "discounted",
    "document_layer",
    "grams",
    "has",
    "joined",
    "merged",
    "one",
    "over",
    "shorter",
    "smoothed",
]

BITS = 14
MASK = (1 << BITS) - 1
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grams:
    """Rows of ``size`` characters, sorted, with their counts."""

    size: int
    codes: Ints
    counts: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Estimates behind contexts of one length."""

    contexts: dict[int, int]
    starts: list[int]
    followers: Ints
    shares: Floats
    weights: dict[int, float]  # the same shares, by the whole row as one number
    left: list[float]

    def place(self, context: int) -> int:
        """Give where a context stands in the layer, or -1."""
        return self.contexts.get(context, -1)

    def has(self, context: int, follower: int) -> bool:
        """Say whether a character was counted behind a context."""
        return (context << BITS | follower) in self.weights

    def over(self, at: int, estimate: Floats) -> Floats:
        """Give the estimate behind the context at a place, from that of a shorter one."""
        start, end = self.starts[at], self.starts[at + 1]
        row = estimate * np.float32(self.left[at])
        row[self.followers[start:end]] += self.shares[start:end]
        return row

    def behind(self, at: int, context: int) -> "Behind":
        """Give what stands behind the context at a place."""
        return self.weights, context << BITS, self.left[at]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLayer:
    """The same of one document's rows, each kind of follower weighing ``weight`` for the shorter
    context; a document has thousands of contexts of which few are asked for, so that each is
    worked out when it is.
    """

    codes: Ints
    counts: Ints
    weight: float
    listed: list[int]  # the same codes, quicker to look one up in
    kept: dict[int, "Behind"] = field(default_factory=dict)

    def place(self, context: int) -> int:
        """Give where the rows of a context begin, or -1."""
        at = bisect_left(self.listed, context << BITS)
        found = at < len(self.listed) and self.listed[at] >> BITS == context
        return at if found else -1

    def has(self, context: int, follower: int) -> bool:
        """Say whether a character was counted behind a context."""
        row = context << BITS | follower
        at = bisect_left(self.listed, row)
        return at < len(self.listed) and self.listed[at] == row

    def over(self, at: int, estimate: Floats) -> Floats:
        """Give the estimate behind the context at a place, from that of a shorter one."""
        weights, _, left = self.behind(at, self.listed[at] >> BITS)
        stop = at + len(weights)
        shares = self.counts[at:stop] * (left / (self.weight * len(weights)))
        row = estimate * np.float32(left)
        row[self.codes[at:stop] & MASK] += shares.astype(np.float32)
        return row

    def behind(self, at: int, context: int) -> "Behind":
        """Give what stands behind the context at a place."""
        found = self.kept.get(at)
        if found is None:
            stop = bisect_left(self.listed, context + 1 << BITS, at)
            counts = self.counts[at:stop].tolist()
            left = self.weight * len(counts)
            total = sum(counts) + left
            shares = [count / total for count in counts]
            weights = dict(zip(self.listed[at:stop], shares, strict=True))
            found = self.kept[at] = weights, context << BITS, left / total
        return found


# shares of rows, the number of the rows that a context begins, and what is left behind it
Behind = tuple[dict[int, float], int, float]
Layers = Sequence[Layer | DocumentLayer]


def joined(ids: list[int]) -> int:
    """Give a row of characters as one number."""
    code = 0
    for number in ids:
        code = (code << BITS) | number
    return code


def grams(ids: Ints, size: int, line: int) -> Grams:
    """Give the rows of ``size`` characters of a text; ``line`` stands only in front of one."""
    length = max(0, len(ids) - size + 1)
    codes = np.zeros(length, dtype=np.int64)
    whole = np.ones(length, dtype=bool)
    for k in range(size):
        part = ids[k : k + length]
        codes = (codes << BITS) | part
        if k:
            whole &= part != line
    codes = np.sort(codes[whole])
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    return Grams(size=size, codes=codes[first], counts=np.diff(first, append=len(codes)))


def merged(size: int, codes: Ints, counts: Ints) -> Grams:
    """Give rows with the sums of their counts."""
    order = np.argsort(codes, kind="stable")
    codes, counts = codes[order], counts[order]
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    sums = np.add.reduceat(counts, first) if len(first) else counts
    return Grams(size=size, codes=codes[first], counts=sums)


def shorter(longer: Grams, line: int) -> Grams:
    """Give rows one shorter, counted by how many characters each stands behind (Kneser, Ney).

    Rows at the begin of a line have nothing before them and keep their plain counts.
    """
    size = longer.size - 1
    behind = longer.codes & ((1 << (BITS * size)) - 1)
    begins = (longer.codes >> (BITS * size)) == line
    codes = np.concatenate((behind, longer.codes[begins] >> BITS))
    counts = np.concatenate((np.ones_like(behind), longer.counts[begins]))
    return merged(size, codes, counts)


def discounted(found: Grams) -> Layer:
    """Give the layer with three discounts estimated from the counts (Chen and Goodman)."""
    seen = np.bincount(np.minimum(found.counts, 5), minlength=6).astype(float)
    spread = seen[1] / max(1.0, seen[1] + 2 * seen[2])
    discounts = np.zeros(4)
    for n in (1, 2, 3):
        estimate = n - (n + 1) * spread * seen[n + 1] / max(1.0, seen[n])
        discounts[n] = estimate if 0 < estimate < n else n / 2
    taken = discounts[np.minimum(found.counts, 3)]
    starts = _starts(found)
    totals = np.add.reduceat(found.counts, starts).astype(float)
    return _layer(found, starts, found.counts - taken, totals, np.add.reduceat(taken, starts))


def smoothed(found: Grams, weight: float) -> Layer:
    """Give the layer in which each kind of follower weighs ``weight`` for the shorter context."""
    starts = _starts(found)
    kinds = weight * np.diff(starts, append=len(found.codes))
    sums = np.add.reduceat(found.counts, starts) if len(starts) else np.zeros(0)
    return _layer(found, starts, found.counts.astype(float), sums + kinds, kinds)


def document_layer(found: Grams, weight: float) -> DocumentLayer:
    """Give what :func:`smoothed` gives, of a document that is asked for few contexts."""
    listed = found.codes.tolist()
    return DocumentLayer(codes=found.codes, counts=found.counts, weight=weight, listed=listed)


def has(layers: Layers, ids: list[int]) -> bool:
    """Say whether one of the layers has the whole of a context."""
    return len(ids) < len(layers) and layers[len(ids)].place(joined(ids)) >= 0


def over(layers: Layers, ids: list[int], estimate: Floats, *, shortest: int = 0) -> Floats:
    """Give the estimate that ever longer contexts give; layer ``n`` has those of ``n``."""
    for size, layer in enumerate(layers[: len(ids) + 1]):
        if size >= shortest:
            at = layer.place(joined(ids[len(ids) - size :]))
            if at < 0:
                break
            estimate = layer.over(at, estimate)
    return estimate


def behind(layers: Layers, ids: list[int], *, shortest: int = 0) -> list[Behind]:
    """Give what ever longer contexts have behind them; layer ``n`` has those of ``n``."""
    found: list[Behind] = []
    context = 0
    for size, layer in enumerate(layers[: len(ids) + 1]):
        if size:
            context |= ids[-size] << BITS * (size - 1)
        if size >= shortest:
            at = layer.place(context)
            if at < 0:
                break
            found.append(layer.behind(at, context))
    return found


def one(levels: list[Behind], estimate: float, number: int) -> float:
    """Give what :func:`over` gives, of one character."""
    for weights, context, left in levels:
        estimate = estimate * left + weights.get(context | number, 0.0)
    return estimate


def _starts(found: Grams) -> Ints:
    return np.flatnonzero(np.diff(found.codes >> BITS, prepend=-1))


def _layer(
    found: Grams,
    starts: Ints,
    counts: NDArray[np.float64],
    totals: NDArray[np.float64],
    left: NDArray[np.float64],
) -> Layer:
    sizes = np.diff(starts, append=len(found.codes))
    followers = found.codes & MASK
    shares = (counts / np.repeat(totals, sizes)).astype(np.float32)
    return Layer(
        contexts=dict(zip((found.codes[starts] >> BITS).tolist(), range(len(starts)), strict=True)),
        starts=[*starts.tolist(), len(found.codes)],
        followers=followers,
        shares=shares,
        weights=dict(zip(found.codes.tolist(), shares.tolist(), strict=True)),
        left=(left / totals).tolist(),
    )
