"""Document lineage: which document carries on, rests on, revises … which, and why.

In: records and their resolved citations.  Out: document links with their guards.  Only a
printed citation makes one.  Carrying on (implements, basis, forwards) must pass the
guards of time, level and line of places; what fails is kept as ``aligns`` with the
reason.  A link that would close a circle is refused and reported.
"""

from collections.abc import Mapping, Sequence

from builder.lineage.guards import against_absent, between, issued
from builder.model.finding import Finding
from builder.model.lineage import AbsentDocument, DocumentLink, Guard, Resolution
from builder.model.record import Citation, Record

__all__ = ["CARRYING", "document_links", "in_line"]

CARRYING = ("implements", "basis", "forwards")
_DATED = ("revises", "repeals")


def document_links(
    records: Sequence[Record],
    resolutions: Sequence[Resolution],
    absent: Sequence[AbsentDocument],
) -> tuple[tuple[DocumentLink, ...], tuple[Finding, ...]]:
    """Give one link for each pair of documents and relation, and what was refused."""
    held = {record.key: record for record in records}
    missing = {document.key: document for document in absent}
    links: dict[tuple[str, str, str], DocumentLink] = {}
    findings: list[Finding] = []
    above: dict[str, set[str]] = {}
    for resolution, citation in _in_order(held, resolutions):
        link = _link(held[resolution.document], resolution, citation, held, missing)
        key = (link.lower, link.upper, link.relation)
        if key in links:
            continue
        if link.relation in CARRYING and _closes_circle(link, above):
            findings.append(_refused(link))
            continue
        if link.relation in CARRYING:
            above.setdefault(link.lower, set()).add(link.upper)
        links[key] = link
    return tuple(links[key] for key in sorted(links)), tuple(findings)


def in_line(links: Sequence[DocumentLink]) -> dict[tuple[str, str], str]:
    """Give every (lower, upper) that a path of carrying citations joins, with its rule."""
    above: dict[str, list[str]] = {}
    for link in links:
        if link.relation in CARRYING and not link.absent:
            above.setdefault(link.lower, []).append(link.upper)
    joined: dict[tuple[str, str], str] = {}
    for lower in sorted(above):
        near = sorted(above[lower])
        joined |= {(lower, upper): "cited" for upper in near}
        far, seen = list(near), set(near)
        while far:
            for upper in sorted(above.get(far.pop(), ())):
                if upper not in seen and upper != lower:
                    seen.add(upper)
                    far.append(upper)
                    joined.setdefault((lower, upper), "cited-by-cited")
    return joined


def _in_order(
    held: Mapping[str, Record], resolutions: Sequence[Resolution]
) -> list[tuple[Resolution, Citation]]:
    """Older documents first, so that a circle is broken at its youngest link."""
    citations = {
        (record.key, citation.number): citation
        for record in held.values()
        for citation in record.mentions.citations
    }
    pairs = [(row, citations[row.document, row.citation]) for row in resolutions]
    return sorted(
        pairs,
        key=lambda pair: (
            issued(held[pair[0].document].header) or "",
            pair[0].document,
            pair[0].citation,
        ),
    )


def _link(
    record: Record,
    resolution: Resolution,
    citation: Citation,
    held: Mapping[str, Record],
    missing: Mapping[str, AbsentDocument],
) -> DocumentLink:
    if resolution.absent:
        guards = against_absent(record.header, missing[resolution.target])
    else:
        guards = between(record.header, held[resolution.target].header)
    relation = citation.relation
    failed = _needed(relation, guards)
    return DocumentLink(
        lower=record.key,
        upper=resolution.target,
        relation="aligns" if failed else relation,
        citation=citation.number,
        absent=resolution.absent,
        guards=guards,
        rule=f"citation:{resolution.rule}" + (f":{relation}-refused" if failed else ""),
    )


def _needed(relation: str, guards: Sequence[Guard]) -> bool:
    """Say whether a guard fails that the relation rests on."""
    if relation in CARRYING:
        return not all(guard.passed for guard in guards)
    return relation in _DATED and not guards[0].passed


def _closes_circle(link: DocumentLink, above: Mapping[str, set[str]]) -> bool:
    far, seen = [link.upper], set[str]()
    while far:
        at = far.pop()
        if at == link.lower:
            return True
        if at not in seen:
            seen.add(at)
            far.extend(above.get(at, ()))
    return False


def _refused(link: DocumentLink) -> Finding:
    return Finding(
        code="lineage-circle",
        severity="warning",
        document=link.lower,
        details=(("lower", link.lower), ("upper", link.upper)),
    )
