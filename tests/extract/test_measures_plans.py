"""Measures as plans with figures and supervision opinions write them."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def texts(chars: str) -> list[str]:
    """Give the texts of the measures of a task."""
    return [item.text for item in measures.find(chars, one(chars), skip=()).measures]


@pytest.mark.parametrize(
    "chars",
    [
        "为完成总量减少8%的目标，必须通过工程措施削减氨氮排放量40万吨",
        "引导社会力量，做到岗位有职责，检查有记录",
        "各市县要层层分解任务，落实到各乡镇，落实到有关企业",
        "一般检查对象针对一般监管领域，检查比例应根据实际设置上限",
        "各市人民政府要在本通知印发之日起20日内，制定具体方案",
        "各级气象部门要积极配合有关部门，做好科普宣传工作",
        "统筹做好应急工作，分级预警、分类施策",
    ],
)
def test_what_leads_in_or_rounds_off_stays_with_its_action(chars: str) -> None:
    """An aim with a figure, a time limit, a partner or a set phrase is no measure of its own."""
    assert texts(chars) == [chars]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("由市县政府统筹安排资金，", "省级政府区别不同情况给予支持"),
        ("必须通过工程措施削减排放量40万吨，", "其中：需新增污水处理能力300万吨/日"),
        ("建立专家库，", "并按照执业资质、业务专长进行分类标注"),
        ("新增污水处理能力300万吨/日，", "烧结机烟气脱硫等工程形成脱硫能力20万吨"),
    ],
)
def test_a_clause_that_acts_by_itself_is_a_measure(first: str, second: str) -> None:
    """What another actor gives, a part with its own figure, and a next step stand alone."""
    assert texts(first + second) == [first.rstrip("，"), second]


def test_what_is_told_of_the_plan_is_no_measure() -> None:
    """A sentence that says whose duty a plan is, or that a figure is issued, commits to nothing."""
    assert texts("实施本规划，是全社会共同的义务，更是各级政府的重要责任") == []
    assert texts("总量控制指标，是纲要确定的约束性指标，已经下达到各省") == []


def test_a_register_shall_hold_what_is_listed() -> None:
    """应包括 behind a noun is the duty itself, however its object ends."""
    chars = "专家名录库应包括所有相关的执业医师和从事管理工作的人员"
    (found,) = measures.find(chars, one(chars), skip=()).measures
    assert (found.action, found.force, found.text) == ("包括", "must", chars)
