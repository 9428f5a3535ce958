"""What the report shows, arranged for a reader: plain values, no markup, no judgement.

Each view is made from the public JSON alone.  A text with words that matter is a list of
:class:`Piece`, so that the template marks them without ever building markup from text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from builder.report.corpus import Corpus

__all__ = [
    "AbsentRow",
    "CardRow",
    "Cell",
    "DocumentRow",
    "DriftRow",
    "Matrix",
    "Piece",
    "TargetDriftRow",
    "TargetRow",
    "absent_rows",
    "cards",
    "carrier_state",
    "carrying",
    "document_rows",
    "drift_rows",
    "marked",
    "matrices",
    "target_drift_rows",
    "target_rows",
]

Json = dict[str, Any]
ROLES = ("lead", "support", "responsible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of document text, marked or not."""

    chars: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document that is held: what it is and in what state its text is."""

    key: str
    document: Json
    tasks: int
    repairs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of the coverage matrix."""

    state: str
    by: tuple[str, ...]
    kept: int
    clauses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One upper document: a row for each of its tasks, a cell for each lower document."""

    upper: str
    lowers: tuple[str, ...]
    rows: tuple[tuple[Json, tuple[Cell | None, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One link, both texts side by side with the matching words marked."""

    link: Json
    lower_heading: str
    lower: tuple[Piece, ...]
    upper: tuple[Piece, ...]
    lower_bodies: tuple[tuple[str, str, bool], ...]
    upper_bodies: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftRow:
    """One clause whose force or qualifiers differ from the upper one's."""

    link: Json
    upper_words: str
    lower_words: str
    change: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One target of one document, for reading indicators side by side."""

    indicator: str
    key: str
    target: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetDriftRow:
    """One indicator that two documents in line both have, with different figures."""

    upper_key: str
    upper: Json
    lower_key: str
    lower: Json
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentRow:
    """One document to obtain: what is known of it, where it is cited, what waits on it."""

    absent: Json
    cited: tuple[tuple[str, Json], ...]
    waiting: tuple[tuple[str, Json | None], ...]


def document_rows(corpus: Corpus) -> list[DocumentRow]:
    """Give the documents, national first, then by date and key."""
    order = ("national", "provincial", "prefectural", "county", "township", None)
    return [
        DocumentRow(
            key=key,
            document=document,
            tasks=len(document["tasks"]),
            repairs=_repairs(document),
        )
        for key, document in sorted(
            corpus.documents.items(),
            key=lambda item: (
                order.index(item[1].get("level")),
                item[1].get("signed_date") or "",
                item[0],
            ),
        )
    ]


def matrices(corpus: Corpus) -> list[Matrix]:
    """Give one coverage matrix for each upper document that a lower one was held against."""
    by_upper: dict[str, list[Json]] = {}
    for pair in corpus.lineage["pairs"]:
        by_upper.setdefault(pair["upper"], []).append(pair)
    return [_matrix(corpus, upper, pairs) for upper, pairs in sorted(by_upper.items())]


def cards(corpus: Corpus, upper: str, provision: str) -> list[CardRow]:
    """Give the links of one upper provision, best first."""
    links = [
        link
        for link in corpus.lineage["links"]
        if link["upper"] == {"document": upper, "provision": provision}
    ]
    links.sort(key=lambda link: (-link["score"], link["id"]))
    return [_card(corpus, link) for link in links]


def drift_rows(corpus: Corpus) -> list[DriftRow]:
    """Give every clause whose force or qualifiers changed between documents in line.

    Likeness without a path (aligns) is no drift: nobody was to carry anything on.
    """
    rows = []
    for link in carrying(corpus):
        for change in link["clauses"]:
            moved = change["force_lower"] != change["force_upper"] and change["force_lower"]
            if change["state"] == "changed" and (
                moved or change["qualifiers_lost"] or change["qualifiers_gained"]
            ):
                rows.append(
                    DriftRow(
                        link=link,
                        upper_words=_words(corpus, link["upper"]["document"], change["upper"]),
                        lower_words=_words(corpus, link["lower"]["document"], change["lower"]),
                        change=change,
                    )
                )
    return rows


def carrying(corpus: Corpus) -> list[Json]:
    """Give the links between documents in line, in the order of the lineage."""
    return [link for link in corpus.lineage["links"] if link["relation"] != "aligns"]


def carrier_state(lowers: Sequence[str], uppers: Sequence[str], same: bool) -> str:
    """Say how the bodies of both sides compare; a side that names none is not another line.

    >>> carrier_state(["湖南省教育厅"], [], False)
    'upper_unnamed'
    """
    if not uppers:
        return "upper_unnamed"
    if not lowers:
        return "lower_unnamed"
    return "same_line" if same else "other_line"


def target_rows(corpus: Corpus) -> list[TargetRow]:
    """Give all targets, those of one indicator together, upper documents first."""
    order = {row.key: at for at, row in enumerate(document_rows(corpus))}
    rows = [
        TargetRow(indicator=target["indicator"], key=key, target=target)
        for key, document in corpus.documents.items()
        for target in document["targets"]
    ]
    shared = _shared_indicators(rows)
    return sorted(
        rows,
        key=lambda row: (
            row.indicator not in shared,
            row.indicator if row.indicator in shared else "",
            order[row.key],
            row.target["at"],
            row.target["number"],
        ),
    )


def target_drift_rows(corpus: Corpus) -> list[TargetDriftRow]:
    """Give the indicators whose figures differ between documents in line."""
    return [
        TargetDriftRow(
            upper_key=pair["upper"],
            upper=_target(corpus, pair["upper"], change["upper_provision"], change["upper"]),
            lower_key=pair["lower"],
            lower=_target(corpus, pair["lower"], change["lower_provision"], change["lower"]),
            kinds=tuple(change["kinds"]),
        )
        for pair in corpus.lineage["pairs"]
        if pair["in_line"]
        for change in pair["targets"]
        if change["kinds"]
    ]


def absent_rows(corpus: Corpus) -> list[AbsentRow]:
    """Give the documents to obtain, with the places that cite them and the tasks that wait."""
    return [_absent(corpus, item) for item in corpus.lineage["absent"]]


def marked(text: str, span: Sequence[int], spans: Iterable[Sequence[int]]) -> tuple[Piece, ...]:
    """Cut ``text[span]`` into pieces, those inside any of ``spans`` marked.

    >>> [(piece.chars, piece.marked) for piece in marked("加快老旧小区改造。", (0, 9), [(2, 8)])]
    [('加快', False), ('老旧小区改造', True), ('。', False)]
    """
    start, end = span
    cuts = {start, end}
    inside = [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]
    for a, b in inside:
        cuts |= {a, b}
    edges = sorted(cuts)
    return tuple(
        Piece(chars=text[a:b], marked=any(x <= a and b <= y for x, y in inside))
        for a, b in pairwise(edges)
    )


def _repairs(document: Json) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for witness in document["witnesses"]:
        for repair in witness["repairs"]:
            counts[repair["certainty"]] = counts.get(repair["certainty"], 0) + 1
    return tuple(sorted(counts.items()))


def _matrix(corpus: Corpus, upper: str, pairs: list[Json]) -> Matrix:
    ordered = sorted(pairs, key=lambda pair: (not pair["in_line"], pair["lower"]))
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
    return Matrix(upper=upper, lowers=lowers, rows=rows)


def _cell(corpus: Corpus, cells: dict[tuple[str, str], Cell], lower: str, task: str) -> Cell | None:
    """Give a cell; a lower document that is not held can show nothing but that."""
    if lower not in corpus.documents:
        return Cell(state="document_missing", by=(), kept=0, clauses=0)
    return cells.get((lower, task))


def _state(pair: Json, row: Json) -> str:
    """Without a citation path nothing is covered: likeness is shown as likeness."""
    state: str = row["state"]
    return state if pair["in_line"] or state not in {"covered", "partly"} else "aligned"


def _card(corpus: Corpus, link: Json) -> CardRow:
    lower, upper = link["lower"], link["upper"]
    lower_at = corpus.provision(lower["document"], lower["provision"])
    upper_at = corpus.provision(upper["document"], upper["provision"])
    lower_text = corpus.documents[lower["document"]]["text"]
    upper_text = corpus.documents[upper["document"]]["text"]
    return CardRow(
        link=link,
        lower_heading=lower_at["heading"] if lower_at else "",
        lower=marked(
            lower_text,
            lower_at["span"] if lower_at else (0, 0),
            [pair["lower_span"] for pair in link["evidence"]],
        ),
        upper=marked(
            upper_text,
            upper_at["span"] if upper_at else (0, 0),
            [pair["upper_span"] for pair in link["evidence"]],
        ),
        lower_bodies=_bodies(corpus.task(lower["document"], lower["provision"])),
        upper_bodies=_bodies(corpus.task(upper["document"], upper["provision"])),
    )


def _bodies(task: Json | None) -> tuple[tuple[str, str, bool], ...]:
    """Give (role, agency, inferred) in the order of the list."""
    if task is None:
        return ()
    return tuple(
        (item["role"], item["agency"], item["inferred"]) for item in task["responsibilities"]
    )


def _words(corpus: Corpus, key: str, span: Sequence[int] | None) -> str:
    return corpus.documents[key]["text"][span[0] : span[1]] if span else ""


def _target(corpus: Corpus, key: str, provision: str, number: int) -> Json:
    targets: list[Json] = corpus.documents[key]["targets"]
    return next(row for row in targets if (row["at"], row["number"]) == (provision, number))


def _shared_indicators(rows: Iterable[TargetRow]) -> set[str]:
    keys: dict[str, set[str]] = {}
    for row in rows:
        keys.setdefault(row.indicator, set()).add(row.key)
    return {indicator for indicator, held in keys.items() if len(held) > 1}


def _absent(corpus: Corpus, absent: Json) -> AbsentRow:
    cited = tuple(
        (key, citation)
        for key, document in sorted(corpus.documents.items())
        for citation in document["citations"]
        if citation["absent"] == absent["key"]
    )
    waiting = dict.fromkeys(
        (key, citation["at"] if corpus.task(key, citation["at"]) else None)
        for key, citation in cited
        if citation["relation"] in {"implements", "basis"}
    )
    return AbsentRow(
        absent=absent,
        cited=cited,
        waiting=tuple((key, corpus.task(key, at) if at else None) for key, at in waiting),
    )
