"""The way to a Neo4j server: a session, its version, and plain words for what goes wrong."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress

import neo4j
from neo4j import exceptions

from builder.errors import Neo4jError
from builder.store import neo4j_cypher as cypher

__all__ = ["RETRY_SECONDS", "check", "session"]

RETRY_SECONDS = 15.0
MINIMUM_VERSION = (5, 26)


def check(uri: str, user: str, password: str, database: str | None) -> str:
    """Try the connection and give the version of the server."""
    with session(uri, user, password, database) as opened:
        return _version(opened)


@contextmanager
def session(
    uri: str,
    user: str,
    password: str,
    database: str | None,
    retry_seconds: float = RETRY_SECONDS,
    *,
    alone: bool = False,
) -> Iterator[neo4j.Session]:
    """Open a session with a server that is new enough.

    ``alone`` waits until no other session of that kind is open on the database.

    A managed transaction that fails for a passing reason is tried again for
    ``retry_seconds``.  Whatever goes wrong before the session is closed is a Neo4jError that
    says what is wrong with the address, the server, the user or the connection.
    """
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
            driver.session(database=database) as opened,
        ):
            driver.verify_connectivity()
            require_version(_version(opened))
            with _held(driver, database) if alone else nullcontext():
                yield opened
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


@contextmanager
def _held(driver: neo4j.Driver, database: str | None) -> Iterator[None]:
    """Hold the database's lock for loads.

    The lock is a node that is made and never committed: its name is unique, so that who
    makes it too waits for us.  It goes with its connection, however that ends, and leaves
    nothing behind.
    """
    with driver.session(database=database) as keeper:
        keeper.run(cypher.LOCK_CONSTRAINT).consume()
        lock = keeper.begin_transaction()
        lock.run(cypher.LOCK).consume()
        try:
            yield
        finally:
            with suppress(exceptions.DriverError, exceptions.Neo4jError):
                lock.close()


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


def _version(opened: neo4j.Session) -> str:
    version: str = opened.run(cypher.VERSION).single(strict=True)["version"]
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
