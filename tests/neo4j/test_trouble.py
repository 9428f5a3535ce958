"""What goes wrong with a server is said in plain words, and loading again makes it whole."""

import os

import pytest

from builder.errors import Neo4jError
from builder.store import neo4j as loader
from builder.store import neo4j_connection as connection
from builder.store import neo4j_csv, oxigraph, propertygraph
from tests.neo4j import server as servers
from tests.neo4j.conftest import PASSWORD, Database, everything, needs_own_server, started
from tests.store import sample

pytestmark = pytest.mark.neo4j


def test_no_server():
    """Nobody at the address: the message says to check that the server runs."""
    with pytest.raises(Neo4jError, match="no answer from bolt"):
        connection.check(f"bolt://127.0.0.1:{servers.free_port()}", "", "", None)


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", ""])
def test_wrong_address(uri):
    """An address that is none of Neo4j's: the message gives one that is."""
    with pytest.raises(Neo4jError, match="bolt://localhost:7687"):
        connection.check(uri, "neo4j", "x", None)


def test_unknown_database(server):
    """A database that is not there is named."""
    with pytest.raises(Neo4jError, match="no database 'nirgendwo'"):
        connection.check(*server, "nirgendwo")


@pytest.mark.parametrize("version", ["3.5.1", "4.4.40", "5.25.1"])
def test_too_old(version):
    """A server before 5.26 is refused."""
    with pytest.raises(Neo4jError, match=r"5\.26 or newer"):
        connection.require_version(version)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The home of a server into which the sample was imported in bulk."""
    needs_own_server()
    folder = tmp_path_factory.mktemp("imported")
    import_quads(folder, sample.nquads())
    return folder / "home"


@pytest.fixture(scope="module")
def guarded(home):
    """A server that wants a password and whose database cannot be written."""
    done = servers.admin(home, "dbms", "set-initial-password", PASSWORD)
    assert done.returncode == 0, done.stdout + done.stderr
    server = started(
        home, dbms__security__auth_enabled="true", server__databases__default_to_read_only="true"
    )
    yield server
    server.kill()


def test_wrong_password(guarded):
    """A wrong password is told apart from a server that is not there."""
    with pytest.raises(Neo4jError, match="refuses user 'neo4j' with this password"):
        connection.check(guarded.uri, "neo4j", "wrong", None)


def test_read_only(guarded):
    """A user or database that may not write is refused before anything is sent."""
    parts = propertygraph.parts(oxigraph.in_memory(sample.nquads(title="方案二")))
    with pytest.raises(Neo4jError, match="read-only"):
        loader.load(guarded.uri, "neo4j", PASSWORD, None, parts)


@pytest.mark.parametrize("code", connection.CLIENT_WORDS)
def test_refusals_have_words(code):
    """Each refusal that we know is told without Neo4j's own code."""
    words = connection.client_words(code, "…", uri="bolt://h", user="reader", database="d")
    assert code not in words
    assert "{" not in words


@pytest.fixture(scope="module")
def own(guarded, home):
    """The server of the same data, without guards."""
    guarded.kill()
    server = started(home)
    yield server
    server.kill()


def test_bulk_import_is_the_same_graph(own):
    """A load over a bulk import has nothing to send and proves every count."""
    database = Database((own.uri, "", ""))
    report = database.load(sample.nquads())
    assert report.changed == ()
    assert report.proved
    database.driver.close()


def test_killed_half_way(own):
    """A load that is cut off says so, and the next one makes the graph whole."""
    server, database = own, Database((own.uri, "", ""))
    changed = sample.nquads(title="方案二")
    with pytest.raises(Neo4jError, match="load again and it is whole"):
        database.load(changed, progress=lambda stage, rows: server.kill(), retry_seconds=1)
    server.start()
    report = database.load(changed)
    assert report.unchanged == 0
    assert report.proved
    assert database.load(changed).changed == ()
    database.driver.close()


@pytest.mark.parametrize("ties", [1, 60])
def test_killed_while_creating(ties, own, monkeypatch):
    """A first load that is killed among the relationships is made whole: each is there once."""
    monkeypatch.setattr(loader, "BATCH_ROWS", 25)
    server, database = own, Database((own.uri, "", ""))
    database.ask("MATCH (n) DETACH DELETE n")
    quads = sample.nquads()
    nodes = sum(len(part.nodes) for part in propertygraph.parts(oxigraph.in_memory(quads)))

    def kill(stage, rows):
        if rows >= nodes + ties:
            server.kill()

    with pytest.raises(Neo4jError, match="load again and it is whole"):
        database.load(quads, progress=kill, retry_seconds=1)
    server.start()
    assert database.ask("MATCH ()-[r]->() RETURN count(r)")[0][0] > 0
    report = database.load(quads)
    assert report.unchanged == 0
    assert report.proved
    found = everything(database)
    database.ask("MATCH (n) DETACH DELETE n")
    database.load(quads)
    assert everything(database) == found
    database.driver.close()


def test_killed_and_then_less(own):
    """What a broken-off first load has sent leaves where the next load no longer has it."""
    server, database = own, Database((own.uri, "", ""))
    database.ask("MATCH (n) DETACH DELETE n")
    with pytest.raises(Neo4jError):
        database.load(sample.nquads(), progress=lambda *_: server.kill(), retry_seconds=1)
    server.start()
    assert database.load(sample.nquads(without="湘政发-2024-15")).proved
    database.driver.close()


def import_quads(folder, quads):
    parts = propertygraph.parts(oxigraph.in_memory(quads))
    command = neo4j_csv.write(folder / "csv", parts)
    assert command.startswith("neo4j-admin database import full neo4j ")
    servers.write_conf(folder / "home", 0, {})
    done = servers.admin(
        folder / "home", *neo4j_csv.import_arguments(folder / "csv"), cwd=folder / "csv"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert os.access(folder / "csv" / neo4j_csv.COMMAND_FILE, os.R_OK)
