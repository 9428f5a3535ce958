"""Targets of a clause as they stand -> one a measure: 分别 shared out, 均 said of each.

``A、B分别达到90%、85%`` gives each part its figure; ``A率和B率均达98%`` gives both the same;
``分别控制在4.5%、5.5%以内`` bounds both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.extract.targets_figures import marked_before
from builder.extract.targets_shares import INDICATOR_NOUN, JOIN, LEVEL, completed, measures_of
from builder.extract.targets_stated import Named, Stated
from builder.model.record import Comparator

__all__ = ["shared"]

_EACH = re.compile(r"[均都各]")


def shared(
    text: str, rows: Sequence[Stated], group: Sequence[int], named: Sequence[Named]
) -> Iterator[Stated]:
    """Give the targets with the figures of a ``group`` shared out among its parts.

    ``group`` are the places in ``rows`` of the figures behind one 分别.
    """
    given = _shared_out(text, rows, group, named)
    for n, row in enumerate(given):
        if n in group and len(group) > 1:
            yield row
        elif n + 1 < len(given) and LEVEL.fullmatch(row.indicator):
            parts = completed([row.indicator, given[n + 1].indicator])
            yield replace(row, indicator=parts[0])
        else:
            changed = row.cue == "change" and row.figure.unit.endswith(("%", "百分点"))
            each = _EACH.search(text, row.start, row.figure.start) is not None
            alike = n in group or each or changed
            for part in measures_of(row.indicator, alike=alike):
                yield replace(row, indicator=part)


def _shared_out(
    text: str, rows: Sequence[Stated], group: Sequence[int], named: Sequence[Named]
) -> list[Stated]:
    given = list(rows)
    if len(group) < 2:
        return given
    first = rows[group[0]]
    scopes, parts = _parts(first, len(group), named)
    mark = marked_before(text[: first.figure.start])
    bound = _bound_of_all([rows[n].figure.comparator for n in group])
    for turn, n in enumerate(group):
        row = rows[n]
        if scopes:
            row = replace(row, indicator=first.indicator, scope=_at(scopes, turn))
        elif parts:
            row = replace(row, indicator=_at(parts, turn), scope=first.scope)
        else:
            row = replace(row, indicator=first.indicator, turn=turn)
        unit = _whole_unit(row.figure.unit, rows[group[-1]].figure.unit)
        row = replace(row, figure=replace(row.figure, unit=unit))
        given[n] = _marked(_marked(row, mark), bound)
    return given


def _whole_unit(unit: str, last: str) -> str:
    """Give a unit with what only the last figure prints: 分别达到1万、2万人.

    >>> _whole_unit("万", "万人"), _whole_unit("%", "万人")
    ('万人', '%')
    """
    return last if unit in ("万", "亿") and last.startswith(unit) else unit


def _parts(first: Stated, count: int, named: Sequence[Named]) -> tuple[list[str], list[str]]:
    """Give the parts among which figures are shared out: scopes, else indicators.

    Where the clause names none (年均分别增长15%、20%) they are the last ones of the sentence.
    """
    if first.scope and JOIN.search(first.scope):
        return JOIN.split(first.scope), []
    parts = [part for part in JOIN.split(first.indicator) if part]
    inherited = named and first.indicator == named[-1].indicator
    if inherited and len(named) >= count and len(parts) != count:
        return [], [one.indicator for one in named[len(named) - count :]]
    if len(parts) > count:  # 国家、省重点县和重点乡镇
        parts = re.split("[和与及]", first.indicator)
    if len(parts) < 2 or len(parts) > count:
        return [], []
    if all(re.search(f"{INDICATOR_NOUN}$", part) for part in parts):
        return [], parts
    return [], completed(parts)


def _at(parts: Sequence[str], turn: int) -> str:
    return parts[min(turn, len(parts) - 1)]


def _marked(row: Stated, comparator: Comparator) -> Stated:
    """Give the row with a mark that its own figure lacks: 分别超过6200万千瓦、4000万千瓦."""
    if row.figure.comparator != "=" or comparator == "=":
        return row
    return replace(row, figure=replace(row.figure, comparator=comparator))


def _bound_of_all(comparators: Sequence[Comparator]) -> Comparator:
    """Give the mark of the last figure where it is said of all: 4.5%、5.5%以内.

    以上 behind a longer row is of the last alone: 8%、8%、10%、10%以上.
    """
    last = comparators[-1]
    of_all = last in ("<=", "~") or (last == ">=" and len(comparators) == 2)
    return last if of_all and all(mark == "=" for mark in comparators[:-1]) else "="
