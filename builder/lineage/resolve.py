"""Which document a citation means: by number, then by title; what nobody holds stays known.

In: records.  Out: resolutions, and an absent document for every upper one that is cited
but not held, with what its number and name tell.  A title counts only where it is equal
after folding and exactly one earlier document at the same or a higher level in the line
of places is left: resemblance never resolves a citation.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builder.lexicon import document_codes, places
from builder.lexicon.keys import fold_title, number_key, title_key
from builder.lineage.guards import LEVELS, issued
from builder.lineage.places import COUNTRY, contains
from builder.model.finding import Finding
from builder.model.lineage import AbsentDocument, Resolution
from builder.model.outline import Level
from builder.model.record import Citation, Record

__all__ = ["Resolved", "core_title", "named_key", "resolve"]

_WRAPPED = re.compile(r"(?P<issuer>.{0,30}?)关于(?:印发|发布|公布|转发|批转)(?P<inner>.+?)的?通知$")
MAX_PLACE_CHARS = 15
MAX_STEM_CHARS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """All citations of all records, resolved as far as the records and numbers allow."""

    resolutions: tuple[Resolution, ...]
    absent: tuple[AbsentDocument, ...]
    findings: tuple[Finding, ...]


def resolve(records: Sequence[Record]) -> Resolved:
    """Give for every citation of a document the record or the absent document that it means."""
    index = _index(records)
    resolutions: list[Resolution] = []
    absent: dict[str, AbsentDocument] = {}
    findings: list[Finding] = []
    for record in sorted(records, key=lambda record: record.key):
        for citation in record.mentions.citations:
            if citation.own:
                continue
            found, rule = _held(citation, record, index)
            if len(found) == 1:
                resolutions.append(_resolution(record, citation, found[0].key, False, rule))
            elif len(found) > 1:
                findings.append(_ambiguous(record, citation, found))
            elif missing := _absent(citation, record):
                absent.setdefault(missing.key, missing)
                resolutions.append(_resolution(record, citation, missing.key, True, missing.rule))
    renamed = _numbered_twins(absent.values())
    ordered = tuple(absent[key] for key in sorted(absent.keys() - renamed.keys()))
    return Resolved(
        resolutions=tuple(
            replace(row, target=renamed[row.target], rule="title-of-number")
            if row.target in renamed
            else row
            for row in resolutions
        ),
        absent=ordered,
        findings=tuple(findings),
    )


def named_key(place: str | None, title: str) -> str:
    """Give the key of a document of which only the title is known.

    >>> named_key("安徽省", "安徽省供水方案"), named_key(None, "关于印发《供水管理办法》的通知")
    ('安徽省-b8d7c1a9', '供水管理办法-5466adc9')
    """
    return title_key(place or core_title(title)[:MAX_STEM_CHARS], None, title)


def core_title(title: str) -> str:
    """Give a title folded, without the covering notice around it.

    >>> core_title("安徽省人民政府关于印发《安徽省实施方案》的通知")
    '安徽省实施方案'
    >>> core_title("《关于推进以县城为重要载体的城镇化建设的实施方案》")
    '推进以县城为重要载体的城镇化建设的实施方案'
    """
    folded = fold_title(title)
    if m := _WRAPPED.match(folded):
        folded = m["inner"]
    return folded.removeprefix("关于")


def _index(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """Records by folded number and by folded titles (plan, notice, what the notice wraps)."""
    found: dict[str, dict[str, Record]] = {}
    for record in records:
        header = record.header
        names = {f"number:{number_key(header.doc_number)}"} if header.doc_number else set()
        for title in (header.title, header.notice_title):
            if title:
                names |= {f"title:{fold_title(title)}", f"title:{core_title(title)}"}
        for name in names:
            found.setdefault(name, {})[record.key] = record
    return {name: tuple(held[key] for key in sorted(held)) for name, held in found.items()}


def _held(
    citation: Citation, record: Record, index: dict[str, tuple[Record, ...]]
) -> tuple[tuple[Record, ...], str]:
    if citation.doc_number:
        named = index.get(f"number:{number_key(citation.doc_number)}", ())
        return tuple(other for other in named if other.key != record.key), "number"
    if not citation.title:
        return (), "untitled"
    same = {
        other.key: other
        for name in (fold_title(citation.title), core_title(citation.title))
        for other in index.get(f"title:{name}", ())
    }
    return tuple(same[key] for key in sorted(same) if _may_mean(record, same[key])), "title"


def _may_mean(record: Record, other: Record) -> bool:
    """A title is read within level, place and date: equal titles elsewhere mean others."""
    if record.key == other.key:
        return False
    lower, upper = record.header, other.header
    if contains(upper.jurisdiction, lower.jurisdiction) is False:
        return False
    if upper.level and lower.level and LEVELS[upper.level] > LEVELS[lower.level]:
        return False
    after, before = issued(lower), issued(upper)
    return not (after and before and before > after)


def _absent(citation: Citation, record: Record) -> AbsentDocument | None:
    """A document that is named but not held; what is still to be drafted is no such one."""
    if citation.relation == "drafts":
        return None
    if citation.doc_number:
        level, issuer, place, year = _numbered(citation.doc_number, record)
        of_title = _titled(citation.title)
        return AbsentDocument(
            key=number_key(citation.doc_number),
            title=citation.title,
            doc_number=citation.doc_number,
            level=level or of_title[0],
            issuer=issuer,
            jurisdiction=place or of_title[1],
            year=year,
            rule="number",
        )
    if citation.form != "titled" or not citation.title:
        return None
    level, jurisdiction = _titled(citation.title)
    return AbsentDocument(
        key=named_key(jurisdiction, citation.title),
        title=citation.title,
        doc_number=None,
        level=level,
        issuer=None,
        jurisdiction=jurisdiction,
        year=None,
        rule="title",
    )


def _numbered_twins(absent: Iterable[AbsentDocument]) -> dict[str, str]:
    """A title cited once with its number and once without is one document."""
    by_title: dict[str, list[AbsentDocument]] = {}
    for document in absent:
        if document.title:
            by_title.setdefault(core_title(document.title), []).append(document)
    twins: dict[str, str] = {}
    for same in by_title.values():
        numbered = [document for document in same if document.doc_number]
        if len(numbered) == 1:
            twins |= {row.key: numbered[0].key for row in same if not row.doc_number}
    return twins


def _numbered(
    number: str, record: Record
) -> tuple[Level | None, str | None, str | None, int | None]:
    """Level, issuer, place and year that a number tells, read beside its citing document."""
    header = record.header
    hints = [words for words in (header.issuer, header.title, header.jurisdiction) if words]
    told = document_codes.read(number, hints=hints)
    if told is None:
        return None, None, None, None
    return told.level, told.issuer, told.place, told.year


def _titled(title: str | None) -> tuple[Level | None, str | None]:
    """Level and place that a title opens with (安徽省…, 国家…).

    >>> _titled("安徽省“十四五”新型城镇化实施方案")
    ('provincial', '安徽省')
    >>> _titled("国家新型城镇化规划（2021—2035年）")
    ('national', '中华人民共和国')
    """
    chars = core_title(title or "")
    if chars.startswith(("国家", "全国", "国务院", "中共中央", "中华人民共和国")):
        return "national", COUNTRY
    for length in range(min(MAX_PLACE_CHARS, len(chars)), 2, -1):
        named = places.named(chars[:length])
        if len(named) == 1:
            return places.level(named[0]), named[0].name
    return None, None


def _resolution(
    record: Record, citation: Citation, target: str, absent: bool, rule: str
) -> Resolution:
    return Resolution(
        document=record.key, citation=citation.number, target=target, absent=absent, rule=rule
    )


def _ambiguous(record: Record, citation: Citation, found: Sequence[Record]) -> Finding:
    return Finding(
        code="lineage-citation-ambiguous",
        severity="warning",
        document=record.key,
        provision="" if citation.at in ("preamble", "notice") else citation.at,
        span=citation.span,
        details=(
            ("title", citation.title or citation.doc_number or ""),
            ("candidates", "、".join(other.key for other in found)),
        ),
    )
