"""One lower and one upper document: links, gaps, coverage and additions.

In: two records, and whether a path of citations joins them.  Out: a DocumentPair.  It
depends on nothing but the two records, so a pipeline can cache it by their hashes.
"""

from collections.abc import Sequence

from builder.lineage.clauses import Profile, profile
from builder.lineage.coverage import additions, coverage, gaps
from builder.lineage.guards import issued
from builder.lineage.judge import Judged, judge
from builder.model.lineage import DocumentPair, Guard, Link
from builder.model.record import Record

__all__ = ["judge_pair", "judge_profiles"]


def judge_pair(
    lower: Record, upper: Record, *, in_line: bool, guards: Sequence[Guard] = (), rule: str = ""
) -> DocumentPair:
    """Give all that is judged between two documents; ``guards`` are those of the two."""
    return judge_profiles(profile(lower), profile(upper), in_line=in_line, guards=guards, rule=rule)


def judge_profiles(
    lower: Profile, upper: Profile, *, in_line: bool, guards: Sequence[Guard] = (), rule: str = ""
) -> DocumentPair:
    """Give the same as :func:`judge_pair` where the profiles are at hand."""
    judgement = judge(lower, upper, in_line=in_line)
    links = tuple(_link(lower, upper, row, tuple(guards)) for row in judgement.links)
    cells = coverage(judgement, due=_due(lower, upper))
    return DocumentPair(
        lower=lower.record.key,
        upper=upper.record.key,
        in_line=in_line,
        guards=tuple(guards),
        links=links,
        gaps=gaps(lower, upper, cells),
        additions=additions(judgement) if in_line else (),
        coverage=cells,
        rule=rule,
    )


def _due(lower: Profile, upper: Profile) -> bool:
    """A document issued before the upper one is not due to carry it."""
    after, before = issued(lower.record.header), issued(upper.record.header)
    return not (after and before and after < before)


def _link(lower: Profile, upper: Profile, row: Judged, guards: tuple[Guard, ...]) -> Link:
    return Link(
        id=f"{lower.record.key}/{row.lower}~{upper.record.key}/{row.upper}",
        lower_document=lower.record.key,
        lower=row.lower,
        upper_document=upper.record.key,
        upper=row.upper,
        relation=row.relation,
        score=row.score,
        parts=row.parts,
        proposers=row.proposers,
        guards=guards,
        evidence=row.evidence,
        rivals=row.rivals,
        clauses=(),
        targets=(),
        carriers=(),
        rule=row.rule,
    )
