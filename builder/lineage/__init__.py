"""Records -> Lineage: citations resolved, tasks linked, clauses compared.

Which document carries on which rests on printed citations and guards alone; which task
carries on which rests on the words of the two documents and nothing else in the corpus.
"""

from collections.abc import Sequence
from dataclasses import replace

from builder.lineage.alike import alike
from builder.lineage.clauses import profile
from builder.lineage.coverage import missing_gaps
from builder.lineage.documents import document_links, in_line
from builder.lineage.guards import between
from builder.lineage.orders import missing
from builder.lineage.pairs import judge_pair, judge_profiles
from builder.lineage.resolve import resolve
from builder.model.lineage import (
    AbsentDocument,
    DocumentPair,
    ExpectedDocument,
    Lineage,
)
from builder.model.record import Record

__all__ = ["judge_pair", "link"]


def link(records: Sequence[Record], *, expected: Sequence[ExpectedDocument] = ()) -> Lineage:
    """Give everything between documents; the same whatever the order of the records.

    ``expected`` are documents that ought to exist by the user's own list.  Each pair of
    documents that is compared stands in ``pairs``, sorted by lower and upper key.
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
    pairs = []
    for (lower, upper), (carried, rule) in sorted(compared.items()):
        guards = between(profiles[lower].record.header, profiles[upper].record.header)
        pairs.append(
            judge_profiles(
                profiles[lower], profiles[upper], in_line=carried, guards=guards, rule=rule
            )
        )
    overdue = missing(ordered, joined, expected)
    return Lineage(
        absent=_absent(resolved.absent, [row for _, row, _ in overdue]),
        resolutions=resolved.resolutions,
        documents=documents,
        pairs=(
            *_settle_additions(pairs),
            *(
                DocumentPair(
                    lower=absent.key,
                    upper=upper,
                    in_line=True,
                    guards=(),
                    links=(),
                    gaps=missing_gaps(absent.key, profiles[upper], reason),
                    additions=(),
                    rule=absent.rule,
                )
                for upper, absent, reason in overdue
            ),
        ),
        findings=(*resolved.findings, *refused),
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
