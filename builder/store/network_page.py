"""A network as one page for a browser: a drawing that needs nothing else, no server, no network.

Few things stand in rows by level, national on top; many in columns, names beside them; what
has no direction in a ring.  Names are escaped by the XML library; the only script moves,
enlarges and singles out neighbours.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from builder.lexicon.terms import term
from builder.store.networks import COLOURS, Network, NetworkEdge, NetworkNode

__all__ = ["page"]

STEP_X, STEP_Y, SHIFT = (
    190.0,
    170.0,
    60.0,
)  # every second row is shifted: no tie runs through a node
COLUMN_X, COLUMN_Y = 460.0, 26.0
RING_STEP = 24.0  # of the ring's rim a node
MARGIN = 60.0
NAME_WIDTH = 200.0
MOST_IN_A_ROW = 6
MOST_NAMED_EDGES = 30
MOST_WIDTH = 6.0

STYLE = """
body { margin:0; color:#1d2430;
  font:14px "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif }
header { position:fixed; left:0; right:0; top:0; padding:8px 16px; background:#fffd;
  border-bottom:1px solid #d9dee6 }
header b { margin-right:18px } header span { margin-right:14px; white-space:nowrap }
i { display:inline-block; width:11px; height:11px; border-radius:6px; margin-right:5px }
small { color:#5b6676 } svg { display:block; width:100vw; height:100vh; cursor:grab }
text { font-size:12px; dominant-baseline:middle; text-anchor:middle;
  paint-order:stroke; stroke:#fff; stroke-width:3px }
.edge text { font-size:10px; fill:#5b6676 } line { stroke:#9aa5b4 }
.aligns line { stroke-dasharray:5 4 } .pale { opacity:.12 } g.node { cursor:pointer }
"""
SCRIPT = """
const svg = document.querySelector("svg"), box = svg.viewBox.baseVal;
const nodes = [...svg.querySelectorAll(".node")], edges = [...svg.querySelectorAll(".edge")];
const at = e => new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
let from = null;
svg.addEventListener("wheel", e => {
  e.preventDefault();
  const p = at(e), k = e.deltaY > 0 ? 1.15 : 1 / 1.15;
  box.x = p.x - (p.x - box.x) * k; box.y = p.y - (p.y - box.y) * k;
  box.width *= k; box.height *= k;
}, { passive: false });
svg.addEventListener("pointerdown", e => { from = at(e); });
svg.addEventListener("pointermove", e => {
  if (!from || !e.buttons) return;
  const p = at(e);
  box.x += from.x - p.x; box.y += from.y - p.y;
});
svg.addEventListener("click", e => {
  const node = e.target.closest(".node"), id = node && node.dataset.id;
  const ties = edges.filter(g => [g.dataset.source, g.dataset.target].includes(id));
  const near = new Set([id, ...ties.flatMap(g => [g.dataset.source, g.dataset.target])]);
  edges.forEach(g => g.classList.toggle("pale", Boolean(id) && !ties.includes(g)));
  nodes.forEach(g => g.classList.toggle("pale", Boolean(id) && !near.has(g.dataset.id)));
});
"""


def page(network: Network) -> str:
    """Give the page as HTML."""
    html = ET.Element("html", lang="zh-Hans")
    head = ET.SubElement(html, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = network.title
    ET.SubElement(head, "style").text = STYLE
    body = ET.SubElement(html, "body")
    body.append(_header(network))
    body.append(_drawing(network))
    written = ET.tostring(html, encoding="unicode", method="html")
    return f"<!doctype html>\n{written.replace('</body>', f'<script>{SCRIPT}</script></body>')}\n"


def _header(network: Network) -> ET.Element:
    header = ET.Element("header")
    ET.SubElement(header, "b").text = network.title
    levels = {node.level for node in network.nodes}
    for level in (level for level in COLOURS if level in levels and level):
        key = ET.SubElement(header, "span")
        ET.SubElement(key, "i", style=f"background:{COLOURS[level]}").tail = term("level", level).zh
    ET.SubElement(
        header, "small"
    ).text = "只反映文本之间的关系，不反映实际执行情况。滚轮缩放，拖动移动，点击只看相邻。"
    return header


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a node stands, on which side of it its name, and by how many degrees that is turned."""

    x: float
    y: float
    side: Literal["below", "start", "end"] = "below"
    turned: float = 0.0


Places = Mapping[str, _Place]


def _drawing(network: Network) -> ET.Element:
    places = _placed(network)
    xs, ys = [place.x for place in places.values()], [place.y for place in places.values()]
    aside = NAME_WIDTH if any(place.side != "below" for place in places.values()) else 0.0
    margin = MARGIN + max(aside, STEP_X / 2)
    above = margin if any(place.turned for place in places.values()) else MARGIN
    left, top = min(xs, default=0.0) - margin, min(ys, default=0.0) - above
    width, height = max(xs, default=0.0) - left + margin, max(ys, default=0.0) - top + above
    svg = ET.Element("svg", viewBox=f"{left:g} {top:g} {width:g} {height:g}")
    named = len(network.edges) <= MOST_NAMED_EDGES
    heaviest = max((edge.weight for edge in network.edges), default=1.0)
    svg.extend(_edge(edge, places, heaviest, named=named) for edge in network.edges)
    svg.extend(_node(node, places[node.id]) for node in network.nodes)
    return svg


def _edge(edge: NetworkEdge, places: Places, heaviest: float, *, named: bool) -> ET.Element:
    source, target = places[edge.source], places[edge.target]
    x1, y1, x2, y2 = source.x, source.y, target.x, target.y
    group = ET.Element(
        "g", {"class": f"edge {edge.type}", "data-source": edge.source, "data-target": edge.target}
    )
    thickness = 1 + (MOST_WIDTH - 1) * edge.weight / heaviest
    ends = {"x1": f"{x1:g}", "y1": f"{y1:g}", "x2": f"{x2:g}", "y2": f"{y2:g}"}
    ET.SubElement(group, "line", {**ends, "stroke-width": f"{thickness:.1f}"})
    ET.SubElement(group, "title").text = f"{edge.label} {edge.weight:g}"
    if named:
        middle = {"x": f"{x1 + 0.4 * (x2 - x1):g}", "y": f"{y1 + 0.4 * (y2 - y1):g}"}
        ET.SubElement(group, "text", middle).text = edge.label
    return group


def _node(node: NetworkNode, place: _Place) -> ET.Element:
    x, y = place.x, place.y
    group = ET.Element("g", {"class": "node", "data-id": node.id})
    radius = 6 + 1.5 * math.sqrt(node.weight)
    ET.SubElement(group, "circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius:.1f}", fill=node.colour)
    aside = {"below": 0.0, "start": radius + 6, "end": -radius - 6}[place.side]
    below = radius + 12 if place.side == "below" else 0.0
    anchor = "middle" if place.side == "below" else place.side
    at = {"x": f"{x + aside:g}", "y": f"{y + below:g}", "style": f"text-anchor:{anchor}"}
    if place.turned:
        at["transform"] = f"rotate({place.turned:g} {x:g} {y:g})"
    ET.SubElement(group, "text", at).text = node.label
    ET.SubElement(group, "title").text = f"{node.key} {node.name}"
    return group


def _placed(network: Network) -> Places:
    if not network.directed:
        return _in_ring(network)
    rows: dict[float, list[str]] = {}
    for node in _ordered(network):
        rows.setdefault(node.y, []).append(node.id)
    levels = [ids for _, ids in sorted(rows.items())]
    return (
        _in_rows(levels)
        if max(map(len, levels), default=0) <= MOST_IN_A_ROW
        else _in_columns(levels)
    )


def _ordered(network: Network) -> list[NetworkNode]:
    return sorted(network.nodes, key=lambda node: (node.y, node.x))


def _in_rows(levels: Iterable[list[str]]) -> Places:
    return {
        id_: _Place(x=(at - (len(ids) - 1) / 2) * STEP_X + turn % 2 * SHIFT, y=turn * STEP_Y)
        for turn, ids in enumerate(levels)
        for at, id_ in enumerate(ids)
    }


def _in_columns(levels: Iterable[list[str]]) -> Places:
    return {
        id_: _Place(x=turn * COLUMN_X, y=(at - (len(ids) - 1) / 2) * COLUMN_Y, side="start")
        for turn, ids in enumerate(levels)
        for at, id_ in enumerate(ids)
    }


def _in_ring(network: Network) -> Places:
    """Put all nodes on a ring, those of one level beside each other, names outwards."""
    ordered = _ordered(network)
    radius = max(160.0, RING_STEP * len(ordered) / math.tau)
    turns = {node.id: math.tau * (at + 0.5) / len(ordered) for at, node in enumerate(ordered)}
    return {
        id_: _Place(
            x=round(radius * math.sin(turn), 1),
            y=round(-radius * math.cos(turn), 1),
            side="start" if turn < math.pi else "end",
            turned=round(math.degrees(turn) - (90 if turn < math.pi else 270), 1),
        )
        for id_, turn in turns.items()
    }
