"""Pinyin notes that copy-protecting pages put behind characters: 展(zhǎn), 縣(市、區(qū)).

Damage: a script inserts ``(reading)`` after chosen characters, in the same brackets as real
content, sometimes twice, sometimes with a blank inside.  We delete a note only where it is a
reading of the character before it.  Left alone: (5G), (郊), (PPP), 公里(km), and toneless
letters in a text without any other note (厘米(li) could be anything).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.lexicon.readings import reads
from builder.model.draft import Change
from builder.model.text import Certainty

__all__ = ["find"]

LETTERS = "a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
TONED = re.compile("[āáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]")
OPEN, SHUT = "(（[【", ")）]】"
# one note: (qū) (jì ) （zhǎn） 【gōng】
NOTE = rf"[{re.escape(OPEN)}]\s?[{LETTERS}]{{1,7}}\s?[{re.escape(SHUT)}]"
NOTES = re.compile(rf"(?:{NOTE})+")
NOTE_END = re.compile(rf"[{LETTERS}]\s?[{re.escape(SHUT)}]")  # what a note has, found fast
ONE_NOTE = re.compile(rf"[{re.escape(OPEN)}]\s?([{LETTERS}]{{1,7}})\s?[{re.escape(SHUT)}]")
MAX_NOTE_CHARS = 11
MIN_TONELESS = 3


def find(chars: str) -> list[Change]:
    """Give the notes to delete.

    >>> [chars_ for chars_ in map(len, [find("市域(郊)铁路、网络(5G)")])]
    [0]
    >>> find("縣(市、區(qū))")[0][:3]
    (5, 9, '')
    """
    found: list[Change] = []
    for m in _notes(chars):
        start = m.start()
        if start and (note := _confirmed(chars[start - 1], m.group())):
            size, reason, certainty = note
            found.append(Change(start, start + size, "", reason, certainty))
    if len(found) < MIN_TONELESS:
        return [change for change in found if _sure_alone(change, chars)]
    return found


def _notes(chars: str) -> Iterator[re.Match[str]]:
    """Give the matches of NOTES, looked for only in lines where one may end."""
    done = 0
    for end in NOTE_END.finditer(chars):
        if end.start() >= done:
            before = chars.rfind("\n", done, max(done, end.start() - MAX_NOTE_CHARS))
            stop = chars.find("\n", end.end())
            start, done = max(done, before), len(chars) if stop < 0 else stop
            yield from NOTES.finditer(chars, start, done)


@lru_cache(maxsize=1 << 14)
def _confirmed(char: str, notes: str) -> tuple[int, str, Certainty] | None:
    """Give how many characters of a run of notes are readings of the character before it,
    from its begin, with the reason and the certainty; None where the first is none.
    """
    end = 0
    for m in ONE_NOTE.finditer(notes):
        if not reads(char, m.group(1)):
            break
        end = m.end()
    if not end:
        return None
    note = notes[:end]
    reason = f"{note} is a reading of {char}, inserted behind it"
    return end, reason, "proved" if TONED.search(note) else "rule"


def _sure_alone(change: Change, chars: str) -> bool:
    """Say whether a note needs no others beside it: it has its tone, or stands there twice."""
    note = chars[change.start : change.end]
    return TONED.search(note) is not None or len(ONE_NOTE.findall(note)) > 1
