"""The matrix of upper tasks and lower documents: coverage, gaps, additions, each in its state."""

from builder.model.lineage import Addition, Coverage, DocumentPair, Gap
from builder.rdf import namespace as zm
from builder.rdf.emit.guards import below
from builder.rdf.emit.held import Held
from builder.rdf.names import Names, concept
from builder.rdf.quads import Quads

__all__ = ["addition", "coverage", "gap"]


def coverage(quads: Quads, held: Held, pair_iri: str, pair: DocumentPair, cell: Coverage) -> None:
    """Write how far one upper task is carried on in the lower document of a pair."""
    upper, lower = held.documents[pair.upper], held.documents.get(pair.lower)
    me = below(pair_iri, cell.upper)
    quads.add(pair_iri, zm.HAS_COVERAGE, me)
    quads.add(me, zm.RDF_TYPE, zm.Coverage)
    quads.add(me, zm.UPPER, upper.node(cell.upper))
    quads.add(me, zm.COVERAGE_STATE, concept("coverage", cell.state))
    if lower is not None:
        quads.add_all(me, zm.COVERED_BY, map(lower.node, cell.by))
    quads.integer(me, zm.KEPT_CLAUSES, cell.kept)
    quads.integer(me, zm.CLAUSE_COUNT, cell.clauses)


def gap(quads: Quads, names: Names, held: Held, missing: Gap) -> None:
    """Write an upper task without counterpart in one lower document, held or not."""
    upper = held.documents[missing.upper_document]
    me = names.of("gap", missing.document, missing.upper_document, missing.upper)
    quads.add(me, zm.RDF_TYPE, zm.Gap)
    quads.add(me, zm.LOWER_DOCUMENT, names.document(missing.document))
    quads.add(me, zm.UPPER_DOCUMENT, upper.names.document)
    quads.add(me, zm.UPPER, upper.node(missing.upper))
    quads.add(me, zm.GAP_STATE, concept("gap", missing.state))
    quads.string(me, zm.REASON, missing.reason)


def addition(quads: Quads, names: Names, held: Held, pair: DocumentPair, added: Addition) -> None:
    """Write a lower task or clause without an upper one."""
    lower = held.documents[added.document]
    clause = () if added.clause is None else (str(added.clause),)
    me = names.of("addition", added.document, pair.upper, added.provision, *clause)
    quads.add(me, zm.RDF_TYPE, zm.Addition)
    quads.add(me, zm.LOWER_DOCUMENT, lower.names.document)
    quads.add(me, zm.UPPER_DOCUMENT, names.document(pair.upper))
    quads.add(me, zm.LOWER, lower.node(added.provision))
    if added.clause is not None:
        quads.add(me, zm.CLAUSE, lower.names.numbered("measure", added.provision, added.clause))
    quads.add(me, zm.ADDITION_STATE, concept("addition", added.state))
    quads.string(me, zm.REASON, added.reason)
