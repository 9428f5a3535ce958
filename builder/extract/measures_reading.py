"""A clause -> what it is (action, preamble, effect, rider) and what it commits to.

Reads from the left: an ordinal (一是), a time (到2025年), a subject with a modal (各地要),
qualifiers (全面, 逐步), then the verb.  Where the clause opens otherwise (将…纳入,
在具备条件的城市推进, 中央财政资金支持) the verb is looked for inside.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from builder.extract import measures_closing as closing
from builder.extract import measures_moving as moving
from builder.extract import measures_patterns as patterns
from builder.extract import measures_preambles as preambles
from builder.extract import measures_verbs as verbs
from builder.extract.measures_qualifiers import qualifying
from builder.extract.measures_verbs import Verb
from builder.lexicon.departments import departments
from builder.lexicon.verbs import (
    clause_rule,
    ends_in_verb,
    force_of,
    nominal,
    verb_words,
)
from builder.model.record import Force
from builder.model.span import Span

__all__ = ["Kind", "Reading", "read"]

# all counties 达到 the standard: what the subject is to come to
MODAL = ("应", "必须", "须", "要")
# how a clause opens that names those it is about
TOPICAL = ("对", "在", "凡", "属于", "符合", "涉及", "是", "或按", "以及")
# 不得低于50% sets a bound
BOUNDS = frozenset({"低于", "高于", "少于", "多于", "超过", "大于", "小于", "晚于", "迟于", "短于"})
# verbs that no list of verbs holds, at the head of a clause
REACHING = frozenset({"达到", "实现", "完成", "建成", "进行", "担任", "兼任", "出任"})
Kind = Literal["action", "preamble", "effect", "rider", "other"]


class Reading(NamedTuple):
    """What a clause is and commits to.

    ``ordinal`` is the length of 一是 and the like; ``alone`` says that the clause can
    stand as an action where nothing follows that it would introduce; ``pivot`` that it
    moves somebody else (支持…的镇); ``hanging`` that what they shall do stands in the next
    clause; ``bare`` that its verb opens it; ``counted`` that it counts something (30家);
    ``objectless`` that nothing follows its verb (科学应对处置); ``goes_on`` that it goes on
    about the action before (并及时公布).
    """

    kind: Kind
    rule: str
    action: str
    action_span: Span
    force: Force
    force_word: str | None
    qualifiers: tuple[str, ...]
    ordinal: int = 0
    alone: bool = False
    pivot: bool = False
    hanging: bool = False
    bare: bool = False
    counted: bool = False
    objectless: bool = False
    goes_on: bool = False


class _Begun(NamedTuple):
    """A clause with what it opens with: ``at`` is where it proper begins, behind its subject."""

    text: str
    ordinal: int
    at: int
    verb: Verb | None
    modal: str | None


def read(chars: str, spans: Sequence[Span]) -> list[Reading]:
    """Give the readings of clauses.

    All take one step before any takes the next: patterns of hundreds of verbs are large,
    and a processor holds few of them at a time.

    >>> chars = "各城市要因地制宜制定具体落户办法"
    >>> (reading,) = read(chars, [Span(0, len(chars))])
    >>> reading.kind, reading.action, reading.force, reading.qualifiers
    ('action', '制定', 'must', ('因地制宜',))
    """
    begun = [_begun(chars[start:end]) for start, end in spans]
    ruled = [_rule(one.text, one.at) for one in begun]
    acting = [_acting(one, rule[2]) for one, rule in zip(begun, ruled, strict=True)]
    rows = zip(spans, begun, ruled, acting, strict=True)
    return [_reading(span.start, one, rule, verb) for span, one, rule, verb in rows]


def _begun(text: str) -> _Begun:
    """Give a clause with its subject passed over: 各地要, 发展改革部门."""
    start, at = _opening(text)
    if text.startswith(TOPICAL, start) and _names_case(text, start):
        return _Begun(text, start, start, None, None)
    verb = verbs.head(text, at)
    subject = _subject(text, at, verb)
    if subject is None:
        named = departments().match(text, at) if verb is None or verb.lead in nominal() else None
        if named is None:
            return _Begun(text, start, at, verb, None)
        return _Begun(text, start, named.end(), verbs.head(text, named.end()), None)
    if subject["modal"] == "负责" and not _charged(text, subject.end()):
        at = subject.start("modal")
    else:
        at = subject.end() + _opening(text[subject.end() :])[1]
    if subject["modal"] in patterns.FORBIDDING:
        at = verbs.anybody(text, at)
    verb = verbs.head(text, at) or verbs.stative(text, at)
    return _Begun(text, start, at, verb, subject["modal"])


def _charged(text: str, at: int) -> bool:
    """Say whether a clause goes on behind 负责 with what is to be done.

    >>> _charged("负责对医疗机构进行指导", 2), _charged("负责协调各部门按标准对接", 2)
    (True, True)
    >>> _charged("由牵头部门负责审查", 7), _charged("负责协调工作", 2)
    (False, False)
    """
    if text.startswith("对", at):
        return True
    verb = verbs.head(text, at)
    named = verb is not None and verb.lead in nominal() and text.endswith("工作")
    return verb is not None and verb.start == at and verb.end < len(text) and not named


def _names_case(text: str, start: int) -> bool:
    """Say whether a clause names those it is about, whatever modal stands in it.

    >>> _names_case("对《实施细则》要求应当引入第三方评估的情形", 0)
    True
    >>> _names_case("对不符合条件的企业要依法责令停产", 0)
    False
    """
    rule = clause_rule(text, start)
    return rule is not None and rule.id in ("topic", "case", "and-besides", "circumstance")


def _acting(begun: _Begun, acting: Verb | None) -> Verb | None:
    """Give the verb of a clause: behind a preamble, at its head, or inside it."""
    if begun.verb and begun.text.startswith(("将", "把"), begun.at):
        acting = None  # 将补贴条件由3年以上放宽至1年以上: what is put first is no circumstance
    verb = acting or begun.verb or verbs.inside(patterns.veil(begun.text), begun.at)
    return verbs.content(begun.text, verb) if verb else None


def _reading(
    offset: int, begun: _Begun, ruled: tuple[Kind, str, Verb | None], verb: Verb | None
) -> Reading:
    """Give the reading of a clause from what it opens with, its rule and its verb."""
    text, ordinal, at, head, modal = begun
    kind, rule, _ = ruled
    if rule in patterns.HEADLESS and (head or modal):
        kind, rule = "other", "none"
    found = verb or verbs.unknown(text, at)
    if modal and (kind != "preamble" or _closes(text, at, found)):
        kind, rule = "action", "modal" if rule == "none" else f"modal-{rule}"
    elif kind == "other" and (found.how not in ("none", "inside") or found.action in REACHING):
        kind, rule = "action", found.how
    dated = patterns.DATED.search(text, ordinal, at) is not None
    if kind == "effect" and dated:
        kind = "action"  # 年底前基本实现全程网办
    part = modal is not None and found.action in BOUNDS and text.startswith("其中", ordinal)
    if part:
        kind = "rider"  # 其中单户金额的占比不得低于50%
    force, force_word = _force(text, found, modal)
    counted = not part and patterns.COUNTED.search(text) is not None
    acts = kind == "action"
    return Reading(  # the fields in order: by name each would cost again
        kind,
        rule,
        found.action,
        Span(offset + found.start, offset + found.end),
        force,
        force_word,
        qualifying(text, at, found.start, moves=force != "must"),
        ordinal,
        (verb is not None or modal is not None) and rule not in patterns.NEVER_ALONE,  # alone
        acts and force != "must" and moving.moving().match(text, at) is not None,  # pivot
        acts and not counted and moving.hangs(text),  # hanging
        head is not None and head.start == at,  # bare
        counted,
        modal is None and not ordinal and not dated and _objectless(text, at, found),  # objectless
        text.startswith("并"),  # goes_on
    )


def _opening(text: str) -> tuple[int, int]:
    """Give the length of 一是 and the like, and where the clause proper begins."""
    m = patterns.opening().match(text) if text[:1] in patterns.OPENS else None
    return (m.end("ordinal"), m.end()) if m else (0, 0)


def _subject(text: str, at: int, verb: Verb | None) -> re.Match[str] | None:
    """Give the subject with its modal; one that begins with a verb only if that is a noun."""
    if verb is None:
        if text.startswith(MODAL, at) and (m := patterns.bare_modal().match(text, at)):
            return m
        return patterns.subject().match(patterns.veil(text) if "“" in text else text, at)
    if verb.lead in nominal():
        return patterns.named_subject().match(text, at)
    return None


def _rule(text: str, at: int) -> tuple[Kind, str, Verb | None]:
    """Give the first clause rule that holds, unless the clause goes on to act."""
    rule = clause_rule(text, at)
    if rule is None:
        return "other", "none", None
    m = preambles.goes_on(patterns.veil(text), at) if rule.id in preambles.MAY_ACT else None
    if m is None:
        return rule.kind, rule.id, None
    group = next(name for name in ("verb", "end", "bare") if m[name])
    return "action", f"{rule.id}-acts", verbs.verb_of(m, group, m[group], m[group])


def _objectless(text: str, at: int, verb: Verb) -> bool:
    """Say whether a clause ends with its verb and names nothing that it is done to.

    >>> _objectless("按程序在门户网站公布", 0, Verb(8, 10, "公布", how="closing"))
    True
    """
    end = len(text)
    if text.endswith(closing.LIGHT, 0, verb.start):
        return False  # 严格按照图纸进行施工
    if verb.end != end:
        twice = verb.how == "verb" and end - verb.end == 2 and ends_in_verb(text)
        if twice and verb.action in verb_words("taking"):
            return False
        more = text[verb.end] in "、并" and patterns.more_verbs().fullmatch(text, verb.end)
        if not twice and not more:
            return False
    return patterns.bare_way().fullmatch(text, at, verb.start) is not None


def _closes(text: str, at: int, verb: Verb) -> bool:
    """Say whether a clause goes on from a preamble to close with what is done, and how.

    >>> _closes("应按合同规定与企业及时结算", 1, Verb(11, 13, "结算", how="closing"))
    True
    """
    ways = qualifying(text, at, verb.start, moves=False) if verb.how == "closing" else ()
    return text.endswith(ways, 0, verb.start)


def _force(text: str, verb: Verb, modal: str | None) -> tuple[Force, str | None]:
    """Give the force and the word that sets it; a modal comes before a verb."""
    if modal in patterns.FORBIDDING:
        return ("must" if modal == "不得" and verb.action in BOUNDS else "forbid"), modal
    if modal in patterns.ALLOWING:
        return "encourage", modal
    if verb.lead in ("支持", "扶持") and patterns.FUNDS.search(text, 0, verb.start):
        return "promote", verb.lead
    force = force_of(verb.lead)
    if verb.lead == "不得" and verb.action in BOUNDS:
        return "must", verb.lead
    if force == "explore" and (patterns.DELIBERATES.search(text) or patterns.SETTLES.search(text)):
        return "must", modal
    if force != "must":
        return force, verb.lead
    if "试" in text and patterns.TRIAL.search(text):
        return "explore", "试点"
    if verb.how == "verb" and force_of(verb.action) != "must":
        return force_of(verb.action), verb.action
    return "must", modal
