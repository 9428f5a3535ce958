"""The IRIs of things: one a thing, made from content, never from a counter across documents.

Keys are Chinese (``…/doc/国发-2024-17``): toneless pinyin would merge 津政发 with 晋政发.
Every function gives the IRI in angle brackets, as N-Quads want it.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from builder.errors import ZhengmaiError
from builder.model.record import Record
from builder.model.span import Span
from builder.rdf.literals import iri_part
from builder.rdf.namespace import CONCEPTS, VOCABULARY

__all__ = ["BASE", "HASH_CHARS", "DocumentNames", "Names", "concept", "digest", "document_names"]

BASE = "https://w3id.org/zhengmai/"
HASH_CHARS = 16
_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*[/#]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of what documents share, and of documents themselves, below one base.

    >>> Names(BASE).agency("湖南省财政厅")
    '<https://w3id.org/zhengmai/agency/湖南省财政厅>'
    """

    base: str

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise ZhengmaiError(
                f"{self.base!r} cannot be the base of IRIs: give an absolute one that "
                f"ends in / or #, such as {BASE}"
            )

    def of(self, kind: str, *parts: str) -> str:
        """Give the IRI of a thing by kind and the parts of its key."""
        return f"<{self.base}{'/'.join((kind, *map(iri_part, parts)))}>"

    def graph(self, name: str) -> str:
        """Give a shared named graph: lineage, authorities, provenance, vocabulary."""
        return self.of("graph", name)

    def document_graph(self, key: str) -> str:
        """Give the named graph of a document."""
        return self.of("graph/doc", key)

    def document(self, key: str) -> str:
        """Give a document, held or absent."""
        return self.of("doc", key)

    def provision(self, key: str, provision: str) -> str:
        """Give a provision."""
        return self.of("provision", key, provision)

    def task(self, key: str, provision: str) -> str:
        """Give the task that a provision states."""
        return self.of("task", key, provision)

    def agency(self, key: str) -> str:
        """Give an agency by its key."""
        return self.of("agency", key)

    def generic_actor(self, surface: str) -> str:
        """Give a generic actor by its words."""
        return self.of("generic-actor", surface)

    def place(self, key: str) -> str:
        """Give a place by its key."""
        return self.of("place", key)

    def line(self, name: str) -> str:
        """Give an agency line by its name."""
        return self.of("line", name)

    def indicator(self, name: str) -> str:
        """Give an indicator by its name."""
        return self.of("indicator", name)

    def instant(self, time: str) -> str:
        """Give a year, month or day."""
        return self.of("time", time)

    def rule(self, name: str) -> str:
        """Give a rule of the program as the maker of a judgement."""
        return self.of("rule", name)

    def person(self, name: str) -> str:
        """Give a person who reviews links."""
        return self.of("person", name)


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The IRIs of what stands in one document."""

    names: Names
    key: str
    text_hash: str

    @property
    def document(self) -> str:
        """Give the document."""
        return self.names.document(self.key)

    @property
    def text(self) -> str:
        """Give the restored text in the version that its hash names."""
        return self.names.of("text", self.key, self.text_hash)

    def of(self, kind: str, *parts: str) -> str:
        """Give a thing of the document by kind and the parts of its own key."""
        return self.names.of(kind, self.key, *parts)

    def provision(self, provision: str) -> str:
        """Give a provision."""
        return self.of("provision", provision)

    def task(self, provision: str) -> str:
        """Give the task that a provision states."""
        return self.of("task", provision)

    def numbered(self, kind: str, provision: str, number: int) -> str:
        """Give a measure, target, soft target or obligation."""
        return self.of(kind, provision, str(number))

    def citation(self, number: int) -> str:
        """Give a citation by its number in the document."""
        return self.of("citation", str(number))

    def evidence(self, span: Span) -> str:
        """Give the evidence node of a span; the same span gives the same node."""
        stem = _evidence_stem(self.names, self.key, self.text_hash)
        return f"{stem}/{span.start}-{span.end}>"

    def witness(self, sha256: str) -> str:
        """Give a witness by the hash of its bytes."""
        return self.of("witness", sha256[:HASH_CHARS])


@lru_cache(maxsize=64)
def _evidence_stem(names: Names, key: str, text_hash: str) -> str:
    return names.of("evidence", key, text_hash)[:-1]


def document_names(record: Record, base: str) -> DocumentNames:
    """Give the IRIs of what stands in a document."""
    return DocumentNames(Names(base), record.key, record.text_sha256[:HASH_CHARS])


def concept(scheme: str, code: str) -> str:
    """Give the concept of a code; an unknown code gives an IRI that the gate refuses.

    >>> concept("comparator", ">=")
    '<https://w3id.org/zhengmai/vocab#comparator-at_least>'
    """
    return CONCEPTS[scheme].get(code) or f"<{VOCABULARY}{scheme}-{iri_part(code)}>"


def digest(*parts: str) -> str:
    """Give a short hash over strings, for what has no number of its own."""
    joined = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:HASH_CHARS]
