"""Tasks to measures: where a measure begins and ends, its verb, its force, its qualifiers."""

import itertools
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract import measures
from builder.extract.clauses import mask
from builder.model.span import Span
from tests.extract.outlines import one


def texts(chars: str) -> list[str]:
    return [item.text for item in measures.find(chars, one(chars), skip=()).measures]


def only(chars: str) -> measures.Measure:
    (item,) = measures.find(chars, one(chars), skip=()).measures
    return item


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "推进居住证与身份证功能衔接，健全提供机制。",
            ["推进居住证与身份证功能衔接", "健全提供机制"],
        ),
        ("完善水、电、气、热等配套设施。", ["完善水、电、气、热等配套设施"]),
        (
            "实施“增品种、提品质，创品牌”行动，优化（含县，区）布局。",
            ["实施“增品种、提品质，创品牌”行动", "优化（含县，区）布局"],
        ),
        (
            "打造城市卫星镇；打造专业服务镇；",
            ["打造城市卫星镇", "打造专业服务镇"],
        ),
        ("一是完善制度；二是建设平台。", ["完善制度", "建设平台"]),
        (
            "健全安委会机制，旗县（市、区）全部设立减灾委员会。",
            ["健全安委会机制", "旗县（市、区）全部设立减灾委员会"],
        ),
        (
            "全面规范市场准入程序，除法律法规规定的审查环节外一律取消，不得以备案等形式设定准入障碍。",
            [
                "全面规范市场准入程序",
                "除法律法规规定的审查环节外一律取消",
                "不得以备案等形式设定准入障碍",
            ],
        ),
        (
            "企业主要负责人每年接受安全培训不少于12学时，高危行业企业按规定配备安全总监。",
            ["企业主要负责人每年接受安全培训不少于12学时", "高危行业企业按规定配备安全总监"],
        ),
        (
            "医共体总院达到基本标准，90%的乡镇卫生院达到推荐标准。",
            ["医共体总院达到基本标准", "90%的乡镇卫生院达到推荐标准"],
        ),
        (
            "对重大隐患一律挂牌督办，对逾期未整改的依法严肃查处。",
            ["对重大隐患一律挂牌督办", "对逾期未整改的依法严肃查处"],
        ),
        (
            "深化公立医院改革，以患者为中心改善医疗服务。",
            ["深化公立医院改革", "以患者为中心改善医疗服务"],
        ),
        (
            "养老护理员月薪不低于当地社会平均工资，由各单位负责人担任首席数据官。",
            ["养老护理员月薪不低于当地社会平均工资", "由各单位负责人担任首席数据官"],
        ),
        (
            "树牢“大食物观”，夺取全省科技创新金鼎，迁建支线机场。",
            ["树牢“大食物观”", "夺取全省科技创新金鼎", "迁建支线机场"],
        ),
    ],
)
def test_clauses_with_verb_and_object_are_measures(chars: str, expected: list[str]) -> None:
    """Commas and semicolons part actions; 、, brackets and quotation marks never do."""
    assert texts(chars) == expected


@pytest.mark.parametrize(
    "chars",
    [
        "以食品药品、知识产权为重点，加强监管标准衔接",
        "按照省负总责、市县抓落实的总体要求，加强多部门协同",
        "在依法合规和风险可控前提下，积极争取信贷支持力度",
        "除法律法规禁止的行业外，投资领域一律向民间资本开放",
        "国务院决定改为登记后置审批的事项，不再作为登记前置",
        "以县为单位，充分考虑出生人口变化，逐年做好入园需求测算",
        "鼓励各镇结合实际，将厕所粪污、畜禽养殖废弃物一并处理",
        "组织各县对照省级培育标准，编制三年行动计划",
        "对承办促进活动的执行单位或商贸流通企业，给予3万元的资金支持",
        "对提供普惠服务的机构，按规定落实税费优惠政策",
        "各地区在动态调整配套标准时，要增加基本公共服务项目",
        "到2023年底，城市配送车辆电动化率达到50%以上",
        "需要立案查处的，按照程序进行调查处理",
        "市场监管总局要会同有关部门，制定联合抽查事项清单",
        "鼓励农机服务主体通过跨区作业、订单作业等多种形式，开展高效便捷的农机作业服务",
        "鼓励各市、县根据实际情况，对换购新能源汽车的企业给予奖励",
        "督促环卫、园林、物流园区等主管部门，制定替换燃油车的具体计划",
        "对提供担保的贷款，结合金融机构实际承担的风险责任比例，合理确定贷款风险权重",
        "在年度建设用地指标中，优先安排农机合作社用地",
        "支持川南渝西等毗邻地区围绕主导产业，联合打造农业园区",
        "沿长江、嘉陵江、岷江流域，建设一批休闲乡村",
        "中央财政要根据绩效考核等情况，适时对其进行资金补充",
        "坚持政府主导、社会参与、公办民办并举，深化体制机制改革",
        "综合运用卫星遥感等现代信息技术，加强耕地种粮情况监测",
        "以长沙全球研发中心城市、湘江科学城、株洲职教城建设为牵引，建设湘江科教走廊",
        "坚持以保留提升利用为主，“留改拆”并举，持续推进“两补一化”",
        "依托长株潭一体化发展领导小组，完善省级统筹、中心城市牵头的一体化发展机制",
        "支持潜力地区通过全域土地综合整治，发挥增减挂钩最大效益",
        "支持省内冷链物流企业或有实力的机构，通过参股控股、兼并重组等方式，打造大型企业集团",
        "由省人民政府采取“一事一议”方式，给予“一揽子”支持政策",
        "镇安委会有关成员单位要按照有关专项整治工作安排，制定安全生产专项整治工作方案",
        "组织霍山对照安徽省现代化中小城市培育标准，编制现代化中小城市培育三年行动计划",
    ],
)
def test_grounds_stay_with_the_action_they_introduce(chars: str) -> None:
    """What a clause is done with, by, when or for is part of the measure behind it."""
    assert texts(chars + "。") == [chars]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("鼓励各地结合实际大胆探索监管的新模式，及时总结推广先进经验。", 2),
        ("支持各类主体通过多种方式参与建设，完善配套政策。", 2),
        ("鼓励农户通过土地流转增加收入，完善利益联结机制。", 2),
        ("加强监督检查，重大情况及时向国务院报告。", 2),
    ],
)
def test_a_clause_with_its_own_action_does_not_hang(chars: str, expected: int) -> None:
    """Only 鼓励…通过…形式 without an action waits for the clause behind it."""
    assert len(texts(chars)) == expected


@pytest.mark.parametrize(
    "chars",
    [
        "完善户籍管理政务服务平台，提高户籍登记、迁移便利度",
        "将农业转移人口纳入社会救助范围，为困难群体基本生活提供兜底保障",
        "加大职业院校建设力度，优先在产业园区周边布局",
        "细化政策举措和项目清单，切实推动目标任务落地见效",
        "与超大特大城市开展协作，构建中心至外围梯次分布的产业格局",
        "支持制造业基础扎实的镇做优产业集群，打造经济发达镇",
        "高水平打造生态旅游带，发挥其对全市旅游的带动作用",
        "新开通5G基站15万个以上，总数达到30万个以上",
        "滚动投放消费券，2022年11月完成",
        "推行一次办好，让群众少跑腿",
        "整合旅游资源，促进沿海与山区优势互补，联动互动，共同发展",
        "引导企业开展促销活动，激发消费意愿，提振市场信心",
    ],
)
def test_effects_stay_with_the_action_before(chars: str) -> None:
    """A clause that only says what an action brings about is part of its measure."""
    assert texts(chars + "。") == [chars]


@pytest.mark.parametrize(
    ("chars", "action", "force", "word"),
    [
        ("全面取消在就业地参保户籍限制", "取消", "must", None),
        ("鼓励取消年度落户名额限制", "取消", "encourage", "鼓励"),
        ("探索建立自愿有偿退出的办法", "建立", "explore", "探索"),
        ("引导农业转移人口参加职工基本养老保险", "引导", "promote", "引导"),
        ("不得以退出上述权益作为农民进城落户的条件", "作为", "forbid", "不得"),
        ("防止大拆大建", "防止", "forbid", "防止"),
        ("省级财政可统筹相关资金支持潜力地区发展", "统筹", "encourage", "可"),
        ("各城市要因地制宜制定具体落户办法", "制定", "must", "要"),
        ("将评价结果作为扩区、调区的重要依据", "作为", "must", None),
        ("在具备条件的城市推进保障性住房建设", "推进", "promote", "推进"),
        ("全市公办幼儿园在园幼儿占比达到70%以上", "达到", "must", None),
        ("开展公共领域车辆全面电动化试点", "开展", "explore", "试点"),
        ("中央财政性建设资金支持潜力地区园区设施建设", "支持", "promote", "支持"),
        ("有序剥离社会事务管理职能", "剥离", "must", None),
        ("鼓励各市根据实际情况，对企业给予奖励", "奖励", "encourage", "鼓励"),
        ("重大问题及时向国务院报告", "报告", "must", None),
        ("上述资金由失业保险基金列支", "列支", "must", None),
        ("小微企业认定标准按照中小企业划型标准有关规定执行", "执行", "must", None),
        ("“一县一策”引进培育产业链“链主”和龙头企业", "引进培育", "must", None),
        ("综合运用地方政府专项债券和城镇保障性安居工程补助资金", "运用", "must", None),
        ("进一步发挥农村合作社作用，提高农业生产管理经营水平", "发挥", "must", None),
        ("推广普及农民群众喜闻乐见的体育项目", "推广普及", "promote", "推广普及"),
        ("对城镇化发展成绩突出的县根据有关规定给予奖励", "奖励", "must", None),
        ("应当按照《无证无照经营查处办法》的规定予以查处", "查处", "must", "应当"),
        ("各级环境保护部门应给予必要支持", "支持", "must", "应"),
        ("市将学前教育工作列入对县级人民政府履行教育职责的评价指标", "列入", "must", None),
        ("县政府将召开会议听取情况", "听取", "must", None),
        ("将所承担任务进一步明确、细化", "明确", "must", None),
        ("利用“互联网+考核”的方式采集客观考核数据", "采集", "must", None),
        ("将小块存量用地整治归并为大块宗地", "整治归并", "must", None),
        ("补助资金对符合条件的保障性住房建设项目予以积极支持", "支持", "promote", "支持"),
        ("要切实把环境保护放在全局工作的突出位置", "放在", "must", "要"),
        ("对开展消费券发放的市提供财政资金支持", "提供", "must", None),
        ("有序将集中连片村组纳入集中供水范围", "纳入", "must", None),
        ("将失业保险金标准上调至最低工资标准的90%", "上调", "must", None),
        ("将厕所粪污、畜禽养殖废弃物一并处理", "处理", "must", None),
        ("同步推进配套管网建设", "推进", "promote", "推进"),
        ("县财政局负责资金筹措", "负责", "must", "负责"),
        ("依申请事项网上可办率达到100%", "达到", "must", None),
        ("原则上不再新建燃煤锅炉", "新建", "forbid", "不再"),
        ("既有居住区通过租赁等方式逐步补足", "补足", "must", None),
        ("违反制度的项目，一律不得开工", "开工", "forbid", "不得"),
        ("对清单内事项逐项编制完成行政许可实施规范", "编制", "must", None),
        ("投资领域一律向民间资本开放", "开放", "must", None),
        ("不得擅自修改审查通过的材料", "修改", "forbid", "不得"),
        ("不得超出资质证书范围出具检测报告", "出具", "forbid", "不得"),
        ("不得将退休人员纳入保障范围", "纳入", "forbid", "不得"),
        ("按规定程序审批后方可施工", "施工", "must", "方可"),
        ("决不允许弄虚作假", "决不允许", "forbid", "决不允许"),
        ("县领导小组要定期研究教育工作", "研究", "must", "要"),
        ("研究建立碳足迹核算方法", "建立", "explore", "研究"),
        ("旗县（市、区）全部设立防灾减灾救灾委员会", "设立", "must", None),
        ("国务院教育督导委员会办公室将科学教育开展情况纳入履职评价", "纳入", "must", None),
        ("县财政每年安排不少于2000万元专项资金", "安排", "must", None),
        ("在湖镇镇、小南海镇各建1个种质资源保护基地", "建", "must", None),
    ],
)
def test_action_and_force(chars: str, action: str, force: str, word: str | None) -> None:
    """The content verb is the action; a modal, a pivot or the verb itself sets the force."""
    item = only(chars + "。")
    assert (item.action, item.force) == (action, force)
    assert item.force_word in (word, None) if word is None else item.force_word == word
    assert item.action_span.of(chars) == action


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("逐步放宽落户限制", ("逐步",)),
        ("规范有序推广政府和社会资本合作", ("规范有序",)),
        ("依法消除同工不同酬行为", ("依法",)),
        ("建立协调机制", ()),
        ("加快将随迁子女纳入普惠性学前教育保障范围", ("加快",)),
        ("指导职业院校根据市场需求动态调整专业设置", ("动态",)),
        ("依法有序向长株潭同步下放部分省级管理权限", ("依法", "有序", "同步")),
        ("建立城市生活垃圾分类处理系统", ()),
        ("规范市场秩序", ()),
    ],
)
def test_qualifiers_are_kept(chars: str, expected: tuple[str, ...]) -> None:
    """Words of extent, pace and condition stand beside the verb."""
    assert only(chars + "。").qualifiers == expected


def test_responsibility_lists_are_no_measures() -> None:
    """A list of responsible bodies ends the task's text and is never read."""
    chars = "完善制度。（责任单位：市发改委，配合单位：市财政局）"
    skip = (Span(5, len(chars)),)
    found = measures.find(chars, one(chars), skip=skip)
    assert [item.text for item in found.measures] == ["完善制度"]
    assert not found.findings


def test_a_sentence_without_action_is_reported() -> None:
    """What commits to nothing is no measure, but a finding that quotes it."""
    chars = "紧紧把握同城化建设机遇，把融入长三角作为最重要战略抓手。"
    found = measures.find(chars, one(chars), skip=())
    assert not found.measures
    assert [item.code for item in found.findings] == ["measure-clause-unread"]


def test_goals_and_principles_have_no_measures() -> None:
    """Only provisions that commit to work give measures."""
    chars = "完善制度。"
    assert not measures.find(chars, one(chars, role="goal"), skip=()).measures


@given(st.text(alphabet="推进完善，。；、：（）“”要不得的市A1\n ", max_size=80))
def test_every_clause_is_covered_or_reported(chars: str) -> None:
    """Measures and findings cover all letters of a task in order, and quote them exactly.

    What stands before a colon may be a label, which names what follows and is no part of it.
    """
    found = measures.find(chars, one(chars), skip=())
    spans = sorted(
        [item.span for item in found.measures]
        + [item.span for item in found.findings if item.span is not None]
    )
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(item.span.of(chars) == item.text for item in found.measures)
    left = list(chars)
    for m in re.finditer(r"[^，。；：\n]*：", mask(chars)):
        left[m.start() : m.end()] = " " * len(m[0])
    for span in spans:
        left[span.start : span.end] = " " * (span.end - span.start)
    assert not set(left) - set("，。；：、 \n（）“”1")


@pytest.mark.parametrize("unit", ["推进，", "（", "以", "推进建设", "“", "1", "市要"])
def test_long_lines_take_linear_time(unit: str, linear: Callable[..., None]) -> None:
    """A line of a hundred thousand characters is read in time linear in its length."""
    linear(lambda chars: measures.find(chars, one(chars), skip=()), unit * (12_500 // len(unit)))


def test_a_system_is_no_qualifier() -> None:
    """系统 qualifies at the head of a clause; behind a noun it names the thing."""
    assert "系统" not in only("浆料类保温系统禁止用于外墙外保温工程。").qualifiers
    assert "系统" in only("系统推进流域治理。").qualifiers
