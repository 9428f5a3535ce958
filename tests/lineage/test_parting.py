"""Units that answer several units above, or belong to another provision altogether."""

from builder.lineage import judge_pair
from builder.lineage.changes import units
from builder.lineage.clauses import profile
from builder.lineage.compare import compare
from builder.lineage.parting import Unit, parted
from builder.lineage.propose import propose
from builder.lineage.shared import shared
from builder.model.span import Span
from tests.lineage.plans import record

UPPER = """1 t 稳定补贴。稳定实施购机补贴，国内外一视同仁。支持保护性耕作、秸秆还田、节水灌溉机械。
2 t 整治矿山。新建矿山同步建设铁路专用线，关闭限期整改仍不达标的矿山。
3 t 优化运输。煤炭长距离运输采用铁路，扩大铁路专用线建设规模。"""


def rows(lower: str, pair: tuple[str, str]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """State, lower words, upper words and kinds of change of one link's clauses."""
    low = record(lower, "湘政发-2024-9", level="provincial", jurisdiction="湖南省", forces=True)
    up = record(UPPER, "国发-2024-5", forces=True)
    found = judge_pair(low, up, in_line=True)
    link = next(row for row in found.links if (row.lower, row.upper) == pair)
    return [
        (
            row.state,
            row.lower.of(low.text) if row.lower else "",
            row.upper.of(up.text) if row.upper else "",
            row.kinds,
        )
        for row in link.clauses
    ]


def test_list_without_items_is_narrowed() -> None:
    """Items taken out of a list narrow a clause; a shorter list of other things does not."""
    lower = "1 t 稳定补贴。支持保护性耕作、秸秆还田机械。\n2 t 种树。种植行道树。"
    (found,) = [row for row in rows(lower, ("1", "1")) if row[0] == "changed"]
    assert "narrowed" in found[3]


def test_clause_of_another_provision_is_not_compared_here() -> None:
    """A clause that stands in another upper task is no change of one that only resembles it."""
    lower = (
        "1 t 优化运输。煤炭长距离运输采用铁路。新建矿山同步建设铁路专用线。\n2 t 种树。种植行道树。"
    )
    found = rows(lower, ("1", "3"))
    assert not [row for row in found if row[1] == "新建矿山同步建设铁路专用线"]
    assert ("kept", "煤炭长距离运输采用铁路", "煤炭长距离运输采用铁路", ()) in found


def test_unit_that_answers_two_is_parted() -> None:
    """A measure of two clauses that stand in two upper measures is compared in two parts."""
    lower = profile(
        record(
            "1 t 稳定补贴。稳定实施购机补贴，支持保护性耕作、节水灌溉机械。",
            "湘政发-2024-9",
        )
    )
    upper = profile(record(UPPER, "国发-2024-5"))
    both = shared(lower, upper)
    comparison = compare(both, propose(both, {}))
    whole = Unit(
        span=Span(lower.clauses[1].span.start, lower.clauses[2].span.end),
        clauses=range(1, 3),
        measure=None,
        places=(),
    )
    mine, _ = parted(comparison, "1", "1", [whole], units(upper, "1"))
    assert [part.span.of(lower.record.text) for part in mine] == [
        "稳定实施购机补贴",
        "支持保护性耕作、节水灌溉机械",
    ]
    alone, _ = parted(comparison, "1", "3", [whole], units(upper, "3"))
    assert alone == (whole,)
