"""How well documents are read that were annotated before the program read them.

    python -m benchmarks.blind [--only zhou20,hb00] [--misses]

Each true text of tests/gold/blind is read alone.  What the facets of all texts have in common is
printed first, then each text with its misses.  The figures were blind only once: rules have been
mended by what these texts showed (tests/gold/blind/README.md has the first figures).
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.evaluate import report
from benchmarks.facets import FACETS
from benchmarks.scores import Score
from builder.assemble import assemble, public
from builder.extract import extract
from builder.model.text import Origin, Text, Witness, Work
from builder.structure import outline

__all__ = ["pooled", "read_alone", "scored"]

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "blind"
Json = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.blind", description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args(sys.argv[1:])
    only = options.only.split(",") if options.only else []
    scores = {name: rows for name, rows in scored(GOLD) if not only or name in only}
    report(f"{len(scores)} texts", pooled(scores.values()), misses=False)
    for name, rows in scores.items():
        if options.misses or only:
            report(name, rows, misses=options.misses)


def scored(folder: Path) -> Iterator[tuple[str, list[Score]]]:
    """Give the scores of each annotated text of a folder, by its name."""
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        clean = (folder / f"{file.stem}_clean.txt").read_text(encoding="utf-8")
        document = read_alone(file.stem, clean.rstrip("\n"))
        yield file.stem, [facet(gold, document) for facet in FACETS]


def read_alone(name: str, chars: str) -> Json:
    """Give the public record of a true text, read without its page and without other texts."""
    witness = Witness(source=f"{name}.txt", sha256="0" * 64, encoding="utf-8", chars=chars)
    origin = Origin(starts=range(len(chars)), ends=[i + 1 for i in range(len(chars))])
    text = Text(witness=witness, chars=chars, origin=origin)
    work = Work(text=text, texts=(text,), kinds=("full",))
    structure = outline(work)
    return public(assemble(work, structure, extract(chars, structure)), ())


def pooled(scores: Iterable[Sequence[Score]]) -> list[Score]:
    """Give one score a facet: the counts of all texts together."""
    return [
        Score(
            facet=rows[0].facet,
            right=sum(row.right for row in rows),
            found=sum(row.found for row in rows),
            expected=sum(row.expected for row in rows),
            recalled=sum(row.recalled for row in rows),
        )
        for rows in zip(*scores, strict=True)
    ]


if __name__ == "__main__":
    main()
