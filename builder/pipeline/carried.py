"""The lineage of one document at a time: its quads, what the shapes find in them, their rows.

Everything between documents is said of some lower one: what it cites, which documents and
tasks it carries on, what is missing from it.  So workers write lineage document by document
with the two or three records that it names, and nobody holds the whole.  What two
documents' parts both write (words of an upper text, a maker) they write alike, so that a
merge gives each line once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from builder.model import codec
from builder.model.finding import Finding
from builder.model.lineage import (
    AbsentDocument,
    DocumentLink,
    DocumentPair,
    Lineage,
    Resolution,
)
from builder.model.record import Record
from builder.pipeline.cache import digest
from builder.pipeline.parts import Part, lines
from builder.pipeline.stages import Settings
from builder.pipeline.tables import table
from builder.rdf import check, emit
from builder.rdf.quads import Written
from builder.store.sources import Said, said

__all__ = ["Carried", "Job", "carry", "jobs", "write"]

REMEMBERED = 12  # documents at hand in each process: many lower ones share an upper one


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the lineage says of one lower document, and where the documents it names lie.

    ``absent`` are those that it names and nobody holds; ``id`` names the result.
    """

    lineage: Lineage
    records: tuple[Path, ...]
    quads: tuple[Path, ...]
    absent: tuple[AbsentDocument, ...]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What was written of one document; ``quads`` and ``rows`` are names in the cache."""

    id: str
    quads: str
    rows: str
    faults: tuple[check.Violation, ...]


def jobs(lineage: Lineage, parts: Sequence[Part], settings: Settings) -> list[Job]:
    """Give a job for each document of which the lineage says anything, by key."""
    held = {part.key: part for part in parts}
    absent = {row.key: row for row in lineage.absent}
    return [_job(_lineage(share), held, absent, settings) for share in _shares(lineage)]


def carry(job: Job, settings: Settings) -> Carried:
    """Write the lineage of one document, or find it written."""
    if data := settings.cache.get(f"{job.id}.carried"):
        return codec.decode(data, Carried)
    return write(
        job.id,
        emit.lineage_written(job.lineage, map(_record, job.records), base=settings.base),
        (_absent(job.absent, settings.base), *map(_said, job.quads)),
        settings,
    )


def write(
    name: str,
    graphs: Sequence[Written],
    beside: Sequence[Said],
    settings: Settings,
) -> Carried:
    """Keep lines, faults and rows of quads between documents; the first of ``graphs`` has rows.

    ``beside`` says what of other things they name.
    """
    own, others = graphs[0].about, [graph.about for graph in graphs[1:]]
    body = "\n".join((*sorted(line for graph in graphs for line in graph.lines), ""))
    made = Carried(
        id=name,
        quads=f"{name}.nq",
        rows=f"{name}.rows",
        faults=check.between(own, (*others, *beside)),
    )
    settings.cache.put(made.quads, body.encode())
    settings.cache.put(made.rows, table(own, beside, base=settings.base))
    settings.cache.put(f"{name}.carried", codec.encode(made))
    return made


@dataclass(frozen=True, slots=True)
class _Share:
    """What a lineage says of one document."""

    resolutions: list[Resolution] = field(default_factory=list)
    documents: list[DocumentLink] = field(default_factory=list)
    pairs: list[DocumentPair] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def _shares(lineage: Lineage) -> Iterator[_Share]:
    shares: defaultdict[str, _Share] = defaultdict(_Share)
    for resolved in lineage.resolutions:
        shares[resolved.document].resolutions.append(resolved)
    for link in lineage.documents:
        shares[link.lower].documents.append(link)
    for pair in lineage.pairs:
        shares[pair.lower].pairs.append(pair)
    for found in lineage.findings:
        if found.document:
            shares[found.document].findings.append(found)
    return (share for _, share in sorted(shares.items()))


def _lineage(share: _Share) -> Lineage:
    return Lineage(
        absent=(),
        resolutions=tuple(share.resolutions),
        documents=tuple(share.documents),
        pairs=tuple(share.pairs),
        findings=tuple(share.findings),
    )


def _job(
    lineage: Lineage,
    held: Mapping[str, Part],
    absent: Mapping[str, AbsentDocument],
    settings: Settings,
) -> Job:
    named = sorted(set(_named(lineage)))
    parts = [held[key] for key in named if key in held]
    unheld = tuple(absent[key] for key in named if key in absent and key not in held)
    content = codec.encode((lineage, unheld))
    ids = (part.id for part in parts)
    return Job(
        lineage=lineage,
        records=tuple(part.slim or part.record for part in parts),
        quads=tuple(part.quads for part in parts),
        absent=unheld,
        id=digest("carried", settings.rules, settings.base, content, *ids),
    )


def _named(lineage: Lineage) -> Iterator[str]:
    """Give the keys of all documents that a part of a lineage names."""
    for resolved in lineage.resolutions:
        yield from (resolved.document, resolved.target)
    for link in lineage.documents:
        yield from (link.lower, link.upper)
    for pair in lineage.pairs:
        yield from (pair.lower, pair.upper)
    yield from (found.document for found in lineage.findings)


def _absent(absent: tuple[AbsentDocument, ...], base: str) -> Said:
    alone = Lineage(absent=absent, resolutions=(), documents=(), pairs=(), findings=())
    return emit.lineage_written(alone, (), base=base)[0].about


@lru_cache(maxsize=REMEMBERED)
def _record(path: Path) -> Record:
    return codec.decode(path.read_bytes(), Record)


@lru_cache(maxsize=REMEMBERED)
def _said(path: Path) -> Said:
    return said(lines(path))
