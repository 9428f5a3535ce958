"""Rows of tables: which of them are tasks, and what they say."""

from collections.abc import Callable

import pytest

from builder.model.text import Work
from builder.structure import outline

HEAD = "六安市就业工作任务分解表\n"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("序号\n民生实事\n责任单位\n完成时限\n1\n新建天桥2座。\n市住建局\n9月\n", "新建天桥2座"),
        ("序号 | 任务 | 责任单位 |\n1 | 新建天桥2座 | 市住建局 |\n", "新建天桥2座"),
    ],
    ids=["a cell a line", "bars"],
)
def test_the_only_column_of_work_names_a_row_and_says_it(
    table: str, said: str, as_work: Callable[[str], Work]
) -> None:
    """民生实事 beside 责任单位 alone: the cell is the row's heading and its text."""
    first = table.partition("1")[2]
    chars = f"{HEAD}{table}2{first}"
    row = next(one for one in outline(as_work(chars)).provisions if one.kind == "row")
    assert (row.heading, row.role) == (said, "task")
    assert row.body[0].of(chars).startswith(said)


def test_a_column_of_content_says_what_the_row_is_named_for(as_work: Callable[[str], Work]) -> None:
    """改革举措 names the row where 主要内容 says it: the name is no part of the text."""
    rows = "1\n三合一审判\n整合审判资源。\n市教育局\n2\n远程评审\n建立评审平台。\n市财政局\n"
    chars = f"{HEAD}序号\n改革举措\n主要内容\n责任单位\n{rows}"
    row = outline(as_work(chars)).provisions[0]
    assert row.heading == "三合一审判"
    assert row.body[0].of(chars).startswith("整合审判资源")


def test_an_aim_that_bodies_divide_is_a_task(as_work: Callable[[str], Work]) -> None:
    """部门分工：… below a goal makes it somebody's work."""
    chars = (
        "2021年政府工作报告重点任务分工方案\n为做好政府工作，制定本方案。\n一、主要预期目标\n"
        "1.生产总值增长6%以上。\n部门分工：省发展改革委牵头，各部门配合。\n"
        "2.收入增长5%左右。\n部门分工：省财政厅牵头，各部门配合。\n"
    )
    assert [one.role for one in outline(as_work(chars)).provisions[1:]] == ["task", "task"]


def test_rows_of_a_numeral_and_a_name_group_the_rows_below(as_work: Callable[[str], Work]) -> None:
    """| 一 | 科技创新 | | | is no task but what the rows below it are about."""
    chars = (
        f"{HEAD}| 序号 | 重点工作 | 责任单位 |\n| --- | --- | --- |\n| 一 | 科技创新 |  |\n"
        "| 1 | 建设平台。 | 市科技局 |\n| 二 | 产业发展 |  |\n| 2 | 盘活用地。 | 市经信局 |\n"
    )
    assert [(one.id, one.heading) for one in outline(as_work(chars)).provisions] == [
        ("1", "科技创新"),
        ("1.1", "建设平台"),
        ("2", "产业发展"),
        ("2.2", "盘活用地"),
    ]


def test_a_row_that_shares_a_cell_with_the_one_above_says_the_rest(
    as_work: Callable[[str], Work],
) -> None:
    """Under 工作任务 and 具体要求 a row without the first of them is named by the second."""
    rows = "1 | 公开信息 | 公开政策文件。 | 市司法局 |\n2 | 畅通渠道。 | 市信访局 |\n"
    chars = f"{HEAD}序号 | 工作任务 | 具体要求 | 责任单位 |\n{rows}"
    first, second = outline(as_work(chars)).provisions
    assert first.body[0].of(chars).lstrip("| ").startswith("公开政策文件")
    assert second.body[0].of(chars).startswith("畅通渠道")


def test_rows_parted_by_blanks_say_what_they_are_named_for(as_work: Callable[[str], Work]) -> None:
    """A table with tabs between its cells is read like one with bars."""
    rows = "1\t公开项目清单。\t市发改委\n2\t推进政策公开。\t市税务局\n"
    chars = f"{HEAD}序号\t工作任务\t责任单位\n{rows}"
    first, _ = outline(as_work(chars)).provisions
    assert (first.heading, first.role) == ("公开项目清单", "task")
    assert first.body[0].of(chars).startswith("公开项目清单")
