"""Time, memory and recall of proposals over many tasks: python -m benchmarks.lineage

Tasks are varied from real ones (clauses of the seeds' tasks shuffled between tasks, places
and figures put in).  For 1,000, 10,000 and 100,000 of them the nearest ``TOP`` of all are
proposed; on a sample the proposals are compared with brute force.
"""

import argparse
import random
import re
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy import sparse

from builder.lineage.propose import nearest, vectors

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000, 100_000)
TOP = 10
SAMPLE = 200
CLAUSE = re.compile(r"[\u4e00-\u9fff“”、（）0-9%]{6,60}(?=[，。；])")
PLACES = "长沙 株洲 兰州 天水 六安 霍山 信阳 阜阳 岳阳 衡阳 酒泉 白银 安庆 黄冈 淮南 蚌埠".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tasks", type=int, action="append", help="default: 1k, 10k, 100k")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    print(f"{'tasks':>8} {'vectors s':>10} {'proposals s':>12} {'peak MB':>8} {'recall':>7}")
    for count in asked.tasks or SIZES:
        _run(vary(_clauses(), count), asked.threads)


def vary(clauses: Sequence[str], count: int) -> list[str]:
    """Give so many tasks: a few clauses each, with a place and a figure put in."""
    chance = random.Random(20240728)
    tasks = []
    for _ in range(count):
        start = chance.randrange(len(clauses))
        near = [clauses[(start + step) % len(clauses)] for step in range(chance.randint(2, 5))]
        far = chance.choice(clauses)
        place, figure = chance.choice(PLACES), chance.randint(2, 900)
        tasks.append("，".join([*near, far, f"{place}{figure}公里"]))
    return tasks


def _clauses() -> list[str]:
    """Clauses of the seeds in simplified script, pinyin left out."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))
    )
    return CLAUSE.findall(re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]+\)", "", text))


def _run(tasks: Sequence[str], threads: int) -> None:
    start = time.perf_counter()
    rows, _ = vectors(tasks)
    made = time.perf_counter()
    proposed = list(nearest(rows, rows, top=TOP, threads=threads))
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    recall = _recall(rows, proposed)
    print(
        f"{len(tasks):>8} {made - start:>10.2f} {done - made:>12.2f} {peak:>8} {recall:>7.4f}",
        flush=True,
    )


def _recall(rows: sparse.csr_matrix, proposed: Sequence[Sequence[tuple[int, float]]]) -> float:
    """Share of the brute-force best on a sample that was proposed; ties count as found."""
    sample = random.Random(7).sample(range(rows.shape[0]), min(SAMPLE, rows.shape[0]))
    exact = np.asarray((rows[sample] @ rows.T).todense())
    found = asked = 0
    for at, number in enumerate(sample):
        best = np.sort(exact[at])[::-1][:TOP]
        kept = sorted((value for _, value in proposed[number]), reverse=True)
        asked += TOP
        found += sum(value >= least - 1e-4 for value, least in zip(kept, best, strict=False))
    return found / asked


if __name__ == "__main__":
    main()
