"""Commas lost with other marks: where one is guessed, and where none is."""

from collections.abc import Callable

import pytest

from builder.lexicon.tables import toml
from builder.restore import commas


def parted(chars: str) -> list[str]:
    """Give the pieces into which the guessed marks part a text."""
    places = [change.start for change in commas.find(chars)]
    return [chars[a:b] for a, b in zip([0, *places], [*places, len(chars)], strict=True)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["建立城乡统一的人力资源市场", "打破城乡就业壁垒，落实平等就业。"],
        ["引导建设用地由“增量扩张”向“增存并举”转型", "推进城镇空间节约集约利用。"],
        ["不断推动教育资源向农村地区倾斜", "合理调整农村学校布局规划。"],
        ["提高转移支付的精准度", "真正发挥对低收入群体的兜底作用。"],
        ["加强文化传承，形成县域城镇化的核心载体", "建设环境和谐、特色鲜明的新型县城。"],
        ["扩大公共服务覆盖面", "不断提高困难群体的保障水平。"],
    ],
)
def test_a_comma_is_guessed_where_an_object_ends_and_a_verb_opens(pieces: list[str]) -> None:
    """A finished object, what is moved towards, a degree, and a formed thing end a clause."""
    assert parted("".join(pieces)) == pieces


@pytest.mark.parametrize(
    "chars",
    [
        "支持国有企业向潜力地区倾斜布局，落实各项责任。",
        "落实中央财政性建设资金向吸纳人口较多城市倾斜政策的要求。",
        "推动老工业城市产业转型升级示范区建设取得进展。",
        "不断推动各类行政审批中介服务有序入驻网上中介服务超市。",
        "推动群众满意度提高到百分之九十五以上。",
        "形成新型城镇化的综合平台建设高效、协同的工作格局。",
        "加强基层综合性文化服务中心建设。",
    ],
)
def test_whom_a_clause_moves_and_compounds_stay_whole(chars: str) -> None:
    """What goes on to act, a noun before 建设 and a degree that is raised need no comma."""
    assert parted(chars) == [chars]


def test_degrees_and_what_is_built_are_told_by_examples() -> None:
    """Each example of the two groups holds one of its words before what the group is for."""
    for group, opens in (("degree", "真正发挥兜底作用"), ("built", "")):
        rule = toml("verbs")[group]
        words = tuple(rule["words"].split())
        assert all(any(f"{word}{opens}" in e for word in words) for e in rule["examples"])
        assert not any(e.endswith(words) for e in rule["not_examples"])


def test_long_lines_without_marks_cost_little(linear: Callable[..., None]) -> None:
    """A line of a million characters is read once."""
    linear(commas.find, "形成县域城镇化的核心载体建设环境和谐推进改革" * 20_000)
