"""Which task carries which: what must make a link, and what must not."""

import itertools
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.lineage import judge_pair, link
from builder.model.lineage import DocumentPair, Lineage
from builder.model.record import Record
from tests.lineage.plans import NATIONAL, PROVINCIAL, national, provincial, record


def pair(lineage: Lineage, lower: str = "湘政发-2024-21") -> DocumentPair:
    (found,) = [row for row in lineage.pairs if row.lower == lower and row.links]
    return found


def links(lower: Record, upper: Record | None = None) -> dict[tuple[str, str], str]:
    found = pair(link([lower, upper or national()]))
    return {(row.lower, row.upper): row.relation for row in found.links}


EXPECTED = {
    ("2.1", "2.1"),
    ("2.2", "2.2"),
    ("3.1", "3.1"),
    ("3.2", "3.2"),
    ("3.2", "4.1"),
    ("4.1", "3.3"),
    ("4.2", "3.3"),
    ("5", "5.1"),
    ("5", "5.2"),
    ("5", "5.3"),
}


def test_whole_plan() -> None:
    """Exactly the links that a reader would sign are made, and nothing else."""
    assert links(provincial()).keys() == EXPECTED


def test_relations() -> None:
    """Same content restates, a moved clause is partial, a chapter that unfolds elaborates."""
    found = links(provincial())
    assert found["2.1", "2.1"] == "restates"
    assert found["3.2", "4.1"] == "partial"
    assert found["4.2", "3.3"] == "elaborates"
    assert found["5", "5.1"] == "partial"


def test_chapter_that_unfolds_one_task() -> None:
    """Leaves of a chapter whose heading answers one upper task carry it, whatever their words."""
    assert {upper for (lower, upper) in links(provincial()) if lower.startswith("4.")} == {"3.3"}


def test_one_paragraph_merges_three() -> None:
    """One organisation paragraph carries each upper one of which it has a clause."""
    assert {upper for (lower, upper) in links(provincial()) if lower == "5"} == {
        "5.1",
        "5.2",
        "5.3",
    }


def test_moved_clause_carries_a_link_alone() -> None:
    """A single clause that moved to another task links that task too."""
    assert ("3.2", "4.1") in links(provincial())
    moved = PROVINCIAL.replace("推行基本水价与计量水价相结合的两部制水价。", "").replace(
        "推广移动终端缴费报修", "推行基本水价与计量水价相结合的两部制水价"
    )
    found = links(provincial(moved))
    assert ("3.2", "4.1") not in found
    assert ("3.3", "4.1") in found


def test_shared_title_over_other_content() -> None:
    """Where a heading fits one task and all clauses another, the clauses decide."""
    other = "1 t 推进管网建设。推行基本水价与计量水价相结合的两部制水价，对困难家庭给予减免。"
    assert ("1", "4.1") in links(provincial(other))


def test_title_alone_over_other_content_is_no_link() -> None:
    """A common word in two headings does not link what the clauses do not share."""
    other = (
        PROVINCIAL + "\n6 c 开展文体活动\n6.1 t 增强文化供给保障。组织广场舞比赛，放映露天电影。"
    )
    assert not {lower for lower, _ in links(provincial(other)) if lower.startswith("6")}


def test_shared_instrument_in_another_scope() -> None:
    """A word shared by chance across chapters that answer others makes no link."""
    other = PROVINCIAL.replace(
        "3.3 t 发展智慧水务。建设全省水务云平台",
        "3.3 t 发展智慧水务。建立部门数据平台，建设全省水务云平台",
    )
    assert links(provincial(other)).keys() == EXPECTED


def test_organisation_links_with_organisation_only() -> None:
    """Boilerplate of organisation never links with a task, however alike."""
    other = PROVINCIAL.replace("3.3 t 发展智慧水务", "3.3 t 坚持党对农村供水工作的全面领导")
    found = links(provincial(other))
    assert not {row for row in found if row[0] == "3.3" and row[1].startswith("5")}


def test_organisation_is_not_compared_out_of_line() -> None:
    """Without a path of citations the organisation leaves are left alone."""
    assert not {row for row in links(provincial(cites=())) if row[0] == "5"}


def test_without_citation_everything_only_aligns() -> None:
    """Take the citation away: the same tasks are alike, and none carries on another."""
    found = pair(link([provincial(cites=()), national()]))
    assert not found.in_line
    assert {row.relation for row in found.links} == {"aligns"}
    assert not found.additions


def test_swapped_dates() -> None:
    """A text issued first only aligns, and what it lacks is not due."""
    found = pair(link([provincial(signed="2023-08-01"), national()]))
    assert {row.relation for row in found.links} == {"aligns"}
    assert {row.state for row in found.gaps} == {"not_due"}


def test_clauses_shuffled_between_tasks() -> None:
    """Exchange the bodies of two tasks: the links follow the clauses, not the numbers."""
    lines = {line.split(" ")[0]: line for line in PROVINCIAL.splitlines()}
    one, two = lines["2.1"].split("。", 1)[1], lines["3.1"].split("。", 1)[1]
    swapped = PROVINCIAL.replace(one, "@").replace(two, one).replace("@", two)
    found = links(provincial(swapped))
    assert ("2.1", "3.1") in found
    assert ("3.1", "2.1") in found


def test_upper_document_last() -> None:
    """The upper document may come last: records are taken in any order."""
    assert repr(link([national(), provincial()])) == repr(link([provincial(), national()]))


def test_another_document_changes_no_link() -> None:
    """Judging a pair depends on its two records alone."""
    before = pair(link([provincial(), national()]))
    other = provincial(
        jurisdiction="甘肃省", doc_number="甘政发〔2024〕3号", title="甘肃省农村供水方案"
    )
    renamed = record(
        PROVINCIAL,
        "甘政发-2024-3",
        title="甘肃省农村供水方案",
        doc_number="甘政发〔2024〕3号",
        level="provincial",
        jurisdiction="甘肃省",
        cites=[("implements", None, "国发〔2024〕5号")],
    )
    assert other.text != renamed.text or other.key != renamed.key
    assert pair(link([renamed, provincial(), national()])) == before


def test_pair_alone_equals_pair_in_corpus() -> None:
    """The function that a pipeline caches gives what linking gives."""
    found = pair(link([provincial(), national()]))
    alone = judge_pair(provincial(), national(), in_line=True, guards=found.guards, rule=found.rule)
    assert alone == found


def test_score_is_the_sum_of_its_parts() -> None:
    """No score hides anything: its named parts add up to it."""
    for row in pair(link([provincial(), national()])).links:
        assert row.score == pytest.approx(sum(part.value for part in row.parts), abs=0.002)
        assert row.evidence


def test_evidence_quotes_both_texts() -> None:
    """Evidence spans lead to the very words in either text."""
    lower, upper = provincial(), national()
    for row in pair(link([lower, upper])).links:
        for words in row.evidence:
            assert words.lower.of(lower.text) == words.lower_words
            assert words.upper.of(upper.text) == words.upper_words


def test_rivals_say_why() -> None:
    """What was proposed and not taken is kept with its reason."""
    rivals = [rival for row in pair(link([provincial(), national()])).links for rival in row.rivals]
    assert all(rival.reason for rival in rivals)


def test_numbering_does_not_matter() -> None:
    """Other chapter numbers and order below do not change what is linked to what."""
    chapters = PROVINCIAL.split("\n2 c ")[1]
    first = "\n".join(line for line in PROVINCIAL.splitlines() if line[0] in "45")
    rest = "\n".join(line for line in PROVINCIAL.splitlines() if line[0] in "123")
    assert chapters
    assert links(provincial(first + "\n" + rest)).keys() == EXPECTED


LINES = [line for line in PROVINCIAL.splitlines() if " t " in line or " s " in line]


@settings(max_examples=25, deadline=None)
@given(st.permutations(LINES), st.integers(1, len(LINES)))
def test_any_plan_is_linked_without_breaking_a_guard(lines: list[str], count: int) -> None:
    """Whatever tasks a plan has, links stay within its tasks, and only in line carry on."""
    plan = "\n".join(re.sub(r"^\S+", str(at), line) for at, line in enumerate(lines[:count], 1))
    found = judge_pair(provincial(plan), national(), in_line=False)
    tasks = {row.id for row in national().tasks}
    assert all(row.upper in tasks and row.relation == "aligns" for row in found.links)
    assert len({(row.lower, row.upper) for row in found.links}) == len(found.links)


ROLES = st.lists(st.sampled_from("tso"), min_size=len(LINES), max_size=len(LINES))
OF_MEANS = """1 c 强化保障
1.1 s 优化金融支持。引导银行机构发放中长期贷款，落实专用设备税收优惠。
1.2 s 加强用地保障。供水项目用地计划应保尽保。"""


def cast(lines: Sequence[str], roles: Sequence[str]) -> str:
    """Give a plan of these lines, each in a role of its own."""
    return "\n".join(
        re.sub(r"^\S+ [tso]", f"{at} {role}", line)
        for at, (line, role) in enumerate(zip(lines, roles, strict=True), 1)
    )


@settings(max_examples=25, deadline=None)
@given(st.permutations(LINES), ROLES, ROLES, st.booleans())
def test_organisation_of_any_plan(
    lines: list[str], lower: list[str], upper: list[str], in_line: bool
) -> None:
    """Of two plans alike in words, organisation answers organisation, and in line only."""
    low, up = provincial(cast(lines, lower)), record(cast(LINES, upper), "国发-2024-5")
    found = judge_pair(low, up, in_line=in_line).links
    mine, theirs = ({row.id: row.role for row in each.provisions} for each in (low, up))
    pairs = {(mine[row.lower], theirs[row.upper]) for row in found}
    organised = {roles for roles in pairs if "organisation" in roles}
    assert organised <= {("organisation", "organisation")}
    assert in_line or not organised


def test_organisation_that_names_means() -> None:
    """Money and land below 组织实施 answer no supporting measure, though in the same words."""
    same = OF_MEANS.replace(" s ", " o ")
    assert (
        len(judge_pair(provincial(OF_MEANS), record(OF_MEANS, "国发-2024-5"), in_line=True).links)
        == 2
    )
    assert not judge_pair(provincial(same), record(OF_MEANS, "国发-2024-5"), in_line=True).links


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("供水管网。，（）“”3%A 加快", max_size=40), max_size=5))
def test_any_text_is_judged(bodies: list[str]) -> None:
    """No text makes judging fail."""
    lines = [f"{at} t {body.replace('。', '')}。{body}" for at, body in enumerate(bodies, 1)]
    plan = "\n".join(lines) or "1 g 总则"
    judge_pair(provincial(plan), national(), in_line=True)
    judge_pair(national(), provincial(plan), in_line=True)


def test_all_permutations_of_upper_chapters() -> None:
    """The order of the upper chapters decides nothing."""
    blocks = [
        "\n".join(group)
        for _, group in itertools.groupby(NATIONAL.splitlines(), key=lambda x: x[0])
    ]
    turned = "\n".join([*blocks[2:], *blocks[:2]])
    assert (
        links(provincial(), record(turned, "国发-2024-5", doc_number="国发〔2024〕5号")).keys()
        == EXPECTED
    )
