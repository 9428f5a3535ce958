"""A pinyin note that fell between the two bytes of a character: 租購?fù)瑱?quán) for 租購同權.

Damage: the script that puts readings behind characters searched bytes, not characters.  In
``購`` (D9 8F) ``同`` (CD AC) it met 8F CD, which is 復, and put ``(fù)`` in the middle of 同.
The first byte of 同 then swallowed the bracket, and the rest was read one byte off until the
next note, or up to a second byte that is ASCII: 因?yàn)椴块T for 因為部門.  The notes left over
say what was lost: 8F and the lost byte must read fù.
"""

import re
from collections.abc import Callable, Iterator

from builder.lexicon.charactermodel import classed, model
from builder.lexicon.gbk import pair, slipped
from builder.lexicon.readings import characters_read, toneless
from builder.lexicon.script import simplified
from builder.model.draft import Change
from builder.model.text import Certainty
from builder.restore.slipsearch import search
from builder.restore.slipstretch import GAIN_OF_DROP

__all__ = ["find_hanging"]

MAX_RIVALS = 4
MIN_LIKELY = -4.5  # mean log probability of a character with nothing dropped beside it
LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ"
SHOWN = "\u3000-\u9fff，。、；：（）！？\ue000-\uf8ff"
# ?fù) 瑱 ?quán): two notes without their first bracket, what is between them, and before (U is
# the full-width Ｕ of A3 D5, as pages fold it); ?yàn) 椴块 T: one such note, and the ASCII byte
# that ends the run
LEFT_NOTE = re.compile(f"[?？][{LETTERS}]")  # what HANGING always has, found fast
HANGING = re.compile(
    rf"(?P<before>[\u4e00-\u9fff])(?:[(（]\s?[{LETTERS}]{{1,7}}\s?[)）])?(?P<lost>[?？])(?P<first>[{LETTERS}]{{1,7}})[)）]"
    rf"(?:(?P<noted>[{SHOWN}0-9A-Za-z]{{0,14}})[?？](?P<second>[{LETTERS}]{{1,7}})[)）]"
    rf"|(?P<run>[{SHOWN}]{{1,12}})(?P<last>[@-Z\[-~])(?![a-z]))"
)


def find_hanging(chars: str) -> list[Change]:
    """Give the runs between two hanging notes with their reading.

    >>> change = find_hanging("推動落實“租購?fù)瑱?quán)”。")[0]
    >>> change.restored, change.certainty
    ('同權', 'proved')
    >>> find_hanging("反而因?yàn)椴块T利益")[0].restored
    '為部門'
    """
    return [change for m in _hanging(chars) for change in _changes(m)]


def _hanging(chars: str) -> Iterator[re.Match[str]]:
    """Give the matches of HANGING, looked for only in lines that have a note left."""
    done = 0
    for note in LEFT_NOTE.finditer(chars):
        if note.start() >= done:
            start, stop = chars.rfind("\n", done, note.start()), chars.find("\n", note.end())
            start, done = max(done, start), len(chars) if stop < 0 else stop
            yield from HANGING.finditer(chars, start, done)


def _changes(m: re.Match[str]) -> list[Change]:
    shown = [_wide(c) for c in m.group("noted") or m.group("run") or ""]
    before = pair(m.group("before"))
    if before is None or None in shown:
        return []
    pairs = [code for code in shown if code]
    direct = _direct(m, before[1], pairs, str)
    likely = any(_score(m, reading) > MIN_LIKELY * len(reading) for reading in direct)
    # else pairs may have been dropped, or the page's table differs in a tone (績 jī, jì)
    untoned = [] if likely else _direct(m, before[1], pairs, toneless)
    dropped = [] if likely else [r for r in _with_drops(m, before[1]) if r not in untoned]
    ranked = sorted(
        {*direct, *untoned, *dropped}, key=lambda reading: (-_score(m, reading), reading)
    )
    if len(direct) == 1 and ranked[0] == direct[0] and not dropped:
        return [_change(m, direct, "proved")]
    return [_change(m, ranked, "guess")] if ranked else []


def _direct(
    m: re.Match[str], before: int, pairs: list[tuple[int, int]], told: Callable[[str], str]
) -> list[str]:
    """Give what the run may have been where nothing was dropped."""
    last, second = m.group("last", "second")
    found = {
        _decoded(first, pairs, end)
        for first in _lost(told(m.group("first")), before)
        for end in ([ord(last)] if last else _lost(told(second), pairs[-1][1] if pairs else first))
    }
    return [reading for reading in found if reading and slipped(reading) == pairs]


def _with_drops(m: re.Match[str], before: int) -> list[str]:
    """Give what the run may have been where pairs were dropped, as both notes allow it."""
    shown = m.group("noted") or m.group("run") or ""
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() else c for c in shown)
    stretch = f"?{wide}{m.group('last') or '?'}"
    context = classed(simplified(m.group("before")))
    firsts = _lost(toneless(m.group("first")), before)
    readings = search(
        stretch, context, model(), traditional=True, at_line_end=False, leads=sorted(firsts)
    )
    whole = [r.runs[0][2] for r in readings if [run[:2] for run in r.runs] == [(0, len(stretch))]]
    return [r for r in whole if _fits(r, firsts, m.group("second"))]


def _fits(reading: str, firsts: set[int], second: str | None) -> bool:
    """Say whether the bytes of a reading's ends are those that the notes read."""
    first, last = pair(reading[0]), pair(reading[-1])
    if first is None or last is None or first[0] not in firsts:
        return False
    return second is None or last[1] in _lost(toneless(second), last[0])


def _score(m: re.Match[str], reading: str) -> float:
    score = model().score(simplified(reading), classed(simplified(m.group("before"))))
    return score + GAIN_OF_DROP * (len(slipped(reading)) < len(reading) - 1)


def _wide(char: str) -> tuple[int, int] | None:
    """Give the bytes of a shown character, a folded letter or digit taken as full-width."""
    return pair(chr(ord(char) + 0xFEE0) if char.isascii() else char)


def _lost(note: str, lead: int) -> set[int]:
    """Give the second bytes with which a first byte makes a character that reads so."""
    coded = [pair(char) for char in characters_read(note)]
    return {code[1] for code in coded if code and code[0] == lead}


def _decoded(first: int, pairs: list[tuple[int, int]], last: int) -> str:
    flat = bytes((first, *(b for p in pairs for b in p), last))
    try:
        return flat.decode("gbk")
    except UnicodeDecodeError:
        return ""


def _change(m: re.Match[str], readings: list[str], certainty: Certainty) -> Change:
    notes = " and ".join(note for note in m.group("first", "second") if note)
    reason = f"GBK read one byte off; the left-over notes ({notes}) say which bytes were lost"
    return Change(
        m.start("lost"),
        m.end(),
        readings[0],
        reason,
        certainty,
        tuple(readings[1 : 1 + MAX_RIVALS]),
    )
