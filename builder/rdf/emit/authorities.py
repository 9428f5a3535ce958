"""What documents share: agencies, lines, places, generic actors, indicators, instants.

Each is described once however many documents name it, from all that they say: other
spellings add up; where they differ on a single value (a document of 2017 knows a body
under another kind), a resolved agency counts before an unresolved one, and then the
smallest value, so that the order of documents changes nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from builder.lexicon import places
from builder.model.record import Agency, Place, Record
from builder.rdf import literals
from builder.rdf import namespace as zm
from builder.rdf.emit.dataset import dataset
from builder.rdf.emit.references import division_key, issuers, place_key
from builder.rdf.emit.times import instant
from builder.rdf.names import BASE, Names, concept
from builder.rdf.quads import Quads, Written, written

__all__ = ["authorities", "authorities_written"]

T = TypeVar("T")
PLACE_LEVELS = {
    "country": "national",
    "province": "provincial",
    "prefecture": "prefectural",
    "county": "county",
    "district": "county",
    "town": "township",
}
LINE_SCHEME = f"<{zm.VOCABULARY}agency-line>"


def authorities(records: Iterable[Record], *, base: str = BASE) -> list[str]:
    """Give the N-Quads lines of the authorities graph, and of the data set, sorted and unique.

    ``records`` is walked once.
    """
    return authorities_written(records, base=base).lines


def authorities_written(records: Iterable[Record], *, base: str = BASE) -> Written:
    """Give the same quads by subject too, for whoever looks at them next."""
    shared = _Shared()
    keys: list[str] = []
    for record in records:
        keys.append(record.key)
        _gather(shared, record)
    names = Names(base)
    return written(_quads(shared, names), dataset(names, keys))


@dataclass(slots=True)
class _Shared:
    """What all documents name, by key; issuers that no mention names only have a name."""

    agencies: dict[str, set[Agency]] = field(default_factory=dict)
    agency_names: dict[str, str] = field(default_factory=dict)
    places: dict[str, set[Place]] = field(default_factory=dict)
    place_keys: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    indicators: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)


def _gather(shared: _Shared, record: Record) -> None:
    header, found = record.header, record.mentions
    for agency in issuers(record):
        shared.agencies.setdefault(agency.key, set()).add(agency)
    if header.jurisdiction:
        shared.place_keys.add(place_key(header.jurisdiction, record))
    for agency in found.agencies:
        shared.agencies.setdefault(agency.key, set()).add(agency)
        if agency.jurisdiction:
            shared.place_keys.add(place_key(agency.jurisdiction, record))
    for place in found.places:
        shared.places.setdefault(place.key, set()).add(place)
        shared.place_keys.add(place.key)
        shared.place_keys.update(division_key(name) for name in _around(place))
    shared.place_keys.update(mention.place for mention in found.place_mentions)
    shared.actors.update(actor.surface for actor in found.generic_actors)
    responsibilities = (
        *found.responsibilities,
        *(r for task in record.tasks for r in task.responsibilities),
    )
    shared.actors.update(r.agency for r in responsibilities if r.agency_key is None)
    shared.agency_names |= {
        r.agency_key: r.agency for r in responsibilities if r.agency_key is not None
    }
    shared.agency_names |= {mention.agency: mention.agency for mention in found.agency_mentions}
    for target in found.targets:
        shared.indicators.add(target.indicator)
        shared.times.update(filter(None, (target.deadline, target.deadline_inferred)))
    shared.times.update(task.deadline for task in record.tasks if task.deadline)


def _quads(shared: _Shared, names: Names) -> Quads:
    quads = Quads(names.graph("authorities"))
    lines: set[str] = set()
    for key, variants in shared.agencies.items():
        _agency(quads, names, key, variants)
        lines.update(agency.line for agency in variants if agency.line)
    for key, name in shared.agency_names.items():
        if key not in shared.agencies:
            _bare_agency(quads, names, key, name)
    for line in lines:
        me = names.line(line)
        quads.add_all(me, zm.RDF_TYPE, (zm.AgencyLine, zm.SkosConcept))
        quads.tagged(me, zm.SKOS_PREF_LABEL, line)
        quads.add(me, zm.SKOS_IN_SCHEME, LINE_SCHEME)
    _places(quads, names, shared)
    _labelled(quads, zm.GenericActor, {names.generic_actor(s): s for s in shared.actors})
    _labelled(quads, zm.Indicator, {names.indicator(s): s for s in shared.indicators})
    for time in shared.times:
        instant(quads, names, time)
    return quads


def _labelled(quads: Quads, kind: str, things: dict[str, str]) -> None:
    for me, label in things.items():
        quads.add(me, zm.RDF_TYPE, kind)
        quads.tagged(me, zm.SKOS_PREF_LABEL, label)


def _agency(quads: Quads, names: Names, key: str, variants: set[Agency]) -> None:
    me = names.agency(key)
    best = sorted(variants, key=lambda agency: (not agency.resolved, repr(agency)))
    canonical = best[0].canonical
    quads.add(me, zm.RDF_TYPE, zm.Agency)
    quads.string(me, zm.KEY, key)
    quads.tagged(me, zm.SKOS_PREF_LABEL, canonical)
    aliases = {alias for agency in variants for alias in (agency.canonical, *agency.aliases)}
    quads.add_all(me, zm.SKOS_ALT_LABEL, map(literals.tagged, aliases - {canonical, ""}))
    quads.string(me, zm.AGENCY_KIND, _first(best, lambda agency: agency.kind or None))
    quads.boolean(me, zm.RESOLVED, best[0].resolved)
    level = _first(best, lambda agency: agency.level)
    if level:
        quads.add(me, zm.LEVEL, concept("level", level))
    place = _first(best, lambda agency: agency.jurisdiction)
    if place:
        quads.add(me, zm.JURISDICTION, names.place(division_key(place)))
    line = _first(best, lambda agency: agency.line)
    if line:
        quads.add(me, zm.LINE, names.line(line))
    for agency in variants:
        quads.add(me, zm.AS_OF, literals.day(agency.as_of))
        quads.string(me, zm.RULE, agency.rule)


def _bare_agency(quads: Quads, names: Names, key: str, name: str) -> None:
    me = names.agency(key)
    quads.add(me, zm.RDF_TYPE, zm.Agency)
    quads.string(me, zm.KEY, key)
    quads.tagged(me, zm.SKOS_PREF_LABEL, name)
    quads.boolean(me, zm.RESOLVED, False)


def _places(quads: Quads, names: Names, shared: _Shared) -> None:
    written: set[str] = set()
    waiting = sorted(shared.place_keys)
    while waiting:
        key = waiting.pop()
        if key in written:
            continue
        written.add(key)
        variants = shared.places.get(key, set()) | _from_gazetteer(key)
        waiting.extend(_place(quads, names, key, variants))


def _place(quads: Quads, names: Names, key: str, variants: set[Place]) -> list[str]:
    """Write a place; gives the keys of the places that it refers to."""
    me = names.place(key)
    best = sorted(variants, key=lambda place: (not place.resolved, repr(place)))
    canonical = best[0].canonical if best else key
    quads.add(me, zm.RDF_TYPE, zm.Place)
    quads.string(me, zm.KEY, key)
    quads.tagged(me, zm.SKOS_PREF_LABEL, canonical)
    quads.boolean(me, zm.RESOLVED, bool(best) and best[0].resolved)
    aliases = {alias for place in variants for alias in (place.canonical, *place.aliases)}
    quads.add_all(me, zm.SKOS_ALT_LABEL, map(literals.tagged, aliases - {canonical, ""}))
    kind = _first(best, lambda place: place.kind)
    quads.string(me, zm.PLACE_KIND, kind)
    if kind in PLACE_LEVELS:
        quads.add(me, zm.LEVEL, concept("level", PLACE_LEVELS[kind]))
    quads.string(me, zm.CODE, _first(best, lambda place: place.code))
    parent = _first(best, lambda place: place.parent)
    within = [division_key(parent)] if parent else []
    members = sorted({division_key(member) for place in variants for member in place.members})
    quads.add_all(me, zm.WITHIN, map(names.place, within))
    quads.add_all(me, zm.MEMBER, map(names.place, members))
    if members or kind == "region":
        quads.add(me, zm.RDF_TYPE, zm.Region)
    return within + members


def _from_gazetteer(key: str) -> set[Place]:
    division = places.by_code(key)
    if division is None:
        return set()
    return {
        Place(
            key=key,
            canonical=division.name,
            aliases=(),
            kind=division.kind,
            parent=division.parent or None,
            code=key,
        )
    }


def _around(place: Place) -> Iterable[str]:
    return (*filter(None, (place.parent,)), *place.members)


def _first(variants: Iterable[T], value: Callable[[T], str | None]) -> str | None:
    """Give the first value that there is."""
    return next((found for variant in variants if (found := value(variant))), None)
