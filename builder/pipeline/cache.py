"""Results by the hash of everything they come from: a file each, written whole or not at all."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from builder import __version__
from builder.resources import ontology_dir

__all__ = ["Cache", "digest", "rules_version"]

LIBRARIES = (
    "charset-normalizer",
    "lxml",
    "msgspec",
    "opencc",
    "pypdfium2",
    "pypinyin",
    "pyrudof",
    "python-docx",
    "sparse-dot-topn",
)


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results; deleting it costs time and nothing else."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        """Give the result of that name, or None."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep a result; two processes that write the same one do no harm."""
        self.stream(name, (data,))

    def stream(self, name: str, blocks: Iterable[bytes]) -> None:
        """Keep a result that comes block by block."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        making = path.with_name(f"{path.name}.{os.getpid()}")
        with making.open("wb") as file:
            file.writelines(blocks)
        os.replace(making, path)

    def path(self, name: str) -> Path:
        """Give where a result lies."""
        return self.folder / name[:2] / name

    def prune(self, keep: frozenset[str]) -> None:
        """Delete every result whose name does not begin with one of these hashes."""
        for path in self.folder.glob("??/*"):
            if path.name.partition(".")[0] not in keep:
                path.unlink(missing_ok=True)


def digest(*parts: str | bytes) -> str:
    """Give one sha256 over the parts; no two lists of parts run together.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big") + data)
    return hashed.hexdigest()


@cache
def rules_version() -> str:
    """Give one hash over code, data, ontology and libraries: what a result depends on."""
    package = Path(str(resources.files("builder")))
    ontology = ontology_dir()
    parts: list[str | bytes] = [__version__]
    for library in LIBRARIES:
        parts += [library, metadata.version(library)]
    for root, pattern in ((package, "**/*.py"), (package / "data", "*"), (ontology, "**/*")):
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not path.is_relative_to(package / "cli"):
                parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return digest(*parts)
