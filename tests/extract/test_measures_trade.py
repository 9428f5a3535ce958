"""Measures as documents on trade, online business and hospitals write them."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def read(chars: str) -> list[tuple[str, str]]:
    """Give action and text of the measures of a task."""
    found = measures.find(chars + "。", one(chars + "。"), skip=()).measures
    return [(item.action, item.text) for item in found]


@pytest.mark.parametrize(
    ("chars", "action"),
    [
        ("支持龙头企业建设一批基于互联网的平台", "建设"),
        ("支持线上龙头企业布局线下新零售业务", "布局"),
        ("鼓励服务商家通过电子商务应用创新服务模式", "创新"),
        ("引导和鼓励企业通过兼并重组、战略合作等方式做大做强", "做大做强"),
        ("支持和引导专业批发市场开展智慧市场建设", "开展"),
        ("支持电商平台开设特产馆", "开设"),
        ("鼓励符合条件的企业通过发行债券等方式扩大融资", "扩大"),
        ("支持龙头企业建设", "支持"),
        ("国家中医药局印发全国统一的中医名词术语集", "印发"),
        ("考核结果反馈医院", "反馈"),
        ("支持有条件的乡镇建设集配中心和田间市场", "建设"),
        ("同时与医院评审评价、医学中心建设以及各项评优评先工作紧密结合", "结合"),
    ],
)
def test_the_verb_behind_who_acts(chars: str, action: str) -> None:
    """What somebody does who is moved, or named in full, is the action."""
    assert read(chars) == [(action, chars)]


@pytest.mark.parametrize(
    ("chars", "action"),
    [
        ("打造网货定制生产基地，以新零售带动新制造", "打造"),
        ("各地建立省级考核信息系统，与国家考核信息系统互联互通", "建立"),
        ("各医院对照绩效考核指标体系，在2019年9月底前，完成对绩效情况的分析评估", "完成"),
        ("各部门要把绩效考核作为重要抓手，通过深化改革破解体制机制问题", "破解"),
    ],
)
def test_what_leans_on_an_action(chars: str, action: str) -> None:
    """An effect, a rider or a rule to go by is part of the action beside it."""
    assert read(chars) == [(action, chars)]
