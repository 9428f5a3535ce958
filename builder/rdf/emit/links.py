"""Lineage -> quads: resolved citations, links between documents and between tasks.

Each link is a node that carries its score, evidence, guards and rivals, beside a plain
edge (``zm:implements``, ``zm:alignsWith``) for easy queries.
"""

from collections.abc import Iterable

from builder.model.finding import Finding
from builder.model.lineage import DocumentPair, Lineage, models
from builder.model.record import Record
from builder.rdf import namespace as zm
from builder.rdf.emit.document_links import absent_document, document_link, resolution
from builder.rdf.emit.findings import finding
from builder.rdf.emit.gaps import addition, coverage, gap
from builder.rdf.emit.guards import guards
from builder.rdf.emit.held import Held, hold
from builder.rdf.emit.target_comparisons import target_comparison
from builder.rdf.emit.task_links import task_link
from builder.rdf.literals import boolean
from builder.rdf.names import BASE, Names, digest
from builder.rdf.quads import Quads, Written, written

__all__ = ["lineage", "lineage_written"]


def lineage(lineage: Lineage, records: Iterable[Record], *, base: str = BASE) -> list[str]:
    """Give the N-Quads lines of lineage, and of its makers in the provenance graph.

    Sorted and unique.  ``records`` are all held documents, walked once.
    """
    linked, makers = lineage_written(lineage, records, base=base)
    return sorted((*linked.lines, *makers.lines))


def lineage_written(
    lineage: Lineage, records: Iterable[Record], *, base: str = BASE
) -> tuple[Written, Written]:
    """Give the same by subject too: of the lineage, and of its makers.

    A part of a lineage, with the records of the documents that it names, gives its part of
    the quads; what several parts write, they write alike.
    """
    names = Names(base)
    quads = Quads(names.graph("lineage"))
    held = hold(quads, lineage, records, base=base)
    for absent in lineage.absent:
        absent_document(quads, names, held, absent)
    for resolved in lineage.resolutions:
        resolution(quads, names, held, resolved)
    for link in lineage.documents:
        document_link(quads, names, held, link)
    for pair in lineage.pairs:
        _pair(quads, names, held, pair)
    for found in lineage.findings:
        _finding(quads, names, found)
    return written(quads), written(_makers(names, lineage))


def _pair(quads: Quads, names: Names, held: Held, pair: DocumentPair) -> None:
    me = names.of("pair", pair.lower, pair.upper)
    quads.add(me, zm.RDF_TYPE, zm.DocumentPair)
    quads.add(me, zm.LOWER_DOCUMENT, names.document(pair.lower))
    quads.add(me, zm.UPPER_DOCUMENT, names.document(pair.upper))
    quads.add(me, zm.IN_LINE, boolean(pair.in_line))
    quads.string(me, zm.RULE, pair.rule)
    guards(quads, me, pair.guards)
    for cell in pair.coverage:
        coverage(quads, held, me, pair, cell)
    lower, upper = held.documents.get(pair.lower), held.documents.get(pair.upper)
    if lower is not None and upper is not None:
        inside = {change for link in pair.links for change in link.targets}
        for change in pair.targets:
            if change in inside:
                continue
            at = (change.lower_provision, change.upper_provision)
            target_comparison(quads, me, (lower, upper), at, change)
    for link in pair.links:
        task_link(quads, names, held, link)
    for missing in pair.gaps:
        gap(quads, names, held, missing)
    for added in pair.additions:
        addition(quads, names, held, pair, added)


def _finding(quads: Quads, names: Names, found: Finding) -> None:
    if found.document:
        content = digest(found.provision, *(f"{n}={v}" for n, v in found.details))
        me = names.of("finding", found.document, found.code, content)
        finding(quads, names.document(found.document), me, found)


def _makers(names: Names, lineage: Lineage) -> Quads:
    quads = Quads(names.graph("provenance"))
    links = [link for pair in lineage.pairs for link in pair.links]
    for rule in {maker for link in links for maker in (link.rule, *models(link.proposers))}:
        me = names.rule(rule)
        quads.add(me, zm.RDF_TYPE, zm.ProvSoftwareAgent)
        quads.string(me, zm.RDFS_LABEL, rule)
    for who in {review.who for link in links for review in link.reviews}:
        me = names.person(who)
        quads.add(me, zm.RDF_TYPE, zm.ProvPerson)
        quads.string(me, zm.RDFS_LABEL, who)
    return quads
