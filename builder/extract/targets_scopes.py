"""Words before a figure -> who or where an indicator speaks of, and the indicator itself.

``全市常住人口城镇化率`` names both; ``其中金寨县300公里`` and ``县城达到95%`` name a place alone,
of the indicator that the sentence has named before.
"""

import re
from functools import cache

from builder.extract.targets_shares import JOIN
from builder.lexicon.places import called
from builder.lexicon.units import target_words

__all__ = ["members", "scope_of", "somewhere"]

# 县（市）达到30%以上
_SOMEWHERE = re.compile(
    r"(?:其[他余中它])?(?:各|全|每个?)?(?:省|市|县|区|旗|州|市州|市县|县区|市本级|[省市县乡]级|县城|市区|城区|主城区|中心城区|城镇|建制镇|城市|农村|乡村|乡镇"
    r"|县（市）|县（市、区）|县（区）|市（州）|区县|区、县（市）|[东中西]部|[东中西]部地区|平原地区|山区|牧区)"
)


# 覆盖率：大中型企业达到90%, 二级以上医院达到80%
_MEMBERS = re.compile(
    r"[^，、的]{0,10}(?:企业|医院|学校|院校|中学|小学|幼儿园|机构|城市|地区|乡镇|镇|村|社区|园区|农户|家庭|单位)"
)


def somewhere(name: str) -> tuple[str, ...]:
    """Give the places where a name is nothing but places; none where it is more.

    >>> somewhere("霍邱县、寿县"), somewhere("长沙"), somewhere("县（市）"), somewhere("示范县")
    (('霍邱县', '寿县'), ('长沙',), ('县（市）',), ())
    >>> somewhere("新建"), somewhere("新建区")
    ((), ('新建区',))
    """
    if _SOMEWHERE.fullmatch(name):
        return (name,)
    places = tuple(part.removesuffix("各") for part in JOIN.split(name))
    return places if all(_is_place(place) for place in places) else ()


def members(name: str) -> tuple[str, ...]:
    """Give those of whom a share is said, where a name is nothing but who they are.

    >>> members("规上企业"), members("研发机构覆盖率")
    (('规上企业',), ())
    """
    return (name,) if _MEMBERS.fullmatch(name) else ()


def _is_place(name: str) -> bool:
    """Say whether a name is a place's; a short one of a district may be a word: 新建, 新城."""
    return any(name == d.name or d.kind != "district" for d in called(name))


def scope_of(name: str) -> tuple[str | None, str]:
    """Split who or where from an indicator: 全市常住人口城镇化率, 县域….

    >>> scope_of("中心城市和县城建成区路网密度")
    ('中心城市和县城', '建成区路网密度')
    """
    m = _scopes().match(name)
    if m is None or len(name) - m.end() < 3:
        return None, name
    return m["scope"], name[m.end() :]


@cache
def _scopes() -> re.Pattern[str]:
    place = r"(?:全|我)(?:省|市|县|区|国|州|域|镇|自治区|社会)"
    known = rf"{place}|城乡(?!居民)|{target_words('scopes')}"
    return re.compile(
        rf"(?:原则上|规划)?(?P<scope>(?:{known})(?:[、和与及](?:{known}))*)(?:的|范围内|内(?!部))?"
    )
