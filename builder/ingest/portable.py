"""PDF -> text: the lines of each page in reading order, radical code points folded.

PDF fonts often map glyphs to Kangxi radicals (⼈ for 人); NFKC folds those.  Lines stay as
they are set: joining them is a repair and belongs to restore.
"""

import unicodedata

import pypdfium2

__all__ = ["text"]

RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}


def text(raw: bytes) -> str | None:
    """Give the text of all pages, or None where the file is damaged or locked."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError:
        return None
    try:
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return "\n".join(pages).translate(RADICALS)


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    lines = page.get_textpage()
    try:
        return str(lines.get_text_bounded()).replace("\r\n", "\n").replace("\r", "\n")
    finally:
        lines.close()
        page.close()
