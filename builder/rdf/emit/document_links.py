"""Between documents: absent ones, what citations mean, and the links that follow."""

from builder.model.lineage import AbsentDocument, DocumentLink, Resolution
from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.emit.guards import guards
from builder.rdf.emit.held import Held
from builder.rdf.names import Names, concept
from builder.rdf.quads import Quads

__all__ = ["absent_document", "document_link", "resolution"]

PLAIN_EDGES = {
    "implements": zm.IMPLEMENTS,
    "basis": zm.BASIS,
    "revises": zm.REVISES,
    "drafts": zm.DRAFTS,
    "repeals": zm.REPEALS,
    "forwards": zm.FORWARDS,
    "mentions": zm.MENTIONS_DOCUMENT,
    "aligns": zm.ALIGNS_WITH,
}


def absent_document(quads: Quads, names: Names, held: Held, absent: AbsentDocument) -> None:
    """Write a document that is known but not held."""
    me = names.document(absent.key)
    quads.add(me, zm.RDF_TYPE, zm.AbsentDocument)
    quads.string(me, zm.DCTERMS_IDENTIFIER, absent.key)
    quads.tagged(me, zm.DCTERMS_TITLE, absent.title)
    quads.string(me, zm.DOC_NUMBER, absent.doc_number)
    if absent.level:
        quads.add(me, zm.LEVEL, concept("level", absent.level))
    quads.string(me, zm.ISSUER_NAME, absent.issuer)
    quads.add(me, zm.ISSUER, held.agencies.get(absent.issuer or ""))
    quads.string(me, zm.JURISDICTION_NAME, absent.jurisdiction)
    quads.add(me, zm.JURISDICTION, held.places.get(absent.jurisdiction or ""))
    quads.add(me, zm.YEAR, literals.year(absent.year))
    quads.string(me, zm.RULE, absent.rule)


def resolution(quads: Quads, names: Names, held: Held, resolved: Resolution) -> None:
    """Write which document a citation means."""
    citing = held.documents.get(resolved.document)
    if citing is None:
        return
    me = citing.names.citation(resolved.citation)
    quads.add(me, zm.RESOLVED_TO, names.document(resolved.target))
    quads.string(me, zm.RESOLUTION_RULE, resolved.rule)
    if resolved.target != resolved.document:
        quads.add(names.document(resolved.document), zm.CITES, names.document(resolved.target))


def document_link(quads: Quads, names: Names, held: Held, link: DocumentLink) -> None:
    """Write a link between documents, and its plain edge where every guard passed."""
    lower, upper = names.document(link.lower), names.document(link.upper)
    at = "" if link.citation is None else str(link.citation)
    me = names.of("document-link", link.lower, link.upper, link.relation, at)
    quads.add(me, zm.RDF_TYPE, zm.DocumentLink)
    quads.add(me, zm.LOWER_DOCUMENT, lower)
    quads.add(me, zm.UPPER_DOCUMENT, upper)
    if link.relation == "aligns":
        quads.add(me, zm.RELATION, concept("relation", "aligns"))
    else:
        quads.add(me, zm.CITATION_RELATION, concept("citation", link.relation))
    citing = held.documents.get(link.lower)
    if link.citation is not None and citing is not None:
        quads.add(me, zm.VIA_CITATION, citing.names.citation(link.citation))
    guards(quads, me, link.guards)
    quads.string(me, zm.RULE, link.rule)
    if all(guard.passed for guard in link.guards) or link.relation not in ("implements", "basis"):
        quads.add(lower, PLAIN_EDGES[link.relation], upper)
