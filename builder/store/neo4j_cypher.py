"""The statements that a load sends to Neo4j, made from the mapping.

Labels, types and property names come from the mapping's table alone; everything that a
document said goes as a parameter, so no name in a document can ever be read as Cypher.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from builder.store.propertygraph import columns_of_node, columns_of_relationship

__all__ = [
    "AWAIT_INDEXES",
    "CONSTRAINT",
    "DELETE_NODES",
    "DELETE_RELATIONSHIPS",
    "LOCK",
    "LOCK_CONSTRAINT",
    "MARK",
    "NODES_OF_PART",
    "OWN_TRANSACTION",
    "PARTS",
    "READ_MARKER",
    "RELATIONSHIPS_OF_PART",
    "RELEASE_NODES",
    "VERSION",
    "create_relationship",
    "has_id",
    "indexes",
    "merge_node",
    "merge_relationship",
]

OWN_TRANSACTION = ("CREATE CONSTRAINT", "CREATE INDEX", "CREATE FULLTEXT")

VERSION = (
    "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' "
    "RETURN versions[0] AS version"
)
CONSTRAINT = "CREATE CONSTRAINT zhengmai_id IF NOT EXISTS FOR (n:Zhengmai) REQUIRE n.id IS UNIQUE"
AWAIT_INDEXES = "CALL db.awaitIndexes(600)"

LOCK_CONSTRAINT = (
    "CREATE CONSTRAINT zhengmai_lock IF NOT EXISTS FOR (n:ZhengmaiLock) REQUIRE n.name IS UNIQUE"
)
LOCK = "MERGE (:ZhengmaiLock {name: 'load'})"

READ_MARKER = (
    "MATCH (m:ZhengmaiLoad) RETURN m.parts AS parts, m.digests AS digests, m.whole AS whole"
)
MARK = "MERGE (m:ZhengmaiLoad) SET m.parts = $parts, m.digests = $digests, m.whole = $whole"

PARTS = "MATCH (n:Zhengmai) WHERE n.document IS NOT NULL RETURN DISTINCT n.document AS part"
RELATIONSHIPS_OF_PART = """
MATCH (n:Zhengmai {document: $part})-[r {document: $part}]-(:Zhengmai)
WITH DISTINCT r
RETURN type(r) AS type, startNode(r).id AS start, endNode(r).id AS end, r.id AS id,
  elementId(r) AS element
"""
NODES_OF_PART = "MATCH (n:Zhengmai {document: $part}) RETURN n.id AS id"
DELETE_RELATIONSHIPS = """
UNWIND $elements AS element
MATCH ()-[r]->() WHERE elementId(r) = element
DELETE r
"""
# Where somebody has tied relationships of his own to a node, it stays, without our label.
RELEASE_NODES = """
UNWIND $ids AS id
MATCH (n:Zhengmai {id: id})
WHERE EXISTS { MATCH (n)-[r]-(m) WHERE NOT m:Zhengmai OR r.document IS NULL }
OPTIONAL MATCH (n)-[own]-(:Zhengmai) WHERE own.document IS NOT NULL
DELETE own
REMOVE n:Zhengmai
RETURN count(DISTINCT n) AS released
"""
BOTH_ENDS = "UNWIND $rows AS row MATCH (a:Zhengmai {id: row[0]}) MATCH (b:Zhengmai {id: row[1]})"
DELETE_NODES = "UNWIND $ids AS id MATCH (n:Zhengmai {id: id}) DETACH DELETE n"

# Look-ups by hand begin at a key, a name or the words of a text.
KEYED_LABELS = ("Document", "Provision", "Task", "Measure", "Target", "Agency", "Place")
NAMED_LABELS = ("Agency", "Place", "Indicator", "Line")
SEARCHED_LABELS = ("Document", "Provision", "Task", "Measure", "Target", "Agency", "Indicator")
SEARCHED_PROPERTIES = ("name", "title", "heading", "text", "quote")


def indexes() -> tuple[str, ...]:
    """Give the statements that make every index, each of which may be there already."""
    by_part = "CREATE INDEX zhengmai_document IF NOT EXISTS FOR (n:Zhengmai) ON (n.document)"
    keyed = (_index(label, "key") for label in KEYED_LABELS)
    named = (_index(label, "name") for label in NAMED_LABELS)
    return (by_part, *keyed, *named, _full_text())


def _index(label: str, name: str) -> str:
    return (
        f"CREATE INDEX zhengmai_{label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
    )


def _full_text() -> str:
    properties = ", ".join(f"n.{name}" for name in SEARCHED_PROPERTIES)
    return (
        f"CREATE FULLTEXT INDEX zhengmai_text IF NOT EXISTS FOR (n:{'|'.join(SEARCHED_LABELS)}) "
        f"ON EACH [{properties}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}}"
    )


@cache
def merge_node(label: str) -> str:
    """Give the statement that brings nodes of a label to what ``$rows`` say.

    What a row leaves empty is removed; properties that are not ours stay.
    """
    at = {name: place for place, (name, _) in enumerate(columns_of_node(label))}
    return (
        "UNWIND $rows AS row "
        "MERGE (n:Zhengmai {id: row[0]}) "
        f"SET n:{label}, n += {_map(at, list(at)[1:])}"
    )


@cache
def merge_relationship(type_: str) -> str:
    """Give the statement that brings relationships of a type to what ``$rows`` say.

    Rows begin with the ids of both ends, which are there already.  What tells a relationship
    apart is not set again: setting what MERGE reads makes the server hold the whole batch back.
    """
    own, at = _identifying(type_), _places(type_)
    return (
        f"{BOTH_ENDS} MERGE (a)-[r:{type_} {_map(at, own)}]->(b) "
        f"SET r += {_map(at, [name for name in at if name not in own])}"
    )


@cache
def create_relationship(type_: str) -> str:
    """Give the statement that makes the relationships that the same ``$rows`` say.

    Only for rows of which the database is known to hold none.
    """
    at = _places(type_)
    return f"{BOTH_ENDS} CREATE (a)-[:{type_} {_map(at, at)}]->(b)"


def has_id(type_: str) -> bool:
    """Tell whether relationships of a type have an id of their own."""
    return columns_of_relationship(type_)[0][0] == "id"


def _places(type_: str) -> dict[str, int]:
    return {name: 2 + at for at, (name, _) in enumerate(columns_of_relationship(type_))}


def _identifying(type_: str) -> tuple[str, ...]:
    return ("id", "document") if has_id(type_) else ("document",)


def _map(at: Mapping[str, int], names: Iterable[str]) -> str:
    """Write a map of names to their places in a row.

    >>> _map({"id": 2, "role": 3}, ("role",))
    '{`role`: row[3]}'
    """
    return "{" + ", ".join(f"`{name}`: row[{at[name]}]" for name in names) + "}"
