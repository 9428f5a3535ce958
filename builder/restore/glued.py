"""A text on one line split into its paragraphs.

Damage: a page's paragraphs were joined, so that headings stand inside one long line.  We
split at labels behind the end of a sentence, at wide gaps, and around the document number,
the addressees and the signature; one such place alone is no evidence.  Where a line falls
apart, the headings that its labels open are parted from their text.  Left alone: labels that
are cited (依照第一条), and lines of usual length, but for 。 第四条 with a blank and a notice's
title with its number.
"""

import re
from collections.abc import Iterator, Sequence

from builder.lexicon.glued_headings import glued_heading_end
from builder.model.draft import Change
from builder.restore.labels import ARTICLE, LABEL, NUMERAL

__all__ = ["find"]

MIN_GLUED_CHARS = 200
HEAD_CHARS = 1_500
SPLIT = "headings and gaps show where paragraphs begin"
ENDS = "。；：！？）”》"
SPACE = "[ \u3000\xa0\u2002\u2003]"
HAN = "[\u4e00-\u9fff]"
YEAR = r"(?:19|20)\d\d"
DATE = rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日"
BODY = "(?:政府|办公室|办公厅|委员会|厅|局|国务院)"
KINDS = ("通知", "意见", "决定", "批复", "公告", "通告", "办法", "方案")
# the begin of any label, or a wide gap: what a line must hold to be looked at
GATE = re.compile(
    r"[。；：！？）”》 \u3000\xa0]"
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三]|第[一二三]|[0-9]{1,2}[.．、]|—)"
    r"|[ \t\u3000\xa0\u2002]{2}|\d日"
)
# 一、 （一） 第一章 after the end of a sentence; 附件：1. stays
LABELLED = re.compile(rf"(?<=[{ENDS}])(?<!附件：){SPACE}*(?={LABEL})")
# 一、总体要求（一）指导思想: a heading without end mark, then the first label below it
FIRST = re.compile(rf"(?<={HAN}){SPACE}*(?=（一）{HAN}{{2,24}}[。：，])")
# 第二章 组成人员职责第四条 市政府: a label with a blank behind it
BESIDE_ARTICLE = re.compile(rf"(?<=[\u4e00-\u9fff）”]){SPACE}*(?={ARTICLE}{SPACE})")
# 空间。 第四条 地下: sure in a line of any length
SURE_ARTICLE = re.compile(rf"(?<=。){SPACE}+(?={ARTICLE}{SPACE})")
GAP = re.compile(r"[ \t]?[\u3000\xa0\u2002\u2003]{2,}[ \t]?|[ \t]{3,}")
BLANKS = re.compile(f"{SPACE}+")
BEHIND_LABEL = re.compile(rf"(?:{ARTICLE}|{NUMERAL}、|（{NUMERAL}）|[0-9]\.|[：:])$")
# 2013年9月9日 淡竹乡人民政府： : what follows a signature
AFTER_DATE = re.compile(rf"(?:(?<=\d日)|(?<=日印发)){SPACE}+(?=[\u4e00-\u9fff（“《])")
# …的通知国发〔2014〕25号各省： : before and behind the number
TITLED = "|".join(f"(?<={kind})" for kind in (*KINDS, "函"))
NUMBER = re.compile(rf"(?:{TITLED}){SPACE}*(?=(?!的){HAN}{{1,10}}〔{YEAR}〕\d{{1,5}}号(?!）))")
# 国务院办公厅关于印发…的通知国办发〔2020〕13号: the whole line
TITLE_AND_NUMBER = re.compile(rf"[^，。；：]{{2,120}}关于[^，。；：]{{4,120}}〔{YEAR}〕\d{{1,5}}号")
AFTER_NUMBER = re.compile(
    rf"(?:(?<=号)|(?<=号）)){SPACE}*(?=(?!）)[\u4e00-\u9fff（）、，]{{2,200}}[：:])"
)
# 各直属机构：近年来
OPENINGS = "现将|为|根据|按照|近年来|《|经|你|当前|党中央"
ADDRESSED = re.compile(rf"(?<=[\u4e00-\u9fff）][：:]){SPACE}*(?=(?:{OPENINGS}))")
# 贯彻执行。|重庆市人民政府|2021年8月24日|（此件公开发布）; not …2021年8月24日印发的通知
SIGNED = re.compile(
    rf"(?:(?<=[。行施）\s])|^)(?P<who>{HAN}{{2,30}}{BODY}){SPACE}*(?P<date>{DATE})"
    rf"(?![起前至以之后，。、；印发公颁批作召通第])"
)
# …成员名单重庆市人民政府办公厅|2021年8月17日（此件公开发布）
DATED = re.compile(rf"(?<=国务院|.政府|办公室|办公厅|委员会){SPACE}*(?={DATE}{SPACE}*[（(]此件)")
NOTE = re.compile(
    rf"(?P<note>[（(](?:此件|本文|联系)[^（）()]{{2,40}}[）)]){SPACE}*(?=[\u4e00-\u9fff“]|$)"
)
# 。|抄送：市委各部门。|义乌市人民政府办公室2013年8月9日印发
COPIES = re.compile(
    rf"(?<=[。；）]){SPACE}*(?=(?:抄送|主题词|分送)[：:])"
    rf"|(?<=。){SPACE}*(?={HAN}{{2,30}}{BODY}{SPACE}*{DATE}印发(?:$|{SPACE}))"
)
# 附件1|重庆市民办教育工作部门联席会议制度|为贯彻落实; 附件|2013年农业龙头企业名单（共12家）
ANNEX = re.compile(
    rf"(?:(?<=[。）日 \u3000\xa0\u2002\u2003])|^)(?P<label>附件(?:\d{{1,2}}(?!\d))?){SPACE}*"
    rf"(?P<title>(?:{YEAR}年)?(?!下载){HAN}{{4,40}}?"
    rf"(?:{'|'.join(KINDS)}|制度|名单|规则|细则|清单)(?:（[^（）]{{1,12}}）)?)"
    rf"(?={SPACE}|为(?:贯彻|加强|进一步|规范|做好)|根据|第一[章条]|[1一]、|序号|$)"
)
# 1、海亮有机农业有限公司|2、仙居耕旺花卉科技有限公司
ITEM = re.compile(
    r"(?:(?<=[\u4e00-\u9fff）。； \u3000\xa0])|^)(?P<number>[0-9]{1,2})、(?=[\u4e00-\u9fff]{2})"
)
MIN_ITEMS = 3
# 函复如下：|市政府同意
AS_FOLLOWS = re.compile(rf"(?<=如下：){SPACE}*(?=[\u4e00-\u9fff])")
# …的通告 |各区人力资源和社会保障局：
BEHIND_TITLE = re.compile(rf"(?<=的)(?:{'|'.join(KINDS)})(?P<at>{SPACE}+)(?=[^。\n]{{2,200}}[：:])")
# 特此通告。 市人社局
STOPPED = re.compile(rf"(?<=[。：]){SPACE}+(?=[\u4e00-\u9fff“《（])")
# 。本方案自2020年1月1日起实施。 at the end
IN_FORCE = re.compile(
    r"(?<=。)(?=本(?:方案|办法|意见|通知|规定|细则|措施|规划|计划)自[^。]{4,30}(?:施行|实施|执行)[^。]{0,40}。$)"
)
LABELLED_HERE = re.compile(rf"{SPACE}*(?:{NUMERAL}、|（{NUMERAL}）){SPACE}*")
# 一、业务办理安排 |用人单位…: a blank where the line end was
HEADED = re.compile(rf"[\u4e00-\u9fff、“”]{{3,40}}(?P<at>{SPACE}+)(?=[\u4e00-\u9fff“《])")
SENTENCE = re.compile("[^。；：]{0,300}")
MIN_GLUED_SENTENCE_CHARS = 37
QUOTED = re.compile(r"《(?P<title>[^《》\n]{6,80})》")
TAIL_CHARS = 600
MIN_STOPPED_SHARE = 0.3


def find(chars: str) -> list[Change]:
    """Give the places at which one long line falls into paragraphs.

    >>> [c.start for c in find("为贯彻落实。" * 60 + "一、总体要求。" + "二、重点任务。")]
    [360, 367]
    >>> [c.start for c in find("国务院办公厅关于印发改革方案的通知国办发〔2020〕13号\\n各省")]
    [17]
    """
    changes: list[Change] = []
    start = 0
    whole = "\n" not in chars.strip()
    for line in chars.split("\n"):
        spans: Sequence[tuple[int, int]] = ()
        if (whole or len(line) >= MIN_GLUED_CHARS) and GATE.search(line):
            spans = _boundaries(line, whole=whole)
        elif start < HEAD_CHARS:
            spans = _head(line)
        spans = spans or [m.span() for m in SURE_ARTICLE.finditer(line)]
        changes += [Change(s + start, e + start, "\n", SPLIT) for s, e in spans]
        start += len(line) + 1
    return changes


def _boundaries(line: str, *, whole: bool) -> list[tuple[int, int]]:
    """Give the spans that a line end replaces; one boundary alone is no evidence."""
    found = [m.span() for m in LABELLED.finditer(line)]
    found += [m.span() for m in GAP.finditer(line) if not _behind_label(line, m.start())]
    found += _disjoint(line, _of_notice(line))
    if whole:
        found += _stopped(line)
    if len(found) < 2:
        return []
    for pattern in (FIRST, BESIDE_ARTICLE, AFTER_DATE, IN_FORCE, COPIES):
        found += [m.span() for m in pattern.finditer(line)]
    found += [m.span("at") for m in BEHIND_TITLE.finditer(line, 0, HEAD_CHARS)][:1]
    found += [m.span() for m in AS_FOLLOWS.finditer(line, 0, HEAD_CHARS)]
    for m in ANNEX.finditer(line):
        found += [(m.start(), m.start()), (m.end("label"), m.start("title")), (m.end(), m.end())]
    found += _enumerated(line)
    found += _behind_titles(line, found)
    found += _behind_headings(line, found)
    return _disjoint(line, found)


def _head(line: str) -> list[tuple[int, int]]:
    """Give the boundaries of a short line in the head: a title and its number, or several."""
    spans = _disjoint(line, _of_notice(line))
    return spans if len(spans) > 1 or TITLE_AND_NUMBER.fullmatch(line) else []


def _of_notice(line: str) -> list[tuple[int, int]]:
    """Give the boundaries around number, addressees, signature, date and note."""
    found = [
        m.span()
        for pattern in (NUMBER, AFTER_NUMBER, ADDRESSED, DATED)
        for m in pattern.finditer(line, 0, HEAD_CHARS)
    ]
    for low, high in ((0, HEAD_CHARS), (max(HEAD_CHARS, len(line) - TAIL_CHARS), len(line))):
        for m in SIGNED.finditer(line, low, high):
            found += [(m.start(), m.start()), (m.end("who"), m.start("date")), (m.end(), m.end())]
        for m in NOTE.finditer(line, low, high):
            found += [(m.start(), m.start()), (m.end("note"), m.end())]
    return found


def _stopped(line: str) -> list[tuple[int, int]]:
    """Give the blanks behind 。 where these are what is left of the line ends."""
    found = [m.span() for m in STOPPED.finditer(line)]
    return found if len(found) >= MIN_STOPPED_SHARE * len(BLANKS.findall(line)) else []


def _enumerated(line: str) -> list[tuple[int, int]]:
    """Give where the items of a list begin that runs on from 1、 without line ends."""
    places: list[int] = []
    runs: list[int] = []
    for m in ITEM.finditer(line):
        number = int(m["number"])
        if number != len(runs) + 1:
            runs = []
        if number == len(runs) + 1:
            runs.append(m.start())
            if len(runs) >= MIN_ITEMS:
                places += runs if len(runs) == MIN_ITEMS else runs[-1:]
    return [(at, at) for at in places]


def _behind_titles(line: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the end of a quoted title that begins a paragraph: 《办法》… |办法|为加强…."""
    titles = {m["title"] for m in QUOTED.finditer(line, 0, HEAD_CHARS)}
    for _, at in found:
        for title in titles:
            if line.startswith(title, at) and not line.startswith("》", at + len(title)):
                yield at + len(title), at + len(title)


def _behind_headings(line: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the ends of headings that a label opens and no mark closes."""
    for at in [0, *(end for _, end in found)]:
        label = LABELLED_HERE.match(line, at)
        if label is None:
            continue
        begin = label.end()
        m = HEADED.match(line, begin)
        if m:
            yield m.span("at")
            continue
        sentence = SENTENCE.match(line, begin)
        if sentence is None or len(sentence[0]) < MIN_GLUED_SENTENCE_CHARS:
            continue
        end = glued_heading_end(line, begin, sentence.end())
        if end is not None:
            yield end, end


def _disjoint(line: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if start > 0 and end < len(line) and (not spans or start > spans[-1][1]):
            spans.append((start, end))
    return spans


def _behind_label(line: str, at: int) -> bool:
    return BEHIND_LABEL.search(line[max(0, at - 8) : at]) is not None
