"""Places found -> the same with villages: names in 村 in a row, or where villages are founded.

Replies of a county merge and name villages (撤销上湾村、高余村村建制，合并后设立上高村).
It is hard because most words in 村 name a kind (行政村, 示范村, 名村), not a place.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from builder.extract.places_model import Found
from builder.lexicon.tables import toml
from builder.lexicon.verbs import ends_in_verb
from builder.model.record import Place
from builder.model.span import Span

__all__ = ["with_villages"]

# 村建制, 村、下陈村: villages of their own are spoken of
_ABOUT = re.compile(r"[^行]村(?:村?建制|村?村?委会驻址|[、和][一-龥]{1,5}村)")
# a name ends here: not 村民, 村庄; 上湖村|村建制
_END = re.compile(r"村(?=村建制|村村?民?委|(?![村庄落民委域级镇务居支组集容史]))")
_NEXT = re.compile(r"[、和与]")
_OPEN = "、，。；：（(“\n与和及至在到由将把以为括从含原即"
_FOUNDED = ("撤销", "设立", "新的", "合并", "改为", "命名")
_SIZES = (1, 2, 3, 4)
_ODD = re.compile(r"[的各全本每该多等个类村原和与及]")


def with_villages(
    chars: str, found: Sequence[Found], closed: Callable[[Span], bool], *, own: Place | None
) -> list[Found]:
    """Give the places with the villages of ``own``, which is no larger than a prefecture.

    >>> county = Place(key="331024", canonical="仙居县", aliases=(), kind="county",
    ...                parent="台州市", code="331024")
    >>> words = "撤销上湾村、高余村村建制，合并后设立上高村，驻址设原上湾村。创建示范村。"
    >>> [x.span.of(words) for x in with_villages(words, [], lambda span: False, own=county)]
    ['上湾村', '高余村', '上高村', '上湾村']
    """
    if own is None or not _ABOUT.search(chars):
        return list(found)
    rows = [row for row in _rows(chars) if not closed(row[0])]
    sure = {span.of(chars) for row in rows for span in row if len(row) > 1}
    villages = [
        Found(span=span, place=_village(own, span.of(chars)), rule="village-of-own")
        for row in rows
        for span in row
        if len(row) > 1 or span.of(chars) in sure or _founded(chars, span.start)
    ]
    kept: list[Found] = []
    for item in sorted([*villages, *found], key=lambda x: (x.span.start, -x.span.end)):
        if not (kept and item.span.start < kept[-1].span.end):
            kept.append(item)
    return kept


def _rows(chars: str) -> Iterator[list[Span]]:
    """Give the names that are joined by 、 or 和, row by row."""
    row: list[Span] = []
    for mark in _END.finditer(chars):
        name = _name(chars, mark)
        if name is None:
            continue
        if row and row[-1].end + 1 == name.start and _NEXT.match(chars, row[-1].end):
            row.append(name)
            continue
        if row:
            yield row
        row = [name]
    if row:
        yield row


def _name(chars: str, mark: re.Match[str]) -> Span | None:
    """Give the name that ends in a mark, None where it is a kind of village."""
    for size in _SIZES:
        start = mark.start() - size
        if start < 0 or not _opens(chars, start):
            continue
        stem = chars[start : mark.start()]
        if re.fullmatch("[一-龥]+", stem) and not _ODD.search(stem[:-1] if size > 1 else ""):
            kind = stem.endswith(_kinds()) or stem[-1] in "的各全本每该多等个类"
            return None if kind else Span(start, mark.end())
    return None


def _opens(chars: str, start: int) -> bool:
    before = chars[max(0, start - 4) : start]
    return not before or before[-1] in _OPEN or _founded(chars, start) or ends_in_verb(before)


def _founded(chars: str, start: int) -> bool:
    return chars[max(0, start - 2) : start] in _FOUNDED


def _village(own: Place, name: str) -> Place:
    return Place(
        key=f"{own.key}/{name}",
        canonical=name,
        aliases=(),
        kind="other",
        parent=own.canonical,
        code=None,
    )


def _kinds() -> tuple[str, ...]:
    return tuple(toml("place_rules")["village"]["not_words"])
