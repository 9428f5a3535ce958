"""指标变化: one indicator on both sides of a link, or of two documents."""

from builder.model.lineage import TargetChange
from builder.rdf import namespace as zm
from builder.rdf.emit.guards import below
from builder.rdf.emit.held import HeldDocument
from builder.rdf.names import concept
from builder.rdf.quads import Quads

__all__ = ["target_comparison"]


def target_comparison(
    quads: Quads,
    subject: str,
    documents: tuple[HeldDocument, HeldDocument],
    provisions: tuple[str, str],
    change: TargetChange,
) -> None:
    """Write a comparison; one whose targets are not known by provision says nothing."""
    lower = documents[0].target(provisions[0], change.lower)
    upper = documents[1].target(provisions[1], change.upper)
    if lower is None or upper is None:
        return
    ends = (f"{at}.{n}" for at, n in zip(provisions, (change.lower, change.upper), strict=True))
    me = below(subject, "target", "~".join(ends))
    quads.add(subject, zm.HAS_TARGET_COMPARISON, me)
    quads.add(me, zm.RDF_TYPE, zm.TargetComparison)
    quads.add(me, zm.LOWER_TARGET, lower)
    quads.add(me, zm.UPPER_TARGET, upper)
    quads.add_all(me, zm.CHANGE_KIND, (concept("change", kind) for kind in change.kinds))
