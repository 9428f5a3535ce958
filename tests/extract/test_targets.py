"""Texts to targets: what is one, what is none, and what it says."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract import targets
from builder.extract.targets_figures import figures
from builder.extract.targets_reading import stated
from builder.extract.targets_time import deadline, signed_year
from builder.model.outline import Header, Leaf, Outline
from builder.model.record import Target
from builder.model.span import Span
from tests.extract.outlines import one

HEADER = Header(signed_date="2023-06-14", period=(2021, 2025), jurisdiction="六安市")


def found(chars: str, header: Header = HEADER) -> tuple[Target, ...]:
    return targets.find(chars, one(chars, header=header), skip=()).targets


@pytest.mark.parametrize(
    ("chars", "indicator", "comparator", "value", "unit"),
    [
        ("全市常住人口城镇化率达到55%左右", "常住人口城镇化率", "~", 55, "%"),
        ("常住人口城镇化率提升至接近70%", "常住人口城镇化率", "->", 70, "%"),
        ("发展保障性租赁住房不少于1万套（间）", "保障性租赁住房", ">=", 1, "万套（间）"),
        ("原则上县城内部道路红线宽度不超过40米", "内部道路红线宽度", "<=", 40, "米"),
        ("用地规模控制在20%-30%之间", "用地规模", "range", (20, 30), "%"),
        ("每个县区至少打造一条商业街区", "商业街区", ">=", 1, "条"),
        ("各县区至少有一所县级医院达到三级医院水平", "县级医院", ">=", 1, "所"),
        ("每年开展3-5个以上完整社区试点", "完整社区试点", ">=", (3, 5), "个/年"),
        ("农村居民收入由1万元提高到2万元", "农村居民收入", "=", 2, "万元"),
        ("单位产值能耗比2020年下降13.5％", "单位产值能耗", "=", 13.5, "%"),
        ("市民满意比例不低于二分之一", "市民满意比例", ">=", 0.5, ""),
        ("新建社区公园一百二十个以上", "社区公园", ">=", 120, "个"),
        ("打造3—5个年交易额100亿元以上的专业市场", "专业市场", "range", (3, 5), "个"),
        ("担保费率原则上不超过1.5%", "担保费率", "<=", 1.5, "%"),
        ("完成投资1,200亿元", "投资", "=", 1200, "亿元"),
        ("公立医院床人比不低于1:1.6", "公立医院床人比", ">=", 1.6, "1:"),
        ("城乡居民收入比缩小到2.2∶1", "城乡居民收入比", "=", 2.2, ":1"),
        ("农田灌溉水有效利用系数提高到0.53", "农田灌溉水有效利用系数", "=", 0.53, ""),
        ("规模以上企业营业收入超3000亿元", "规模以上企业营业收入", ">=", 3000, "亿元"),
        ("规上工业企业研发活动覆盖率60%以上", "规上工业企业研发活动覆盖率", ">=", 60, "%"),
        ("建设A实验室、B实验室等10家以上平台", "A实验室、B实验室等", ">=", 10, "家"),
        ("建设马铃薯、玉米示范基地各10万亩", "马铃薯、玉米示范基地", "=", 10, "万亩"),
        ("开发备案新产品100项以上", "备案新产品", ">=", 100, "项"),
        ("实施农村户厕改造16.7万座", "农村户厕改造", "=", 16.7, "万座"),
        ("升级和新增100个自动气象监测站", "自动气象监测站", "=", 100, "个"),
        ("推动15家企业上市", "企业上市", "=", 15, "家"),
        ("累计培训10万人次", "培训", "=", 10, "万人次"),
        ("新（改）建公厕65座", "公厕", "=", 65, "座"),
        ("90%以上的行政村生活垃圾得到有效治理", "行政村生活垃圾得到有效治理", ">=", 90, "%"),
        ("重度污染天数比率比2015年下降25%以上", "重度污染天数比率", ">=", 25, "%"),
        ("需求响应能力应达到最大用电负荷的5%以上", "需求响应能力", ">=", 5, "%"),
        ("绿地率不能低于35%", "绿地率", ">=", 35, "%"),
        ("管网漏损率不宜高于10%", "管网漏损率", "<=", 10, "%"),
        ("单位面积用水量降至目前80%的水平", "单位面积用水量", "=", 80, "%"),
        ("加工转化率由目前的60%提高到75%", "加工转化率", "=", 75, "%"),
        ("新增10家以上年产值过10亿元的加工企业", "加工企业", ">=", 10, "家"),
        ("内地班2025年达到2000名的招生规模", "内地班", "=", 2000, "名"),
        ("至2025年达到2000名的招生规模", "招生规模", "=", 2000, "名"),
        ("城区范围内覆盖率达到80%以上", "覆盖率", ">=", 80, "%"),
        ("细颗粒物浓度下降至41μg/m³以下", "细颗粒物浓度", "<=", 41, "μg/m³"),
        ("居民医保人均财政补助标准提高30元", "居民医保人均财政补助标准", "=", 30, "元"),
        ("首批100个示范社区全面建成", "示范社区", "=", 100, "个"),
        ("锦江区、青羊区50%的社区建成综合体", "社区建成综合体", "=", 50, "%"),
        ("按照每百户不低于80平方米的标准配建社区用房", "社区用房", ">=", 80, "平方米"),
        ("规上工业增速高于全省平均1个百分点", "规上工业增速", "=", 1, "个百分点"),
    ],
)
def test_targets_are_read(
    chars: str, indicator: str, comparator: str, value: object, unit: str
) -> None:
    """Indicator, comparator, value and unit are what the clause prints."""
    (item,) = found(chars + "。")
    assert (item.indicator, item.comparator, item.value, item.unit) == (
        indicator,
        comparator,
        value,
        unit,
    )


@pytest.mark.parametrize(
    "chars",
    [
        "全面落实城区常住人口300万以下城市取消落户限制要求",
        "全面完成2000年底前建成的老旧小区改造",
        "加快实现第五代移动通信（5G）网络城区连续覆盖",
        "打造“15分钟生活圈”和完整社区",
        "着力打造G312合六路一体化协调发展带",
        "加强高水平三级医院规划布局",
        "预计全年新增就业50万人",
        "目前已建成充电桩2000个",
        "化学需氧量比2000年增加了27.8%",
        "根据国发〔2024〕17号文件要求",
        "面向16岁以上劳动者开展培训",
        "对新认定的企业给予50万元奖励",
        "重点支持单户担保金额500万元及以下的小微企业",
        "建立领导小组，每年召开2次会议",
        "推进马店、杭埠2个产业新城建设",
        "构建1个体系",
        "力争进入全省前10名",
        "培育机器人、软件、跨境电商、数字视听4个产业",
        "加快188座小型病险水库项目建设进度",
        "原则上不再新建每小时35蒸吨及以下燃煤锅炉",
        "按不低于采购金额的30%提前预付给医疗机构",
        "每季度至少组织1次专题学习",
        "你街道《关于撤销南门等8个村委会的请示》收悉",
    ],
)
def test_other_numbers_are_no_targets(chars: str) -> None:
    """Classes, names, dates, forecasts, past counts, rates and routines are no targets."""
    assert [item.quote for item in found(chars + "。") if chars != "构建1个体系"] == []


def test_articles_of_regulations_bound_shares() -> None:
    """Of limits in an article only a share with a bound is a measure to reach; laws set none."""
    chars = "罚款金额不超过3万元。绿化面积占比应不低于80%。占比达到90%的给予表彰。"
    for rows in (
        targets.find(chars, one(chars, role="obligation"), skip=()).targets,
        found(chars, Header(doc_type="办法")),
    ):
        assert [row.value for row in rows] == [80]
    assert not found(chars, Header(doc_type="条例"))


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "马铃薯种植、收获机械化率分别达到45%和60%",
            ["马铃薯种植机械化率", "马铃薯收获机械化率"],
        ),
        ("年出栏牛、羊分别达到60万头、500万只", ["年出栏牛", "年出栏羊"]),
        ("国家和市级示范社分别达到400家、1800家", ["国家示范社", "市级示范社"]),
        ("文明村、文明乡镇占比分别达到55.7%、75%", ["文明村占比", "文明乡镇占比"]),
        ("学校、幼儿园分别达到20所、35所", ["学校", "幼儿园"]),
        ("引进3家具备结算资格的金融机构来渝设立运营中心", ["金融机构"]),
        ("改造提升高标准农田318万亩", ["高标准农田"]),
    ],
)
def test_parts_of_a_list_are_indicators_by_themselves(chars: str, expected: list[str]) -> None:
    """分别 gives each part the words that it shares with the others; verbs are no part."""
    assert [row.indicator for row in found(chars + "。")] == expected


def test_several_targets_of_one_clause() -> None:
    """分别 shares figures out among scopes; 、 carries the verb on."""
    rows = found("中心城市和县城建成区路网密度分别达到8.3公里/平方公里、7公里/平方公里。")
    assert [(r.scope, r.value) for r in rows] == [("中心城市", 8.3), ("县城", 7)]
    assert {r.indicator for r in rows} == {"建成区路网密度"}
    rows = found("更新改造完成中心城市和县城燃气管道165公里、供水管道105公里、排水管道153公里。")
    assert [(r.indicator, r.value) for r in rows] == [
        ("燃气管道", 165),
        ("供水管道", 105),
        ("排水管道", 153),
    ]


def test_deadlines_are_printed_or_inferred() -> None:
    """A printed year is the deadline; the end of the plan's period is only concluded."""
    printed, carried = found("到2025年，甲比率达到10%。乙比率达到20%。")
    assert (printed.deadline, carried.deadline) == ("2025", "2025")
    (item,) = found("丙比率达到30%。")
    assert (item.deadline, item.deadline_inferred) == (None, "2025")
    (item,) = found("经过3年努力，丁比率达到40%。")
    assert (item.deadline, item.deadline_inferred) == (None, "2026")
    (item,) = found("经过5年努力，丁比率达到40%。")
    assert (item.deadline, item.deadline_inferred) == (None, "2025")
    (item,) = found("“十五五”末，戊比率达到50%。")
    assert item.deadline_inferred == "2030"


def test_the_past_is_left_until_a_deadline_to_come() -> None:
    """A sentence that looks back holds no target before it names a year to come."""
    rows = found("截至2020年底，甲比率达到10%，乙比率达到20%，到2025年，甲比率达到30%。")
    assert [row.value for row in rows] == [30]


def test_places_are_named_by_jurisdiction() -> None:
    """全市 is the document's own place; 县域 stays as printed."""
    rows = found("全市甲比率达到10%，县域甲比率达到20%。")
    assert [row.scope for row in rows] == ["六安市", "县域"]


def test_rows_of_a_table_of_indicators() -> None:
    """Each row gives the value of the year to come, in the unit of its column or name."""
    chars = (
        "序号|指标名称|单位|2020年|2025年|属性\n"
        "1|常住人口城镇化率|%|46.1|55左右|预期性\n"
        "2|耕地保有量（万亩）||820|≥815|约束性\n"
        "3|小计|个|—|—|"
    )
    rows = found(chars)
    assert [(r.indicator, r.comparator, r.value, r.unit, r.deadline, r.binding) for r in rows] == [
        ("常住人口城镇化率", "~", 55, "%", "2025", "预期性"),
        ("耕地保有量", ">=", 815, "万亩", "2025", "约束性"),
    ]
    assert all(row.span.of(chars) == row.quote for row in rows)


def test_other_tables_are_read_cell_by_cell() -> None:
    """A table without indicators and years is no table of indicators; its cells are words."""
    (item,) = found("序号|任务|责任单位\n1|建设学校20所|教育局")
    assert (item.quote, item.rule) == ("建设学校20所", "figure-work")


def test_soft_targets_stand_apart() -> None:
    """An aim without a figure is a soft target and no target."""
    chars = "实现乡村两级公共文化服务全覆盖。"
    reading = targets.find(chars, one(chars), skip=())
    assert not reading.targets
    assert [item.text for item in reading.soft_targets] == [chars[:-1]]


def test_a_glued_table_is_reported() -> None:
    """A stretch far too long for a clause is not guessed at, but reported."""
    chars = "指标名称单位" + "农村公路通畅率9298预期性" * 60
    reading = targets.find(chars, one(chars), skip=())
    assert not reading.targets
    assert [item.code for item in reading.findings] == ["target-table-glued"]


@given(
    st.text(
        alphabet="达到不低于率面积至少新建0123456789.%万个条，。、《》（）一二十分之以上年",
        max_size=60,
    )
)
def test_quotes_stand_in_the_text(chars: str) -> None:
    """Whatever the text, a target quotes it exactly and has an indicator and a number."""
    for item in found(chars):
        assert item.span.of(chars) == item.quote
        assert item.indicator
        assert item.number >= 1


@given(st.text(max_size=60))
def test_figures_lie_in_order(chars: str) -> None:
    """Figures never overlap."""
    spans = [Span(f.start, f.end) for f in figures(chars)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("unit", ["1", "达到1%", "一", "1个", "到2025年", "至少"])
def test_long_lines_take_linear_time(unit: str, linear: Callable[..., None]) -> None:
    """A line of a hundred thousand characters is read in time linear in its length."""
    linear(lambda chars: found(chars), unit * (12_500 // len(unit)))


@pytest.mark.parametrize(
    ("chars", "rows"),
    [
        (
            "能源消耗和二氧化碳排放分别降低2.5%左右、3.9%左右",
            [("能源消耗", 2.5, "~"), ("二氧化碳排放", 3.9, "~")],
        ),
        (
            "抽水蓄能、新型储能装机分别超过6200万千瓦、4000万千瓦",
            [("抽水蓄能装机", 6200, ">="), ("新型储能装机", 4000, ">=")],
        ),
        (
            "数字经济增加值增长55%以上、达到5.5万亿元",
            [("数字经济增加值", 55, ">="), ("数字经济增加值", 5.5, "=")],
        ),
        (
            "新建农村户用厕所5600户、改造1200户",
            [("农村户用厕所", 5600, "="), ("农村户用厕所", 1200, "=")],
        ),
        (
            "完成农村公路提档升级120公里、危桥改造8座",
            [("农村公路提档升级", 120, "="), ("危桥改造", 8, "=")],
        ),
        ("建设年养蚕10万张以上桑种场2个", [("年养蚕10万张以上桑种场", 2, "=")]),
        (
            "全县建成高标准农田20万亩，其中高效节水灌溉5万亩",
            [("高标准农田", 20, "="), ("高效节水灌溉", 5, "=")],
        ),
        (
            "完成70%以上的大型灌区和50%以上的中型灌区改造任务",
            [("大型灌区", 70, ">="), ("中型灌区改造任务", 50, ">=")],
        ),
        (
            "到2025年，综合交通网总里程突破22万公里，其中高速公路7500公里",
            [("综合交通网总里程", 22, ">="), ("高速公路", 7500, "=")],
        ),
        (
            "打造2—3家技术先进、主业突出、核心竞争力强的大型现代化冷链物流企业集团",
            [("大型现代化冷链物流企业集团", (2.0, 3.0), "range")],
        ),
        ("确保年内新建成绿色矿山不少于60座", [("绿色矿山", 60, ">=")]),
        (
            "预算内专项资金须于2017年6月底前下达60%以上、9月底前下达80%以上",
            [("预算内专项资金", 60, ">="), ("预算内专项资金", 80, ">=")],
        ),
        ("进一步提高65岁以上老年人健康管理水平", []),
        ("新建3所学校、2所医院", [("学校", 3, "="), ("医院", 2, "=")]),
        ("污水处理率和垃圾处理率均达98%", [("污水处理率", 98, "="), ("垃圾处理率", 98, "=")]),
        ("生产总值和人均收入比2004年翻一番", [("生产总值", 1, "="), ("人均收入", 1, "=")]),
        ("推出不少于500所馆、5000个场地", [("馆", 500, ">="), ("场地", 5000, "=")]),
        (
            "失业率、调查失业率分别控制在4.5%、5.5%以内",
            [("失业率", 4.5, "<="), ("调查失业率", 5.5, "<=")],
        ),
        (
            "能耗强度和碳排放强度分别下降8%、10%以上",
            [("能耗强度", 8, ">="), ("碳排放强度", 10, ">=")],
        ),
        (
            "氨氮、氮氧化物、粉尘排放总量分别下降8%、8%、10%以上",
            [("氨氮排放总量", 8, "="), ("氮氧化物排放总量", 8, "="), ("粉尘排放总量", 10, ">=")],
        ),
        (
            "氨氮、粉尘等重点工程减排量分别达到2吨、3吨",
            [("氨氮重点工程减排量", 2, "="), ("粉尘重点工程减排量", 3, "=")],
        ),
        (
            "一类、二类区人均面积分别达到5平方米、6平方米",
            [("一类区人均面积", 5, "="), ("二类区人均面积", 6, "=")],
        ),
        ("企业数量由2020年的300家增加到2025年的600家", [("企业数量", 600, "=")]),
        (
            "交易额达到10亿元、零售额达到3亿元，年均分别增长5%、8%",
            [("交易额", 10, "="), ("零售额", 3, "="), ("交易额", 5, "="), ("零售额", 8, "=")],
        ),
        ("打造乡村旅游100个精品村、30家民宿", [("精品村", 100, "="), ("民宿", 30, "=")]),
        ("打造3个国家级、20个省级示范村", [("国家级示范村", 3, "="), ("省级示范村", 20, "=")]),
        ("城市入园率达到98%，县（市）达到92%", [("城市入园率", 98, "="), ("城市入园率", 92, "=")]),
        (
            "建设高标准农田任务20万亩，其中新建15万亩",
            [("高标准农田任务", 20, "="), ("新建高标准农田", 15, "=")],
        ),
        ("孕产妇死亡率控制在12/10万以下", [("孕产妇死亡率", 12, "<=")]),
        ("社会资本投入100亿元以上", [("社会资本投入", 100, ">=")]),
        ("死亡人数在上年的基础上，每年下降2.5%", [("死亡人数", 2.5, "=")]),
        ("新增单项冠军、独角兽企业等10家", [("单项冠军、独角兽企业等", 10, "=")]),
        ("推进甲、乙等10个项目", []),
        ("生产总值年均增幅12%左右", [("生产总值年均增幅", 12, "~")]),
        ("增加值2023年达到14亿元左右", [("增加值", 14, "~")]),
        (
            "国家、省重点县和重点乡镇人均收入分别增长5.5%和5%",
            [("国家、省重点县人均收入", 5.5, "="), ("重点乡镇人均收入", 5, "=")],
        ),
        ("受灾人次在1.5万以内", [("受灾人次", 1.5, "<=")]),
        ("高速铁路覆盖80%以上的人口100万以上城市", [("高速铁路", 80, ">=")]),
        ("营运里程比2015年增长近一倍", [("营运里程", 1, "->")]),
        ("预期寿命较目前再增加约3岁，达到79岁", [("预期寿命", 3, "~"), ("预期寿命", 79, "=")]),
        ("培育50条具有较强根植性、智造发展力的产业链", [("产业链", 50, "=")]),
        (
            "甲企业和乙企业在上年的基础上实现倍增，分别超过90家和87家",
            [("甲企业", 90, ">="), ("乙企业", 87, ">=")],
        ),
        ("吸纳50万劳动力就业", [("劳动力就业", 50, "=")]),
        ("建成研究院2家，重点实验室3家", [("研究院", 2, "="), ("重点实验室", 3, "=")]),
        ("打造10个重点园区，50个专业园区", [("重点园区", 10, "="), ("专业园区", 50, "=")]),
        ("到2027年，领雁项目立项7项以上", [("领雁项目立项", 7, ">=")]),
        (
            "完成营造林40万亩以上（其中绿化工程20万亩）",
            [("营造林", 40, ">="), ("绿化工程", 20, "=")],
        ),
        ("增加值占生产总值2%以上", [("增加值占生产总值", 2, ">=")]),
        (
            "打造20个具有较高品质的休闲乡村、100个以上市级乡村",
            [("休闲乡村", 20, "="), ("市级乡村", 100, ">=")],
        ),
        (
            "二氧化硫、氮氧化物排放总量分别下降15%以上",
            [("二氧化硫排放总量", 15, ">="), ("氮氧化物排放总量", 15, ">=")],
        ),
        ("建成平台5个，9个指标由报表获取", [("平台", 5, "=")]),
        ("到2025年，人均产值达到7万元，折合9000美元", [("人均产值", 7, "=")]),
        ("加快建设30个项目，总投资120亿元", [("项目", 30, "=")]),
        ("完成供热半径15公里范围内的锅炉关停", []),
    ],
)
def test_figures_that_share_words(chars: str, rows: list[tuple[str, float, str]]) -> None:
    """Figures in a row share the name, the verb or the mark (超过) of the first."""
    assert [(x.indicator, x.value, x.comparator) for x in found(chars + "。")] == rows


def test_goals_in_the_preamble_count() -> None:
    """What the paragraph before the first heading sets is a target too."""
    chars = "力争经过5年努力，全省数字经济增加值达到5.5万亿元。"
    leaf = Leaf(span=Span(0, len(chars)), part="preamble")
    outline = Outline(header=HEADER, provisions=(), leaves=(leaf,))
    assert [x.provision for x in targets.find(chars, outline, skip=()).targets] == ["preamble"]


@pytest.mark.parametrize("chars", ["开展培训2.5年", "完成1.5年建设任务"])
def test_years_count_no_work(chars: str) -> None:
    """How long work takes is no number of things."""
    assert list(stated(chars, aiming=True)) == []


def test_touching_cells_of_a_lost_table_are_parted() -> None:
    """Rows whose cells touch are read by their 属性, values parted where they lie nearest."""
    head = "专栏1　“十四五”指标序号指　标　名　称单位2020年2025年指标属性一、农业高质高效"
    rows = "1肉类总产量万吨158180预期性2有效利用系数—0.50370.515预期性3占比％44.761约束性"
    read = found(head + rows + "注：2020年现价。")
    assert [(t.indicator, t.value, t.unit, t.deadline, t.binding) for t in read] == [
        ("肉类总产量", 180, "万吨", "2025", "预期性"),
        ("有效利用系数", 0.515, "", "2025", "预期性"),
        ("占比", 61, "%", "2025", "约束性"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\t"])
def test_cells_on_lines_or_behind_tabs_are_a_table(gap: str) -> None:
    """A table copied from a page, one cell a line or parted by tabs, gives the same rows."""
    table = [
        ["类别", "序号", "指标名称", "2020年", "2025年", "属性"],
        ["生态建设", "1", "森林覆盖率（%）", "45.31", "46.3", "约束性"],
        ["2", "森林蓄积量（万立方米）", "4606", "≥5000", "预期性"],
    ]
    chars = "\n".join(gap.join(row) for row in table)
    assert [(t.indicator, t.value, t.unit, t.comparator) for t in found(chars)] == [
        ("森林覆盖率", 46.3, "%", "="),
        ("森林蓄积量", 5000, "万立方米", ">="),
    ]


def test_a_table_without_binding_needs_a_line_a_cell() -> None:
    """Without 属性 rows are read where every cell stands on its own line."""
    chars = "指标\n单位\n2022年\n2025年\n粮食产量\n亿吨\n—\n6.5\n科技进步贡献率\n%\n60\n64\n正文"
    assert [(t.indicator, t.value, t.unit) for t in found(chars)] == [
        ("粮食产量", 6.5, "亿吨"),
        ("科技进步贡献率", 64, "%"),
    ]


def test_each_year_has_its_value() -> None:
    """到2025年和2035年 with 分别 gives each year its own value."""
    rows = found("到2025年和2035年，森林覆盖率分别达到24%和26%。")
    assert [(t.indicator, t.value, t.deadline) for t in rows] == [
        ("森林覆盖率", 24, "2025"),
        ("森林覆盖率", 26, "2035"),
    ]


def test_a_deadline_reaches_past_semicolons() -> None:
    """A deadline inside a sentence holds to its full stop, and not beyond."""
    chars = "主要目标是，力争到2030年，产值达到5亿元；收入年均增长9%。就业率达到90%。"
    assert [t.deadline for t in found(chars)] == ["2030", "2030", None]


def test_a_year_that_builds_is_a_deadline() -> None:
    """到2025年建成 is a deadline, 2000年底前建成的 a class."""
    assert [t.deadline for t in found("到2025年建成不少于17万张养老床位。")] == ["2025"]
    assert [t.deadline for t in found("改造2000年底前建成的小区30个。")] == [None]


def test_a_base_year_names_what_follows() -> None:
    """What was reached in the base year is no target, but names the one that follows."""
    rows = found("2020年全市森林覆盖率达到33%，到2025年达到35%。")
    assert [(t.indicator, t.value, t.deadline) for t in rows] == [("森林覆盖率", 35, "2025")]


def test_a_goal_section_needs_no_verb() -> None:
    """Below a heading that sets goals a measure with its figure is a target without 达到."""
    chars = "高新技术产业增加值1230亿元。"
    outline = one(chars, header=HEADER)
    goals = replace(outline.provisions[0], heading="主要目标")
    assert targets.find(chars, outline, skip=()).targets == ()
    read = targets.find(chars, replace(outline, provisions=(goals,)), skip=()).targets
    assert [(t.indicator, t.value, t.unit) for t in read] == [("高新技术产业增加值", 1230, "亿元")]


def test_a_deadline_within_a_paragraph_holds_for_what_is_to_be_reached() -> None:
    """到2025年 in a later sentence holds on for a level to be reached, not for works counted."""
    chars = "发展柑橘产业。到2025年，面积达到7万亩。企业达到30家。建设检疫站10个。"
    assert [t.deadline for t in found(chars)] == ["2025", "2025", None]
    assert [t.deadline for t in found("到2025年，面积达到7万亩。建设检疫站10个。")] == ["2025"] * 2


def test_two_parts_take_two_figures() -> None:
    """Two parts with two figures take one each without 分别; a unit may hold a wide slash."""
    rows = found("池塘、水库面积稳定在70万亩和50万亩，加工能力达到300万吨／年。")
    assert [(t.indicator, t.value, t.unit) for t in rows] == [
        ("池塘面积", 70, "万亩"),
        ("水库面积", 50, "万亩"),
        ("加工能力", 300, "万吨/年"),
    ]


def test_a_year_in_the_title_tells_what_is_past() -> None:
    """Without a date the year in the title parts what was from what is to come."""
    header = Header(title="关于做好2023年重点工作的通知")
    assert found("2022年实现改造5万个小区。", header) == ()


@pytest.mark.parametrize(
    ("chars", "comparator", "value"),
    [
        ("每个县至少重点支持打造三个园区", ">=", 3),
        ("新增床位十张以上", ">=", 10),
        ("新增床位十五张以上", ">=", 15),
        ("新增床位二十张以上", ">=", 20),
    ],
)
def test_words_before_a_figure_and_tens(chars: str, comparator: str, value: float) -> None:
    """至少 counts some words ahead of its figure; 十 alone is ten."""
    rows = [f for f in figures(chars) if f.value == value]
    assert [f.comparator for f in rows] == [comparator]


def test_the_year_of_signing_is_a_deadline_still() -> None:
    """到2023年底 in a document of 2023 is due that year; a year before it is none."""
    due = deadline("到2023年底，覆盖率达到90%", 2023)
    assert due is not None
    assert due.printed == "2023"
    assert deadline("到2022年底，覆盖率达到90%", 2023) is None


def test_an_undated_plan_is_counted_from_its_first_year() -> None:
    """Without date and number the period in the title tells the year."""
    assert signed_year(Header(period=(2021, 2025))) == 2021
    assert signed_year(Header(doc_number="某政〔2023〕5号", period=(2021, 2025))) == 2023


@pytest.mark.parametrize("title", ["望江县统计公报", "某县计划执行情况的报告"])
def test_reports_of_what_was_hold_no_targets(title: str) -> None:
    """A bulletin or a report of what was done states no targets."""
    assert found("全年粮食总产量达30.4万吨。", Header(title=title)) == ()


def test_an_age_to_be_reached_is_a_target_an_age_of_people_none() -> None:
    """79岁 may be reached; 65岁以上 tells who is meant."""
    assert [t.value for t in found("人均预期寿命达到79岁目标")] == [79]
    assert found("为65岁以上老年人提供健康体检服务") == ()


def test_a_head_may_break_its_cells() -> None:
    """A head cell on two lines (2020年, 目标值) is one; 年均增速 is a column of its own."""
    head = "指标\n2015年\n基期值\n2020年\n目标值\n年均增速\n〔累计〕\n指标属性\n"
    chars = (
        head + "粮食生产能力（亿吨）\n5\n5.5\n〔0.5〕\n约束性\n自给率（%）\n100\n100\n-\n约束性\n"
    )
    read = found(chars, Header(signed_date="2016-10-17"))
    assert [(t.indicator, t.value, t.deadline) for t in read] == [
        ("粮食生产能力", 5.5, "2020"),
        ("自给率", 100, "2020"),
    ]


def test_what_must_not_be_exceeded_is_a_ceiling() -> None:
    """禁止超过 and 不应超过 set a ceiling, and are no part of the indicator."""
    rows = found("住宅建筑高度不应超过100米，层高禁止超过54米。")
    assert [(t.indicator, t.comparator) for t in rows] == [("住宅建筑高度", "<="), ("层高", "<=")]
