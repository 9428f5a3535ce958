"""What changes on the way down: force and qualifiers, targets, the line of who carries it.

Likeness without a path (aligns) is no drift: nobody was to carry anything on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from builder.report.corpus import Corpus
from builder.report.views.documents import document_rows

__all__ = [
    "CarrierRow",
    "DriftRow",
    "TargetDriftRow",
    "TargetRow",
    "carrier_rows",
    "carrier_state",
    "drift_rows",
    "target_drift_rows",
    "target_rows",
]

Json = dict[str, Any]


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
class CarrierRow:
    """One link and who carries it on both sides: ``(line, lowers, uppers, state)`` a line.

    ``states`` are the different states of its lines, one where all are alike.
    """

    link: Json
    lines: tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...]
    states: tuple[str, ...]


def drift_rows(corpus: Corpus) -> list[DriftRow]:
    """Give every clause whose force or qualifiers changed between documents in line."""
    return [
        DriftRow(
            link=link,
            upper_words=_words(corpus, link["upper"]["document"], change["upper"]),
            lower_words=_words(corpus, link["lower"]["document"], change["lower"]),
            change=change,
        )
        for link in _carrying(corpus)
        for change in link["clauses"]
        if change["state"] == "changed" and _drifted(change)
    ]


def carrier_rows(corpus: Corpus) -> list[CarrierRow]:
    """Give, for each link between documents in line, the bodies on both sides, line by line."""
    rows = []
    for link in _carrying(corpus):
        lines = tuple(
            (line or "", tuple(lowers), tuple(uppers), carrier_state(lowers, uppers, same))
            for line, lowers, uppers, same in link["carriers"]
        )
        if lines:
            states = tuple(dict.fromkeys(state for *_, state in lines))
            rows.append(CarrierRow(link=link, lines=lines, states=states))
    return rows


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


def _carrying(corpus: Corpus) -> list[Json]:
    """Give the links between documents in line, in the order of the lineage."""
    return [link for link in corpus.lineage["links"] if link["relation"] != "aligns"]


def _drifted(change: Json) -> bool:
    moved = change["force_lower"] and change["force_lower"] != change["force_upper"]
    return bool(moved or change["qualifiers_lost"] or change["qualifiers_gained"])


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
