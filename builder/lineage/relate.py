"""The relation of a link: restates, elaborates, adapts or partial.

In: how much of either side the other one covers, how alike the headings are, and how the
link was found.  Out: one relation, by rules in order; the first that holds decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from builder.lineage.clauses import mentions_in
from builder.lineage.compare import Comparison, together
from builder.model.lineage import Relation

__all__ = ["Cover", "cover", "relation"]

SAME_LOWER = 0.55  # a restatement takes most of its own words from above
SAME_UPPER = 0.5  # and leaves little of the upper ones out
SAME_BOTH = 1.2  # and both shares together come to that
TAKEN = 0.55  # a text taken from above to that share, with half of it left out, changes no aim
NEARLY_ALL = 1.5  # or to that, whatever figures are added
DIVIDED = 0.6  # where another upper leaf explains as much of a lower one, it belongs to neither
CONDENSED = 0.35  # a lower text that much shorter is a digest of the upper one
LONGER = 1.3
LOCAL_PLACES = 2  # places, figures and names of its own that make a lower text concrete
HEADINGS_ALIKE = 0.6
HEADINGS_NEAR = 0.3
FEW_WORDS = 0.25
DIGITS = 6
_FIGURE = re.compile(
    r"(?<!\d)\d+(?:\.\d+)?(?![\d年月日])(?:%|[^\W\d])?|“[^”]+”"
)  # 5000万, 85%, “…”
_BY_CHAPTER: Mapping[str, Relation] = {
    "nearest-in-chapter": "adapts",
    "unfolds-task": "elaborates",
    "unfolds-clause": "partial",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Shares (0 to 1) of each side's weight that the other covers; ``length`` is lower/upper.

    ``places`` counts the places, figures and quoted names of the lower side that the upper one
    does not have: what makes a text concrete.
    """

    of_lower: float
    of_upper: float
    length: float
    places: int = 0


def cover(comparison: Comparison, lower: str, upper: str) -> Cover:
    """Give how much of a lower and an upper provision the other one covers."""
    shared = together(comparison, lower, upper).astype(np.float64)
    mine = comparison.shared.lower_weight[_slice(comparison.lower.by_provision[lower])]
    other = comparison.shared.upper_weight[_slice(comparison.upper.by_provision[upper])]
    return Cover(
        of_lower=round(float(shared.max(axis=1).sum() / mine.sum()), DIGITS),
        of_upper=round(float(shared.max(axis=0).sum() / other.sum()), DIGITS),
        length=round(float(mine.sum() / other.sum()), DIGITS),
        places=_local_places(comparison, lower, upper) + _own_figures(comparison, lower, upper),
    )


def relation(covered: Cover, headings_alike: float, how: str, *, others: float | None) -> Relation:
    """Give the relation of a link between documents in line.

    ``others`` is the share of the lower leaf that the best of its other links covers; None
    where it has no other.

    >>> relation(Cover(of_lower=0.8, of_upper=0.9, length=1.1), 1.0, "", others=None)
    'restates'
    >>> relation(Cover(of_lower=0.5, of_upper=0.1, length=0.2), 0.4, "", others=None)
    'partial'
    >>> relation(Cover(of_lower=0.3, of_upper=0.3, length=0.8), 0.9, "", others=None)
    'adapts'
    """
    concrete = covered.places >= LOCAL_PLACES or covered.length >= LONGER
    if _same(covered) and (covered.places < LOCAL_PLACES or _nearly_all(covered)):
        return "restates"
    if how in _BY_CHAPTER:
        return _BY_CHAPTER[how]
    if covered.length < CONDENSED:
        same_aim = headings_alike >= HEADINGS_ALIKE and covered.of_lower < FEW_WORDS
        return "adapts" if same_aim else "partial"
    if others is not None and others >= DIVIDED * covered.of_lower:
        return "partial"
    if headings_alike < HEADINGS_NEAR and others is not None:
        return "partial"
    if concrete:
        return "elaborates"
    taken = covered.of_lower >= TAKEN and covered.of_upper < SAME_UPPER
    return "partial" if taken else "adapts"


def _same(covered: Cover) -> bool:
    return (
        covered.of_lower >= SAME_LOWER
        and covered.of_upper >= SAME_UPPER
        and covered.of_lower + covered.of_upper >= SAME_BOTH
    )


def _nearly_all(covered: Cover) -> bool:
    return covered.of_lower + covered.of_upper >= NEARLY_ALL


def _slice(ids: range) -> slice:
    return slice(ids.start, ids.stop)


def _local_places(comparison: Comparison, lower: str, upper: str) -> int:
    """How many places, other than the document's own, are named below and not above."""
    record = comparison.lower.record
    span = comparison.lower.provisions[lower].span
    above = comparison.upper.provisions[upper].span.of(comparison.upper.record.text)
    own = {
        place.key
        for place in record.mentions.places
        if place.canonical == record.header.jurisdiction
    }
    return len(
        {
            mention.place
            for mention in mentions_in(comparison.lower, span)
            if mention.place not in own and mention.surface not in above
        }
    )


def _own_figures(comparison: Comparison, lower: str, upper: str) -> int:
    """How many figures and quoted names (5000万元, “湘商回归”) stand below and not above."""
    above = comparison.upper.provisions[upper].span.of(comparison.upper.record.text)
    ids = comparison.lower.by_provision[lower]
    words = "，".join(comparison.lower.clauses[at].chars for at in ids)
    return len({m.group() for m in _FIGURE.finditer(words) if m.group() not in above})
