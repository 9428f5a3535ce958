"""How a character is read: pinyin readings, for telling notes from content.

From pypinyin's character table; traditional characters have their own entries there.
"""

import unicodedata
from functools import cache, lru_cache

__all__ = ["characters_read", "reads", "toneless"]


@lru_cache(maxsize=1 << 16)
def reads(char: str, note: str) -> bool:
    """Say whether a pinyin note is a reading of a character; a note without tone marks may be any.

    >>> reads("長", "cháng"), reads("長", "zhang"), reads("長", "guó")
    (True, True, False)
    """
    known = _readings().get(ord(char), "")
    if not known:
        return False
    note = unicodedata.normalize("NFC", note)
    if note.isascii():
        return note in _toneless(known)
    return note in known.split(",") or toneless(note) in _toneless(known)


def toneless(note: str) -> str:
    """Give a note without its tone marks.

    >>> toneless("nǚ"), toneless("zhǎn")
    ('nü', 'zhan')
    """
    return _bare(note)


@cache
def characters_read(note: str) -> frozenset[str]:
    """Give all characters that have this reading; without a tone mark any tone will do.

    >>> "權" in characters_read("quán"), "勸" in characters_read("quán")
    (True, False)
    """
    if note.isascii():
        return frozenset(chr(c) for c, known in _readings().items() if note in _toneless(known))
    return frozenset(chr(c) for c, known in _readings().items() if note in known.split(","))


@cache
def _toneless(known: str) -> frozenset[str]:
    bare = {_bare(reading) for reading in known.split(",")}
    return frozenset(
        bare | {b.replace("ü", "v") for b in bare} | {b.replace("ü", "u") for b in bare}
    )


@cache
def _bare(note: str) -> str:
    parts = unicodedata.normalize("NFD", note)
    kept = "".join(c for c in parts if c == "\u0308" or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)


@cache
def _readings() -> dict[int, str]:
    from pypinyin.constants import PINYIN_DICT  # slow to import, and most texts have no notes

    return dict(PINYIN_DICT)
