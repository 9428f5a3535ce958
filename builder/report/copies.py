"""Where the copies of one document differ, which reading was taken, and on what grounds.

Two kinds of rows: a run that one copy has damaged and another has whole (or that only a
guess could fill), and a place where the restored texts of the copies still read apart.
"""

from builder.model.record import Record
from builder.model.text import Variant

__all__ = ["differences"]

Row = tuple[str, int, int, str, str, str, str]


def differences(record: Record) -> list[Row]:
    """Give (source, raw start, raw end, in this copy, taken, how, why) in order of the copies."""
    sources = {witness.sha256: witness.source for witness in record.witnesses}
    repaired = [
        (
            witness.source,
            *edit.at,
            edit.damaged,
            edit.restored,
            edit.certainty,
            sources.get(edit.witness or "", edit.reason),
        )
        for witness in record.witnesses
        for edit in witness.edits
        if edit.certainty in {"witnessed", "guess"}
    ]
    apart = [row for variant in record.variants for row in _rows(variant, sources)]
    return sorted(repaired + apart)


def _rows(variant: Variant, sources: dict[str, str]) -> list[Row]:
    return [
        (
            sources.get(reading.witness, reading.witness),
            *reading.raw,
            reading.chars,
            variant.taken,
            "taken" if reading.chars == variant.taken else "passed over",
            variant.reason,
        )
        for reading in variant.readings
    ]
