"""The outline is total on any string, and nests as documents number themselves."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.outline import Outline
from builder.model.text import Work
from builder.structure import outline

CASES = tomllib.loads((Path(__file__).parent / "outlines.toml").read_text(encoding="utf-8"))
PIECES = st.sampled_from(
    [
        *("一、", "二、", "（一）", "（二）", "1.", "2．", "（1）", "①", "第一条", "第一章"),
        *(
            "—— ",
            "- ",
            "总体要求",
            "。",
            "，",
            "：",
            "\n",
            "附件：",
            "附件1",
            "目录",
            "\u3000",
            "|",
        ),
        *("国发〔2024〕17号", "国务院", "2024年7月28日", "（本文有删减）", "1.1 总则", "序号\n"),
        *(
            "关于印发《方案》的通知",
            "方案",
            "各省人民政府：",
            "现将《方案》印发给你们。",
            "近日，记者",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
ANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
HEAD = "六安市就业工作方案\n为促进就业，制定本方案。\n"


@ANY
@given(chars=TEXTS)
def test_leaves_cover_any_text_once(chars: str, as_work: Callable[[str], Work]) -> None:
    """Leaves cover every character of any string exactly once, in order."""
    at = 0
    for leaf in outline(as_work(chars)).leaves:
        assert leaf.span.start == at < leaf.span.end
        at = leaf.span.end
    assert at == len(chars)


@ANY
@given(chars=TEXTS)
def test_spans_nest(chars: str, as_work: Callable[[str], Work]) -> None:
    """The span of a provision lies in that of its parent, and every id comes once."""
    read: Outline = outline(as_work(chars))
    spans = {provision.id: provision.span for provision in read.provisions}
    assert len(spans) == len(read.provisions)
    for provision in read.provisions:
        assert provision.parent is None or provision.span.within(spans[provision.parent])
        assert all(body.within(provision.span) for body in provision.body)


@ANY
@given(chars=TEXTS)
def test_facts_quote_the_text(chars: str, as_work: Callable[[str], Work]) -> None:
    """Every fact of a header with a span points inside the text; without one it is inferred."""
    for fact in outline(as_work(chars)).header.facts:
        if fact.span is None:
            assert fact.inferred
        else:
            assert 0 <= fact.span.start < fact.span.end <= len(chars)


def test_five_megabytes_on_one_line_take_linear_time(
    as_work: Callable[[str], Work], linear: Callable[..., None]
) -> None:
    """A line of 5 MB is read in time linear in its length."""
    linear(lambda chars: outline(as_work(chars)), "加强建设，推进（一）1.改革。" * 15_000)


Tree = list[tuple[str, str, str, str]]


def tree(work: Work) -> Tree:
    """Id, kind, heading and role of each provision."""
    return [(p.id, p.kind, p.heading, p.role) for p in outline(work).provisions]


@pytest.mark.parametrize("name", CASES)
def test_nesting_follows_the_printed_numbers(name: str, as_work: Callable[[str], Work]) -> None:
    """Ids are the document's own numbers, kinds follow the labels, headings lose their marks."""
    case = CASES[name]
    assert [list(row) for row in tree(as_work(HEAD + case["chars"]))] == case["provisions"]


@pytest.mark.parametrize(
    "sentence",
    [
        "按照本办法（一）（二）款的规定执行。",
        "第六条、第七条规定的除外。",
        "三、四线城市可以放宽。",
        "2023年实现目标1.5万人，增长3.2%。",
        "不符合上述第（二）项条件的，不予支持。",
    ],
)
def test_cited_numbers_open_nothing(sentence: str, as_work: Callable[[str], Work]) -> None:
    """Numbers that a sentence cites are no provisions."""
    chars = f"{HEAD}一、重点任务\n（一）稳岗。支持企业。{sentence}\n（二）培训。开展培训。\n"
    assert [row[0] for row in tree(as_work(chars))] == ["1", "1.1", "1.2"]


def test_an_excerpt_of_rules_leaves_articles_out(as_work: Callable[[str], Work]) -> None:
    """第十四条 with a blank behind it opens a line: an article, whatever number came before."""
    chars = (
        "六安市绿化管理办法\n第三章　养护\n第十四条　单位应当养护。\n第十五条　个人不得损坏。\n"
        "第十六条规定的除外。\n第四章　罚则\n第三十条　违反的，处以罚款。\n"
    )
    assert [row[0] for row in tree(as_work(chars))] == ["3", "3.14", "3.15", "4", "4.30"]


def test_contents_tell_where_glued_headings_end(as_work: Callable[[str], Work]) -> None:
    """A heading that a table of contents lists is cut off the text it is glued to."""
    chars = (
        "六安市就业规划\n目　录\n第一章　发展基础第二章　扩大就业容量\n"
        "第一章　发展基础近年来，就业稳定。\n第二章　扩大就业容量支持企业，开发岗位。\n"
    )
    assert tree(as_work(chars)) == [
        ("1", "chapter", "发展基础", "other"),
        ("2", "chapter", "扩大就业容量", "task"),
    ]


def test_the_word_contents_alone_hides_no_text(as_work: Callable[[str], Work]) -> None:
    """Behind a 目录 that lists nothing the text begins at once."""
    chars = (
        "六安市就业规划\n目　录\n第三章　扩大就业容量\n支持企业，开发岗位。\n"
        "第四章　提高技能\n开展培训。\n"
    )
    assert [row[0] for row in tree(as_work(chars))] == ["3", "4"]
    assert [row[0] for row in tree(as_work(chars.replace("容量\n", "容量")))] == ["3", "4"]


def test_a_lone_sentence_is_heading_and_text(as_work: Callable[[str], Work]) -> None:
    """A leaf of one sentence and a list of bodies is named by it, and has it as its text."""
    chars = f"{HEAD}一、任务\n1.健全机制。（责任单位：市发改委）\n2.扩岗。开发岗位。\n"
    work = as_work(chars)
    lone, other = outline(work).provisions[1:]
    assert (lone.heading, other.heading) == ("健全机制", "扩岗")
    assert lone.body[0].of(chars) == "健全机制。（责任单位：市发改委）"
    assert other.body[0].of(chars) == "开发岗位。"


def test_first_sentences_among_sentences_are_no_headings(as_work: Callable[[str], Work]) -> None:
    """加强跟踪，抓好预报。 opens an item; where as many items are one sentence, it is text."""
    items = (
        "（一）进一步健全工作体系，充分发挥各级政府作用。各地要加强震情跟踪。\n"
        "（二）防震减灾的工作和措施，要在国民经济和社会发展规划中得到充分体现。\n"
    )
    chars = f"{HEAD}一、意见\n{items}"
    assert [heading for _, _, heading, _ in tree(as_work(chars))] == ["意见", "", ""]


def test_annexes_number_themselves(as_work: Callable[[str], Work]) -> None:
    """An annex is a part of its own whose provisions carry its name in their ids."""
    signed = "六安市人民政府\n2024年1月2日\n"
    chars = f"{HEAD}一、任务\n支持企业。\n{signed}附件1\n分工表\n一、稳岗\n支持企业。\n"
    assert [(row[0], row[1]) for row in tree(as_work(chars))] == [
        ("1", "chapter"),
        ("附件1", "annex"),
        ("附件1.1", "chapter"),
    ]


def test_a_list_of_annexes_without_signature_is_no_item(as_work: Callable[[str], Work]) -> None:
    """The numbered names of annexes that end a text are not items of its last section."""
    chars = f"{HEAD}一、任务\n（一）稳岗。支持企业。\n附件：1.主要指标\n2.任务分工表\n"
    assert [row[0] for row in tree(as_work(chars))] == ["1", "1.1"]


def test_rows_of_a_task_table_are_tasks(as_work: Callable[[str], Work]) -> None:
    """Rows under a head that names tasks and bodies are tasks, named by their first cell."""
    rows = "1 | 稳定岗位 | 市人社局 |\n2 | 开展培训 | 市教育局 |\n"
    chars = f"{HEAD}序号 | 重点任务 | 责任单位 |\n{rows}"
    assert tree(as_work(chars)) == [
        ("1", "row", "稳定岗位", "task"),
        ("2", "row", "开展培训", "task"),
    ]


@pytest.mark.parametrize(
    ("head", "texts"),
    [
        ("序号 | 民生实事 | 责任单位 | 完成时限 |", True),
        ("序号 | 重点任务 | 工作要求 | 完成时限 | 责任单位 |", False),
    ],
)
def test_a_row_that_one_cell_says_has_it_as_text(
    head: str, texts: bool, as_work: Callable[[str], Work]
) -> None:
    """Where one column alone says what to do, its cell names the row and is its text."""
    row = "新建人行天桥 | 选址2处 | 年底前 | 市住建局"
    chars = f"{HEAD}{head}\n1 | {row} |\n2 | {row} |\n"
    first = outline(as_work(chars)).provisions[0]
    assert (first.role, first.heading) == ("task", "新建人行天桥")
    assert first.body[0].of(chars).startswith("新建人行天桥") == texts


@pytest.mark.parametrize(
    "chars",
    [
        "安岭乡人民政府：\n你乡请示收悉。现批复如下：\n一、撤销甲村。设立乙村。\n二、丙村不变。\n",
        "关于梦家园地名命名的通知\n各乡镇人民政府：\n一、同意命名。\n二、自公布之日起使用。\n",
        "六安市城市绿化管理办法\n第一条 为加强绿化，制定本办法。\n第二条 单位应当绿化。\n",
        "近日，有关部门印发《六安市方案》，记者从有关方面获悉，各地将抓好落实。\n",
    ],
    ids=["reply", "naming", "statute", "news"],
)
def test_documents_without_plan_have_no_tasks(chars: str, as_work: Callable[[str], Work]) -> None:
    """Replies, announcements, statutes and news commit to no task."""
    roles = {row[3] for row in tree(as_work(chars))}
    assert not roles & {"task", "supporting_measure", "organisation"}


def test_annexes_that_name_who_does_it_hold_tasks(as_work: Callable[[str], Work]) -> None:
    """A notice that divides the work in its annexes orders it there; other annexes hold none."""
    chars = (
        "区人民政府办公室关于印发责任分解方案的通知\n各街道办事处：\n现将有关事项通知如下。\n"
        "一、加强谋划\n各单位要重视。\n武昌区人民政府办公室\n2023年2月20日\n附件1\n"
        "2023年主要目标任务\n1.推进养老服务。\n责任单位：区民政局\n附件2\n联络员名单\n1.姓名与电话\n"
    )
    roles = {row[0]: row[3] for row in tree(as_work(chars))}
    assert (roles["附件1.1"], roles["附件2.1"]) == ("task", "other")


def test_rules_without_articles_that_hold_tasks_are_a_plan(as_work: Callable[[str], Work]) -> None:
    """实施办法 with 总体要求, 主要任务 and 保障措施 in place of articles orders work."""
    chars = (
        "常山县提升“助老三件事”服务能力的实施办法\n为应对老龄化，制定本办法。\n"
        "一、总体要求\n让老年人安享生活。\n二、主要任务\n（一）打造助餐网络。按标准建设。\n"
        "三、保障措施\n成立专班。\n"
    )
    roles = [row[3] for row in tree(as_work(chars))]
    assert roles == ["goal", "container", "task", "organisation"]


def test_a_forwarded_report_proposes_work(as_work: Callable[[str], Work]) -> None:
    """Of a report that a notice passes on, the parts named 意见 or 措施 order work."""
    notice = (
        "国务院办公厅转发国家地震局关于加强防震减灾工作意见报告的通知\n国办发〔1997〕2号\n"
        "各省、自治区、直辖市人民政府：\n《关于加强防震减灾工作意见的报告》已经国务院同意，"
        "现转发给你们，请认真贯彻执行。\n国务院办公厅\n1997年2月4日\n"
    )
    report = (
        "关于加强防震减灾工作意见的报告\n国务院：\n现将意见报告如下：\n一、地震活动情况\n"
        "1996年发生地震38次。\n二、加强防震减灾工作的意见\n（一）健全体系。各地应健全体系。\n"
    )
    assert [row[3] for row in tree(as_work(notice + report))] == ["other", "container", "task"]
    assert "task" not in {row[3] for row in tree(as_work(report))}


def test_what_work_applies_to_is_no_work(as_work: Callable[[str], Work]) -> None:
    """A part named 自查范围 or 自查内容 says where work applies and what is looked at."""
    chars = f"{HEAD}一、自查范围\n（一）在建项目。\n二、自查内容\n责任落实。\n三、程序\n自查。\n"
    assert [row[3] for row in tree(as_work(chars))] == [
        "container",
        "definition",
        "definition",
        "task",
    ]


def test_a_lost_heading_is_reported(as_work: Callable[[str], Work]) -> None:
    """Numbers that go back under one parent are a finding, and end the role above them."""
    goals = "（一）就业。达到目标。\n（二）培训。达到目标。\n"
    chars = f"{HEAD}一、主要目标\n{goals}（一）稳岗。支持企业。\n"
    read = outline(as_work(chars))
    assert [finding.code for finding in read.findings] == ["structure-number-repeated"]
    assert read.provisions[-1].role == "task"


def test_copies_to_are_no_text_of_the_last_provision(as_work: Callable[[str], Work]) -> None:
    """抄送 and 印发 close a document, also where copying glued them to the last sentence."""
    chars = (
        HEAD
        + "一、扩大就业。支持企业。抄送：市委各部门，市法院。\n六安市人民政府办公室2013年8月9日印发"
    )
    (last,) = outline(as_work(chars)).provisions
    assert [span.of(chars).strip() for span in last.body] == ["支持企业。"]


@pytest.mark.parametrize(
    "head",
    [
        "关于做好全市火灾防控工作的通知\n各县（区）人民政府：\n现就有关事项通知如下。\n",
        "《滁州市人民政府办公室关于印发〈火灾防控工作方案〉的通知》\n各县（区）人民政府：\n"
        "《火灾防控工作方案》已经市政府同意，现印发给你们。\n",
    ],
)
def test_text_behind_the_signature_of_its_notice_is_read(
    head: str, as_work: Callable[[str], Work]
) -> None:
    """A plan printed without its title behind a signed notice is still the document's text."""
    work = as_work(
        f"{head}滁州市人民政府办公室\n2023年11月3日\n为做好工作，制定以下措施。\n"
        "一、强化排查\n（一）开展检查。组织全面排查。\n二、强化宣传\n（二）开展宣传。组织活动。\n"
    )
    assert [(p.id, p.role) for p in outline(work).provisions] == [
        ("1", "container"),
        ("1.1", "task"),
        ("2", "container"),
        ("2.2", "task"),
    ]


def test_the_annex_that_the_title_names_is_the_text(as_work: Callable[[str], Work]) -> None:
    """What a letter agrees to stands in its annex, whose numbers are the document's then."""
    annex = "附件1\n部门联席会议制度\n制定本制度。\n一、主要职能\n协调工作。\n附件2\n成员名单\n"
    letter = "{}的函\n市教委：\n现函复如下：同意。\n市人民政府办公厅\n2021年8月17日\n" + annex
    agreed = letter.format("市人民政府办公厅关于同意建立部门联席会议制度")
    ids = [one.id for one in outline(as_work(agreed)).provisions]
    assert ids == ["1"]
    other = letter.format("市人民政府办公厅关于加强教育工作")
    assert [one.id for one in outline(as_work(other)).provisions] == ["附件1", "附件1.1"]
    told = other.replace("成员名单", "成员名单\n由市教委任召集人。")
    assert [one.id for one in outline(as_work(told)).provisions][-1] == "附件2"


def test_a_list_of_annexes_begun_within_a_line_is_no_provision(
    as_work: Callable[[str], Work],
) -> None:
    """附件：1. at the end of a paragraph begins the list that 2. goes on with on its own line."""
    chars = (
        "关于同意建立部门联席会议制度的函\n市教委：\n现函复如下：\n同意。附件：1.部门联席会议制度\n"
        "2.成员名单\n市人民政府办公厅\n2021年8月17日\n附件1\n部门联席会议制度\n一、主要职能\n协调工作。\n"
    )
    assert [one.id for one in outline(as_work(chars)).provisions] == ["1"]


def test_annexes_named_line_by_line_close_the_text(as_work: Callable[[str], Work]) -> None:
    """附件1：… above 附件2：… before a date belongs to no provision."""
    chars = (
        f"{HEAD}1、各校要落实晨检制度。\n2、各校要做好防控工作。\n"
        "附件1：关于落实防控措施的通知\n附件2：关于落实晨检制度的通知\n二〇〇九年九月七日"
    )
    work = as_work(chars)
    last = outline(work).provisions[-1]
    assert [span.of(work.text.chars) for span in last.body] == ["各校要做好防控工作。"]
