"""Outline -> who is responsible: lists behind tasks, defaults for the rest, time limits.

Finds the lists (:mod:`builder.extract.responsibility_lists`), reads each
(:mod:`builder.extract.responsibility_grammar`), resolves its names
(:mod:`builder.extract.agencies`) and applies what a list says of the lists below it.
The role as printed and the order in the list are kept beside the role as read, since
责任单位 with 配合单位 read as lead and support is our reading.
"""

from dataclasses import dataclass, replace

from builder.extract import agencies
from builder.extract.agencies import Standpoint
from builder.extract.agencies_joint import issuing
from builder.extract.agencies_mentions import Mention, mentions
from builder.extract.owners import Owner, owners
from builder.extract.responsibility_defaults import defaults, leading
from builder.extract.responsibility_given import Actor, Given, given
from builder.extract.responsibility_lists import ListSpan, find_lists
from builder.extract.responsibility_rules import role_rules
from builder.model.finding import Finding
from builder.model.outline import Header, Outline
from builder.model.record import (
    Agency,
    AgencyMention,
    DefaultResponsibility,
    GenericActor,
    Responsibility,
)
from builder.model.span import Span

__all__ = ["RoleReading", "find"]

NOWHERE = Span(-1, -1)  # an issuer that the header concluded stands nowhere in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReading:
    """Bodies, roles, defaults and time limits; ``lists`` are stretches measures must skip."""

    agencies: tuple[Agency, ...]
    agency_mentions: tuple[AgencyMention, ...]
    generic_actors: tuple[GenericActor, ...]
    responsibilities: tuple[Responsibility, ...]
    defaults: tuple[DefaultResponsibility, ...]
    deadlines: tuple[tuple[str, str, Span], ...]
    lists: tuple[Span, ...]
    findings: tuple[Finding, ...]


def find(chars: str, outline: Outline) -> RoleReading:
    """Find who is responsible for what, and every body that the text names."""
    at = agencies.standpoint(outline.header)
    lists = find_lists(chars, at, stops=[p.span.start for p in outline.provisions])
    notes = role_rules(chars)
    gifts = given(chars, outline, lists, at, notes)
    rules, inferred = defaults(gifts, outline)
    actors = tuple(actor for gift in gifts for actor in gift.actors)
    running = mentions(chars, outline, at, skip=tuple(item.span for item in lists))
    owner = owners(outline.provisions)
    return RoleReading(
        agencies=_merged(actors, running, _issuers(outline.header, at)),
        agency_mentions=_mentions(actors, running, owner),
        generic_actors=_groups(actors, owner),
        responsibilities=_in_order((*(r for g in gifts for r in g.roles), *inferred), outline),
        defaults=(*rules, *leading(chars, gifts, outline, notes)),
        deadlines=tuple(line for gift in gifts for line in gift.deadlines),
        lists=tuple(sorted({*(item.span for item in lists), *_cells(gifts), *_said(gifts)})),
        findings=(
            *_unread(chars, gifts, lists),
            *_names_unread(gifts),
            *_unknown(actors, owner, at),
        ),
    )


def _issuers(header: Header, at: Standpoint) -> tuple[Agency, ...]:
    """Give the issuers that the header names, wherever it read them."""
    names = header.issuers or ((header.issuer,) if header.issuer else ())
    return tuple(agency for name in names for agency in issuing(name, at))


def _merged(
    actors: tuple[Actor, ...], running: tuple[Mention, ...], issuers: tuple[Agency, ...]
) -> tuple[Agency, ...]:
    """Give each body once, issuers first, with all its names in the text as aliases."""
    named = [(a.name.span, a.agency, a.name.surface) for a in actors if a.agency]
    named += [(NOWHERE, agency, agency.canonical) for agency in issuers]
    named += [(m.span, m.agency, m.surface) for m in running]
    bodies: dict[str, Agency] = {}
    aliases: dict[str, list[str]] = {}
    for span, agency, surface in sorted(named, key=lambda row: row[0]):
        bodies.setdefault(agency.key, agency)
        known = aliases.setdefault(agency.key, [])
        names_it = span is not NOWHERE and surface != agency.jurisdiction  # 武汉市、鄂州市教育局
        if names_it and surface not in known:
            known.append(surface)
    return tuple(replace(a, aliases=tuple(aliases[key])) for key, a in bodies.items())


def _mentions(
    actors: tuple[Actor, ...], running: tuple[Mention, ...], owner: Owner
) -> tuple[AgencyMention, ...]:
    rows = [(a.name.span, a.name.surface, a.agency) for a in actors if a.agency]
    rows += [(m.span, m.surface, m.agency) for m in running]
    return tuple(
        AgencyMention(
            surface=surface,
            span=span,
            agency=agency.key,
            provision=provision.id if (provision := owner(span.start)) else None,
            rule=agency.rule,
        )
        for span, surface, agency in sorted(rows, key=lambda row: row[0])
    )


def _groups(actors: tuple[Actor, ...], owner: Owner) -> tuple[GenericActor, ...]:
    return tuple(
        GenericActor(
            surface=actor.name.surface,
            span=actor.name.span,
            provision=provision.id if (provision := owner(actor.name.span.start)) else None,
            rule=actor.group,
        )
        for actor in actors
        if actor.group
    )


def _in_order(roles: tuple[Responsibility, ...], outline: Outline) -> tuple[Responsibility, ...]:
    """Sort by provision; what a default gives, with no mark of its own, comes last."""
    places = {p.id: n for n, p in enumerate(outline.provisions)}
    return tuple(
        sorted(
            roles,
            key=lambda r: (places[r.provision], not r.role_as_printed, r.span, r.order, r.agency),
        )
    )


def _cells(gifts: tuple[Given, ...]) -> list[Span]:
    """Give the cells of tables that name somebody, which measures skip as lists."""
    tables = [gift for gift in gifts if gift.where.shape == "cell"]
    return [part.span for gift in tables for part in gift.reading.parts]


def _said(gifts: tuple[Given, ...]) -> list[Span]:
    """Give the clauses that only say with a label who does it: 责任单位为市农业农村局."""
    return [gift.where.span for gift in gifts if gift.where.shape == "said"]


def _unread(chars: str, gifts: tuple[Given, ...], lists: tuple[ListSpan, ...]) -> list[Finding]:
    """Report the lists in which nobody was read."""
    read = {gift.where.span for gift in gifts if gift.actors or gift.deadlines or gift.persons}
    return [
        Finding(
            code="list-unread",
            severity="warning",
            span=item.span,
            details=(("words", item.span.of(chars)[:60]),),
        )
        for item in lists
        if item.span not in read
    ]


def _names_unread(gifts: tuple[Given, ...]) -> list[Finding]:
    """Report each name of a list that means neither a body nor a group, once."""
    names = {name.surface: name for gift in reversed(gifts) for name in gift.unread if gift.actors}
    return [
        Finding(
            code="list-name-unread",
            severity="info",
            span=name.span,
            details=(("surface", surface),),
        )
        for surface, name in sorted(names.items(), key=lambda row: row[1].span)
    ]


def _unknown(actors: tuple[Actor, ...], owner: Owner, at: Standpoint) -> list[Finding]:
    """Report each name that no table knows, once."""
    seen: dict[str, Actor] = {}
    for actor in actors:
        if actor.agency and not actor.agency.resolved:
            seen.setdefault(actor.name.surface, actor)
    code = "agency-unknown" if at.place else "agency-place-unknown"
    return [
        Finding(
            code=code,
            severity="info",
            span=actor.name.span,
            provision=provision.id if (provision := owner(actor.name.span.start)) else "",
            details=(("surface", surface),),
        )
        for surface, actor in seen.items()
    ]
