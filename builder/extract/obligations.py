"""Articles of regulations -> obligations (义务条款): who must, must not, or may do what."""

import re
from dataclasses import dataclass
from typing import Literal

from builder.extract.clauses import Clause, sentences
from builder.model.finding import Finding
from builder.model.outline import Outline
from builder.model.record import Obligation
from builder.model.span import Span

__all__ = ["ObligationReading", "find"]

Force = Literal["must", "forbid", "may"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationReading:
    """Obligations in order of the text; findings on articles that oblige nobody named."""

    obligations: tuple[Obligation, ...]
    findings: tuple[Finding, ...]


# 应当, 不得, 由…负责, 可以; not 适应, 不可抗力
_CUE = re.compile(
    r"(?P<forbid>不得|禁止|严禁|不准|不许|不予)"
    r"|(?P<must>应当|必须|务必|须(?!知)|负责|(?<![适相供反响效对感呼])应(?![急用对届变]))"
    r"|(?P<may>可以|有权)"
)


def find(chars: str, outline: Outline) -> ObligationReading:
    """Give the obligations of every provision whose role is ``obligation``."""
    rows: list[Obligation] = []
    for provision in outline.provisions:
        if provision.role != "obligation":
            continue
        number = 0
        for body in provision.body:
            for clauses in sentences(chars, body):
                obligation = _sentence(chars, provision.id, number + 1, clauses)
                if obligation is not None:
                    number += 1
                    rows.append(obligation)
    return ObligationReading(obligations=tuple(rows), findings=())


def _sentence(
    chars: str, provision: str, number: int, clauses: tuple[Clause, ...]
) -> Obligation | None:
    span = Span(clauses[0].span.start, clauses[-1].span.end)
    for clause in clauses:
        m = _CUE.search(chars, clause.span.start, clause.span.end)
        if m:
            force: Force = "forbid" if m["forbid"] else "must" if m["must"] else "may"
            who = _obliged(chars, clause.span, m.start(), clauses)
            return Obligation(
                provision=provision,
                number=number,
                text=span.of(chars),
                span=span,
                obliged=who.of(chars) if who else None,
                obliged_span=who,
                force=force,
                cue=m[0],
                rule="cue-in-sentence",
            )
    return None


def _obliged(chars: str, clause: Span, cue: int, clauses: tuple[Clause, ...]) -> Span | None:
    del clauses
    head = chars[clause.start : cue]
    return Span(clause.start, cue) if head.strip() else None
