"""The header and the numbered tree of a document."""

from dataclasses import dataclass
from typing import Literal

from builder.model.finding import Finding
from builder.model.span import Span

__all__ = [
    "Completeness",
    "Fact",
    "Header",
    "Leaf",
    "LeafPart",
    "Level",
    "Outline",
    "Provision",
    "ProvisionKind",
    "Role",
]

Level = Literal["national", "provincial", "prefectural", "county", "township"]
Completeness = Literal["full", "abridged", "with_deletions", "damaged"]
ProvisionKind = Literal[
    "part", "chapter", "section", "item", "subitem", "point", "bullet", "article", "row", "annex"
]
Role = Literal[
    "task",
    "supporting_measure",
    "organisation",
    "goal",
    "principle",
    "direction",
    "definition",
    "obligation",
    "container",
    "other",
]
LeafPart = Literal[
    "notice_title",
    "number",
    "addressees",
    "notice_body",
    "signature",
    "date",
    "note",
    "title",
    "preamble",
    "label",
    "heading",
    "body",
    "annex_title",
    "closing",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """On which words a header field rests, and which rule read it there.

    ``span`` is None where the value was concluded from another field (``inferred``).
    """

    field: str
    value: str
    rule: str
    span: Span | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a document says of itself; None or empty where the text does not say.

    ``issuer`` is the full official name of the first issuer, ``issuers`` of all of them.
    ``self_names`` are the short forms by which the text calls itself (本方案, 《方案》).
    ``is_policy`` is false for news and other pages that are no document.
    """

    title: str | None = None
    notice_title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    issuers: tuple[str, ...] = ()
    signed_date: str | None = None
    published_date: str | None = None
    index_number: str | None = None
    addressees: tuple[str, ...] = ()
    level: Level | None = None
    jurisdiction: str | None = None
    doc_type: str | None = None
    period: tuple[int | None, int | None] = (None, None)
    status: str | None = None
    approved_by: str | None = None
    distributor: str | None = None
    completeness: Completeness = "full"
    is_policy: bool = True
    self_names: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """条款: one numbered part of the document.

    ``id`` is the dotted path of the document's own numbers (``2.3.1``).  ``span`` runs
    from the label to the end of the last child; ``body`` are the stretches of its own
    text, without label, heading and children.  ``role_rule`` says why the role was given.
    """

    id: str
    label: str
    heading: str
    kind: ProvisionKind
    parent: str | None
    span: Span
    heading_span: Span | None
    body: tuple[Span, ...]
    role: Role
    role_rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A stretch of the text that belongs to exactly one part; leaves cover the text once."""

    span: Span
    part: LeafPart
    provision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """结构: header, provisions in order of the text, and the leaves that cover it."""

    header: Header
    provisions: tuple[Provision, ...]
    leaves: tuple[Leaf, ...]
    findings: tuple[Finding, ...] = ()
