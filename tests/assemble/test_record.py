"""Assembly: what was found is put in its place under the document's key."""

from builder.assemble import assemble, key_of
from builder.model.finding import Finding
from builder.model.outline import Header, Outline, Provision
from builder.model.record import Measure, Mentions, Responsibility
from builder.model.span import Span
from builder.model.text import Edit, Origin, Text, Witness, Work

CHARS = "一、任务\n（一）建设水库。"


def _text(source: str, **fields: object) -> Text:
    witness = Witness(source=source, sha256=source * 8, encoding="utf-8", chars=CHARS)
    places = range(len(CHARS))
    origin = Origin(starts=places, ends=[place + 1 for place in places])
    return Text(witness=witness, chars=CHARS, origin=origin, **fields)  # type: ignore[arg-type]


def _provision(id_: str, role: str) -> Provision:
    return Provision(
        id=id_,
        label="",
        heading=id_,
        kind="section",
        parent=None,
        span=Span(5, 12),
        heading_span=None,
        body=(),
        role=role,  # type: ignore[arg-type]
        role_rule="test",
    )


def _measure(provision: str) -> Measure:
    return Measure(
        provision=provision,
        number=1,
        text="建设水库",
        span=Span(8, 12),
        action="建设",
        action_span=Span(8, 10),
        force="must",
        force_word=None,
        qualifiers=(),
        rule="test",
    )


def _duty(agency: str, role: str, order: int, *, inferred: bool = False) -> Responsibility:
    return Responsibility(
        provision="1.1",
        agency=agency,
        agency_key=agency,
        role=role,  # type: ignore[arg-type]
        role_as_printed="责任单位",
        order=order,
        as_written=agency,
        inferred=inferred,
        span=Span(8, 10),
        rule="test",
    )


def _outline(*provisions: Provision, **fields: object) -> Outline:
    header = Header(doc_number="皖政〔2023〕41号")
    return Outline(header=header, provisions=provisions, leaves=(), **fields)  # type: ignore[arg-type]


def _work(*texts: Text, **fields: object) -> Work:
    return Work(text=texts[0], texts=texts, kinds=("full",) * len(texts), **fields)  # type: ignore[arg-type]


def test_tasks_are_the_provisions_that_commit_to_work() -> None:
    """Tasks, supporting measures and organisation become tasks; goals and containers do not."""
    roles = ("container", "task", "goal", "supporting_measure", "organisation", "definition")
    tree = _outline(*(_provision(str(number), role) for number, role in enumerate(roles)))
    record = assemble(_work(_text("a")), tree, Mentions())
    assert [task.role for task in record.tasks] == ["task", "supporting_measure", "organisation"]


def test_what_was_found_stands_under_its_task() -> None:
    """Measures, responsibilities and deadlines go to the task whose provision they name."""
    tree = _outline(_provision("1.1", "task"), _provision("1.2", "task"))
    found = Mentions(
        measures=(_measure("1.1"), _measure("1.2")),
        responsibilities=(_duty("水利部", "lead", 1),),
        task_deadlines=(("1.2", "2025", Span(0, 1)),),
    )
    first, second = assemble(_work(_text("a")), tree, found).tasks
    assert [len(first.measures), len(second.measures)] == [1, 1]
    assert [len(first.responsibilities), len(second.responsibilities)] == [1, 0]
    assert (first.deadline, second.deadline) == (None, "2025")


def test_findings_of_all_stages_name_document_and_source_once() -> None:
    """A finding that two stages report is kept once, under key and source."""
    odd = Finding(code="x", severity="info")
    text = _text("a", findings=(odd,))
    tree = _outline(findings=(odd, Finding(code="y", severity="info")))
    record = assemble(_work(text), tree, Mentions())
    assert [(f.code, f.document, f.source) for f in record.findings] == [
        ("x", "皖政-2023-41", "a"),
        ("y", "皖政-2023-41", "a"),
    ]


def test_the_base_witness_shows_the_repairs_of_collation() -> None:
    """Edits made against other copies stand under the base witness, others keep their own."""
    edit = Edit(
        fix="collate",
        step=0,
        at=Span(0, 1),
        place=Span(0, 1),
        damaged="?",
        restored="一",
        certainty="witnessed",
        reason="another copy has it",
    )
    base, other = _text("a"), _text("b")
    work = Work(text=_text("a", edits=(edit,)), texts=(base, other), kinds=("full", "full"))
    witnesses = assemble(work, _outline(), Mentions()).witnesses
    assert [len(witness.edits) for witness in witnesses] == [1, 0]


def test_without_a_number_the_title_makes_the_key() -> None:
    """Issuer, date and hash of the title; the same title in other print gives the same key."""
    one = Header(title="供水保障 方案", issuer="安徽省人民政府", signed_date="2023-09-05")
    other = Header(title="《供水保障方案》", issuer="安徽省人民政府", signed_date="2023-09-05")
    assert key_of(one) == key_of(other)
    assert key_of(one).startswith("安徽省人民政府-20230905-")


def test_a_text_that_says_nothing_still_has_a_key() -> None:
    """Where there is no title either, the text itself is hashed."""
    assert key_of(Header(), "甲") != key_of(Header(), "乙")
    assert len(key_of(Header(), "甲")) == 8
