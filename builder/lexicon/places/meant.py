"""Which place a name means, read within the line of places of the document it stands in."""

from collections.abc import Sequence

from builder.lexicon.places.gazetteer import CHINA, RANKS, Division, called, inside, line

__all__ = ["MAX_NAME_CHARS", "located", "resolve"]


def resolve(surface: str, *, within: Sequence[str] = ()) -> Division | None:
    """Give the one division that a name means in a document of the places ``within``.

    ``within`` are codes, the document's own place first, its parents after it
    (:func:`line`).  A province's name is the province everywhere; else a place inside the
    own place comes before one inside the parent, and a larger one before a smaller one.
    None where no candidate or more than one is left.

    >>> resolve("朝阳", within=line("110000")).name
    '朝阳区'
    >>> resolve("朝阳").name
    '朝阳市'
    >>> resolve("伊宁", within=line("650000")).name
    '伊宁市'
    >>> resolve("鼓楼区") is None
    True
    >>> resolve("河北", within=line("120000")).name
    '河北省'
    """
    candidates = called(surface)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    provinces = [d for d in candidates if d.kind == "province"]
    if provinces:
        return provinces[0]
    for own in within:
        if own == CHINA:
            break
        found = _largest([d for d in candidates if inside(d.code, own)])
        if found is not None:
            return found
    return _largest(list(candidates))


def located(words: str) -> Division | None:
    """Give the division that a name with its parents in front means.

    >>> located("安徽省六安市金安区").code
    '341502'
    >>> located("广东省中山市").name
    '中山市'
    >>> located("六安市").code
    '341500'
    >>> located("某某市") is None
    True
    """
    within: tuple[str, ...] = ()
    found: Division | None = None
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + MAX_NAME_CHARS), start + 1, -1):
            division = resolve(words[start:end], within=within)
            if division is not None and (found is None or inside(division.code, found.code)):
                break
        else:
            return None
        found, within, start = division, line(division.code), end
    return found


MAX_NAME_CHARS = 15  # 双江拉祜族佤族布朗族傣族自治县


def _largest(candidates: list[Division]) -> Division | None:
    """Give the one candidate of the highest level, None where two share it.

    Of a city and a county of one name in one place the city is meant: 伊宁, 承德.
    """
    if not candidates:
        return None
    top = min(RANKS[d.kind] for d in candidates)
    best = [d for d in candidates if RANKS[d.kind] == top]
    cities = [d for d in best if d.name.endswith("市")]
    if len(best) > 1 and len(cities) == 1 and len({d.parent for d in best}) == 1:
        return cities[0]
    return best[0] if len(best) == 1 else None
