"""The data of this stage: every example both ways, every rule fires."""

import re

import pytest
from opencc import OpenCC

from builder.lexicon.fitness import signs
from builder.lexicon.furniture import key_of, labels
from builder.lexicon.script import simplified
from builder.lexicon.tables import toml
from builder.restore.fitness import spoilage

LINES = toml("furniture")["line"]
SIGNS = toml("fitness")["sign"]
WRONG = toml("script")["wrong"]


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: rule["id"])
def test_furniture_examples(rule: dict) -> None:
    """A line rule takes its examples whole, and none of its counter-examples."""
    assert all(re.fullmatch(rule["pattern"], line) for line in rule["examples"])
    assert not any(re.fullmatch(rule["pattern"], line) for line in rule["not_examples"])


@pytest.mark.parametrize("row", toml("furniture")["label"], ids=lambda row: row["words"][0])
def test_furniture_labels(row: dict) -> None:
    """Each label is recognised with its colon and leads to its key."""
    for word in row["words"]:
        found = labels().match(f"{word}：某值")
        assert found
        assert key_of(found.group("word")) == row["key"]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign["id"])
def test_fitness_examples(sign: dict) -> None:
    """A sign shows in each of its examples, and in none of its counter-examples."""
    shown = [{d for f in spoilage(c, "a") for d in f.details} for c in sign["examples"]]
    spared = [{d for f in spoilage(c, "a") for d in f.details} for c in sign["not_examples"]]
    assert all(("sign", sign["id"]) in found for found in shown)
    assert not any(("sign", sign["id"]) in found for found in spared)
    assert sign["id"] in {known.id for known in signs()}


@pytest.mark.parametrize("rule", WRONG, ids=lambda rule: rule["damaged"])
def test_wrong_picks_are_needed_and_work(rule: dict) -> None:
    """The converter alone leaves each of these wrong; we do not."""
    damaged = OpenCC("s2t").convert(rule["damaged"])
    assert OpenCC("t2s").convert(damaged) == rule["damaged"]
    assert rule["restored"] in simplified(damaged)
