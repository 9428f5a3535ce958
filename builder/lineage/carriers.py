"""对口部门: who carries a linked task at either level, side by side by line (条线).

In: the agencies of two tasks.  Out: (line, lower names, upper names, both have it?).
The line of an agency is a fact of the lexicon: 市发改委 and 国家发展改革委 meet on 发展改革,
省财政厅 of two provinces do not become one by looking alike.
"""

from collections.abc import Mapping, Sequence

from builder.model.record import Record

__all__ = ["by_line", "carriers"]

Row = tuple[str, tuple[str, ...], tuple[str, ...], bool]


def carriers(
    mine: Mapping[str, Sequence[str]], theirs: Mapping[str, Sequence[str]]
) -> tuple[Row, ...]:
    """Give the agencies of a linked pair by line, lines sorted, those without line last.

    >>> carriers({"发展改革": ["市发改委"], "": ["县城投"]}, {"发展改革": ["国家发展改革委"]})
    (('发展改革', ('市发改委',), ('国家发展改革委',), True), ('', ('县城投',), (), False))
    """
    return tuple(
        (
            line,
            tuple(mine.get(line, ())),
            tuple(theirs.get(line, ())),
            bool(line) and line in mine and line in theirs,
        )
        for line in sorted(mine.keys() | theirs.keys(), key=lambda line: (not line, line))
    )


def by_line(record: Record) -> dict[str, dict[str, list[str]]]:
    """Give the printed agencies of each task by line, in their order."""
    lines = {agency.key: agency.line or "" for agency in record.mentions.agencies}
    found: dict[str, dict[str, list[str]]] = {}
    for task in record.tasks:
        for row in task.responsibilities:
            if row.agency_key is not None and not row.inferred:
                of_task = found.setdefault(task.id, {})
                names = of_task.setdefault(lines.get(row.agency_key, ""), [])
                if row.agency not in names:
                    names.append(row.agency)
    return found
