"""Labels of provisions inside a line."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.structure import labels

MARKS = "第一二十百〇12１3（()）①⑳—－-•·、.．章条节编篇部分 \u3000\xa0。；：”的区\n亿x"
WITH_WHAT_STANDS_BEFORE = re.compile(rf"(?<=[。；！？：）)”\u4e00-\u9fff]){labels.GLUED.pattern}")


@settings(deadline=None)
@given(st.text(alphabet=MARKS, max_size=24))
@example("目标。 二、重点")
@example("目标 1.的——的")
def test_no_label_is_lost_by_looking_at_first_characters_first(chars: str) -> None:
    """What is found behind a first look is what the whole pattern finds at every place."""
    found = [m.span() for m in labels._glued(chars, 0, len(chars))]
    assert found == [m.span() for m in WITH_WHAT_STANDS_BEFORE.finditer(chars)]
