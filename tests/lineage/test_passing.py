"""Words shared for something else: one instrument, one title; and titles that are named."""

from builder.lineage.clauses import profile
from builder.lineage.judge import judge
from tests.lineage.plans import provincial, record

STRICT = (
    "不得抄袭、剽窃他人成果，不得购买、代写、代投论文，不得伪造研究数据，不得虚构同行评议专家，"
    "不得违反署名规范，不得骗取科研经费，不得干预评审，不得隐匿销毁实验记录"
)
UPPER = f"""1 c 强化面源污染治理
1.1 t 加强秸秆综合利用。健全秸秆收储运体系，开展秸秆焚烧重点时段专项巡查。
1.2 t 深化扬尘治理。对城市裸地排查建档，道路实行机械化清扫。
2 c 完善支撑体系
2.1 t 加强决策科技支撑。研究低浓度有机废气治理技术，开展沙尘天气影响研究。
2.2 t 学会、协会、研究会要发挥自律功能。主动开展行为规范制定、诚信案件调查认定。
2.3 t 规范人员行为。{STRICT}。"""


def linked(lower: str) -> set[tuple[str, str]]:
    found = judge(profile(provincial(lower)), profile(record(UPPER, "国发-2024-5")), in_line=True)
    return {(row.lower, row.upper) for row in found.links}


def test_instrument_for_another_thing_is_no_link() -> None:
    """专项巡查 against fireworks does not carry 秸秆焚烧专项巡查, whatever the chapters answer."""
    lower = """1 c 加强面源污染管控
1.1 t 管控烟花爆竹燃放。划定禁止燃放区域，元宵节期间组织开展专项巡查。
1.2 t 深化扬尘治理。对城市裸地排查建档，道路机械化清扫率达到85%。"""
    assert linked(lower) == {("1.2", "1.2")}


def test_instrument_for_the_same_thing_is_a_link() -> None:
    """The same words are a link where the lower leaf names what they are for."""
    lower = """1 c 加强面源污染管控
1.1 t 管控露天焚烧。严禁焚烧秸秆，春耕期间组织开展专项巡查。
1.2 t 深化扬尘治理。对城市裸地排查建档，道路机械化清扫率达到85%。"""
    assert linked(lower) == {("1.1", "1.1"), ("1.2", "1.2")}


def test_shared_title_over_other_content_is_no_link() -> None:
    """A common title alone, over bodies that share nothing, carries nothing."""
    other = "1 t 加强科技支撑。布局碳封存基地，增设储能专业。\n2 t 深化扬尘治理。城市裸地排查建档。"
    same = "1 t 加强科技支撑。开展沙尘天气成因研究。\n2 t 深化扬尘治理。城市裸地排查建档。"
    assert linked(other) == {("2", "1.2")}
    assert ("1", "2.1") in linked(same)


def test_clause_that_names_an_upper_title_links_beside_a_strong_one() -> None:
    """One clause for 学会 among many for 人员 is no chance: it names the other task's title."""
    lower = f"""1 t 规范人员和社团行为。{STRICT}。省级学会、协会、研究会开展规范制定。
2 t 深化扬尘治理。对城市裸地排查建档，道路实行机械化清扫。"""
    assert linked(lower) == {("1", "2.2"), ("1", "2.3"), ("2", "1.2")}


def test_long_run_of_words_is_no_term() -> None:
    """One shared run of nine characters is a phrase that was carried on, no term in passing."""
    upper = """1 t 引导降费。逐步将平均担保费率降至1%以下。
2 t 清理收费。除贷款利息和担保费外，以各种名义收取的费用一律取消。
3 t 种植行道树。修建街心花园，栽种灌木。"""
    lower = """1 t 降低费率。平均担保费率降至1%以下。除贷款利息和担保费外严禁搭售理财产品。
3 t 种植行道树。修建街心花园，栽种灌木。"""
    found = judge(profile(provincial(lower)), profile(record(upper, "国发-2024-5")), in_line=True)
    assert ("1", "2") in {(row.lower, row.upper) for row in found.links}
