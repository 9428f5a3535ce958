"""The examples: one graph that meets every shape, and it broken once for each reason.

Both engines must find exactly the results that an example names, and so must the gate,
which judges each kind of node once.
"""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, SH

from builder.rdf.check.engines import Result, pyshacl_results, rudof_results
from builder.rdf.check.kinds import UNDERSTOOD, faults, types
from builder.rdf.check.shapes import PREFIX, guards, shapes
from builder.rdf.quads import gathered
from builder.resources import ontology_dir

EXAMPLES = ontology_dir() / "examples"
EXAMPLE = "https://example.org/"
COMPONENTS = {
    SH.minCount: "MinCount",
    SH.maxCount: "MaxCount",
    SH.datatype: "Datatype",
    SH["class"]: "Class",
    SH["in"]: "In",
    SH["or"]: "Or",
    SH.lessThan: "LessThan",
    SH.xone: "Xone",
    SH.sparql: "SPARQL",
}
Wrong = tuple[str, str, str]


@cache
def valid() -> frozenset[ox.Triple]:
    path = str(EXAMPLES / "valid.ttl")
    return frozenset(quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE))


@cache
def prefixes() -> str:
    lines = (EXAMPLES / "valid.ttl").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if line.startswith("@prefix"))


def turtle(lines: Iterable[str]) -> frozenset[ox.Triple]:
    data = (prefixes() + "\n".join(lines)).encode()
    return frozenset(quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE))


@cache
def broken() -> tuple[dict, ...]:
    return tuple(tomllib.loads((EXAMPLES / "broken.toml").read_text(encoding="utf-8"))["broken"])


def rounds() -> list[list[dict]]:
    """Put examples that break different values together; what joins documents stays alone."""
    together: list[list[dict]] = []
    alone: list[list[dict]] = []
    for example in broken():
        if "also" in example or example["reason"] == "SPARQL":
            alone.append([example])
            continue
        fitting = (
            g for g in together if touched(example).isdisjoint(set().union(*map(touched, g)))
        )
        group = next(fitting, None)
        if group is None:
            together.append([example])
        else:
            group.append(example)
    return together + alone


def touched(example: dict) -> set[tuple[str, str]]:
    lines = (*example.get("remove", ()), *example.get("add", ()))
    return {tuple(line.split(" ")[:2]) for line in lines}


ROUNDS = rounds()


def data(examples: Iterable[dict] = ()) -> str:
    triples = set(valid())
    for example in examples:
        removed = turtle(example.get("remove", ()))
        assert removed <= triples, example
        triples = (triples - removed) | turtle(example.get("add", ()))
    return "".join(sorted(f"{triple} .\n" for triple in triples))


def expected(examples: Iterable[dict]) -> set[Wrong]:
    return {
        wrong
        for example in examples
        for wrong in (
            (example["rule"], example["reason"], example["node"]),
            *(tuple(line.split(" ")) for line in example.get("also", ())),
        )
    }


def wrongs(results: Iterable[Result]) -> set[Wrong]:
    return {(r.shape, r.component, r.focus.removeprefix(EXAMPLE)) for r in results}


@pytest.mark.parametrize("engine", [rudof_results, pyshacl_results])
def test_the_valid_example_meets_every_shape(engine: Callable[..., frozenset[Result]]) -> None:
    """Neither engine has anything against valid.ttl, warnings included."""
    assert wrongs(engine(data(), shapes())) == set()


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_both_engines_find_what_each_broken_example_names(number: int) -> None:
    """pyshacl and pyrudof give exactly the results that the examples name."""
    examples = ROUNDS[number]
    broken_data, found = data(examples), expected(examples)
    by_rudof = rudof_results(broken_data, shapes())
    by_pyshacl = pyshacl_results(broken_data, shapes())
    assert wrongs(by_rudof) == found
    assert by_rudof == by_pyshacl


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_the_gate_finds_what_each_broken_example_names(number: int) -> None:
    """Judging each kind of node once finds what judging each node finds; guards apart."""
    names = {rule.name for rule in guards()}
    examples = ROUNDS[number]
    about = gathered(tuple(line[:-2].split(" ", 2)) for line in data(examples).splitlines())
    found = {
        (fault.shape, fault.component, focus.strip("<>").removeprefix(EXAMPLE))
        for scope in ("document", "corpus")
        for focus, fault, _ in faults(about, types(about), scope)
    }
    assert found == {wrong for wrong in expected(examples) if wrong[0] not in names}


def test_every_reason_has_a_broken_example() -> None:
    """Each constraint of each shape is broken by an example of its own."""
    graph = rdflib.Graph().parse(data=shapes(), format="nt")
    reasons = {
        (str(shape).removeprefix(PREFIX), component)
        for term, component in COMPONENTS.items()
        for shape in graph.subjects(term, None)
        if isinstance(shape, rdflib.URIRef)
    }
    assert reasons == {(example["rule"], example["reason"]) for example in broken()}


def test_every_shape_has_a_node_in_the_valid_example() -> None:
    """A shape that judges nothing in valid.ttl would show nothing."""
    graph = rdflib.Graph().parse(data=shapes(), format="nt")
    example = rdflib.Graph().parse(EXAMPLES / "valid.ttl")
    for target in graph.objects(None, SH.targetClass):
        assert (None, RDF.type, target) in example, target


def test_the_gate_understands_every_constraint_that_shapes_use() -> None:
    """Kinds of nodes are sound only for core constraints on single predicates."""
    names = {f"{PREFIX}{rule.name}" for rule in guards()}
    graph = rdflib.Graph().parse(data=shapes(), format="nt")
    said = {"path", "message", "severity", "targetClass", "property", "sparql", "select"}
    said |= {"prefixes", "declare", "prefix", "namespace", "targetSubjectsOf"}
    used = {
        str(p).removeprefix(str(SH))
        for s, p, _ in graph
        if str(p).startswith(str(SH)) and str(s) not in names
    }
    assert used - said <= UNDERSTOOD
    assert all(isinstance(path, rdflib.URIRef) for path in graph.objects(None, SH.path))
