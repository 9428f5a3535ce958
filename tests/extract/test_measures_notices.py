"""Measures of notices, duties and digests: who acts, in which case, on what."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def read(chars: str) -> list[tuple[str, str, str]]:
    found = measures.find(chars, one(chars), skip=()).measures
    return [(item.text, item.action, item.force) for item in found]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "对《实施细则》要求应当引入第三方评估的情形，依法开展第三方评估。",
            [("对《实施细则》要求应当引入第三方评估的情形，依法开展第三方评估", "开展", "must")],
        ),
        (
            "及时消除安全隐患，遇有暴雨红色预警信号发布时，有关单位必须立即停止作业。",
            [
                ("及时消除安全隐患", "消除", "must"),
                ("遇有暴雨红色预警信号发布时，有关单位必须立即停止作业", "停止", "must"),
            ],
        ),
        (
            "政策制定机关制定的规范性文件，均应纳入公平竞争审查范围。",
            [("政策制定机关制定的规范性文件，均应纳入公平竞争审查范围", "纳入", "must")],
        ),
        (
            "覆盖人数没有达到50%的地区，要加大工作力度。",
            [("覆盖人数没有达到50%的地区，要加大工作力度", "加大", "must")],
        ),
    ],
)
def test_a_case_or_topic_belongs_to_what_is_done(
    chars: str, expected: list[tuple[str, str, str]]
) -> None:
    """A clause that only says in which case, or to whom, opens the measure that follows."""
    assert read(chars) == expected


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("县消防救援大队保持待命状态。", "保持"),
        ("其他部门在各自职责范围内参与公平竞争审查。", "参与"),
        ("联席会议办公室设在市场监管部门。", "设在"),
        ("武汉市中心城区各抽查4个项目。", "抽查"),
        ("对公立医院补偿由三个渠道改为两个渠道。", "改为"),
        ("检查结果向社会公布。", "公布"),
        ("补助标准根据家庭困难程度等综合确定。", "确定"),
        ("会同有关方面拟订机构设置等标准并监督执行。", "拟订"),
        ("各乡镇人民政府负责所辖行政区的禁止露天焚烧秸秆工作。", "负责"),
        ("政策制定机关应先进行公平竞争审查。", "进行"),
        ("研发团队全程参与技术攻关。", "参与"),
        ("国务院安委会将加强对各地督促指导。", "加强"),
        ("检查组对违反要求“必须停工”的企业提出书面意见。", "提出"),
    ],
)
def test_the_verb_stands_behind_who_acts(chars: str, expected: str) -> None:
    """Subjects, places and partners before a verb are passed over."""
    ((text, action, _),) = read(chars)
    assert (text, action) == (chars.rstrip("。"), expected)


@pytest.mark.parametrize(
    ("chars", "action", "force"),
    [
        ("各企业应留存必要的检查记录。", "留存", "must"),
        ("各市、县出租车电动化率不得低于50%。", "低于", "must"),
        ("全区范围内不再换购燃油公交车。", "换购", "forbid"),
        ("一律不得从事经营活动。", "从事", "forbid"),
        ("不予受理其申请。", "受理", "forbid"),
    ],
)
def test_what_must_and_must_not_be(chars: str, action: str, force: str) -> None:
    """A modal gives the force; one that only sets a bound demands, and does not forbid."""
    assert read(chars) == [(chars.rstrip("。"), action, force)]


def test_what_has_a_number_of_its_own_stands_alone() -> None:
    """三是 opens a measure even where its verb has no object."""
    assert [text for text, _, _ in read("二是强化监督检查，三是严肃追责问责。")] == [
        "强化监督检查",
        "严肃追责问责",
    ]


def test_two_verbs_with_one_object_act_by_the_first() -> None:
    """The first of two joined verbs names the action: 编制和完善规划 draws up."""
    ((_, action, _),) = read("编制和完善县域村镇体系规划。")
    assert action == "编制"


def test_a_request_to_pass_it_on_asks_for_no_work() -> None:
    """以上意见如无不妥 closes the paper; it commits to nothing."""
    assert read("以上意见如无不妥，请批转各省市人民政府执行。") == []


def test_what_it_is_good_for_stays_with_the_action() -> None:
    """以专项整治成效促进…落实 says what for; an own sentence of that form acts."""
    assert len(read("强化宣传教育，以专项整治成效促进食品安全责任落实。")) == 1


def test_anybody_is_not_what_is_forbidden() -> None:
    """任何单位、个人 behind 严禁 are those who may not; the verb stands behind them."""
    assert read("严禁任何单位、个人露天焚烧农作物秸秆。") == [
        ("严禁任何单位、个人露天焚烧农作物秸秆", "焚烧", "forbid")
    ]


def test_to_do_well_in_earnest_is_an_action() -> None:
    """切实做好 commits to work of its own; 切实维护 says what the work before is for."""
    assert [text for text, _, _ in read("落实属地责任，切实做好宣传、巡查等工作。")] == [
        "落实属地责任",
        "切实做好宣传、巡查等工作",
    ]
    assert len(read("加大法律援助，切实维护农民工劳动报酬权益。")) == 1
