"""A share of many -> who they are, or what they are to do.

``90%以上的行政村生活垃圾得到治理`` names behind the figure what many are to do,
``停车位应当100%建设充电设施`` before it who all have something to do.
"""

import re
from functools import cache

from builder.extract.targets_figures import Figure
from builder.lexicon.verbs import verb_pattern

__all__ = ["all_do", "share_of"]

MAX_SHARED_CHARS = 40
_AMONG = re.compile(
    r"(?:的|以上的?|左右的?)?(?P<what>(?!的)(?:（[^（）]{1,6}）|[^，。；：、\d（）]){1,40}?"
    r"(?:达到|实现|得到|建成|具备|建立|建有|开展|设有|配备|完成|纳入|划入|列入|通过|参加|掌握|享有|有(?![效关利机害])|达标)[^，。；：\d（）]{0,24})"
)
_WHOLE = re.compile(
    r"^(?:[^，]{0,12}年[底末前内]{0,2})?[、，和]?(?:力争|争取|确保|实现|使|推动|保证|引导)?(?:全[国省市县区州镇]|我[省市县区州]|各地|[^，。；]{2,80}[省市县区州镇])?$"
)
# 每年要对本行政区域内|30%以上的市（地、州、盟）、5%以上的县开展稽查
_TOWARDS = re.compile(
    r"(?:[^，。；、\d]{0,16}(?:每年|每季度|每月))?要?对(?:[^，。；、\d]{0,10}内的?)?"
)
_AMONG_ROW = re.compile(
    r"的(?P<what>(?:（[^（）]{1,8}）|[^，。；：、\d（）]){1,16}?)(?=[、和]\d[\d.]*[%％]|$|开展|进行|实施)"
)
_PART = re.compile(r"(?:完成|实现|覆盖|改造|和|、)$")
_OF_MANY = re.compile(r"的(?P<what>[^，。；：、的\d（）]{3,30}?)(?=和$|、$|与$|及$|$|[，。；：、])")
# 新建小区停车位应当|100%|建设充电设施
_WHO = re.compile(r"(?P<who>[^，。；：、\d]{2,24}?)(?:原则上)?(?:应当?|必?须|要)?")


def all_do(text: str, figure: Figure, before: str) -> str | None:
    """Give those who all have something to do: 停车位应当100%建设充电设施.

    >>> from builder.extract.targets_figures import figures
    >>> chars = "公共建筑100%执行绿色建筑标准"
    >>> all_do(chars, next(figures(chars)), "公共建筑")
    '公共建筑'
    """
    if figure.value != 100 or figure.unit != "%":
        return None
    m = _WHO.fullmatch(before)
    return m["who"] if m and _acts().match(text, figure.end) else None


def share_of(text: str, figure: Figure, before: str, until: int) -> str | None:
    """Give what a share of many is to do or to be done to: 90%以上的行政村生活垃圾得到治理.

    ``until`` is where the next figure begins.
    """
    if not figure.unit.endswith("%"):
        return None
    if _TOWARDS.fullmatch(before):
        m = _AMONG_ROW.match(text, figure.end)
        return m["what"] if m else None
    if _WHOLE.match(before):
        m = _AMONG.match(text, figure.end)
        if m and len(m["what"]) <= MAX_SHARED_CHARS:
            return m["what"]
    if _PART.search(before):
        m = _OF_MANY.match(text, figure.end, until) or _AMONG.match(text, figure.end)
        if m is None and before in ("和", "、"):
            m = _AMONG_ROW.match(text, figure.end)
        if m:
            return m["what"]
    return None


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(verb_pattern("inside"))
