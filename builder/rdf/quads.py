"""The writer of N-Quads: one named graph, subjects and predicates already in brackets.

Lines are built as strings, since terms of an RDF library cost more than the whole rest of
the emission.  ``None`` and empty strings say nothing, so they write nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.rdf import literals

__all__ = ["About", "Pair", "Quads", "Written", "gathered", "written"]

Pair = tuple[str, str]  # predicate and object, as N-Triples writes them
About = Mapping[str, Sequence[Pair]]  # subject -> all that is said of it


class Quads:
    """What is said in one named graph, by subject."""

    __slots__ = ("_about", "tail")

    def __init__(self, graph: str) -> None:
        self.tail = f" {graph} ."
        self._about: defaultdict[str, list[Pair]] = defaultdict(list)

    def add(self, subject: str, predicate: str, term: str | None) -> None:
        """Write one quad whose object is a finished term."""
        if term:
            self._about[subject].append((predicate, term))

    def add_all(self, subject: str, predicate: str, terms: Iterable[str]) -> None:
        """Write one quad a term."""
        pairs = [(predicate, term) for term in terms]
        if pairs:
            self._about[subject] += pairs

    def string(self, subject: str, predicate: str, chars: str | None) -> None:
        """Write a plain literal."""
        if chars:
            self._about[subject].append((predicate, literals.string(chars)))

    def strings(self, subject: str, predicate: str, many: Iterable[str]) -> None:
        """Write a plain literal each."""
        self.add_all(subject, predicate, [literals.string(chars) for chars in many if chars])

    def tagged(self, subject: str, predicate: str, chars: str | None, language: str = "zh") -> None:
        """Write a literal with a language tag."""
        if chars:
            self.add(subject, predicate, literals.tagged(chars, language))

    def integer(self, subject: str, predicate: str, value: int) -> None:
        """Write an xsd:integer."""
        self._about[subject].append((predicate, literals.integer(value)))

    def decimal(self, subject: str, predicate: str, value: float) -> None:
        """Write an xsd:decimal."""
        self.add(subject, predicate, literals.decimal(value))

    def boolean(self, subject: str, predicate: str, value: bool) -> None:
        """Write an xsd:boolean."""
        self.add(subject, predicate, literals.boolean(value))

    def settled(self) -> dict[str, list[Pair]]:
        """Give all that was said of each subject, sorted and unique, subjects in order."""
        said = self._about
        return {subject: sorted(set(said[subject])) for subject in sorted(said)}


@dataclass(frozen=True, slots=True)
class Written:
    """Quads in two shapes: N-Quads lines, sorted and unique, and what is said by subject."""

    lines: list[str]
    about: About


def written(*many: Quads) -> Written:
    """Give what was written to several graphs, of which no two say the same.

    Neither an IRI nor a literal goes on after its end, so that subjects and then pairs in
    order give lines in order.
    """
    lines: list[str] = []
    about: dict[str, list[Pair]] = {}
    for quads in many:
        tail = quads.tail
        for subject, pairs in quads.settled().items():
            lines += [f"{subject} {predicate} {term}{tail}" for predicate, term in pairs]
            about[subject] = [*about[subject], *pairs] if subject in about else pairs
    return Written(lines=sorted(lines), about=about)


def gathered(triples: Iterable[tuple[str, str, str]]) -> dict[str, list[Pair]]:
    """Give what triples say of each subject.

    >>> gathered([("<urn:a>", "<urn:b>", '"c"'), ("<urn:a>", "<urn:d>", '"e"')])
    {'<urn:a>': [('<urn:b>', '"c"'), ('<urn:d>', '"e"')]}
    """
    found: dict[str, list[Pair]] = {}
    for subject, predicate, term in triples:
        found.setdefault(subject, []).append((predicate, term))
    return found
