"""What the lineage must know of the documents that are held, without keeping their texts.

A link names two provisions and spans of two texts.  Which of the provisions states a task,
which spans the document graph already describes (no triple may stand in two graphs), and
which agencies and places are known, is gathered here in one walk over the records.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.lexicon import places as divisions
from builder.model.lineage import Lineage
from builder.model.record import Record
from builder.model.span import Span
from builder.rdf.emit.evidence import evidence, evidence_spans
from builder.rdf.emit.references import agency_key, place_key
from builder.rdf.names import BASE, DocumentNames, Names, document_names
from builder.rdf.quads import Quads

__all__ = ["Held", "HeldDocument", "hold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """One held document: its names, and what can be linked in it."""

    names: DocumentNames
    tasks: frozenset[str]
    targets: Mapping[tuple[str, int], str]

    def node(self, provision: str) -> str:
        """Give the task that a provision states, or the provision where it states none."""
        if provision in self.tasks:
            return self.names.task(provision)
        return self.names.provision(provision)

    def target(self, provision: str, number: int) -> str | None:
        """Give a target by its number within a provision, None where there is none."""
        return self.targets.get((provision, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """All held documents by key; agencies and places by full name."""

    documents: Mapping[str, HeldDocument]
    agencies: Mapping[str, str]
    places: Mapping[str, str]


def hold(quads: Quads, lineage: Lineage, records: Iterable[Record], *, base: str = BASE) -> Held:
    """Walk the records once; writes the evidence that only links use."""
    wanted = _spans(lineage)
    documents: dict[str, HeldDocument] = {}
    agencies: dict[str, str] = {}
    places: dict[str, str] = {}
    for record in records:
        names = document_names(record, base)
        documents[record.key] = _document(names, record)
        agencies |= _agencies(record)
        places |= _places(record)
        spans = wanted.get(record.key, frozenset())
        if spans:
            evidence(quads, names, record, spans - evidence_spans(record))
    shared = Names(base)
    return Held(
        documents=documents,
        agencies={name: shared.agency(key) for name, key in agencies.items()},
        places={name: shared.place(key) for name, key in places.items()},
    )


def _document(names: DocumentNames, record: Record) -> HeldDocument:
    targets = {
        (target.provision, target.number): names.numbered("target", target.provision, target.number)
        for target in record.mentions.targets
    }
    return HeldDocument(
        names=names, tasks=frozenset(task.id for task in record.tasks), targets=targets
    )


def _agencies(record: Record) -> dict[str, str]:
    header = record.header
    issuers = (*header.issuers, *filter(None, (header.issuer,)))
    found = {agency.canonical: agency.key for agency in record.mentions.agencies}
    return found | {name: agency_key(name, record) for name in issuers}


def _places(record: Record) -> dict[str, str]:
    found = {place.canonical: place.key for place in record.mentions.places}
    if record.header.jurisdiction:
        key = place_key(record.header.jurisdiction, record)
        found[record.header.jurisdiction] = key
        found |= {division.name: division.code for division in divisions.ancestors(key)}
    return found


def _spans(lineage: Lineage) -> dict[str, frozenset[Span]]:
    found: dict[str, set[Span]] = {}
    for document, span in _link_spans(lineage):
        found.setdefault(document, set()).add(span)
    return {document: frozenset(spans) for document, spans in found.items()}


def _link_spans(lineage: Lineage) -> Iterator[tuple[str, Span]]:
    for link in (link for pair in lineage.pairs for link in pair.links):
        for words in link.evidence:
            yield link.lower_document, words.lower
            yield link.upper_document, words.upper
        for clause in link.clauses:
            if clause.lower is not None:
                yield link.lower_document, clause.lower
            if clause.upper is not None:
                yield link.upper_document, clause.upper
