"""Own text of a provision -> its heading and the rest.

A heading stands on its own line, runs up to the first 。, stands before a colon or a blank, or
is glued to its text, where the table of contents or its own words tell where it ends.
"""

import re
from collections.abc import Sequence

from builder.lexicon.glued_headings import glued_heading_end
from builder.model.span import Span
from builder.structure.lines import stripped
from builder.structure.tree import Node

__all__ = ["after_blank", "by_start", "is_all", "own_heading"]

MAX_HEADING_CHARS = 60
MAX_HEADING_WITH_COMMA_CHARS = 36
MAX_COLON_HEADING_CHARS = 12
MAX_LONE_HEADING_CHARS = 36
MIN_LISTED_CHARS = 3
# 应当, 适用于; not 供应, 适应, 应急, 应用, 先进适用
MODAL = re.compile(
    r"(?<![供适反响对相效感呼顺])应(?![急用对变届])当?|不得|禁止|必须|可以|不超过|负责|是指"
    r"|(?<!先进)适用|施行|解释"
)
# nothing, one bracket, or a list: （责任单位：省公安厅、省财政厅（牵头））, 责任单位：市教育局
_BRACKET = r"[（(](?:[^（()）]|[（(][^（()）]*[）)])*[）)][。；]?"
_LINE = (
    r"(?:主要|具体|市级|县级)?(?:牵头|责任|配合|负责|完成|分管|部门|协[办作同助]|参[与加]|承办|支持)"
    r"[\u4e00-\u9fff]{2,4}[：:][^。\n]{2,240}。?"
)
_WHO = r"[\u4e00-\u9fff（）]{1,16}?[局委厅部办院会行社司府队站位门]"
_DOES = r"(?:按(?:照)?(?:职责|职能)分工)?(?:牵头|负责|配合|参与|落实){1,2}"
_SERIES = rf"{_WHO}(?:、{_WHO})*等?(?:部门|单位)?{_DOES}"
_SENTENCE = rf"由?{_SERIES}(?:，{_SERIES})*。"  # 由市教育局牵头，市财政局配合。
LIST_ALONE = re.compile(rf"\s*(?:{_BRACKET}|{_LINE}(?:\s+{_LINE})*|{_SENTENCE})?\s*\Z")
# 对首次升规的企业，给予奖励10万元; 单位转制为企业，要依法登记: a sentence, also where it is short
BEGINS_SENTENCE = re.compile(
    r"(?:对|凡|经|按照?|自(?!主)|到\d|各|在)[^，]*，"
    r"|[^，]{2,20}(?:(?<![重主需纲必首摘])要(?![求素点件闻])|(?<![供适反响对相效感呼顺])应(?![急用对变届])|须)"
    r"[^，]*，"
    r"|[^，]{4,30}，(?:要(?![求素点件闻])|应(?![急用对变届])|须|不得)"
)
# 春节：2月4日至10日放假; not 本规则所称事项是：, 有下列情形之一的：
COLON_HEADING = re.compile(r"[^，。；：:、\n]+(?<![是为有括即指的下])(?=[：:])")
AT_BLANK = re.compile(
    r"(?P<heading>[\u4e00-\u9fff“”、（）\d—·]{3,40}[\u4e00-\u9fff”）])[ \t\u3000\xa0]+"
    r"(?=[\u4e00-\u9fff“《（\d][^\n]{7})"
)
BLANK = re.compile(r"[\s\u3000]*")
CELL = re.compile(r"[\s|]*(?P<cell>[^|\n]*[^|\n\s])[ \t]*")
SPACED_CELL = re.compile(r"[ \t\u3000]*(?P<cell>[^|\s]+)")
# 第一条【宗旨】, 第二条（适用范围）本办法…
IN_BRACKETS = re.compile(
    r"[【\[](?P<heading>[^】\]\n]{1,30})[】\]]|[（(](?P<word>[\u4e00-\u9fff、]{2,14})[）)](?=[^\n。])"
)
# 强化科技创新（区科技局牵头）: who does it is not the name of it
WHO_BEHIND = re.compile(
    r"[（(](?:[^（()）]{2,160}(?:牵头|配合|负责|落实)"
    r"|(?:责任|牵头|配合|负责)(?:单位|部门)[：:][^（()）]{2,160})[）)]$"
)
# 第五条 鼓励重大项目落户。世界500强企业…
FEW_WORDS = re.compile(r"(?P<heading>(?!本|为|根据)[^，。；：、\n]{4,16})。(?=[^\n])")


def own_heading(
    chars: str, node: Node, own: Span, starts: dict[str, list[str]], *, leaf: bool, rules: bool
) -> tuple[Span | None, Span]:
    """Split the own text of a node into heading and the rest, as its kind has it."""
    if node.kind == "row":
        return _task_cell(chars, own, node.label.skip)
    if node.label.kind == "group":
        return _task_cell(chars, own, 0)
    if rules or IN_BRACKETS.match(chars, own.start, own.end):
        return _article_heading(chars, own)
    listed = _listed_heading(chars, own, starts)
    if listed is not None:
        return listed
    heading, rest = _heading(chars, own, leaf=leaf)
    if heading is None or "，" in heading.of(chars):
        glued = _glued_heading(chars, own)
        if glued[0] is not None:
            return glued
    if heading is None or LIST_ALONE.match(chars, rest.start, rest.end):
        parted = _heading_at_blank(chars, own)
        return parted if parted[0] else (heading, rest)
    return heading, rest


def is_all(chars: str, heading: Span, rest: Span) -> bool:
    """Say whether a heading that ends as a sentence, or has a list below, is all a leaf says."""
    ends = (
        chars.startswith(("。", "（", "("), heading.end)
        or not chars[rest.start : rest.end].isspace()
    )
    return ends and LIST_ALONE.match(chars, rest.start, rest.end) is not None


def after_blank(chars: str, own: Span) -> int:
    """Where the text begins after a label, also where the label has its own line."""
    m = BLANK.match(chars, own.start, own.end)
    return m.end() if m else own.start


def _heading_at_blank(chars: str, own: Span) -> tuple[Span | None, Span]:
    """A heading that a blank parts from its text, where copies lost the line break.

    （一）支持社区建设托育机构 将托育服务设施纳入社区服务体系建设，…
    """
    m = AT_BLANK.match(chars, own.start, own.end)
    if m is None or not _is_heading(m["heading"]):
        return None, own
    return Span(*m.span("heading")), Span(m.end("heading"), own.end)


def _glued_heading(chars: str, own: Span) -> tuple[Span | None, Span]:
    """A heading without end mark: its last words begin the text, or it is a known heading.

    一、进一步重视老年人体育工作|老年人体育工作是…; 一、总体要求|以习近平…
    """
    end = glued_heading_end(chars, own.start, own.end)
    return (None, own) if end is None else (Span(own.start, end), Span(end, own.end))


def _task_cell(chars: str, own: Span, skip: int) -> tuple[Span | None, Span]:
    """The first cell of a row after its number, or after those to skip, names the task."""
    for _ in range(skip):
        m = CELL.match(chars, own.start, own.end)
        own = Span(m.end(), own.end) if m else own
    line = chars[own.start : own.end].partition("\n")[0]
    spaced = "|" not in line and len(line.split()) > 1
    m = (SPACED_CELL if spaced else CELL).match(chars, own.start, own.end)
    if m is None or len(m["cell"]) > MAX_HEADING_CHARS:
        return None, own
    cell = m["cell"].rstrip("。；;")
    return Span(m.start("cell"), m.start("cell") + len(cell)), Span(m.end(), own.end)


def _article_heading(chars: str, own: Span) -> tuple[Span | None, Span]:
    """Articles have headings in brackets (第一条【宗旨】), or a few words before the first 。."""
    m = IN_BRACKETS.match(chars, own.start, own.end)
    if m:
        return Span(*m.span("heading" if m["heading"] else "word")), Span(m.end(), own.end)
    m = FEW_WORDS.match(chars, own.start, own.end)
    if m and not MODAL.search(m["heading"]):
        return Span(*m.span("heading")), Span(m.end(), own.end)
    return None, own


def by_start(listed: Sequence[str]) -> dict[str, list[str]]:
    """Index headings by their first characters, longest first."""
    starts: dict[str, list[str]] = {}
    for heading in sorted(set(listed), key=len, reverse=True):
        starts.setdefault(heading[:MIN_LISTED_CHARS], []).append(heading)
    return starts


def _listed_heading(
    chars: str, own: Span, starts: dict[str, list[str]]
) -> tuple[Span, Span] | None:
    """Split at the end of a heading that the table of contents has."""
    if not starts:
        return None
    at = stripped(chars, own).start
    for heading in starts.get(chars[at : at + MIN_LISTED_CHARS], ()):
        if chars.startswith(heading, at) and at + len(heading) <= own.end:
            end = at + len(heading)
            return Span(at, end), Span(end, own.end)
    return None


def _heading(chars: str, own: Span, *, leaf: bool) -> tuple[Span | None, Span]:
    """Split the own text into heading and the rest.

    A heading is its own line, or runs up to the first 。; what is too long for a heading, or
    is one sentence in clauses, is text.
    """
    line_end = chars.find("\n", own.start, own.end)
    line_end = own.end if line_end < 0 else line_end
    line = stripped(chars, Span(own.start, line_end))
    if line.start == line.end:
        return None, own
    stop = chars.find("。", line.start, line.end)
    head = stripped(chars, Span(line.start, line.end if stop < 0 else stop))
    surface = head.of(chars)
    if stop < 0 and surface[-1] in "；;，,":
        return _colon_heading(chars, own, line)
    rest = Span(line.end if stop < 0 else stop + 1, own.end)
    who = WHO_BEHIND.search(surface)
    if who and who.start():
        rest = Span(head.start + who.start(), own.end)
        head = stripped(chars, Span(head.start, rest.start))
        surface = head.of(chars)
    alone = leaf and stop >= 0 and LIST_ALONE.match(chars, rest.start, rest.end) is not None
    if stop >= 0 and BEGINS_SENTENCE.match(surface):
        return _colon_heading(chars, own, line)
    if _is_heading(surface) and not (alone and _is_sentence(surface)):
        return head, rest
    return _colon_heading(chars, own, line)


def _is_sentence(surface: str) -> bool:
    """Say whether a provision of one sentence says something, and is not named by it.

    A comma makes a sentence, but for a saying in even clauses: 因地制宜，分类施策.
    """
    clauses = {len(clause) for clause in surface.split("，")}
    return (
        len(surface) > MAX_LONE_HEADING_CHARS
        or ("，" in surface and len(clauses) > 1)
        or MODAL.search(surface) is not None
    )


def _is_heading(surface: str) -> bool:
    if not surface or len(surface) > MAX_HEADING_CHARS:
        return False
    if any(char in surface for char in "；;：:？"):
        return False
    commas = surface.count("，") + surface.count(",")
    return commas == 0 or len(surface) <= MAX_HEADING_WITH_COMMA_CHARS


def _colon_heading(chars: str, own: Span, line: Span) -> tuple[Span | None, Span]:
    """A short name before a colon is a heading too: 春节：2月4日至10日放假."""
    m = COLON_HEADING.match(chars, line.start, line.end)
    if m and m.end() - m.start() <= MAX_COLON_HEADING_CHARS:
        return Span(m.start(), m.end()), Span(m.end() + 1, own.end)
    return None, own
