"""Commands: results on stdout, words on stderr, exit codes that scripts can rely on."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from rich.cells import cell_len

from builder.cli import printing

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
Run = Callable[..., Result]
Fails = Callable[..., str]


def test_build_prints_the_folder_and_says_the_rest(run: Run, tmp_path: Path) -> None:
    """The built folder is the one line on stdout; counts and refusals go to stderr."""
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "graph"
    done = run("build", SEEDS / "gansu-2024.txt", tmp_path / "empty.txt", "--out", out)
    assert done.stdout.strip() == str((out / "current").resolve())
    assert "2 in = 1 built + 1 refused" in done.stderr
    assert "refused empty.txt" in done.stderr
    assert done.exit_code == 1


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("violation", 1), ("info", 1)])
def test_fail_on_sets_when_findings_fail_a_build(
    fail_on: str, code: int, run: Run, tmp_path: Path
) -> None:
    """Exit 1 means findings at or above --fail-on."""
    (tmp_path / "empty.txt").write_bytes(b"")
    words = ("build", SEEDS / "gansu-2024.txt", tmp_path / "empty.txt", "--fail-on", fail_on)
    assert run(*words, "--out", tmp_path / "graph").exit_code == code


def test_a_path_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    """A missing path beside good ones is named, with what to do."""
    words = ("build", SEEDS / "gansu-2024.txt", tmp_path / "typo.txt", "--out", tmp_path / "graph")
    assert "typo.txt does not exist" in run(*words).stderr


def test_what_could_not_run_is_one_line_and_exit_2(tmp_path: Path) -> None:
    """Errors say what to do next, without a traceback."""
    command = [sys.executable, "-c", "from builder.cli import main; main()"]
    words = ["query", "documents", "--graph", str(tmp_path)]
    done = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "zhengmai build SOURCE --out" in done.stderr
    assert "Traceback" not in done.stderr


def test_query_prints_rows_as_table_csv_or_json(run: Run, graph: Path) -> None:
    """The three formats hold the same rows."""
    rows = json.loads(run("query", "documents", "--graph", graph, "--format", "json").stdout)
    sheet = run("query", "documents", "--graph", graph, "--format", "csv").stdout
    assert [row["number"] or "" for row in rows] == [
        row["number"] for row in csv.DictReader(io.StringIO(sheet))
    ]
    table = run("query", "documents", "--graph", graph).stdout
    assert len(table.splitlines()) == len(rows) + 2
    assert "国发〔2024〕17号" in table


def test_query_takes_parameters(run: Run, graph: Path) -> None:
    """-p key=value binds a parameter."""
    words = ("query", "documents", "--graph", graph, "--format", "json", "-p", "level=national")
    assert [row["document"] for row in json.loads(run(*words).stdout)] == ["国发-2024-17"]


def test_an_empty_answer_says_so(run: Run, graph: Path) -> None:
    """No rows are told on stderr, with a document that the graph does not have."""
    done = run("query", "tasks", "-p", "document=国发〔2024〕17号", "--graph", graph)
    assert "no rows" in done.stderr
    assert "国发〔2024〕17号" in done.stderr
    assert "zhengmai query documents" in done.stderr
    known = run("query", "obligations", "-p", "document=国发-2024-17", "--graph", graph)
    assert known.stderr.strip() == "no rows"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("query", "document"), "documents"),
        (("query", "tasks"), "-p document="),
        (("query", "tasks", "-p", "documents=x"), "document"),
        (("query", "tasks", "-p", "document"), "-p name=value"),
        (("explain", "nothing/there"), "provision"),
        (("explain", "task/国发-2024-17/99.9"), "zhengmai query tasks"),
        (("witnesses", "国发-1900-1"), "国发-2024-17"),
        (("export", "jsno", "out"), "json"),
    ],
)
def test_a_mistake_is_told_what_to_try(
    words: tuple[str, ...], hint: str, fails: Fails, graph: Path
) -> None:
    """An error names the option, name or value to try."""
    assert hint in fails(*words, "--graph", graph)


def test_sparql_reads_stdin_and_files(run: Run, graph: Path, tmp_path: Path) -> None:
    """A query comes from a file or from -; SELECT, ASK and CONSTRUCT are all answered."""
    counted = run(
        "sparql", "-", "--graph", graph, "--format", "csv",
        text="PREFIX zm: <https://w3id.org/zhengmai/ontology#> "
        "SELECT (COUNT(*) AS ?n) { ?d a zm:Document }",
    )  # fmt: skip
    assert counted.stdout == "n\n2\n"
    (tmp_path / "ask.rq").write_text("ASK { ?s ?p ?o }")
    assert run("sparql", tmp_path / "ask.rq", "--graph", graph).stdout == "true\n"


def test_sparql_cannot_change_the_graph(fails: Fails, graph: Path) -> None:
    """An update is turned away."""
    assert fails("sparql", "-", "--graph", graph, text="CLEAR ALL")


def test_read_prints_the_restored_text(run: Run) -> None:
    """The text on stdout is restored: no pinyin, simplified characters."""
    text = run("read", SEEDS / "guofa-2024-17.txt").stdout
    assert text.startswith("国务院关于印发《深入实施以人为本的新型城镇化战略五年行动计划》的通知\n")


def test_read_shows_repairs_with_their_receipts(run: Run) -> None:
    """--show repairs prints place, damaged and restored words, certainty, fix and reason."""
    shown = run("read", SEEDS / "guofa-2024-17.txt", "--show", "repairs").stdout
    assert "(guó)" in shown
    assert "pinyin" in shown
    assert "proved" in shown or "rule" in shown


def test_outline_prints_the_tree(run: Run) -> None:
    """Each provision has its id, kind, role and heading."""
    rows = json.loads(run("outline", SEEDS / "gansu-2024.txt", "--format", "json").stdout)
    assert rows[0]["id"] == "1"
    assert rows[0]["heading"] == "发展目标"


def test_extract_prints_the_public_json(run: Run) -> None:
    """The JSON on stdout is the public JSON of the one document."""
    document = json.loads(run("extract", SEEDS / "guofa-2024-17.txt").stdout)
    assert document["key"] == "国发-2024-17"
    assert document["tasks"]


def test_a_file_that_is_no_document_says_why(fails: Fails, tmp_path: Path) -> None:
    """read, outline and extract of a bad file say what is wrong with it."""
    (tmp_path / "empty.txt").write_bytes(b"")
    for command in ("read", "outline", "extract"):
        assert "empty" in fails(command, tmp_path / "empty.txt")


@pytest.mark.parametrize(
    "key",
    [
        "task/国发-2024-17/2.2.1",
        "国发-2024-17/2.2.1",
        "https://w3id.org/zhengmai/task/国发-2024-17/2.2.1",
        "https://w3id.org/zhengmai/task/%E5%9B%BD%E5%8F%91-2024-17/2.2.1",
    ],
)
def test_explain_leads_from_a_task_to_raw_characters(key: str, run: Run, graph: Path) -> None:
    """Words in the restored text, the rule, and the raw characters in the file, for any key."""
    found = json.loads(run("explain", key, "--graph", graph, "--format", "json").stdout)
    quote = found["quotes"][0]
    raw = (SEEDS / "guofa-2024-17.txt").read_text(encoding="utf-8")
    start, end = quote["raw_span"]
    assert raw[start:end] == quote["raw_words"]
    assert quote["source"] == "guofa-2024-17.txt"
    assert "户籍制度改革" in quote["words"]


@pytest.mark.parametrize("kind", ["doc", "measure", "target", "citation"])
def test_explain_knows_every_kind(kind: str, run: Run, graph: Path) -> None:
    """Documents, measures, targets and citations have words behind them too."""
    published = json.loads(
        (graph / "current" / "documents" / "国发-2024-17.json").read_text(encoding="utf-8")
    )
    paths = {
        "doc": "国发-2024-17",
        "measure": f"国发-2024-17/{published['tasks'][0]['id']}/1",
        "target": "国发-2024-17/{at}/{number}".format(**published["targets"][0]),
        "citation": "国发-2024-17/{number}".format(**published["citations"][0]),
    }
    done = run("explain", f"{kind}/{paths[kind]}", "--graph", graph)
    assert done.exit_code == 0
    assert "guofa-2024-17.txt" in done.stdout
    assert not [line for line in done.stdout.splitlines() if line != line.rstrip()]


def test_witnesses_lists_copies(run: Run, graph: Path) -> None:
    """Each copy is listed with its kind, hash and number of repairs."""
    rows = json.loads(run("witnesses", "国发-2024-17", "--graph", graph, "--format", "json").stdout)
    assert [row["source"] for row in rows] == ["guofa-2024-17.txt"]
    assert rows[0]["repairs"] > 100


def test_findings_have_words_in_both_languages(run: Run, noted: Path) -> None:
    """Every finding says in Chinese and English what was met and what to do next."""
    rows = json.loads(run("findings", "--graph", noted, "--format", "json").stdout)
    assert rows
    assert all(row["zh"] and row["en"] and row["next_zh"] and row["next_en"] for row in rows)


def test_tables_align_wide_characters_and_drop_controls(capsys: pytest.CaptureFixture[str]) -> None:
    """A Chinese character takes two columns; escape sequences from documents do not survive."""
    printing.show_rows(("name", "n"), [("六安", 1), ("a\x1b[31m\u202e", 2)], "table")
    lines = capsys.readouterr().out.splitlines()
    assert "\x1b" not in lines[3]
    assert "\u202e" not in lines[3]
    assert cell_len(lines[2]) == cell_len(lines[3])


def test_check_says_what_is_wrong_in_both_languages(run: Run, noted: Path) -> None:
    """A good graph has no violation; warnings come with words in Chinese and English."""
    done = run("check", "--graph", noted, "--format", "json")
    assert done.exit_code == 0
    assert "0 violation" in done.stderr
    rows = json.loads(done.stdout)
    assert rows
    assert all(row["severity"] != "Violation" and row["zh"] and row["en"] for row in rows)


def test_check_gives_the_standard_report(run: Run, graph: Path) -> None:
    """--report prints a SHACL validation report in Turtle."""
    report = run("check", "--graph", graph, "--report").stdout
    assert "ValidationReport" in report


def test_compare_counts_gains_and_losses(run: Run, graph: Path, tmp_path: Path) -> None:
    """A graph with fewer documents has lost their facts, and gained none."""
    run("build", SEEDS / "gansu-2024.txt", "--out", tmp_path / "new")
    words = ("compare", graph, tmp_path / "new", "--format", "json")
    counts = {row["facet"]: row for row in json.loads(run(*words).stdout)}
    assert (counts["documents"]["lost"], counts["documents"]["gained"]) == (1, 0)
    facts = json.loads(run(*words, "--rows").stdout)
    assert {row["change"] for row in facts if row["facet"] == "tasks"} == {"-"}


def test_a_graph_equals_itself(run: Run, graph: Path) -> None:
    """Compared with itself a graph has neither gains nor losses."""
    rows = json.loads(run("compare", graph, graph, "--format", "json").stdout)
    assert {(row["gained"], row["lost"]) for row in rows} == {(0, 0)}


def test_report_writes_page_and_working_papers(run: Run, graph: Path, tmp_path: Path) -> None:
    """The audit report is one HTML file with two spreadsheets beside it."""
    link = json.loads((graph / "current" / "lineage.json").read_text(encoding="utf-8"))["links"][0]
    assert run("report", tmp_path, "--graph", graph, "--link", link["id"]).exit_code == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".html", ".xlsx"}
    assert "不构成审计结论" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert any(path.name.startswith("evidence-") for path in tmp_path.iterdir())


def test_a_neo4j_that_is_not_there_is_told(
    graph: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No server at the address: the error names address and option, and asks no password."""
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    done = run("load", "neo4j", "--graph", graph, "--uri", "bolt://127.0.0.1:1")
    assert "127.0.0.1:1" in str(done.exception)


def test_a_password_is_no_option(run: Run) -> None:
    """Passwords do not stand on command lines, where others can read them."""
    assert "--password" not in run("load", "neo4j", "--help").stdout


def test_a_review_survives_a_rebuild(run: Run, tmp_path: Path) -> None:
    """A decision is a line beside the sources; the next build rejects the link."""
    sources, out = tmp_path / "sources", tmp_path / "graph"
    sources.mkdir()
    for name in ("guofa-2024-17.txt", "gansu-2024.txt"):
        (sources / name).write_bytes((SEEDS / name).read_bytes())
    run("build", sources, "--out", out)
    published = out / "current" / "lineage.json"
    link = json.loads(published.read_text(encoding="utf-8"))["links"][0]["id"]
    words = ("--graph", out, "--sources", sources, "--who", "审计员", "--why", "内容不同")
    assert run("review", "reject", link, *words).exit_code == 0
    assert link in (sources / "reviews.csv").read_text(encoding="utf-8")
    run("build", sources, "--out", out)
    reviewed = {
        item["id"]: item for item in json.loads(published.read_text(encoding="utf-8"))["links"]
    }
    assert reviewed[link]["review_state"] == "rejected"


def test_relabel_needs_a_relation(fails: Fails, graph: Path, tmp_path: Path) -> None:
    """relabel without --relation says what is missing."""
    words = ("review", "relabel", "x", "--graph", graph, "--sources", tmp_path, "--who", "a")
    assert "--relation" in fails(*words)


@pytest.mark.parametrize("form", ["gexf", "graphml", "cytoscape"])
def test_export_draws_small_networks(form: str, run: Run, graph: Path, tmp_path: Path) -> None:
    """Network formats write one file, around one document where asked."""
    words = ("export", form, tmp_path, "--graph", graph, "--what", "lineage")
    done = run(*words, "--around", "国发-2024-17", "--depth", "1")
    assert done.exit_code == 0, done.stderr
    assert Path(done.stdout.strip()).stat().st_size > 100


def test_explain_says_what_there_is_none_of(run: Run, graph: Path) -> None:
    """A measure without qualifiers says so; no line ends in nothing."""
    said = run("explain", "measure/国发-2024-17/2.2.4/1", "--graph", graph).stdout
    assert "  qualifiers: none\n" in said
    assert not [line for line in said.splitlines() if line.endswith(":")]


def test_answers_come_in_words_for_people(run: Run, graph: Path) -> None:
    """--words gives heads and codes of a query in Chinese."""
    said = run("query", "gaps", "--graph", graph, "--words", "zh", "--format", "csv").stdout
    assert said.splitlines()[0] == "下级文件,上级文件,上级条款号,任务,情形,理由"
    assert "非全文，不能认定" in said
    assert "not_found" not in said


def test_explain_marks_the_words_of_a_link(run: Run, graph: Path) -> None:
    """Both texts of a link stand whole, the words it rests on between ⟦ and ⟧."""
    lineage = json.loads((graph / "current" / "lineage.json").read_text(encoding="utf-8"))
    link = lineage["links"][0]
    said = run("explain", f"link/{link['id']}", "--graph", graph).stdout
    for pair in link["evidence"]:
        assert f"⟦{pair['lower']}⟧" in said
        assert f"⟦{pair['upper']}⟧" in said
    assert "guard time" in said
    assert "clauses" in said


def test_ctrl_c_is_told_from_findings(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that is stopped exits with 130 and says that the last good graph stands."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("builder.pipeline.build", stopped)
    result = run("build", tmp_path, "--out", tmp_path / "graph")
    assert result.exit_code == 130
    assert "the last good graph is as it was" in result.stderr
