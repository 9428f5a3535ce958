"""Patterns by which a clause is read."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.extract import measures_moving as moving

PIECES = (
    *("支持", "鼓励", "引导", "组织", "围绕", "聚焦", "通过", "根据", "采取", "各市", "企业", "要"),
    *("方式", "形式", "实际", "情况", "单位", "人员", "等", "发展", "多种", "的", "，", "可以"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example("鼓励各市根据实际情况")
@example("要引导企业围绕各市多种")
def test_a_cheap_look_at_the_ends_loses_no_clause_that_hangs(text: str) -> None:
    """What is looked at before the pattern is true of every clause that the pattern matches."""
    assert moving.hangs(text) == (moving._hanging().match(text) is not None)
