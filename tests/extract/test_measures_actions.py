"""Which verb of a clause is the action, where several stand in it."""

import pytest

from builder.extract import measures
from tests.extract.outlines import one


@pytest.mark.parametrize(
    ("chars", "action", "force"),
    [
        # of two verbs with one object the first; but a set pair is one deed
        ("依法严肃查处、整改存在的问题", "查处", "must"),
        ("适时制定、公布推广目录", "制定", "must"),
        ("弘扬、传承大别山精神", "弘扬传承", "must"),
        ("建立和完善生态补偿机制", "建立", "must"),
        ("综合运用约束机制和激励机制", "运用", "must"),
        ("争创建设国家级良种繁育基地", "建设", "promote"),
        # behind 负责 what somebody is in charge of doing
        ("由市州住建部门负责协调人社部门按标准对接", "协调", "must"),
        ("各级卫生健康部门负责对医疗机构使用情况进行指导和监督", "指导", "must"),
        ("由牵头部门负责公平竞争审查", "负责", "must"),
        # behind those who are moved, whatever they are said to do
        (
            "支持承担科研项目的高校、科研院所等用人单位科研人才按规定离岗创办企业",
            "创办",
            "encourage",
        ),
        ("鼓励供应单位主动在“省建设工程数字造价平台”发布价格信息", "发布", "encourage"),
        ("鼓励支持设立退役军人教育培训集团", "设立", "encourage"),
        # a name that begins like a verb is the subject
        ("试点银行建立专营组织架构体系", "建立", "must"),
        ("核查工作应以3—5年为周期持续开展", "开展", "must"),
        ("分享比例由各方协商确定", "确定", "must"),
        ("评审专家、咨询专家、评估人员、经费审计人员等要忠于职守", "忠于", "must"),
        # behind a modal: a state, one character, what must not be
        ("其保温系统、材料、产品等应具有国家、行业或本省相应标准规范", "具有", "must"),
        ("要使防震减灾知识家喻户晓", "使", "must"),
        ("按程序报自治区人民政府", "报", "must"),
        ("不得有其他违背科研诚信要求的行为", "有", "forbid"),
        ("不得将外墙保温工程发包给无资质的单位或个人", "发包", "forbid"),
        ("医疗机构不得以费用控制等为由影响中选药品的供应保障", "影响", "forbid"),
        ("严禁不符合主体功能定位的开发活动", "严禁", "forbid"),
        ("应及时将不合格检测结果，向当地主管部门报告", "报告", "must"),
        ("应将设计变更内容送原图审机构重新审查", "送", "must"),
        # behind the rule or the amount to go by
        ("按不低于采购金额的30%提前预付给医疗机构", "预付", "must"),
        ("也可按照所在统筹地区相关规定纳入离休人员医药费单独统筹", "纳入", "encourage"),
        ("2021年5月1日至2022年4月30日实施阶段性下调费率50%的政策", "实施", "must"),
        ("将政策实施期限延长至2022年4月30日", "延长", "must"),
        ("在竣工验收等环节严格把关", "把关", "must"),
        ("依据法律法规和相关规划严格监管", "监管", "must"),
        ("继续按不高于2017年征收标准征收残疾人就业保障金", "征收", "must"),
        ("转制后执行企业收入分配制度", "执行", "must"),
        ("县住建局依照检查范围认真填写在建项目清单", "填写", "must"),
        ("对本规划执行情况进行中期评估和终期考核", "评估", "must"),
        ("只能在局部部位及厨房、卫生间使用", "使用", "must"),
        ("围绕收获、植保和秸秆处理等主要环节，提高全程机械化水平", "提高", "must"),
        ("把环境风险评估作为项目评估的重要内容，提高风险防范水平", "作为", "must"),
        ("资产损失经确认后应当依次冲减未分配利润、盈余公积", "冲减", "must"),
        ("禁止工业固体废物、城镇垃圾及其他污染物向农村转移", "转移", "forbid"),
        ("转制企业应当切实保障职工的合法权益", "保障", "must"),
        ("可按投资额一定比例抵免当年应缴教育费附加", "抵免", "encourage"),
        ("不得以任何方式收取费用", "收取", "forbid"),
        ("把更多增值收益留在农村、留给农民", "留在", "must"),
        ("应当结合科技计划组织实施的特点，制定实施细则", "制定", "must"),
        ("中央与地方支出责任划分，参照有关划分原则执行", "执行", "must"),
        ("着力稳政策、稳面积、稳产量", "稳", "must"),
        ("稳定提升渔业产能", "提升", "must"),
        ("合作打造现代农业高新技术产业示范区", "打造", "must"),
        # behind a place, a date or what is new
        ("支持在园区设立人才服务站", "设立", "encourage"),
        ("研究在环境保护部设立监察专员制度", "设立", "explore"),
        ("引导在本地稳定就业生活的农业转移人口举家进城落户", "引导", "promote"),
        ("应当自受理之日起15个工作日内作出决定", "作出", "must"),
        ("新建建筑全面执行绿色建筑标准", "执行", "must"),
        ("也要抓紧地方的防震减灾立法工作", "抓紧", "must"),
        ("装配式建筑选用预制混凝土夹心保温外墙板系统", "选用", "must"),
        ("培训评价组织应对接职业标准", "对接", "must"),
        ("检查报告向社会公开", "公开", "must"),
        ("推进减少温室气体排放的国际合作", "推进", "promote"),
        ("在重大项目安排、经费投入、人力资源开发等方面形成政策合力", "形成", "must"),
        # 研究制定 will give something, 研究建立 may
        ("适时研究制定推广工作方案", "制定", "must"),
        ("研究建立监测方法", "建立", "explore"),
    ],
)
def test_the_verb_that_acts(chars: str, action: str, force: str) -> None:
    """The action is what is to be done, not a verb of a name, of a condition or of a pair."""
    (item,) = measures.find(chars + "。", one(chars + "。"), skip=()).measures
    assert (item.action, item.force) == (action, force)


@pytest.mark.parametrize(
    "chars",
    [
        "在优化开发区域，坚持环境优先，优化产业结构和布局。",
        "在禁止开发区域，依据法律法规严格监管。",
        "在国家区域协调发展战略框架下，西部地区要强化生态保护。",
        "以环境保护重点工程为需求，大力发展环保装备制造业。",
        "当前及今后一段时期，积极推进防震减灾工作。",
    ],
)
def test_where_and_when_is_no_measure(chars: str) -> None:
    """A place, a frame or a time before the action belongs to it, whatever verbs name it."""
    (item,) = measures.find(chars, one(chars), skip=()).measures
    assert item.text == chars.rstrip("。")


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("创新平台：建设国家农业高新技术产业示范区。", ["建设国家农业高新技术产业示范区"]),
        ("供种保障能力提升：新建良种生产基地5万亩。", ["新建良种生产基地5万亩"]),
        ("智慧农业—装备推广应用及示范：部署农机终端。", ["部署农机终端"]),
        ("专栏13　智慧农业建设工程装备智能化推广应用及示范：部署农机终端。", ["部署农机终端"]),
        (
            "实施联合攻关，围绕粮油等优势产业，重点开展新品种选育。",
            ["实施联合攻关", "围绕粮油等优势产业，重点开展新品种选育"],
        ),
        ("随机抽查事项分为重点检查事项和一般检查事项。", []),
        ("将监测对象分为三类。", ["将监测对象分为三类"]),
    ],
)
def test_names_and_statements_commit_to_nothing(chars: str, expected: list[str]) -> None:
    """A label before a colon only names what follows, and what is divided into kinds is so."""
    found = measures.find(chars, one(chars), skip=()).measures
    assert [item.text for item in found] == expected


@pytest.mark.parametrize(
    ("chars", "count"),
    [
        ("推动法律法规进农村，切实维护农民合法权益，营造解决问题用法的法治环境。", 1),
        ("完善体制机制，营造稳定公开的发展环境，吸引企业家兴业创业。", 1),
        ("营造稳定公开的发展环境，吸引企业家兴业创业。", 1),
        ("发展多种形式适度规模经营，增加农民土地租金收入。", 1),
        ("完善社区服务，增加养老、托育等服务设施。", 2),
        ("把落实政策情况作为巡视巡察重要内容，建立健全权力运行监督制度。", 2),
        ("把项目实施作为规划落地的重要抓手，谋划实施一批改革试点。", 1),
    ],
)
def test_what_only_tells_an_effect_or_a_view(chars: str, count: int) -> None:
    """Income that grows and a climate made behind an effect are effects; 作为…内容 is a deed."""
    assert len(measures.find(chars, one(chars), skip=()).measures) == count
