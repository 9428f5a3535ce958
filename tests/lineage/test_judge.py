"""Single rules of judging: terms in passing, long leaves, chapters, relations, proposals."""

import itertools
from functools import partial

import numpy as np
import pytest

from builder.lineage import gist, judge_pair, link, plan, settle
from builder.lineage import judge as judge_module
from builder.lineage import propose as propose_module
from builder.lineage.chapters import answers
from builder.lineage.clauses import MAX_CLAUSES, Profile, profile
from builder.lineage.compare import Comparison, compare, together
from builder.lineage.judge import judge
from builder.lineage.propose import asked, nearest, propose
from builder.lineage.relate import Cover, cover, relation
from builder.lineage.shared import shared
from builder.model.lineage import Relation
from builder.model.outline import Header
from builder.model.record import Mentions, Record
from tests.lineage.plans import NATIONAL, national, provincial, record

FILLER = "，".join(f"修建{name}凉亭" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥" * 3)


def linked(lower: str, upper: str) -> set[tuple[str, str]]:
    found = judge(profile(provincial(lower)), profile(record(upper, "国发-2024-5")), in_line=True)
    return {(row.lower, row.upper) for row in found.links}


UPPER = """1 t 推进都市圈业务协同。推动住房公积金异地转移接续，互认缴存年限。
2 t 扩大绿化。种植行道树，修建街心花园。
3 t 治理噪声。划定禁鸣路段，加装隔声屏障。"""


def test_term_in_passing_is_no_link() -> None:
    """One shared term that is neither the heading's nor most of a clause carries no link."""
    lower = "1 t 强化租房供给。优化住房公积金支持政策，盘活闲置商铺。\n2 t 扩大绿化。种植行道树。"
    assert linked(lower, UPPER) == {("2", "2")}


def test_term_of_the_heading_is_a_link() -> None:
    """The same term is a link where the lower heading is about it."""
    lower = (
        "1 t 优化住房公积金服务。推动住房公积金线上办理，盘活闲置商铺。\n2 t 扩大绿化。种植行道树。"
    )
    assert ("1", "1") in linked(lower, UPPER)


def test_long_leaf_needs_more() -> None:
    """A resemblance that links a short leaf is chance in one of sixty clauses."""
    lower = "1 t 美化街区。设立禁鸣路牌{}。\n2 t 扩大绿化。种植行道树。"
    assert ("1", "3") in linked(lower.format(""), UPPER)
    assert ("1", "3") not in linked(lower.format("，" + FILLER), UPPER)


def test_chapter_answers_chapter_task_or_clause() -> None:
    """The heading of a lower chapter answers what it shares its telling words with."""
    lower = """1 c 实施农村水源保护行动
1.1 t 甲。乙丙丁。
2 c 实施山区供水保障能力强化行动
2.1 t 戊。己庚辛。
3 c 开展水库联网调度行动
3.1 t 壬。癸子丑。
4 c 重点任务
4.1 t 寅。卯辰巳。"""
    found = answers(shared(profile(provincial(lower)), profile(national())))
    assert {key: (row.kind, row.upper) for key, row in found.items()} == {
        "1": ("chapter", "2"),
        "2": ("task", "3.3"),
        "3": ("clause", "2.3"),
    }


def test_leaf_without_likeness_in_an_answering_chapter() -> None:
    """A stranger in a chapter that answers an upper chapter is not given to its nearest task."""
    lower = """1 c 实施农村水源保护行动
1.1 t 划定饮用水水源保护区。设置标志界碑和隔离防护设施。
1.2 t 丰富文艺演出。邀请戏曲名家巡演，举办合唱比赛。"""
    assert {lower for lower, _ in linked(lower, NATIONAL)} == {"1.1"}


@pytest.mark.parametrize(
    ("cover", "headings", "how", "others", "expected"),
    [
        (Cover(of_lower=0.9, of_upper=0.8, length=1.1), 0.0, "", 0.1, "restates"),
        (Cover(of_lower=0.56, of_upper=0.52, length=0.9), 0.9, "", None, "adapts"),
        (Cover(of_lower=0.6, of_upper=0.7, length=0.9, places=3), 0.9, "", None, "elaborates"),
        (Cover(of_lower=0.8, of_upper=0.9, length=1.1, places=3), 0.9, "", None, "restates"),
        (Cover(of_lower=0.1, of_upper=0.0, length=0.2), 0.0, "unfolds-task", None, "elaborates"),
        (Cover(of_lower=0.1, of_upper=0.0, length=0.2), 0.0, "unfolds-clause", None, "partial"),
        (Cover(of_lower=0.1, of_upper=0.0, length=0.2), 0.0, "nearest-in-chapter", None, "adapts"),
        (Cover(of_lower=0.5, of_upper=0.1, length=0.2), 0.9, "", None, "partial"),
        (Cover(of_lower=0.2, of_upper=0.1, length=0.2), 0.9, "", None, "adapts"),
        (Cover(of_lower=0.3, of_upper=0.3, length=0.9), 0.9, "", None, "adapts"),
        (Cover(of_lower=0.3, of_upper=0.3, length=0.9), 0.9, "", 0.1, "adapts"),
        (Cover(of_lower=0.3, of_upper=0.3, length=0.9), 0.9, "", 0.25, "partial"),
        (Cover(of_lower=0.8, of_upper=0.4, length=0.5), 0.9, "", None, "partial"),
        (Cover(of_lower=0.3, of_upper=0.3, length=0.9, places=3), 0.9, "", None, "elaborates"),
        (Cover(of_lower=0.3, of_upper=0.3, length=1.6), 0.9, "", None, "elaborates"),
        (Cover(of_lower=0.3, of_upper=0.3, length=0.9), 0.0, "", 0.1, "partial"),
    ],
)
def test_relation(
    cover: Cover, headings: float, how: str, others: float | None, expected: Relation
) -> None:
    """Each relation has its rule, and the first that holds decides."""
    assert relation(cover, headings, how, others=others) == expected


def test_plan_judge_settle_is_link() -> None:
    """Pairs judged one by one, from their records alone, settle to what linking gives."""
    records = [national(), provincial()]
    held = {row.key: row for row in records}
    made = plan(records, [gist(profile(row)) for row in records])
    pairs = [
        judge_pair(
            held[pair.lower],
            held[pair.upper],
            in_line=pair.in_line,
            guards=pair.guards,
            rule=pair.rule,
        )
        for pair in made.pairs
    ]
    assert settle(made, pairs) == link(records)


def test_document_without_provisions() -> None:
    """A record of nothing but a title is linked with nothing, and nothing fails."""
    bare = Record(
        key="湘函-2024-1",
        header=Header(title="批复", level="provincial", jurisdiction="湖南省"),
        text="批复",
        text_sha256="",
        origin_starts=(),
        origin_ends=(),
        provisions=(),
        leaves=(),
        tasks=(),
        mentions=Mentions(),
        witnesses=(),
        findings=(),
    )
    assert not [pair for pair in link([bare, national()]).pairs if pair.lower == bare.key]
    assert not judge_pair(bare, national(), in_line=True).links
    assert not judge_pair(national(), bare, in_line=True).links


def test_long_provision_is_cut() -> None:
    """A provision of more clauses than any task has is cut, with a finding."""
    line = "，".join(f"种植{at}棵树" for at in range(MAX_CLAUSES + 10))
    lower = provincial("1 t 绿化。" + line)
    lineage = link([national(), lower])
    assert "lineage-provision-cut" in {row.code for row in lineage.findings}
    assert len(profile(lower).clauses) == MAX_CLAUSES


def everything(lower: Profile, upper: Profile) -> Comparison:
    both = shared(lower, upper)
    return compare(both, propose(both, {}, top=len(upper.record.provisions)))


def test_shared_weight_is_symmetric() -> None:
    """What two clauses share does not depend on which side is called lower."""
    mine, other = profile(provincial()), profile(national())
    there, back = everything(mine, other), everything(other, mine)
    for low, up in itertools.product(mine.holding.stated, other.holding.stated):
        assert together(there, low, up) == pytest.approx(together(back, up, low).T, abs=1e-5)


def test_proposals_are_the_nearest() -> None:
    """A clause proposes the upper provisions that comparing it with all puts first."""
    both = shared(profile(provincial()), profile(national()))
    rows = asked(both)
    exact = (both.lower_rows @ both.upper_provisions.T).toarray()
    near = nearest(rows, rows.place, top=2)
    for at, values in enumerate(exact):
        kept = sorted(near[at].data.tolist(), reverse=True)
        best = sorted((value for value in values if value > 0), reverse=True)[:2]
        assert kept == pytest.approx(best)


def test_chapters_propose_what_they_answer() -> None:
    """What a chapter answers is proposed to its leaves, whatever their words."""
    both = shared(profile(provincial("1 c 水源保护\n1.1 t 甲。乙丙丁。")), profile(national()))
    (_, proposed) = propose(both, {"1.1": {"2.1"}})
    assert both.upper.holding.stated.index("2.1") in proposed


def test_what_is_not_proposed_is_compared_on_demand() -> None:
    """Two provisions that nobody proposed share what they share when it is asked for."""
    both = shared(profile(provincial()), profile(national()))
    none = compare(both, [np.zeros(0, dtype=np.int64)] * len(both.lower.holding.stated))
    whole = everything(both.lower, both.upper)
    assert together(none, "2.1", "2.1") == pytest.approx(together(whole, "2.1", "2.1"))


def long_plans(tasks: int) -> tuple[Profile, Profile]:
    """An upper plan of many tasks, and a lower one that has two clauses of each, in disorder."""
    things = [
        first + other for first in "甲乙丙丁戊己庚辛壬癸" for other in "鼠牛虎兔龙蛇马羊猴鸡狗猪"
    ]
    said = [
        f"修建{things[at % 120]}水库{at}座，整治{things[at * 7 % 120]}渠道{at}里"
        for at in range(tasks)
    ]
    upper = "\n".join(f"{at} t 第{at}项。{words}，检修泵站" for at, words in enumerate(said, 1))
    turned = list(enumerate(said, 1))[::-1]
    lower = "\n".join(f"{at} t 第{at}条。{words}" for at, (_, words) in enumerate(turned, 1))
    return profile(provincial(lower)), profile(record(upper, "国发-2024-5"))


def test_long_pairs_lose_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair too long for one block is linked as if everything had been compared."""
    lower, upper = long_plans(150)
    found = judge(lower, upper, in_line=True)
    assert len({id(block) for block in found.comparison.blocks.values()}) > 1
    monkeypatch.setattr(judge_module, "propose", partial(propose, top=len(upper.record.provisions)))
    whole = judge(lower, upper, in_line=True)
    assert found.links == whole.links
    assert {(row.lower, row.upper) for row in found.links} >= {
        (str(at), str(151 - at)) for at in range(1, 151)
    }


def test_shared_dates_are_no_link() -> None:
    """The same period in two tasks says when, not what."""
    upper = (
        "1 t 减免规费。2019年1月1日至2020年12月31日，减半收取手续费。\n2 t 治理噪声。划定禁鸣路段。"
    )
    lower = (
        "1 t 修建凉亭。2019年1月1日至2020年12月31日，建成凉亭五座。\n2 t 治理噪声。划定禁鸣路段。"
    )
    assert linked(lower, upper) == {("2", "2")}


def test_chapter_that_narrows_an_upper_one() -> None:
    """A heading that narrows an upper chapter's lends to its links, and forbids no other."""
    lower = "1 c 实施山区供水工程提质行动\n1.1 t 甲。乙丙丁。\n2 c 重点任务\n2.1 t 戊。己庚辛。"
    upper = "1 c 实施供水行动\n1.1 t 供水。供水水厂。\n2 c 实施绿化行动\n2.1 t 绿化。供水植树。"
    found = answers(shared(profile(provincial(lower)), profile(record(upper, "国发-2024-5"))))
    assert {key: row.upper for key, row in found.items()} == {"1": "1"}
    assert {key: row.likeness for key, row in found.items()}["1"] == 0


def test_chapter_gives_no_task_out_of_line() -> None:
    """A chapter that unfolds an upper task gives it to leaves of other words only in line."""
    lower = "1 c 实施山区供水保障能力强化行动\n1.1 t 戊。己庚辛。\n2 t 治理噪声。划定禁鸣路段。"
    sides = profile(provincial(lower)), profile(national())
    assert {row.lower for row in judge(*sides, in_line=True).links} == {"1.1"}
    assert not judge(*sides, in_line=False).links


def test_too_much_work_is_cut_to_what_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond bounds the most telling features propose, and what is linked stays linked."""
    lower, upper = long_plans(150)
    whole = judge(lower, upper, in_line=True)
    monkeypatch.setattr(propose_module, "WORK", 0)
    assert asked(shared(lower, upper)).clauses.nnz < shared(lower, upper).lower_rows.nnz
    assert judge(lower, upper, in_line=True).links == whole.links


def test_figures_and_names_make_a_text_concrete() -> None:
    """Two figures or quoted names of its own count as two places do; dates do not."""
    upper = "1 t 建设凉亭。各地建设凉亭，改善候车条件。\n2 t 扩大绿化。种植行道树。"
    plain = "1 t 建设凉亭。2025年12月底前各县建设凉亭，改善候车条件，统一样式。"
    told = "1 t 建设凉亭。实施“清风亭”工程，各县建设凉亭120座，改善候车条件。"
    places = []
    for lower in (plain, told):
        both = shared(profile(provincial(lower)), profile(record(upper, "国发-2024-5")))
        places.append(cover(compare(both, propose(both, {})), "1", "1").places)
    assert places == [0, 2]
