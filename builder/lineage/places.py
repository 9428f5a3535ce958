"""The line of places (块) of a document: which place lies inside which.

In: two jurisdictions as headers give them.  Out: whether one contains the other.  A name
that several places share (朝阳区 lies in Beijing and in Changchun) gives None, never a guess,
unless the place above is printed in front of it.
"""

from functools import cache

from builder.lexicon import places

__all__ = ["COUNTRY", "contains", "line"]

COUNTRY = "中华人民共和国"


def contains(upper: str | None, lower: str | None) -> bool | None:
    """Say whether the upper place is the lower one or lies above it; None where unknown.

    >>> contains("中华人民共和国", "六安市"), contains("安徽省", "六安市")
    (True, True)
    >>> contains("甘肃省", "湖南省"), contains("吉林省", "朝阳区")
    (False, None)
    """
    if not upper or not lower:
        return None
    if upper in (COUNTRY, lower):
        return True
    above, code = line(lower), line(upper)
    return code[0] in above if above and code else None


@cache
def line(name: str) -> tuple[str, ...]:
    """Give the codes of a place and of all places above it; none where the name tells none.

    >>> line("六安市"), line("朝阳区")
    (('341500', '340000', '100000'), ())
    """
    division = places.located(name)
    return places.line(division.code) if division is not None else ()
