"""Witness -> Text: the damage undone, each repair with its receipt.

The fixes run in a fixed order.  Misdecoded runs come first, because every other fix would
destroy their evidence; pinyin notes before script, since a note reads the character it
follows; furniture once lines are clean; paragraphs last.  The round is gone through until
nothing changes, so that restoring twice is restoring once.
"""

from collections.abc import Callable

from builder.model.draft import Change, Draft, apply, begin
from builder.model.span import Span
from builder.model.text import Text, Witness
from builder.restore import (
    blanks,
    chunks,
    commas,
    fitness,
    furniture,
    glued,
    leftovers,
    numbers,
    pinyin,
    quotes,
    repeats,
    script,
    separators,
    slip,
    titles,
    width,
    wraps,
)
from builder.restore.sidebyside import Row, side_by_side
from builder.restore.signature import signature

__all__ = ["FIXES", "Row", "restore", "side_by_side"]

MAX_ROUNDS = 4  # a repair may bring other damage to light; a clean text takes one round
FIXES: tuple[tuple[str, Callable[[str], list[Change]]], ...] = (
    ("slip", slip.find),
    ("pinyin", pinyin.find),
    ("leftovers", leftovers.find),
    ("newlines", blanks.find_newlines),
    ("radicals", script.find_radicals),
    ("script", script.find),
    ("brackets", numbers.find),
    ("dates", numbers.find_dates),
    ("quotes", quotes.find),
    ("width", width.find),
    ("separators", separators.find),
    ("commas", commas.find),
    ("chunks", chunks.find),
    ("glued", glued.find),
    ("inner-blanks", blanks.find_inner),
    ("furniture", furniture.find),
    ("blanks", blanks.find),
    ("wraps", wraps.find),
    ("titles", titles.find),
    ("repeats", repeats.find),
)


def restore(witness: Witness) -> Text:
    """Give the restored text of one witness, with its origin map and receipts; never raises."""
    draft = begin(witness.chars)
    told: tuple[tuple[str, str, Span], ...] = ()
    idle: dict[str, int] = {}  # fix -> step after which it had nothing to do
    marks_lost = False
    for _ in range(MAX_ROUNDS):
        before = draft.step
        for name, find in FIXES:
            if idle.get(name) == draft.step:
                continue
            if name == "commas" and not marks_lost:
                continue
            if name == "furniture":
                told = (*told, *_told(draft))
            done = apply(draft, name, find(draft.chars))
            if done is draft:
                idle[name] = draft.step
            if name in commas.LOSING and not marks_lost:
                marks_lost = commas.lost_marks(done.edits[len(draft.edits) :])
            draft = done
        if draft.step == before:
            break
    source = witness.source
    spoilt = fitness.spoilage(draft.chars, source)
    return Text(
        witness=witness,
        chars=draft.chars,
        origin=draft.origin,
        edits=draft.edits,
        furniture=told,
        fit=not spoilt,
        signature=signature(draft.chars),
        findings=(
            *witness.findings,
            *spoilt,
            *fitness.guesses(draft.edits, witness.chars, source),
            *fitness.unread(draft.chars, source),
        ),
    )


def _told(draft: Draft) -> tuple[tuple[str, str, Span], ...]:
    origin = draft.origin
    return tuple(
        (key, value, origin.raw(Span(start, end)))
        for key, value, start, end in furniture.told(draft.chars)
    )
