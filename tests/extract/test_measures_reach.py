"""Where a measure begins and ends: what leads in, what leans, what has an object of its own."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def texts(chars: str) -> list[str]:
    """Give the texts of the measures of a task."""
    return [item.text for item in measures.find(chars, one(chars), skip=()).measures]


@pytest.mark.parametrize(
    "chars",
    [
        "在优化开发区域，坚持环境优先，优化产业布局",
        "在禁止开发区域，实施强制性保护",
        "在区域协调发展战略框架下，西部地区要强化生态保护",
        "在县域经济分类考核中，增加任务完成情况的考核",
        "从2022年开始，探索建立个人学习账号",
        "当前及今后一段时期，应以大中城市为重点",
        "待年底审核后，进行清算",
        "根据工作基础、积极性等，分不同层级、不同类别，组织创建示范点",
        "以重点工程为需求，发展装备制造业",
        "服务乡村振兴战略，培养农村实用人才",
        "借鉴国际培训普遍做法，制订工作方案",
        "鼓励各地按本通知确定的原则，因地制宜开展技术研究",
    ],
)
def test_places_times_and_grounds_lead_in(chars: str) -> None:
    """Where, when and by what rule something is done belongs to what is done."""
    assert texts(chars) == [chars]


@pytest.mark.parametrize(
    "chars",
    [
        "抓紧修订法规标准，填补法律空白",
        "加大水污染治理力度，有效维护区域环境承载能力",
        "推进规划环境影响评价，从源头上防止环境污染",
        "加强计量测试技术研究，支撑产业技术创新",
        "参与对外援助项目，提升国际化经营能力，服务“一带一路”建设",
        "规范市场行为，促进公平竞争，推动环保产业健康发展",
        "开展安全生产专项整治，有效防范遏制重特大事故发生",
        "开展学习成果认定，为技术技能人才成长拓宽通道",
        "推进机械化由粮食作物向经济作物扩展，由种植业向林业、渔业拓展",
        "强化执法监督，坚决做到有法必依",
        "编制充电设施建设规划，力争在2021年12月底前完成并公布实施",
    ],
)
def test_effects_and_dates_lean_on_the_action_before(chars: str) -> None:
    """What an action is good for, or when it is to be done, is no action of its own."""
    assert texts(chars) == [chars]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "各部门要高度重视工程监督管理，督促参建单位落实责任",
            ["各部门要高度重视工程监督管理", "督促参建单位落实责任"],
        ),
        (
            "抽查结果及时向社会公告，并纳入重点监控名单",
            ["抽查结果及时向社会公告", "并纳入重点监控名单"],
        ),
        ("听取公众意见，接受群众监督", ["听取公众意见", "接受群众监督"]),
        ("深化体制改革，团结各方面力量", ["深化体制改革", "团结各方面力量"]),
        (
            "要按实际情况，针对不同对象采取差异化监管措施，合理确定抽查比例",
            ["要按实际情况，针对不同对象采取差异化监管措施", "合理确定抽查比例"],
        ),
        (
            "要重点支持小微企业，优先为有市场的小微企业融资提供担保",
            ["要重点支持小微企业", "优先为有市场的小微企业融资提供担保"],
        ),
        (
            "对发现弄虚作假的，及时公开曝光，依法严肃查处",
            ["对发现弄虚作假的，及时公开曝光", "依法严肃查处"],
        ),
        (
            "审查时充分考虑环境要求，新建项目必须符合国家规定的准入条件",
            ["审查时充分考虑环境要求", "新建项目必须符合国家规定的准入条件"],
        ),
        ("在停车场充电时，免交停车费", ["在停车场充电时，免交停车费"]),
    ],
)
def test_a_verb_with_its_own_object_stands_alone(chars: str, expected: list[str]) -> None:
    """An order, an addressee or an object of its own makes a measure."""
    assert texts(chars) == expected
