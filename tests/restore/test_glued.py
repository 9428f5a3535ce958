"""Paragraphs of pages that lost their line ends."""

from collections.abc import Callable

import pytest

from builder.lexicon.glued_headings import glued_heading_end, verb_heading_end
from builder.lexicon.tables import toml
from builder.model.text import Witness
from builder.restore import glued, gluedcontents, restore

TEXT = "以改善环境质量为核心，健全体制机制，加强统筹协调，压实各方责任，推进治理能力现代化。"


def lines(chars: str) -> list[str]:
    witness = Witness(source="a.txt", sha256="0", encoding="utf-8", chars=chars)
    return restore(witness).chars.split("\n")


def test_the_parts_of_a_notice_are_parted() -> None:
    """Title, number, addressees, body, signature, date and note are paragraphs of their own."""
    head = "国务院办公厅关于印发改革方案的通知国办发〔2020〕13号\n"
    body = (
        "各省、自治区、直辖市人民政府：《改革方案》已经国务院同意，现印发给你们。"
        "国务院办公厅2020年5月31日（此件公开发布）"
    )
    assert lines(head + body) == [
        "国务院办公厅关于印发改革方案的通知",
        "国办发〔2020〕13号",
        "各省、自治区、直辖市人民政府：",
        "《改革方案》已经国务院同意，现印发给你们。",
        "国务院办公厅",
        "2020年5月31日",
        "（此件公开发布）",
    ]


def test_addressees_end_at_their_colon() -> None:
    """Whatever the text behind them opens with, also behind a half-width colon and blanks."""
    chars = (
        "国务院关于加强环境保护工作的意见 国发〔2011〕35号\n"
        f"各省、自治区、直辖市人民政府，国务院各部委:　　多年来，我国{TEXT * 4}"
        f"　　一、提高水平　　（一）严格制度。{TEXT}"
    )
    assert lines(chars)[:5] == [
        "国务院关于加强环境保护工作的意见",
        "国发〔2011〕35号",
        "各省、自治区、直辖市人民政府，国务院各部委：",
        f"多年来，我国{TEXT * 4}",
        "一、提高水平",
    ]


def test_headings_that_labels_open_are_parted_from_their_text() -> None:
    """A heading without end mark becomes a line where its own words tell where it ends."""
    chars = f"{TEXT * 4}一、总体要求{TEXT}二、主要任务（一）加强监测。{TEXT}（二）严格执法。{TEXT}"
    assert lines(chars)[1:4] == ["一、总体要求", TEXT, "二、主要任务"]


def test_a_quoted_title_ends_where_its_text_begins() -> None:
    """The title that the notice quotes in 《》 is a line of its own behind the note."""
    chars = (
        f"各镇人民政府：《关于加强体育工作的意见》已经市政府同意，现印发给你们。{TEXT * 3}"
        "义乌市人民政府2013年8月8日（此件公开发布）关于加强体育工作的意见为加强体育工作，制定本意见。"
    )
    assert lines(chars)[-2:] == [
        "关于加强体育工作的意见",
        "为加强体育工作，制定本意见。",
    ]


def test_blanks_that_were_line_ends_part_headings_and_sentences() -> None:
    """A blank behind a heading or a full stop of a text on one line was a line end."""
    chars = (
        "关于暂停办理业务的通告 各区税务局： 现就有关事项通告如下："
        "一、业务办理安排 用人单位的业务暂停办理。 二、恢复办理安排 恢复时间另行通知。 特此通告。"
    )
    assert lines(chars) == [
        "关于暂停办理业务的通告",
        "各区税务局：",
        "现就有关事项通告如下：",
        "一、业务办理安排",
        "用人单位的业务暂停办理。",
        "二、恢复办理安排",
        "恢复时间另行通知。",
        "特此通告。",
    ]


def test_annexes_and_copies_are_paragraphs() -> None:
    """An annex with its title, and the line that says to whom copies go, stand alone."""
    chars = (
        f"{TEXT * 4}一、总体要求。{TEXT}二、重点任务。{TEXT}抄送：市委各部门。"
        "义乌市人民政府办公室2013年8月9日印发 "
        "附件1教育工作联席会议制度为加强协调，建立联席会议制度。"
    )
    assert lines(chars)[-5:] == [
        "抄送：市委各部门。",
        "义乌市人民政府办公室2013年8月9日印发",
        "附件1",
        "教育工作联席会议制度",
        "为加强协调，建立联席会议制度。",
    ]


def test_a_list_that_runs_on_falls_into_its_items() -> None:
    """Items 1、2、3、 in order begin lines; numbers out of order or before digits do not."""
    head = (
        f"{TEXT * 4}一、总体要求。{TEXT}二、重点任务。{TEXT}　　附件2013年龙头企业名单（共3家）　　"
    )
    chars = f"{head}1、海亮有机农业公司2、仙居花卉公司3、浙江聚特公司"
    assert lines(chars)[-5:] == [
        "附件",
        "2013年龙头企业名单（共3家）",
        "1、海亮有机农业公司",
        "2、仙居花卉公司",
        "3、浙江聚特公司",
    ]
    assert (
        lines(f"{head}位于1、2、3号楼，2、仙居花卉公司")[-1] == "位于1、2、3号楼，2、仙居花卉公司"
    )


def test_a_reply_closes_with_paragraphs_of_its_own() -> None:
    """What the reply asks for, its last words, the annexes and the signature stand alone."""
    chars = (
        f"甲市人民政府办公厅关于同意建立联席会议的函甲府办函〔2021〕5号市教委：{TEXT * 4}"
        "希你委接文后，切实加强领导。特此函复。附件：1.联席会议制度2.联席会议成员名单"
        "甲市人民政府办公厅2021年8月17日（此件公开发布）"
    )
    assert lines(chars)[-7:] == [
        "希你委接文后，切实加强领导。",
        "特此函复。",
        "附件：1.联席会议制度",
        "2.联席会议成员名单",
        "甲市人民政府办公厅",
        "2021年8月17日",
        "（此件公开发布）",
    ]


def test_the_last_clause_is_a_paragraph() -> None:
    """When the document takes effect stands in a paragraph of its own, at the end."""
    chars = f"{TEXT * 4}一、总体要求。{TEXT}二、重点任务。{TEXT}本方案自2020年1月1日起实施。"
    assert lines(chars)[-1] == "本方案自2020年1月1日起实施。"


@pytest.mark.parametrize(
    "chars",
    [
        "甘肃省人民政府 2024年11月17日",
        "按照国务院办公厅2020年5月31日印发的方案，各省：现将通知转发给你们。",
        "一、总体要求以高质量发展为主题。",
        "各区县责任部门：市发展改革委。联系方式：12345。",
        "本办法适用于法律依据：《甲法》。主要根据：《乙法》。",
        "根据《国务院关于印发规划的通知》（国发〔2021〕3号），制定本方案。",
    ],
)
def test_lines_of_usual_length_stay_whole(chars: str) -> None:
    """One place that looks like a boundary is no evidence."""
    assert [c for c in glued.find(f"关于加强监测的通知\n{chars}\n二、任务。") if c.start > 9] == []


def test_the_text_tells_where_a_heading_ends() -> None:
    """A repeated subject, a known heading, or whom the text obliges ends a heading."""
    for heading, text in (
        ("进一步重视老年人体育工作", "老年人体育工作是老龄事业的组成部分。"),
        ("工作要求", "各成员单位要积极做好相关工作。"),
        ("进一步完善各级体育组织", "要进一步完善镇街体育组织。"),
    ):
        chars = heading + text
        assert glued_heading_end(chars, 0, len(chars)) == len(heading)
    assert glued_heading_end("推进城市更新。", 0, 7) is None


def test_long_lines_of_labels_cost_little(linear: Callable[..., None]) -> None:
    """Each label looks at a few hundred characters behind it, not at the rest of the line."""
    linear(glued.find, "一、加强监测统筹推进　　" * 20_000)


@pytest.mark.parametrize(
    "parts",
    [
        ["国发〔2007〕37号", "各省、自治区、直辖市人民政府，国务院各部委："],
        ["2016年11月24日", "（此件有删改）"],
        ["各省、自治区、直辖市人民政府：", "现将《规划》印发给你们，请认真贯彻实施。"],
    ],
)
def test_two_sure_parts_in_a_short_line_of_the_head(parts: list[str]) -> None:
    """A number with addressees, a date with its note, and addressees with the text are parted."""
    assert lines("".join(parts) + "\n一、总体要求。")[:2] == parts


def test_a_number_cited_in_the_opening_ends_no_paragraph() -> None:
    """Behind a sentence （浙政发〔2013〕47号）精神，…意见： is one sentence."""
    chars = (
        f"各镇人民政府：{TEXT}为贯彻落实《意见》（浙政发〔2013〕47号）精神，结合实际，提出如下意见："
        f"一、总体要求（一）明确目标。{TEXT}二、进一步形成开放环境（二）统筹规划。{TEXT * 4}"
    )
    assert lines(chars)[1:4] == [
        f"{TEXT}为贯彻落实《意见》（浙政发〔2013〕47号）精神，结合实际，提出如下意见：",
        "一、总体要求",
        f"（一）明确目标。{TEXT}",
    ]
    assert lines(chars)[4] == "二、进一步形成开放环境"


def test_a_table_of_contents_names_the_headings() -> None:
    """What stands between two labels of the table ends the heading before the text, too."""
    listed = ["第一章总体要求", "第一节发展基础", "第二章主要任务", "第一节夯实产业根基"]
    texts = [TEXT, f"“十三五”以来，{TEXT}", TEXT, f"柑橘产业。{TEXT}"]
    body = [part for pair in zip(listed, texts, strict=True) for part in pair]
    assert lines("".join(["目录", *listed, *body]))[1:] == [*listed, *body]


def test_cited_chapters_are_no_table_of_contents() -> None:
    """Chapters that sentences name stay where they are."""
    cited = "违反第一章总则规定的，依照第二章规定处理；" * 6
    assert lines(TEXT * 4 + cited) == [TEXT * 4 + cited]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("增强畜禽和水产品保障能力", "构建生产高效、资源节约的产业格局。"),
        ("推进高标准农田建设和农田宜机化改造", "围绕“藏粮于地”，加快建设高标准农田。"),
        ("强化耕地数量保护和质量提升", "严格落实耕地保护目标任务，开展专项整治行动。"),
    ],
)
def test_a_verb_with_its_object_opens_the_text_behind_a_heading(heading: str, text: str) -> None:
    """An object ends, and a verb of its own follows at once: there the heading ends."""
    chars = f"{heading}{text}"
    assert verb_heading_end(chars, 0, len(chars)) == len(heading)


def test_ends_of_headings_are_told_by_examples() -> None:
    """An example of the group ends where its text opens; a compound has no end inside."""
    rule = toml("verbs")["heading_end"]
    ends = [verb_heading_end(chars, 0, len(chars)) for chars in rule["examples"]]
    assert all(
        chars[:end].endswith(tuple(rule["words"].split()))
        for chars, end in zip(rule["examples"], ends, strict=True)
    )
    assert not any(verb_heading_end(chars, 0, len(chars)) for chars in rule["not_examples"])


@pytest.mark.parametrize(
    "chars", ["加强农业科技创新平台建设，完善体系。", "推动城乡融合发展和要素流动，促进增收。"]
)
def test_compounds_in_a_heading_stay_whole(chars: str) -> None:
    """A nominal verb or a joined object is no opening of the text."""
    assert verb_heading_end(chars, 0, len(chars)) is None


def test_one_verb_inside_a_sentence_ends_no_heading() -> None:
    """完善企业负责人薪酬管理机制 is one sentence where the others have no seam either."""
    items = (
        f"一、完善文化企业负责人薪酬管理机制。{TEXT}",
        f"二、以政府购买服务的方式吸引社会力量参与公益事业，{TEXT}",
        f"三、由主管部门会同有关部门研究制定具体的考核规则，{TEXT}",
    )
    assert lines("".join(items)) == list(items)


def test_a_chapter_and_its_first_article_are_two_paragraphs() -> None:
    """第一章　总则　　第一条 为… on one line of any length is parted before the article."""
    chars = "第二章　规划建设　　第八条 　州数据资源主管部门应当编制规划。"
    assert [(c.start, c.end) for c in glued.find(chars)] == [(8, 10)]
    assert not glued.find("第二章　规划建设，按照第八条 的规定执行。")


def test_a_chapter_and_its_first_article_have_lines_of_their_own() -> None:
    """第一章　总则　　第一条　为加强… falls apart in a line of any length."""
    assert lines("第一章　总则　　第一条　为加强管理，制定本办法。\n第二条　本市适用。") == [
        "第一章　总则",
        "第一条　为加强管理，制定本办法。",
        "第二条　本市适用。",
    ]


def test_few_repeated_labels_are_no_table_of_contents() -> None:
    """One heading that a sentence names between two labels parts nothing."""
    cited = "违反第三章规定的，依照第四章规定处理；" * 4
    line = f"依照第一章总则第二章职责办理，{cited}第一章总则另有规定的，从其规定。"
    assert list(gluedcontents.seams(line)) == []


def test_a_short_sentence_behind_a_chapter_label_is_text() -> None:
    """第一节 has no sentence of its own: however short it is, it stands below the heading."""
    body = "加快构建农业种质资源保护体系。"
    chars = f"{TEXT * 4}第一节大力实施现代种业提升行动{body}{TEXT}第二节加强保障{TEXT}"
    assert lines(chars)[1:3] == ["第一节大力实施现代种业提升行动", f"{body}{TEXT}"]
