"""Names in title marks: 《…》（国发〔2024〕17号）, and the short forms that they introduce.

《方案》 means what was introduced so (以下简称《方案》), or else the last document of its kind.
"""

import re
from collections.abc import Sequence

from builder.extract.citations_name import Name, is_own, kind_of, number_behind, short
from builder.extract.citations_numbers import Number
from builder.lexicon.citing import is_document_name
from builder.model.outline import Header
from builder.model.span import Span

__all__ = ["titled"]

# 《国家新型城镇化规划（2021—2035年）》, 《关于印发〈甲〉的通知》, 《关于印发《甲》的通知》
_TITLED = re.compile(r"《(?P<title>[^《》\n]{1,120}(?:《[^《》\n]{1,90}》[^《》\n]{0,60}){0,3})》")
# 以下简称《方案》; （简称“条例”）
_ALIAS = re.compile(
    r"[^《》。；\n]{0,60}?(?:以下|下)?(?:统?简称|统称|称)(?:为)?[:：]?[“\"]?《?"
    r"(?P<alias>(?:[^《》“”\"（）()，。；]|（[^（）\n]{1,12}）){2,30})[》”\"]?"
)
# 《关于做好工作的通知（市政办函〔2017〕309号）》
_NUMBER_INSIDE = re.compile(r"[（(](?P<number>[^（()）]{4,30}号)[）)]$")
_INTRODUCED = re.compile(r"(?:统?简称|统称|以下称)(?:为)?[:：“]?$")
# 《意见》, 《实施方案》: a kind of document alone
_BARE = re.compile(
    r"(?:实施|指导|若干|工作|行动|总体|专项|管理|暂行)?(?:意见|方案|办法|条例|规划|纲要|计划|通知|规定|细则|决定|措施|要点)"
)


def titled(chars: str, header: Header, found: Sequence[Number]) -> tuple[Name, ...]:
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
            rows.append(short(Span(*m.span()), known, "short-form"))
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
        if kind_of(known.title or "").endswith(kind):
            return short(span, known, "short-form")
    own = header.title is not None and kind_of(header.title).endswith(kind)
    return Name(
        span=span,
        title=header.title if own else None,
        doc_number=header.doc_number if own else None,
        form="short",
        rule="short-form",
        own=own,
        unread=not own,
    )


def _full(
    chars: str, m: re.Match[str], title: str, header: Header, by_start: dict[int, Number]
) -> Name:
    number = number_behind(chars, m.end(), by_start)
    inside = _NUMBER_INSIDE.search(title)
    if number is None and inside:
        number = by_start.get(m.start("title") + inside.start("number"))
        title = title[: inside.start()] if number else title
    return Name(
        span=Span(m.start(), max(number.span.end, m.end()) if number else m.end()),
        title=title,
        doc_number=number.surface if number else None,
        form="titled",
        rule="title-marks",
        own=is_own(title, header)
        and (number is None or number.surface in (None, header.doc_number)),
        repaired=number.repaired if number else False,
    )
