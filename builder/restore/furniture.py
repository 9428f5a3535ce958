"""Page furniture taken out, and what it tells about the document kept as metadata.

Damage: the text was copied with its web page or printed sheet: navigation, 浏览次数, 责编,
page numbers, database headers.  Labelled lines count only near the head or the tail of
the page; whole-line furniture counts anywhere.  Left alone: 联系电话, 联系人, 抄送, and any
labelled line amid the body.
"""

import re
from functools import lru_cache
from itertools import zip_longest

from builder.lexicon import headings
from builder.lexicon.furniture import cells, key_of, labels, line_pattern
from builder.model.draft import Change

__all__ = ["find", "told"]

HEAD_LINES = 30
TAIL_LINES = 30
MAX_LINE_CHARS = 400
BLANKS = " \t\u3000\xa0\u2002\u2003"
# 2026-02-26 18:57:40  来源：湖南省人民政府网 | 编辑：…
SEPARATORS = BLANKS + "|｜/"
# 湖南省人民政府网站   2024-12-06 11:51:09
DATELINE = re.compile(
    r"(?:[•●][ \t\u3000\xa0]*)?(?P<source>[\u4e00-\u9fff·（）()]{2,30})?[ \t\u3000\xa0]*"
    r"(?P<published>(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?)"
)
# 《…方案》(全文): the page's own title
PAGE_TITLE = re.compile(
    r"《(?P<title>[^\n]{4,100})》[（(](?:全文|附全文|附图|图文|附政策解读)[）)]"
)
# 11371500MB28359259/2020-4403973: an index number without its label
RECORD = re.compile(r"[0-9A-Z]{8,24}[/-][0-9A-Z-]{4,24}")
# 时间:2016年09月06日    来源:宣传统战部    点击:
TIME_LINE = re.compile(
    r"(?:时间|日期)[ \t]*[：:][ \t]*(?:19|20)\d\d[-/.年]\d{1,2}"
    r"[^。\n]*(?:来源|作者|编辑|点击|浏览|阅读)"
)
# 原文如下： closes what a news page says before the document
# 首页 > 政务公开, 当前位置：首页>法定主动公开内容: what stands above it is the site's
PATH = re.compile(r"首页\s*(?:-?>|»|＞)|位置[：:].*[^-](?:>|»|＞)")
MAX_SITE_LINES = 8
MAX_SITE_CHARS = 40
LEAD_END = re.compile(
    r"(?:以下(?:为|是)|附)?(?:(?:政策|文件|通知|方案)?(?:原文|全文)(?:内容)?如下|(?:政策|文件|通知)原文)[:：]?"
)
# 近日，山西省人民政府办公厅印发《…》，全文如下：, where the document's title follows
NEWS_END = re.compile(
    r"[^\n]{0,40}(?:近日|日前|记者|获悉|[报网]讯)[^\n]{2,200}(?:全文|原文|内容|文件)(?:内容)?如下[：:]"
)
MAX_LEAD_LINES = 20
# 谯城区人民政府办公室关于印发重点工作任务分解表的通知, the whole of a line or a cell
WHOLE_TITLE = re.compile(
    r"^[\u4e00-\u9fff·（）()、 ]{2,60}关于[^\n|]{4,120}"
    r"(?:通知|意见|决定|办法|方案|批复|函|公告|通告|规划|计划)$",
    re.MULTILINE,
)
MAX_TITLE_AT = 600
# 鲁政发〔2014〕20号《…实施意见》: number and title as a database heads its page
HEADLINE = re.compile(
    r"[\u4e00-\u9fff]{2,12}[〔\[（(]?(?:19|20)\d\d[〕\]）)]?\d{1,4}号[ \t\u3000：:]*"
    r"(?:(?<=[：:])|(?=《))(?P<mark>《)?(?P<title>[^\n]{4,100})(?(mark)》)"
)
# …专项规划 发布时间：2022-04-15 17：12, behind a title on its line
DATED_TAIL = re.compile(
    rf"[{BLANKS}](?<=[\u4e00-\u9fff》）)].)[{BLANKS}]*"
    r"(?:发布|更新|发表)(?:时间|日期)[：:][^。\n]{0,60}$"
)
MAX_VALUE_CHARS = 60
# 索引号 014437529 主题分类 城乡建设: a table without colons has so many labels, or more
MIN_CELLS = 3
MAX_CELL_LINE_CHARS = 200
# what stands under a label: a short line, perhaps a code (HCSD01-2023-0006)
VALUE = re.compile(
    rf"[{BLANKS}\n]*(?P<value>(?P<code>[0-9A-Za-z/-]{{4,40}}(?=[{BLANKS}]*\n))?"
    rf"[^\n]{{0,{MAX_VALUE_CHARS}}}(?<![{BLANKS}。\n]))[{BLANKS}]*(?:\n[{BLANKS}\n]*|$)"
)
REASON = "page furniture"


def find(chars: str) -> list[Change]:
    """Give the lines to take out.

    >>> [chars_ for chars_ in map(len, [find("发布时间：2023-06-15\\n各县区人民政府：")])]
    [1]
    """
    found = _lines(chars)
    kept = _only_title(chars, found)
    changes = []
    for start, end, kind in found:
        cuts = [(start, end)]
        if kept and start <= kept[0] < end:
            stop = end - 1 if chars[end - 1] == "\n" else end
            cuts = [(start, kept[0]), (kept[1], stop)]
        changes += [Change(a, b, "", f"{REASON}: {kind}") for a, b in cuts if a < b]
    return changes


def _only_title(chars: str, found: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Give where the page's table names the document, if its title stands nowhere else.

    >>> chars = "标题: | 谯城区人民政府关于印发工作要点的通知 | |\\n各乡镇人民政府:\\n印发要点。"
    >>> chars[slice(*_only_title(chars, _lines(chars)))]
    '谯城区人民政府关于印发工作要点的通知'
    """
    rest = chars
    for start, end, _ in reversed(found):
        rest = rest[:start] + rest[end:]
    if WHOLE_TITLE.search(rest[:MAX_TITLE_AT]):
        return None
    for start, end, kind in found:
        values = _values(chars, start, end, labels()) if kind == "label" else []
        for key, value, at, stop in values:
            if key == "title" and WHOLE_TITLE.fullmatch(value) and value not in rest:
                return at, stop
    return None


def told(chars: str) -> list[tuple[str, str, int, int]]:
    """Give (key, value, start, end) of what the furniture says about the document.

    >>> told("浏览次数:信息来源: 市发改委发布时间:2023-06-15 15:18\\n字号: 下载")
    [('source', '市发改委', 11, 15), ('published', '2023-06-15 15:18', 20, 36)]
    """
    facts: list[tuple[str, str, int, int]] = []
    for start, end, kind in _lines(chars):
        if kind in ("dateline", "dated labels"):
            m = DATELINE.search(chars, start, end)
            if m:
                facts += [(k, v, *m.span(k)) for k, v in m.groupdict().items() if v]
        if kind == "index number":
            facts += [
                ("index_number", m.group(), *m.span()) for m in RECORD.finditer(chars, start, end)
            ]
        if kind in ("label", "dated labels", "tail"):
            facts += _values(chars, start, end, labels())
        elif kind == "table":
            facts += _values(chars, start, end, cells())
    return facts


@lru_cache(maxsize=1)
def _lines(chars: str) -> list[tuple[int, int, str]]:
    """Give (start, end, kind) of furniture lines; the range takes the line end with it."""
    spans: list[tuple[int, int, str]] = []
    lines = chars.split("\n")
    lead = _lead_lines(lines)
    table = _table_lines(lines)
    site = _site_lines(lines)
    start = 0
    for number, line in enumerate(lines):
        end = start + len(line)
        near = number < HEAD_LINES or number >= len(lines) - TAIL_LINES
        kind = _kind(line.strip(BLANKS), near, chars) if len(line) <= MAX_LINE_CHARS else ""
        kind = kind or ("lead" if number < lead else "table" if number in table else "")
        kind = kind or ("site" if number in site else "")
        if kind:
            spans.append((start, end, kind))
        elif number < HEAD_LINES and (m := DATED_TAIL.search(line)):
            spans.append((start + m.start(), end, "tail"))
        start = end + 1
    return _with_line_ends(chars, _with_values(chars, spans))


def _with_values(chars: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Take with a label that stands alone on its line the short line before the next label."""
    taken: list[tuple[int, int, str]] = []
    for (start, end, kind), following in zip(spans, [*spans[1:], None], strict=False):
        ends = following is not None and following[2] in ("label", "index number")
        between = chars[end : following[0]] if following and ends else ""
        alone = kind == "label" and labels().fullmatch(chars[start:end].strip(BLANKS))
        value = VALUE.match(between) if alone else None
        if value and (value.end() == len(between) or value["code"]):
            end += value.end("value")
        taken.append((start, end, kind))
    return taken


def _lead_lines(lines: list[str]) -> int:
    """Give how many lines a news page puts before the document, with 原文如下 itself.

    >>> _lead_lines(["某报讯", "近日，某市印发《方案》，全文如下：", "某市关于印发方案的通知"])
    2
    """
    head = [line.strip(BLANKS) for line in lines[:MAX_LEAD_LINES]]
    for n, line in enumerate(head):
        told = NEWS_END.fullmatch(line) and any(map(headings.ends_title, head[n + 1 : n + 7]))
        if LEAD_END.fullmatch(line) or told:
            return n + 1
    return 0


def _site_lines(lines: list[str]) -> set[int]:
    """Give the lines above the page's path that name the site or its keeper.

    >>> _site_lines(["内蒙古自治区人民政府 乌海市人民政府", "首页> 政务公开 > 规划信息"])
    {0}
    """
    head = [line.strip(BLANKS) for line in lines[:MAX_SITE_LINES]]
    path = next((n for n, line in enumerate(head) if PATH.search(line)), 0)
    titled = (n for n, line in enumerate(head[:path]) if headings.ends_title(line))
    above = head[: next(titled, path)]
    return {n for n, line in enumerate(above) if line and len(line) <= MAX_SITE_CHARS}


def _table_lines(lines: list[str]) -> set[int]:
    """Give the head lines of a page table that prints no colons.

    >>> _table_lines(["索引号 0144 主题分类 城乡建设", "文号 靖政发〔2018〕53号", "各镇人民政府："])
    {0, 1}
    """
    found: set[int] = set()
    labelled = 0
    for number, line in enumerate(lines[:HEAD_LINES]):
        line = line.strip(BLANKS)
        if len(line) <= MAX_CELL_LINE_CHARS and "。" not in line and cells().match(line):
            found.add(number)
            labelled += len(cells().findall(line))
    return found if labelled >= MIN_CELLS else set()


def _kind(line: str, near: bool, chars: str) -> str:
    if not line:
        return ""
    if line_pattern(near=near).fullmatch(line.lstrip(f"•●{BLANKS}")):
        return "line"
    if not near:
        return ""
    if labels().match(line) or TIME_LINE.match(line):
        return "label"
    if line[0].isascii() and RECORD.fullmatch(line):
        return "index number"
    dated = DATELINE.match(line) if "20" in line or "19" in line else None
    if dated and dated.end() == len(line):
        return "dateline"
    if dated and labels().match(line[dated.end() :].lstrip(SEPARATORS)):
        return "dated labels"
    title = PAGE_TITLE.fullmatch(line) if line[0] == "《" else None
    if title is None and "号" in line:
        title = HEADLINE.fullmatch(line)
    if title and _comes_twice(title.group("title"), chars):
        return "page title"
    return ""


def _comes_twice(title: str, chars: str) -> bool:
    """Say whether a title stands in the text again, there perhaps on several lines."""
    return chars.count(title) > 1 or "".join(chars.split()).count("".join(title.split())) > 1


def _with_line_ends(chars: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Take with each line its line end; the last line takes the one before it, if still there."""
    taken: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        if kind == "tail":
            taken.append((start, end, kind))
        elif end < len(chars):
            taken.append((start, end + 1, kind))
        else:
            free = start and not (taken and taken[-1][1] == start)
            taken.append((start - 1 if free else start, end, kind))
    return taken


def _values(
    chars: str, start: int, end: int, words: re.Pattern[str]
) -> list[tuple[str, str, int, int]]:
    found = list(words.finditer(chars, start, end))
    facts = []
    for m, following in zip_longest(found, found[1:]):
        stop = following.start() if following else end
        raw = chars[m.end() : stop]
        value = raw.strip(SEPARATORS + "\n【】[]")
        key = key_of(m.group("word"))
        if key and value:
            at = m.end() + raw.index(value)
            facts.append((key, value, at, at + len(value)))
    return facts
