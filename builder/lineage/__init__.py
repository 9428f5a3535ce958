"""Records -> Lineage: citations resolved, tasks linked, clauses compared.

Which document carries on which rests on printed citations and guards alone; which task
carries on which rests on the words of the two documents and nothing else in the corpus:
rarity comes from a table that is shipped and from the two texts.  So a pair can be judged
alone, in another process or from a cache, and a document more changes no other link.
"""

from collections.abc import Sequence

from builder.lineage.alike import Gist, gist
from builder.lineage.clauses import profile
from builder.lineage.pairs import judge_pair, judge_profiles
from builder.lineage.planning import Plan, PlannedPair, plan
from builder.lineage.settling import settle
from builder.model.lineage import ExpectedDocument, Lineage
from builder.model.record import Record

__all__ = ["Gist", "Plan", "PlannedPair", "gist", "judge_pair", "link", "plan", "settle"]


def link(records: Sequence[Record], *, expected: Sequence[ExpectedDocument] = ()) -> Lineage:
    """Give everything between documents; the same whatever the order of the records.

    ``expected`` are documents that ought to exist by the user's own list.  Each pair of
    documents that is compared stands in ``pairs``, sorted by lower and upper key.  This is
    :func:`gist` of each, :func:`plan`, :func:`judge_pair` for each pair, :func:`settle` in one.
    """
    profiles = {record.key: profile(record) for record in records}
    made = plan(records, [gist(row) for row in profiles.values()], expected=expected)
    return settle(
        made,
        [
            judge_profiles(
                profiles[pair.lower],
                profiles[pair.upper],
                in_line=pair.in_line,
                guards=pair.guards,
                rule=pair.rule,
            )
            for pair in made.pairs
        ],
    )
