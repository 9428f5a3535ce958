"""Links that a lower leaf owes to its chapter rather than to its own words.

In: what the chapters answer, and which leaves are linked already.  Out: (1) leaves of a
chapter that unfolds one upper task: all of them carry it; (2) leaves of a chapter that
unfolds one upper clause: those without a link of their own that name a kind of thing the
clause's sentence names; (3) leaves without a link in a chapter that answers an upper
chapter: the one upper leaf there that they clearly come nearest to (where the heading answers; a
vote of the other leaves is not enough).
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

import numpy as np

from builder.lineage.chapters import Answer
from builder.lineage.clauses import Profile, chapters_of, heading
from builder.lineage.holding import Matrix, Numbers, row
from builder.lineage.shared import Shared, chosen
from builder.lineage.words import kinds
from builder.model.outline import Provision

__all__ = ["Inherited", "inherited", "owing", "unfolded", "voted"]

MIN_NEAREST = 0.5  # the sum of telling words that the nearest leaf of a chapter must reach
MIN_SHARE = 0.04  # and what part of the lower leaf's weight that is; strangers share less
CLEARLY = 1.15  # and by how much it must beat the next one
IN_BOTH_HEADINGS = 2.0
MIN_VOTES = 2
ABOUT = 1 / 3
NAMED = 0.4  # of the words of a heading, if the answered task holds them
DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """A lower leaf, the upper leaf it owes to its chapter, and how.

    ``chapter`` is the lower chapter; ``clause`` the upper clause that its heading answers.
    """

    lower: str
    upper: str
    chapter: str
    clause: int
    kind: Literal["unfolds-task", "unfolds-clause", "nearest-in-chapter"]
    value: float


def voted(
    lower: Profile, upper: Profile, answered: Mapping[str, Answer], links: Mapping[str, str]
) -> dict[str, Answer]:
    """Add chapters whose heading says nothing but whose leaves mostly go to one upper chapter."""
    out = dict(answered)
    votes: dict[str, Counter[str]] = {}
    for leaf, target in sorted(links.items()):
        mine, theirs = chapters_of(lower, leaf), chapters_of(upper, target)
        if mine and theirs:
            votes.setdefault(mine[0], Counter())[theirs[-1]] += 1
    for chapter, counts in votes.items():
        if chapter in answered and answered[chapter].kind != "clause":
            continue
        best, count = max(counts.items(), key=lambda row: (row[1], row[0]))
        if count >= MIN_VOTES and 2 * count > counts.total():
            title = next(iter(upper.by_provision[best]), 0)
            out[chapter] = Answer(
                kind="chapter", upper=best, clause=title, shared=0.0, likeness=0.0
            )
    return out


def owing(
    upper: Profile, answered: Mapping[str, Answer], votes: Mapping[str, Answer]
) -> dict[str, Answer]:
    """Give what chapters owe: an answered clause, where votes only name the chapter around it."""
    return {
        key: answered[key]
        if key in answered and vote.upper in chapters_of(upper, answered[key].upper)
        else vote
        for key, vote in votes.items()
    }


def unfolded(shared: Shared, links: Mapping[str, str], *, but: Set[str]) -> dict[str, Answer]:
    """Give the chapters that unfold one upper task by what half of their leaves carry on.

    ``links`` are the first links of leaves; ``but`` are chapters that answer something else
    for sure.  The heading must speak of the task as well: 改善丘陵山区作业条件 above 制定改造标准
    and 推进地块整治 unfolds 提高农机作业便利程度.
    """
    lower, upper = shared.lower, shared.upper
    below: dict[str, list[str]] = {}
    for leaf in lower.leaves:
        for chapter in chapters_of(lower, leaf.id)[:1]:
            below.setdefault(chapter, []).append(leaf.id)
    found = {}
    for chapter, leaves in below.items():
        counts = Counter(links[leaf] for leaf in leaves if leaf in links)
        if not counts or chapter in but:
            continue
        best, count = max(counts.items(), key=lambda row: (row[1], row[0]))
        if count < MIN_VOTES or 2 * count < len(leaves) or 2 * count <= counts.total():
            continue
        if _named(shared, chapter, chapter, best) >= NAMED:
            first = next(iter(upper.by_provision[best]))
            found[chapter] = Answer(kind="task", upper=best, clause=first, shared=0.0, likeness=0.0)
    return found


def inherited(
    shared: Shared,
    answered: Mapping[str, Answer],
    linked: frozenset[str],
    *,
    in_line: bool,
) -> tuple[Inherited, ...]:
    """Give what the leaves of answering chapters owe to them; out of line words must show it.

    There only a clause that names the same kind of thing is still inherited.
    """
    lower, out = shared.lower, []
    for leaf in lower.leaves:
        near = next(
            (row for row in (leaf.id, *chapters_of(lower, leaf.id)) if row in answered), None
        )
        if near is None or leaf.role == "organisation":
            continue
        found = _owed(shared, leaf, near, answered[near], leaf.id in linked)
        if found is not None and (in_line or found.kind == "unfolds-clause"):
            out.append(found)
    return tuple(out)


def _owed(
    shared: Shared, leaf: Provision, chapter: str, answer: Answer, linked: bool
) -> Inherited | None:
    if answer.kind == "task" and (answer.likeness or not linked):
        return _to(leaf, answer.upper, chapter, answer.clause, "unfolds-task", answer.likeness)
    if linked:
        return None
    if answer.kind == "clause":
        named = _kinds(shared.lower, leaf.id) & _kinds_of_sentence(shared.upper, answer.clause)
        if not named and _named(shared, leaf.id, chapter, answer.upper) < NAMED:
            return None
        value = answer.likeness
        return _to(leaf, answer.upper, chapter, answer.clause, "unfolds-clause", value)
    if not answer.likeness:
        return None
    return _nearest(shared, leaf, chapter, answer)


def _to(
    leaf: Provision,
    upper: str,
    chapter: str,
    clause: int,
    kind: Literal["unfolds-task", "unfolds-clause", "nearest-in-chapter"],
    value: float,
) -> Inherited:
    return Inherited(
        lower=leaf.id, upper=upper, chapter=chapter, clause=clause, kind=kind, value=value
    )


def _kinds(profile: Profile, provision: str) -> set[str]:
    """Kinds that a leaf is about: those of its heading, or of a good part of its clauses."""
    ids = profile.by_provision[provision]
    counts = Counter(kind for at in ids for kind in kinds(profile.clauses[at].chars))
    title = heading(profile, provision)
    named = set(kinds(profile.clauses[title].chars)) if title is not None else set()
    return named | {kind for kind, count in counts.items() if count >= ABOUT * len(ids)}


def _kinds_of_sentence(upper: Profile, clause: int) -> set[str]:
    """Kinds that are named in the sentence in which an upper clause stands."""
    chars, span = upper.record.text, upper.clauses[clause].span
    start = max(chars.rfind(mark, 0, span.start) for mark in "。\n") + 1
    ends = [at for mark in "。\n" if (at := chars.find(mark, span.end)) >= 0]
    return set(kinds(chars[start : min(ends, default=len(chars))]))


def _named(shared: Shared, leaf: str, chapter: str, upper: str) -> float:
    """How much of what a leaf's heading says, beyond its chapter's, an upper provision holds.

    焦化行业 is one of 钢铁、水泥、焦化等重点行业; a kind of thing that both name is enough.
    """
    title = heading(shared.lower, leaf)
    above = heading(shared.lower, chapter) if chapter != leaf else None
    if title is None or upper not in shared.upper.holding.stated:
        return 0.0
    held, other = shared.lower.holding, shared.upper.holding
    columns, factors = row(held.clauses, title)
    if above is not None:
        own = ~np.isin(columns, row(held.clauses, above)[0])
        columns, factors = columns[own], factors[own]
    weights = held.common[columns] * factors
    theirs, _ = row(other.provisions, other.stated.index(upper))
    found = np.isin(held.features[columns], other.features[theirs])
    if (found & (held.features[columns] < 0)).any():
        return 1.0
    return float(weights[found].sum() / weights.sum()) if len(weights) else 0.0


def _nearest(shared: Shared, leaf: Provision, chapter: str, answer: Answer) -> Inherited | None:
    """The upper leaf of a chapter that a lower one comes nearest to, by its words or its title.

    What the chapters themselves say (机械化 below 推进全程机械化) tells no leaf from another, and
    a leaf is near only to one that holds what its heading names.
    """
    lower, upper = shared.lower, shared.upper
    rivals = [
        row.id
        for row in upper.leaves
        if row.role == leaf.role and answer.upper in chapters_of(upper, row.id)
    ]
    if not rivals or not lower.by_provision[leaf.id]:
        return None
    telling = (lower.holding.common * lower.holding.in_provisions)[shared.in_lower]
    mine, title = _bags(lower, [leaf.id], shared.in_lower)
    _, above = _bags(lower, [chapter], shared.in_lower)
    telling = np.where(above[0] > 0, 0.0, telling)
    theirs, titles = _bags(upper, rivals, shared.in_upper)
    spread = np.maximum((theirs > 0).sum(axis=0), 1)
    both = np.where((title > 0) & (titles > 0), IN_BOTH_HEADINGS, 1.0)
    points = np.round((telling * mine * theirs / spread * both).sum(axis=1), DIGITS)
    least = max(MIN_NEAREST, MIN_SHARE * _weight(lower, leaf.id))
    best, value = _clearly(rivals, points, least)
    if best is None or _named(shared, leaf.id, chapter, best) < NAMED:
        same = np.where((title >= 1) & (titles >= 1) & (telling > 0), 1.0, 0.0)
        best, value = _clearly(rivals, same.max(axis=1), 1.0)
    if best is None:
        return None
    first = next(iter(upper.by_provision[best]))
    return _to(leaf, best, chapter, first, "nearest-in-chapter", value)


def _clearly(rivals: Sequence[str], points: Matrix, least: float) -> tuple[str | None, float]:
    """The best of some rivals if it has enough points, and clearly more than the next.

    >>> _clearly(["1", "2"], np.array([0.4, 0.9]), 0.5), _clearly(["1", "2"], np.ones(2), 0.5)
    (('2', 0.9), (None, 1.0))
    """
    scores = sorted(zip(points.tolist(), rivals, strict=True), key=lambda row: (-row[0], row[1]))
    value, best = scores[0]
    if value < least or (len(scores) > 1 and value < CLEARLY * scores[1][0]):
        return None, value
    return best, value


def _bags(profile: Profile, provisions: Sequence[str], columns: Numbers) -> tuple[Matrix, Matrix]:
    """Factors of some provisions, and of their headings, for some features."""
    ones = np.ones(len(columns))
    place = {key: at for at, key in enumerate(profile.holding.stated)}
    bags, titles = np.zeros((2, len(provisions), len(columns)))
    for at, key in enumerate(provisions):
        if key in place:
            found = profile.holding.provisions[place[key]]
            bags[at] = chosen(found, columns, ones).toarray()[0]
        title = heading(profile, key)
        if title is not None:
            found = profile.holding.clauses[title]
            titles[at] = chosen(found, columns, ones).toarray()[0]
    return bags, titles


def _weight(profile: Profile, provision: str) -> float:
    """What all features of a provision weigh, by how telling they are in policy at large."""
    held = profile.holding
    columns, factors = row(held.provisions, held.stated.index(provision))
    return float((held.common[columns] * factors * factors).sum())
