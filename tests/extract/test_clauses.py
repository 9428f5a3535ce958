"""Stretches to sentences of clauses."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.clauses import mask, sentences
from builder.model.span import Span


def test_skipped_spans_part_sentences() -> None:
    """Nothing reaches across a skipped span, and nothing of it is read."""
    chars = "完善制度（责任单位：甲，乙）建设平台"
    rows = sentences(chars, Span(0, len(chars)), skip=(Span(4, 14),))
    assert [[clause.span.of(chars) for clause in row] for row in rows] == [
        ["完善制度"],
        ["建设平台"],
    ]


@given(st.text(alphabet="甲乙，。；：、（）“”《》\n ", max_size=60))
def test_clauses_are_in_order_and_hold_all_letters(chars: str) -> None:
    """Clauses do not overlap, and every letter lies in one."""
    whole = Span(0, len(chars))
    spans = [clause.span for row in sentences(chars, whole) for clause in row]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in inside for i, char in enumerate(chars) if char in "甲乙")


@given(st.text(alphabet="甲，。（）“”《》\n", max_size=60))
def test_masking_keeps_length_and_letters(chars: str) -> None:
    """Masking only replaces separators, one for one."""
    masked = mask(chars)
    assert len(masked) == len(chars)
    assert all(new in (old, "■") for old, new in zip(chars, masked, strict=True))


def test_commas_between_digits_separate_nothing() -> None:
    """1,200 is a number, the next half-width comma parts clauses."""
    chars = "新增1,200个,完善制度"
    (row,) = sentences(chars, Span(0, len(chars)))
    assert [clause.span.of(chars) for clause in row] == ["新增1,200个", "完善制度"]


def test_marks_alone_are_no_sentence() -> None:
    """A sentence of marks only, at the edge of lost words, is left out."""
    chars = "，。；。完善，"
    rows = sentences(chars, Span(0, len(chars)))
    assert [[clause.span.of(chars) for clause in row] for row in rows] == [["完善"]]


def test_marks_before_a_clause_are_no_part_of_it() -> None:
    """Blanks and commas at either end belong to no clause; the mark behind it is kept apart."""
    chars = "　，　建设平台，"
    ((clause,),) = sentences(chars, Span(0, len(chars)))
    assert (clause.span.of(chars), clause.stop) == ("建设平台", "，")


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        (
            "健全党委领导，政府负责，社会协同的治理体制，加强考核",
            ["健全党委领导，政府负责，社会协同的治理体制", "加强考核"],
        ),
        (
            "加强领导，成立由市长任组长，部门负责人为成员的领导小组",
            ["加强领导", "成立由市长任组长，部门负责人为成员的领导小组"],
        ),
        (
            "完善工作制度，加强业务引导，落实政府主导的机制",
            ["完善工作制度", "加强业务引导", "落实政府主导的机制"],
        ),
    ],
)
def test_attributes_of_one_noun_stay_together(chars: str, expected: list[str]) -> None:
    """Commas between the attributes of a mechanism or of a group part no clauses."""
    (row,) = sentences(chars, Span(0, len(chars)))
    assert [clause.span.of(chars) for clause in row] == expected
