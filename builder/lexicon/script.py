"""Which characters are evidently traditional, and how runs of them read in simplified script.

OpenCC does the conversion; what it cannot know stands in ``builder/data/script.toml``: picks
that machines get wrong between simplified and traditional, words of Taiwan usage, and names
whose characters look traditional and are not.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from opencc import OpenCC

from builder.lexicon.tables import rows, toml

__all__ = [
    "FIRST_HAN",
    "LAST_HAN",
    "count_evident",
    "each_simplified",
    "evident",
    "folded",
    "guarded",
    "has_folded",
    "plain",
    "script_rules",
    "simplified",
    "traditional_forms",
    "variant",
]

FIRST_HAN, LAST_HAN = 0x3400, 0x9FFF


def simplified(chars: str) -> str:
    """Give text in simplified script, wrong picks repaired, guarded names left alone.

    >>> simplified("安全韌性短闆、北鬥應用、若幹恢複")
    '安全韧性短板、北斗应用、若干恢复'
    >>> simplified("乾安縣、錢鍾書")
    '乾安县、钱锺书'
    """
    converted = _converter().convert(chars)
    if len(converted) != len(chars):
        converted = chars.translate(_by_character())
    converted = _wrong().sub(lambda m: _wrong_words()[m.group()], converted)
    return guarded().sub(lambda m: _guarded_words()[m.group()], converted)


def each_simplified(chars: str) -> str:
    """Give text with each character in simplified script by itself, whatever stands beside it.

    >>> each_simplified("嵤┬乱惠嗈")
    '嵤┬乱惠嗈'
    """
    return chars.translate(_by_character())


@cache
def evident() -> re.Pattern[str]:
    """Give a pattern of one character that no simplified text has.

    >>> bool(evident().search("乾安县锺")), bool(evident().search("產業"))
    (False, True)
    """
    spared = set(script_rules()["spared"]["characters"])
    chars = [c for c in map(chr, _by_character()) if c not in spared and not _in_gb2312(c)]
    return re.compile(f"[{''.join(chars)}]")


def count_evident(chars: str) -> int:
    """Give how many characters of a text no simplified text has.

    >>> count_evident("產業和产业")
    2
    """
    return _count(chars, _evident_codes())


def has_folded(chars: str) -> bool:
    """Say whether a text has radical or compatibility code points.

    >>> has_folded("⼈民政府"), has_folded("人民政府")
    (True, False)
    """
    return _count(chars, _folded_codes()) > 0


def _count(chars: str, marked: NDArray[np.bool_]) -> int:
    codes = np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return int(np.count_nonzero(marked[codes]))


@cache
def _evident_codes() -> NDArray[np.bool_]:
    return _marked(evident().findall("".join(map(chr, _by_character()))))


@cache
def _folded_codes() -> NDArray[np.bool_]:
    return _marked(map(chr, folded()))


def _marked(chars: Iterable[str]) -> NDArray[np.bool_]:
    """Give, for each code point, whether it is that of one of some characters."""
    found = np.zeros(sys.maxunicode + 1, dtype=np.bool_)
    found[[ord(char) for char in chars]] = True
    return found


@cache
def guarded() -> re.Pattern[str]:
    """Give a pattern of names as a converter would spoil them."""
    return re.compile("|".join(sorted(map(re.escape, _guarded_words()), key=len, reverse=True)))


@cache
def folded() -> dict[int, str]:
    """Give radical and compatibility code points with the characters they stand for.

    >>> "⼈民政府".translate(folded())
    '人民政府'
    """
    blocks = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
    pairs = {
        code: unicodedata.normalize("NFKC", chr(code))
        for block in blocks
        for code in block
        if unicodedata.normalize("NFKC", chr(code)) != chr(code)
    }
    return pairs | {ord(k): v for k, v in script_rules()["radicals"]["pairs"].items()}


@cache
def variant() -> re.Pattern[str]:
    """Give a pattern of one variant form, in a name or not.

    >>> bool(variant().search("顾栋髙")), bool(variant().search("顾栋高"))
    (True, False)
    """
    return re.compile(f"[{''.join(_variants())}]")


def plain(chars: str, at: int) -> str | None:
    """Give the character for the variant form at an offset; None outside words that need it.

    >>> plain("提髙水平", 1), plain("顾栋髙撰", 2)
    ('高', None)
    """
    char, words = _variants()[chars[at]]
    return char if words.match(chars, at) else None


@cache
def _variants() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Give variant -> the character that all of its words have, and a pattern of these."""
    table: dict[str, str] = script_rules()["variants"]["words"]
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    for form, words in table.items():
        char = set.intersection(*map(set, words.split())).pop()
        parts = (word.partition(char) for word in words.split())
        around = "|".join(f"(?<={a}){form}{b}" if a else form + b for a, _, b in parts)
        found[form] = char, re.compile(around)
    return found


@cache
def traditional_forms() -> dict[str, tuple[str, ...]]:
    """Give, for a simplified character, the other characters that convert to it.

    >>> "實" in traditional_forms()["实"]
    True
    """
    forms: dict[str, list[str]] = {}
    for code, simple in _by_character().items():
        forms.setdefault(simple, []).append(chr(code))
    return {simple: tuple(found) for simple, found in forms.items()}


@cache
def script_rules() -> dict[str, Any]:
    """Give the tables of ``script.toml``."""
    return toml("script")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _by_character() -> dict[int, str]:
    """Give the single characters that OpenCC changes, with what it makes of them."""
    codes = range(FIRST_HAN, LAST_HAN + 1)
    lines = _converter().convert("\n".join(map(chr, codes))).split("\n")
    return {
        code: line
        for code, line in zip(codes, lines, strict=True)
        if line != chr(code) and len(line) == 1
    }


@cache
def _wrong_words() -> dict[str, str]:
    return {rule["damaged"]: rule["restored"] for rule in toml("script")["wrong"]}


@cache
def _wrong() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _wrong_words()), key=len, reverse=True)))


@cache
def _guarded_words() -> dict[str, str]:
    """Give spoilt -> right, for places and other names that hold such characters."""
    names = {row["name"] for row in rows("places")} | set(toml("script")["names"]["words"])
    changed = {name.translate(_by_character()): name for name in names}
    return {spoilt: name for spoilt, name in changed.items() if spoilt != name}


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
