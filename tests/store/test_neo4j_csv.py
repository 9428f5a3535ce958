"""The files for a bulk import fit together (the import itself is in tests/neo4j)."""

import csv
import shlex

import pytest

from builder.store import neo4j_csv, oxigraph, propertygraph
from tests.store import sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("csv")
    parts = propertygraph.parts(oxigraph.in_memory(sample.nquads()))
    neo4j_csv.write(folder, parts)
    return folder


def test_every_file_of_the_command_is_there(folder):
    """The command line names only files that were written, headers first."""
    for argument in neo4j_csv.import_arguments(folder):
        if argument.startswith(("--nodes=", "--relationships=")):
            files = argument.split("=")[2].split(",")
            assert all((folder / file).is_file() for file in files)


def test_script_holds_the_command(folder):
    """import.sh holds the very command line, fit for a shell."""
    script = (folder / neo4j_csv.COMMAND_FILE).read_text(encoding="utf-8")
    words = shlex.split(script.splitlines()[-1])
    assert words[words.index("database") :] == neo4j_csv.import_arguments(folder)


def test_rows_fit_their_headers(folder):
    """Each row has as many cells as its header has columns."""
    for argument in neo4j_csv.import_arguments(folder):
        if argument.startswith(("--nodes=Zhengmai", "--relationships=")):
            header, *files = argument.split("=")[2].split(",")
            columns = (folder / header).read_text(encoding="utf-8").strip().split(",")
            for file in files:
                with (folder / file).open(encoding="utf-8", newline="") as lines:
                    assert {len(row) for row in csv.reader(lines)} == {len(columns)}


def test_the_import_may_be_run_again(folder):
    """The database that is there is overwritten, and the books say that all of it is there."""
    assert "--overwrite-destination" in neo4j_csv.import_arguments(folder)
    with (folder / neo4j_csv.MARKER_FILE).open(encoding="utf-8", newline="") as lines:
        (marker,) = csv.DictReader(lines)
    assert marker["whole:boolean"] == "true"
    assert marker["parts:string[]"].split("\x1f") == sorted(
        [*sample.DOCUMENTS, *sample.ABSENT, propertygraph.SHARED]
    )
