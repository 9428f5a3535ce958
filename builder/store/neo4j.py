"""The property graph in a Neo4j server: loaded in batches, as often as one likes.

Every node of ours carries the label ``Zhengmai`` and an ``id`` of its own, so that nothing
else in the database is ever matched, changed or deleted.  What a document said before and
no longer says leaves; a node of ours to which somebody has tied relationships of his own
only loses our label.  One node ``ZhengmaiLoad`` remembers the hash of every part and
whether the last load came to its end: equal parts are not sent again, and after a load that
broke off everything is.
"""

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

import neo4j
from neo4j import exceptions

from builder.errors import Neo4jError
from builder.store import neo4j_cypher as cypher
from builder.store.counts import Count, Tally
from builder.store.propertygraph import Part, Relationship

__all__ = ["LoadReport", "check", "load"]

BATCH_ROWS = 5_000
RETRY_SECONDS = 15.0
MINIMUM_VERSION = (5, 26)

Progress = Callable[[str, int], None]
Rows = list[list[Any]]


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
    retry_seconds: float = RETRY_SECONDS,
) -> LoadReport:
    """Bring the server to what ``parts`` say and prove it by counting.

    ``progress`` hears the stage and the rows sent so far; a transaction that fails for a
    passing reason is tried again for ``retry_seconds``.  Neo4jError says what is wrong
    with the server, the user or the connection, and that loading again makes it whole.
    """
    with (
        _session(uri, user, password, database, retry_seconds) as session,
        tempfile.TemporaryFile() as spool,
    ):
        _check_version(session)
        return _Loader(session=session, progress=progress, spool=spool).load(parts)


def check(uri: str, user: str, password: str, database: str | None) -> str:
    """Try the connection and give the version of the server."""
    with _session(uri, user, password, database) as session:
        return _check_version(session)


# ---- One load


@dataclass(slots=True, kw_only=True)
class _Loader:
    """The state of one load: what the server had, and what waits to be sent.

    Relationships wait in a file of our own (``spool``) until all nodes are there.
    """

    session: neo4j.Session
    progress: Progress
    spool: IO[bytes]
    known: dict[str, str] = field(default_factory=dict)
    spooled: int = 0
    nodes: dict[str, Rows] = field(default_factory=dict)
    ties: dict[str, Rows] = field(default_factory=dict)
    kept: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    sent: int = 0

    def load(self, parts: Iterable[Part]) -> LoadReport:
        self._run(cypher.CONSTRAINT)
        self._run(cypher.AWAIT_INDEXES)
        whole = self._read_marker()
        digests: dict[str, str] = {}
        tally = Tally()
        changed: list[str] = []
        dangling: list[str] = []
        for part in parts:
            digest = digests[part.name] = part.digest()
            tally.add(part)
            dangling += part.dangling
            if whole and self.known.get(part.name) == digest:
                continue
            if not changed:
                self._run(cypher.MARK, whole=False, **_marker(self.known))
            changed.append(part.name)
            self._send(part)
        self._flush_all()
        removed = sorted(set(self.known) - set(digests))
        if removed and not changed:
            self._run(cypher.MARK, whole=False, **_marker(self.known))
        released = self._remove_stale([name for name in (*changed, *removed) if name in self.known])
        self._finish(digests)
        return LoadReport(
            changed=tuple(changed),
            removed=tuple(removed),
            unchanged=len(digests) - len(changed),
            released=released,
            dangling=tuple(dangling),
            counts=tally.compare(self._count),
        )

    def _read_marker(self) -> bool:
        """Read what the last load left; True where it came to its end."""
        found = self._run(cypher.READ_MARKER)
        if not found:
            return True
        self.known = dict(zip(found[0]["parts"], found[0]["digests"], strict=True))
        return bool(found[0]["whole"])

    # ---- Sending rows: all nodes first, so that relationships find both their ends

    def _send(self, part: Part) -> None:
        for node in part.nodes:
            self._wait(self.nodes, cypher.merge_node(node.label), list(node.values), self._transmit)
        for row in part.relationships:
            values = [row.start, row.end, *row.values]
            self._wait(self.ties, cypher.merge_relationship(row.type), values, self._put_by)
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
        for statement in list(self.nodes):
            self._transmit(statement)
        for statement in list(self.ties):
            self._put_by(statement)
        self.spool.seek(0)
        for _ in range(self.spooled):
            self._run_rows(*pickle.load(self.spool))

    def _run_rows(self, statement: str, rows: Rows) -> None:
        self._run(statement, rows=rows)
        self._advance("rows", len(rows))

    def _advance(self, stage: str, rows: int) -> None:
        self.sent += rows
        self.progress(stage, self.sent)

    # ---- Removing what is no longer said

    def _remove_stale(self, names: Iterable[str]) -> int:
        released = 0
        nodes: list[str] = []
        for name in names:
            kept = self.kept.get(name, set())
            found = self._run(cypher.RELATIONSHIPS_OF_PART, part=name)
            ties = [row["element"] for row in found if _found_identity(row) not in kept]
            for batch in _batches(ties):
                self._run(cypher.DELETE_RELATIONSHIPS, elements=batch)
            ids = (row["id"] for row in self._run(cypher.NODES_OF_PART, part=name))
            nodes += [id_ for id_ in ids if ("", id_) not in kept]
            self.progress("stale", self.sent)
        for batch in _batches(nodes):
            released += self._run(cypher.RELEASE_NODES, ids=batch)[0]["released"]
            self._run(cypher.DELETE_NODES, ids=batch)
        return released

    # ---- The end

    def _finish(self, digests: Mapping[str, str]) -> None:
        for statement in cypher.indexes():
            self._run(statement)
        self._run(cypher.AWAIT_INDEXES)
        self._run(cypher.MARK, whole=True, **_marker(digests))
        self.progress("counting", self.sent)

    def _count(self, statement: str) -> Mapping[str, int]:
        return self._run(statement)[0]

    def _run(self, statement: str, **given: Any) -> list[dict[str, Any]]:
        """Run one statement in a managed transaction, which the driver tries again."""

        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return transaction.run(statement, given).data()

        if statement.startswith(cypher.OWN_TRANSACTION):
            return self.session.run(statement, given).data()
        return self.session.execute_write(work)


def _marker(digests: Mapping[str, str]) -> dict[str, list[str]]:
    names = sorted(digests)
    return {"parts": names, "digests": [digests[name] for name in names]}


def _identity(row: Relationship) -> tuple[str, ...]:
    own = str(row.values[0]) if cypher.has_id(row.type) else ""
    return (row.type, row.start, row.end, own)


def _found_identity(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["type"], row["start"], row["end"], row["id"] or "")


def _batches(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), BATCH_ROWS):
        yield items[start : start + BATCH_ROWS]


# ---- Connection and errors


@contextmanager
def _session(
    uri: str,
    user: str,
    password: str,
    database: str | None,
    retry_seconds: float = RETRY_SECONDS,
) -> Iterator[neo4j.Session]:
    _check_address(uri)
    try:
        with (
            neo4j.GraphDatabase.driver(
                uri,
                auth=(user, password) if user else None,
                max_transaction_retry_time=retry_seconds,
                notifications_min_severity="OFF",
                user_agent="zhengmai",
            ) as driver,
            driver.session(database=database) as session,
        ):
            driver.verify_connectivity()
            yield session
    except exceptions.AuthError as trouble:
        raise Neo4jError(
            f"{uri} refuses user {user!r} with this password: check --user, and give the password "
            f"at the prompt or in NEO4J_PASSWORD ({trouble.message})"
        ) from trouble
    except exceptions.ClientError as trouble:
        code, message = trouble.code or "", trouble.message or ""
        raise Neo4jError(
            client_words(code, message, uri=uri, user=user, database=database)
        ) from trouble
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as trouble:
        raise Neo4jError(
            f"no answer from {uri} ({_first_line(trouble)}): check that the server runs and that "
            f"the address is right; if it went away during a load, load again and it is whole"
        ) from trouble
    except (exceptions.ConfigurationError, ValueError) as trouble:
        raise _wrong_address(uri, _first_line(trouble)) from trouble
    except exceptions.Neo4jError as trouble:
        raise Neo4jError(
            f"{uri} could not do what was asked ({trouble.code}: {trouble.message}); load again"
        ) from trouble


def _check_address(uri: str) -> None:
    scheme = uri.partition("://")[0].partition("+")[0]
    if scheme not in ("bolt", "neo4j"):
        raise _wrong_address(uri, "it begins neither with bolt:// nor with neo4j://")


def _wrong_address(uri: str, why: str) -> Neo4jError:
    return Neo4jError(
        f"{uri!r} is no address of a Neo4j server ({why}): try "
        f"--uri bolt://localhost:7687, or neo4j://host:7687 for a cluster"
    )


# code of the server -> what to tell people
CLIENT_WORDS: Mapping[str, str] = {
    "Neo.ClientError.Database.DatabaseNotFound": (
        "{uri} has no database {database!r}: leave out --database for the default one"
    ),
    "Neo.ClientError.Security.Forbidden": (
        "user {user!r} may not write to {uri}: give a user with the role publisher or higher"
    ),
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": (
        "the database at {uri} is read-only: make it writable, or give another --database"
    ),
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": (
        "the database at {uri} is read-only: make it writable, or give another --database"
    ),
    "Neo.ClientError.Cluster.NotALeader": (
        "{uri} is a member of a cluster that may not write: use neo4j:// instead of bolt://"
    ),
}


def client_words(code: str, message: str, *, uri: str, user: str, database: str | None) -> str:
    """Say in plain words why a server refused; with its own words where we know none."""
    words = CLIENT_WORDS.get(code, "{uri} refuses the load ({code}: {message})")
    return words.format(uri=uri, user=user, database=database, code=code, message=message)


def _first_line(trouble: BaseException) -> str:
    return str(trouble).partition("\n")[0]


def _check_version(session: neo4j.Session) -> str:
    version: str = session.run(cypher.VERSION).single(strict=True)["version"]
    require_version(version)
    return version


def require_version(version: str) -> None:
    """Refuse a server that is too old.

    >>> require_version("5.26.12"), require_version("2025.10.1")
    (None, None)
    >>> require_version("4.4.40")
    Traceback (most recent call last):
    builder.errors.Neo4jError: this is Neo4j 4.4.40: 5.26 or newer is needed
    """
    numbers = tuple(int(part) for part in version.split("-")[0].split(".")[:2] if part.isdigit())
    if numbers < MINIMUM_VERSION:
        needed = ".".join(map(str, MINIMUM_VERSION))
        raise Neo4jError(f"this is Neo4j {version}: {needed} or newer is needed")
