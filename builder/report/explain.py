"""On which words a thing in the graph rests: from its key to the raw characters of the file.

A key is what the graph's IRIs end in (``task/国发-2024-17/2.2.1``, ``link/…``), with or
without base and percent-encoding; ``国发-2024-17/2.2.1`` means the provision, a bare
document key its header.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar, get_args
from urllib.parse import unquote

from builder.errors import GraphError
from builder.model.lineage import ClauseState, Link
from builder.model.record import Record
from builder.model.span import Span
from builder.store.graph import Graph

__all__ = ["Explanation", "Quote", "explain"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that something rests on: in the restored text, and raw in the file.

    ``span`` is in the restored text, ``raw_span`` in the raw characters of ``source``, all
    in code points, half-open, and ``raw_bytes`` in the bytes of the file where these can be
    counted; ``rule`` is the rule that read the words so.  ``marks`` are
    the stretches of ``words`` that matter, counted from its first character.
    """

    what: str
    document: str
    words: str
    span: Span
    source: str
    raw_words: str
    raw_span: Span
    rule: str
    marks: tuple[Span, ...] = ()
    raw_bytes: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One thing: what it is, what is known of it, and the words that it rests on."""

    kind: str
    key: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]


def explain(graph: Graph, key: str) -> Explanation:
    """Explain the thing of that key; :class:`GraphError` says which kinds there are."""
    kind, path = _parse(key, graph)
    if kind not in KINDS:
        raise GraphError(f"cannot explain {key}; a key begins with one of: " + " ".join(KINDS))
    return KINDS[kind](graph, path)


def _parse(key: str, graph: Graph) -> tuple[str, list[str]]:
    """Split a key into its kind and path.

    The base is cut off; percent-encoding is undone.
    """
    plain = unquote(key.strip()).removeprefix(graph.manifest["base"])
    kind, *path = plain.strip("/").split("/")
    if kind in KINDS:
        return kind, path
    if any(link.id == plain for link in _links(graph)):
        return "link", [kind, *path]
    if kind in graph.keys:
        return ("provision" if path else "doc"), [kind, *path]
    return kind, path


def _document(graph: Graph, path: list[str]) -> Explanation:
    record = graph.record(path[0])
    header = record.header
    facts = [
        ("title", header.title or ""),
        ("number", header.doc_number or ""),
        ("witnesses", "、".join(witness.source for witness in record.witnesses)),
        *((f"{fact.field} (inferred)", fact.value) for fact in header.facts if not fact.span),
    ]
    quotes = [
        _quote(graph, record, fact.field, fact.span, fact.rule)
        for fact in header.facts
        if fact.span
    ]
    return Explanation(kind="document", key=record.key, facts=tuple(facts), quotes=tuple(quotes))


def _provision(graph: Graph, path: list[str]) -> Explanation:
    record, rest = graph.record(path[0]), path[1:]
    found = _only((p for p in record.provisions if p.id == "/".join(rest)), "provision", path)
    facts = [
        ("heading", found.heading),
        ("kind", found.kind),
        ("role", f"{found.role} ({found.role_rule})"),
    ]
    quotes = [_quote(graph, record, "provision", found.span, found.role_rule)]
    mentions = record.mentions
    for duty in (item for item in mentions.responsibilities if item.provision == found.id):
        how = ["inferred" if duty.inferred else "printed", duty.role_as_printed]
        facts.append((f"{duty.role} ({', '.join(filter(None, how))})", duty.agency))
        quotes.append(_quote(graph, record, f"{duty.role} {duty.agency}", duty.span, duty.rule))
    for measure in (item for item in mentions.measures if item.provision == found.id):
        what = f"measure {measure.number} ({measure.force})"
        quotes.append(_quote(graph, record, what, measure.span, measure.rule))
    for target in (item for item in mentions.targets if item.provision == found.id):
        quotes.append(_quote(graph, record, f"target {target.indicator}", target.span, target.rule))
    for link in _links(graph):
        facts += _link_facts(link, record.key, found.id)
    return Explanation(
        kind="provision", key=f"{record.key}/{found.id}", facts=tuple(facts), quotes=tuple(quotes)
    )


def _link_facts(link: Link, key: str, provision: str) -> Iterator[tuple[str, str]]:
    if (link.lower_document, link.lower) == (key, provision):
        yield f"{link.relation} (link {link.id})", f"{link.upper_document}/{link.upper}"
    if (link.upper_document, link.upper) == (key, provision):
        how = "alike below" if link.relation == "aligns" else "carried on"
        yield f"{how}, {link.relation} (link {link.id})", f"{link.lower_document}/{link.lower}"


def _measure(graph: Graph, path: list[str]) -> Explanation:
    record = graph.record(path[0])
    found = _only(
        (m for m in record.mentions.measures if [m.provision, str(m.number)] == path[1:]),
        "measure",
        path,
    )
    facts = (
        ("action", found.action),
        ("force", f"{found.force} ({found.force_word or 'no word of force'})"),
        ("qualifiers", "、".join(found.qualifiers)),
        ("task", found.provision),
    )
    quotes = (
        _quote(graph, record, "measure", found.span, found.rule),
        _quote(graph, record, "action", found.action_span, found.rule),
    )
    return Explanation(kind="measure", key="/".join(path), facts=facts, quotes=quotes)


def _target(graph: Graph, path: list[str]) -> Explanation:
    record = graph.record(path[0])
    found = _only(
        (t for t in record.mentions.targets if [t.provision, str(t.number)] == path[1:]),
        "target",
        path,
    )
    facts = (
        ("indicator", found.indicator),
        ("value", f"{found.comparator} {found.value} {found.unit}"),
        ("deadline", found.deadline or f"{found.deadline_inferred or ''} (inferred)"),
        ("scope", found.scope or ""),
    )
    quotes = (_quote(graph, record, "target", found.span, found.rule),)
    return Explanation(kind="target", key="/".join(path), facts=facts, quotes=quotes)


def _citation(graph: Graph, path: list[str]) -> Explanation:
    record = graph.record(path[0])
    found = _only(
        (c for c in record.mentions.citations if [str(c.number)] == path[1:]), "citation", path
    )
    means = [
        f"{item.target}{' (absent)' if item.absent else ''}, by {item.rule}"
        for item in graph.lineage().resolutions
        if (item.document, item.citation) == (record.key, found.number)
    ]
    facts = (
        ("title", found.title or ""),
        ("number", found.doc_number or ""),
        ("relation", f"{found.relation} ({found.cue or 'no cue'})"),
        ("means", "、".join(means) or "unresolved"),
    )
    quotes = (_quote(graph, record, "citation", found.span, found.rule),)
    return Explanation(kind="citation", key="/".join(path), facts=facts, quotes=quotes)


def _link(graph: Graph, path: list[str]) -> Explanation:
    link = _only((item for item in _links(graph) if item.id == "/".join(path)), "link", path)
    lower, upper = graph.record(link.lower_document), graph.record(link.upper_document)
    facts = [
        ("lower", f"{link.lower_document}/{link.lower}"),
        ("upper", f"{link.upper_document}/{link.upper}"),
        ("relation", link.relation),
        ("score (not a probability)", f"{link.score:.3f}"),
        *((f"  {part.name}: {part.level}", f"{part.value:+.3f}") for part in link.parts),
        ("proposed by", "、".join(link.proposers)),
        *(
            (f"guard {g.name}", f"{'passed' if g.passed else 'failed'}: {g.reason}")
            for g in link.guards
        ),
        *((f"rival {r.provision}", f"{r.score:.3f}: {r.reason}") for r in link.rivals),
        ("clauses", _clauses(link)),
        *(
            (f"review by {r.who} on {r.when}", f"{r.verdict}{' (stale)' * r.stale}: {r.why}")
            for r in link.reviews
        ),
    ]
    quotes = [
        _marked(
            _quote(graph, lower, "lower text", _span(lower, link.lower), link.rule),
            [pair.lower for pair in link.evidence],
        ),
        _marked(
            _quote(graph, upper, "upper text", _span(upper, link.upper), link.rule),
            [pair.upper for pair in link.evidence],
        ),
    ]
    for number, pair in enumerate(link.evidence, start=1):
        quotes.append(_quote(graph, lower, f"evidence {number} below", pair.lower, link.rule))
        quotes.append(_quote(graph, upper, f"evidence {number} above", pair.upper, link.rule))
    return Explanation(kind="link", key=link.id, facts=tuple(facts), quotes=tuple(quotes))


def _clauses(link: Link) -> str:
    counts = Counter(clause.state for clause in link.clauses)
    return ", ".join(f"{counts[state]} {state}" for state in get_args(ClauseState))


def _marked(quote: Quote, spans: Iterable[Span]) -> Quote:
    """Give the quote with the stretches of its words that any of ``spans`` covers."""
    inside = sorted({span for span in spans if span.within(quote.span)})
    return replace(quote, marks=tuple(span.shift(-quote.span.start) for span in inside))


def _links(graph: Graph) -> Iterator[Link]:
    return (link for pair in graph.lineage().pairs for link in pair.links)


def _span(record: Record, provision: str) -> Span:
    return next((p.span for p in record.provisions if p.id == provision), Span(0, 0))


def _quote(graph: Graph, record: Record, what: str, span: Span, rule: str) -> Quote:
    """Follow a span through the origin map to the raw characters of the base witness."""
    witness = record.witnesses[0]
    raw = _raw(record, span)
    file = graph.text(witness.sha256).witness
    return Quote(
        what=what,
        document=record.key,
        words=span.of(record.text),
        span=span,
        source=witness.source,
        raw_words=raw.of(file.chars),
        raw_span=raw,
        rule=rule,
        raw_bytes=file.octets(raw),
    )


def _raw(record: Record, span: Span) -> Span:
    if span.start >= span.end:
        return Span(0, 0)
    return Span(record.origin_starts[span.start], record.origin_ends[span.end - 1])


def _only(found: Iterator[T], kind: str, path: list[str]) -> T:
    thing = next(found, None)
    if thing is None:
        listing = LISTINGS.get(kind, "zhengmai query tasks -p document=KEY")
        raise GraphError(f"no {kind} {'/'.join(path)} in this graph; list them with: {listing}")
    return thing


# where the keys of each kind of thing are found
LISTINGS = {
    "document": "zhengmai query documents",
    "citation": "zhengmai query citations",
    "link": "zhengmai query lineage -p document=KEY -p number=NUMBER",
    "measure": "zhengmai query measures -p document=KEY -p number=NUMBER",
    "target": "zhengmai query targets",
}
KINDS: dict[str, Callable[[Graph, list[str]], Explanation]] = {
    "citation": _citation,
    "doc": _document,
    "link": _link,
    "measure": _measure,
    "provision": _provision,
    "target": _target,
    "task": _provision,
}
