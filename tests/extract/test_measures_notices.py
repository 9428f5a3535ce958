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
        ("请各地报送一名负责实名制管理工作的联络员。", "报送"),
        ("缴费业务自2021年11月21日起暂停办理。", "暂停办理"),
        ("实行实名制考核，是优化营商环境的需要，各地要明确责任单位。", "明确"),
        ("国务院安委会将加强对各地督促指导。", "加强"),
        ("检查组对违反要求“必须停工”的企业提出书面意见。", "提出"),
    ],
)
def test_the_verb_stands_behind_who_acts(chars: str, expected: str) -> None:
    """Subjects, places and partners before a verb are passed over."""
    ((text, action, _),) = read(chars)
    assert chars.rstrip("。").endswith(text)
    assert action == expected


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


@pytest.mark.parametrize(
    "said",
    [
        "质量监测既是监管的重要手段，也是改革的重要内容",
        "报告部署的工作，是落实部署的具体行动，是对全市人民的庄严承诺",
        "农村改厕是一项系统工程",
    ],
)
def test_what_something_is_commits_to_nothing(said: str) -> None:
    """A clause that says of what weight the work is goes before the measure, unread."""
    chars = f"{said}，要与相关改革协同推进。"
    found = measures.find(chars, one(chars), skip=())
    assert [item.text for item in found.measures] == ["要与相关改革协同推进"]
    assert [item.code for item in found.findings] == ["measure-clause-unread"]


@pytest.mark.parametrize(
    "chars",
    [
        "改革兵团的支出责任划分方面的工作，参照地方划分原则执行。",
        "扩大招生规模所需的正常经费、开办费等，依照通知所确定的渠道解决。",
        "企业拥有车辆占比达到30%，是企业作为供应商的必要条件。",
        "加强留学生创业园建设，为海外回国人才提供全程孵化服务。",
    ],
)
def test_what_leans_on_another_clause_stays_with_it(chars: str) -> None:
    """A topic goes with the rule that settles it, a condition and a service with the action."""
    assert [text for text, _, _ in read(chars)] == [chars.rstrip("。")]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "应按规范对工程进行专项设计，应选用成套定型的外墙保温系统材料。",
            ["应按规范对工程进行专项设计", "应选用成套定型的外墙保温系统材料"],
        ),
        (
            "严格按照审查合格的设计文件进行施工，加强过程控制。",
            ["严格按照审查合格的设计文件进行施工", "加强过程控制"],
        ),
        (
            "以次充好，或者以不合格产品冒充合格产品的，列为黑名单，对使用的单位按规定进行查处（公开涉及到的名称）。",
            [
                "以次充好，或者以不合格产品冒充合格产品的，列为黑名单",
                "对使用的单位按规定进行查处（公开涉及到的名称）",
            ],
        ),
        (
            "省住建厅将根据技术发展实际，适时制定推广目录。",
            ["省住建厅将根据技术发展实际，适时制定推广目录"],
        ),
        (
            "监测单位要进行全面分析，形成总结分析报告，同时抄送各地人民政府。",
            ["监测单位要进行全面分析", "形成总结分析报告", "同时抄送各地人民政府"],
        ),
        (
            "鼓励供应单位在平台发布价格信息，便于使用单位选用。",
            ["鼓励供应单位在平台发布价格信息，便于使用单位选用"],
        ),
    ],
)
def test_duties_of_firms_part_at_their_verbs(chars: str, expected: list[str]) -> None:
    """A modal or a verb of its own opens a duty; a ground or a use stays with its action."""
    assert [text for text, _, _ in read(chars)] == expected


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
