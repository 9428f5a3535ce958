"""One copy repaired from the others, and the apparatus of what they read.

A misdecoded run that the base could only guess is taken from a copy that has it intact,
and only where damaging that copy's reading again gives the run: then it is witnessed.
Everything else in which full copies differ is written down, not changed.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from builder.collate.aligning import Alignment, align
from builder.lexicon.slips import explains
from builder.model.draft import Change, apply, resume
from builder.model.span import Span
from builder.model.text import Edit, Reading, Text, Variant

__all__ = ["apparatus", "mend"]

SLIP = "slip"
MAX_READING_CHARS = 400


def mend(base: Text, others: Sequence[Text]) -> Text:
    """Give the base with its guesses settled by the other copies where these prove them."""
    edits = list(base.edits)
    changes: list[Change] = []
    settled: set[Span] = set()
    aligned = [(other, align(base.chars, other.chars)) for other in others]
    for number, edit in enumerate(edits):
        if edit.certainty != "guess" or edit.fix != SLIP:
            continue
        place = restored_place(base, edit.at)
        found = _witnessed(edit, place, aligned)
        if found is None:
            continue
        other, reading = found
        settled.add(edit.at)
        if reading == place.of(base.chars):
            edits[number] = replace(
                edit, certainty="witnessed", witness=other.witness.sha256, rivals=()
            )
        else:
            reason = f"{other.witness.source} has the run intact, and it gives the damaged one"
            changes.append(
                Change(*place, reading, reason, "witnessed", witness=other.witness.sha256)
            )
    draft = apply(resume(base.chars, base.origin, tuple(edits)), "witness", changes)
    findings = tuple(f for f in base.findings if f.span is None or f.span not in settled)
    return replace(
        base, chars=draft.chars, origin=draft.origin, edits=draft.edits, findings=findings
    )


def apparatus(mended: Text, texts: Sequence[Text]) -> tuple[Variant, ...]:
    """Give the places where full copies differ from the reading text, and what each reads.

    ``texts`` are the copies as each was restored; the first is the base.
    """
    places: dict[Span, list[tuple[Text, Span]]] = {}
    for text in texts:
        for one, other in align(mended.chars, text.chars).differences:
            places.setdefault(one, []).append((text, other))
    taken = {edit.place: edit for edit in mended.edits if edit.fix == "witness"}
    return tuple(_variant(mended, place, found, taken) for place, found in sorted(places.items()))


def restored_place(text: Text, at: Span) -> Span:
    """Give the span of the restored text that came from a raw range.

    The map never decreases, so that two searches find it.
    """
    starts = text.origin.starts
    return Span(bisect_left(starts, at.start), bisect_left(starts, at.end))


def _witnessed(
    edit: Edit, place: Span, aligned: Sequence[tuple[Text, Alignment]]
) -> tuple[Text, str] | None:
    """Give the first copy (smallest hash) that has the run intact, and what it reads there."""
    for other, alignment in sorted(aligned, key=lambda pair: pair[0].witness.sha256):
        there = _answer(place, alignment)
        if there is None or there.end - there.start > MAX_READING_CHARS:
            continue
        if _is_damaged(other, there):
            continue
        reading = there.of(other.chars)
        if explains(reading, edit.damaged):
            return other, reading
    return None


def _answer(place: Span, alignment: Alignment) -> Span | None:
    """Give the other copy's span, or None where a difference crosses the place's edges."""
    crossing = (
        one for one, _ in alignment.differences if one.overlaps(place) and not one.within(place)
    )
    return None if any(crossing) else alignment.answers(place)


def _is_damaged(other: Text, there: Span) -> bool:
    if there.start >= there.end:
        return True
    raw = other.origin.raw(there)
    return any(
        edit.certainty == "guess" and edit.at.start < raw.end and raw.start < edit.at.end
        for edit in other.edits
    )


def _variant(
    mended: Text,
    place: Span,
    found: Sequence[tuple[Text, Span]],
    taken: dict[Span, Edit],
) -> Variant:
    readings = [
        Reading(
            witness=text.witness.sha256,
            chars=span.of(text.chars),
            raw=text.origin.raw(span),
        )
        for text, span in found
    ]
    edit = taken.get(place)
    return Variant(
        at=place,
        readings=tuple(sorted(readings, key=lambda r: r.witness)),
        taken=place.of(mended.chars),
        reason=edit.reason if edit else "the base witness reads so",
    )
