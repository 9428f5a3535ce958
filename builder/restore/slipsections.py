"""The order of sections as evidence: between （四） and （六） a misdecoded label is （五）."""

import re
from functools import lru_cache

from builder.restore.slipstates import Reading
from builder.restore.slipstretch import QUESTION

__all__ = ["expected_numeral", "weighted"]

NUMERALS = "一二三四五六七八九十"
# （六）, and the 二、 that begins its count anew
LABEL = re.compile(
    rf"^[ \t\u3000]*(?:[（(](?P<section>[{NUMERALS}]{{1,3}})[）)]|[{NUMERALS}]{{1,3}}、)",
    re.MULTILINE,
)
RESTORED_SECTION = re.compile(rf"\u3000*（([{NUMERALS}]{{1,3}})）")
SECTION_BONUS = 8.0


def expected_numeral(chars: str, line_start: int) -> str:
    """Give the numeral that the section here should have, from the labels before it."""
    end, value = 0, 0
    for m in _labels(chars):
        if m.end() > line_start:
            break
        end, value = m.end(), _value(m["section"]) if m["section"] else 0
    lines = chars[end:line_start].split("\n")
    damaged = sum(1 for line in lines if line and line[0] in QUESTION)
    return _numeral(value + 1 + damaged)


def weighted(reading: Reading, expected: str) -> Reading:
    """Give a reading with its score raised if its label has the expected numeral, else lowered."""
    m = RESTORED_SECTION.match(reading.runs[0][2]) if reading.runs[0][0] == 0 else None
    if m is None:
        return reading
    bonus = SECTION_BONUS if m.group(1) == expected else -SECTION_BONUS / 2
    return Reading(score=reading.score + bonus, runs=reading.runs)


@lru_cache(maxsize=1)
def _labels(chars: str) -> list[re.Match[str]]:
    return list(LABEL.finditer(chars))


def _value(numeral: str) -> int:
    """Give the value of a numeral up to 99; of a longer string of digits only the first counts.

    >>> [_value(n) for n in ("六", "十", "十二", "二十", "三十五")]
    [6, 10, 12, 20, 35]
    """
    if "十" not in numeral:
        return NUMERALS.index(numeral[0]) + 1
    tens, _, ones = numeral.partition("十")
    value = 10 * (NUMERALS.index(tens[0]) + 1 if tens else 1)
    return value + (NUMERALS.index(ones[0]) + 1 if ones else 0)


def _numeral(value: int) -> str:
    """Give a number as a numeral, or nothing above 99.

    >>> [_numeral(n) for n in (6, 10, 12, 20, 35, 100)]
    ['六', '十', '十二', '二十', '三十五', '']
    """
    tens, ones = divmod(value, 10)
    if tens > 9:
        return ""
    head = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return head + (NUMERALS[ones - 1] if ones else "")
