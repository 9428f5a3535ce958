"""Nodes that a shape cannot tell apart are judged once.

A document has ten thousand quads and some hundred *kinds* of nodes.  A core constraint
looks at how many values a path has, of which datatype or class, and whether they are in a
list.  So a node is reduced to its kind: for each predicate how many values of which
datatype (or classes, or listed value) it has, counted no further than any shape counts.
A kind stands for all nodes that have it; the engine sees one small made-up node a kind,
once in a process, and what it finds holds for all of them.  What no shape looks at is
left out of a kind.

Right only while shapes use single predicates as paths and the constraints in
:data:`UNDERSTOOD`, which a test holds; guards between documents are not judged here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.check.engines import Result, rudof_results
from builder.rdf.check.shapes import Scope, shapes
from builder.rdf.quads import About, Pair

__all__ = ["UNDERSTOOD", "Fault", "counted", "faults", "types"]

UNDERSTOOD = frozenset(
    {"minCount", "maxCount", "datatype", "nodeKind", "class", "in", "lessThan", "or", "xone"}
)
MOST_COPIES = 10
MOST_REMEMBERED_KINDS = 50_000

_XSD = "http://www.w3.org/2001/XMLSchema#"
_MADE = "urn:zhengmai:made:"
_CHECKED = "urn:zhengmai:checked:"
_TARGET = re.compile(r"(?<=shacl#targetClass> <)")
_PATH = re.compile(r"^(?P<shape>\S+) <http://www\.w3\.org/ns/shacl#path> (?P<path><\S+>)", re.M)
_COUNT = re.compile(
    r"^(?P<shape>\S+) <http://www\.w3\.org/ns/shacl#(?:min|max)Count> \"(?P<count>\d+)\"", re.M
)
_LESS_THAN = re.compile(
    r"^(?P<shape>\S+) <http://www\.w3\.org/ns/shacl#lessThan> (?P<other><\S+>)", re.M
)
_VALID: dict[
    str, Callable[[str], object]
] = {  # how a literal of a datatype must look to count as one of it
    f"^^<{_XSD}integer>": re.compile(r"[+-]?\d+", re.ASCII).fullmatch,  # -3
    f"^^<{_XSD}decimal>": re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII).fullmatch,  # 8.3
    f"^^<{_XSD}gYear>": re.compile(r"\d{4}", re.ASCII).fullmatch,  # 2025
    f"^^<{_XSD}date>": literals.day,  # 2024-07-28
}


# What a value is to a shape: its classes, the end of its literal (datatype, language), or
# the term itself where shapes list it.
Sample = str | tuple[str, ...]
Kind = frozenset[tuple[tuple[str, Sample], int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What an engine has against a kind; ``sample`` is the sort of value that is wrong."""

    shape: str
    component: str
    path: str | None
    sample: Sample | None


def types(about: About) -> dict[str, tuple[str, ...]]:
    """Give the classes of each node, sorted."""
    found: dict[str, tuple[str, ...]] = {}
    for subject, pairs in about.items():
        classes = [term for predicate, term in pairs if predicate == zm.RDF_TYPE]
        if classes:
            found[subject] = tuple(sorted(classes))
    return found


@cache
def counted(scope: Scope) -> Mapping[str, int]:
    """Give the predicates that shapes look at, with the number beyond which they count none."""
    found = {zm.RDF_TYPE: 1}
    counts: dict[str, int] = {}
    for m in _COUNT.finditer(shapes(scope)):
        counts[m["shape"]] = max(counts.get(m["shape"], 0), int(m["count"]))
    for m in _PATH.finditer(shapes(scope)):
        most = counts.get(m["shape"], 0) + 1
        found[m["path"]] = max(found.get(m["path"], 0), most)
    return found


def faults(
    about: About, classes: Mapping[str, tuple[str, ...]], scope: Scope
) -> Iterator[tuple[str, Fault, str | None]]:
    """Give focus node, fault and value of everything that the shapes of a scope find.

    ``about`` says all of the nodes to judge; ``classes`` are those of all nodes that they
    refer to.
    """
    kinds = _kinds(about, classes, scope)
    judged = _judge(frozenset(kinds.values()), scope)
    for subject, kind in kinds.items():
        for fault in judged[kind]:
            yield from _named(subject, fault, about[subject], classes)


def _kinds(about: About, classes: Mapping[str, tuple[str, ...]], scope: Scope) -> dict[str, Kind]:
    """Give the kind of each node of which any shape looks at something.

    Most nodes say the same in the same order, so what they say is looked up before it is
    counted.
    """
    looked_at = counted(scope)
    ordered = {
        ((smaller, _INTEGER), count)
        for smaller, _ in _ordered(scope)
        for count in range(1, looked_at[smaller] + 1)
    }
    found: dict[str, Kind] = {}
    seen: dict[tuple[tuple[str, Sample], ...], Kind] = {}
    for subject, pairs in about.items():
        said = tuple(
            [
                (predicate, term if predicate == zm.RDF_TYPE else _sample(term, classes))
                for predicate, term in pairs
                if predicate in looked_at
            ]
        )
        if not said:
            continue
        kind = seen.get(said)
        if kind is None:
            kind = seen[said] = _counted(said, scope)
        found[subject] = kind if kind.isdisjoint(ordered) else _unordered(kind, pairs, scope)
    return found


def _named(
    subject: str,
    fault: Fault,
    pairs: Iterable[Pair],
    classes: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[str, Fault, str | None]]:
    if fault.sample is None:
        yield subject, fault, None
        return
    for predicate, term in pairs:
        if predicate == fault.path and fault.sample in (term, _sample(term, classes)):
            yield subject, fault, term


def _counted(said: Iterable[tuple[str, Sample]], scope: Scope) -> Kind:
    """Count how often each is said, no further than any shape counts."""
    most = counted(scope)
    counts: dict[tuple[str, Sample], int] = {}
    for pair in said:
        count = counts.get(pair, 0)
        if count < most[pair[0]]:
            counts[pair] = count + 1
    return frozenset(counts.items())


def _unordered(kind: Kind, pairs: Sequence[Pair], scope: Scope) -> Kind:
    """Give a kind of its own to a node whose numbers are not in the order that a shape asks."""
    for smaller, larger in _ordered(scope):
        if not _in_order(pairs, smaller, larger):
            kept = {(key, n) for key, n in kind if key[0] not in (smaller, larger)}
            kind = frozenset(kept | {((p, term), 1) for p, term in pairs if p in (smaller, larger)})
    return kind


_INTEGER = f"^^<{_XSD}integer>"


def _sample(term: str, classes: Mapping[str, tuple[str, ...]]) -> Sample:
    """Give what a value is to a shape.

    >>> _sample('"八"', {}), _sample('"八"@zh', {}), _sample("<urn:a>", {"<urn:a>": ("<urn:b>",)})
    ('', '@zh', ('<urn:b>',))
    """
    if term[0] == "<":
        return term if term.startswith(_VOCABULARY) else classes.get(term, ())
    if term[-1] == '"':
        return ""
    close = term.rindex('"')
    end = term[close + 1 :]
    if end[0] == "@":
        return end
    valid = _VALID.get(end)
    return end if valid is not None and valid(term[1:close]) else term


_VOCABULARY = f"<{zm.VOCABULARY}"


def _in_order(pairs: Sequence[Pair], smaller: str, larger: str) -> bool:
    def numbers(predicate: str) -> list[int]:
        ends = (term for p, term in pairs if p == predicate and term.endswith(_INTEGER))
        return [int(term[1 : term.rindex('"')]) for term in ends]

    return all(low < high for low in numbers(smaller) for high in numbers(larger))


def _judge(kinds: frozenset[Kind], scope: Scope) -> Mapping[Kind, tuple[Fault, ...]]:
    known = _known(scope)
    unknown = list(kinds - known.keys())
    if len(known) > MOST_REMEMBERED_KINDS:
        known.clear()
        unknown = list(kinds)
    if unknown:
        known.update(zip(unknown, _engine(unknown, scope), strict=True))
    return known


@cache
def _known(scope: Scope) -> dict[Kind, tuple[Fault, ...]]:
    """Give the kinds judged so far: what is found of one never changes."""
    return {}


def _engine(kinds: list[Kind], scope: Scope) -> list[tuple[Fault, ...]]:
    """Let the engine judge kinds, each as one made-up node."""
    made = [dict(_made(number, kind, scope)) for number, kind in enumerate(kinds)]
    data = "".join(line for number, terms in enumerate(made) for line in _lines(number, terms))
    found: list[list[Fault]] = [[] for _ in kinds]
    for result in sorted(rudof_results(data, _checked_shapes(scope))):
        number = int(result.focus.removeprefix(_MADE))
        found[number].append(_fault(result, made[number]))
    return [tuple(faults) for faults in found]


def _made(number: int, kind: Kind, scope: Scope) -> Iterator[tuple[tuple[str, str], Sample]]:
    """Give predicate and made-up value of a kind, with the sort of value that it stands for."""
    larger = frozenset(high for _, high in _ordered(scope))
    for at, ((predicate, sample), count) in enumerate(sorted(kind, key=repr)):
        for copy in range(count):
            if isinstance(sample, tuple):
                term = f"<{_MADE}{number}/{at}/{copy}>"
            elif sample.startswith(("<", '"')):
                term = sample
            else:
                term = _literal(sample, copy + (MOST_COPIES if predicate in larger else 0))
            yield (predicate, term), sample


def _literal(end: str, number: int) -> str:
    if end.endswith("#gYear>"):
        return f'"{2000 + number}"{end}'
    if end.endswith("#date>"):
        return f'"2000-01-{1 + number:02}"{end}'
    return f'"{number}"{end}'


def _lines(number: int, made: Mapping[tuple[str, str], Sample]) -> Iterator[str]:
    me = f"<{_MADE}{number}>"
    for (predicate, term), sample in made.items():
        yield f"{me} {predicate} {term} .\n"
        if predicate == zm.RDF_TYPE and term[0] == "<":
            yield f"{me} {predicate} <{_CHECKED}{term[1:]} .\n"
        elif isinstance(sample, tuple):
            yield from (f"{term} {zm.RDF_TYPE} {name} .\n" for name in sample)


def _fault(result: Result, made: Mapping[tuple[str, str], Sample]) -> Fault:
    path = f"<{result.path}>" if result.path else None
    wrong = (
        sample
        for (predicate, term), sample in made.items()
        if predicate == path and result.value is not None and _bare(term) == result.value
    )
    return Fault(
        shape=result.shape, component=result.component, path=path, sample=next(wrong, None)
    )


def _bare(term: str) -> str:
    return term[1:-1] if term[0] == "<" else term[1 : term.rindex('"')]


@cache
def _checked_shapes(scope: Scope) -> str:
    """Give the shapes aimed at the made-up nodes alone, not at the values beside them."""
    return _TARGET.sub(_CHECKED, shapes(scope))


@cache
def _ordered(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Give the pairs of predicates of which one must be less than the other."""
    chars = shapes(scope)
    paths = {m["shape"]: m["path"] for m in _PATH.finditer(chars)}
    return tuple((paths[m["shape"]], m["other"]) for m in _LESS_THAN.finditer(chars))
