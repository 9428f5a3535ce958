"""HTML -> text: one line a block, blocks in the order of the page.

A careful walk over the tree, since readability heuristics drop the short lines that matter
most here (number, signature, date).  Scripts, styles and forms are left out; table cells
of one row are joined by a tab.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

__all__ = ["text"]

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul",
))
SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "option",
    "button",
))
# fmt: on
CELLS = frozenset(("td", "th"))
BLANKS = re.compile(r"[ \t\r\n\f]+")
PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
BLOCK = re.compile(r"<(?:p|br|div|tr|li|h[1-6])\b", re.IGNORECASE)
LINE = re.compile(r"\S[ \t\r]*\n")


def text(chars: str) -> str | None:
    """Give the readable text of a page, or None where no tree can be built of it.

    A plain text with a few tags left in it keeps its own lines.

    >>> text("<p>国发〔2024〕17号</p><p>各省、<b>自治区</b>：</p>")
    '国发〔2024〕17号\\n各省、自治区：'
    """
    if _has_own_lines(chars):
        chars = chars.replace("\n", "<br>")
    try:
        tree = html.fromstring(_without_declaration(chars))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    pieces = "".join(_pieces(tree))
    lines = (line.strip(" \t") for line in pieces.split("\n"))
    return "\n".join(line for line in lines if line.strip())


def _has_own_lines(chars: str) -> bool:
    """Say whether a text with tags is laid out by line ends: it has far more of them.

    >>> _has_own_lines("一、总则\\n二、任务\\n三、保障\\n<p>附件</p>")
    True
    >>> _has_own_lines("<p>一\\n二</p>")
    False
    """
    if PAGE.search(chars):
        return False
    return len(LINE.findall(chars)) > 2 * len(BLOCK.findall(chars))


def _without_declaration(chars: str) -> str:
    """Drop an XML declaration: lxml refuses a string that states its own encoding."""
    return re.sub(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>", "", chars).replace("\x00", "")


def _pieces(tree: html.HtmlElement) -> Iterator[str]:
    """Walk without recursion: pages nest deeper than Python's stack."""
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            yield BLANKS.sub(" ", element.tail or "")
            continue
        name = element.tag if isinstance(element.tag, str) else ""
        hidden = name in SKIPPED
        if event == "start":
            if name in BLOCKS:
                yield "\n"
            if not hidden and not _inside_skipped(element):
                yield BLANKS.sub(" ", element.text or "")
            continue
        if name in BLOCKS:
            yield "\n"
        elif name in CELLS:
            yield "\t"
        if not _inside_skipped(element):
            yield BLANKS.sub(" ", element.tail or "")


def _inside_skipped(element: html.HtmlElement) -> bool:
    return any(parent.tag in SKIPPED for parent in element.iterancestors())
