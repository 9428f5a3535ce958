"""What one graph has that another has not: gains and losses, facet by facet.

A row stands for one fact by what it says (words, names, numbers), not by where it stands
in the text, so that a repair of the text moves nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.model.lineage import Lineage
from builder.model.record import Record
from builder.store.graph import Graph

__all__ = ["Difference", "compare"]

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One facet: how many facts each graph has, and which only one of them has."""

    facet: str
    old: int
    new: int
    gained: tuple[Row, ...]
    lost: tuple[Row, ...]


def compare(old: Graph, new: Graph) -> tuple[Difference, ...]:
    """Give the differences of two graphs, one a facet."""
    before, after = _facts(old), _facts(new)
    return tuple(
        Difference(
            facet=facet,
            old=len(before[facet]),
            new=len(after[facet]),
            gained=tuple(sorted(after[facet] - before[facet])),
            lost=tuple(sorted(before[facet] - after[facet])),
        )
        for facet in before
    )


def _facts(graph: Graph) -> dict[str, set[Row]]:
    facts: dict[str, set[Row]] = {facet: set() for facet in (*RECORD_FACETS, *LINEAGE_FACETS)}
    for record in graph.records():
        for facet, rows in RECORD_FACETS.items():
            facts[facet].update((record.key, *row) for row in rows(record))
    lineage = graph.lineage()
    for facet, between in LINEAGE_FACETS.items():
        facts[facet].update(between(lineage))
    return facts


def _documents(record: Record) -> Iterator[Row]:
    h = record.header
    yield tuple(map(str, (h.title, h.doc_number, h.issuer, h.signed_date, h.level, h.doc_type)))


def _provisions(record: Record) -> Iterator[Row]:
    return ((p.id, p.kind, p.role, p.heading) for p in record.provisions)


def _tasks(record: Record) -> Iterator[Row]:
    return ((task.id, task.role, task.deadline or "") for task in record.tasks)


def _roles(record: Record) -> Iterator[Row]:
    found = record.mentions.responsibilities
    return ((r.provision, r.role, r.agency, "inferred" * r.inferred) for r in found)


def _measures(record: Record) -> Iterator[Row]:
    return (
        (m.provision, m.force, m.text, "、".join(m.qualifiers)) for m in record.mentions.measures
    )


def _targets(record: Record) -> Iterator[Row]:
    for t in record.mentions.targets:
        value = f"{t.comparator} {t.value} {t.unit}"
        yield t.provision, t.indicator, value, t.deadline or "", t.scope or ""


def _citations(record: Record) -> Iterator[Row]:
    for c in record.mentions.citations:
        yield c.at, c.relation, c.title or "", c.doc_number or ""


def _agencies(record: Record) -> Iterator[Row]:
    return ((a.canonical, a.line or "") for a in record.mentions.agencies)


def _places(record: Record) -> Iterator[Row]:
    return ((p.canonical, p.kind) for p in record.mentions.places)


def _repairs(record: Record) -> Iterator[Row]:
    for witness in record.witnesses:
        for edit in witness.edits:
            yield witness.source, f"{edit.at.start}", edit.fix, edit.damaged, edit.restored


def _links(lineage: Lineage) -> Iterator[Row]:
    for pair in lineage.pairs:
        for link in pair.links:
            lower = f"{link.lower_document}/{link.lower}"
            yield lower, link.relation, f"{link.upper_document}/{link.upper}"


def _gaps(lineage: Lineage) -> Iterator[Row]:
    for pair in lineage.pairs:
        for gap in pair.gaps:
            yield gap.document, gap.state, f"{gap.upper_document}/{gap.upper}"


def _additions(lineage: Lineage) -> Iterator[Row]:
    for pair in lineage.pairs:
        for addition in pair.additions:
            at = (
                addition.provision
                if addition.clause is None
                else f"{addition.provision}/{addition.clause}"
            )
            yield addition.document, addition.state, at


RECORD_FACETS: dict[str, Callable[[Record], Iterator[Row]]] = {
    "documents": _documents,
    "provisions": _provisions,
    "tasks": _tasks,
    "responsibilities": _roles,
    "measures": _measures,
    "targets": _targets,
    "citations": _citations,
    "agencies": _agencies,
    "places": _places,
    "repairs": _repairs,
}
LINEAGE_FACETS: dict[str, Callable[[Lineage], Iterator[Row]]] = {
    "links": _links,
    "gaps": _gaps,
    "additions": _additions,
}
