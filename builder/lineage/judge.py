"""Which lower leaf carries which upper one: links with their parts, relations and rivals.

In: the profiles of two documents and whether they are in line.  Out: links, and for each
lower leaf what was proposed and not taken.  A score is a sum of named parts in points, not
a probability.  A link needs ``LINK`` points; more where the leaf is long or its chapter
answers another upper chapter, and a share of the leaf's best where it has a stronger one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np

from builder.lineage.chapters import Answer, answers, pointing
from builder.lineage.clauses import Profile
from builder.lineage.compare import Comparison, compare, together
from builder.lineage.inherit import Inherited, inherited, owing, unfolded, voted
from builder.lineage.meaning import Embedding, also_proposed, meant, with_meaning
from builder.lineage.passing import another_scope, in_passing, names_title, only_title
from builder.lineage.propose import propose
from builder.lineage.relate import Cover, cover, relation
from builder.lineage.shared import Shared, shared
from builder.lineage.weigh import Weighed, weigh
from builder.model.lineage import MODEL, EvidencePair, Relation, Rival, ScorePart

__all__ = ["Judged", "Judgement", "judge"]

LINK = 1.2
ORGANISATION_LINK = 0.8  # few leaves to confuse, and they are compared only within a line
IN_PLACE_LINK = 1.0  # where the leaf's chapter answers the upper leaf or its chapter
OUTSIDE_LINK = 1.7  # where the leaf's chapter answers another upper chapter
ALONE = 2.0  # a clause that strong carries a link beside any stronger one
SCOPED = 3.5  # clauses that strong carry a link even where they speak of something else
TITLED = 3.0  # and titles that telling
SHARE = 0.1  # else a link must have that share of the leaf's best
USUAL_CLAUSES = 25  # a leaf with more clauses needs more points
LONG_LEAF = 0.5  # by so much for each time that it is twice as long
UNFOLDS = 1.2  # what a chapter that unfolds an upper task or clause is worth to its leaves
MAX_EVIDENCE = 8
MAX_RIVALS = 5
DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One link as judged, before clauses and carriers are compared."""

    lower: str
    upper: str
    relation: Relation
    parts: tuple[ScorePart, ...]
    proposers: tuple[str, ...]
    evidence: tuple[EvidencePair, ...]
    rivals: tuple[Rival, ...]
    cover: Cover
    rule: str

    @property
    def score(self) -> float:
        """The sum of the parts, in points."""
        return round(sum(part.value for part in self.parts), DIGITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All links of a pair, with the comparison that they rest on."""

    links: tuple[Judged, ...]
    comparison: Comparison


def judge(
    lower: Profile, upper: Profile, *, in_line: bool, embedding: Embedding | None = None
) -> Judgement:
    """Give the links between the leaves of two documents, in order of the lower text.

    An ``embedding``, where a user has one, proposes beside the words and adds to the score.
    """
    both = shared(lower, upper)
    answered = answers(both)
    close = meant(both, embedding) if embedding else {}
    model = embedding.name if embedding else ""
    comparison = compare(both, propose(both, also_proposed(pointing(both, answered), close)))
    weighed = with_meaning(weigh(comparison, answered), close)
    first = {leaf: rows[0].upper.id for leaf, rows in _taken(comparison, weighed).items()}
    with_votes = voted(lower, upper, answered, first) if in_line else answered
    if with_votes != answered:
        weighed = with_meaning(weigh(comparison, with_votes), close)
    taken = _taken(comparison, weighed)
    owed = _due(both, answered, with_votes, taken, in_line=in_line)
    links = [
        judged
        for leaf in lower.leaves
        if in_line or leaf.role != "organisation"
        for judged in _of_leaf(
            comparison,
            leaf.id,
            taken.get(leaf.id, ()),
            owed.get(leaf.id),
            weighed.get(leaf.id, ()),
            in_line=in_line,
            model=model,
        )
    ]
    return Judgement(links=tuple(links), comparison=comparison)


def _due(
    both: Shared,
    answered: Mapping[str, Answer],
    with_votes: Mapping[str, Answer],
    taken: Mapping[str, Sequence[Weighed]],
    *,
    in_line: bool,
) -> dict[str, Inherited]:
    """What each leaf owes to its chapters, once it is known what its words carry."""
    given = owing(both.upper, answered, with_votes)
    if in_line:
        sure = {key for key, row in given.items() if row.likeness and row.kind != "clause"}
        first = {leaf: rows[0].upper.id for leaf, rows in taken.items()}
        given |= unfolded(both, first, but=sure)
    rows = inherited(both, given, frozenset(taken), in_line=in_line)
    return {row.lower: row for row in rows}


def _of_leaf(
    comparison: Comparison,
    leaf: str,
    taken: Sequence[Weighed],
    due: Inherited | None,
    proposed: Sequence[Weighed],
    *,
    in_line: bool,
    model: str,
) -> list[Judged]:
    """The links of one lower leaf: those of its words, best first, then what it owes."""
    by_words = {row.upper.id: row for row in taken}
    uppers = list(dict.fromkeys([*by_words, *([due.upper] if due else [])]))
    covers = {target: cover(comparison, leaf, target) for target in uppers}
    links = []
    for target, covered in covers.items():
        row, owed = by_words.get(target), due if due and due.upper == target else None
        others = max((one.of_lower for key, one in covers.items() if key != target), default=None)
        alike, how = row.headings_alike if row else 0.0, owed.kind if owed else ""
        links.append(
            Judged(
                lower=leaf,
                upper=target,
                relation=relation(covered, alike, how, others=others) if in_line else "aligns",
                parts=_parts(row, owed),
                proposers=_proposers(row, owed, model),
                evidence=_evidence(comparison, row, owed),
                rivals=_rivals(comparison, proposed, uppers),
                cover=covered,
                rule=how or "words",
            )
        )
    return links


def _taken(
    comparison: Comparison, weighed: Mapping[str, Sequence[Weighed]]
) -> dict[str, tuple[Weighed, ...]]:
    out = {}
    for leaf, rows in weighed.items():
        kept = tuple(row for row in rows if _reason_against(comparison, row, rows[0]) is None)
        if kept:
            out[leaf] = kept
    return out


def _reason_against(comparison: Comparison, row: Weighed, best: Weighed) -> str | None:
    """Why a proposal is not taken, or None where it is."""
    points = round(row.evidence, DIGITS)
    if row.lower.role == row.upper.role == "organisation":
        return None if points >= ORGANISATION_LINK else f"匹配分{points}不足{ORGANISATION_LINK}"
    needed = _needed(row.size) if row.place <= 0 else IN_PLACE_LINK
    if points < needed:
        return f"匹配分{points}不足{needed}"
    if row.place < 0 and points < OUTSIDE_LINK:
        return f"所在章对应上位另一章，匹配分{points}不足{OUTSIDE_LINK}"
    if not row.words:
        return None  # close in meaning alone: the rest asks what the shared words are
    if row.place <= 0 and in_passing(comparison, row.lower.id, row.upper.id, row.clauses):
        return "仅有一词相同，所在范围不同"
    if points < SCOPED and another_scope(comparison, row.lower.id, row.upper.id, row.clauses):
        return "手段相同，所指对象不同"
    titled = points < TITLED and row.place <= 0
    if titled and only_title(comparison, row.lower.id, row.upper.id, row.clauses):
        return "仅标题相同，内容不同"
    slight = points < ALONE and row.words < SHARE * best.words
    if slight and not names_title(comparison, row.lower.id, row.upper.id, row.clauses[0][0]):
        return f"匹配分{points}不及首选的{SHARE:.0%}"
    return None


def _needed(size: int) -> float:
    """Points that a leaf of so many clauses needs: a long text meets anything by chance.

    >>> _needed(8), _needed(50), _needed(100)
    (1.2, 1.8, 2.4)
    """
    return round(LINK * (1 + LONG_LEAF * log2(max(size / USUAL_CLAUSES, 1))), DIGITS)


def _parts(row: Weighed | None, due: Inherited | None) -> tuple[ScorePart, ...]:
    parts = []
    if row is not None:
        strongest = row.clauses[0][2]
        parts = [
            ScorePart(name="words", level=_level(strongest), value=round(row.words, DIGITS)),
            ScorePart(
                name="headings",
                level="alike" if row.headings_alike >= 0.6 else "near",
                value=round(row.heading, DIGITS),
            ),
            ScorePart(name="chapters", level="answered", value=round(row.chapter, DIGITS)),
            ScorePart(name="roles", level="differ", value=round(row.role, DIGITS)),
            ScorePart(name="meaning", level="close", value=round(row.meaning, DIGITS)),
        ]
    if due is not None:
        value = round(UNFOLDS * (1 + min(due.value, 1.0)), DIGITS)
        parts.append(ScorePart(name="unfolding", level=due.kind, value=value))
    return tuple(part for part in parts if part.value)


def _level(strongest: float) -> str:
    """The named level of the strongest clause.

    >>> _level(6.1), _level(0.6)
    ('same words', 'a few words')
    """
    for least, name in ((5.0, "same words"), (2.0, "much the same"), (1.0, "telling words")):
        if strongest >= least:
            return name
    return "a few words"


def _proposers(row: Weighed | None, due: Inherited | None, model: str) -> tuple[str, ...]:
    by = {
        "clauses": row is not None and row.words > 0,
        due.kind if due else "": due is not None,
        f"{MODEL}{model}": row is not None and row.meaning > 0,
    }
    return tuple(name for name, proposed in by.items() if proposed)


def _evidence(
    comparison: Comparison, row: Weighed | None, due: Inherited | None
) -> tuple[EvidencePair, ...]:
    pairs = [(low, up) for low, up, _ in row.clauses] if row else []
    if due is not None:
        pairs += _heading_pairs(comparison, due)
    return tuple(_pair(comparison, low, up) for low, up in pairs[:MAX_EVIDENCE])


def _heading_pairs(comparison: Comparison, due: Inherited) -> list[tuple[int, int]]:
    """The chapter's heading with the clause that it answers, or the nearest clauses."""
    if due.kind != "nearest-in-chapter":
        return [(comparison.lower.by_provision[due.chapter][0], due.clause)]
    ids, columns = (
        comparison.lower.by_provision[due.lower],
        comparison.upper.by_provision[due.upper],
    )
    at = int(np.argmax(together(comparison, due.lower, due.upper)))
    return [(ids[at // len(columns)], columns[at % len(columns)])]


def _pair(comparison: Comparison, low: int, up: int) -> EvidencePair:
    mine, other = comparison.lower.clauses[low], comparison.upper.clauses[up]
    return EvidencePair(
        lower=mine.span, upper=other.span, lower_words=mine.chars, upper_words=other.chars
    )


def _rivals(
    comparison: Comparison, rows: Sequence[Weighed], taken: Sequence[str]
) -> tuple[Rival, ...]:
    out = []
    for row in rows:
        if row.upper.id not in taken:
            reason = _reason_against(comparison, row, rows[0]) or ""
            out.append(
                Rival(provision=row.upper.id, score=round(row.evidence, DIGITS), reason=reason)
            )
    return tuple(out[:MAX_RIVALS])
