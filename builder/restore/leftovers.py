"""HTML left-overs in text: entities, stray tags, zero-width marks, inserted ``@@``.

Damage: a page was stripped by halves.  We decode known entities, drop tags that HTML has,
drop characters without width, and drop ``@@`` between Chinese characters.  Left alone:
〈 〉 and ``<`` ``>`` around Chinese titles (《关于印发<方案>的通知》), which are quotation marks,
and lone ``&`` (R&D).
"""

import html
import re

from builder.model.draft import Change

__all__ = ["find"]

ENTITY = r"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"  # &nbsp; &ldquo; &#8220;
# blanks that lost part of their name on the way: &sp; &nbsp
BROKEN_ENTITY = r"&(?:sp|nbs)(?![A-Za-z]);?|&(?:nbsp|emsp|ensp)(?![A-Za-z;])"
TAG_NAMES = (
    "a b big br center code col colgroup dd div dl dt em font form h1 h2 h3 h4 h5 h6 hr i iframe "
    "img input li link meta o:p ol p pre script section small span strong style sub sup table "
    "tbody td th thead tr u ul"
)
TAG = rf"</?(?:{'|'.join(TAG_NAMES.split())})(?:\s[^<>]{{0,1000}})?/?>"  # <br/> </span>
COMMENT = r"<!--.{0,2000}?-->"
WIDTHLESS = r"\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\ufe00-\ufe0f\x00-\x08\x0e-\x1f\x7f"
ZERO_WIDTH = f"[{WIDTHLESS}]+"
# ??经市政府同意: the two blanks before a paragraph, lost by the encoding
LOST_BLANKS = r"(?m:^)\?{2,4}(?=[\u4e00-\u9fff（《“\d])"
# ## 一、总体要求, **（一）指导思想**: the headings of a page turned into Markdown
MARKDOWN = r"(?m:^)[ \t\u3000]*(?:#{1,6}[ \t]+(?=\S)|\*\*(?P<bold>[^*\n]{2,80})\*\*)"
INSERTED = r"(?<=[\u4e00-\u9fff，。、；：])@@+(?=[\u4e00-\u9fff])"
LEFT_OVER = re.compile(
    rf"(?P<blank>{BROKEN_ENTITY})|(?P<entity>{ENTITY})|(?P<tag>{TAG}|{COMMENT})"
    rf"|(?P<zero>{ZERO_WIDTH})|(?P<at>{INSERTED})|(?P<lost>{LOST_BLANKS})|(?P<mark>{MARKDOWN})",
    re.IGNORECASE | re.DOTALL,
)
BREAKING = re.compile(r"</?(?:p|div|br|li|tr|h[1-6]|table|section|hr)\b", re.IGNORECASE)
REASONS = {
    "entity": "an HTML entity stands for its character",
    "blank": "a broken HTML entity stands for a blank",
    "tag": "an HTML tag is not text",
    "zero": "a mark without width is not text",
    "at": "@@ was inserted between Chinese characters",
    "lost": "the encoding lost the blanks before a paragraph",
    "mark": "a mark of Markdown is not text",
}
TRIGGERS = re.compile(f"[&<@?#*{WIDTHLESS}]")


def find(chars: str) -> list[Change]:
    """Give the left-overs with what they stand for.

    >>> [c.restored for c in find("第二条&nbsp;本办法<br>R&D")]
    ['\\xa0', '\\n']
    >>> [c.restored for c in find("国务院办公厅 &sp; 二○○六年&nbsp七月")]
    [' ', ' ']
    """
    if not TRIGGERS.search(chars):
        return []
    return [_change(m) for m in LEFT_OVER.finditer(chars)]


def _change(m: re.Match[str]) -> Change:
    kind = "mark" if m["mark"] else str(m.lastgroup)
    restored = ""
    if kind == "entity":
        restored = html.unescape(m.group())
        if restored == m.group() or not restored.strip("\x00-\x08"):
            restored = "\xa0" if restored != m.group() else m.group()
    elif kind == "blank":
        restored = " "
    elif kind == "mark":
        restored = m["bold"] or ""
    elif kind == "lost":
        restored = "\u3000\u3000"
    elif kind == "tag" and BREAKING.match(m.group()):
        restored = "\n"
    return Change(m.start(), m.end(), restored, REASONS[kind])
