"""What stands between documents: lineage, and the authorities that all of them share.

Each pair of documents is judged alone, from its two records, so that a pair neither of
whose documents changed comes from the cache; the decisions of people are applied last.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.lineage import PlannedPair, judge_pair, plan, settle
from builder.lineage.review import apply_reviews
from builder.model import codec
from builder.model.lineage import DocumentPair, ExpectedDocument, Lineage
from builder.model.record import Record
from builder.model.review import Review
from builder.pipeline.cache import digest
from builder.pipeline.parts import Part, records
from builder.pipeline.pool import Watched
from builder.pipeline.stages import Settings
from builder.rdf import emit

__all__ = ["Between", "connect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Lineage, and the quads of it and of the authorities: names in the cache.

    ``ids`` begin the names of all results that this was made from.
    """

    lineage: Lineage
    ids: tuple[str, ...]
    quads: tuple[str, ...]
    quads_sha256: str
    quad_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One pair to judge: where its records lie, and the hash that names its result."""

    pair: PlannedPair
    lower: Path
    upper: Path
    id: str


def connect(
    parts: Sequence[Part],
    settings: Settings,
    run: Watched,
    *,
    expected: Sequence[ExpectedDocument] = (),
    reviews: Sequence[Review] = (),
) -> Between:
    """Link all documents, or take the whole from the cache where nothing changed."""
    asked = codec.encode((tuple(expected), tuple(reviews)))
    ids = (part.id for part in parts)
    name = digest("between", settings.rules, settings.base, asked, *ids)
    if data := settings.cache.get(f"{name}.between"):
        return codec.decode(data, Between)
    held = records(parts)
    made = plan(held, expected=expected)
    jobs = _jobs(made.pairs, parts, settings)
    pairs = run("lineage", partial(judge, settings=settings), jobs)
    lineage = apply_reviews(settle(made, pairs), reviews, held)
    used = (name, *(job.id for job in jobs))
    between = _emitted(name, used, lineage, held, settings)
    settings.cache.put(f"{name}.between", codec.encode(between))
    return between


def judge(job: Job, settings: Settings) -> DocumentPair:
    """Judge one pair of documents, or take the result from the cache."""
    if data := settings.cache.get(f"{job.id}.pair"):
        return codec.decode(data, DocumentPair)
    lower, upper = (codec.decode(path.read_bytes(), Record) for path in (job.lower, job.upper))
    pair = job.pair
    made = judge_pair(lower, upper, in_line=pair.in_line, guards=pair.guards, rule=pair.rule)
    settings.cache.put(f"{job.id}.pair", codec.encode(made))
    return made


def _jobs(pairs: Sequence[PlannedPair], parts: Sequence[Part], settings: Settings) -> list[Job]:
    by_key = {part.key: part for part in parts}
    return [
        Job(
            pair=pair,
            lower=lower.slim or lower.record,
            upper=upper.slim or upper.record,
            id=digest("pair", settings.rules, lower.id, upper.id, codec.encode(pair)),
        )
        for pair in pairs
        for lower, upper in [(by_key[pair.lower], by_key[pair.upper])]
    ]


def _emitted(
    name: str,
    ids: tuple[str, ...],
    lineage: Lineage,
    held: Sequence[Record],
    settings: Settings,
) -> Between:
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
        ids=ids,
        quads=tuple(f"{name}.{graph}.nq" for graph in graphs),
        quads_sha256=hashed.hexdigest(),
        quad_count=sum(map(len, graphs.values())),
    )
