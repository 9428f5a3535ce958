"""The character model: probabilities that sum to one, longer contexts above shorter ones."""

import numpy as np
import pytest

from builder.lexicon.charactermodel import LINE, CharacterModel, SharedCounts, model

LINES = (
    "text\t4\t1\t¶推进城推进城市进城市更",
    "text\t4\t3\t¶改造城改造城市",
    "word1\t1\t5\t城市更新推进改造",
    "word2\t2\t5\t城市更新推进改造",
    "word3\t3\t2\t城市群",
)


@pytest.fixture(scope="module")
def small() -> CharacterModel:
    return CharacterModel(SharedCounts(LINES))


@pytest.mark.parametrize("context", ["", LINE, "城", "进城", "推进城", "群群群", "人"])
def test_probabilities_sum_to_one(small: CharacterModel, context: str) -> None:
    """Behind any context, seen or not, the characters share all of the probability."""
    assert np.exp(small.after(context)).sum() == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize(
    ("context", "char"), [("城", "市"), ("推进城", "市"), ("人民政", "府"), ("", "更")]
)
def test_one_probability_is_that_of_the_row(context: str, char: str) -> None:
    """The quick way to one probability gives what the whole row has."""
    known = model().with_document("推进城市更新\n改造城市")
    row = known.after(context)[known.places(char)[0]]
    assert known.log_probability(context, char) == pytest.approx(float(row), abs=1e-4)


def test_the_words_of_the_document_count_more(small: CharacterModel) -> None:
    """What a document says itself becomes likelier in it."""
    own = small.with_document("城市群\n城市群\n城市群")
    assert own.log_probability("城市", "群") > small.log_probability("城市", "群")


def test_unknown_characters_have_a_probability() -> None:
    """A character that was never counted is unlikely, not impossible."""
    assert -30 < model().log_probability("城市", "龘") < -8
