"""Build builder/data/character_model.tsv from a folder of clean texts and jieba's dictionary.

    python -m benchmarks.character_model FOLDER

Counts of characters in a row (one, two, three), Chinese and punctuation only; digits count
as D, Latin letters as A, the begin of a line as ¶.  Only counts are shipped, no text.
"""

import re
import sys
from collections import Counter
from importlib import resources
from math import log2
from pathlib import Path

import jieba

from builder.ingest import find_sources, read
from builder.lexicon.charactermodel import classed
from builder.restore import restore

WORD = re.compile("[\u4e00-\u9fa5]{1,4}")
TEXT_WEIGHT = 4
MIN_WORD_COUNT = 5
HEADER = (
    "# Counts of characters in a row, for ranking readings of misdecoded text.\n"
    "# From {texts} public policy documents ({chars} characters) and the words of jieba 0.42.1\n"
    "# (MIT); a character of a document counts {weight}. Built by benchmarks/character_model.py.\n"
)


def main(folder: Path) -> None:
    texts = list(_texts(folder))
    counts: Counter[str] = Counter()
    for text in texts:
        for line in text.split("\n"):
            _count(counts, "¶" + classed(line), TEXT_WEIGHT)
    for word, weight in _words():
        _count(counts, word, weight)
    _write(counts, len(texts), sum(map(len, texts)))


def _texts(folder: Path):
    sources, _ = find_sources([folder])
    seen = set()
    for source in sources:
        witness, _ = read(source)
        if witness is not None:
            chars = restore(witness).chars
            if chars[:2000] not in seen:
                seen.add(chars[:2000])
                yield chars


def _words():
    jieba.setLogLevel(60)
    jieba.initialize()
    for word, count in sorted(jieba.dt.FREQ.items()):
        if count >= MIN_WORD_COUNT and WORD.fullmatch(word) and _common(word):
            yield word, max(1, round(log2(count) / 2))


def _common(word: str) -> bool:
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _count(counts: Counter[str], line: str, weight: int) -> None:
    for size in (1, 2, 3):
        for i in range(len(line) - size + 1):
            counts[line[i : i + size]] += weight


def _write(counts: Counter[str], texts: int, chars: int) -> None:
    rows: dict[str, list[tuple[str, int]]] = {}
    for gram, count in sorted(counts.items()):
        if len(gram) < 3 or count >= 3:
            rows.setdefault(gram[:-1], []).append((gram[-1], count))
    lines = [
        head + "\t" + "".join(f"{c}{n if n > 1 else ''}" for c, n in found)
        for head, found in sorted(rows.items())
    ]
    header = HEADER.format(texts=texts, chars=chars, weight=TEXT_WEIGHT)
    target = resources.files("builder") / "data" / "character_model.tsv"
    Path(str(target)).write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
