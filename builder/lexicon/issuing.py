"""Names of issuing bodies: the place they begin with, their level, and their full form.

``市人民政府办公室`` in a document of 宜兴市 is 宜兴市人民政府办公室; 阿坝州人民政府 sits in
阿坝藏族羌族自治州.  Places come from :mod:`builder.lexicon.places`.
"""

import re
from functools import cache

from builder.lexicon import places
from builder.lexicon.places import Division
from builder.model.outline import Level

__all__ = [
    "is_short",
    "lengthened",
    "level_by_suffix",
    "new_area",
    "place_of",
    "places_in",
    "township",
]

CENTRAL = ("国务院", "国家", "中华人民共和国", "中央", "中共中央", "全国", "最高人民")
MAX_PLACE_CHARS = 15
# 河北雄安新区, 兰州新区: named after a place, and their own level
NEW_AREA = re.compile(
    r"(?:中共)?(?P<area>[\u4e00-\u9fff]{2,8}新区)(?=管理委员会|管委会|工作委员会|党工委|$)"
)
TOWNSHIP = re.compile(
    r"(?:中共)?(?P<town>[\u4e00-\u9fff]{2,20}?(?:镇|乡|街道|苏木))(?=人民政府|办事处|委员会|党委|党工委)"
)
SUFFIX = re.compile(
    r"(?:中共)?(?P<place>[\u4e00-\u9fff]{1,12}?(?P<kind>自治区|自治州|自治县|省|市|州|盟|县|区|旗))(?=[\u4e00-\u9fff“]|$)"
)
# 关于加强全县, 加快辽西北地区: words before a suffix that are no name
NO_PLACE = re.compile(
    r"关于|加[快强]|推[进动]|促进|支持|深[入化]|实施|开展|[全我本各]|(?:地|园|社|小|发)区$"
)
SUFFIX_LEVELS: dict[str, Level] = {
    "自治区": "provincial",
    "省": "provincial",
    "自治州": "prefectural",
    "州": "prefectural",
    "盟": "prefectural",
    "自治县": "county",
    "县": "county",
    "区": "county",
    "旗": "county",
}
# 市人民政府办公室, 省发展改革委: a level where the place's name should stand
SHORT = re.compile(
    r"(?P<level>自治区|省|市(?!场监)|县|区|州|盟|旗)(?P<rest>(?:人民)?政府.*|委.*|[\u4e00-\u9fff]{2,}(?:厅|局|委|办|部|院|中心))"
)


def place_of(name: str) -> Division | None:
    """Give the smallest place that a name begins with, or None.

    >>> place_of("六安市人民政府办公室").name, place_of("国务院办公厅").name
    ('六安市', '中华人民共和国')
    >>> place_of("深圳市坪山区人民政府").name, place_of("阿坝州人民政府").name
    ('坪山区', '阿坝藏族羌族自治州')
    >>> place_of("国家税务总局天津市税务局").name
    '天津市'
    """
    plain = name.removeprefix("中国共产党").removeprefix("中共")
    if plain.startswith(CENTRAL):
        return _seat(plain) or places.by_code(places.CHINA)
    found: Division | None = None
    start = 0
    while start < len(plain):
        division, end = _longest(plain, start, found)
        if division is None:
            break
        found, start = division, end
    return found


def _seat(name: str) -> Division | None:
    """Give the place in whose name a central agency in a place goes on after 总局."""
    head, mark, rest = name.partition("总局")
    return place_of(rest) if mark and rest and head.startswith("国家") else None


def _longest(words: str, start: int, above: Division | None) -> tuple[Division | None, int]:
    if words[start : start + 2] not in _beginnings():
        return None, start
    within = places.line(above.code) if above else ()
    for end in range(min(len(words), start + MAX_PLACE_CHARS), start + 1, -1):
        if words[start:end] not in _names():
            continue
        division = places.resolve(words[start:end], within=within)
        if division is not None and (above is None or places.inside(division.code, above.code)):
            if _in_a_longer_name(words, end, division):
                continue
            return division, end
    return None, start


def _in_a_longer_name(words: str, end: int, division: Division) -> bool:
    """Say whether a short name is only the beginning of another one (河北|雄安新区, 镇安|镇)."""
    return not words[:end].endswith(division.name[-1]) and words[end : end + 1] in (
        "新",
        "路",
        "街",
        "镇",
        "乡",
    )


def places_in(words: str) -> tuple[Division, ...]:
    """Give the places whose full names stand in some words, in order.

    >>> [place.name for place in places_in("肥西县、六安市人民政府")]
    ['肥西县', '六安市']
    """
    out: list[Division] = []
    if any(word in words for word in CENTRAL[:1]):
        out.append(_china())
    at = 0
    while at < len(words):
        above = out[-1] if out and out[-1].kind != "country" else None
        division, end = _longest(words, at, None)
        if division is None and above is not None:
            division, end = _longest(words, at, above)
        if division is not None and words[at:end].endswith(tuple("省市县区州盟旗")):
            out.append(division)
        at = end if division is not None else at + 1
    return tuple(out)


def level_by_suffix(name: str) -> tuple[Level, str] | None:
    """Give level and place of a name that the gazetteer does not have, by its suffix.

    >>> level_by_suffix("滦县人民政府")
    ('county', '滦县')
    >>> level_by_suffix("加快辽西北地区经济发展规划纲要") is None
    True
    """
    m = SUFFIX.match(name)
    if m and NO_PLACE.search(m["place"]):
        return None
    if m and m["kind"] in SUFFIX_LEVELS and len(m["place"]) > len(m["kind"]):
        return SUFFIX_LEVELS[m["kind"]], m["place"]
    return None


def new_area(name: str) -> str | None:
    """Give the new area (新区) that a name begins with; it is at prefectural level.

    >>> new_area("中共河北雄安新区工作委员会")
    '河北雄安新区'
    """
    m = NEW_AREA.match(name)
    return m["area"] if m else None


def township(name: str) -> str | None:
    """Give the town or street that issues in its own name, with the places above it.

    >>> township("舒城县城关镇人民政府"), township("六安市人民政府")
    ('舒城县城关镇', None)
    """
    m = TOWNSHIP.match(name)
    return m["town"] if m else None


def is_short(name: str) -> bool:
    """Say whether a name has a level where its place should stand.

    >>> is_short("市人民政府办公室"), is_short("省发展改革委"), is_short("六安市人民政府")
    (True, True, False)
    """
    return SHORT.fullmatch(name) is not None


def lengthened(name: str, place: Division) -> str | None:
    """Give the full name of a government or its office named by level alone.

    >>> lengthened("市政府办公室", places.named("宜兴市")[0])
    '宜兴市人民政府办公室'
    """
    m = SHORT.fullmatch(name)
    if m is None or not place.name.endswith(m["level"][-1]):
        return None
    rest = m["rest"]
    if rest.startswith(("政府", "人民政府")):
        return place.name + "人民政府" + rest.split("政府", 1)[1]
    return None


@cache
def _names() -> frozenset[str]:
    return places.names()


@cache
def _beginnings() -> frozenset[str]:
    """Give the first two characters of every name: most words begin with no place."""
    return frozenset(name[:2] for name in _names())


def _china() -> Division:
    china = places.by_code(places.CHINA)
    assert china is not None
    return china
