"""Time limits of lists as due dates of the figures of their tasks."""

from dataclasses import replace

from builder.extract.targets_due import due_with_task
from builder.model.outline import Header
from builder.model.record import Target
from builder.model.span import Span

HEADER = Header(signed_date="2021-03-01", period=(2021, 2025))
TARGET = Target(
    provision="1.2",
    number=1,
    indicator="规上工业增加值增速",
    value=9.5,
    unit="%",
    comparator="=",
    deadline=None,
    deadline_inferred="2025",
    deadline_as_written=None,
    scope=None,
    quote="规上工业增加值增长9.5%",
    span=Span(0, 13),
    rule="figure-rises",
)


def due(target: Target, words: str, at: str = "1.2") -> str | None:
    return due_with_task([target], [(at, words, Span(20, 31))], HEADER)[0].deadline_inferred


def test_the_limit_of_the_list_comes_before_the_end_of_the_plan() -> None:
    """完成时限：2021年12月31日 says by when the task is done, nearer than the plan's end."""
    assert due(TARGET, "2021年12月31日") == "2021"
    assert due(TARGET, "12月底前") == "2021"


def test_a_limit_without_a_year_says_nothing() -> None:
    """长期坚持 is no date, and another task's limit is not this one's."""
    assert due(TARGET, "长期坚持") == "2025"
    assert due(TARGET, "2021年12月31日", at="1.3") == "2025"


def test_words_of_the_figure_itself_hold() -> None:
    """到2023年 beside the figure is its own deadline."""
    own = replace(TARGET, deadline="2023", deadline_inferred=None, deadline_as_written="到2023年")
    assert due(own, "2021年12月31日") is None
