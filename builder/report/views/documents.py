"""The documents that a report speaks of: those that are held, those to obtain, what was met."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from builder.lexicon.findings import Words, words
from builder.model.finding import Finding
from builder.report.corpus import Corpus

__all__ = [
    "AbsentRow",
    "DocumentRow",
    "FindingRow",
    "GuessRow",
    "absent_rows",
    "document_rows",
    "finding_rows",
    "guess_rows",
]

Json = dict[str, Any]
LEVELS = ("national", "provincial", "prefectural", "county", "township", None)
CERTAINTIES = ("proved", "witnessed", "rule", "guess")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document that is held: what it is and in what state its text is."""

    key: str
    document: Json
    tasks: int
    repairs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessRow:
    """One place whose text was guessed: where it is in the file, what stood there, what was taken.

    ``at`` counts code points of the raw file, half-open.
    """

    key: str
    source: str
    at: tuple[int, int]
    damaged: str
    restored: str
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One thing that a reader should know of a document, with its next step."""

    key: str
    source: str
    provision: str
    said: Words
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentRow:
    """One document to obtain: what is known of it, where it is cited, what waits on it.

    ``expected`` are the reasons for which it ought to exist, each with its upper document;
    ``waiting`` holds ``(document, task)``, the task None where the whole document waits.
    """

    absent: Json
    cited: tuple[tuple[str, Json], ...]
    expected: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, Json | None], ...]


def document_rows(corpus: Corpus) -> list[DocumentRow]:
    """Give the documents, national first, then by date and key."""
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
                LEVELS.index(item[1].get("level")),
                item[1].get("signed_date") or "",
                item[0],
            ),
        )
    ]


def guess_rows(corpus: Corpus) -> list[GuessRow]:
    """Give every repair that was guessed: they are to be held against the source."""
    return [
        GuessRow(
            key=row.key,
            source=witness["source"],
            at=tuple(repair["at"]),
            damaged=repair["damaged"],
            restored=repair["restored"],
            rivals=tuple(repair["rivals"]),
        )
        for row in document_rows(corpus)
        for witness in row.document["witnesses"]
        for repair in witness["repairs"]
        if repair["certainty"] == "guess"
    ]


def finding_rows(corpus: Corpus) -> list[FindingRow]:
    """Give the warnings of each document; guesses have a table of their own.

    One thing that was met at several places is one row with their number.
    """
    met = Counter(
        (row.key, item["source"], item["provision"] or "", words(_finding(item)))
        for row in document_rows(corpus)
        for item in row.document["findings"]
        if item["severity"] != "info" and item["code"] != "restore-guess"
    )
    return [
        FindingRow(key=key, source=source, provision=provision, said=said, times=times)
        for (key, source, provision, said), times in met.items()
    ]


def absent_rows(corpus: Corpus) -> list[AbsentRow]:
    """Give the documents to obtain, with the places that cite them and the tasks that wait."""
    return [_absent(corpus, item) for item in corpus.lineage["absent"]]


def _repairs(document: Json) -> tuple[tuple[str, int], ...]:
    counts = Counter(
        repair["certainty"] for witness in document["witnesses"] for repair in witness["repairs"]
    )
    return tuple((name, counts[name]) for name in CERTAINTIES if counts[name])


def _finding(item: Json) -> Finding:
    return Finding(
        code=item["code"],
        severity=item["severity"],
        source=item["source"] or "",
        details=tuple(item["details"].items()),
    )


def _absent(corpus: Corpus, absent: Json) -> AbsentRow:
    cited = tuple(
        (key, citation)
        for key, document in sorted(corpus.documents.items())
        for citation in document["citations"]
        if citation["absent"] == absent["key"]
    )
    expected = dict.fromkeys(
        (gap["upper"]["document"], gap["reason"])
        for gap in corpus.lineage["gaps"]
        if gap["document"] == absent["key"]
    )
    waiting = dict.fromkeys(
        (key, citation["at"] if corpus.task(key, citation["at"]) else None)
        for key, citation in cited
        if citation["relation"] in {"implements", "basis"}
    ) | dict.fromkeys((upper, None) for upper, _ in expected)
    return AbsentRow(
        absent=absent,
        cited=cited,
        expected=tuple(expected),
        waiting=tuple((key, corpus.task(key, at) if at else None) for key, at in waiting),
    )
