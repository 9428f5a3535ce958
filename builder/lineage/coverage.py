"""The matrix upper task x lower document, its gaps, and what the lower document adds.

In: a judgement.  Out: a cell for each upper task: covered, partly, or one of the states of
a gap, which are never mixed: a text that does not hold a counterpart, an incomplete copy
that cannot prove it, a document that is not held, one that was issued before.
"""

from collections.abc import Sequence

import numpy as np

from builder.lineage.clauses import COMPARED, Profile
from builder.lineage.compare import Comparison, together
from builder.lineage.judge import Judgement
from builder.model.lineage import Addition, Coverage, CoverageState, Gap, GapState
from builder.model.outline import Provision
from builder.model.record import Record

__all__ = ["addition", "additions", "coverage", "gaps", "missing_gaps"]

KEPT = 0.4  # an upper clause is found below if that share of it is
COVERED = 0.6  # and a task is covered if that share of its clauses is
SAID = 2.0  # so much a clause of a provision that may not be linked has of a task: no gap
STATED_ABOVE = 1.2  # a lower clause is no addition if an upper aim or direction states it
_REASONS: dict[str, str] = {
    "not_found": "下位文件全文中未见对应内容",
    "not_found_in_incomplete_copy": "下位文本非全文（{completeness}），不能认定",
    "not_due": "下位文件成文在上位之前，不适用",
}
_COMPLETENESS = {
    "abridged": "摘编本",
    "with_deletions": "有删减",
    "damaged": "有残损",
    "full": "全文本",
}


def coverage(judgement: Judgement, *, in_line: bool, due: bool) -> tuple[Coverage, ...]:
    """Give the cell of each upper task, in order of the upper text.

    A document that came before the upper one owes nothing: all cells say so.  One that came
    after it without carrying it on has no cells at all, since likeness covers nothing.
    """
    if due and not in_line:
        return ()
    comparison = judgement.comparison
    cells = []
    for leaf in comparison.upper.leaves:
        by = [row.lower for row in judgement.links if row.upper == leaf.id]
        columns = comparison.upper.by_provision[leaf.id]
        kept = _kept(comparison, by, leaf.id)
        state: CoverageState = _missing(comparison.lower, due=due)
        if by and in_line:
            state = "covered" if columns and kept >= COVERED * len(columns) else "partly"
        elif in_line and state != "not_due" and _said_by_others(comparison, leaf):
            state = "partly"
        cells.append(
            Coverage(upper=leaf.id, state=state, by=tuple(by), kept=kept, clauses=len(columns))
        )
    return tuple(cells)


def _said_by_others(comparison: Comparison, leaf: Provision) -> bool:
    """Say whether provisions that may not be linked with an upper leaf say much of it.

    A city puts below its safeguards what the State Council makes a chapter of policy: no
    link stands between the two kinds, and still the text does not lack it.
    """
    lower, best = comparison.lower, 0.0
    for row in lower.leaves:
        block, ids = comparison.blocks.get(row.id), lower.by_provision[row.id]
        if block is None or leaf.id not in block.place:
            continue
        if (row.role == "organisation") != (leaf.role == "organisation"):
            rows = slice(ids.start - block.start, ids.stop - block.start)
            best = max(best, float(block.best[rows, block.place[leaf.id]].max(initial=0)))
    return best >= SAID


def gaps(lower: Profile, upper: Profile, cells: Sequence[Coverage]) -> tuple[Gap, ...]:
    """Give the upper tasks without any counterpart below, each with its state."""
    completeness = _COMPLETENESS[lower.record.header.completeness]
    return tuple(
        Gap(
            document=lower.record.key,
            upper_document=upper.record.key,
            upper=cell.upper,
            state=cell.state,
            reason=_REASONS[cell.state].format(completeness=completeness),
        )
        for cell in cells
        if cell.state != "covered" and cell.state != "partly" and not cell.by
    )


def missing_gaps(document: str, upper: Record, reason: str) -> tuple[Gap, ...]:
    """Give a gap for each upper task where the document that should carry it is not held."""
    return tuple(
        Gap(
            document=document,
            upper_document=upper.key,
            upper=leaf.id,
            state="document_missing",
            reason=reason,
        )
        for leaf in upper.provisions
        if leaf.role in COMPARED
    )


def additions(judgement: Judgement) -> tuple[Addition, ...]:
    """Give the lower tasks that nothing in the upper text answers, aims and directions included."""
    comparison = judgement.comparison
    linked = {row.lower for row in judgement.links}
    return tuple(
        addition(comparison.upper.record, comparison.lower.record.key, leaf.id)
        for leaf in comparison.lower.leaves
        if leaf.id not in linked
        and leaf.role != "organisation"
        and not _stated_above(comparison, leaf.id)
    )


def addition(upper: Record, document: str, provision: str, clause: int | None = None) -> Addition:
    """Give a lower task, or one measure of it, that an upper document does not answer.

    Where the upper text is not whole it is only "not in the public text".
    """
    whole = upper.header.completeness == "full"
    return Addition(
        document=document,
        provision=provision,
        clause=clause,
        state="local" if whole else "not_in_public_text",
        reason="上位文件全文中未见对应内容" if whole else "上位文本非全文，公开文本中未见",
    )


def _missing(lower: Profile, *, due: bool) -> GapState:
    if not due:
        return "not_due"
    whole = lower.record.header.completeness == "full"
    return "not_found" if whole else "not_found_in_incomplete_copy"


def _kept(comparison: Comparison, by: Sequence[str], upper: str) -> int:
    """How many clauses of an upper task stand, for a good part, in some lower provisions."""
    columns = comparison.upper.by_provision[upper]
    best = [together(comparison, lower, upper).max(axis=0, initial=0) for lower in by]
    if not best or not columns:
        return 0
    own = comparison.shared.upper_weight[columns.start : columns.stop]
    return int((np.max(best, axis=0) >= KEPT * own).sum())


def _stated_above(comparison: Comparison, leaf: str) -> bool:
    ids = comparison.lower.by_provision[leaf]
    return bool(ids and comparison.theme[ids.start : ids.stop].max() >= STATED_ABOVE)
