"""From a plan and its judged pairs to the lineage.

What only the whole corpus can say is said here: a task is an addition only if none of the
upper documents in line answers it, and a document that is missing has gaps throughout.
"""

from collections.abc import Sequence
from dataclasses import replace

from builder.lineage.coverage import missing_gaps
from builder.lineage.planning import Plan
from builder.model.lineage import AbsentDocument, DocumentPair, Lineage

__all__ = ["settle"]


def settle(made: Plan, pairs: Sequence[DocumentPair]) -> Lineage:
    """Give the lineage from a plan and its judged pairs, in the order of the plan."""
    return Lineage(
        absent=_absent(made.resolved.absent, [row for _, row, _ in made.overdue]),
        resolutions=made.resolved.resolutions,
        documents=made.documents,
        pairs=(*_settle_additions(pairs), *(_missing(made, *row) for row in made.overdue)),
        findings=(*made.resolved.findings, *made.refused),
    )


def _missing(made: Plan, upper: str, absent: AbsentDocument, reason: str) -> DocumentPair:
    return DocumentPair(
        lower=absent.key,
        upper=upper,
        in_line=True,
        guards=(),
        links=(),
        gaps=missing_gaps(absent.key, made.profiles[upper], reason),
        additions=(),
        rule=absent.rule,
    )


def _absent(
    cited: Sequence[AbsentDocument], expected: Sequence[AbsentDocument]
) -> tuple[AbsentDocument, ...]:
    known = {row.key: row for row in (*expected, *cited)}
    return tuple(known[key] for key in sorted(known))


def _settle_additions(pairs: Sequence[DocumentPair]) -> tuple[DocumentPair, ...]:
    """A task is an addition only if no upper document in line answers it."""
    linked = {
        (row.lower_document, row.lower) for pair in pairs if pair.in_line for row in pair.links
    }
    return tuple(
        replace(
            pair,
            additions=tuple(
                row for row in pair.additions if (row.document, row.provision) not in linked
            ),
        )
        for pair in pairs
    )
