"""Front -> Header: what the document says of itself, each value with the words it rests on."""

import re

from builder.lexicon import divisions
from builder.model.outline import Fact, Header, Level
from builder.model.span import Span
from builder.structure.dates import ANY_DATE, find_date
from builder.structure.front import Front
from builder.structure.lines import NUMBER

__all__ = ["read_header"]

TYPES = re.compile(
    r"(?P<type>(?:行动|工作|实施|总体|专项|改革|试点|建设|应急)?(?:计划|方案)(?:方案)?|(?:发展)?规划(?:纲要)?|纲要|(?:实施|指导|若干)?意见|(?:若干)?(?:措施|举措)|"
    r"工作要点|(?:暂行|实施|管理)?办法|(?:暂行|若干)?规定|(?:实施)?条例|(?:实施)?细则|工作规则|规则|规程|(?:应急)?预案|"
    r"批复|复函|答复|函|决定|通知|公告|通告|通报|令|清单|要点|报告|请示|建议|规范|标准|指南)(?:[（(][^（()）]*[）)])*$"
)
FIVE_YEARS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}


def read_header(
    chars: str, front: Front, furniture: tuple[tuple[str, str, Span], ...] = ()
) -> Header:
    """Give the header of a document from its pieces and its page furniture."""
    facts: list[Fact] = []

    def fact(field: str, value: str | None, rule: str, span: Span | None) -> str | None:
        if value is not None:
            facts.append(
                Fact(field=field, value=value, rule=rule, span=span, inferred=span is None)
            )
        return value

    title, title_span = _title(chars, front)
    fact("title", title, "title-line" if front.title else "title-quoted", title_span)
    notice = _flat(front.notice_title.of(chars)) if front.notice_title else None
    fact("notice_title", notice, "notice-title-line", front.notice_title)
    number, number_span = _number(chars, front)
    fact("doc_number", number, "number-line", number_span)
    issuer, issuer_span = _issuer(chars, front)
    fact("issuer", issuer, "signature-line", issuer_span)
    signed, signed_span = _signed(chars, front)
    fact("signed_date", signed, "date-line", signed_span)
    addressees = _addressees(chars, front)
    level, jurisdiction = _place(issuer, title, chars)
    fact("level", level, "level-of-issuer", None)
    fact("jurisdiction", jurisdiction, "place-of-issuer", None)
    m = TYPES.search(title or "")
    values = dict((key, value) for key, value, _ in reversed(furniture))
    published = find_date(values["published"]) if "published" in values else None
    return Header(
        title=title,
        notice_title=notice,
        doc_number=number,
        issuer=issuer,
        issuers=(issuer,) if issuer else (),
        signed_date=signed,
        published_date=published,
        index_number=values.get("index_number"),
        addressees=addressees,
        level=level,
        jurisdiction=jurisdiction,
        doc_type=m["type"] if m else None,
        period=_period(title),
        completeness="with_deletions"
        if re.search(r"[（(](?:本文|此件)有删[减改]", chars[:5000])
        else "full",
        facts=tuple(facts),
    )


def _flat(surface: str) -> str:
    return re.sub(r"[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*", "", surface)


def _title(chars: str, front: Front) -> tuple[str | None, Span | None]:
    if front.title is not None:
        return _flat(front.title.of(chars)), front.title
    if front.name is not None:
        return _flat(front.name.of(chars)), front.name
    return None, None


def _number(chars: str, front: Front) -> tuple[str | None, Span | None]:
    for span in front.of("number"):
        m = NUMBER.search(chars, span.start, span.end)
        if m:
            code = "".join(m["code"].split())
            return f"{code}〔{m['year']}〕{m['serial']}号", Span(*m.span())
    return None, None


def _issuer(chars: str, front: Front) -> tuple[str | None, Span | None]:
    for span in front.of("signature"):
        m = re.match(r"[\u4e00-\u9fff]+(?:（[^）]*）[\u4e00-\u9fff]+)?", span.of(chars))
        if m and divisions.is_issuer(m[0]):
            return m[0], Span(span.start, span.start + m.end())
    heading = front.notice_title or front.title
    if heading is not None:
        m = re.match(r"(?P<who>[\u4e00-\u9fff]+?)(?:关于|印发|转发|批转)", _flat(heading.of(chars)))
        if m and divisions.is_issuer(m["who"]):
            return m["who"], Span(heading.start, heading.start + len(m["who"]))
    return None, None


def _signed(chars: str, front: Front) -> tuple[str | None, Span | None]:
    for part in ("date", "signature"):
        for span in front.of(part):  # type: ignore[arg-type]
            m = ANY_DATE.search(chars, span.start, span.end)
            if m:
                return find_date(m[0]), Span(*m.span())
    return None, None


def _addressees(chars: str, front: Front) -> tuple[str, ...]:
    spans = front.of("addressees")
    if not spans:
        return ()
    from builder.structure.addressees import split

    return split(spans[0].of(chars))


def _place(issuer: str | None, title: str | None, chars: str) -> tuple[Level | None, str | None]:
    for name in (issuer, title):
        if name:
            found = divisions.of_name(name)
            if found is not None:
                return found.level, found.name
    return None, None


def _period(title: str | None) -> tuple[int | None, int | None]:
    if not title:
        return None, None
    m = re.search(r"[（(]?((?:19|20)\d\d)\s*年?\s*[—－–\-~～至到]+\s*((?:19|20)\d\d)\s*年?", title)
    if m:
        return int(m[1]), int(m[2])
    m = re.search(r"“(十[一二三四五]?)五”", title)
    if m:
        start = FIVE_YEARS[m[1]]
        return start, start + 4
    return None, None
