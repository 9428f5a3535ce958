"""Small networks are readable, and other programs open them."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from xml.etree import ElementTree as ET

import networkx
import pytest

from builder.errors import QueryError
from builder.store import network_files, network_page, networks, oxigraph, propertygraph
from tests.conftest import leave_out
from tests.store import sample


@pytest.fixture(scope="module")
def parts():
    return tuple(propertygraph.parts(oxigraph.in_memory(sample.nquads())))


@pytest.mark.parametrize("what", networks.KINDS)
def test_labels_are_short_and_weights_are_numbers(what, parts):
    """Every label fits a picture, every weight is above zero, every colour is one of the table."""
    found = networks.network(parts, what)
    assert found.nodes
    assert found.edges
    assert all(0 < len(node.label) <= networks.LABEL_CHARS for node in found.nodes)
    assert all(thing.weight > 0 for thing in (*found.nodes, *found.edges))
    assert {node.colour for node in found.nodes} <= set(networks.COLOURS.values())


def test_lineage_leaves_out_the_rejected(parts):
    """A rejected link is in no picture; a link that only aligns is told by its type."""
    found = networks.network(parts, "lineage")
    types = {edge.type for edge in found.edges}
    assert types == {"elaborates", "partial", "aligns"}
    assert len(found.edges) == 3


def test_agencies_share_tasks(parts):
    """Two agencies are tied by the number of tasks that both carry."""
    found = networks.network(parts, "agencies", around="公安部", depth=1)
    assert not found.directed
    assert [(edge.source, edge.target, edge.weight) for edge in found.edges] == [
        ("agency/公安部", "agency/国家发展和改革委员会", 1.0)
    ]


def test_a_tie_weighs_as_many_tasks_as_are_shared(parts):
    """Two agencies that carry two tasks together have a tie of weight 2."""
    carried = [
        (part, row)
        for part in parts
        for row in part.relationships
        if row.type == "RESPONSIBLE_FOR"
        and row.start in ("agency/公安部", "agency/国家发展和改革委员会")
    ]
    other = next(
        node.id
        for part in parts
        for node in part.nodes
        if node.label == "Task" and node.id not in {row.end for _, row in carried}
    )
    more = [
        replace(part, relationships=(*part.relationships, replace(row, end=other)))
        for part, row in {row.start: (part, row) for part, row in carried}.values()
    ]
    found = networks.network([*parts, *more], "agencies", around="公安部", depth=1)
    weights = {(edge.source, edge.target): (edge.weight, edge.label) for edge in found.edges}
    pair = ("agency/公安部", "agency/国家发展和改革委员会")
    assert weights[pair] == (2.0, "共同承担2项任务")


def test_around_cuts_to_the_neighbourhood(parts):
    """Depth counts steps from the thing that was named."""
    key = "长政发-2025-3/1.1"
    sizes = [
        len(networks.network(parts, "lineage", around=key, depth=depth).nodes)
        for depth in (0, 1, 2, 3)
    ]
    assert sizes == [1, 2, 3, 4]


def test_a_document_stands_for_all_that_is_in_it(parts):
    """Around a document key are all its tasks."""
    found = networks.network(parts, "lineage", around="湘政发-2024-15", depth=1)
    assert {node.document for node in found.nodes} >= {"湘政发-2024-15", "国发-2024-17"}


def test_limit_counts_what_it_leaves_out(parts):
    """A limit keeps the best-tied nodes and says how many it cut off."""
    found = networks.network(parts, "lineage", limit=2)
    assert len(found.nodes) == 2
    assert found.left_out == 2
    assert max(node.weight for node in found.nodes) == 2.0


def test_unknown_names_say_what_to_try(parts):
    """An unknown kind, thing or format names what there is."""
    with pytest.raises(QueryError, match="lineage, agencies, citations"):
        networks.network(parts, "all")
    with pytest.raises(QueryError, match="公安部"):
        networks.network(parts, "agencies", around="公安")
    with pytest.raises(QueryError, match="gexf"):
        network_files.write(networks.network(parts), "dot", sample.VOCAB / "x")


@pytest.mark.parametrize("what", networks.KINDS)
@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_opens_it(what, form, parts, tmp_path):
    """networkx reads the same nodes, edges, weights and labels back."""
    found = networks.network(parts, what)
    path = tmp_path / f"network.{form}"
    network_files.write(found, form, path)
    read = (
        networkx.read_gexf(path, version="1.3") if form == "gexf" else networkx.read_graphml(path)
    )
    assert set(read) == {node.id for node in found.nodes}
    assert read.number_of_edges() == len(found.edges)
    assert read.is_directed() == found.directed
    for node in found.nodes:
        assert read.nodes[node.id]["label"] == node.label
        assert read.nodes[node.id]["weight"] == node.weight
        assert read.nodes[node.id]["level"] == node.level
    weights = [data["weight"] for _, _, data in read.edges(data=True)]
    assert all(isinstance(weight, float) and weight > 0 for weight in weights)


def test_gexf_has_timestamps(parts):
    """What stands in a dated document carries its day as a GEXF timestamp."""
    root = ET.fromstring(network_files.gexf(networks.network(parts, "lineage")))
    graph = root.find(f"{{{network_files.GEXF}}}graph")
    assert graph.get("timerepresentation") == "timestamp"
    stamps = {node.get("timestamp") for node in root.iter(f"{{{network_files.GEXF}}}node")}
    assert stamps == {"2023-06-14", "2024-07-28", "2024-11-01", "2025-02-10"}


def test_gexf_edges_say_their_kind(parts):
    """Two ties of different kinds between the same two stay two in Gephi, which asks for `kind`."""
    root = ET.fromstring(network_files.gexf(networks.network(parts, "citations")))
    kinds = {edge.get("kind") for edge in root.iter(f"{{{network_files.GEXF}}}edge")}
    assert kinds == {"basis", "implements"}


def test_graphml_has_what_gephi_draws(parts, tmp_path):
    """Places (the highest level on top), sizes and colours are attributes as Gephi calls them."""
    path = tmp_path / "network.graphml"
    network_files.write(networks.network(parts, "lineage"), "graphml", path)
    nodes = [data for _, data in networkx.read_graphml(path).nodes(data=True)]
    by_level = {node["level"]: node for node in nodes}
    top, below = by_level["national"], by_level["provincial"]
    assert (top["r"], top["g"], top["b"]) == (192, 57, 43)
    assert top["y"] > below["y"]
    assert top["size"] == 10 + top["weight"]


def test_same_graph_same_bytes(parts):
    """A network is the same in whatever order the parts come."""
    for form in network_files.FORMATS.values():
        for what in networks.KINDS:
            one = form(networks.network(parts, what))
            assert form(networks.network(reversed(parts), what)) == one


@pytest.mark.parametrize("what", networks.KINDS)
def test_cytoscape_elements(what, parts):
    """The JSON holds elements as Cytoscape.js wants them: ids of text, edges between nodes."""
    whole = json.loads(network_files.cytoscape(networks.network(parts, what)))
    nodes, edges = whole["elements"]["nodes"], whole["elements"]["edges"]
    ids = [node["data"]["id"] for node in nodes]
    assert len(set(ids)) == len(ids)
    assert all(edge["data"]["source"] in ids and edge["data"]["target"] in ids for edge in edges)
    assert all(isinstance(edge["data"]["weight"], float) for edge in edges)
    assert all({"x", "y"} <= node["position"].keys() for node in nodes)


CYTOSCAPE = """
const cytoscape = require(process.argv[1] + '/node_modules/cytoscape');
const whole = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const cy = cytoscape({headless: true, styleEnabled: true, ...whole});
const degrees = cy.nodes().map(node => [node.id(), node.degree(), node.style('background-color')]);
const answer = {nodes: cy.nodes().length, edges: cy.edges().length, degrees};
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
"""


def test_cytoscape_js_opens_it(parts, tmp_path):
    """The real Cytoscape.js takes the file as it is."""
    if not (shutil.which("node") and shutil.which("npm")):
        leave_out("the real Cytoscape.js: no `node` and `npm` on the path")
    install = ["npm", "install", "--no-save", "--prefer-offline", "--prefix", str(tmp_path)]
    fetched = subprocess.run(
        [*install, "cytoscape@3.34.0"], capture_output=True, text=True, check=False, timeout=120
    )
    if fetched.returncode:
        leave_out(f"the real Cytoscape.js: npm could not fetch it: {fetched.stderr[-500:]}")
    found = networks.network(parts, "lineage")
    network_files.write(found, "cytoscape", tmp_path / "network.json")
    done = subprocess.run(
        ["node", "-e", CYTOSCAPE, str(tmp_path), str(tmp_path / "network.json")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["nodes"], answer["edges"]) == (len(found.nodes), len(found.edges))
    assert {colour for _, _, colour in answer["degrees"]} > {"rgb(192,57,43)"}


@pytest.mark.parametrize("what", networks.KINDS)
def test_a_page_draws_every_node_and_tie(what, parts):
    """Each node and tie is in the drawing with its name, within the frame, and no two coincide."""
    found = networks.network(parts, what)
    drawing = network_files.FORMATS["page"](found)
    assert drawing.count('class="node"') == len(found.nodes)
    assert drawing.count("<line") == len(found.edges)
    spots = re.findall(r'<circle cx="([-\d.e]+)" cy="([-\d.e]+)"', drawing)
    left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', drawing)[1].split())
    assert len(set(spots)) == len(found.nodes)
    assert all(left < float(x) < left + width for x, _ in spots)
    assert all(top < float(y) < top + height for _, y in spots)


def test_many_tasks_stand_in_columns_few_in_rows(parts):
    """National tasks stand above the lower ones, or left of them where there are many."""
    few = networks.network(parts, "lineage", limit=4)
    (node,) = [node for node in few.nodes if node.level == "national"][:1]
    others = [replace(node, id=f"{at}", key=f"{at}", x=9.0 + at) for at in range(9)]
    many = replace(few, nodes=(*few.nodes, *others))
    assert network_page.page(few).count("text-anchor:start") == 0
    assert network_page.page(many).count("text-anchor:start") == len(many.nodes)


def test_a_page_escapes_names_and_needs_nothing_else(parts):
    """A name with markup stays a name; nothing is loaded from elsewhere."""
    found = networks.network(parts, "lineage")
    first, *rest = found.nodes
    nodes = (replace(first, label="<script>alert(1)</script>"), *rest)
    drawing = network_files.FORMATS["page"](replace(found, nodes=nodes))
    assert "<script>alert" not in drawing
    assert "&lt;script&gt;" in drawing
    assert not re.search(r"src=|href=|@import|url\(", drawing)


def test_an_empty_network_is_a_page(parts):
    """A graph without any tie gives a page without a drawing's content, not an error."""
    found = networks.network(parts, "lineage")
    assert "<svg" in network_page.page(replace(found, nodes=(), edges=()))


def test_a_tie_that_scores_nothing_has_a_weight(parts):
    """Programs that draw take no weight of 0."""
    scored = [
        replace(part, relationships=tuple(map(_unscored, part.relationships))) for part in parts
    ]
    weights = {edge.weight for edge in networks.network(scored, "lineage").edges}
    assert weights == {0.01}


def _unscored(row):
    if row.type not in ("IMPLEMENTS", "ALIGNS_WITH"):
        return row
    names = [name for name, _ in propertygraph.columns_of_relationship(row.type)]
    values = [
        0.0 if name == "score" else value for name, value in zip(names, row.values, strict=True)
    ]
    return replace(row, values=tuple(values))


def test_an_agency_has_its_own_level_and_no_day(parts):
    """The level of an agency is its own, not that of a document, and it has no day."""
    found = networks.network(parts, "agencies")
    levels = {node.name: (node.level, node.day) for node in found.nodes}
    assert levels["公安部"] == ("national", "")
    assert all(day == "" for _, day in levels.values())
