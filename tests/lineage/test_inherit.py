"""What leaves owe to their chapters, and clauses that chapters draw away."""

from builder.lineage.clauses import profile
from builder.lineage.judge import Judged, judge
from tests.lineage.plans import provincial, record


def links(lower: str, upper: str) -> dict[tuple[str, str], Judged]:
    found = judge(profile(provincial(lower)), profile(record(upper, "国发-2024-5")), in_line=True)
    return {(row.lower, row.upper): row for row in found.links}


METROPOLIS = """1 c 实施都市圈培育行动
1.1 t 提升城际通勤效率。稳步推进轨道交通网络建设，开行市郊列车。
1.2 t 强化产业分工协作。疏解一般性制造业，打造梯次分布、链式配套格局。
1.3 t 推进公共服务共享。合作办学办医，推动检查结果互认。
2 c 实施绿化行动
2.1 t 种植行道树。修建街心花园，栽种灌木。"""


def test_nearest_by_the_word_of_a_title() -> None:
    """In a chapter that answers another, a digest goes to the one task whose title it names."""
    lower = """1 c 实施兰州都市圈培育建设行动
1.1 t 推动产业协同错位发展。加强总体布局、统筹规划。
1.2 t 推动生态共保联治。开展联合巡护。
2 c 实施绿化行动
2.1 t 种植行道树。修建街心花园，栽种灌木。"""
    found = links(lower, METROPOLIS)
    assert found["1.1", "1.2"].rule == "nearest-in-chapter"
    assert not [key for key in found if key[0] == "1.2"]


SAID = (
    "把稳定就业的转移人口纳入住房保障政策范围。发展专业化规模化租赁企业。"
    "使租购群体享有同等权利。加强租赁合同网签备案。整治群租乱象"
)
HOUSING = f"""1 c 实施市民化行动
1.1 t 完善转移人口住房保障体系。{SAID}。增加转移人口小户型租赁房。
1.2 t 优化落户手续。简化落户材料，缩短办理时限。
2 c 实施城市更新行动
2.1 t 加快保障性住房建设。加大配售型保障性住房筹集供给，稳定工薪群体预期。
2.2 t 改造老旧小区。加装电梯，更新管线。"""


def test_drawn_clause_counts_by_its_own_words_as_well() -> None:
    """A clause on another task's matter links there, though title and chapter draw it away."""
    lower = f"""1 c 实施市民化行动
1.1 t 完善转移人口住房保障体系。{SAID}。筹集供给转移人口租赁房和保障性住房。
1.2 t 优化落户手续。简化落户材料，缩短办理时限。
2 c 实施城市更新行动
2.2 t 改造老旧小区。加装电梯，更新管线。"""
    found = links(lower, HOUSING)
    assert ("1.1", "1.1") in found
    assert ("1.1", "2.1") in found


FIELDS = """1 c 改善基础条件
1.1 t 提高作业便利程度。明确田间道路、田块长度宽度要求，推动小并大、短并长，支持山区农田宜机化。
1.2 t 改善配套设施。建设机具库棚，优先安排用地。
2 c 培养人才
2.1 t 培育实用人才。培训农机操作维修人员。"""


def test_chapter_of_which_half_carries_one_task_unfolds_it() -> None:
    """A leaf in words of its own goes with half of its chapter, if the heading speaks of it."""
    lower = """1 c {}
1.1 t 制定标准。明确田块长度宽度和田间道路要求。
1.2 t 整治地块。实施小并大、短并长改造。
1.3 t 修筑机耕便道。平整坡坎。
2 c 培养人才
2.1 t 培育实用人才。培训农机操作维修人员。"""
    found = links(lower.format("推动山区农田宜机化"), FIELDS)
    assert found["1.3", "1.1"].rule == "unfolds-task"
    assert ("1.3", "1.1") not in links(lower.format("其他"), FIELDS)
