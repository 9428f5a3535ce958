"""A text under repair: its characters, the way back to the raw ones, and the receipts so far.

A fix looks at ``chars`` and gives changes; :func:`apply` makes them, composes the origin
map, and writes one :class:`Edit` for each.  Each call is one step, so that replaying the
edits step by step gives the text again and undoing them in reverse gives the raw one.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby, repeat
from operator import eq, le, lt
from typing import NamedTuple, cast

import numpy as np

from builder.model.span import Span
from builder.model.text import Certainty, Edit, Origin

__all__ = ["Change", "Draft", "apply", "begin", "by_rule", "replay", "resume", "undo"]


class Change(NamedTuple):
    """What a fix wants: characters ``[start, end)`` of the draft replaced by ``restored``."""

    start: int
    end: int
    restored: str
    reason: str
    certainty: Certainty = "rule"
    rivals: tuple[str, ...] = ()
    witness: str | None = None


def by_rule(
    starts: Sequence[int], ends: Sequence[int], restored: Sequence[str], reason: str
) -> list[Change]:
    """Give many changes that have one reason and are certain as a rule is.

    >>> by_rule([0], [1], ["国"], "script") == [Change(0, 1, "国", "script")]
    True
    """
    same = repeat(reason), repeat("rule"), repeat(()), repeat(None)
    return list(map(_change, zip(starts, ends, restored, *same, strict=False)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Characters after ``step`` steps, with origin and edits so far."""

    chars: str
    starts: Sequence[int]
    ends: Sequence[int]
    edits: tuple[Edit, ...] = ()
    step: int = 0

    @property
    def origin(self) -> Origin:
        """Give the origin map as the model's type."""
        return Origin(starts=self.starts, ends=self.ends)


def begin(chars: str) -> Draft:
    """Give the draft of a raw text, in which every character is its own origin."""
    size = len(chars)
    places = np.arange(size + 1, dtype=np.int32)
    starts, ends = array("i", places[:-1].tobytes()), array("i", places[1:].tobytes())
    return Draft(chars=chars, starts=starts, ends=ends)


def resume(chars: str, origin: Origin, edits: tuple[Edit, ...]) -> Draft:
    """Give the draft that continues where a restored text left off."""
    step = max((edit.step for edit in edits), default=-1) + 1
    return Draft(
        chars=chars,
        starts=array("i", origin.starts),
        ends=array("i", origin.ends),
        edits=edits,
        step=step,
    )


def apply(draft: Draft, fix: str, changes: Iterable[Change]) -> Draft:
    """Give the draft after one step of one fix; of changes that overlap the first is made.

    >>> draft = apply(begin("國(guó)務院"), "pinyin", [Change(1, 6, "", "reading")])
    >>> draft.chars, draft.origin.raw(Span(0, 2))
    ('國務院', Span(start=0, end=7))
    """
    wanted = list(changes)
    if not wanted:
        return draft
    shown, lasting = draft.chars, _Columns(*zip(*wanted, strict=True))
    damaged = _slices(shown, lasting.starts, lasting.ends)
    idle = any(map(eq, damaged, lasting.restored))
    if idle or not _in_order(lasting):
        wanted = _disjoint([c for c in wanted if shown[c[0] : c[1]] != c[2]])
        if not wanted:
            return draft
        lasting = _Columns(*zip(*wanted, strict=True))
        damaged = _slices(shown, lasting.starts, lasting.ends)
    edits = _receipts(draft, fix, lasting, damaged)
    kept = _slices(shown, (0, *lasting.ends), (*lasting.starts, len(shown)))
    chars = "".join(chain.from_iterable(zip(kept, (*lasting.restored, ""), strict=True)))
    starts, ends = draft.starts, draft.ends
    if list(map(len, damaged)) != list(map(len, lasting.restored)):
        starts, ends = _composed(draft, wanted)
    return Draft(
        chars=chars, starts=starts, ends=ends, edits=draft.edits + edits, step=draft.step + 1
    )


def replay(chars: str, edits: Iterable[Edit]) -> str:
    """Give the restored text again from the raw one and the edits.

    >>> replay("國務院", [])
    '國務院'
    """
    for _, step in groupby(sorted(edits, key=_order), key=lambda edit: edit.step):
        chars = _spliced(chars, [Change(*e.place, e.restored, "") for e in step])
    return chars


def undo(chars: str, edits: Iterable[Edit]) -> str:
    """Give the raw text back from the restored one and the edits."""
    steps = [list(g) for _, g in groupby(sorted(edits, key=_order), key=lambda edit: edit.step)]
    for step in reversed(steps):
        shift, changes = 0, []
        for edit in step:
            start = edit.place.start + shift
            changes.append(Change(start, start + len(edit.restored), edit.damaged, ""))
            shift += len(edit.restored) - len(edit.damaged)
        chars = _spliced(chars, changes)
    return chars


class _Columns(NamedTuple):
    """Many changes, column by column, for there may be thousands."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    restored: tuple[str, ...]
    reasons: tuple[str, ...]
    certainties: tuple[Certainty, ...]
    rivals: tuple[tuple[str, ...], ...]
    witnesses: tuple[str | None, ...]


def _slices(chars: str, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    return [chars[start:end] for start, end in zip(starts, ends, strict=True)]


def _in_order(rows: _Columns) -> bool:
    """Say whether each change stands behind the one before, and clear of it."""
    following = rows.starts[1:]
    return all(map(le, rows.ends, following)) and all(map(lt, rows.starts, following))


def _disjoint(changes: list[Change]) -> list[Change]:
    """Give the changes in order, each one clear of those before it."""
    kept: list[Change] = []
    for change in sorted(changes):
        before = kept[-1] if kept else None
        if before and (change.start < before.end or change[:2] == before[:2]):
            continue
        kept.append(change)
    return kept


def _order(edit: Edit) -> tuple[int, Span]:
    return edit.step, edit.place


def _spliced(chars: str, changes: Sequence[Change]) -> str:
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (chars[done : change[0]], change[2])
        done = change[1]
    parts.append(chars[done:])
    return "".join(parts)


def _receipts(draft: Draft, fix: str, rows: _Columns, damaged: Sequence[str]) -> tuple[Edit, ...]:
    """Give an edit for each change."""
    places = list(map(_span, zip(rows.starts, rows.ends, strict=True)))
    at: Iterable[Span]
    if all(damaged):
        firsts = map(draft.starts.__getitem__, rows.starts)
        lasts = map(draft.ends.__getitem__, [end - 1 for end in rows.ends])
        at = map(_span, zip(firsts, lasts, strict=True))
    else:
        at = map(draft.origin.raw, places)
    told = (damaged, rows.restored, rows.certainties, rows.reasons, rows.rivals, rows.witnesses)
    return tuple(map(_edit, zip(repeat(fix), repeat(draft.step), at, places, *told)))


# a named tuple of a row that is known to be whole, made without a call of Python code
_change = cast(Callable[[tuple[object, ...]], Change], partial(tuple.__new__, Change))
_span = cast(Callable[[tuple[int, int]], Span], partial(tuple.__new__, Span))
_edit = cast(Callable[[tuple[object, ...]], Edit], partial(tuple.__new__, Edit))


def _composed(draft: Draft, changes: Sequence[Change]) -> tuple[Sequence[int], Sequence[int]]:
    if any(change.start == change.end for change in changes):
        return _composed_with_insertions(draft, changes)
    longer = [c for c in changes if len(c.restored) != c.end - c.start]
    first = np.array([c.start for c in longer])
    stop = np.array([c.end for c in longer])
    starts, ends = (np.array(places, dtype=np.int32) for places in (draft.starts, draft.ends))
    ends[first] = ends[stop - 1]
    within = np.zeros(len(starts) + 1, dtype=np.int32)
    within[first] += 1
    within[stop] -= 1
    times = 1 - np.cumsum(within[:-1])
    times[first] = [len(c.restored) for c in longer]
    starts, ends = np.repeat(starts, times), np.repeat(ends, times)
    return array("i", starts.tobytes()), array("i", ends.tobytes())


def _composed_with_insertions(
    draft: Draft, changes: Sequence[Change]
) -> tuple[Sequence[int], Sequence[int]]:
    old_starts, old_ends = draft.starts, draft.ends
    starts, ends = array("i"), array("i")
    done = 0
    for change in changes:
        starts.extend(old_starts[done : change.start])
        ends.extend(old_ends[done : change.start])
        done = change.end
        size = len(change.restored)
        if size == change.end - change.start:
            starts.extend(old_starts[change.start : done])
            ends.extend(old_ends[change.start : done])
        elif size:
            first, last = _extent(draft, change)
            starts.extend([first] * size)
            ends.extend([last] * size)
    starts.extend(old_starts[done:])
    ends.extend(old_ends[done:])
    return starts, ends


def _extent(draft: Draft, change: Change) -> tuple[int, int]:
    """Give the raw range behind a change; a pure insertion gets the empty range there."""
    if change.start < change.end:
        return draft.starts[change.start], draft.ends[change.end - 1]
    before = draft.ends[change.start - 1] if change.start else 0
    at = draft.starts[change.start] if change.start < len(draft.starts) else before
    return at, max(at, before)
