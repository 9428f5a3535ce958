"""A record -> the quads of its document graph, and its share of the provenance graph."""

from builder.model.outline import Header
from builder.model.record import Record
from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.emit.content import citations, obligations, soft_targets, targets
from builder.rdf.emit.evidence import evidence, evidence_spans, named
from builder.rdf.emit.findings import document_finding
from builder.rdf.emit.provisions import provisions
from builder.rdf.emit.references import agency_key, place_key
from builder.rdf.emit.tasks import defaults, tasks
from builder.rdf.emit.witnesses import variants, witnesses
from builder.rdf.names import BASE, DocumentNames, concept, digest, document_names
from builder.rdf.quads import Quads, Written, written

__all__ = ["document", "document_written"]

IN_FORCE = {
    "现行有效": zm.ELI_IN_FORCE_IN_FORCE,
    "有效": zm.ELI_IN_FORCE_IN_FORCE,
    "废止": zm.ELI_IN_FORCE_NOT_IN_FORCE,
    "失效": zm.ELI_IN_FORCE_NOT_IN_FORCE,
}


def document(record: Record, *, base: str = BASE) -> list[str]:
    """Give the N-Quads lines of a document, sorted and unique.

    They fill the document's own graph and its part of the provenance graph (text,
    witnesses, repairs).
    """
    return document_written(record, base=base).lines


def document_written(record: Record, *, base: str = BASE) -> Written:
    """Give the same quads by subject too, for whoever looks at them next."""
    names = document_names(record, base)
    quads = Quads(names.names.document_graph(record.key))
    _header(quads, names, record)
    provisions(quads, names, record)
    tasks(quads, names, record)
    defaults(quads, names, record)
    targets(quads, names, record)
    soft_targets(quads, names, record)
    obligations(quads, names, record)
    citations(quads, names, record)
    named(quads, names, record)
    variants(quads, names, record)
    for found in record.findings:
        document_finding(quads, names, found)
    evidence(quads, names, record, evidence_spans(record))
    return written(quads, witnesses(names, record))


def _header(quads: Quads, names: DocumentNames, record: Record) -> None:
    header, me = record.header, names.document
    quads.add(me, zm.RDF_TYPE, zm.Document)
    quads.string(me, zm.DCTERMS_IDENTIFIER, record.key)
    quads.tagged(me, zm.DCTERMS_TITLE, header.title or header.notice_title)
    quads.string(me, zm.NOTICE_TITLE, header.notice_title)
    quads.string(me, zm.DOC_NUMBER, header.doc_number)
    quads.string(me, zm.INDEX_NUMBER, header.index_number)
    quads.strings(me, zm.ADDRESSEE, header.addressees)
    quads.strings(me, zm.SELF_NAME, header.self_names)
    quads.string(me, zm.VALIDITY, header.status)
    quads.add(me, zm.ELI_IN_FORCE, IN_FORCE.get(header.status or ""))
    quads.string(me, zm.APPROVED_BY, header.approved_by)
    quads.string(me, zm.DISTRIBUTOR, header.distributor)
    quads.boolean(me, zm.IS_POLICY, header.is_policy)
    quads.add(me, zm.COMPLETENESS, concept("completeness", header.completeness))
    quads.add(me, zm.HAS_TEXT, names.text)
    quads.add_all(me, zm.HAS_WITNESS, (names.witness(w.sha256) for w in record.witnesses))
    _issuers(quads, names, record)
    _place_and_kind(quads, names, record)
    _dates(quads, me, header)
    _facts(quads, names, header)


def _issuers(quads: Quads, names: DocumentNames, record: Record) -> None:
    header, me = record.header, names.document
    issuers = header.issuers or ((header.issuer,) if header.issuer else ())
    for issuer in issuers:
        quads.add(me, zm.ISSUER, names.names.agency(agency_key(issuer, record)))
    if issuers:
        key = agency_key(header.issuer or issuers[0], record)
        quads.add(me, zm.PRINCIPAL_ISSUER, names.names.agency(key))


def _place_and_kind(quads: Quads, names: DocumentNames, record: Record) -> None:
    header, me = record.header, names.document
    if header.level:
        quads.add(me, zm.LEVEL, concept("level", header.level))
    if header.jurisdiction:
        place = names.names.place(place_key(header.jurisdiction, record))
        quads.add(me, zm.JURISDICTION, place)
    if header.doc_type:
        quads.string(me, zm.DOCUMENT_TYPE_NAME, header.doc_type)
        quads.add(me, zm.DOCUMENT_TYPE, zm.CONCEPTS["document-type"].get(header.doc_type))


def _dates(quads: Quads, me: str, header: Header) -> None:
    """Write the dates that the calendar has; what was read stays in the header facts."""
    quads.add(me, zm.ELI_DATE_DOCUMENT, literals.day(header.signed_date))
    quads.add(me, zm.ELI_DATE_PUBLICATION, literals.day(header.published_date))
    start, end = header.period
    quads.add(me, zm.PERIOD_START, literals.year(start))
    quads.add(me, zm.PERIOD_END, literals.year(end))


def _facts(quads: Quads, names: DocumentNames, header: Header) -> None:
    for fact in header.facts:
        span = "" if fact.span is None else f"{fact.span.start}-{fact.span.end}"
        me = names.of("header-fact", fact.field, digest(fact.value, fact.rule, span))
        quads.add(names.document, zm.HAS_HEADER_FACT, me)
        quads.add(me, zm.RDF_TYPE, zm.HeaderFact)
        quads.string(me, zm.FIELD, fact.field)
        quads.string(me, zm.FIELD_VALUE, fact.value)
        quads.string(me, zm.RULE, fact.rule)
        quads.boolean(me, zm.INFERRED, fact.inferred)
        if fact.span is not None:
            quads.add(me, zm.EVIDENCE, names.evidence(fact.span))
