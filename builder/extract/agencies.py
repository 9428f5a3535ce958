"""What a name in a list means: one body by its official name, a group, or nothing.

In comes a name as written and where the document stands (place, date, central or not); out
comes an :class:`Agency`.  It is hard because documents name their own bodies without their
place (省发展改革委), by words that no dictionary cuts well, beside bodies of the centre,
banks whose place stands behind, and groups.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from builder.lexicon import agencies as lexicon
from builder.lexicon import document_codes, places
from builder.lexicon.agencies import Body
from builder.lexicon.places import CHINA, Division
from builder.lexicon.tables import toml
from builder.model.outline import Header, Level
from builder.model.record import Agency

__all__ = ["Standpoint", "named_agency", "own_place", "resolve", "standpoint", "which_group"]

OWN = re.compile(r"自治区|自治州|自治县|自治旗|地区|[省市县区州盟旗]")
OWN_ZONE = re.compile(r"(?:新区|开发区|高新区|经开区|区)?")
CORPS, CORPS_FRONTS = "新疆生产建设兵团", ("新疆生产建设兵团", "兵团")
XINJIANG = "650000"
# 区生态环境分局, 市自然资源局立山分局: an office of the city in a district
BRANCH_OFFICE = re.compile(r"(?P<mark>[区县市])?(?P<form>[一-龥]{2,8}?)(?:局)?分局")
LEAGUE = re.compile(
    r"(?:共青)?团(?P<place>[^委党]{1,15}?)(?:党?委(?:员会)?)"  # 团省委, 共青团湖南省委
)
TAIL = re.compile(
    r"(?:等(?:有关|相关|各)?(?:部门|单位|成员单位)?(?:和单位)?|[（(][^（）()]*[）)])+$"
)
BODY_END = re.compile(
    r"(?:厅|局|委|办|部|署|院|会|社|组|室|处|队|所|站|馆|台|校|行|集团|公司|中心|学院|大学|政府|"
    r"委员会|管委会|党工委|工委|指挥部|专班|联席会议|法院|检察院|基地|园区|新区|协会|研究院)$"
)
MAX_AGENCY_CHARS = 40
MAX_KEPT_NAMES = 8192


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """Where a document stands: its own place, its date, and whether it is a central one."""

    place: Division | None
    date: str | None
    central: bool
    zone: str | None = None  # 贵安新区: an own level that the gazetteer does not have

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
    """
    place = places.located(header.jurisdiction or "")
    central = header.level == "national" or (place is not None and place.code == CHINA)
    date = header.signed_date or header.published_date or _middle_of_the_year(header)
    return Standpoint(
        place=places.by_code(CHINA) if central else place,
        date=date,
        central=central,
        zone=None if place else header.jurisdiction,
    )


def _middle_of_the_year(header: Header) -> str | None:
    """Give a day of the year that the number of an undated document tells."""
    number = document_codes.read(header.doc_number or "")
    return f"{number.year}-07-01" if number and number.year else None


@lru_cache(maxsize=MAX_KEPT_NAMES)  # a document names the same bodies again and again
def resolve(surface: str, at: Standpoint) -> Agency | None:
    """Give the body that a name means, None where it is no name of a body.

    >>> luan = standpoint(Header(jurisdiction="六安市", signed_date="2023-06-14"))
    >>> resolve("市发改委", luan).canonical
    '六安市发展和改革委员会'
    >>> resolve("霍邱县人民政府", luan).canonical
    '霍邱县人民政府'
    >>> resolve("团市委", luan).canonical
    '中国共产主义青年团六安市委员会'
    >>> resolve("市长株潭一体化发展事务中心", luan).resolved
    False
    >>> resolve("抓好落实", luan) is None
    True
    """
    name = TAIL.sub("", surface.strip()).strip()
    if not 2 <= len(name) <= MAX_AGENCY_CHARS:
        return None
    return (
        _central(name, at)
        or _with_front(name, at)
        or _league(name, at)
        or _branch(name, at)
        or _bare(name, at)
        or _office_in_district(name, at)
        or _place_alone(name, at)
        or _of_zone(name, at)
        or _zone(name, at)
        or _unknown(name, at)
    )


def which_group(surface: str) -> str | None:
    """Give the rule by which a name is a group (泛指主体), None for anything else.

    >>> which_group("各县区人民政府")
    'each'
    >>> which_group("市教育局") is None
    True
    """
    name = surface.strip()
    return next((rule for rule, pattern in _groups() if pattern.fullmatch(name)), None)


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
    return Agency(
        key=body.name if unique or place is None else f"{body.name}@{place.code}",
        canonical=body.name,
        aliases=(),
        kind=body.kind,
        level=level,
        jurisdiction="中华人民共和国" if place is None else place.name,
        line=body.line or None,
        resolved=True,
        as_of=at.date,
        rule=body.rule,
    )


def _central(name: str, at: Standpoint) -> Agency | None:
    body = lexicon.national(name, date=at.date, central=at.central)
    return named_agency(body, None, at) if body else None


def _with_front(name: str, at: Standpoint) -> Agency | None:
    """Read 省发展改革委, 湖南省财政厅, 湖南金融监管局: a place in front of a form."""
    for place, rest, front in _fronts(name, at):
        body = lexicon.local(rest, place=place, date=at.date, front=front)
        if body is None and front == "name":
            body = lexicon.local(rest, place=place, date=at.date)
        if body is not None:
            return named_agency(body, place, at)
    return None


def _fronts(name: str, at: Standpoint) -> list[tuple[Division, str, str]]:
    """Give each way to part a name into the place in front and the rest."""
    found: list[tuple[Division, str, str]] = []
    for length in range(min(places.MAX_NAME_CHARS, len(name) - 1), 1, -1):
        place = places.resolve(name[:length], within=at.line)
        if place is not None and place.code != CHINA:
            front = "own" if place.name == name[:length] else "name"
            found.append((place, name[length:], front))
    m = OWN.match(name)
    own = own_place(m[0], at) if m else None
    if m and own is not None:
        found.append((own, name[m.end() :], "own"))
        found.append((own, name[m.end() :], "name"))
    corps = next((words for words in CORPS_FRONTS if name.startswith(words)), None)
    xinjiang = places.by_code(XINJIANG) if corps else None
    if corps and xinjiang is not None:
        found.append((replace(xinjiang, name=CORPS), name.removeprefix(corps), "own"))
    return found


def _league(name: str, at: Standpoint) -> Agency | None:
    m = LEAGUE.fullmatch(name)
    if m is None:
        return None
    place = own_place(m["place"], at) or places.resolve(m["place"], within=at.line)
    if place is None:
        return None
    body = lexicon.local("委", place=place, date=at.date, front="league")
    return named_agency(body, place, at) if body else None


def _branch(name: str, at: Standpoint) -> Agency | None:
    """Read 人民银行湖南省分行 and 国家统计局六安调查队: a central body with its place behind."""
    body = lexicon.behind(name, date=at.date) or _central_with_place(name, at)
    if body is None:
        return None
    rest = next((n for n in range(2, len(name)) if places.resolve(name[n:][:3], within=at.line)), 0)
    place = places.resolve(name[rest:][:3], within=at.line) if rest else at.place
    return named_agency(body, place, at)


def _central_with_place(name: str, at: Standpoint) -> Body | None:
    for length in range(len(name) - 3, 2, -1):
        body = lexicon.national(name[:length], date=at.date)
        rest = name[length:]
        if body and any(places.called(rest[:size]) for size in (2, 3, 4)):
            return replace(body, name=body.name + rest, rule="central-body-and-place")
    return None


def _bare(name: str, at: Standpoint) -> Agency | None:
    """Read a form without its place (发展改革局 in a county's list) as the own place's."""
    if at.central or at.place is None:
        return None
    for form in (name, f"委{name}"):
        body = lexicon.local(form, place=at.place, date=at.date)
        if body is not None and len(name) > 2:
            return named_agency(body, at.place, at)
    return None


def _office_in_district(name: str, at: Standpoint) -> Agency | None:
    """Read 区生态环境分局 in a district's list as the office of the city's bureau there."""
    m = BRANCH_OFFICE.fullmatch(name)
    if m is None or at.place is None or at.place.kind not in ("district", "county"):
        return None
    city = places.by_code(at.place.parent)
    body = lexicon.local(m["form"] + "局", place=city, date=at.date) if city else None
    if body is None:
        return None
    short = (*places.short_forms(at.place), at.place.name)[0]
    return named_agency(replace(body, name=f"{body.name}{short}分局"), at.place, at)


def _place_alone(name: str, at: Standpoint) -> Agency | None:
    """Read a place in a list (霍邱县) as its government."""
    place = places.resolve(name, within=at.line)
    if place is None or place.kind == "other" or place.name != name:
        return None
    body = lexicon.local("人民政府", place=place, date=at.date)
    return named_agency(body, place, at) if body else None


def _of_zone(name: str, at: Standpoint) -> Agency | None:
    """Read 新区财政局 in a document of 贵安新区 as that area's own bureau."""
    m = OWN_ZONE.match(name)
    if at.zone is None or m is None:
        return None
    area = Division(code=CHINA, name=at.zone, kind="prefecture", parent="")
    body = lexicon.local(name[m.end() :], place=area, date=at.date)
    return named_agency(body, area, at) if body else None


def _zone(name: str, at: Standpoint) -> Agency | None:
    """Read 蔡甸经济开发区 in a list as its committee."""
    full = lexicon.zone_committee(name)
    if full is None or which_group(name):
        return None
    body = Body(name=full, line="开发区", kind="government", rule="zone-committee")
    return named_agency(body, at.place, at)


def _unknown(name: str, at: Standpoint) -> Agency | None:
    """Keep a name that no table has, with the place in front where it begins with 省, 市 …."""
    if not BODY_END.search(name) or which_group(name):
        return None
    m = OWN.match(name)
    own = own_place(m[0], at) if m else None
    full = own.name + name[m.end() :] if m and own else name
    if at.zone and not own and name.endswith(("局", "委", "办")):
        full = at.zone + name.removeprefix("新区")
    if full.endswith("管委会"):
        full = full.removesuffix("管委会") + "管理委员会"
    place = own or at.place
    return Agency(
        key=full,
        canonical=full,
        aliases=(),
        kind="unknown",
        level=places.level(place) if place else None,
        jurisdiction=place.name if place else None,
        line=None,
        resolved=False,
        as_of=at.date,
        rule="place-and-name-as-written" if own else "name-as-written",
    )


@cache
def _groups() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["id"], re.compile(row["pattern"])) for row in toml("generic_actors")["group"])
