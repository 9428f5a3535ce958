from builder.report.views import drift
from tests.report.sample import corpus


def test_a_lost_qualifier_is_drift_though_the_force_is_the_same():
    """全面完成 to 完成 is must to must and still a row of drift."""
    sample = corpus()
    (row,) = drift.drift_rows(sample)
    assert row.change["qualifiers_lost"] == ["全面"]
    sample.lineage["links"][0]["relation"] = "aligns"
    assert drift.drift_rows(sample) == []


def test_targets_of_one_indicator_stand_together():
    """Rows are ordered by indicator where documents share it, upper documents first."""
    sample = corpus()
    target = sample.documents["下-2024-1"]["targets"][0]
    sample.documents["上-2024-1"]["targets"].append({**target, "at": "1"})
    sample.documents["上-2024-1"]["targets"].append({**target, "indicator": "另一指标"})
    rows = drift.target_rows(sample)
    assert [(row.indicator, row.key) for row in rows][:2] == [
        ("改造率", "上-2024-1"),
        ("改造率", "下-2024-1"),
    ]


def test_target_drift_sets_both_quotes_side_by_side():
    """An indicator with other figures is shown with both quotes; between unlinked documents not."""
    sample = corpus()
    target = sample.documents["下-2024-1"]["targets"][0]
    sample.documents["上-2024-1"]["targets"].append({**target, "at": "2", "quote": "改造率50%"})
    pair = sample.lineage["pairs"][0]
    pair["targets"].append(
        {
            "upper_provision": "2",
            "upper": 1,
            "lower_provision": "1",
            "lower": 1,
            "kinds": ["value_lower"],
        }
    )
    (row,) = drift.target_drift_rows(sample)
    assert (row.upper["quote"], row.lower["quote"]) == ("改造率50%", "改造率20%-30%")
    pair["in_line"] = False
    assert drift.target_drift_rows(sample) == []


def test_a_gained_qualifier_is_drift():
    """完成 to 全面完成 is a row of drift as well; the same words are none."""
    sample = corpus()
    (change,) = sample.lineage["links"][0]["clauses"]
    change |= {"qualifiers_lost": [], "qualifiers_gained": ["全面"]}
    assert len(drift.drift_rows(sample)) == 1
    change["qualifiers_gained"] = []
    assert drift.drift_rows(sample) == []


def test_shared_indicators_come_before_others():
    """What only one document measures stands behind what can be compared."""
    sample = corpus()
    target = sample.documents["下-2024-1"]["targets"][0]
    sample.documents["上-2024-1"]["targets"] += [
        {**target, "at": "2"},
        {**target, "at": "1", "indicator": "一项独有指标"},
    ]
    assert [row.indicator for row in drift.target_rows(sample)] == [
        "改造率",
        "改造率",
        "一项独有指标",
    ]


def test_bodies_stand_line_by_line_with_one_state():
    """A link whose upper text names nobody says so once."""
    sample = corpus()
    (row,) = drift.carrier_rows(sample)
    assert row.states == ("upper_unnamed",)
    sample.lineage["links"][0]["carriers"] = []
    assert drift.carrier_rows(sample) == []


def test_bodies_of_one_and_of_another_line_are_told_apart():
    """Same line, other line and an unnamed side are three states."""
    assert drift.carrier_state(["甲"], ["乙"], True) == "same_line"
    assert drift.carrier_state(["甲"], ["乙"], False) == "other_line"
    assert drift.carrier_state([], ["乙"], False) == "lower_unnamed"
    assert drift.carrier_state([], [], False) == "upper_unnamed"


def test_what_is_added_is_no_drift():
    """A clause without an upper one has a force of its own, from which nothing drifted."""
    sample = corpus()
    (change,) = sample.lineage["links"][0]["clauses"]
    change |= {"state": "added", "upper": None, "force_upper": None}
    assert drift.drift_rows(sample) == []
