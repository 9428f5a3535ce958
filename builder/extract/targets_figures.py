"""A clause -> its figures: number or range, unit, comparator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from builder.lexicon.units import unit
from builder.model.record import Comparator

__all__ = ["Figure", "figures", "marked_before", "may_count", "number"]

_DIGITS = dict(zip("零一二三四五六七八九两〇", (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 0), strict=True))
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_AFTER: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (re.compile("左右|上下"), "~"),
    (re.compile("及?以上"), ">="),
    (re.compile("及?以[内下]|之内"), "<="),
)
# 不得, 不应, 不宜|超过
# 不高于|承担风险责任的0.5%
_OF = r"(?:[^，、。\d]{2,10}的)?"
_NOT = r"不(?:得|应|宜|能|可|再|允许)?"
_BEFORE: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (
        re.compile(
            rf"(?:(?:{_NOT}|禁止|严禁)(?:超过|高于|大于|多于)|(?<!不)(?<!不[得应宜能可再])(?:低于|小于|少于)|最多|至多)(?:到|为)?{_OF}$|[<＜≤]\s?$"
        ),
        "<=",
    ),
    (
        re.compile(
            rf"(?:{_NOT}(?:低于|少于|小于)|至少\S{{0,8}}|超过?|突?破|高于|大于|快于)(?:到|为)?{_OF}$|[>＞≥]\s?$"
        ),
        ">=",
    ),
    (re.compile(r"(?:接近|(?<![临邻附就])近)$"), "->"),
    (re.compile(rf"(?:大约|大致|约需?){_OF}$"), "~"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit; offsets are in the clause's own characters.

    ``start`` is where the number begins, ``end`` behind its unit and 以上 or 左右;
    ``digits`` is false for Chinese numerals.
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str
    comparator: Comparator
    digits: bool


def figures(text: str) -> Iterator[Figure]:
    """Give every figure with a unit, in order.

    >>> [(f.value, f.unit, f.comparator) for f in figures("控制在20%-30%之间、不少于1万套（间）")]
    [((20.0, 30.0), '%', 'range'), (1.0, '万套（间）', '>=')]

    A ratio keeps the side that is not 1, its unit shows which; a plain number has no unit.

    >>> [(f.value, f.unit, f.comparator) for f in figures("医护比不低于1:1.2，师生比15:1以下")]
    [(1.2, '1:', '>='), (15.0, ':1', '<=')]
    >>> [(f.value, f.unit, f.comparator) for f in figures("入户率达到百分之九十九点五以上")]
    [(99.5, '%', '>=')]
    >>> [(f.value, f.unit, f.comparator) for f in figures("占总课时一半以上")]
    [(50.0, '%', '>=')]
    >>> [(f.value, f.unit) for f in figures("有效利用系数提高到0.53")]
    [(0.53, '')]
    >>> [(f.value, f.unit) for f in figures("2025年平均受教育年限达到11.3年")]
    [(11.3, '年')]
    """
    for m in _figure().finditer(text):
        if m["percent"]:
            yield _percent(m, text)
            continue
        if m["half"]:
            yield _half(m, text)
            continue
        if m["left"] or m["plain"]:
            yield _unitless(m, text)
            continue
        surface = m["low"] or m["part"]
        low = number(surface)
        high = number(m["high"]) if m["high"] else None
        if low is not None:
            yield Figure(
                start=m.start(),
                end=m.end(),
                value=low if high is None else (low, high),
                unit=(m["unit"] or "").replace("％", "%").replace("／", "/"),
                comparator=_comparator(text[: m.start()], m["after"] or "", high is not None),
                digits=surface[0].isdigit(),
            )


def number(surface: str) -> float | None:
    """Give the value of a number in digits or Chinese numerals, None where it is no number.

    >>> number("1,200"), number("三十五"), number("两"), number("二分之一")
    (1200.0, 35.0, 2.0, 0.5)
    """
    if surface[0].isdigit():
        return float(surface.replace(",", "").replace("．", "."))
    if "分之" in surface:
        below, above = (number(part) for part in surface.split("分之"))
        return above / below if above is not None and below else None
    total, digit = 0, 0
    for char in surface:
        if char in _SCALES:
            total, digit = total + (digit or 1) * _SCALES[char], 0
        else:
            digit = _DIGITS[char]
    return float(total + digit)


def _percent(m: re.Match[str], text: str) -> Figure:
    """Give a share in Chinese numerals: 百分之七十."""
    whole, _, rest = m["percent"].partition("点")
    parts = "".join(str(_DIGITS.get(char, "")) for char in rest)
    return Figure(
        start=m.start(),
        end=m.end(),
        value=(number(whole) or 0.0) + (float(f"0.{parts}") if parts else 0.0),
        unit="%",
        comparator=_comparator(text[: m.start()], m["after"] or "", False),
        digits=False,
    )


def _half(m: re.Match[str], text: str) -> Figure:
    """Give a half as a share: 超过一半."""
    return Figure(
        start=m.start(),
        end=m.end(),
        value=50.0,
        unit="%",
        comparator=_comparator(text[: m.start()], m["after"] or "", False),
        digits=True,
    )


def _unitless(m: re.Match[str], text: str) -> Figure:
    """Give a ratio (1:1.2) or a number without a unit (0.53)."""
    left, right = m["left"], m["right"]
    one = left is not None and float(left) == 1
    value = m["plain"] or (right if one else left)
    return Figure(
        start=m.start(),
        end=m.end(),
        value=float(value),
        unit="" if m["plain"] else "1:" if one else ":1",
        comparator=_comparator(text[: m.start()], m["after"] or "", False),
        digits=True,
    )


def marked_before(before: str) -> Comparator:
    """Give the comparator that the words before a figure mark: 超过, 不低于, 接近.

    >>> marked_before("分别超过"), marked_before("分别达到")
    ('>=', '=')
    """
    return _comparator(before, "", False)


def _comparator(before: str, after: str, is_range: bool) -> Comparator:
    """Give the comparator; words behind the figure win over words before it."""
    before = before[-20:]
    for pattern, comparator in _AFTER if after else ():
        if pattern.match(after):
            return comparator
    for pattern, comparator in _BEFORE:
        if pattern.search(before):
            return comparator
    return "range" if is_range else "="


@cache
def may_count() -> re.Pattern[str]:
    """Match what a text with a figure holds: a digit, or a Chinese numeral before a unit.

    >>> [may_count().search(t) is not None for t in ("统一规划", "建设一批", "新建十座水厂")]
    [False, False, True]
    """
    # one class first, which a text is searched for; then what it was
    return re.compile(
        r"[\d分一半二三四五六七八九十百两](?:(?<=\d)|(?<=分)之|(?<=一)半|(?<=半)数"
        rf"|(?<=[一二三四五六七八九十百两]){unit()})"
    )


@cache
def _figure() -> re.Pattern[str]:
    # 1,200个; 20%-30%之间; 3-5个以上; 一条; 二分之一
    arabic = r"(?<![\dA-Za-z.．〔第±])\d{1,12}(?:,\d{3})*(?:[.．]\d+)?"
    fraction = r"[一二三四五六七八九十]分之[一二三四五六七八九十]"
    chinese = r"(?<![第一二三四五六七八九十百千几数])[一二三四五六七八九十百两]{1,5}"
    share = r"[一二三四五六七八九十百两]{1,5}(?:点[零〇一二三四五六七八九]{1,2})?"
    after = r"(?:及以上|及以下|以上|左右|上下|以内|以下|之内|之间)"
    decimal = r"\d{1,4}(?:\.\d{1,3})?"
    ratio = rf"(?P<left>{decimal})\s?[:：∶]\s?(?P<right>{decimal})(?![\d:：∶])"
    plain = rf"(?P<plain>{decimal})(?={after}?(?:[，、；。和]|$))"
    # 50万劳动力, 200万以上农民
    people = "名|农|劳动|人口|贫困|居民|群众|学生|职工|游客|市民|青年"
    many = rf"[万亿]{{1,2}}(?=(?:以上|以内|以下|左右|余)?(?:{people}|[，。；、]|$))"
    # 抗御6级左右地震
    strength = "级(?=(?:以上|左右)?的?(?:地震|台风|强震))"
    half = "(?P<half>(?<=[占过于到])一半|半数|(?<=[数时员量积额])一半)"
    return re.compile(
        r"(?=[\d一二三四五六七八九十百两半])"
        rf"(?:(?<![\dA-Za-z.:：∶—-])(?:{ratio}|{plain})|百分之(?P<percent>{share})|{half}|(?P<part>{fraction})|(?P<low>{arabic}|{chinese})"
        rf"(?:(?:{unit()}|[万亿千百]{{1,2}})?[-－—–~～至到]{{1,2}}(?P<high>\d{{1,12}}(?:\.\d+)?))?"
        rf"(?P<unit>{unit()}|(?<=\d\.\d)年|{many}|{strength}))(?P<after>{after})?"
    )
