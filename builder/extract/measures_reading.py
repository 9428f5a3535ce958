"""A clause -> what it is (action, preamble, effect, rider) and what it commits to.

Reads from the left: an ordinal (一是), a time (到2025年), a subject with a modal (各地要),
qualifiers (全面, 逐步), then the verb.  Where the clause opens otherwise (将…纳入,
在具备条件的城市推进, 中央财政资金支持) the verb is looked for inside.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from builder.extract import measures_inside as within
from builder.extract import measures_patterns as patterns
from builder.extract.measures_qualifiers import qualifying
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

__all__ = ["Reading", "read"]

# what stands before a verb with what it is done to: 要将…送…审查, 可由…组成
PREPOSED = tuple("将把由向以按从与为在有")
# all counties 达到 the standard: what the subject is to come to
# what is not to be done stands behind: 不得擅自修改, 不得将工程发包给个人
BARRING = frozenset({"不得", "不准", "不许", "不能", "禁止", "严禁"})
AT_WILL = re.compile(
    r"(?:擅自|随意|任意|变相|违规|违法|非法|无故|重复|再|一律|以任何\S{2,4}|通过\S{2,6}方式)*"
)
REACHING = frozenset({"达到", "实现", "完成", "建成"})
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


class _Verb(NamedTuple):
    """Where the content verb stands, and the word that sets the force."""

    start: int
    end: int
    action: str
    lead: str = ""
    how: str = "none"


class _Begun(NamedTuple):
    """A clause with what it opens with: ``at`` is where it proper begins, behind its subject."""

    text: str
    ordinal: int
    at: int
    verb: _Verb | None
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
    verb = _head(text, at)
    subject = _subject(text, at, verb)
    if subject is None:
        named = departments().match(text, at) if verb is None or verb.lead in nominal() else None
        if named is None:
            return _Begun(text, start, at, verb, None)
        return _Begun(text, start, named.end(), _head(text, named.end()), None)
    if subject["modal"] == "负责":
        at = subject.start("modal")
    else:
        at = subject.end() + _opening(text[subject.end() :])[1]
    return _Begun(text, start, at, _head(text, at), subject["modal"])


def _acting(begun: _Begun, acting: _Verb | None) -> _Verb | None:
    """Give the verb of a clause: behind a preamble, at its head, or inside it."""
    verb = acting or begun.verb or _inside(patterns.veil(begun.text), begun.at)
    return _content(begun.text, verb) if verb else None


def _reading(
    offset: int, begun: _Begun, ruled: tuple[Kind, str, _Verb | None], verb: _Verb | None
) -> Reading:
    """Give the reading of a clause from what it opens with, its rule and its verb."""
    text, ordinal, at, head, modal = begun
    kind, rule, _ = ruled
    if rule in patterns.HEADLESS and (head or modal):
        kind, rule = "other", "none"
    found = verb or _unknown(text, at)
    if modal and kind != "preamble":
        kind, rule = "action", "modal" if rule == "none" else f"modal-{rule}"
    elif kind == "other" and (found.how not in ("none", "inside") or found.action in REACHING):
        kind, rule = "action", found.how
    if kind == "effect" and patterns.DATED.search(text, ordinal, at):
        kind = "action"  # 年底前基本实现全程网办
    force, force_word = _force(text, found, modal)
    counted, acts = patterns.COUNTED.search(text) is not None, kind == "action"
    return Reading(
        kind=kind,
        rule=rule,
        action=found.action,
        action_span=Span(offset + found.start, offset + found.end),
        force=force,
        force_word=force_word,
        qualifiers=qualifying(text, at, found.start, moves=force != "must"),
        ordinal=ordinal,
        alone=(verb is not None or modal is not None) and rule not in patterns.NEVER_ALONE,
        pivot=acts and patterns.moving().match(text, at) is not None,
        hanging=acts and not counted and patterns.hangs(text),
        bare=head is not None and head.start == at,
        counted=counted,
        objectless=modal is None and _objectless(text, at, found),
        goes_on=text.startswith("并"),
    )


def _opening(text: str) -> tuple[int, int]:
    """Give the length of 一是 and the like, and where the clause proper begins."""
    m = patterns.opening().match(text)
    return (m.end("ordinal"), m.end()) if m else (0, 0)


def _subject(text: str, at: int, verb: _Verb | None) -> re.Match[str] | None:
    """Give the subject with its modal; one that begins with a verb only if that is a noun."""
    if verb is None:
        return patterns.subject().match(text, at)
    if verb.lead in nominal():
        return patterns.named_subject().match(text, at)
    return None


def _rule(text: str, at: int) -> tuple[Kind, str, _Verb | None]:
    """Give the first clause rule that holds, unless the clause goes on to act."""
    rule = clause_rule(text, at)
    if rule is None:
        return "other", "none", None
    m = patterns.goes_on(patterns.veil(text), at) if rule.id in patterns.MAY_ACT else None
    if m is None:
        return rule.kind, rule.id, None
    group = "verb" if m["noun"] else "bare"
    return "action", f"{rule.id}-acts", _verb(m, group, m[group], m[group])


def _head(text: str, at: int) -> _Verb | None:
    """Give the verb that opens the clause; behind a pivot (鼓励, 加快) the one behind it."""
    closed = within.closed().match(text, at) if text.endswith(within.CLOSING) else None
    if closed:
        return _verb(closed, "verb", closed["verb"], closed["verb"])
    marked, group = _object_first(text, at)
    if marked:
        moved = patterns.moving().match(text, at, marked.start(group))
        return _verb(marked, group, marked[group], moved["mover"] if moved else marked[group])
    m = patterns.head().match(text, at)
    if m is None:
        return None
    if m["first"] in nominal() or m["first"] in verb_words("partnered"):
        figure = within.figure().match(text, at)
        if figure and figure["verb"].startswith("不"):
            figure = None  # 新增平台不少于10家 adds
        inner = figure or within.turned().match(text, at)
        inner = inner or within.together().match(text, at)
        if inner:
            return _verb(inner, "verb", inner["verb"], inner["verb"])
    if m["content"]:
        return _verb(m, "content", m["content"], m["verb"])
    if m["other"] is None:
        verb = _verb(m, "first", m["first"], m["first"])
        return _barred(text, verb) if m["first"] in BARRING else verb
    if m["first"] in verb_words("pivot") and m["other"] in verb_words("pivot"):
        return _verb(m, "first", m["first"], m["first"])  # 鼓励和支持
    joined = m["first"] + ("或" if m["or"] == "或" else "") + m["other"]
    lead = m["other"] if m["first"] == "研究" else m["first"]  # 研究和协调解决 settles
    verb = _verb(m, "first", joined, lead)
    return verb._replace(end=m.end("other"))


def _object_first(text: str, at: int) -> tuple[re.Match[str] | None, str]:
    """Give the match of 将…纳入 and the group that holds its verb."""
    m = patterns.object_first().match(text, at) if patterns.marks(text) else None
    return m, next((name for name in ("sure", "then", "verb") if m and m[name]), "")


def _barred(text: str, verb: _Verb) -> _Verb:
    """Give what is not to be done, behind 不得 and the like: 不得擅自修改.

    >>> _barred("不得擅自修改审查通过的材料", _Verb(0, 2, "不得", "不得")).action
    '修改'
    """
    m = AT_WILL.match(text, verb.end)
    at = m.end() if m else verb.end
    if at == len(text):
        return verb
    marked, group = _object_first(text, at)
    if marked:
        return verb._replace(start=marked.start(group), end=marked.end(group), action=marked[group])
    named = patterns.head().match(text, at)
    if named and named["first"] and named.start("first") == at:
        start, end = named.span("first")
    else:
        start, end, *_ = _unknown(text, at)
    if text.startswith(PREPOSED, start):
        return verb
    return verb._replace(start=start, end=end, action=text[start:end])


def _verb(m: re.Match[str], group: str, action: str, lead: str) -> _Verb:
    return _Verb(*m.span(group), action, lead, "verb")


def _inside(text: str, at: int) -> _Verb | None:
    """Give the verb of a clause that opens with something else, and how it was found."""
    limit: _Verb | None = None
    for how, needed, pattern in within.inside():
        m = pattern.match(text, at) if needed in text else None
        if m is None:
            continue
        verb = _Verb(*m.span("verb"), m["verb"], m["verb"], how)
        if limit is None and how == "figure" and verb.action.startswith("不"):
            limit = verb  # 为企业解决难题不少于50项 solves
        elif limit is None or (how == "adjunct-first" and verb.start < limit.start):
            return verb
    return limit


def _content(text: str, verb: _Verb) -> _Verb:
    """Give the verb with content behind 予以, 进行 and the like: 予以查处."""
    if not text.startswith(within.LIGHT, verb.start):
        return verb
    m = within.light().match(text, verb.start)
    if m is None:
        return verb
    how = "light" if verb.how == "verb" else verb.how
    group = "verb" if m["verb"] else "other"
    start, end = m.span(group)
    return verb._replace(start=start, end=end, action=m[group], how=how)


def _unknown(text: str, at: int) -> _Verb:
    """Give the word behind qualifiers, which must be a verb: 有序剥离社会事务管理职能."""
    m = within.qualified().match(text, at)
    start = m.start("verb") if m else at
    how = "qualified" if m and m["run"] else "none"
    preposed = text[start : start + 1] in PREPOSED
    later = within.behind().search(text, start + 2) if preposed else None
    if later:
        return _verb(later, "verb", later["verb"], later["verb"])._replace(how=how)
    return _Verb(
        start=start, end=min(start + 2, len(text)), action=text[start : start + 2], how=how
    )


def _objectless(text: str, at: int, verb: _Verb) -> bool:
    """Say whether a clause ends with its verb and names nothing that it is done to.

    >>> _objectless("按程序在门户网站公布", 0, _Verb(8, 10, "公布", how="closing"))
    True
    """
    end = len(text)
    if verb.end != end:
        twice = verb.how == "verb" and end - verb.end == 2 and ends_in_verb(text)
        if twice and verb.action in verb_words("taking"):
            return False
        if not twice and not patterns.more_verbs().fullmatch(text, verb.end):
            return False
    return patterns.bare_way().fullmatch(text, at, verb.start) is not None


def _force(text: str, verb: _Verb, modal: str | None) -> tuple[Force, str | None]:
    """Give the force and the word that sets it; a modal comes before a verb."""
    if modal in patterns.FORBIDDING:
        return "forbid", modal
    if modal in patterns.ALLOWING:
        return "encourage", modal
    if verb.how == "funded" and verb.lead in ("支持", "扶持"):
        return "promote", verb.lead
    force = force_of(verb.lead)
    if modal is None and verb.lead in within.LIGHT:
        force = force_of(verb.action)  # 国家对新区给予重点支持
        if force != "must":
            return force, verb.action
    if force == "explore" and patterns.DELIBERATES.search(text):
        return "must", modal
    if force != "must":
        return force, verb.lead
    if "试" in text and patterns.TRIAL.search(text):
        return "explore", "试点"
    if verb.how == "verb" and force_of(verb.action) != "must":
        return force_of(verb.action), verb.action
    return "must", modal
