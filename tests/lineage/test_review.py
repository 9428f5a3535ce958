"""Decisions of people survive a rebuild, and are flagged when their words changed."""

from dataclasses import replace

from builder.lineage import link
from builder.lineage.review import apply_reviews, evidence_hash
from builder.model.lineage import Lineage, Link
from builder.model.record import Record
from builder.model.review import Review, Verdict, review_state
from tests.lineage.plans import national, provincial


def links(lineage: Lineage) -> dict[str, Link]:
    return {row.id: row for pair in lineage.pairs for row in pair.links}


def words(records: list[Record], key: str, provision: str) -> str:
    (record,) = [record for record in records if record.key == key]
    (found,) = [item for item in record.provisions if item.id == provision]
    return found.span.of(record.text)


def decide(
    records: list[Record], row: Link, verdict: Verdict, relation: str | None = None
) -> Review:
    return Review(
        link=row.id,
        verdict=verdict,
        relation=relation,
        who="李四",
        when="2025-01-01",
        why="对照原文",
        evidence=evidence_hash(
            words(records, row.lower_document, row.lower),
            words(records, row.upper_document, row.upper),
        ),
    )


def test_decision_stands_at_its_link() -> None:
    """A rejection marks its link and no other."""
    records = [national(), provincial()]
    lineage = link(records)
    first, *others = links(lineage).values()
    found = links(apply_reviews(lineage, [decide(records, first, "reject")], records))
    assert review_state(found[first.id].reviews) == "rejected"
    assert all(not found[row.id].reviews for row in others)


def test_relabelling_keeps_what_the_program_said() -> None:
    """A relabelled link carries the person's relation and, beside it, the program's."""
    records = [national(), provincial()]
    lineage = link(records)
    row = next(row for row in links(lineage).values() if row.relation == "restates")
    found = links(apply_reviews(lineage, [decide(records, row, "relabel", "adapts")], records))
    assert (found[row.id].relation, found[row.id].proposed_relation) == ("adapts", "restates")


def test_changed_words_make_a_decision_stale_not_lost() -> None:
    """When a provision's words change, the decision stays, is stale, and a finding says so."""
    records = [national(), provincial()]
    row = next(iter(links(link(records)).values()))
    review = replace(decide(records, row, "reject"), evidence="another text")
    lineage = apply_reviews(link(records), [review], records)
    assert review_state(links(lineage)[row.id].reviews) == "stale"
    assert [finding.code for finding in lineage.findings][-1:] == ["lineage-review-stale"]


def test_a_decision_on_no_link_is_a_finding() -> None:
    """What was decided on a link that is gone is reported."""
    records = [national(), provincial()]
    row = next(iter(links(link(records)).values()))
    review = replace(decide(records, row, "accept"), link="none")
    codes = [finding.code for finding in apply_reviews(link(records), [review], records).findings]
    assert "lineage-review-lost" in codes
