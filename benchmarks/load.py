"""How fast the property graph goes into Ladybug and Neo4j, beside Neo4j's own bulk import.

    python -m benchmarks.load [--documents 1000] [--no-neo4j]

One document is 101 nodes and 300 relationships (1,000 documents: 101,000 and 300,000).
All three take the same rows in the same run; the Neo4j server is the one of tests/neo4j.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.store import ladybug, neo4j, neo4j_csv
from builder.store.propertygraph import (
    SHARED,
    Node,
    Part,
    Relationship,
    Value,
    columns_of_node,
    columns_of_relationship,
)
from tests.neo4j import server as servers

TASKS, MEASURES, AGENCIES, PLACES = 20, 3, 200, 100
WORDS = "推进以县城为重要载体的城镇化建设，健全农业转移人口市民化机制，完善城镇基本公共服务体系"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--no-neo4j", action="store_true")
    given = options.parse_args()
    os.environ.setdefault("ZHENGMAI_JAVA", "")
    with tempfile.TemporaryDirectory(prefix="zhengmai-load-") as folder:
        for line in measure(given.documents, Path(folder), with_neo4j=not given.no_neo4j):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def measure(documents: int, folder: Path, *, with_neo4j: bool) -> Iterator[str]:
    rows = list(parts(documents))
    nodes = sum(len(part.nodes) for part in rows)
    ties = sum(len(part.relationships) for part in rows)
    yield f"{documents:,} documents: {nodes:,} nodes, {ties:,} relationships"
    yield line("hash of every part", ties, timed(lambda: [part.digest() for part in rows]))
    seconds = timed(lambda: ladybug.build(folder / "graph.lbug", rows))
    yield line("Ladybug build", ties, seconds)
    yield f"  peak memory of this process {own_megabytes():,.0f} MB"
    if with_neo4j:
        yield from measure_neo4j(rows, ties, folder)


def measure_neo4j(rows: list[Part], ties: int, folder: Path) -> Iterator[str]:
    yield line("files for the bulk import", ties, timed(lambda: csv_files(rows, folder)))
    imported = folder / "imported"
    servers.write_conf(imported, 0, {})
    bulk = timed(lambda: bulk_import(imported, folder / "csv"))
    yield line("neo4j-admin import (a JVM, start to end)", ties, bulk)
    server = servers.new_server(folder / "home")
    server.start()
    try:
        load = timed(lambda: proved(server.uri, rows))
        yield line("Neo4j load, proof included", ties, load)
        yield f"  {bulk / load:.2f} of the bulk import's rate"
        yield line("the same load again", ties, timed(lambda: proved(server.uri, rows)))
        yield f"  peak memory: this process {own_megabytes():,.0f} MB, server " + (
            f"{server_megabytes(server):,.0f} MB"
        )
    finally:
        server.kill()


def csv_files(rows: list[Part], folder: Path) -> None:
    neo4j_csv.write(folder / "csv", rows)


def bulk_import(home: Path, files: Path) -> None:
    done = servers.admin(home, *neo4j_csv.import_arguments(files), cwd=files)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def proved(uri: str, rows: list[Part]) -> None:
    report = neo4j.load(uri, "", "", None, rows)
    if not report.proved:
        wrong = [count for count in report.counts if count.expected != count.found]
        raise SystemExit(f"counts differ: {wrong[:3]}")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def line(what: str, ties: int, seconds: float) -> str:
    return f"{what:42} {seconds:8.2f} s {ties / seconds:12,.0f} relationships/s"


def own_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def server_megabytes(server: servers.Server) -> float:
    assert server.process is not None
    status = Path(f"/proc/{server.process.pid}/status")
    if not status.exists():
        return 0.0
    peak = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


# ---- Rows of the size and shape of real ones


def parts(documents: int) -> Iterator[Part]:
    """Give documents whose tasks each carry on one of the document before."""
    agencies = tuple(_node("Agency", f"agency/机关{n}", SHARED) for n in range(AGENCIES))
    places = tuple(_node("Place", f"place/地方{n}", SHARED) for n in range(PLACES))
    yield Part(name=SHARED, nodes=agencies + places, relationships=())
    for number in range(documents):
        yield _document(number)


def _document(number: int) -> Part:
    key = f"测政发-2024-{number}"
    nodes = [_node("Document", f"doc/{key}", key)]
    ties: list[Relationship] = []
    for task in range(TASKS):
        own, at = f"task/{key}/{task}", f"provision/{key}/{task}"
        nodes += [_node("Provision", at, key), _node("Task", own, key)]
        ties.append(_tie("HAS_PROVISION", "Document", f"doc/{key}", "Provision", at, key))
        ties.append(_tie("HAS_TASK", "Document", f"doc/{key}", "Task", own, key))
        ties.append(_tie("STATED_IN", "Task", own, "Provision", at, key))
        place = f"place/地方{(number + task) % PLACES}"
        ties.append(_tie("CONCERNS", "Task", own, "Place", place, key))
        upper = f"task/测政发-2024-{max(number - 1, 0)}/{task}"
        for type_ in ("IMPLEMENTS", "EVIDENCE"):
            ties.append(_tie(type_, "Task", own, "Task", upper, key))
        for turn in range(MEASURES):
            measure_id = f"measure/{key}/{task}/{turn}"
            agency = f"agency/机关{(number * 7 + task * 3 + turn) % AGENCIES}"
            nodes.append(_node("Measure", measure_id, key))
            ties.append(_tie("HAS_MEASURE", "Task", own, "Measure", measure_id, key))
            ties.append(_tie("STATED_IN", "Measure", measure_id, "Provision", at, key))
            ties.append(_tie("RESPONSIBLE_FOR", "Agency", agency, "Task", own, key))
    return Part(name=key, nodes=tuple(nodes), relationships=tuple(ties))


def _node(label: str, id_: str, part: str) -> Node:
    columns = columns_of_node(label)
    known: dict[str, Value] = {"id": id_, "key": id_.partition("/")[2], "document": part}
    return Node(label, tuple(known.get(name, SAMPLES[kind]) for name, kind in columns))


def _tie(type_: str, first: str, start: str, last: str, end: str, part: str) -> Relationship:
    columns = columns_of_relationship(type_)
    known: dict[str, Value] = {"id": f"{type_}/{start}/{end}", "document": part}
    values = tuple(known.get(name, SAMPLES[kind]) for name, kind in columns)
    return Relationship(type_, first, start, last, end, values)


SAMPLES: dict[str, Value] = {
    "text": WORDS,
    "texts": (WORDS[:8], WORDS[8:16]),
    "lines": (WORDS[:8],),
    "integer": 7,
    "year": 2024,
    "decimal": 0.5,
    "boolean": True,
    "present": True,
}

if __name__ == "__main__":
    main()
