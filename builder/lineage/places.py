"""The line of places (块) of a document: which place lies inside which.

In: two jurisdictions as headers give them.  Out: whether one contains the other.  It is
hard only where a name is shared (朝阳区 lies in Beijing and in Changchun): then the
answer is None, never a guess, unless the place above is printed in front of it.
"""

from functools import cache

from builder.lexicon.tables import rows

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
    above = line(lower)
    if above is None:
        return None
    code = line(upper)
    return None if code is None else code[0] in above


def line(name: str) -> tuple[str, ...] | None:
    """Give the codes of a place and of all places above it; None where the name tells none.

    >>> line("六安市")
    ('341500', '340000', '100000')
    """
    codes = _named(name)
    if len(codes) != 1:
        return None
    parents, out = _parents(), [codes[0]]
    while parents.get(out[-1]):
        out.append(parents[out[-1]])
    return tuple(out)


@cache
def _parents() -> dict[str, str]:
    return {row["code"]: row["parent"] for row in rows("places")}


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("places"):
        found.setdefault(row["name"], []).append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _named(name: str) -> tuple[str, ...]:
    """Codes of a bare name, or of the last name in 安徽省六安市 that lies in those before it."""
    known = _by_name()
    if name in known:
        return known[name]
    for cut in range(1, len(name) - 1):
        if name[cut:] in known and (above := _named(name[:cut])):
            parents = _parents()
            inside = [code for code in known[name[cut:]] if _inside(code, above, parents)]
            return tuple(inside)
    return ()


def _inside(code: str, above: tuple[str, ...], parents: dict[str, str]) -> bool:
    while code := parents.get(code, ""):
        if code in above:
            return True
    return False
