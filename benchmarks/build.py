"""Time and memory of a whole build: python -m benchmarks.build [--documents 100 --documents 1000]

One run on one machine gives, for N distinct documents varied from the seeds:

* each text stage as a ratio to one jieba pass over the same text (one process, CPU time),
* the whole build on all cores as a ratio to the time that Oxigraph alone takes to bulk-load
  the resulting quads from a file (the floor),
* memory of the build, of its largest worker, and of the bare bulk load,
* quads per document and per 1,000 characters, so that nothing is won by padding.
"""

import argparse
import gc
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jieba
import pyoxigraph

from benchmarks import variations
from builder import pipeline
from builder.assemble import assemble
from builder.collate import collate
from builder.extract import extract
from builder.ingest import find_sources, read
from builder.model.record import Record
from builder.pipeline.pool import unswept
from builder.pipeline.tables import table
from builder.rdf import check, emit
from builder.rdf.quads import About
from builder.restore import restore
from builder.structure import identify, outline

ROOT = Path(__file__).resolve().parents[1]
SAMPLE_DOCUMENTS = 40
SECONDS_BETWEEN_WORDS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, action="append", help="default: 100 and 1000")
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--only", choices=("stages", "whole"), help="leave the other out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.only != "whole":
            _stages(Path(folder))
        if asked.only == "stages":
            return
        for count in asked.documents or [100, 1000]:
            _whole(Path(folder), count, asked.jobs)


def _stages(folder: Path) -> None:
    """Time the stages of a document in one process, against jieba over the same text."""
    paths = variations.write(ROOT / "seeds", folder / "sample", SAMPLE_DOCUMENTS)
    jieba.initialize()
    with unswept():  # as in the processes of a build
        _one_by_one(paths[:4])
        spent, chars = _one_by_one(paths)
    base = spent["jieba"]
    print(f"\n{len(paths)} documents, {chars} characters, one process")
    print(f"{'stage':<10} {'seconds':>8} {'ms/10k chars':>13} {'x jieba':>8}")
    for stage, seconds in spent.items():
        print(f"{stage:<10} {seconds:8.2f} {seconds * 1e7 / chars:13.1f} {seconds / base:8.2f}")
    text = sum(spent[stage] for stage in ("restore", "structure", "extract"))
    print(f"{'all text':<10} {text:8.2f} {text * 1e7 / chars:13.1f} {text / base:8.2f}")


def _one_by_one(paths: list[Path]) -> tuple[dict[str, float], int]:
    spent: dict[str, float] = {}
    chars = 0

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        spent[stage] = spent.get(stage, 0.0) + time.process_time() - start
        return result

    for source in find_sources(paths)[0]:
        witness, _ = timed("read", lambda source=source: read(source))
        text = timed("restore", lambda witness=witness: restore(witness))
        header = timed("structure", lambda text=text: identify(text))
        pair = (text, header)
        works, _ = timed("collate", lambda pair=pair: collate([pair], keep_unfit=True))
        work = works[0]
        tree = timed("structure", lambda work=work: outline(work))
        found = timed("extract", lambda work=work, tree=tree: extract(work.text.chars, tree))
        made = (work, tree, found)
        record = timed("assemble", lambda made=made: assemble(*made))
        quads, shared = timed("emit", lambda record=record: _emitted(record))
        known = (record.key, quads, shared)
        timed("check", lambda known=known: check.described(*known))
        beside = (quads, (shared,))
        timed("rows", lambda beside=beside: table(*beside, base=pipeline.BASE))
        timed("sweep", lambda: gc.collect(0))
        timed("jieba", lambda text=text: jieba.lcut(text.chars))
        chars += len(text.chars)
    return spent, chars


def _emitted(record: Record) -> tuple[About, About]:
    """Write the quads of a document, and those of what it names, which shapes and rows need."""
    own = emit.document_written(record, base=pipeline.BASE)
    return own.about, emit.authorities_written((record,), base=pipeline.BASE).about


def _whole(folder: Path, count: int, jobs: int) -> None:
    """Time a whole build and the bare bulk load of its quads, each in a fresh process."""
    sources = folder / f"sources-{count}"
    variations.write(ROOT / "seeds", sources, count)
    out = folder / f"graph-{count}"
    built = _apart(_build, sources, out, jobs)
    again = _apart(_build, sources, out, jobs)
    floor = _apart(_bulk_load, next((out / "builds").iterdir()) / "graph.nq", folder / "floor")
    for done in (folder / "floor", out, sources):
        shutil.rmtree(done)
    counts = built["counts"]
    print(f"\n{count} documents: {counts['documents']} built, {counts['refused']} refused")
    for step, seconds in built["steps"].items():
        print(f"  {step:<10} {seconds:8.2f} s  {seconds / floor['seconds']:6.2f} x floor")
    for name, run in (("whole", built), ("again", again), ("floor", floor)):
        ratio = run["seconds"] / floor["seconds"]
        cpu = f"{run['cpu']:.1f} s CPU, {run['cpu'] / floor['cpu']:.2f} x floor"
        per = run["seconds"] * 1000 / count
        wall = f"{run['seconds']:8.2f} s  {ratio:6.2f} x floor  {per:7.1f} ms a document"
        print(f"  {name:<10} {wall}, {cpu}")
    print(
        f"  memory: build {built['mb']} MB, largest worker {built['worker_mb']} MB, "
        f"bare load {floor['mb']} MB; {built['mb'] * 1024 // count} KB a document"
    )
    print(
        f"  quads: {counts['quads']}, {counts['quads'] // max(1, counts['documents'])} a document, "
        f"{counts['quads'] * 1000 // max(1, counts['chars'])} per 1,000 characters"
    )


def _build(sources: Path, out: Path, jobs: int) -> dict[str, Any]:
    watch = _Watch()
    with _clock() as spent:
        built = pipeline.build([sources], out, jobs=jobs, progress=watch)
    return {"counts": built.manifest["counts"], "steps": watch.steps(), **spent}


def _bulk_load(quads: Path, store: Path) -> dict[str, Any]:
    with _clock() as spent:
        pyoxigraph.Store(store).bulk_load(path=quads, format=pyoxigraph.RdfFormat.N_QUADS)
    return spent


class _Watch:
    """Notes when each step of a build begins, and says every ten seconds how far it is."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}
        self._said = time.perf_counter()

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.perf_counter()
        self._began.setdefault(step, now)
        if now - self._said > SECONDS_BETWEEN_WORDS:
            self._said = now
            begun = now - next(iter(self._began.values()))
            print(f"  {begun:6.0f} s: {step} {done}/{total}", file=sys.stderr, flush=True)

    def steps(self) -> dict[str, float]:
        ends = [*list(self._began.values())[1:], time.perf_counter()]
        return {
            step: end - began for (step, began), end in zip(self._began.items(), ends, strict=True)
        }


@contextmanager
def _clock() -> Iterator[dict[str, Any]]:
    spent: dict[str, Any] = {}
    start = time.perf_counter()
    yield spent
    spent["seconds"] = time.perf_counter() - start
    spent["cpu"] = _cpu()
    spent["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    spent["worker_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def _cpu() -> float:
    """Give the CPU seconds of this process and of those that it waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _apart(work: Callable[..., dict[str, Any]], *given: object) -> dict[str, Any]:
    """Run in a process of its own, so that memory is its own too."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_in_child, (work, given))


def _in_child(work: Callable[..., dict[str, Any]], given: tuple[object, ...]) -> dict[str, Any]:
    multiprocessing.current_process()._config["daemon"] = False  # it starts workers of its own
    return work(*given)


if __name__ == "__main__":
    main()
