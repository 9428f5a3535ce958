"""The order of the stages: sources in, a graph folder out.  The only place that knows it.

    files     read -> restore -> identify          each file alone, in parallel, cached
    groups    which files may be copies of one document
    documents collate -> outline -> extract -> assemble -> quads -> document shapes
              and the rows of each in the property graph
    profiles  what each document is about: which pairs are compared at all
    lineage   the tasks of each pair of documents
    links     quads, shapes and rows of what is between documents, document by document
    publish   the public JSON
    load      both stores, guards; left out where this very build stands already and its
              stores are whole.  Oxigraph begins with the documents while lineage is judged
    switch    the finished folder becomes the current build in one step

Same sources, same rules: same bytes, in any order of files and on any number of processes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from builder.errors import SourceError
from builder.ingest import find_sources
from builder.ingest.reviews import read_reviews
from builder.lexicon.findings import words
from builder.model import codec
from builder.model.finding import Finding
from builder.model.lineage import ExpectedDocument
from builder.pipeline.between import connect, connected
from builder.pipeline.blocks import blocks
from builder.pipeline.cache import Cache, digest, rules_version
from builder.pipeline.embedding import Model
from builder.pipeline.folder import lay_out, publish, write_json
from builder.pipeline.gate import Judged, judge
from builder.pipeline.load import Loading
from builder.pipeline.manifest import manifest
from builder.pipeline.parts import Part, gather, with_rows
from builder.pipeline.pool import Progress, unswept, watched, workers
from builder.pipeline.stages import Finished, Settings, Sketch, finish, sketch
from builder.pipeline.tables import all_rows
from builder.rdf.names import BASE
from builder.store import graph
from builder.store.sound import sound

__all__ = ["BASE", "Built", "Progress", "build"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build gives: the folder that is current now, its manifest, all findings."""

    folder: Path
    manifest: dict[str, Any]
    findings: tuple[Finding, ...]


def build(
    sources: Sequence[Path],
    out: Path,
    *,
    base: str = BASE,
    jobs: int = 0,
    expected: Sequence[ExpectedDocument] = (),
    embedding: Model | None = None,
    keep_unfit: bool = False,
    progress: Progress = lambda step, done, total: None,
) -> Built:
    """Build a graph from files and folders, and switch it in below ``out``.

    ``jobs`` is the number of processes, 0 for one a core; ``embedding`` a model of the user's
    own that proposes links beside the words; ``keep_unfit`` takes copies that are too spoilt as
    well, which are left out otherwise.  Raises
    :class:`~builder.errors.SourceError` where no document came out of the sources,
    :class:`~builder.errors.GateError` where the shared part violates its shapes, and
    :class:`~builder.errors.GraphError` where ``out`` cannot be written: in all three the
    last good graph stays current.
    """
    settings = Settings(
        cache=Cache(out / "cache"),
        rules=rules_version(),
        base=base,
        embedding=embedding,
        keep_unfit=keep_unfit,
    )
    with unswept(), graph.writing(out) as making, Loading(making) as loading:
        before = graph.previous(out)
        files, missing = find_sources(sources)
        reviews, unread = read_reviews(sources)
        progress("find", len(files), len(files))
        with workers(jobs, len(files)) as run:
            step = watched(run, progress)
            sketches = step("read", partial(sketch, settings=settings), files)
            finished = step("documents", partial(finish, settings=settings), blocks(sketches))
            judged = judge([product for item in finished for product in item.products], before)
            parts = [with_rows(part, settings) for part in gather(judged, before, settings)]
            findings = _all_findings((*missing, *unread), sketches, finished, judged)
            _need(parts, findings)
            between = connected(parts, settings, expected=expected, reviews=reviews)
            if between is None:
                loading.documents([part.quads for part in parts])
                between = connect(parts, settings, step, expected=expected, reviews=reviews)
            findings += between.lineage.findings
            rows = [part.rows for part in parts if part.rows]
            says = manifest(sketches, parts, between, findings, settings)
            name = digest(codec.encode(says))
            standing = next(filter(sound, graph.standing(out, name)), None)
            if standing is None:
                loading.documents([part.quads for part in parts])
                loading.shared([settings.cache.path(name) for name in between.quads])
                loading.property_graph(all_rows((*rows, *between.rows), settings.cache))
                step("publish", publish, lay_out(making, parts, between))
        if standing is None:
            progress("load", 0, 1)
            findings += loading.findings(between.faults)
            progress("load", 1, 1)
            write_json(making / "manifest.json", says)
            (making / "findings.bin").write_bytes(codec.encode(findings))
        else:
            findings += _of_the_whole(standing.findings())
        progress("switch", 0, 1)
        folder = graph.switch_in(out, making, name, standing)
        used = [item.id for item in sketches] + [item.id for item in finished]
        settings.cache.prune(frozenset((*used, *between.ids, *map(_digest, rows))))
        progress("switch", 1, 1)
    return Built(folder=folder, manifest=says, findings=findings)


def _all_findings(
    found: Sequence[Finding],
    sketches: Sequence[Sketch],
    finished: Sequence[Finished],
    judged: Judged,
) -> tuple[Finding, ...]:
    """Give every finding once, in order of sources and places."""
    findings = [*found, *judged.findings]
    for item in sketches:
        findings += item.findings
    for group in finished:
        findings += group.findings
        for product in group.products:
            findings += product.findings
    return tuple(sorted(dict.fromkeys(findings), key=_place))


def _of_the_whole(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the findings that only the loaded whole could give."""
    return tuple(finding for finding in findings if finding.code.startswith("rdf-corpus-"))


def _digest(name: str) -> str:
    """Give the hash that a name in the cache begins with."""
    return name.partition(".")[0]


def _place(finding: Finding) -> tuple[str, str, tuple[int, int], str, tuple[tuple[str, str], ...]]:
    span = finding.span or (-1, -1)
    return finding.source, finding.document, span, finding.code, finding.details


def _need(parts: Sequence[Part], findings: Sequence[Finding]) -> None:
    if not parts:
        reasons = "".join(f"\n  {words(finding).en}" for finding in findings)
        raise SourceError(f"no document came out of the sources; nothing was built{reasons}")
