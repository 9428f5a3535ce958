"""From a plan and its judged pairs to the lineage.

What only the whole corpus can say is said here: a task, or a measure of a linked task, is an
addition only if none of the upper documents in line answers it, and a document that is
missing has gaps throughout.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from builder.lineage.coverage import addition, missing_gaps
from builder.lineage.planning import Plan
from builder.model.lineage import AbsentDocument, Addition, DocumentPair, Lineage
from builder.model.span import Span

__all__ = ["settle"]


def settle(made: Plan, pairs: Sequence[DocumentPair]) -> Lineage:
    """Give the lineage from a plan and its judged pairs, in the order of the plan."""
    return Lineage(
        absent=_absent(made.resolved.absent, [row for _, row, _ in made.overdue]),
        resolutions=made.resolved.resolutions,
        documents=made.documents,
        pairs=(*_settle_additions(made, pairs), *(_missing(made, *row) for row in made.overdue)),
        findings=(*made.resolved.findings, *made.refused),
    )


def _missing(made: Plan, upper: str, absent: AbsentDocument, reason: str) -> DocumentPair:
    return DocumentPair(
        lower=absent.key,
        upper=upper,
        in_line=True,
        guards=(),
        links=(),
        gaps=missing_gaps(absent.key, made.records[upper], reason),
        additions=(),
        rule=absent.rule,
    )


def _absent(
    cited: Sequence[AbsentDocument], expected: Sequence[AbsentDocument]
) -> tuple[AbsentDocument, ...]:
    known = {row.key: row for row in (*expected, *cited)}
    return tuple(known[key] for key in sorted(known))


def _settle_additions(made: Plan, pairs: Sequence[DocumentPair]) -> tuple[DocumentPair, ...]:
    """A task or measure is an addition only if no upper document in line answers it."""
    links = Counter(
        (row.lower_document, row.lower) for pair in pairs if pair.in_line for row in pair.links
    )
    added = Counter(
        (row.lower_document, row.lower, change.lower)
        for pair in pairs
        if pair.in_line
        for row in pair.links
        for change in row.clauses
        if change.state == "added"
    )
    everywhere = {key for key, count in added.items() if count == links[key[:2]]}
    return tuple(
        replace(
            pair,
            additions=(
                *(row for row in pair.additions if (row.document, row.provision) not in links),
                *_measures_added(made, pair, everywhere),
            ),
        )
        for pair in pairs
    )


def _measures_added(
    made: Plan, pair: DocumentPair, everywhere: Set[tuple[str, str, Span | None]]
) -> list[Addition]:
    """The measures of linked tasks that are added in every link that their task has."""
    if not pair.in_line:
        return []
    lower, upper = made.records[pair.lower], made.records[pair.upper]
    linked = {row.lower for row in pair.links}
    return [
        addition(upper, pair.lower, task.id, measure.number)
        for task in lower.tasks
        if task.id in linked and task.role != "organisation"
        for measure in task.measures
        if (pair.lower, task.id, measure.span) in everywhere
    ]
