"""Leaf provisions that commit to work -> measures (举措): one action a measure.

A measure is a clause with a verb and an object of its own.  Preambles (以…为重点, 按照…)
belong to the action that follows, effects (提高…, 促进…) and riders (优先…) to the one before.
Policy sentences have no punctuation that tells these apart: it is read from how clauses begin.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from builder.extract.clauses import Clause, sentences
from builder.extract.measures_cases import stated, told
from builder.extract.measures_grouping import gather
from builder.extract.measures_leading import lead
from builder.extract.measures_parting import part
from builder.extract.measures_reading import Reading, read
from builder.lexicon.verbs import nominal
from builder.model.finding import Finding
from builder.model.outline import Outline, Role
from builder.model.record import Measure
from builder.model.span import Span, overlapping

__all__ = ["MeasureReading", "find"]

MAX_LABEL_CHARS = 24
# sentences of a request or a notice that ask for no work: how it ends, and what was done before
FORMULAS = re.compile(
    "(?:以上|上述)(?:意见|请示|报告|方案|办法)(?:如无|当否|妥否|已)|附(?:件|表)?[：:]|特此"
    "|(?=[^，。；如有]{0,16}[如有])[^，。；]{0,16}(?:如[有遇]|有任何|有何|有疑)[^，。；]{0,8}[问疑][题问]?，请[^，。；]{0,24}(?:反映|联系|咨询)。"
    r"|专栏\s*\d{1,2}[^，。；：\n]{0,40}(?:\n|$)"
    "|(?:(?:按照|根据|结合|为|近年来|目前|前期)[^。；]{0,90}，)?我[省市县区厅局委办部][^，。；]{1,8}了[^，。；]{2,40}。"
)
BOX = re.compile(r"专栏\s*\d")  # the title of a box, with the first label in it
COMMITTING: frozenset[Role] = frozenset({"task", "supporting_measure", "organisation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReading:
    """Measures in order of the text, and findings on sentences that hold no action."""

    measures: tuple[Measure, ...]
    findings: tuple[Finding, ...]


class _Sentence(NamedTuple):
    """Clauses of a sentence of a provision, and where a comma between two was lost."""

    provision: str
    clauses: tuple[Clause, ...]
    lost: tuple[Span, ...]


def find(chars: str, outline: Outline, *, skip: Sequence[Span]) -> MeasureReading:
    """Give the measures of every provision that commits to work.

    Every clause of such a provision lies in a measure or in a finding
    ``measure-clause-unread``, but for labels (榨菜产业：); ``skip`` are responsibility lists.
    """
    measures: list[Measure] = []
    findings: list[Finding] = []
    numbers: Counter[str] = Counter()
    found = _sentences(chars, outline, skip)
    readings = iter(read(chars, [clause.span for one in found for clause in one.clauses]))
    for place, clauses, lost in found:
        rows = list(zip(clauses, readings, strict=False))  # each takes its own from the front
        if _is_label(chars, rows):
            clauses, rows = clauses[1:], rows[1:]
        if lost:
            findings.extend(_comma_lost(place, span, chars) for span in lost)
        only = stated(chars, rows)
        if only:
            findings.append(
                _unread(place, Span(clauses[0].span.start, clauses[only - 1].span.end), chars)
            )
            clauses, rows = clauses[only:], rows[only:]
        groups = gather(lead(chars, told(chars, rows)))
        for group in groups:
            # after 一是, 二要 and the like of the first clause
            start = clauses[group.first].span.start + rows[group.first][1].ordinal
            span = Span(start, clauses[group.last].span.end)
            numbers[place] += 1
            measures.append(_measure(chars, place, numbers[place], span, group.reading))
        if clauses and not groups:
            span = Span(clauses[0].span.start, clauses[-1].span.end)
            findings.append(_unread(place, span, chars))
    return MeasureReading(measures=tuple(measures), findings=tuple(findings))


def _is_label(chars: str, rows: Sequence[tuple[Clause, Reading]]) -> bool:
    """Say whether a sentence opens with a noun that only names it: 榨菜产业：建设实验室.

    So does the title of a box with the name of its first part: 专栏12 提升工程农机创新：….
    """
    (span, stop), reading = rows[0]
    if stop == "：" and len(rows) > 1 and BOX.match(chars, *span):
        return True
    if stop != "：" or len(rows) == 1:
        return False
    if span.end - span.start > MAX_LABEL_CHARS or BOX.match(chars, span.start):
        return BOX.match(chars, span.start) is not None
    named = reading.kind in ("other", "action") and not reading.rule.startswith("modal")
    # 创新平台：建设示范区; 供种保障能力提升：新建基地
    unacted = not reading.bare or reading.action in nominal() or chars.endswith("提升", *span)
    return named and unacted and not chars.startswith("其中", span.start)


def _sentences(chars: str, outline: Outline, skip: Sequence[Span]) -> list[_Sentence]:
    """Give the sentences of all provisions that commit to work, with lost commas put back."""
    holes = overlapping(skip)
    printed = [
        (provision.id, clauses)
        for provision in outline.provisions
        if provision.role in COMMITTING
        for body in provision.body
        for clauses in sentences(chars, body, skip=holes(provision.span))
    ]
    return [
        _Sentence(place, *part(chars, clauses))
        for place, clauses in printed
        if not FORMULAS.match(chars, clauses[0].span.start)
    ]


def _measure(chars: str, provision: str, number: int, span: Span, reading: Reading) -> Measure:
    return Measure(
        provision=provision,
        number=number,
        text=span.of(chars),
        span=span,
        action=reading.action,
        action_span=reading.action_span,
        force=reading.force,
        force_word=reading.force_word,
        qualifiers=reading.qualifiers,
        rule=reading.rule,
    )


def _unread(provision: str, span: Span, chars: str) -> Finding:
    return Finding(
        code="measure-clause-unread",
        severity="info",
        provision=provision,
        span=span,
        details=(("words", span.of(chars)[:60]),),
    )


def _comma_lost(provision: str, span: Span, chars: str) -> Finding:
    return Finding(
        code="measure-comma-lost",
        severity="info",
        provision=provision,
        span=span,
        details=(("words", span.of(chars)),),
    )
