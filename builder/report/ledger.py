"""Working papers as spreadsheets: the task ledger (任务分解台账) and the documents to obtain.

Cells hold text, never formulas: what comes from a document cannot run in a spreadsheet.
The same graph gives the same bytes: openpyxl stamps the time into the archive, so the
archive is packed again with a fixed one.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from builder.lexicon.terms import term
from builder.report.corpus import Corpus
from builder.report.views.documents import absent_rows, document_rows

__all__ = ["ledger_rows", "obtain_rows", "write_ledger", "write_obtain"]

Json = dict[str, Any]
Row = tuple[str | float | int, ...]

LEDGER_COLUMNS = (
    ("文件", 26), ("文号", 20), ("任务编号", 10), ("任务", 28), ("类别", 10), ("举措", 46),
    ("要求强度", 10), ("限定语", 12), ("责任单位", 34), ("角色", 18), ("时限", 12), ("指标", 34),
    ("上级文件", 26), ("上级条款", 30), ("关系", 18), ("匹配分（非概率）", 12), ("原文", 60),
)  # fmt: skip
OBTAIN_COLUMNS = (
    ("文号", 22), ("文件名称", 44), ("推定发文机关", 26), ("推定层级", 10), ("引用之处", 44),
    ("应有的理由", 44), ("待其佐证的任务", 44),
)  # fmt: skip
WHOLE = "整份文件"
UNNAMED = "文中未载明"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def write_ledger(corpus: Corpus, path: Path) -> None:
    """Write the task ledger, a row for each measure, to an ``.xlsx`` file."""
    _write(path, "任务分解台账", LEDGER_COLUMNS, ledger_rows(corpus))


def write_obtain(corpus: Corpus, path: Path) -> None:
    """Write the list of documents to obtain to an ``.xlsx`` file."""
    _write(path, "待调取文件清单", OBTAIN_COLUMNS, obtain_rows(corpus))


def ledger_rows(corpus: Corpus) -> list[Row]:
    """Give the rows of the ledger: one a measure, one a task that has none."""
    links = _links_below(corpus)
    return [
        row
        for document in document_rows(corpus)
        for task in document.document["tasks"]
        for row in _task_rows(
            corpus, document.document, task, links.get((document.key, task["id"]), [])
        )
    ]


def obtain_rows(corpus: Corpus) -> list[Row]:
    """Give the rows of the list of documents to obtain."""
    return [
        (
            row.absent["doc_number"] or "",
            corpus.title(row.absent["key"]),
            row.absent["issuer"] or _place(row.absent),
            term("level", row.absent["level"]).zh if row.absent["level"] else "",
            "\n".join(
                f"{corpus.title(key)} {term('at', citation['at']).zh}"
                f"（{term('citation', citation['relation']).zh}）"
                for key, citation in row.cited
            ),
            "\n".join(reason for _, reason in row.expected),
            "\n".join(
                f"{corpus.title(key)} " + (f"{task['id']} {task['heading']}" if task else WHOLE)
                for key, task in row.waiting
            ),
        )
        for row in absent_rows(corpus)
    ]


def _place(absent: Json) -> str:
    place = absent["jurisdiction"]
    return f"{place}（机关不详）" if place else ""


def _links_below(corpus: Corpus) -> dict[tuple[str, str], list[Json]]:
    """Give the links of each lower provision, those in line first, the best on top."""
    links = sorted(
        corpus.lineage["links"],
        key=lambda link: (link["relation"] == "aligns", -link["score"], link["id"]),
    )
    rows: dict[tuple[str, str], list[Json]] = {}
    for link in links:
        lower = link["lower"]
        rows.setdefault((lower["document"], lower["provision"]), []).append(link)
    return rows


def _task_rows(corpus: Corpus, document: Json, task: Json, links: list[Json]) -> Iterable[Row]:
    """Give the rows of a task; lists of one row stand line by line beside each other."""
    duties = task["responsibilities"]
    targets = [row["quote"] for row in document["targets"] if row["at"] == task["id"]]
    start, end = task["span"]
    head = (
        document["title"] or document["key"],
        document["doc_number"] or "",
        task["id"],
        task["heading"],
        term("role", task["role"]).zh,
    )
    shared: tuple[str, ...] = (
        "\n".join(duty["agency"] for duty in duties) or UNNAMED,
        "\n".join(_role(duty) for duty in duties),
        task["deadline"] or "",
        "\n".join(targets),
        "\n".join(corpus.short(link["upper"]["document"]) for link in links),
        "\n".join(_heading(corpus, link["upper"]) for link in links),
        "\n".join(term("relation", link["relation"]).zh for link in links),
        "\n".join(str(link["score"]) for link in links),
        document["text"][start:end],
    )
    for measure in task["measures"] or [None]:
        yield (*head, *_measure(measure), *shared)


def _measure(measure: Json | None) -> tuple[str, str, str]:
    if measure is None:
        return "", "", ""
    force = term("force", measure["force"]).zh
    return measure["text"], force, "、".join(measure.get("qualifiers", ()))


def _role(duty: Json) -> str:
    """Give the role as read, and as printed where that is another word."""
    read, printed = term("role", duty["role"]).zh, duty.get("role_as_printed")
    if duty["inferred"]:
        return f"{read}（推定）"
    return f"{read}（原文：{printed}）" if printed and printed != read else read


def _heading(corpus: Corpus, at: Json) -> str:
    provision = corpus.provision(at["document"], at["provision"])
    return f"{at['provision']} {provision['heading'] if provision else ''}".strip()


def _write(path: Path, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Row]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for at, (title, width) in enumerate(columns, 1):
        head = sheet.cell(row=1, column=at, value=title)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="F0F2F5")
        sheet.column_dimensions[get_column_letter(at)].width = width
    for line, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            cell = sheet.cell(row=line, column=at)
            cell.value = _clean(value)
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.auto_filter.ref = sheet.dimensions
    book.properties.created = book.properties.modified = datetime(*FIXED_TIME[:3])
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(_repacked(buffer.getvalue()))


def _clean(value: str | float | int) -> str | float | int:
    """Replace control characters, which the format forbids."""
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", value) if isinstance(value, str) else value


def _repacked(data: bytes) -> bytes:
    """Give the archive with fixed times, its members in the order of their names."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _untimed(content)
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _untimed(core: bytes) -> bytes:
    """Give the core properties with the fixed time where openpyxl writes the present one."""
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", core)
