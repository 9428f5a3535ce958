"""Rows of the property graph, made of quads before there is a store.

A document's rows depend on its own quads, so workers make them with the quads and keep
them with its other results; what stands between documents gives its rows in the same way
(:mod:`builder.pipeline.carried`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from builder.model import codec
from builder.pipeline.cache import Cache
from builder.rdf import emit
from builder.store import rows
from builder.store.propertygraph import read
from builder.store.sources import Said, SaidQuads, said

__all__ = ["all_rows", "table", "vocabulary"]


def table(own: Said, beside: Iterable[Said], *, base: str) -> bytes:
    """Give the rows of what is said by subject, as the cache holds them.

    ``beside`` says what of other things the rows name; the vocabulary is added.
    """
    quads = SaidQuads(own, (*beside, vocabulary(base)), base=base)
    return codec.encode(rows.text(read(quads)))


def all_rows(names: Sequence[str], cache: Cache) -> Iterator[rows.Rows]:
    """Give rows by the names that they have in the cache."""
    for name in names:
        yield codec.decode(cache.path(name).read_bytes(), dict[str, str])


@cache
def vocabulary(base: str) -> Said:
    """Give what the vocabulary says of each concept."""
    return said(emit.vocabulary(base=base))
