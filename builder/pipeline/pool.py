"""Work on many items, in order, on as many processes as asked for."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar

from builder.errors import ZhengmaiError

__all__ = ["Map", "Progress", "Watched", "unswept", "watched", "workers"]

A = TypeVar("A")
B = TypeVar("B")
Progress = Callable[[str, int, int], None]
FEWEST_ITEMS_A_PROCESS = 8
CHUNKS_A_PROCESS = 16


class Map(Protocol):
    """Give ``work(item)`` for each item, in the order of the items."""

    def __call__(self, work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
        """Do it."""
        ...


class Watched(Protocol):
    """Give all results of one named step, in the order of the items."""

    def __call__(self, step: str, work: Callable[[A], B], items: Sequence[A]) -> list[B]:
        """Do it."""
        ...


@contextmanager
def workers(jobs: int, items: int) -> Iterator[Map]:
    """Give a map over ``jobs`` processes; 0 takes one a core, or none for a few items.

    Processes are started anew (spawn), not forked: a fork copies the locks of threads.
    """
    count = jobs or min(_cores(), items // FEWEST_ITEMS_A_PROCESS)
    if count <= 1:
        yield _here
        return
    spawn = get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=spawn, initializer=gc.disable) as pool:

        def there(work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
            chunk = max(1, len(items) // (count * CHUNKS_A_PROCESS))
            return pool.map(partial(_swept, work), items, chunksize=chunk)

        try:
            yield there
        except BrokenProcessPool as error:
            raise ZhengmaiError(
                "a worker process was killed, perhaps for want of memory: "
                "try --jobs 1, or fewer sources at once"
            ) from error


def watched(run: Map, progress: Progress) -> Watched:
    """Give a map that tells how far each step is."""

    def step(step: str, work: Callable[[A], B], items: Sequence[A]) -> list[B]:
        done: list[B] = []
        progress(step, 0, len(items))
        for result in run(work, items):
            done.append(result)
            progress(step, len(done), len(items))
        return done

    return step


@contextmanager
def unswept() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile: a fifth of the time, for next to none.

    What a stage makes is trees of tuples, which go when their last name goes.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _here(work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
    return map(partial(_swept, work), items)


def _swept(work: Callable[[A], B], item: A) -> B:
    """Do one item, and sweep up the few cycles that it made."""
    try:
        return work(item)
    finally:
        gc.collect(0)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
