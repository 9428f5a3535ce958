"""Restored text -> names of documents in it, each with the number that belongs to it.

Four ways of naming: with title marks (《…》（国发〔2024〕17号）), by number alone, without
marks but certain (国务院关于…的意见; 为实施…行动计划), and by a short form introduced
before (以下简称《方案》) or pointing back (该方案, 上述规划).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon.citing import document_kind, is_document_name
from builder.model.outline import Header
from builder.model.span import Span

__all__ = ["Name", "names"]

Form = Literal["titled", "numbered", "untitled", "short"]

# 《国家新型城镇化规划（2021—2035年）》, 《关于印发〈甲〉的通知》, 《关于印发《甲》的通知》
_TITLED = re.compile(r"《(?P<title>[^《》\n]{1,120}(?:《[^《》\n]{1,90}》[^《》\n]{0,60}){0,3})》")
_OPEN, _CLOSE = r"[〔\[［【﹝（(〈]", r"[〕\]］】﹞）)〉]"
# 国发〔2024〕17号; 皖办发〔20239号 (lost bracket); 沪府规[2020]5号
_NUMBER = re.compile(
    rf"(?P<code>[\u4e00-\u9fffA-Za-z（）()·]{{1,16}}?)\s?"
    rf"(?:{_OPEN}\s?(?P<year>(?:19|20)\d\d)\s?(?:年)?{_CLOSE}\s?第?\s?(?P<serial>\d{{1,5}})\s?号"
    rf"|{_OPEN}(?P<year2>(?:19|20)\d\d)(?P<serial2>\d{{1,4}})号)"
)
# 国务院令第707号, （教育部令第20号）, 主席令第六十号
_ORDER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{0,16}令)\s?(?:（[^）]{0,8}）)?第?\s?(?P<serial>[\d〇零一二三四五六七八九十百]{1,6})\s?号"
)
_CODE_LEAD = re.compile(
    r"^.*(?:根据|依据|依照|按照|按|贯彻|落实|执行|废止|转发|印发|参照|见|和|与|及|以及|文件|以|对|即|原|如|的|由|经|在|从|自|"
    r"通知|意见|办法|规定|方案|要求|精神|为|是|年|月|日|市政府|省政府|市委|[（(、，])"
)
_ALIAS = re.compile(
    r"[^《》。；\n]{0,60}?以下(?:统?简称|称)(?:为)?[:：]?[“\"]?《?(?P<alias>[^《》“”\"）)，。；]{2,30})[》”\"]?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One naming of a document: where, what title and number it gives, how it was read."""

    span: Span
    title: str | None
    doc_number: str | None
    form: Form
    rule: str
    own: bool = False
    repaired: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    span: Span
    surface: str
    repaired: bool


def names(chars: str, header: Header) -> tuple[Name, ...]:
    """Give every name of a document in order of the text."""
    numbers = tuple(_numbers(chars))
    found = list(_titled(chars, header, numbers))
    taken = [name.span for name in found]
    found += [name for name in _numbered(chars, header, numbers) if not _inside(name.span, taken)]
    found += [name for name in _untitled(chars, header) if not _inside(name.span, taken)]
    found += [name for name in _own_words(chars, header) if not _inside(name.span, taken)]
    return tuple(sorted(found, key=lambda name: (name.span.start, -name.span.end)))


def _inside(span: Span, taken: list[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _numbers(chars: str) -> Iterator[_Number]:
    for m in _NUMBER.finditer(chars):
        code = _CODE_LEAD.sub("", m["code"]).strip("（）()·")
        if not code:
            continue
        start = m.start("code") + m["code"].rindex(code)
        year, serial = m["year"] or m["year2"], m["serial"] or m["serial2"]
        yield _Number(
            span=Span(start, m.end()),
            surface=f"{code}〔{year}〕{int(serial)}号",
            repaired=m["year2"] is not None,
        )
    for m in _ORDER.finditer(chars):
        code = _CODE_LEAD.sub("", m["code"])
        start = m.end("code") - len(code)
        yield _Number(span=Span(start, m.end()), surface=f"{code}第{m['serial']}号", repaired=False)


def _titled(chars: str, header: Header, numbers: tuple[_Number, ...]) -> Iterator[Name]:
    aliases: dict[str, Name] = {}
    by_start = {number.span.start: number for number in numbers}
    for m in _TITLED.finditer(chars):
        title = m["title"]
        known = aliases.get(title)
        if known is not None:
            yield Name(
                span=Span(*m.span()),
                title=known.title,
                doc_number=known.doc_number,
                form="short",
                rule="short-form",
                own=known.own,
            )
            continue
        if not is_document_name(title) or _introduces(chars, m.start()):
            continue
        number = _behind(chars, m.end(), by_start)
        end = number.span.end if number else m.end()
        name = Name(
            span=Span(m.start(), end),
            title=title,
            doc_number=number.surface if number else None,
            form="titled",
            rule="title-marks",
            own=_is_own(title, header),
            repaired=number.repaired if number else False,
        )
        alias = _ALIAS.match(chars, end)
        if alias:
            aliases[alias["alias"]] = name
        yield name


def _introduces(chars: str, start: int) -> bool:
    """Say whether a title is the short form being introduced: 以下简称《方案》."""
    return (
        re.search(r"以下(?:统?简称|称)(?:为)?[:：“]?$", chars[max(0, start - 8) : start])
        is not None
    )


def _behind(chars: str, end: int, by_start: dict[int, _Number]) -> _Number | None:
    """Give the number in brackets right behind a title: 《…》（国发〔2024〕17号）."""
    m = re.compile(r"\s?[（(]?(?:以下简称[^，,）]{1,20}[，,])?\s?").match(chars, end)
    at = m.end() if m else end
    return by_start.get(at) or by_start.get(end)


def _numbered(chars: str, header: Header, numbers: tuple[_Number, ...]) -> Iterator[Name]:
    for number in numbers:
        if number.surface == header.doc_number:
            continue
        yield Name(
            span=number.span,
            title=None,
            doc_number=number.surface,
            form="numbered",
            rule="number",
            repaired=number.repaired,
        )


def _untitled(chars: str, header: Header) -> Iterator[Name]:
    for pattern, rule in ((_issuer_title(), "issuer-title"), (_purpose(), "purpose-clause")):
        for m in pattern.finditer(chars):
            title = m["title"]
            if not _is_own(title, header) or rule == "purpose-clause":
                yield Name(
                    span=Span(*m.span("title")),
                    title=title,
                    doc_number=None,
                    form="untitled",
                    rule=rule,
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


def _fold(title: str | None) -> str:
    return re.sub(r"[\s《》〈〉“”\"（）()\-—–，、]", "", title or "")


def _is_own(title: str, header: Header) -> bool:
    """Say whether a title is that of the document itself or of its notice."""
    folded = _fold(title)
    return folded in {_fold(header.title), _fold(header.notice_title)} - {""}


@cache
def _own() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![一-鿿]{{0}}基)本(?:工作|实施|行动|试点|总体)?(?:{document_kind()})(?![一-鿿]?院)"
    )


@cache
def _issuer_title() -> re.Pattern[str]:
    # 国务院关于…的决定; 省人民政府办公厅关于…的通知
    return re.compile(
        r"(?P<title>(?:中共中央(?:、|\s)?国务院|中共中央办公厅、?国务院办公厅|中共中央|国务院办公厅|国务院|[\u4e00-\u9fff]{2,12}?(?:委员会|人民政府(?:办公[厅室])?|厅|局|部|委))"
        rf"(?:办公[厅室])?关于[^，。；：《》\n]{{4,60}}?的(?:{document_kind()}))(?=[（(，。；、和精要])"
    )


@cache
def _purpose() -> re.Pattern[str]:
    # 为深入实施以人为本的新型城镇化战略五年行动计划，
    return re.compile(
        r"(?<=为)(?:(?:全面|认真|深入|切实|加快|扎实|有效)*(?:贯彻落实|贯彻|落实))?(?P<title>(?:深入|全面|加快)?(?:实施|推进|推动|促进|加强)"
        r"[^，。；：《》\n]{4,50}?(?:行动计划|行动方案|实施方案|工作方案|规划纲要|实施意见|指导意见|条例))(?=，)"
    )
