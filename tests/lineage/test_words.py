"""What clauses are about: weights, kinds, manner."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.lexicon.tables import rows, toml
from builder.lineage.alike import alike, gist
from builder.lineage.clauses import profile
from builder.lineage.words import FACTORS, commonness, features, kinds, named, rarity
from builder.model.span import Span
from tests.lineage.plans import national, provincial, record

MANNER = toml("lineage")["manner"]


def factors(chars: str) -> list[float]:
    _, _, manner = features(chars, [Span(0, len(chars))])
    return FACTORS[manner].tolist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("row", toml("lineage")["kinds"], ids=lambda row: row["name"])
def test_kinds_hold_for_their_examples(row: dict[str, list[str]]) -> None:
    """Each kind is found in its examples and in none of its counter-examples."""
    assert all(row["name"] in kinds(example) for example in row["examples"])
    assert not any(row["name"] in kinds(example) for example in row["not_examples"])


@pytest.mark.parametrize("example", MANNER["examples"])
def test_manner_is_damped(example: str) -> None:
    """Words of manner weigh little, alone and together."""
    assert max(factors(example)) <= 0.5


@pytest.mark.parametrize("example", MANNER["not_examples"])
def test_content_is_not_damped(example: str) -> None:
    """Words that say what a clause is about keep their weight."""
    assert max(factors(example)) == 1.0


def test_words_of_manner_are_named_once() -> None:
    """The list of manner has no word twice."""
    assert len(set(MANNER["words"])) == len(MANNER["words"])


def test_counts_are_of_pairs() -> None:
    """Every shipped count is of two characters, met at least twice and not more than possible."""
    total, *counted = rows("lineage_bigrams")
    assert total["bigram"] == ""
    assert len(counted) > 10_000
    assert all(len(row["bigram"]) == 2 for row in counted)
    assert all(2 <= int(row["count"]) <= int(total["count"]) for row in counted)


@given(st.text(max_size=80))
def test_features_of_any_text(chars: str) -> None:
    """Any text has features with factors above 0 and up to 1."""
    number, found, manner = features(chars, [Span(0, len(chars))])
    assert not number.any()
    assert set(FACTORS[manner]) <= {1.0, 0.5, 0.25}
    weights = commonness(found)
    assert ((weights >= 0) & (weights <= 1)).all()
    assert all(named(feature) for feature in found.tolist())


@given(st.lists(st.text("供水管网。，A5", max_size=12), max_size=6))
def test_features_of_spans_are_those_of_each_alone(pieces: list[str]) -> None:
    """Many stretches are read at once, and each gives what it gives alone."""
    text, spans = "", []
    for piece in pieces:
        spans.append(Span(len(text), len(text) + len(piece)))
        text += piece + "。"
    number, found, manner = features(text, spans)
    for at, span in enumerate(spans):
        alone = features(span.of(text), [Span(0, span.end - span.start)])
        mine = sorted(zip(found[number == at].tolist(), manner[number == at].tolist(), strict=True))
        assert mine == sorted(zip(alone[1].tolist(), alone[2].tolist(), strict=True))


@given(st.integers(1, 500), st.integers(0, 600))
def test_rarity_is_a_share(provisions: int, holding: int) -> None:
    """Rarity lies between nearly nothing and 1, and never grows with how many hold a feature."""
    fewer, more = rarity(provisions, np.array([holding, holding + 1])).tolist()
    assert 0.05 <= more <= fewer <= 1


def test_responsibility_lists_are_no_content() -> None:
    """A list of agencies in a body is not compared."""
    listed = record(
        "1 t 供水。建设水厂（责任单位：省水利厅、省财政厅）。延伸管网。", "湘政发-2024-3"
    )
    assert [clause.chars for clause in profile(listed).clauses] == ["供水", "建设水厂", "延伸管网"]


def test_documents_of_one_theme_are_compared() -> None:
    """Documents alike above a level are compared where one is above the other, else not."""
    other = record(
        "1 t 打击非法集资。整治网络借贷平台，追缴涉案资金。\n2 t 规范私募基金。核查备案登记信息。",
        "国办发-2024-7",
    )
    gists = [gist(profile(row)) for row in (national(), provincial(), other)]
    assert alike(gists, frozenset()) == (("湘政发-2024-21", "国发-2024-5"),)


def test_documents_of_one_level_are_not_compared() -> None:
    """Likeness of two provinces says nothing of lineage."""
    gansu = record(
        provincial().text and "1 t 供水。建设水厂。",
        "甘政发-2024-9",
        level="provincial",
        jurisdiction="甘肃省",
    )
    assert not alike([gist(profile(gansu)), gist(profile(provincial()))], frozenset())
