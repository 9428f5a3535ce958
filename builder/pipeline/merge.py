"""Sorted files of lines -> one sorted file, each line once, in little memory.

A file is read block by block and closed in between, so that a thousand of them may be
merged where a process may hold a few hundred open.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

__all__ = ["Tally", "merged"]

BLOCK_BYTES = 1 << 16
JOINED_LINES = 4096


@dataclass(slots=True)
class Tally:
    """What went by: how many lines, and the hash of all of them."""

    hashed: "Hash" = field(default_factory=sha256)
    lines: int = 0

    def take(self, body: bytes) -> bytes:
        """Give the block on, counted."""
        self.hashed.update(body)
        self.lines += body.count(b"\n")
        return body


def merged(paths: Sequence[Path]) -> Iterator[bytes]:
    """Give blocks of lines: those of all files in order, each once."""
    many = heapq.merge(*map(_lines, paths))
    block: list[bytes] = []
    for line in _once(many):
        block.append(line)
        if len(block) == JOINED_LINES:
            yield b"".join(block)
            block.clear()
    yield b"".join(block)


def _lines(path: Path) -> Iterator[bytes]:
    at = 0
    while True:
        with path.open("rb") as file:
            file.seek(at)
            lines = file.readlines(BLOCK_BYTES)
            at = file.tell()
        if not lines:
            return
        yield from lines


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    last = b""
    for line in lines:
        if line != last:
            yield line
        last = line
