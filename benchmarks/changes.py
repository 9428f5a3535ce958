"""Two exports -> what was gained and lost, document by document and facet by facet.

Used before a rule is changed for good: the gains and losses of the change are quoted in its
commit.  Works on the public JSON of documents; knows nothing of how it was made.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["FACETS", "Change", "changes", "totals"]

Json = Mapping[str, Any]

HEADER = (
    "title",
    "notice_title",
    "doc_number",
    "issuer",
    "signed_date",
    "published_date",
    "level",
    "jurisdiction",
    "doc_type",
    "completeness",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one facet of one document gained and lost, as words a person can read."""

    document: str
    facet: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    kept: int


def changes(old: Mapping[str, Json], new: Mapping[str, Json]) -> tuple[Change, ...]:
    """Give the changes between two exports, documents by key; unchanged facets are left out.

    >>> found = changes({}, {"国发-2024-17": {"title": "计划"}})
    >>> [(change.facet, change.gained) for change in found]
    [('document', ('计划',)), ('header', ('title: 计划',))]
    """
    found = (
        _change(key, facet, old.get(key), new.get(key))
        for key in sorted(old.keys() | new.keys())
        for facet in FACETS
    )
    return tuple(change for change in found if change.gained or change.lost)


def totals(found: Iterable[Change]) -> dict[str, tuple[int, int]]:
    """Give gains and losses by facet over all documents."""
    rows = list(found)
    return {
        facet: (
            sum(len(row.gained) for row in rows if row.facet == facet),
            sum(len(row.lost) for row in rows if row.facet == facet),
        )
        for facet in FACETS
    }


def _change(key: str, facet: str, old: Json | None, new: Json | None) -> Change:
    """Compare one facet as bags of words, so that repeated items count."""
    before = Counter(FACETS[facet](old)) if old is not None else Counter[str]()
    after = Counter(FACETS[facet](new)) if new is not None else Counter[str]()
    return Change(
        document=key,
        facet=facet,
        gained=tuple(sorted((after - before).elements())),
        lost=tuple(sorted((before - after).elements())),
        kept=(before & after).total(),
    )


def _document(document: Json) -> Iterator[str]:
    yield str(document.get("title") or document.get("key"))


def _header(document: Json) -> Iterator[str]:
    yield from (f"{name}: {document[name]}" for name in HEADER if document.get(name))


def _provisions(document: Json) -> Iterator[str]:
    for item in document.get("provisions", ()):
        yield f"{item['id']} {item['kind']} {item.get('heading') or ''}".strip()


def _tasks(document: Json) -> Iterator[str]:
    yield from (f"{task['id']} {task['role']}" for task in document.get("tasks", ()))


def _roles(document: Json) -> Iterator[str]:
    for task in document.get("tasks", ()):
        for role in ("lead", "support", "responsible"):
            yield from (f"{task['id']} {role} {name}" for name in task.get(role, ()))


def _measures(document: Json) -> Iterator[str]:
    for task in document.get("tasks", ()):
        for item in task.get("measures", ()):
            yield f"{task['id']} [{item['force']} {item['action']}] {item['text']}"


def _targets(document: Json) -> Iterator[str]:
    for item in document.get("targets", ()):
        due = item.get("deadline") or ""
        figure = f"{item['comparator']} {item['value']}{item['unit']}"
        yield f"{item['at']} {item['indicator']} {figure} {due}".strip()


def _citations(document: Json) -> Iterator[str]:
    for item in document.get("citations", ()):
        name = " ".join(str(x) for x in (item.get("title"), item.get("doc_number")) if x)
        yield f"{item['at']} {item['relation']} {name}"


def _names(field: str) -> Callable[[Json], Iterator[str]]:
    def names(document: Json) -> Iterator[str]:
        yield from (item["canonical"] for item in document.get(field, ()))

    return names


FACETS: Mapping[str, Callable[[Json], Iterator[str]]] = {
    "document": _document,
    "header": _header,
    "provisions": _provisions,
    "tasks": _tasks,
    "roles": _roles,
    "measures": _measures,
    "targets": _targets,
    "citations": _citations,
    "places": _names("places"),
    "agencies": _names("agencies"),
}
