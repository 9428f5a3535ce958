"""A text on one line split into its paragraphs.

Damage: a page's paragraphs were joined, so that headings stand inside one long line.  We
split at labels behind the end of a sentence, at wide gaps, and around the document number,
the addressees and the signature; one such place alone is no evidence.  Where a line falls
apart, the headings that its labels open are parted from their text.  Left alone: labels that
are cited (依照第一条), and lines of usual length, but for 。 第四条 with a blank, 第一章 with its
heading before 第一条, and a notice's title with its number.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.lexicon.glued_headings import glued_heading_end, verb_heading_end
from builder.model.draft import Change
from builder.restore import gluedboxes, gluedcontents, gluedlists, gluednotice, gluedpersons
from builder.restore.labels import ARTICLE, HAN, LABEL, NUMERAL, SPACE

__all__ = ["find"]

MIN_GLUED_CHARS = 200
HEAD_CHARS = 1_500
SPLIT = "headings and gaps show where paragraphs begin"
ENDS = "。；：！？）”》"
# the begin of any label, or a wide gap: what a line must hold to be looked at
GATE = re.compile(
    r"[。；：！？）”》 \u3000\xa0\t\u2002\d]"
    r"(?:(?<=[。；：！？）”》 \u3000\xa0])"
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三]|第[一二三]|[0-9]{1,2}[.．、]|—)"
    r"|(?<=[ \t\u3000\xa0\u2002])[ \t\u3000\xa0\u2002]|(?<=\d)日)"
)
# what a short line of the head holds that falls apart: a number, or a date and its note
HEAD_GATE = re.compile(r"^各|〔(?:19|20)\d\d〕|\d日|[（(]此件")
# 一、 （一） 第一章 after the end of a sentence; 附件：1. stays
LABELLED = re.compile(rf"(?<=[{ENDS}])(?<!附件：){SPACE}*(?={LABEL})")
# 一、总体要求（一）指导思想: a heading without end mark, then the first label below it
FIRST = re.compile(rf"(?<={HAN}){SPACE}*(?=（一）{HAN}{{2,24}}[。：，])")
# 第二章 组成人员职责第四条 市政府: a label with a blank behind it
BESIDE_ARTICLE = re.compile(rf"(?<=[\u4e00-\u9fff）”]){SPACE}*(?={ARTICLE}{SPACE})")
# 空间。 第四条 地下: sure in a line of any length
STOP_AND_BLANK = re.compile(f"。{SPACE}")  # what SURE_ARTICLE always has, found fast
SURE_ARTICLE = re.compile(rf"(?<=。){SPACE}+(?={ARTICLE}{SPACE})")
# 第一章 总则|第一条 为规范: a chapter and its first article on one line
FIRST_ARTICLE = re.compile(
    rf"{SPACE}*第{NUMERAL}章{SPACE}+[^\s，。；：]{{2,30}}(?P<at>{SPACE}+)(?={ARTICLE}{SPACE})"
)
# 第一章　总则|第一条　为规范: a chapter's heading and its first article, in a line of any length
CHAPTER_AND_ARTICLE = re.compile(
    rf"{SPACE}*第{NUMERAL}章{SPACE}*[\u4e00-\u9fff、]{{2,24}}(?P<at>{SPACE}*)(?={ARTICLE}{SPACE})"
)
GAP = re.compile(r"[ \t]?[\u3000\xa0\u2002\u2003]{2,}[ \t]?|[ \t]{3,}")
BLANKS = re.compile(f"{SPACE}+")
BEHIND_LABEL = re.compile(rf"(?:{ARTICLE}|{NUMERAL}、|（{NUMERAL}）|[0-9]\.|[：:])$")

# 特此通告。 市人社局
STOPPED = re.compile(rf"(?<=[。：]){SPACE}+(?=[\u4e00-\u9fff“《（])")
LABELLED_HERE = re.compile(
    rf"{SPACE}*(?:{NUMERAL}、|（{NUMERAL}）|(?P<chapter>第{NUMERAL}[章节])){SPACE}*"
)
# 一、业务办理安排 |用人单位…: a blank where the line end was
HEADED = re.compile(rf"[\u4e00-\u9fff、“”]{{3,40}}(?P<at>{SPACE}+)(?=[\u4e00-\u9fff“《])")
# 二、进一步形成开放环境|（二）统筹规划布局。
ABOVE_SECTION = re.compile(
    rf"[\u4e00-\u9fff、“”]{{4,40}}(?P<at>{SPACE}*)(?=（{NUMERAL}）{HAN}{{2,24}}[。：，])"
)
SENTENCE = re.compile("[^。；：]{0,300}")
MIN_GLUED_SENTENCE_CHARS = 37
QUOTED = re.compile(r"《(?P<title>[^《》\n]{6,80})》")
MIN_STOPPED_SHARE = 0.3
MIN_VERB_HEADINGS = 2
# 一、 and 二、 are of one class
NUMBERS = re.compile(rf"{NUMERAL}|{SPACE}")


def find(chars: str) -> list[Change]:
    """Give the places at which one long line falls into paragraphs.

    >>> [c.start for c in find("为贯彻落实。" * 60 + "一、总体要求。" + "二、重点任务。")]
    [360, 367]
    >>> [c.start for c in find("国务院办公厅关于印发改革方案的通知国办发〔2020〕13号\\n各省")]
    [17]
    >>> [c.start for c in find("第一章　总则　　第一条 为规范管理，制定本办法。")]
    [6]
    """
    changes: list[Change] = []
    start = 0
    whole = "\n" not in chars.strip()
    sure = STOP_AND_BLANK.search(chars) is not None
    for line in chars.split("\n"):
        spans: Sequence[tuple[int, int]] = ()
        if (whole or len(line) >= MIN_GLUED_CHARS) and GATE.search(line):
            spans = _boundaries(line, chars, whole=whole)
        elif start < HEAD_CHARS and HEAD_GATE.search(line):
            spans = _head(line)
        if sure and not spans:
            spans = [m.span() for m in SURE_ARTICLE.finditer(line)]
        if not spans and (m := CHAPTER_AND_ARTICLE.match(line)):
            spans = [m.span("at")]
        if not spans and (m := FIRST_ARTICLE.match(line)):
            spans = [m.span("at")]
        changes += [Change(s + start, e + start, "\n", SPLIT) for s, e in spans]
        start += len(line) + 1
    return changes


def _boundaries(line: str, chars: str, *, whole: bool) -> list[tuple[int, int]]:
    """Give the spans that a line end replaces; one boundary alone is no evidence."""
    found = [m.span() for m in LABELLED.finditer(line)]
    found += [m.span() for m in GAP.finditer(line) if not _behind_label(line, m.start())]
    found += _disjoint(line, gluednotice.parts(line))
    if whole:
        found += _stopped(line)
    if len(found) < 2:
        return []
    for pattern in (FIRST, BESIDE_ARTICLE):
        found += [m.span() for m in pattern.finditer(line)]
    found += gluednotice.seams(line, chars)
    found += [*gluedlists.seams(line), *gluedboxes.seams(line), *gluedpersons.seams(line)]
    found += gluedcontents.seams(line)
    found += _behind_titles(line, found)
    found += _behind_headings(line, found)
    return _disjoint(line, found)


def _head(line: str) -> list[tuple[int, int]]:
    """Give the boundaries of a short line in the head: a title and its number, or several.

    Only its first sentence can hold addressees: 依据：《甲法》。根据：《乙法》 stays.
    """
    stop = line.find("。")
    first = len(line) if stop < 0 else stop
    found = [(a, b) for a, b in gluednotice.parts(line) if a < first or line[a - 1] not in "：:"]
    spans = _disjoint(line, found)
    return spans if len(spans) > 1 or gluednotice.sure(line) else []


def _stopped(line: str) -> list[tuple[int, int]]:
    """Give the blanks behind 。 where these are what is left of the line ends."""
    found = [m.span() for m in STOPPED.finditer(line)]
    return found if len(found) >= MIN_STOPPED_SHARE * len(BLANKS.findall(line)) else []


def _behind_titles(line: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the end of a quoted title that begins a paragraph: 《办法》… |办法|为加强…."""
    titles = {m["title"] for m in QUOTED.finditer(line, 0, HEAD_CHARS)}
    for _, at in found:
        for title in titles:
            if line.startswith(title, at) and not line.startswith("》", at + len(title)):
                yield at + len(title), at + len(title)


def _behind_headings(line: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the ends of headings that a label opens and no mark closes.

    第一节 always has one.  Where only verbs tell the ends behind 一、, most must have one.
    """
    places = sorted({(0, 0), *found})
    by_verbs: dict[str, list[int | None]] = {}
    for (_, at), (stop, _) in pairwise((*places, (len(line), len(line)))):
        label = LABELLED_HERE.match(line, at, stop)
        if label is None:
            continue
        begin = label.end()
        m = HEADED.match(line, begin, stop) or ABOVE_SECTION.match(line, begin, stop)
        if m:
            yield m.span("at")
            continue
        sentence = SENTENCE.match(line, begin, stop)
        shortest = 0 if label["chapter"] else MIN_GLUED_SENTENCE_CHARS  # 第一节 has no sentence
        if sentence is None or len(sentence[0]) < shortest:
            continue
        end = glued_heading_end(line, begin, sentence.end())
        by_verb = verb_heading_end(line, begin, sentence.end())
        if end is None and label["chapter"]:
            end = by_verb
        if end is not None:
            yield end, end
        else:
            by_verbs.setdefault(NUMBERS.sub("", label[0]), []).append(by_verb)
    for ends in by_verbs.values():
        told = [end for end in ends if end is not None]
        if len(told) >= MIN_VERB_HEADINGS and 2 * len(told) >= len(ends):
            yield from ((end, end) for end in told)


def _disjoint(line: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if start > 0 and end < len(line) and (not spans or start > spans[-1][1]):
            spans.append((start, end))
    return spans


def _behind_label(line: str, at: int) -> bool:
    return BEHIND_LABEL.search(line[max(0, at - 8) : at]) is not None
