"""Roles of leaves: what orders work, what says how it is organised, and what does neither."""

from collections.abc import Callable

import pytest

from builder.model.text import Work
from builder.structure import outline

HEAD = "六安市就业工作方案\n为促进就业，制定本方案。\n"
NOTICE = (
    "国务院办公厅转发国家教委关于办好内地班有关问题请示的通知\n国办发〔1996〕32号\n"
    "北京市人民政府：\n国家教委《关于办好内地班有关问题的请示》已经国务院批准，现转发给你们。\n"
    "国务院办公厅\n1996年7月17日\n"
)
REQUEST = (
    "关于办好内地班有关问题的请示\n国务院：\n为办好内地班，提出如下意见：\n一、逐年扩招\n"
    "（一）1998年达到2000名的规模。\n二、加强领导，明确职责\n（一）各省应明确专人负责。\n"
)


def roles(as_work: Callable[[str], Work], chars: str) -> list[str]:
    return [p.role for p in outline(as_work(chars)).provisions if p.role != "container"]


def test_a_forwarded_request_is_a_plan(as_work: Callable[[str], Work]) -> None:
    """A request (请示) that a notice passes on is approved and to be done; by itself it asks."""
    assert roles(as_work, NOTICE + REQUEST) == ["task", "organisation"]
    assert roles(as_work, REQUEST) == ["other", "other"]


@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("（一）动员部署阶段（3月）。各县要制定方案，召开会议。", "organisation"),
        ("（一）2023年3月至6月。", "other"),
        ("（一）深化前期试点。完善试点方案，开展评估。", "task"),
    ],
)
def test_steps_that_order_are_organisation(
    step: str, role: str, as_work: Callable[[str], Work]
) -> None:
    """A stage that orders something says how work goes on; one named for its work is work."""
    chars = f"{HEAD}一、重点任务\n（一）稳岗。支持企业。\n二、实施步骤\n{step}\n"
    assert roles(as_work, chars) == ["task", role]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("就业是最大的民生。各县区、各部门要把就业摆在突出位置。", "organisation"),
        ("就业是最大的民生，事关改革发展稳定大局。", "other"),
    ],
)
def test_why_work_matters_orders_only_where_somebody_must(
    words: str, role: str, as_work: Callable[[str], Work]
) -> None:
    """充分认识…的重要意义 tells why; where it tells somebody to do something it is organisation."""
    chars = f"{HEAD}一、充分认识就业工作的重要意义\n{words}\n二、稳定岗位\n支持企业。\n"
    assert roles(as_work, chars) == [role, "task"]


def test_goals_and_work_in_one_are_the_work_where_nothing_else_is(
    as_work: Callable[[str], Work],
) -> None:
    """目标任务 is a goal beside 重点任务, and the work of a text that has no other."""
    alone = f"{HEAD}一、目标任务\n（一）稳岗。支持企业。\n二、工作要求\n加强领导。\n"
    assert roles(as_work, alone) == ["task", "organisation"]
    beside = f"{HEAD}一、目标任务\n新增就业1万人。\n二、重点任务\n（一）稳岗。支持企业。\n"
    assert roles(as_work, beside) == ["goal", "task"]


def test_publicity_is_organisation_only_as_a_chapter_without_parts(
    as_work: Callable[[str], Work],
) -> None:
    """强化宣传 closes a notice; with parts of its own it is work like the others."""
    short = f"{HEAD}一、稳定岗位\n支持企业。\n二、强化宣传，营造氛围\n开展宣传。\n"
    assert roles(as_work, short) == ["task", "organisation"]
    parts = f"{HEAD}一、稳定岗位\n支持企业。\n二、强化宣传\n（一）开展宣传。组织活动。\n"
    assert roles(as_work, parts) == ["task", "task"]


def test_what_counts_items_of_an_annex_is_no_work(as_work: Callable[[str], Work]) -> None:
    """知识产权保护方面5项 tells how many measures an annex lists."""
    chars = f"{HEAD}一、推广的举措\n（一）稳岗方面2项：返还；补贴。\n二、重点任务\n稳岗。\n"
    assert roles(as_work, chars) == ["other", "task"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "一、目标和任务\n（一）指导思想。以人为本。\n（二）主要任务。稳定岗位。",
            ["goal", "task"],
        ),
        ("一、总体要求\n（一）工作目标。就业稳定。\n（二）重点任务。稳定岗位。", ["goal", "task"]),
        ("一、保障措施\n（一）工作措施。成立专班。", ["organisation"]),
    ],
)
def test_work_said_in_words_is_work(
    heading: str, expected: list[str], as_work: Callable[[str], Work]
) -> None:
    """主要任务 is work below goals too, but a safeguard stays one whatever its parts are called."""
    assert roles(as_work, f"{HEAD}{heading}\n二、稳岗\n支持企业。\n") == [*expected, "task"]


def test_who_does_what_is_the_work_where_nothing_else_is(as_work: Callable[[str], Work]) -> None:
    """职责分工 beside 重点任务 says how work is shared; alone it is all the work there is."""
    shares = "职责分工\n（一）市人社局。开展培训。\n"
    assert roles(as_work, f"{HEAD}一、{shares}") == ["task"]
    both = f"{HEAD}一、重点任务\n稳定岗位。\n二、{shares}"
    assert roles(as_work, both) == ["task", "organisation"]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("六安市人民政府关于加强安全生产工作的决定", "task"),
        ("六安市人民政府关于取消一批审批事项的决定", "other"),
        ("六安市人民政府关于调整六安市防震减灾领导小组成员的通知", "other"),
        ("六安市人民政府关于做好先进集体评选表彰工作的通知", "task"),
    ],
)
def test_titles_tell_whether_a_text_orders_work(
    title: str, role: str, as_work: Callable[[str], Work]
) -> None:
    """A decision or notice that grants, names or changes is done by being said."""
    chars = f"{title}\n各县区人民政府：\n现将有关事项通知如下：\n一、明确范围。各县区要逐项落实。\n"
    assert roles(as_work, chars) == [role]


@pytest.mark.parametrize(
    ("kind", "parts", "expected"),
    [
        ("扶持办法", "一、资金管理\n（一）财政部门要专户管理。", ["task"]),
        ("扶持办法", "第一条 财政部门应当专户管理。\n第二条 资金不得挪用。", ["obligation"] * 2),
        ("技术规范", "一、建设标准\n（一）棚室应采用喷灌。", ["obligation"]),
    ],
)
def test_rules_in_parts_order_work_and_articles_oblige(
    kind: str, parts: str, expected: list[str], as_work: Callable[[str], Work]
) -> None:
    """规定 or 办法 in numbered parts are plans; articles oblige, and so do technical rules."""
    assert roles(as_work, f"六安市就业{kind}\n为促进就业，制定本{kind}。\n{parts}\n") == expected


def test_a_forwarded_report_of_proposals_alone_is_a_plan(as_work: Callable[[str], Work]) -> None:
    """A report without parts named 意见 or 措施 proposes in all its parts but the situation."""
    notice, request = NOTICE.replace("请示", "报告"), REQUEST.replace("请示", "报告")
    chars = notice + request.replace("一、逐年扩招", "一、基本情况\n已办校16所。\n二、逐年扩招")
    assert roles(as_work, chars.replace("二、加强", "三、加强")) == [
        "other",
        "task",
        "organisation",
    ]


def test_a_circular_orders_only_what_is_next(as_work: Callable[[str], Work]) -> None:
    """通报 tells how things stand; what it says is next to do is work."""
    chars = (
        "六安市人民政府办公室关于政府网站检查情况的通报\n各县区人民政府：\n现将有关情况通报如下：\n"
        "一、总体情况\n抽查网站50家。\n二、存在的问题\n（一）更新慢。部分栏目未更新。\n"
        "三、下一步工作\n（一）抓紧整改。各县区要限期整改。\n四、工作要求\n各县区要加强领导。\n"
    )
    assert roles(as_work, chars) == ["other", "other", "task", "organisation"]
    praise = (
        "六安市人民政府关于表扬先进单位的通报\n各县区人民政府：\n一、表扬甲局。\n二、表扬乙局。\n"
    )
    assert roles(as_work, praise) == ["other", "other"]
