"""Which files are copies of one document, judged without holding their texts.

Collation groups by number, title, date, place and the texts' signatures; those are in the
sketches, so grouping takes a few hundred bytes a file however long the texts are.
"""

from collections.abc import Sequence

from builder.collate.grouping import group
from builder.model.outline import Header
from builder.model.text import Origin, Text, Witness
from builder.pipeline.stages import Sketch

__all__ = ["blocks"]


def blocks(sketches: Sequence[Sketch]) -> tuple[tuple[Sketch, ...], ...]:
    """Give the sketches that have a text, document by document, in order of sources."""
    known = {(item.source, item.sha256): item for item in sketches if item.text}
    copies = [(_bare(item), item.header or Header()) for item in known.values()]
    groups = [
        sorted((text.witness.source, text.witness.sha256) for text, _ in found)
        for found in group(copies)
    ]
    return tuple(tuple(known[name] for name in names) for names in sorted(groups))


def _bare(item: Sketch) -> Text:
    """Give a text that has a signature and a name but no characters."""
    witness = Witness(source=item.source, sha256=item.sha256, encoding="", chars="")
    return Text(
        witness=witness,
        chars="",
        origin=Origin(starts=(), ends=()),
        fit=item.fit,
        signature=item.signature,
    )
