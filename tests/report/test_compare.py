from dataclasses import dataclass, replace

from builder.model.lineage import Lineage
from builder.model.record import Mentions, Record, Responsibility
from builder.model.span import Span
from builder.report.compare import compare
from tests.report.test_copies import record

EMPTY = Lineage(absent=(), resolutions=(), documents=(), pairs=(), findings=())


@dataclass(frozen=True)
class Graph:
    """What a comparison reads of a graph."""

    held: tuple[Record, ...]

    def records(self):
        return iter(self.held)

    def lineage(self):
        return EMPTY


def graph(*duties):
    return Graph((replace(record(), mentions=Mentions(responsibilities=duties)),))


def duty(agency, *, inferred=False, at=0):
    return Responsibility(
        provision="1",
        agency=agency,
        agency_key=agency,
        role="lead",
        role_as_printed="牵头单位",
        order=1,
        as_written=agency,
        inferred=inferred,
        span=Span(at, at + 4),
        rule="list",
    )


def roles(old, new):
    return next(each for each in compare(old, new) if each.facet == "responsibilities")


def test_gains_and_losses_are_told_apart():
    """What only the new graph has was gained, what only the old one has was lost."""
    found = roles(
        graph(duty("甲局"), duty("乙局")), graph(duty("乙局"), duty("丙局"), duty("丁局"))
    )
    assert (found.old, found.new) == (2, 3)
    assert found.lost == (("k", "1", "lead", "甲局", ""),)
    assert found.gained == (("k", "1", "lead", "丁局", ""), ("k", "1", "lead", "丙局", ""))


def test_an_inferred_role_is_another_fact_than_a_printed_one():
    """A role that was printed and is now inferred is one loss and one gain."""
    found = roles(graph(duty("甲局")), graph(duty("甲局", inferred=True)))
    assert len(found.lost) == len(found.gained) == 1


def test_a_fact_that_moved_is_the_same_fact():
    """Facts are compared by what they say, not by where they stand."""
    found = roles(graph(duty("甲局")), graph(duty("甲局", at=9)))
    assert found.lost == found.gained == ()
