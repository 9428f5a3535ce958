"""Keys of documents: from what they say, equal for all ways to print it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.lexicon.keys import number_key, title_key


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("国发〔2024〕17号", "国发-2024-17"),
        ("湘政发〔2024〕15号", "湘政发-2024-15"),
        ("国办发明电〔2018〕15号", "国办发明电-2018-15"),
        ("义政办发〔2013〕130 号", "义政办发-2013-130"),
        ("国令第707号", "国令-707"),
        ("国办发〔1996〕02号", "国办发-1996-2"),
    ],
)
def test_numbers_fold_to_code_year_and_number(number: str, key: str) -> None:
    """A number folds to its code, year and number joined by hyphens."""
    assert number_key(number) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("津政发〔2024〕1号", "晋政发〔2024〕1号"),
        ("冀政发〔2024〕1号", "吉政发〔2024〕1号"),
        ("国发〔2021〕23号", "国发〔2021〕33号"),
        ("皖办发〔2023〕9号", "皖政办〔2023〕9号"),
    ],
)
def test_different_numbers_never_share_a_key(one: str, other: str) -> None:
    """Codes that sound alike, and numbers one digit apart, stay apart."""
    assert number_key(one) != number_key(other)


@given(st.text())
def test_keys_are_safe_in_names_of_files_and_iris(chars: str) -> None:
    """Whatever a document calls itself, its key has only letters, digits and hyphens."""
    for key in (number_key(chars), title_key(chars, None, chars)):
        assert all(char.isalnum() or char == "-" for char in key)
        assert len(key.encode()) < 200
