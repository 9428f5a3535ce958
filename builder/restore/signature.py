"""A MinHash of a text: near-duplicates have signatures that agree in most places.

Shingles are five Chinese characters in a row, everything else left out, so that width,
blanks, furniture and punctuation do not count.
"""

import numpy as np

__all__ = ["signature"]

SHINGLE_CHARS = 5
SIZE = 64
AT_ONCE = 8
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF


def signature(chars: str) -> tuple[int, ...]:
    """Give 64 numbers; empty for a text too short to have a shingle.

    >>> a = signature("为贯彻落实国家新型城镇化规划，制定本方案。")
    >>> a == signature("为贯彻落实国家新型城镇化规划 制定本方案")
    True
    """
    codes = np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = codes[(codes >= FIRST_HAN) & (codes <= LAST_HAN)].astype(np.uint64)
    if len(codes) < SHINGLE_CHARS:
        return ()
    shingles = np.zeros(len(codes) - SHINGLE_CHARS + 1, dtype=np.uint64)
    for i in range(SHINGLE_CHARS):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + codes[i : i + len(shingles)]
    hashes = _upper(_mixed(shingles))
    factors = _upper(_mixed(np.arange(1, SIZE + 1, dtype=np.uint64))) | np.uint32(1)
    parts = factors.reshape(-1, AT_ONCE, 1)  # few at once: a text may be long
    return tuple(n for part in parts for n in (part * hashes).min(axis=1).tolist())


def _upper(values: "np.typing.NDArray[np.uint64]") -> "np.typing.NDArray[np.uint32]":
    """Give the upper half of each number: products of 32 bits are faster."""
    return (values >> np.uint64(32)).astype(np.uint32)


def _mixed(values: "np.typing.NDArray[np.uint64]") -> "np.typing.NDArray[np.uint64]":
    """Scramble 64-bit numbers (the finaliser of splitmix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
