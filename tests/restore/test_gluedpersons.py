"""Lists of persons that a page glued."""

import pytest

from builder.restore.gluedpersons import seams


def parted(line: str) -> list[str]:
    """Give the pieces of a line between its seams, without the blanks of each seam."""
    pieces, at = [], 0
    for start, end in seams(line):
        pieces.append(line[at:start])
        at = end
    return [*pieces, line[at:]]


def test_each_person_has_a_line() -> None:
    """A name with a blank behind it begins a person where an office ended before it."""
    line = "名单召 集 人：黄 政 市教委主任副召集人：邓 睿 市教委巡视员成 员：关惜分 市民政局局长"
    assert parted(line) == [
        "名单",
        "召 集 人：黄 政 市教委主任",
        "副召集人：邓 睿 市教委巡视员",
        "成 员：关惜分 市民政局局长",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "由市教委主任担任召集人，分管副主任担任副召集人，成员单位有关负责人为成员。",
        "组长：黄 政 市教委主任",
        "成员：各 区 县 市教委、市财政局",
    ],
)
def test_sentences_and_single_persons_stay(line: str) -> None:
    """Offices in a sentence part nothing, and one person is no list."""
    assert parted(line) == [line]
