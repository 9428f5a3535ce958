"""How documents and their tasks carry on from one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from builder.model.finding import Finding
from builder.model.outline import Level
from builder.model.record import CitationRelation, Force
from builder.model.review import Review
from builder.model.span import Span

__all__ = [
    "MODEL",
    "AbsentDocument",
    "Addition",
    "ClauseChange",
    "ClauseState",
    "Coverage",
    "CoverageState",
    "DocumentLink",
    "DocumentPair",
    "EvidencePair",
    "ExpectedDocument",
    "Gap",
    "GapState",
    "Guard",
    "Lineage",
    "Link",
    "Relation",
    "Resolution",
    "Rival",
    "ScorePart",
    "TargetChange",
    "models",
]

MODEL = "model "  # begins the name of a proposer that is a model of a user's own

Relation = Literal["restates", "elaborates", "adapts", "partial", "aligns"]
GapState = Literal["not_found", "not_found_in_incomplete_copy", "document_missing", "not_due"]
ClauseState = Literal["kept", "changed", "added", "dropped"]
CoverageState = Literal[
    "covered",
    "partly",
    "not_found",
    "not_found_in_incomplete_copy",
    "document_missing",
    "not_due",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentDocument:
    """文件未收集: a cited document that we do not hold, with what its number and name tell."""

    key: str
    title: str | None
    doc_number: str | None
    level: Level | None
    issuer: str | None
    jurisdiction: str | None
    year: int | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedDocument:
    """应有文件: a document that ought to exist below ``upper``: ordered by a text, or listed.

    ``upper`` is the key or the number of the document that it should carry on.
    """

    upper: str
    title: str | None = None
    doc_number: str | None = None
    level: Level | None = None
    jurisdiction: str | None = None
    issuer: str | None = None
    reason: str = ""
    rule: str = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which document a citation (its ``number`` within the citing one) means."""

    document: str
    citation: int
    target: str
    absent: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """前置校验: one condition that a link must meet (time, level, line of places, cycle)."""

    name: str
    passed: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """One document carries on, rests on, revises … another, because a citation says so."""

    lower: str
    upper: str
    relation: CitationRelation | Literal["aligns"]
    citation: int | None
    absent: bool
    guards: tuple[Guard, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePair:
    """The words on both sides that carry a link; spans are in either document's text."""

    lower: Span
    upper: Span
    lower_words: str
    upper_words: str


def models(proposers: Iterable[str]) -> tuple[str, ...]:
    """Give which of the proposers of a link are models of a user's own.

    >>> models(("clauses", f"{MODEL}potion@0f3a52c1b7de"))
    ('model potion@0f3a52c1b7de',)
    """
    return tuple(name for name in proposers if name.startswith(MODEL))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """One named part of a score: the level that was reached and what it adds."""

    name: str
    level: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """备选对应: another upper provision that was proposed, and why it was not taken."""

    provision: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """One clause of a linked pair: kept, changed (with the words), added or dropped.

    ``kinds`` name the change (condensed, concretised, widened, narrowed, weakened,
    strengthened); spans are in either document's text, None where the side has none.
    """

    state: ClauseState
    lower: Span | None
    upper: Span | None
    kinds: tuple[str, ...] = ()
    words_lost: tuple[str, ...] = ()
    words_gained: tuple[str, ...] = ()
    force_lower: Force | None = None
    force_upper: Force | None = None
    qualifiers_lost: tuple[str, ...] = ()
    qualifiers_gained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """指标变化: one indicator on both sides, and what differs.

    Targets are numbered within their provision, so both numbers need theirs.
    """

    lower_provision: str
    lower: int
    upper_provision: str
    upper: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """承接关系 of two provisions: relation, score with its parts, evidence, rivals.

    ``id`` comes from the four keys, not from a counter.  ``carriers`` pairs the agencies
    of either side by line: (line, lower names, upper names, same line?).  ``reviews`` are
    people's judgements; ``proposed_relation`` keeps the program's where one relabelled it.
    """

    id: str
    lower_document: str
    lower: str
    upper_document: str
    upper: str
    relation: Relation
    score: float
    parts: tuple[ScorePart, ...]
    proposers: tuple[str, ...]
    guards: tuple[Guard, ...]
    evidence: tuple[EvidencePair, ...]
    rivals: tuple[Rival, ...]
    clauses: tuple[ClauseChange, ...]
    targets: tuple[TargetChange, ...]
    carriers: tuple[tuple[str, tuple[str, ...], tuple[str, ...], bool], ...]
    rule: str
    reviews: tuple[Review, ...] = ()
    proposed_relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """An upper task without counterpart, and in which of the four states."""

    document: str
    upper_document: str
    upper: str
    state: GapState
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """本地新增 (or not in the public upper text): a lower task or measure without upper one.

    ``clause`` is the number of the measure; None where the whole task is meant.
    """

    document: str
    provision: str
    clause: int | None
    state: Literal["local", "not_in_public_text"]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """承接对照: one cell of the matrix upper task x lower document.

    ``kept`` of the upper task's ``clauses`` are found in the linked lower provisions
    ``by``; a state other than covered and partly is that of the gap.  Partly without ``by``
    means that a provision says it that may not be linked: safeguards with a policy measure.
    """

    upper: str
    state: CoverageState
    by: tuple[str, ...]
    kept: int
    clauses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPair:
    """All that was judged between one lower and one upper document.

    ``rule`` says why the two were compared; ``coverage`` has a row for each upper task;
    ``targets`` compares the indicators of the whole documents, those of aims included.
    """

    lower: str
    upper: str
    in_line: bool
    guards: tuple[Guard, ...]
    links: tuple[Link, ...]
    gaps: tuple[Gap, ...]
    additions: tuple[Addition, ...]
    coverage: tuple[Coverage, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """承接: everything between documents."""

    absent: tuple[AbsentDocument, ...]
    resolutions: tuple[Resolution, ...]
    documents: tuple[DocumentLink, ...]
    pairs: tuple[DocumentPair, ...]
    findings: tuple[Finding, ...]
