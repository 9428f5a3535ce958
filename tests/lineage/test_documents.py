"""Which document carries on which: citations, absent documents, guards, orders."""

import itertools

import pytest

from builder.lexicon.tables import toml
from builder.lineage import link
from builder.lineage.orders import _patterns, orders
from builder.lineage.resolve import core_title
from builder.model.lineage import ExpectedDocument, Lineage
from builder.model.record import Record
from tests.lineage.plans import national, provincial, record

CITY = "1 t 更新改造老旧管网。有序更换灰口铸铁管、石棉水泥管等落后管材，加装分区计量装置。"


def carried(lineage: Lineage) -> set[tuple[str, str, str]]:
    return {(row.lower, row.upper, row.relation) for row in lineage.documents}


def city(**changes: object) -> Record:
    given: dict[str, object] = {
        "title": "六安市农村供水提质工作方案",
        "doc_number": "六政办〔2024〕8号",
        "level": "prefectural",
        "jurisdiction": "六安市",
        "signed": "2024-10-01",
    }
    return record(CITY, "六政办-2024-8", **(given | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["国发〔2024〕5号", "国发[2024]5号", "国发（2024） 5 号"])
def test_number_decides(number: str) -> None:
    """A number resolves a citation however its brackets and blanks are printed."""
    lineage = link([national(), provincial(cites=[("basis", None, number)])])
    assert carried(lineage) == {("湘政发-2024-21", "国发-2024-5", "basis")}


@pytest.mark.parametrize(
    "title",
    [
        "农村供水提质三年行动计划",
        "农村供水提质 三年行动计划",
        "国务院关于印发《农村供水提质三年行动计划》的通知",
    ],
)
def test_equal_title_decides(title: str) -> None:
    """A title resolves only when equal after folding, with or without its covering notice."""
    lineage = link([national(), provincial(cites=[("implements", title, None)])])
    assert carried(lineage) == {("湘政发-2024-21", "国发-2024-5", "implements")}


def test_similar_title_is_another_document() -> None:
    """A title that differs by one word is not resolved: the document stays known but absent."""
    lineage = link(
        [national(), provincial(cites=[("implements", "农村供水提质五年行动计划", None)])]
    )
    assert [row.title for row in lineage.absent if row.rule == "title"] == [
        "农村供水提质五年行动计划"
    ]
    assert lineage.resolutions[0].absent


def test_title_is_read_in_its_line_of_places() -> None:
    """The plan of another province is never meant by a bare title."""
    other = provincial(jurisdiction="甘肃省", title="农村供水提质省级方案", cites=())
    lineage = link([other, city(cites=[("implements", "农村供水提质省级方案", None)])])
    assert {row.relation for row in lineage.documents} == {"implements"}
    assert all(row.absent for row in lineage.documents)


def test_two_documents_of_one_title_are_not_chosen_from() -> None:
    """Where two held documents fit a title, none is taken, and a finding names both."""
    twin = record(CITY, "国办发-2024-9", doc_number="国办发〔2024〕9号")
    lineage = link([national(), twin, provincial()])
    assert not lineage.documents
    assert [row.code for row in lineage.findings] == ["lineage-citation-ambiguous"]


def test_no_document_carries_itself() -> None:
    """A document whose own title is the cited one means another, which is not held."""
    own = provincial(title="农村供水提质三年行动计划")
    lineage = link([own])
    assert all(row.absent for row in lineage.documents)


def test_absent_documents_say_what_their_number_tells() -> None:
    """A cited number that nobody holds gives level, issuer, place and year."""
    lower = city(cites=[("implements", "安徽省供水方案", "皖发改规划〔2023〕69号")])
    (absent,) = link([lower]).absent
    assert (absent.level, absent.jurisdiction, absent.year) == ("provincial", "安徽省", 2023)
    assert absent.issuer == "安徽省发展和改革委员会"
    assert absent.doc_number == "皖发改规划〔2023〕69号"


def test_one_absent_document_however_cited() -> None:
    """A title cited with its number and again without it is one absent document."""
    lower = city(
        cites=[
            ("implements", "安徽省供水方案", "皖政〔2023〕6号"),
            ("basis", "安徽省供水方案", None),
        ]
    )
    lineage = link([lower])
    assert [row.key for row in lineage.absent] == ["皖政-2023-6"]
    assert {row.target for row in lineage.resolutions} == {"皖政-2023-6"}


def test_document_to_come_is_not_absent() -> None:
    """What a text orders to be drafted is no document to obtain."""
    assert not link([city(cites=[("drafts", "六安市供水专项规划", None)])]).absent


def test_nothing_carries_on_what_came_later() -> None:
    """With the dates swapped the citation is kept as likeness, with the failed guard."""
    lineage = link(
        [national(signed="2025-01-01"), provincial(cites=[("implements", None, "国发〔2024〕5号")])]
    )
    (row,) = lineage.documents
    assert row.relation == "aligns"
    assert [guard.name for guard in row.guards if not guard.passed] == ["time"]


def test_other_province_gives_likeness_at_most() -> None:
    """A cited document from outside the line of places is aligned with, not carried on."""
    lineage = link([provincial(cites=()), city(cites=[("implements", None, "湘政发〔2024〕21号")])])
    (row,) = lineage.documents
    assert row.relation == "aligns"
    assert [guard.name for guard in row.guards if not guard.passed] == ["line"]


def test_upper_document_stands_no_lower() -> None:
    """A national document that cites a province's does not carry it on."""
    upper = national(signed="2024-12-01", cites=[("basis", None, "湘政发〔2024〕21号")])
    (row,) = link([upper, provincial(cites=())]).documents
    assert row.relation == "aligns"
    assert "level" in [guard.name for guard in row.guards if not guard.passed]


def test_circle_is_broken_at_one_link() -> None:
    """Two documents of one day that cite one another do not both carry on the other."""
    one = record(
        CITY,
        "国发-2024-1",
        doc_number="国发〔2024〕1号",
        cites=[("basis", None, "国发〔2024〕2号")],
    )
    two = record(
        CITY,
        "国发-2024-2",
        doc_number="国发〔2024〕2号",
        cites=[("basis", None, "国发〔2024〕1号")],
    )
    lineage = link([one, two])
    assert len(lineage.documents) == 1
    assert [row.code for row in lineage.findings] == ["lineage-circle"]


def test_path_of_citations_is_a_line() -> None:
    """A city that cites its province, which cites the nation, is in line with the nation."""
    middle = provincial(jurisdiction="安徽省", doc_number="皖政〔2024〕3号")
    lower = city(cites=[("implements", None, "皖政〔2024〕3号")])
    pairs = {(row.lower, row.upper): row for row in link([national(), middle, lower]).pairs}
    assert pairs["六政办-2024-8", "国发-2024-5"].in_line
    assert pairs["六政办-2024-8", "国发-2024-5"].rule == "cited-by-cited"


def test_mention_is_no_line() -> None:
    """A document that is only mentioned is not carried on."""
    lineage = link([national(), provincial(cites=[("mentions", None, "国发〔2024〕5号")])])
    assert not any(pair.in_line for pair in lineage.pairs if pair.lower == "湘政发-2024-21")


def test_order_of_records_does_not_matter() -> None:
    """The same lineage comes out whatever the order of the records."""
    records = [national(), provincial(), city(cites=[("implements", None, "国发〔2024〕5号")])]
    results = {repr(link(order)) for order in itertools.permutations(records)}
    assert len(results) == 1


def test_ordered_document_is_missing_where_the_corpus_looks() -> None:
    """A province from which something is held owes the ordered plan; others are not listed."""
    lineage = link([national(), city()])
    (pair,) = [row for row in lineage.pairs if row.rule == "expected:ordered"]
    (absent,) = [row for row in lineage.absent if row.rule == "expected:ordered"]
    assert (absent.jurisdiction, absent.level) == ("安徽省", "provincial")
    assert {row.state for row in pair.gaps} == {"document_missing"}
    assert len(pair.gaps) == len(national().tasks)


def test_ordered_document_that_is_held_is_not_missing() -> None:
    """A province whose plan is in line with the ordering text owes nothing."""
    assert not [row for row in link([national(), provincial()]).absent if "expected" in row.rule]


def test_listed_document_is_missing_until_held() -> None:
    """A document on the user's list is missing, by number or title, until it is held."""
    listed = ExpectedDocument(
        upper="国发〔2024〕5号", doc_number="甘政发〔2024〕57号", jurisdiction="甘肃省"
    )
    assert "甘政发-2024-57" in {row.key for row in link([national()], expected=[listed]).absent}
    held = provincial(doc_number="甘政发〔2024〕57号", jurisdiction="甘肃省")
    assert not link([national(), held], expected=[listed]).absent


@pytest.mark.parametrize("row", toml("lineage")["orders"], ids=lambda row: row["level"])
def test_orders_hold_for_their_examples(row: dict[str, list[str]]) -> None:
    """Each row of orders finds its examples and none of its counter-examples."""
    pattern = dict(_patterns())[row["level"]]  # type: ignore[index]
    assert all(pattern.search(example) for example in row["examples"])
    assert not any(pattern.search(example) for example in row["not_examples"])


def test_an_order_reaches_down_only() -> None:
    """A provincial text that repeats the nation's words to provinces orders no province."""
    assert [order.level for order in orders(national())] == ["provincial"]
    repeated = provincial("1 o 组织实施。各省、自治区、直辖市要结合实际制定本省份实施方案。")
    assert not orders(repeated)


def test_core_title_keeps_what_is_no_notice() -> None:
    """Only a covering notice is taken off a title."""
    assert core_title("关于加强供水管理的意见") == "加强供水管理的意见"
    assert core_title("供水提质行动计划") == "供水提质行动计划"
