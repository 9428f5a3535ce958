"""Sentences that say with a label who does a task: 责任单位为市财政局, 市住建局为牵头单位.

The label stands as the subject or behind the bodies, with 为 or 是 where a list has a colon.
They count only where every name is a body or a group: 责任单位是落实的主体 stays prose.
"""

import re
from collections.abc import Iterator

from builder.extract.agencies import Standpoint, resolve, which_group
from builder.extract.near import near
from builder.extract.responsibility_grammar import Part, Reading
from builder.extract.responsibility_lists import ListSpan, stands_in
from builder.extract.responsibility_names import names_of
from builder.lexicon.alternatives import any_of
from builder.model.record import AgencyRole
from builder.model.span import Span

__all__ = ["said_readings"]

ROLES: dict[str, AgencyRole] = {
    "牵头": "lead",
    "主办": "lead",
    "主责": "lead",
    "责任": "responsible",
    "承办": "responsible",
    "实施": "responsible",
    "配合": "support",
    "协办": "support",
    "参与": "support",
}
LABEL = rf"(?:{any_of(ROLES)})(?:责任)?(?:单位|部门)"
NAMES = r"(?:[^，。；：\n（）()《》]|[（(][^（）()\n]{2,20}[）)]){3,120}?"
END = r"(?=[，,。；;）)\n]|\Z)"
# 责任单位为市发展改革委、市财政局
BEFORE_NAMES = rf"(?<![一-龥])(?P<label>{LABEL})[为是](?P<names>{NAMES}){END}"
# 市住建局为牵头单位
BEHIND_NAMES = rf"(?<=[，,。；;\n（(])(?:由|以)?(?P<named>{NAMES})[为是](?P<role>{LABEL}){END}"
SAID = re.compile(f"{BEFORE_NAMES}|{BEHIND_NAMES}")
WORDS = tuple(f"{end}{verb}" for end in ("单位", "部门") for verb in "为是")
NAMED_WORDS = tuple(f"{verb}{role}" for verb in "为是" for role in ROLES)
BEFORE, BEHIND = 130, 130


def said_readings(
    chars: str, lists: tuple[ListSpan, ...], at: Standpoint
) -> Iterator[tuple[ListSpan, Reading]]:
    """Give each clause that says with a label who does a task, outside lists.

    >>> from builder.extract.agencies import standpoint
    >>> from builder.model.outline import Header
    >>> words = "推进建设。牵头单位为市住建局，责任单位为市财政局、各县区政府。"
    >>> luan = standpoint(Header(jurisdiction="六安市"))
    >>> for _, reading in said_readings(words, (), luan):
    ...     print([(part.role, [n.surface for n in part.names]) for part in reading.parts])
    [('lead', ['市住建局'])]
    [('responsible', ['市财政局', '各县区政府'])]
    """
    for m in near(SAID, chars, (*WORDS, *NAMED_WORDS), before=BEFORE, behind=BEHIND):
        span = Span(*m.span())
        if stands_in(span, lists):
            continue
        label, group = (m["label"], "names") if m["label"] else (m["role"], "named")
        names = names_of(chars, Span(*m.span(group)))
        bodies = [resolve(name.surface, at) for name in names if not which_group(name.surface)]
        if bodies and all(body is not None and body.resolved for body in bodies):
            part = Part(role=ROLES[label[:2]], printed=label, span=span, names=names)
            where = ListSpan(span=span, inner=span, shape="said")
            yield where, Reading(parts=(part,), notes=())
