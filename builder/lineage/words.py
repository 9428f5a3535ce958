"""What a clause is about: its character pairs and kinds of things, each with its weight.

In: a clause.  Out: features with factors.  Boilerplate is damped twice: by how common a
pair is in policy at large (a table that is shipped, so that a document more or less in a
corpus changes no weight), and because words of manner (加快推进…提质增效) say how, not
what.  Kinds let 教育 answer 公共服务.
"""

import math
import re
from functools import cache
from operator import add

from builder.lexicon.tables import rows, toml

__all__ = ["KIND_WEIGHT", "RUN", "commonness", "features", "kinds", "rarity"]

KIND_WEIGHT = 0.35  # a kind weighs as much as a fairly common pair of characters
_INSIDE = (1.0, 0.5, 0.25)  # factor of a pair by how many of its characters are manner
RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+")  # 第五代移动通信


def features(chars: str) -> dict[str, float]:
    """Give the features of a clause: pairs of characters, and kinds marked by §.

    >>> sorted(features("完善污水处理").items())[:3]
    [('§基础设施', 1.0), ('善污', 0.5), ('处理', 1.0)]
    """
    inside = [0] * (len(chars) + 1)
    for m in _manner().finditer(chars):
        inside[m.start() : m.end()] = [1] * (m.end() - m.start())
    found: dict[str, float] = {}
    for pair, first, second in zip(map(add, chars, chars[1:]), inside, inside[1:], strict=False):
        factor = _INSIDE[first + second]
        if factor > found.get(pair, 0.0) and pair.isalnum():
            found[pair] = factor
    for kind in kinds(chars):
        found[f"§{kind}"] = 1.0
    return found


def kinds(chars: str) -> tuple[str, ...]:
    """Give the kinds of things that a clause names, by their own name or a member's.

    >>> kinds("完善污水处理和公共厕所建设")
    ('基础设施',)
    """
    if not _any_kind().search(chars):
        return ()
    return tuple(name for name, members in _kinds() if members.search(chars))


@cache
def commonness(feature: str) -> float:
    """Give the weight of a feature in policy at large: 1 for one never met, 0 for one met always.

    >>> commonness("洪涝") > commonness("医疗") > commonness("加强")
    True
    """
    if feature.startswith("§"):
        return KIND_WEIGHT
    counts = _counts()
    stretches = counts[""]
    count = counts.get(feature, 1 if feature.isascii() else 0)
    return math.log((stretches + 1) / (count + 1)) / math.log(stretches + 1)


@cache
def rarity(provisions: int, holding: int) -> float:
    """Give how telling a feature is within one document: 1 where one provision has it.

    >>> rarity(30, 1), round(rarity(30, 6), 2), rarity(30, 30)
    (1.0, 0.47, 0.05)
    """
    base = max(provisions, 8)
    return max(0.05, math.log(base / min(max(holding, 1), base)) / math.log(base))


@cache
def _counts() -> dict[str, int]:
    """In how many stretches of text a pair stands; under the empty name, how many there are."""
    return {row["bigram"]: int(row["count"]) for row in rows("lineage_bigrams")}


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
