"""The provenance of a document: its text, the witnesses behind it, their repairs."""

from builder.model.record import EditSummary, Record, WitnessSummary
from builder.model.span import Span
from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.names import DocumentNames, concept, digest
from builder.rdf.quads import Quads

__all__ = ["witnesses"]


def witnesses(names: DocumentNames, record: Record) -> list[str]:
    """Give the lines of the provenance graph that belong to one document."""
    quads = Quads(names.names.graph("provenance"))
    quads.add(names.text, zm.RDF_TYPE, zm.RestoredText)
    quads.string(names.text, zm.SHA256, record.text_sha256)
    quads.integer(names.text, zm.CHAR_COUNT, len(record.text))
    for witness in record.witnesses:
        me = names.witness(witness.sha256)
        quads.add(names.text, zm.PROV_WAS_DERIVED_FROM, me)
        _witness(quads, names, me, witness)
        for edit in witness.edits:
            _repair(quads, names, me, edit)
    return quads.lines


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


def _repair(quads: Quads, names: DocumentNames, witness: str, edit: EditSummary) -> None:
    at = f"{edit.at.start}-{edit.at.end}"
    me = names.of("repair", digest(witness, edit.fix, at, edit.damaged, edit.restored))
    quads.add(witness, zm.HAS_REPAIR, me)
    quads.add(me, zm.RDF_TYPE, zm.Repair)
    quads.string(me, zm.FIX, edit.fix)
    quads.integer(me, zm.RAW_START, edit.at.start)
    quads.integer(me, zm.RAW_END, edit.at.end)
    quads.add(me, zm.DAMAGED, literals.string(edit.damaged))
    quads.add(me, zm.RESTORED, literals.string(edit.restored))
    quads.add(me, zm.CERTAINTY, concept("certainty", edit.certainty))
    quads.string(me, zm.REASON, edit.reason)
    quads.strings(me, zm.OTHER_READING, edit.rivals)
    if edit.witness:
        quads.add(me, zm.ATTESTED_BY, names.witness(edit.witness))
