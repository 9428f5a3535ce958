"""Header fields read from beginnings of documents, against what a careful reader takes.

    python -m benchmarks.heads HEADS.jsonl [--field NAME] [--quiet]

Each line of the file is one beginning: ``text`` as found, ``gold`` (title, doc_number,
issuer, signed_date, level, place, is_policy) and ``in_text``, which of them the text states.
Prints, a field: stated and right, stated and wrong (or missed), invented (given though the
text does not state it, and not what the reader knew from elsewhere); then the misses.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.lexicon import headings
from builder.model.outline import Header
from builder.model.text import Witness
from builder.restore import restore
from builder.structure import identify

FIELDS = ("title", "doc_number", "issuer", "signed_date", "level", "place", "is_policy")
STATED_BY: dict[str, tuple[str, ...]] = {
    "level": ("issuer", "doc_number"),
    "place": ("issuer", "doc_number"),
}
PUNCTUATION = re.compile(r"[\s,.;:!?()\[\]<>\"'·、，。；：！？（）【】〔〕《》〈〉“”‘’—\-–—]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was read of one field of one beginning, beside what the reader took."""

    head: str
    field: str
    stated: bool
    gold: object
    read: object
    right: bool

    @property
    def invented(self) -> bool:
        """Say whether a value was given that neither text nor reader has."""
        return not self.stated and bool(self.read) and not self.right


def main(arguments: Sequence[str] | None = None) -> None:
    """Score one file and print the table and the misses."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("heads", type=Path)
    parser.add_argument("--field", choices=FIELDS)
    parser.add_argument("--quiet", action="store_true", help="print no misses")
    options = parser.parse_args(arguments)
    verdicts = [
        verdict
        for line in options.heads.read_text(encoding="utf-8").splitlines()
        for verdict in judge(json.loads(line))
        if options.field in (None, verdict.field)
    ]
    for field in FIELDS:
        print(_row(field, [one for one in verdicts if one.field == field]))
    for one in [] if options.quiet else verdicts:
        if one.invented or (one.stated and not one.right):
            kind = "invented" if one.invented else "missed"
            print(f"{kind:9}{one.head:5}{one.field:12} gold {one.gold!r}  read {one.read!r}")


def judge(head: dict[str, Any]) -> Iterator[Verdict]:
    """Compare each field of one beginning."""
    header = identify(restore(_witness(head)))
    for field in FIELDS:
        gold, read = _gold(head, field), _read(header, field)
        yield Verdict(
            head=head["id"],
            field=field,
            stated=_stated(head, field),
            gold=gold,
            read=read,
            right=_same(field, gold, read, header),
        )


def _witness(head: dict[str, Any]) -> Witness:
    return Witness(source=head["id"], sha256="", encoding="utf-8", chars=head["text"])


def _stated(head: dict[str, Any], field: str) -> bool:
    if field == "is_policy":
        return True
    told = head["in_text"]
    return any(told.get(name, False) for name in STATED_BY.get(field, (field,)))


def _gold(head: dict[str, Any], field: str) -> object:
    return head["gold"][field]


def _read(header: Header, field: str) -> object:
    if field == "issuer":
        return list(header.issuers)
    if field == "place":
        return header.jurisdiction
    if field == "title":
        return header.notice_title or header.title
    return getattr(header, field)


def _same(field: str, gold: object, read: object, header: Header) -> bool:
    """Compare folded; the plan's own title is as right as that of its notice."""
    if field == "issuer":
        return [_fold(one) for one in (gold or [])] == [_fold(one) for one in (read or [])]  # type: ignore[attr-defined]
    if field == "place":
        return bool(gold) == bool(read) and _fold(gold).endswith(_fold(read))
    if field == "title":
        issued = headings.issued(str(gold or "")) or ""
        names = {_fold(header.title), _fold(header.notice_title)} - {""}
        return _fold(gold) in names or (
            bool(issued) and _fold(header.title).endswith(_fold(issued))
        )
    return gold == read if field == "is_policy" else _fold(gold) == _fold(read)


def _fold(value: object) -> str:
    return PUNCTUATION.sub("", unicodedata.normalize("NFKC", str(value or "")))


def _row(field: str, verdicts: Sequence[Verdict]) -> str:
    stated = [one for one in verdicts if one.stated]
    right = sum(one.right for one in stated)
    invented = sum(one.invented for one in verdicts)
    share = right / len(stated) if stated else 1.0
    return f"{field:12} right {right:3}/{len(stated):3} = {share:.3f}   invented {invented}"


if __name__ == "__main__":
    main()
