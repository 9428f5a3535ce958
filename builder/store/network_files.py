"""Networks as files: GEXF 1.3 for Gephi, GraphML for yEd and networkx, JSON for Cytoscape."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from builder.errors import QueryError
from builder.store.network_page import page
from builder.store.networks import Network, NetworkEdge, NetworkNode

__all__ = ["FORMATS", "write"]

GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"

Thing = NetworkNode | NetworkEdge
# name of the attribute, its type in GraphML and GEXF, how it is found
Attribute = tuple[str, str, Callable[[Any], Any]]
NODE_ATTRIBUTES: tuple[Attribute, ...] = (
    ("key", "string", lambda node: node.key),
    ("name", "string", lambda node: node.name),
    ("type", "string", lambda node: node.type),
    ("level", "string", lambda node: node.level),
    ("document", "string", lambda node: node.document),
    ("year", "integer", lambda node: int(node.day[:4]) if node.day else None),
    ("weight", "double", lambda node: node.weight),
    ("colour", "string", lambda node: node.colour),
)
EDGE_ATTRIBUTES: tuple[Attribute, ...] = (
    ("type", "string", lambda edge: edge.type),
    ("year", "integer", lambda edge: int(edge.day[:4]) if edge.day else None),
)


def write(network: Network, form: str, path: Path) -> None:
    """Write a network in one of :data:`FORMATS`."""
    if form not in FORMATS:
        raise QueryError(f"no format is called {form!r}; try {', '.join(FORMATS)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FORMATS[form](network), encoding="utf-8")


def gexf(network: Network) -> str:
    """Give GEXF 1.3 with colours, sizes, places, and a timestamp for what has a day.

    Each edge says its kind: without it Gephi makes one of two ties between the same two nodes.
    """
    ET.register_namespace("", GEXF)
    ET.register_namespace("viz", VIZ)
    root = ET.Element(f"{{{GEXF}}}gexf", version="1.3")
    graph = ET.SubElement(
        root,
        f"{{{GEXF}}}graph",
        defaultedgetype="directed" if network.directed else "undirected",
        mode="dynamic",
        timeformat="date",
        timerepresentation="timestamp",
    )
    _gexf_declared(graph, "node", NODE_ATTRIBUTES)
    _gexf_declared(graph, "edge", EDGE_ATTRIBUTES)
    nodes = ET.SubElement(graph, f"{{{GEXF}}}nodes")
    for node in network.nodes:
        _gexf_node(nodes, node)
    edges = ET.SubElement(graph, f"{{{GEXF}}}edges")
    for edge in network.edges:
        _gexf_edge(edges, edge)
    return _xml(root)


def _gexf_declared(graph: ET.Element, kind: str, attributes: Iterable[Attribute]) -> None:
    declared = ET.SubElement(graph, f"{{{GEXF}}}attributes", {"class": kind})
    for name, type_, _ in attributes:
        ET.SubElement(declared, f"{{{GEXF}}}attribute", id=name, title=name, type=type_)


def _gexf_node(parent: ET.Element, node: NetworkNode) -> None:
    element = ET.SubElement(
        parent, f"{{{GEXF}}}node", {"id": node.id, "label": node.label, **_stamp(node.day)}
    )
    _gexf_values(element, node, NODE_ATTRIBUTES)
    red, green, blue = map(str, _rgb(node))
    ET.SubElement(element, f"{{{VIZ}}}color", r=red, g=green, b=blue)
    ET.SubElement(element, f"{{{VIZ}}}size", value=str(_size(node)))
    ET.SubElement(element, f"{{{VIZ}}}position", x=str(node.x), y=str(-node.y), z="0.0")


def _rgb(node: NetworkNode) -> tuple[int, int, int]:
    red, green, blue = (int(node.colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _size(node: NetworkNode) -> float:
    return 10 + node.weight


def _gexf_edge(parent: ET.Element, edge: NetworkEdge) -> None:
    element = ET.SubElement(
        parent,
        f"{{{GEXF}}}edge",
        {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "label": edge.label,
            "kind": edge.type,
            "weight": str(edge.weight),
            **_stamp(edge.day),
        },
    )
    _gexf_values(element, edge, EDGE_ATTRIBUTES)


def _stamp(day: str) -> dict[str, str]:
    return {"timestamp": day} if day else {}


def _gexf_values(element: ET.Element, thing: Thing, attributes: Iterable[Attribute]) -> None:
    values = ET.SubElement(element, f"{{{GEXF}}}attvalues")
    for name, _, of in attributes:
        if (value := of(thing)) is not None:
            ET.SubElement(values, f"{{{GEXF}}}attvalue", {"for": name, "value": str(value)})


def graphml(network: Network) -> str:
    """Give GraphML with typed attributes; Gephi takes places, size and colour from theirs."""
    ET.register_namespace("", GRAPHML)
    root = ET.Element(f"{{{GRAPHML}}}graphml")
    placed: tuple[Attribute, ...] = (
        ("label", "string", lambda node: node.label),
        *NODE_ATTRIBUTES,
        ("x", "double", lambda node: node.x),
        ("y", "double", lambda node: -node.y),
        ("size", "double", _size),
        ("r", "integer", lambda node: _rgb(node)[0]),
        ("g", "integer", lambda node: _rgb(node)[1]),
        ("b", "integer", lambda node: _rgb(node)[2]),
    )
    tied: tuple[Attribute, ...] = (
        ("label", "string", lambda edge: edge.label),
        *EDGE_ATTRIBUTES,
        ("weight", "double", lambda edge: edge.weight),
    )
    for kind, attributes in (("node", placed), ("edge", tied)):
        _graphml_declared(root, kind, attributes)
    direction = "directed" if network.directed else "undirected"
    graph = ET.SubElement(root, f"{{{GRAPHML}}}graph", id="G", edgedefault=direction)
    for node in network.nodes:
        element = ET.SubElement(graph, f"{{{GRAPHML}}}node", id=node.id)
        _graphml_values(element, "node", node, placed)
    for edge in network.edges:
        element = ET.SubElement(
            graph, f"{{{GRAPHML}}}edge", id=edge.id, source=edge.source, target=edge.target
        )
        _graphml_values(element, "edge", edge, tied)
    return _xml(root)


def _graphml_declared(root: ET.Element, kind: str, attributes: Iterable[Attribute]) -> None:
    for name, type_, _ in attributes:
        ET.SubElement(
            root,
            f"{{{GRAPHML}}}key",
            {
                "id": f"{kind}_{name}",
                "for": kind,
                "attr.name": name,
                "attr.type": "int" if type_ == "integer" else type_,
            },
        )


def _graphml_values(
    element: ET.Element, kind: str, thing: Thing, attributes: Iterable[Attribute]
) -> None:
    for name, _, of in attributes:
        if (value := of(thing)) is not None:
            ET.SubElement(element, f"{{{GRAPHML}}}data", key=f"{kind}_{name}").text = str(value)


def cytoscape(network: Network) -> str:
    """Give what `cytoscape({...})` takes: elements with places, and a style."""
    whole = {
        "data": {"name": network.title},
        "elements": {
            "nodes": [_cytoscape_node(node) for node in network.nodes],
            "edges": [_cytoscape_edge(edge) for edge in network.edges],
        },
        "style": _cytoscape_style(directed=network.directed),
        "layout": {"name": "preset"},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _cytoscape_node(node: NetworkNode) -> dict[str, Any]:
    data = {name: of(node) for name, _, of in NODE_ATTRIBUTES}
    return {
        "data": {"id": node.id, "label": node.label, **_present(data)},
        "position": {"x": node.x, "y": node.y},
    }


def _cytoscape_edge(edge: NetworkEdge) -> dict[str, Any]:
    data = {name: of(edge) for name, _, of in EDGE_ATTRIBUTES}
    own = {"id": edge.id, "source": edge.source, "target": edge.target}
    return {"data": {**own, "label": edge.label, "weight": edge.weight, **_present(data)}}


def _present(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}


def _cytoscape_style(*, directed: bool) -> list[dict[str, Any]]:
    node = {
        "label": "data(label)",
        "background-color": "data(colour)",
        "font-size": 12,
        "text-wrap": "wrap",
        "text-max-width": 120,
        "text-valign": "bottom",
    }
    edge = {
        "label": "data(label)",
        "font-size": 9,
        "width": 2,
        "curve-style": "bezier",
        "target-arrow-shape": "triangle" if directed else "none",
    }
    return [{"selector": "node", "style": node}, {"selector": "edge", "style": edge}]


FORMATS: Mapping[str, Callable[[Network], str]] = {
    "cytoscape": cytoscape,
    "gexf": gexf,
    "graphml": graphml,
    "page": page,
}


def _xml(root: ET.Element) -> str:
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
