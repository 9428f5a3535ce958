"""A model of the user's own: what it proposes and adds, and that nothing else changes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from builder.lineage.clauses import profile
from builder.lineage.judge import judge
from builder.lineage.meaning import meant
from builder.lineage.shared import shared
from tests.lineage.models import one_hot
from tests.lineage.plans import national, provincial, record

UPPER = "1 t 供水管网。\n2 t 绿化树木。\n3 t 噪声喇叭。\n4 o 管网水供。"
LOWER = "1 t 饮用渠道。\n2 t 园林花卉。\n3 t 噪声喇叭。\n4 o 饮渠道用。"


@dataclass(frozen=True, slots=True)
class Tiny:
    """The vectors of the tests as an embedding."""

    name: str = "tiny@0123456789ab"

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        return one_hot(texts)


def sides(lower=LOWER, upper=UPPER):
    return profile(provincial(lower)), profile(record(upper, "国发-2024-5"))


def test_other_words_of_one_meaning_are_linked() -> None:
    """Tasks that share no word are linked by a model, and by nothing else."""
    by_words = {(row.lower, row.upper) for row in judge(*sides(), in_line=True).links}
    found = judge(*sides(), in_line=True, embedding=Tiny()).links
    assert ("1", "1") not in by_words
    assert {(row.lower, row.upper) for row in found} >= {("1", "1"), ("2", "2"), ("3", "3")}


def test_meaning_is_one_named_part() -> None:
    """The part is named, adds to the sum, and says which model gave it."""
    (row,) = [
        row
        for row in judge(*sides(), in_line=True, embedding=Tiny()).links
        if (row.lower, row.upper) == ("1", "1")
    ]
    assert [part.name for part in row.parts] == ["meaning"]
    assert row.score == row.parts[0].value > 1.2
    assert row.proposers == ("model tiny@0123456789ab",)
    assert [pair.lower_words for pair in row.evidence] == ["饮用渠道"]


def test_organisation_answers_organisation_in_meaning_too() -> None:
    """A model proposes no task to what organises the work, nor the other way."""
    found = meant(shared(*sides()), Tiny())
    pairs = {(key, close.upper.id) for key, rows in found.items() for close in rows}
    assert ("4", "1") not in pairs
    assert ("1", "4") not in pairs


def test_out_of_line_meaning_only_aligns() -> None:
    """A model makes nothing carry on what no path of citations joins."""
    found = judge(*sides(), in_line=False, embedding=Tiny()).links
    assert {row.relation for row in found} == {"aligns"}


def test_words_keep_their_parts() -> None:
    """Where words link, a model adds its part and takes none away."""
    plain = judge(profile(provincial()), profile(national()), in_line=True).links
    found = judge(profile(provincial()), profile(national()), in_line=True, embedding=Tiny()).links
    parts = {(row.lower, row.upper): set(row.parts) for row in found}
    assert all(set(row.parts) <= parts[row.lower, row.upper] for row in plain)


def test_texts_that_a_model_does_not_know() -> None:
    """Vectors of nothing but zeros propose nothing, and no plan is too small."""
    unknown = sides("1 t 甲乙丙。", "1 t 丁戊己。")
    assert judge(*unknown, in_line=True, embedding=Tiny()).links == ()
    assert meant(shared(*sides("1 g 总则", UPPER)), Tiny()) == {}
