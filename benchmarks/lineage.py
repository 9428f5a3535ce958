"""Time, memory and recall of proposals over many tasks: python -m benchmarks.lineage

Two plans of N tasks each are varied from real ones (clauses of the seeds shuffled between
tasks, places and figures put in) and run through the very steps of a build: their profiles,
what they share, and the proposals of every clause.  On a sample of clauses the proposals are
compared with brute force.  ``--judge`` goes on to compare and judge the pair.
"""

import argparse
import hashlib
import random
import re
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from builder.lineage.clauses import profile
from builder.lineage.pairs import judge_profiles
from builder.lineage.propose import nearest, propose, rows
from builder.lineage.shared import Shared, shared
from builder.model.outline import Header, Provision
from builder.model.record import Mentions, Record
from builder.model.span import Span

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000, 100_000)
SAMPLE = 300
BEST = 10
TIE = 1e-4
CLAUSE = re.compile(r"[\u4e00-\u9fff“”、（）0-9%]{6,60}(?=[，。；])")
PLACES = "长沙 株洲 兰州 天水 六安 霍山 信阳 阜阳 岳阳 衡阳 酒泉 白银 安庆 黄冈 淮南 蚌埠".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tasks", type=int, action="append", help="default: 1k, 10k, 100k")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--judge", action="store_true", help="compare and judge the pair, too")
    asked = parser.parse_args()
    print(
        f"{'tasks':>8} {'profiles s':>10} {'proposals s':>12} {'CPU s':>8} "
        f"{'peak MB':>8} {'recall':>7}"
    )
    for count in asked.tasks or SIZES:
        _run(count, asked.threads, judged=asked.judge)


def vary(clauses: Sequence[str], count: int, *, seed: int) -> list[str]:
    """Give so many tasks: a few clauses each, with a place and a figure put in."""
    chance = random.Random(seed)
    tasks = []
    for _ in range(count):
        start = chance.randrange(len(clauses))
        near = [clauses[(start + step) % len(clauses)] for step in range(chance.randint(2, 5))]
        far = chance.choice(clauses)
        place, figure = chance.choice(PLACES), chance.randint(2, 900)
        tasks.append("，".join([*near, far, f"{place}{figure}公里"]))
    return tasks


def plan(key: str, tasks: Sequence[str]) -> Record:
    """Give a record with so many tasks, one a line."""
    text = "\n".join(tasks)
    ends = np.cumsum([len(task) + 1 for task in tasks]).tolist()
    spans = [Span(end - len(task) - 1, end - 1) for end, task in zip(ends, tasks, strict=True)]
    provisions = tuple(
        Provision(
            id=str(number),
            label="",
            heading="",
            kind="section",
            parent=None,
            span=span,
            heading_span=None,
            body=(span,),
            role="task",
            role_rule="benchmark",
        )
        for number, span in enumerate(spans, 1)
    )
    return Record(
        key=key,
        header=Header(title=key),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        origin_starts=(),
        origin_ends=(),
        provisions=provisions,
        leaves=(),
        tasks=(),
        mentions=Mentions(),
        witnesses=(),
        findings=(),
    )


def _clauses() -> list[str]:
    """Clauses of the seeds in simplified script, pinyin left out."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))
    )
    return CLAUSE.findall(re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]+\)", "", text))


def _run(count: int, threads: int, *, judged: bool) -> None:
    known = _clauses()
    records = [plan(f"甲乙-{seed}", vary(known, count, seed=seed)) for seed in (20240728, 7)]
    start, spent = time.perf_counter(), time.process_time()
    lower, upper = (profile(record) for record in records)
    made = time.perf_counter()
    both = shared(lower, upper)
    propose(both, {}, threads=threads)
    done, spent = time.perf_counter(), time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    recall = _recall(both)
    print(
        f"{count:>8} {made - start:>10.2f} {done - made:>12.2f} {spent:>8.2f}"
        f" {peak:>8} {recall:>7.4f}",
        flush=True,
    )
    if judged:
        links = judge_profiles(lower, upper, in_line=True).links
        spent = time.perf_counter() - done
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"         judged in {spent:.2f} s, {len(links)} links, peak {peak} MB", flush=True)


def _recall(both: Shared) -> float:
    """Share of the ``BEST`` of a sample of clauses, by brute force, that was proposed.

    Of equals any counts.
    """
    clauses = both.lower_rows.shape[0]
    sample = sorted(random.Random(7).sample(range(clauses), min(SAMPLE, clauses)))
    exact = (both.lower_rows[sample] @ both.upper_provisions.T).toarray()
    lower, upper = rows(both)
    near = nearest(lower[sample], upper)
    found = asked = 0
    for row, values in enumerate(exact):
        least = np.sort(values)[-min(BEST, len(values))]
        asked += min(BEST, int((values > 0).sum()))
        found += min(BEST, int((values[near[row].indices] >= least - TIE).sum()))
    return found / max(asked, 1)


if __name__ == "__main__":
    main()
