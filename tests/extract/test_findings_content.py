"""Findings on content have words for people."""

import pytest

from builder.extract import citations, measures, targets
from builder.lexicon.findings import words
from builder.lexicon.tables import toml
from builder.model.finding import Finding
from tests.extract.outlines import one

TEXTS = {
    "measure-clause-unread": "随机抽查事项分为两类。",
    "measure-comma-lost": "建立城乡统一的人力资源市场打破城乡就业壁垒。",
    "citation-short-form-unresolved": "落实《乙意见》，按照该方案推进。",
    "target-table-glued": "指标名称单位" + "农村公路通畅率9298预期性" * 60,
}


@pytest.mark.parametrize("code", sorted(toml("findings_content")))
def test_every_finding_is_made_and_has_words(code: str) -> None:
    """Each code of the data file is made by some text, and its words need no more details."""
    chars = TEXTS[code]
    whole = one(chars)
    made: tuple[Finding, ...] = (
        *measures.find(chars, whole, skip=()).findings,
        *targets.find(chars, whole, skip=()).findings,
        *citations.find(chars, whole).findings,
    )
    finding = next(item for item in made if item.code == code)
    said = words(finding)
    assert "{" not in said.zh + said.en + said.next_zh + said.next_en
