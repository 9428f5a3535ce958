"""Estimates of many pairs at once."""

import numpy as np
import pytest

from builder.lexicon.charactermodel import LINE, model


def test_many_pairs_have_the_estimates_of_the_rows() -> None:
    """Pairs seen or not, in documents or words, have at once what the row of the first has."""
    before, after = "政人的实饕" + LINE, "府民城施餮一"
    known = model()
    found = known.usual_pairs(known.numbers(before), known.numbers(after))
    rows = [known.usual(a)[known.numbers(b)[0]] for a, b in zip(before, after, strict=True)]
    assert found == pytest.approx(np.array(rows), abs=1e-5)


def test_counted_pairs_are_those_that_follow() -> None:
    """Each pair told as counted was seen in a document or a word."""
    known = model()
    chars = list(known.vocabulary)
    before, after = known.counted_pairs()
    for a, b in zip(before[::5000].tolist(), after[::5000].tolist(), strict=True):
        assert known.follows(chars[a], chars[b])
