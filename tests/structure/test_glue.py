"""Seams of pieces that copies glued together."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.structure import glue

PIECES = (
    *(
        "。",
        "；",
        "）",
        "市人民政府",
        "发展改革委",
        "2021年8月24日",
        "二〇二一年八月一日",
        "日",
        " ",
    ),
    *(
        "（此件公开发布）",
        "(联系人：王五)",
        "抄送：",
        "主题词:",
        "目录",
        "目 录",
        "第",
        "\n",
        "市规划",
    ),
)
UNGUARDED = (glue.SIGNED, glue.COPIES)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.integers(0, 40))
@example("办法。市人民政府2021年8月24日（此件公开发布）", 0)
def test_rare_words_are_looked_for_first_without_loss(chars: str, end: int) -> None:
    """Every signature, list of receivers and note gives its seam, whatever else a line holds."""
    seams = set(glue._tail_seams(chars, 0, end))
    reach = end + glue.MAX_SIGNED_CHARS
    for pattern in UNGUARDED:
        assert {m.start("at") for m in pattern.finditer(chars, 0, reach)} <= seams
    for at in range(min(reach, len(chars))):
        m = glue.NOTE.match(chars, at, reach)
        assert m is None or set(m.span()) <= seams
