"""Drafts: changes made, their receipts, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from builder.model.draft import Change, apply, begin, replay, undo

PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("甲乙丙", max_size=4)))


def changes(rows: list[tuple[int, int, str]], size: int) -> list[Change]:
    bounded = ((min(at, size), min(at + length, size), to) for at, length, to in rows)
    return [Change(start, end, to, "why") for start, end, to in bounded]


@given(st.text("一二三四五", max_size=30), PLACES, PLACES)
def test_receipts_lead_there_and_back(
    chars: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    """Edits of two steps replay to the text, undo to the raw one, and have its origin."""
    draft = apply(begin(chars), "one", changes(first, len(chars)))
    draft = apply(draft, "two", changes(second, len(draft.chars)))
    assert replay(chars, draft.edits) == draft.chars
    assert undo(draft.chars, draft.edits) == chars
    assert len(draft.starts) == len(draft.ends) == len(draft.chars)
    assert list(draft.starts) == sorted(draft.starts)
    assert list(draft.ends) == sorted(draft.ends)


@given(st.text("一二三四五", min_size=1, max_size=30), PLACES)
def test_what_no_change_touched_is_its_own_origin(
    chars: str, rows: list[tuple[int, int, str]]
) -> None:
    """A character outside all changes leads to itself in the raw text."""
    draft = apply(begin(chars), "one", changes(rows, len(chars)))
    touched = {at for edit in draft.edits for at in range(edit.at.start, edit.at.end)}
    kept = [(a, b) for a, b in zip(draft.starts, draft.ends, strict=True) if b == a + 1]
    own = {a for a, _ in kept if a not in touched}
    assert own == set(range(len(chars))) - touched
    assert all(
        draft.chars[i] == chars[a]
        for i, a in enumerate(draft.starts)
        if a in own and draft.ends[i] == a + 1
    )


def test_what_changes_nothing_has_no_receipt() -> None:
    """A change to what stands there already is passed over, whatever stands beside it."""
    wanted = [Change(0, 1, "甲", "as it was"), Change(1, 2, "丁", "other")]
    draft = apply(begin("甲乙丙"), "width", wanted)
    assert draft.chars == "甲丁丙"
    assert [(edit.damaged, edit.restored) for edit in draft.edits] == [("乙", "丁")]
