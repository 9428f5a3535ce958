"""Stretch of text -> sentences of clauses, as a reader who minds brackets would split it.

Commas inside brackets, quotation marks and book-title marks separate nothing:
``（含技工院校）``, ``“增品种、提品质、创品牌”``.  ``、`` never separates clauses.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from builder.model.span import Span

__all__ = ["Clause", "mask", "sentences"]

MAX_ENCLOSED_CHARS = 300
_INNER = r"[^（）()“”‘’《》〈〉「」\[\]\n]"
_CLOSED = r"[）)”’》〉」\]]"
# （含技工院校）; “留改拆”; 《国家新型城镇化规划（2021—2035年）》
_ENCLOSED = re.compile(
    rf"[（(“‘《〈「\[](?:{_INNER}{{0,{MAX_ENCLOSED_CHARS}}}{_CLOSED}"
    rf"|(?:{_INNER}|[（(“‘《〈]{_INNER}{{0,80}}[）)”’》〉]){{0,{MAX_ENCLOSED_CHARS}}}{_CLOSED})"
)
_HIDE = str.maketrans("，,。；;：:！？!?、", "■" * 12)
# 1,200个
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
# cells of a table line are parted by bars
_SENTENCE = re.compile(r"[^。；;！？!?\n|]+[。；;！？!?|]?")
_CLAUSE = re.compile(r"[^，,：]+[，,：]?")
# 的工作机制, 的领导小组: what closes a run of attributes that commas part
_HEAD = re.compile(
    r"的[^，。；！？的\n]{0,10}?(?:机制|体系|体制|格局|模式|制度|局面|氛围|环境|网络|队伍|市场|平台|共同体"
    r"|小组|专班|指挥部|联席会议|工作组)"
)
# 建立权责清晰，运转高效，保障有力|的; 成立由市长任组长，部门负责人为成员|的
_ATTRIBUTES = re.compile(
    r"(?:建立|构建|形成|健全|完善|打造|营造|建设|培育)(?P<run>[^，。；、]{4}(?:，[^，。；、]{4}){1,5})$"
    r"|(?:成立|组建|建立|设立|组成|健全)(?P<body>由[^。；！？\n]{4,90})$"
)
MAX_ATTRIBUTES_CHARS = 100
_EDGE = frozenset(" \t　，,。；;！？!?：|\n")


class Clause(NamedTuple):
    """A stretch between two commas, without them; ``stop`` is the mark that closes it.

    A document has thousands: a named tuple is made in half the time of a frozen object.
    """

    span: Span
    stop: str


def sentences(
    chars: str, span: Span, *, skip: Sequence[Span] = ()
) -> tuple[tuple[Clause, ...], ...]:
    """Give the sentences of a stretch as tuples of clauses, leaving out skipped spans.

    >>> chars = "推动企业（含院校，等）参与，鼓励聘用。完善制度。"
    >>> [[c.span.of(chars) for c in s] for s in sentences(chars, Span(0, len(chars)))]
    [['推动企业（含院校，等）参与', '鼓励聘用'], ['完善制度']]
    """
    masked = mask(_blank(chars, span, skip))
    found = []
    for m in _SENTENCE.finditer(masked):
        clauses = _clauses(chars, masked, m, span.start)
        if clauses:
            found.append(tuple(clauses))
    return tuple(found)


def mask(chars: str) -> str:
    """Give the text with separators inside brackets and quotation marks made inert.

    >>> mask("推进（甲，乙）改造，完善")
    '推进（甲■乙）改造，完善'
    """
    hidden = _ENCLOSED.sub(lambda m: m[0].translate(_HIDE), chars)
    hidden = _THOUSANDS.sub("■", hidden) if "," in hidden else hidden
    return _with_attributes_whole(hidden)


def _with_attributes_whole(masked: str) -> str:
    """Make the commas inert that part attributes of one noun.

    >>> _with_attributes_whole("建立权责清晰，运转高效，保障有力的机制，加强考核")
    '建立权责清晰■运转高效■保障有力的机制，加强考核'
    >>> _with_attributes_whole("成立由市长任组长，部门负责人为成员的领导小组，加强考核")
    '成立由市长任组长■部门负责人为成员的领导小组，加强考核'
    """
    pieces: list[str] = []
    at = 0
    for m in _HEAD.finditer(masked):
        low = max(at, m.start() - MAX_ATTRIBUTES_CHARS)
        if masked.find("，", low, m.start()) < 0:
            continue
        run = _ATTRIBUTES.search(masked, low, m.start())
        if run:
            start = run.start(run.lastgroup or 0)
            pieces += (masked[at:start], masked[start : m.start()].replace("，", "■"))
            at = m.start()
    return "".join((*pieces, masked[at:])) if pieces else masked


def _blank(chars: str, span: Span, skip: Sequence[Span]) -> str:
    """Give the stretch with skipped spans as line ends, so that nothing reaches across."""
    if not skip:
        return span.of(chars)
    pieces: list[str] = []
    at = span.start
    for hole in sorted(skip):
        start, end = max(hole.start, at), min(hole.end, span.end)
        if start < end:
            pieces += (chars[at:start], "\n" * (end - start))
            at = end
    return "".join((*pieces, chars[at : span.end]))


def _clauses(chars: str, masked: str, sentence: re.Match[str], base: int) -> list[Clause]:
    clauses = []
    for m in _CLAUSE.finditer(masked, *sentence.span()):
        left, right = m.span()
        left, last = left + base, right + base
        right = last
        while left < right and chars[right - 1] in _EDGE:
            right -= 1
        while left < right and chars[left] in _EDGE:
            left += 1
        if left < right:
            clauses.append(Clause(Span(left, right), chars[right] if right < last else ""))
    return clauses
