"""Lists of responsible bodies, in the grammars that documents of all levels use."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract import responsibility
from builder.extract.responsibility import RoleReading
from builder.extract.responsibility_grammar import labels, read
from builder.lexicon.tables import toml
from builder.model.outline import Header, Outline, Provision
from builder.model.outline import Role as ProvisionRole
from builder.model.span import Span


def provision(number: int, span: Span, role: ProvisionRole = "task") -> Provision:
    return Provision(
        id=str(number),
        label=f"{number}.",
        heading="",
        kind="item",
        parent=None,
        span=span,
        heading_span=None,
        body=(span,),
        role=role,
        role_rule="test",
    )


def find(*tasks: str, place: str | None, date: str = "2023-05-01", level: str = "") -> RoleReading:
    """Read a document whose provisions are the given texts, one a paragraph."""
    chars = "".join(f"{task}\n" for task in tasks)
    provisions, start = [], 0
    for number, task in enumerate(tasks, start=1):
        provisions.append(provision(number, Span(start, start + len(task) + 1)))
        start += len(task) + 1
    header = Header(
        jurisdiction=place, signed_date=date, level="national" if level == "national" else None
    )
    return responsibility.find(
        chars, Outline(header=header, provisions=tuple(provisions), leaves=())
    )


def roles(reading: RoleReading, provision_id: str = "1") -> list[tuple[str, str]]:
    return [(r.role, r.agency) for r in reading.responsibilities if r.provision == provision_id]


CASES = [
    (
        "推进。（省级责任单位：省民政厅；市县责任单位：各市、县（市、区）政府）",
        "辽宁省",
        [("responsible", "辽宁省民政厅"), ("responsible", "各市、县（市、区）政府")],
    ),
    (
        "推进。［责任单位：省教育厅，各市人民政府］",
        "广东省",
        [("responsible", "广东省教育厅"), ("responsible", "各市人民政府")],
    ),
    (
        "推进。（市工业和信息化局会同市财政局、市商务局负责）",
        "西安市",
        [
            ("lead", "西安市工业和信息化局"),
            ("support", "西安市财政局"),
            ("support", "西安市商务局"),
        ],
    ),
    (
        "推进。（由市教育局牵头，会同市财政局落实）",
        "宜昌市",
        [("lead", "宜昌市教育局"), ("support", "宜昌市财政局")],
    ),
    (
        "推进。\n责任单位：1.市发改委；2.市财政局",
        "宜昌市",
        [("responsible", "宜昌市发展和改革委员会"), ("responsible", "宜昌市财政局")],
    ),
    (
        "推进。\n——责任单位：市民政局",
        "宜昌市",
        [("responsible", "宜昌市民政局")],
    ),
    (
        "推进。（*市发改委、市工信局）",
        "宜昌市",
        [("lead", "宜昌市发展和改革委员会"), ("responsible", "宜昌市工业和信息化局")],
    ),
    (
        "推进。（省级层面由省发展改革委牵头，市县层面由各市县人民政府负责）",
        "海南省",
        [("lead", "海南省发展和改革委员会"), ("responsible", "各市县人民政府")],
    ),
    (
        "推进。（财政部牵头，国家发展改革委、审计署等按职责分工负责，6月底前完成主要工作）",
        "湖南省",
        [("lead", "财政部"), ("responsible", "国家发展和改革委员会"), ("responsible", "审计署")],
    ),
    (
        "推进。（责任单位：州司法局、州委编办及州直相关单位，6月底完成）",
        "湘西土家族苗族自治州",
        [
            ("responsible", "湘西土家族苗族自治州司法局"),
            ("responsible", "中共湘西土家族苗族自治州委机构编制委员会办公室"),
            ("responsible", "州直相关单位"),
        ],
    ),
    (
        "推进。由市民政局、市财政局等部门按职责分工负责。",
        "宜昌市",
        [("responsible", "宜昌市民政局"), ("responsible", "宜昌市财政局")],
    ),
    (
        "推进。（责任单位：市发改委，配合单位：市委组织部、市教体局，各县区人民政府）",
        "六安市",
        [
            ("lead", "六安市发展和改革委员会"),
            ("support", "中共六安市委组织部"),
            ("support", "六安市教育体育局"),
            ("support", "各县区人民政府"),
        ],
    ),
    (
        "推进。（责任单位：省公安厅、省税务局、省长株潭一体化发展事务中心）",
        "湖南省",
        [
            ("responsible", "湖南省公安厅"),
            ("responsible", "国家税务总局湖南省税务局"),
            ("responsible", "湖南省长株潭一体化发展事务中心"),
        ],
    ),
    (
        "推进。（市农业农村局牵头，市财政局、市水利局等有关部门配合，各区县政府负责落实）",
        "济南市",
        [
            ("lead", "济南市农业农村局"),
            ("support", "济南市财政局"),
            ("support", "济南市水利局"),
            ("responsible", "各区县政府"),
        ],
    ),
    (
        "推进。（省发展改革委、交通运输厅、能源局等省有关部门和各地级以上市人民政府按职责分工负责）",
        "广东省",
        [
            ("responsible", "广东省发展和改革委员会"),
            ("responsible", "广东省交通运输厅"),
            ("responsible", "广东省能源局"),
            ("responsible", "省有关部门和各地级以上市人民政府"),
        ],
    ),
    (
        "增长。\n牵头负责领导：刘某。\n牵头责任单位：省财政厅。\n"
        "协同责任单位：合肥海关、省外汇管理局、人行合肥中心支行等。",
        "安徽省",
        [
            ("lead", "安徽省财政厅"),
            ("support", "中华人民共和国合肥海关"),
            ("support", "国家外汇管理局安徽省分局"),
            ("support", "中国人民银行合肥中心支行"),
        ],
    ),
    (
        "改造。责任单位：县住建局，各乡镇人民政府。配合单位：县自然资源局",
        "仙居县",
        [
            ("lead", "仙居县住房和城乡建设局"),
            ("lead", "各乡镇人民政府"),
            ("support", "仙居县自然资源和规划局"),
        ],
    ),
    (
        "改革。【责任单位：自治区发展改革委、教育厅、党委宣传部，各设区市、县（市、区）人民政府】",
        "广西壮族自治区",
        [
            ("responsible", "广西壮族自治区发展和改革委员会"),
            ("responsible", "广西壮族自治区教育厅"),
            ("responsible", "中共广西壮族自治区党委宣传部"),
            ("responsible", "各设区市、县（市、区）人民政府"),
        ],
    ),
    (
        "建设。（责任单位：长沙市、株洲市、湘潭市人民政府，省发展改革委）",
        "湖南省",
        [
            ("responsible", "长沙市人民政府"),
            ("responsible", "株洲市人民政府"),
            ("responsible", "湘潭市人民政府"),
            ("responsible", "湖南省发展和改革委员会"),
        ],
    ),
    (
        "建设。（省发展改革委（省能源局）、省工业和信息化厅（牵头））",
        "湖南省",
        [("responsible", "湖南省发展和改革委员会"), ("lead", "湖南省工业和信息化厅")],
    ),
    (
        "建立机制。由市发展改革委会同市财政局负责推进。",
        "六安市",
        [("lead", "六安市发展和改革委员会"), ("support", "六安市财政局")],
    ),
    (
        "建设。（市发改委（牵头）、市财政局、市教体局（配合）、各县区政府）",
        "六安市",
        [
            ("lead", "六安市发展和改革委员会"),
            ("responsible", "六安市财政局"),
            ("support", "六安市教育体育局"),
            ("responsible", "各县区政府"),
        ],
    ),
    (
        "建设。（市发改委负责牵头，市财政局等按职责分工落实）",
        "六安市",
        [("lead", "六安市发展和改革委员会"), ("responsible", "六安市财政局")],
    ),
    (
        "建设。责任单位：金安区、霍邱县委、县政府，叶集区人民政府",
        "六安市",
        [
            ("responsible", "金安区人民政府"),
            ("responsible", "中国共产党霍邱县委员会"),
            ("responsible", "霍邱县人民政府"),
            ("responsible", "叶集区人民政府"),
        ],
    ),
    (
        "建设。（牵头单位：省农业农村厅，责任单位：大兴安岭地区行署、各市（地））",
        "黑龙江省",
        [
            ("lead", "黑龙江省农业农村厅"),
            ("responsible", "大兴安岭地区行政公署"),
            ("responsible", "各市（地）"),
        ],
    ),
    (
        "建设。（自治区教育厅，伊犁州党委、政府，各县（市）党委、政府，生产建设兵团负责）",
        "新疆维吾尔自治区",
        [
            ("responsible", "新疆维吾尔自治区教育厅"),
            ("responsible", "中国共产党伊犁哈萨克自治州委员会"),
            ("responsible", "伊犁哈萨克自治州人民政府"),
            ("responsible", "各县（市）党委、政府"),
            ("responsible", "新疆生产建设兵团"),
        ],
    ),
    (
        "建设。（各县区人民政府负责，市发改委指导，市、县两级共同实施）",
        "六安市",
        [
            ("lead", "各县区人民政府"),
            ("support", "六安市发展和改革委员会"),
            ("lead", "市、县两级"),
        ],
    ),
    (
        "建设。（责任单位：县住建局、城关镇、杭埠镇、各乡镇人民政府）",
        "舒城县",
        [
            ("responsible", "舒城县住房和城乡建设局"),
            ("responsible", "城关镇人民政府"),
            ("responsible", "杭埠镇人民政府"),
            ("responsible", "各乡镇人民政府"),
        ],
    ),
    (
        "建设。（省交通厅、大秦铁路公司及各市人民政府，省辖市政府配合）",
        "山西省",
        [
            ("support", "山西省交通运输厅"),
            ("support", "大秦铁路公司"),
            ("support", "各市人民政府"),
            ("support", "省辖市政府"),
        ],
    ),
    (
        "建设。（责任单位：市发改委、市财政局，市教体局配合）",
        "六安市",
        [
            ("lead", "六安市发展和改革委员会"),
            ("lead", "六安市财政局"),
            ("support", "六安市教育体育局"),
        ],
    ),
    (
        "建设。（责任单位：市发改委牵头，市财政局，市教体局（市关工委，市体育局）配合）",
        "六安市",
        [
            ("lead", "六安市发展和改革委员会"),
            ("support", "六安市财政局"),
            ("support", "六安市教育体育局"),
        ],
    ),
    (
        "建设。（牵头单位：市发改委，各县区人民政府配合，市财政局负责）",
        "六安市",
        [
            ("lead", "六安市发展和改革委员会"),
            ("support", "各县区人民政府"),
            ("lead", "六安市财政局"),
        ],
    ),
    (
        "建设。（责任单位：市发改委/市财政局，各县/市/区）",
        "六安市",
        [
            ("responsible", "六安市发展和改革委员会"),
            ("responsible", "六安市财政局"),
            ("responsible", "各县/市/区"),
        ],
    ),
    (
        "建设。（责任单位：市财政局、市发改委（市发改委牵头））",
        "六安市",
        [("responsible", "六安市财政局"), ("lead", "六安市发展和改革委员会")],
    ),
    (
        "建设。（责任单位　市发改委、市财政局）",
        "六安市",
        [("responsible", "六安市发展和改革委员会"), ("responsible", "六安市财政局")],
    ),
    (
        "完善体系。（市科委、市经济信息化委、各区政府）",
        "上海市",
        [
            ("responsible", "上海市科学技术委员会"),
            ("responsible", "上海市经济和信息化委员会"),
            ("responsible", "各区政府"),
        ],
    ),
]


@pytest.mark.parametrize(("task", "place", "expected"), CASES)
def test_a_list_gives_its_bodies_their_roles(
    task: str, place: str, expected: list[tuple[str, str]]
) -> None:
    """Each grammar of lists gives official names with the role that it prints."""
    assert roles(find(task, place=place)) == expected


@pytest.mark.parametrize(
    "task",
    [
        "责任单位要加强协调，牵头部门负责统筹。",
        "完善规划（校长负责）。",
        "建立由县级人民政府负责、部门配合的机制。",
        "由市场监管部门牵头的机制。",
        "支持企业（含个体工商户）发展。",
    ],
)
def test_prose_is_no_list(task: str) -> None:
    """Prose with the words of lists gives nobody a role."""
    reading = find(task, place="六安市")
    assert roles(reading) == []
    assert reading.lists == ()


def test_the_first_of_a_list_leads_where_the_text_says_so() -> None:
    """列第一位者为牵头单位，下同 holds from its own list on."""
    reading = find(
        "创新。（工业和信息化部、科技部等负责。列第一位者为牵头单位，下同）",
        "推广。（农业农村部、财政部、商务部等负责）",
        place=None,
        level="national",
    )
    assert roles(reading) == [("lead", "工业和信息化部"), ("responsible", "科学技术部")]
    assert roles(reading, "2") == [
        ("lead", "农业农村部"),
        ("responsible", "财政部"),
        ("responsible", "商务部"),
    ]


def test_a_rule_before_the_lists_says_who_leads() -> None:
    """无牵头单位的，责任单位为牵头单位: lists without a lead are led by all, and marked so."""
    reading = find(
        "本清单中无牵头单位的，责任单位为牵头单位。",
        "信用。（责任单位：市发改委、市法院）",
        "纳税。（牵头单位：市税务局；责任单位：市财政局）",
        place="六安市",
    )
    assert roles(reading, "2") == [
        ("lead", "六安市发展和改革委员会"),
        ("lead", "六安市中级人民法院"),
    ]
    assert all(r.inferred for r in reading.responsibilities if r.provision == "2")
    assert roles(reading, "3") == [
        ("lead", "国家税务总局六安市税务局"),
        ("responsible", "六安市财政局"),
    ]


def test_the_list_that_holds_the_rule_is_led_by_its_words() -> None:
    """第一责任单位为牵头单位，下同: the first leads, stated in its own list and inferred below."""
    reading = find(
        "开放。责任单位：市发改委、市财政局（第一责任单位为牵头单位，下同）",
        "建设。责任单位：市住建局",
        place="六安市",
    )
    assert roles(reading) == [("lead", "六安市发展和改革委员会"), ("responsible", "六安市财政局")]
    assert roles(reading, "2") == [("lead", "六安市住房和城乡建设局")]
    assert [r.inferred for r in reading.responsibilities] == [False, False, True]


def test_the_rest_of_a_list_supports_where_the_text_says_so() -> None:
    """其他为配合单位 holds with the rule of who leads, in its own list and below."""
    reading = find(
        "开放。（责任单位：市发改委、市财政局。排在首位的为牵头单位，其他为配合单位，下同）",
        "建设。（责任单位：市住建局、市财政局）",
        "管理。（责任单位：市城管局、市财政局）",
        place="六安市",
    )
    assert roles(reading) == [("lead", "六安市发展和改革委员会"), ("support", "六安市财政局")]
    assert roles(reading, "2") == [("lead", "六安市住房和城乡建设局"), ("support", "六安市财政局")]
    assert not [f for f in reading.findings if f.code == "list-name-unread"]


def test_the_words_on_the_rest_change_nothing_where_they_only_repeat() -> None:
    """其余为责任单位 leaves the rest of the list as it is."""
    reading = find(
        "开放。（责任单位：市发改委、市财政局；第一个单位为牵头单位，其余为责任单位，下同）",
        place="六安市",
    )
    assert roles(reading) == [("lead", "六安市发展和改革委员会"), ("responsible", "六安市财政局")]


def test_a_rule_about_who_leads_is_kept_with_the_tasks_that_rest_on_it() -> None:
    """列第一位者为牵头单位，下同 is a default of the document: its words, its place, its tasks."""
    tasks = (
        "创新。（工业和信息化部、科技部等负责。列第一位者为牵头单位，下同）",
        "推广。（农业农村部、财政部等负责）",
        "用地。（自然资源部牵头，农业农村部等参加）",
        "投入。（财政部、农业农村部等负责）",
    )
    reading = find(*tasks, place=None, level="national")
    (rule,) = reading.defaults
    assert (rule.rule, rule.actors, rule.at) == ("first-leads", ("列第一位者",), "1")
    assert rule.scope == ("2", "4")
    assert rule.span.of("".join(f"{task}\n" for task in tasks)) == "列第一位者为牵头单位"


def test_a_group_leads_by_no_rule() -> None:
    """列第一位者为牵头单位 makes nobody lead where a group of governments stands first."""
    reading = find(
        "甲。（市发改委、市财政局。列第一位者为牵头单位，下同）",
        "乙。（各县区人民政府、市财政局负责）",
        place="六安市",
    )
    assert roles(reading, "2") == [
        ("responsible", "各县区人民政府"),
        ("responsible", "六安市财政局"),
    ]


def test_a_later_rule_of_the_same_kind_takes_over() -> None:
    """Each rule about who leads is kept with the tasks up to the next of its kind."""
    first, second = "（市发改委、市财政局。列第一位者为牵头单位，下同）", "（市住建局、市水利局）"
    again = "（市教体局、市财政局。排名第一的单位为牵头单位，下同）"
    reading = find("甲。" + first, "乙。" + second, "丙。" + again, "丁。" + second, place="六安市")
    assert [(r.actors, r.scope) for r in reading.defaults] == [
        (("列第一位者",), ("2",)),
        (("排名第一的单位",), ("4",)),
    ]


@pytest.mark.parametrize(
    "group", ["各区市政府、开发区管委", "各县（市、区）人民政府、开发区管委会"]
)
def test_zones_behind_a_group_of_governments_are_of_the_group(group: str) -> None:
    """各区市政府、开发区管委 is one group, no body of the own place."""
    reading = find(f"（责任单位：市发改委，{group}）", place="六安市")
    assert roles(reading)[0] == ("responsible", "六安市发展和改革委员会")
    assert len(reading.agencies) == 1


@pytest.mark.parametrize(
    "task",
    [
        "建设。\n责任单位：\n市发改委、市财政局",
        "建设。（责任单位：市发改委、市财政局；",
        "建设。\n——责任单位：市发改委、市财政局",
        "建设。由市发改委（市能源局）、市财政局负责。",
    ],
)
def test_a_list_is_read_in_the_shapes_that_copies_leave(task: str) -> None:
    """Names below their label, a bracket that nothing closes, a dash in front, a second name."""
    reading = find(task, place="六安市")
    assert roles(reading) == [
        ("responsible", "六安市发展和改革委员会"),
        ("responsible", "六安市财政局"),
    ]
    assert reading.findings == ()


def test_who_explains_a_plan_does_no_task_of_it() -> None:
    """本方案由市发改委负责解释 gives no role."""
    assert roles(find("管理。本方案由市发改委会同市财政局负责解释。", place="六安市")) == []


def test_a_label_without_its_colon_opens_a_list_of_bodies() -> None:
    """责任单位 市发改委 市财政局 on a line is a list; 责任单位 市发改委要… is prose."""
    reading = find("建设。", "牵头单位 市发改委 配合单位 市财政局、各县区", place="六安市")
    assert roles(reading, "2") == [
        ("lead", "六安市发展和改革委员会"),
        ("support", "六安市财政局"),
        ("support", "各县区"),
    ]
    assert roles(find("责任单位 市发改委要加强协调，完善机制。", place="六安市")) == []


def test_a_body_that_holds_the_sign_between_names_stays_whole() -> None:
    """市科委、中关村管委会 is one body of Beijing."""
    reading = find("（责任单位：市科委、中关村管委会、市财政局）", place="北京市")
    assert [agency.canonical for agency in reading.agencies] == [
        "北京市科学技术委员会、中关村科技园区管理委员会",
        "北京市财政局",
    ]


def test_a_default_is_kept_applied_and_marked() -> None:
    """以下各项任务均需…落实 makes its actors responsible for later tasks, as inferred."""
    reading = find(
        "供给。（责任单位：省公安厅，各市州、县市区人民政府按职责分工负责，下同。"
        "以下各项任务均需各市州、县市区人民政府落实，不再单独列出）",
        "就业。（责任单位：省教育厅）",
        place="湖南省",
    )
    assert {rule.rule for rule in reading.defaults} == {"same-below", "all-below"}
    later = [r for r in reading.responsibilities if r.provision == "2"]
    assert [(r.agency, r.inferred) for r in later] == [
        ("湖南省教育厅", False),
        ("各市州、县市区人民政府", True),
    ]
    assert all(not r.inferred for r in reading.responsibilities if r.provision == "1")
    assert not [f for f in reading.findings if f.code == "list-name-unread"]


def test_a_default_at_the_end_holds_for_the_tasks_above() -> None:
    """上述工作均需…落实，不再逐一列出 makes its actors responsible for the tasks before it."""
    reading = find(
        "供给。（责任单位：市发改委）",
        "就业。（责任单位：市教体局）",
        "管理。上述工作均需各县（市、区）人民政府、各开发区管委会落实，不再逐一列出。",
        place="六安市",
    )
    (rule,) = reading.defaults
    assert (rule.rule, rule.scope) == ("all-above", ("1", "2"))
    assert roles(reading, "2") == [
        ("responsible", "六安市教育体育局"),
        ("responsible", "各县（市、区）人民政府"),
        ("responsible", "各开发区管委会"),
    ]


def test_a_time_limit_in_a_list_is_the_tasks() -> None:
    """完成时限 stands in the list and is no body."""
    reading = find(
        "建设。（牵头单位：市教体局；责任单位：市财政局；完成时限：2025年12月底前）",
        place="许昌市",
    )
    assert [(task, words) for task, words, _ in reading.deadlines] == [("1", "2025年12月底前")]
    assert roles(reading) == [("lead", "许昌市教育体育局"), ("responsible", "许昌市财政局")]


def test_what_is_no_body_in_a_list_is_passed_over() -> None:
    """A bare time limit is the task's; a scope is neither body nor time limit."""
    reading = find(
        "建设。（牵头单位：市发展改革委；责任单位：各县区人民政府；6月底前完成）",
        "推广。（负责部门：市商务局；适用范围：所有自贸试验区）",
        place="六安市",
    )
    assert [(task, words) for task, words, _ in reading.deadlines] == [("1", "6月底前完成")]
    assert roles(reading, "2") == [("responsible", "六安市商务局")]
    assert reading.findings == ()


@pytest.mark.parametrize(
    "table",
    [
        "序号 | 任务 | 责任单位 | 配合单位\n1 | 健全机制 | 市发改委 | 市财政局",
        "序号\n任务\n责任单位\n配合单位\n1\n健全机制\n市发改委\n市财政局",
    ],
)
def test_columns_of_a_table_name_who_does_a_row(table: str) -> None:
    """A column under 责任单位 gives roles, in tables with bars and with a line a cell."""
    assert roles(find(table, place="六安市")) == [
        ("lead", "六安市发展和改革委员会"),
        ("support", "六安市财政局"),
    ]


def test_verbs_in_a_cell_say_more_than_its_column() -> None:
    """市科技局牵头，市财政局配合 under 责任单位 gives a lead and a support."""
    table = "序号 | 任务 | 责任单位\n1 | 健全机制 | 市科技局牵头，市财政局配合，市教育局负责落实"
    assert roles(find(table, place="六安市")) == [
        ("lead", "六安市科学技术局"),
        ("support", "六安市财政局"),
        ("responsible", "六安市教育局"),
    ]


def test_a_row_with_shared_cells_before_its_number_is_read_from_the_right() -> None:
    """Who does it and by when stand last, whatever stands before the number of the row."""
    head = "工作任务 | 具体要求 | 责任单位 | 时限要求 | | |\n"
    row = "一、公开 | （一）主体 | 1 | 公开文件。 | 市民政局 | 年底前 |"
    reading = find(head + row, place="六安市")
    assert roles(reading) == [("responsible", "六安市民政局")]
    assert [words for _, words, _ in reading.deadlines] == ["年底前"]


def test_a_cell_of_bodies_may_take_several_lines() -> None:
    """A flattened row with more lines than columns gives the lines that are names of bodies."""
    head = "序号\n民生实事\n责任单位\n完成时限\n"
    rows = "1\n建设湿地公园。\n市水务局\n市住建局\n12月底前\n2\n建设天桥。\n市残联\n9月底前\n"
    reading = find(head + rows, place="六安市")
    assert [name for _, name in roles(reading)] == [
        "六安市水务局",
        "六安市住房和城乡建设局",
        "六安市残疾人联合会",
    ]
    assert [words for _, words, _ in reading.deadlines] == ["12月底前", "9月底前"]


def test_rows_stand_in_groups_and_some_were_not_published() -> None:
    """A line that names a group is no row, and numbers may jump where rows were left out."""
    head = "序号\n举措\n指导部门\n范围\n一、保护方面（共2项）\n"
    rows = "1\n审判\n财政部\n全国\n二、激励方面（共9项）\n7\n改革\n教育部\n全国\n"
    assert roles(find(head + rows, place="六安市")) == [
        ("responsible", "财政部"),
        ("responsible", "教育部"),
    ]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("建设。责任单位为市教体局、市财政局。", ["responsible", "responsible"]),
        ("建设。（牵头单位是市教体局，配合单位是市财政局）", ["lead", "support"]),
        ("建设。市教体局为牵头单位，市财政局为配合单位。", ["lead", "support"]),
        ("建设。由市教体局负责牵头组织实施，市财政局按职责配合。", ["lead", "support"]),
        ("建设。责任单位是抓落实的主体，牵头单位为主。", []),
        ("建设。列第一位的责任单位为牵头单位。", []),
    ],
)
def test_a_sentence_says_with_a_label_who_does_it(task: str, expected: list[str]) -> None:
    """责任单位为A and A为牵头单位 are lists with 为 for a colon, where all names are bodies."""
    assert [role for role, _ in roles(find(task, place="六安市"))] == expected


def test_a_clause_that_only_says_with_a_label_who_does_it_is_a_list() -> None:
    """Measures skip 责任单位为A as they skip 责任单位：A."""
    task = "推进建设。责任单位为市教体局、市财政局。"
    assert [span.of(task) for span in find(task, place="六安市").lists] == [
        "责任单位为市教体局、市财政局"
    ]


def test_a_section_is_no_office_of_the_party() -> None:
    """责任科室：办公室 names a section of the body itself."""
    reading = find("建设。责任科室：办公室", place="六安市")
    assert [a.canonical for a in reading.agencies if a.resolved] == []


def test_groups_are_kept_apart_from_bodies() -> None:
    """各县区人民政府 is a generic actor: no agency, no key."""
    reading = find("建设。（责任单位：市教体局，各县区人民政府）", place="六安市")
    assert [a.canonical for a in reading.agencies] == ["六安市教育体育局"]
    assert [g.surface for g in reading.generic_actors] == ["各县区人民政府"]
    assert [r.agency_key for r in reading.responsibilities] == ["六安市教育体育局", None]


def test_a_time_limit_at_the_end_of_a_list_is_the_task_s() -> None:
    """6月底前完成主要工作 behind the last verb is a time limit, no body."""
    reading = find("推进。（财政部牵头，审计署负责，6月底前完成主要工作）", place="湖南省")
    assert [words for _, words, _ in reading.deadlines] == ["6月底前完成主要工作"]
    assert reading.findings == ()


def test_a_note_on_places_concerned_holds_below() -> None:
    """具体任务均涉及相关市（州）人民政府，不再做分工 is a rule for all tasks below."""
    first = "推进。〔责任单位：省商务厅。具体任务均涉及相关市（州）人民政府，不再做分工，下同。〕"
    reading = find(first, "落实。〔责任单位：省财政厅〕", place="四川省")
    assert next(rule.actors for rule in reading.defaults) == ("相关市（州）人民政府",)
    assert ("responsible", "相关市（州）人民政府") in roles(reading, "2")


def test_an_unknown_name_is_kept_with_a_finding() -> None:
    """A name that no table has stays as written, with its place in front, unresolved."""
    reading = find("建设。（责任单位：市轨道集团）", place="合肥市")
    (agency,) = reading.agencies
    assert (agency.canonical, agency.resolved) == ("合肥市轨道集团", False)
    assert [f.code for f in reading.findings] == ["agency-unknown"]


@pytest.mark.parametrize("row", toml("responsibility")["label"], ids=lambda row: row["id"])
def test_labels_of_the_data(row: dict[str, list[str]]) -> None:
    """Each example of a label opens a part with its role; no not_example does."""
    for words in row["examples"]:
        assert row["role"] in {p.role for p in read(words, Span(0, len(words))).parts}
    for words in row["not_examples"]:
        assert not any(p.printed in labels() for p in read(words, Span(0, len(words))).parts)


@pytest.mark.parametrize("row", toml("responsibility")["verb"], ids=lambda row: row["id"])
def test_verbs_of_the_data(row: dict[str, list[str]]) -> None:
    """Each example of a verb gives its role; no not_example gives that role."""
    for words in row["examples"]:
        assert row["role"] in {p.role for p in read(words, Span(0, len(words))).parts if p.printed}
    for words in row["not_examples"]:
        parts = read(words, Span(0, len(words))).parts
        assert row["role"] not in {p.role for p in parts if p.printed}


@pytest.mark.parametrize("row", toml("responsibility")["note"], ids=lambda row: row["id"])
def test_notes_of_the_data(row: dict[str, list[str]]) -> None:
    """Each example of a note is found as that note; no not_example is."""
    for words in row["examples"]:
        assert row["id"] in {n.id for n in read(words, Span(0, len(words))).notes}
    for words in row["not_examples"]:
        assert row["id"] not in {n.id for n in read(words, Span(0, len(words))).notes}


@given(
    st.text(alphabet="（）()责任单位：:、，；。牵头负责市县区省教育局发改委和等由会同各|\n1序号")
)
def test_any_string_is_read(chars: str) -> None:
    """No string raises; spans lie in the text, and lists do not overlap."""
    tree = Outline(
        header=Header(jurisdiction="六安市"),
        provisions=(provision(1, Span(0, len(chars))),) if chars else (),
        leaves=(),
    )
    reading = responsibility.find(chars, tree)
    for role in reading.responsibilities:
        assert role.as_written == role.span.of(chars)
    ends = [0]
    for span in reading.lists:
        assert ends[-1] <= span.start < span.end <= len(chars)
        ends.append(span.end)


def test_one_long_line_does_not_hang(linear: Callable[..., None]) -> None:
    """A line of many unclosed brackets is read in time linear in its length."""
    linear(lambda chars: find(chars, place="六安市"), "（责任单位市教育局、" * 2_500)


def test_angle_brackets_hold_a_group_together() -> None:
    """各县〈市、区〉人民政府 inside round brackets is one group."""
    reading = find(
        "健全体制。（市教育局，市委农办，各县〈市、区〉人民政府，排名第一位为牵头单位，下同）",
        place="云浮市",
    )
    assert "各县〈市、区〉人民政府" in {r.agency for r in reading.responsibilities}
    assert not [f for f in reading.findings if f.code == "agency-unknown"]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (
            "推广机制由市工商联牵头，市工信局、市商务局配合实施。",
            [("lead", "工商业联合会"), ("support", "工业和信息化局"), ("support", "商务局")],
        ),
        (
            "共享。市大数据资源局会同市公安局负责。",
            [("lead", "大数据资源管理局"), ("support", "公安局")],
        ),
        ("供养由市民政局会同市财政局负责。", [("lead", "民政局"), ("support", "财政局")]),
        ("机制由市民政局牵头，相关部门配合。", [("lead", "民政局")]),
        ("由县级民政部门会同财政部门负责。", []),
    ],
)
def test_prose_names_helpers_too(task: str, expected: list[tuple[str, str]]) -> None:
    """Who leads, and who helps him, is read from a sentence where both are bodies by name."""
    found = roles(find(f"机制。{task}", place="韶关市"))
    assert found == [(role, "韶关市" + name) for role, name in expected]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (
            "由市民政局牵头，市财政局、市教育局等按职责分工负责，各县（区）政府负责落实。",
            [
                ("lead", "韶关市民政局"),
                ("responsible", "韶关市财政局"),
                ("responsible", "韶关市教育局"),
                ("responsible", "各县（区）政府"),
            ],
        ),
        (
            "市民政局、市财政局等部门按照职责分工负责。",
            [("responsible", "韶关市民政局"), ("responsible", "韶关市财政局")],
        ),
        (
            "市民政局牵头落实；市财政局、市教育局、市招引中心按职责分工分别落实。",
            [
                ("lead", "韶关市民政局"),
                ("responsible", "韶关市财政局"),
                ("responsible", "韶关市教育局"),
                ("responsible", "韶关市招引中心"),
            ],
        ),
        ("由市民政局牵头，相关部门配合。", [("lead", "韶关市民政局"), ("support", "相关部门")]),
    ],
)
def test_a_sentence_of_bodies_and_verbs_alone_is_a_list(
    task: str, expected: list[tuple[str, str]]
) -> None:
    """What a whole sentence says of who does it is a list without brackets, and no measure."""
    reading = find(f"建立机制。{task}", place="韶关市")
    assert roles(reading) == expected
    assert [span.start for span in reading.lists] == [5]


@pytest.mark.parametrize(
    "task",
    [
        "各部门要密切配合。",
        "相关单位配合。",
        "健全政府牵头。",
        "市民政局的人员负责。",
        "市民政局、市财政局，下同。",
    ],
)
def test_a_sentence_with_other_words_is_prose(task: str) -> None:
    """Groups alone, and a sentence that says more than who does it, are prose."""
    assert find(f"建立机制。{task}", place="韶关市").lists == ()


def test_a_sentence_that_says_who_may_have_a_line_of_its_own() -> None:
    """The sentence begins where its line does, also below a line without a full stop."""
    reading = find("建立机制\n由市民政局牵头，市财政局配合。", place="韶关市")
    assert roles(reading) == [("lead", "韶关市民政局"), ("support", "韶关市财政局")]
    assert [span.start for span in reading.lists] == [5]


def test_a_default_may_be_a_sentence_of_its_own() -> None:
    """以下均由…配合，不再列出 without brackets holds for the tasks below."""
    reading = find(
        "治理。市民政局负责。以下任务均由各县（区）政府配合，不再单独列出。",
        "监管。（市教育局负责）",
        place="韶关市",
    )
    assert [(rule.rule, rule.actors) for rule in reading.defaults] == [
        ("all-below", ("各县（区）政府",))
    ]
    assert roles(reading, "2")[1:] == [("responsible", "各县（区）政府")]


def test_bodies_joined_by_and_are_parted_again_and_again() -> None:
    """环保厅和内蒙古电力监管办及相关盟市 is two bodies, one unknown, and a group."""
    reading = find(
        "建设。（自治区水利厅牵头，自治区环保厅和内蒙古电力监管办及相关盟市配合）",
        place="内蒙古自治区",
    )
    assert [agency.canonical for agency in reading.agencies][1:] == [
        "内蒙古自治区环境保护厅",
        "内蒙古电力监管办",
    ]
    assert [actor.surface for actor in reading.generic_actors] == ["相关盟市"]
