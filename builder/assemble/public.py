"""Record -> the public JSON of a document.

Spans are half-open code point offsets into ``text``.  The shapes are those of
``ontology/schema/*.schema.json``; fields are only ever added.
"""

from collections.abc import Iterable
from typing import Any

from builder.model.finding import Finding
from builder.model.lineage import Resolution
from builder.model.outline import Provision
from builder.model.record import (
    Citation,
    EditSummary,
    Measure,
    Obligation,
    Record,
    Responsibility,
    Target,
    Task,
    WitnessSummary,
)

__all__ = ["public"]

Json = dict[str, Any]
# the public JSON knows chapter, section, item, bullet, article, row; ``rank`` keeps the rest
PUBLIC_KINDS = {"part": "chapter", "subitem": "item", "point": "item"}


def public(record: Record, resolutions: Iterable[Resolution] = ()) -> Json:
    """Give the public JSON of one document, its citations resolved as lineage says."""
    resolved = {item.citation: item for item in resolutions if item.document == record.key}
    mentions = record.mentions
    places = {place.key: place.canonical for place in mentions.places}
    return {
        **_header(record),
        "text": record.text,
        "text_sha256": record.text_sha256,
        "witnesses": [_witness(witness) for witness in record.witnesses],
        "provisions": [_provision(provision) for provision in record.provisions],
        "tasks": [_task(task, places) for task in record.tasks],
        "targets": [_target(target) for target in mentions.targets],
        "soft_targets": [
            {"at": item.provision, "number": item.number, "text": item.text, "span": item.span}
            for item in mentions.soft_targets
        ],
        "obligations": [_obligation(item) for item in mentions.obligations],
        "citations": [
            _citation(item, resolved.get(item.number))
            for item in mentions.citations
            if not item.own
        ],
        "self_references": [
            {"at": item.at, "title": item.title, "span": item.span}
            for item in mentions.citations
            if item.own
        ],
        "default_responsibilities": [
            {"at": item.at, "actors": item.actors, "scope": item.scope, "span": item.span}
            for item in mentions.default_responsibilities
        ],
        "agencies": [
            {
                "canonical": agency.canonical,
                "aliases": agency.aliases,
                "level": agency.level,
                "jurisdiction": agency.jurisdiction,
                "line": agency.line,
                "kind": agency.kind,
                "resolved": agency.resolved,
            }
            for agency in mentions.agencies
        ],
        "generic_actors": sorted({actor.surface for actor in mentions.generic_actors}),
        "places": [
            {
                "canonical": place.canonical,
                "aliases": place.aliases,
                "kind": place.kind,
                "parent": place.parent,
                "code": place.code,
            }
            for place in mentions.places
        ],
        "findings": [_finding(finding) for finding in record.findings],
    }


def _header(record: Record) -> Json:
    header = record.header
    return {
        "key": record.key,
        "title": header.title,
        "notice_title": header.notice_title,
        "doc_number": header.doc_number,
        "issuer": header.issuer,
        "issuers": header.issuers,
        "signed_date": header.signed_date,
        "published_date": header.published_date,
        "index_number": header.index_number,
        "addressees": header.addressees,
        "level": header.level,
        "jurisdiction": header.jurisdiction,
        "doc_type": header.doc_type,
        "period": header.period,
        "status": header.status,
        "approved_by": header.approved_by,
        "distributor": header.distributor,
        "completeness": header.completeness,
        "facts": [
            {
                "field": fact.field,
                "value": fact.value,
                "rule": fact.rule,
                "span": fact.span,
                "inferred": fact.inferred,
            }
            for fact in header.facts
        ],
    }


def _witness(witness: WitnessSummary) -> Json:
    return {
        "source": witness.source,
        "sha256": witness.sha256,
        "encoding": witness.encoding,
        "kind": witness.kind,
        "metadata": dict(witness.metadata),
        "furniture": [
            {"name": name, "value": value, "at": at} for name, value, at in witness.furniture
        ],
        "repairs": [_repair(edit) for edit in witness.edits],
    }


def _repair(edit: EditSummary) -> Json:
    return {
        "fix": edit.fix,
        "at": edit.at,
        "damaged": edit.damaged,
        "restored": edit.restored,
        "certainty": edit.certainty,
        "reason": edit.reason,
        "rivals": edit.rivals,
        "witness": edit.witness,
    }


def _provision(provision: Provision) -> Json:
    return {
        "id": provision.id,
        "label": provision.label,
        "heading": provision.heading,
        "parent": provision.parent,
        "kind": PUBLIC_KINDS.get(provision.kind, provision.kind),
        "rank": provision.kind,
        "span": provision.span,
        "heading_span": provision.heading_span,
        "role": provision.role,
        "role_rule": provision.role_rule,
    }


def _task(task: Task, places: dict[str, str]) -> Json:
    return {
        "id": task.id,
        "heading": task.heading,
        "role": task.role,
        "span": task.span,
        "deadline": task.deadline,
        **{role: _bodies(task, role) for role in ("lead", "support", "responsible")},
        "responsibilities": [_responsibility(item) for item in task.responsibilities],
        "measures": [_measure(measure) for measure in task.measures],
        "places": [
            {
                "text": mention.surface,
                "canonical": places.get(mention.place, mention.surface),
                "span": mention.span,
            }
            for mention in task.place_mentions
        ],
    }


def _bodies(task: Task, role: str) -> list[str]:
    """Give the agencies with this role, printed before inferred, each once."""
    named = (item for item in task.responsibilities if item.role == role)
    ordered = sorted(named, key=lambda item: (item.inferred, item.span, item.order))
    return list(dict.fromkeys(item.agency for item in ordered))


def _responsibility(item: Responsibility) -> Json:
    return {
        "agency": item.agency,
        "role": item.role,
        "role_as_printed": item.role_as_printed,
        "order": item.order,
        "as_written": item.as_written,
        "inferred": item.inferred,
        "generic": item.agency_key is None,
        "span": item.span,
        "rule": item.rule,
    }


def _measure(measure: Measure) -> Json:
    return {
        "number": measure.number,
        "text": measure.text,
        "action": measure.action,
        "force": measure.force,
        "force_word": measure.force_word,
        "qualifiers": measure.qualifiers,
        "span": measure.span,
        "rule": measure.rule,
    }


def _target(target: Target) -> Json:
    return {
        "at": target.provision,
        "number": target.number,
        "indicator": target.indicator,
        "value": _number(target.value),
        "unit": target.unit,
        "comparator": target.comparator,
        "deadline": target.deadline,
        "deadline_inferred": target.deadline_inferred,
        "deadline_as_written": target.deadline_as_written,
        "scope": target.scope,
        "quote": target.quote,
        "span": target.span,
        "rule": target.rule,
    }


def _number(value: float | tuple[float, float]) -> float | int | list[float | int]:
    """Give whole numbers without a point, as the text has them: 70, not 70.0."""
    if isinstance(value, tuple):
        return [_whole(value[0]), _whole(value[1])]
    return _whole(value)


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def _obligation(item: Obligation) -> Json:
    return {
        "at": item.provision,
        "number": item.number,
        "text": item.text,
        "obliged": item.obliged,
        "force": item.force,
        "cue": item.cue,
        "span": item.span,
    }


def _citation(citation: Citation, resolution: Resolution | None) -> Json:
    return {
        "number": citation.number,
        "title": citation.title,
        "doc_number": citation.doc_number,
        "relation": citation.relation,
        "at": citation.at,
        "form": citation.form,
        "untitled": citation.form in ("untitled", "short"),
        "resolved": resolution.target if resolution and not resolution.absent else None,
        "absent": resolution.target if resolution and resolution.absent else None,
        "resolved_by": resolution.rule if resolution else None,
        "span": citation.span,
        "rule": citation.rule,
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "source": finding.source,
        "provision": finding.provision or None,
        "span": finding.span,
        "details": dict(finding.details),
    }
