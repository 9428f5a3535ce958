"""应有文件: documents that ought to exist, because a text orders them or the user lists them.

In: records, which of them are compared with which, the user's list.  Out: for each ordered
place that the corpus is about (a document from it, or from a place inside it, is compared
with the ordering one) and that has no document on the line of the ordering one: an absent
document.  Other places are left out: the order reaches all of them, and a list of thirty
provinces would hide the one that somebody asked about; the user's own list adds them.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from builder.lexicon import places
from builder.lexicon.keys import fold_title, number_key
from builder.lexicon.tables import toml
from builder.lineage.guards import LEVELS
from builder.lineage.places import contains, line
from builder.lineage.resolve import named_key
from builder.model.lineage import AbsentDocument, ExpectedDocument
from builder.model.outline import Level
from builder.model.record import Record
from builder.model.span import Span

__all__ = ["Order", "missing", "orders"]

_MAKE = r"(?:研究|抓紧|及时)?(?:制定|制订|出台|编制|印发)"  # 制定
_OWN = r"(?:本省份?|本地区?|本市|本县|本区域|具体|相应|配套)?(?:的)?"  # 本省份
_PLAN = r"(?:(?:贯彻|落实)*实施(?:方案|意见|细则|办法)|工作方案|行动方案)"  # 实施方案


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A sentence that orders documents of a level; ``span`` is in the ordering text."""

    document: str
    level: Level
    provision: str
    span: Span
    words: str


def orders(record: Record) -> tuple[Order, ...]:
    """Give the sentences of a document that order documents below it."""
    found = []
    for provision in record.provisions:
        for body in provision.body:
            for level, pattern in _patterns():
                if record.header.level and LEVELS[level] <= LEVELS[record.header.level]:
                    continue
                for m in pattern.finditer(record.text, body.start, body.end):
                    order = Order(
                        document=record.key,
                        level=level,
                        provision=provision.id,
                        span=Span(m.start(), m.end()),
                        words=m.group(),
                    )
                    found.append(order)
    return tuple(found)


def missing(
    records: Sequence[Record],
    joined: Mapping[tuple[str, str], str],
    compared: Collection[tuple[str, str]],
    expected: Sequence[ExpectedDocument],
) -> tuple[tuple[str, AbsentDocument, str], ...]:
    """Give (upper key, absent document, reason) for each expected document that is not held.

    ``joined`` are the pairs (lower, upper) in line, ``compared`` all pairs of one theme.
    """
    out: dict[tuple[str, str], tuple[str, AbsentDocument, str]] = {}
    held = {record.key: record for record in records}
    for item in [*_ordered(held, compared), *_listed(held, expected)]:
        if not _is_held(item, held, joined):
            absent = _absent(item)
            out.setdefault((item.upper, absent.key), (item.upper, absent, item.reason))
    return tuple(out[key] for key in sorted(out))


@cache
def _patterns() -> tuple[tuple[Level, re.Pattern[str]], ...]:
    """各省… within one sentence … 制定本省份实施方案."""
    return tuple(
        (row["level"], re.compile(_sentence(row["subject"]))) for row in toml("lineage")["orders"]
    )


def _sentence(subjects: Iterable[str]) -> str:
    named = "|".join(sorted(map(re.escape, subjects), key=lambda word: (-len(word), word)))
    return rf"(?:{named})(?:人民政府|政府)?[^。；\n]{{0,80}}?{_MAKE}{_OWN}{_PLAN}"


def _ordered(
    held: Mapping[str, Record], compared: Collection[tuple[str, str]]
) -> list[ExpectedDocument]:
    items = []
    below: dict[str, list[Record]] = {}
    for lower, upper in compared:
        below.setdefault(upper, []).append(held[lower])
    for key in sorted(below):
        given = {order.level: order for order in reversed(orders(held[key]))}
        for level, order in sorted(given.items()):
            items += [
                ExpectedDocument(
                    upper=key,
                    level=level,
                    jurisdiction=place,
                    reason=f"《{held[key].header.title or key}》{order.provision}：“{order.words}”",
                    rule="ordered",
                )
                for place in _places(below[key], held[key], level)
            ]
    return items


def _places(lowers: Sequence[Record], upper: Record, level: Level) -> list[str]:
    """Places of a level, in the upper one's place, that the lower documents are from or in."""
    found = set()
    for record in lowers:
        for code in line(record.header.jurisdiction or ""):
            division = places.by_code(code)
            if division is None or places.level(division) != level:
                continue
            if contains(upper.header.jurisdiction, division.name):
                found.add(division.name)
    return sorted(found)


def _listed(
    held: Mapping[str, Record], expected: Sequence[ExpectedDocument]
) -> list[ExpectedDocument]:
    """The user's list, with the number of an upper document turned into its key."""
    by_number = {
        number_key(record.header.doc_number): key
        for key, record in held.items()
        if record.header.doc_number
    }
    items = []
    for item in expected:
        upper = item.upper if item.upper in held else by_number.get(number_key(item.upper))
        if upper is not None:
            items.append(
                ExpectedDocument(
                    upper=upper,
                    title=item.title,
                    doc_number=item.doc_number,
                    level=item.level,
                    jurisdiction=item.jurisdiction,
                    issuer=item.issuer,
                    reason=item.reason or "在应有文件清单上",
                    rule="listed",
                )
            )
    return items


def _is_held(
    item: ExpectedDocument, held: Mapping[str, Record], joined: Mapping[tuple[str, str], str]
) -> bool:
    """A document of that place that carries on the upper one, or the listed one itself."""
    for key, record in held.items():
        header = record.header
        if item.doc_number:
            same = number_key(item.doc_number) == number_key(header.doc_number or "")
        elif item.title:
            same = fold_title(item.title) == fold_title(header.title or "")
        else:
            of_place = (header.jurisdiction, header.level) == (item.jurisdiction, item.level)
            same = of_place and (key, item.upper) in joined
        if same:
            return True
    return False


def _absent(item: ExpectedDocument) -> AbsentDocument:
    if item.doc_number:
        key = number_key(item.doc_number)
    elif item.title:
        key = named_key(item.jurisdiction or item.issuer, item.title)
    else:
        key = f"{item.jurisdiction or item.issuer or '未载'}-承接-{item.upper}"
    return AbsentDocument(
        key=key,
        title=item.title,
        doc_number=item.doc_number,
        level=item.level,
        issuer=item.issuer,
        jurisdiction=item.jurisdiction,
        year=None,
        rule=f"expected:{item.rule}",
    )
