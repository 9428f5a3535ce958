"""Issuers that were printed side by side and read as one name: 文化和旅游部公安部自然资源部.

Titles of joint documents part their issuers by blanks, which copies lose.
"""

from builder.extract.agencies import Standpoint, resolve
from builder.lexicon import agencies as lexicon
from builder.lexicon import places
from builder.model.record import Agency

__all__ = ["issuing"]

MAX_BODY_CHARS = 24
MAX_JOINT_CHARS = 200


def issuing(name: str, at: Standpoint) -> tuple[Agency, ...]:
    """Give the bodies of an issuer's name: one, or each of those that it joins.

    >>> nowhere = Standpoint(place=None, date="2022-07-08", central=True)
    >>> [a.canonical for a in issuing("文化和旅游部公安部国家文物局", nowhere)]
    ['文化和旅游部', '公安部', '国家文物局']
    >>> [a.canonical for a in issuing("国家数据发展研究局", nowhere)]
    ['国家数据发展研究局']
    """
    whole = resolve(name, at)
    if whole is not None and whole.resolved:
        return (whole,)
    return _parted("".join(name.split()), at) or ((whole,) if whole else ())


def _parted(name: str, at: Standpoint) -> tuple[Agency, ...]:
    """Give the known bodies that a name is made of from its first to its last character."""
    found: list[Agency] = []
    start = 0
    while start < len(name) <= MAX_JOINT_CHARS:
        agency, size = _first(name, start, at)
        if agency is None:
            return ()
        found.append(agency)
        start += size
    return tuple(found)


def _first(name: str, start: int, at: Standpoint) -> tuple[Agency | None, int]:
    located = any(places.called(name[start : start + size]) for size in (2, 3, 4, 5))
    for size in range(min(MAX_BODY_CHARS, len(name) - start), 1, -1):
        words = name[start : start + size]
        if located or lexicon.national(words, date=at.date, central=at.central):
            agency = resolve(words, at)
            if agency is not None and agency.resolved:
                return agency, size
    return None, 0
