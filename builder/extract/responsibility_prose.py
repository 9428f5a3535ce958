"""Sentences of a task that say who does it: ``由省发展改革委会同省财政厅负责``.

Prose counts only where every name is a body known by name: 由县级人民政府负责 and
由市场监管部门牵头的机制 stay prose.  Such a stretch is no list, so measures read it too.
"""

import re
from collections.abc import Iterator

from builder.extract.agencies import Standpoint, resolve
from builder.extract.near import near
from builder.extract.responsibility_grammar import Part, Reading
from builder.extract.responsibility_lists import ListSpan, stands_in
from builder.extract.responsibility_names import Name, names_of
from builder.model.record import AgencyRole
from builder.model.span import Span

__all__ = ["prose_readings"]

# 由省发展改革委会同省财政厅负责, 省人社厅牵头，五市人社部门参加; not …牵头的机制
_WORDS = r"(?:[^，。；：\n（）()《》]|[（(][^（）()\n]{2,20}[）)])"  # 市发改委（市能源局）
WHO = rf"{_WORDS}{{3,80}}?"
ASKER = rf"(?:(?!由){_WORDS}){{3,80}}?"
TOGETHER = r"会同|牵头商|商|牵头会同|联合"
ETC = r"(?:等(?:有关|相关|各)?(?:部门|单位)?)?"
BY_DUTY = r"(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|依职责|分别|共同)?"
VERB = (
    rf"{ETC}{BY_DUTY}(?:牵头负责|负责牵头(?:组织实施)?|牵头|具体负责|负责|组织实施|研究制定|研究提出"
    "|制定|落实)"
)
NO_DUTY = r"的|解释"  # …负责的机制; who explains a plan does no task of it
# 市工信局、市商务局配合实施
HELPED = (
    rf"(?:[，,](?P<helpers>{WHO})"
    rf"(?P<helps>{ETC}{BY_DUTY}(?:积极|密切)?(?:配合|参与|参加|协助|协同)))?"
)
# 由省发展改革委会同省财政厅负责
BY = re.compile(
    rf"由(?P<first>{WHO})(?:(?P<joined>{TOGETHER})(?P<second>{WHO}))?(?P<verb>{VERB})(?!{NO_DUTY})"
    rf"{HELPED}"
)
# 。省人社厅牵头，五市人社部门参加; 。市大数据局会同市委网信办、市公安局负责
OPENING = re.compile(
    rf"(?<=[。；\n])(?:(?P<leader>{ASKER})(?P<leads>牵头(?:负责)?)(?=[，,])"
    rf"|(?P<asker>{ASKER})(?P<asks>会同)(?P<asked>{WHO})(?P<duty>{VERB})(?!{NO_DUTY})){HELPED}"
)
OPENING_WORDS = ("牵头", "会同")
BEFORE, BEHIND = 90, 330  # the most characters of an opening sentence about such a word


def prose_readings(
    chars: str, lists: tuple[ListSpan, ...], at: Standpoint
) -> Iterator[tuple[ListSpan, Reading]]:
    """Give each sentence that names bodies as doing it, outside lists.

    >>> from builder.extract.agencies import standpoint
    >>> from builder.model.outline import Header
    >>> words = "具体方案由自治区发展改革委牵头商自治区财政厅研究提出。"
    >>> guangxi = standpoint(Header(jurisdiction="广西壮族自治区"))
    >>> for _, reading in prose_readings(words, (), guangxi):
    ...     print([(part.role, part.names[0].surface) for part in reading.parts])
    [('lead', '自治区发展改革委'), ('support', '自治区财政厅')]
    """
    for m in _sentences(chars):
        span = Span(*m.span())
        if stands_in(span, lists):
            continue
        parts = tuple(_parts(chars, m))
        names = [name for part in parts for name in part.names]
        if any(_is_body(n, at) for n in names) and all(_is_named(n, at) for n in names):
            if m["helpers"]:
                helpers = _part(chars, m, "helpers", "support", m["helps"])
                parts += (helpers,) if all(_is_body(n, at) for n in helpers.names) else ()
            where = ListSpan(span=span, inner=span, shape="prose")
            yield where, Reading(parts=parts, notes=())


def _sentences(chars: str) -> Iterator[re.Match[str]]:
    """Give the sentences that may say who does it, in order, none inside another."""
    opening = near(OPENING, chars, OPENING_WORDS, before=BEFORE, behind=BEHIND)
    reached = 0
    for m in sorted((*BY.finditer(chars), *opening), key=re.Match.start):
        if m.start() >= reached:
            yield m
            reached = m.end()


def _parts(chars: str, m: re.Match[str]) -> Iterator[Part]:
    if m.re is BY:
        joined = m["joined"] or ""
        leads = "牵头" in m["verb"] or joined
        yield _part(chars, m, "first", "lead" if leads else "responsible", joined or m["verb"])
        if m["second"]:
            yield _part(chars, m, "second", "support", joined)
    elif m["leader"]:
        yield _part(chars, m, "leader", "lead", m["leads"])
    else:
        yield _part(chars, m, "asker", "lead", m["asks"])
        yield _part(chars, m, "asked", "support", m["asks"])


def _part(chars: str, m: re.Match[str], group: str, role: AgencyRole, printed: str) -> Part:
    span = Span(*m.span(group))
    return Part(role=role, printed=printed, span=span, names=names_of(chars, span))


def _is_named(name: Name, at: Standpoint) -> bool:
    """Say whether a name is a body, known or at least of the own place: 市大数据资源局."""
    agency = resolve(name.surface, at)
    return agency is not None and (agency.resolved or agency.rule == "place-and-name-as-written")


def _is_body(name: Name, at: Standpoint) -> bool:
    agency = resolve(name.surface, at)
    return agency is not None and agency.resolved
