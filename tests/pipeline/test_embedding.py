"""A model on disk: found, read by its package, recorded; and missing ones, with a next step."""

import json
from importlib import util
from pathlib import Path

import pytest

from builder import pipeline
from builder.errors import EmbeddingError
from builder.pipeline.embedding import found
from tests.conftest import leave_out
from tests.lineage.models import one_hot, tiny

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAIR = (SEEDS / "guofa-2024-17.txt", SEEDS / "gansu-2024.txt")


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    if util.find_spec("model2vec") is None:
        leave_out("model2vec is not installed")
    return tiny(tmp_path_factory.mktemp("models") / "tiny")


def test_a_model_on_disk_gives_vectors(model) -> None:
    """A folder that model2vec saved is read from disk alone: a row a text, of length one."""
    texts = ["供水管网", "饮用渠道", "绿化树木"]
    rows = found(model)(texts)
    assert rows.dtype == "float32"
    assert (rows @ rows.T).round(4).tolist() == (one_hot(texts) @ one_hot(texts).T / 16).tolist()


def test_the_name_tells_the_bytes(model, tmp_path) -> None:
    """Another byte in a model's folder is another model."""
    copy = tmp_path / model.name
    copy.mkdir()
    for path in model.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    assert found(copy).name == found(model).name
    (copy / "README.md").write_text("other", encoding="utf-8")
    assert found(copy).name != found(model).name


def test_a_build_records_its_model(model, tmp_path) -> None:
    """Same input and model, same bytes; the manifest and each link that it made name it."""
    one = pipeline.build(PAIR, tmp_path / "one", jobs=1, embedding=found(model))
    two = pipeline.build(PAIR, tmp_path / "two", jobs=1, embedding=found(model))
    plain = pipeline.build(PAIR, tmp_path / "plain", jobs=1)
    assert one.folder.name == two.folder.name != plain.folder.name
    assert one.manifest["embedding"] == {"name": "tiny", "sha256": found(model).sha256}
    assert "embedding" not in plain.manifest
    links = json.loads((one.folder / "lineage.json").read_text(encoding="utf-8"))["links"]
    by_model = [link for link in links if f"model {found(model).name}" in link["proposers"]]
    assert by_model
    assert all("meaning" in {part["name"] for part in link["parts"]} for link in by_model)
    quads = "".join(path.read_text(encoding="utf-8") for path in one.folder.rglob("*.nq"))
    assert f'label> "model {found(model).name}"' in quads


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (None, "no embedding model at"),
        ({}, "holds no model"),
        ({"config.json": "{"}, "is not JSON"),
        ({"config.json": "[]"}, "holds no model"),
    ],
)
def test_what_is_no_model_is_refused_with_a_next_step(tmp_path, files, said) -> None:
    """A folder that is missing or holds something else ends the run with what to do."""
    folder = tmp_path / "model"
    if files is not None:
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(EmbeddingError, match=said):
        found(folder)


def test_a_package_that_is_missing_is_named(tmp_path, monkeypatch) -> None:
    """Where the package that reads a model is not installed, the message says how to get it."""
    (tmp_path / "modules.json").write_text('[{"path": ""}]', encoding="utf-8")
    monkeypatch.setattr(util, "find_spec", lambda name: None)
    with pytest.raises(EmbeddingError, match="pip install sentence-transformers"):
        found(tmp_path)
