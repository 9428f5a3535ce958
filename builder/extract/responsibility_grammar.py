"""Characters of one list of responsible bodies -> parts with a role, names, time limit, notes.

A list is what stands in brackets behind a task (``（A牵头，B、C按职责分工负责）``), behind a
label (``责任单位：A、B``) or on a line of its own.  It is hard because names hold the signs
that part them (``各市州、县市区人民政府``, ``县（市、区）``), verbs stand behind a series and
labels before it, and notes about other lists (下同) stand inside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from builder.extract.responsibility_times import DEADLINE, LAST_DEADLINE
from builder.lexicon.agencies import joined_forms
from builder.lexicon.alternatives import any_of
from builder.lexicon.tables import toml
from builder.model.record import AgencyRole
from builder.model.span import Span

__all__ = [
    "NO_BODIES",
    "NO_COLON",
    "Name",
    "Note",
    "Part",
    "PartRole",
    "Reading",
    "labels",
    "names_of",
    "note_patterns",
    "read",
    "verbs_end",
]

PartRole = Literal["lead", "support", "responsible", "deadline", "person", "scope"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a list as written; ``role`` where a mark behind the name gives it."""

    surface: str
    span: Span
    role: AgencyRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a list with one role; ``printed`` is the mark that gives it."""

    role: PartRole
    printed: str
    span: Span
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a list says of other lists, by the id of its row in ``responsibility.toml``."""

    id: str
    span: Span
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one list says."""

    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


def read(chars: str, span: Span) -> Reading:
    """Read the list that a span holds; spans inside are those of the whole text.

    >>> words = "市发改委牵头，市教育局、市财政局按职责分工负责"
    >>> for part in read(words, Span(0, len(words))).parts:
    ...     print(part.role, part.printed, [name.surface for name in part.names])
    lead 牵头 ['市发改委']
    responsible 按职责分工负责 ['市教育局', '市财政局']
    """
    notes = tuple(_notes(chars, span))
    inner = _blank(chars, span, notes)
    parts: list[Part] = []
    for label, stretch in _stretches(inner, span):
        role = labels().get(label)
        if role is not None and role in NO_BODIES:
            parts.append(Part(role=role, printed=label, span=stretch, names=()))
        else:
            parts.extend(_parts(inner, span.start, stretch, label, role))
    return Reading(parts=tuple(_with_leads(parts)), notes=notes)


@cache
def note_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the pattern of each kind of note, by its id."""
    rows = toml("responsibility")["note"]
    return tuple((row["id"], re.compile(row["pattern"])) for row in rows)


@cache
def labels() -> dict[str, PartRole]:
    """Give the role of every label word."""
    return {word: row["role"] for row in toml("responsibility")["label"] for word in row["words"]}


def verbs_end(chars: str, span: Span) -> bool:
    """Say whether a stretch has a verb behind a series, as ``（A、B等负责）`` has.

    >>> words = "教育部、财政部等负责"
    >>> verbs_end(words, Span(0, len(words)))
    True
    """
    return _verb_pattern().search(chars, span.start, span.end) is not None


def names_of(chars: str, span: Span) -> tuple[Name, ...]:
    """Give the names of a bare series, which has neither label nor verb.

    >>> words = "各市州、县市区人民政府、省教育厅"
    >>> [name.surface for name in names_of(words, Span(0, len(words)))]
    ['各市州、县市区人民政府', '省教育厅']
    """
    return _names(chars, 0, span)


def _notes(chars: str, span: Span) -> list[Note]:
    found: list[Note] = []
    for rule, pattern in note_patterns():
        for m in pattern.finditer(chars, span.start, span.end):
            names: tuple[Name, ...] = ()
            if "actors" in pattern.groupindex:
                names = _names(chars, 0, Span(*m.span("actors")))
            found.append(Note(id=rule, span=Span(*m.span()), names=names))
    return found


def _blank(chars: str, span: Span, notes: tuple[Note, ...]) -> str:
    """Give the words of the list with its notes blanked out, offsets kept."""
    words = list(chars[span.start : span.end])
    for note in notes:
        for at in range(note.span.start - span.start, note.span.end - span.start):
            words[at] = "。"
    return "".join(words)


def _stretches(inner: str, span: Span) -> list[tuple[str, Span]]:
    """Part a list at its labels: (label or nothing, the words behind it)."""
    marks = list(_label_pattern().finditer(inner))
    found = [("", Span(span.start, span.start + (marks[0].start() if marks else len(inner))))]
    ends = [*(m.start() for m in marks[1:]), len(inner)]
    for m, end in zip(marks, ends, strict=False):
        found.append((m["label"], Span(span.start + m.end(), span.start + end)))
    return [(label, stretch) for label, stretch in found if stretch.end > stretch.start]


def _parts(inner: str, offset: int, stretch: Span, label: str, role: PartRole | None) -> list[Part]:
    """Part the words behind one label (or none) at 。；; and at verbs behind a series."""
    found: list[Part] = []
    for clause in CLAUSE.finditer(inner, stretch.start - offset, stretch.end - offset):
        at, end = clause.span()
        limit = LAST_DEADLINE.search(inner, at, end) or DEADLINE.fullmatch(inner, at, end)
        if limit is not None:
            end = limit.start()
        for m in _verb_pattern().finditer(inner, at, end):
            verb = next(name for name, words in m.groupdict().items() if words is not None)
            by_verb = _verb_roles()[verb]
            own = role if role is not None and by_verb == "responsible" else by_verb
            printed = label if own == role and label else m[verb].removeprefix("等")
            series = list(_series(inner, offset, Span(at, m.start()), own, printed))
            if series:
                last = replace(series[-1], span=Span(series[-1].span.start, m.end() + offset))
                found += [*series[:-1], last]
                at = m.end()
        printed = label or (found[-1].printed if found else "")
        found += _series(inner, offset, Span(at, end), role or "responsible", printed)
        if limit is not None:
            where = Span(limit.start() + offset, clause.end() + offset)
            found.append(Part(role="deadline", printed="", span=where, names=()))
    return found


def _series(inner: str, offset: int, at: Span, role: PartRole, printed: str) -> Iterator[Part]:
    """Give the part of a series of names; who stands before 会同 leads those behind it."""
    joined = TOGETHER.search(inner, *at)
    stops = [at.end] if joined is None else [joined.start(), at.end]
    for number, (start, stop) in enumerate(pairwise([at.start, *stops])):
        span = Span(start + offset, stop + offset)
        names = _names(inner, offset, span)
        if names and number:
            yield Part(role="support", printed="会同", span=span, names=names)
        elif names:
            own = "lead" if joined and role == "responsible" else role
            yield Part(role=own, printed=printed, span=span, names=names)


def _with_leads(parts: list[Part]) -> list[Part]:
    """Read 责任单位 as lead where 配合单位 follows and nobody else leads."""
    roles = {part.role for part in parts}
    if "support" in roles and "lead" not in roles:
        return [
            Part(role="lead", printed=p.printed, span=p.span, names=p.names)
            if p.role == "responsible"
            else p
            for p in parts
        ]
    return parts


def _names(words: str, offset: int, span: Span) -> tuple[Name, ...]:
    """Part a series of names at 、，； and blanks outside brackets and groups."""
    found: list[Name] = []
    for m in _name_pattern().finditer(words, span.start - offset, span.end - offset):
        surface = m[0]
        rest = ETC_AND.search(surface)
        if rest:
            cut = m.start() + rest.end() + offset
            found += _names(words, offset, Span(m.start() + offset, cut - 1))
            found += _names(words, offset, Span(cut, m.end() + offset))
            continue
        mark = ROLE_MARK.search(surface)
        role = _marked(mark, surface)
        body = HEAD.sub("", surface[: mark.start()] if mark else surface)
        start = m.start() + surface.index(body) + offset if body else m.start() + offset
        body = ETC.sub("", body)
        if body:
            span_ = Span(start, start + len(body))
            found.append(Name(surface=body, span=span_, role=role))
    return tuple(found)


def _marked(mark: re.Match[str] | None, surface: str) -> AgencyRole | None:
    """Give the role that a mark at a name gives: 市发改委（牵头）, ★市发改委, 市教育局（配合）."""
    if mark is not None and mark["support"]:
        return "support"
    return "lead" if mark is not None or surface.startswith(STARS) else None


NO_BODIES = ("deadline", "person", "scope")
# 责任单位 市发展改革委 市财政局: the colon was lost
NO_COLON = r"[ \t　]+(?=[省市县区州盟旗各])"
# 省级责任单位, 市县责任单位, 市直牵头部门
OF_LEVEL = r"(?:[省市县区州]{1,2}[级直]?|国家|中央)?"
# 市工信局会同市财政局; not 发展和改革委员会同财政厅
TOGETHER = re.compile(r"(?<!委员)会同")
CLAUSE = re.compile(r"[^。；;\n]+")
# 由市教育局, 会同市财政局, 1.市发改委, 省级层面由省发展改革委, 等|部门及地方各级人民政府
HEAD = re.compile(
    r"^(?:由(?!县)|以及|及(?=[省市县区州国各])|和(?=[省市州国各])|会同|(?:部门|单位)(?:及|和|以及)"
    r"|(?:国家|[省市县区]{1,3})级?层面(?:由)?|[（(]?\d{1,2}[.．、）)](?!\d)|[\s:：*·★▲—－―─]+)+"
)
# 能源局等省有关部门; not 高等教育处
ETC_AND = re.compile(r"(?<![高平中同初])等(?=[^等]{2,})")
ETC = re.compile(r"(?:等(?=$)|\s+$)")
# （牵头）, （配合）, and a star: （市发改委*、市工信局）
STARS = ("*", "★", "▲")
ROLE_MARK = re.compile(
    r"(?:[（(](?:(?:牵头|主办|主责)|(?P<support>配合|协办|协助|参与))(?:单位|部门)?[）)]|[*★▲])$"
)
PLACES = (
    r"(?:省|自治区|直辖市|设区的?市|地市|市地|市州|州市|市|州|盟|地区|"
    r"县市区|县区|区县|县市|县|区|旗|自治县|乡镇|乡|镇|街道)"
)
BRACKET = r"(?:[（(〔][^（）()〔〕]*[）)〕])?"
SERIES = (
    rf"(?:各{PLACES}(?:行政公署|行署)?"
    rf"|(?:(?<![一-龥])|(?<=[及和与])){PLACES}(?!行署|行政公署)){BRACKET}"  # not 杭埠镇、各乡镇
    rf"(?:[、和及]各?{PLACES}{BRACKET})+"
    rf"(?:党委|人民政府|政府|管委会|办事处|[两三]级)?{BRACKET}"
    r"(?=[、，,；;。\s）)】〕等按负]|$)"
)
# 各区市政府、开发区管委, 各县（市、区）党委、政府: what stands behind a group belongs to it
ZONES = (
    rf"各[^、，。；（）]{{1,8}}?{BRACKET}(?:(?:人民)?政府、(?:开发区|功能区|园区)(?:管委会|管委|管理委员会)"
    r"|党委、(?:人民)?政府)(?=[、，,；;。\s）)按]|$)"
)
NAME = (
    rf"(?:{SERIES}|{ZONES}"  # 各市州、县市区人民政府
    r"|[（(][^（）()]*[）)]|〔[^〔〕]{1,12}〕"  # 县（市、区）, （牵头）, 各区〔县〕
    r"|[<〈][^<>〈〉\n]{1,12}[>〉]"  # 各县〈市、区〉人民政府, inside round brackets
    r"|[^、，,；;。\s（）()【】〔〕\[\]])+"
)


@cache
def _name_pattern() -> re.Pattern[str]:
    """Match one name; bodies that hold the sign between names stand first: 科委、中关村管委会."""
    return re.compile(rf"[省市县区]?(?:{any_of(joined_forms())})|{NAME}")


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"{OF_LEVEL}(?P<label>{any_of(labels())})(?:\s*[：:]\s*|{NO_COLON})")


@cache
def _verb_pattern() -> re.Pattern[str]:
    rows = toml("responsibility")["verb"]
    verbs = "|".join(f"(?P<{_group(row)}>{row['pattern']})" for row in rows)
    return re.compile(
        rf"(?:等(?:有关|相关|各)?(?:部门|单位)?(?:和单位)?)?(?:{verbs})(?=[，,。；;、\s]|$)"
    )


@cache
def _verb_roles() -> dict[str, AgencyRole]:
    return {_group(row): row["role"] for row in toml("responsibility")["verb"]}


def _group(row: dict[str, str]) -> str:
    return row["id"].replace("-", "_")
