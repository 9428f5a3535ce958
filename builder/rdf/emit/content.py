"""Targets, soft targets, obligations and citations of a document."""

from builder.model.record import Citation, Obligation, Record, SoftTarget, Target
from builder.rdf import namespace as zm
from builder.rdf.emit.times import due
from builder.rdf.names import DocumentNames, concept
from builder.rdf.quads import Quads

__all__ = ["citations", "obligations", "soft_targets", "targets"]


def targets(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write the targets with figures, of the document and of its tasks."""
    task_ids = frozenset(task.id for task in record.tasks)
    provision_ids = frozenset(provision.id for provision in record.provisions)
    for target in record.mentions.targets:
        me = names.numbered("target", target.provision, target.number)
        _stated(quads, names, me, target, zm.HAS_TARGET, provision_ids)
        if target.provision in task_ids:
            quads.add(names.task(target.provision), zm.HAS_TARGET, me)
        _target(quads, names, me, target)


def soft_targets(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write the aims without figures."""
    task_ids = frozenset(task.id for task in record.tasks)
    provision_ids = frozenset(provision.id for provision in record.provisions)
    for soft in record.mentions.soft_targets:
        me = names.numbered("soft-target", soft.provision, soft.number)
        _stated(quads, names, me, soft, zm.HAS_SOFT_TARGET, provision_ids)
        if soft.provision in task_ids:
            quads.add(names.task(soft.provision), zm.HAS_SOFT_TARGET, me)
        quads.add(me, zm.RDF_TYPE, zm.SoftTarget)
        quads.integer(me, zm.ORDER, soft.number)
        quads.string(me, zm.TEXT, soft.text)


def obligations(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write what articles oblige, forbid or allow."""
    provision_ids = frozenset(provision.id for provision in record.provisions)
    for obligation in record.mentions.obligations:
        me = names.numbered("obligation", obligation.provision, obligation.number)
        _stated(quads, names, me, obligation, zm.HAS_OBLIGATION, provision_ids)
        quads.add(me, zm.RDF_TYPE, zm.Obligation)
        quads.integer(me, zm.ORDER, obligation.number)
        quads.string(me, zm.TEXT, obligation.text)
        quads.string(me, zm.OBLIGED, obligation.obliged)
        if obligation.obliged_span is not None:
            quads.add(me, zm.OBLIGED_EVIDENCE, names.evidence(obligation.obliged_span))
        quads.add(me, zm.FORCE, concept("force", obligation.force))
        quads.string(me, zm.CUE, obligation.cue)


def citations(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write the citations as printed; which documents they mean is said in the lineage."""
    provision_ids = frozenset(provision.id for provision in record.provisions)
    for citation in record.mentions.citations:
        me = names.citation(citation.number)
        quads.add(names.document, zm.HAS_CITATION, me)
        quads.add(me, zm.RDF_TYPE, zm.Citation)
        quads.string(me, zm.CITED_TITLE, citation.title)
        quads.string(me, zm.CITED_NUMBER, citation.doc_number)
        quads.add(me, zm.CITATION_RELATION, concept("citation", citation.relation))
        quads.string(me, zm.CITED_AT, citation.at)
        if citation.at in provision_ids:
            quads.add(me, zm.STATED_IN, names.provision(citation.at))
        quads.add(me, zm.CITATION_FORM, concept("citation-form", citation.form))
        quads.string(me, zm.CUE, citation.cue)
        quads.boolean(me, zm.SELF_REFERENCE, citation.own)
        quads.boolean(me, zm.NUMBER_REPAIRED, citation.number_repaired)
        _grounds(quads, names, me, citation)


def _target(quads: Quads, names: DocumentNames, me: str, target: Target) -> None:
    quads.add(me, zm.RDF_TYPE, zm.Target)
    quads.integer(me, zm.ORDER, target.number)
    quads.add(me, zm.INDICATOR, names.names.indicator(target.indicator))
    if isinstance(target.value, tuple):
        quads.decimal(me, zm.LOW_VALUE, target.value[0])
        quads.decimal(me, zm.HIGH_VALUE, target.value[1])
    else:
        quads.decimal(me, zm.VALUE, target.value)
    quads.string(me, zm.UNIT, target.unit)
    quads.add(me, zm.COMPARATOR, concept("comparator", target.comparator))
    quads.string(me, zm.DEADLINE, target.deadline)
    quads.string(me, zm.DEADLINE_INFERRED, target.deadline_inferred)
    quads.string(me, zm.DEADLINE_AS_WRITTEN, target.deadline_as_written)
    quads.add(me, zm.DUE, due(names.names, target.deadline, target.deadline_inferred))
    quads.string(me, zm.SCOPE, target.scope)
    quads.string(me, zm.BINDING, target.binding)
    quads.string(me, zm.QUOTE, target.quote)


def _stated(
    quads: Quads,
    names: DocumentNames,
    me: str,
    fact: Target | SoftTarget | Obligation,
    edge: str,
    provision_ids: frozenset[str],
) -> None:
    quads.add(names.document, edge, me)
    if fact.provision in provision_ids:
        quads.add(me, zm.STATED_IN, names.provision(fact.provision))
    _grounds(quads, names, me, fact)


def _grounds(
    quads: Quads, names: DocumentNames, me: str, fact: Target | SoftTarget | Obligation | Citation
) -> None:
    quads.string(me, zm.RULE, fact.rule)
    quads.add(me, zm.EVIDENCE, names.evidence(fact.span))
