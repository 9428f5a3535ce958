"""Targets without a time of their own, and the time limit of the list behind their task.

``2.规上工业增加值增长9.5%。（责任单位：市经信局；完成时限：2021年12月31日）``: the list says by
when the task is done, so its figures are due then.  That is concluded, not printed with the
figure, and marked so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder.extract.targets_time import deadline, signed_year
from builder.model.outline import Header
from builder.model.record import Target
from builder.model.span import Span

__all__ = ["due_with_task"]

# 年底前, 12月底前完成: of the document's own year
WITHIN_YEAR = re.compile(r"年底|年内|今年|\d{1,2}月|[上下]半年|季度")


def due_with_task(
    targets: Sequence[Target], limits: Sequence[tuple[str, str, Span]], header: Header
) -> tuple[Target, ...]:
    """Give the targets, those without words of time due when their provision's list says.

    ``limits`` are provision, words and span of each time limit.
    """
    years = {at: year for at, words, _ in limits if (year := _year(words, header)) is not None}
    return tuple(_due(target, years) for target in targets)


def _due(target: Target, years: Mapping[str, str]) -> Target:
    year = years.get(target.provision)
    if year is None or target.deadline is not None or target.deadline_as_written is not None:
        return target
    return replace(target, deadline_inferred=year)


def _year(words: str, header: Header) -> str | None:
    """Give the year of a time limit.

    >>> _year("2021年12月31日", Header()), _year("长期坚持", Header())
    ('2021', None)
    >>> _year("12月底前", Header(signed_date="2022-03-01"))
    '2022'
    """
    signed = signed_year(header)
    named = deadline(words, signed)
    if named is not None:
        return named.printed or named.inferred
    return str(signed) if signed and WITHIN_YEAR.search(words) else None
