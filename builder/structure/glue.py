"""Where a line of the head or tail falls into pieces that copies glued together.

Restoring splits a page that lost all its paragraphs; what is left are single seams: title and
number, title and addressees, signature, date and note, note and title.
"""

import re
from collections.abc import Iterable, Iterator

from builder.lexicon import headings
from builder.structure.dates import PLAIN_DATE

__all__ = ["seams"]

MAX_HEAD_TITLE_CHARS = 240
MAX_SIGNED_CHARS = 24
MIN_REPEATED_CHARS = 8
GAP = r"[ \t\u3000\xa0]"
# …的通知|渝府发〔2014〕53号|各区县人民政府：
CODE = rf"(?P<code>(?:(?!的|{headings.TYPES})[\u4e00-\u9fff]){{2,12}}?)"
NUMBER = rf"{GAP}*{CODE}{GAP}*〔{GAP}*(?:19|20)\d\d{GAP}*〕{GAP}*\d{{1,5}}{GAP}*号"
TITLE_NUMBER = re.compile(rf"(?:{headings.TYPES})(?:（[^（）]*）)*[》”]?(?P<at>)(?={NUMBER})")
AFTER_NUMBER = re.compile(rf"{NUMBER}(?P<at>)(?=[^）\s，。、]|{GAP}+[\u4e00-\u9fff])")
# 关于印发…的通知 |各镇人民政府：
TITLE_GAP = re.compile(rf"的(?:{headings.TYPES})(?:（[^（）]*）)*(?P<at>)(?={GAP}+\S|各|市属|省直)")
# 。|重庆市人民政府2021年8月24日|（此件公开发布）|重庆市…规划
BODIES = "政府|办公室|办公厅|委员会|厅|局|院|部|署|委|公司|会|行|组"
NAME = rf"(?:[\u4e00-\u9fff]{{2,28}}(?:{BODIES})[、 \u3000]{{0,3}}){{1,4}}"
SIGNED = re.compile(rf"[。；）]{GAP}*(?P<at>)(?={NAME}\s*(?:{PLAIN_DATE}))")
# 。|2021年11月5日（此件公开发布）; 附件：1．…清单|湖北省林业局2021年11月19日（此件公开发布）
CLOSED = re.compile(
    rf"(?:(?<=[。；])|(?<=清单|名单|方案|办法|制度)(?={NAME})|(?<=[附表])(?={NAME})){GAP}*(?P<at>)"
    rf"(?=(?:{NAME})?\s*(?:{PLAIN_DATE}){GAP}*(?:[（(](?:此件|本文|主动公开)|$))"
)
# 。|市长 焦兰生2020年5月15日|中山市政务数据管理办法
PERSON = re.compile(
    rf"[。；]{GAP}*(?P<at>)(?=(?:[省市州县区部局院署行]长|主席|总理|主任){GAP}*[\u4e00-\u9fff·]"
    rf"(?:{GAP}*[\u4e00-\u9fff·]){{1,5}}{GAP}*(?:{PLAIN_DATE})(?P<end>))"
)
# 中山市政务数据管理办法|中山市人民政府令|第16号|《…》已经…
ORDER = re.compile(
    rf"(?:^|(?:{headings.TYPES})){GAP}*(?P<body>)(?:(?!{headings.TYPES})[\u4e00-\u9fff]){{2,20}}"
    rf"(?:政府|国务院|委员会|部|局|署)令(?P<at>)"
    rf"{GAP}*[（(]?第{GAP}*\d{{1,5}}{GAP}*号[）)]?(?P<end>)(?!公布|发布)",
    re.MULTILINE,
)
# …管理办法|（2011年12月15日广州市人民政府令第61号公布）|第一章 总则
HISTORY = re.compile(
    rf"(?:{headings.TYPES})(?P<at>)[（(]{GAP}*(?:{PLAIN_DATE})[^（()）]*"
    rf"(?:[（(][^（()）]*[）)][^（()）]*)*(?:公布|发布|通过|批准|修订|修正|印发|施行)[^（()）]{{0,40}}[）)](?P<end>)"
)
A_DATE = re.compile(PLAIN_DATE)
DATED = re.compile(rf"(?:{PLAIN_DATE})(?P<at>)(?!{GAP}*印发)(?={GAP}*[（(《“\u4e00-\u9fff])")
# 。|抄送：市委各部门
COPIES_WORD = re.compile("抄送|主题词|分送")
COPIES = re.compile(rf"(?<=[。；])(?P<at>)(?=(?:{COPIES_WORD.pattern})[:：])")
# |（此件公开发布）|
NOTE = re.compile(r"[（(](?:此件|本文|本件|联系人|主动公开|公开)[^（()）\n]{0,40}[）)]")
# 各区县人民政府：|为贯彻
ADDRESSED = re.compile(
    r"(?:各|你|[\u4e00-\u9fff]{2,20}(?:省|市|县|区|厅|局|委|部|办|公司|政府|单位|办事处|总部))"
    r"[^。：:《》\n]{0,300}(?<!\d)[：:](?P<at>)(?=[^\n]{6})"
)
FIRST_MARK = re.compile(r"[。：:《》\n]")  # behind addressees it is the colon
TYPE = re.compile(rf"(?:{headings.TYPES})")
TYPE_BEFORE_ALL = re.compile(r"的(?:通知|意见|函)(?=各)")
CONTENTS = re.compile(
    rf"(?P<at>)(?=目{GAP}*录{GAP}*(?:$|\n|第|前|一、))|目{GAP}*录(?P<after>)(?=第|前|一、)"
)


def seams(chars: str, start: int, end: int, *, head: bool) -> list[int]:
    """Give the offsets at which a line falls into pieces, in order.

    >>> line = "重庆市人民政府关于公布名单的通知渝府发〔2014〕53号各区县人民政府：现将名单公布。"
    >>> [line[a:b] for a, b in zip([0, 16, 28], [16, 28, 36])]
    ['重庆市人民政府关于公布名单的通知', '渝府发〔2014〕53号', '各区县人民政府：']
    >>> seams(line, 0, len(line), head=True)
    [16, 28, 36]
    """
    found: set[int] = set()
    if head:
        found.update(_head_seams(chars, start, end))
    for at in _tail_seams(chars, start, end):
        found.add(at)
    return sorted(at for at in found if start < at < end)


def _head_seams(chars: str, start: int, end: int) -> Iterator[int]:
    """Seams of title, number and addressees: only at the beginning of the line."""
    at = start
    limit = min(end, start + MAX_HEAD_TITLE_CHARS)
    sentence = chars.find("。", start, limit)
    limit = limit if sentence < 0 else sentence
    numbered = chars.find("〔", at, limit) >= 0
    for pattern in (TITLE_NUMBER, AFTER_NUMBER, TITLE_GAP) if numbered else (TITLE_GAP,):
        m = pattern.search(chars, at, limit)
        if m and _outside_quotes(chars, start, m.start("at")):
            yield m.start("at")
            at = max(at, m.start("at"))
    for pattern, needed, seam in (
        (ORDER, "令", ("body", "at", "end")),
        (HISTORY, "日", ("at", "end")),
    ):
        holds = chars.find(needed, start, limit) >= 0
        m = pattern.search(chars, start, limit) if holds else None
        if m:
            yield from (m.start(name) for name in seam)
            at = max(at, m.start("end"))
    opening = chars[start : start + MIN_REPEATED_CHARS]
    repeated = chars.find(opening, start + 1, limit + MIN_REPEATED_CHARS) >= 0
    for m in TYPE.finditer(chars, start, limit) if repeated else ():
        if chars.startswith(opening, m.end()):
            yield m.end()
            at = max(at, m.end())
    for m in TYPE_BEFORE_ALL.finditer(chars, at, limit):
        yield m.end()
        at = m.end()
    while at < end and chars[at] in " \t\u3000\xa0":
        at += 1
    mark = FIRST_MARK.search(chars, at, end)
    m = ADDRESSED.match(chars, at, end) if mark and mark[0] in "：:" else None
    if m:
        yield m.start("at")


def _outside_quotes(chars: str, start: int, at: int) -> bool:
    before = chars[start:at]
    return before.count("《") == before.count("》")


def _tail_seams(chars: str, start: int, end: int) -> Iterator[int]:
    """Seams of signature, date, notes and contents; rare words are looked for first."""
    reach = end + MAX_SIGNED_CHARS
    for m in NOTE.finditer(chars, start, reach):
        yield from m.span()
    if chars.find("日", start, reach) >= 0 and A_DATE.search(chars, start, reach):
        yield from _starts(SIGNED.finditer(chars, start, reach))
        yield from _starts(CLOSED.finditer(chars, start, end))
        for m in PERSON.finditer(chars, start, end):
            yield from (m.start("at"), m.start("end"))
        dated = DATED.finditer(chars, start, end)
        yield from _starts(m for m in dated if _signs(chars, start, m.start()))
    if COPIES_WORD.search(chars, start, reach):
        yield from _starts(COPIES.finditer(chars, start, reach))
    if chars.find("目", start, end) >= 0:
        for m in CONTENTS.finditer(chars, start, end):
            yield m.start("at") if m.group("at") is not None else m.start("after")


def _starts(found: Iterable[re.Match[str]]) -> Iterator[int]:
    return (m.start("at") for m in found)


def _signs(chars: str, start: int, at: int) -> bool:
    """Say whether a date closes a signature: it opens the line, or a body's name precedes it."""
    before = chars[max(start, at - 40) : at].rstrip()
    return not before or headings.names_body(before)
