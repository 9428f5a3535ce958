"""The public JSON of a graph, as a report reads it: documents by key, and lineage.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.errors import GraphError

__all__ = ["Corpus", "load"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Documents by key and what was judged between them (shapes: ontology/*.schema.json).

    ``build`` names the graph: ``zhengmai`` (version), ``rules`` and ``graph`` (hashes).
    """

    documents: Mapping[str, Json]
    lineage: Json
    build: Mapping[str, str] = field(default_factory=dict)

    def title(self, key: str) -> str:
        """Give the title by which a document is known, held or absent."""
        document = self.documents.get(key) or self.absent(key) or {}
        named = document.get("title") or document.get("doc_number")
        if named:
            return str(named)
        place = document.get("jurisdiction")
        return f"{place}：应有文件（名称不详）" if place and key not in self.documents else key

    def short(self, key: str) -> str:
        """Give what tells a document from others of like title: place, then number or date."""
        document = self.documents.get(key) or self.absent(key) or {}
        number, day = document.get("doc_number"), document.get("signed_date")
        place = document.get("jurisdiction") if document.get("level") != "national" else None
        parts = [place, number or day] if place else [number]
        return " ".join(map(str, parts)) if all(parts) else self.title(key)

    def absent(self, key: str) -> Json | None:
        """Give what is known of a document that is cited but not held."""
        return next((item for item in self.lineage["absent"] if item["key"] == key), None)

    def provision(self, key: str, provision: str) -> Json | None:
        """Give one provision of a document that is held."""
        document = self.documents.get(key, {"provisions": []})
        return next((item for item in document["provisions"] if item["id"] == provision), None)

    def task(self, key: str, provision: str) -> Json | None:
        """Give the task that a provision states, if it states one."""
        document = self.documents.get(key, {"tasks": []})
        return next((item for item in document["tasks"] if item["id"] == provision), None)

    def heading(self, key: str, provision: str) -> str:
        """Give the heading of a provision, empty where the document is not held."""
        found = self.provision(key, provision)
        return str(found["heading"]) if found else ""

    def tasks(self, key: str) -> int:
        """Give how many tasks a document states."""
        return len(self.documents.get(key, {"tasks": []})["tasks"])

    def measure(self, key: str, provision: str, number: int) -> str:
        """Give the words of one measure of a task, by its number from 1."""
        task = self.task(key, provision) or {"measures": []}
        measures = task["measures"]
        return str(measures[number - 1]["text"]) if 0 < number <= len(measures) else ""


def load(folder: Path) -> Corpus:
    """Read ``documents/*.json`` and ``lineage.json`` below a folder.

    Raises GraphError where the folder holds no such export.
    """
    lineage = folder / "lineage.json"
    if not lineage.is_file():
        raise GraphError(f"{folder} holds no lineage.json; build a graph first: zhengmai build")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    paths = sorted((folder / "documents").glob("*.json"))
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    return Corpus(
        documents={document["key"]: document for document in documents},
        lineage=json.loads(lineage.read_text(encoding="utf-8")),
        build={
            "zhengmai": manifest["zhengmai"],
            "rules": manifest["rules"],
            "graph": folder.resolve().name,
        },
    )
