"""Clause by clause: kept, changed, added, dropped; drift of words, force, targets; carriers."""

import pytest

from builder.lexicon.findings import words
from builder.lexicon.tables import toml
from builder.lineage import link
from builder.lineage.drift import drift
from builder.model.finding import Finding
from builder.model.lineage import ClauseChange, DocumentPair, Link
from builder.model.record import Record
from tests.lineage.plans import national, provincial, target


def judged(lower: Record, upper: Record) -> DocumentPair:
    (found,) = [row for row in link([lower, upper]).pairs if row.links]
    return found


def one(pair: DocumentPair, lower: str, upper: str) -> Link:
    (found,) = [row for row in pair.links if (row.lower, row.upper) == (lower, upper)]
    return found


def states(lower: Record, upper: Record, row: Link) -> dict[str, str]:
    return {
        (change.lower.of(lower.text) if change.lower else change.upper.of(upper.text)): change.state  # type: ignore[union-attr]
        for change in row.clauses
    }


def change_of(row: Link, words_of: str, text: str) -> ClauseChange:
    (found,) = [x for x in row.clauses if x.lower and words_of in x.lower.of(text)]
    return found


def test_clauses_of_a_link() -> None:
    """A linked pair says which clauses were kept, changed, added and dropped."""
    lower, upper = provincial(), national()
    found = states(lower, upper, one(judged(lower, upper), "3.1", "3.1"))
    assert found["有序更换灰口铸铁管等落后管材"] == "changed"
    assert found["探索加装分区计量装置"] == "changed"
    assert found["降低漏损率"] == "dropped"


def test_clause_that_moved_is_neither_added_nor_dropped() -> None:
    """A clause that stands under another upper task is not called added."""
    lower, upper = provincial(), national()
    found = states(lower, upper, one(judged(lower, upper), "3.2", "3.2"))
    assert "推行基本水价与计量水价相结合的两部制水价" not in found
    assert found["建成湘江、资水两座中心水厂"] == "added"


def test_force_drift() -> None:
    """A demand that became an exploration is weakened, with either force."""
    lower, upper = provincial(forces=True), national(forces=True)
    change = change_of(one(judged(lower, upper), "3.1", "3.1"), "加装分区", lower.text)
    assert (change.force_upper, change.force_lower) == ("must", "explore")
    assert "weakened" in change.kinds
    assert change.words_gained == ("探索",)


@pytest.mark.parametrize(
    ("lower", "upper", "kind"),
    [
        ("落实保护制度", "全面落实保护制度", "weakened"),
        ("逐步放宽准入限制", "全面取消准入限制", "weakened"),
        ("全面取消准入限制", "逐步放宽准入限制", "strengthened"),
        ("推进老旧管网改造", "全面完成老旧管网改造", "weakened"),
        ("控制新增单村水厂", "严禁新增单村水厂", "weakened"),
        ("探索分区计量", "实施分区计量", "weakened"),
        ("更换落后管材165公里", "更换落后管材", "concretised"),
        ("在有条件的村庄铺设管网", "在村庄铺设管网", "narrowed"),
        ("支持民营水厂", "支持符合条件的民营水厂", "widened"),
        ("清理排污口", "清理排污口、养殖场、垃圾堆放点、采砂场和违章建筑", "condensed"),
    ],
)
def test_kinds_of_change(lower: str, upper: str, kind: str) -> None:
    """Each kind of change is seen, although the force may stay the same."""
    assert kind in drift(lower, upper).kinds


@pytest.mark.parametrize(
    ("lower", "upper"),
    [("完善省水务平台", "完善水务平台"), ("建立部门会商制度", "建立部门会商制度")],
)
def test_strength_stays(lower: str, upper: str) -> None:
    """A change that asks for neither more nor less is no drift."""
    assert not {"weakened", "strengthened"} & set(drift(lower, upper).kinds)


@pytest.mark.parametrize("row", toml("lineage")["steps"], ids=lambda row: row["more"][0])
def test_steps_hold_for_their_examples(row: dict[str, list[str]]) -> None:
    """Each row of weaker verbs finds its examples, and the reverse is strengthened."""
    for example in row["examples"]:
        upper, lower = example.split(" -> ")
        assert "weakened" in drift(lower, upper).kinds
        assert "strengthened" in drift(upper, lower).kinds


def test_place_put_in_is_concrete() -> None:
    """A place name that the upper clause does not have makes a clause concrete."""
    assert "concretised" in drift("建设岳阳水厂", "建设水厂", places=["岳阳"]).kinds


def test_target_drift() -> None:
    """The same indicator is compared along the chain, aims included."""
    lower = provincial(targets=[target(1, "1", 94.0, scope="全省")])
    found = judged(lower, national(targets=[target(1, "1", 92.0)]))
    assert [(row.lower, row.upper, row.kinds) for row in found.targets] == [
        (1, 1, ("value_higher", "scope"))
    ]


def test_other_unit_is_another_indicator() -> None:
    """Indicators of one name in other units are not compared."""
    lower = provincial(targets=[target(1, "1", 94.0, unit="万人")])
    assert not judged(lower, national(targets=[target(1, "1", 92.0)])).targets


def test_targets_of_a_link_stand_in_its_provisions() -> None:
    """A link carries only the target changes of its own two provisions."""
    lower = provincial(targets=[target(1, "2.1", 94.0, deadline="2025")])
    found = judged(lower, national(targets=[target(1, "2.1", 92.0)]))
    assert one(found, "2.1", "2.1").targets[0].kinds == ("value_higher", "deadline_earlier")
    assert not one(found, "2.2", "2.2").targets


def test_carriers_meet_on_their_line() -> None:
    """Agencies of either level stand side by side by line, whatever their names."""
    lower = provincial(carriers=[("2.1", "湖南省水利厅", "水利"), ("2.1", "湖南省财政厅", "财政")])
    upper = national(carriers=[("2.1", "水利部", "水利")])
    row = one(judged(lower, upper), "2.1", "2.1")
    assert row.carriers == (
        ("水利", ("湖南省水利厅",), ("水利部",), True),
        ("财政", ("湖南省财政厅",), (), False),
    )


@pytest.mark.parametrize("code", sorted(toml("findings_lineage")))
def test_findings_have_words(code: str) -> None:
    """Every finding of this stage says what was met and what to do, zh and en."""
    finding = Finding(
        code=code,
        severity="warning",
        details=tuple(
            (name, "X")
            for name in ("title", "candidates", "lower", "upper", "provision", "clauses")
        ),
    )
    said = words(finding)
    assert all((said.zh, said.en, said.next_zh, said.next_en))
    assert "{" not in said.zh + said.en


def test_endless_clause_is_not_taken_apart() -> None:
    """A clause of a hundred thousand characters is given as changed whole, at once."""
    lower, upper = "推进联网" * 30_000, "建设水厂" * 30_000
    assert drift(lower, upper).gained == (lower,)
