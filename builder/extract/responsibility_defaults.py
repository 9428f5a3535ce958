"""What a list says of the tasks below it: 下同, 以下各项任务均需…落实, 除已明确…的外均需….

Each such sentence is kept as a rule of the document and applied to the leaf tasks that
follow; what is applied is marked inferred and rests on the words of the rule.  A rule about
who leads (列第一位者为牵头单位，下同) is kept too, with the tasks whose roles rest on it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from builder.extract.owners import owners
from builder.extract.responsibility_given import Actor, Given
from builder.extract.responsibility_grammar import Note
from builder.extract.responsibility_rules import ROLE_RULES, called_leader
from builder.model.outline import Outline, Provision
from builder.model.record import DefaultResponsibility, Responsibility

__all__ = ["defaults", "leading"]

WORKS = ("task", "supporting_measure")
NAMING = ("all-below", "all-above", "all-but-named")


def defaults(
    gifts: tuple[Given, ...], outline: Outline
) -> tuple[tuple[DefaultResponsibility, ...], tuple[Responsibility, ...]]:
    """Give the rules of a document, and the responsibilities that follow from them."""
    if not any(gift.reading.notes for gift in gifts):
        return (), ()
    rules: list[DefaultResponsibility] = []
    inferred: dict[tuple[str, str], Responsibility] = {}
    named = {(role.provision, role.agency) for gift in gifts for role in gift.roles}
    listed = {role.provision for gift in gifts for role in gift.roles}
    for gift in gifts:
        for note in gift.reading.notes:
            actors = _meant(gift, note)
            scope = _scope(gift, note, outline, listed)
            if not actors or not scope:
                continue
            rules.append(_rule(gift, note, actors, scope))
            for provision in scope:
                for number, actor in enumerate(actors, start=1):
                    if (provision, actor.called) not in named:
                        inferred.setdefault(
                            (provision, actor.called), _applied(note, provision, actor, number)
                        )
    return tuple(rules), tuple(inferred.values())


def leading(
    chars: str, gifts: tuple[Given, ...], outline: Outline, notes: Sequence[Note]
) -> tuple[DefaultResponsibility, ...]:
    """Give the rules about who leads, each with the later tasks whose roles rest on it."""
    by_kind = {rule: [note for note in notes if note.id == rule] for rule in ROLE_RULES}
    scopes: dict[Note, dict[str, None]] = {}
    for gift in gifts:
        for role in gift.roles:
            known = by_kind.get(role.rule, []) if role.inferred else []
            number = bisect_left(known, gift.where.span.start, key=lambda note: note.span.start)
            if number:
                scopes.setdefault(known[number - 1], {})[role.provision] = None
    if not scopes:
        return ()
    owner = owners(outline.provisions)
    return tuple(
        DefaultResponsibility(
            span=note.span,
            actors=(called_leader(chars, note),),
            at=at.id if (at := owner(note.span.start)) else None,
            scope=tuple(scopes[note]),
            rule=note.id,
        )
        for note in sorted(scopes, key=lambda note: note.span)
    )


def _meant(gift: Given, note: Note) -> tuple[Actor, ...]:
    """Give the actors of a rule: those it names, or for 下同 the groups of the last part."""
    if note.id in NAMING:
        spans = {name.span for name in note.names}
        return tuple(actor for actor in gift.actors if actor.name.span in spans)
    if note.id == "same-below" and not any(n.id in ROLE_RULES for n in gift.reading.notes):
        return tuple(actor for actor in gift.last if actor.group)
    return ()


def _scope(gift: Given, note: Note, outline: Outline, listed: set[str]) -> tuple[str, ...]:
    """Give the leaf tasks that a rule reaches, its own provision not among them."""
    own = gift.provision.id if gift.provision else None
    parents = {p.parent for p in outline.provisions}
    return tuple(
        p.id
        for p in outline.provisions
        if p.id != own
        and p.role in WORKS
        and p.id not in parents
        and _reaches(p, gift, note)
        and not (note.id == "all-but-named" and p.id in listed)
    )


def _reaches(provision: Provision, gift: Given, note: Note) -> bool:
    if note.id == "all-above":
        return provision.span.start < gift.where.span.start
    return note.id == "all-but-named" or provision.span.start > gift.where.span.start


def _rule(
    gift: Given, note: Note, actors: tuple[Actor, ...], scope: tuple[str, ...]
) -> DefaultResponsibility:
    return DefaultResponsibility(
        span=note.span,
        actors=tuple(actor.called for actor in actors),
        at=gift.provision.id if gift.provision else None,
        scope=scope,
        rule=note.id,
    )


def _applied(note: Note, provision: str, actor: Actor, number: int) -> Responsibility:
    return Responsibility(
        provision=provision,
        agency=actor.called,
        agency_key=actor.agency.key if actor.agency else None,
        role="responsible",
        role_as_printed="",
        order=number,
        as_written=actor.name.surface,
        inferred=True,
        span=actor.name.span,
        rule=note.id,
    )
