"""Texts to targets: places alone, halves, all who have something to do, what is withstood."""

import pytest

from builder.extract import targets
from builder.model.outline import Header
from builder.model.record import Target
from tests.extract.outlines import one

HEADER = Header(signed_date="2016-06-14", period=(2016, 2020), jurisdiction="六安市")


def found(chars: str) -> tuple[Target, ...]:
    return targets.find(chars + "。", one(chars + "。", header=HEADER), skip=()).targets


@pytest.mark.parametrize(
    ("chars", "indicator", "rows"),
    [
        (
            "新建农村公路500公里，其中金寨县300公里，叶集区不少于100公里",
            "农村公路",
            [(500, None), (300, "金寨县"), (100, "叶集区")],
        ),
        (
            "全市城镇化率达到60%，金安区达到65%，霍山达到50%",
            "城镇化率",
            [(60, "六安市"), (65, "金安区"), (50, "霍山")],
        ),
        (
            "生活垃圾无害化处理率，市区达到100%，建制镇达到70%",
            "生活垃圾无害化处理率",
            [(100, "市区"), (70, "建制镇")],
        ),
        (
            "研发机构覆盖率：大中型企业达到90%，规上企业达到40%",
            "研发机构覆盖率",
            [(90, "大中型企业"), (40, "规上企业")],
        ),
        (
            "在全市建设100个示范点，每个县区不少于10个",
            "示范点",
            [(100, None), (10, "每个县区")],
        ),
        (
            "完成造林绿化任务20万亩，岳阳市5万亩、其他市州15万亩",
            "绿化任务",
            [(20, None), (5, "岳阳市"), (15, "其他市州")],
        ),
    ],
)
def test_a_place_alone_is_no_indicator(
    chars: str, indicator: str, rows: list[tuple[float, str | None]]
) -> None:
    """A figure of a place alone is of the indicator named before, with the place as scope."""
    given = found(chars)
    assert [(x.value, x.scope) for x in given] == rows
    assert {x.indicator for x in given} == {indicator}


def test_a_place_takes_the_indicator_of_its_unit() -> None:
    """A figure of a place alone is of the last indicator that its unit fits."""
    given = found("新建污水处理厂50座，新增处理能力100万吨/日；其中长沙10座，株洲20万吨/日")
    assert [x.indicator for x in given] == ["污水处理厂", "处理能力"] * 2


def test_places_that_nothing_was_named_for_state_no_target() -> None:
    """A place with a figure states no target where no indicator of its unit was named."""
    assert [x.scope for x in found("引进企业5家，六安市20亿元")] == [None]


def test_a_word_that_is_also_a_district_stays_a_verb() -> None:
    """新建 is a district of 南昌, but by itself it is a verb."""
    given = found("建设高标准农田任务20万亩，其中新建15万亩")
    assert [x.scope for x in given] == [None, None]


@pytest.mark.parametrize(
    ("chars", "indicator", "values"),
    [
        ("新增就业人数三年分别达到1万、2万人、3万人", "就业人数", [1, 2, 3]),
        (
            "培训新型职业农民2016年、2017年、2018年分别达到1万人、2万人、3万人",
            "新型职业农民",
            [1, 2, 3],
        ),
    ],
)
def test_years_are_no_part_of_the_indicator(
    chars: str, indicator: str, values: list[float]
) -> None:
    """Years to which 分别 gives figures are left out of the name, and 1万 takes the unit 万人."""
    given = found(chars)
    assert [(x.indicator, x.value, x.unit) for x in given] == [
        (indicator, value, "万人") for value in values
    ]


@pytest.mark.parametrize(
    ("chars", "row"),
    [
        ("实践性教学课时原则上占总课时一半以上", ("实践性教学课时占总课时", 50, "%", ">=")),
        ("“双师型”教师占比超过一半", ("“双师型”教师占比", 50, "%", ">=")),
        ("住宅小区停车位应当100%建设充电设施", ("住宅小区停车位", 100, "%", "=")),
        ("老旧管网改造2018年底前完成60%", ("老旧管网改造", 60, "%", "=")),
        ("力争三年内新增上市公司10家", ("上市公司", 10, "家", "=")),
        ("公共建筑100%执行绿色建筑标准", ("公共建筑", 100, "%", "=")),
        ("大中城市基本具备抗御6级左右地震的能力", ("抗御地震的能力", 6, "级", "~")),
        ("中心城区防洪标准达到50年一遇", ("防洪标准", 50, "年一遇", "=")),
    ],
)
def test_what_a_figure_says(chars: str, row: tuple[str, float, str, str]) -> None:
    """A half is 50%, a share of all needs no 达到, and a strength to be withstood is a target."""
    assert [(x.indicator, x.value, x.unit, x.comparator) for x in found(chars)] == [row]


@pytest.mark.parametrize(
    "chars",
    [
        "防御5级以上地震",
        "成为率先具备抗御6级地震能力，具有示范意义的地区",
        "发生7级以上地震时启动应急响应",
        "一半左右的人员完成培训",
    ],
)
def test_what_is_no_target(chars: str) -> None:
    """A strength that only tells when to act, and half of some people, set no target."""
    assert found(chars) == ()


def test_a_deadline_behind_a_label_holds_on() -> None:
    """具体指标：到2018年 opens its paragraph as 到2018年 does."""
    given = found("具体指标：到2018年，建设基地50个。推动建设学校30所")
    assert [x.deadline for x in given] == ["2018", "2018"]
