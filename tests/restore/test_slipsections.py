"""Which numeral a misdecoded section label should have."""

import pytest

from builder.restore.slipsections import expected_numeral


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("（四）提升服务。\n", "五"),
        ("（四）提升服务。\n?。ㄎ澹┘訌\n", "六"),
        ("（四）提升服务。\n三、保障措施\n", "一"),
        ("", "一"),
    ],
)
def test_the_labels_before_tell_the_next_numeral(before: str, expected: str) -> None:
    """Sections go on, damaged lines between count, and a chapter begins anew."""
    behind = "?。ㄎ澹\n（九）加强领导。\n"
    assert expected_numeral(before + behind, len(before)) == expected
