"""Spans: half-open stretches of a text."""

from hypothesis import given
from hypothesis import strategies as st

from builder.model.span import Span, overlapping

SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 40), st.integers(0, 9)
)


@given(spans=st.lists(SPANS, max_size=12), other=SPANS)
def test_the_look_up_finds_what_overlaps(spans: list[Span], other: Span) -> None:
    """The look-up gives every span that shares a character, nested ones too, and no other."""
    assert overlapping(spans)(other) == sorted(span for span in spans if span.overlaps(other))
