"""What clauses are about: their character pairs and kinds of things, each with its weight.

In: a text and stretches of it.  Out: for each stretch its features with factors.
Boilerplate is damped twice: by how common a pair is in policy at large (a table that is
shipped, so that a document more or less in a corpus changes no weight), and because words
of manner (加快推进…提质增效) say how, not what.  Dates say when, and are left out.  Kinds let
教育 answer 公共服务.  A feature is a number, so that a whole text is read at once: first
character * PAIR + second; kinds are below zero.
"""

import math
import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from builder.lexicon.tables import rows, toml
from builder.model.span import Span

__all__ = [
    "FACTORS",
    "KIND_WEIGHT",
    "commonness",
    "core",
    "distinct",
    "features",
    "kinds",
    "named",
    "pairs",
    "rarity",
]

Numbers = NDArray[np.int64]
Places = NDArray[np.int32]
Weights = NDArray[np.float64]

PAIR_BITS = 21
PAIR = 1 << PAIR_BITS
KIND_WEIGHT = 0.35  # a kind weighs as much as a fairly common pair of characters
FACTORS = np.array((1.0, 0.5, 0.25))  # of a pair by how many of its characters are manner
LEAST_RARITY = 0.05
_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")  # 2019年1月1日
CELLS = 1 << 26  # first characters times second ones: beyond that features are sorted
SMALL = 8  # in fewer provisions than that nothing is common


def features(text: str, spans: Sequence[Span]) -> tuple[Numbers, Numbers, Numbers]:
    """Give (span number, feature, manner) of each feature of some stretches, as it stands.

    ``manner`` says how many characters of the pair are manner: its place in ``FACTORS``.

    >>> found = features("完善污水处理", [Span(0, 6)])
    >>> [named(feature) for feature in found[1].tolist()]
    ['完善', '善污', '污水', '水处', '处理', '§基础设施']
    >>> FACTORS[found[2]].tolist()
    [0.25, 0.5, 1.0, 1.0, 1.0, 1.0]
    """
    points = _points(text)
    word = _alphanumeric(points) & ~_covered(_DATE, text)
    inside = _covered(_manner(), text).astype(np.int8)
    number, first = _places(spans)
    met = word[first]
    met &= word[first + 1]
    number, first = number[met], first[met]
    kind_number, kind = _kinds_of(text, spans)
    return (
        np.concatenate([number, kind_number]),
        np.concatenate([points[first] * PAIR + points[first + 1], kind]),
        np.concatenate([inside[first] + inside[first + 1], np.zeros(len(kind), dtype=np.int8)]),
    )


def distinct(found: Numbers) -> tuple[Numbers, Numbers | Places]:
    """Give the distinct features, sorted, and the place of each feature among them.

    >>> known, place = distinct(pairs("供水供水"))
    >>> [named(feature) for feature in known.tolist()], place.tolist()
    (['供水', '水供'], [0, 1, 0])
    """
    firsts, first = _numbered((found >> PAIR_BITS) + 1, PAIR)
    seconds, second = _numbered(found & (PAIR - 1), PAIR)
    if len(firsts) * len(seconds) > CELLS:
        return np.unique(found, return_inverse=True)
    first *= len(seconds)
    first += second
    cells, place = _numbered(first, len(firsts) * len(seconds))
    width = max(len(seconds), 1)
    return (firsts[cells // width] - 1) * PAIR + seconds[cells % width], place


def pairs(chars: str) -> Numbers:
    """Give every pair of characters of a term as features.

    >>> [named(pair) for pair in pairs("住房公积金").tolist()]
    ['住房', '房公', '公积', '积金']
    """
    points = _points(chars)
    return points[:-1] * PAIR + points[1:]


def named(feature: int) -> str:
    """Give a feature as people read it."""
    if feature < 0:
        return f"§{_kinds()[-feature - 1][0]}"
    return chr(feature // PAIR) + chr(feature % PAIR)


def kinds(chars: str) -> tuple[str, ...]:
    """Give the kinds of things that a clause names, by their own name or a member's.

    >>> kinds("完善污水处理和公共厕所建设")
    ('基础设施',)
    """
    return tuple(_kinds()[at][0] for at in _kinds_in(chars, 0, len(chars)))


def core(heading: str) -> str:
    """Give a heading without its words of manner.

    >>> core("实施工业领域设备更新行动"), core("强化政策保障")
    ('工业领域设备', '')
    """
    return _manner().sub("", heading)


def commonness(found: Numbers) -> Weights:
    """Give the weight of features in policy at large: 1 for one never met, 0 for one met always.

    >>> flood, medical, more = commonness(pairs("洪涝医疗加强"))[::2].tolist()
    >>> flood > medical > more
    True
    """
    known, counts, stretches = _counts()
    at = np.minimum(np.searchsorted(known, found), len(known) - 1)
    ascii_pair = (found // PAIR < 128) & (found % PAIR < 128)
    count = np.where(known[at] == found, counts[at], ascii_pair.astype(np.int64))
    weight = np.log((stretches + 1) / (count + 1)) / math.log(stretches + 1)
    return np.where(found < 0, KIND_WEIGHT, weight)


def rarity(provisions: int, holding: Numbers) -> Weights:
    """Give how telling features are within one document: 1 where one provision has it.

    >>> rarity(30, np.array([1, 6, 30])).round(2).tolist()
    [1.0, 0.47, 0.05]
    """
    base = max(provisions, SMALL)
    share: Weights = np.log(base / np.clip(holding, 1, base)) / math.log(base)
    return np.maximum(LEAST_RARITY, share)


def _points(chars: str) -> Numbers:
    return np.frombuffer(chars.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(
        np.int64
    )


def _alphanumeric(points: Numbers) -> NDArray[np.bool_]:
    distinct, at = _numbered(points, int(points.max(initial=0)) + 1)
    return np.array([chr(point).isalnum() for point in distinct.tolist()], dtype=bool)[at]


def _covered(pattern: re.Pattern[str], text: str) -> NDArray[np.bool_]:
    """Say for each character whether it stands in what a pattern finds.

    >>> _covered(_DATE, "到2027年底").tolist()
    [False, True, True, True, True, True, False]
    """
    found = np.array([m.span() for m in pattern.finditer(text)], dtype=np.int64).reshape(-1, 2)
    steps = np.zeros(len(text) + 1, dtype=np.int8)
    steps[found[:, 0]] += 1
    steps[found[:, 1]] -= 1
    return np.cumsum(steps[:-1], dtype=np.int8) > 0


def _numbered(values: Numbers | Places, bound: int) -> tuple[Numbers, Places]:
    """Give the distinct values, sorted, and the place of each value among them.

    The same as ``np.unique`` with its inverse, without sorting; all are from 0 to ``bound``,
    and there is a byte for each number below it.

    >>> [found.tolist() for found in _numbered(np.array([7, 2, 7]), 8)]
    [[2, 7], [1, 0, 1]]
    """
    met = np.zeros(bound, dtype=bool)
    met[values] = True
    known = np.flatnonzero(met).astype(np.int64)
    place = np.empty(bound, dtype=np.int32)
    place[known] = np.arange(len(known), dtype=np.int32)
    return known, place[values]


def _places(spans: Sequence[Span]) -> tuple[Places, Places]:
    """For each pair of characters within a span: the span's number, and where it starts."""
    starts, ends = np.array(spans, dtype=np.int32).reshape(-1, 2).T
    lengths = np.maximum(ends - starts - 1, 0)
    number = np.repeat(np.arange(len(spans), dtype=np.int32), lengths)
    first = np.arange(len(number), dtype=np.int32)
    first -= (np.cumsum(lengths, dtype=np.int32) - lengths - starts)[number]
    return number, first


def _kinds_of(text: str, spans: Sequence[Span]) -> tuple[Numbers, Numbers]:
    """For each kind that a span names: the span's number, and the kind as a feature."""
    met = np.concatenate([[0], np.cumsum(_covered(_any_kind(), text))])
    bounds = np.array(spans, dtype=np.int64).reshape(-1, 2)
    near = np.flatnonzero(met[bounds[:, 1]] > met[bounds[:, 0]]).tolist()
    found = [(number, -at - 1) for number in near for at in _kinds_in(text, *spans[number])]
    both = np.array(found, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _kinds_in(chars: str, start: int, end: int) -> list[int]:
    return [at for at, (_, members) in enumerate(_kinds()) if members.search(chars, start, end)]


@cache
def _counts() -> tuple[Numbers, Numbers, int]:
    """The pairs that are counted, sorted; in how many stretches each stands; all stretches."""
    total, *counted = rows("lineage_bigrams")
    known = pairs("".join(row["bigram"] for row in counted))[::2]
    counts = np.array([int(row["count"]) for row in counted], dtype=np.int64)
    order = np.argsort(known)
    return known[order], counts[order], int(total["count"])


@cache
def _manner() -> re.Pattern[str]:
    words = toml("lineage")["manner"]["words"]
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["name"], re.compile("|".join(map(re.escape, row["members"]))))
        for row in toml("lineage")["kinds"]
    )


@cache
def _any_kind() -> re.Pattern[str]:
    members = {word for row in toml("lineage")["kinds"] for word in row["members"]}
    return re.compile("|".join(sorted(map(re.escape, members))))
