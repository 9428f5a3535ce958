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
