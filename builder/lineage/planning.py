"""What is known before tasks are compared, and which documents are compared at all.

In: records.  Out: a plan: citations resolved, links between documents, documents that are
missing, and the pairs to be judged: those that a path of citations joins, those that cite
without being in line, and those of one theme.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.lineage.alike import alike
from builder.lineage.clauses import MAX_CLAUSES, Profile, profile
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

    profiles: dict[str, Profile]
    resolved: Resolved
    documents: tuple[DocumentLink, ...]
    refused: tuple[Finding, ...]
    overdue: tuple[tuple[str, AbsentDocument, str], ...]
    pairs: tuple[PlannedPair, ...]


def plan(records: Sequence[Record], *, expected: Sequence[ExpectedDocument] = ()) -> Plan:
    """Give what is known before tasks are compared, and the pairs to be judged.

    Each pair can be judged alone (:func:`judge_pair`), in another process or from a cache:
    nothing but its two records, ``in_line``, ``guards`` and ``rule`` counts.
    """
    ordered = sorted(records, key=lambda record: record.key)
    profiles = {record.key: profile(record) for record in ordered}
    resolved = resolve(ordered)
    documents, refused = document_links(ordered, resolved.resolutions, resolved.absent)
    joined = in_line(documents)
    compared = {key: (True, rule) for key, rule in joined.items()}
    cited = {(row.lower, row.upper) for row in documents if not row.absent}
    compared |= {key: (False, "cited-not-in-line") for key in cited if key not in joined}
    close = alike(list(profiles.values()), frozenset(compared))
    compared |= dict.fromkeys(close, (False, "alike"))
    return Plan(
        profiles=profiles,
        resolved=resolved,
        documents=documents,
        refused=(*refused, *_cut(profiles.values())),
        overdue=missing(ordered, joined, sorted(compared), expected),
        pairs=tuple(
            _pair(profiles[lower], profiles[upper], carried=carried, rule=rule)
            for (lower, upper), (carried, rule) in sorted(compared.items())
        ),
    )


def _pair(lower: Profile, upper: Profile, *, carried: bool, rule: str) -> PlannedPair:
    """A path of citations is a line only where the guards hold between its two ends."""
    guards = between(lower.record.header, upper.record.header)
    return PlannedPair(
        lower=lower.record.key,
        upper=upper.record.key,
        in_line=carried and all(guard.passed for guard in guards),
        guards=guards,
        rule=rule,
    )


def _cut(profiles: Iterable[Profile]) -> list[Finding]:
    return [
        Finding(
            code="lineage-provision-cut",
            severity="warning",
            document=row.record.key,
            provision=provision,
            details=(("provision", provision), ("clauses", str(MAX_CLAUSES))),
        )
        for row in profiles
        for provision in row.cut
    ]
