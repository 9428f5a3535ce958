"""What the character model counts: characters by their numbers, digits and letters as one.

A text's digits count as D, its letters as A, the begin of a line as ``LINE``; blanks do not
count.  The rows that the package carries are read here as well.
"""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from builder.lexicon.charactercounts import BITS, Grams, Ints
from builder.lexicon.script import FIRST_HAN, LAST_HAN, each_simplified

__all__ = [
    "LINE",
    "NO_NUMBER",
    "classed",
    "classed_numbers",
    "code_points",
    "counted_rows",
    "vocabulary",
]

LINE = "¶"
NO_NUMBER = -1
DIGITS = re.compile("[0-9０-９〇]")
LETTERS = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
LINE_END = re.compile("\n")
BLANKS = re.compile("[ \t\u3000\xa0\u2002]+")


def classed(chars: str) -> str:
    """Give text as the model counts it: digits as D, letters as A, no blanks.

    >>> classed("到2025年　G107")
    '到DDDD年ADDD'
    """
    return DIGITS.sub("D", LETTERS.sub("A", BLANKS.sub("", chars)))


def counted_rows(lines: Iterable[str]) -> dict[str, tuple[NDArray[np.uint32], Ints]]:
    """Give, for each name, the rows of characters and their counts.

    Lines are name, size, count, rows of that size one behind the other; # starts a comment.
    """
    parts: dict[str, list[tuple[NDArray[np.uint32], Ints]]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, size, count, chars = line.split("\t")
            rows = code_points(chars).reshape(-1, int(size))
            parts.setdefault(name, []).append((rows, np.full(len(rows), int(count))))
    return {
        name: (np.concatenate([r for r, _ in found]), np.concatenate([n for _, n in found]))
        for name, found in parts.items()
    }


def code_points(chars: str) -> NDArray[np.uint32]:
    """Give a text as an array of code points.

    >>> code_points("人A").tolist()
    [20154, 65]
    """
    return np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def classed_numbers(numbers: Ints) -> Ints:
    """Give, for each code point, the number of what it is classed as, or none of a blank.

    A traditional character has the number of its simplified form, whatever stands beside it.
    """
    found = numbers.copy()
    han = "".join(map(chr, range(FIRST_HAN, LAST_HAN + 1)))
    found[FIRST_HAN : LAST_HAN + 1] = numbers[code_points(each_simplified(han))]
    every = "".join(map(chr, (*range(0x3100), *range(0xFF00, 0xFFF0))))
    for pattern, as_what in ((DIGITS, "D"), (LETTERS, "A"), (LINE_END, LINE)):
        found[code_points("".join(pattern.findall(every)))] = numbers[ord(as_what)]
    found[code_points("".join(BLANKS.findall(every)))] = NO_NUMBER
    return found


def vocabulary(codes: Ints, texts: Grams, words: Grams) -> dict[str, int]:
    """Give how often each character stands in documents and in the dictionary."""
    sums = np.bincount(texts.codes & ((1 << BITS) - 1), weights=texts.counts, minlength=len(codes))
    sums += np.bincount(words.codes, weights=words.counts, minlength=len(codes))
    counts = sums.astype(int).tolist()
    return {chr(code): n for code, n in zip(codes.tolist(), counts, strict=True)}
