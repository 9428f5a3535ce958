"""Which texts are copies of one document: same number and title, or nearly the same text.

Two texts with different document numbers are never copies, however alike: a plan is often
reissued with few changes.  Where number or title is missing, or a digest lost both, the
MinHash signatures decide.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from builder.model.outline import Header
from builder.model.text import Text

__all__ = ["group", "likeness"]

MIN_LIKENESS = 0.6
BANDS = 32
NOT_WORD = re.compile(r"[\W_]")
Copy = tuple[Text, Header]


def group(copies: Sequence[Copy]) -> list[list[Copy]]:
    """Give the copies document by document; the result does not depend on their order."""
    ordered = sorted(copies, key=_identity)
    parent = list(range(len(ordered)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in sorted(_candidates(ordered)):
        if root(i) != root(j) and _same_document(ordered[i], ordered[j]):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Copy]] = defaultdict(list)
    for i, copy in enumerate(ordered):
        groups[root(i)].append(copy)
    return list(groups.values())


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Give the share of places in which two signatures agree (estimates Jaccard likeness).

    >>> likeness((1, 2, 3, 4), (1, 2, 9, 4))
    0.75
    """
    if not a or len(a) != len(b):
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def _identity(copy: Copy) -> tuple[str, str]:
    return copy[0].witness.sha256, copy[0].witness.source


def _candidates(copies: Sequence[Copy]) -> set[tuple[int, int]]:
    """Give pairs worth a look: same number, same title, or a band of the signature in common."""
    buckets: dict[tuple[str, object], list[int]] = defaultdict(list)
    for i, (text, header) in enumerate(copies):
        buckets["sha256", text.witness.sha256].append(i)
        if header.doc_number:
            buckets["number", _folded(header.doc_number)].append(i)
        for title in {header.title, header.notice_title} - {None}:
            buckets["title", _folded(title or "")].append(i)
        size = max(1, len(text.signature) // BANDS)
        for band in range(0, len(text.signature), size):
            buckets["band", (band, text.signature[band : band + size])].append(i)
    return {pair for found in buckets.values() for pair in combinations(found, 2)}


def _same_document(a: Copy, b: Copy) -> bool:
    numbers = [_folded(h.doc_number) for _, h in (a, b) if h.doc_number]
    if len(numbers) == 2 and numbers[0] != numbers[1]:
        return False
    alike = likeness(a[0].signature, b[0].signature)
    if len(numbers) == 2:
        return _titles(a[1]) & _titles(b[1]) != set() or alike >= MIN_LIKENESS / 2
    dates = {h.signed_date for _, h in (a, b) if h.signed_date}
    places = {h.jurisdiction for _, h in (a, b) if h.jurisdiction}
    if len(dates) > 1 or len(places) > 1:
        return False
    return alike >= MIN_LIKENESS


def _titles(header: Header) -> set[str]:
    return {_folded(title) for title in (header.title, header.notice_title) if title}


def _folded(chars: str) -> str:
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", chars))
