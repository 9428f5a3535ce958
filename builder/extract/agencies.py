"""What a name in a list means: one body by its official name, a group, or nothing.

In comes a name as written and where the document stands (place, date, central or not); out
comes an :class:`Agency`.  It is hard because documents name their own bodies without their
place (省发展改革委), by words that no dictionary cuts well, beside bodies of the centre,
banks whose place stands behind, and groups.
"""

import re
from dataclasses import replace
from functools import lru_cache

from builder.extract.agencies_at import OWN, Standpoint, named_agency, own_place, standpoint
from builder.extract.agencies_groups import which_group
from builder.extract.agencies_unlisted import unlisted
from builder.lexicon import agencies as lexicon
from builder.lexicon import places
from builder.lexicon.agencies import Body
from builder.lexicon.agency_branches import branch
from builder.lexicon.places import CHINA, Division
from builder.model.record import Agency

__all__ = ["Standpoint", "named_agency", "own_place", "resolve", "standpoint", "which_group"]

OWN_ZONES = ("高新区", "经开区", "综保区")  # in a list their committees
CORPS, CORPS_FRONTS = "新疆生产建设兵团", ("新疆生产建设兵团", "生产建设兵团", "兵团")
XINJIANG = "650000"
PARTY = re.compile(r"^(?:中国共产党|中共)(?!中央)")
LEAGUE = re.compile(
    r"(?:共青)?团(?P<place>[^委党]{1,15}?)(?:党?委(?:员会)?)"  # 团省委, 共青团湖南省委
)
TAIL = re.compile(
    r"(?:等(?:有关|相关|各)?(?:部门|单位|成员单位)?(?:和单位)?|[（(〔][^（）()〔〕]*[）)〕])+$"
)
MAX_AGENCY_CHARS = 40
MAX_KEPT_NAMES = 8192


@lru_cache(maxsize=MAX_KEPT_NAMES)  # a document names the same bodies again and again
def resolve(surface: str, at: Standpoint) -> Agency | None:
    """Give the body that a name means, None where it is no name of a body.

    >>> from builder.model.outline import Header
    >>> luan = standpoint(Header(jurisdiction="六安市", signed_date="2023-06-14"))
    >>> resolve("市发改委", luan).canonical
    '六安市发展和改革委员会'
    >>> resolve("霍邱县人民政府", luan).canonical
    '霍邱县人民政府'
    >>> resolve("市自然资源与规划局", luan).canonical
    '六安市自然资源和规划局'
    >>> resolve("团市委", luan).canonical
    '中国共产主义青年团六安市委员会'
    >>> resolve("中共六安市委", luan).canonical
    '中国共产党六安市委员会'
    >>> resolve("市长株潭一体化发展事务中心", luan).resolved
    False
    >>> resolve("抓好落实", luan) is None
    True
    """
    name = TAIL.sub("", surface.strip()).strip()
    if not 2 <= len(name) <= MAX_AGENCY_CHARS:
        return None
    known = _known(name, at)
    if known is None and "与" in name:  # 市自然资源与规划局
        known = _known(name.replace("与", "和"), at)
    return known or _place_alone(name, at) or unlisted(name, at)


def _known(name: str, at: Standpoint) -> Agency | None:
    """Give the body that a table knows by name."""
    return (
        _central(name, at)
        or _with_front(name, at)
        or _league(name, at)
        or _branch(name, at)
        or _bare(name, at)
    )


def _central(name: str, at: Standpoint) -> Agency | None:
    body = lexicon.national(name, date=at.date, central=at.central)
    return named_agency(body, None, at) if body else None


def _with_front(name: str, at: Standpoint) -> Agency | None:
    """Read 省发展改革委, 湖南省财政厅, 湖南金融监管局: a place in front of a form."""
    plain = PARTY.sub("", name)
    for place, rest, front in _fronts(plain, at):
        rest = "委" if plain != name and rest == "委员会" else rest
        body = lexicon.local(rest, place=place, date=at.date, front=front)
        if body is None and front == "name":
            body = lexicon.local(rest, place=place, date=at.date)
        elif body is None and rest.endswith("区"):  # 县开发区 in a list is its committee
            body = lexicon.local(f"{rest}管委会", place=place, date=at.date)
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
            inner = _inside(place, name[length:]) if front == "own" else None
            if inner is not None:
                found.append((inner, name[length + len(inner.name) :], "own"))
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


def _inside(place: Division, words: str) -> Division | None:
    """Give the place inside a place that words begin with: 重庆市|北碚区人民政府."""
    below = places.children(place.code)
    below += tuple(inner for d in below for inner in places.children(d.code))
    return next((d for d in below if words.startswith(d.name)), None)


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
    found = branch(name, within=at.line)
    if found is not None:
        known = Body(name=found.name, line=found.line, kind=found.kind, rule="branch-by-place")
        return named_agency(known, found.place, at)
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
        if body and any(lexicon.is_seat(rest[:size]) for size in (2, 3, 4)):
            return replace(body, name=body.name + rest, rule="central-body-and-place")
    return None


def _bare(name: str, at: Standpoint) -> Agency | None:
    """Read a form without its place (发展改革局 in a county's list) as the own place's.

    >>> from builder.extract.agencies_at import standpoint
    >>> from builder.model.outline import Header
    >>> hefei = standpoint(Header(jurisdiction="合肥市", signed_date="2023-02-01"))
    >>> _bare("高新区", hefei).canonical
    '合肥高新技术产业开发区管理委员会'
    """
    if at.central or at.place is None:
        return None
    for form in (name, f"委{name}", *([f"{name}管委会"] if name in OWN_ZONES else [])):
        body = lexicon.local(form, place=at.place, date=at.date)
        if body is not None and len(name) > 2:
            return named_agency(body, at.place, at)
    return None


def _place_alone(name: str, at: Standpoint) -> Agency | None:
    """Read a place in a list (霍邱县) as its government."""
    place = places.resolve(name, within=at.line)
    if place is None or place.kind == "other" or place.name != name:
        return None
    body = lexicon.local("人民政府", place=place, date=at.date)
    return named_agency(body, place, at) if body else None
