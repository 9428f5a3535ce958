"""Lineage -> lineage.json: links, gaps, additions, pairs with their matrix, absent documents.

Fields are those of the types in :mod:`builder.model.lineage`; what has two sides is given
as ``{"document": key, "provision": id}``.  Fields are only ever added.
"""

from typing import Any

import msgspec

from builder.model.lineage import Addition, DocumentPair, Gap, Lineage, Link
from builder.model.review import review_state

__all__ = ["lineage_json"]

Json = dict[str, Any]


def lineage_json(lineage: Lineage) -> Json:
    """Give lineage.json as plain values; ``additions`` are whole tasks."""
    additions = [item for pair in lineage.pairs for item in pair.additions]
    return {
        "links": [_link(link) for pair in lineage.pairs for link in pair.links],
        "gaps": [_gap(gap) for pair in lineage.pairs for gap in pair.gaps],
        "additions": [_addition(item) for item in additions if item.clause is None],
        "added_measures": [_addition(item) for item in additions if item.clause is not None],
        "pairs": [_pair(pair) for pair in lineage.pairs],
        "documents": msgspec.to_builtins(lineage.documents),
        "absent": msgspec.to_builtins(lineage.absent),
    }


def _link(link: Link) -> Json:
    sides = {
        "lower": _side(link.lower_document, link.lower),
        "upper": _side(link.upper_document, link.upper),
    }
    fields: Json = msgspec.to_builtins(link)
    for name in ("lower_document", "upper_document"):
        del fields[name]
    evidence = [
        {
            "lower": pair.lower_words,
            "upper": pair.upper_words,
            "lower_span": pair.lower,
            "upper_span": pair.upper,
        }
        for pair in link.evidence
    ]
    return {**fields, **sides, "evidence": evidence, "review_state": review_state(link.reviews)}


def _gap(gap: Gap) -> Json:
    return {
        "document": gap.document,
        "upper": _side(gap.upper_document, gap.upper),
        "state": gap.state,
        "reason": gap.reason,
    }


def _addition(addition: Addition) -> Json:
    fields: Json = msgspec.to_builtins(addition)
    return fields


def _pair(pair: DocumentPair) -> Json:
    return {
        "lower": pair.lower,
        "upper": pair.upper,
        "in_line": pair.in_line,
        "rule": pair.rule,
        "guards": msgspec.to_builtins(pair.guards),
        "coverage": msgspec.to_builtins(pair.coverage),
        "targets": msgspec.to_builtins(pair.targets),
    }


def _side(document: str, provision: str) -> Json:
    return {"document": document, "provision": provision}
