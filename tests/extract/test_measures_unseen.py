"""Measures as documents of other themes write them: safety, health, schools, farming, finance."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one

Row = tuple[str, str, str]


def read(chars: str) -> list[Row]:
    """Give force, action and text of the measures of a task."""
    found = measures.find(chars, one(chars), skip=()).measures
    return [(item.force, item.action, item.text) for item in found]


@pytest.mark.parametrize(
    ("chars", "action"),
    [
        ("发展改革、财政部门按职责及时拨付补助资金", "拨付"),
        ("市卫生健康委会同市医保局制定实施细则", "制定"),
        ("市自然资源局牵头编制国土空间规划", "编制"),
        ("会同有关部门定期督查任务落实情况", "督查"),
        ("每月5日前向市政府上报工作进展情况", "上报"),
        ("严格营运驾驶人管理", "严格"),
        ("严格管控建设用地总量", "管控"),
        ("对相关企业进行一次集中检查", "检查"),
        ("对下级环境监管执法工作进行稽查", "稽查"),
        ("市政府将对各县区开展专项整治情况进行督促检查", "督促检查"),
        ("应对相应责任人严肃处理", "处理"),
        ("积极应对恶劣天气变化", "应对"),
        ("积极回应社会关切", "回应"),
        ("将逐步形成总规模100亿元的投资基金", "形成"),
        ("将有关精神传达到村组", "传达"),
        ("将科研诚信建设要求落实到项目管理全过程", "落实"),
        ("新增教育资源重点向人口集聚地区倾斜", "倾斜"),
        ("举办运动会所需经费另行专项安排", "安排"),
        ("允许租赁农机等设备的实际使用人按规定享受补贴", "享受"),
        ("县级政府对本行政区域执法工作负领导责任", "负"),
        ("年度考核结果与干部任用、奖惩挂钩", "挂钩"),
        ("联合金融机构、平台企业整合3000万元资金", "整合"),
        ("每年为企业解决技术难题不少于50项", "解决"),
        ("对认定的企业，每项争取100万元支持资金", "争取"),
        ("各级行政机关主动向人大报告工作", "报告"),
        ("必须坚持每天巡查", "坚持"),
        ("培育企业标准10项以上", "培育"),
        ("规范建设工程分包行为", "规范"),
        ("规范发展稻渔综合种养", "发展"),
        ("新增科创平台不少于10家", "新增"),
        ("凡发生拖欠工资的，经查证属实可从预存的保证金中先行垫付工资", "垫付"),
        ("提前坚决彻底转移危险区域群众", "转移"),
        ("要对科技计划项目申请人开展诚信审核", "开展"),
    ],
)
def test_the_verb_that_counts(chars: str, action: str) -> None:
    """The action is what is done, not a department's name, a light verb or an attribute."""
    assert [row[1] for row in read(chars + "。")] == [action]


@pytest.mark.parametrize(
    ("chars", "force"),
    [
        ("严防擅自停暖现象", "forbid"),
        ("反对急功近利", "forbid"),
        ("不把论文、专利等情况作为限制性条件", "forbid"),
        ("严格禁止在禁养区内新建养殖场", "forbid"),
        ("省级财政对每个试点县给予500万元补助", "must"),
        ("专项资金对试点项目予以支持", "promote"),
    ],
)
def test_force_of_other_themes(chars: str, force: str) -> None:
    """不把…作为 forbids; money given is a promise, support by money moves."""
    assert [row[0] for row in read(chars + "。")] == [force]


@pytest.mark.parametrize(
    ("chars", "texts"),
    [
        # no object of its own
        ("积极应对恶劣天气，科学应对处置。", ["积极应对恶劣天气，科学应对处置"]),
        ("总结扶贫经验，在全市复制推广。", ["总结扶贫经验，在全市复制推广"]),
        ("强化诚信管理，自觉接受监督。", ["强化诚信管理，自觉接受监督"]),
        # effects and limits
        ("开展评估工作，保障各事项有效落实。", ["开展评估工作，保障各事项有效落实"]),
        ("加强宣传，推动问题及时解决。", ["加强宣传，推动问题及时解决"]),
        ("给予社保补贴，补贴期限最长不超过1年。", ["给予社保补贴，补贴期限最长不超过1年"]),
        ("合理确定最低收购价，稳定稻谷补贴。", ["合理确定最低收购价", "稳定稻谷补贴"]),
        ("深化改革，年底前基本实现全程网办。", ["深化改革", "年底前基本实现全程网办"]),
        (
            "推动信息公开向社区延伸，与村务公开有效衔接。",
            ["推动信息公开向社区延伸，与村务公开有效衔接"],
        ),
        ("实施系列行动，破解企业融资难题。", ["实施系列行动，破解企业融资难题"]),
        (
            "把政务公开纳入年度规划，统筹考虑、同步推进。",
            ["把政务公开纳入年度规划，统筹考虑、同步推进"],
        ),
        (
            "主要领导作为第一责任人，要主动部署工作。",
            ["主要领导作为第一责任人，要主动部署工作"],
        ),
        ("提高物流效率，降低企业成本。", ["提高物流效率，降低企业成本"]),
        (
            "组建一支机动抢险队，各社区分别组建15人的抢险分队。",
            ["组建一支机动抢险队", "各社区分别组建15人的抢险分队"],
        ),
        # cases
        (
            "建立倒查机制，对发生重大事件，造成严重后果，干预执法的，要追究责任。",
            ["建立倒查机制", "对发生重大事件，造成严重后果，干预执法的，要追究责任"],
        ),
        (
            "工作人员包庇违法行为，涉嫌犯罪的，要移送检察院。",
            ["工作人员包庇违法行为，涉嫌犯罪的，要移送检察院"],
        ),
        (
            "对困难企业，加大扶持力度，完善政策，仍达不到要求的，依法关停。",
            ["对困难企业，加大扶持力度", "完善政策", "仍达不到要求的，依法关停"],
        ),
        # spirit and ground
        (
            "各县要把结构调整作为头等大事来抓，组织干部开展宣传。",
            ["各县要把结构调整作为头等大事来抓，组织干部开展宣传"],
        ),
        ("统筹考虑人口变化趋势，合理布局学校。", ["统筹考虑人口变化趋势，合理布局学校"]),
        # counts
        (
            "每年支持10000家以上小微企业，3年内新增融资额1000亿元以上。",
            ["每年支持10000家以上小微企业", "3年内新增融资额1000亿元以上"],
        ),
        ("组织开展宣传，重点培育一批合作社。", ["组织开展宣传", "重点培育一批合作社"]),
        ("一是结合抽检情况，及时确定监管重点。", ["结合抽检情况，及时确定监管重点"]),
    ],
)
def test_how_far_a_measure_reaches(chars: str, texts: list[str]) -> None:
    """Effects, limits, cases and clauses without an object lean on an action."""
    assert [row[2] for row in read(chars)] == texts


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("定期公开环境质量状况", ("定期",)),
        ("应当按照规定，严格规范自身行为", ("严格",)),
        ("缩短出台期限，并及时向社会公布", ("及时",)),
        ("加强预警研判，科学预防", ("科学",)),
        ("开展运输企业集中整治", ()),
        ("坚持把政务公开纳入考核", ()),
        ("做好重点领域、重点环节监控", ()),
        ("推动社会力量广泛参与", ("广泛",)),
        ("加大建设力度，优先在园区周边布局", ()),
    ],
)
def test_qualifiers_of_other_themes(chars: str, expected: tuple[str, ...]) -> None:
    """Qualifiers before a verb that looks like one count, those of a noun do not."""
    found = measures.find(chars + "。", one(chars + "。"), skip=()).measures
    assert [item.qualifiers for item in found] == [expected]


def test_playing_to_strength_builds() -> None:
    """发挥…优势，构建…格局 builds."""
    chars = "充分发挥旅游资源优势和特点，着力构建总体发展格局。"
    assert [row[1] for row in read(chars)] == ["构建"]
