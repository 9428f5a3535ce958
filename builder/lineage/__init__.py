"""Records -> Lineage: citations resolved, tasks linked, clauses compared.

Which document carries on which rests on printed citations and guards alone; which task
carries on which rests on the words of the two documents and nothing else in the corpus.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.lineage.alike import alike
from builder.lineage.clauses import Profile, profile
from builder.lineage.coverage import missing_gaps
from builder.lineage.documents import document_links, in_line
from builder.lineage.guards import between
from builder.lineage.orders import missing
from builder.lineage.pairs import judge_pair, judge_profiles
from builder.lineage.resolve import Resolved, resolve
from builder.model.finding import Finding
from builder.model.lineage import (
    AbsentDocument,
    DocumentLink,
    DocumentPair,
    ExpectedDocument,
    Guard,
    Lineage,
)
from builder.model.record import Record

__all__ = ["Plan", "PlannedPair", "judge_pair", "link", "plan", "settle"]


MAX_CELLS = 40_000_000  # clauses below times clauses above: 160 MB, two texts of 60,000 characters


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


def link(records: Sequence[Record], *, expected: Sequence[ExpectedDocument] = ()) -> Lineage:
    """Give everything between documents; the same whatever the order of the records.

    ``expected`` are documents that ought to exist by the user's own list.  Each pair of
    documents that is compared stands in ``pairs``, sorted by lower and upper key.  This is
    :func:`plan`, :func:`judge_pair` for each pair, and :func:`settle` in one.
    """
    made = plan(records, expected=expected)
    return settle(
        made,
        [
            judge_profiles(
                made.profiles[pair.lower],
                made.profiles[pair.upper],
                in_line=pair.in_line,
                guards=pair.guards,
                rule=pair.rule,
            )
            for pair in made.pairs
        ],
    )


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
    large = [key for key in sorted(compared) if _too_large(profiles, *key)]
    return Plan(
        profiles=profiles,
        resolved=resolved,
        documents=documents,
        refused=(*refused, *(_left_out(*key) for key in large)),
        overdue=missing(ordered, joined, sorted(compared), expected),
        pairs=tuple(
            PlannedPair(
                lower=lower,
                upper=upper,
                in_line=carried,
                guards=between(profiles[lower].record.header, profiles[upper].record.header),
                rule=rule,
            )
            for (lower, upper), (carried, rule) in sorted(compared.items())
            if (lower, upper) not in large
        ),
    )


def settle(made: Plan, pairs: Sequence[DocumentPair]) -> Lineage:
    """Give the lineage from a plan and its judged pairs, in the order of the plan."""
    return Lineage(
        absent=_absent(made.resolved.absent, [row for _, row, _ in made.overdue]),
        resolutions=made.resolved.resolutions,
        documents=made.documents,
        pairs=(*_settle_additions(pairs), *(_missing(made, *row) for row in made.overdue)),
        findings=(*made.resolved.findings, *made.refused),
    )


def _too_large(profiles: dict[str, Profile], lower: str, upper: str) -> bool:
    return len(profiles[lower].clauses) * len(profiles[upper].clauses) > MAX_CELLS


def _left_out(lower: str, upper: str) -> Finding:
    return Finding(
        code="lineage-pair-too-large",
        severity="warning",
        document=lower,
        details=(("lower", lower), ("upper", upper)),
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
