"""Leaf provisions that commit to work -> measures (举措): one action a measure.

A measure is a clause with a verb and an object of its own.  Preambles (以…为重点, 按照…)
belong to the action that follows, effects (提高…, 促进…) and riders (优先…) to the one before.
Policy sentences have no punctuation that tells these apart: it is read from how clauses begin.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from builder.extract.clauses import Clause, sentences
from builder.extract.measures_cases import stated, told
from builder.extract.measures_leading import lead
from builder.extract.measures_parting import part
from builder.extract.measures_reading import Reading, read
from builder.lexicon.verbs import nominal
from builder.model.finding import Finding
from builder.model.outline import Outline, Role
from builder.model.record import Measure
from builder.model.span import Span, overlapping

__all__ = ["MeasureReading", "find"]

Place = Literal["own", "back", "wait"]
SAVING = ("降低", "缩短", "节约")  # what goes on with an effect
LED_TO = ("打造", "建成")  # what support leads to
MAX_LABEL_CHARS = 24
BOX = re.compile(r"专栏\s?\d{1,2}")
MAX_APART = 3  # clauses from who is moved to what is done
# sentences of a request or a notice that ask for no work: how it ends, and what was done before
FORMULAS = re.compile(
    "(?:以上|上述)(?:意见|请示|报告|方案|办法)(?:如无|当否|妥否|已)|附(?:件|表)?[：:]|特此"
    "|[^，。；]{0,16}(?:如[有遇]|有任何|有何|有疑)[^，。；]{0,8}[问疑][题问]?，请[^，。；]{0,24}(?:反映|联系|咨询)。"
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


class _Group(NamedTuple):
    """Clauses ``first`` to ``last`` of a sentence, with the reading of the one that acts."""

    first: int
    last: int
    reading: Reading


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
        findings.extend(_comma_lost(place, span, chars) for span in lost)
        only = stated(chars, rows)
        if only:
            findings.append(
                _unread(place, Span(clauses[0].span.start, clauses[only - 1].span.end), chars)
            )
            clauses, rows = clauses[only:], rows[only:]
        groups = _group(lead(chars, told(chars, rows)))
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


def _group(rows: Sequence[tuple[Clause, Reading]]) -> list[_Group]:
    """Give the measures of one sentence: each action with what leans on it."""
    groups: list[_Group] = []
    waiting: int | None = None
    for i in range(len(rows)):
        place = _place(rows, i, bool(groups), waiting is not None)
        if place == "own":
            start = i if waiting is None else waiting
            head = i - 1 if waiting is not None and _carried(rows[i - 1][1], rows[i][1]) else i
            groups.append(_Group(start, i, _forced(rows, head, i)))
            waiting = None
        elif place == "back":
            groups[-1] = _joined(groups[-1], i, rows[i][1])
            waiting = None
        elif waiting is None:
            waiting = i
    return groups or _whole([reading for _, reading in rows])


def _joined(group: _Group, last: int, reading: Reading) -> _Group:
    """Give a measure with one more clause; 并及时公布 goes on about the action, so 及时 counts."""
    head = group.reading
    if reading.qualifiers and (reading.goes_on or reading.objectless):
        both = dict.fromkeys((*head.qualifiers, *reading.qualifiers))
        head = head._replace(qualifiers=tuple(both))
    if head.force_word == "支持" and reading.bare and reading.action in LED_TO:
        head = head._replace(action=reading.action, action_span=reading.action_span)
    return _Group(group.first, last, head)


def _whole(readings: Sequence[Reading]) -> list[_Group]:
    """Give a sentence of riders alone as one measure: 在…指标中，优先安排…，并减免…."""
    acting = (i for i, one in enumerate(readings) if one.alone and one.kind != "preamble")
    head = next(acting, None)
    return [] if head is None else [_Group(0, len(readings) - 1, readings[head])]


def _place(rows: Sequence[tuple[Clause, Reading]], i: int, behind: bool, waiting: bool) -> Place:
    """Say whether a clause is a measure of its own, goes back to the last one, or waits."""
    reading, last = rows[i][1], i == len(rows) - 1
    if reading.kind == "action":
        if reading.hanging and _taken_up(rows, i):
            return "wait"
        if behind and not waiting and _rounds_off(rows, i):
            return "back"
        if behind and not waiting and _saved(rows[i - 1][1], reading):
            return "back"
        if reading.objectless and not behind and _follows(rows, i):
            return "wait"  # 科学论证，明确布局
        return "own"
    if reading.kind == "effect" and (waiting or not behind):
        return "own"
    leads = reading.rule == "and-besides" and not reading.alone and not last
    if leads and rows[i + 1][1].rule == "modal":
        return "wait"  # 特别是周末两天，各乡镇要安排…
    if waiting and reading.kind == "rider" and rows[i - 1][1].rule == "case" and reading.alone:
        return "own"  # 以次充好的，列入名单
    if reading.kind in ("effect", "rider"):
        if reading.kind == "rider" and reading.counted and reading.alone:
            return "own"
        if waiting and reading.alone and _turns(rows[i - 1][1], reading):
            return "own"
        led = i > 0 and rows[i - 1][1].rule not in ("lead-in", "means", "because")
        leads = not waiting or (led and reading.rule == "and-besides" and not last)
        return "back" if behind else "own" if reading.alone and leads else "wait"
    if reading.kind == "preamble":
        return _before(rows, i, behind, waiting)
    if not behind and not waiting and reading.alone:
        return "own"
    if waiting and reading.alone and rows[i - 1][1].rule in ("case", "topic"):
        return "own"
    return "back" if behind and (last or not waiting) else "wait"


def _turns(before: Reading, reading: Reading) -> bool:
    """Say whether 重点… acts for an aim of its own: 围绕优势产业，重点开展新品种选育."""
    return before.rule == "according-to" and reading.qualifiers[:1] == ("重点",)


def _before(rows: Sequence[tuple[Clause, Reading]], i: int, behind: bool, waiting: bool) -> Place:
    """Place a preamble: before the action that follows, or alone at the sentence's end."""
    reading = rows[i][1]
    if behind and not waiting and reading.action == "突出" and i < len(rows) - 1:
        return "own"  # 突出重点帮扶对象，合理确定标准
    if behind and not waiting and reading.rule == "attitude" and reading.action == "增强":
        return "back"  # 深入开展创建行动，增强节约意识
    if i < len(rows) - 1:
        if reading.rule in ("means", "lead-in") and rows[i + 1][1].force == "must":
            return "own"
        return "wait"
    if behind and (reading.objectless or reading.rule == "better-playing"):
        return "back"
    if behind and reading.rule == "playing-to-strength" and not reading.bare:
        return "back"  # 充分发挥各级党组织作用
    told = reading.rule == "attitude" and reading.force_word is not None  # 各部门要密切配合
    return "own" if reading.alone or told else "back" if behind else "wait"


def _taken_up(rows: Sequence[tuple[Clause, Reading]], i: int) -> bool:
    """Say whether a later clause says what this one moves somebody to do.

    Means may stand between: 支持企业，通过兼并重组等方式，打造集团.
    """
    following = _acting(rows[i + 1 : i + 1 + MAX_APART])
    return following is not None and _moved(following)


def _acting(rows: Sequence[tuple[Clause, Reading]]) -> Reading | None:
    """Give the first reading that is no preamble."""
    for _, reading in rows:
        if reading.kind != "preamble":
            return reading
    return None


def _moved(reading: Reading) -> bool:
    """Say whether a clause has no force and nobody to move of its own."""
    moved = reading.kind == "action" and reading.force == "must" and not reading.pivot
    return moved and "优先" not in reading.qualifiers  # 优先为小微企业提供担保


def _forced(rows: Sequence[tuple[Clause, Reading]], head: int, i: int) -> Reading:
    """Give the reading of a measure, with the force of 鼓励…通过多种形式 before its action."""
    reading = rows[head][1]
    means = rows[i - 1][1] if i else reading
    if means.kind == "preamble" and means.force == "encourage" and _moved(reading):
        return reading._replace(force=means.force, force_word=means.force_word)  # 可采取…措施
    before = _acting(rows[max(i - MAX_APART, 0) : i][::-1])
    if before is None or not before.hanging or head != i or not _moved(reading):
        return reading
    return reading._replace(force=before.force, force_word=before.force_word)


def _carried(before: Reading, reading: Reading) -> bool:
    """Say whether 支持… or 提高… only tells what 发挥…作用 or 运用…政策 before it is for."""
    shaped = reading.rule == "makes-form"  # 发挥优势，构建…格局 builds
    served = reading.force_word == "支持" or (
        reading.kind == "effect" and before.alone and not shaped
    )
    # 加大奖补力度，支持…发展
    backed = before.rule == "lead-in" and (before.action, reading.force_word) == ("加大", "支持")
    if before.rule == "takes-as" and reading.kind == "effect":
        return True  # 把评估作为重要内容，提高能力
    return backed or (before.rule in ("playing-to-strength", "means") and served)


def _follows(rows: Sequence[tuple[Clause, Reading]], i: int) -> bool:
    """Say whether the next clause has a verb with an object at its head."""
    following = rows[i + 1][1] if i < len(rows) - 1 else None
    return following is not None and following.kind == "action" and not following.objectless


def _saved(before: Reading, reading: Reading) -> bool:
    """Say whether 降低成本 goes on with an effect: 提高效率，降低成本."""
    return before.kind == "effect" and reading.bare and reading.action in SAVING


def _rounds_off(rows: Sequence[tuple[Clause, Reading]], i: int) -> bool:
    """Say whether an action only rounds off the one before it: 分步实施.

    对…的，及时曝光，依法查处: what is done in a case has no object anywhere, and counts.
    """
    before, reading = rows[i - 1][1], rows[i][1]
    dealt = before.objectless and i > 1 and rows[i - 2][1].rule in ("case", "topic")
    last = i == len(rows) - 1
    if last and before.kind != "action" and reading.bare and reading.action == "营造":
        return True  # 切实维护合法权益，营造良好环境
    return (reading.objectless and not dealt) or _result(before, reading)


def _result(before: Reading, reading: Reading) -> bool:
    """Say whether 打造… only names what the support before it leads to."""
    named = reading.bare and not reading.counted and reading.action in LED_TO
    return before.pivot and named and before.force_word == "支持"
