"""Characters -> provinces named by one character each, in a row: 川渝, 沪苏浙皖, 粤桂黔三省区.

One character of a province is an everyday character too (新, 青, 台): a row counts where it is
a known one (川渝) or where what follows says what it is (三省, 交界, 毗邻地区).
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from builder.extract.places_model import Found, place_of_division
from builder.lexicon import places as lexicon
from builder.lexicon.tables import toml
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["province_rows"]


def province_rows(chars: str) -> Iterator[Found]:
    """Give each province of a row, and the region that a row opens (粤桂黔高铁经济带).

    >>> words = "推动川渝合作和粤桂黔三省区共建粤桂黔高铁经济带"
    >>> [(x.span.of(words), x.place.canonical) for x in province_rows(words)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('川', '四川省'), ('渝', '重庆市'), ('粤', '广东省'), ('桂', '广西壮族自治区'),
     ('黔', '贵州省'), ('粤桂黔高铁经济带', '粤桂黔高铁经济带')]
    >>> [x.place.canonical for x in province_rows("川、滇、藏交界一带")]
    ['四川省', '云南省', '西藏自治区']
    >>> list(province_rows("新青年、云台山"))
    []
    """
    for m in chain(_rows(chars), _apart().finditer(chars)):
        region = _region().match(chars, m.end("row"))
        if region:
            span = Span(m.start("row"), region.end())
            yield Found(span=span, place=_of_region(span.of(chars)), rule="provinces-and-suffix")
            continue
        for n in range(m.start("row"), m.end("row")):
            division = lexicon.province_of_abbreviation(chars[n])
            if division is not None:
                yield Found(
                    span=Span(n, n + 1), place=place_of_division(division), rule="provinces-in-row"
                )


def _rows(chars: str) -> Iterator[re.Match[str]]:
    """Give the rows in order, tried only where two characters may begin one."""
    first, row = _row()
    reached = 0
    for m in first.finditer(chars):
        found = row.match(chars, m.start()) if m.start() >= reached else None
        if found:
            reached = found.end()
            yield found


def _of_region(name: str) -> Place:
    return Place(
        key=name,
        canonical=name,
        aliases=(),
        kind="region",
        parent="中华人民共和国",
        code=None,
        resolved=False,
    )


@cache
def _row() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what matches the first two characters of a row, and what matches a row.

    >>> first, row = _row()
    >>> first.match("川渝合作")[0], row.match("川渝合作")["row"], row.match("川藏铁路")
    ('川', '川渝', None)
    """
    rule = toml("place_rules")["province_row"]
    known = "|".join(sorted(rule["rows"], key=len, reverse=True))
    one = f"[{''.join(rule['characters'])}]"
    first, second = ("".join({row[n] for row in rule["rows"]}) for n in (0, 1))
    every = "".join(rule["characters"])
    return re.compile(f"[{first}{every}](?=[{second}{every}])"), re.compile(
        rf"(?P<row>(?:{known})(?!{one}|高原|高速|高铁(?!经济)|[铁剧菜语江镇])|{one}{{2,5}}(?=(?:{rule['behind']})))"
    )


@cache
def _apart() -> re.Pattern[str]:
    """Match a row with its marks: 川、滇、藏、青交界."""
    rule = toml("place_rules")["province_row"]
    one = f"[{''.join(rule['characters'])}]"
    return re.compile(rf"(?P<row>{one}(?:、{one})+)(?=(?:等)?(?:{rule['behind']}))")


@cache
def _region() -> re.Pattern[str]:
    return re.compile(toml("place_rules")["province_row"]["region"])
