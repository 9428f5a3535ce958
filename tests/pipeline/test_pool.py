"""Work on many items, and what is left behind by it."""

import gc
import weakref

from builder.pipeline.pool import unswept, workers


class Knot:
    """Something that names itself."""

    def __init__(self) -> None:
        self.me = self


def test_cycles_of_an_item_go_with_it() -> None:
    """With Python's own search off, cycles that an item made are swept up after it."""

    def tie(_: int) -> weakref.ref[Knot]:
        return weakref.ref(Knot())

    with unswept(), workers(1, 1) as run:
        assert [knot() for knot in list(run(tie, [1, 2]))] == [None, None]


def test_the_search_for_cycles_is_as_before() -> None:
    """It is off inside and, afterwards, what it was."""
    for before in (True, False):
        (gc.enable if before else gc.disable)()
        with unswept():
            assert not gc.isenabled()
        assert gc.isenabled() == before
    gc.enable()
