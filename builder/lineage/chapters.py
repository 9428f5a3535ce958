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
    targets = _Targets(lower, upper)
    parents = {row.parent for row in lower.record.provisions}
    found = {}
    for provision in lower.record.provisions:
        title = heading(lower, provision.id)
        if title is None or provision.role == "organisation":
            continue
        best = max(targets.near(title), key=lambda row: (_worth(row), -row.clause), default=None)
        if best is not None and (provision.id in parents or best.kind == "chapter"):
            found[provision.id] = best
    return found


def heading(profile: Profile, provision: str) -> Clause | None:
    """Give the heading of a provision as a clause, if it has one."""
    for at in profile.by_provision[provision]:
        if profile.clauses[at].heading:
            return profile.clauses[at]
    return None


class _Targets:
    """Everything that a chapter may answer, by the features it has.

    These are the headings above upper leaves, and the headings and clauses of the leaves.
    """

    __slots__ = ("by_feature", "kinds", "lower", "upper")

    def __init__(self, lower: Profile, upper: Profile) -> None:
        self.lower, self.upper = lower, upper
        self.kinds: dict[int, AnswerKind] = _kinds(upper)
        self.by_feature: dict[str, list[tuple[int, float]]] = {}
        for at in self.kinds:
            for name, factor in upper.clauses[at].features.items():
                self.by_feature.setdefault(name, []).append((at, factor))

    def near(self, title: Clause) -> list[Answer]:
        """Give every target that a heading shares enough with."""
        shared: dict[int, float] = {}
        for name, factor in title.features.items():
            if found := self.by_feature.get(name):
                weight = self._weight(name) * factor
                for at, other in found:
                    shared[at] = shared.get(at, 0.0) + weight * other
        of_title = self._whole(title)
        rows = [
            self._answer(at, weight, of_title)
            for at, weight in shared.items()
            if weight >= MIN_SHARED
        ]
        return [row for row in rows if row.likeness >= LEAST[row.kind]]

    def _answer(self, at: int, shared: float, of_title: float) -> Answer:
        kind, clause = self.kinds[at], self.upper.clauses[at]
        likeness = shared / of_title
        if kind != "clause":
            likeness = shared / (of_title * self._whole(clause)) ** 0.5
        return Answer(
            kind=kind,
            upper=clause.provision,
            clause=at,
            shared=round(shared, 9),
            likeness=round(likeness, 9),
        )

    def _whole(self, clause: Clause) -> float:
        return sum(self._weight(name) * x * x for name, x in clause.features.items()) or 1.0

    def _weight(self, name: str) -> float:
        """Rare in policy, among the lower chapters, and among the upper provisions."""
        rare = self.lower.chapter_rarity.get(name, 1.0)
        holding = self.upper.holding.get(name)
        if holding is not None:
            rare = min(rare, rarity(self.upper.counted, holding))
        return commonness(name) * rare


def _kinds(upper: Profile) -> dict[int, AnswerKind]:
    leaves = {row.id for row in upper.leaves if row.role != "organisation"}
    above = {chapter for leaf in leaves for chapter in chapters_of(upper, leaf)}
    out: dict[int, AnswerKind] = {}
    for at, clause in enumerate(upper.clauses):
        if clause.provision in above and clause.heading:
            out[at] = "chapter"
        elif clause.provision in leaves:
            out[at] = "task" if clause.heading else "clause"
    return out


def _worth(answer: Answer) -> float:
    """How far a likeness is above what its kind asks for: kinds are compared so."""
    return answer.likeness / LEAST[answer.kind]
