"""Lists -> what each gives to its provision: actors, responsibilities, a time limit."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from builder.extract.agencies import Standpoint, resolve, which_group
from builder.extract.owners import owners
from builder.extract.responsibility_grammar import Note, Part, Reading, read
from builder.extract.responsibility_lists import ListSpan, stands_in
from builder.extract.responsibility_names import Name
from builder.extract.responsibility_prose import prose_readings
from builder.extract.responsibility_rules import FIRST, ROLE_RULES, roles_by_rule
from builder.extract.responsibility_said import said_readings
from builder.extract.responsibility_tables import table_rows
from builder.lexicon import places
from builder.model.outline import Outline, Provision
from builder.model.record import Agency, AgencyRole, Responsibility
from builder.model.span import Span

__all__ = ["Actor", "Given", "given"]

WORKS = ("task", "supporting_measure", "organisation")
NAMED_LEADS = "named-leads"
COMMITTEES = ("委", "党委")
GOVERNMENT = re.compile(r"(?P<mark>[省市县区州盟旗])?(?:人民)?政府")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A name of a list with what it means: a body, or the rule that makes it a group."""

    name: Name
    agency: Agency | None
    group: str | None

    @property
    def called(self) -> str:
        """The official name of a body, the words of a group."""
        return self.agency.canonical if self.agency else self.name.surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one list gives; ``provision`` is None for a list outside every provision."""

    where: ListSpan
    reading: Reading
    provision: Provision | None
    actors: tuple[Actor, ...]
    last: tuple[Actor, ...]
    roles: tuple[Responsibility, ...]
    deadlines: tuple[tuple[str, str, Span], ...]
    persons: bool
    unread: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """The rules about who leads, in order, and where each kind first stands."""

    notes: tuple[Note, ...]
    first: Mapping[str, int]


NO_RULES = _Rules(notes=(), first={})


def given(
    chars: str,
    outline: Outline,
    lists: tuple[ListSpan, ...],
    at: Standpoint,
    notes: tuple[Note, ...],
) -> tuple[Given, ...]:
    """Read every list; 列第一位者为牵头单位，下同 holds from its own list on."""
    owner = owners(outline.provisions)
    rules = _Rules(notes=notes, first={note.id: note.span.start for note in reversed(notes)})
    found: list[Given] = []
    for where in lists:
        reading = read(chars, where.inner)
        found.append(_one(chars, where, reading, owner(where.span.start), at, rules))
    for row in table_rows(chars):
        if not any(stands_in(cell, lists) for cell in row.cells):
            provision = owner(row.where.span.start)
            found.append(_one(chars, row.where, row.reading, provision, at, rules))
    for where, reading in (*prose_readings(chars, lists, at), *said_readings(chars, lists, at)):
        provision = owner(where.span.start)
        if provision is not None and provision.role in WORKS:
            found.append(_one(chars, where, reading, provision, at, NO_RULES))
    return tuple(found)


def _one(
    chars: str,
    where: ListSpan,
    reading: Reading,
    provision: Provision | None,
    at: Standpoint,
    rules: _Rules,
) -> Given:
    rows = [
        (part, actor)
        for part in reading.parts
        for name in part.names
        for actor in _actors(name, at)
    ]
    rows = _with_shared_forms(rows, at)
    noted = [actor for note in reading.notes for name in note.names for actor in _actors(name, at)]
    by_rule = roles_by_rule(rules.first, where.span, [a.name.role or p.role for p, a in rows])
    if any(rows[n - 1][1].group and by_rule[n][1] == FIRST for n in by_rule):
        by_rule = {}  # （各省级人民政府负责）: no single unit that could lead
    by_rule = {**by_rule, **_named_leads(reading, rows)}
    roles = [
        _role(part, actor, number, provision, by_rule.get(number))
        for number, (part, actor) in enumerate(rows, start=1)
        if provision is not None and part.role in ("lead", "support", "responsible")
    ]
    if by_rule and not _holds_rule(where, rules.notes):
        roles = [replace(role, inferred=role.rule in ROLE_RULES) for role in roles]
    last = [actor for part, actor in rows if part == rows[-1][0]]
    return Given(
        where=where,
        reading=reading,
        provision=provision,
        actors=tuple(actor for _, actor in rows) + tuple(noted),
        last=tuple(last),
        roles=tuple(_once(roles)),
        deadlines=tuple(_deadlines(chars, reading, provision)),
        unread=tuple(_unread(reading, rows)),
        persons=any(part.role == "person" for part in reading.parts),
    )


def _holds_rule(where: ListSpan, rules: tuple[Note, ...]) -> bool:
    number = bisect_left(rules, where.span.start, key=lambda note: note.span.start)
    return number < len(rules) and rules[number].span.within(where.span)


def _named_leads(
    reading: Reading, rows: list[tuple[Part, Actor]]
) -> dict[int, tuple[AgencyRole, str]]:
    """Give the members of a list that a bracket behind it says lead: …（市发改委牵头）."""
    named = {n.surface for note in reading.notes if note.id == NAMED_LEADS for n in note.names}
    found = enumerate(rows, start=1)
    return {number: ("lead", NAMED_LEADS) for number, (_, a) in found if a.name.surface in named}


def _actors(name: Name, at: Standpoint) -> Iterator[Actor]:
    """Give the body or group that a name means; two bodies joined by 和 are two."""
    group = which_group(name.surface)
    if group:
        yield Actor(name=name, agency=None, group=group)
        return
    agency = resolve(name.surface, at)
    pair = _pair(name, at) if agency is None or not agency.resolved else ()
    if pair:
        yield from pair
    elif agency is not None:
        yield Actor(name=name, agency=agency, group=None)


def _with_shared_forms(rows: list[tuple[Part, Actor]], at: Standpoint) -> list[tuple[Part, Actor]]:
    """Read 长沙市、株洲市发展改革委 as two commissions, not a government and one."""
    shared = ""
    found: list[tuple[Part, Actor]] = []
    for part, actor in reversed(rows):
        agency = actor.agency
        place = agency.jurisdiction if agency and agency.jurisdiction else ""
        words = actor.name.surface
        if agency and words == place and shared:
            agency = resolve(place + shared, at) or agency
            actor = Actor(name=actor.name, agency=agency, group=None)
        elif place and words.startswith(place) and words != place:
            shared = words.removeprefix(place)
            shared = "" if shared in COMMITTEES else shared  # 金安区、霍邱县委 shares nothing
        else:
            shared = ""
        found.append((part, actor))
    return _with_governments(found[::-1], at)


def _with_governments(rows: list[tuple[Part, Actor]], at: Standpoint) -> list[tuple[Part, Actor]]:
    """Read 霍邱县委、县政府 and 伊犁州党委、政府 as the two bodies of one place."""
    found: list[tuple[Part, Actor]] = []
    for part, actor in rows:
        before = found[-1][1] if found else None
        party = before.agency if before and before.name.surface.endswith("委") else None
        m = GOVERNMENT.fullmatch(actor.name.surface) if actor.group and party else None
        if m and party and party.jurisdiction and party.jurisdiction.endswith(m["mark"] or ""):
            agency = resolve(f"{party.jurisdiction}人民政府", at)
            if agency is not None and agency.resolved:
                actor = Actor(name=actor.name, agency=agency, group=None)
        found.append((part, actor))
    return found


def _pair(name: Name, at: Standpoint) -> tuple[Actor, ...]:
    """Read 市科技局和市财政局 as two where both halves are bodies or groups by themselves.

    The first must be a body, known by name unless a group follows: 州委编办及州直相关单位,
    not 县及县以上政府.
    """
    for mark in ("会同", "以及", "和", "及", "与", "商"):
        start = name.surface.find(mark)
        while start > 0:
            cut = start + len(mark)
            half = _cut(name, 0, start)
            rest = _cut(name, cut, len(name.surface))
            first = _meant(half, at) or next(iter(_placed(half, at)), None)
            if first is None and which_group(rest.surface):  # 大秦铁路公司及各市人民政府
                first = Actor(name=half, agency=resolve(half.surface, at), group=None)
            if first and first.agency:
                second = _meant(rest, at)
                others = (second,) if second else _pair(rest, at) or _placed(rest, at)
                if others:
                    return (first, *others)
            start = name.surface.find(mark, start + 1)
    return ()


def _meant(name: Name, at: Standpoint) -> Actor | None:
    """Give the body known by name, or the group, that a name means."""
    group = which_group(name.surface)
    if group:
        return Actor(name=name, agency=None, group=group)
    agency = resolve(name.surface, at)
    return Actor(name=name, agency=agency, group=None) if agency and agency.resolved else None


def _placed(name: Name, at: Standpoint) -> tuple[Actor, ...]:
    """Give the body that no table knows where its name says where it is: 内蒙古电力监管办."""
    agency = resolve(name.surface, at)
    whole = any(mark in name.surface for mark in ("和", "及", "与"))
    placed = agency is not None and any(places.called(name.surface[:n]) for n in (2, 3, 4))
    return (Actor(name=name, agency=agency, group=None),) if placed and not whole else ()


def _cut(name: Name, start: int, end: int) -> Name:
    span = Span(name.span.start + start, name.span.start + end)
    return Name(surface=name.surface[start:end], span=span, role=name.role)


def _role(
    part: Part,
    actor: Actor,
    number: int,
    provision: Provision,
    by_rule: tuple[AgencyRole, str] | None,
) -> Responsibility:
    by_part: AgencyRole = part.role  # type: ignore[assignment]
    role, rule = by_rule or (actor.name.role or by_part, f"list-{part.role}")
    return Responsibility(
        provision=provision.id,
        agency=actor.called,
        agency_key=actor.agency.key if actor.agency else None,
        role=role,
        role_as_printed=part.printed,
        order=number,
        as_written=actor.name.surface,
        inferred=False,
        span=actor.name.span,
        rule=rule,
    )


def _once(roles: list[Responsibility]) -> Iterator[Responsibility]:
    """Keep the first of roles that say the same of the same body."""
    seen: set[tuple[str, str]] = set()
    for role in roles:
        if (role.agency, role.role) not in seen:
            seen.add((role.agency, role.role))
            yield role


def _unread(reading: Reading, rows: list[tuple[Part, Actor]]) -> Iterator[Name]:
    """Give the names of a list that mean neither a body nor a group."""
    read_ = [actor.name.span for _, actor in rows]
    for part in reading.parts:
        for name in part.names:
            if not any(span.within(name.span) for span in read_):
                yield name


def _deadlines(
    chars: str, reading: Reading, provision: Provision | None
) -> Iterator[tuple[str, str, Span]]:
    for part in reading.parts:
        if part.role == "deadline" and provision is not None:
            words = part.span.of(chars)
            kept = words.strip(" 　。；;，,、）)\n")
            start = part.span.start + words.index(kept) if kept else part.span.start
            if kept:
                yield provision.id, kept, Span(start, start + len(kept))
