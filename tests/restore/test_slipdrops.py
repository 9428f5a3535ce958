"""What may stand where pairs of a run were dropped: the right bytes outside, none shown inside."""

import pytest

from builder.lexicon.gbk import pair, slipped
from builder.restore.slipdrops import Ways, drops
from builder.restore.slipglyphs import glyphs

# 更新 (B8FC D0C2) and 全省 (C8AB CAA1) of 城市更新, 完善全省, between bytes that are shown
BYTES = [(0xB8, 0xC2), (0xC8, 0xA1), (0xA3, 0xA9)]


def written(ways: Ways, *, traditional: bool) -> list[str]:
    table = glyphs(traditional)
    return ["".join(table.chars[number] for number in row) for row in ways.glyphs.tolist()]


@pytest.mark.parametrize("traditional", [True, False])
@pytest.mark.parametrize(("lead", "trail"), BYTES)
def test_what_is_between_shows_its_outer_bytes_alone(
    lead: int, trail: int, traditional: bool
) -> None:
    """Two or three characters begin and end with the shown bytes; nothing in them decodes."""
    table = drops(traditional)
    for ways in (table.between(lead, trail), table.longer(lead, trail)):
        for chars in written(ways, traditional=traditional):
            first, last = pair(chars[0]), pair(chars[-1])
            assert first is not None
            assert last is not None
            assert (first[0], last[1], slipped(chars)) == (lead, trail, [])


@pytest.mark.parametrize(("chars", "traditional"), [("更新", False), ("全省", True)])
def test_usual_words_are_among_the_ways(chars: str, traditional: bool) -> None:
    """A word of policy documents whose inner pair is dropped is proposed."""
    first, last = pair(chars[0]), pair(chars[-1])
    assert first is not None
    assert last is not None
    ways = drops(traditional).between(first[0], last[1])
    assert chars in written(ways, traditional=traditional)


def test_what_begins_or_ends_a_run_drops_a_pair() -> None:
    """Pairs at the begin of a run end with the shown byte, at its end they begin with it."""
    beginning = written(drops(True).beginning(0xC2), traditional=True)
    ending = written(drops(True).ending(0xB8), traditional=True)
    assert beginning
    assert ending
    assert all((code := pair(chars[-1])) and code[1] == 0xC2 for chars in beginning)
    assert all((code := pair(chars[0])) and code[0] == 0xB8 for chars in ending)
    assert not any(slipped(chars) for chars in (*beginning, *ending))
