"""Boxes of projects (专栏) that a page glued to the text above them."""

import pytest

from builder.restore.gluedboxes import seams


def parted(line: str) -> list[str]:
    """Give the pieces of a line between its seams, without the blanks of each seam."""
    pieces, at = [], 0
    for start, end in seams(line):
        pieces.append(line[at:start])
        at = end
    return [*pieces, line[at:]]


def test_a_box_falls_into_title_and_projects() -> None:
    """A project's name before a colon begins a paragraph, up to where the text goes on."""
    line = (
        "规范作业。专栏2　装备水平提升工程产业升级：培育企业。示范引领：建立基地。"
        "第二节　深化改革各地要坚持一点：因地制宜。工作方法：稳步推进。"
    )
    assert parted(line) == [
        "规范作业。",
        "专栏2　装备水平提升工程",
        "产业升级：培育企业。",
        "示范引领：建立基地。第二节　深化改革各地要坚持一点：因地制宜。工作方法：稳步推进。",
    ]


@pytest.mark.parametrize(
    "line", ["相关指标（见专栏2）稳步提高。工作方法：稳步推进。", "依照专栏3实施。"]
)
def test_a_box_that_a_sentence_names_parts_nothing(line: str) -> None:
    """专栏 inside a sentence is a reference."""
    assert parted(line) == [line]
