"""A decision of a person changes the matrix, the gaps and the additions, not only the link."""

from dataclasses import replace

import pytest

from builder.lineage import link
from builder.lineage.rejected import without_rejected
from builder.lineage.review import apply_reviews
from builder.model.lineage import DocumentPair, Lineage
from builder.model.record import Record
from tests.lineage.plans import national, provincial
from tests.lineage.test_review import decide


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [national(), provincial()]


@pytest.fixture(scope="module")
def lineage(records: list[Record]) -> Lineage:
    return link(records)


def judged(
    lineage: Lineage, records: list[Record], *decisions: tuple[str, str, str | None]
) -> DocumentPair:
    """The pair after these decisions: link, verdict, relation."""
    by_id = {row.id: row for pair in lineage.pairs for row in pair.links}
    reviews = [
        decide(records, by_id[name], verdict, relation) for name, verdict, relation in decisions
    ]
    (pair,) = without_rejected(apply_reviews(lineage, reviews, records).pairs, records)
    return pair


def sole(pair: DocumentPair) -> str:
    """A link that alone answers its upper task and alone holds its lower one."""
    uppers, lowers = [row.upper for row in pair.links], [row.lower for row in pair.links]
    return next(
        row.id
        for row in pair.links
        if uppers.count(row.upper) == lowers.count(row.lower) == 1 and not row.lower.startswith("3")
    )


def test_without_decisions_nothing_changes(lineage, records):
    """Where nobody rejected anything, the pairs are those that were judged."""
    assert without_rejected(lineage.pairs, records) == lineage.pairs


def test_a_rejected_link_leaves_a_gap_and_an_addition(lineage, records):
    """The upper task that it alone answered is not found, the lower one is an addition."""
    (before,) = lineage.pairs
    name = sole(before)
    gone = next(row for row in before.links if row.id == name)
    after = judged(lineage, records, (name, "reject", None))
    cell = next(cell for cell in after.coverage if cell.upper == gone.upper)
    assert (cell.state, cell.by, cell.kept) == ("not_found", (), 0)
    assert {gap.upper for gap in after.gaps} == {gap.upper for gap in before.gaps} | {gone.upper}
    assert (gone.lower, None) in {(row.provision, row.clause) for row in after.additions}
    assert [row.id for row in after.links] == [row.id for row in before.links]


def test_other_cells_stay(lineage, records):
    """Only the cell of the rejected link is told anew."""
    (before,) = lineage.pairs
    name = sole(before)
    gone = next(row for row in before.links if row.id == name)
    after = judged(lineage, records, (name, "reject", None))
    rest = [cell for cell in before.coverage if cell.upper != gone.upper]
    assert [cell for cell in after.coverage if cell.upper != gone.upper] == rest


def test_an_incomplete_copy_is_no_gap_after_a_rejection_either(lineage, records):
    """Where the lower text is a digest, a rejected link leaves "not found, incomplete copy"."""
    upper, lower = records
    digest = replace(lower, header=replace(lower.header, completeness="abridged"))
    (before,) = link([upper, digest]).pairs
    after = judged(link([upper, digest]), [upper, digest], (sole(before), "reject", None))
    assert {gap.state for gap in after.gaps} == {"not_found_in_incomplete_copy"}


def test_relabelled_as_likeness_covers_nothing(lineage, records):
    """A link that a person calls mere likeness leaves the same gap as a rejected one."""
    name = sole(lineage.pairs[0])
    rejected = judged(lineage, records, (name, "reject", None))
    relabelled = judged(lineage, records, (name, "relabel", "aligns"))
    assert relabelled.coverage == rejected.coverage
    assert relabelled.gaps == rejected.gaps


def test_an_accepted_link_changes_nothing(lineage, records):
    """Agreement leaves the matrix as it was."""
    (before,) = lineage.pairs
    after = judged(lineage, records, (before.links[0].id, "accept", None))
    assert after.coverage == before.coverage
    assert after.gaps == before.gaps


def test_all_rejected_leaves_no_cell_covered(lineage, records):
    """When every link is rejected every task is a gap."""
    (before,) = lineage.pairs
    after = judged(lineage, records, *((row.id, "reject", None) for row in before.links))
    assert {cell.state for cell in after.coverage} == {"not_found"}
    assert len(after.gaps) == len(after.coverage)


def test_what_was_not_due_is_not_due_after_a_rejection(records):
    """A document that came first owes nothing, whether it is alike or a person says it is not."""
    upper, lower = records
    early = replace(lower, header=replace(lower.header, signed_date="2000-01-01"))
    made = link([upper, early])
    before = next(pair for pair in made.pairs if pair.lower == early.key)
    made = replace(made, pairs=(before,))
    name = sole(before)
    gone = next(row for row in before.links if row.id == name)
    after = judged(made, [upper, early], (name, "reject", None))
    assert {cell.state for cell in after.coverage} == {"not_due"}
    assert gone.upper in {gap.upper for gap in after.gaps}


def test_a_task_that_carries_on_another_as_well_is_no_addition(lineage, records):
    """Of two upper tasks of one lower task, rejecting one leaves the other to answer it."""
    (pair,) = lineage.pairs
    lowers = [row.lower for row in pair.links]
    twice = next(row for row in pair.links if lowers.count(row.lower) > 1)
    after = judged(lineage, records, (twice.id, "reject", None))
    assert twice.lower not in {row.provision for row in after.additions if row.clause is None}


def test_organisation_is_never_an_addition(lineage, records):
    """A rejected link of an organisation leaf leaves no local addition."""
    (pair,) = lineage.pairs
    roles = {item.id: item.role for record in records for item in record.provisions}
    row = next(row for row in pair.links if roles.get(row.lower) == "organisation")
    after = judged(lineage, records, (row.id, "reject", None))
    assert row.lower not in {each.provision for each in after.additions if each.clause is None}
