"""What goes into a graph, one part a document: freshly made, or kept from the last build."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.model import codec
from builder.model.record import Record
from builder.pipeline.cache import digest
from builder.pipeline.gate import Judged
from builder.pipeline.stages import Product, Settings, slim
from builder.pipeline.tables import table
from builder.rdf import emit
from builder.store.graph import Graph
from builder.store.sources import said

__all__ = ["Part", "described", "gather", "lines", "records", "with_rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document of the new graph; ``id`` names its content for whatever is made of it.

    ``rows`` names its rows in the cache, None where they are still to be made.
    """

    key: str
    title: str
    doc_number: str | None
    sources: tuple[str, ...]
    record: Path
    slim: Path | None
    quads: Path
    rows: str | None
    texts: tuple[tuple[str, Path], ...]
    id: str
    quads_sha256: str
    quad_count: int
    char_count: int
    kept: bool


def gather(judged: Judged, before: Graph | None, settings: Settings) -> tuple[Part, ...]:
    """Give the parts of the new graph, in order of keys."""
    fresh = [_fresh(product, settings) for product in judged.admitted]
    kept = [_kept(key, before) for key in judged.kept if before]
    return tuple(sorted((*fresh, *kept), key=lambda part: part.key))


def records(parts: Sequence[Part]) -> list[Record]:
    """Give the slim records of all parts: what lineage and authorities are made from."""
    return [
        codec.decode(part.slim.read_bytes(), Record)
        if part.slim
        else slim(codec.decode(part.record.read_bytes(), Record))
        for part in parts
    ]


def with_rows(part: Part, settings: Settings) -> Part:
    """Give the part with its rows; those of one kept from the last build are made here."""
    if part.rows is not None:
        return part
    name = digest("rows", settings.rules, settings.base, part.id) + ".rows"
    if not settings.cache.path(name).exists():
        own = said(lines(part.quads))
        beside = emit.authorities_written(records([part]), base=settings.base).about
        settings.cache.put(name, table(own, (beside,), base=settings.base))
    return replace(part, rows=name)


def lines(path: Path) -> list[str]:
    """Give the lines of an N-Quads file."""
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def described(part: Part) -> dict[str, Any]:
    """Give what the manifest says of a document."""
    return {
        "key": part.key,
        "title": part.title,
        "doc_number": part.doc_number,
        "sources": list(part.sources),
        "witnesses": [sha256 for sha256, _ in part.texts],
        "quads": part.quad_count,
        "quads_sha256": part.quads_sha256,
        "chars": part.char_count,
        "last_good_kept": part.kept,
    }


def _fresh(product: Product, settings: Settings) -> Part:
    path = settings.cache.path
    return Part(
        key=product.key,
        title=product.title,
        doc_number=product.doc_number,
        sources=product.sources,
        record=path(product.record),
        slim=path(product.slim),
        quads=path(product.quads),
        rows=product.rows,
        texts=tuple((sha256, path(name)) for sha256, name in product.texts),
        id=product.slim,
        quads_sha256=product.quads_sha256,
        quad_count=product.quad_count,
        char_count=product.char_count,
        kept=False,
    )


def _kept(key: str, before: Graph) -> Part:
    entry = next(item for item in before.manifest["documents"] if item["key"] == key)
    return Part(
        key=key,
        title=entry["title"],
        doc_number=entry["doc_number"],
        sources=tuple(entry["sources"]),
        record=before.part(key, "record"),
        slim=None,
        quads=before.part(key, "nq"),
        rows=None,
        texts=tuple((sha256, before.text_path(sha256)) for sha256 in entry["witnesses"]),
        id=entry["quads_sha256"],
        quads_sha256=entry["quads_sha256"],
        quad_count=entry["quads"],
        char_count=entry["chars"],
        kept=True,
    )
