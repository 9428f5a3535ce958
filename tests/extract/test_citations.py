"""Texts to citations: names of documents, their numbers, and what they are to the text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract import citations
from builder.extract.citations_numbers import numbers
from builder.model.outline import Header, Leaf, LeafPart, Outline
from builder.model.record import Citation
from builder.model.span import Span
from tests.extract.outlines import one

HEADER = Header(title="六安市新型城镇化建设工作方案", doc_number="六政办秘〔2023〕55号")


def found(chars: str) -> tuple[Citation, ...]:
    return citations.find(chars, one(chars, header=HEADER)).citations


@pytest.mark.parametrize(
    ("chars", "title", "number", "relation"),
    [
        ("为贯彻落实《甲规划》，", "甲规划", None, "implements"),
        ("严格按照《甲办法》（国发〔2024〕17号）执行", "甲办法", "国发〔2024〕17号", "implements"),
        ("按照《甲通知（国发〔2024〕17号）》要求，", "甲通知", "国发〔2024〕17号", "implements"),
        ("依据《甲规划（2021—2035年）》，制定本方案", "甲规划（2021—2035年）", None, "basis"),
        ("根据国务院《关于印发〈甲〉的通知》，", "关于印发〈甲〉的通知", None, "basis"),
        ("修订《甲管理办法》。", "甲管理办法", None, "revises"),
        ("根据新修订的《甲法》，", "甲法", None, "basis"),
        ("按照修订后的《甲办法》执行", "甲办法", None, "implements"),
        ("加快出台《甲促进条例》。", "甲促进条例", None, "drafts"),
        ("《甲清单》（渝府发〔2020〕2号）同时废止。", "甲清单", "渝府发〔2020〕2号", "repeals"),
        ("现转发《甲意见》，", "甲意见", None, "forwards"),
        ("以《甲导则》为基准，", "甲导则", None, "basis"),
        ("推动《甲规划》落实，", "甲规划", None, "implements"),
        (
            "推动《甲意见》（国发〔2024〕1号）文件落地见效",
            "甲意见",
            "国发〔2024〕1号",
            "implements",
        ),
        ("根据2015年9月30日《甲决定》第一次修订，", "甲决定", None, "mentions"),
        ("（根据《甲决定》修正）", "甲决定", None, "mentions"),
        ("根据《甲预案》修订本预案，", "甲预案", None, "basis"),
        ("市政府出台了《甲暂行规定》，", "甲暂行规定", None, "mentions"),
        ("先后制定《甲意见》，", "甲意见", None, "mentions"),
        ("抓好《甲法》等安全生产法律法规的贯彻落实", "甲法", None, "implements"),
        (
            "《甲办法》（交通运输部令2019年第17号）",
            "甲办法",
            "交通运输部令2019年第17号",
            "mentions",
        ),
        ("《甲办法》（工业和信息化部令第30号）", "甲办法", "工业和信息化部令第30号", "mentions"),
        ("《甲办法》（国务院第588号令）", "甲办法", "国务院第588号令", "mentions"),
        ("将《甲条例》第七条第二项修改为：", "甲条例", None, "revises"),
        ("在《甲条例》第七条中增加一项", "甲条例", None, "revises"),
        ("参照《甲标准》进行考核", "甲标准", None, "mentions"),
        ("为贯彻落实国务院关于《甲行动计划》，", "甲行动计划", None, "implements"),
        ("推进《甲条例》立法进程，", "甲条例", None, "drafts"),
        ("完成《甲规划》编制工作。", "甲规划", None, "drafts"),
        ("推动《甲条例》修订。", "甲条例", None, "revises"),
        ("修订出台《甲办法》。", "甲办法", None, "revises"),
        ("制定《甲指标》（见附件）供各地使用", "甲指标", None, "mentions"),
        ("有关部门拟定的《甲规定》已经国务院同意，", "甲规定", None, "mentions"),
        ("落实国务院领导对《甲请示》的批示，", "甲请示", None, "mentions"),
        ("抓好《甲条例》实施，", "甲条例", None, "implements"),
        ("《甲报告》已经国务院同意，请各省认真执行。", "甲报告", None, "implements"),
        ("《甲意见》已经国务院同意，现转发给你们，请执行。", "甲意见", None, "forwards"),
        ("自《甲条例》实施以来，", "甲条例", None, "mentions"),
        ("附近实施爆破作业审批无市、区县公安机关1.《甲条例》", "甲条例", None, "mentions"),
        (
            "《甲规定》（交通运输部令第2017年第27号）",
            "甲规定",
            "交通运输部令2017年第27号",
            "mentions",
        ),
    ],
)
def test_titles_numbers_and_relations(
    chars: str, title: str, number: str | None, relation: str
) -> None:
    """A title takes the number behind it, and the nearest cue says what it is."""
    (item, *own) = found(chars)
    assert (item.title, item.doc_number, item.relation) == (title, number, relation)
    assert title in item.span.of(chars)
    assert all(other.own for other in own)


def test_joined_names_share_a_cue() -> None:
    """Names joined by 、和 or by nothing are all to the text what the first is."""
    rows = found(
        "根据《甲法》《乙法》、《丙条例》（国令第707号）和《丁办法》等规定，贯彻《戊规划》"
    )
    assert [row.relation for row in rows] == ["basis"] * 4 + ["implements"]


def test_articles_between_names_do_not_part_them() -> None:
    """《甲法》第四十五条、《乙办法》 are both the basis."""
    chars = "依据《甲法》第四十五条、第四十六条第一款、《乙办法》第三条等规定，"
    assert [c.relation for c in found(chars)] == ["basis", "basis"]


def test_what_follows_the_last_is_said_of_all() -> None:
    """A cue behind the last of joined names holds for those before it, across 文件） as well."""
    rows = found("配合做好《甲法》、《乙法》的修订工作。抓好《丙法》、《丁条例》等法规的贯彻落实。")
    assert [row.relation for row in rows] == ["revises", "revises", "implements", "implements"]
    rows = found("按照《甲意见》（国发〔2007〕24号文件）和某省《乙意见》要求")
    assert [row.relation for row in rows] == ["implements", "implements"]


def test_what_replaces_is_not_repealed() -> None:
    """A name before another one that is repealed is not repealed itself."""
    rows = found("《甲清单》自9月1日起施行，《乙清单》同时废止。")
    assert [row.relation for row in rows] == ["mentions", "repeals"]


def test_a_short_form_may_hold_a_bracket() -> None:
    """以下简称《清单（2021年版）》 introduces a name with its bracket."""
    rows = found(
        "印发《甲事项清单（2021年版）》（以下简称《清单（2021年版）》）。按《清单（2021年版）》执行"
    )
    assert [row.title for row in rows] == ["甲事项清单（2021年版）"] * 2


def test_old_numbers_begin_with_the_year() -> None:
    """〔1996〕武司字第82号 is a number, court cases and houses are none."""
    assert [item.doc_number for item in found("你部〔1996〕武司字第82号文收悉")] == [
        "〔1996〕武司字第82号"
    ]
    assert found("（2018）沪01民终123号判决") == ()


def test_numbers_alone() -> None:
    """A number without a title is a citation; the document's own number is none."""
    rows = found("按照国办发〔1993〕71号文件的规定，落实六政办秘〔2023〕55号。")
    assert [(row.doc_number, row.form) for row in rows] == [("国办发〔1993〕71号", "numbered")]


@pytest.mark.parametrize(
    ("chars", "expected", "repaired"),
    [
        ("国发〔2024〕17号", "国发〔2024〕17号", False),
        ("沪府规[2020] 5号", "沪府规〔2020〕5号", False),
        ("皖办发〔20239号", "皖办发〔2023〕9号", True),
        ("国务院令第707号", "国务院令第707号", False),
        ("根据皖政办〔2020〕5号", "皖政办〔2020〕5号", False),
    ],
)
def test_numbers_in_one_form(chars: str, expected: str, repaired: bool) -> None:
    """Brackets are made equal; a lost one is completed where only one cut is possible."""
    assert [(n.surface, n.repaired) for n in numbers(chars)] == [(expected, repaired)]


@pytest.mark.parametrize("chars", ["人民大街9999号", "2024年17号楼", "第5号台风", "令第号"])
def test_other_numbers_are_no_document_numbers(chars: str) -> None:
    """House numbers and the like name no document."""
    assert not numbers(chars)


@pytest.mark.parametrize(
    "name", ["人民日报", "房屋所有权证", "安全责任书", "项目申报表", "学习简报"]
)
def test_what_is_quoted_but_no_document(name: str) -> None:
    """Newspapers, certificates, forms and pledges are no citations."""
    assert not found(f"在《{name}》上，")


def test_short_forms_stand_for_what_introduced_them() -> None:
    """《方案》 after 以下简称《方案》 is the document that was so called."""
    rows = found("贯彻《甲实施方案》（国发〔2024〕17号，以下简称《方案》）。按照《方案》要求，")
    assert [(r.form, r.title, r.doc_number) for r in rows] == [
        ("titled", "甲实施方案", "国发〔2024〕17号"),
        ("short", "甲实施方案", "国发〔2024〕17号"),
    ]


def test_a_kind_alone_means_the_last_of_its_kind() -> None:
    """《意见》 without 以下简称 is the 意见 named before, 《方案》 the text itself, else unread."""
    item = found("为贯彻《国务院关于甲的意见》，落实《意见》要求。")[1]
    assert (item.title, item.form, item.relation) == ("国务院关于甲的意见", "short", "implements")
    (own,) = found("推动《方案》落实。")
    assert (own.own, own.title) == (True, HEADER.title)
    reading = citations.find("通过了《条例》。", one("通过了《条例》。", header=HEADER))
    assert reading.citations == ()
    assert [x.code for x in reading.findings] == ["citation-short-form-unresolved"]


def test_an_order_of_the_state_council_is_itself_in_either_form() -> None:
    """国令第707号 and 中华人民共和国国务院令第707号 are one number."""
    header = Header(title="甲法实施条例", doc_number="国令第707号")
    chars = "（2018年12月18日中华人民共和国国务院令第707号第四次修订）"
    assert citations.find(chars, one(chars, header=header)).citations == ()


def test_pointers_lead_back_to_the_same_kind() -> None:
    """上述规划 is the plan that was just named, never a document of another kind."""
    rows = found("落实《甲规划》和《乙意见》，按照上述规划推进。")
    assert [row.title for row in rows] == ["甲规划", "乙意见", "甲规划"]
    reading = citations.find("落实《乙意见》，按照该方案推进。", one("x" * 40, header=HEADER))
    assert [row.title for row in reading.citations] == ["乙意见"]
    assert [row.code for row in reading.findings] == ["citation-short-form-unresolved"]


def test_the_document_itself_stands_apart() -> None:
    """本方案 and the document's own title are marked as its own."""
    rows = found("现将《六安市新型城镇化建设工作方案》印发给你们，按照本工作方案执行。")
    assert [row.own for row in rows] == [True, True]


def test_a_year_between_two_names_joins_them() -> None:
    """The cue of the first name holds for the second, whose year stands before its marks."""
    rows = found("为贯彻落实《甲意见》精神和2022年《政府工作报告》部署要求，")
    assert [row.relation for row in rows] == ["implements", "implements"]


def test_a_namesake_with_another_number_is_another_document() -> None:
    """A city's opinion carries the words of the province's; the printed number tells them apart."""
    (row,) = found("落实省政府《新型城镇化建设工作方案》（皖政办〔2022〕18号）要求。")
    assert (row.own, row.doc_number) == (False, "皖政办〔2022〕18号")


def test_names_without_title_marks() -> None:
    """An issuer's …关于…的意见 and a purpose that ends in a plan are certain."""
    (item,) = found("根据国务院关于加快发展旅游业的意见（国发〔2009〕41号），")
    assert (item.title, item.doc_number) == ("国务院关于加快发展旅游业的意见", "国发〔2009〕41号")
    (item,) = found("为深入实施新型城镇化战略五年行动计划，稳步提升水平，")
    assert (item.title, item.relation) == ("深入实施新型城镇化战略五年行动计划", "implements")
    assert not found("为深入实施以人为本的新型城镇化战略，")


def test_what_lower_places_are_to_draft() -> None:
    """制定本省份实施方案 names a document to come."""
    (item,) = found("省级政府要结合实际制定本省份实施方案。")
    assert (item.title, item.relation) == ("本省份实施方案", "drafts")


@given(
    st.text(
        alphabet="《》〈〉（）〔〕2024年第号令发国本该上述方案规划根据，。、和以下简称", max_size=60
    )
)
def test_spans_quote_the_text(chars: str) -> None:
    """Whatever the text, spans are in order and titles stand in them."""
    rows = found(chars)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        assert 0 <= row.span.start < row.span.end <= len(chars)
        if row.form == "titled":
            assert row.title is not None
            assert row.title in row.span.of(chars)


@pytest.mark.parametrize(
    "unit", ["《", "《甲》", "《甲法》、", "国发〔2024〕", "该方案", "令第", "本方案"]
)
def test_long_lines_take_linear_time(unit: str, linear: Callable[..., None]) -> None:
    """A line of a hundred thousand characters is read in time linear in its length."""
    linear(lambda chars: found(chars), unit * (12_500 // len(unit)))


def test_a_name_far_from_a_cue_shares_none() -> None:
    """Only names that are joined to one with a cue share it."""
    rows = found("根据《甲法》制定。各地做法较好的《乙办法》内容")
    assert [row.relation for row in rows] == ["basis", "mentions"]


def test_further_numbers_of_a_joint_letterhead_are_the_document_s_own() -> None:
    """Each issuer of a joint document numbers it; numbers in its text are other documents."""
    chars = "六政办秘〔2023〕55号 六发改〔2023〕3号\n六财〔2023〕7号\n按照皖政〔2022〕1号执行。"
    assert [c.doc_number for c in found(chars)] == ["皖政〔2022〕1号"]


def test_a_number_far_from_the_head_is_no_number_of_the_document() -> None:
    """A number on its own line is the document's own only at the head of the text."""
    head, deep = ("推进。\n国发〔2024〕17号", "推进工作。" * 130 + "\n国发〔2024〕17号")
    assert citations.find(head, one(head)).citations == ()
    (row,) = citations.find(deep, one(deep)).citations
    assert row.doc_number == "国发〔2024〕17号"


@pytest.mark.parametrize(
    ("part", "at"),
    [
        ("preamble", "preamble"),
        ("closing", "notice"),
        ("notice_body", "notice"),
        ("other", "preamble"),
    ],
)
def test_a_citation_outside_provisions_stands_in_notice_or_preamble(
    part: LeafPart, at: str
) -> None:
    """What belongs to no provision is the preamble's or the notice's."""
    chars = "依据《甲法》和《乙法》"
    leaf = Leaf(span=Span(6, len(chars)), part=part)
    tree = Outline(header=Header(), provisions=(), leaves=(leaf,))
    assert [row.at for row in citations.find(chars, tree).citations] == ["preamble", at]


def test_a_citation_in_a_provision_stands_there() -> None:
    """A provision is named by its id."""
    assert [row.at for row in found("依据《甲法》")] == ["1"]
