"""Where a document stands, and what a body at a place is called in its record."""

import re
from dataclasses import dataclass

from builder.lexicon import document_codes, places
from builder.lexicon.agencies import Body
from builder.lexicon.places import CHINA, Division
from builder.model.outline import Header, Level
from builder.model.record import Agency

__all__ = ["OWN", "Standpoint", "named_agency", "own_place", "standpoint"]

OWN = re.compile(r"自治区|自治州|自治县|自治旗|地区|[省市县区州盟旗]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """Where a document stands: its own place, its date, and whether it is a central one."""

    place: Division | None
    date: str | None
    central: bool
    zone: str | None = None  # 贵安新区: an own level that the gazetteer does not have
    own_name: str | None = None  # 重庆市北碚区: the own place as the issuer's name has it

    @property
    def line(self) -> tuple[str, ...]:
        """The codes of the own place and of all that it lies in."""
        return places.line(self.place.code) if self.place else ()


def standpoint(header: Header) -> Standpoint:
    """Give where a document stands from its header.

    >>> standpoint(Header(jurisdiction="六安市", level="prefectural")).place.code
    '341500'
    >>> standpoint(Header(doc_number="鄂政发〔2018〕26号")).date
    '2018-07-01'
    >>> named = "上海市普陀区人民政府办公室"
    >>> standpoint(Header(jurisdiction="普陀区", issuer=named)).place.code
    '310107'
    """
    place = places.located(header.jurisdiction or "") or _with_place_above(header)
    central = header.level == "national" or (place is not None and place.code == CHINA)
    date = header.signed_date or header.published_date or _middle_of_the_year(header)
    return Standpoint(
        place=places.by_code(CHINA) if central else place,
        date=date,
        central=central,
        zone=None if place else header.jurisdiction,
        own_name=_own_name(header, place) if place else None,
    )


def _with_place_above(header: Header) -> Division | None:
    """Give the one of several namesakes whose city stands before it in the head of the text."""
    heads = [*header.issuers, header.issuer, header.notice_title, header.title]
    for place in places.named(header.jurisdiction or ""):
        above = places.by_code(place.parent)
        if above and any(f"{above.name}{place.name}" in (head or "") for head in heads):
            return place
    return None


def _own_name(header: Header, place: Division) -> str | None:
    """Give a district's name with its city in front where the issuer's name has it so.

    >>> district = places.located("重庆市北碚区")
    >>> _own_name(Header(issuer="重庆市北碚区人民政府办公室"), district)
    '重庆市北碚区'
    >>> _own_name(Header(issuer="北碚区人民政府办公室"), district) is None
    True
    """
    if place.kind != "district":
        return None
    above = places.by_code(place.parent)
    full = (above.name if above else "") + place.name
    return full if full in (header.issuer or "") else None


def _middle_of_the_year(header: Header) -> str | None:
    """Give a day of the year that the number of an undated document tells."""
    number = document_codes.read(header.doc_number or "")
    return f"{number.year}-07-01" if number and number.year else None


def own_place(mark: str, at: Standpoint) -> Division | None:
    """Give the place that 省, 市, 县 … means in a document: the nearest of that kind.

    >>> own_place("省", standpoint(Header(jurisdiction="六安市"))).name
    '安徽省'
    >>> own_place("县", standpoint(Header(jurisdiction="六安市"))) is None
    True
    """
    for code in at.line:
        division = places.by_code(code)
        if division is not None and division.code != CHINA and division.name.endswith(mark):
            return division
    return None


def named_agency(body: Body, place: Division | None, at: Standpoint) -> Agency:
    """Give an agency record for a body; the key names the place where the name does not."""
    unique = place is None or len(places.named(place.name)) < 2
    level: Level | None = "national" if place is None else places.level(place)
    name = body.name
    if place is not None and at.own_name and at.place == place:
        name = name.replace(place.name, at.own_name, 1)
    return Agency(
        key=body.name if unique or place is None else f"{body.name}@{place.code}",
        canonical=name,
        aliases=(),
        kind=body.kind,
        level=level,
        jurisdiction="中华人民共和国" if place is None else place.name,
        line=body.line or None,
        resolved=True,
        as_of=at.date,
        rule=body.rule,
    )
