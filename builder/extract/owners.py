"""Which provision a place in the text belongs to."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from builder.model.outline import Provision

__all__ = ["Owner", "owners"]

Owner = Callable[[int], Provision | None]


def owners(provisions: Sequence[Provision]) -> Owner:
    """Give a function from an offset to the deepest provision whose span holds it."""
    ordered = sorted(provisions, key=lambda p: (p.span.start, -p.span.end))
    starts = [p.span.start for p in ordered]
    by_id = {p.id: p for p in ordered}

    def owner(offset: int) -> Provision | None:
        at = bisect_right(starts, offset) - 1
        provision = ordered[at] if at >= 0 else None
        while provision is not None and offset >= provision.span.end:
            provision = by_id.get(provision.parent or "")
        return provision

    return owner
