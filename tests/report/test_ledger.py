from openpyxl import load_workbook

from builder.report import ledger
from tests.report.sample import HOSTILE, corpus


def test_cells_are_text_never_formulas(tmp_path):
    """A clause that begins with = stays text in the spreadsheet."""
    path = tmp_path / "ledger.xlsx"
    ledger.write_ledger(corpus(), path)
    cells = [cell for row in load_workbook(path).active.iter_rows(min_row=2) for cell in row]
    assert HOSTILE in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}


def test_the_same_graph_gives_the_same_bytes(tmp_path):
    """Two writes of one corpus are byte-equal."""
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    ledger.write_ledger(corpus(), one)
    ledger.write_ledger(corpus(), two)
    assert one.read_bytes() == two.read_bytes()


def test_a_row_for_each_measure_and_for_a_task_without(tmp_path):
    """No task is left out of the ledger."""
    rows = ledger.ledger_rows(corpus())
    assert sorted((row[2], bool(row[5])) for row in rows) == [
        ("1", False),
        ("1", True),
        ("2", False),
    ]


def test_documents_to_obtain_name_number_issuer_and_citing_place(tmp_path):
    """The list says what is known and where the document is cited."""
    (row,) = ledger.obtain_rows(corpus())
    assert row[0] == "缺〔2023〕9号"
    assert row[2] == "某省（机关不详）"
    assert "前言" in row[4]
    path = tmp_path / "obtain.xlsx"
    ledger.write_obtain(corpus(), path)
    assert load_workbook(path).active.max_row == 2


def test_control_characters_do_not_break_the_sheet(tmp_path):
    """A control character is replaced, the rest is kept."""
    sample = corpus()
    sample.documents["下-2024-1"]["tasks"][0]["heading"] = "城市\x00更新"
    path = tmp_path / "ledger.xlsx"
    ledger.write_ledger(sample, path)
    values = [cell.value for row in load_workbook(path).active.iter_rows() for cell in row]
    assert "城市\ufffd更新" in values


def ledger_row(sample, measure=HOSTILE):
    """The row of a measure, by the words over its columns."""
    titles = [title for title, _ in ledger.LEDGER_COLUMNS]
    rows = [dict(zip(titles, row, strict=True)) for row in ledger.ledger_rows(sample)]
    return next(row for row in rows if row["举措"] == measure)


def test_a_row_says_all_that_belongs_to_its_task():
    """Bodies with their role, the task's own targets and words, and no other task's."""
    sample = corpus()
    lower = sample.documents["下-2024-1"]
    other = {**lower["targets"][0], "at": "2", "quote": "别处的指标"}
    lower["targets"].append(other)
    lower["tasks"][0]["responsibilities"].append(
        {"agency": "某区政府", "role": "responsible", "inferred": True}
    )
    row = ledger_row(sample)
    assert row["责任单位"] == "某市住建局\n某区政府"
    assert row["角色"] == "牵头单位\n责任单位（推定）"
    assert row["指标"] == "改造率20%-30%"
    assert row["要求强度"] == "刚性要求"
    assert row["原文"] == lower["text"][0:28]


def test_links_of_a_task_stand_best_first():
    """Upper provision, relation and score of every link, line by line, the best on top."""
    sample = corpus()
    (link,) = sample.lineage["links"]
    better = {**link, "id": "better", "relation": "restates", "score": 9.0}
    sample.lineage["links"].append({**better, "upper": {**link["upper"], "provision": "2"}})
    row = ledger_row(sample)
    assert row["上级条款"] == "2 扩大社保覆盖\n1 推进老旧小区改造"
    assert row["匹配分（非概率）"] == "9.0\n2.5"
    assert row["上级文件"] == "上级方案\n上级方案"


def test_bodies_and_roles_stand_line_by_line():
    """The role beside each body is the one as read, with the printed word where it differs."""
    sample = corpus()
    (task,) = sample.documents["下-2024-1"]["tasks"]
    (duty,) = task["responsibilities"]
    task["responsibilities"] = [
        {**duty, "role_as_printed": "责任单位"},
        {**duty, "agency": "某市教育局", "role": "support", "role_as_printed": "配合单位"},
        {**duty, "agency": "各县区", "role": "responsible", "inferred": True},
    ]
    row = ledger_row(sample)
    assert row["责任单位"] == "某市住建局\n某市教育局\n各县区"
    assert row["角色"] == "牵头单位（原文：责任单位）\n配合单位\n责任单位（推定）"


def test_a_task_without_body_says_so():
    """An empty list of bodies is stated, not left blank."""
    rows = ledger.ledger_rows(corpus())
    at = [title for title, _ in ledger.LEDGER_COLUMNS].index("责任单位")
    assert {row[at] for row in rows if row[0] == "上级方案"} == {"文中未载明"}


def test_the_sheet_prints_on_pages_with_its_head(tmp_path):
    """A printed ledger repeats the first row and fits the width of the page."""
    path = tmp_path / "ledger.xlsx"
    ledger.write_ledger(corpus(), path)
    sheet = load_workbook(path).active
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_likeness_stands_behind_what_carries_on():
    """An implementation is the first upper task of a row, whatever the scores."""
    sample = corpus()
    (link,) = sample.lineage["links"]
    alike = {**link, "id": "alike", "relation": "aligns", "score": 9.0}
    sample.lineage["links"].insert(0, alike)
    assert ledger_row(sample)["关系"] == "部分承接\n内容相近（非承接）"
