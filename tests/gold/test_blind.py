"""What is read of the documents that were annotated blind does not fall behind."""

from pathlib import Path

from benchmarks.blind import pooled, scored

BLIND = Path(__file__).parent / "blind"
LEAST = {
    "header": 0.97,
    "outline": 0.99,
    "headings": 0.99,
    "tasks": 0.98,
    "roles": 0.97,
    "measures": 0.94,
    "measures exact": 0.92,
    "force": 0.98,
    "action": 0.96,
    "targets": 0.93,
    "target details": 0.97,
    "citations": 0.96,
    "relations": 0.96,
    "places": 0.96,
    "agencies": 0.96,
}


def test_all_texts_together_are_read_as_well_as_before() -> None:
    """No facet, counted over all texts, falls below what it was when the texts were added."""
    found = {score.facet: score.f1 for score in pooled(rows for _, rows in scored(BLIND))}
    fallen = {facet: f1 for facet, f1 in found.items() if f1 < LEAST[facet]}
    assert found.keys() == LEAST.keys()
    assert not fallen


def test_every_text_has_its_annotation() -> None:
    """A true text and an annotation always come together."""
    golds = {file.stem for file in BLIND.glob("*.json")}
    texts = {file.stem.removesuffix("_clean") for file in BLIND.glob("*_clean.txt")}
    assert golds == texts
    assert golds
