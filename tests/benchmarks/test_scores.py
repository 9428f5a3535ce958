"""Scores and changes say what they count."""

from benchmarks.changes import changes, totals
from benchmarks.facets import joined, lineage_scores, matched, paired
from benchmarks.scores import fold, tally


def test_scores_count_what_is_asked_and_what_is_allowed() -> None:
    """Allowed items count for precision where found, and are not missed where not."""
    score = tally("facet", ["甲", "乙"], ["甲", "丙", "丁"], also=["丙"])
    assert (score.precision, score.recall) == (2 / 3, 1 / 2)
    assert (score.missed, score.extra) == (["乙"], ["丁"])


def test_nothing_asked_and_nothing_found_is_right() -> None:
    """An empty facet scores 1, and anything found in it scores 0."""
    assert tally("facet", [], []).f1 == 1
    assert tally("facet", [], ["甲"]).f1 == 0


def test_folding_forgets_punctuation_and_width() -> None:
    """（５Ｇ）, is as good as 5G."""
    assert fold("（５Ｇ）, ") == fold("5g")


def test_effects_may_stand_alone_or_joined() -> None:
    """An effect of its own is compared as part of the measure before it."""
    apart = joined([{"text": "完善制度"}, {"text": "提高效率"}])
    whole = joined([{"text": "完善制度，提高效率"}])
    assert apart[0]["fold"] == whole[0]["fold"]
    assert paired(whole, apart) == [(0, 0)]


def test_targets_pair_by_figure_and_name() -> None:
    """Only targets of one value and unit are compared, each once."""
    want = [{"indicator": "燃气管道更新改造", "value": 165, "unit": "公里"}]
    have = [
        {"indicator": "燃气管道", "value": 165.0, "unit": "公里"},
        {"indicator": "燃气管道", "value": 166.0, "unit": "公里"},
    ]
    assert matched(want, have) == [(0, 0)]


def test_changes_are_gains_and_losses() -> None:
    """A changed measure is one gained and one lost; equal documents show nothing."""
    task = {"id": "1", "role": "task"}
    old = {"甲": {"tasks": [task | {"measures": [_measure("完善制度")]}]}}
    new = {"甲": {"tasks": [task | {"measures": [_measure("完善机制")]}]}}
    assert totals(changes(old, new))["measures"] == (1, 1)
    assert changes(old, old) == ()


def _measure(text: str) -> dict[str, str]:
    return {"text": text, "force": "must", "action": "完善"}


def test_a_task_whose_links_are_doubtful_may_be_an_addition():
    """Where one annotator sees no link at all, an addition is neither asked for nor wrong."""
    links = [
        {"lower": "1", "upper_document": "上", "upper": "2", "required": True, "relations": []},
        {"lower": "3", "upper_document": "上", "upper": "2", "required": False, "relations": []},
    ]
    gold = {"links": links, "local_additions": ["4"], "local_additions_arguable": []}
    found = [{"document": "下", "provision": number} for number in ("1", "3", "4")]
    scores = lineage_scores(gold, "下", {"上": "上-2024-1"}, {"additions": found})
    (score,) = (each for each in scores if each.facet == "additions")
    assert score.extra == ["1"]
    assert score.missed == []
