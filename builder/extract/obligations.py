"""Articles of regulations -> obligations (义务条款): who must, must not, or may do what.

A sentence gives one obligation, and another for each clause that names somebody else or
turns from one force to another (甲部门应当…，乙部门应当…，不得…).  Articles oblige without a cue as
well: 州人民政府加强组织领导.  Words such as 应纳税, 相应 or 可以扣除的 oblige nobody.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Literal

from builder.extract.clauses import Clause, sentences
from builder.extract.measures_reading import read
from builder.lexicon.obligations import (
    actor,
    acts,
    adverbs,
    after_name,
    asks,
    by,
    cue,
    no_actor,
)
from builder.lexicon.verbs import verb_pattern
from builder.model.finding import Finding
from builder.model.outline import Outline
from builder.model.record import Obligation
from builder.model.span import Span

__all__ = ["ObligationReading", "find"]

PLANS = ("task", "supporting_measure", "organisation")
Force = Literal["must", "forbid", "may"]
_FORCES: dict[str, Force] = {"must": "must", "forbid": "forbid", "may": "may"}
# 可以扣除的其他项目: the cue only describes a noun
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fff]{0,3}的")
_BY = re.compile(r"由(?!于)")
# 州人民政府授权|数据资源主管部门|负责: whom another body lets act
_BODY = "(?:政府|部门|机关|机构|单位|[局厅委办])"
_LETS = re.compile(rf"(?:由(?!于)|[^，。；由]{{0,30}}{_BODY}(?:授权|委托)(?!的))")
# 个人将所得进行捐赠，是指; 本办法适用于: no duty
_DEFINES = re.compile("是指|所称|适用|视[为同]|施行$|包括$|由[^，。；]{2,80}组成$")
# 政府|召开的工作会议: a thing that a body does something with
_DESCRIBED = re.compile(r"[^，。；依根按在对]{1,8}的(?!，)[^，。；]{1,30}(?<![时后前])(?:，|\Z)")
# 可以部分提供给社会的公共数据
_THING = re.compile(r"的[^，。；的]{1,10}\Z")
# 在各自职责范围内, 对数据, 会同有关部门: between who acts and what is done
_WAYS = "自|在|对|向|从|为|将|把|与|会同|配合|按照?|依照?|依据|根据|结合|通过|定期|及时"
_WAY = rf"(?:{_WAYS})[^，。；]{{1,40}}?"
# 本办法所称立体绿化，是指…可以拼装的单元: what a word means obliges nobody
_MEANING = re.compile(r"^[^，。；]{0,30}(?:，[^，。；]{0,10})?是指")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationReading:
    """Obligations in order of the text, and findings."""

    obligations: tuple[Obligation, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cued:
    """A clause that obliges: its place in the sentence, its cue, and who is obliged."""

    index: int
    force: Force
    cue: str
    obliged: Span | None


def find(chars: str, outline: Outline) -> ObligationReading:
    """Give the obligations of a document's articles, and of all its text if it holds no plan.

    A decision, a reply or an order without tasks obliges in plain prose: 由湖北省政府负责实施.
    """
    rows: list[Obligation] = []
    numbers: Counter[str] = Counter()
    articles = _articles(outline)
    plain = {p.id for p in outline.provisions if p.kind == "article" and p.id in articles}
    for place, body in _stretches(outline, articles):
        for clauses in sentences(chars, body):
            for span, cued in _sentence(chars, clauses, plain=place in plain):
                if cued.obliged is None and place not in articles:
                    continue  # prose that obliges nobody by name
                numbers[place] += 1
                rows.append(_obligation(chars, place, numbers[place], span, cued))
    return ObligationReading(obligations=tuple(rows), findings=())


def _articles(outline: Outline) -> frozenset[str]:
    """Give the provisions that oblige, with those they are parts of: 应当履行下列职责：（一）…."""
    parts = [p for p in outline.provisions if p.role == "obligation"]
    return frozenset(p.id for p in parts) | {p.parent for p in parts if p.parent is not None}


def _stretches(outline: Outline, articles: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """Give the stretches that may oblige, with the provision (or preamble) each stands in."""
    planless = outline.header.is_policy and not any(p.role in PLANS for p in outline.provisions)
    if planless:
        for leaf in outline.leaves:
            if leaf.part in ("body", "preamble") and leaf.provision is None:
                yield "preamble", leaf.span
    for provision in outline.provisions:
        if provision.id in articles or (planless and provision.role == "other"):
            for body in provision.body:
                yield provision.id, body


def _sentence(
    chars: str, clauses: Sequence[Clause], *, plain: bool
) -> Iterator[tuple[Span, _Cued]]:
    """Give the obligations of a sentence, each with the stretch of clauses it covers."""
    if clauses and _tells_a_case(chars, clauses[-1].span):
        return
    whole = chars[clauses[0].span.start : clauses[-1].span.end] if clauses else ""
    if "是指" in whole and _MEANING.match(whole):
        return
    heads = _heads(chars, clauses, article=plain)
    if plain and not heads and clauses:
        heads = _plainly(chars, clauses)
    for k, head in enumerate(heads):
        first = 0 if k == 0 else head.index
        last = heads[k + 1].index - 1 if k + 1 < len(heads) else len(clauses) - 1
        yield Span(clauses[first].span.start, clauses[last].span.end), head


def _heads(chars: str, clauses: Sequence[Clause], *, article: bool) -> list[_Cued]:
    """Give the clauses that oblige somebody new, or otherwise than the one before."""
    heads: list[_Cued] = []
    first = 0
    for i, clause in enumerate(clauses):
        if _tells_a_case(chars, clause.span) or _names_a_thing(chars, clauses[i : i + 2]):
            continue
        found = _cued(chars, clause.span, first) or _asked(chars, clause.span, first, article)
        first = i + 1  # the next one begins with the cases before it
        if found is None or (heads and found.obliged is None and found.force == heads[-1].force):
            continue
        if found.obliged is None:
            obliged = heads[-1].obliged if heads else _before(chars, clauses[:i])
            found = replace(found, obliged=obliged)
        heads.append(found)
    return heads


def _tells_a_case(chars: str, clause: Span) -> bool:
    """Say whether a clause names a case and no duty: （二）拒不提供应当共享的数据的；."""
    return clause.of(chars).rstrip("，。；、 \n").endswith("的")


def _names_a_thing(chars: str, clauses: Sequence[Clause]) -> bool:
    """Say whether a clause names what the next one rules on: 可以提供给社会的数据，应当开放."""
    if len(clauses) < 2 or not cue().match(chars, *clauses[1].span):
        return False
    return cue().match(chars, *clauses[0].span) is not None and (
        _THING.search(chars, *clauses[0].span) is not None
    )


def _cued(chars: str, clause: Span, index: int) -> _Cued | None:
    for m in cue().finditer(chars, clause.start, clause.end):
        if _ATTRIBUTE.match(chars, m.end(), clause.end):
            continue
        force = _FORCES[m.lastgroup or "must"]
        obliged = _named(chars, Span(clause.start, m.start()))
        return _Cued(index=index, force=force, cue=m[0], obliged=obliged)
    return None


def _asked(chars: str, clause: Span, index: int, article: bool) -> _Cued | None:
    """Give what a clause without a cue of force obliges to: 请财政部研究, 由你们自筹解决."""
    for sign, who in ((asks(), _leading()), (_BY, _does(article=article))):
        m = sign.search(chars, clause.start, clause.end)
        named = who.match(chars, m.end(), clause.end) if m else None
        if m and named:
            obliged = Span(*named.span("who"))
            return _Cued(index=index, force="must", cue=m[0], obliged=obliged)
    return None


def _plainly(chars: str, clauses: Sequence[Clause]) -> list[_Cued]:
    """Give what an article says without a cue: 州人民政府加强组织领导, 实行备案审查制度."""
    if _DEFINES.search(chars, clauses[0].span.start, clauses[-1].span.end):
        return []
    for i, clause in enumerate(clauses):
        if _tells_a_case(chars, clause.span):
            continue
        obliged = _subject(chars, clause.span)
        readings = (read(chars, [one.span])[0] for one in clauses[i:])
        first = next(readings)
        acts = next((one for one in chain([first], readings) if one.kind == "action"), None)
        if acts is None or acts.force in ("encourage", "explore"):
            return []
        if obliged is None and not (first.kind == "action" and acts.bare):
            return []
        force: Force = "forbid" if acts.force == "forbid" else "must"
        return [_Cued(index=i, force=force, cue=acts.action, obliged=obliged)]
    return []


def _named(chars: str, head: Span) -> Span | None:
    """Give who stands before a cue: the words from the last 由, if they name an actor."""
    start = head.start
    while m := _LETS.search(chars, start, head.end):
        start = m.end()
    m = _actor().fullmatch(chars, start, head.end)
    return Span(*m.span("who")) if m else None


def _before(chars: str, clauses: Sequence[Clause]) -> Span | None:
    """Give the actor that begins an earlier clause: 建设单位申请领取许可证，应当…."""
    return next(filter(None, (_subject(chars, one.span) for one in reversed(clauses))), None)


def _subject(chars: str, clause: Span) -> Span | None:
    """Give the actor that begins a clause, if the clause goes on to say what it does."""
    m = _leading().match(chars, *clause)
    if m is None or _DESCRIBED.match(chars, m.end(), clause.end):
        return None
    return Span(*m.span("who"))


def _obligation(chars: str, provision: str, number: int, span: Span, cued: _Cued) -> Obligation:
    return Obligation(
        provision=provision,
        number=number,
        text=span.of(chars),
        span=span,
        obliged=cued.obliged.of(chars) if cued.obliged else None,
        obliged_span=cued.obliged,
        force=cued.force,
        cue=cued.cue,
        rule="cue-in-sentence",
    )


@cache
def _actor() -> re.Pattern[str]:
    # 州人民政府|, 副市长|按分工
    name = rf"[^，。；]{{0,80}}?(?:{actor()})(?:（[^）]{{1,30}}）)?"
    return re.compile(rf"(?!{acts()})(?P<who>{name})(?:{adverbs()})*(?:对[^，。；]{{2,40}})?")


@cache
def _leading() -> re.Pattern[str]:
    # 建设单位申请…; 市政府各部门提请…
    name = rf"[^，。；的由]{{0,24}}?(?:{actor(least=2)}|纳税人|义务人|受让人)"
    more = rf"(?:(?:各|及其?|和|或者?|、)[^，。；的]{{0,14}}?(?:{actor(least=2)}))*+"
    return re.compile(rf"(?!{no_actor()}|{acts()})(?P<who>{name}{more})(?!{after_name()})")


@cache
def _does(*, article: bool) -> re.Pattern[str]:
    # 由|广东省人民政府|承担, 由|建设单位或本级人民政府指定的部门|组织; in articles any verb
    plain = rf"{verb_pattern()}(?!人|领导|同志|[^，。；]{{0,12}}的[^，。；])"
    does = rf"(?:{by()}|(?!担任|组成){plain})" if article else by()
    who = rf"(?:{actor(least=2)})|[^，。；]{{1,40}}?(?:{actor()})(?<!或者)"
    return re.compile(
        rf"(?P<who>{who})(?:{adverbs()}){{0,3}}"
        rf"(?:{_WAY}(?:{adverbs()})*){{0,2}}{does}"
    )
