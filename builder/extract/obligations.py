"""Articles of regulations -> obligations (义务条款): who must, must not, or may do what.

A sentence gives one obligation, and another for each clause that names somebody else
(甲部门应当…，乙部门应当…).  Words such as 应纳税, 相应 or 可以扣除的 oblige nobody.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.extract.clauses import Clause, sentences
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
# 本办法所称立体绿化，是指…可以拼装的单元: what a word means obliges nobody
_BY = re.compile(r"由(?!于)")
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
    articles = {p.id for p in outline.provisions if p.role == "obligation"}
    for place, body in _stretches(outline):
        for clauses in sentences(chars, body):
            for span, cued in _sentence(chars, clauses):
                if cued.obliged is None and place not in articles:
                    continue  # prose that obliges nobody by name
                numbers[place] += 1
                rows.append(_obligation(chars, place, numbers[place], span, cued))
    return ObligationReading(obligations=tuple(rows), findings=())


def _stretches(outline: Outline) -> Iterator[tuple[str, Span]]:
    """Give the stretches that may oblige, with the provision (or preamble) each stands in."""
    planless = outline.header.is_policy and not any(p.role in PLANS for p in outline.provisions)
    if planless:
        for leaf in outline.leaves:
            if leaf.part in ("body", "preamble") and leaf.provision is None:
                yield "preamble", leaf.span
    for provision in outline.provisions:
        if provision.role == "obligation" or (planless and provision.role == "other"):
            for body in provision.body:
                yield provision.id, body


def _sentence(chars: str, clauses: Sequence[Clause]) -> Iterator[tuple[Span, _Cued]]:
    """Give the obligations of a sentence, each with the stretch of clauses it covers."""
    if clauses and _tells_a_case(chars, clauses[-1].span):
        return
    if clauses and _MEANING.match(chars[clauses[0].span.start : clauses[-1].span.end]):
        return
    heads: list[_Cued] = []
    for i, clause in enumerate(clauses):
        found = _cued(chars, clause.span, i)
        if found and (not heads or found.obliged is not None):
            heads.append(found)
    for k, head in enumerate(heads):
        first = 0 if k == 0 else head.index
        last = heads[k + 1].index - 1 if k + 1 < len(heads) else len(clauses) - 1
        obliged = head.obliged or _before(chars, clauses[: head.index])
        yield (
            Span(clauses[first].span.start, clauses[last].span.end),
            _Cued(index=head.index, force=head.force, cue=head.cue, obliged=obliged),
        )


def _tells_a_case(chars: str, last: Span) -> bool:
    """Say whether a sentence names a case and no duty: （二）拒不提供应当共享的数据的；."""
    return last.of(chars).rstrip("，。；、 \n").endswith("的")


def _cued(chars: str, clause: Span, index: int) -> _Cued | None:
    for m in cue().finditer(chars, clause.start, clause.end):
        if _ATTRIBUTE.match(chars, m.end(), clause.end):
            continue
        force = _FORCES[m.lastgroup or "must"]
        obliged = _named(chars, Span(clause.start, m.start()))
        return _Cued(index=index, force=force, cue=m[0], obliged=obliged)
    return _asked(chars, clause, index)


def _asked(chars: str, clause: Span, index: int) -> _Cued | None:
    """Give what a clause without a cue of force obliges to: 请财政部研究, 由你们自筹解决."""
    for sign, who in ((asks(), _leading()), (_BY, _does())):
        m = sign.search(chars, clause.start, clause.end)
        named = who.match(chars, m.end(), clause.end) if m else None
        if m and named:
            obliged = Span(*named.span("who"))
            return _Cued(index=index, force="must", cue=m[0], obliged=obliged)
    return None


def _named(chars: str, head: Span) -> Span | None:
    """Give who stands before a cue: the words from the last 由, if they name an actor."""
    start = head.start
    by = chars.rfind("由", head.start, head.end)
    if by >= 0 and chars[by + 1 : by + 2] != "于":
        start = by + 1
    m = _actor().fullmatch(chars, start, head.end)
    return Span(*m.span("who")) if m else None


def _before(chars: str, clauses: Sequence[Clause]) -> Span | None:
    """Give the actor that begins an earlier clause: 建设单位申请领取许可证，应当…."""
    for clause in reversed(clauses):
        m = _leading().match(chars, clause.span.start, clause.span.end)
        if m:
            return Span(*m.span("who"))
    return None


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
    return re.compile(rf"(?!{acts()})(?P<who>{name})(?:{adverbs()})*")


@cache
def _leading() -> re.Pattern[str]:
    # 建设单位申请…; 市政府各部门提请…
    name = rf"[^，。；的由]{{0,24}}?(?:{actor(least=2)}|纳税人|义务人|受让人)"
    more = rf"(?:(?:各|及其?|和|或者?|、)[^，。；的]{{0,14}}?(?:{actor(least=2)}))*+"
    return re.compile(rf"(?!{no_actor()}|{acts()})(?P<who>{name}{more})(?!{after_name()})")


@cache
def _does() -> re.Pattern[str]:
    # 由|广东省人民政府|承担
    return re.compile(rf"(?P<who>[^，。；的]{{0,30}}?(?:{actor()}))(?:{adverbs()})*(?:{by()})")
