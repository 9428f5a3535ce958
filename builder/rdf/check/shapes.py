"""The shapes, read once from ``ontology/shapes``: by scope, and their words by name."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import pyoxigraph as ox

from builder.rdf.check.violations import ViolationSeverity
from builder.resources import ontology_dir

__all__ = ["Rule", "Scope", "guards", "rules", "shapes", "triples"]

Scope = Literal["document", "corpus"]
_SH = "http://www.w3.org/ns/shacl#"
_ZM = "https://w3id.org/zhengmai/ontology#"
PREFIX = "https://w3id.org/zhengmai/shapes#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The words of one shape; ``select`` is set for guards that are SPARQL."""

    name: str
    severity: ViolationSeverity
    message_zh: str
    message_en: str
    select: str | None


@cache
def rules() -> dict[str, Rule]:
    """Give every shape that can be the source of a result, by local name.

    >>> rules()["TaskHasMeasure"].severity
    'Warning'
    """
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in _all())
    found = store.query(_RULES)
    assert isinstance(found, ox.QuerySolutions)
    return {rule.name: rule for row in found if (rule := _rule(row)).name}


def guards() -> tuple[Rule, ...]:
    """Give the shapes that are SPARQL, by name."""
    return tuple(rule for _, rule in sorted(rules().items()) if rule.select is not None)


@cache
def shapes(scope: Scope | None = None) -> str:
    """Give the shapes of a scope as N-Triples, all of them without one."""
    wanted = triples() if scope is None else _of_scope(scope)
    return "".join(sorted(f"{triple} .\n" for triple in wanted))


@cache
def triples() -> frozenset[ox.Triple]:
    """Give all triples of the shapes."""
    return frozenset(_all())


def _of_scope(scope: Scope) -> set[ox.Triple]:
    """Give what the node shapes of a scope reach; guards, which are SPARQL, are left out."""
    by_subject: dict[object, list[ox.Triple]] = {}
    for triple in triples():
        by_subject.setdefault(triple.subject, []).append(triple)
    kept: set[ox.Triple] = set()
    waiting: list[object] = [
        triple.subject
        for triple in triples()
        if triple.predicate.value == f"{_ZM}shapeScope"
        and isinstance(triple.object, ox.Literal)
        and triple.object.value == scope
        and not any(t.predicate.value == f"{_SH}sparql" for t in by_subject[triple.subject])
    ]
    while waiting:
        for triple in by_subject.pop(waiting.pop(), []):
            kept.add(triple)
            waiting.append(triple.object)
    return kept


def _all() -> list[ox.Triple]:
    return [
        quad.triple
        for path in sorted((ontology_dir() / "shapes").glob("*.ttl"))
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    ]


_RULES = f"""
PREFIX sh: <{_SH}>
SELECT ?shape ?severity ?zh ?en ?select WHERE {{
  ?shape sh:severity ?severity ; sh:message ?zh, ?en .
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")
  OPTIONAL {{ ?shape sh:sparql/sh:select ?select }}
}}"""


def _rule(row: ox.QuerySolution) -> Rule:
    severity = row["severity"].value.removeprefix(_SH)
    return Rule(
        name=row["shape"].value.removeprefix(PREFIX),
        severity=severity,
        message_zh=row["zh"].value,
        message_en=row["en"].value,
        select=row["select"].value if row["select"] is not None else None,
    )
