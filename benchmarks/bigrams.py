"""Count pairs of characters over a folder of documents: python -m benchmarks.bigrams FOLDER

Writes ``builder/data/lineage_bigrams.csv``, by which lineage knows what is common in policy
at large.  It is part of the versioned data: counting anew changes scores, so look at them.
The folder should hold many themes and levels, and none of the documents to be linked.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from builder.ingest import find_sources, read
from builder.restore import restore

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "builder" / "data" / "lineage_bigrams.csv"
STRETCH_CHARS = 400
MIN_CHARS = 20
RUN = re.compile(r"[\u4e00-\u9fff]+")
HEAD = """\
# In how many stretches of policy text (paragraphs, cut at {chars} characters) a pair of
# characters stands. Counted by benchmarks/bigrams.py over {documents} public documents of many
# themes and levels, none of the seeds among them. The row without a pair gives the number of
# stretches; pairs met once are left out. Columns: bigram, count.
"""


def main() -> None:
    if len(sys.argv) < 2:
        return
    documents, stretches, counts = count(Path(sys.argv[1]))
    rows = sorted((pair, met) for pair, met in counts.items() if met > 1)
    head = HEAD.format(chars=STRETCH_CHARS, documents=documents)
    lines = [head + "bigram,count", f",{stretches}", *(f"{pair},{met}" for pair, met in rows)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{documents} documents, {stretches} stretches, {len(rows)} pairs")


def count(folder: Path) -> tuple[int, int, Counter[str]]:
    """Give the number of documents and of distinct stretches, and in how many a pair stands."""
    documents, seen, counts = 0, set[str](), Counter[str]()
    for source in find_sources([folder])[0]:
        witness, _ = read(source)
        if witness is None:
            continue
        documents += 1
        for stretch in _stretches(restore(witness).chars):
            if stretch not in seen:
                seen.add(stretch)
                counts.update(
                    {run[at : at + 2] for run in RUN.findall(stretch) for at in range(len(run) - 1)}
                )
    return documents, len(seen), counts


def _stretches(chars: str) -> list[str]:
    return [
        line[start : start + STRETCH_CHARS]
        for line in chars.splitlines()
        for start in range(0, len(line), STRETCH_CHARS)
        if len(line) - start >= MIN_CHARS
    ]


if __name__ == "__main__":
    main()
