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

from builder.extract.responsibility_names import Name, names_of
from builder.extract.responsibility_times import DEADLINE, LAST_DEADLINE
from builder.lexicon.alternatives import any_of, begins
from builder.lexicon.tables import toml
from builder.model.record import AgencyRole
from builder.model.span import Span

__all__ = [
    "NO_BODIES",
    "NO_COLON",
    "Note",
    "Part",
    "PartRole",
    "Reading",
    "labels",
    "note_patterns",
    "read",
    "verbs_end",
]

PartRole = Literal["lead", "support", "responsible", "deadline", "person", "scope"]


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


def _notes(chars: str, span: Span) -> list[Note]:
    found: list[Note] = []
    for rule, pattern in note_patterns():
        for m in pattern.finditer(chars, span.start, span.end):
            names: tuple[Name, ...] = ()
            if "actors" in pattern.groupindex:
                names = names_of(chars, Span(*m.span("actors")))
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
            if role is not None and own != role and at == clause.start():
                cut = _last_comma(inner, Span(at, m.start()))
                found += _series(inner, offset, Span(at, cut), role, label)
                at = cut
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


def _last_comma(inner: str, at: Span) -> int:
    """Give where the last comma outside brackets stands: 责任单位：A、B|，C配合."""
    for cut in range(at.end - 1, at.start, -1):
        behind = inner[cut : at.end]
        if behind[0] in "，," and all(behind.count(a) == behind.count(b) for a, b in BRACKETS):
            return cut
    return at.start


def _series(inner: str, offset: int, at: Span, role: PartRole, printed: str) -> Iterator[Part]:
    """Give the part of a series of names; who stands before 会同 leads those behind it."""
    joined = TOGETHER.search(inner, *at)
    stops = [at.end] if joined is None else [joined.start(), at.end]
    for number, (start, stop) in enumerate(pairwise([at.start, *stops])):
        span = Span(start + offset, stop + offset)
        names = names_of(inner, span, offset=offset)
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


BRACKETS = (("（", "）"), ("(", ")"), ("〔", "〕"))
NO_BODIES = ("deadline", "person", "scope")
# 责任单位 市发展改革委 市财政局: the colon was lost
NO_COLON = r"[ \t　]+(?=[省市县区州盟旗各])"
# 省级责任单位, 市县责任单位, 市直牵头部门
OF_LEVEL = r"(?:[省市县区州]{1,2}[级直]?|国家|中央)?"
# 市工信局会同市财政局; not 发展和改革委员会同财政厅
TOGETHER = re.compile(r"(?<!委员)会同")
CLAUSE = re.compile(r"[^。；;\n]+")


@cache
def _label_pattern() -> re.Pattern[str]:
    opens = begins([*labels(), *"省市县区州国中"])
    return re.compile(rf"{opens}{OF_LEVEL}(?P<label>{any_of(labels())})(?:\s*[：:]\s*|{NO_COLON})")


@cache
def _verb_pattern() -> re.Pattern[str]:
    rows = toml("responsibility")["verb"]
    verbs = "|".join(f"(?P<{_group(row)}>{row['pattern']})" for row in rows)
    opens = "等" + "".join(row["opens"] for row in rows)
    return re.compile(
        rf"(?=[{opens}])(?:等(?:有关|相关|各)?(?:部门|单位)?(?:和单位)?)?(?:{verbs})(?=[，,。；;、\s]|$)"
    )


@cache
def _verb_roles() -> dict[str, AgencyRole]:
    return {_group(row): row["role"] for row in toml("responsibility")["verb"]}


def _group(row: dict[str, str]) -> str:
    return row["id"].replace("-", "_")
