"""Measures of duties and cases: who is responsible, what is laid down, what holds for whom."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def texts(chars: str) -> list[str]:
    """Give the texts of the measures of a task."""
    return [item.text for item in measures.find(chars, one(chars), skip=()).measures]


@pytest.mark.parametrize(
    "chars",
    [
        "企业、事业单位等是科研诚信建设第一责任主体，要对科研诚信建设作出具体安排",
        "医疗机构作为药款结算第一责任人，应按合同规定与企业及时结算，降低企业交易成本",
        "通过员工行为规范等内部规章制度及聘用合同，对本单位员工责任追究作出明确规定",
        "高等学校要通过制定学术委员会章程，对学术委员会职责权限作出明确规定",
        "对违背科研诚信要求的行为，发现一起，查处一起",
        "原则上对同一通用名下的原研药，医保基金按相同的支付标准进行结算",
        "如药品价格与集中采购价格差异较大，可渐进调整支付标准，在2—3年内调整到位",
        "对院校的教育管理、师资培养、学生职业技能提升等情况，进行指导、考核、评估",
        "坚持以平时考核与检查考核相结合，准确反映各地工作的实际情况",
        "患者使用价格高于支付标准的药品，超出支付标准的部分由患者自付",
    ],
)
def test_what_leads_in_and_what_is_asked_are_one_measure(chars: str) -> None:
    assert texts(f"{chars}。") == [chars]


@pytest.mark.parametrize(
    "parts",
    [
        ("在报送的采购量基础上，按照年度药品总用量的60%—70%估算采购总量", "进行带量采购"),
        ("生产企业自主选定有配送能力的经营企业配送采购品种", "并按照合同建立停产报告制度"),
        (
            "学术委员会要认真履行科研诚信建设职责",
            "切实发挥审议、评定、受理、调查等作用",
            "对违背科研诚信要求的行为，发现一起，查处一起",
        ),
        (
            "对于集中采购的药品，在医保目录范围内的以集中采购价格作为医保支付标准",
            "原则上对同一通用名下的原研药，医保基金按相同的支付标准进行结算",
        ),
    ],
)
def test_measures_behind_one_another(parts: tuple[str, ...]) -> None:
    assert texts("，".join(parts) + "。") == list(parts)


@pytest.mark.parametrize(
    "chars",
    [
        "按照数据标准和接口规范，结合以往数据对接存在的问题，我厅完善了实名制管理系统。",
        "各地在工作过程中有任何问题，请及时与厅建筑市场监管处反映。",
        "执行中如有问题，请与市发展改革委联系。",
    ],
)
def test_reports_and_offers_of_help_commit_to_nothing(chars: str) -> None:
    assert texts(chars) == []


@pytest.mark.parametrize(
    ("chars", "action"),
    [
        ("应按合同规定与企业及时结算，降低企业交易成本", "结算"),
        ("要对加强科研诚信建设作出具体安排", "作出"),
        ("并在工作经费、办事机构、专职人员等方面提供必要保障", "提供"),
        ("各部门要强化对院士的监督管理", "强化"),
        ("按照年度总用量的60%估算采购总量", "估算"),
    ],
)
def test_actions(chars: str, action: str) -> None:
    found = measures.find(chars, one(chars), skip=()).measures
    assert [item.action for item in found] == [action]
