"""The public JSON: what its schema says, spans that quote, citations as lineage resolved them."""

import json
from pathlib import Path

import jsonschema
import pytest

from builder.assemble import lineage_json, public
from builder.model.lineage import Lineage, Resolution
from builder.model.record import Record
from builder.pipeline.single import record_file

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SCHEMA = json.loads((ROOT / "ontology" / "zhengmai.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem)
def record(request: pytest.FixtureRequest) -> Record:
    return record_file(request.param)


def test_the_json_of_a_document_follows_its_schema(record: Record) -> None:
    """Every seed's public JSON is valid."""
    jsonschema.validate(json.loads(json.dumps(public(record))), SCHEMA)


def test_spans_quote_their_words(record: Record) -> None:
    """text[start:end] is what a measure or target quotes."""
    document = json.loads(json.dumps(public(record)))
    for task in document["tasks"]:
        for measure in task["measures"]:
            start, end = measure["span"]
            assert document["text"][start:end] == measure["text"]
    for target in document["targets"]:
        start, end = target["span"]
        assert target["quote"] in document["text"][start:end]


def test_citations_say_what_lineage_resolved(record: Record) -> None:
    """A held document is named in ``resolved``, one that is absent is not."""
    cited = [item.number for item in record.mentions.citations if not item.own]
    held = [_resolution(record.key, number, absent=False) for number in cited]
    absent = [_resolution(record.key, number, absent=True) for number in cited]
    assert all(c["resolved"] == "国发-2023-8" for c in public(record, held)["citations"])
    assert all(c["resolved"] is None for c in public(record, absent)["citations"])
    assert all(c["absent"] == "国发-2023-8" for c in public(record, absent)["citations"])


def test_an_empty_lineage_has_empty_lists() -> None:
    """links, gaps and additions are always there."""
    nothing = Lineage(absent=(), resolutions=(), documents=(), pairs=(), findings=())
    given = lineage_json(nothing)
    assert (given["links"], given["gaps"], given["additions"]) == ([], [], [])


def _resolution(document: str, citation: int, *, absent: bool) -> Resolution:
    return Resolution(
        document=document, citation=citation, target="国发-2023-8", absent=absent, rule="number"
    )
