"""Each fix: what it repairs, and what it must leave alone."""

from collections.abc import Callable

import pytest

from builder.lexicon.script import script_rules
from builder.model.text import Text, Witness
from builder.restore import furniture, repeats, restore


def restored(chars: str) -> Text:
    return restore(Witness(source="a.txt", sha256="0", encoding="utf-8", chars=chars))


@pytest.mark.parametrize(
    ("damaged", "true"),
    [
        ("推进国(guó)务(wù)院部署", "推进国务院部署"),
        ("縣(市、區(qū))人民(mín)政府", "县（市、区）人民政府"),
        ("含技(jì )工(gōng)院校", "含技工院校"),
        ("数(shu)(shu)据", "数据"),
        ("各县<市、区>人民政府", "各县〈市、区〉人民政府"),
        ("经【jīng】济增【zēng】长【zhǎng】", "经济增长"),
        ("全[quán]面推进", "全面推进"),
        (
            "安全韌性短闆、北鬥應用、學曆證書、若幹恢複",
            "安全韧性短板、北斗应用、学历证书、若干恢复",
        ),
        ("各類管線附著在道路下，著力推進經濟發展", "各类管线附着在道路下，着力推进经济发展"),
        ("最佳化營商環境，發展資訊化", "优化营商环境，发展信息化"),
        (
            "按程式在入口網站公開，推進數位化，發展“網際網路+”",
            "按程序在门户网站公开，推进数字化，发展“互联网+”",
        ),
        ("數位專家論證", "数位专家论证"),
        ("⼈民政府", "人民政府"),
        ("（皖发改规划〔202369号）", "（皖发改规划〔2023〕69号）"),
        ("国发2024〕17号", "国发〔2024〕17号"),
        ("国发[2024]17号", "国发〔2024〕17号"),
        ("六政办秘202355", "六政办秘〔2023〕55号"),
        ("国发 〔2011〕 35 号", "国发〔2011〕35号"),
        ("六安市人民政府办公室\n2023614", "六安市人民政府办公室\n2023年6月14日"),
        ("常态化开展2+N”等招聘活动", "常态化开展“2+N”等招聘活动"),
        ("深圳市“人工智能+“先进制造业", "深圳市“人工智能+”先进制造业"),
        ("到2025年,完成改造(含扩建);落实到位", "到2025年，完成改造（含扩建）；落实到位"),
        ("２０２１年增长１０％", "2021年增长10%"),
        ("第二条&nbsp;&nbsp;本办法", "第二条\xa0本办法"),
        ("国 务 院", "国务院"),
        ("各有关单位：\n- 3 -\n现将", "各有关单位：\n现将"),
        ("通知@@各县", "通知各县"),
        ("## 一、总体要求\n**（一）指导思想。**坚持", "一、总体要求\n（一）指导思想。坚持"),
        ("为什么？\n??一、规划背景\n??慢性病", "为什么？\n一、规划背景\n慢性病"),
        ("发展\u200b改革", "发展改革"),
        ("牟政办发〔201746\n各乡镇人民政府：", "牟政办发〔2017〕46号\n各乡镇人民政府："),
        ("（财建„2009‟165号）", "（财建〔2009〕165号）"),
        (
            "县人民政府办公室\n(此件公开发布)\n{ 2017 6 23",
            "县人民政府办公室\n（此件公开发布）\n2017年6月23日",
        ),
        ("鲁政发〔2014〕20\n各市人民政府：", "鲁政发〔2014〕20号\n各市人民政府："),
        (
            "全文\n優化“網際網路+政務服務”，按程式在入口網站公布規範性檔案",
            "优化“互联网+政务服务”，按程序在门户网站公布规范性文件",
        ),
        (
            "经市政府同意,现将应急预案》现印发给你们。",
            "经市政府同意，现将《应急预案》现印发给你们。",
        ),
        ("2015年工作要点》已经市政府同意。", "《2015年工作要点》已经市政府同意。"),
        ("• 2017-02-14 12:24\n• 来源：市应急办\n第一条", "第一条"),
        ("无障碍阅读 关怀版 返回首页\n政府信息公开\n第一条", "第一条"),
        ("• 统一编号：\n\n   HCSD01-2023-0006\n\n• 有效性：有效\n第一条", "第一条"),
        (
            "旗人民政府办公室\n关于印发《政府工作报告》\n任务分工的通知",
            "旗人民政府办公室关于印发《政府工作报告》任务分工的通知",
        ),
        (
            "认真贯彻落实.\n推进民生工程.为推动建设，形成经验.",
            "认真贯彻落实。\n推进民生工程。为推动建设，形成经验。",
        ),
    ],
)
def test_damage_is_undone(damaged: str, true: str) -> None:
    """What a careful reader would restore is restored."""
    assert restored(damaged).chars == true


@pytest.mark.parametrize(
    "chars",
    [
        "第五代移动通信（5G）网络、市域（郊）铁路",
        "推广政府和社会资本合作（PPP）",
        "一.总体要求\n（一）.目标\n买买提.艾力同志任组长。",
        "乾安县人民政府、乾县、於潜镇、钱锺书",
        "人民大街9999号",
        "拨打12345热线，电话0571-88888888",
        "到2023614户",
        "“三区三线”、“一老一小”",
        "时间15:18，比例1.5∶1，网址https://www.gov.cn/a?b=1,2",
        "中共云南省委 云南省人民政府关于印发方案的通知",
        "甘肃省人民政府 2024年11月17日",
        "——坚持以人为本。",
        "是否可行？由各地决定。",
        "（明）胡濙编　明宣德二年（1427）刻本",
        "氟哌啶醇、苯巴比妥、艾司唑仑等药品",
    ],
)
def test_real_words_stay(chars: str) -> None:
    """What only looks like damage is left as it is."""
    assert restored(chars).chars == chars


@pytest.mark.parametrize("digits", ["2023991", "20231111", "1899614"])
def test_a_date_must_exist(digits: str) -> None:
    """Digits under a signature become a date only where the calendar has it."""
    chars = restored(f"六安市人民政府\n{digits}").chars
    assert ("年" in chars) is (digits == "20231111")


def test_a_date_with_two_readings_is_a_guess_with_its_rival() -> None:
    """2023111 may be 11 January or 1 November: the repair says so."""
    edit = next(e for e in restored("六安市人民政府\n2023111").edits if e.fix == "dates")
    assert edit.certainty == "guess"
    assert edit.rivals == ("2023年11月1日",)


def test_page_furniture_is_read_as_metadata() -> None:
    """What the page says of the document leaves the text and is kept with its raw place."""
    text = restored("发布时间：2023-06-15 15:18　来源：市发改委\n各县区人民政府：\n现将方案印发。")
    told = {key: (value, span.of(text.witness.chars)) for key, value, span in text.furniture}
    assert text.chars == "各县区人民政府：\n现将方案印发。"
    assert told == {"published": ("2023-06-15 15:18",) * 2, "source": ("市发改委",) * 2}


def test_a_dated_line_of_labels_is_furniture() -> None:
    """A date before labels that are parted by bars tells when and where the page appeared."""
    text = restored(
        "2026-02-26 18:57:40    来源:湖南省人民政府网 | 编辑:周紫红 | 浏览量:180\n"
        "各市州人民政府：\n现将方案印发。"
    )
    told = {key: value for key, value, _ in text.furniture}
    assert text.chars == "各市州人民政府：\n现将方案印发。"
    assert told == {"published": "2026-02-26 18:57:40", "source": "湖南省人民政府网"}


def test_what_a_news_page_says_before_the_document_goes() -> None:
    """The lead of a news page ends with 原文如下; a document may say 内容如下 of its own."""
    lead = "湖南：加快建设“宁电入湘”工程\n近日，省政府印发通知。\n原文如下：\n"
    notice = "湖南省人民政府办公厅关于印发方案的通知\n各市州人民政府：\n现将方案印发。"
    assert restored(lead + notice).chars == notice
    own = "各市州人民政府：\n现将有关事项通知如下：\n一、完善制度。"
    assert restored(own).chars == own


def test_title_in_two_lines_is_one() -> None:
    """A title that the text quotes in one piece is joined, and a repeated headline goes."""
    chars = "县域发展五年行动计划\n县域发展\n五年行动计划\n为落实《县域发展五年行动计划》，"
    assert restored(chars).chars.split("\n")[0] == "县域发展五年行动计划"
    assert restored(chars).chars.count("\n") == 1


def test_wrapped_lines_are_joined() -> None:
    """Lines of one width that end in mid-sentence go on in the next."""
    line = "为贯彻落实国家关于数字经济发展的各项要求全面推进"
    chars = "\n".join([line] * 6 + ["本市发展。"])
    assert "\n" not in restored(chars).chars


def test_a_text_on_one_line_falls_into_paragraphs() -> None:
    """Labels behind the end of a sentence begin a paragraph, cited labels do not."""
    body = "为贯彻落实有关部署，依照第一条的规定，推进各项工作。" * 10
    chars = restored(f"{body}一、总体要求。{body}二、重点任务。{body}").chars
    assert [line[:2] for line in chars.split("\n")] == ["为贯", "一、", "二、"]


def test_lines_that_come_back_cost_little(linear: Callable[..., None]) -> None:
    """Tens of thousands of equal lines are compared a few times, not each with each."""
    line = "各乡镇人民政府、街道办事处，县政府直属各单位：推进改革"
    linear(repeats.find, "".join(f"{line}\n第{n}条。\n" for n in range(4_000)))


def test_a_body_that_stands_twice_stands_once() -> None:
    """A crawler's second copy of the body is taken out."""
    body = (
        "各乡镇人民政府、街道办事处，县政府直属各单位：\n"
        + "经研究，同意安洲街道上报的命名方案。" * 6
    )
    assert restored(f"{body}\n{body}").chars == body
    glued = f"{body}\n1、甲公司2、乙公司"
    assert restored(f"{glued} {glued}").chars == glued


def test_a_body_that_stands_twice_below_one_title_stands_once() -> None:
    """Also where the title stands once above both, on lines of their own or glued."""
    title = "关于命名海亮有机农业有限公司等12家企业为仙居县农业龙头企业的通知\n"
    body = (
        "各乡镇人民政府、街道办事处，县政府直属各单位：\n"
        + "经研究，同意安洲街道上报的命名方案。" * 6
        + "\n1、甲公司2、乙公司"
    )
    assert restored(f"{title}{body}\n{body}").chars == title + body
    assert restored(f"{title}{body} {body}").chars == title + body


def test_a_title_that_only_the_pages_table_has_stays() -> None:
    """Of the page's table the title is kept where the text has none; bullets are no content."""
    text = restored(
        "• 索引号:6735597301/2021\n标 题: | 谯城区人民政府关于印发重点工作分解表的通知 | ||\n"
        "各乡镇人民政府:\n现将分解表印发给你们。"
    )
    first, second, *_ = text.chars.split("\n")
    assert first == "谯城区人民政府关于印发重点工作分解表的通知"
    assert second == "各乡镇人民政府："


def test_labels_of_a_page_with_values_below_are_furniture() -> None:
    """A label alone on its line takes the short line before the next label with it."""
    labels = "• 索引号:\n61072/2024-1005\n• 发文字号:\n镇政发〔2024〕7号\n• 内容概述:\n"
    page = labels + "镇巴县人民政府工作规则"
    text = restored(page)
    assert text.chars == "镇巴县人民政府工作规则"
    assert [(key, value) for key, value, _ in text.furniture] == [
        ("index_number", "61072/2024-1005"),
        ("number", "镇政发〔2024〕7号"),
    ]


def test_labels_without_colon_have_their_values_below() -> None:
    """A table read cell by cell tells as much; a label with nothing below it tells nothing."""
    labels = "索引号\n1133250/2023-43887\n文号\n丽政发〔2023〕30号\n公开方式  \n"
    text = restored(labels + "丽水市人民政府关于下达2023年安置任务的通知")
    assert [(key, value) for key, value, _ in text.furniture] == [
        ("index_number", "1133250/2023-43887"),
        ("number", "丽政发〔2023〕30号"),
    ]


def test_a_headline_of_number_and_title_is_furniture() -> None:
    """Number and title in one line above the same title are the database's, not the document's."""
    title = "山东省人民政府关于深化预算管理制度改革的实施意见"
    page = f"鲁政发〔2014〕20号《{title}》\n{title}\n鲁政发〔2014〕20号"
    assert restored(page).chars == f"{title}\n鲁政发〔2014〕20号"


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    """A line that the title below begins with is not joined to it."""
    page = "牟定县人民政府\n牟定县人民政府办公室关于印发应急预案的通知"
    assert restored(page).chars == page


def test_a_page_table_without_colons_is_furniture() -> None:
    """Three labels or more that only such a table prints make its lines furniture, with values."""
    text = restored(
        "索引号 0144/2018-00693 主题分类 城乡建设\n发布单位 靖江市政府办 发文日期 2018-09-25\n"
        "文号 靖政发〔2018〕53号 时效 有效\n市政府关于印发方案的通知\n各镇人民政府：\n现印发。"
    )
    assert text.chars.startswith("市政府关于印发方案的通知\n")
    told = {key: value for key, value, _ in text.furniture}
    assert told["number"].startswith("靖政发〔2018〕53号")


def test_blanks_between_the_cells_of_a_table_stay() -> None:
    """In a table whose cells only blanks part, no blank is taken out."""
    rows = "序号 主要任务 牵头单位 责任单位\n1 加强水资源保护 市水利局 各县区\n"
    text = restored("任务分解表\n" + rows + "各单位要抓好落实，按时完成。")
    assert "1 加强水资源保护 市水利局 各县区" in text.chars


def test_a_line_of_the_page_is_not_joined_to_a_whole_title() -> None:
    """A title that begins with its issuer needs nothing from the line above it."""
    text = restored("天水之窗\n天水市人民政府关于深化改革的实施意见\n各县区人民政府：\n提出意见。")
    assert "\n天水市人民政府关于深化改革的实施意见\n" in text.chars


def test_a_cut_page_title_is_not_joined_to_the_title() -> None:
    """A line that opens 《 and does not close it begins no title of a notice."""
    text = restored("《省进一步支持投资实施\n省政府办公厅关于印发实施\n方案的通知\n各市：\n印发。")
    assert "\n省政府办公厅关于印发实施方案的通知\n" in text.chars


LOST = "（皖发改规划〔202369号）印发。"
SENTENCES = (
    "建设宜居韧性的智慧城市，完善各类配套公共设施。第{}年要加强统筹，全面落实各项工作责任。\n"
)


def test_lost_commas_are_guessed_where_other_marks_were_lost() -> None:
    """A comma is set between an object and the next verb, as a guess with its rivals."""
    text = restored(LOST + "建立城乡统一的人力资源市场打破城乡就业壁垒，落实平等就业。")
    guess = next(edit for edit in text.edits if edit.fix == "commas")
    assert "人力资源市场，打破城乡就业壁垒" in text.chars
    assert (guess.restored, guess.certainty, guess.rivals) == ("，", "guess", ("、", "；"))
    finding = next(f for f in text.findings if f.code == "restore-mark-lost")
    assert dict(finding.details)["before"] == "人力资源市场"
    assert dict(finding.details)["after"] == "打破城乡就业"


@pytest.mark.parametrize(
    "chars",
    [
        "建立城乡统一的人力资源市场打破城乡就业壁垒，落实平等就业。",
        LOST + "定期开展政策实施效果分析评估，研究建立制度。",
        LOST + "推进各类行政审批中介服务有序入驻网上中介服务超市。",
        LOST + "落实《关于印发〈公平竞争审查制度实施细则〉的通知》。",
    ],
)
def test_no_comma_is_set_without_need(chars: str) -> None:
    """A text that lost nothing else, and names and those moved, keep their punctuation."""
    assert not any(edit.fix == "commas" for edit in restored(chars).edits)


@pytest.mark.parametrize(
    ("chars", "mark"),
    [
        ("经市政府同意，现将干旱灾害应急预案》印发给你们。", "《"),
        (
            "推进城市更新，建设宜居韧性智慧城市。（责任单位：市住建局）\n" * 4
            + "落实挂钩机制，提高城市土地综合产出率和经济密度（责任单位：市资规局）",
            "。",
        ),
    ],
)
def test_a_mark_that_only_the_words_around_tell_is_a_guess(chars: str, mark: str) -> None:
    """What no rule of the damage gives is a guess, and a rival is that nothing was lost."""
    edit = next(edit for edit in restored(chars).edits if edit.restored == mark)
    assert edit.certainty == "guess"
    assert "" in edit.rivals


def test_a_lost_full_stop_at_the_end_of_a_paragraph_is_guessed() -> None:
    """Where the other paragraphs of sentences end in one, and not at the end of the text."""
    whole = [SENTENCES.format(n) for n in "一二三四五六七八九"]
    cut = SENTENCES.format("十").rstrip("。\n")
    text = restored(LOST + "\n" + "".join(whole) + cut + "\n" + "".join(whole[:2]) + cut)
    stops = [edit.restored for edit in text.edits if edit.fix == "commas"]
    assert stops == ["。"]


def test_lost_quotation_marks_between_items_of_one_form_are_guessed() -> None:
    """“A+B” “A+C” “A+D” run together are parted; one sum in a quotation is left."""
    text = restored("聚焦“上海研发+六安制造上海市场+六安产品上海总部+六安基地”合作路径。")
    assert "“上海研发+六安制造”“上海市场+六安产品”“上海总部+六安基地”" in text.chars
    assert {edit.certainty for edit in text.edits if edit.fix == "quotes"} == {"guess"}
    plain = "推广“互联网+政务服务+智慧监管+信用评价”模式。"
    assert restored(plain).chars == plain


def test_the_number_of_a_section_keeps_its_blanks() -> None:
    """A number set apart loses its blanks before what it counts, not before a heading."""
    text = restored("到 2025 年，建成 80 个。按照标准。 2 建设原则 2.1 光伏温室的建设，要安全。")
    assert "到2025年，建成80个。" in text.chars
    assert "建设原则 2.1 光伏" in text.chars


def test_rows_between_bars_are_no_wrapped_lines() -> None:
    """A line that begins with a bar is a row of a table, however wide the line above it is."""
    row = "| {} | 建设全国统一的数字园区平台 | 市工业和信息化局 |"
    chars = "\n".join(row.format(number) for number in range(1, 7))
    assert restored(chars).chars.count("\n") == chars.count("\n")


def test_what_stands_above_the_path_of_a_page_is_the_sites() -> None:
    """Short lines above the path are furniture, but not a title, nor the number below one."""
    path = "首页 > 政务公开 > 规划\n"
    title = "乌海市人民政府关于印发规划的通知\n"
    assert restored("乌海市人民政府\n" + path + title + "各区：\n请执行。").chars.startswith(
        "乌海市人民政府关于"
    )
    kept = restored(title + "乌海政发〔2022〕17号\n" + path + "各区：\n请执行。").chars
    assert kept.startswith(title + "乌海政发〔2022〕17号\n各区")


def test_variant_forms_are_repaired_in_words_and_stay_in_names() -> None:
    """Every word of a variant's list is repaired; a name with the same character is not."""
    for form, words in script_rules()["variants"]["words"].items():
        for word in words.split():
            char = set.intersection(*map(set, words.split())).pop()
            assert restored(word.replace(char, form)).chars == word
    assert restored("顾栋髙撰").chars == "顾栋髙撰"


@pytest.mark.parametrize(
    ("damaged", "true"),
    [
        ("常住人口城镇化率达到 70 %左右。", "常住人口城镇化率达到70%左右。"),
        ("金\ufe01融机构", "金融机构"),
        ("国务院办公厅 &sp;\n印发", "国务院办公厅\n印发"),
    ],
)
def test_blanks_before_percent_signs_and_marks_without_width(damaged: str, true: str) -> None:
    """70 % is 70%, variation selectors have no width, a broken entity is a blank."""
    assert restored(damaged).chars == true


@pytest.mark.parametrize("line", ["HNPR201900001/2019-44039", "新华网 1998-05-03 10:00"])
def test_numbers_and_dates_of_a_page_are_furniture(line: str) -> None:
    """An index number may begin with a letter, a page be of the last century."""
    assert [change[:2] for change in furniture.find(f"{line}\n各市人民政府：\n请执行。")] == [
        (0, len(line) + 1)
    ]


@pytest.mark.parametrize("chars", ["水面(mian)开阔", "见https://www.gov.cn/a?查询结果"])
def test_a_lone_note_without_tone_and_the_marks_of_an_address_stay(chars: str) -> None:
    """Letters that may be anything, and what belongs to an address, are left alone."""
    assert restored(chars).chars == chars.replace("(", "（").replace(")", "）")
