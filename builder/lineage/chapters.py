"""What the chapters of a lower document answer: an upper chapter, a task, or one clause.

In: what two documents share.  Out: for each lower chapter the upper provision that its
heading answers.  This is what a sum of likenesses cannot see: a whole provincial chapter
(实施县城综合承载能力强化行动) that unfolds one national task, or one sentence in it.  The topic
of a chapter recurs in all its parts, so here a feature is rare by how many *chapters* of
the lower document have it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from builder.lineage.clauses import Profile, chapters_of, heading
from builder.lineage.holding import Matrix
from builder.lineage.shared import Shared, chosen, squares
from builder.lineage.words import core

__all__ = ["Answer", "AnswerKind", "answers", "pointing"]

AnswerKind = Literal["chapter", "task", "clause"]
MIN_SHARED = 0.25  # less than that a heading says nothing (重点任务 shares 0.05)
LEAST: Mapping[AnswerKind, float] = {"chapter": 0.3, "task": 0.4, "clause": 0.6}
CELLS = 1_000_000  # headings times targets at a time
DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A lower chapter's heading answers an upper chapter, a task's heading, or a clause.

    ``likeness`` is the cosine of two headings, or how much of the heading a clause covers;
    0 where the leaves of the chapter voted, or its heading only narrows the upper one.
    """

    kind: AnswerKind
    upper: str
    clause: int
    shared: float
    likeness: float


def answers(shared: Shared) -> dict[str, Answer]:
    """Give for each lower provision what its heading answers, if anything.

    The heading of a leaf counts only where it answers an upper chapter (积极融入合肥都市圈发展):
    what else it answers is for its words to say.
    """
    lower = shared.lower
    parents = {row.parent for row in lower.record.provisions}
    titles = {
        row.id: at
        for row in lower.record.provisions
        if row.role != "organisation" and (at := heading(lower, row.id)) is not None
    }
    best = _best(shared, list(titles.values()))
    found = {
        key: answer
        for key, answer in zip(titles, best, strict=True)
        if answer is not None and (key in parents or answer.kind == "chapter")
    }
    rest = [key for key in titles if key in parents and key not in found]
    return found | _narrowed(shared, rest)


def _narrowed(shared: Shared, chapters: Sequence[str]) -> dict[str, Answer]:
    """Chapters whose heading narrows that of one upper chapter: 工业领域设备更新 of 设备更新.

    The words of such a heading are the theme of the whole plan, so that likeness does not
    see them; a chapter so found lends to its links, and forbids none.
    """
    upper = shared.upper
    above = {chapter for leaf in upper.leaves for chapter in chapters_of(upper, leaf.id)}
    cores = {key: core(upper.provisions[key].heading) for key in sorted(above)}
    out = {}
    for key in chapters:
        title = shared.lower.provisions[key].heading
        fits = [other for other, words in cores.items() if len(words) > 1 and words in title]
        if len(fits) == 1 and (at := heading(upper, fits[0])) is not None:
            out[key] = Answer(kind="chapter", upper=fits[0], clause=at, shared=0.0, likeness=0.0)
    return out


def pointing(shared: Shared, answered: Mapping[str, Answer]) -> dict[str, frozenset[str]]:
    """Give for each lower leaf the upper leaves that it or its chapters answer, if any do."""
    upper = shared.upper
    below: dict[str, set[str]] = {}
    for leaf in upper.leaves:
        for chapter in chapters_of(upper, leaf.id):
            below.setdefault(chapter, set()).add(leaf.id)
    found = {}
    for leaf in shared.lower.leaves:
        rows = [
            answered[key]
            for key in (leaf.id, *chapters_of(shared.lower, leaf.id))
            if key in answered
        ]
        uppers = {row.upper for row in rows}
        for row in rows:
            if row.kind == "chapter":
                uppers |= below.get(row.upper, set())
        if uppers:
            found[leaf.id] = frozenset(uppers)
    return found


def _best(shared: Shared, titles: list[int]) -> list[Answer | None]:
    """What each heading answers best, of all that it shares enough with."""
    mine, other = shared.lower.holding, shared.upper.holding
    kinds = _kinds(shared.upper)
    targets = list(kinds)
    least = np.array([LEAST[kind] for kind in kinds.values()])
    weights = mine.common[shared.in_lower] * np.minimum(
        mine.in_chapters[shared.in_lower], other.in_provisions[shared.in_upper]
    )
    of_lower, of_upper = mine.common * mine.in_chapters, other.common * other.in_provisions
    of_lower[shared.in_lower] = of_upper[shared.in_upper] = weights
    title_rows, target_rows = mine.clauses[titles], other.clauses[targets]
    whole = _whole(squares(title_rows, of_lower))
    of_targets = _whole(squares(target_rows, of_upper))
    clause = np.array([kind == "clause" for kind in kinds.values()], dtype=bool)
    left = chosen(title_rows, shared.in_lower, weights)
    right = chosen(target_rows, shared.in_upper, np.ones(len(weights))).T.tocsr()
    step = max(1, CELLS // max(len(targets), 1))
    out: list[Answer | None] = []
    for start in range(0, len(titles), step):
        part = slice(start, start + step)
        weight = (left[part] @ right).toarray()
        own = whole[part, None]
        against = np.where(clause, own, np.sqrt(own * of_targets))
        out += _chosen(shared.upper, kinds, weight, np.round(weight / against, DIGITS), least)
    return out


def _chosen(
    upper: Profile, kinds: Mapping[int, AnswerKind], weight: Matrix, likeness: Matrix, least: Matrix
) -> list[Answer | None]:
    """For each row the target that is most above what its kind asks for; the first of equals."""
    if not weight.shape[1]:
        return [None] * weight.shape[0]
    worth = np.where((weight >= MIN_SHARED) & (likeness >= least), likeness / least, -np.inf)
    targets = list(kinds)
    out: list[Answer | None] = []
    for row, best in enumerate(worth.argmax(axis=1).tolist()):
        at = targets[best]
        answer = Answer(
            kind=kinds[at],
            upper=upper.clauses[at].provision,
            clause=at,
            shared=round(float(weight[row, best]), DIGITS),
            likeness=float(likeness[row, best]),
        )
        out.append(answer if np.isfinite(worth[row, best]) else None)
    return out


def _whole(weights: Matrix) -> Matrix:
    return np.where(weights > 0, weights, 1.0)


def _kinds(upper: Profile) -> dict[int, AnswerKind]:
    """Every clause that a chapter may answer: headings above leaves, and all that leaves say."""
    leaves = {row.id for row in upper.leaves if row.role != "organisation"}
    above = {chapter for leaf in leaves for chapter in chapters_of(upper, leaf)}
    out: dict[int, AnswerKind] = {}
    for at, clause in enumerate(upper.clauses):
        if clause.provision in above and clause.heading:
            out[at] = "chapter"
        elif clause.provision in leaves:
            out[at] = "task" if clause.heading else "clause"
    return out
