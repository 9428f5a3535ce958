"""What the extraction finds in the three annotated documents does not fall behind."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks import facets
from benchmarks.blind import read_alone
from benchmarks.evaluate import load

GOLD = Path(__file__).parent
LEAST = {
    "guofa": {"measures": 0.96, "measures exact": 0.96, "force": 0.97, "action": 0.95},
    "gansu": {"measures": 0.96, "measures exact": 0.96, "force": 0.97, "action": 0.95},
    "luan": {"measures": 0.94, "measures exact": 0.92, "force": 0.97, "action": 0.94},
}
WHOLE = ("targets", "target details", "citations", "relations")


@cache
def exported(name: str) -> dict[str, Any]:
    chars = (GOLD / f"{name}_clean.txt").read_text(encoding="utf-8").rstrip("\n")
    return read_alone(name, chars)


@cache
def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", sorted(LEAST))
def test_measures_are_those_of_a_careful_reader(name: str) -> None:
    """Measures, their force and their verbs agree with the gold at least so well."""
    scores = {
        score.facet: score.f1
        for score in (
            facet(gold(name), exported(name))
            for facet in (facets.measures, facets.measures_exact, facets.force, facets.action)
        )
    }
    assert {facet: scores[facet] >= least for facet, least in LEAST[name].items()} == dict.fromkeys(
        LEAST[name], True
    ), scores


@pytest.mark.parametrize("name", sorted(LEAST))
def test_targets_and_citations_are_complete(name: str) -> None:
    """Targets and citations of the gold are all found, with nothing strange beside them."""
    kinds = (facets.targets, facets.target_details, facets.citations, facets.relations)
    scores = [facet(gold(name), exported(name)) for facet in kinds]
    assert [score.facet for score in scores] == list(WHOLE)
    assert all(score.f1 == 1 for score in scores), [(s.missed, s.extra) for s in scores]


def test_an_export_is_read_by_key(tmp_path: Path) -> None:
    """Documents of an export are found below documents/, by their keys."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.json").write_text('{"key": "国发-2024-17"}', encoding="utf-8")
    assert load(tmp_path) == {"国发-2024-17": {"key": "国发-2024-17"}}
