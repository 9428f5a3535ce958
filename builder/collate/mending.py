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
MAX_AGREEING_CHARS = 3  # between two differences that are one damaged run
EDGE_CHARS = 3
MIN_RUN_CHARS = 2


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
            edits[number] = edit._replace(
                certainty="witnessed", witness=other.witness.sha256, rivals=()
            )
        else:
            reason = f"{other.witness.source} has the run intact, and it gives the damaged one"
            changes.append(
                Change(*place, reading, reason, "witnessed", witness=other.witness.sha256)
            )
    changes += _unread(base, aligned, settled, changes)
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


def _unread(
    base: Text,
    aligned: Sequence[tuple[Text, Alignment]],
    settled: set[Span],
    changes: Sequence[Change],
) -> list[Change]:
    """Give the runs that the base could not read, or read in part, and another copy has."""
    done = [restored_place(base, at) for at in settled]
    guessed = [
        restored_place(base, edit.at)
        for edit in base.edits
        if edit.certainty == "guess" and edit.fix == SLIP and edit.at not in settled
    ]
    done += [Span(c.start, c.end) for c in changes]
    found: list[Change] = []
    for other, alignment in sorted(aligned, key=lambda pair: pair[0].witness.sha256):
        for block in _blocks(alignment, [p for p in guessed if p not in done]):
            if any(block.overlaps(span) for span in done):
                continue
            change = _explained(base, other, alignment, block)
            if change:
                found.append(change)
                done.append(Span(change.start, change.end))
    return found


def _blocks(alignment: Alignment, guessed: Sequence[Span]) -> list[Span]:
    """Give differences and guesses joined where only a few characters lie between them."""
    blocks: list[Span] = []
    for one in sorted([*(one for one, _ in alignment.differences), *guessed]):
        if blocks and one.start - blocks[-1].end <= MAX_AGREEING_CHARS:
            blocks[-1] = Span(blocks[-1].start, max(one.end, blocks[-1].end))
        else:
            blocks.append(one)
    return [block for block in blocks if block.end - block.start <= MAX_READING_CHARS]


def _explained(base: Text, other: Text, alignment: Alignment, block: Span) -> Change | None:
    """Give the change where the other copy's words, damaged, are what the base shows."""
    size = len(base.chars)
    for left in range(EDGE_CHARS + 1):
        for right in range(EDGE_CHARS + 1):
            place = Span(max(0, block.start - left), min(size, block.end + right))
            there = alignment.answers(place)
            if there is None or there.start >= there.end or _is_damaged(other, there):
                continue
            run = base.origin.raw(place).of(base.witness.chars)
            reading = there.of(other.chars)
            if len(run) >= MIN_RUN_CHARS and explains(reading, run):
                reason = f"{other.witness.source} has the run intact, and it gives the damaged one"
                sha256 = other.witness.sha256
                return Change(*place, reading, reason, "witnessed", witness=sha256)
    return None


def _answer(place: Span, alignment: Alignment) -> Span | None:
    """Give the other copy's span, or None where a difference crosses the place's edges."""
    near = _widened(place, MAX_AGREEING_CHARS)
    touching = (one for one, _ in alignment.differences if _touch(one, near))
    return alignment.answers(place) if all(one.within(place) for one in touching) else None


def _widened(span: Span, by: int) -> Span:
    return Span(max(0, span.start - by), span.end + by)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


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
