"""Restored text -> names of documents in it, each with the number that belongs to it.

Four ways of naming: with title marks (《…》（国发〔2024〕17号）), by number alone, without
marks but certain (国务院关于…的意见; 为实施…行动计划，), and by a short form introduced
before (以下简称《方案》) or pointing back (该方案, 上述规划).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.extract.citations_numbers import Number, numbers
from builder.lexicon.citing import document_kind, is_document_name
from builder.model.outline import Header, LeafPart, Outline
from builder.model.span import Span

__all__ = ["Name", "names"]

Form = Literal["titled", "numbered", "untitled", "short"]

MAX_POINTING_CHARS = 240
MAX_FRONT_CHARS = 600
# 《国家新型城镇化规划（2021—2035年）》, 《关于印发〈甲〉的通知》, 《关于印发《甲》的通知》
_TITLED = re.compile(r"《(?P<title>[^《》\n]{1,120}(?:《[^《》\n]{1,90}》[^《》\n]{0,60}){0,3})》")
# 以下简称《方案》; （简称“条例”）
_ALIAS = re.compile(
    r"[^《》。；\n]{0,60}?(?:以下|下)?(?:统?简称|统称|称)(?:为)?[:：]?[“\"]?《?"
    r"(?P<alias>(?:[^《》“”\"（）()，。；]|（[^（）\n]{1,12}）){2,30})[》”\"]?"
)
_STATE_ORDER = re.compile(r"^(?:中华人民共和国)?国务院令")
_INTRODUCED = re.compile(r"(?:统?简称|统称|以下称)(?:为)?[:：“]?$")
# between a title and its number: nothing, a bracket, or a bracket with the short form first
_TO_NUMBER = re.compile(r"\s?[（(]?(?:以下简称[^，,）]{1,20}[，,])?\s?")
# 《意见》, 《实施方案》: a kind of document alone
_BARE = re.compile(
    r"(?:实施|指导|若干|工作|行动|总体|专项|管理|暂行)?(?:意见|方案|办法|条例|规划|纲要|计划|通知|规定|细则|决定|措施|要点)"
)
_PUNCTUATION = re.compile(r"[\s《》〈〉<>“”\"（）()\-—–－~～，、]")
# parts of the text that name the document itself
_FRONT: frozenset[LeafPart] = frozenset({"number", "notice_title", "title", "signature", "date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One naming of a document: where, what title and number it gives, how it was read.

    ``own`` marks the document itself; ``unread`` a pointer that no name explains.
    """

    span: Span
    title: str | None
    doc_number: str | None
    form: Form
    rule: str
    own: bool = False
    repaired: bool = False
    unread: bool = False


def names(chars: str, outline: Outline) -> tuple[Name, ...]:
    """Give every name of a document in order of the text."""
    found_numbers = numbers(chars)
    titled = _titled(chars, outline.header, found_numbers)
    found = list(titled)
    for more in (
        _untitled(chars, outline, found_numbers),
        _numbered(chars, outline, found_numbers),
        _own_words(chars, outline.header),
        _pointing(chars, titled),
    ):
        starts = sorted(name.span for name in found)
        found += [name for name in more if not _taken(name.span, starts)]
    return tuple(sorted(found, key=lambda name: (name.span.start, -name.span.end)))


def _taken(span: Span, taken: Sequence[Span]) -> bool:
    """Say whether a span overlaps one of the others, which are in order."""
    i = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, i - 1) : i + 1])


def _titled(chars: str, header: Header, found: Sequence[Number]) -> tuple[Name, ...]:
    """Give the names in title marks; a short form stands for what it was introduced for."""
    aliases: dict[str, Name] = {}
    by_start = {number.span.start: number for number in found}
    rows: list[Name] = []
    for m in _TITLED.finditer(chars):
        title = m["title"]
        if _INTRODUCED.search(chars[max(0, m.start() - 8) : m.start()]):
            continue
        if title in aliases:
            known = aliases[title]
            rows.append(_short(Span(*m.span()), known, "short-form"))
        elif _BARE.fullmatch(title):
            rows.append(_meant(Span(*m.span()), title, header, rows))
        elif is_document_name(title):
            name = _full(chars, m, title, header, by_start)
            rows.append(name)
            alias = _ALIAS.match(chars, name.span.end)
            if alias:
                aliases[alias["alias"]] = name
    return tuple(rows)


def _meant(span: Span, kind: str, header: Header, before: Sequence[Name]) -> Name:
    """Give what 《意见》 means without being introduced: the last of its kind, or the text itself.

    ``unread`` where no document of that kind was named.
    """
    for known in reversed(before):
        if _kind_of(known.title or "").endswith(kind):
            return _short(span, known, "short-form")
    own = header.title is not None and _kind_of(header.title).endswith(kind)
    return Name(
        span=span,
        title=header.title if own else None,
        doc_number=header.doc_number if own else None,
        form="short",
        rule="short-form",
        own=own,
        unread=not own,
    )


def _short(span: Span, known: Name, rule: str) -> Name:
    return Name(
        span=span,
        title=known.title,
        doc_number=known.doc_number,
        form="short",
        rule=rule,
        own=known.own,
    )


def _full(
    chars: str, m: re.Match[str], title: str, header: Header, by_start: dict[int, Number]
) -> Name:
    number = _behind(chars, m.end(), by_start)
    return Name(
        span=Span(m.start(), number.span.end if number else m.end()),
        title=title,
        doc_number=number.surface if number else None,
        form="titled",
        rule="title-marks",
        own=_is_own(title, header)
        and (number is None or number.surface in (None, header.doc_number)),
        repaired=number.repaired if number else False,
    )


def _behind(chars: str, end: int, by_start: dict[int, Number]) -> Number | None:
    """Give the number right behind a title: 《…》（国发〔2024〕17号）."""
    m = _TO_NUMBER.match(chars, end)
    return by_start.get(m.end() if m else end) or by_start.get(end)


def _numbered(chars: str, outline: Outline, found: Sequence[Number]) -> Iterator[Name]:
    """Give the names by number alone, but for the document's own at its head."""
    front = _front(outline)
    for i, number in enumerate(found):
        if _same_number(number.surface, outline.header.doc_number) or _taken(number.span, front):
            continue
        if outline.header.doc_number is None and i == 0 and _heads(chars, number):
            continue
        yield Name(
            span=number.span,
            title=None,
            doc_number=number.surface,
            form="numbered",
            rule="number",
            repaired=number.repaired,
        )


def _same_number(surface: str, own: str | None) -> bool:
    """Say whether a number is the document's own: 国务院令第707号 is 国令第707号."""
    return own is not None and _STATE_ORDER.sub("国令", surface) == _STATE_ORDER.sub("国令", own)


def _front(outline: Outline) -> tuple[Span, ...]:
    return tuple(leaf.span for leaf in outline.leaves if leaf.part in _FRONT)


def _heads(chars: str, number: Number) -> bool:
    """Say whether a number at the head of the text is the document's own: no cue before it."""
    before = chars[max(0, number.span.start - 6) : number.span.start]
    alone = (
        not before.strip()
        or before.endswith("\n")
        or re.search(r"(?:通知|意见|决定|函|批复|规划|方案|办法)\s*$", before)
    )
    return number.span.start < MAX_FRONT_CHARS and bool(alone)


def _untitled(chars: str, outline: Outline, found: Sequence[Number]) -> Iterator[Name]:
    """Give the names without marks that are certain all the same."""
    by_start = {number.span.start: number for number in found}
    front = _front(outline)
    for pattern, rule in _certain():
        for m in pattern.finditer(chars):
            span = Span(*m.span("title"))
            own = rule == "issuer-title" and _is_own(m["title"], outline.header)
            if own or _taken(span, front):
                continue
            number = _behind(chars, span.end, by_start)
            yield Name(
                span=Span(span.start, number.span.end) if number else span,
                title=m["title"],
                doc_number=number.surface if number else None,
                form="untitled",
                rule=rule,
                repaired=number.repaired if number else False,
            )


def _own_words(chars: str, header: Header) -> Iterator[Name]:
    for m in _own().finditer(chars):
        yield Name(
            span=Span(*m.span()),
            title=header.title,
            doc_number=header.doc_number,
            form="short",
            rule="self-reference",
            own=True,
        )


def _pointing(chars: str, titled: Sequence[Name]) -> Iterator[Name]:
    """Give 该方案 and 上述规划 with the document of that kind that was named just before."""
    ends = [name.span.end for name in titled]
    for m in _pointer().finditer(chars):
        i = bisect_right(ends, m.start())
        near = [n for n in titled[max(0, i - 4) : i] if m.start() - n.span.end < MAX_POINTING_CHARS]
        same = [n for n in near if _kind_of(n.title or "").endswith(m["kind"])]
        span = Span(*m.span())
        if same:
            yield _short(span, same[-1], "pointing-back")
        elif near:
            yield Name(
                span=span,
                title=None,
                doc_number=None,
                form="short",
                rule="pointing-back",
                unread=True,
            )


def _kind_of(title: str) -> str:
    """Give a title without the brackets at its end: …规划（2021—2035年） ends in 规划."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", title)


def _fold(title: str | None) -> str:
    return _PUNCTUATION.sub("", title or "")


def _is_own(title: str, header: Header) -> bool:
    """Say whether a title is that of the document itself or of its notice."""
    folded = _fold(title)
    own = [_fold(header.title), _fold(header.notice_title)]
    return any(
        folded == name or (len(folded) > 9 and name.endswith(folded)) for name in own if name
    )


@cache
def _own() -> re.Pattern[str]:
    # 本方案, 本行动计划; not 基本办法, 资本方案
    return re.compile(
        rf"本(?<![基资根成版样副原]本)(?:工作|实施|行动|试点|总体)?(?:{document_kind()})(?![院官状])"
    )


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(rf"(?:该|上述|前述)(?P<kind>{document_kind('pointing')})")


@cache
def _certain() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the ways to name a document without title marks, each with its rule."""
    # 制定本省份实施方案: every lower place is to draft one
    to_come = re.compile(
        r"(?:制定|制订|编制|出台|研究提出|细化)(?:完善|印发)?"
        r"(?P<title>本(?:省份|省|市|县|区|地区?|部门|行业|系统|单位)(?:的)?(?:具体)?"
        r"(?:实施方案|工作方案|行动方案|行动计划|实施意见|实施细则|实施办法|专项规划|规划))"
    )
    return (
        (_issuer_title(), "issuer-title"),
        (_purpose(), "purpose-clause"),
        (to_come, "to-come"),
    )


@cache
def _issuer_title() -> re.Pattern[str]:
    # 国务院关于…的决定; 湖南省人民政府办公厅关于…的通知
    body = (
        r"(?:中共中央(?:、|\s)?国务院|中共中央办公厅、?国务院办公厅|中共中央办公厅|中共中央"
        r"|国务院办公厅|国务院|[\u4e00-\u9fff]{2,12}(?:人民政府办公[厅室]|人民政府|委员会|厅|局|部|委))"
    )
    return re.compile(
        rf"(?<![\u4e00-\u9fff《])(?:(?:根据|按照|依据|贯彻|落实|执行|见|和|与|及)+)?"
        rf"(?P<title>{body}关于(?!《)[^，。；：《》\n]{{4,60}}?的(?:{document_kind()}))"
        r"(?=[（(，。；、和精要有]|规定)"
    )


@cache
def _purpose() -> re.Pattern[str]:
    # 为深入实施以人为本的新型城镇化战略五年行动计划，
    kinds = r"(?:行动计划|行动方案|实施方案|工作方案|规划纲要|实施意见|指导意见|条例)"
    return re.compile(
        r"(?<=为)(?:(?:全面|认真|深入|切实|加快|扎实|有效)*(?:贯彻落实|贯彻|落实))?"
        r"(?P<title>(?:深入|全面|加快)?(?:实施|推进|推动|促进|加强)"
        rf"[^，。；：《》\n]{{4,50}}?{kinds})(?=，)"
    )
