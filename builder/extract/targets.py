"""Restored text -> targets (目标指标): indicator, value, unit, comparator, deadline, scope.

Reads the whole document but for laws and chapters that look back; of an article only shares
with a bound.
A deadline that opens a sentence (到2025年，) holds on through its paragraph; among goals, where
it opens a paragraph that only leads to them (到2025年，主要目标如下：), through those below.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from builder.extract.clauses import Clause, sentences
from builder.extract.targets_figures import may_count
from builder.extract.targets_paragraph import MAX_CLAUSE_CHARS, Dated, opens_with, paragraph
from builder.extract.targets_tables import Row as TableRow
from builder.extract.targets_tables import tables
from builder.extract.targets_time import Deadline, signed_year
from builder.lexicon.units import target_pattern
from builder.model.finding import Finding
from builder.model.outline import Header, Outline, Provision
from builder.model.record import SoftTarget, Target
from builder.model.span import Span, overlapping

__all__ = ["TargetReading", "find"]

_LAWS = frozenset({"法", "条例", "令"})
_RULES = frozenset({"办法", "规定", "细则", "实施细则", "规则", "管理办法", "暂行办法"})
_LOOSE_PARTS = frozenset({"body", "preamble", "notice_body"})
# what an article may ask for as a measure to reach: 屋顶绿化面积占…的比例应不低于50%
_SHARE = re.compile(r"(?:率|比例|比重|占比)$")
# 统计公报, 执行情况通报: they tell what was
_REPORT = re.compile(r"(?:统计公报|发展公报|情况通报|情况报告|情况的报告|情况的通报|工作总结)$")
# （二）发展目标, but no （一）“十三五”目标完成情况
_GOALS = re.compile(r"(?:目标|指标)(?!.*情况)")
_SOFT_CHANGES = "(?:提高|提升|增强|改善|优化|扩大|缩小|健全|完善)$"
_SOFT = re.compile(
    "全覆盖|全面完成|基本形成|基本建成|全面建成|基本实现|全面实现|基本完成|基本建立|全部完成|全面消除|"
    + "|".join(f"{how}{_SOFT_CHANGES}" for how in "显著 明显 大幅 稳步 持续 进一步".split())
)
_MAY_BE_SOFT = re.compile(_SOFT.pattern.replace("$", ""))
_LINE = re.compile(r"[^\n]+")

Row = TypeVar("Row", Target, SoftTarget)


class _Stretch(NamedTuple):
    """A stretch that may hold targets; ``aims`` where it sets goals, ``duty`` an article."""

    at: str
    aims: bool
    duty: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetReading:
    """Targets and soft targets in order of the text, and findings."""

    targets: tuple[Target, ...]
    soft_targets: tuple[SoftTarget, ...]
    findings: tuple[Finding, ...]


def find(chars: str, outline: Outline, *, skip: Sequence[Span]) -> TargetReading:
    """Give the targets of the whole document, each at its leaf provision."""
    targets: list[Target] = []
    soft: list[SoftTarget] = []
    findings: list[Finding] = []
    tabled = list(_tabled(chars, outline))
    holes = overlapping([*skip, *(target.span for target in tabled)])
    leads: dict[str, Deadline] = {}
    for at, aims, duty, span in _stretches(outline):
        near = holes(span)
        for line in _lines(chars, span):
            rows = sentences(chars, line, skip=near)
            opening = opens_with(chars, rows, outline.header) if aims else None
            due = _lead(at, leads) if aims and not opening else None
            found = list(paragraph(chars, rows, outline.header, aiming=aims, due=due))
            said = [row for row in found if not duty or _bounds_share(row)]
            targets.extend(_target(row, at, outline.header) for row in said)
            if opening and (not found or chars[line.end - 1] == "："):
                leads[at] = opening
            elif opening:
                leads.pop(at, None)
            if duty:
                continue
            if _MAY_BE_SOFT.search(chars, *line):
                soft.extend(_soft(chars, rows, at))
            if line.end - line.start > MAX_CLAUSE_CHARS:
                findings.extend(_glued(rows, at))
    targets.extend(tabled)
    targets.sort(key=lambda target: target.span)
    return TargetReading(
        targets=_numbered(targets), soft_targets=_numbered(soft), findings=tuple(findings)
    )


def _lead(at: str, leads: Mapping[str, Deadline]) -> Deadline | None:
    """Give the deadline that leads to the goals of a provision, its own or one above it."""
    while at and at not in leads:
        at = at.rpartition(".")[0]
    return leads.get(at)


def _stretches(outline: Outline) -> Iterator[_Stretch]:
    """Give the stretches that may hold targets."""
    rules = outline.header.doc_type in _RULES
    if outline.header.doc_type in _LAWS or _REPORT.search(outline.header.title or ""):
        return
    looking_back, goals = _looking_back(outline.provisions), _goals(outline.provisions)
    for provision in outline.provisions:
        if provision.role != "definition" and provision.id not in looking_back:
            duty = rules or provision.role == "obligation"
            for body in provision.body:
                yield _Stretch(provision.id, provision.id in goals, duty, body)
    for leaf in outline.leaves:
        if leaf.part in _LOOSE_PARTS and leaf.provision is None and not rules:
            yield _Stretch("preamble", False, False, leaf.span)


def _bounds_share(row: Dated) -> bool:
    """Say whether an article bounds a share: no height, no time limit."""
    figure = row.stated.figure
    bounded = figure.unit == "%" and figure.comparator in (">=", "<=")
    return bounded and _SHARE.search(row.stated.indicator) is not None


def _goals(provisions: Sequence[Provision]) -> set[str]:
    """Give the ids of provisions that set goals, with all below them: 三、主要目标."""
    found: set[str] = set()
    for provision in provisions:
        if provision.parent in found or _GOALS.search(provision.heading):
            found.add(provision.id)
    return found


def _looking_back(provisions: Sequence[Provision]) -> set[str]:
    """Give the ids of provisions in chapters on what was: 发展基础, 面临形势."""
    found: set[str] = set()
    back = target_pattern("background")
    for provision in provisions:
        committing = provision.role in ("task", "goal")
        if _GOALS.search(provision.heading):
            continue  # 形势和思路目标, or 发展目标 in a chapter on what was
        if (
            provision.parent in found
            or (not committing and back.search(provision.heading))
            or (provision.parent is None and back.search(provision.heading[:12]))
        ):
            found.add(provision.id)
    return found


def _lines(chars: str, span: Span) -> Iterator[Span]:
    for m in _LINE.finditer(chars, span.start, span.end):
        line = Span(*m.span())
        if may_count().search(chars, *line) or _SOFT.search(chars, *line):
            yield line


def _target(row: Dated, at: str, header: Header) -> Target:
    stated, due = row.stated, row.due
    yearly = "每年" in row.text[: stated.figure.start] and not stated.figure.unit.endswith("%")
    each = due.each if due and stated.turn is not None else ()
    printed = due.printed if due else None
    end = header.period[1]
    return Target(
        provision=at,
        number=0,
        indicator=stated.indicator,
        value=stated.figure.value,
        unit=stated.figure.unit + ("/年" if yearly else ""),
        comparator=stated.figure.comparator,
        deadline=each[min(stated.turn or 0, len(each) - 1)] if each else printed,
        deadline_inferred=due.inferred if due else str(end) if end else None,
        deadline_as_written=due.words.strip("，") if due else None,
        scope=_scope(stated.scope, header),
        quote=row.text[stated.start : stated.end],
        span=Span(row.start + stated.start, row.start + stated.end),
        rule=f"figure-{stated.cue}",
    )


def _tabled(chars: str, outline: Outline) -> Iterator[Target]:
    """Give the targets of the tables of indicators, each at the provision of its row."""
    header = outline.header
    if header.doc_type in _LAWS | _RULES:
        return
    starts = [leaf.span.start for leaf in outline.leaves]
    for row in tables(chars, signed_year(header)):
        leaf = outline.leaves[max(bisect_right(starts, row.span.start) - 1, 0)]
        yield _of_row(row, leaf.provision or "preamble", chars, header)


def _of_row(row: TableRow, at: str, chars: str, header: Header) -> Target:
    return Target(
        provision=at,
        number=0,
        indicator=row.indicator,
        value=row.value,
        unit=row.unit,
        comparator=row.comparator,
        deadline=row.year,
        deadline_inferred=None if row.year or not header.period[1] else str(header.period[1]),
        deadline_as_written=row.year,
        scope=None,
        quote=row.span.of(chars),
        span=row.span,
        rule="table-row",
        binding=row.binding,
    )


def _scope(printed: str | None, header: Header) -> str | None:
    """Give the place for 全省 and 我市, other scopes as printed."""
    if printed and printed[0] in "全我" and header.jurisdiction:
        return header.jurisdiction
    return printed


def _soft(chars: str, rows: Sequence[tuple[Clause, ...]], at: str) -> Iterator[SoftTarget]:
    for clauses in rows:
        for clause in clauses:
            text = clause.span.of(chars)
            if len(text) <= MAX_CLAUSE_CHARS and _SOFT.search(text):
                yield SoftTarget(
                    provision=at, number=0, text=text, span=clause.span, rule="soft-cue"
                )


def _glued(rows: Sequence[tuple[Clause, ...]], at: str) -> Iterator[Finding]:
    """Report clauses too long to be read: tables that were glued to one line."""
    for clauses in rows:
        for clause in clauses:
            if clause.span.end - clause.span.start > MAX_CLAUSE_CHARS:
                yield Finding(
                    code="target-table-glued", severity="info", provision=at, span=clause.span
                )


def _numbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give the rows with numbers that count from 1 within each provision."""
    counts: Counter[str] = Counter()
    numbered = []
    for row in rows:
        counts[row.provision] += 1
        numbered.append(replace(row, number=counts[row.provision]))
    return tuple(numbered)
