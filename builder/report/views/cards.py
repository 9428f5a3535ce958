"""The links of the upper tasks: both texts side by side, the words that carry a link marked.

A text with words that matter is a list of :class:`Piece`, so that the template marks them
without ever building markup from text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from builder.report.corpus import Corpus

__all__ = ["Body", "CardRow", "Piece", "cards", "marked"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of document text, marked or not."""

    chars: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Who carries a task: the role as read, and as printed where that is another word."""

    role: str
    printed: str
    agency: str
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One link, both texts side by side with the matching words marked."""

    link: Json
    lower_heading: str
    lower: tuple[Piece, ...]
    upper: tuple[Piece, ...]
    lower_bodies: tuple[Body, ...]
    upper_bodies: tuple[Body, ...]


def cards(corpus: Corpus) -> dict[tuple[str, str], list[CardRow]]:
    """Give the links of each upper provision, ``(document, provision)``.

    Those between documents in line come first, the best on top.
    """
    links = sorted(
        corpus.lineage["links"],
        key=lambda link: (link["relation"] == "aligns", -link["score"], link["id"]),
    )
    rows: dict[tuple[str, str], list[CardRow]] = {}
    for link in links:
        upper = link["upper"]
        rows.setdefault((upper["document"], upper["provision"]), []).append(_card(corpus, link))
    return rows


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


def _card(corpus: Corpus, link: Json) -> CardRow:
    lower, upper = link["lower"], link["upper"]
    return CardRow(
        link=link,
        lower_heading=corpus.heading(lower["document"], lower["provision"]),
        lower=_text(corpus, lower, [pair["lower_span"] for pair in link["evidence"]]),
        upper=_text(corpus, upper, [pair["upper_span"] for pair in link["evidence"]]),
        lower_bodies=_bodies(corpus.task(lower["document"], lower["provision"])),
        upper_bodies=_bodies(corpus.task(upper["document"], upper["provision"])),
    )


def _text(corpus: Corpus, at: Json, spans: list[Sequence[int]]) -> tuple[Piece, ...]:
    provision = corpus.provision(at["document"], at["provision"])
    text = corpus.documents[at["document"]]["text"]
    return marked(text, provision["span"] if provision else (0, 0), spans)


def _bodies(task: Json | None) -> tuple[Body, ...]:
    """Give the bodies in the order of the list."""
    return tuple(
        Body(
            role=item["role"],
            printed=item.get("role_as_printed") or "",
            agency=item["agency"],
            inferred=item["inferred"],
        )
        for item in (task["responsibilities"] if task else ())
    )
