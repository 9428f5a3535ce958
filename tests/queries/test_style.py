"""The style file for Neo4j Browser speaks of what the property graph has."""

import re

from builder.resources import queries_dir
from builder.store.mapping import schema
from builder.store.propertygraph import columns_of_node, columns_of_relationship

RULE = re.compile(r"^(node|relationship)\.(\w+) \{\n(.*?)^\}", re.DOTALL | re.MULTILINE)


def rules():
    text = (queries_dir() / "style.grass").read_text(encoding="utf-8")
    return {(m[1], m[2]): m[3] for m in RULE.finditer(text)}


def test_every_label_has_a_colour_and_a_caption():
    """Each label of the mapping is drawn in a colour of its own."""
    labels = [node.label for node in schema().nodes]
    found = rules()
    colours = [re.search(r" color: (#\w{6});", found["node", label])[1] for label in labels]
    assert len(set(colours)) == len(labels)


def test_captions_are_properties():
    """A caption names properties that the label or type has."""
    for (kind, name), body in rules().items():
        if name == "Zhengmai":
            continue
        columns = columns_of_node(name) if kind == "node" else columns_of_relationship(name)
        captions = re.findall(r"\{(\w+)\}", body)
        assert captions
        assert set(captions) <= {column for column, _ in columns}
