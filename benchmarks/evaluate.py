"""How well an export agrees with hand-made gold, facet by facet, and what it missed.

    python -m benchmarks.evaluate EXPORT_DIR [--gold tests/gold] [--only luan] [--misses]
    python -m benchmarks.evaluate EXPORT_DIR --against OLD_EXPORT_DIR

EXPORT_DIR is what ``zhengmai export json`` wrote.  Precision is the share of what was found
that is right, recall the share of what there is that was found.  With --against, the gains
and losses from an older export to this one are listed as well.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.changes import changes, totals
from benchmarks.facets import FACETS, letters, lineage_scores
from benchmarks.scores import Score, fold, tally

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
Json = dict[str, Any]


def main() -> None:
    options = _options()
    if options.export is None:
        print("give the folder that `zhengmai export json DIR` wrote")
        return
    export = load(options.export)
    lineage = options.export / "lineage.json"
    links = json.loads(lineage.read_text(encoding="utf-8")) if lineage.exists() else {}
    for name, scores in evaluate(options.gold, export, links).items():
        if not options.only or name in options.only.split(","):
            report(name, scores, misses=options.misses)
    if options.against:
        report_changes(load(options.against), export)


def load(folder: Path) -> dict[str, Json]:
    """Give the documents of an export by key."""
    files = sorted((folder / "documents").glob("*.json"))
    documents = (json.loads(file.read_text(encoding="utf-8")) for file in files)
    return {document["key"]: document for document in documents}


def evaluate(gold: Path, export: dict[str, Json], lineage: Json) -> dict[str, list[Score]]:
    """Give the scores of every gold document, by its name."""
    golds = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(gold.glob("*.json"))
    }
    texts = {name: item for name, item in golds.items() if "document" in item}
    held = {name: held_as(item["document"], export.values()) for name, item in texts.items()}
    scores: dict[str, list[Score]] = {}
    for name, item in texts.items():
        document = held[name]
        if document is None:
            scores[name] = [tally("held", ["the document"], [])]
            continue
        clean = gold / f"{name}_clean.txt"
        scores[name] = [score(item, document) for score in FACETS]
        scores[name].append(letters(clean.read_text(encoding="utf-8"), document["text"]))
        links = golds.get(f"lineage_{name}")
        if links and lineage:
            keys = {other: doc["key"] for other, doc in held.items() if doc is not None}
            scores[name] += lineage_scores(links, document["key"], keys, lineage)
    return scores


def held_as(head: Json, documents: Iterable[Json]) -> Json | None:
    """Give the exported document with the number, or else the title, of a gold header."""
    rows = list(documents)
    for name in ("doc_number", "title"):
        for row in rows:
            if head.get(name) and fold(head[name]) == fold(row.get(name)):
                return row
    return None


def report(name: str, scores: Sequence[Score], *, misses: bool) -> None:
    print(f"\n{name}\n  {'facet':<16}{'P':>7}{'R':>7}{'F1':>7}   right/expected/found")
    for score in scores:
        print(
            f"  {score.facet:<16}{score.precision:>7.3f}{score.recall:>7.3f}{score.f1:>7.3f}"
            f"   {score.right}/{score.expected}/{score.found}"
        )
        if misses:
            for label, rows in (("missed", score.missed), ("extra", score.extra)):
                for row in rows:
                    print(f"      {label}: {row}")


def report_changes(old: dict[str, Json], new: dict[str, Json]) -> None:
    found = changes(old, new)
    print("\nagainst the older export (gained / lost)")
    for facet, (gained, lost) in totals(found).items():
        print(f"  {facet:<16}{gained:>6} /{lost:>6}")
    for change in found:
        for sign, rows in (("+", change.gained), ("-", change.lost)):
            for row in rows:
                print(f"  {sign} {change.document} {change.facet}: {row}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("export", type=Path, nargs="?")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--only", default="")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--against", type=Path)
    return parser.parse_args(sys.argv[1:])


if __name__ == "__main__":
    main()
