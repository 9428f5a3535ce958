"""Which documents stand in the graph: refusals, doubled keys, last good versions.

A violation inside one document refuses that document; its last good version stays in the
graph where the previous build has one.  Two documents under one key are both refused:
which of them bears the number rightly, only a person can say.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.errors import GraphError
from builder.model.finding import Finding
from builder.pipeline.stages import Product
from builder.store.graph import Graph

__all__ = ["Judged", "judge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """``admitted`` go into the graph, ``kept`` are keys whose last good version stays."""

    admitted: tuple[Product, ...]
    refused: tuple[Product, ...]
    kept: tuple[str, ...]
    findings: tuple[Finding, ...]


def judge(products: Sequence[Product], before: Graph | None) -> Judged:
    """Admit or refuse each document, in order of keys."""
    by_key: dict[str, list[Product]] = defaultdict(list)
    for product in products:
        by_key[product.key].append(product)
    admitted: list[Product] = []
    refused: list[Product] = []
    findings: list[Finding] = []
    for _, group in sorted(by_key.items()):
        if len(group) > 1:
            findings += _doubled(group)
            refused += group
        elif violated(group[0].findings):
            refused += group
        else:
            admitted += group
    kept = tuple(sorted({product.key for product in refused if _is_held(product.key, before)}))
    findings += [
        Finding(code="pipeline-last-good-kept", severity="warning", document=key) for key in kept
    ]
    return Judged(
        admitted=tuple(admitted), refused=tuple(refused), kept=kept, findings=tuple(findings)
    )


def violated(findings: Iterable[Finding]) -> bool:
    """Say whether a document with these findings must be refused."""
    return any(finding.severity == "violation" for finding in findings)


def _is_held(key: str, before: Graph | None) -> bool:
    """Say whether the build before has a version that this zhengmai can read."""
    if before is None or key not in before.keys:
        return False
    try:
        before.record(key)
    except GraphError:
        return False
    return True


def _doubled(group: Sequence[Product]) -> list[Finding]:
    sources = sorted(source for product in group for source in product.sources)
    return [
        Finding(
            code="pipeline-key-doubled",
            severity="violation",
            source=source,
            document=product.key,
            details=(("key", product.key), ("sources", "、".join(sources))),
        )
        for product in group
        for source in product.sources
    ]
