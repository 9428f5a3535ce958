"""Divisions by code, full name, short name and line of places."""

import pytest

from builder.lexicon import places
from builder.lexicon.tables import toml


@pytest.mark.parametrize(
    ("name", "forms"), sorted(toml("place_words")["short"]["examples"].items())
)
def test_short_forms(name: str, forms: list[str]) -> None:
    """Each example of the data file gives its short forms."""
    (division, *_) = places.named(name)
    assert list(places.short_forms(division)) == forms


def test_every_parent_is_known() -> None:
    """Each division but the country lies in another one, up to the country."""
    for name in places.names():
        for division in places.called(name):
            assert division.code == places.CHINA or places.line(division.code)[-1] == places.CHINA


def test_an_ambiguous_name_means_nothing_without_a_line_of_places() -> None:
    """A name that several places of one level share resolves only within a line."""
    assert places.resolve("鼓楼区") is None
    nanjing = places.resolve("鼓楼区", within=places.line("320100"))
    assert nanjing is not None
    assert nanjing.parent == "320100"


def test_a_statistical_zone_is_no_division() -> None:
    """Zones with a code of the Bureau of Statistics only are of kind other."""
    (zone,) = places.named("兰州新区")
    assert zone.kind == "other"


def test_a_province_abbreviation_is_unique() -> None:
    """No one-character name stands for two provinces."""
    chars = [c for row in toml("place_words")["province"] for c in row["abbreviations"]]
    assert len(chars) == len(set(chars))
