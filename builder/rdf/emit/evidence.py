"""原文依据: the spans of a document that facts rest on, one node a distinct span."""

from collections.abc import Iterable, Iterator

from builder.model.outline import Provision
from builder.model.record import Record
from builder.model.span import Span
from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.emit.findings import restored_span
from builder.rdf.names import DocumentNames
from builder.rdf.quads import Quads

__all__ = ["evidence", "evidence_spans", "named", "own_spans"]


def evidence(quads: Quads, names: DocumentNames, record: Record, spans: Iterable[Span]) -> None:
    """Write the nodes of spans: Web Annotation selectors by position and by quote."""
    chars, text = record.text, names.text
    for span in spans:
        me = names.evidence(span)
        position, quote = f"{me[:-1]}/position>", f"{me[:-1]}/quote>"
        quads.add_all(me, zm.RDF_TYPE, (zm.Evidence, zm.OaSpecificResource))
        quads.add(me, zm.OA_HAS_SOURCE, text)
        quads.add_all(me, zm.OA_HAS_SELECTOR, (position, quote))
        quads.add(position, zm.RDF_TYPE, zm.OaTextPositionSelector)
        quads.integer(position, zm.OA_START, span.start)
        quads.integer(position, zm.OA_END, span.end)
        quads.add(quote, zm.RDF_TYPE, zm.OaTextQuoteSelector)
        quads.add(quote, zm.OA_EXACT, literals.string(span.of(chars)))


def evidence_spans(record: Record) -> frozenset[Span]:
    """Give every span of the restored text that the document graph refers to."""
    return frozenset(_spans(record))


def named(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write what the words of a mention name, and the provision in which they stand."""
    provisions = frozenset(provision.id for provision in record.provisions)
    for span, thing, provision in _mentions(names, record):
        me = names.evidence(span)
        quads.add(me, zm.NAMES, thing)
        if provision in provisions:
            quads.add(me, zm.STATED_IN, names.provision(provision))


def own_spans(provisions: tuple[Provision, ...]) -> dict[str, Span]:
    """Give, by provision id, the stretch from its label to its first child.

    A provision without children keeps its whole span, so that no words are quoted twice.
    """
    first_child: dict[str, int] = {}
    for provision in provisions:
        if provision.parent is not None:
            start = provision.span.start
            first_child[provision.parent] = min(first_child.get(provision.parent, start), start)
    return {
        provision.id: Span(
            provision.span.start,
            max(provision.span.start, first_child.get(provision.id, provision.span.end)),
        )
        for provision in provisions
    }


def _spans(record: Record) -> Iterator[Span]:
    found = record.mentions
    yield from own_spans(record.provisions).values()
    yield from (fact.span for fact in record.header.facts if fact.span is not None)
    for task in record.tasks:
        yield task.span
        if task.deadline_span is not None:
            yield task.deadline_span
        yield from (responsibility.span for responsibility in task.responsibilities)
        yield from (measure.span for measure in task.measures)
    for facts in (
        found.agency_mentions,
        found.generic_actors,
        found.place_mentions,
        found.responsibilities,
        found.default_responsibilities,
        found.targets,
        found.soft_targets,
        found.obligations,
        found.citations,
    ):
        yield from (fact.span for fact in facts)
    yield from (o.obliged_span for o in found.obligations if o.obliged_span is not None)
    yield from (span for f in record.findings if (span := restored_span(f)) is not None)


def _mentions(names: DocumentNames, record: Record) -> Iterator[tuple[Span, str, str | None]]:
    found, shared = record.mentions, names.names
    for agency in found.agency_mentions:
        yield agency.span, shared.agency(agency.agency), agency.provision
    for place in found.place_mentions:
        yield place.span, shared.place(place.place), place.provision
    for actor in found.generic_actors:
        yield actor.span, shared.generic_actor(actor.surface), actor.provision
