"""Words as one pattern."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.lexicon.alternatives import any_of

words = st.lists(st.text(alphabet="建立设全健.（", min_size=1, max_size=4), min_size=1, max_size=8)


@settings(deadline=None)
@given(words, st.text(alphabet="建立设全健.（", max_size=10))
@example(["建", "建立健全", "建立"], "建立健")
def test_the_pattern_does_what_the_words_longest_first_do(names: list[str], chars: str) -> None:
    """Sharing first characters changes neither what is matched nor which word comes first."""
    plain = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for behind in ("", "$", "(?!健)"):
        one = re.compile(f"(?:{any_of(names)}){behind}")
        other = re.compile(f"(?:{plain}){behind}")
        assert [m.span() for m in one.finditer(chars)] == [m.span() for m in other.finditer(chars)]
