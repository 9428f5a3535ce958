"""A file as it was read (witness), its restored text, and the work its copies attest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from builder.model.finding import Finding
from builder.model.span import Span

__all__ = [
    "Certainty",
    "Edit",
    "Origin",
    "Reading",
    "Text",
    "Variant",
    "Witness",
    "WitnessKind",
    "Work",
]

Certainty = Literal["proved", "witnessed", "rule", "guess"]
# codecs that begin every text with a byte order mark -> the same without
MARKLESS = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WitnessKind = Literal["full", "abridged", "rewritten", "unfit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """文本版本: one reading of one file: its raw characters and where they came from.

    ``source`` is the file's path below the source folder, with ``/``; ``encoding`` is the
    codec that decoded it; ``metadata`` is what a manifest beside the files says about it.
    """

    source: str
    sha256: str
    encoding: str
    chars: str
    format: Literal["text", "html", "pdf", "docx"] = "text"
    metadata: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    def octets(self, span: Span) -> Span | None:
        """Give the bytes of the file behind raw characters, half-open.

        None where the characters were taken out of a container (HTML, PDF, DOCX), or where
        bytes that did not decode stand before them, so that nothing can be counted.

        >>> file = Witness(source="a.txt", sha256="", encoding="utf-8-sig", chars="一、总则")
        >>> file.octets(Span(2, 4))
        Span(start=9, end=15)
        """
        before, within = self.chars[: span.start], span.of(self.chars)
        if self.format != "text" or "\ufffd" in before + within:
            return None
        start = len(before.encode(self.encoding))
        return Span(start, start + len(within.encode(MARKLESS.get(self.encoding, self.encoding))))


class Edit(NamedTuple):
    """文字校正: one claim that damaged characters stood for restored ones.

    ``at`` is the place in the raw characters of the witness.  Fixes run in steps, each on
    the result of the step before: ``place`` is the span in what step ``step`` received, so
    that replaying the edits step by step gives the restored text and undoing them in
    reverse gives back the raw one.  ``rivals`` are other readings that explain the damage
    as well; ``witness`` is the sha256 of the copy that has the run intact.  A damaged text
    has thousands of edits, and a tuple is made three times as fast as a frozen dataclass.
    """

    fix: str
    step: int
    at: Span
    place: Span
    damaged: str
    restored: str
    certainty: Certainty
    reason: str
    rivals: tuple[str, ...] = ()
    witness: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The way back: for each restored character the raw characters it came from.

    ``starts[i]`` and ``ends[i]`` are the raw half-open range behind restored character
    ``i``; neither ever decreases.
    """

    starts: Sequence[int]
    ends: Sequence[int]

    def raw(self, span: Span) -> Span:
        """Give the raw range behind a range of restored characters.

        An empty range leads to the empty raw range at that place.
        """
        if not self.starts:
            return Span(0, 0)
        if span.start >= span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1]
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The restored text of one witness, one paragraph a line, with its receipts.

    ``furniture`` keeps what page furniture said about the document, as (key, value, raw
    span) with keys such as ``published``, ``index_number``, ``source``; ``fit`` is false
    where the copy is too spoilt to stand in a graph (censor marks, synonym-spun).
    ``signature`` is a MinHash of the text's shingles, for finding copies.
    """

    witness: Witness
    chars: str
    origin: Origin
    edits: tuple[Edit, ...] = ()
    furniture: tuple[tuple[str, str, Span], ...] = ()
    fit: bool = True
    signature: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one witness has at a place where copies differ."""

    witness: str
    chars: str
    raw: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place where copies differ, the readings, and the words taken, with the reason."""

    at: Span
    readings: tuple[Reading, ...]
    taken: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One document attested by one or more witnesses; ``text`` is its reading text.

    ``text`` is the restored text of the base witness, repaired against the others: its
    origin map leads to the base witness.  ``texts`` holds each witness's own restored text,
    the base first, with its kind beside it in ``kinds``.
    """

    text: Text
    texts: tuple[Text, ...]
    kinds: tuple[WitnessKind, ...]
    variants: tuple[Variant, ...] = ()
    findings: tuple[Finding, ...] = ()
