"""Decisions of people, applied to links: accepted, rejected, relabelled, or stale.

A decision holds as long as the words it was made on: where either provision has changed
since, it is kept and shown as stale, and the program's own judgement stands meanwhile.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from builder.model.finding import Finding
from builder.model.lineage import DocumentPair, Lineage, Link, Relation
from builder.model.record import Record
from builder.model.review import Review, review_state

__all__ = ["apply_reviews", "evidence_hash"]

RELATIONS: dict[str, Relation] = {name: name for name in get_args(Relation)}


def apply_reviews(
    lineage: Lineage, reviews: Sequence[Review], records: Sequence[Record]
) -> Lineage:
    """Give the lineage with each decision at its link; one without a link is a finding."""
    texts = {record.key: _provision_words(record) for record in records}
    wanted: dict[str, list[Review]] = {}
    for review in reviews:
        wanted.setdefault(review.link, []).append(review)
    pairs = tuple(_pair(pair, wanted, texts) for pair in lineage.pairs)
    known = {link.id for pair in pairs for link in pair.links}
    lost = [review for review in reviews if review.link not in known]
    odd = tuple(_finding("lineage-review-lost", review) for review in lost)
    stale = tuple(
        _finding("lineage-review-stale", review)
        for pair in pairs
        for link in pair.links
        for review in link.reviews
        if review.stale
    )
    return replace(lineage, pairs=pairs, findings=(*lineage.findings, *odd, *stale))


def evidence_hash(lower: str, upper: str) -> str:
    """Give the hash of the words of both provisions, by which a decision stays valid."""
    return hashlib.sha256(f"{lower}\0{upper}".encode()).hexdigest()[:16]


def _pair(
    pair: DocumentPair,
    wanted: Mapping[str, Sequence[Review]],
    texts: Mapping[str, Mapping[str, str]],
) -> DocumentPair:
    if not any(link.id in wanted for link in pair.links):
        return pair
    lower, upper = texts.get(pair.lower, {}), texts.get(pair.upper, {})
    return replace(
        pair,
        links=tuple(
            _reviewed(
                link,
                wanted.get(link.id, ()),
                evidence_hash(lower.get(link.lower, ""), upper.get(link.upper, "")),
            )
            for link in pair.links
        ),
    )


def _reviewed(link: Link, reviews: Sequence[Review], evidence: str) -> Link:
    marked = tuple(replace(review, stale=review.evidence != evidence) for review in reviews)
    link = replace(link, reviews=marked)
    if review_state(marked) != "relabelled":
        return link
    given = next(review.relation for review in reversed(marked) if review.verdict == "relabel")
    relation = RELATIONS.get(given or "")
    return replace(link, relation=relation, proposed_relation=link.relation) if relation else link


def _provision_words(record: Record) -> dict[str, str]:
    return {item.id: item.span.of(record.text) for item in record.provisions}


def _finding(code: str, review: Review) -> Finding:
    return Finding(
        code=code,
        severity="warning",
        details=(("link", review.link), ("verdict", review.verdict), ("who", review.who)),
    )
