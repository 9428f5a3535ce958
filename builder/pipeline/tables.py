"""Rows of the property graph, made of N-Quads lines before there is a store.

A document's rows depend on its own quads, so they are made once, by workers, and kept with
its other results; what stands between documents gives its rows from the shared quads and
from what those name in the documents.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.model import codec
from builder.pipeline.cache import digest
from builder.pipeline.parts import Part, records
from builder.pipeline.stages import Settings
from builder.rdf import emit
from builder.store import rows
from builder.store.propertygraph import read
from builder.store.sources import LineQuads, named, reached

__all__ = ["Shared", "all_rows", "document_rows", "shared"]

VOCABULARY = ".vocabulary.nq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Lines of what documents share, and of what lies beside them: all that they name."""

    own: list[str]
    beside: list[str]


def document_rows(part: Part, settings: Settings) -> str:
    """Make the rows of one document, or find them made; gives the hash that names them."""
    name = digest("rows", settings.rules, settings.base, part.id, part.quads_sha256)
    if not settings.cache.path(f"{name}.rows").exists():
        beside = (
            *emit.authorities(records([part]), base=settings.base),
            *_vocabulary(settings.base),
        )
        quads = LineQuads(_lines(part.quads), beside, base=settings.base)
        settings.cache.put(f"{name}.rows", codec.encode(rows.text(read(quads))))
    return name


def shared(names: Iterable[str], parts: Sequence[Part], settings: Settings) -> Shared:
    """Give the lines of shared quads, and of what they name in documents and vocabulary."""
    paths = (settings.cache.path(name) for name in names if not name.endswith(VOCABULARY))
    own = [line for path in paths for line in _lines(path)]
    wanted = named(own)
    beside = [line for part in parts for line in reached(_lines(part.quads), wanted)]
    return Shared(own=own, beside=[*beside, *_vocabulary(settings.base)])


def all_rows(names: Iterable[str], lines: Shared, settings: Settings) -> Iterator[rows.Rows]:
    """Give the rows of all documents, then those of what they share."""
    for name in names:
        yield codec.decode(settings.cache.path(f"{name}.rows").read_bytes(), dict[str, str])
    yield rows.text(read(LineQuads(lines.own, lines.beside, base=settings.base)))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


@cache
def _vocabulary(base: str) -> tuple[str, ...]:
    return tuple(emit.vocabulary(base=base))
