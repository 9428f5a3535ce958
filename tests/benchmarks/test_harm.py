"""Harm over clean texts: only edits that change what a text says are counted."""

from pathlib import Path

import pytest

from benchmarks import harm


def test_layout_and_width_are_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Blanks, line ends and half-width marks are not counted; a repaired quotation mark is."""
    (tmp_path / "a.txt").write_text("　　加强监管,完善制度。\n\n推进改革。\n", encoding="utf-8")
    harm.main([str(tmp_path)])
    assert "edits of characters: 0 = 0.00 in 100,000" in capsys.readouterr().out
    (tmp_path / "b.txt").write_text("常态化开展2+N”等招聘活动。\n", encoding="utf-8")
    harm.main([str(tmp_path)])
    said = capsys.readouterr().out
    assert "常态化开展[|“]2+N”" in said
    assert "edits of characters: 1 = " in said
