"""What the lower documents have of each upper task, and in which state the rest is.

The states of a gap are never mixed: not found, not found in an incomplete copy, document
missing, not due.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from builder.report.corpus import Corpus

__all__ = [
    "STATES",
    "Cell",
    "Group",
    "Matrix",
    "added_measures",
    "addition_groups",
    "gap_groups",
    "matrices",
]

Json = dict[str, Any]
STATES = (
    "covered",
    "partly",
    "aligned",
    "not_found",
    "not_found_in_incomplete_copy",
    "document_missing",
    "not_due",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of the coverage matrix."""

    state: str
    by: tuple[str, ...]
    kept: int
    clauses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One upper document: a row for each of its tasks, a cell for each lower document.

    ``counts`` has, for each lower document, the number of cells of each state.
    """

    upper: str
    lowers: tuple[str, ...]
    rows: tuple[tuple[Json, tuple[Cell | None, ...]], ...]
    counts: tuple[tuple[str, dict[str, int]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Tasks of which the same is to be said: one state, one reason, one pair of documents.

    ``whole`` where these are all tasks of the document that states them.
    """

    document: str
    other: str
    state: str
    reason: str
    tasks: tuple[tuple[str, str], ...]
    whole: bool


def matrices(corpus: Corpus) -> list[Matrix]:
    """Give one coverage matrix for each upper document that a lower one was held against."""
    by_upper: dict[str, list[Json]] = {}
    for pair in corpus.lineage["pairs"]:
        by_upper.setdefault(pair["upper"], []).append(pair)
    return [_matrix(corpus, upper, pairs) for upper, pairs in sorted(by_upper.items())]


def gap_groups(corpus: Corpus) -> list[Group]:
    """Give the upper tasks without counterpart, what the texts themselves show first."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for gap in corpus.lineage["gaps"]:
        upper = gap["upper"]
        key = (gap["document"], upper["document"], gap["state"], gap["reason"])
        groups.setdefault(key, []).append(upper["provision"])
    return sorted(
        (
            _group(corpus, upper, lower, state, reason, provisions)
            for (lower, upper, state, reason), provisions in groups.items()
        ),
        key=lambda group: (group.document, STATES.index(group.state), group.other, group.reason),
    )


def addition_groups(corpus: Corpus) -> list[Group]:
    """Give the lower tasks that no upper provision answers, those of one document together."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for item in corpus.lineage["additions"]:
        key = (item["document"], item["state"], item["reason"])
        groups.setdefault(key, []).append(item["provision"])
    return [
        _group(corpus, document, "", state, reason, provisions)
        for (document, state, reason), provisions in groups.items()
    ]


def added_measures(corpus: Corpus) -> list[tuple[Group, tuple[str, ...]]]:
    """Give the measures without counterpart of tasks that have one: a group a task, its words."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for item in corpus.lineage.get("added_measures", []):
        key = (item["document"], item["provision"], item["state"], item["reason"])
        words = corpus.measure(item["document"], item["provision"], item["clause"])
        groups.setdefault(key, []).append(words)
    return [
        (_group(corpus, document, "", state, reason, [provision]), tuple(words))
        for (document, provision, state, reason), words in groups.items()
    ]


def _group(
    corpus: Corpus, document: str, other: str, state: str, reason: str, provisions: list[str]
) -> Group:
    return Group(
        document=document,
        other=other,
        state=state,
        reason=reason,
        tasks=tuple((each, corpus.heading(document, each)) for each in provisions),
        whole=len(provisions) > 1 and len(provisions) == corpus.tasks(document),
    )


def _matrix(corpus: Corpus, upper: str, pairs: list[Json]) -> Matrix:
    ordered = sorted(
        pairs,
        key=lambda pair: (
            pair["lower"] not in corpus.documents,
            not pair["in_line"],
            pair["lower"],
        ),
    )
    cells = {
        (pair["lower"], row["upper"]): Cell(
            state=_state(pair, row),
            by=tuple(row["by"]),
            kept=row["kept"],
            clauses=row["clauses"],
        )
        for pair in ordered
        for row in pair["coverage"]
    }
    lowers = tuple(pair["lower"] for pair in ordered)
    tasks = corpus.documents[upper]["tasks"] if upper in corpus.documents else []
    rows = tuple(
        (task, tuple(_cell(corpus, cells, key, task["id"]) for key in lowers)) for task in tasks
    )
    counts = tuple(
        (key, dict(Counter(cell.state for _, cells in rows if (cell := cells[at]))))
        for at, key in enumerate(lowers)
    )
    return Matrix(upper=upper, lowers=lowers, rows=rows, counts=counts)


def _cell(corpus: Corpus, cells: dict[tuple[str, str], Cell], lower: str, task: str) -> Cell | None:
    """Give a cell; a lower document that is not held can show nothing but that."""
    if lower not in corpus.documents:
        return Cell(state="document_missing", by=(), kept=0, clauses=0)
    return cells.get((lower, task))


def _state(pair: Json, row: Json) -> str:
    """Without a citation path nothing is covered: likeness is shown as likeness."""
    state: str = row["state"]
    return state if pair["in_line"] or state not in {"covered", "partly"} else "aligned"
