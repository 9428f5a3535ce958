"""The graph folder: whole builds switched in at once, read while others are written."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from builder.errors import GraphError
from builder.store import graph


def _made(root: Path, name: str) -> Path:
    with graph.writing(root) as making:
        (making / "manifest.json").write_text(f'{{"documents": [], "name": "{name}"}}')
        standing = next(iter(graph.standing(root, name)), None)
        return graph.switch_in(root, making, name, standing)


def _name(root: Path) -> str:
    with graph.reading(root) as opened:
        return str(opened.manifest["name"])


def test_a_folder_without_graph_names_the_command_that_builds_one(tmp_path: Path) -> None:
    """Reading where nothing was built says how to build and which option to try."""
    with (
        pytest.raises(GraphError, match=r"zhengmai build SOURCE --out .*--graph"),
        graph.reading(tmp_path),
    ):
        pass


def test_the_last_switched_in_build_is_current(tmp_path: Path) -> None:
    """Readers see the build that was switched in last."""
    _made(tmp_path, "one")
    assert _name(tmp_path) == "one"
    _made(tmp_path, "two")
    assert _name(tmp_path) == "two"


def test_the_same_build_twice_stays_one(tmp_path: Path) -> None:
    """A build with the digest of an older one is not written again."""
    _made(tmp_path, "one")
    _made(tmp_path, "one")
    assert [path.name for path in (tmp_path / "builds").iterdir()] == ["one"]


def test_a_build_made_again_gets_a_name_of_its_own(tmp_path: Path) -> None:
    """Where the standing one is damaged, its copy is made beside it and switched in."""
    _made(tmp_path, "one")
    with graph.reading(tmp_path) as damaged, graph.writing(tmp_path) as making:
        (making / "manifest.json").write_text('{"documents": [], "name": "repaired"}')
        folder = graph.switch_in(tmp_path, making, "one")
        assert damaged.manifest["name"] == "one"
    assert folder.name == "one.1"
    assert _name(tmp_path) == "repaired"
    assert [found.folder.name for found in graph.standing(tmp_path, "one")] == ["one", "one.1"]


def test_only_the_current_and_the_build_before_are_kept(tmp_path: Path) -> None:
    """Older builds are pruned; the one before the current stays for those who just opened it."""
    for name in ("one", "two", "three"):
        _made(tmp_path, name)
    assert sorted(path.name for path in (tmp_path / "builds").iterdir()) == ["three", "two"]


def test_a_build_that_is_read_is_never_pruned(tmp_path: Path) -> None:
    """A reader keeps its build whole however many builds are switched in meanwhile."""
    _made(tmp_path, "one")
    with graph.reading(tmp_path) as opened:
        for name in ("two", "three", "four"):
            _made(tmp_path, name)
        assert opened.folder.is_dir()
        assert opened.manifest["name"] == "one"
    _made(tmp_path, "five")
    assert not opened.folder.exists()


def test_a_second_writer_is_turned_away(tmp_path: Path) -> None:
    """Two builds cannot write one folder at the same time."""
    with (
        graph.writing(tmp_path),
        pytest.raises(GraphError, match="another build"),
        graph.writing(tmp_path),
    ):
        pass


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    """A build never writes into a folder that holds something else."""
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(GraphError, match="--out"), graph.writing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_an_interrupted_build_leaves_the_last_good_one(tmp_path: Path) -> None:
    """A build that raises before the switch changes nothing for readers."""
    _made(tmp_path, "one")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(tmp_path)
    assert _name(tmp_path) == "one"


def _interrupted(root: Path) -> None:
    with graph.writing(root) as making:
        (making / "manifest.json").write_text("{")
        raise KeyboardInterrupt


def _die_writing(root: str) -> None:
    with graph.writing(Path(root)) as making:
        (making / "manifest.json").write_text("{")
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_build_neither_locks_nor_spoils_the_folder(tmp_path: Path) -> None:
    """After kill -9 in the middle, the old graph is current and the next build runs."""
    _made(tmp_path, "one")
    victim = multiprocessing.get_context("spawn").Process(
        target=_die_writing, args=(str(tmp_path),)
    )
    victim.start()
    victim.join()
    assert victim.exitcode == -signal.SIGKILL
    assert _name(tmp_path) == "one"
    _made(tmp_path, "two")
    assert _name(tmp_path) == "two"


def test_bytes_of_another_version_ask_for_a_rebuild(tmp_path: Path) -> None:
    """What an older version wrote is an error with a next step, not a wrong answer."""
    folder = _made(tmp_path, "one")
    (folder / "findings.bin").write_bytes(b"\x93old")
    with (
        graph.reading(tmp_path) as opened,
        pytest.raises(GraphError, match="build the graph again"),
    ):
        opened.findings()
