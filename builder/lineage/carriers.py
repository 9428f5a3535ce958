"""对口部门: who carries a linked task at either level, side by side by line (条线).

In: two records and the two tasks.  Out: (line, lower names, upper names, both have it?).
The line of an agency is a fact of the lexicon: 市发改委 and 国家发展改革委 meet on 发展改革,
省财政厅 of two provinces do not become one by looking alike.
"""

from builder.model.record import Record

__all__ = ["carriers"]

Row = tuple[str, tuple[str, ...], tuple[str, ...], bool]


def carriers(lower: Record, lower_task: str, upper: Record, upper_task: str) -> tuple[Row, ...]:
    """Give the agencies of a linked pair by line, lines sorted, those without line last."""
    mine, theirs = _by_line(lower, lower_task), _by_line(upper, upper_task)
    return tuple(
        (
            line,
            mine.get(line, ()),
            theirs.get(line, ()),
            bool(line) and line in mine and line in theirs,
        )
        for line in sorted(mine.keys() | theirs.keys(), key=lambda line: (not line, line))
    )


def _by_line(record: Record, provision: str) -> dict[str, tuple[str, ...]]:
    lines = {agency.key: agency.line or "" for agency in record.mentions.agencies}
    found: dict[str, list[str]] = {}
    for task in record.tasks:
        if task.id == provision:
            for row in task.responsibilities:
                if row.agency_key is not None and not row.inferred:
                    names = found.setdefault(lines.get(row.agency_key, ""), [])
                    if row.agency not in names:
                        names.append(row.agency)
    return {line: tuple(names) for line, names in found.items()}
