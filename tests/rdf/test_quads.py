"""Quads written by subject give the lines that sorting all of them gives."""

from hypothesis import given
from hypothesis import strategies as st

from builder.rdf import literals
from builder.rdf.quads import Quads, gathered, written

GRAPHS = ("<urn:g>", "<urn:h>")
NAMES = st.sampled_from(["<urn:a>", "<urn:a/1>", "<urn:甲>", "<urn:a-1>", "<urn:𠮷>"])
TERMS = st.one_of(
    NAMES,
    st.text(max_size=3).map(literals.string),
    st.text(max_size=3).map(literals.tagged),
    st.integers(0, 20).map(literals.integer),
)
SAID = st.lists(st.tuples(st.sampled_from(GRAPHS), NAMES, NAMES, TERMS), max_size=25)


@given(said=SAID)
def test_lines_are_sorted_and_unique(said: list[tuple[str, str, str, str]]) -> None:
    """However quads come, lines are those of all of them, once each, in the order of strings."""
    graphs = {name: Quads(name) for name in GRAPHS}
    for graph, subject, predicate, term in said:
        graphs[graph].add(subject, predicate, term)
    lines = written(*graphs.values()).lines
    assert lines == sorted({f"{s} {p} {o} {g} ." for g, s, p, o in said})


@given(said=SAID)
def test_what_is_said_by_subject_is_what_the_lines_say(
    said: list[tuple[str, str, str, str]],
) -> None:
    """Of one graph, subjects with what is said of them hold the same quads as its lines."""
    quads = Quads("<urn:g>")
    for _, subject, predicate, term in said:
        quads.add(subject, predicate, term)
    both = written(quads)
    split = (line.removesuffix(" <urn:g> .").split(" ", 2) for line in both.lines)
    assert both.about == gathered((subject, predicate, term) for subject, predicate, term in split)
