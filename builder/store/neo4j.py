"""The property graph in a Neo4j server: loaded in batches, as often as one likes.

Every node of ours carries the label ``Zhengmai`` and an ``id`` of its own, so that nothing
else in the database is ever matched, changed or deleted.  What a document said before and
no longer says leaves; a node of ours to which somebody has tied relationships of his own
only loses our label.  One node ``ZhengmaiLoad`` remembers the hash of every part and
whether the last load came to its end with every count proved: equal parts are then not
sent again; after any other load everything is.

Rows are merged, except the relationships of a load into a database that holds nothing of
ours: these are created, which takes the server a third less.  That is safe, since

- each row is sent in one batch, and each batch is one transaction: all of it or nothing;
- the driver tries a transaction again only where the server has rolled it back; a
  connection that is lost while a commit is under way (``IncompleteCommit``) ends the load;
- the marker is there before the first row, so that the load after one that ended early
  merges, and meets what was created before.

Two loads never run at the same time: the second waits for the lock of the first.
"""

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

import neo4j

from builder.store import neo4j_connection as connection
from builder.store import neo4j_cypher as cypher
from builder.store.counts import Count, Tally
from builder.store.propertygraph import Part, Relationship

__all__ = ["LoadReport", "load"]

BATCH_ROWS = 5_000

Progress = Callable[[str, int], None]
Rows = list[list[Any]]
Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did, and the proof: each count as the quads have it and as the server has it.

    ``released`` are nodes that left our graph but stay, since others use them.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    released: int
    dangling: tuple[str, ...]
    counts: tuple[Count, ...]

    @property
    def proved(self) -> bool:
        """Whether every count is equal."""
        return all(count.expected == count.found for count in self.counts)


def load(
    uri: str,
    user: str,
    password: str,
    database: str | None,
    parts: Iterable[Part],
    progress: Progress = lambda stage, rows: None,
    *,
    retry_seconds: float = connection.RETRY_SECONDS,
) -> LoadReport:
    """Bring the server to what ``parts`` say and prove it by counting.

    ``progress`` hears the stage and the rows sent so far; a transaction that fails for a
    passing reason is tried again for ``retry_seconds``.  Neo4jError says what is wrong
    with the server, the user or the connection, and that loading again makes it whole.
    """
    with (
        connection.session(uri, user, password, database, retry_seconds, alone=True) as session,
        tempfile.TemporaryFile() as spool,
    ):
        return _Loader(session=session, progress=progress, spool=spool).load(parts)


# ---- One load


@dataclass(slots=True, kw_only=True)
class _Loader:
    """The state of one load: what the server had, and what waits to be sent.

    ``known`` are the parts that the server may hold, with their hashes; ``whole`` tells that
    it holds them as they were sent, ``empty`` that it holds nothing of ours.
    Relationships wait in a file of our own (``spool``) until all nodes are there.
    """

    session: neo4j.Session
    progress: Progress
    spool: IO[bytes]
    known: dict[str, str] = field(default_factory=dict)
    whole: bool = False
    empty: bool = False
    spooled: int = 0
    nodes: dict[str, Rows] = field(default_factory=dict)
    ties: dict[str, Rows] = field(default_factory=dict)
    kept: dict[str, set[Identity]] = field(default_factory=dict)
    sent: int = 0

    def load(self, parts: Iterable[Part]) -> LoadReport:
        self._run(cypher.CONSTRAINT)
        self._run(cypher.AWAIT_INDEXES)
        self._read_state()
        digests: dict[str, str] = {}
        tally = Tally()
        changed: list[str] = []
        dangling: list[str] = []
        for part in parts:
            digest = digests[part.name] = part.digest()
            tally.add(part)
            dangling += part.dangling
            if self.whole and self.known.get(part.name) == digest:
                continue
            if not changed:
                self._mark(self.known, whole=False)
            changed.append(part.name)
            self._send(part)
        self._flush_all()
        removed = sorted(set(self.known) - set(digests))
        if removed and not changed:
            self._mark(self.known, whole=False)
        released = self._remove_stale([name for name in (*changed, *removed) if name in self.known])
        self.progress("counting", self.sent)
        report = LoadReport(
            changed=tuple(changed),
            removed=tuple(removed),
            unchanged=len(digests) - len(changed),
            released=released,
            dangling=tuple(dangling),
            counts=tally.compare(self._count),
        )
        self._mark(digests, whole=report.proved)
        return report

    # ---- The marker

    def _read_state(self) -> None:
        marker = self._run(cypher.READ_MARKER)
        if marker:
            self.known = dict(zip(marker[0]["parts"], marker[0]["digests"], strict=True))
            self.whole = bool(marker[0]["whole"])
        if not self.whole:
            held = [row["part"] for row in self._run(cypher.PARTS)]
            self.known = dict.fromkeys(held, "") | self.known
            self.empty = not marker and not held

    def _mark(self, digests: Mapping[str, str], *, whole: bool) -> None:
        names = sorted(digests)
        self._run(cypher.MARK, parts=names, digests=[digests[name] for name in names], whole=whole)

    # ---- Sending rows: all nodes first, so that relationships find both their ends

    def _send(self, part: Part) -> None:
        for node in part.nodes:
            self._wait(self.nodes, cypher.merge_node(node.label), list(node.values), self._transmit)
        tie = cypher.create_relationship if self.empty else cypher.merge_relationship
        for row in part.relationships:
            self._wait(self.ties, tie(row.type), [row.start, row.end, *row.values], self._put_by)
        if part.name in self.known:
            ids = {("", node.id) for node in part.nodes}
            self.kept[part.name] = ids | {_identity(row) for row in part.relationships}

    def _wait(
        self, waiting: dict[str, Rows], statement: str, row: list[Any], full: Callable[[str], None]
    ) -> None:
        rows = waiting.setdefault(statement, [])
        rows.append(row)
        if len(rows) >= BATCH_ROWS:
            full(statement)

    def _transmit(self, statement: str) -> None:
        self._run_rows(statement, self.nodes.pop(statement))

    def _put_by(self, statement: str) -> None:
        pickle.dump((statement, self.ties.pop(statement)), self.spool)
        self.spooled += 1

    def _flush_all(self) -> None:
        """Send what waits; the server makes its indexes of nodes while relationships come."""
        for statement in list(self.nodes):
            self._transmit(statement)
        for statement in cypher.indexes():
            self._run(statement)
        for statement in list(self.ties):
            self._put_by(statement)
        self.spool.seek(0)
        for _ in range(self.spooled):
            self._run_rows(*pickle.load(self.spool))
        self._run(cypher.AWAIT_INDEXES)

    def _run_rows(self, statement: str, rows: Rows) -> None:
        self._run(statement, rows=rows)
        self.sent += len(rows)
        self.progress("rows", self.sent)

    # ---- Removing what is no longer said

    def _remove_stale(self, names: Iterable[str]) -> int:
        released = 0
        nodes: list[str] = []
        for name in names:
            kept = self.kept.get(name, set())
            ties = self._run(cypher.RELATIONSHIPS_OF_PART, part=name)
            stale = _beyond(((_found_identity(row), row["element"]) for row in ties), kept)
            for batch in _batches(stale):
                self._run(cypher.DELETE_RELATIONSHIPS, elements=batch)
            ids = [row["id"] for row in self._run(cypher.NODES_OF_PART, part=name)]
            nodes += _beyond(((("", id_), id_) for id_ in ids), kept)
            self.progress("stale", self.sent)
        for batch in _batches(nodes):
            released += self._run(cypher.RELEASE_NODES, ids=batch)[0]["released"]
            self._run(cypher.DELETE_NODES, ids=batch)
        return released

    # ---- Running

    def _count(self, statement: str) -> Mapping[str, int]:
        return self._run(statement)[0]

    def _run(self, statement: str, **given: Any) -> list[dict[str, Any]]:
        """Run one statement in a managed transaction, which the driver tries again."""

        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return transaction.run(statement, given).data()

        if statement.startswith(cypher.OWN_TRANSACTION):
            return self.session.run(statement, given).data()
        return self.session.execute_write(work)


def _identity(row: Relationship) -> Identity:
    own = str(row.values[0]) if cypher.has_id(row.type) else ""
    return (row.type, row.start, row.end, own)


def _found_identity(row: Mapping[str, Any]) -> Identity:
    return (row["type"], row["start"], row["end"], row["id"] or "")


def _beyond(found: Iterable[tuple[Identity, str]], kept: set[Identity]) -> list[str]:
    """Give the handles of what is found beyond what is kept: unknown, or there once more.

    >>> _beyond([(("", "a"), "1"), (("", "b"), "2"), (("", "a"), "3")], {("", "a")})
    ['2', '3']
    """
    wanted = set(kept)
    stale: list[str] = []
    for identity, handle in found:
        if identity in wanted:
            wanted.discard(identity)
        else:
            stale.append(handle)
    return stale


def _batches(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), BATCH_ROWS):
        yield items[start : start + BATCH_ROWS]
