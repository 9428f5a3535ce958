"""What is known before tasks are compared, and which documents are compared at all.

In: records, and the gist of each.  Out: a plan: citations resolved, links between documents,
documents that are missing, and the pairs to be judged: those that a path of citations joins,
those that cite without being in line, and those of one theme.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.lineage.alike import Gist, alike
from builder.lineage.clauses import MAX_CLAUSES
from builder.lineage.documents import document_links, in_line
from builder.lineage.guards import between
from builder.lineage.orders import missing
from builder.lineage.resolve import Resolved, resolve
from builder.model.finding import Finding
from builder.model.lineage import AbsentDocument, DocumentLink, ExpectedDocument, Guard
from builder.model.record import Record

__all__ = ["Plan", "PlannedPair", "plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPair:
    """Two documents that are to be compared: why, and whether they are in line."""

    lower: str
    upper: str
    in_line: bool
    guards: tuple[Guard, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything between documents but the comparison of their tasks."""

    records: dict[str, Record]
    resolved: Resolved
    documents: tuple[DocumentLink, ...]
    refused: tuple[Finding, ...]
    overdue: tuple[tuple[str, AbsentDocument, str], ...]
    pairs: tuple[PlannedPair, ...]


def plan(
    records: Sequence[Record],
    gists: Sequence[Gist],
    *,
    expected: Sequence[ExpectedDocument] = (),
) -> Plan:
    """Give what is known before tasks are compared, and the pairs to be judged.

    Each pair can be judged alone (:func:`judge_pair`), in another process or from a cache:
    nothing but its two records, ``in_line``, ``guards`` and ``rule`` counts.
    """
    ordered = sorted(records, key=lambda record: record.key)
    held = {record.key: record for record in ordered}
    resolved = resolve(ordered)
    documents, refused = document_links(ordered, resolved.resolutions, resolved.absent)
    joined = in_line(documents)
    compared = {key: (True, rule) for key, rule in joined.items()}
    cited = {(row.lower, row.upper) for row in documents if not row.absent}
    compared |= {key: (False, "cited-not-in-line") for key in cited if key not in joined}
    close = alike(gists, frozenset(compared))
    compared |= dict.fromkeys(close, (False, "alike"))
    return Plan(
        records=held,
        resolved=resolved,
        documents=documents,
        refused=(*refused, *_cut(gists)),
        overdue=missing(ordered, joined, sorted(compared), expected),
        pairs=tuple(
            _pair(held[lower], held[upper], carried=carried, rule=rule)
            for (lower, upper), (carried, rule) in sorted(compared.items())
        ),
    )


def _pair(lower: Record, upper: Record, *, carried: bool, rule: str) -> PlannedPair:
    """A path of citations is a line only where the guards hold between its two ends."""
    guards = between(lower.header, upper.header)
    return PlannedPair(
        lower=lower.key,
        upper=upper.key,
        in_line=carried and all(guard.passed for guard in guards),
        guards=guards,
        rule=rule,
    )


def _cut(gists: Iterable[Gist]) -> list[Finding]:
    return [
        Finding(
            code="lineage-provision-cut",
            severity="warning",
            document=row.key,
            provision=provision,
            details=(("provision", provision), ("clauses", str(MAX_CLAUSES))),
        )
        for row in sorted(gists, key=lambda row: row.key)
        for provision in row.cut
    ]
