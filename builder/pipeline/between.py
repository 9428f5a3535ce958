"""What stands between documents: lineage, and the authorities that all of them share.

Each pair of documents is judged alone, from its two records, so that a pair neither of
whose documents changed comes from the cache; the decisions of people are applied last.
What then is said of each document is written alone too (:mod:`builder.pipeline.carried`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from builder.lineage import Gist, PlannedPair, gist, plan, settle
from builder.lineage.clauses import Profile, profile
from builder.lineage.pairs import judge_profiles
from builder.lineage.rejected import without_rejected
from builder.lineage.review import apply_reviews
from builder.model import codec
from builder.model.lineage import DocumentPair, ExpectedDocument, Lineage
from builder.model.record import Record
from builder.model.review import Review
from builder.pipeline.cache import digest
from builder.pipeline.carried import Carried, carry, jobs, write
from builder.pipeline.merge import Tally, merged
from builder.pipeline.parts import Part, records
from builder.pipeline.pool import Watched
from builder.pipeline.stages import Settings
from builder.rdf import check, emit

__all__ = ["Between", "connect", "connected"]

REMEMBERED = 12  # profiles at hand in each process: pairs come by their lower document


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Lineage, and the quads and rows of it and of the authorities: names in the cache.

    ``ids`` begin the names of all results that this was made from; ``faults`` is what the
    shapes found.
    """

    lineage: Lineage
    ids: tuple[str, ...]
    quads: tuple[str, ...]
    rows: tuple[str, ...]
    quads_sha256: str
    quad_count: int
    faults: tuple[check.Violation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One pair to judge: where its records lie, and the hash that names its result."""

    pair: PlannedPair
    lower: Path
    upper: Path
    id: str


def connected(
    parts: Sequence[Part],
    settings: Settings,
    *,
    expected: Sequence[ExpectedDocument] = (),
    reviews: Sequence[Review] = (),
) -> Between | None:
    """Take all that :func:`connect` gives from the cache, where nothing changed."""
    data = settings.cache.get(f"{_name(parts, settings, expected, reviews)}.between")
    return codec.decode(data, Between) if data else None


def connect(
    parts: Sequence[Part],
    settings: Settings,
    run: Watched,
    *,
    expected: Sequence[ExpectedDocument] = (),
    reviews: Sequence[Review] = (),
) -> Between:
    """Link all documents."""
    name = _name(parts, settings, expected, reviews)
    held = records(parts)
    gists = run("profiles", gist_at, [part.slim or part.record for part in parts])
    made = plan(held, gists, expected=expected)
    planned = _jobs(made.pairs, parts, settings)
    pairs = run("lineage", partial(judge, settings=settings), planned)
    lineage = apply_reviews(settle(made, pairs), reviews, held)
    lineage = replace(lineage, pairs=without_rejected(lineage.pairs, held))
    shared = _shared(name, lineage, held, settings)
    carried = run("links", partial(carry, settings=settings), jobs(lineage, parts, settings))
    between = _gathered(name, lineage, carried, shared, settings)
    between = replace(between, ids=(*between.ids, *(job.id for job in planned)))
    settings.cache.put(f"{name}.between", codec.encode(between))
    return between


def gist_at(path: Path) -> Gist:
    """Give the gist of the record that lies at a path."""
    return gist(_profile(path))


def judge(job: Job, settings: Settings) -> DocumentPair:
    """Judge one pair of documents, or take the result from the cache."""
    if data := settings.cache.get(f"{job.id}.pair"):
        return codec.decode(data, DocumentPair)
    made = judge_profiles(
        _profile(job.lower),
        _profile(job.upper),
        in_line=job.pair.in_line,
        guards=job.pair.guards,
        rule=job.pair.rule,
        embedding=settings.embedding,
    )
    settings.cache.put(f"{job.id}.pair", codec.encode(made))
    return made


def _name(
    parts: Sequence[Part],
    settings: Settings,
    expected: Iterable[ExpectedDocument],
    reviews: Iterable[Review],
) -> str:
    asked = codec.encode((tuple(expected), tuple(reviews)))
    ids = (part.id for part in parts)
    return digest("between", settings.judged_by, settings.base, asked, *ids)


def _jobs(pairs: Sequence[PlannedPair], parts: Sequence[Part], settings: Settings) -> list[Job]:
    by_key = {part.key: part for part in parts}
    return [
        Job(
            pair=pair,
            lower=lower.slim or lower.record,
            upper=upper.slim or upper.record,
            id=digest("pair", settings.judged_by, lower.id, upper.id, codec.encode(pair)),
        )
        for pair in pairs
        for lower, upper in [(by_key[pair.lower], by_key[pair.upper])]
    ]


@lru_cache(maxsize=REMEMBERED)
def _profile(path: Path) -> Profile:
    return profile(codec.decode(path.read_bytes(), Record))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What is said of no one document: authorities, absent documents, vocabulary."""

    authorities: Carried
    absent: Carried
    vocabulary: str


def _shared(name: str, lineage: Lineage, held: Sequence[Record], settings: Settings) -> _Shared:
    base = settings.base
    authorities = emit.authorities_written(held, base=base)
    alone = Lineage(absent=lineage.absent, resolutions=(), documents=(), pairs=(), findings=())
    absent = emit.lineage_written(alone, held, base=base)
    vocabulary = f"{name}.vocabulary.nq"
    settings.cache.put(vocabulary, "\n".join((*emit.vocabulary(base=base), "")).encode())
    return _Shared(
        authorities=write(f"{name}.authorities", (authorities,), (), settings),
        absent=write(f"{name}.absent", absent, (authorities.about,), settings),
        vocabulary=vocabulary,
    )


def _gathered(
    name: str, lineage: Lineage, carried: Sequence[Carried], shared: _Shared, settings: Settings
) -> Between:
    """Merge what was written of each document."""
    path = settings.cache.path
    written = (shared.absent, *carried)
    groups = {
        shared.authorities.quads: [path(shared.authorities.quads)],
        f"{name}.lineage.nq": [path(each.quads) for each in written],
        shared.vocabulary: [path(shared.vocabulary)],
    }
    tally = Tally()
    for target, paths in groups.items():
        settings.cache.stream(target, map(tally.take, merged(paths)))
    return Between(
        lineage=lineage,
        ids=(name, *(each.id for each in carried)),
        quads=tuple(groups),
        rows=tuple(each.rows for each in (shared.authorities, *written)),
        quads_sha256=tally.hashed.hexdigest(),
        quad_count=tally.lines,
        faults=tuple(
            sorted({fault for each in (shared.authorities, *written) for fault in each.faults})
        ),
    )
