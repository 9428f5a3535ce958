"""A build as a whole: the same bytes always, incremental, whole or not at all."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder import pipeline
from builder.errors import GraphError
from builder.model.finding import Finding
from builder.model.text import Text, Witness
from builder.pipeline import stages
from builder.store import exports, graph

ROOT = Path(__file__).resolve().parents[2]
Build = Callable[..., pipeline.Built]
STEPS = ("find", "read", "documents", "profiles", "lineage", "links", "publish", "load", "switch")
BUILD = """
import os, signal, sys
from pathlib import Path
from builder import pipeline
sources, out, victim = sys.argv[1:]
def progress(step, done, total):
    if step == victim:
        os.kill(os.getpid(), signal.SIGKILL)
pipeline.build([Path(sources)], Path(out), jobs=1, progress=progress)
"""


def _nquads(folder: Path, target: Path) -> bytes:
    return exports.export(graph.Graph(folder), "nquads", target)[0].read_bytes()


def _apart(sources: Path, out: Path, step: str = "none", seed: str = "0") -> int:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", BUILD, str(sources), str(out), step]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def test_a_build_gives_a_graph_that_reads_back(sources: Path, build: Build, tmp_path: Path) -> None:
    """What was built is current: documents, records, lineage, public JSON, quads."""
    built = build(sources)
    with graph.reading(tmp_path / "graph") as opened:
        assert opened.folder == built.folder
        assert opened.keys == ("国发-2023-8", "皖政-2023-41")
        record = opened.record("国发-2023-8")
        assert record.header.doc_number == "国发〔2023〕8号"
        assert opened.text(record.witnesses[0].sha256).chars == record.text
        assert opened.findings() == built.findings
    lines = (built.folder / "graph.nq").read_bytes().count(b"\n")
    assert built.manifest["counts"]["quads"] == lines


def test_the_order_of_files_does_not_matter(sources: Path, build: Build, tmp_path: Path) -> None:
    """Sources in another order give the same bytes."""
    files = sorted(sources.iterdir())
    one = build(*files, out="one")
    files.reverse()
    other = build(*files, out="other")
    assert one.folder.name == other.folder.name
    assert (one.folder / "graph.nq").read_bytes() == (other.folder / "graph.nq").read_bytes()


def test_hash_seed_and_jobs_do_not_matter(sources: Path, build: Build, tmp_path: Path) -> None:
    """Another hash seed, another number of processes: the same bytes."""
    here = build(sources, out="here", jobs=2)
    for seed in ("1", "2"):
        assert _apart(sources, tmp_path / seed, seed=seed) == 0
        with graph.reading(tmp_path / seed) as opened:
            assert opened.folder.name == here.folder.name
            assert opened.quads.read_bytes() == (here.folder / "graph.nq").read_bytes()


def test_an_incremental_build_equals_a_clean_one(
    sources: Path, build: Build, tmp_path: Path
) -> None:
    """Adding, changing and removing a document gives what a clean build of the result gives."""
    build(sources)
    national = sources / "national.txt"
    changes = (
        lambda: national.write_text(
            national.read_text(encoding="utf-8").replace("92", "93"), encoding="utf-8"
        ),
        lambda: (sources / "more.txt").write_text(MORE, encoding="utf-8"),
        lambda: (sources / "provincial.txt").unlink(),
    )
    for number, change in enumerate(changes):
        change()
        again = build(sources)
        clean = build(sources, out=f"clean{number}")
        assert again.folder.name == clean.folder.name
        assert _nquads(again.folder, tmp_path / "a") == _nquads(clean.folder, tmp_path / "b")


def test_only_what_changed_is_made_anew(
    sources: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many documents, one that changed is read and extracted again, the others are not."""
    build(sources)
    made: list[str] = []
    restore = stages.restore

    def watched(witness: Witness) -> Text:
        made.append(witness.source)
        return restore(witness)

    monkeypatch.setattr(stages, "restore", watched)
    build(sources)
    assert made == []
    (sources / "more.txt").write_text(MORE, encoding="utf-8")
    build(sources)
    assert made == ["more.txt"]


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_at_any_step_leaves_the_last_good_graph(
    step: str, sources: Path, build: Build, tmp_path: Path
) -> None:
    """kill -9 between any two steps: readers still see the old graph, and the next build runs."""
    before = build(sources)
    (sources / "more.txt").write_text(MORE, encoding="utf-8")
    with graph.reading(tmp_path / "graph") as opened:
        assert _apart(sources, tmp_path / "graph", step) == -signal.SIGKILL
        assert opened.keys == ("国发-2023-8", "皖政-2023-41")
    with graph.reading(tmp_path / "graph") as opened:
        assert opened.folder == before.folder
    assert len(build(sources).manifest["documents"]) == 3


def test_a_violating_document_is_refused_and_its_last_good_version_kept(
    sources: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that breaks a shape stays out; the version of the build before stays in."""
    good = build(sources)
    text = (sources / "national.txt").read_text(encoding="utf-8")
    (sources / "national.txt").write_text(text.replace("92%", "94%"), encoding="utf-8")
    bad = Finding(code="pipeline-rule-tripped", severity="violation", source="national.txt")
    monkeypatch.setattr(
        stages, "_checked", lambda record, *_: (bad,) if "94%" in record.text else ()
    )
    built = build(sources)
    assert [refused["source"] for refused in built.manifest["refused"]] == ["national.txt"]
    entry = built.manifest["documents"][0]
    assert (entry["key"], entry["last_good_kept"]) == ("国发-2023-8", True)
    assert built.manifest["counts"]["last_good_kept"] == 1
    (witness,) = entry["witnesses"]
    assert "92%" in graph.Graph(built.folder).text(witness).chars
    assert (
        graph.Graph(built.folder).record("国发-2023-8").text
        == graph.Graph(good.folder).record("国发-2023-8").text
    )
    assert "pipeline-last-good-kept" in {finding.code for finding in built.findings}


def test_a_rule_that_trips_refuses_one_document(
    sources: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect in a rule costs the document that shows it, says where, and nothing else."""
    extract = stages.extract

    def tripping(chars: str, tree: object) -> object:
        if "国发" in chars[:60]:
            raise IndexError("tuple index out of range")
        return extract(chars, tree)

    monkeypatch.setattr(stages, "extract", tripping)
    built = build(sources)
    assert [document["key"] for document in built.manifest["documents"]] == ["皖政-2023-41"]
    assert built.manifest["refused"][0]["reasons"][0]["code"] == "pipeline-rule-tripped"
    assert "IndexError" in built.manifest["refused"][0]["reasons"][0]["en"]


def test_sources_in_any_number_sum_up(sources: Path, build: Build) -> None:
    """in = built + refused, whatever is in the folder."""
    draw = random.Random(7)
    for number in range(6):
        (sources / f"{number}.bin").write_bytes(draw.randbytes(400))
    counts = build(sources).manifest["counts"]
    assert counts["in"] == counts["built"] + counts["refused"] == 8


def test_a_folder_of_somebody_else_is_not_written(sources: Path, build: Build) -> None:
    """--out of a folder that holds other things is turned away."""
    with pytest.raises(GraphError, match="--out"):
        build(sources, out="sources")


MORE = """安徽省水利厅关于印发安徽省供水应急预案的通知
皖水办〔2023〕12号
各市水利局：
一、工作任务
（一）加强监测。加强水源监测，及时发布预警。（责任单位：省水利厅）
安徽省水利厅
2023年10月8日
"""


def test_results_that_no_build_needs_leave_the_cache(
    sources: Path, build: Build, tmp_path: Path
) -> None:
    """The cache holds what the last build used, and no more."""
    build(sources)
    held = {path.name for path in (tmp_path / "graph" / "cache").glob("??/*")}
    (sources / "more.txt").write_text(MORE, encoding="utf-8")
    build(sources)
    (sources / "more.txt").unlink()
    build(sources)
    assert {path.name for path in (tmp_path / "graph" / "cache").glob("??/*")} == held
