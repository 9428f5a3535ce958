"""A graph folder: where a build lies, how it is switched in whole, how it is read back.

    graph/
      current -> builds/<digest>      replaced in one step, so nobody sees half a graph
      builds/<digest>/              <digest>.1 where a damaged one had to be made again
        manifest.json                 versions, sources, documents, refusals, hashes
        graph.nq                      all quads, the truth that everything else is made from
        store/                        Oxigraph;  property.lbug  Ladybug
        documents/<key>.json          the public JSON;  lineage.json
        parts/<key>.record|.nq        one document; lineage.bin; texts/<sha256>.text
      cache/                          results by hash of their input; may be deleted
      lock                            held by the one build that writes

A build is made in ``builds/.making`` and renamed; a kill at any moment leaves ``current``
as it was.  Readers hold a shared lock on the build that they read: pruning leaves it.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from builder.errors import GraphError
from builder.model import codec
from builder.model.finding import Finding
from builder.model.lineage import Lineage
from builder.model.record import Record
from builder.model.text import Text

__all__ = ["Graph", "previous", "reading", "standing", "switch_in", "writing"]

T = TypeVar("T")
QUADS = "graph.nq"
STORE = "store"
PROPERTY_GRAPH = "property.lbug"
MAKING = ".making"
READING = ".reading"


@dataclass(frozen=True)
class Graph:
    """One finished build, read-only."""

    folder: Path

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Give what the build says of itself."""
        value: dict[str, Any] = json.loads(_bytes(self.folder / "manifest.json"))
        return value

    @property
    def quads(self) -> Path:
        """Give the path of all quads as N-Quads."""
        return self.folder / QUADS

    @property
    def store(self) -> Path:
        """Give the folder of the Oxigraph store."""
        return self.folder / STORE

    @property
    def property_graph(self) -> Path:
        """Give the path of the Ladybug database."""
        return self.folder / PROPERTY_GRAPH

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of all documents, sorted."""
        return tuple(entry["key"] for entry in self.manifest["documents"])

    def record(self, key: str) -> Record:
        """Give the record of a document; :class:`GraphError` names what there is."""
        if key not in self.keys:
            raise GraphError(
                f"no document {key} in {self.folder}; documents are: " + " ".join(self.keys)
            )
        return _load(self.part(key, "record"), Record)

    def records(self) -> Iterator[Record]:
        """Give the records of all documents, one after the other."""
        return (self.record(key) for key in self.keys)

    def words(self, key: str, provision: str) -> str:
        """Give the words of one provision, empty where the document has none of that id."""
        record = self.record(key)
        found = (item.span.of(record.text) for item in record.provisions if item.id == provision)
        return next(found, "")

    def part(self, key: str, kind: str) -> Path:
        """Give the path of one document's ``record`` or ``nq``."""
        return self.folder / "parts" / f"{key}.{kind}"

    def text(self, sha256: str) -> Text:
        """Give the restored text of one witness, with its raw characters and repairs."""
        return _load(self.text_path(sha256), Text)

    def text_path(self, sha256: str) -> Path:
        """Give the path of one witness's restored text."""
        return self.folder / "texts" / f"{sha256}.text"

    def lineage(self) -> Lineage:
        """Give everything between documents."""
        return _load(self.folder / "lineage.bin", Lineage)

    def findings(self) -> tuple[Finding, ...]:
        """Give every finding of the build, also those of refused sources."""
        return _load(self.folder / "findings.bin", tuple[Finding, ...])


@contextmanager
def reading(root: Path) -> Iterator[Graph]:
    """Open the current build below ``root`` and keep it from being pruned meanwhile."""
    with _hold(root) as handle:
        yield Graph(Path(handle.name).parent)


@contextmanager
def writing(root: Path) -> Iterator[Path]:
    """Hold the folder's only pen and give an empty folder to build in.

    Raises :class:`GraphError` where another build holds it or the folder is not a graph's.
    """
    _claim(root)
    with (root / "lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise GraphError(
                f"another build is writing {root}; wait for it, or use another --out"
            ) from error
        making = root / "builds" / MAKING
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        try:
            yield making
        finally:
            shutil.rmtree(making, ignore_errors=True)


def previous(root: Path) -> Graph | None:
    """Give the build that is current now, or None before the first one."""
    folder = _current(root)
    return Graph(folder) if folder else None


def standing(root: Path, digest: str) -> tuple[Graph, ...]:
    """Give the finished builds of that digest below ``root``: one, or its repaired copies too."""
    folders = sorted((root / "builds").glob(f"{digest}*"))
    return tuple(Graph(folder) for folder in folders if (folder / "manifest.json").is_file())


def switch_in(root: Path, making: Path, digest: str, standing: Graph | None = None) -> Path:
    """Make the finished folder the current build, in one step, and prune older ones.

    Where that very build is ``standing`` already, it is made current and ``making`` left.
    A damaged one may stand, and be read, under the same digest; then the new folder's name
    gets a number.  The build that was current before is kept, and any that somebody reads.
    """
    before = _current(root)
    folder = standing.folder if standing else _free(root / "builds" / digest)
    if standing is None:
        (making / READING).touch()
        os.rename(making, folder)
    link = root / ".current"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("builds") / folder.name)
    os.replace(link, root / "current")
    _prune(root, keep={folder, before})
    return folder


def _free(folder: Path) -> Path:
    """Give a name that nothing has yet."""
    names = (folder.with_name(f"{folder.name}.{number}") for number in count(1))
    return next(name for name in chain((folder,), names) if not name.exists())


def _hold(root: Path) -> BinaryIO:
    """Lock the current build for reading; again where it was switched in between."""
    while folder := _current(root):
        try:
            handle = (folder / READING).open("rb")
        except FileNotFoundError:
            continue
        fcntl.flock(handle, fcntl.LOCK_SH)
        if folder.exists():
            return handle
        handle.close()
    raise GraphError(
        f"no graph in {root}; build one with: zhengmai build SOURCE --out {root}, "
        "or name another one with --graph"
    )


def _claim(root: Path) -> None:
    """Make the folder, or refuse one that holds something else."""
    if root.exists() and not root.is_dir():
        raise GraphError(f"{root} is a file; name a folder with --out")
    if root.is_dir() and not (root / "builds").is_dir() and any(root.iterdir()):
        raise GraphError(f"{root} is not empty and holds no graph; name another folder with --out")
    try:
        (root / "builds").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(f"cannot write {root}: {error.strerror}; use another --out") from error


def _current(root: Path) -> Path | None:
    link = root / "current"
    if not link.is_symlink():
        return None
    folder = root / os.readlink(link)
    return folder if (folder / "manifest.json").is_file() else None


def _prune(root: Path, keep: set[Path | None]) -> None:
    for folder in sorted((root / "builds").iterdir()):
        if folder in keep or folder.name == MAKING or _is_read(folder):
            continue
        shutil.rmtree(folder, ignore_errors=True)


def _is_read(folder: Path) -> bool:
    try:
        with (folder / READING).open("rb") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def _load(path: Path, kind: type[T]) -> T:
    try:
        return codec.decode(_bytes(path), kind)
    except codec.StaleValueError as error:
        raise GraphError(
            f"{path} was written by another version of zhengmai; build the graph again"
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise GraphError(f"{path} is missing: build the graph again") from error
