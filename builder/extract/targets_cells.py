"""Cells of a table of indicators -> values: 65, ≥1075, 80%以上, [35], 2.35∶1.

Where a page lost its table the values of a row touch (``1803.332200``).  They are parted
where both are numbers that lie nearest to each other: a base and the aim set from it.
"""

import re
from dataclasses import dataclass
from math import log

from builder.extract.targets_figures import number
from builder.lexicon.units import unit
from builder.model.record import Comparator

__all__ = ["UNIT", "VALUE", "VALUES", "Value", "value_of", "values_of"]

_SIGN = r"[≥≧>＞≤≦<＜约]"
_AFTER = r"左右|以上|以内|以下"
_DECIMAL = r"\d[\d,]*(?:\.\d+)?"
# a unit cell: 万吨, ％, 元／人·月, 岁
UNIT = rf"(?:{unit()}(?:[/／·]?[人月年日天户])*|年)"
# one value cell, or the dash of an empty one
VALUE = (
    rf"(?:[\[［〔（(]?{_SIGN}?\s?-?{_DECIMAL}(?:[:：∶]{_DECIMAL})?\s?[%％]?(?:{_AFTER})?[\]］〕）)]?"
    r"|[—–-]{1,2})"
)
# the value cells of a row, apart or touching
VALUES = rf"{VALUE}(?:[\s|]*{VALUE}){{0,5}}"
_CELL = re.compile(
    rf"[\[［〔]?(?P<sign>{_SIGN})?\s?(?P<number>{_DECIMAL})(?:[:：∶](?P<other>{_DECIMAL}))?\s?"
    rf"(?P<percent>[%％])?(?P<after>{_AFTER})?[\]］〕]?"
)
_MARKED = re.compile(
    rf"(?=[\[［〔（(])|(?={_SIGN})|[\s|]+|(?<=[%％\]］〕）)—–])(?=\d)|(?<=\d)(?=[—–-])"
)
_RATIOS = re.compile(r"(?P<one>\d+(?:\.\d+)?[:：∶]1)(?P<two>\d+(?:\.\d+)?[:：∶]1)")
_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")
_SIGNS: dict[str, Comparator] = {
    **dict.fromkeys("≥≧>＞", ">="),
    **dict.fromkeys("≤≦<＜", "<="),
    "约": "~",
    "左右": "~",
    "以上": ">=",
    "以内": "<=",
    "以下": "<=",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value cell read: its number, the sign as comparator, % or :1 where it is printed."""

    value: float
    comparator: Comparator
    unit: str


def value_of(cell: str) -> Value | None:
    """Give the value that a cell holds, None where it holds none.

    >>> value_of("≥35.5").comparator, value_of("80%以上").unit, value_of("2.35∶1").value
    ('>=', '%', 2.35)
    >>> value_of("—") is None
    True
    """
    m = _CELL.fullmatch(cell.strip())
    found = number(m["number"]) if m else None
    if m is None or found is None:
        return None
    mark = m["sign"] or m["after"]
    return Value(
        value=found,
        comparator=_SIGNS[mark] if mark else "=",
        unit=":1" if m["other"] else m["percent"] or "",
    )


def values_of(words: str, columns: int) -> list[str]:
    """Give the value cells of a row of so many columns, none where they do not fit.

    >>> values_of("1803.332200", 2), values_of("44.761", 2), values_of("≧80≧80", 2)
    (['1803.33', '2200'], ['44.7', '61'], ['≧80', '≧80'])
    >>> values_of("2.45∶12.35∶1", 2), values_of("33 35.5", 2), values_of("6064[4]", 3)
    (['2.45∶1', '2.35∶1'], ['33', '35.5'], ['60', '64', '[4]'])
    """
    cells = [cell for cell in _MARKED.split(words.strip()) if cell]
    if len(cells) >= columns:
        return cells
    signed = any(re.match(_SIGN, cell) for cell in cells[1:])
    if signed or re.search(r"[\s|]", words.strip()):
        return []  # a cell is lost, and nobody can say which
    parted: list[str] = []
    for n, cell in enumerate(cells):
        if len(cells) - n - 1 + len(parted) < columns - 1:
            parted += _parted(cell)
        else:
            parted.append(cell)
    return parted


def _parted(cell: str) -> list[str]:
    """Give two numbers that touch, each apart."""
    ratios = _RATIOS.fullmatch(cell)
    if ratios:
        return [ratios["one"], ratios["two"]]
    cuts = [
        (abs(log(float(cell[:n]) / float(cell[n:]))) + _odd(cell[:n]) + _odd(cell[n:]), n)
        for n in range(1, len(cell))
        if _NUMBER.fullmatch(cell[:n])
        and _NUMBER.fullmatch(cell[n:])
        and float(cell[:n]) > 0
        and float(cell[n:]) > 0
    ]
    if not cuts:
        return [cell]
    _, n = min(cuts)
    return [cell[:n], cell[n:]]


def _odd(surface: str) -> int:
    """Count against a number of three decimals and more, as no page prints it: 4.761."""
    return 1 if re.search(r"[1-9]\d*\.\d{3}", surface) else 0
