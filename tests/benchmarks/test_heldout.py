"""Held-out texts: models without the text under test, near-duplicates kept together."""

from benchmarks.damage import Damaged
from benchmarks.heldout import held_out, judged, wilson
from builder.model.draft import Change

WORDS = ("word1\t1\t1\t城市", "word2\t2\t1\t城市", "word3\t3\t1\t城市群")


def test_a_text_is_read_under_a_model_without_it() -> None:
    """Neither the text nor its near-duplicate is in the model that reads it."""
    texts = {f"{i}.txt": f"推进{c}{c}{c}工程建设工作。" for i, c in enumerate("鑫淼焱垚")}
    texts["copy.txt"] = texts["0.txt"]
    models = {name: known for name, _, known in held_out(texts, WORDS)}
    assert models.keys() == texts.keys()
    assert not models["0.txt"].follows("鑫", "工")
    assert not models["copy.txt"].follows("鑫", "工")
    assert models["1.txt"].follows("鑫", "工")


def test_a_reading_counts_with_its_boundaries() -> None:
    """Exact is only what has the place's own begin and end and the true characters."""
    damaged = Damaged(chars="?a?b", places=((0, 2, "产"), (2, 4, "业")))
    counts = judged(damaged, [Change(0, 2, "產", ""), Change(2, 3, "业", "")])
    assert counts == {"places": 2, "bounds": 1, "exact": 1}


def test_wilson_interval_holds_the_share() -> None:
    """The interval lies around the share and within 0 and 1."""
    low, high = wilson(20, 36)
    assert 0 < low < 20 / 36 < high < 1
