"""承接关系: a link of two provisions with all that lets a reader judge it."""

from builder.model.lineage import ClauseChange, Link, models
from builder.model.review import Review, review_state
from builder.model.span import Span
from builder.rdf import namespace as zm
from builder.rdf.emit.guards import below, guards
from builder.rdf.emit.held import Held, HeldDocument
from builder.rdf.emit.target_comparisons import target_comparison
from builder.rdf.literals import day
from builder.rdf.names import Names, concept, digest
from builder.rdf.quads import Quads

__all__ = ["task_link"]


def task_link(quads: Quads, names: Names, held: Held, link: Link) -> None:
    """Write a link, its parts, and its plain edge where no guard failed and nobody rejected it."""
    below_, above = held.documents[link.lower_document], held.documents[link.upper_document]
    lower, upper = below_.node(link.lower), above.node(link.upper)
    me = names.of("link", link.id)
    quads.add(me, zm.RDF_TYPE, zm.LineageLink)
    quads.add(me, zm.LOWER, lower)
    quads.add(me, zm.UPPER, upper)
    quads.add(me, zm.LOWER_DOCUMENT, below_.names.document)
    quads.add(me, zm.UPPER_DOCUMENT, above.names.document)
    quads.add(me, zm.RELATION, concept("relation", link.relation))
    quads.decimal(me, zm.SCORE, link.score)
    quads.strings(me, zm.PROPOSER, link.proposers)
    quads.string(me, zm.RULE, link.rule)
    for maker in (link.rule, *models(link.proposers)):
        quads.add(me, zm.PROV_WAS_ATTRIBUTED_TO, names.rule(maker))
    state = review_state(link.reviews)
    quads.add(me, zm.REVIEW_STATE, concept("review-state", state))
    if link.proposed_relation:
        quads.add(me, zm.PROPOSED_RELATION, concept("relation", link.proposed_relation))
    for judgement in link.reviews:
        _review(quads, names, me, judgement)
    guards(quads, me, link.guards)
    _score(quads, me, link)
    _evidence(quads, me, below_, above, link)
    _rivals(quads, me, above, link)
    for clause in link.clauses:
        _clause(quads, me, below_, above, clause)
    for target in link.targets:
        at = (target.lower_provision, target.upper_provision)
        target_comparison(quads, me, (below_, above), at, target)
    _carriers(quads, me, link)
    if state == "rejected":
        return
    if link.relation == "aligns":
        quads.add(lower, zm.ALIGNS_WITH, upper)
    elif all(guard.passed for guard in link.guards):
        quads.add(lower, zm.IMPLEMENTS, upper)


def _review(quads: Quads, names: Names, link_iri: str, review: Review) -> None:
    content = digest(review.verdict, review.relation or "", review.why, review.evidence)
    me = below(link_iri, "review", review.who, review.when, content)
    quads.add(me, zm.RDF_TYPE, zm.Review)
    quads.add(me, zm.REVIEWS, link_iri)
    quads.add(me, zm.VERDICT, concept("verdict", review.verdict))
    if review.relation:
        quads.add(me, zm.RELABELLED_TO, concept("relation", review.relation))
    quads.string(me, zm.REVIEWER, review.who)
    quads.add(me, zm.REVIEWED_ON, day(review.when))
    quads.string(me, zm.REASON, review.why)
    quads.string(me, zm.EVIDENCE_HASH, review.evidence)
    quads.boolean(me, zm.STALE, review.stale)
    quads.add(me, zm.PROV_WAS_ATTRIBUTED_TO, names.person(review.who))


def _score(quads: Quads, link_iri: str, link: Link) -> None:
    for order, part in enumerate(link.parts, 1):
        me = below(link_iri, "part", part.name, part.level)
        quads.add(link_iri, zm.HAS_SCORE_PART, me)
        quads.add(me, zm.RDF_TYPE, zm.ScorePart)
        quads.integer(me, zm.ORDER, order)
        quads.string(me, zm.PART_NAME, part.name)
        quads.string(me, zm.PART_LEVEL, part.level)
        quads.decimal(me, zm.PART_VALUE, part.value)


def _evidence(
    quads: Quads, link_iri: str, lower: HeldDocument, upper: HeldDocument, link: Link
) -> None:
    for words in link.evidence:
        me = below(link_iri, "evidence", f"{_at(words.lower)}~{_at(words.upper)}")
        quads.add(link_iri, zm.HAS_EVIDENCE_PAIR, me)
        quads.add(me, zm.RDF_TYPE, zm.EvidencePair)
        quads.add(me, zm.LOWER_EVIDENCE, lower.names.evidence(words.lower))
        quads.add(me, zm.UPPER_EVIDENCE, upper.names.evidence(words.upper))


def _rivals(quads: Quads, link_iri: str, upper: HeldDocument, link: Link) -> None:
    for rival in link.rivals:
        me = below(link_iri, "rival", rival.provision)
        quads.add(link_iri, zm.HAS_RIVAL, me)
        quads.add(me, zm.RDF_TYPE, zm.Rival)
        quads.add(me, zm.RIVAL_PROVISION, upper.node(rival.provision))
        quads.decimal(me, zm.SCORE, rival.score)
        quads.string(me, zm.REASON, rival.reason)


def _clause(
    quads: Quads, link_iri: str, lower: HeldDocument, upper: HeldDocument, clause: ClauseChange
) -> None:
    me = below(link_iri, "clause", f"{_at(clause.lower)}~{_at(clause.upper)}")
    quads.add(link_iri, zm.HAS_CLAUSE_COMPARISON, me)
    quads.add(me, zm.RDF_TYPE, zm.ClauseComparison)
    quads.add(me, zm.CLAUSE_STATE, concept("clause", clause.state))
    if clause.lower is not None:
        quads.add(me, zm.LOWER_EVIDENCE, lower.names.evidence(clause.lower))
    if clause.upper is not None:
        quads.add(me, zm.UPPER_EVIDENCE, upper.names.evidence(clause.upper))
    quads.add_all(me, zm.CHANGE_KIND, (concept("change", kind) for kind in clause.kinds))
    quads.strings(me, zm.WORDS_LOST, clause.words_lost)
    quads.strings(me, zm.WORDS_GAINED, clause.words_gained)
    if clause.force_lower:
        quads.add(me, zm.FORCE_LOWER, concept("force", clause.force_lower))
    if clause.force_upper:
        quads.add(me, zm.FORCE_UPPER, concept("force", clause.force_upper))
    quads.strings(me, zm.QUALIFIER_LOST, clause.qualifiers_lost)
    quads.strings(me, zm.QUALIFIER_GAINED, clause.qualifiers_gained)


def _carriers(quads: Quads, link_iri: str, link: Link) -> None:
    for line, lower, upper, same in link.carriers:
        me = below(link_iri, "carrier", line)
        quads.add(link_iri, zm.HAS_CARRIER_COMPARISON, me)
        quads.add(me, zm.RDF_TYPE, zm.CarrierComparison)
        quads.string(me, zm.LINE_NAME, line)
        quads.strings(me, zm.LOWER_CARRIER, lower)
        quads.strings(me, zm.UPPER_CARRIER, upper)
        quads.boolean(me, zm.SAME_LINE, same)


def _at(span: Span | None) -> str:
    return "" if span is None else f"{span.start}-{span.end}"
