"""Every option changes what it says it changes."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from click.testing import Result

from builder.cli import ask, printing
from builder.errors import Neo4jError
from builder.store import neo4j, networks
from builder.store.counts import Count

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Run = Callable[..., Result]


def rows(done: Result) -> list[dict[str, object]]:
    """Give the rows that a command printed as JSON."""
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_query_in_cypher_does_not_open_the_quads(
    run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--cypher asks the property graph, and gives the rows that the SPARQL gives."""
    words = ("query", "documents", "--graph", graph, "--format", "json")
    expected = rows(run(*words))
    monkeypatch.delattr(ask.oxigraph, "open_store")
    assert rows(run(*words, "--cypher")) == expected


@pytest.mark.parametrize("severity", ["warning", "info"])
def test_findings_of_one_severity(severity: str, run: Run, noted: Path) -> None:
    """--severity leaves out all others."""
    words = ("findings", "--graph", noted, "--format", "json")
    whole = rows(run(*words))
    expected = [row for row in whole if row["severity"] == severity]
    assert 0 < len(expected) < len(whole)
    assert rows(run(*words, "--severity", severity)) == expected


@pytest.mark.parametrize(("fail_on", "code"), [("violation", 0), ("warning", 1), ("never", 0)])
def test_check_fails_on_what_it_is_told_to(fail_on: str, code: int, run: Run, noted: Path) -> None:
    """Exit 1 means that something is at least as bad as --fail-on."""
    done = run("check", "--graph", noted, "--fail-on", fail_on)
    assert " 0 violation, 0 warning" not in done.stderr
    assert done.exit_code == code


def test_witnesses_count_guesses(run: Run, graph: Path) -> None:
    """Guesses are those of the repairs that nothing proves; each is a row of --variants."""
    words = ("witnesses", "国发-2024-17", "--graph", graph, "--format", "json")
    (copy,) = rows(run(*words))
    guessed = [row for row in rows(run(*words, "--variants")) if row["how"] == "guess"]
    assert copy["guesses"] == len(guessed)
    assert {row["source"] for row in guessed} <= {"guofa-2024-17.txt"}


NOTICE = (
    "甲市人民政府关于推进城市更新的通知\n甲政发〔2022〕5号\n各区县人民政府：\n"
    "推行以经常居住地登记户口制度，完善公共服务。各区县要推动高质量发展，开展评估。\n"
    "甲市人民政府\n2022年3月1日"
)
REWORDED = NOTICE.replace("质量", "水平质量").replace("开展", "组织并且开展")


def test_witnesses_show_where_copies_differ(run: Run, tmp_path: Path) -> None:
    """A copy's reading that was passed over is a row of --variants, beside the one taken."""
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NOTICE.replace("经常居住", "常住"), encoding="utf-8")
    out = tmp_path / "graph"
    assert run("build", tmp_path / "a.txt", tmp_path / "b.txt", "--out", out).exit_code == 0
    words = ("witnesses", "甲政发-2022-5", "--graph", out, "--format", "json", "--variants")
    found = rows(run(*words))
    assert {(row["source"], row["how"]) for row in found} == {("b.txt", "passed over")}
    assert "".join(str(row["taken"]) for row in found) == "经居"
    assert not any(row["in_this_copy"] for row in found)


def test_unfit_copies_are_taken_only_if_asked_for(run: Run, tmp_path: Path) -> None:
    """A reworded copy is refused with its evidence; --keep-unfit builds it, also afterwards."""
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REWORDED, encoding="utf-8")
    words = ("build", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / "graph")
    refused = run(*words)
    assert "2 in = 1 built + 1 refused" in refused.stderr
    assert "--keep-unfit" in refused.stderr
    assert "2 in = 2 built + 0 refused" in run(*words, "--keep-unfit").stderr
    assert "2 in = 1 built + 1 refused" in run(*words).stderr


def network(run: Run, *words: object) -> tuple[networkx.Graph, str]:
    """Export a network; give it as networkx reads it, and what was said."""
    done = run("export", "graphml", *words)
    assert done.exit_code == 0, done.stderr
    return networkx.read_graphml(done.stdout.strip()), done.stderr


def test_what_is_exported(run: Run, noted: Path, tmp_path: Path) -> None:
    """--what chooses the network, which gives the file its name."""
    agencies, _ = network(run, tmp_path, "--graph", noted, "--what", "agencies")
    assert {data["type"] for _, data in agencies.nodes(data=True)} == {"Agency"}
    assert [path.name for path in tmp_path.iterdir()] == ["agencies.graphml"]


def test_how_much_is_exported(run: Run, graph: Path, tmp_path: Path) -> None:
    """--around keeps what is near, and --depth says how near."""
    words = (tmp_path, "--graph", graph, "--what", "lineage")
    whole = network(run, *words)[0].to_undirected()
    hub = max(whole, key=lambda node: (whole.degree(node), node))
    leaf = min(whole[hub], key=lambda node: (whole.degree(node), node))
    for depth in (1, 3):
        near, _ = network(run, *words, "--around", whole.nodes[leaf]["key"], "--depth", depth)
        assert set(near) == set(networkx.ego_graph(whole, leaf, depth))
    assert set(networkx.ego_graph(whole, leaf, 1)) < set(near) < set(whole)


def test_what_was_left_out_is_said(
    run: Run, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network that was cut to its best-tied nodes says how many it left out."""
    whole = networks.network
    monkeypatch.setattr(networks, "network", lambda *p, **given: whole(*p, **given, limit=3))
    assert " less tied nodes left out" in network(run, tmp_path, "--graph", graph)[1]


def test_a_gap_gets_its_sheet(run: Run, graph: Path, tmp_path: Path) -> None:
    """--gap writes the evidence sheet of that gap."""
    gaps = json.loads((graph / "current" / "lineage.json").read_text(encoding="utf-8"))["gaps"]
    lower, upper = gaps[0]["document"], gaps[0]["upper"]
    words = (lower, upper["document"], upper["provision"])
    assert run("report", tmp_path, "--graph", graph, "--gap", *words).exit_code == 0
    assert (tmp_path / f"gap-{'-'.join(words)}.html").is_file()


@pytest.mark.parametrize("found", [3, 4])
def test_a_load_shows_its_proof(
    found: int, run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts of labels and types are shown, of properties where they differ; then it fails."""
    given: list[object] = []

    def loaded(*arguments: object) -> neo4j.LoadReport:
        given.extend(arguments[:4])
        counts = [("", 7, 7), ("key", 7, 7), ("name", 3, found)]
        return neo4j.LoadReport(
            changed=("a",),
            removed=(),
            unchanged=2,
            released=0,
            dangling=(),
            counts=tuple(
                Count(kind="node", name="Task", property=name, expected=one, found=other)
                for name, one, other in counts
            ),
        )

    monkeypatch.setenv("NEO4J_PASSWORD", "geheim")
    monkeypatch.setattr(neo4j, "load", loaded)
    words = ("--graph", graph, "--uri", "bolt://h:1", "--user", "u", "--database", "d")
    done = run("load", "neo4j", *words)
    assert given == ["bolt://h:1", "u", "geheim", "d"]
    shown = [line.split() for line in done.stdout.splitlines()[2:]]
    assert shown[0] == ["node", "Task", "7", "7"]
    assert shown[1:] == ([] if found == 3 else [["node", "Task", "name", "3", "4"]])
    assert "1 parts sent, 2 unchanged" in done.stderr
    assert isinstance(done.exception, Neo4jError) == (found != 3)


def test_base_and_expected_documents_of_a_build(run: Run, tmp_path: Path) -> None:
    """--base begins every IRI of the data; a document of --expected is named as absent."""
    expected, out = tmp_path / "expected.csv", tmp_path / "graph"
    expected.write_text(
        "upper,title,level,jurisdiction\n国发-2024-17,某省方案, provincial ,某省\n",
        encoding="utf-8-sig",
    )
    words = ("--out", out, "--base", "https://data.example/", "--expected", expected)
    assert run("build", SEEDS / "guofa-2024-17.txt", *words).exit_code == 0
    absent = json.loads((out / "current" / "lineage.json").read_text(encoding="utf-8"))["absent"]
    assert ("某省方案", "provincial") in [(item["title"], item["level"]) for item in absent]
    listed = run(
        "sparql", "-", "--graph", out, text="ASK { <https://data.example/doc/国发-2024-17> ?p ?o }"
    )
    assert listed.stdout == "true\n"


def test_an_expected_document_of_no_level_is_told(run: Run, tmp_path: Path) -> None:
    """A level that there is none of is named with its line."""
    expected = tmp_path / "expected.csv"
    expected.write_text("upper,level\n国发-2024-17,state\n", encoding="utf-8")
    words = ("--out", tmp_path / "graph", "--expected", expected)
    done = run("build", SEEDS / "guofa-2024-17.txt", *words)
    assert "line 2: level is one of national" in str(done.exception)


def test_a_review_keeps_who_why_and_when(run: Run, graph: Path, tmp_path: Path) -> None:
    """What the options say stands in the line."""
    links = json.loads((graph / "current" / "lineage.json").read_text(encoding="utf-8"))["links"]
    words = ("--graph", graph, "--sources", tmp_path, "--who", "甲", "--why", "缘由")
    words = (*words, "--when", "2024-02-03", "--relation", "partial")
    assert run("review", "relabel", f"link/{links[0]['id']}", *words).exit_code == 0
    with (tmp_path / "reviews.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    kept = [line[name] for name in ("link", "verdict", "relation", "who", "why", "when")]
    assert kept == [links[0]["id"], "relabel", "partial", "甲", "缘由", "2024-02-03"]


def test_outline_is_indented_for_people_alone(run: Run) -> None:
    """The table shows depth by indentation; CSV holds the heading as it is."""
    found = csv.DictReader(
        io.StringIO(run("outline", SEEDS / "guofa-2024-17.txt", "--format", "csv").stdout)
    )
    heading = next(row["heading"] for row in found if row["id"].count(".") == 1)
    assert not heading.startswith(" ")
    table = run("outline", SEEDS / "guofa-2024-17.txt").stdout
    assert any(f"  {heading}" in line for line in table.splitlines())


def test_explain_as_json_is_json(run: Run, graph: Path) -> None:
    """--format json gives an object with facts and quotes."""
    done = run("explain", "doc/国发-2024-17", "--graph", graph, "--format", "json")
    assert {"kind", "key", "facts", "quotes"} <= json.loads(done.stdout).keys()


def test_csv_cells_are_no_formulas(capsys: pytest.CaptureFixture[str]) -> None:
    """A cell that a spreadsheet would run gets an apostrophe in front."""
    printing.show_rows(("a", "b"), [("=1+1", -3)], "csv")
    assert capsys.readouterr().out == "a,b\n'=1+1,-3\n"


def test_long_cells_are_cut_in_tables_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A table cuts a cell to its width in terminal columns; JSON holds all of it."""
    long = "城" * 100
    printing.show_rows(("a",), [(long,)], "table")
    assert capsys.readouterr().out.splitlines()[2] == "城" * 29 + "…"
    printing.show_rows(("a",), [(long,)], "json")
    assert json.loads(capsys.readouterr().out) == [{"a": long}]
