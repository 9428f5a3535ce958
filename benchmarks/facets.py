"""Facet by facet: an exported document against hand-made gold."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks.scores import Score, fold, share, tally
from builder.lexicon.verbs import clause_rules

GROUPS = re.compile(r"各|有关|相关|县市区人民政府")
LEAST_LIKENESS = 80.0
Json = dict[str, Any]


def header(gold: Json, document: Json) -> Score:
    names = ("title", "notice_title", "doc_number", "signed_date", "level", "jurisdiction")
    head = gold["document"]
    return tally(
        "header",
        ((name, fold(head.get(name))) for name in names),
        ((name, fold(document.get(name))) for name in names),
    )


def outline(gold: Json, document: Json) -> Score:
    def rows(items: Iterable[Json]) -> Iterator[tuple[str, str, str]]:
        return ((item["id"], item["kind"], item.get("parent") or "") for item in items)

    return tally("outline", rows(gold["provisions"]), rows(document["provisions"]))


def headings(gold: Json, document: Json) -> Score:
    def rows(items: Iterable[Json]) -> Iterator[tuple[str, str]]:
        return ((item["id"], fold(item["heading"])) for item in items if item.get("heading"))

    wanted = {item["id"] for item in gold["provisions"] if item.get("heading")}
    found = (row for row in rows(document["provisions"]) if row[0] in wanted)
    return tally("headings", rows(gold["provisions"]), found)


def tasks(gold: Json, document: Json) -> Score:
    def rows(items: Iterable[Json]) -> Iterator[tuple[str, str]]:
        return ((item["id"], item["role"]) for item in items)

    return tally("tasks", rows(gold["tasks"]), rows(document["tasks"]))


def roles(gold: Json, document: Json) -> Score:
    """Compare who is lead, support and responsible; groups and doubtful names are not asked."""

    def rows(items: Iterable[Json]) -> set[tuple[str, str, str]]:
        return {
            (item["id"], role, fold(name))
            for item in items
            for role in ("lead", "support", "responsible")
            for name in item.get(role, ())
        }

    want, have = rows(gold["tasks"]), rows(document["tasks"])
    unsure = {fold(a["canonical"]) for a in gold["agencies"] if a.get("unsure")}
    sure = {row for row in want if row[2] not in unsure and not GROUPS.search(row[2])}
    default = {fold(name) for name in gold["document"].get("default_responsible", ())}
    have = {row for row in have if row in want or not GROUPS.search(row[2])}
    loose = want | {row for row in have if row[2] in default | unsure}
    return tally("roles", sure, have, loose)


def measures(gold: Json, document: Json) -> Score:
    return _paired("measures", gold, document, lambda _one, _other: True)


def measures_exact(gold: Json, document: Json) -> Score:
    return _paired(
        "measures exact", gold, document, lambda one, other: one["fold"] == other["fold"]
    )


def force(gold: Json, document: Json) -> Score:
    return _of_pairs("force", gold, document, _same_force)


def action(gold: Json, document: Json) -> Score:
    return _of_pairs("action", gold, document, _same_action)


def _same_force(one: Json, other: Json) -> bool:
    return other["force"] in {one["force"], one.get("force_alt")}


def _same_action(one: Json, other: Json) -> bool:
    accepted = {fold(one.get(name)) for name in ("action", "action_alt", "force_word")}
    return fold(other["action"]) in accepted - {""}


def _pairs(gold: Json, document: Json) -> Iterator[tuple[str, list[Json], list[Json], list[Any]]]:
    """Give, task by task, gold and found measures and the pairs of them that are alike."""
    mine = {task["id"]: task for task in document["tasks"]}
    for task in gold["tasks"]:
        want = joined(task["measures"])
        have = joined(mine.get(task["id"], {}).get("measures", []))
        yield task["id"], want, have, paired(want, have)


def joined(rows: Sequence[Json]) -> list[Json]:
    """Give measures with pure effects joined to the one before: either way is right."""
    effect = next(rule.pattern for rule in clause_rules() if rule.id == "so-as-to")
    found: list[Json] = []
    for row in rows:
        if found and effect.match(row["text"]):
            found[-1] = found[-1] | {"fold": found[-1]["fold"] + fold(row["text"])}
        else:
            found.append(row | {"fold": fold(row["text"])})
    return found


def paired(want: Sequence[Json], have: Sequence[Json]) -> list[tuple[int, int]]:
    """Pair clauses one to one, the most alike first."""
    table = sorted(
        (
            (-fuzz.ratio(one["fold"], other["fold"]), i, j)
            for i, one in enumerate(want)
            for j, other in enumerate(have)
        ),
    )
    pairs: list[tuple[int, int]] = []
    for likeness, i, j in table:
        if -likeness < LEAST_LIKENESS:
            break
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _paired(facet: str, gold: Json, document: Json, fits: Callable[[Json, Json], bool]) -> Score:
    right = found = expected = 0
    missed: list[str] = []
    extra: list[str] = []
    for at, want, have, pairs in _pairs(gold, document):
        good = [(i, j) for i, j in pairs if fits(want[i], have[j])]
        right, found, expected = right + len(good), found + len(have), expected + len(want)
        hit_i, hit_j = {i for i, _ in good}, {j for _, j in good}
        missed += [f"{at} {row['text']}" for i, row in enumerate(want) if i not in hit_i]
        extra += [f"{at} {row['text']}" for j, row in enumerate(have) if j not in hit_j]
    return Score(
        facet=facet,
        right=right,
        found=found,
        expected=expected,
        recalled=right,
        missed=missed,
        extra=extra,
    )


def _of_pairs(facet: str, gold: Json, document: Json, fits: Callable[[Json, Json], bool]) -> Score:
    """Give the share of paired measures of which something holds."""
    rows = [
        (at, want[i], have[j]) for at, want, have, pairs in _pairs(gold, document) for i, j in pairs
    ]
    wrong = [
        f"{at} {one['force']}/{one['action']} got {other['force']}/{other['action']}: {one['text']}"
        for at, one, other in rows
        if not fits(one, other)
    ]
    return share(facet, len(rows), wrong)


def targets(gold: Json, document: Json) -> Score:
    want = gold_targets(gold)
    have = [row for row in document["targets"] if row.get("value") is not None]
    hits = matched(want, have)
    got, given = {j for _, j in hits}, {i for i, _ in hits}
    return Score(
        facet="targets",
        right=len(hits),
        found=len(have),
        expected=len(want),
        recalled=len(hits),
        missed=[str(row.get("quote")) for i, row in enumerate(want) if i not in given],
        extra=[str(row.get("quote")) for j, row in enumerate(have) if j not in got],
    )


def target_details(gold: Json, document: Json) -> Score:
    """Compare comparator and printed deadline of the targets that were found."""
    want = gold_targets(gold)
    have = [row for row in document["targets"] if row.get("value") is not None]
    wrong = []
    hits = matched(want, have)
    for i, j in hits:
        one, other = want[i], have[j]
        if other["comparator"] not in (one["comparator"], one.get("comparator_alt")):
            wrong.append(f"{one.get('quote')}: {other['comparator']} for {one['comparator']}")
        if str(other.get("deadline") or "") != str(one.get("deadline") or ""):
            wrong.append(f"{one.get('quote')}: {other.get('deadline')} for {one.get('deadline')}")
    return share("target details", 2 * len(hits), wrong)


def gold_targets(gold: Json) -> list[Json]:
    rows = list(gold.get("targets_outside_tasks", ()))
    rows += [row for task in gold["tasks"] for row in task.get("targets", ())]
    return [row for row in rows if row.get("value") is not None]


def matched(want: Sequence[Json], have: Sequence[Json]) -> list[tuple[int, int]]:
    """Pair targets of equal value and unit whose indicators are alike, best first."""

    def figure(row: Json) -> tuple[Any, str]:
        value = row["value"]
        numbers = value if isinstance(value, list) else [value]
        return tuple(float(x) for x in numbers), fold(row["unit"]) or row["unit"]

    table = sorted(
        (-fuzz.partial_ratio(fold(one["indicator"]), fold(other["indicator"])), i, j)
        for i, one in enumerate(want)
        for j, other in enumerate(have)
        if figure(one) == figure(other)
    )
    pairs: list[tuple[int, int]] = []
    for likeness, i, j in table:
        if -likeness >= 50 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _names(row: Json) -> set[str]:
    return {fold(row.get(name)) for name in ("title", "title_alt", "doc_number")} - {""}


def _asked(gold: Json) -> list[Json]:
    return [row for row in gold["citations"] if row.get("form") != "untitled"]


def citations(gold: Json, document: Json) -> Score:
    """Compare the documents that are named; those named without a title are not asked for."""
    have = {frozenset(_names(row)) for row in document["citations"]}
    known = [_names(row) for row in gold["citations"]]
    missed = [row for row in _asked(gold) if not any(_names(row) & names for names in have)]
    extra = [names for names in have if not any(names & other for other in known)]
    asked = len(_asked(gold))
    return Score(
        facet="citations",
        right=len(have) - len(extra),
        found=len(have),
        expected=asked,
        recalled=asked - len(missed),
        missed=[str(row["title"]) for row in missed],
        extra=sorted(" ".join(sorted(names)) for names in extra),
    )


def relations(gold: Json, document: Json) -> Score:
    """Give the share of asked citations of which one found naming has the right relation."""
    wrong, asked = [], 0
    for row in _asked(gold):
        same = [item for item in document["citations"] if _names(item) & _names(row)]
        if same:
            asked += 1
            got = {item["relation"] for item in same}
            if row["relation"] not in got and row.get("relation_alt") not in got:
                wrong.append(f"{row['title']}: {sorted(got)} for {row['relation']}")
    return share("relations", asked, wrong)


def places(gold: Json, document: Json) -> Score:
    loose = ("unsure", "nested", "nested_only", "in_name")
    every = {
        fold(row.get(name)) for row in gold["places"] for name in ("canonical", "canonical_alt")
    }
    sure = {fold(row["canonical"]) for row in gold["places"] if not any(row.get(x) for x in loose)}
    return tally("places", sure, (fold(row["canonical"]) for row in document["places"]), every)


def agencies(gold: Json, document: Json) -> Score:
    every = {
        fold(row.get(name)) for row in gold["agencies"] for name in ("canonical", "canonical_alt")
    }
    sure = {
        fold(row["canonical"])
        for row in gold["agencies"]
        if not row.get("group")
        and not row.get("unsure")
        and row.get("kind") != "generic"
        and not GROUPS.search(row["canonical"])
    }
    have = {fold(row["canonical"]) for row in document["agencies"]}
    return tally("agencies", sure, {name for name in have if not GROUPS.search(name)}, every)


def letters(clean: str, text: str) -> Score:
    """Give the share of letters of the true text that the restored one has."""
    one, other = fold(clean), fold(text)
    wrong = Levenshtein.distance(one, other)
    right = max(len(one) - wrong, 0)
    return Score(
        facet="letters",
        right=right,
        found=len(one),
        expected=len(one),
        recalled=right,
        missed=[f"{wrong} letters differ"] if wrong else [],
    )


def lineage_scores(gold: Json, key: str, keys: dict[str, str], lineage: Json) -> list[Score]:
    """Compare links, gaps and additions; links that only one annotator holds are not asked."""
    names = {value: name for name, value in keys.items()}
    uppers = {row["upper_document"] for row in gold["links"]}
    want = {(row["lower"], row["upper_document"], row["upper"]): row for row in gold["links"]}
    have = {
        (row["lower"]["provision"], names[row["upper"]["document"]], row["upper"]["provision"]): row
        for row in lineage.get("links", ())
        if row["lower"]["document"] == key and names.get(row["upper"]["document"]) in uppers
    }
    required = (link for link, row in want.items() if row["required"])
    wrong = [
        f"{link}: {have[link]['relation']} for {want[link]['relations']}"
        for link in sorted(want.keys() & have.keys())
        if have[link]["relation"] not in want[link]["relations"]
    ]
    scores = [
        tally("links", required, have, want),
        share("link relations", len(want.keys() & have.keys()), wrong),
    ]
    if "upper_gaps" in gold:
        gaps = {
            row["upper"]["provision"]
            for row in lineage.get("gaps", ())
            if row["document"] == key
            and row["state"].startswith("not_found")
            and names.get(row["upper"]["document"]) in uppers
        }
        scores.append(tally("gaps", gold["upper_gaps"], gaps, gold["upper_gaps_arguable"]))
    if "local_additions" in gold:
        added = {row["provision"] for row in lineage.get("additions", ()) if row["document"] == key}
        firm = {row["lower"] for row in gold["links"] if row["required"]}
        doubtful = {row["lower"] for row in gold["links"]} - firm  # one annotator sees no link
        also = doubtful | set(gold["local_additions_arguable"])
        scores.append(tally("additions", gold["local_additions"], added, also))
    return scores


FACETS: tuple[Callable[[Json, Json], Score], ...] = (
    header,
    outline,
    headings,
    tasks,
    roles,
    measures,
    measures_exact,
    force,
    action,
    targets,
    target_details,
    citations,
    relations,
    places,
    agencies,
)
