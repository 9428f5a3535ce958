"""Bodies that no table lists: offices in districts, zones and their bureaus, towns, customs.

Their names are made by rule from the name as printed and where the document stands; what no
rule reads is kept as written, with its place in front where the words show that it is the
document's own.
"""

import re
from dataclasses import replace

from builder.extract.agencies_at import OWN, Standpoint, named_agency, own_place
from builder.extract.agencies_groups import which_group
from builder.lexicon import agencies as lexicon
from builder.lexicon import places
from builder.lexicon.agencies import Body
from builder.lexicon.places import CHINA, Division
from builder.model.record import Agency

__all__ = ["unlisted"]

# 区生态环境分局: an office of the city in a district; 市自然资源局立山分局 says which
BRANCH_OFFICE = re.compile(r"(?P<mark>[区县市])?(?P<form>[一-龥]{2,8}?)(?:局)?分局")
# 公安高陵分局, 高陵公安分局, 北碚区公安分局
POLICE_OFFICE = re.compile(r"公安(?P<behind>[一-龥]{2,5})分局|(?P<before>[一-龥]{2,5})公安分局")
SEATED_OFFICE = re.compile(r"(?P<form>[一-龥]{2,8}局)(?P<seat>[一-龥]{2,5})分局")
OWN_ZONE = re.compile(r"(?:新区|开发区|高新区|经开区|区|镇|乡|街道|街)?")
# 黄埔海关, 长白山海关; not 直属海关, 当地海关
CUSTOMS = re.compile(
    r"(?![省市县区州各]|直属|当地|属地|驻地|口岸|有关|相关)(?P<seat>[一-龥]{2,5})海关"
)
BODY_END = re.compile(
    r"(?:厅|局|委|办|部|署|院|会|社|组|室|处|队|所|站|馆|台|校|行|集团|公司|中心|学院|大学|政府|"
    r"委员会|管委会|党工委|工委|指挥部|专班|联席会议|法院|检察院|基地|园区|新区|协会|研究院)$"
)
# 农牧业厅, 园区发展局 in a local list are the own place's; not 中国长江三峡集团, 太湖流域管理局
OWN_BARE = re.compile(r"(?!.*(?:流域|铁路局|监管局|监管办))[一-龥]{2,8}(?:厅|局|办)")
# 城关镇, 鼓楼街道; not 各乡镇, 有关镇, 中心镇
TOWN = re.compile(
    r"(?![各有相全本其乡镇街中重县市区]|特色|建制|小城)[一-龥]{2,6}?(?P<kind>镇|乡|街道|苏木)"
)
TOWN_BODIES = {"镇": "人民政府", "乡": "人民政府", "苏木": "人民政府", "街道": "办事处"}
# how the end of a name is written short, and in full
ENDS = (("管委会", "管理委员会"), ("管委", "管理委员会"), ("工委", "工作委员会"))
SHORT_ENDS = (("委", "委员会"), ("办", "办公室"))
ZONE_KINDS = {
    "经开区": "经济技术开发区",
    "高新区": "高新技术产业开发区",
    "综保区": "综合保税区",
}
ZONE_KIND = re.compile(r"(?<=[一-龥]{2})(?P<kind>经开区|高新区|综保区)(?=$|管)")
OF_TOWN = "镇乡"
ELSEWHERE = (
    "国家",
    "中国",
    "中铁",
    "中建",
    "中交",
    "中央",
    "全国",
    "长江",
    "黄河",
    "淮河",
    "珠江",
    "海河",
    "太湖",
    "松辽",
)


def unlisted(name: str, at: Standpoint) -> Agency | None:
    """Give the body of a name that no table has, None where it is no name of a body.

    >>> from builder.extract.agencies_at import standpoint
    >>> from builder.model.outline import Header
    >>> unlisted("镇派出所", standpoint(Header(jurisdiction="大通镇"))).canonical
    '大通镇派出所'
    >>> unlisted("黄埔海关", standpoint(Header(jurisdiction="广东省"))).canonical
    '中华人民共和国黄埔海关'
    """
    return (
        _seated_office(name, at)
        or _police_office(name, at)
        or _office_in_district(name, at)
        or _of_zone(name, at)
        or _zone(name, at)
        or _customs(name, at)
        or _town(name, at)
        or _unknown(name, at)
    )


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


def _seated_office(name: str, at: Standpoint) -> Agency | None:
    """Read 市自然资源局立山分局: a city's bureau with the district where its office sits.

    Without 市 it is the bureau of the city where the seat lies: 生态环境局仙居分局.
    """
    m = SEATED_OFFICE.fullmatch(name)
    mark = OWN.match(name)
    seat = places.resolve(m["seat"], within=at.line) if m else None
    city = own_place(mark[0], at) if mark else places.by_code(seat.parent) if seat else None
    if m is None or city is None or not places.called(m["seat"]):
        return None
    body = lexicon.local(m["form"][mark.end() if mark else 0 :], place=city, date=at.date)
    full = f"{body.name}{m['seat']}分局" if body else ""
    return named_agency(replace(body, name=full), city, at) if body else None


def _police_office(name: str, at: Standpoint) -> Agency | None:
    """Read 公安高陵分局: the office of the city's police in a district that the name tells."""
    m = POLICE_OFFICE.fullmatch(name)
    seat = places.resolve(m["behind"] or m["before"], within=at.line) if m else None
    city = places.by_code(seat.parent) if seat and seat.kind == "district" else None
    if seat is None or city is None or city.kind not in ("prefecture", "province"):
        return None
    short = (*places.short_forms(seat), seat.name)[0]
    body = lexicon.local("公安局", place=city, date=at.date)
    full = f"{body.name}{short}分局" if body else ""
    return named_agency(replace(body, name=full), seat, at) if body else None


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
    full = lexicon.zone_committee(_zone_in_full(name))
    if full is None or which_group(name):
        return None
    body = Body(name=full, line="开发区", kind="government", rule="zone-committee")
    return named_agency(body, at.place, at)


def _zone_in_full(name: str) -> str:
    """Give a zone's name with its kind written out, as its size has it.

    >>> _zone_in_full("长沙经开区"), _zone_in_full("霍邱经开区管委会"), _zone_in_full("东湖高新区")
    ('长沙经济技术开发区', '霍邱经济开发区管委会', '东湖高新技术产业开发区')
    """
    m = ZONE_KIND.search(name)
    if m is None:
        return name
    seat = places.called(name[: m.start()])
    small = bool(seat) and all(d.kind in ("county", "district") for d in seat)
    kind = "经济开发区" if small and m["kind"] == "经开区" else ZONE_KINDS[m["kind"]]
    return name[: m.start()] + kind + name[m.end("kind") :]


def _customs(name: str, at: Standpoint) -> Agency | None:
    """Read a customs house by its seat, which need not be a division: 黄埔海关."""
    m = CUSTOMS.fullmatch(name)
    if m is None:
        return None
    place = places.resolve(m["seat"], within=at.line) or at.place
    body = Body(
        name=f"中华人民共和国{name}", line="海关", kind="government", rule="customs-by-seat"
    )
    return named_agency(body, place, at)


def _town(name: str, at: Standpoint) -> Agency | None:
    """Read a town or street in a list (城关镇, 鼓楼街道) as its government or its office."""
    m = TOWN.fullmatch(name)
    if m is None or at.central or which_group(name):
        return None
    return _as_written(name + TOWN_BODIES[m["kind"]], at.place, at, "town-by-name")


def _unknown(name: str, at: Standpoint) -> Agency | None:
    """Keep a name that no table has, with the place in front where it begins with 省, 市 …."""
    if not BODY_END.search(name) or which_group(name):
        return None
    front, own = _front(name, at)
    rule = "place-and-name-as-written" if front else "name-as-written"
    return _as_written(_in_full(front, name), own or at.place, at, rule)


def _as_written(full: str, place: Division | None, at: Standpoint, rule: str) -> Agency:
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
        rule=rule,
    )


def _front(name: str, at: Standpoint) -> tuple[str, Division | None]:
    """Give the place that a name lacks in front, and that place where the gazetteer has it."""
    m = OWN.match(name)
    own = own_place(m[0], at) if m else None
    if own is not None:
        return (at.own_name or own.name if own == at.place else own.name), own
    marked = at.zone and (name[0] == at.zone[-1] in OF_TOWN or _of_new_area(name, at.zone))
    if at.zone and (marked or name.endswith(("局", "委", "办"))):
        return at.zone, None
    if at.place is None or at.central or _names_place(name):
        return "", None
    of_zone = at.place.kind == "other"  # 公安分局 of a zone that the gazetteer has
    return (at.place.name, at.place) if of_zone or OWN_BARE.fullmatch(name) else ("", None)


def _of_new_area(name: str, zone: str) -> bool:
    return zone.endswith("新区") and name.startswith("新区")


def _names_place(name: str) -> bool:
    """Say whether a name begins with a place, or with that of a river or the country."""
    return name.startswith(ELSEWHERE) or any(lexicon.is_seat(name[:n]) for n in (2, 3, 4))


def _in_full(front: str, name: str) -> str:
    """Give a name with its place in front and its end written out.

    >>> _in_full("辽宁省", "省服务业委"), _in_full("", "滨湖新城管委会")
    ('辽宁省服务业委员会', '滨湖新城管理委员会')
    """
    m = OWN.match(name) if front else None
    if m and front.endswith(m[0]):
        rest = name[m.end() :]
    elif front and name[0] in OF_TOWN:
        rest = name[1:]
    else:
        rest = name.removeprefix("新区") if front.endswith("新区") else name
    ends = ENDS + SHORT_ENDS if front else ENDS
    if front and rest.startswith("委"):  # 市委社治委: a body of the Party
        return f"中共{front}{rest}"
    for short, full in ends:
        if rest.endswith(short):
            return front + rest.removesuffix(short) + full
    return front + rest
