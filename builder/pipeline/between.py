"""What stands between documents: lineage, and the authorities that all of them share."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from builder.lineage import link
from builder.model import codec
from builder.model.lineage import ExpectedDocument, Lineage
from builder.pipeline.cache import digest
from builder.pipeline.parts import Part, records
from builder.pipeline.stages import Settings
from builder.rdf import emit

__all__ = ["Between", "connect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Lineage and its quads, the quads of authorities; names are those in the cache."""

    lineage: Lineage
    name: str
    quads: tuple[str, ...]
    quads_sha256: str
    quad_count: int


def connect(
    parts: Sequence[Part], settings: Settings, expected: Sequence[ExpectedDocument]
) -> Between:
    """Link all documents, or take the links from the cache where no document changed."""
    name = digest(
        "between",
        settings.rules,
        settings.base,
        codec.encode(tuple(expected)),
        *(part.id for part in parts),
    )
    if data := settings.cache.get(f"{name}.between"):
        return codec.decode(data, Between)
    made = _connect(name, parts, settings, expected)
    settings.cache.put(f"{name}.between", codec.encode(made))
    return made


def _connect(
    name: str, parts: Sequence[Part], settings: Settings, expected: Sequence[ExpectedDocument]
) -> Between:
    held = records(parts)
    lineage = link(held, expected=expected)
    graphs = {
        "authorities": emit.authorities(held, base=settings.base),
        "lineage": emit.lineage(lineage, held, base=settings.base),
        "vocabulary": emit.vocabulary(base=settings.base),
    }
    hashed = hashlib.sha256()
    for graph, lines in graphs.items():
        body = "".join(f"{line}\n" for line in lines).encode()
        hashed.update(body)
        settings.cache.put(f"{name}.{graph}.nq", body)
    return Between(
        lineage=lineage,
        name=name,
        quads=tuple(f"{name}.{graph}.nq" for graph in graphs),
        quads_sha256=hashed.hexdigest(),
        quad_count=sum(map(len, graphs.values())),
    )
