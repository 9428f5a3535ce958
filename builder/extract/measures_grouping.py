"""Clauses of a sentence -> its measures: each action with what leans on it.

A clause is a measure of its own, goes back to the one before, or waits for the one it leads into.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from builder.extract.clauses import Clause
from builder.extract.measures_reading import Reading

__all__ = ["Group", "gather"]

Place = Literal["own", "back", "wait"]
SAVING = ("降低", "缩短", "节约")  # what goes on with an effect
LED_TO = ("打造", "建成")  # what support leads to
MAX_APART = 3  # clauses from who is moved to what is done


class Group(NamedTuple):
    """Clauses ``first`` to ``last`` of a sentence, with the reading of the one that acts."""

    first: int
    last: int
    reading: Reading


def gather(rows: Sequence[tuple[Clause, Reading]]) -> list[Group]:
    """Give the measures of one sentence: each action with what leans on it."""
    groups: list[Group] = []
    waiting: int | None = None
    for i in range(len(rows)):
        place = _place(rows, i, bool(groups), waiting is not None)
        if place == "own":
            start = i if waiting is None else waiting
            head = i - 1 if waiting is not None and _carried(rows[i - 1][1], rows[i][1]) else i
            groups.append(Group(start, i, _forced(rows, head, i)))
            waiting = None
        elif place == "back":
            groups[-1] = _joined(groups[-1], i, rows[i][1])
            waiting = None
        elif waiting is None:
            waiting = i
    return groups or _whole([reading for _, reading in rows])


def _joined(group: Group, last: int, reading: Reading) -> Group:
    """Give a measure with one more clause; 并及时公布 goes on about the action, so 及时 counts."""
    head = group.reading
    if reading.qualifiers and (reading.goes_on or reading.objectless):
        both = dict.fromkeys((*head.qualifiers, *reading.qualifiers))
        head = head._replace(qualifiers=tuple(both))
    if head.force_word == "支持" and reading.bare and reading.action in LED_TO:
        head = head._replace(action=reading.action, action_span=reading.action_span)
    return Group(group.first, last, head)


def _whole(readings: Sequence[Reading]) -> list[Group]:
    """Give a sentence of riders alone as one measure: 在…指标中，优先安排…，并减免…."""
    acting = (i for i, one in enumerate(readings) if one.alone and one.kind != "preamble")
    head = next(acting, None)
    return [] if head is None else [Group(0, len(readings) - 1, readings[head])]


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
    if i == 0 or head != i or not _moved(reading):
        return reading
    before = _acting(rows[max(i - MAX_APART, 0) : i][::-1])
    if before is None or not before.hanging:
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
    return (reading.objectless and not dealt) or _result(before, reading)


def _result(before: Reading, reading: Reading) -> bool:
    """Say whether 打造… only names what the support before it leads to."""
    named = reading.bare and not reading.counted and reading.action in LED_TO
    return before.pivot and named and before.force_word == "支持"
