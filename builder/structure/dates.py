"""Dates as documents print them: 2024年7月28日, 二○一一年四月十四日, 2023-06-15."""

import re

__all__ = ["ANY_DATE", "DATE", "PLAIN_DATE", "PLAIN_MONTH", "find_date", "iso_date"]

GAP = r"[ \t\u3000\xa0]*"
# 2024年7月28日, 2017 年 8 月 18 日
DIGITS = rf"(?P<y>(?:19|20)\d{{2}}){GAP}年{GAP}(?P<m>\d{{1,2}}){GAP}月{GAP}(?P<d>\d{{1,2}}){GAP}日"
# 二○一一年四月十四日, 一九九六年十一月五日
NUMERALS = (
    rf"(?P<cy>[一二][\s]*[〇○零ＯOо0０一二三四五六七八九][\s]*[〇○零ＯOо0０一二三四五六七八九][\s]*[〇○零ＯOо0０一二三四五六七八九])"
    rf"{GAP}年{GAP}(?P<cm>[一二三四五六七八九十元]{{1,2}}){GAP}月{GAP}(?P<cd>[一二三四五六七八九十]{{1,3}}){GAP}日"
)
# 2023-06-15, 2023/6/15, 2023.06.15
DASHED = r"(?P<iy>(?:19|20)\d{2})[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2})"
DATE = re.compile(rf"{DIGITS}|{NUMERALS}")
# the same without names, to stand inside other patterns
PLAIN_DATE = re.sub(r"\(\?P<\w+>", "(?:", DATE.pattern)
# 2016年10月, 二O一六年十月: as a title page has it
PLAIN_MONTH = re.sub(
    r"\(\?P<\w+>",
    "(?:",
    rf"(?:{DIGITS.partition('(?P<d>')[0].removesuffix(GAP)}|{NUMERALS.partition('(?P<cd>')[0].removesuffix(GAP)})",
)
ANY_DATE = re.compile(rf"{DIGITS}|{NUMERALS}|{DASHED}")
VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "○零ＯOо0０", 0
)


def find_date(chars: str) -> str | None:
    """Give the first date in the characters as YYYY-MM-DD, or None.

    >>> find_date("二○一一年四月十四日"), find_date("2024年7月28日"), find_date("2023-06-15 09:55")
    ('2011-04-14', '2024-07-28', '2023-06-15')
    """
    m = ANY_DATE.search(chars)
    return iso_date(m) if m else None


def iso_date(m: re.Match[str]) -> str | None:
    """Give YYYY-MM-DD of a match, or None where no calendar has that day.

    >>> iso_date(DATE.search("2024年13月1日"))
    """
    groups: dict[str, str | None] = {"iy": None, **m.groupdict()}
    if groups["y"] and groups["m"] and groups["d"]:
        year, month, day = int(groups["y"]), int(groups["m"]), int(groups["d"])
    elif groups["cy"] and groups["cm"] and groups["cd"]:
        year = int("".join(str(VALUES[char]) for char in groups["cy"] if not char.isspace()))
        month, day = _small(groups["cm"]), _small(groups["cd"])
    else:
        year, month, day = (int(groups[name] or 0) for name in ("iy", "im", "id"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _small(numeral: str) -> int:
    """Value of a numeral below forty.

    >>> _small("二十六"), _small("十"), _small("元")
    (26, 10, 1)
    """
    if numeral == "元":
        return 1
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return VALUES.get(numeral, 0)
    return (VALUES.get(tens, 1)) * 10 + (VALUES.get(ones, 0))
