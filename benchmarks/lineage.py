"""Time, memory and recall of proposals over many tasks: python -m benchmarks.lineage

Two plans of N tasks each are varied from real ones and run through the very steps of a build:
their profiles, what they share, and the proposals of every clause.  In the first round
clauses of the seeds are shuffled between tasks, places and figures put in, so that many
tasks say the same; in the second words of another clause are put into each, so that hardly
two clauses are the same.  On a sample of clauses the proposals are compared with brute
force.  ``--judge`` goes on to compare and judge the pair.
"""

import argparse
import gc
import hashlib
import random
import re
import resource
import time
from collections.abc import Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from builder.lineage.clauses import profile
from builder.lineage.pairs import judge_profiles
from builder.lineage.propose import asked, nearest, propose
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
    given = parser.parse_args()
    print(
        f"{'clauses':>8} {'tasks':>8} {'profiles s':>10} {'proposals s':>12} {'CPU s':>8} "
        f"{'peak MB':>8} {'recall':>7}"
    )
    for mixed in (False, True):
        for count in given.tasks or SIZES:
            work = partial(_run, count, given.threads, mixed=mixed, judged=given.judge)
            alone = get_context("spawn").Process(target=work)  # for its own peak of memory
            alone.start()
            alone.join()


def vary(clauses: Sequence[str], count: int, *, seed: int, mixed: bool = False) -> list[str]:
    """Give so many tasks: a few clauses each, with a place and a figure put in.

    With ``mixed`` each clause has words of another one put into its middle.
    """
    chance = random.Random(seed)
    tasks = []
    for _ in range(count):
        start = chance.randrange(len(clauses))
        near = [clauses[(start + step) % len(clauses)] for step in range(chance.randint(2, 5))]
        said = [*near, chance.choice(clauses)]
        if mixed:
            said = [_mixed(clause, chance.choice(clauses), chance) for clause in said]
        place, figure = chance.choice(PLACES), chance.randint(2, 900)
        tasks.append("，".join([*said, f"{place}{figure}公里"]))
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


def _mixed(clause: str, other: str, chance: random.Random) -> str:
    middle, start = len(clause) // 2, chance.randrange(len(other) - 4)
    return clause[:middle] + other[start : start + chance.randint(2, 8)] + clause[middle:]


def _clauses() -> list[str]:
    """Clauses of the seeds in simplified script, pinyin left out."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))
    )
    return CLAUSE.findall(re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]+\)", "", text))


def _run(count: int, threads: int, *, mixed: bool, judged: bool) -> None:
    gc.disable()  # as in the workers of a build
    known = _clauses()
    records = [
        plan(f"甲乙-{seed}", vary(known, count, seed=seed, mixed=mixed)) for seed in (20240728, 7)
    ]
    start, spent = time.perf_counter(), time.process_time()
    lower, upper = (profile(record) for record in records)
    made = time.perf_counter()
    both = shared(lower, upper)
    propose(both, {}, threads=threads)
    done, spent = time.perf_counter(), time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    recall = _recall(both)
    print(
        f"{'mixed' if mixed else 'same':>8} {count:>8} {made - start:>10.2f} {done - made:>12.2f}"
        f" {spent:>8.2f} {peak:>8} {recall:>7.4f}",
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
    rows = asked(both)
    near = nearest(rows, rows.place[sample])
    found = wanted = 0
    for row, values in enumerate(exact):
        least = np.sort(values)[-min(BEST, len(values))]
        wanted += min(BEST, int((values > 0).sum()))
        found += min(BEST, int((values[near[row].indices] >= least - TIE).sum()))
    return found / max(wanted, 1)


if __name__ == "__main__":
    main()
