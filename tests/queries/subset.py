"""What the Cypher twins may not say, since Ladybug and Neo4j would not both take it alike.

One row a trap: what it looks like, why it is one, and words that fall into it.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trap:
    pattern: str
    why: str
    example: str


TRAPS = (
    Trap(r"shortestPath", "Ladybug spells it another way", "shortestPath((a)-[*]->(b))"),
    Trap(r"\[\s*\w+\s+IN\b", "no list comprehension in Ladybug", "RETURN [x IN xs | x.name]"),
    Trap(r"\w+\s*\{\s*\.", "no map projection in Ladybug", "RETURN t {.key, .name}"),
    Trap(r"\bCALL\b", "procedures and subqueries differ", "CALL { MATCH (n) RETURN n }"),
    Trap(r"\bEXISTS\s*\{(?!\s*MATCH)", "EXISTS needs its MATCH", "WHERE EXISTS { (a)-->(b) }"),
    Trap(r"\btoString\s*\(", "Ladybug has cast() instead", "RETURN toString(t.position)"),
    Trap(r"\breduce\s*\(", "not in Ladybug", "reduce(s = 0, x IN xs | s + x)"),
    Trap(r"\bcollect\s*\(", "the order of a list is not promised", "RETURN collect(t.key)"),
    Trap(r"\btype\s*\(", "label(r) in Ladybug", "RETURN type(r)"),
    Trap(r"\blabels?\s*\(", "labels(n) in Neo4j, label(n) in Ladybug", "RETURN labels(n)"),
    Trap(r"\bstartNode|endNode", "not in Ladybug", "RETURN startNode(r).key"),
    Trap(
        r"\(\w*:\w+:\w+", "`:A:B` is both in Neo4j, either in Ladybug", "MATCH (n:Task:Provision)"
    ),
    Trap(r"\b(WHERE|AND|OR|NOT)\s+\(?\w+:\w+", "no label test in WHERE", "WHERE n:Task"),
    Trap(r"\bsubstring\s*\(", "counts from 1 in Ladybug", "substring(t.text, 0, 2)"),
    Trap(r"\[[^\]]*\*", "paths of any length repeat edges in Ladybug", "MATCH (a)-[*1..3]->(b)"),
    Trap(r"\bUNION\b", "no order over a union", "RETURN 1 AS x UNION RETURN 2 AS x"),
    Trap(
        r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|COPY|LOAD|INSTALL|ATTACH)\b",
        "a query reads and never writes",
        "MATCH (n) DELETE n",
    ),
    Trap(r"=~", "regular expressions differ", "WHERE t.text =~ '.*户籍.*'"),
    Trap(r"\bid\s*\(|\belementId", "ids of the engine", "RETURN id(n)"),
    Trap(r"`", "names need no quotes", "RETURN t.`name` AS name"),
    Trap(r";", "one query a file", "RETURN 1 AS one; RETURN 2 AS two"),
    Trap(r"\bDISTINCT\s+\w+\s*\)", "nodes are counted by their key", "count(DISTINCT t)"),
)

COMMENT = re.compile(r"//[^\n]*")
RETURN = re.compile(r"\bRETURN\b(.*?)\bORDER BY\b(.*)$", re.DOTALL)


def breaches(cypher: str) -> list[str]:
    """Say what in a query leaves the common subset."""
    text = COMMENT.sub("", cypher)
    found = [trap.why for trap in TRAPS if re.search(trap.pattern, text, re.IGNORECASE)]
    if RETURN.search(text) is None:
        found.append("ends in RETURN … ORDER BY …")
    found += [f"{item} has no AS" for item in returned(text) if not re.search(r"\bAS \w+$", item)]
    return found


def returned(cypher: str) -> list[str]:
    """Give the items of the last RETURN, split at the commas outside brackets."""
    m = RETURN.search(COMMENT.sub("", cypher))
    if m is None:
        return []
    items, depth = [""], 0
    for char in m[1]:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            items.append("")
        else:
            items[-1] += char
    return [item.strip() for item in items]
