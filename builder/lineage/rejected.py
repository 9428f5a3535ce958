"""What a person's decisions leave of the coverage: a rejected link covers nothing.

In: pairs of documents with the decisions at their links.  Out: the same pairs, the matrix,
gaps and additions told anew where a link was rejected, or relabelled as mere likeness.  The
link itself stays, with the decision; a stale decision changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder.lineage.clauses import profile
from builder.lineage.coverage import COVERED, addition, gaps
from builder.model.lineage import Addition, Coverage, CoverageState, DocumentPair, Link
from builder.model.record import Record
from builder.model.review import review_state

__all__ = ["without_rejected"]


def without_rejected(
    pairs: Sequence[DocumentPair], records: Sequence[Record]
) -> tuple[DocumentPair, ...]:
    """Give the pairs as the decisions of people leave them."""
    held = {record.key: record for record in records}
    answered = {
        (link.lower_document, link.lower)
        for pair in pairs
        if pair.in_line
        for link in pair.links
        if _stands(pair, link)
    }
    return tuple(
        pair
        if all(_stands(pair, link) for link in pair.links)
        else _told_anew(pair, held, answered)
        for pair in pairs
    )


def _stands(pair: DocumentPair, link: Link) -> bool:
    likeness = pair.in_line and link.relation == "aligns"
    return not likeness and review_state(link.reviews) != "rejected"


def _told_anew(
    pair: DocumentPair, held: Mapping[str, Record], answered: set[tuple[str, str]]
) -> DocumentPair:
    lower, upper = profile(held[pair.lower]), profile(held[pair.upper])
    links = [link for link in pair.links if _stands(pair, link)]
    due = all(guard.passed for guard in pair.guards if guard.name == "time")
    whole = lower.record.header.completeness == "full"
    missing: CoverageState = "not_found" if whole else "not_found_in_incomplete_copy"
    cells = tuple(_cell(cell, links, missing if due else "not_due") for cell in pair.coverage)
    roles = {leaf.id: leaf.role for leaf in lower.leaves}
    added = {
        link.lower: addition(upper.record, pair.lower, link.lower)
        for link in pair.links
        if pair.in_line
        and (pair.lower, link.lower) not in answered
        and roles.get(link.lower) != "organisation"
    }
    return replace(
        pair,
        coverage=cells,
        gaps=gaps(lower, upper, cells),
        additions=_ordered((*pair.additions, *added.values()), [*roles]),
    )


def _cell(cell: Coverage, links: Sequence[Link], missing: CoverageState) -> Coverage:
    """Give a cell with the links that stand; one that lost none is as it was."""
    left = [link for link in links if link.upper == cell.upper]
    by = tuple(name for name in cell.by if name in {link.lower for link in left})
    if by == cell.by:
        return cell
    found = {change.upper for link in left for change in link.clauses if change.lower}
    kept = min(cell.kept, len(found - {None}))
    state: CoverageState = missing
    if by and missing != "not_due":
        state = "covered" if kept >= COVERED * cell.clauses else "partly"
    return replace(cell, by=by, kept=kept, state=state)


def _ordered(rows: Sequence[Addition], order: Sequence[str]) -> tuple[Addition, ...]:
    """Give the additions in the order of the text, each once."""
    once = {(row.provision, row.clause): row for row in rows}
    turns = {name: turn for turn, name in enumerate(order)}
    return tuple(
        sorted(once.values(), key=lambda row: (turns.get(row.provision, -1), row.clause or 0))
    )
