"""How likely characters are after one other, of many pairs at once.

The same estimates as the layers of :mod:`builder.lexicon.charactercounts` give one by one:
of pairs in documents over pairs in words, these over characters alone.
"""

from typing import NamedTuple

import numpy as np

from builder.lexicon.charactercounts import BITS, Floats, Ints, Layer

__all__ = ["PairEstimates"]


class _Seen(NamedTuple):
    """Counted pairs as sorted numbers, their shares, and what is left behind each character."""

    codes: Ints
    shares: Floats
    left: Floats


class PairEstimates:
    """Estimates of pairs: ``plain`` and ``word`` are those of characters alone."""

    __slots__ = ("_plain", "_texts", "_word", "_word_share", "_words")

    def __init__(
        self, texts: Layer, words: Layer, plain: Floats, word: Floats, word_share: float
    ) -> None:
        self._texts, self._words = (_seen(layer, len(plain)) for layer in (texts, words))
        self._plain, self._word, self._word_share = plain, word, np.float32(word_share)

    def counted(self) -> Ints:
        """Give the pairs that were ever counted, each as one number."""
        return np.union1d(self._texts.codes, self._words.codes)

    def logs(self, before: Ints, after: Ints) -> Floats:
        """Give the natural log of the probability of each ``after`` behind its ``before``."""
        codes = (before << BITS) | after
        word = _over(self._words, codes, before, self._word[after])
        plain = self._plain[after] + self._word_share * word
        found: Floats = np.log(_over(self._texts, codes, before, plain))
        return found


def _over(seen: _Seen, codes: Ints, before: Ints, estimates: Floats) -> Floats:
    at = np.minimum(np.searchsorted(seen.codes, codes), len(seen.codes) - 1)
    shares = np.where(seen.codes[at] == codes, seen.shares[at], np.float32(0))
    found: Floats = estimates * seen.left[before] + shares
    return found


def _seen(layer: Layer, size: int) -> _Seen:
    contexts = np.fromiter(layer.contexts, dtype=np.int64, count=len(layer.contexts))
    left = np.ones(size, dtype=np.float32)
    left[contexts] = layer.left
    codes = (np.repeat(contexts, np.diff(layer.starts)) << BITS) | layer.followers
    return _Seen(codes, layer.shares, left)
