"""The writer of N-Quads lines: one named graph, subjects and predicates already in brackets.

Lines are built as strings, since terms of an RDF library cost more than the whole rest of
the emission.  ``None`` and empty strings say nothing, so they write nothing.
"""

from collections.abc import Iterable

from builder.rdf import literals

__all__ = ["Quads"]


class Quads:
    """Lines of one named graph, in the order of writing."""

    __slots__ = ("_tail", "lines")

    def __init__(self, graph: str) -> None:
        self._tail = f" {graph} ."
        self.lines: list[str] = []

    def add(self, subject: str, predicate: str, term: str | None) -> None:
        """Write one quad whose object is a finished term."""
        if term:
            self.lines.append(f"{subject} {predicate} {term}{self._tail}")

    def add_all(self, subject: str, predicate: str, terms: Iterable[str]) -> None:
        """Write one quad a term."""
        start, tail = f"{subject} {predicate} ", self._tail
        self.lines.extend(start + term + tail for term in terms)

    def string(self, subject: str, predicate: str, chars: str | None) -> None:
        """Write a plain literal."""
        if chars:
            self.lines.append(f"{subject} {predicate} {literals.string(chars)}{self._tail}")

    def strings(self, subject: str, predicate: str, many: Iterable[str]) -> None:
        """Write a plain literal each."""
        self.add_all(subject, predicate, (literals.string(chars) for chars in many if chars))

    def tagged(self, subject: str, predicate: str, chars: str | None, language: str = "zh") -> None:
        """Write a literal with a language tag."""
        if chars:
            self.add(subject, predicate, literals.tagged(chars, language))

    def integer(self, subject: str, predicate: str, value: int) -> None:
        """Write an xsd:integer."""
        self.add(subject, predicate, literals.integer(value))

    def decimal(self, subject: str, predicate: str, value: float) -> None:
        """Write an xsd:decimal."""
        self.add(subject, predicate, literals.decimal(value))

    def boolean(self, subject: str, predicate: str, value: bool) -> None:
        """Write an xsd:boolean."""
        self.add(subject, predicate, literals.boolean(value))
