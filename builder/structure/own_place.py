"""Level and place of a text without issuer: by its title, its receivers, and 我省, 我市, 我镇."""

import re

from builder.lexicon import issuing, places
from builder.lexicon.places import Division
from builder.model.outline import Level
from builder.model.span import Span
from builder.structure import remarks

__all__ = ["bare_in_title", "named_in_title", "own_area", "own_level", "suited"]

RECEIVERS_OF = re.compile(r"(?<!各)(?<!、)(?P<kind>自治区|省|市)(?:人民)?政府")
# 我省, 我市, 全县: the level that a text without issuer speaks for
OWN_LEVEL = re.compile(
    r"(?:我(?P<kind>省|自治区|市|州|县|旗|区|镇|乡)(?![们村镇])|全(?P<whole>省|自治区|县|旗|镇|乡)(?![域面村镇]))"
)
# 我市, 全镇: said of the place that the title names
OWN_AREA = re.compile(r"[我全](?P<kind>省|自治区|市|州|县|区|旗|盟|镇|乡|街道)(?![们域面])")
# 结合官渡区实际
SUITED = re.compile(r"结合(?P<place>[\u4e00-\u9fff]{2,11})(?:的)?实际(?!情况下|上)")
# whom a text without 我省, 我县 speaks to tells its level, the surest first
RECEIVERS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("national", re.compile(r"国务院各部委|各省、自治区、直辖市")),
    (
        "provincial",
        re.compile(
            r"自治区(?:人民政府)?(?:各|直)|省(?:人民)?政府(?:各|直)|省直|各(?:市、自治州|设区)"
        ),
    ),
    ("prefectural", re.compile(r"各(?:县|旗县)(?!直|级)|各区、县|各县（|各(?:辖)?市、区")),
    ("county", re.compile(r"各(?:乡|镇|街道|苏木)")),
)
# 我国…, 地方各级政府要…: the centre speaks, where nothing calls a smaller place its own
OF_CENTRE = re.compile(r"地方各级(?:党委|人民政府|政府)|各省（区、市）|各省、自治区、直辖市")
# 全省 says nothing in a text that speaks of 全市, 市政府, （市商务局、市农业局负责）
OF_CITY = re.compile(r"全市|市政府|[（(、]市[\u4e00-\u9fff]{2,10}(?:局|委)")
# 县卫健委2021年…任务分解, 省发展改革委关于…
BARE_BODY = re.compile(
    r"(?P<kind>省|县|旗)(?:人民政府|政府|[\u4e00-\u9fff]{2,8}?[局委厅办])(?=\d{4}年|关于|印发)"
)
TOWN_KINDS = ("镇", "乡", "街道")
# 徐庄镇2017年度…工作计划, 常庄街道秸秆禁烧…实施意见; not 乡镇, 城镇, 城乡
TITLED_TOWN = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{1,8}?(?<![乡城村集建])(?:镇|街道|(?<!城)乡))(?![村镇化居级企道])"
)
OWN_LEVELS: dict[str, Level] = {
    "省": "provincial",
    "自治区": "provincial",
    "市": "prefectural",
    "州": "prefectural",
    "县": "county",
    "旗": "county",
    "区": "county",
    "镇": "township",
    "乡": "township",
}


def named_in_title(title: str, receivers: str) -> Division | None:
    """Give the province or city that a title names anywhere, if the receivers are of its kind.

    关于支持广西新能源汽车推广应用的若干措施, to 自治区人民政府各组成部门: 广西壮族自治区.
    """
    m = RECEIVERS_OF.search(receivers)
    if m is None:
        return None
    kind = "prefecture" if m["kind"] == "市" else "province"
    for start in range(len(title)):
        for size in (4, 3, 2):
            for place in places.called(title[start : start + size]):
                if place.kind == kind and place.name.endswith(m["kind"]):
                    return place
    return None


def own_area(chars: str, title: str) -> tuple[Level, str, Span] | None:
    """Give the place that a title names and the text calls its own.

    >>> own_area("根据我镇实际，制定本计划。", "徐庄镇2017年度安全生产工作计划")
    ('township', '徐庄镇', Span(start=2, end=4))
    """
    m = OWN_AREA.search(chars, 0, remarks.HEAD_CHARS)
    if m is None:
        return None
    at = Span(*m.span())
    if m["kind"] in TOWN_KINDS:
        town = TITLED_TOWN.match(title)
        same = town is not None and town["town"].endswith(m["kind"])
        return ("township", town["town"], at) if town and same else None
    named = [place for place in issuing.places_in(title) if place.name.endswith(m["kind"])]
    if len({place.code for place in named}) != 1:
        return None
    return places.level(named[0]), named[0].name, at


def suited(chars: str) -> tuple[Level, str, Span] | None:
    """Give the place that a text says it is made to suit: 结合长春市实际.

    >>> suited("为促进平稳较快发展，结合官渡区实际，制定如下措施。")
    ('county', '官渡区', Span(start=12, end=15))
    """
    for m in SUITED.finditer(chars, 0, remarks.HEAD_CHARS):
        place = issuing.place_of(m["place"])
        if place is not None and m["place"] in (place.name, place.name[:-1]):
            return places.level(place), place.name, Span(*m.span("place"))
    return None


def bare_in_title(title: str) -> tuple[Level, None] | None:
    """Give the level of a body that a title names without its place: 县卫健委….

    >>> bare_in_title("县卫健委2021年政府工作报告任务分解")
    ('county', None)
    >>> bare_in_title("市场监管工作要点") is None
    True
    """
    m = BARE_BODY.match(title)
    return (OWN_LEVELS[m["kind"]], None) if m else None


def own_level(chars: str, receivers: str) -> tuple[Level, Span] | None:
    """Give the level of 我省, 我县; 我市 may be a county's, which its addressees tell.

    >>> own_level("我国科研诚信建设成效显著。地方各级政府要采取措施。", "")[0]
    'national'
    """
    m = OWN_LEVEL.search(chars, 0, remarks.HEAD_CHARS)
    kind = (m["kind"] or m["whole"]) if m else None
    if kind is None or kind in ("市", "区"):
        for level, pattern in RECEIVERS:
            told = pattern.search(receivers)
            if told and not (kind == "市" and level in ("national", "provincial")):
                at = chars.find(told[0])
                return level, Span(at, at + len(told[0]))
    if m is None or kind is None:
        centre = OF_CENTRE.search(chars, 0, remarks.HEAD_CHARS)
        own = OWN_AREA.search(chars, 0, remarks.HEAD_CHARS) or "我国" not in chars
        return None if centre is None or own else ("national", Span(*centre.span()))
    if m["whole"] in ("省", "自治区") and OF_CITY.search(chars, 0, remarks.HEAD_CHARS):
        return None
    if kind in ("市", "区"):
        if re.search(r"各(?:乡|镇|街道)", receivers):
            return "county", Span(*m.span())
        if kind == "市" and re.search(r"各(?:县|区县|旗|市县|市、县)", receivers):
            return "prefectural", Span(*m.span())
        return None
    return OWN_LEVELS[kind], Span(*m.span())
