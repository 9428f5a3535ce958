"""A text on one line split into its paragraphs.

Damage: a page's paragraphs were joined, so that headings stand inside one long line.  We
split at labels behind the end of a sentence, at wide gaps, and around the document number,
the addressees and the signature; one such place alone is no evidence.  Left alone: labels
that are cited (依照第一条), and lines of usual length, but for 。 第四条 with a blank.
"""

import re

from builder.model.draft import Change
from builder.restore.labels import ARTICLE, LABEL, NUMERAL

__all__ = ["find"]

MIN_GLUED_CHARS = 200
HEAD_CHARS = 1_500
SPLIT = "headings and gaps show where paragraphs begin"
ENDS = "。；：！？）”》"
SPACE = "[ \u3000\xa0]"
HAN = "[\u4e00-\u9fff]"
YEAR = r"(?:19|20)\d\d"
DATE = rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日"
BODY = "(?:政府|办公室|办公厅|委员会|厅|局|国务院)"
KINDS = ("通知", "意见", "决定", "批复", "公告", "通告", "办法", "方案")
# the begin of any label, or a wide gap: what a line must hold to be looked at
GATE = re.compile(
    r"[。；：！？）”》 \u3000\xa0\t\u2002\d]"
    r"(?:(?<=[。；：！？）”》 \u3000\xa0])"
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三]|第[一二三]|[0-9]{1,2}[.．、]|—)"
    r"|(?<=[ \t\u3000\xa0\u2002])[ \t\u3000\xa0\u2002]|(?<=\d)日)"
)
# 一、 （一） 第一章 after the end of a sentence; 附件：1. stays
LABELLED = re.compile(rf"(?<=[{ENDS}])(?<!附件：){SPACE}*(?={LABEL})")
# 一、总体要求（一）指导思想: a heading without end mark, then the first label below it
FIRST = re.compile(rf"(?<={HAN}){SPACE}*(?=（一）{HAN}{{2,24}}[。：，])")
# 第二章 组成人员职责第四条 市政府: a label with a blank behind it
BESIDE_ARTICLE = re.compile(rf"(?<=[\u4e00-\u9fff）”]){SPACE}*(?={ARTICLE}{SPACE})")
# 空间。 第四条 地下: sure in a line of any length
STOP_AND_BLANK = re.compile(f"。{SPACE}")  # what SURE_ARTICLE always has, found fast
SURE_ARTICLE = re.compile(rf"(?<=。){SPACE}+(?={ARTICLE}{SPACE})")
GAP = re.compile(r"[ \t]?[\u3000\xa0\u2002\u2003]{2,}[ \t]?|[ \t]{3,}")
BEHIND_LABEL = re.compile(rf"(?:{ARTICLE}|{NUMERAL}、|（{NUMERAL}）|[0-9]\.|[：:])$")
# 2013年9月9日 淡竹乡人民政府： : what follows a signature
AFTER_DATE = re.compile(rf"(?:(?<=\d日)|(?<=日印发)){SPACE}+(?=[\u4e00-\u9fff（“《])")
# …的通知国发〔2014〕25号各省： : before and behind the number
TITLED = "|".join(f"(?<={kind})" for kind in (*KINDS, "函"))
NUMBER = re.compile(rf"(?:{TITLED}){SPACE}*(?={HAN}{{1,10}}〔{YEAR}〕\d{{1,5}}号(?!）))")
AFTER_NUMBER = re.compile(rf"(?<=号){SPACE}*(?=[\u4e00-\u9fff（）、，]{{2,200}}[：:])")
# 各直属机构：近年来
OPENINGS = "现将|为|根据|按照|近年来|《|经|你|当前|党中央"
ADDRESSED = re.compile(rf"(?<=[\u4e00-\u9fff）][：:]){SPACE}*(?=(?:{OPENINGS}))")
# 贯彻执行。重庆市人民政府2021年8月24日（此件公开发布）重庆市…规划
SIGNED = re.compile(rf"(?<=[。行施])(?={HAN}{{2,30}}{BODY}{SPACE}*{DATE})")
DATED = re.compile(
    rf"(?<=国务院|.政府|办公室|办公厅|委员会){SPACE}*(?={DATE}{SPACE}*[（(]此件)"
    rf"|(?<=\d日){SPACE}*(?=[（(]此件)"
    rf"|(?<=[公主][开动][发公][布开]）){SPACE}*(?=[\u4e00-\u9fff“])"
)


def find(chars: str) -> list[Change]:
    """Give the places at which one long line falls into paragraphs.

    >>> [c.start for c in find("为贯彻落实。" * 60 + "一、总体要求。" + "二、重点任务。")]
    [360, 367]
    """
    changes: list[Change] = []
    start = 0
    whole = "\n" not in chars.strip()
    sure = STOP_AND_BLANK.search(chars) is not None
    for line in chars.split("\n"):
        long = (whole or len(line) >= MIN_GLUED_CHARS) and GATE.search(line)
        if long:
            spans = _boundaries(line)
        else:
            spans = [m.span() for m in SURE_ARTICLE.finditer(line)] if sure else []
        changes += [Change(s + start, e + start, "\n", SPLIT) for s, e in spans]
        start += len(line) + 1
    return changes


def _boundaries(line: str) -> list[tuple[int, int]]:
    """Give the spans that a line end replaces; one boundary alone is no evidence."""
    found = [m.span() for m in LABELLED.finditer(line)]
    found += [m.span() for m in GAP.finditer(line) if not _behind_label(line, m.start())]
    for pattern in (NUMBER, AFTER_NUMBER, ADDRESSED, SIGNED, DATED):
        found += [m.span() for m in pattern.finditer(line, 0, HEAD_CHARS)]
    if len(found) < 2:
        return []
    for pattern in (FIRST, BESIDE_ARTICLE, AFTER_DATE):
        found += [m.span() for m in pattern.finditer(line)]
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if start > 0 and end < len(line) and (not spans or start > spans[-1][1]):
            spans.append((start, end))
    return spans


def _behind_label(line: str, at: int) -> bool:
    return BEHIND_LABEL.search(line[max(0, at - 8) : at]) is not None
