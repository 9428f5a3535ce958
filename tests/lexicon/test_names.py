"""Names of a table in a text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.lexicon.names import compiled, heads, longest_at, occurrences

NAMES = ("北京", "北京市", "京市区", "京市区县", "市区", "区县", "县")
text = st.text(alphabet="北京市区县、")


def test_names_of_one_character_are_not_looked_for() -> None:
    """A name has two characters at least."""
    assert list(occurrences("县", compiled(["县"]))) == []
    assert heads(["县"]) == {}


def test_an_empty_table_finds_nothing() -> None:
    """A table without names is no error."""
    assert list(occurrences("北京市", compiled([]))) == []


def test_half_a_surrogate_pair_is_passed_over() -> None:
    """A broken character shifts nothing and hides no other name."""
    assert list(occurrences("北京市\ud800区县", compiled(NAMES))) == [(0, 3), (4, 6)]


@settings(deadline=None)
@given(text)
@example("北京市区县")
@example("北京市区、县")
def test_each_stretch_is_the_longest_name_at_its_start(chars: str) -> None:
    """What is found is a name of the table, the longest that begins there; none overlap."""
    reached = 0
    for start, end in occurrences(chars, compiled(NAMES)):
        assert start >= reached
        assert chars[start:end] == longest_at(chars, start, heads(NAMES))
        reached = end


@settings(deadline=None)
@given(text)
def test_only_a_longer_name_takes_the_place_of_another(chars: str) -> None:
    """A name that was not found overlaps one that was, or a longer one that begins inside it."""
    found = list(occurrences(chars, compiled(NAMES)))
    for start in range(len(chars)):
        end = start + len(longest_at(chars, start, heads(NAMES)))
        inside = (longest_at(chars, at, heads(NAMES)) for at in range(start + 1, end))
        assert (
            start == end
            or any(a < end and start < b for a, b in found)
            or any(len(name) > end - start for name in inside)
        )
