"""Work on many items, in order, on as many processes as asked for."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

from builder.errors import ZhengmaiError

__all__ = ["Map", "Progress", "Watched", "watched", "workers"]

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
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:

        def there(work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
            chunk = max(1, len(items) // (count * CHUNKS_A_PROCESS))
            return pool.map(work, items, chunksize=chunk)

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


def _here(work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
    return map(work, items)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
