"""Strings from documents can hold anything; what is written always parses."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.errors import ZhengmaiError
from builder.rdf import literals
from builder.rdf.names import BASE, Names, concept

ANYTHING = st.text(st.characters(), max_size=40)
HOSTILE = (
    '"',
    "\\",
    "\n\r\t",
    "<>",
    "{}|^`",
    "\x00\x1f\x7f",
    "\ud800",
    "\ue087",
    " ",
    "%",
    "/",
    "..",
    "𠮷",
)


def parsed(subject: str, term: str) -> ox.Quad:
    (quad,) = ox.parse(f"{subject} <urn:p> {term} .\n".encode(), format=ox.RdfFormat.N_QUADS)
    return quad


@given(chars=ANYTHING | st.sampled_from(HOSTILE))
def test_a_literal_gives_its_characters_back(chars: str) -> None:
    """Any string is read back as it was, lone surrogates as U+FFFD."""
    expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in chars)
    assert parsed("<urn:s>", literals.string(chars)).object.value == expected


@given(chars=ANYTHING | st.sampled_from(HOSTILE))
def test_any_name_makes_a_valid_iri(chars: str) -> None:
    """An IRI with any string in its path parses and is normal as a URL."""
    iri = Names(BASE).agency(chars)
    subject = parsed(iri, '"x"').subject
    assert isinstance(subject, ox.NamedNode)
    assert subject.value == iri.strip("<>")
    assert "/../" not in iri
    assert not set(subject.value.removeprefix(f"{BASE}agency/")) & set("/?#[]@!$&'()*+,;= ")


@given(one=ANYTHING, other=ANYTHING)
def test_different_names_make_different_iris(one: str, other: str) -> None:
    """No two strings share an IRI."""
    same = Names(BASE).place(one) == Names(BASE).place(other)
    assert same == (one == other or {one, other} == {"", "~"})


def test_chinese_keys_stay_readable() -> None:
    """Keys stand in IRIs unescaped: toneless pinyin would merge 津政发 with 晋政发."""
    assert Names(BASE).document("津政发-2024-1") == f"<{BASE}doc/津政发-2024-1>"


@given(value=st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_a_decimal_is_written_as_a_store_writes_it_back(value: float) -> None:
    """Decimals within the range of stores come back byte-equal."""
    term = literals.decimal(round(value, 6))
    store = ox.Store()
    store.add(parsed("<urn:s>", term))
    assert [str(quad.object) for quad in store] == [term]


@pytest.mark.parametrize(
    "chars", ["2023-02-30", "2023614", "2024-13-01", "", None, "２０２４-01-01"]
)
def test_an_impossible_day_is_no_date(chars: str | None) -> None:
    """Dates that the calendar does not have are never emitted as xsd:date."""
    assert literals.day(chars) is None


@pytest.mark.parametrize("value", [None, "", "24", 99, "二〇二四", "2024年"])
def test_what_is_no_year_is_not_written_as_one(value: int | str | None) -> None:
    """Only years between 1000 and 2999 become xsd:gYear."""
    assert literals.year(value) is None


@pytest.mark.parametrize(
    "base", ["", "graph/", "https://x.org", "https://x.org/a b/", "https://x.org/<a>/"]
)
def test_a_bad_base_is_refused_with_a_next_step(base: str) -> None:
    """What cannot begin an IRI is no base."""
    with pytest.raises(ZhengmaiError, match="such as"):
        Names(base)


def test_an_unknown_code_gives_an_iri_that_no_vocabulary_has() -> None:
    """Codes outside a scheme are left for the gate to refuse."""
    assert concept("force", "随便") == "<https://w3id.org/zhengmai/vocab#force-随便>"
