from builder.report import views
from tests.report.sample import corpus


def test_matrix_shows_each_state_by_itself():
    """A task that an incomplete copy lacks is never shown as a plain gap."""
    (matrix,) = views.matrices(corpus())
    assert [cell.state for _, (cell,) in matrix.rows if cell] == [
        "partly",
        "not_found_in_incomplete_copy",
    ]


def test_likeness_without_a_path_is_not_covered():
    """Where no citation joins two documents, the matrix says aligned, not covered."""
    sample = corpus()
    sample.lineage["pairs"][0]["in_line"] = False
    (matrix,) = views.matrices(sample)
    assert matrix.rows[0][1][0].state == "aligned"


def test_a_document_that_is_not_held_shows_nothing_but_that():
    """The column of a missing document has the state of a missing document in every row."""
    sample = corpus()
    sample.lineage["pairs"].append(
        {"lower": "缺-2023-9", "upper": "上-2024-1", "in_line": True, "targets": [], "coverage": []}
    )
    (matrix,) = views.matrices(sample)
    column = matrix.lowers.index("缺-2023-9")
    assert {cells[column].state for _, cells in matrix.rows} == {"document_missing"}


def test_cards_mark_the_words_that_carry_the_link():
    """The marked pieces of both texts are the words of the evidence."""
    (card,) = views.cards(corpus(), "上-2024-1", "1")
    assert [piece.chars for piece in card.upper if piece.marked] == ["全面完成改造任务"]
    assert [piece.chars for piece in card.lower if piece.marked] == ["完成改造任务"]


def test_a_lost_qualifier_is_drift_though_the_force_is_the_same():
    """全面完成 to 完成 is must to must and still a row of drift."""
    sample = corpus()
    (row,) = views.drift_rows(sample)
    assert row.change["qualifiers_lost"] == ["全面"]
    sample.lineage["links"][0]["relation"] = "aligns"
    assert views.drift_rows(sample) == []


def test_what_waits_on_an_absent_document_is_named():
    """A citation in the preamble makes the whole document wait."""
    (row,) = views.absent_rows(corpus())
    assert row.waiting == (("下-2024-1", None),)


def test_targets_of_one_indicator_stand_together():
    """Rows are ordered by indicator where documents share it, upper documents first."""
    sample = corpus()
    target = sample.documents["下-2024-1"]["targets"][0]
    sample.documents["上-2024-1"]["targets"].append({**target, "at": "1"})
    sample.documents["上-2024-1"]["targets"].append({**target, "indicator": "另一指标"})
    rows = views.target_rows(sample)
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
    (row,) = views.target_drift_rows(sample)
    assert (row.upper["quote"], row.lower["quote"]) == ("改造率50%", "改造率20%-30%")
    pair["in_line"] = False
    assert views.target_drift_rows(sample) == []


def test_a_gained_qualifier_is_drift():
    """完成 to 全面完成 is a row of drift as well; the same words are none."""
    sample = corpus()
    (change,) = sample.lineage["links"][0]["clauses"]
    change |= {"qualifiers_lost": [], "qualifiers_gained": ["全面"]}
    assert len(views.drift_rows(sample)) == 1
    change["qualifiers_gained"] = []
    assert views.drift_rows(sample) == []


def test_only_what_carries_on_waits_for_an_absent_document():
    """What merely mentions a document does not wait for it."""
    sample = corpus()
    sample.documents["下-2024-1"]["citations"][0]["relation"] = "mentions"
    (row,) = views.absent_rows(sample)
    assert row.waiting == ()
    assert len(row.cited) == 1


def test_documents_in_line_are_the_first_columns():
    """A lower document that cites the upper one stands before one that is only alike."""
    sample = corpus()
    (pair,) = sample.lineage["pairs"]
    sample.documents["三-2024-1"] = {**sample.documents["下-2024-1"], "key": "三-2024-1"}
    sample.lineage["pairs"].append({**pair, "lower": "三-2024-1", "in_line": False})
    (matrix,) = views.matrices(sample)
    assert matrix.lowers == ("下-2024-1", "三-2024-1")


def test_shared_indicators_come_before_others():
    """What only one document measures stands behind what can be compared."""
    sample = corpus()
    target = sample.documents["下-2024-1"]["targets"][0]
    sample.documents["上-2024-1"]["targets"] += [
        {**target, "at": "2"},
        {**target, "at": "1", "indicator": "一项独有指标"},
    ]
    assert [row.indicator for row in views.target_rows(sample)] == [
        "改造率",
        "改造率",
        "一项独有指标",
    ]


def test_cards_stand_best_first():
    """Of two links of one provision the higher score is on top."""
    sample = corpus()
    (link,) = sample.lineage["links"]
    sample.lineage["links"].append({**link, "id": "better", "score": 9.0})
    cards = views.cards(sample, "上-2024-1", "1")
    assert [card.link["score"] for card in cards] == [9.0, 2.5]


def test_documents_stand_from_the_nation_downwards():
    """Levels first, then days."""
    sample = corpus()
    later = {**sample.documents["上-2024-1"], "key": "甲-2025-1", "signed_date": "2025-01-01"}
    sample = corpus()
    sample.documents["甲-2025-1"] = later
    keys = [row.key for row in views.document_rows(sample)]
    assert keys == ["上-2024-1", "甲-2025-1", "下-2024-1"]
