"""Measures as rules (规定, 办法, 措施) word them: cases, causes, limits, halves."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def texts(chars: str) -> list[str]:
    return [item.text for item in measures.find(chars, one(chars), skip=()).measures]


@pytest.mark.parametrize(
    "chars",
    [
        "在车辆集中停泊区域，划定专用临时泊位，供车辆停放",
        "在全区县域经济高质量发展分类考核中，增加对推广应用任务完成情况的考核",
        "根据各市推广应用工作基础、发展潜力、工作积极性等，分不同层级，组织创建一批示范点",
        "因充电设施建设需要进行道路开挖，以及为充电站配套建设的雨棚等，规划部门要加快审批进度",
        "达到国家法定退休年龄时，按照国家规定办理退休手续",
        "由财政部门拨付经费的文化事业单位转制为企业，对其自用房产五年内免征房产税",
        "通过公司制改建实现投资主体多元化的文化企业，符合条件的可申请上市",
        "建设单位申请领取施工许可证，应当提供材料",
        "为使减灾工作与经济社会发展相同步，各个环节的工作和措施，要在规划中得到充分的体现",
    ],
)
def test_where_why_and_by_what_lead_in(chars: str) -> None:
    """在…区域, 根据…等, 因… and 为使… only lead in, whatever verbs they hold."""
    assert texts(chars + "。") == [chars]


@pytest.mark.parametrize(
    "chars",
    [
        "各市要编制充电基础设施建设规划，力争在2021年12月底前完成并公布实施",
        "实施阶段性降低医疗保险缴费费率政策，实施期限至2021年12月31日",
        "小微企业担保金额的比例不得低于80%，其中单户金额的占比不得低于50%",
        "检查对象名录库既可以包括企业等市场主体，也可以包括产品、项目",
    ],
)
def test_limits_and_second_halves_go_back(chars: str) -> None:
    """By when, how long, 其中 with a bound and 既可以…，也可以… belong to the action before."""
    assert texts(chars + "。") == [chars]


def test_two_duties_are_no_halves() -> None:
    """既要…，又要… asks for two things."""
    assert len(texts("既要合理引进物种资源，又要严格防范有害物种入侵。")) == 2


@pytest.mark.parametrize(
    "chars",
    [
        "随机抽查事项分为重点检查事项和一般检查事项。",
        "职业技能等级证书分为初级、中级、高级，是技能水平的凭证，反映职业发展的能力。",
    ],
)
def test_kinds_of_a_thing_are_no_measure(chars: str) -> None:
    """What a thing is divided into commits to nothing; dividing it does."""
    assert texts(chars) == []
    assert texts("将整治任务分为三个阶段实施。") == ["将整治任务分为三个阶段实施"]


def test_not_to_pay_and_to_pay_are_two() -> None:
    """免交停车费 is done to whom 充电时 names; 但…的应缴纳 is a duty of others."""
    chars = "在政府投资建设的停车场充电时，免交停车费，但占用车位不充电的应按规定缴纳停车费。"
    assert len(texts(chars)) == 2


@pytest.mark.parametrize(
    ("chars", "action", "force"),
    [
        ("转制企业应当切实保障职工的合法权益", "保障", "must"),
        ("符合《划拨用地目录》的，可按划拨方式办理用地手续", "办理", "encourage"),
        ("职工在事业单位的工作年限合并计算为转制后企业的工作年限", "合并计算", "must"),
        ("发现的资产损失应当依次冲减未分配利润", "冲减", "must"),
    ],
)
def test_what_a_rule_asks_for(chars: str, action: str, force: str) -> None:
    """应当 before an adverb is whole, 按…方式办理 acts, and 合并计算为 asks by itself."""
    (item,) = measures.find(chars + "。", one(chars + "。"), skip=()).measures
    assert (item.action, item.force) == (action, force)


def test_and_must_not_is_a_measure_of_its_own() -> None:
    """并不得 forbids something else than what the action before it asks for."""
    chars = "主管部门应当提高行政审批效率，并不得收取任何附加费用。"
    rows = measures.find(chars, one(chars), skip=()).measures
    assert [(row.action, row.force) for row in rows] == [("提高", "must"), ("收取", "forbid")]
