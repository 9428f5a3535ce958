from builder.report.views import coverage
from tests.report.sample import HOSTILE, corpus


def test_matrix_shows_each_state_by_itself():
    """A task that an incomplete copy lacks is never shown as a plain gap."""
    (matrix,) = coverage.matrices(corpus())
    assert [cell.state for _, (cell,) in matrix.rows if cell] == [
        "partly",
        "not_found_in_incomplete_copy",
    ]


def test_likeness_without_a_path_is_not_covered():
    """Where no citation joins two documents, the matrix says aligned, not covered."""
    sample = corpus()
    sample.lineage["pairs"][0]["in_line"] = False
    (matrix,) = coverage.matrices(sample)
    assert matrix.rows[0][1][0].state == "aligned"


def test_a_document_that_is_not_held_shows_nothing_but_that():
    """The column of a missing document has the state of a missing document in every row."""
    sample = corpus()
    sample.lineage["pairs"].append(
        {"lower": "缺-2023-9", "upper": "上-2024-1", "in_line": True, "targets": [], "coverage": []}
    )
    (matrix,) = coverage.matrices(sample)
    column = matrix.lowers.index("缺-2023-9")
    assert {cells[column].state for _, cells in matrix.rows} == {"document_missing"}


def test_documents_in_line_are_the_first_columns():
    """A lower document that cites the upper one stands before one that is only alike."""
    sample = corpus()
    (pair,) = sample.lineage["pairs"]
    sample.documents["三-2024-1"] = {**sample.documents["下-2024-1"], "key": "三-2024-1"}
    sample.lineage["pairs"].append({**pair, "lower": "三-2024-1", "in_line": False})
    (matrix,) = coverage.matrices(sample)
    assert matrix.lowers == ("下-2024-1", "三-2024-1")


def test_gaps_of_one_state_and_document_stand_together():
    """What is to be said of many tasks is said once; what the text shows comes first."""
    sample = corpus()
    (gap,) = sample.lineage["gaps"]
    first = {**gap["upper"], "provision": "1"}
    missing = {"document": "一-2023-9", "state": "document_missing", "reason": "应有"}
    sample.lineage["gaps"] = [
        {**gap, **missing},
        {**gap, **missing, "upper": first},
        gap,
    ]
    groups = coverage.gap_groups(sample)
    assert [(group.state, group.other, group.whole) for group in groups] == [
        ("not_found_in_incomplete_copy", "下-2024-1", False),
        ("document_missing", "一-2023-9", True),
    ]
    assert groups[0].tasks == (("2", "扩大社保覆盖"),)


def test_additions_of_one_document_stand_together():
    """Tasks that are added for one reason are one group."""
    sample = corpus()
    item = {"document": "上-2024-1", "state": "local", "reason": "未见"}
    sample.lineage["additions"] = [{**item, "provision": "1"}, {**item, "provision": "2"}]
    (group,) = coverage.addition_groups(sample)
    assert [id for id, _ in group.tasks] == ["1", "2"]


def test_added_measures_stand_by_their_task():
    """The measures that a task adds are listed under it, in their words."""
    sample = corpus()
    added = {
        "document": "下-2024-1",
        "provision": "1",
        "clause": 1,
        "state": "local",
        "reason": "r",
    }
    sample.lineage["added_measures"] = [added]
    ((group, words),) = coverage.added_measures(sample)
    assert group.tasks == (("1", "实施城市更新"),)
    assert words == (HOSTILE,)


def test_states_are_counted_for_each_lower_document():
    """The sums over a matrix are those of its cells."""
    (matrix,) = coverage.matrices(corpus())
    assert matrix.counts == (("下-2024-1", {"partly": 1, "not_found_in_incomplete_copy": 1}),)


def test_documents_that_are_held_stand_before_missing_ones():
    """A column that can only say "missing" comes last, though its key is the first."""
    sample = corpus()
    pair = {"lower": "一-2023-9", "upper": "上-2024-1", "in_line": True, "targets": []}
    sample.lineage["pairs"].insert(0, {**pair, "coverage": []})
    (matrix,) = coverage.matrices(sample)
    assert matrix.lowers == ("下-2024-1", "一-2023-9")


def test_one_task_is_named_though_it_is_all_there_is():
    """A document of one task is not summed up as "all tasks"."""
    sample = corpus()
    sample.documents["上-2024-1"]["tasks"].pop(0)
    (group,) = coverage.gap_groups(sample)
    assert not group.whole
