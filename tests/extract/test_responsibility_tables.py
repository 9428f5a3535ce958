"""Columns of task-division tables that name who does each row."""

import pytest

from builder.extract.responsibility_tables import table_rows

HEAD = "序号\n民生实事\n责任单位\n完成时限\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1\n建天桥。\n县住建局\n9月\n2\n建公园。\n县水务局\n6月\n", ["县住建局", "县水务局"]),
        (
            "1\n建天桥。\n县住建局\n县代建中心\n9月\n2\n建公园。\n县水务局\n6月\n",
            ["县住建局", "县代建中心", "县水务局"],
        ),
        # a second task with its own time inside a row: whose cell a line is, nothing tells
        (
            "1\n建天桥。\n县住建局\n建学校。\n县教育局\n9月\n2\n建公园。\n县水务局\n6月\n",
            ["县水务局"],
        ),
    ],
)
def test_a_cell_may_take_several_lines(rows: str, expected: list[str]) -> None:
    """Bodies on lines of their own stand in one cell; a row that fits no head is left out."""
    found = [row.reading.parts[0].names for row in table_rows(HEAD + rows)]
    assert [name.surface for names in found for name in names] == expected


def test_two_columns_of_bodies_are_not_guessed_apart() -> None:
    """Where 牵头 and 配合 columns have more lines than cells, the row gives nobody."""
    head = "序号\n任务\n牵头单位\n配合单位\n"
    rows = "1\n建天桥。\n县住建局\n县水务局\n县财政局\n2\n建公园。\n县水务局\n县财政局\n"
    assert [
        [name.surface for part in row.reading.parts for name in part.names]
        for row in table_rows(head + rows)
    ] == [["县水务局", "县财政局"]]
