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
    found: list[tuple[int, str]] = []
    for m in _notes(chars):
        start = m.start()
        if start and (note := _confirmed(chars[start - 1], m.group())):
            found.append((start, note))
    marked = [(start, note) for start, note in found if not note.isascii()]
    bare = [(start, note) for start, note in found if note.isascii()]
    if len(found) < MIN_TONELESS:
        bare = [(start, note) for start, note in bare if len(ONE_NOTE.findall(note)) > 1]
    return [_deletion(chars, start, note) for start, note in marked + bare]


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
def _confirmed(char: str, notes: str) -> str:
    """Give those notes of a run, from its begin, that are readings of the character before it."""
    end = 0
    for m in ONE_NOTE.finditer(notes):
        if not reads(char, m.group(1)):
            break
        end = m.end()
    return notes[:end]


def _deletion(chars: str, start: int, note: str) -> Change:
    reason = f"{note} is a reading of {chars[start - 1]}, inserted behind it"
    certainty: Certainty = "rule" if note.isascii() else "proved"
    return Change(start, start + len(note), "", reason, certainty)
