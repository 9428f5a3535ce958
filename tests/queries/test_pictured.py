"""The READMEs show the property graph as the mapping has it."""

import re
from pathlib import Path

from builder.store.mapping import schema
from builder.store.propertygraph import columns_of_node, columns_of_relationship

ROOT = Path(__file__).resolve().parents[2]
NODE = r"\(([\w|]+)\)"
STEP = re.compile(rf"(?={NODE}-\[:(\w+)(?: \{{([\w, ]+)\}})?\]->{NODE})")  # ahead: chains overlap
COMMON = {"id", "key", "name", "document"}


def section(name: str) -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.partition(f"## {name}")[2].partition("\n## ")[0]


def steps():
    return STEP.findall(section("The property graph"))


def test_every_relationship_is_pictured():
    """The README draws each type between exactly the labels between which it may run."""
    drawn = {
        (start, type_, end)
        for starts, type_, _, ends in steps()
        for start in starts.split("|")
        for end in ends.split("|")
    }
    assert drawn == {(start, row.type, end) for row in relationships() for start, end in row.pairs}


def test_pictured_properties_are_there():
    """A property that stands in the picture is one of the relationship's."""
    for _, type_, names, _ in steps():
        assert set(filter(None, names.split(", "))) <= {
            name for name, _ in columns_of_relationship(type_)
        }


def test_every_property_is_listed():
    """queries/README.md lists the properties of each label and relationship, no more."""
    text = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z]\w+)` \| ([^|]+) \| ([^|]*)\|$", text, re.MULTILINE)
    listed = {name: (zh, set(re.findall(r"`(\w+)`", cell))) for name, zh, cell in rows}
    of_nodes = {
        node.label: (node.zh, {name for name, _ in columns_of_node(node.label)} - COMMON)
        for node in schema().nodes
    }
    of_ties = {
        row.type: (row.zh, {name for name, _ in columns_of_relationship(row.type)} - {"document"})
        for row in schema().statements
    }
    assert listed == of_nodes | of_ties


def relationships():
    return (*schema().edges, *schema().statements)
