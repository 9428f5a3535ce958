"""Servers for the tests: one for most of them, one that is protected, one that is killed.

Where no server can be had these tests are left out or fail (:mod:`tests.conftest`).
"""

import os

import neo4j
import pytest

from builder.store import neo4j as loader
from builder.store import oxigraph, propertygraph
from tests.conftest import leave_out
from tests.neo4j import server as servers

PASSWORD = "zhengmai-tests"


def needs_own_server():
    """Leave the test out where no server can be started here."""
    if reason := servers.missing():
        leave_out(f"a real Neo4j: {reason}")
    try:
        servers.fetch_jars()
    except servers.CannotStartError as trouble:
        leave_out(f"a real Neo4j: {trouble}")


def started(home, **settings):
    needs_own_server()
    server = servers.new_server(home, **settings)
    server.start()
    return server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Address, user and password of a server whose database is empty at the start."""
    if uri := os.environ.get("NEO4J_URI"):
        access = (uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        if reason := occupied(access):
            pytest.fail(reason, pytrace=False)
        yield access
        return
    own = started(tmp_path_factory.mktemp("neo4j"))
    yield (own.uri, "", "")
    own.kill()


def occupied(access):
    with driver_of(access) as driver:
        if driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]:
            return f"the database at {access[0]} is not empty, and these tests would empty it"
    return None


def driver_of(access):
    uri, user, password = access
    return neo4j.GraphDatabase.driver(
        uri, auth=(user, password) if user else None, notifications_min_severity="OFF"
    )


class Database:
    """An empty database: load quads into it and ask it."""

    def __init__(self, access):
        self.access = access
        self.driver = driver_of(access)

    def load(self, quads, **options):
        parts = propertygraph.parts(oxigraph.in_memory(quads))
        return loader.load(*self.access, None, parts, **options)

    def ask(self, cypher, **given):
        return [tuple(each.values()) for each in self.driver.execute_query(cypher, given).records]


@pytest.fixture
def database(server):
    found = Database(server)
    found.ask("MATCH (n) DETACH DELETE n")
    yield found
    found.ask("MATCH (n) DETACH DELETE n")
    found.driver.close()


def everything(database):
    """All nodes and relationships of ours, without the ids of the engine."""
    nodes = database.ask("MATCH (n:Zhengmai) RETURN n.id, labels(n), properties(n)")
    found = database.ask(
        "MATCH (a:Zhengmai)-[r]->(b:Zhengmai) RETURN a.id, type(r), b.id, properties(r)"
    )
    return sorted(map(repr, nodes)), sorted(map(repr, found))
