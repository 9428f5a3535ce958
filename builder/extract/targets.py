"""Restored text -> targets (目标指标): indicator, value, unit, comparator, deadline, scope.

A figure is a target where a cue makes it one: what an indicator is to reach (达到, 不低于),
by how much it changes (增长), or how much of a piece of work is to be done (新建…20所).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from builder.extract.clauses import sentences
from builder.extract.targets_figures import Figure, cue_before, figures
from builder.lexicon.units import past, target_words
from builder.model.finding import Finding
from builder.model.outline import Header, Outline
from builder.model.record import SoftTarget, Target
from builder.model.span import Span

__all__ = ["TargetReading", "find"]

_BARRED = frozenset({"obligation", "definition"})
_DEADLINE = re.compile(
    r"(?:到|至|在|于|力争|争取|确保|展望)?(?:到)?(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?(?:底|末|年底)?(?:前|之前|以前|，|时|，?(?=全))?"
)
_SOFT = re.compile(
    r"全覆盖|全面完成|基本形成|基本建成|全面建成|基本实现|全面实现|基本完成|基本建立|全部完成|显著提[高升]|明显提[高升]|明显增强|显著增强|大幅提[高升]"
)
_NAMED = re.compile(r"^[\s，、。和与及]*(?:(?:其中|力争|确保|使|同时|并|且|要|预期)\s?)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetReading:
    """Targets and soft targets in order of the text."""

    targets: tuple[Target, ...]
    soft_targets: tuple[SoftTarget, ...]
    findings: tuple[Finding, ...]


def find(chars: str, outline: Outline, *, skip: Sequence[Span]) -> TargetReading:
    """Give the targets of the whole document, each at its leaf provision."""
    targets: list[Target] = []
    soft: list[SoftTarget] = []
    for at, span in _stretches(outline):
        near = [hole for hole in skip if hole.overlaps(span)]
        n = sum(1 for target in targets if target.provision == at)
        for target in _stretch(chars, span, at, near, outline.header, n):
            targets.append(target)
        for clauses in sentences(chars, span, skip=near):
            for clause in clauses:
                if _SOFT.search(chars, clause.span.start, clause.span.end):
                    number = sum(1 for item in soft if item.provision == at) + 1
                    soft.append(
                        SoftTarget(
                            provision=at,
                            number=number,
                            text=clause.span.of(chars),
                            span=clause.span,
                            rule="soft-cue",
                        )
                    )
    return TargetReading(targets=tuple(targets), soft_targets=tuple(soft), findings=())


def _stretches(outline: Outline) -> Iterator[tuple[str, Span]]:
    for provision in outline.provisions:
        if provision.role not in _BARRED:
            for body in provision.body:
                yield provision.id, body


def _stretch(
    chars: str, span: Span, at: str, skip: Sequence[Span], header: Header, count: int
) -> Iterator[Target]:
    carried: re.Match[str] | None = None
    for clauses in sentences(chars, span, skip=skip):
        deadline = carried
        whole = Span(clauses[0].span.start, clauses[-1].span.end).of(chars)
        bygone = _bygone(whole, header)
        for i, clause in enumerate(clauses):
            text = clause.span.of(chars)
            for m in _DEADLINE.finditer(text):
                if _ahead(m, header):
                    deadline = m
                    if i == 0 and m.start() == 0:
                        carried = m
            if bygone or past().search(text):
                continue
            for target in _clause(text, clause.span, at, deadline, header):
                count += 1
                yield _numbered(target, count)


def _numbered(target: Target, number: int) -> Target:
    from dataclasses import replace

    return replace(target, number=number)


def _ahead(m: re.Match[str], header: Header) -> bool:
    signed = int(header.signed_date[:4]) if header.signed_date else None
    return signed is None or int(m["year"]) >= signed


def _bygone(text: str, header: Header) -> bool:
    years = [int(y) for y in re.findall(r"(?<![比较])(20\d\d)年", text)]
    signed = int(header.signed_date[:4]) if header.signed_date else None
    return bool(years) and signed is not None and max(years) < signed


def _clause(
    text: str, span: Span, at: str, deadline: re.Match[str] | None, header: Header
) -> Iterator[Target]:
    done = 0
    work = False
    last = ""
    for figure in figures(text):
        before = text[done : figure.start]
        cue = cue_before(before)
        worked = _work().search(before)
        behind = ""
        if cue:
            name = before[: cue.start()]
        elif worked and (figure.digits or re.search("至少|不少于|每", before)):
            name, work = before[worked.end() :], True
        elif (work or last) and figure.digits and re.match(r"^[、和及]", before):
            name = before
        else:
            continue
        indicator = _indicator(name)
        if len(indicator) < 2:
            m = re.match(r"[^，。；、\d]{2,20}", text[figure.end :])
            behind = m[0] if m else ""
            indicator = _indicator(behind) or last
        if len(indicator) < 2:
            continue
        last = indicator
        start = span.start + done + (len(before) - len(before.lstrip("，、和及 ")))
        end = span.start + figure.end + len(behind)
        done = figure.end
        yield _target(text, at, indicator, figure, Span(start, end), span, deadline, header)


def _target(
    text: str,
    at: str,
    indicator: str,
    figure: Figure,
    quote: Span,
    clause: Span,
    deadline: re.Match[str] | None,
    header: Header,
) -> Target:
    scope, name = _scope(indicator, header)
    unit = figure.unit
    if "每年" in text[: figure.start] and not unit.endswith("%"):
        unit += "/年"
    return Target(
        provision=at,
        number=0,
        indicator=name,
        value=figure.value,
        unit=unit,
        comparator=figure.comparator,
        deadline=deadline["year"] if deadline else None,
        deadline_inferred=None if deadline or not header.period[1] else str(header.period[1]),
        deadline_as_written=deadline[0].strip("，") if deadline else None,
        scope=scope,
        quote=text[quote.start - clause.start : quote.end - clause.start],
        span=quote,
        rule="figure-with-cue",
    )


def _indicator(name: str) -> str:
    name = _DEADLINE.sub("", name)
    name = _NAMED.sub("", name)
    m = None
    for m in _work().finditer(name):
        if m.start() == 0:
            name = name[m.end() :]
        break
    name = re.sub(r"(?:由|从)[^，]{1,12}$", "", name)
    name = re.sub(r"(?:分别|均|都|力争|要|将|总数|原则上)$", "", name)
    return name.strip("，、。；：的 “”了")


def _scope(name: str, header: Header) -> tuple[str | None, str]:
    m = re.match(
        r"(?:原则上)?(?P<scope>全(?:省|市|县|区|国|州|域|镇)|我(?:省|市|县|区|国)|各[^，、]{1,6}?(?:区|市|县|地)|每个[^，、]{1,4}(?:区|市|县|乡|镇|街道|村)|县域|中心城市|县城|城市|农村)(?:的)?(?=\S{2})",
        name,
    )
    if not m:
        return None, name
    scope = m["scope"]
    place = header.jurisdiction if scope[0] in "全我" and header.jurisdiction else scope
    return place, name[m.end() :] if scope[0] in "全我" or scope == "县域" else name


@cache
def _work() -> re.Pattern[str]:
    return re.compile(rf"(?:{target_words('work')})(?:完成|达到|不少于|至少|一批)?")
