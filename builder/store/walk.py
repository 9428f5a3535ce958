"""Paths through quads: from a subject to what the mapping calls its properties.

In: quads and the mapping's paths.  Out: plain values and the type of a node; nothing here
knows a property by name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from builder.store.mapping import Kind, NodeType, Path, Property, Schema, Step
from builder.store.sources import NOTATION, RDF_TYPE, Quads, Term, is_iri, language, value

__all__ = ["Value", "Walker"]

Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(slots=True)
class Walker:
    """Walks paths through quads, and remembers the types of nodes."""

    quads: Quads
    schema: Schema
    labels: dict[Term, NodeType] = field(init=False)
    types: dict[Term, NodeType | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.labels = {f"<{name}>": node for node in self.schema.nodes for name in node.classes}

    def node_type(self, term: Term) -> NodeType | None:
        """Give the type that a term has in the property graph; None where it is no node."""
        if term not in self.types:
            self.types[term] = self._read_type(term)
        return self.types[term]

    def property(self, subject: Term, prop: Property) -> Value:
        """Give the value of a property of a node; None where nothing says it."""
        about = self.quads.about(subject)
        for path in prop.paths:
            step = path[0]
            short = len(path) == 1 and not step.back
            found = about.get(step.predicate) if short else self.follow(subject, path)
            if found:
                return self._value(found, prop)
        return False if prop.kind == "present" else None

    def walk(self, subject: Term, paths: tuple[Path, ...]) -> Sequence[Term]:
        """Give where the first of several paths leads that leads anywhere."""
        for path in paths:
            if found := self.follow(subject, path):
                return found
        return ()

    def follow(self, subject: Term, path: Path) -> Sequence[Term]:
        """Give where a path leads, step by step."""
        terms: Sequence[Term] = (subject,)
        for step in path:
            ends: list[Term] = []
            for term in terms:
                if is_iri(term):
                    ends += self._next(term, step)
            terms = ends
        return terms

    def code(self, concept: Term) -> str | None:
        """Give the notation of a concept."""
        return next((value(term) for term in self.quads.about(concept).get(NOTATION, ())), None)

    def id(self, term: Term) -> str:
        """Give the end of an IRI, behind the base."""
        return value(term).removeprefix(self.quads.base)

    def _read_type(self, term: Term) -> NodeType | None:
        if is_iri(term):
            for class_ in self.quads.about(term).get(RDF_TYPE, ()):
                if class_ in self.labels:
                    return self.labels[class_]
        return None

    def _value(self, found: Sequence[Term], prop: Property) -> Value:
        if prop.kind == "lines":
            lines = (self._line(each, prop) for each in found if is_iri(each))
            return tuple(sorted(lines)) or None
        if len(found) == 1:
            words = [value(found[0])] if _speaks(found[0], prop.language) else []
        else:
            words = sorted({value(term) for term in found if _speaks(term, prop.language)})
        if prop.kind == "texts":
            return tuple(words) or None
        return CONVERT[prop.kind](words[0]) if words else None

    def _line(self, subject: Term, prop: Property) -> str:
        fields = (self.follow(subject, path) for path in prop.fields)
        return " ".join(value(terms[0]) for terms in fields if terms)

    def _next(self, term: Term, step: Step) -> Sequence[Term]:
        if step.back:
            return self.quads.before(term, step.predicate)
        return self.quads.about(term).get(step.predicate, ())


CONVERT: dict[Kind, Callable[[str], Value]] = {
    "text": str,
    "integer": int,
    "decimal": float,
    "boolean": lambda text: text in ("true", "1"),
    "year": lambda text: int(text[:4]) if text[:4].isdigit() else None,
    "present": lambda text: True,
}


def _speaks(term: Term, wanted: str) -> bool:
    if term[-1] == '"':
        return wanted == "zh"
    return is_iri(term) or (language(term) or "zh") == wanted
