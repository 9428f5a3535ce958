"""Places found -> the same with towns: a name with 镇, 乡 or 街道 right behind its county.

``舒城城关镇、杭埠镇`` names two towns of 舒城县; once named in full, ``杭埠`` alone is the
town as well.  A county's own documents name its towns without it (在龙山镇、醒狮镇开展试点):
there a name counts that stands between marks or verbs, in a row or more than once.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from builder.extract.places_model import Found
from builder.lexicon.tables import toml
from builder.lexicon.verbs import ends_in_verb
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["with_towns"]

# 城关镇, 三河镇, 中山街道
TOWN = re.compile(r"(?P<name>[一-龥]{1,4}?(?:街道|镇|乡))(?![镇村域政])")
NEXT = re.compile(r"[、和与]")
# the mark of a town; not 乡村, 镇域, 街道办
MARK = re.compile(r"(?:街道|镇|乡)(?![镇村域政企贤愁情土级街社区居民])")
NAME = re.compile(r"[一-龥]{2,3}(?:街道|镇|乡)")
ODD = re.compile(
    r"[的各全本每该多等你我希乡村和与及在对将把]|重点|中心|特色|示范|试点|所属|有关|相关|部分"
)
ALONE_AHEAD = re.compile(r"(?:位于|[为在至由从]|落户)$")
ALONE_BEHIND = re.compile(
    r"[一-龥]{2,3}村(?![民委庄])|[要应须]|负责|政府|党委|境内|辖区|[一-龥]{1,3}(?:社区|水库|山|沟)"
)
AGREED = ("同意", "批准", "撤销", "设立")
OPEN = "、，。；：（(“\n与和及至在到由对将把以为括从含"


def with_towns(
    chars: str, found: Sequence[Found], closed: Callable[[Span], bool], *, own: Place | None = None
) -> list[Found]:
    """Give the places with the towns that stand behind them, and with those of ``own``.

    >>> luan = Place(key="341523", canonical="舒城县", aliases=(), kind="county",
    ...              parent="六安市", code="341523")
    >>> words = "推进舒城城关镇、杭埠镇建设，支持杭埠发展"
    >>> county = Found(span=Span(2, 4), place=luan, rule="short-name")
    >>> [x.span.of(words) for x in with_towns(words, [county], lambda span: False)]
    ['舒城', '城关镇', '杭埠镇', '杭埠']
    >>> words = "在城关镇、杭埠镇开展特色小镇试点"
    >>> [x.span.of(words) for x in with_towns(words, [], lambda span: False, own=luan)]
    ['城关镇', '杭埠镇']
    """
    towns = [town for item in found for town in _behind(chars, item)]
    if own is not None:
        towns += [town for town in _of_own(chars, own) if not closed(town.span)]
    if not towns:
        return list(found)
    short = [item for item in _again(chars, towns) if not closed(item.span)]
    kept: list[Found] = []
    both = sorted([*found, *towns, *short], key=lambda x: (x.span.start, -x.span.end))
    for item in both:
        if not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    return kept


def _behind(chars: str, county: Found) -> Iterator[Found]:
    """Give the series of towns right behind a county."""
    if county.place.kind not in ("county", "district"):
        return
    at = county.span.end + chars.startswith("的", county.span.end)  # 五指山市的水满乡
    first = True
    while m := TOWN.match(chars, at):
        name = m["name"]
        joined = NEXT.match(chars, m.end()) is not None
        in_row = not first or (joined and TOWN.match(chars, m.end() + 1) is not None)
        if _is_no_town(name, in_row=in_row) or NEXT.search(name):
            return
        yield Found(
            span=Span(at, m.end()), place=_town(county.place, name), rule="town-behind-place"
        )
        if not joined:
            return
        at, first = m.end() + 1, False


def _is_no_town(name: str, *, in_row: bool) -> bool:
    """Say whether a name is none of a town: 小城镇; 临城镇 is one in a row of towns.

    >>> _is_no_town("临城镇", in_row=True), _is_no_town("小城镇", in_row=True)
    (False, True)
    """
    words = _not_towns()
    return name in words or (not in_row and name.endswith(words))


def _of_own(chars: str, own: Place) -> Iterator[Found]:
    """Give the towns of the document's own place: in a row, or named more than once.

    In a document of a whole prefecture only rows count.
    """
    rows = list(_rows(chars))
    named = Counter(span.of(chars) for row in rows for span in row)
    for row in rows:
        for span in row:
            again = named[span.of(chars)] > 1 or _alone(chars, span)
            if len(row) > 1 or (again and own.kind != "prefecture"):
                yield Found(span=span, place=_town(own, span.of(chars)), rule="town-of-own")


def _alone(chars: str, span: Span) -> bool:
    """Say whether one town by itself is certain: 位于叶大乡, 沙头镇花坦村, 岩头镇要加快."""
    return bool(ALONE_AHEAD.search(chars, max(span.start - 2, 0), span.start)) or bool(
        ALONE_BEHIND.match(chars, span.end)
    )


def _rows(chars: str) -> Iterator[list[Span]]:
    """Give towns that are joined by 、 or 和, row by row."""
    row: list[Span] = []
    for mark in MARK.finditer(chars):
        joined = bool(row) and NEXT.match(chars, row[-1].end) is not None
        town = _town_at(chars, mark, row[-1].end + 1 if joined else None)
        if town is None and joined:
            joined, town = False, _town_at(chars, mark, None)
        if town is None:
            continue
        if not joined:
            if row:
                yield row
            row = []
        row.append(town)
    if row:
        yield row


def _town_at(chars: str, mark: re.Match[str], start: int | None) -> Span | None:
    """Give the town that ends in a mark; ``start`` where it must begin, if that is known."""
    for size in (2, 3):
        at = mark.start() - size
        if at < 0 or (start is not None and at != start) or not _opens(chars, at):
            continue
        name = chars[at : mark.end()]
        if (
            NAME.fullmatch(name)
            and not name.endswith(_not_towns())
            and not ODD.search(chars, at, mark.start())
        ):
            return Span(at, mark.end())
    return None


def _opens(chars: str, start: int) -> bool:
    """Say whether a name can begin here: behind a mark, a joining word or a verb."""
    before = chars[start - 1 : start]
    ahead = chars[max(0, start - 4) : start]
    return not before or before in OPEN or ahead.endswith(AGREED) or ends_in_verb(ahead)


def _again(chars: str, towns: Sequence[Found]) -> Iterator[Found]:
    """Give later mentions of a town, with its mark or without."""
    for place in {town.place.key: town.place for town in towns}.values():
        stem = re.sub("(?:街道|镇|乡)$", "", place.canonical)
        if len(stem) > 1:
            for m in re.finditer(f"{re.escape(stem)}(?:{place.canonical[len(stem) :]})?", chars):
                yield Found(span=Span(*m.span()), place=place, rule="town-named-before")


def _town(county: Place, name: str) -> Place:
    return Place(
        key=f"{county.key}/{name}",
        canonical=name,
        aliases=(),
        kind="town",
        parent=county.canonical,
        code=None,
    )


def _not_towns() -> tuple[str, ...]:
    return tuple(toml("place_rules")["town"]["not_words"])
