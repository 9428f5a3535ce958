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

from builder.lexicon.terms import term
from builder.report import views
from builder.report.corpus import Corpus

__all__ = ["ledger_rows", "obtain_rows", "write_ledger", "write_obtain"]

Json = dict[str, Any]
Row = tuple[str | float | int, ...]

LEDGER_COLUMNS = (
    ("文件", 26), ("文号", 18), ("任务编号", 10), ("任务", 28), ("类别", 10), ("举措", 46),
    ("要求强度", 10), ("责任单位", 34), ("时限", 12), ("指标", 34), ("上级文件", 26),
    ("上级条款", 30), ("关系", 12), ("匹配分（非概率）", 12), ("原文", 60),
)  # fmt: skip
OBTAIN_COLUMNS = (
    ("文号", 22), ("文件名称", 44), ("推定发文机关", 26), ("推定层级", 10), ("引用之处", 44),
    ("待其佐证的任务", 44),
)  # fmt: skip
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def write_ledger(corpus: Corpus, path: Path) -> None:
    """Write the task ledger, a row for each measure, to an ``.xlsx`` file."""
    _write(path, "任务分解台账", LEDGER_COLUMNS, ledger_rows(corpus))


def write_obtain(corpus: Corpus, path: Path) -> None:
    """Write the list of documents to obtain to an ``.xlsx`` file."""
    _write(path, "待调取文件清单", OBTAIN_COLUMNS, obtain_rows(corpus))


def ledger_rows(corpus: Corpus) -> list[Row]:
    """Give the rows of the ledger: one a measure, one a task that has none."""
    return [
        row
        for document in views.document_rows(corpus)
        for task in document.document["tasks"]
        for row in _task_rows(corpus, document.document, task)
    ]


def obtain_rows(corpus: Corpus) -> list[Row]:
    """Give the rows of the list of documents to obtain."""
    return [
        (
            row.absent["doc_number"] or "",
            corpus.title(row.absent["key"]),
            row.absent["issuer"] or row.absent["jurisdiction"] or "",
            term("level", row.absent["level"]).zh if row.absent["level"] else "",
            "\n".join(
                f"{corpus.title(key)} {term('at', citation['at']).zh}"
                f"（{term('citation', citation['relation']).zh}）"
                for key, citation in row.cited
            ),
            "\n".join(
                f"{corpus.title(key)} " + (f"{task['id']} {task['heading']}" if task else "全文")
                for key, task in row.waiting
            ),
        )
        for row in views.absent_rows(corpus)
    ]


def _task_rows(corpus: Corpus, document: Json, task: Json) -> Iterable[Row]:
    links = [
        link
        for link in corpus.lineage["links"]
        if link["lower"] == {"document": document["key"], "provision": task["id"]}
    ]
    links.sort(key=lambda link: (-link["score"], link["id"]))
    bodies = "\n".join(
        f"{term('role', item['role']).zh}：{item['agency']}"
        + ("（推定）" if item["inferred"] else "")
        for item in task["responsibilities"]
    )
    targets = "\n".join(
        target["quote"] for target in document["targets"] if target["at"] == task["id"]
    )
    shared: tuple[str | float | int, ...] = (
        bodies,
        task["deadline"] or "",
        targets,
        "\n".join(corpus.title(link["upper"]["document"]) for link in links),
        "\n".join(_heading(corpus, link["upper"]) for link in links),
        "\n".join(term("relation", link["relation"]).zh for link in links),
        "\n".join(str(link["score"]) for link in links),
    )
    start, end = task["span"]
    head = (
        document["title"] or document["key"],
        document["doc_number"] or "",
        task["id"],
        task["heading"],
        term("role", task["role"]).zh,
    )
    for measure in task["measures"] or [None]:
        words = (measure["text"], term("force", measure["force"]).zh) if measure else ("", "")
        yield (*head, *words, *shared, document["text"][start:end])


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
