"""All that was read from one document; the public JSON of a document is made from this."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from builder.model.finding import Finding
from builder.model.outline import Header, Leaf, Level, Provision, Role
from builder.model.span import Span
from builder.model.text import Variant

__all__ = [
    "Agency",
    "AgencyMention",
    "AgencyRole",
    "Citation",
    "CitationRelation",
    "Comparator",
    "DefaultResponsibility",
    "Force",
    "GenericActor",
    "Measure",
    "Mentions",
    "Obligation",
    "Place",
    "PlaceMention",
    "Record",
    "Responsibility",
    "SoftTarget",
    "Target",
    "Task",
    "WitnessSummary",
]

AgencyRole = Literal["lead", "support", "responsible"]
Force = Literal["must", "promote", "encourage", "explore", "forbid"]
Comparator = Literal["=", "~", ">=", "<=", "->", "range"]
CitationRelation = Literal[
    "implements", "basis", "revises", "drafts", "repeals", "forwards", "mentions"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """机关: a body by its full official name, on a line (条线) and at a place.

    ``key`` identifies it across documents; ``resolved`` is false where the name was kept
    as written because no rule gives its official form.  ``as_of`` is the date for which
    the name was resolved (the document's), since ministries are renamed and merged.
    """

    key: str
    canonical: str
    aliases: tuple[str, ...]
    kind: str
    level: Level | None
    jurisdiction: str | None
    line: str | None
    resolved: bool
    as_of: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyMention:
    """Words that name an agency; ``agency`` is its key."""

    surface: str
    span: Span
    agency: str
    provision: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericActor:
    """泛指主体: a group named by kind (各地区, 有关部门), never a body."""

    surface: str
    span: Span
    provision: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """行政区划或区域: a place by its full name, with code where it has one."""

    key: str
    canonical: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None
    code: str | None
    members: tuple[str, ...] = ()
    resolved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place; ``place`` is its key."""

    surface: str
    span: Span
    place: str
    provision: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """责任分工: an agency (or a generic actor) has a role in a task.

    ``agency`` is the canonical name; ``agency_key`` is None for a generic actor.
    ``role_as_printed`` is the printed mark (责任单位), ``order`` the place in its list
    from 1, ``as_written`` the surface.  ``inferred`` marks a document-level default.
    """

    provision: str
    agency: str
    agency_key: str | None
    role: AgencyRole
    role_as_printed: str
    order: int
    as_written: str
    inferred: bool
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultResponsibility:
    """通用责任条款: a rule that makes actors responsible for the rest of the document."""

    span: Span
    actors: tuple[str, ...]
    at: str | None
    scope: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """举措: one action that a task commits to.

    ``number`` counts from 1 within the task.  ``force_word`` is the word that sets the
    force where there is one (鼓励); ``qualifiers`` are words of extent, pace and condition.
    """

    provision: str
    number: int
    text: str
    span: Span
    action: str
    action_span: Span
    force: Force
    force_word: str | None
    qualifiers: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """目标指标: indicator, value, unit, comparator, deadline, scope.

    ``value`` is a number, or (low, high) for a range.  ``deadline`` is the printed year
    (or date); ``deadline_inferred`` a year concluded by ``deadline_rule``.
    """

    provision: str
    number: int
    indicator: str
    value: float | tuple[float, float]
    unit: str
    comparator: Comparator
    deadline: str | None
    deadline_inferred: str | None
    deadline_as_written: str | None
    scope: str | None
    quote: str
    span: Span
    rule: str
    binding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftTarget:
    """定性目标: an aim without a figure (全覆盖, 基本形成)."""

    provision: str
    number: int
    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """义务条款: an article obliges somebody (应当, 不得, 由…负责)."""

    provision: str
    number: int
    text: str
    span: Span
    obliged: str | None
    obliged_span: Span | None
    force: Literal["must", "forbid", "may"]
    cue: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """引用文件: a document that this one names.

    ``at`` is a provision id or ``preamble`` (or ``notice``).  ``form`` says how it is
    named; ``own`` marks a reference of the document to itself, which is kept apart.
    ``number_repaired`` marks a damaged number that was completed.
    """

    number: int
    title: str | None
    doc_number: str | None
    relation: CitationRelation
    at: str
    span: Span
    form: Literal["titled", "numbered", "untitled", "short"]
    cue: str | None
    rule: str
    own: bool = False
    number_repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Everything the extract stage found in one outline, each list in order of the text."""

    agencies: tuple[Agency, ...] = ()
    agency_mentions: tuple[AgencyMention, ...] = ()
    generic_actors: tuple[GenericActor, ...] = ()
    places: tuple[Place, ...] = ()
    place_mentions: tuple[PlaceMention, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    default_responsibilities: tuple[DefaultResponsibility, ...] = ()
    task_deadlines: tuple[tuple[str, str, Span], ...] = ()
    measures: tuple[Measure, ...] = ()
    targets: tuple[Target, ...] = ()
    soft_targets: tuple[SoftTarget, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """任务: a leaf provision that commits to a piece of work; ids are provision ids."""

    id: str
    heading: str
    role: Role
    span: Span
    deadline: str | None
    deadline_span: Span | None
    responsibilities: tuple[Responsibility, ...]
    measures: tuple[Measure, ...]
    place_mentions: tuple[PlaceMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessSummary:
    """One witness of a document as the graph keeps it: source, hash, kind, repairs."""

    source: str
    sha256: str
    encoding: str
    kind: str
    metadata: tuple[tuple[str, str], ...]
    furniture: tuple[tuple[str, str, Span], ...]
    edits: tuple["EditSummary", ...]


class EditSummary(NamedTuple):
    """One repair as the public JSON gives it; ``at`` is in the raw text.

    A spoilt copy has thousands: a named tuple is made in a quarter of the time.
    """

    fix: str
    at: Span
    damaged: str
    restored: str
    certainty: str
    reason: str
    rivals: tuple[str, ...]
    witness: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document, complete: what the graph, the JSON and the lineage are made from.

    ``text`` is the restored text; ``text_sha256`` its hash; ``origin_starts`` and
    ``origin_ends`` are the origin map to the raw characters of the first witness.
    ``variants`` are the places where its witnesses differ.
    """

    key: str
    header: Header
    text: str
    text_sha256: str
    origin_starts: tuple[int, ...]
    origin_ends: tuple[int, ...]
    provisions: tuple[Provision, ...]
    leaves: tuple[Leaf, ...]
    tasks: tuple[Task, ...]
    mentions: Mentions
    witnesses: tuple[WitnessSummary, ...]
    findings: tuple[Finding, ...]
    variants: tuple[Variant, ...] = ()
