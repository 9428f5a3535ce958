"""Put what was found in one document in its place, under the document's key."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from builder.lexicon import keys
from builder.model.finding import Finding
from builder.model.outline import Header, Outline, Provision
from builder.model.record import (
    EditSummary,
    Mentions,
    Record,
    Task,
    WitnessSummary,
)
from builder.model.span import Span
from builder.model.text import Edit, Text, WitnessKind, Work

__all__ = ["TASK_ROLES", "assemble", "key_of"]

TASK_ROLES = frozenset({"task", "supporting_measure", "organisation"})
T = TypeVar("T")


def assemble(work: Work, outline: Outline, mentions: Mentions) -> Record:
    """Give the record of one document from its collated text, outline and mentions."""
    chars = work.text.chars
    key = key_of(outline.header, chars)
    return Record(
        key=key,
        header=outline.header,
        text=chars,
        text_sha256=hashlib.sha256(chars.encode()).hexdigest(),
        origin_starts=tuple(work.text.origin.starts),
        origin_ends=tuple(work.text.origin.ends),
        provisions=outline.provisions,
        leaves=outline.leaves,
        tasks=_tasks(outline.provisions, mentions),
        mentions=mentions,
        witnesses=_witnesses(work),
        findings=_findings(key, work, outline, mentions),
        variants=work.variants,
    )


def key_of(header: Header, chars: str = "") -> str:
    """Give the key of a document; ``chars`` stands in for a title where there is none.

    >>> key_of(Header(doc_number="湘政发〔2024〕15号"))
    '湘政发-2024-15'
    """
    if header.doc_number and (key := keys.number_key(header.doc_number)):
        return key
    title = header.title or header.notice_title or chars
    return keys.title_key(header.issuer, header.signed_date, title)


def _tasks(provisions: Iterable[Provision], mentions: Mentions) -> tuple[Task, ...]:
    deadlines = {provision: (value, span) for provision, value, span in mentions.task_deadlines}
    roles = _by(mentions.responsibilities, lambda item: item.provision)
    measures = _by(mentions.measures, lambda item: item.provision)
    places = _by(mentions.place_mentions, lambda item: item.provision)
    nowhere: tuple[str | None, Span | None] = (None, None)
    return tuple(
        Task(
            id=provision.id,
            heading=provision.heading,
            role=provision.role,
            span=provision.span,
            deadline=deadlines.get(provision.id, nowhere)[0],
            deadline_span=deadlines.get(provision.id, nowhere)[1],
            responsibilities=roles.get(provision.id, ()),
            measures=measures.get(provision.id, ()),
            place_mentions=places.get(provision.id, ()),
        )
        for provision in provisions
        if provision.role in TASK_ROLES
    )


def _by(items: Iterable[T], key: Callable[[T], str | None]) -> dict[str | None, tuple[T, ...]]:
    groups: dict[str | None, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def _witnesses(work: Work) -> tuple[WitnessSummary, ...]:
    base = work.text.witness.sha256
    return tuple(
        _witness(text, kind, work.text.edits if text.witness.sha256 == base else text.edits)
        for text, kind in zip(work.texts, work.kinds, strict=True)
    )


def _witness(text: Text, kind: WitnessKind, edits: Iterable[Edit]) -> WitnessSummary:
    return WitnessSummary(
        source=text.witness.source,
        sha256=text.witness.sha256,
        encoding=text.witness.encoding,
        kind=kind,
        metadata=text.witness.metadata,
        furniture=text.furniture,
        edits=tuple([_edit(edit) for edit in edits]),
    )


def _edit(edit: Edit) -> EditSummary:
    return EditSummary(
        edit.fix,
        edit.at,
        edit.damaged,
        edit.restored,
        edit.certainty,
        edit.reason,
        edit.rivals,
        edit.witness,
    )


def _findings(key: str, work: Work, outline: Outline, mentions: Mentions) -> tuple[Finding, ...]:
    """Give the findings of all stages, each naming its document and source, none twice."""
    found: dict[Finding, None] = {}
    for text in work.texts:
        for finding in (*text.witness.findings, *text.findings):
            found[_of(key, text, finding)] = None
    for finding in (*work.findings, *outline.findings, *mentions.findings):
        found[_of(key, work.text, finding)] = None
    return tuple(found)


def _of(key: str, text: Text, finding: Finding) -> Finding:
    return replace(finding, document=key, source=finding.source or text.witness.source)
