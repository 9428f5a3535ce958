"""Texts to targets: what the company of a figure says, deadlines that lead, cells that touch."""

from dataclasses import replace

import pytest

from builder.extract import targets
from builder.model.outline import Header, Leaf, Outline
from builder.model.record import Target
from builder.model.span import Span
from tests.extract.outlines import one

HEADER = Header(signed_date="2023-06-14", period=(2021, 2025), jurisdiction="六安市")


def found(chars: str, header: Header = HEADER) -> tuple[Target, ...]:
    return targets.find(chars, one(chars, header=header), skip=()).targets


@pytest.mark.parametrize(
    "chars",
    [
        "推动18个原深度贫困乡镇乡村振兴",
        "确保5个易地扶贫搬迁安置点群众搬得出",
        "实现常住人口200户或500人以上的聚居点污水处理设施全覆盖",
        "地表水达到或优于三类",
        "截至目前80%的村已通水",
        "实现500户以上自然村光纤全覆盖",
    ],
)
def test_what_is_there_or_only_classed_is_no_target(chars: str) -> None:
    """Former places, kept ones, classes of size and grades of water are no targets."""
    assert found(chars) == ()


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "设计工具普及率、关键工序数控化率分别超过90%、70%",
            [("设计工具普及率", 90), ("关键工序数控化率", 70)],
        ),
        (
            "长江和西南诸河流域优良水体比例，分别达到50.0%和91.7%",
            [("长江流域优良水体比例", 50), ("西南诸河流域优良水体比例", 91.7)],
        ),
        (
            "粮油、蔬菜种植面积分别为1万亩、2万亩",
            [("粮油种植面积", 1), ("蔬菜种植面积", 2)],
        ),
        ("完成造林100万亩、退化草原修复50万亩", [("造林", 100), ("退化草原修复", 50)]),
        (
            "优良水体（达到或优于三类）比例，由66%提升至73%",
            [("优良水体（达到或优于三类）比例", 73)],
        ),
    ],
)
def test_figures_find_what_the_clause_before_names(
    chars: str, expected: list[tuple[str, float]]
) -> None:
    """普及率 is one word; a clause that only states takes the indicator of the one before."""
    assert [(row.indicator, row.value) for row in found(chars)] == expected


def test_money_spent_twice_is_named_once() -> None:
    """完成投资 behind 完成投资 is the same indicator again."""
    rows = found("完成投资力争超过145亿元；开展整治，完成投资25亿元")
    assert [(row.indicator, row.value) for row in rows] == [("投资", 145), ("投资", 25)]


def plan(*parts: tuple[str, str, str]) -> tuple[str, Outline]:
    """Give a text of provisions (id, heading, body), one a line, and its outline."""
    chars, provisions, leaves = "", [], []
    for at, heading, words in parts:
        span = Span(len(chars), len(chars) + len(words))
        provision = one(words).provisions[0]
        above = at.rpartition(".")[0] or None
        provisions.append(
            replace(provision, id=at, heading=heading, parent=above, span=span, body=(span,))
        )
        leaves.append(Leaf(span=span, part="body", provision=at))
        chars += words + "\n"
    return chars, Outline(header=HEADER, provisions=tuple(provisions), leaves=tuple(leaves))


def test_goals_stand_in_chapters_that_look_around() -> None:
    """形势和目标 holds goals, and 发展目标 below 发展形势 too; the rest looks back."""
    chars, outline = plan(
        ("1", "发展形势和思路目标", "到2025年产值达到5亿元。"),
        ("2", "发展形势", "产值达到6亿元。"),
        ("2.1", "发展基础", "产值达到7亿元。"),
        ("2.2", "发展目标", "产值达到8亿元。"),
        ("2.3", "目标完成情况", "产值达到9亿元。"),
    )
    outline = replace(
        outline, provisions=tuple(replace(p, role="other") for p in outline.provisions)
    )
    assert [row.value for row in targets.find(chars, outline, skip=()).targets] == [5, 8]


def test_a_deadline_that_leads_to_goals_reaches_those_below() -> None:
    """到2025年，主要目标如下： holds for the bullets below, not for the next section."""
    chars, outline = plan(
        ("1", "发展目标", "到2025年，主要目标如下："),
        ("1.1", "", "产量达到50万吨，建成园区3个。"),
        ("1.2", "", "到2024年产值达到8亿元。"),
        ("1.3", "", "收入达到2万元。"),
        ("2", "重点任务", "加工率达到70%。"),
    )
    rows = targets.find(chars, outline, skip=()).targets
    assert [row.deadline for row in rows] == ["2025", "2025", "2024", "2025", None]


def test_words_before_a_deadline_do_not_hide_it_among_goals() -> None:
    """按照…要求，到2025年 opens a paragraph of goals."""
    chars, outline = plan(
        ("1", "发展目标", "按照“三步走”的要求，到2025年取得重大进展。产量达到50万吨。")
    )
    assert [row.deadline for row in targets.find(chars, outline, skip=()).targets] == ["2025"]


def test_a_year_of_the_last_century_is_a_deadline_of_its_time() -> None:
    """1998年 is to come in a text of 1996."""
    rows = found("到1998年产值达到5亿元", Header(signed_date="1996-08-01"))
    assert [row.deadline for row in rows] == ["1998"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "1公路总里程公里502053002高速公路里程公里1201803城乡收入比—2.45∶12.35∶1",
            [5300, 180, 2.35],
        ),
        ("公路总里程公里50205300高速公路里程公里120180\n二、任务", [5300, 180]),
        (" 1 公路总里程 公里 5020 5300\n2 公路比例 % 15.2 18.5\n", [5300, 18.5]),
        ("1排放总量（万吨）141412702公路比例（%）15.218.5", [1270, 18.5]),
        ("1排放总量（万吨）41＞43", [43]),
    ],
)
def test_touching_cells_are_parted_by_their_units(rows: str, expected: list[float]) -> None:
    """Without 属性 the unit ends a name, and the number of the next row ends its values."""
    chars = "序号指标单位2020年2025年" + rows
    assert [row.value for row in found(chars)] == expected


def test_a_lost_cell_is_not_guessed() -> None:
    """Where a marked value stands beside a number that may be two, nothing is read."""
    assert found("指标2020年2025年增减情况1水质比例（%）41＞432排放量（吨）") == ()


@pytest.mark.parametrize(
    ("chars", "indicator", "value"),
    [
        ("建立100个“双师型”教师培养培训基地", "“双师型”教师培养培训基地", 100),
        ("支持20家企业建设研发平台", "企业", 20),
        ("至少建设一所符合当地经济发展和人才培养需要的职业学校", "职业学校", 1),
        ("梳理出50个网货产品", "网货产品", 50),
        ("90%以上自然保护区有健全的管理机构", "自然保护区有健全的管理机构", 90),
        ("再担保业务收费，原则上不高于承担风险责任的0.5%", "再担保业务收费", 0.5),
        ("全国环保投资约需占同期国内生产总值的1.35%", "环保投资", 1.35),
        ("居民收入增速高于经济增速1个百分点", "居民收入增速", 1),
        ("建设用地总面积控制在2000平方公里以内", "建设用地总面积", 2000),
        ("建成区绿化覆盖率达到42%", "建成区绿化覆盖率", 42),
        ("在册社会组织达到5000家", "在册社会组织", 5000),
        ("降低企业用电成本10%以上", "企业用电成本", 10),
        ("医保财政补助标准提高到每人每年610元", "医保财政补助标准", 610),
        ("为1000户困难老年人家庭实施适老化改造", "困难老年人家庭", 1000),
        ("新建110千伏变电站10座", "110千伏变电站", 10),
        ("推动3-5家企业进入全国500强", "企业进入全国500强", (3, 5)),
        ("新登记市场主体10万户", "市场主体", 10),
        ("新增变电容量100万千伏安", "变电容量", 100),
    ],
)
def test_the_name_of_what_is_counted(
    chars: str, indicator: str, value: float | tuple[float, float]
) -> None:
    """A verb inside a facility's name cuts nothing off, one behind the actor does."""
    assert [(row.indicator, row.value) for row in found(chars)] == [(indicator, value)]


def test_a_voltage_with_its_sign_is_a_name() -> None:
    """±800千伏 names a line."""
    assert found("加快建成宁夏至湖南±800千伏特高压工程") == ()


def test_cells_of_a_lost_table_name_nothing() -> None:
    """（%）41＞432 is no indicator with its figure."""
    assert found("七大水系断面好于Ⅲ类的比例（%）41＞432个百分点") == ()


def test_a_target_in_the_notice_counts() -> None:
    """A notice may set the aim that its plan carries out."""
    chars = "确保到2025年排放总量比2020年削减10%。"
    span = Span(0, len(chars))
    outline = Outline(header=HEADER, provisions=(), leaves=(Leaf(span=span, part="notice_body"),))
    assert [row.value for row in targets.find(chars, outline, skip=()).targets] == [10]


def test_each_of_several_years_has_its_figure() -> None:
    """2023年、2024年、2025年分别 gives a figure to each year."""
    rows = found("2023年、2024年、2025年分别完成改造100个、200个、300个")
    assert [(row.value, row.deadline) for row in rows] == [
        (100, "2023"),
        (200, "2024"),
        (300, "2025"),
    ]


def test_a_bound_reaches_over_what_it_is_a_share_of() -> None:
    """不高于承担风险责任的0.5% is a ceiling."""
    rows = found("收费，原则上不高于承担风险责任的0.5%")
    assert [row.comparator for row in rows] == ["<="]


def test_a_share_of_those_to_be_looked_at() -> None:
    """对30%以上的市和5%以上的县 gives each share what it is of."""
    rows = found("每年要对行政区域内30%以上的市（地、州）和5%以上的县，每年对20%以上的企业开展检查")
    assert [(row.indicator, row.value) for row in rows] == [
        ("市（地、州）", 30),
        ("县", 5),
        ("企业", 20),
    ]
