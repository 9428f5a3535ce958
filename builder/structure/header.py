"""Front -> Header: what the document says of itself, each value with the words it rests on."""

import re
from collections.abc import Sequence

from builder.lexicon import agencies, headings, issuing, places
from builder.lexicon.document_codes import CodeReading
from builder.model.outline import Fact, Header, LeafPart, Level
from builder.model.span import Span
from builder.model.text import Text
from builder.structure import addressees, own_place, remarks
from builder.structure.dates import DATE, find_date, iso_date
from builder.structure.front import Front
from builder.structure.issuers import Issuer, find_issuers, read_code, split_names
from builder.structure.own_number import NUMBER_BEHIND, find_number
from builder.structure.walk import FOLD

__all__ = ["read_header"]

NATION = "中华人民共和国"
# 广东省人民政府令, 中华人民共和国国务院令: the masthead of an order (GB/T 9704), no title
ORDER = re.compile(r"[^，。《》]{2,24}(?<!法)(?<!命)令")
ANNOUNCED = re.compile(r"公布|发布|通过")


class _Facts:
    """Collects the evidence of each field while the header is read."""

    def __init__(self) -> None:
        self.found: list[Fact] = []

    def add(
        self, field: str, value: str | None, rule: str, span: Span | None, *, inferred: bool = False
    ) -> str | None:
        """Keep the evidence of a value and give the value back."""
        if value is not None:
            inferred = inferred or span is None
            fact = Fact(field=field, value=value, rule=rule, span=span, inferred=inferred)
            self.found.append(fact)
        return value


def read_header(text: Text, front: Front) -> Header:
    """Give the header of a document from its pieces and its page furniture."""
    chars, facts = text.chars, _Facts()
    if not remarks.is_policy(chars, front):
        return Header(is_policy=False)
    told = {key: value for key, value, _ in reversed(text.furniture)}
    title_span = front.title or front.name
    rule = "title-line" if front.title else "title-in-notice"
    if front.title is None and _only_forwards(chars, front):
        title_span, rule = front.notice_title, "notice-title-line"
    title = facts.add("title", _clean_title(chars, title_span), rule, title_span)
    notice_title = facts.add(
        "notice_title",
        _clean_title(chars, front.notice_title),
        "notice-title-line",
        front.notice_title,
    )
    if _same(notice_title, title) or (title and ORDER.fullmatch(notice_title or "")):
        notice_title = None
    number, rule, span = find_number(chars, front, told) or (None, "", None)
    facts.add("doc_number", number, rule, span)
    code = read_code(chars, front, number)
    signed = _signed(chars, front, told, facts)
    publisher = told.get("publisher")
    issuers = find_issuers(chars, front, code, publisher=publisher, date=signed)
    addressed = _addressees(chars, front, facts)
    keepers = [told[key] for key in ("source", "publisher") if key in told]
    level, jurisdiction = _place(
        chars, issuers, number, code, title, "；".join(addressed), keepers, facts
    )
    seats = places.named(jurisdiction) if jurisdiction and not issuers else ()
    if len(seats) == 1:
        issuers = find_issuers(chars, front, code, publisher=publisher, date=signed, seat=seats[0])
    for one in issuers:
        facts.add("issuer", one.name, one.rule, one.span)
    published = facts.add("published_date", find_date(told.get("published", "")), "furniture", None)
    approved = remarks.approver(chars, front)
    if approved:
        facts.add("approved_by", _full_name(approved[0], jurisdiction), "approval", approved[1])
    years = remarks.period(title)
    return Header(
        title=title,
        notice_title=notice_title,
        doc_number=number,
        issuer=issuers[0].name if issuers else None,
        issuers=tuple(one.name for one in issuers),
        signed_date=signed,
        published_date=published,
        index_number=facts.add("index_number", told.get("index_number"), "furniture", None),
        addressees=addressed,
        level=level,
        jurisdiction=jurisdiction,
        doc_type=_type(chars, title or notice_title, title_span or front.notice_title, facts),
        period=years,
        status=facts.add(
            "status", remarks.status(chars, title, told.get("status")), "stated", None
        ),
        approved_by=_full_name(approved[0], jurisdiction) if approved else None,
        distributor=facts.add("distributor", told.get("publisher"), "furniture", None),
        completeness=remarks.completeness(chars, title, number, fit=text.fit),
        self_names=remarks.self_names(chars, title),
        facts=tuple(facts.found),
    )


def _only_forwards(chars: str, front: Front) -> bool:
    """Say whether a notice passes on a text that does not stand below it."""
    notice = front.notice_title
    return notice is not None and headings.forwards(notice.of(chars))


def _same(notice_title: str | None, title: str | None) -> bool:
    """Say whether the title was only printed twice: above the order and above the text."""
    return title is not None and FOLD.sub("", notice_title or "") == FOLD.sub("", title)


def _type(chars: str, title: str | None, span: Span | None, facts: _Facts) -> str | None:
    """Give the kind of document by its title; without one, by what it says of itself."""
    if title is not None:
        return facts.add("doc_type", remarks.document_type(title), "title-words", span)
    said = remarks.type_in_text(chars)
    return facts.add("doc_type", said[0], "said-in-text", said[1], inferred=True) if said else None


# 《武汉市人民政府办公厅关于印发分工方案的通知》
WHOLE_TITLE = re.compile(r"^《([^《》]{8,})》$")
# （荆门市）荆门市市场监管“十四五”规划
PLACE_BEFORE = re.compile(r"^[（(](?P<place>[\u4e00-\u9fff]{2,12})[）)](?=(?P=place))")


def _clean_title(chars: str, span: Span | None) -> str | None:
    """Give a title on one line, without blanks that only space its letters out.

    Several issuers set before 关于 with a blank are the letterhead, not the title; marks
    around the whole of it are the page's.
    """
    if span is None:
        return None
    title = re.sub(r"\s*\n\s*", "", span.of(chars))
    if re.fullmatch(r"(?:\S\s+)+\S", title):
        title = re.sub(r"\s+", "", title)
    title = NUMBER_BEHIND.sub("", WHOLE_TITLE.sub(r"\1", PLACE_BEFORE.sub("", title)))
    title = _without_letterhead(title)
    title = re.sub(r"(?<=[\u4e00-\u9fff”》]) (?=[\u4e00-\u9fff“《（])", _kept_blank, title)
    return title.strip()


def _without_letterhead(title: str) -> str:
    """Cut off issuers that stand before 关于 as a letterhead: with a blank, or three and more."""
    names, mark, rest = title.partition("关于")
    bodies = split_names(names.strip())
    if (
        mark
        and all(map(headings.names_body, bodies))
        and not any(map(issuing.is_short, bodies))
        and (len(bodies) > 2 or (len(bodies) == 2 and names.endswith(" ")))
    ):
        return mark + rest
    return title


def _kept_blank(m: re.Match[str]) -> str:
    """Keep the blank between two issuers; drop one inside words."""
    before = m.string[: m.start()]
    return m[0] if headings.names_body(before) and len(before) < 60 else ""


def _signed(chars: str, front: Front, told: dict[str, str], facts: _Facts) -> str | None:
    """Give the date of signing: in the notice, under the title, or at the end.

    A regulation printed alone has the date on which it was first announced in a note; where
    the text has none, the page's table may say it (成文日期).
    """
    parts: tuple[LeafPart, ...] = ("signature", "date", "note")
    for part in parts:
        for span in front.of(part):
            m = DATE.search(chars, span.start, span.end)
            if m and iso_date(m) and (part != "note" or ANNOUNCED.search(span.of(chars))):
                return facts.add("signed_date", iso_date(m), f"{part}-line", Span(*m.span()))
    return facts.add("signed_date", find_date(told.get("signed", "")), "furniture", None)


def _addressees(chars: str, front: Front, facts: _Facts) -> tuple[str, ...]:
    spans = front.of("addressees")
    if not spans:
        return ()
    names = addressees.split(spans[0].of(chars))
    facts.add("addressees", "；".join(names), "addressees-line", spans[0])
    return names


def _place(
    chars: str,
    issuers: Sequence[Issuer],
    number: str | None,
    code: CodeReading | None,
    title: str | None,
    receivers: str,
    keepers: Sequence[str],
    facts: _Facts,
) -> tuple[Level | None, str | None]:
    """Give level and jurisdiction: by number code, issuer, title, then 我省/我市.

    ``keepers`` are the bodies that the page names as its source and its publisher: of these
    only one of the document's own level tells its place.
    """
    readings: list[tuple[Level, str, str]] = []
    if code is not None and code.level is not None and code.place is not None:
        readings.append((code.level, code.place, "number-code"))
    for name, rule in [
        *((one.name, "issuer-name") for one in issuers),
        (title or "", "title-name"),
    ]:
        area = issuing.new_area(name)
        place = issuing.place_of(name) if name else None
        by_suffix = issuing.level_by_suffix(name)
        town = issuing.township(name) if rule == "issuer-name" else None
        if area or town:
            seat: tuple[Level, str] = ("prefectural", area) if area else ("township", town or "")
            readings.append((*seat, rule))
            continue
        if place is not None:
            readings.append((places.level(place), place.name, rule))
        elif rule == "issuer-name" and agencies.national(name) is not None:
            readings.append(("national", NATION, "issuer-of-the-centre"))
        elif by_suffix is not None:
            readings.append((*by_suffix, f"{rule}-suffix"))
    if readings:
        level, place_name, rule = readings[0]
        facts.add("level", level, rule, None)
        return level, facts.add("jurisdiction", place_name, rule, None)
    if number is not None and number.startswith("国"):
        facts.add("level", "national", "number-of-the-centre", None)
        return "national", facts.add("jurisdiction", NATION, "number-of-the-centre", None)
    named = own_place.named_in_title(title or "", receivers)
    if named is not None:
        facts.add("level", places.level(named), "title-and-receivers", None)
        return places.level(named), facts.add(
            "jurisdiction", named.name, "title-and-receivers", None
        )
    seated = own_place.own_area(chars, title or "")
    if seated is not None:
        rule, at = "title-and-own-level", seated[2]
        facts.add("level", seated[0], rule, at, inferred=True)
        return seated[0], facts.add("jurisdiction", seated[1], rule, at, inferred=True)
    fits = own_place.suited(chars)
    if fits is not None:
        facts.add("level", fits[0], "suited-to", fits[2], inferred=True)
        return fits[0], facts.add("jurisdiction", fits[1], "suited-to", fits[2], inferred=True)
    own = own_place.own_level(chars, receivers) or own_place.bare_in_title(title or "")
    if own is None:
        return None, None
    facts.add("level", own[0], "own-level", own[1], inferred=True)
    if own[0] == "national":
        return own[0], facts.add("jurisdiction", NATION, "own-level", own[1], inferred=True)
    kept = next((place for place in map(issuing.place_of, keepers) if place), None)
    home = kept.name if kept and places.level(kept) == own[0] else None
    return own[0], facts.add("jurisdiction", home, "keeper-of-the-page", None, inferred=True)


def _full_name(name: str, jurisdiction: str | None) -> str:
    """Give 市政府 as the government of the document's place."""
    found = places.named(jurisdiction) if jurisdiction else ()
    return (issuing.lengthened(name, found[0]) if found else None) or name
