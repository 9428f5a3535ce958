"""Fill the folder of a build: parts, all quads, public JSON, findings, manifest."""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from builder.assemble import lineage_json, public
from builder.lexicon import findings as lexicon
from builder.model import codec
from builder.model.finding import Finding
from builder.model.lineage import Resolution
from builder.model.record import Record
from builder.pipeline.between import Between
from builder.pipeline.parts import Part

__all__ = ["Publication", "as_json", "concatenate", "lay_out", "publish", "write_json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One public JSON to write: the record, what its citations resolve to, the place."""

    record: Path
    resolutions: tuple[Resolution, ...]
    path: Path


def lay_out(making: Path, parts: Sequence[Part], between: Between) -> tuple[Publication, ...]:
    """Put parts and lineage in place; give the public JSON still to be written."""
    for folder in ("parts", "texts", "documents"):
        (making / folder).mkdir()
    for part in parts:
        _place(part.record, making / "parts" / f"{part.key}.record")
        _place(part.quads, making / "parts" / f"{part.key}.nq")
        for sha256, path in part.texts:
            _place(path, making / "texts" / f"{sha256}.text")
    (making / "lineage.bin").write_bytes(codec.encode(between.lineage))
    write_json(making / "lineage.json", lineage_json(between.lineage))
    return tuple(
        Publication(
            record=making / "parts" / f"{part.key}.record",
            resolutions=tuple(r for r in between.lineage.resolutions if r.document == part.key),
            path=making / "documents" / f"{part.key}.json",
        )
        for part in parts
    )


def publish(item: Publication) -> None:
    """Write the public JSON of one document."""
    record = codec.decode(item.record.read_bytes(), Record)
    write_json(item.path, public(record, item.resolutions))


def as_json(finding: Finding) -> dict[str, Any]:
    """Give a finding with its words, as the manifest holds it."""
    words = lexicon.words(finding)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "zh": words.zh,
        "en": words.en,
        "next_zh": words.next_zh,
        "next_en": words.next_en,
    }


def write_json(path: Path, value: object) -> None:
    """Write JSON as people read it: Chinese as Chinese, UTF-8, a final line end."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")


def concatenate(paths: Iterable[Path], target: Path, *, mode: Literal["wb", "ab"] = "wb") -> None:
    """Write the files one after the other into ``target``, or after what it holds (``ab``)."""
    with target.open(mode) as sink:
        for path in paths:
            with path.open("rb") as source:
                shutil.copyfileobj(source, sink, 1 << 20)


def _place(source: Path, target: Path) -> None:
    """Link a cached file into the build, which costs nothing; copy where links cannot be."""
    if target.exists():
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
