"""GBK read one byte off: 　（一）實施新一輪 shown as ?。ㄒ唬嵤┬乱惠嗈r.

Damage: a byte of a GBK stream was lost, and from there on each shown character is the second
byte of one character and the first of the next, until an ASCII byte or the end of the line
puts the decoder right again.  Pairs without a character vanish.  Here we find where such a
run may be, by characters that policy documents do not use standing among pairs that they
do not use either; :mod:`builder.restore.slipsearch` then reads it.  This comes before every
other fix, because the others would destroy the evidence.  Left alone: rare names, formulas,
real question marks: a run is replaced only where a reading explains it much better.
"""

import re
from functools import cache
from itertools import pairwise

from builder.lexicon.charactermodel import LINE, ORDER, CharacterModel, classed, model
from builder.lexicon.gbk import pair, wide_pair
from builder.lexicon.script import count_evident, simplified, traditional_forms
from builder.model.draft import Change
from builder.restore.hanging import find_hanging
from builder.restore.slipsearch import search
from builder.restore.slipsections import expected_numeral, weighted
from builder.restore.slipstates import Reading
from builder.restore.slipstretch import NOTE, QUESTION

__all__ = ["find"]

MIN_VOCABULARY_COUNT = 8
GATHER_CHARS = 12
MARKED_CHARS = 7
MARGIN_CHARS = 7
MIN_STRANGE_PAIRS = 4
MIN_MARKED_PAIRS = 3
MIN_REALIGNED_SHARE = 0.4
MIN_GAIN = 14.0
MIN_GAIN_OF_SHORT = 5.0
MAX_REGION_CHARS = 160
MAX_REGIONS = 200
MAX_RIVALS = 4
MAX_OWN_CHARS = 200_000
# what GBK rows A2-A9 hold: ⒙ Ⅲ, kana, Greek, Cyrillic, bopomofo, lines; and private-use left-overs
STRANGE = (
    "\u3041-\u30f6\u0391-\u03c9\u0401-\u0451\u3105-\u3129\u2460-\u249b\u2160-\u217b"
    "\u2500-\u2580\u2208-\u22a5"
)
LEFT_OVER = "\ue000-\uf8ff\ufffd"
QUESTIONS = "?？"
# a question mark amid text: behind Chinese or at the begin of a line
QUESTIONED = re.compile(
    r"[?？](?:(?<=[\u4e00-\u9fff。，、；：）》”].)|(?<=^.))(?=\S)", re.MULTILINE
)
# ?a of 產 E3 61, ?r境 of 環境: the first byte of a run and its last, which is ASCII
SHORT = re.compile(r"[?？][\u3000-\uffe5,:;!?]{0,8}[@-Z\[-~](?=[\u3000-\uffe5“”(])")
GRADES = "ABCDE"  # A级, B类
COST_OF_UNPAIRED = 4.0
PAIRS = (("《", "》"), ("“", "”"), ("（", "）"), ("〈", "〉"))


def find(chars: str) -> list[Change]:
    """Give the runs with their best reading, as guesses with rivals unless left-overs fix them.

    >>> text = "增強安全韌性。\\n?。ㄋ模嵤┏鞘懈潞桶踩g性提升行動"
    >>> [c.restored.strip() for c in find(text)]
    ['（四）實施城市更新和安全韌']
    """
    changes = find_hanging(chars)
    taken = [(c.start, c.end) for c in changes]
    places = _strange_places(chars)
    traditional = bool(places) and _is_traditional(chars)
    regions = _regions(chars, places, traditional)
    regions = [r for r in regions if not any(a < r[1] and r[0] < b for a, b in taken)]
    if not regions:
        return changes
    known = model().with_document(_without(chars[:MAX_OWN_CHARS], regions))
    for start, end in regions:
        changes += _read(chars, start, end, known, traditional)
    return changes


def _without(chars: str, regions: list[tuple[int, int]]) -> str:
    """Give the text outside the regions, without notes."""
    starts = [0, *(end for _, end in regions)]
    ends = [*(start for start, _ in regions), len(chars)]
    kept = "\n".join(chars[a:b] for a, b in zip(starts, ends, strict=True))
    return NOTE.sub("", kept)


def _strange_places(chars: str) -> list[int]:
    """Give where strange characters stand, and question marks amid text."""
    places = [m.start() for m in _strange().finditer(chars)]
    if "?" in chars or "？" in chars:
        places = sorted({*places, *(m.start() for m in QUESTIONED.finditer(chars))})
    return places


def _regions(chars: str, places: list[int], traditional: bool) -> list[tuple[int, int]]:
    """Give stretches of a line where strange characters gather in strange company.

    In traditional script a second byte is often an ASCII one, which ends a run at once, so
    that there a ? before a letter amid Chinese is enough.
    """
    regions: list[tuple[int, int]] = []
    for first, last in _groups(chars, places):
        if last - first > MAX_REGION_CHARS:
            continue
        short = traditional and _is_short(chars, first)
        if not short and not _is_suspect(chars, first, last):
            continue
        start = max(chars.rfind("\n", 0, first) + 1, first - MARGIN_CHARS)
        line_end = chars.find("\n", last)
        end = _past_notes(chars, last, len(chars) if line_end < 0 else line_end)
        if regions and start <= regions[-1][1]:
            regions[-1] = (regions[-1][0], end)
        else:
            regions.append((start, end))
    return regions[:MAX_REGIONS]


def _is_short(chars: str, at: int) -> bool:
    """Say whether a ? may begin a run that an ASCII byte ends at once; a question of A股 does not.

    >>> [_is_short(c, 2) for c in ("我省?a業及", "什麼?A類企業")]
    [True, False]
    """
    m = SHORT.match(chars, at)
    if m is None:
        return False
    behind = simplified(chars[m.end() : m.end() + 1])
    classes = m.group()[1:] in GRADES and model().follows(classed(m.group()[-1]), behind)
    return not classes


def _groups(chars: str, places: list[int]) -> list[tuple[int, int]]:
    """Give first and last of places close together on a line; a ? takes in what follows it."""
    groups: list[tuple[int, int]] = []
    for at in places:
        last = at
        if chars[at] in QUESTIONS:
            line_end = chars.find("\n", at, at + MARKED_CHARS)
            last = min(at + MARKED_CHARS, len(chars)) - 1 if line_end < 0 else line_end - 1
        if groups and at - groups[-1][1] <= GATHER_CHARS and "\n" not in chars[groups[-1][1] : at]:
            groups[-1] = (groups[-1][0], max(last, groups[-1][1]))
        else:
            groups.append((at, last))
    return groups


def _past_notes(chars: str, last: int, line_end: int) -> int:
    """Give the end of the margin behind a strange character, no note cut in two."""
    end = last + MARGIN_CHARS
    for m in NOTE.finditer(chars, last, min(line_end, last + 4 * MARGIN_CHARS)):
        if m.start() < end:
            end += len(m.group())
    return min(end, line_end)


def _is_suspect(chars: str, first: int, last: int) -> bool:
    window = chars[max(0, first - 4) : last + 5]
    if "\n" in window:
        _head, _, tail = chars[max(0, first - 4) : first].rpartition("\n")
        window = tail + chars[first : last + 5].split("\n")[0]
    folded = classed(simplified(window))
    follows = model().follows
    strange = sum(not follows(a, b) for a, b in pairwise(folded))
    marked = any(c in window for c in QUESTION) or re.search(f"[{LEFT_OVER}]", window)
    return (
        strange >= (MIN_MARKED_PAIRS if marked else MIN_STRANGE_PAIRS)
        and _realigned(chars[max(0, first - 1) : last + 2]) >= MIN_REALIGNED_SHARE
    )


def _realigned(shown: str) -> float:
    """Give the share of pairs of shown characters that give a usual one, read one byte on.

    >>> _realigned("鞘懈潞桶踩") > _realigned("氟哌啶醇苯巴")
    True
    """
    coded = [None if c in QUESTION else wide_pair(c) for c in shown]
    pairs = [(a[1], b[0]) for a, b in pairwise(coded) if a and b]
    if not pairs:
        return 0.0
    return sum(pair in _usual_codes() for pair in pairs) / len(pairs)


def _read(
    chars: str, start: int, end: int, known: CharacterModel, traditional: bool
) -> list[Change]:
    line_start = chars.rfind("\n", 0, start) + 1
    before = classed(simplified(chars[max(line_start, start - 4) : start]))
    context = ((LINE if start - line_start < 4 else "") + before)[1 - ORDER :]
    shown = chars[start:end]
    at_end = end >= len(chars) or chars[end] == "\n"
    readings = search(shown, context, known, traditional=traditional, at_line_end=at_end)
    plain = next((r.score for r in readings if not r.runs), None)
    if plain is None:
        plain = known.score(simplified(NOTE.sub("", shown)), context)
    found = [r for r in readings if r.runs]
    if start == line_start:
        expected = expected_numeral(chars, line_start)
        found = [weighted(r, expected) for r in found]
    line_end = chars.find("\n", end)
    around = chars[line_start:start], chars[end : line_end if line_end >= 0 else len(chars)]
    found.sort(key=lambda r: COST_OF_UNPAIRED * _unpaired(shown, r, *around) - r.score)
    short = traditional and SHORT.search(shown)
    if not found or found[0].score - plain < (MIN_GAIN_OF_SHORT if short else MIN_GAIN):
        return []
    return [_change(chars, start, run, found) for run in found[0].runs]


def _unpaired(shown: str, reading: Reading, before: str, after: str) -> int:
    """Give how many brackets and quotation marks of a line a reading leaves without the other.

    >>> run = (1, 5, "保《綱", 0)
    >>> _unpaired("确?！毒V要》", Reading(score=0.0, runs=(run,)), "", "")
    0
    """
    parts, at = [before], 0
    for start, end, restored, _ in reading.runs:
        parts += [shown[at:start], restored]
        at = end
    line = "".join((*parts, shown[at:], after))
    return sum(abs(line.count(one) - line.count(other)) for one, other in PAIRS)


def _change(
    chars: str, offset: int, run: tuple[int, int, str, int], readings: list[Reading]
) -> Change:
    start, end, restored, dropped = run
    rivals: list[str] = []
    for reading in readings[1:]:
        for other in reading.runs:
            if other[:2] == (start, end) and other[2] != restored and other[2] not in rivals:
                rivals.append(other[2])
    reason = (
        f"GBK read one byte off; {dropped} pairs dropped, chosen by a character model"
        if dropped
        else "GBK read one byte off; the first byte is lost, chosen by a character model"
    )
    return Change(
        start + offset, end + offset, restored, reason, "guess", tuple(rivals[:MAX_RIVALS])
    )


def _is_traditional(chars: str) -> bool:
    return count_evident(chars) >= 0.02 * len(chars)


@cache
def _usual() -> frozenset[str]:
    """Give the characters that policy documents use, in either script."""
    usual = {c for c, n in model().vocabulary.items() if n >= MIN_VOCABULARY_COUNT}
    return frozenset(usual | {form for c in usual for form in traditional_forms().get(c, ())})


@cache
def _usual_codes() -> frozenset[tuple[int, int]]:
    return frozenset(found for c in (*_usual(), "\u3000") if (found := pair(c)))


@cache
def _strange() -> re.Pattern[str]:
    """Give a pattern of one character that policy documents hardly use."""
    usual = _usual()
    rare = "".join(c for c in map(chr, range(0x4E00, 0x9FA6)) if c not in usual)
    return re.compile(f"[{rare}{STRANGE}{LEFT_OVER}]")
