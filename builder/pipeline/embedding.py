"""A user's own embedding model: a folder on disk, read by a package that he installed.

Nothing is ever downloaded.  Two kinds of folders are known: those of model2vec (a table of
vectors, numpy alone) and those of sentence-transformers.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module, util
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from builder.errors import EmbeddingError

__all__ = ["Model", "found", "loaded"]

Encode = Callable[[Sequence[str]], Any]
BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Which model judges beside the words: its folder, the package that reads it, its hash."""

    folder: Path
    package: str
    sha256: str

    @property
    def name(self) -> str:
        """The folder's name with the first figures of the hash."""
        return f"{self.folder.name}@{self.sha256[:12]}"

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one row a text."""
        return np.asarray(loaded(self.folder, self.package)(list(texts)), dtype=np.float32)


def found(folder: Path) -> Model:
    """Give the model of a folder.

    Raises :class:`~builder.errors.EmbeddingError` where the folder is missing or is no
    model, or where the package that reads it is not installed.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise EmbeddingError(
            f"no embedding model at {folder}: give the folder of a model that lies on this "
            "machine, or leave --embedding out"
        )
    package = _package(folder)
    if util.find_spec(package) is None:
        raise EmbeddingError(
            f"{folder.name} is read by {package}, which is not installed here: "
            f"run `pip install {package.replace('_', '-')}`, or leave --embedding out"
        )
    return Model(folder=folder, package=package, sha256=_hash(folder))


@cache
def loaded(folder: Path, package: str) -> Encode:
    """Give what makes vectors of texts, loaded once a process."""
    return _READERS[package](folder)


def _package(folder: Path) -> str:
    """The package that reads a folder, by the files that each of them writes."""
    match _said(folder / "config.json"), _said(folder / "modules.json"):
        case {"model_type": "model2vec"}, _:
            return "model2vec"
        case {"embedding_dtype": _}, [{"path": "."}, *_]:
            return "model2vec"
        case _, [_, *_]:
            return "sentence_transformers"
    raise EmbeddingError(
        f"{folder} holds no model that model2vec or sentence-transformers saved "
        "(config.json, modules.json): give the folder that the model was saved in"
    )


def _said(path: Path) -> object:
    """What a file says, None where there is none."""
    if not path.is_file():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise EmbeddingError(f"{path} is not JSON: save or copy the model anew") from error


def _hash(folder: Path) -> str:
    """One sha256 over the names and bytes of all files of a model."""
    hashed = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        hashed.update(f"{path.relative_to(folder).as_posix()}\n{path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                hashed.update(block)
    return hashed.hexdigest()


def _model2vec(folder: Path) -> Encode:
    model = import_module("model2vec").StaticModel.from_pretrained(str(folder))
    return lambda texts: model.encode(texts, use_multiprocessing=False)


def _sentence_transformers(folder: Path) -> Encode:
    package = import_module("sentence_transformers")
    model = package.SentenceTransformer(str(folder), local_files_only=True, device="cpu")
    return lambda texts: model.encode(texts, show_progress_bar=False)


_READERS: dict[str, Callable[[Path], Encode]] = {
    "model2vec": _model2vec,
    "sentence_transformers": _sentence_transformers,
}
