"""Clauses that lead into a later one, and clauses that only look like it."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


def read(chars: str) -> list[tuple[str, str, str]]:
    """Give force, action and text of the measures of a task."""
    found = measures.find(chars, one(chars), skip=()).measures
    return [(item.force, item.action, item.text) for item in found]


def texts(chars: str) -> list[str]:
    return [text for _, _, text in read(chars)]


def test_objects_put_first_reach_over_commas() -> None:
    """All objects between 将 and the verb that opens a later clause are one measure with it."""
    chars = "将放射性污染防治，重点海域水污染防治等事项，确认为地方财政事权，由地方承担支出责任"
    assert read(chars) == [("must", "确认", chars)]


def test_an_object_with_its_verb_waits_for_nothing() -> None:
    """A clause that holds its own 纳入 does not wait for a later one."""
    chars = "将随迁子女纳入保障范围，纳入率达到90%，列入年度考核"
    assert texts(chars)[0] == "将随迁子女纳入保障范围"


def test_what_only_begins_like_an_object_put_first_is_read_alone() -> None:
    """把握 is a verb of its own: nothing waits for 纳入."""
    assert read("把好质量关口，优化流程，纳入年度规划")[0][1] == "把好"


@pytest.mark.parametrize(
    ("chars", "actions"),
    [
        ("各有关部门要认真履行职责，强化协调配合", ["履行", "强化"]),
        ("各地区要充分认识改善人居环境的重要意义，切实加强组织领导", ["认识", "加强"]),
        ("各级政府要高度重视老龄工作，民政部门要会同财政部门落实补贴", ["重视", "落实"]),
        (
            "薄弱的村庄要以道路建设为重点，其他村庄要以整治为重点，提升质量",
            ["建设", "提升"],
        ),
        ("各级联席会议要充分发挥协调指导作用，加强横向协同", ["发挥", "加强"]),
    ],
)
def test_a_duty_is_told_where_another_follows(chars: str, actions: list[str]) -> None:
    """A duty with its own modal stands alone before a duty or before another subject."""
    assert [action for _, action, _ in read(chars)] == actions


@pytest.mark.parametrize(
    "chars",
    [
        "市直有关部门要切实履行职责，细化各项目标任务",
        "各部门要各司其职，协调联动",
        "省人社厅牵头，五市人社部门参加，建立联席会议制度",
        "根据工作需要不定期召开联席会议，每年至少召开一次",
        "根据镇村人口变化等情况，科学论证，明确重点镇的布局",
        "因地制宜，多措并举，统筹做好促进就业工作",
        "争取财政部门支持，启动实施创新创业支持计划",
        "不足部分经有关部门审核评估合格后，可由补助资金予以适当支持",
        "考虑农业经营主体规模化生产需求，统筹建设晾晒场",
        "支持以企业工作站为重点，加强产学研合作培养青年人才",
        "奖励基金运营管理机构，引导其进一步提高服务创业的积极性",
        "完善一事一议奖补机制，调动农民参与建设的积极性",
        "支持制造业基础扎实的镇做优产业集群，打造经济发达镇",
    ],
)
def test_what_leads_in_or_rounds_off_is_no_measure(chars: str) -> None:
    """Who leads, how often, with whose backing and to what effect go with the one action."""
    assert texts(chars) == [chars]


@pytest.mark.parametrize(
    ("chars", "parts"),
    [
        ("完善工作机制，突出重点帮扶对象，合理确定补贴标准", 3),
        ("按规定给予见习补贴，并适当提高补贴标准", 2),
        ("保障农民参与，并做好与土地利用总体规划的衔接", 2),
        ("统筹协调审查工作，原则上由分管负责同志担任召集人", 2),
        ("规划成果要通俗易懂，主要项目要达到可实施的深度", 2),
        ("补贴每人每年只享受一次，且不可同时领取失业保险金", 2),
        ("优化迭代产品和服务，并与地方企业开展合作", 2),
        ("在年度指标中，优先安排合作社用地，并按规定减免税费", 2),
        ("加强组织领导，切实履行职责，密切协调配合", 3),
        ("以技术市场为依托，经理人全程参与转化，将供需双方整合在一起", 2),
        ("建设创业载体，为创业者提供场地支持、指导服务和政策扶持", 2),
        ("建设创业园，为回国人才提供全程孵化服务", 1),
        ("举办论坛、座谈等活动，不断拓宽产品营销渠道", 1),
        ("完成监测指标分析，并及时以适当方式向社会公布", 2),
        ("抽查结果及时向社会公告，并纳入重点监控名单", 2),
        ("各部门要高度重视工程监督管理，督促参建单位落实责任", 2),
        ("各部门要高度重视，督促参建单位落实责任", 1),
        ("把报告制度落到实处，并作为考核依据", 1),
        ("确定准入条件时充分考虑环保要求，新建项目必须符合排放标准", 2),
        ("充分考虑环保要求，应合理确定准入条件", 1),
        ("按照规划的要求，对四类区域制定分类管理的指标体系，逐步实行分类管理", 2),
        ("各省，特别是重点监视防御区所在地人民政府，也要抓紧地方的立法工作", 1),
        ("把节能节水与削减污染物排放有机结合起来，完成减排目标", 2),
        ("提升展会国际化水平，打造成为对外开放合作重要平台窗口", 1),
        ("创新招商方式，多形式、多平台开展农业招商", 2),
        ("设立乡村振兴基金，撬动社会资金更多投入农业农村", 1),
        ("发布重点名录，并及时公布", 1),
        ("优化审批流程，并向社会公开", 1),
    ],
)
def test_what_has_a_verb_and_object_of_its_own_stands_alone(chars: str, parts: int) -> None:
    """并, 主要, 原则上 and 突出 open a measure where an action of its own follows."""
    assert len(texts(chars)) == parts


def test_means_that_are_allowed_allow_the_action() -> None:
    """可采取…措施，保留岗位 leaves the choice, though 保留 has no modal."""
    assert read("企业可采取协商薪酬等措施，保留就业岗位")[0][:2] == ("encourage", "保留")


@pytest.mark.parametrize(
    ("chars", "force", "action"),
    [
        ("支持各类职业院校、培训机构和符合条件的企业承担职业技能培训", "encourage", "承担"),
        ("鼓励各地加快建设创业孵化载体", "encourage", "建设"),
        ("支持龙头企业建设一批双创平台", "encourage", "建设"),
        ("支持和引导专业批发市场开展智慧市场建设", "encourage", "开展"),
        ("引导支持金融机构加大中长期贷款投放力度", "promote", "加大"),
        ("鼓励支持市州、县市区积极筹集建设保障性住房", "encourage", "筹集建设"),
        ("支持符合条件的城市更新项目发行不动产投资信托基金", "encourage", "支持"),
        ("支持企业技术改造", "encourage", "支持"),
        ("利用专项债券等资金支持都市圈建设项目", "promote", "支持"),
        ("市财政局要支持企业发展", "encourage", "支持"),
        ("将申领条件由参加保险3年以上放宽至参保1年以上", "must", "放宽"),
        ("将适宜由上级政府承担的支出责任上移", "must", "上移"),
        ("将违法企业列入“黑名单”并向社会公开", "must", "列入"),
        ("把公平竞争审查作为必经程序纳入公文办理系统", "must", "纳入"),
        ("对培训合格的失业人员给予职业培训补贴", "must", "给予"),
        ("补贴标准根据培训成本、市场需求等情况确定", "must", "确定"),
        ("财政支持政策原则上参照自治区有关政策执行", "must", "执行"),
        ("年度工作情况要及时报住房城乡建设部备案", "must", "报"),
        ("单位可根据需要自主设置创新岗位", "encourage", "设置"),
        ("深入企业宣讲政策", "must", "宣讲"),
        ("节约集约使用土地", "must", "使用"),
        ("政策制定机关应先进行公平竞争审查", "must", "进行"),
    ],
)
def test_the_verb_behind_those_who_are_moved(chars: str, force: str, action: str) -> None:
    """The action is what is done, the force that of the word that moves to it."""
    assert [row[:2] for row in read(chars)] == [(force, action)]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("榨菜产业：建设栽培技术市级实验室", ["建设栽培技术市级实验室"]),
        ("专栏12\u3000农业机械化水平提升工程农业机械化科技创新：组建联盟", ["组建联盟"]),
        (
            "完成减排任务，做到增产减污，解决一批突出问题",
            ["完成减排任务，做到增产减污", "解决一批突出问题"],
        ),
        ("其中：需新增污水处理能力4500万吨", ["其中：需新增污水处理能力4500万吨"]),
    ],
)
def test_a_label_is_no_part_of_the_measure(chars: str, expected: list[str]) -> None:
    """A noun before a colon names what follows; 其中 and what has a modal belong to it."""
    assert texts(chars) == expected


@pytest.mark.parametrize(
    "chars",
    [
        "兵团财政事权划分，参照中央与地方划分原则执行",
        "章程制定和修改、产权转让等重大变动事项，报主管部门审批",
    ],
)
def test_what_is_settled_stands_before(chars: str) -> None:
    """What is done by a rule or by somebody's leave is named in the clause before."""
    assert texts(chars) == [chars]


@pytest.mark.parametrize(
    ("chars", "actions"),
    [
        ("认真执行意见征求流程，形成书面审查结论", ["执行", "形成"]),
        ("推进跨区域合作，形成优势互补的发展格局", ["推进"]),
        ("重点支持小微企业，优先为信用良好的主体提供担保增信", ["支持", "提供"]),
        ("严格履行评价程序，并把排放总量指标作为审批的前置条件", ["履行", "作为"]),
        ("及时准确发布信息，减少人民群众生命财产损失", ["发布"]),
        ("通过落实法律法规，约束产业转移行为，倒逼经济转型升级", ["约束"]),
        ("鼓励各地根据环境质量目标，制定和实施更严格的排放标准", ["制定"]),
        ("再担保业务收费，原则上不高于承担风险责任的0.5%", ["不高于"]),
    ],
)
def test_what_comes_of_an_action_is_a_measure_only_as_a_thing(
    chars: str, actions: list[str]
) -> None:
    """A conclusion is made, a shape or a saving only follows."""
    assert [action for _, action, _ in read(chars)] == actions


@pytest.mark.parametrize(
    ("chars", "action"),
    [
        ("不得为追求稳定回报而偏离主业", "偏离"),
        ("禁止在生态脆弱地区进行围填海活动", "禁止"),
        ("抓紧制（修）订环境监测方面的法律法规", "制（修）订"),
        ("对造纸行业实行化学需氧量总量控制", "实行"),
        ("鼓励社会组织、公民依法提起公益诉讼", "提起"),
    ],
)
def test_the_verb_of_rules_on_the_environment(chars: str, action: str) -> None:
    """What is barred stands behind its aim; what looks like a modal may be part of a word."""
    assert [row[1] for row in read(chars)] == [action]
