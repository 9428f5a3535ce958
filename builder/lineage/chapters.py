"""What the chapters of a lower document answer: an upper chapter, a task, or one clause.

In: two profiles.  Out: for each lower chapter the upper provision that its heading
answers.  This is what a sum of likenesses cannot see: a whole provincial chapter
(实施县城综合承载能力强化行动) that unfolds one national task, or one sentence in it.  The topic
of a chapter recurs in all its parts, so here a feature is rare by how many *chapters* of
the lower document have it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from builder.lineage.clauses import Clause, Profile, chapters_of
from builder.lineage.words import commonness, rarity

__all__ = ["Answer", "AnswerKind", "answers", "heading"]

AnswerKind = Literal["chapter", "task", "clause"]
MIN_SHARED = 0.25  # less than that a heading says nothing (重点任务 shares 0.05)
RARITY_POWER = 1.0
LEAST: Mapping[AnswerKind, float] = {"chapter": 0.3, "task": 0.4, "clause": 0.6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A lower chapter's heading answers an upper chapter, a task's heading, or a clause.

    ``likeness`` is the cosine of two headings, or how much of the heading a clause covers;
    0 where the leaves of the chapter voted and its heading says nothing.
    """

    kind: AnswerKind
    upper: str
    clause: int
    shared: float
    likeness: float


def answers(lower: Profile, upper: Profile) -> dict[str, Answer]:
    """Give for each lower provision what its heading answers, if anything.

    The heading of a leaf counts only where it answers an upper chapter (积极融入合肥都市圈发展):
    what else it answers is for its words to say.
    """
    targets = _targets(upper)
    weights = _weights(lower, upper)
    parents = {row.parent for row in lower.record.provisions}
    found = {}
    for provision in lower.record.provisions:
        title = heading(lower, provision.id)
        if title is None or provision.role == "organisation":
            continue
        rows = [_answer(title, upper.clauses[at], at, kind, weights) for at, kind in targets]
        good = [row for row in rows if row.shared >= MIN_SHARED and _enough(row)]
        best = max(good, key=lambda row: (_worth(row), -row.clause), default=None)
        if best is not None and (provision.id in parents or best.kind == "chapter"):
            found[provision.id] = best
    return found


def heading(profile: Profile, provision: str) -> Clause | None:
    """Give the heading of a provision as a clause, if it has one."""
    for at in profile.by_provision[provision]:
        if profile.clauses[at].heading:
            return profile.clauses[at]
    return None


def _targets(upper: Profile) -> list[tuple[int, AnswerKind]]:
    """Everything that a chapter may answer: headings above, headings and clauses of leaves."""
    leaves = {row.id for row in upper.leaves if row.role != "organisation"}
    above = {chapter for leaf in leaves for chapter in chapters_of(upper, leaf)}
    out: list[tuple[int, AnswerKind]] = []
    for at, clause in enumerate(upper.clauses):
        if clause.provision in above and clause.heading:
            out.append((at, "chapter"))
        elif clause.provision in leaves:
            out.append((at, "task" if clause.heading else "clause"))
    return out


def _answer(
    title: Clause, clause: Clause, at: int, kind: AnswerKind, weights: Mapping[str, float]
) -> Answer:
    mine, other = title.features, clause.features
    shared = sum(weights[name] * mine[name] * other[name] for name in mine if name in other)
    of_title = sum(weights[name] * factor * factor for name, factor in mine.items()) or 1.0
    of_clause = sum(weights[name] * factor * factor for name, factor in other.items()) or 1.0
    cover = shared / of_title
    likeness = cover if kind == "clause" else shared / (of_title * of_clause) ** 0.5
    return Answer(
        kind=kind,
        upper=clause.provision,
        clause=at,
        shared=round(shared, 9),
        likeness=round(likeness, 9),
    )


def _weights(lower: Profile, upper: Profile) -> dict[str, float]:
    counted, holding = _chapters_holding(lower)
    out = {}
    for name in lower.holding.keys() | upper.holding.keys():
        rare = 1.0
        if name in holding:
            rare = rarity(counted, holding[name])
        if name in upper.holding:
            rare = min(rare, rarity(upper.counted, upper.holding[name]))
        out[name] = commonness(name) * rare**RARITY_POWER
    return out


def _chapters_holding(profile: Profile) -> tuple[int, dict[str, int]]:
    """In how many chapters, of how many, each feature stands."""
    held: dict[str, set[str]] = {}
    tops = set()
    for clause in profile.clauses:
        top = (clause.provision, *chapters_of(profile, clause.provision))[-1]
        tops.add(top)
        for name in clause.features:
            held.setdefault(name, set()).add(top)
    return len(tops), {name: len(chapters) for name, chapters in held.items()}


def _enough(answer: Answer) -> bool:
    return answer.likeness >= LEAST[answer.kind]


def _worth(answer: Answer) -> float:
    """How far a likeness is above what its kind asks for: kinds are compared so."""
    return answer.likeness / LEAST[answer.kind]
