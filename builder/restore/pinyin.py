"""Pinyin notes that copy-protecting pages put behind characters: 展(zhǎn), 縣(市、區(qū)).

Damage: a script inserts ``(reading)`` after chosen characters, in the same brackets as real
content, sometimes twice, sometimes with a blank inside.  We delete a note only where it is a
reading of the character before it.  Left alone: (5G), (郊), (PPP), 公里(km), and toneless
letters in a text without any other note (厘米(li) could be anything).
"""

import re
from functools import lru_cache

from builder.lexicon.readings import reads
from builder.model.draft import Change

__all__ = ["find"]

LETTERS = "a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
OPEN, SHUT = "(（[【", ")）]】"
# one note: (qū) (jì ) （zhǎn） 【gōng】
NOTE = rf"[{re.escape(OPEN)}]\s?[{LETTERS}]{{1,7}}\s?[{re.escape(SHUT)}]"
NOTES = re.compile(rf"(?:{NOTE})+")
NOTE_END = re.compile(rf"[{LETTERS}]\s?[{re.escape(SHUT)}]")  # what a note has, found fast
ONE_NOTE = re.compile(rf"[{re.escape(OPEN)}]\s?([{LETTERS}]{{1,7}})\s?[{re.escape(SHUT)}]")
MIN_TONELESS = 3


def find(chars: str) -> list[Change]:
    """Give the notes to delete.

    >>> [chars_ for chars_ in map(len, [find("市域(郊)铁路、网络(5G)")])]
    [0]
    >>> find("縣(市、區(qū))")[0][:3]
    (5, 9, '')
    """
    if not NOTE_END.search(chars):
        return []
    found = [
        (m, _confirmed(chars[m.start() - 1], m.group())) for m in NOTES.finditer(chars) if m.start()
    ]
    marked = [(m, end) for m, end in found if end and not m.group()[:end].isascii()]
    bare = [(m, end) for m, end in found if end and m.group()[:end].isascii()]
    if len(marked) + len(bare) < MIN_TONELESS:
        bare = [(m, end) for m, end in bare if len(ONE_NOTE.findall(m.group()[:end])) > 1]
    return [_deletion(m, end) for m, end in marked + bare]


@lru_cache(maxsize=1 << 14)
def _confirmed(char: str, notes: str) -> int:
    """Give how many characters of a run of notes are readings of the character before it."""
    end = 0
    for m in ONE_NOTE.finditer(notes):
        if not reads(char, m.group(1)):
            break
        end = m.end()
    return end


def _deletion(m: re.Match[str], end: int) -> Change:
    start = m.start()
    char, note = m.string[start - 1], m.group()[:end]
    reason = f"{note} is a reading of {char}, inserted behind it"
    return Change(start, start + end, "", reason, "rule" if note.isascii() else "proved")
