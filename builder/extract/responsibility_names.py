"""Words of a list -> its names: 各市州、县市区人民政府, 省教育厅（牵头）, 市科委、中关村管委会.

It is hard because names hold the signs that part them, stand behind words that are no part
of them (由, 会同, numbers, stars) and carry marks of their role.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from builder.lexicon.agencies import joined_forms
from builder.lexicon.alternatives import any_of
from builder.model.record import AgencyRole
from builder.model.span import Span

__all__ = ["Name", "names_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a list as written; ``role`` where a mark behind the name gives it."""

    surface: str
    span: Span
    role: AgencyRole | None = None


def names_of(words: str, span: Span, *, offset: int = 0) -> tuple[Name, ...]:
    """Give the names of a bare series, which has neither label nor verb.

    They are parted at 、，； and blanks outside brackets and groups.  ``span`` counts in the
    whole text, of which ``words`` begins at ``offset``.

    >>> words = "各市州、县市区人民政府、省教育厅"
    >>> [name.surface for name in names_of(words, Span(0, len(words)))]
    ['各市州、县市区人民政府', '省教育厅']
    """
    return tuple(_names(words, offset, span))


def _names(words: str, offset: int, span: Span) -> Iterator[Name]:
    for m in _name_pattern().finditer(words, span.start - offset, span.end - offset):
        surface = m[0]
        rest = ETC_AND.search(surface) if "等" in surface else None
        if rest:
            cut = m.start() + rest.end() + offset
            yield from _names(words, offset, Span(m.start() + offset, cut - 1))
            yield from _names(words, offset, Span(cut, m.end() + offset))
            continue
        mark = ROLE_MARK.search(surface) if surface.endswith(MARK_ENDS) else None
        body = surface[: mark.start()] if mark else surface
        head = HEAD.match(body)
        body = body[head.end() :] if head else body
        start = m.start() + surface.index(body) + offset if body else m.start() + offset
        body = ETC.sub("", body)
        if body:
            own = Span(start, start + len(body))
            yield Name(surface=body, span=own, role=_marked(mark, surface))


def _marked(mark: re.Match[str] | None, surface: str) -> AgencyRole | None:
    """Give the role that a mark at a name gives: 市发改委（牵头）, ★市发改委, 市教育局（配合）."""
    if mark is not None and mark["support"]:
        return "support"
    return "lead" if mark is not None or surface.startswith(STARS) else None


# 由市教育局, 会同市财政局, 1.市发改委, 省级层面由省发展改革委, 等|部门及地方各级人民政府
HEAD = re.compile(
    r"(?:由(?!县)|以及|及(?=[省市县区州国各])|和(?=[省市州国各])|会同|(?:部门|单位)(?:及|和|以及)"
    r"|(?:国家|[省市县区]{1,3})级?层面(?:由)?|[（(]?\d{1,2}[.．、）)](?!\d)|[\s:：*·★▲—－―─]+)+"
)
# 能源局等省有关部门; not 高等教育处
ETC_AND = re.compile(r"(?<![高平中同初])等(?=[^等]{2,})")
ETC = re.compile(r"(?:等(?=$)|\s+$)")
# （牵头）, （配合）, and a star: （市发改委*、市工信局）
STARS = ("*", "★", "▲")
MARK_ENDS = ("）", ")", *STARS)
ROLE_MARK = re.compile(
    r"(?:[（(](?:(?:牵头|主办|主责)|(?P<support>配合|协办|协助|参与))(?:单位|部门)?[）)]|[*★▲])$"
)
PLACES = (
    r"(?:省|自治区|直辖市|设区的?市|地市|市地|市州|州市|市|州|盟|地区|"
    r"县市区|县区|区县|县市|县|区|旗|自治县|乡镇|乡|镇|街道)"
)
BRACKET = r"(?:[（(〔][^（）()〔〕]*[）)〕])?"
SERIES = (
    rf"(?:各{PLACES}(?:行政公署|行署)?"
    rf"|(?:(?<![一-龥])|(?<=[及和与])){PLACES}(?!行署|行政公署)){BRACKET}"  # not 杭埠镇、各乡镇
    rf"(?:[、和及]各?{PLACES}{BRACKET})+"
    rf"(?:党委|人民政府|政府|管委会|办事处|[两三]级)?{BRACKET}"
    r"(?=[、，,；;。\s）)】〕等按负]|$)"
)
# 各区市政府、开发区管委, 各县（市、区）党委、政府: what stands behind a group belongs to it
ZONES = (
    rf"各[^、，。；（）]{{1,8}}?{BRACKET}[区县市]?(?:(?:人民)?政府、(?:开发区|功能区|园区)(?:管委会|管委|管理委员会)"
    r"|党委、(?:人民)?政府)(?=[、，,；;。\s）)按]|$)"
)
NAME = (
    rf"(?:(?=[各省自直设地市州盟县区旗乡镇街])(?:{SERIES}|{ZONES})"  # 各市州、县市区人民政府
    r"|[（(][^（）()]*[）)]|〔[^〔〕]{1,12}〕"  # 县（市、区）, （牵头）, 各区〔县〕
    r"|[<〈][^<>〈〉\n]{1,12}[>〉]"  # 各县〈市、区〉人民政府, inside round brackets
    r"|(?![/／][省市县区州][一-龥]{2})[^、，,；;。\s（）()【】〔〕\[\]])+"  # 市发改委/市财政局
)


@cache
def _name_pattern() -> re.Pattern[str]:
    """Match one name; bodies that hold the sign between names stand first: 科委、中关村管委会."""
    return re.compile(rf"[省市县区]?(?:{any_of(joined_forms())})|{NAME}")
