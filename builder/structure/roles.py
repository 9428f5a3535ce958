"""Roles of provisions: what kind of thing a leaf says, by the headings above it.

A document that answers, names or obliges has no tasks; in one that plans, a leaf is a task
unless a heading above it says goal, principle, direction, policy measure or safeguard.
"""

import re
from collections.abc import Sequence

from builder.lexicon import headings, wording
from builder.model.outline import Header, Role
from builder.structure.cases import acts_in_cases, lists_of_cases
from builder.structure.provisions import Draft

__all__ = ["assign", "holds_plan"]

Ruling = tuple[Role, str]
# what stands below these stays what they are, whatever its own heading says
LASTING: frozenset[Role] = frozenset({"organisation", "supporting_measure", "principle"})
MIN_PROGRAMME_PROVISIONS = 10
# what says where things go is work where bodies are named to do it
AIMS: frozenset[Role] = frozenset({"goal", "direction"})
PLANNED: frozenset[Role] = frozenset({"task", "supporting_measure"})
OTHER_NAMES: frozenset[Ruling] = frozenset(
    {("goal", "role-goal-work"), ("organisation", "role-division")}
)
STATUTE: Ruling = ("obligation", "kind-statute")
LISTING: Ruling = ("other", "kind-listing")
# rules about what bodies do, which are plans where no articles divide them; not 规范, 标准, 预案
RULES_IN_PARTS = ("规定", "办法", "细则")
MAX_CLOSING_CHARS = 60
# 重点任务清单, 2025年重点工作及责任清单; not 权力清单, 收费项目清单
LISTS_WORK = re.compile(r"任务|重点工作|举措|措施|整改|工作(?:责任)?清单")
# 重点任务清单, 任务分工表, 整治行动方案: annexes whose parts are tasks
PLANS = re.compile(
    r"(?:任务|重点工作|分工|举措|措施)[^，。]{0,6}(?:清单|表|方案|台账)|(?:任务|责任|工作)(?:分工|分解)"
    r"|(?:方案|行动计划|工作计划|若干措施|实施意见)(?:（[^）]*）)?$"
)
BESIDE_THE_PLAN = ("附件", "通知")
# 国务院办公厅转发国家教委关于…请示的通知: approved, and to be carried out
PASSED_ON = ("报告", "请示", "汇报")


def assign(chars: str, header: Header, items: Sequence[Draft], *, task_rows: bool) -> list[Ruling]:
    """Give each provision its role and the rule that gave it.

    ``task_rows`` says whether rows belong to tables that divide tasks.
    """
    parents = {item.node.parent for item in items}
    whole = _whole_document(header, len(items))
    divided = whole == LISTING and task_rows
    if divided or (whole and _is_plan(chars, header, items, whole)):
        whole = None
    report = _circulates(header) or (
        _forwards(header, "报告")
        and any(item.heading and headings.proposes(item.heading.of(chars)) for item in items)
    )
    inherited: dict[str | None, Ruling | None] = {None: None}
    plans = _annexes_that_plan(chars, items, whole)
    cases = lists_of_cases(chars, items)
    broken = _Broken()
    out: list[Ruling] = []
    for item in items:
        lost = broken.after(item)
        above = None if lost else inherited.get(item.node.parent)
        heading = item.heading.of(chars) if item.heading else ""
        leaf = item.node.id not in parents
        said = headings.role_of(heading, chapter=item.node.parent is None, leaf=leaf)
        if report and said is None:
            said = _part_of_report(heading, above)
        own = _own(above, said)
        inherited[item.node.id] = own
        if not leaf and not (item.node.id in cases and acts_in_cases(chars, item)):
            out.append(("container", "has-children"))
        else:
            kept = _by_words(chars, item, own, said)
            if item.node.parent in cases:
                kept = ("definition", "case-of-a-list")
            annex = item.node.id.partition(".")[0]
            if annex in plans and item.node.kind not in ("row", "annex"):
                out.append(kept or ("task", "annex-that-plans"))
                continue
            named = item.node.id.startswith("附件") and wording.names_who(item.span.of(chars))
            if named and not whole and item.node.kind not in ("row", "annex"):
                out.append(("task", "annex-with-its-bodies"))
                continue
            out.append(_of_leaf(item, kept, whole, task_rows=task_rows))
    return out if any(role in PLANNED for role, _ in out) else _under_other_names(out)


def _by_words(chars: str, item: Draft, own: Ruling | None, said: Ruling | None) -> Ruling | None:
    """Rule over a leaf by what its words say, where that outweighs the headings above it."""
    first = _first_words(chars, item)
    if wording.closes_text(first):
        return "definition", "in-force-clause"
    if item.heading and wording.counts_items(item.heading.of(chars)):
        return "other", "counts-items"
    opens = wording.opening_role(first)
    if opens and (own is None or own[0] == "task"):
        return opens, "said-in-first-words"
    if own is None:
        return None
    if own[0] in AIMS and wording.names_who(item.span.of(chars)):
        return "task", "aim-with-its-bodies"
    words = "".join(body.of(chars) for body in item.body)
    if own[1] == "role-steps" and wording.orders(words):
        named = item.heading is not None and said is None
        return ("task", "step-of-work") if named else ("organisation", "step-that-orders")
    if own[1] == "role-awareness" and wording.tells_whom(words):
        return "organisation", "awareness-that-orders"
    return own


def _under_other_names(rulings: list[Ruling]) -> list[Ruling]:
    """Take 目标任务 or 职责分工 for the work of a document that has no other."""
    return [
        ("task", "work-by-another-name") if ruling in OTHER_NAMES else ruling for ruling in rulings
    ]


def holds_plan(header: Header, *, articles: bool = False) -> bool:
    """Say whether the kind of a document lets it hold a plan.

    ``articles`` says that it is divided into articles.

    >>> holds_plan(Header(doc_type="实施方案")), holds_plan(Header(doc_type="请示"))
    (True, False)
    >>> holds_plan(Header(doc_type="请示", notice_title="国务院办公厅转发国家教委请示的通知"))
    True
    >>> rules = Header(doc_type="管理办法")
    >>> holds_plan(rules), holds_plan(rules, articles=True)
    (True, False)
    """
    kind = header.doc_type or ""
    in_parts = not articles and kind.endswith(RULES_IN_PARTS)
    return headings.kind_rule(kind) is None or in_parts or _forwards(header, *PASSED_ON)


def _annexes_that_plan(chars: str, items: Sequence[Draft], whole: Ruling | None) -> frozenset[str]:
    """Give the annexes of a plan that divide its work or are plans themselves, by their titles."""
    if whole is not None:
        return frozenset()
    return frozenset(
        item.node.id
        for item in items
        if item.node.kind == "annex"
        and item.heading is not None
        and PLANS.search("".join(item.heading.of(chars).split()))
    )


def _first_words(chars: str, item: Draft) -> str:
    """Give the first words of a provision without a heading: 本措施自印发之日起施行."""
    at = item.heading or (item.body[0] if item.body else None)
    return chars[at.start : min(at.end, at.start + MAX_CLOSING_CHARS)] if at else ""


def _is_plan(chars: str, header: Header, items: Sequence[Draft], whole: Ruling) -> bool:
    """Say whether a document whose kind holds no plan is one after all.

    办法 or 规定 in numbered parts instead of articles, or another of rules with a chapter of
    tasks (主要任务); a list (清单) that names who does what.
    """
    if whole == STATUTE:
        if any(item.node.kind == "article" for item in items):
            return False
        return (header.doc_type or "").endswith(RULES_IN_PARTS) or any(
            item.heading and headings.holds_tasks(item.heading.of(chars)) for item in items
        )
    return whole == LISTING and any(wording.names_who(item.span.of(chars)) for item in items)


def _part_of_report(heading: str, above: Ruling | None) -> Ruling | None:
    """Rule over a part of a report or circular: what is next to do, or how things stand."""
    if headings.proposes(heading):
        return "task", "proposal-of-report"
    return None if above else ("other", "situation-of-report")


def _own(above: Ruling | None, said: Ruling | None) -> Ruling | None:
    """Rule over a provision by its heading, unless one above it lasts."""
    if above is None or said is None:
        return said or above
    if above[0] == "supporting_measure" and said[0] == "organisation":
        return said
    return above if above[0] in LASTING else said


def _of_leaf(item: Draft, own: Ruling | None, whole: Ruling | None, *, task_rows: bool) -> Ruling:
    """Rule over one leaf, the surest sign first."""
    if whole is not None:
        return ("obligation", "article") if item.node.kind == "article" else whole
    if item.node.kind == "row":
        return ("task", "row-of-task-table") if task_rows else ("other", "row")
    if item.node.kind == "annex" or item.node.id.startswith(BESIDE_THE_PLAN):
        return "other", "beside-the-plan"
    return own or ("task", "leaf-of-plan")


def _whole_document(header: Header, provisions: int) -> Ruling | None:
    """Rule over all leaves of a document that holds no plan.

    A decision (决定) that only grants or changes something has few parts; one with many, or one
    that sets a field to work by its title, is a programme like an opinion.
    A list (清单) of tasks is a plan.
    """
    if not header.is_policy:
        return "other", "no-policy-document"
    if _forwards(header, *PASSED_ON) or _circulates(header):
        return None
    kind, title = header.doc_type or "", header.title or ""
    if kind == "决定" and (provisions >= MIN_PROGRAMME_PROVISIONS or headings.sets_to_work(title)):
        return None
    if kind.endswith(("清单", "表")) and LISTS_WORK.search(title):
        return None
    rule = headings.kind_rule(kind)
    if rule == "kind-statute":
        return STATUTE
    if rule is not None and kind.endswith("清单"):
        return LISTING
    if rule is not None:
        return "other", rule
    if kind == "通知" and headings.announces(title):
        return "other", "kind-announcement"
    return None


def _forwards(header: Header, *kinds: str) -> bool:
    """Say whether the document is one that a notice passes on to be carried out."""
    kind, notice = header.doc_type or "", header.notice_title or ""
    return kind.endswith(kinds) and headings.forwards(notice)


def _circulates(header: Header) -> bool:
    """Say whether the document tells all how things stand, and may say what is next (通报)."""
    return (header.doc_type or "").endswith("通报")


class _Broken:
    """Numbers that go back under one parent: a heading was lost, and its role with it."""

    def __init__(self) -> None:
        self.last: dict[tuple[str | None, str], int] = {}
        self.parents: set[str | None] = set()

    def after(self, item: Draft) -> bool:
        """Say whether the numbers went back before, or at, this provision."""
        node = item.node
        if node.label.numbers and node.kind != "row":
            key = (node.parent, node.label.kind)
            number = node.label.numbers[-1]
            if number <= self.last.get(key, 0):
                self.parents.add(node.parent)
            self.last[key] = number
        return node.parent is not None and node.parent in self.parents
