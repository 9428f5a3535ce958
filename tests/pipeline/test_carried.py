"""Lineage written document by document is the lineage written at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder import pipeline
from builder.errors import GateError
from builder.pipeline import between, carried
from builder.pipeline.parts import lines as lines_of
from builder.rdf import emit
from builder.store.graph import Graph

Build = Callable[..., pipeline.Built]


def test_parts_of_a_lineage_give_its_quads(sources: Path, build: Build) -> None:
    """What is written of each document, merged, are the quads of the whole lineage."""
    graph = Graph(build(sources).folder)
    lineage, records = graph.lineage(), list(graph.records())
    assert min(map(len, (lineage.pairs, lineage.documents, lineage.resolutions))) > 0
    own = set(emit.lineage(lineage, records))
    documents = {line for key in graph.keys for line in lines_of(graph.part(key, "nq"))}
    written = [line for line in lines_of(graph.quads) if line in own]
    assert written == sorted(own)
    assert not own & documents


def test_a_fault_between_documents_fails_the_build(
    sources: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A violation in what is written of one pair is found, and nothing is switched in."""

    def broken(*given: object, **named: object) -> object:
        pair = between_judge(*given, **named)  # type: ignore[arg-type]
        return replace(pair, links=tuple(replace(link, relation="?") for link in pair.links))

    between_judge = between.judge_profiles
    monkeypatch.setattr(between, "judge_profiles", broken)
    with pytest.raises(GateError, match="violates its shapes"):
        build(sources)
    assert not (sources.parent / "graph" / "current").exists()


def test_documents_of_which_nothing_is_said_are_not_written(sources: Path, build: Build) -> None:
    """A lineage without anything gives no job."""
    lineage = Graph(build(sources).folder).lineage()
    nothing = replace(lineage, absent=(), resolutions=(), documents=(), pairs=(), findings=())
    settings = pipeline.Settings(cache=pipeline.Cache(sources), rules="", base=pipeline.BASE)
    assert carried.jobs(nothing, (), settings) == []
