"""A graph -> CSV tables for spreadsheets: one table a kind of thing, rows in a fixed order.

UTF-8 with a byte order mark, which spreadsheets need to read Chinese; a cell that a
spreadsheet would take for a formula gets an apostrophe in front.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.model.lineage import Lineage
from builder.model.record import Record
from builder.store.graph import Graph

__all__ = ["TABLES", "safe_cell", "write"]

Row = tuple[object, ...]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(graph: Graph, target: Path) -> tuple[Path, ...]:
    """Write every table below ``target`` and give the files."""
    files = []
    for name, (columns, rows) in TABLES.items():
        files.append(_write(target / f"{name}.csv", columns, _rows_of(graph, rows)))
    lineage = graph.lineage()
    for name, (columns, between) in LINEAGE_TABLES.items():
        files.append(_write(target / f"{name}.csv", columns, between(lineage)))
    return tuple(files)


def safe_cell(value: object) -> str:
    """Give a cell as text that no spreadsheet runs as a formula; numbers stay numbers.

    >>> safe_cell("=HYPERLINK(…)"), safe_cell(-3), safe_cell("-3"), safe_cell(None)
    ("'=HYPERLINK(…)", '-3', '-3', '')
    """
    chars = "" if value is None else str(value)
    if chars.startswith(FORMULA_STARTS) and not _is_number(chars):
        return "'" + chars
    return chars


def _is_number(chars: str) -> bool:
    try:
        float(chars)
    except ValueError:
        return False
    return True


def _rows_of(graph: Graph, rows: Callable[[Record], Iterator[Row]]) -> Iterator[Row]:
    for record in graph.records():
        yield from rows(record)


def _write(path: Path, columns: str, rows: Iterator[Row]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns.split())
        out.writerows([safe_cell(cell) for cell in row] for row in rows)
    return path


def _documents(record: Record) -> Iterator[Row]:
    h = record.header
    yield (
        record.key,
        h.doc_number,
        h.title,
        h.issuer,
        h.signed_date,
        h.level,
        h.jurisdiction,
        h.doc_type,
        *h.period,
        h.completeness,
        len(record.provisions),
        len(record.tasks),
        "、".join(witness.source for witness in record.witnesses),
    )


def _provisions(record: Record) -> Iterator[Row]:
    for p in record.provisions:
        yield record.key, p.id, p.parent, p.kind, p.role, p.label, p.heading, *p.span


def _tasks(record: Record) -> Iterator[Row]:
    for task in record.tasks:
        by_role = [
            "、".join(dict.fromkeys(r.agency for r in task.responsibilities if r.role == role))
            for role in ("lead", "support", "responsible")
        ]
        yield (
            record.key,
            task.id,
            task.role,
            task.heading,
            *by_role,
            task.deadline,
            len(task.measures),
            *task.span,
        )


def _responsibilities(record: Record) -> Iterator[Row]:
    for r in record.mentions.responsibilities:
        yield (
            record.key,
            r.provision,
            r.agency,
            r.role,
            r.role_as_printed,
            r.order,
            r.as_written,
            r.inferred,
            *r.span,
        )


def _measures(record: Record) -> Iterator[Row]:
    for m in record.mentions.measures:
        yield (
            record.key,
            m.provision,
            m.number,
            m.text,
            m.action,
            m.force,
            "、".join(m.qualifiers),
            *m.span,
        )


def _targets(record: Record) -> Iterator[Row]:
    for t in record.mentions.targets:
        low, high = t.value if isinstance(t.value, tuple) else (t.value, t.value)
        yield (
            record.key,
            t.provision,
            t.number,
            t.indicator,
            t.comparator,
            f"{low:.12g}",
            f"{high:.12g}",
            t.unit,
            t.deadline,
            t.deadline_inferred,
            t.scope,
            t.quote,
            *t.span,
        )


def _citations(record: Record) -> Iterator[Row]:
    for c in record.mentions.citations:
        if not c.own:
            yield record.key, c.number, c.at, c.relation, c.title, c.doc_number, c.form, *c.span


def _agencies(record: Record) -> Iterator[Row]:
    for a in record.mentions.agencies:
        aliases = "、".join(a.aliases)
        yield record.key, a.canonical, aliases, a.kind, a.level, a.jurisdiction, a.line, a.resolved


def _places(record: Record) -> Iterator[Row]:
    for p in record.mentions.places:
        yield record.key, p.canonical, "、".join(p.aliases), p.kind, p.parent, p.code


def _links(lineage: Lineage) -> Iterator[Row]:
    for pair in lineage.pairs:
        for link in pair.links:
            words = "；".join(item.lower_words for item in link.evidence)
            yield (
                link.id,
                link.lower_document,
                link.lower,
                link.upper_document,
                link.upper,
                link.relation,
                f"{link.score:.4f}",
                words,
            )


def _gaps(lineage: Lineage) -> Iterator[Row]:
    for pair in lineage.pairs:
        for gap in pair.gaps:
            yield gap.document, gap.upper_document, gap.upper, gap.state, gap.reason


def _additions(lineage: Lineage) -> Iterator[Row]:
    for pair in lineage.pairs:
        for item in pair.additions:
            yield item.document, item.provision, item.clause, item.state, item.reason


def _absent(lineage: Lineage) -> Iterator[Row]:
    for item in lineage.absent:
        yield item.key, item.doc_number, item.title, item.level, item.issuer, item.year


TABLES: dict[str, tuple[str, Callable[[Record], Iterator[Row]]]] = {
    "documents": (
        "document number title issuer signed_date level jurisdiction type period_start period_end "
        "completeness provisions tasks sources",
        _documents,
    ),
    "provisions": ("document provision parent kind role label heading start end", _provisions),
    "tasks": (
        "document task role heading lead support responsible deadline measures start end",
        _tasks,
    ),
    "responsibilities": (
        "document task agency role role_as_printed order as_written inferred start end",
        _responsibilities,
    ),
    "measures": ("document task number text action force qualifiers start end", _measures),
    "targets": (
        "document provision number indicator comparator low high unit deadline deadline_inferred "
        "scope quote start end",
        _targets,
    ),
    "citations": ("document number at relation title doc_number form start end", _citations),
    "agencies": (
        "document canonical aliases kind level jurisdiction line resolved",
        _agencies,
    ),
    "places": ("document canonical aliases kind parent code", _places),
}
LINEAGE_TABLES: dict[str, tuple[str, Callable[[Lineage], Iterator[Row]]]] = {
    "links": ("link lower_document lower upper_document upper relation score words", _links),
    "gaps": ("document upper_document upper state reason", _gaps),
    "additions": ("document provision clause state reason", _additions),
    "absent": ("document number title level issuer year", _absent),
}
