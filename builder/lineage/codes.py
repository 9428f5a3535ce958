"""What the number of a document tells about one that nobody holds.

In: 皖发改规划〔2023〕69号.  Out: level, issuer, place and year, as far as the code says.
"""

import re
from dataclasses import dataclass
from functools import cache

from builder.lexicon.tables import toml
from builder.lineage.places import COUNTRY
from builder.model.outline import Level

__all__ = ["Numbered", "read"]

_YEAR = re.compile(r"[〔\[(（【](?P<year>(?:19|20)\d\d)[〕\])）】]")  # 〔2023〕
_KIND = r"(?:发|函|字|令|规|秘)?"  # 发
_GOVERNMENT = re.compile(rf".(?:府|政){_KIND}(?=[〔\[(（【\d第])")  # 湘政发〔


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What a number tells; None where its code does not say."""

    level: Level | None
    issuer: str | None
    jurisdiction: str | None
    year: int | None


def read(number: str) -> Numbered:
    """Give what a document number tells of its issuer, place and year.

    >>> read("皖发改规划〔2023〕69号")
    Numbered(level='provincial', issuer=None, jurisdiction='安徽省', year=2023)
    >>> read("国发〔2024〕17号").issuer
    '国务院'
    """
    year = int(m["year"]) if (m := _YEAR.search(number)) else None
    for code, issuer in _central():
        if number.startswith(code):
            return Numbered(level="national", issuer=issuer, jurisdiction=COUNTRY, year=year)
    province = toml("lineage")["province_codes"]["names"].get(number[:1])
    if province is None:
        return Numbered(level=None, issuer=None, jurisdiction=None, year=year)
    government = f"{province}人民政府" if _GOVERNMENT.match(number) else None
    return Numbered(level="provincial", issuer=government, jurisdiction=province, year=year)


@cache
def _central() -> tuple[tuple[str, str], ...]:
    """Longest code first: 国办 before 国, 人社部 before 人."""
    names = toml("lineage")["central_codes"]["names"]
    return tuple(sorted(names.items(), key=lambda row: (-len(row[0]), row[0])))
