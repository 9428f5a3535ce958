"""Injected damage: measured on texts that the character model was not built from."""

from pathlib import Path

import pytest

from benchmarks import damage
from benchmarks.character_model import text_lines
from builder.lexicon.charactermodel import CharacterModel, SharedCounts

WORDS = ("word1\t1\t1\t城市", "word2\t2\t1\t城市", "word3\t3\t1\t城市群")


@pytest.mark.parametrize("name", damage.CLEAN_SEEDS)
def test_the_model_does_not_count_the_texts_that_are_damaged(name: str) -> None:
    """No seed is among the documents of the character model, nor is a large part of one."""
    assert damage.unseen(damage.SEEDS / name)


def test_a_text_that_the_model_counts_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A benchmark on a text of the model stops, and says which command measures such texts."""
    chars = "推进城市更新和安全韧性提升行动，完善城市生命线工程。"
    known = CharacterModel(SharedCounts([*text_lines([chars]), *WORDS]))
    monkeypatch.setattr(damage, "model", lambda: known)
    path = tmp_path / "a.txt"
    path.write_text(chars, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"benchmarks\.heldout"):
        damage.unseen(path)
