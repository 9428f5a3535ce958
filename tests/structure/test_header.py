"""The header says what the document says of itself, and nothing else."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.span import Span
from builder.model.text import Text
from builder.structure import identify

CASES = tomllib.loads((Path(__file__).parent / "headers.toml").read_text(encoding="utf-8"))
NOTICE = (
    "六安市人民政府办公室关于印发六安市“十四五”就业工作方案的通知\n六政办秘〔2023〕55号\n"
    "各县区人民政府，市政府各部门、各直属机构：\n"
    "经市政府同意，现将《六安市“十四五”就业工作方案》印发给你们，请执行。\n"
    "六安市人民政府办公室\n2023年6月14日\n六安市“十四五”就业工作方案\n"
    "为促进就业，制定本方案。\n一、任务\n支持企业。\n"
)


def test_a_notice_issues_a_plan(as_text: Callable[[str], Text]) -> None:
    """Notice and plan have titles of their own; the rest is read from the notice."""
    header = identify(as_text(NOTICE))
    assert header.notice_title == "六安市人民政府办公室关于印发六安市“十四五”就业工作方案的通知"
    assert header.title == "六安市“十四五”就业工作方案"
    assert header.doc_number == "六政办秘〔2023〕55号"
    assert header.issuer == "六安市人民政府办公室"
    assert header.signed_date == "2023-06-14"
    assert header.addressees == ("各县区人民政府", "市政府各部门", "各直属机构")
    assert (header.level, header.jurisdiction) == ("prefectural", "六安市")
    assert (header.doc_type, header.period) == ("工作方案", (2021, 2025))
    assert header.approved_by == "六安市人民政府"
    assert header.self_names == ("本方案",)


def test_the_same_notice_on_one_line(as_text: Callable[[str], Text]) -> None:
    """A copy that lost its line breaks has the same header."""
    glued = NOTICE.replace("\n", "")
    fields = ("title", "notice_title", "doc_number", "issuer", "signed_date", "addressees")
    one, other = identify(as_text(NOTICE)), identify(as_text(glued))
    assert [getattr(one, name) for name in fields] == [getattr(other, name) for name in fields]


@pytest.mark.parametrize("name", CASES)
def test_shapes_of_documents(name: str, as_text: Callable[[str], Text]) -> None:
    """Each shape of document gives the fields that it prints."""
    case = dict(CASES[name])
    header = identify(as_text(case.pop("chars")))
    read = {field: getattr(header, field) or "" for field in case}
    assert {f: list(v) if isinstance(v, tuple) else v for f, v in read.items()} == case


@pytest.mark.parametrize(
    "chars",
    [
        "人民大街9999号是新的办公地址。\n",
        "近日，有关部门印发《某市方案》（国发〔2024〕17号），记者从有关方面获悉，各地将抓好落实。\n",
        "",
    ],
    ids=["address", "news", "empty"],
)
def test_nothing_is_invented(chars: str, as_text: Callable[[str], Text]) -> None:
    """Where the text states no header, there is none."""
    header = identify(as_text(chars))
    assert (header.title, header.doc_number, header.issuer, header.signed_date) == (None,) * 4


def test_the_keeper_of_a_page_is_not_the_issuer(as_text: Callable[[str], Text]) -> None:
    """发布机构 and 发布时间 of a page are kept apart from issuer and date."""
    told = (
        ("publisher", "铅山县人民政府", Span(0, 7)),
        ("published", "2019-08-06 09:55", Span(7, 23)),
        ("index_number", "113417/2023-00045", Span(23, 40)),
    )
    text = as_text("江西省人民政府关于加强就业工作的意见\n各市人民政府：\n一、任务\n支持企业。\n")
    header = identify(replace(text, furniture=told))
    assert header.issuer == "江西省人民政府"
    assert header.distributor == "铅山县人民政府"
    assert (header.published_date, header.signed_date) == ("2019-08-06", None)
    assert header.index_number == "113417/2023-00045"


def test_a_number_in_brackets_behind_the_title_is_the_documents(
    as_text: Callable[[str], Text],
) -> None:
    """工作任务（华政发〔2021〕2号） has its number; one behind 《…》 is another text's."""
    body = "\n各乡镇人民政府：\n现将任务印发给你们。\n一、完善制度。\n华容县人民政府\n2021年3月1日"
    own = identify(as_text("2021年县政府重点工作任务（华政发〔2021〕2号）" + body))
    other = identify(as_text("关于落实《加强安全生产工作的意见》（国发〔2020〕4号）" + body))
    assert (own.title, own.doc_number) == ("2021年县政府重点工作任务", "华政发〔2021〕2号")
    assert other.doc_number is None


def test_marks_around_a_whole_title_are_the_pages(as_text: Callable[[str], Text]) -> None:
    """《…关于印发…的通知》 on a line of its own loses its marks."""
    header = identify(
        as_text(
            "《武汉市人民政府办公厅关于印发分工方案的通知》\n武政办〔2022〕23号\n各区人民政府：\n"
            "现将《分工方案》印发给你们。\n武汉市人民政府办公厅\n2022年3月3日\n分工方案\n一、完善制度。"
        )
    )
    assert header.notice_title == "武汉市人民政府办公厅关于印发分工方案的通知"


@pytest.mark.parametrize(
    ("chars", "level", "jurisdiction"),
    [
        (
            "加快西宁市流通业发展实施意见\n为优化我市流通业发展环境，制定本意见。\n一、任务\n建立体制。\n",
            "prefectural",
            "西宁市",
        ),
        (
            "徐庄镇2017年度安全生产工作计划\n根据我镇实际，制定本计划。\n一、任务\n排查隐患。\n",
            "township",
            "徐庄镇",
        ),
        (
            "城镇化建设实施方案\n结合我镇实际，制定本方案。\n一、任务\n完善设施。\n",
            "township",
            None,
        ),
    ],
)
def test_a_title_names_the_place_that_the_text_calls_its_own(
    as_text: Callable[[str], Text], chars: str, level: str | None, jurisdiction: str | None
) -> None:
    """Without an issuer, 我市 and 我镇 mean the city and the town of the title."""
    header = identify(as_text(chars))
    assert (header.level, header.jurisdiction) == (level, jurisdiction)


def test_a_street_office_signs_its_notice(as_text: Callable[[str], Text]) -> None:
    """A notice without issuer in its title is the body's whose name stands above the date."""
    header = identify(
        as_text(
            "关于印发《常庄街道秸秆禁烧工作实施意见》的通知\n常办发〔2021〕15号\n"
            "各管区、村（社区），街道各部门：\n"
            "《常庄街道秸秆禁烧工作实施意见》已经研究同意，现印发给你们。\n"
            "常庄街道办事处\n2021年5月28日\n常庄街道秸秆禁烧工作实施意见\n"
            "为做好禁烧工作，提出以下意见。\n一、任务\n制定方案。\n"
        )
    )
    assert (header.issuer, header.level) == ("常庄街道办事处", "township")
    assert header.addressees == ("各管区、村（社区）", "街道各部门")


def test_the_plan_behind_a_notice_without_its_title(as_text: Callable[[str], Text]) -> None:
    """A page that begins with the addressees: the title stands behind the signature."""
    text = as_text(
        "各省、自治区、直辖市人民政府：\n经国务院领导同志同意，现将实施分工方案印发给你们。\n"
        "国务院中医药工作部际联席会议办公室\n（国家中医药管理局代章）\n2017年2月10日\n"
        "中医药发展战略规划纲要\n（2016—2030年）实施分工方案\n一、提高服务能力\n（一）完善网络。\n"
    )
    header = identify(text)
    assert header.title == "中医药发展战略规划纲要（2016—2030年）实施分工方案"
    assert header.signed_date == "2017-02-10"
    assert header.issuers == ("国务院中医药工作部际联席会议办公室",)


def test_an_annex_behind_a_signature_is_no_plan(as_text: Callable[[str], Text]) -> None:
    """A decision without a title does not take the name of its annex."""
    header = identify(
        as_text(
            "各乡镇人民政府：\n经研究，决定公布农业龙头企业。\n仙居县人民政府\n2013年10月9日\n"
            "附件2013年农业龙头企业名单\n甲公司\n"
        )
    )
    assert header.title is None


def test_a_cooperative_and_a_bank_sign_with_others(as_text: Callable[[str], Text]) -> None:
    """联合社 and 分行 end the names of bodies that issue documents."""
    header = identify(
        as_text(
            "关于印发《品牌遴选工作方案》的通知\n各市农业农村局：\n现将《品牌遴选工作方案》印发给你们。\n"
            "浙江省农业农村厅 浙江省供销合作社联合社\n2023年8月29日\n品牌遴选工作方案\n一、目标\n"
        )
    )
    assert header.issuers == ("浙江省农业农村厅", "浙江省供销合作社联合社")


def test_the_date_of_the_pages_table_stands_in_for_a_lost_one(
    as_text: Callable[[str], Text],
) -> None:
    """成文日期 of the page is the date of signing only where the text prints none."""
    told = (
        ("signed", "2020-06-16", Span(0, 0)),
        ("number", "广西人民政府令2016年第116号", Span(0, 0)),
    )
    undated = replace(
        as_text("州政府关于分解任务的通知\n各县人民政府：\n请执行。\n"), furniture=told
    )
    assert identify(undated).signed_date == "2020-06-16"
    assert identify(undated).doc_number == "广西人民政府令第116号"
    assert identify(replace(as_text(NOTICE), furniture=told)).signed_date == "2023-06-14"


def test_the_keeper_of_a_page_tells_the_place_of_its_own_level(
    as_text: Callable[[str], Text],
) -> None:
    """县卫健委 on the page of a county's body is that county's; a city's page does not tell."""
    text = as_text("县卫健委2021年政府工作报告任务分解\n1.落实政策，加快发展服务业，增强供给。\n")
    places = []
    for source in ("灵璧县卫生健康委员会", "宿州市人民政府"):
        header = identify(replace(text, furniture=(("source", source, Span(0, 1)),)))
        places.append((header.level, header.jurisdiction, header.issuer))
    assert places == [
        ("county", "灵璧县", "灵璧县卫生健康委员会"),
        ("county", None, None),
    ]
