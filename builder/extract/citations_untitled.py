"""Names without title marks that are certain all the same.

国务院关于…的意见 with its issuer, 为实施…行动计划， as a document's purpose, and
制定本省份实施方案 for what each lower place is to draft.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from builder.extract.citations_name import Name, is_own, number_behind, taken
from builder.extract.citations_numbers import Number
from builder.extract.near import near
from builder.lexicon.citing import document_kind
from builder.model.outline import Header
from builder.model.span import Span

__all__ = ["untitled"]


def untitled(
    chars: str, header: Header, front: Sequence[Span], found: Sequence[Number]
) -> Iterator[Name]:
    """Give the names without marks that are certain all the same."""
    by_start = {number.span.start: number for number in found}
    about = near(_issuer_title(), chars, ["关于"], before=40, behind=80)
    ways = ((about, "issuer-title"), *((way.finditer(chars), rule) for way, rule in _certain()))
    for matches, rule in ways:
        for m in matches:
            span = Span(*m.span("title"))
            own = rule == "issuer-title" and is_own(m["title"], header)
            if own or taken(span, front):
                continue
            number = number_behind(chars, span.end, by_start)
            yield Name(
                span=Span(span.start, number.span.end) if number else span,
                title=m["title"],
                doc_number=number.surface if number else None,
                form="untitled",
                rule=rule,
                repaired=number.repaired if number else False,
            )


@cache
def _certain() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the ways to name a document without marks and issuer, each with its rule."""
    # 制定本省份实施方案: every lower place is to draft one
    to_come = re.compile(
        r"(?:制定|制订|编制|出台|研究提出|细化)(?:完善|印发)?"
        r"(?P<title>本(?:省份|省|市|县|区|地区?|部门|行业|系统|单位)(?:的)?(?:具体)?"
        r"(?:实施方案|工作方案|行动方案|行动计划|实施意见|实施细则|实施办法|专项规划|规划))"
    )
    return ((_purpose(), "purpose-clause"), (to_come, "to-come"))


@cache
def _issuer_title() -> re.Pattern[str]:
    # 国务院关于…的决定; 湖南省人民政府办公厅关于…的通知
    body = (
        r"(?:中共中央(?:、|\s)?国务院|中共中央办公厅、?国务院办公厅|中共中央办公厅|中共中央"
        r"|国务院办公厅|国务院|[\u4e00-\u9fff]{2,12}(?:人民政府办公[厅室]|人民政府|委员会|厅|局|部|委))"
    )
    return re.compile(
        rf"(?<![\u4e00-\u9fff《])(?:(?:根据|按照|依据|贯彻|落实|执行|见|和|与|及){{1,4}})?"
        rf"(?P<title>{body}关于(?!《)[^，。；：《》\n]{{4,60}}?的(?:{document_kind()}))"
        r"(?=[（(，。；、和精要有]|规定)"
    )


@cache
def _purpose() -> re.Pattern[str]:
    # 为深入实施以人为本的新型城镇化战略五年行动计划，
    kinds = r"(?:行动计划|行动方案|实施方案|工作方案|规划纲要|实施意见|指导意见|条例)"
    return re.compile(
        r"为(?:(?:全面|认真|深入|切实|加快|扎实|有效)*(?:贯彻落实|贯彻|落实))?"
        r"(?P<title>(?:深入|全面|加快)?(?:实施|推进|推动|促进|加强)"
        rf"[^，。；：《》\n]{{4,50}}?{kinds})(?=，)"
    )
