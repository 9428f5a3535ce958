"""Damaged and restored text side by side."""

from builder.model.text import Text, Witness
from builder.restore import restore, side_by_side


def restored(chars: str) -> Text:
    return restore(Witness(source="a.txt", sha256="0", encoding="utf-8", chars=chars))


def test_rows_show_the_lines_that_were_repaired() -> None:
    """A row has the raw and the restored line and the edits that made it."""
    rows = side_by_side(restored("一、总则\n国(guó)务院\n二、附则"))
    assert [(r.line, r.damaged, r.restored) for r in rows] == [(2, "国(guó)务院\n", "国务院")]
    assert [e.fix for e in rows[0].edits] == ["pinyin"]


def test_every_edit_stands_in_one_row() -> None:
    """No receipt is lost and none is shown twice."""
    text = restored("发布时间：2023-01-01\n\n国(guó)务院\n\n  二、附则,略。  \n我要问\n")
    shown = [edit for row in side_by_side(text) for edit in row.edits]
    assert sorted(shown, key=repr) == sorted(text.edits, key=repr)
