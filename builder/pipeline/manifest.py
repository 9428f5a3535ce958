"""What a build says of itself: versions, every source and its fate, every document, hashes."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from builder import __version__
from builder.model.finding import Finding
from builder.pipeline.between import Between
from builder.pipeline.folder import as_json
from builder.pipeline.parts import Part, described
from builder.pipeline.stages import Settings, Sketch

__all__ = ["FORMAT", "manifest"]

FORMAT = 1


def manifest(
    sketches: Sequence[Sketch],
    parts: Sequence[Part],
    between: Between,
    findings: Sequence[Finding],
    settings: Settings,
) -> dict[str, Any]:
    """Give the manifest; ``in`` = ``built`` + ``refused``, counted in source files."""
    documents = {
        (source, sha256): part.key
        for part in parts
        if not part.kept
        for source, (sha256, _) in zip(part.sources, part.texts, strict=True)
    }
    refused = [item for item in sketches if (item.source, item.sha256) not in documents]
    return {
        "format": FORMAT,
        "zhengmai": __version__,
        "rules": settings.rules,
        "base": settings.base,
        **_embedding(settings),
        "counts": {
            "in": len(sketches),
            "built": len(sketches) - len(refused),
            "refused": len(refused),
            "documents": len(parts),
            "last_good_kept": sum(part.kept for part in parts),
            "chars": sum(part.char_count for part in parts),
            "quads": sum(part.quad_count for part in parts) + between.quad_count,
        },
        "documents": [described(part) for part in parts],
        "sources": [
            {
                "source": item.source,
                "sha256": item.sha256,
                "document": documents.get((item.source, item.sha256)),
            }
            for item in sorted(sketches, key=lambda item: item.source)
        ],
        "refused": _refused(refused, findings),
        "shared_sha256": between.quads_sha256,
    }


def _refused(refused: Sequence[Sketch], findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Give each refused source with its reasons, the worst first."""
    reasons: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        reasons[finding.source].append(finding)
    return [
        {
            "source": item.source,
            "reasons": [as_json(finding) for finding in _worst(item.source, reasons[item.source])],
        }
        for item in sorted(refused, key=lambda item: item.source)
    ]


def _worst(source: str, findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings of the highest severity; there is always one."""
    for severity in ("violation", "warning", "info"):
        if worst := [finding for finding in findings if finding.severity == severity]:
            return worst
    return [Finding(code="pipeline-not-taken-up", severity="warning", source=source)]


def _embedding(settings: Settings) -> dict[str, Any]:
    """Which model judged beside the words, where one did."""
    model = settings.embedding
    if model is None:
        return {}
    return {"embedding": {"name": model.folder.name, "sha256": model.sha256}}
