"""Branches of central bodies, banks and companies that carry their place in the middle.

国家金融监督管理总局|广东|监管局 is neither the central body nor a bureau of the province: a
central body's name with a place and a tail behind it is a body of its own.  Head and tail are
looked up exactly, and what stands between them must be a place.

Source: see the head of ``builder/data/agency_branches.csv``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from builder.lexicon import places
from builder.lexicon.alternatives import any_of
from builder.lexicon.places import Division
from builder.lexicon.tables import rows

__all__ = ["Branch", "branch", "branch_end", "branch_heads"]

LEVEL_LETTERS = {"province": "P", "prefecture": "M", "county": "C", "district": "C", "other": "C"}
MAX_SEAT_CHARS = 11  # 积石山保安族东乡族撒拉族自治县 is printed short in such names


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch: its official name, line, kind and the place where it sits."""

    name: str
    line: str
    kind: str
    place: Division


def branch(surface: str, *, within: Sequence[str] = ()) -> Branch | None:
    """Give the branch that a whole name means, its place read within a document's places.

    >>> branch("国家金融监督管理总局广东监管局").name
    '国家金融监督管理总局广东监管局'
    >>> branch("国网六安供电公司").name
    '国网安徽省电力有限公司六安供电公司'
    >>> branch("中国移动白山分公司").name
    '中国移动通信集团吉林有限公司白山分公司'
    >>> branch("国家税务总局") is None
    True
    """
    m = _pattern().fullmatch(surface)
    place = places.resolve(m["seat"], within=within) if m else None
    if m is None or place is None:
        return None
    letter = LEVEL_LETTERS.get(place.kind, "")
    for row in _rows().get((m["head"], m["tail"]), ()):
        if not row["levels"] or letter in row["levels"]:
            name = _filled(row["template"], place)
            return Branch(name=name, line=row["line"], kind=row["kind"], place=place)
    return None


def branch_end(chars: str, start: int) -> int:
    """Give where the name of a branch that begins at an offset ends, 0 where none begins.

    >>> branch_end("国家税务总局安徽省税务局、省财政厅", 0)
    12
    >>> branch_end("国家税务总局安徽省有关部门", 0)
    0
    """
    m = _pattern().match(chars, start)
    known = m is not None and (m["head"], m["tail"]) in _rows() and places.called(m["seat"])
    return m.end() if m and known else 0


@cache
def branch_heads() -> frozenset[str]:
    """Give every head: the words before the place."""
    return frozenset(head for head, _ in _rows())


def _filled(template: str, place: Division) -> str:
    above = places.province(place.code) or place
    return template.format(
        place=place.name,
        short=min((*places.short_forms(place), place.name), key=len),
        province=above.name,
        own=min((*places.short_forms(above), above.name), key=len),
    )


@cache
def _pattern() -> re.Pattern[str]:
    heads, tails = any_of(branch_heads()), any_of(tail for _, tail in _rows())
    seat = rf"[一-龥]{{2,{MAX_SEAT_CHARS}}}?"
    return re.compile(rf"(?P<head>{heads})(?P<seat>{seat})(?P<tail>{tails})")


@cache
def _rows() -> dict[tuple[str, str], tuple[dict[str, str], ...]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows("agency_branches"):
        for head in row["heads"].split(";"):
            for tail in row["tails"].split(";"):
                found.setdefault((head, tail), []).append(row)
    return {key: tuple(some) for key, some in found.items()}
