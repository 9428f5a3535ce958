"""How likely a character is after three others, in policy documents.

Counts stand in ``builder/data/character_model.tsv``: four characters in a row over public
documents, and up to three within the words of a dictionary.  The documents' counts are
smoothed by Kneser and Ney, over the dictionary's by Witten and Bell (1991); the words of the
document at hand come on top, because a text repeats itself more than any other does.  The
model ranks readings of damaged text and proves nothing.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from math import log

import numpy as np
from numpy.typing import NDArray

from builder.lexicon.charactercounts import (
    BITS,
    MASK,
    Behind,
    DocumentLayer,
    Floats,
    Grams,
    Ints,
    behind,
    discounted,
    document_layer,
    grams,
    has,
    joined,
    merged,
    one,
    over,
    shorter,
    smoothed,
)
from builder.lexicon.characterpairs import PairEstimates
from builder.lexicon.charactertable import (
    LINE,
    NO_NUMBER,
    classed,
    classed_numbers,
    code_points,
    counted_rows,
    vocabulary,
)

__all__ = ["LINE", "ORDER", "WORD_ORDER", "CharacterModel", "SharedCounts", "classed", "model"]

ORDER = 4
WORD_ORDER = 3
WORD_SHARE = 0.3  # of the estimate without any context
WORD_WEIGHT = 3.0
OWN_WEIGHT = 8.0
MAX_ROWS = 1_500
MAX_CONTEXTS = 20_000


class SharedCounts:
    """The counts that the package carries, as layers, and the estimates worked out so far."""

    __slots__ = (
        "_behind",
        "_classed",
        "_even",
        "_kept",
        "_numbers",
        "_pairs",
        "_places",
        "_plain",
        "_plainly",
        "_usual",
        "_wordly",
        "texts",
        "vocabulary",
        "words",
    )

    def __init__(self, lines: Iterable[str]) -> None:
        tables = counted_rows(lines)
        codes = np.unique(np.concatenate([chars.ravel() for chars, _ in tables.values()]))
        self._numbers = np.full(0x110000, len(codes), dtype=np.int64)
        self._numbers[codes] = np.arange(len(codes))
        self._places = {chr(code): i for i, code in enumerate(codes.tolist())}
        self._classed = classed_numbers(self._numbers)
        found = {name: self._grams(*table) for name, table in tables.items()}
        texts = [found["text"]]
        for _ in range(ORDER - 1):
            texts.insert(0, shorter(texts[0], int(self._numbers[ord(LINE)])))
        words = [found[f"word{size}"] for size in range(1, WORD_ORDER + 1)]
        self.texts = [discounted(text) for text in texts]
        self.words = [smoothed(word, WORD_WEIGHT) for word in words]
        self.vocabulary = vocabulary(codes, texts[-1], words[0])
        self._even = np.full(len(codes) + 1, 1 / (len(codes) + 1), dtype=np.float32)
        self._plain = self.texts[0].over(0, self._even) * (1 - WORD_SHARE)
        word = self.words[0].over(0, self._even)
        self._plainly, self._wordly = self._plain.tolist(), word.tolist()
        self._pairs = PairEstimates(self.texts[1], self.words[1], self._plain, word, WORD_SHARE)
        self._behind: dict[str, tuple[list[Behind], list[Behind]]] = {}
        self._kept: dict[str, Floats] = {}
        self._usual: dict[str, Floats] = {}

    def numbers(self, chars: str) -> Ints:
        """Give the numbers of characters; one that the model does not know has the last."""
        return self._numbers[code_points(chars)]

    def classed_numbers(self, chars: str) -> Ints:
        """Give the numbers of what :func:`classed` makes of a text, simplified; line ends are
        ``LINE``.
        """
        numbers = self._classed[code_points(chars)]
        found: Ints = numbers[numbers != NO_NUMBER]
        return found

    def places(self, chars: str) -> list[int]:
        """Give the same of a few characters."""
        return [self._places.get(char, len(self._places)) for char in chars]

    def place(self, char: str) -> int:
        """Give the same of one character."""
        return self._places.get(char, len(self._places))

    def knows(self, context: str) -> bool:
        """Say whether anything was counted behind the whole of a context."""
        ids = self.places(context)
        return has(self.texts, ids) or has(self.words, ids)

    def estimate(self, context: str) -> Floats:
        """Give the probability of each character after (up to) three others."""
        found = self._kept.get(context)
        if found is None:
            found = self._estimate(context)
            if len(self._kept) > MAX_ROWS:
                self._kept.clear()
            self._kept[context] = found
        return found

    def usual(self, char: str) -> Floats:
        """Give the natural log of the probability of each character after one other."""
        found = self._usual.get(char)
        if found is None:
            found = np.log(self.estimate(char))
            if len(self._usual) > MAX_ROWS:
                self._usual.clear()
            self._usual[char] = found
        return found

    def counted_pairs(self) -> tuple[Ints, Ints]:
        """Give the numbers of the characters that were ever counted side by side."""
        codes = self._pairs.counted()
        return codes >> BITS, codes & MASK

    def usual_pairs(self, before: Ints, after: Ints) -> Floats:
        """Give the natural log of the probability of characters, each after one other."""
        return self._pairs.logs(before, after)

    def behind(self, context: str) -> tuple[list[Behind], list[Behind]]:
        """Give what words and documents have behind (up to) three characters."""
        found = self._behind.get(context)
        if found is None:
            ids = self.places(context)
            words = behind(self.words, ids[1 - WORD_ORDER :], shortest=1)
            found = words, behind(self.texts, ids, shortest=1)
            if len(self._behind) > MAX_CONTEXTS:
                self._behind.clear()
            self._behind[context] = found
        return found

    def probability(self, words: list[Behind], texts: list[Behind], number: int) -> float:
        """Give the probability of one character, by what its context has behind it."""
        word = one(words, self._wordly[number], number)
        return one(texts, self._plainly[number] + WORD_SHARE * word, number)

    def _estimate(self, context: str) -> Floats:
        if context and not self.knows(context):
            return self.estimate(context[1:])
        ids = self.places(context)
        if len(ids) >= WORD_ORDER:
            last = self.texts[-1]
            return last.over(last.place(joined(ids)), self.estimate(context[1:]))
        estimate = self._plain + WORD_SHARE * over(self.words, ids, self._even)
        return over(self.texts, ids, estimate, shortest=1)

    def _grams(self, chars: NDArray[np.uint32], counts: Ints) -> Grams:
        size = chars.shape[1]
        codes = np.zeros(len(chars), dtype=np.int64)
        for k in range(size):
            codes = (codes << BITS) | self._numbers[chars[:, k]]
        return merged(size, codes, counts)


class CharacterModel:
    """The shared counts, and those of one document mixed in."""

    __slots__ = ("_behind", "_logs", "_own", "_rows", "_shared", "vocabulary")

    def __init__(self, shared: SharedCounts, own: Sequence[DocumentLayer] = ()) -> None:
        self._shared = shared
        self._own = own
        self._rows: dict[str, Floats] = {}
        self._logs: dict[str, float] = {}
        self._behind: dict[str, tuple[list[Behind], list[Behind]]] = {}
        self.vocabulary = shared.vocabulary

    def with_document(self, chars: str) -> "CharacterModel":
        """Give this model with the words of one document mixed in, in either script."""
        line, ids = self._shared.place(LINE), self._shared.classed_numbers("\n" + chars)
        counts = [grams(ids, size, line) for size in range(1, ORDER + 1)]
        return CharacterModel(self._shared, [document_layer(c, OWN_WEIGHT) for c in counts])

    def numbers(self, chars: str) -> Ints:
        """Give the places of characters in a row of :meth:`after`."""
        return self._shared.numbers(chars)

    def places(self, chars: str) -> list[int]:
        """Give the same of a few characters."""
        return self._shared.places(chars)

    def after(self, context: str) -> Floats:
        """Give the natural log of the probability of each character after (up to) three."""
        found = self._rows.get(context)
        if found is None:
            found = self._after(context)
            if len(self._rows) > MAX_ROWS:
                self._rows.clear()
            self._rows[context] = found
        return found

    def usual(self, char: str) -> Floats:
        """Give the natural log of the probability of each character after one other."""
        return self._shared.usual(char)

    def counted_pairs(self) -> tuple[Ints, Ints]:
        """Give the places of the characters that were ever counted side by side."""
        return self._shared.counted_pairs()

    def usual_pairs(self, before: Ints, after: Ints) -> Floats:
        """Give the same of many pairs, by the places of their characters."""
        return self._shared.usual_pairs(before, after)

    def log_probability(self, context: str, char: str) -> float:
        """Give the natural log of the probability of a character after (up to) three others."""
        key = context + char
        found = self._logs.get(key)
        if found is None:
            number = self._shared.place(char)
            levels = self._behind.get(context)
            if levels is None:
                words, texts = self._shared.behind(context)
                levels = words, texts + behind(self._own, self.places(context))
                self._behind[context] = levels
            found = self._logs[key] = log(self._shared.probability(*levels, number))
        return found

    def counted(self, chars: str) -> float:
        """Give the share of a text's rows of four characters that the model's documents hold.

        A text that the model counts has all of them, other documents a fifth to a third.

        >>> model().counted("饕餮貔貅魑魅魍魉")
        0.0
        """
        lines = (LINE + classed(line) for line in chars.split("\n"))
        rows = {row[i : i + ORDER] for row in lines for i in range(len(row) - ORDER + 1)}
        texts = self._shared.texts[-1]
        held = (texts.has(joined(ids[:-1]), ids[-1]) for ids in map(self.places, rows))
        return sum(held) / max(1, len(rows))

    def follows(self, context: str, char: str) -> bool:
        """Say whether a character was ever seen after one other in a document or a word."""
        if not (context and char):
            return bool(char)
        before, after = self._shared.place(context), self._shared.place(char)
        layers = (self._shared.texts, self._shared.words, self._own)
        return any(layer[1].has(before, after) for layer in layers if layer)

    def score(self, chars: str, context: str = LINE) -> float:
        """Give the log probability of a stretch of text.

        >>> known = model()
        >>> known.score("人民政府") > known.score("鞘懈潞桶")
        True
        """
        total = 0.0
        for char in classed(chars):
            total += self.log_probability(context, char)
            context = (context + char)[1 - ORDER :]
        return total

    def _after(self, context: str) -> Floats:
        ids = self.places(context)
        if context and not has(self._own, ids) and not self._shared.knows(context):
            return self.after(context[1:])
        return np.log(over(self._own, ids, self._shared.estimate(context)))


@cache
def model() -> CharacterModel:
    """Give the model that the package carries."""
    source = resources.files("builder") / "data" / "character_model.tsv"
    return CharacterModel(SharedCounts(source.read_text(encoding="utf-8").split("\n")))
