"""The provenance of a document: its text, the witnesses behind it, their repairs."""

from collections.abc import Iterable, Iterator

from builder.model.record import EditSummary, Record, WitnessSummary
from builder.model.span import Span
from builder.model.text import Variant
from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.emit.guards import below
from builder.rdf.names import HASH_CHARS, DocumentNames, concept, digest
from builder.rdf.quads import Quads

__all__ = ["variants", "witnesses"]


def witnesses(names: DocumentNames, record: Record) -> Quads:
    """Give the part of the provenance graph that belongs to one document."""
    quads = Quads(names.names.graph("provenance"))
    quads.add(names.text, zm.RDF_TYPE, zm.RestoredText)
    quads.string(names.text, zm.SHA256, record.text_sha256)
    quads.integer(names.text, zm.CHAR_COUNT, len(record.text))
    for witness in record.witnesses:
        me = names.witness(witness.sha256)
        quads.add(names.text, zm.PROV_WAS_DERIVED_FROM, me)
        _witness(quads, names, me, witness)
        for claim, starts in _claims(witness.edits):
            _repair(quads, names, me, claim, starts)
    return quads


def variants(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write where the witnesses differ, in the document graph: what each has, what was taken."""
    for variant in record.variants:
        _variant(quads, names, variant)


def _variant(quads: Quads, names: DocumentNames, variant: Variant) -> None:
    me = names.of("variant", names.text_hash, f"{variant.at.start}-{variant.at.end}")
    quads.add(names.document, zm.HAS_VARIANT, me)
    quads.add(me, zm.RDF_TYPE, zm.Variant)
    quads.integer(me, zm.START, variant.at.start)
    quads.integer(me, zm.END, variant.at.end)
    quads.add(me, zm.TAKEN, literals.string(variant.taken))
    quads.string(me, zm.REASON, variant.reason)
    for reading in variant.readings:
        mine = below(me, reading.witness[:HASH_CHARS])
        quads.add(me, zm.HAS_READING, mine)
        quads.add(mine, zm.RDF_TYPE, zm.Reading)
        quads.add(mine, zm.READ_IN, names.witness(reading.witness))
        quads.add(mine, zm.TEXT, literals.string(reading.chars))
        quads.integer(mine, zm.RAW_START, reading.raw.start)
        quads.integer(mine, zm.RAW_END, reading.raw.end)


def _witness(quads: Quads, names: DocumentNames, me: str, witness: WitnessSummary) -> None:
    quads.add(me, zm.RDF_TYPE, zm.Witness)
    quads.string(me, zm.SOURCE_PATH, witness.source)
    quads.string(me, zm.SHA256, witness.sha256)
    quads.string(me, zm.ENCODING, witness.encoding)
    quads.add(me, zm.WITNESS_KIND, concept("witness-kind", witness.kind))
    for field, value in witness.metadata:
        _note(quads, names, me, ("manifest", field, value, None))
    for field, value, raw in witness.furniture:
        _note(quads, names, me, ("page", field, value, raw))


def _note(
    quads: Quads, names: DocumentNames, witness: str, note: tuple[str, str, str, Span | None]
) -> None:
    origin, field, value, raw = note
    at = "" if raw is None else f"{raw.start}-{raw.end}"
    me = names.of("source-note", origin, field, digest(witness, value, at))
    quads.add(witness, zm.HAS_SOURCE_NOTE, me)
    quads.add(me, zm.RDF_TYPE, zm.SourceNote)
    quads.string(me, zm.NOTE_ORIGIN, origin)
    quads.string(me, zm.FIELD, field)
    quads.string(me, zm.FIELD_VALUE, value)
    if raw is not None:
        quads.integer(me, zm.RAW_START, raw.start)
        quads.integer(me, zm.RAW_END, raw.end)


def _claims(edits: Iterable[EditSummary]) -> Iterator[tuple[EditSummary, list[int]]]:
    """Put equal claims together: what differs is only where in the raw text they begin.

    Gives the first of each, with the starts of all.
    """
    found: dict[tuple[object, ...], tuple[EditSummary, list[int]]] = {}
    for edit in edits:
        start, end = edit.at.start, edit.at.end
        words = (edit.fix, end - start, edit.damaged, edit.restored, edit.certainty, edit.reason)
        claim = (*words, edit.rivals, edit.witness)
        if claim in found:
            found[claim][1].append(start)
        else:
            found[claim] = edit, [start]
    yield from found.values()


def _repair(
    quads: Quads, names: DocumentNames, witness: str, claim: EditSummary, starts: list[int]
) -> None:
    words = (claim.fix, claim.damaged, claim.restored, claim.certainty, claim.reason)
    size = claim.at.end - claim.at.start
    content = digest(witness, *words, claim.witness or "", str(size), *claim.rivals)
    me = names.of("repair", content)
    quads.add(witness, zm.HAS_REPAIR, me)
    quads.add(me, zm.RDF_TYPE, zm.Repair)
    quads.string(me, zm.FIX, claim.fix)
    quads.add_all(me, zm.RAW_START, map(literals.integer, starts))
    quads.integer(me, zm.RAW_LENGTH, size)
    quads.add(me, zm.DAMAGED, literals.string(claim.damaged))
    quads.add(me, zm.RESTORED, literals.string(claim.restored))
    quads.add(me, zm.CERTAINTY, concept("certainty", claim.certainty))
    quads.string(me, zm.REASON, claim.reason)
    quads.strings(me, zm.OTHER_READING, claim.rivals)
    if claim.witness:
        quads.add(me, zm.ATTESTED_BY, names.witness(claim.witness))
