"""Build builder/data/character_model.tsv from a folder of clean texts and jieba's dictionary.

    python -m benchmarks.character_model FOLDER

Counts of characters in a row: four over the texts, one to three within the dictionary's words
and the names of places.  Digits count as D, Latin letters as A, the begin of a line as ¶.
Only counts are shipped, no text.  The seeds are not among the texts: 1.0 to 2.4 % of their
rows of eight characters stand in any text of the folder, as of any document on another theme.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from math import log2
from pathlib import Path

from builder.ingest import find_sources, read
from builder.lexicon.charactermodel import LINE, ORDER, WORD_ORDER, classed
from builder.lexicon.tables import rows
from builder.restore import restore

WORD = re.compile("[\u4e00-\u9fa5]{1,4}")
MIN_WORD_COUNT = 5
NAME_COUNT = 64
HEADER = (
    "# Counts of characters in a row, for ranking readings of misdecoded text: name, size,\n"
    "# count, rows. From {texts} public policy documents ({chars} characters), the words of\n"
    "# jieba 0.42.1 (MIT) and the names of places. Built by benchmarks/character_model.py.\n"
)


def main(folder: Path) -> None:
    texts = list(clean_texts(folder).values())
    target = resources.files("builder") / "data" / "character_model.tsv"
    header = HEADER.format(texts=len(texts), chars=sum(map(len, texts)))
    lines = [*text_lines(texts), *word_lines()]
    Path(str(target)).write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


def clean_texts(folder: Path) -> dict[str, str]:
    """Give the restored texts of a folder by name, each once."""
    found: dict[str, str] = {}
    for source in find_sources([folder])[0]:
        witness, _ = read(source)
        if witness is not None:
            chars = restore(witness).chars
            if all(chars[:2000] != other[:2000] for other in found.values()):
                found[source.name] = chars
    return found


def text_lines(texts: Iterable[str]) -> Iterator[str]:
    """Give the lines of the data file that count rows over texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        for line in text.split("\n"):
            row = LINE + "".join(c for c in classed(line) if c.isprintable())
            counts.update(row[i : i + ORDER] for i in range(len(row) - ORDER + 1))
    yield from _lines("text", counts, ORDER)


def word_lines() -> Iterator[str]:
    """Give the lines of the data file that count rows within words."""
    counts: list[Counter[str]] = [Counter() for _ in range(WORD_ORDER + 1)]
    for word, weight in (*_words(), *_names()):
        for size in range(1, WORD_ORDER + 1):
            for i in range(len(word) - size + 1):
                counts[size][word[i : i + size]] += weight
    for size in range(1, WORD_ORDER + 1):
        yield from _lines(f"word{size}", counts[size], size)


def _words() -> Iterator[tuple[str, int]]:
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    for word, count in jieba.dt.FREQ.items():
        if count >= MIN_WORD_COUNT and WORD.fullmatch(word) and _common(word):
            yield word, round(log2(count))


def _names() -> Iterator[tuple[str, int]]:
    for name in sorted({row["name"] for row in rows("places")}):
        if _common(name):
            yield name, round(log2(NAME_COUNT))


def _common(word: str) -> bool:
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _lines(name: str, counts: Counter[str], size: int) -> Iterator[str]:
    by_count: dict[int, list[str]] = {}
    for row, count in sorted(counts.items()):
        by_count.setdefault(count, []).append(row)
    for count, found in sorted(by_count.items()):
        yield f"{name}\t{size}\t{count}\t{''.join(found)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
