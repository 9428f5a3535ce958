"""Small graphs for people who look: lineage of tasks, agencies that share tasks, citations.

A picture of everything is a hairball; so a network holds one question (``what``), may be cut
to the neighbourhood of one thing (``around``, ``depth``), and is limited to its best-tied
nodes, with what was left out counted.  Labels are short Chinese, weights are numbers,
colours are by level and never change, and nodes carry the day of their document.
"""

import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from builder.errors import QueryError
from builder.store.propertygraph import (
    Node,
    Part,
    Relationship,
    columns_of_node,
    columns_of_relationship,
)

__all__ = ["COLOURS", "KINDS", "Network", "NetworkEdge", "NetworkNode", "network"]

LABEL_CHARS = 14
MOST_NODES = 120
COLOURS: Mapping[str, str] = {
    "national": "#c0392b",
    "provincial": "#d68910",
    "prefectural": "#2471a3",
    "county": "#1e8449",
    "township": "#7d6608",
    "": "#7f8c8d",
}
ROWS = tuple(COLOURS)
GAP_X, GAP_Y = 180.0, 160.0
TIES = ("IMPLEMENTS", "ALIGNS_WITH", "LINKED_TO", "RESPONSIBLE_FOR")


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode:
    """One thing: its short label, its full name, what it is, its level, day and weight."""

    id: str
    key: str
    label: str
    name: str
    type: str
    level: str
    day: str
    document: str
    weight: float = 0.0
    x: float = 0.0
    y: float = 0.0

    @property
    def colour(self) -> str:
        """Give the colour of its level, as #rrggbb."""
        return COLOURS.get(self.level, COLOURS[""])


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """One tie: what it is (code and words), and a weight above 0."""

    id: str
    source: str
    target: str
    type: str
    label: str
    weight: float
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A small graph; ``left_out`` counts the nodes that the limit cut off."""

    title: str
    directed: bool
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    left_out: int = 0


def network(
    parts: Iterable[Part],
    what: str = "lineage",
    *,
    around: str | None = None,
    depth: int = 2,
    limit: int = MOST_NODES,
) -> Network:
    """Make a small graph of the property graph.

    ``what`` is one of :data:`KINDS`; ``around`` is a key, a name or a document number.
    QueryError where the kind is unknown or nothing is called so.
    """
    if what not in KINDS:
        raise QueryError(f"no network is called {what!r}; try {', '.join(KINDS)}")
    found = KINDS[what](_Found.of(parts))
    if around is not None:
        found = _around(found, around, depth)
    return _placed(_limited(_weighted(found), limit))


# ---- What is in the property graph


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Nodes by id and the ties that pictures are made of."""

    nodes: dict[str, NetworkNode]
    ties: tuple[tuple[Relationship, dict[str, Any]], ...]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> "_Found":
        nodes: dict[str, NetworkNode] = {}
        ties: list[tuple[Relationship, dict[str, Any]]] = []
        for part in parts:
            level, day = _level_and_day(part)
            for node in part.nodes:
                if node.label in ("Document", "Task", "Provision", "Agency"):
                    nodes[node.id] = _node(node, level, day)
            for row in part.relationships:
                if row.type in TIES:
                    names = (name for name, _ in columns_of_relationship(row.type))
                    ties.append((row, dict(zip(names, row.values, strict=True))))
        return cls(nodes=nodes, ties=tuple(ties))


def _level_and_day(part: Part) -> tuple[str, str]:
    for node in part.nodes:
        if node.label == "Document":
            values = _values(node)
            year = values["year"]
            return values["level"] or "", values["issued"] or (f"{year}-01-01" if year else "")
    return "", ""


def _values(node: Node) -> dict[str, Any]:
    return dict(zip((name for name, _ in columns_of_node(node.label)), node.values, strict=True))


def _node(node: Node, level: str, day: str) -> NetworkNode:
    values = _values(node)
    name = values["name"] or values["key"]
    own = values.get("level") if node.label == "Agency" else level
    return NetworkNode(
        id=node.id,
        key=values["key"],
        label=short(_head(node.label, values) + name),
        name=name,
        type=node.label,
        level=own or "",
        day="" if node.label == "Agency" else day,
        document=values["document"],
    )


def _head(label: str, values: Mapping[str, Any]) -> str:
    return f"{values['number']} " if label in ("Task", "Provision") else ""


def short(words: str) -> str:
    """Cut words to what a picture can carry.

    >>> short("1.1 深化户籍制度改革"), short("湖南省深入实施以人为本的新型城镇化战略")
    ('1.1 深化户籍制度改革', '湖南省深入实施以人为本的新…')
    """
    line = " ".join(words.split())
    return line if len(line) <= LABEL_CHARS else line[: LABEL_CHARS - 1] + "…"


# ---- The kinds of pictures


def _lineage(found: _Found) -> Network:
    edges = [
        _edge(found, row, values["relation"], values["relation_zh"], values["score"] or 0.01)
        for row, values in found.ties
        if row.type in ("IMPLEMENTS", "ALIGNS_WITH")
    ]
    return _network("承接关系", found, edges, directed=True)


def _citations(found: _Found) -> Network:
    edges = [
        _edge(found, row, values["relation"], values["relation_zh"], 1.0)
        for row, values in found.ties
        if row.type == "LINKED_TO"
    ]
    return _network("文件引用", found, edges, directed=True)


def _agencies(found: _Found) -> Network:
    carriers: dict[str, set[str]] = defaultdict(set)
    for row, _ in found.ties:
        if row.type == "RESPONSIBLE_FOR" and row.start_label == "Agency":
            carriers[row.end].add(row.start)
    shared = Counter(
        pair for agencies in carriers.values() for pair in combinations(sorted(agencies), 2)
    )
    edges = [
        NetworkEdge(
            id=f"{one} {other}",
            source=one,
            target=other,
            type="shares_tasks",
            label=f"共同承担{count}项任务",
            weight=float(count),
            day="",
        )
        for (one, other), count in shared.items()
    ]
    return _network("共同承担任务的机关", found, edges, directed=False)


KINDS: Mapping[str, Callable[[_Found], Network]] = {
    "lineage": _lineage,
    "agencies": _agencies,
    "citations": _citations,
}


def _edge(found: _Found, row: Relationship, code: str, words: str, weight: float) -> NetworkEdge:
    return NetworkEdge(
        id=str(row.values[0]),
        source=row.start,
        target=row.end,
        type=code,
        label=words or code,
        weight=weight,
        day=found.nodes[row.start].day,
    )


def _network(title: str, found: _Found, edges: list[NetworkEdge], *, directed: bool) -> Network:
    ids = sorted({id_ for edge in edges for id_ in (edge.source, edge.target)})
    return Network(
        title=title,
        directed=directed,
        nodes=tuple(found.nodes[id_] for id_ in ids),
        edges=tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.id))),
    )


# ---- Cutting and placing


def _around(whole: Network, around: str, depth: int) -> Network:
    beside = _neighbours(whole)
    reached = {node.id for node in whole.nodes if around in (node.id, node.key, node.name)}
    reached |= {node.id for node in whole.nodes if around == node.document}
    if not reached:
        known = sorted({name for node in whole.nodes for name in (node.key, node.name)})
        near = difflib.get_close_matches(around, known, n=3, cutoff=0.3) or known[:3]
        raise QueryError(
            f"nothing with ties is called {around!r}; try {', '.join(near) or 'another --what'}"
        )
    for _ in range(depth):
        reached |= {next_ for id_ in reached for next_ in beside[id_]}
    return _kept(whole, reached)


def _neighbours(whole: Network) -> Mapping[str, set[str]]:
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in whole.edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    return beside


def _kept(whole: Network, ids: set[str]) -> Network:
    nodes = tuple(node for node in whole.nodes if node.id in ids)
    edges = tuple(edge for edge in whole.edges if edge.source in ids and edge.target in ids)
    return replace(whole, nodes=nodes, edges=edges)


def _weighted(whole: Network) -> Network:
    weights: Counter[str] = Counter()
    for edge in whole.edges:
        weights[edge.source] += 1
        weights[edge.target] += 1
    nodes = tuple(replace(node, weight=float(weights[node.id])) for node in whole.nodes)
    return replace(whole, nodes=nodes)


def _limited(whole: Network, limit: int) -> Network:
    best = sorted(whole.nodes, key=lambda node: (-node.weight, node.id))[:limit]
    kept = _kept(whole, {node.id for node in best})
    return replace(kept, left_out=len(whole.nodes) - len(kept.nodes))


def _placed(whole: Network) -> Network:
    """Put every level on a row of its own, in the order of documents and keys."""
    return replace(whole, nodes=tuple(_in_rows(whole.nodes)))


def _in_rows(nodes: Iterable[NetworkNode]) -> Iterator[NetworkNode]:
    filled: Counter[str] = Counter()
    for node in sorted(nodes, key=lambda node: (node.document, node.id)):
        row = node.level if node.level in ROWS else ""
        yield replace(node, x=filled[row] * GAP_X, y=ROWS.index(row) * GAP_Y)
        filled[row] += 1
