"""Clauses of a sentence -> the same, read again in the light of those that follow.

``将甲项，乙项，确认为地方事权``: objects put first may hold commas, and only the verb behind them
says that they were objects.  ``各部门要认真履行职责`` leads into an action, but not into
``强化协调配合``, which is as general: then each is told.
"""

import re
from collections.abc import Sequence
from functools import cache

from builder.extract import measures_patterns as patterns
from builder.extract.clauses import Clause
from builder.extract.measures_reading import Kind, Reading
from builder.lexicon.verbs import verbs
from builder.model.span import Span

__all__ = ["lead"]

MIN_TOLD_CHARS = 4  # 协调联动 only rounds off
MAX_OBJECTS = 16  # clauses of objects put first before their verb
# what opens a clause whose object comes first
MARKS = "将把"
OPENS = re.compile("将(?![来要会])|把(?![握关控好牢守])")
# clauses that lead in, but may be told
DUTIES = frozenset({"attitude", "with-as", "playing-to-strength"})
ORDERING = frozenset({"要", "应", "应当", "必须"})
# how what is done together ends: 切实加强组织领导, 密切协调配合
TOGETHER = ("领导", "配合", "协作", "合力", "沟通", "协调", "协同", "联动")
# 省人社厅牵头，五市人社部门参加: who does together what follows
JOINING = ("参加", "参与", "配合", "协助", "协办")

# 要高度重视质量检查工作: a duty with an object of its own, told where an action follows
_WEIGHTY = re.compile(r"\S{0,40}?(?:高度重视\S{4,}|履行(?!好)\S{2,6}职责)")
# 通过章程、员工行为规范等规章制度及聘用合同: where it is laid down what follows
_LAID_DOWN = re.compile(
    r"[^，。；]{0,24}?通过[^，。；]+(?:章程|制度|合同|协议|办法|细则|公约|守则|规范|手册|文件)"
)

Rows = list[tuple[Clause, Reading]]


def lead(chars: str, rows: Rows) -> Sequence[tuple[Clause, Reading]]:
    """Give the clauses, changed in place, with duties told and objects put first joined."""
    for i, (clause, reading) in enumerate(rows[:-1]):
        if reading.rule in DUTIES and (reading.rule == "attitude" or _ordered(reading)):
            _tell(chars, rows, i)
        elif reading.rule == "considering" and _apart(chars, rows[i + 1]):
            _become(rows, i, "action", "told")  # 确定条件时充分考虑环境，新建项目必须达标
        elif not (reading.bare or reading.rule.startswith("modal")) and _asks(chars, rows[i + 1]):
            _become(rows, i, "preamble", "topic")
        elif reading.rule.endswith("by-means-of-acts") and _laid_down(chars, rows, i):
            _become(rows, i, "preamble", "by-means-of")
        elif chars.startswith("对", clause.span.start) and _done_to(chars, rows[i + 1]):
            _become(rows, i, "preamble", "topic")
        elif reading.rule == "led-by":
            _join(chars, rows, i + 1)
        elif chars[clause.span.start] in MARKS and OPENS.match(chars, clause.span.start):
            _open(chars, rows, i)
        elif reading.rule == "modal" and OPENS.match(reading.action):
            _hand_on(rows, i)
    return rows


def _asks(chars: str, row: tuple[Clause, Reading]) -> bool:
    """Say whether a clause, without a subject, says by whom or by what rule all is settled.

    划分，参照有关原则执行; 章程制定等重大事项，报主管部门审批.
    """
    clause, reading = row
    asks = reading.kind == "action" or reading.rule == "according-to"
    return asks and _settled().match(chars, *clause.span) is not None


def _apart(chars: str, row: tuple[Clause, Reading]) -> bool:
    """Say whether a clause orders a subject of its own: 新建项目必须达标."""
    clause, reading = row
    ordered = reading.rule == "modal" and reading.force_word in ORDERING
    return ordered and not chars.startswith(tuple(ORDERING), clause.span.start)


def _done_to(chars: str, row: tuple[Clause, Reading]) -> bool:
    """Say whether a clause says what is done to what 对 names before it: 进行指导、考核."""
    return chars.startswith(("进行", "作出"), row[0].span.start)


def _laid_down(chars: str, rows: Rows, i: int) -> bool:
    """Say whether a clause names the papers by which the next one rules on something."""
    rules = chars.startswith("对", rows[i + 1][0].span.start)
    return rules and _LAID_DOWN.fullmatch(chars, *rows[i][0].span) is not None


def _ordered(reading: Reading) -> bool:
    """Say whether a clause orders a duty of its own subject: 各部门要以治理为重点."""
    return reading.rule in DUTIES and reading.force_word in ORDERING


def _tell(chars: str, rows: Rows, i: int) -> None:
    """Read a duty as an action where the next clause is a duty as well, or has its own subject."""
    clause, following = rows[i + 1]
    together = chars.endswith(TOGETHER, 0, clause.span.end)
    together = together and clause.span.end - clause.span.start > MIN_TOLD_CHARS
    ordered = _ordered(rows[i][1])
    apart = ordered and following.force_word in ORDERING
    acts = following.kind == "action" and not following.objectless
    leads = rows[i][1].rule == "playing-to-strength" and following.force == "must"
    apart = apart or (ordered and acts and (leads or _weighty(chars, rows[i][0])))
    if _closed(rows, i):
        _become(rows, i + 1, "action", "told")
        apart = True
    if apart or (together and rows[i][1].rule != "with-as"):
        _become(rows, i, "action", "told")
    if together:
        _become(rows, i + 1, "action", "told")


def _weighty(chars: str, clause: Clause) -> bool:
    """Say whether a duty names what it is about: 要高度重视监督管理工作."""
    return _WEIGHTY.fullmatch(chars, *clause.span) is not None


def _closed(rows: Rows, i: int) -> bool:
    """Say whether two duties end before a topic: 要履行职责，发挥作用，对违规行为，…."""
    strength = rows[i + 1][1].rule == "playing-to-strength" and _ordered(rows[i][1])
    return strength and i + 2 < len(rows) and rows[i + 2][1].rule in ("topic", "case")


def _join(chars: str, rows: Rows, i: int) -> None:
    """Read 五市人社部门参加 behind 省人社厅牵头 as part of who does what follows."""
    while i < len(rows) - 1 and chars.endswith(JOINING, 0, rows[i][0].span.end):
        _become(rows, i, "preamble", "led-by")
        i += 1


def _open(chars: str, rows: Rows, i: int) -> None:
    """Read objects put first as preambles of the verb that opens a later clause."""
    if _placed().search(chars, *rows[i][0].span):
        return
    for j in range(i + 1, min(i + 1 + MAX_OBJECTS, len(rows))):
        m = _placed().match(chars, *rows[j][0].span)
        if m:
            for k in range(i, j):
                _become(rows, k, "preamble", "object-first")
            reading = rows[j][1]._replace(action=m[0], action_span=Span(*m.span()))
            rows[j] = (rows[j][0], reading)
            _become(rows, j, "action", "object-first")
            return


def _hand_on(rows: Rows, i: int) -> None:
    """Read an object put first behind a modal as a preamble: 应将结果，向主管部门报告."""
    modal, following = rows[i][1], rows[i + 1][1]
    if following.kind == "action" and modal.force == "must":
        _become(rows, i, "preamble", "object-first")


def _become(rows: Rows, i: int, kind: Kind, rule: str) -> None:
    clause, reading = rows[i]
    rows[i] = (clause, reading._replace(kind=kind, rule=rule, objectless=False))


@cache
def _placed() -> re.Pattern[str]:
    """Match a verb of which 将 or 把 puts the object first: 确认为, 纳入."""
    return re.compile(verbs("object_placed"))


@cache
def _settled() -> re.Pattern[str]:
    """Match what is settled about what stands before: 参照有关原则执行, 报主管部门审批."""
    approved = "审[批定核]|批准|备案|核准|同意"
    return re.compile(
        rf"(?:原则上)?不(?:高于|低于|超过|少于)\S*\d|{patterns.settled()}"
        rf"|报(?!告|送|名|销|道)\S{{2,40}}(?:{approved})$"
    )
