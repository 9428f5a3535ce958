"""The matrix, its gaps and additions: states that are never mixed."""

import pytest

from builder.lineage import link
from builder.model.lineage import DocumentPair
from builder.model.outline import Completeness
from builder.model.record import Record
from tests.lineage.plans import PROVINCIAL, national, provincial, record


def judged(lower: Record, upper: Record) -> DocumentPair:
    (found,) = [row for row in link([lower, upper]).pairs if row.links]
    return found


@pytest.mark.parametrize(
    ("completeness", "state"),
    [
        ("full", "not_found"),
        ("abridged", "not_found_in_incomplete_copy"),
        ("with_deletions", "not_found_in_incomplete_copy"),
        ("damaged", "not_found_in_incomplete_copy"),
    ],
)
def test_gap_needs_a_whole_text(completeness: Completeness, state: str) -> None:
    """An upper task that is not found is a gap only in a whole text."""
    found = judged(provincial(completeness=completeness), national())
    assert {(row.upper, row.state) for row in found.gaps} == {("2.3", state), ("4.2", state)}


@pytest.mark.parametrize(
    ("completeness", "state"), [("full", "local"), ("with_deletions", "not_in_public_text")]
)
def test_addition_against_an_incomplete_upper_text(completeness: Completeness, state: str) -> None:
    """What a published text with deletions does not hold is never called local."""
    found = judged(provincial(), national(completeness=completeness))
    assert [(row.provision, row.state) for row in found.additions] == [("3.3", state)]


def test_aim_above_is_no_addition() -> None:
    """A lower task that an upper aim states is compared with it before it is called added."""
    aim = PROVINCIAL.replace(
        "3.3 t 发展智慧水务。建设全省水务云平台，推广移动终端缴费报修。",
        "3.3 t 缩小供水服务差距。城乡供水服务差距明显缩小。",
    )
    assert not judged(provincial(aim), national()).additions


def test_addition_only_if_no_upper_document_answers() -> None:
    """A task that a second upper document in line answers is no addition against the first."""
    second = national(title="智慧水务意见", doc_number="国办发〔2024〕6号")
    other = second.__class__(
        **{name: getattr(second, name) for name in second.__slots__}  # the record again
        | {"key": "国办发-2024-6"}
    )
    whole = PROVINCIAL.replace("3.3 t 发展智慧水务", "3.3 t 增强山区供水保障").replace(
        "建设全省水务云平台，推广移动终端缴费报修", "实施水窖改造、净水设备配套、泵站增容等任务"
    )
    lower = provincial(
        whole, cites=[("basis", None, "国发〔2024〕5号"), ("basis", None, "国办发〔2024〕6号")]
    )
    lineage = link([lower, national(), other])
    assert not [row for pair in lineage.pairs for row in pair.additions]


def test_every_upper_task_has_one_cell() -> None:
    """The matrix has one cell for each upper task, and gaps are its empty cells."""
    found = judged(provincial(), national())
    assert [row.upper for row in found.coverage] == [row.id for row in national().tasks]
    assert {row.upper for row in found.gaps} == {row.upper for row in found.coverage if not row.by}


def test_covered_and_partly() -> None:
    """A task of which most clauses are found is covered, else partly."""
    states = {row.upper: row.state for row in judged(provincial(), national()).coverage}
    assert states["2.1"] == "covered"
    assert states["3.3"] == "partly"


def test_said_below_safeguards_is_no_gap() -> None:
    """What may not be linked, since one side organises, still stands in the text: no gap."""
    said = PROVINCIAL + "\n6 o 保障措施。鼓励金融机构发放中长期供水贷款，对脱贫县管护经费给予补助。"
    before = {row.upper for row in judged(provincial(), national()).gaps}
    found = judged(provincial(said), national())
    assert before - {row.upper for row in found.gaps} == {"4.2"}
    (cell,) = (row for row in found.coverage if row.upper == "4.2")
    assert (cell.state, cell.by) == ("partly", ())
    assert not [row for row in found.links if row.upper == "4.2"]


def test_likeness_owes_nothing() -> None:
    """A later document that cites nothing has neither cells nor gaps: it need not carry on."""
    found = judged(provincial(cites=()), national())
    assert not found.gaps
    assert not found.coverage


def test_earlier_document_is_not_due_throughout() -> None:
    """Every cell of a document that came before says not due, alike or not."""
    found = judged(provincial(cites=(), signed="2023-01-01"), national())
    assert {row.state for row in found.coverage} == {"not_due"}
    assert {row.upper for row in found.gaps} == {row.upper for row in found.coverage if not row.by}


def test_measures_that_nothing_above_answers() -> None:
    """A measure of a linked task is an addition where no upper document in line answers it."""
    lower = provincial(
        PROVINCIAL.replace("加装分区计量装置", "加装分区计量装置，评选节水家庭"), forces=True
    )
    found = judged(lower, national(forces=True)).additions
    words = {
        measure.text
        for row in found
        for task in lower.tasks
        for measure in task.measures
        if (task.id, measure.number) == (row.provision, row.clause)
    }
    assert "评选节水家庭" in words
    assert not [text for text in words if "分区计量" in text]


def test_measure_answered_by_another_upper_document() -> None:
    """What one of two upper documents in line answers is no addition against the other."""
    plan = PROVINCIAL.replace("加装分区计量装置", "加装分区计量装置，评选节水家庭")
    lower = provincial(
        plan,
        forces=True,
        cites=[("implements", None, "国发〔2024〕5号"), ("basis", None, "国发〔2024〕6号")],
    )
    other = record(
        "1 t 更新改造管网。有序更换灰口铸铁管，评选节水家庭。",
        "国发-2024-6",
        title="节水意见",
        doc_number="国发〔2024〕6号",
        forces=True,
    )
    pairs = link([lower, national(forces=True), other]).pairs
    task = next(task for task in lower.tasks if task.id == "3.1")
    number = next(row.number for row in task.measures if row.text == "评选节水家庭")
    assert ("3.1", number) not in {
        (row.provision, row.clause) for pair in pairs for row in pair.additions
    }
