"""A person's judgement on a lineage link, and what it makes of the link."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Review", "ReviewState", "Verdict", "review_state"]

Verdict = Literal["accept", "reject", "relabel", "note"]
ReviewState = Literal["unreviewed", "accepted", "rejected", "relabelled", "stale"]

_STATES: dict[Verdict, ReviewState] = {
    "accept": "accepted",
    "reject": "rejected",
    "relabel": "relabelled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """人工复核: who judged which link how, when (ISO date), why, and on what evidence.

    ``relation`` is the label a ``relabel`` gives; ``evidence`` is the hash of both
    provisions' words at the time; ``stale`` says that they have changed since.
    """

    link: str
    verdict: Verdict
    relation: str | None
    who: str
    when: str
    why: str
    evidence: str
    stale: bool = False


def review_state(reviews: Sequence[Review]) -> ReviewState:
    """Give the state that the last judgement (notes aside) puts a link in."""
    judgements = [review for review in reviews if review.verdict != "note"]
    if not judgements:
        return "unreviewed"
    return "stale" if judgements[-1].stale else _STATES[judgements[-1].verdict]
