"""Whole pairs of documents on themes of their own, with the links that a reader expects."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder.lineage import judge_pair
from builder.model.lineage import DocumentPair
from tests.lineage.plans import record

PAIRS = Path(__file__).parent / "pairs"
LEAST = {"air": 0.95, "shop": 0.95}  # F1; 0.986 and 1.0 when they were written down


@cache
def expected(name: str) -> Mapping[str, Any]:
    return tomllib.loads((PAIRS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def judged(name: str) -> DocumentPair:
    rows, plans = expected(name), {}
    for side in ("lower", "upper"):
        plans[side] = (PAIRS / f"{name}-{side}.plan").read_text(encoding="utf-8").rstrip("\n")
    return judge_pair(
        record(plans["lower"], rows["lower"], level="provincial", signed="2024-03-22"),
        record(plans["upper"], rows["upper"], signed="2023-11-30"),
        in_line=True,
    )


def links(name: str) -> set[str]:
    return {f"{row.lower} -> {row.upper}" for row in judged(name).links}


@pytest.mark.parametrize("name", sorted(LEAST))
def test_links_are_those_a_reader_expects(name: str) -> None:
    """Required links count as found or missed, allowed ones not at all."""
    required, allowed = set(expected(name)["required"]), set(expected(name)["allowed"])
    found = links(name) - allowed
    hits = len(found & required)
    assert 2 * hits / (len(found) + len(required)) >= LEAST[name], (
        sorted(required - found),
        sorted(found - required),
    )


@pytest.mark.parametrize("name", sorted(LEAST))
def test_no_gap_or_addition_is_missed(name: str) -> None:
    """What nothing carries on is a gap, and what nothing answers an addition."""
    rows, pair = expected(name), judged(name)
    assert set(rows["gaps"]) <= {row.upper for row in pair.gaps}
    added = {row.provision for row in pair.additions if row.clause is None}
    assert set(rows["additions"]) <= added <= {*rows["additions"], *rows["additions_allowed"]}


def test_a_chapter_that_unfolds_one_sentence() -> None:
    """Every trade below 实施重点行业超低排放改造 carries the task that names the trades."""
    assert {f"8.{number} -> 6.21" for number in (18, 19, 20, 21)} <= links("air")
    owed = {row.lower for row in judged("air").links if row.rule == "unfolds-task"}
    assert {"8.19", "8.20"} <= owed  # 焦化行业, 水泥行业: one word each, which the task lists


def test_one_paragraph_that_merges_an_organisation_chapter() -> None:
    """组织实施 of the province answers leadership, assessment, openness and the public at once."""
    assert {f"10 -> 10.{number}" for number in (33, 34, 35, 36)} <= links("air")


def test_one_clause_that_moved_carries_a_link_alone() -> None:
    """新建矿山同步建设铁路专用线 below transport still answers the task on mines."""
    assert "5.10 -> 5.18" in links("air")
