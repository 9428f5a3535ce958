"""Small plans written for these tests, and how to make records of them.

The theme (rural water supply) is none of the seeds': what holds here was not fitted to them.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from builder.model.outline import Completeness, Header, Level, Provision, Role
from builder.model.record import (
    Agency,
    Citation,
    CitationRelation,
    Measure,
    Mentions,
    Record,
    Responsibility,
    Target,
    Task,
)
from builder.model.span import Span

LABEL = re.compile(
    r"(?P<id>\d+(?:\.\d+)*) (?P<role>[tsogc]) (?P<heading>[^。]*)(?:。(?P<body>.*))?"
)
ROLES: dict[str, Role] = {
    "t": "task",
    "s": "supporting_measure",
    "o": "organisation",
    "g": "goal",
    "c": "container",
}

HERE = Path(__file__).parent
NATIONAL = (HERE / "national.plan").read_text(encoding="utf-8").rstrip("\n")
PROVINCIAL = (HERE / "provincial.plan").read_text(encoding="utf-8").rstrip("\n")


def record(
    plan: str,
    key: str,
    *,
    title: str = "农村供水提质三年行动计划",
    doc_number: str | None = None,
    level: Level = "national",
    jurisdiction: str = "中华人民共和国",
    signed: str | None = "2024-03-01",
    completeness: Completeness = "full",
    cites: Sequence[tuple[CitationRelation, str | None, str | None]] = (),
    carriers: Sequence[tuple[str, str, str]] = (),
    forces: bool = False,
    targets: Sequence[Target] = (),
) -> Record:
    """Make a record of a plan in the notation above.

    ``cites`` are (relation, title, number); ``carriers`` (task, agency, line); with
    ``forces`` every clause becomes a measure, 探索 one of force explore.
    """
    lines = [title, *(LABEL.fullmatch(line) for line in plan.splitlines())]
    chars = title + "\n"
    provisions: list[Provision] = []
    for m in lines[1:]:
        start = len(chars)
        chars += m["heading"] + ("。" if m["body"] else "")
        body = Span(len(chars), len(chars) + len(m["body"] or ""))
        chars += (m["body"] or "") + "\n"
        parent = m["id"].rpartition(".")[0] or None
        provisions.append(
            Provision(
                id=m["id"],
                label="",
                heading=m["heading"],
                kind="section" if parent else "chapter",
                parent=parent,
                span=Span(start, len(chars) - 1),
                heading_span=Span(start, start + len(m["heading"])) if m["heading"] else None,
                body=(body,) if m["body"] else (),
                role=ROLES[m["role"]],
                role_rule="test",
            )
        )
    citations = tuple(
        Citation(
            number=number,
            title=named,
            doc_number=numbered,
            relation=relation,
            at="preamble",
            span=Span(0, 0),
            form="titled" if named else "numbered",
            cue=None,
            rule="test",
        )
        for number, (relation, named, numbered) in enumerate(cites, 1)
    )
    header = Header(
        title=title,
        doc_number=doc_number,
        level=level,
        jurisdiction=jurisdiction,
        signed_date=signed,
        completeness=completeness,
    )
    mentions = Mentions(
        agencies=tuple(_agency(name, line) for _, name, line in carriers),
        citations=citations,
        targets=tuple(targets),
    )
    return Record(
        key=key,
        header=header,
        text=chars,
        text_sha256=hashlib.sha256(chars.encode()).hexdigest(),
        origin_starts=(),
        origin_ends=(),
        provisions=tuple(provisions),
        leaves=(),
        tasks=tuple(
            _task(chars, row, carriers, forces=forces)
            for row in provisions
            if row.role in ("task", "supporting_measure", "organisation")
        ),
        mentions=mentions,
        witnesses=(),
        findings=(),
    )


def national(**changes: object) -> Record:
    """Make the national plan."""
    given: dict[str, object] = {"doc_number": "国发〔2024〕5号"}
    return record(NATIONAL, "国发-2024-5", **(given | changes))  # type: ignore[arg-type]


def provincial(plan: str = PROVINCIAL, **changes: object) -> Record:
    """Make the provincial plan, which cites the national one by its title."""
    given: dict[str, object] = {
        "title": "湖南省农村供水提质三年行动实施方案",
        "doc_number": "湘政发〔2024〕21号",
        "level": "provincial",
        "jurisdiction": "湖南省",
        "signed": "2024-08-01",
        "cites": [("implements", "农村供水提质三年行动计划", None)],
    }
    return record(plan, "湘政发-2024-21", **(given | changes))  # type: ignore[arg-type]


def target(number: int, provision: str, value: float, **changes: object) -> Target:
    """Make a target of one indicator; ``changes`` replace its fields."""
    given: dict[str, object] = {
        "indicator": "农村自来水普及率",
        "unit": "%",
        "comparator": "~",
        "deadline": "2027",
        "scope": None,
    }
    return Target(
        provision=provision,
        number=number,
        value=value,
        deadline_inferred=None,
        deadline_as_written=None,
        quote="",
        span=Span(0, 0),
        rule="test",
        **(given | changes),  # type: ignore[arg-type]
    )


def _agency(name: str, line: str) -> Agency:
    return Agency(
        key=name,
        canonical=name,
        aliases=(),
        kind="department",
        level=None,
        jurisdiction=None,
        line=line,
        resolved=True,
        as_of=None,
        rule="test",
    )


def _task(
    chars: str, row: Provision, carriers: Sequence[tuple[str, str, str]], *, forces: bool
) -> Task:
    return Task(
        id=row.id,
        heading=row.heading,
        role=row.role,
        span=row.span,
        deadline=None,
        deadline_span=None,
        responsibilities=tuple(
            Responsibility(
                provision=row.id,
                agency=name,
                agency_key=name,
                role="responsible",
                role_as_printed="责任单位",
                order=order,
                as_written=name,
                inferred=False,
                span=row.span,
                rule="test",
            )
            for order, (task, name, _) in enumerate(carriers, 1)
            if task == row.id
        ),
        measures=_measures(chars, row) if forces else (),
        place_mentions=(),
    )


def _measures(chars: str, row: Provision) -> tuple[Measure, ...]:
    spans = [
        Span(*m.span())
        for body in row.body
        for m in re.compile(r"[^，。]+").finditer(chars, body.start, body.end)
    ]
    return tuple(
        Measure(
            provision=row.id,
            number=number,
            text=span.of(chars),
            span=span,
            action=span.of(chars)[:2],
            action_span=Span(span.start, span.start + 2),
            force="explore" if "探索" in span.of(chars) else "must",
            force_word="探索" if "探索" in span.of(chars) else None,
            qualifiers=tuple(word for word in ("全面", "有序") if word in span.of(chars)),
            rule="test",
        )
        for number, span in enumerate(spans, 1)
    )
