"""A clause -> its figures: number or range, unit, comparator, and the cue before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from builder.lexicon.units import target_words, unit
from builder.model.record import Comparator

__all__ = ["Figure", "figures"]

_DIGITS = dict(zip("零一二三四五六七八九两〇", (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 0), strict=True))
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_BEFORE: tuple[tuple[str, Comparator], ...] = (
    (
        r"(?:不低于|不少于|不小于|不得低于|不得少于|至少(?:有|达到|为|打造|建成|建设|培育|开展|举办|完成)?|超过|突破|高于|大于|力争超过)$",
        ">=",
    ),
    (r"(?:不超过|不高于|不大于|不得超过|不得高于|低于|小于|最多|控制在)$", "<="),
    (r"(?:接近|近)$", "->"),
    (r"(?:约|大约|大致)$", "~"),
)
_AFTER: tuple[tuple[str, Comparator], ...] = (
    ("左右|上下", "~"),
    ("以上|及以上", ">="),
    ("以内|以下|之内|及以下", "<="),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit; offsets are in the clause's own characters.

    ``start`` is where the number begins, ``end`` behind its unit and 以上 or 左右.
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
    """
    for m in _figure().finditer(text):
        low = number(m["low"])
        high = number(m["high"]) if m["high"] else None
        if low is None:
            continue
        comparator = _comparator(text[: m.start()], m["after"] or "", high is not None)
        yield Figure(
            start=m.start(),
            end=m.end(),
            value=low if high is None else (low, high),
            unit=m["unit"].replace("％", "%"),
            comparator=comparator,
            digits=m["low"][0].isdigit(),
        )


def number(surface: str) -> float | None:
    """Give the value of a number in digits or Chinese numerals, None where it is no number.

    >>> number("1,200"), number("三十五"), number("两"), number("二分之一")
    (1200.0, 35.0, 2.0, 0.5)
    """
    if surface[0].isdigit():
        return float(surface.replace(",", "").replace("，", "").replace("．", "."))
    if "分之" in surface:
        below, above = surface.split("分之")
        low, high = number(below), number(above)
        return high / low if low and high is not None else None
    total, digit = 0, 0
    for char in surface:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SCALES:
            total, digit = total + (digit or 1) * _SCALES[char], 0
        else:
            return None
    return float(total + digit)


def _comparator(before: str, after: str, is_range: bool) -> Comparator:
    for pattern, comparator in _AFTER:
        if re.match(pattern, after):
            return comparator
    for pattern, comparator in _BEFORE:
        if re.search(pattern, before) and not (is_range and comparator == "<="):
            if comparator == "<=" and before.endswith("控制在"):
                return "="
            return comparator
    return "range" if is_range else "="


@cache
def _figure() -> re.Pattern[str]:
    arabic = r"(?<![\dA-Za-z.．〔第])\d+(?:,\d{3})*(?:[.．]\d+)?"
    chinese = r"[一二三四五六七八九两十]?分之[一二三四五六七八九十]|[一二三四五六七八九十百两]{1,5}"
    return re.compile(
        rf"(?P<low>{arabic}|{chinese})(?:{unit()})?(?:[-－—–~～至到](?P<high>\d+(?:\.\d+)?))?"
        rf"(?P<unit>{unit()})(?P<after>以上|左右|上下|以内|以下|之内|之间|及以上|及以下)?"
        if False
        else rf"(?P<low>{arabic}|{chinese})(?:(?:{unit()})?[-－—–~～至到](?P<high>\d+(?:\.\d+)?))?"
        rf"(?P<unit>{unit()})(?P<after>以上|左右|上下|以内|以下|之内|之间|及以上|及以下)?"
    )


def cue_before(text: str) -> re.Match[str] | None:
    """Give the cue word that ends the words before a figure."""
    return _cue().search(text)


@cache
def _cue() -> re.Pattern[str]:
    words = f"{target_words('reach')}|{target_words('change')}"
    return re.compile(
        rf"(?P<cue>(?:分别|均|都|再|要|力争|总数|累计|年均|比例|最高|最低|只|仅)*(?:{words}))(?:了|约|近|每年|不低于|不少于|至少)?$"
    )
