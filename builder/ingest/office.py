"""DOCX -> text: paragraphs and table rows in the order of the document."""

import io
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml import etree

__all__ = ["text"]

MAX_UNPACKED_BYTES = 200_000_000


def text(raw: bytes) -> str | None:
    """Give one line a paragraph, cells of a row joined by tabs, or None for no DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED_BYTES:
                return None
        document = docx.Document(io.BytesIO(raw))
        blocks = [_block(block) for block in document.iter_inner_content()]
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        NotImplementedError,
        etree.XMLSyntaxError,
    ):
        return None
    return "\n".join(blocks)


def _block(block: object) -> str:
    if isinstance(block, Table):
        return "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
    return str(getattr(block, "text", ""))
