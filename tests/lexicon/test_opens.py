"""What is said of the first and last characters of patterns, which saves trying them, is true."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.extract import measures_patterns
from builder.lexicon.tables import toml
from builder.lexicon.verbs import clause_rules

CUES = toml("obligation_cues")
# id, pattern, characters that open it, characters that close it
ROWS = (
    *((r.id, r.pattern.pattern, r.opens, r.closes) for r in clause_rules() if r.opens or r.closes),
    *((r["id"], r["pattern"], r["opens"], "") for r in toml("responsibility")["verb"]),
    *((f, CUES[f]["pattern"], CUES[f]["opens"], "") for f in ("forbid", "must", "may")),
    ("modal", measures_patterns.MODAL, measures_patterns.MODAL_OPENS.strip("[]"), ""),
)


@pytest.mark.parametrize(
    ("pattern", "opens", "closes"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS]
)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_pattern_is_tried_wherever_it_holds(
    pattern: str, opens: str, closes: str, data: st.DataObject
) -> None:
    """Whatever a pattern matches opens or closes as its table says."""
    chars = data.draw(st.from_regex(rf"\A(?:{pattern})")).rstrip()
    assert chars.startswith(tuple(opens)) or chars.endswith(tuple(closes)), chars


@given(chars=st.from_regex(rf"\A(?:{measures_patterns.opening().pattern})"))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_stands_before_a_clause_is_tried_wherever_it_stands(chars: str) -> None:
    """Whatever stands before the clause proper begins with a character of OPENS."""
    m = measures_patterns.opening().match(chars)
    first = m[0][:1] if m else ""
    assert not first or first in measures_patterns.OPENS or first.isdecimal(), chars
