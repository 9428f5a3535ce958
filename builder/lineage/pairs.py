"""One lower and one upper document: links, gaps, coverage and additions.

In: two records, and whether a path of citations joins them.  Out: a DocumentPair.  It
depends on nothing but the two records, so a pipeline can cache it by their hashes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.lineage.carriers import by_line, carriers
from builder.lineage.changes import changes, units
from builder.lineage.clauses import Profile, profile
from builder.lineage.compare import Comparison
from builder.lineage.coverage import additions, coverage, gaps
from builder.lineage.guards import issued
from builder.lineage.judge import Judged, judge
from builder.lineage.meaning import Embedding
from builder.lineage.parting import Unit
from builder.lineage.targets import target_changes
from builder.model.lineage import DocumentPair, Guard, Link, TargetChange
from builder.model.record import Record

__all__ = ["judge_pair", "judge_profiles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One document's side of all links: units of linked provisions, agencies by task and line."""

    units: dict[str, tuple[Unit, ...]]
    agencies: dict[str, dict[str, list[str]]]


def judge_pair(
    lower: Record, upper: Record, *, in_line: bool, guards: Sequence[Guard] = (), rule: str = ""
) -> DocumentPair:
    """Give all that is judged between two documents; ``guards`` are those of the two."""
    return judge_profiles(profile(lower), profile(upper), in_line=in_line, guards=guards, rule=rule)


def judge_profiles(
    lower: Profile,
    upper: Profile,
    *,
    in_line: bool,
    guards: Sequence[Guard] = (),
    rule: str = "",
    embedding: Embedding | None = None,
) -> DocumentPair:
    """Give the same as :func:`judge_pair` where the profiles are at hand."""
    judgement = judge(lower, upper, in_line=in_line, embedding=embedding)
    targets = target_changes(lower.record, upper.record)
    mine = _side(lower, [row.lower for row in judgement.links])
    theirs = _side(upper, [row.upper for row in judgement.links])
    links = tuple(
        _link(judgement.comparison, row, tuple(guards), targets, (mine, theirs))
        for row in judgement.links
    )
    cells = coverage(judgement, in_line=in_line, due=_due(lower, upper))
    return DocumentPair(
        lower=lower.record.key,
        upper=upper.record.key,
        in_line=in_line,
        guards=tuple(guards),
        links=links,
        gaps=gaps(lower, upper, cells),
        additions=additions(judgement) if in_line else (),
        coverage=cells,
        targets=targets,
        rule=rule,
    )


def _side(profile: Profile, linked: Iterable[str]) -> _Side:
    return _Side(
        units={key: units(profile, key) for key in set(linked)},
        agencies=by_line(profile.record),
    )


def _due(lower: Profile, upper: Profile) -> bool:
    """A document issued before the upper one is not due to carry it."""
    after, before = issued(lower.record.header), issued(upper.record.header)
    return not (after and before and after < before)


def _link(
    comparison: Comparison,
    row: Judged,
    guards: tuple[Guard, ...],
    targets: Sequence[TargetChange],
    sides: tuple[_Side, _Side],
) -> Link:
    lower, upper = comparison.lower, comparison.upper
    mine, theirs = sides
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
        clauses=changes(
            comparison, row.lower, row.upper, mine.units[row.lower], theirs.units[row.upper]
        ),
        targets=tuple(
            change
            for change in targets
            if (change.lower_provision, change.upper_provision) == (row.lower, row.upper)
        ),
        carriers=carriers(mine.agencies.get(row.lower, {}), theirs.agencies.get(row.upper, {})),
        rule=row.rule,
    )
