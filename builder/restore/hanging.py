"""A pinyin note that fell between the two bytes of a character: 租購?fù)瑱?quán) for 租購同權.

Damage: the script that puts readings behind characters searched bytes, not characters.  In
``購`` (D9 8F) ``同`` (CD AC) it met 8F CD, which is 復, and put ``(fù)`` in the middle of 同.
The first byte of 同 then swallowed the bracket, and the rest was read one byte off until the
next note, or up to a second byte that is ASCII: 因?yàn)椴块T for 因為部門.  The notes left over
say what was lost: 8F and the lost byte must read fù.
"""

import re

from builder.lexicon.charactermodel import classed, model
from builder.lexicon.gbk import pair, slipped
from builder.lexicon.readings import characters_read
from builder.lexicon.script import simplified
from builder.model.draft import Change

__all__ = ["find_hanging"]

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ"
# ?fù) 瑱 ?quán): two notes without their first bracket, what is between them, and before;
# ?yàn) 椴块 T: one such note, and the ASCII byte that ends the run
HANGING = re.compile(
    rf"(?P<before>[\u4e00-\u9fff])[?？](?P<first>[{LETTERS}]{{1,7}})[)）]"
    rf"(?P<run>[\u3000-\u9fff，。、；：（）！？\ue000-\uf8ff]{{1,12}})"
    rf"(?:[?？](?P<second>[{LETTERS}]{{1,7}})[)）]|(?P<last>[@-Z\[-~])(?![a-z]))"
)


def find_hanging(chars: str) -> list[Change]:
    """Give the runs between two hanging notes with their reading.

    >>> change = find_hanging("推動落實“租購?fù)瑱?quán)”。")[0]
    >>> change.restored, change.certainty
    ('同權', 'proved')
    >>> find_hanging("反而因?yàn)椴块T利益")[0].restored
    '為部門'
    """
    changes = []
    for m in HANGING.finditer(chars):
        readings = _readings(m)
        if readings:
            changes.append(_change(m, readings))
    return changes


def _readings(m: re.Match[str]) -> list[str]:
    """Give what the run may have been where nothing was dropped, likeliest first."""
    before = pair(m.group("before"))
    shown = [pair(c) for c in m.group("run")]
    if before is None or None in shown:
        return []
    pairs = [p for p in shown if p]
    firsts = {
        coded[1]
        for char in characters_read(m.group("first"))
        if (coded := pair(char)) and coded[0] == before[1]
    }
    last = m.group("last")
    lasts = (
        {ord(last)}
        if last
        else {
            coded[1]
            for char in characters_read(m.group("second"))
            if (coded := pair(char)) and coded[0] == pairs[-1][1]
        }
    )
    found = {_decoded(first, pairs, last) for first in firsts for last in lasts}
    context = classed(simplified(m.string[max(0, m.start() - 1) : m.start() + 1]))
    possible = [r for r in found if r and slipped(r) == pairs]
    return sorted(possible, key=lambda r: (-model().score(simplified(r), context), r))


def _decoded(first: int, pairs: list[tuple[int, int]], last: int) -> str:
    flat = bytes((first, *(b for p in pairs for b in p), last))
    try:
        return flat.decode("gbk")
    except UnicodeDecodeError:
        return ""


def _change(m: re.Match[str], readings: list[str]) -> Change:
    start = m.end("before")
    notes = " and ".join(note for note in m.group("first", "second") if note)
    reason = f"GBK read one byte off; the left-over notes ({notes}) say which bytes were lost"
    certainty = "proved" if len(readings) == 1 else "guess"
    return Change(
        start,
        m.end(),
        readings[0],
        reason,
        "proved" if certainty == "proved" else "guess",
        tuple(readings[1:5]),
    )
