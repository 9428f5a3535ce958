"""Words and rules for measures, targets, citations and obligations do what their data says."""

import re
from typing import Any

import pytest

from builder.extract import measures_patterns as patterns
from builder.extract import measures_preambles as preambles
from builder.extract.clauses import Clause
from builder.extract.measures_parting import part
from builder.extract.measures_reading import read
from builder.lexicon import verbs
from builder.lexicon.citing import cite_rules, document_kind, is_document_name
from builder.lexicon.obligations import actor, cue
from builder.lexicon.tables import toml
from builder.lexicon.units import target_pattern, target_words, unit
from builder.model.span import Span

GROUPS = ("promote", "encourage", "explore", "forbid", "plain")
CUES = {rule["id"]: rule for rule in toml("citation_cues")["rule"]}
CLAUSES = {rule["id"]: rule for rule in toml("clause_cues")["rule"]}
TARGETS = toml("target_cues")


def rows(table: dict[str, dict[str, Any]], field: str) -> list[tuple[str, str]]:
    return [(name, words) for name, group in table.items() for words in group.get(field, ())]


def head(chars: str, group: str) -> bool:
    pattern = rf"(?:(?:{verbs.adverbs()})[、地]?)*(?:{verbs.verbs(group)})"
    return re.match(pattern, chars) is not None


@pytest.mark.parametrize("group", GROUPS)
def test_a_clause_begins_with_a_verb_of_its_group(group: str) -> None:
    """Each example of a group of verbs begins with one of them, no counter-example does."""
    words = toml("verbs")[group]
    assert all(head(chars, group) for chars in words["examples"])
    assert not any(head(chars, group) for chars in words["not_examples"])


def test_a_verb_has_one_force() -> None:
    """No verb stands in two groups of force."""
    table = toml("verbs")
    seen = [word for group in GROUPS for word in set(table[group]["words"].split())]
    assert sorted(seen) == sorted(set(seen))


@pytest.mark.parametrize("tail", ["noun_tail", "narrow_tail"])
def test_a_verb_before_a_noun_tail_is_part_of_a_name(tail: Any) -> None:
    """建设单位 and 保障性住房 name something; 建设都市圈公路环线通道 is an action."""
    words = toml("verbs")[tail]
    pattern = re.compile(verbs.verb_pattern(tail=tail))
    assert not any(pattern.match(chars) for chars in words["examples"])
    assert all(pattern.match(chars) for chars in words["not_examples"])


def test_verbs_that_are_often_nouns() -> None:
    """发展 is a verb before its object and a noun in 发展规划."""
    words = toml("verbs")["nominal"]
    pattern = re.compile(verbs.verb_pattern())
    assert all(pattern.match(chars) for chars in words["examples"])
    assert not any(pattern.match(chars) for chars in words["not_examples"])


def test_pivots_are_followed_by_the_verb_that_counts() -> None:
    """Behind a pivot stands the content verb; other verbs keep what follows as object."""
    words = toml("verbs")["pivot"]
    matches = [patterns.head().match(chars) for chars in words["examples"]]
    assert all(m and m["content"] for m in matches)
    others = [patterns.head().match(chars) for chars in words["not_examples"]]
    assert not any(m and m["content"] for m in others)


def test_verbs_inside_a_clause() -> None:
    """A clause that opens with a ground may have its verb inside."""
    words = toml("verbs")["inside"]
    assert all(preambles.goes_on(chars, 0) for chars in words["examples"])
    assert not any(preambles.goes_on(chars, 0) for chars in words["not_examples"])


def test_verbs_behind_their_object() -> None:
    """The verb of 将 and 把 stands behind the object."""
    words = toml("verbs")["object_marked"]
    assert all(patterns.object_first().match(chars) for chars in words["examples"])
    assert not any(patterns.object_first().match(chars) for chars in words["not_examples"])


def test_verbs_placed_behind_an_object_put_first() -> None:
    """纳入 wins over verbs that are often nouns (集中), wherever it stands behind 将."""
    words = toml("verbs")["object_placed"]
    matches = [patterns.object_first().match(chars) for chars in words["examples"]]
    assert all(m and m["sure"] for m in matches)
    others = [patterns.object_first().match(chars) for chars in words["not_examples"]]
    assert not any(m and m["sure"] for m in others)


def test_what_is_given_to_somebody() -> None:
    """Behind 对… the verb of giving is the action, not the support that is given."""
    words = toml("verbs")["given"]
    found = [read(chars, [Span(0, len(chars))])[0].action for chars in words["examples"]]
    assert found == ["提供"]
    others = [read(chars, [Span(0, len(chars))])[0].action for chars in words["not_examples"]]
    assert others == ["支持"]


@pytest.mark.parametrize("group", ["object_end", "turned"])
def test_lost_commas_are_seen(group: str) -> None:
    """An object that ended is followed by the next verb; a compound noun goes on."""
    words = toml("verbs")[group]
    assert all(len(parted(chars)) == 2 for chars in words["examples"])
    assert not any(len(parted(chars)) > 1 for chars in words["not_examples"])


def test_verbs_that_open_a_clause_without_comma() -> None:
    """Only verbs that are hardly ever nouns open a clause where no comma stands."""
    words = toml("verbs")["opening"]
    pattern = re.compile(verbs.verb_pattern("opening"))
    assert all(pattern.match(chars) for chars in words["examples"])
    assert not any(pattern.match(chars) for chars in words["not_examples"])


def parted(chars: str) -> list[str]:
    whole = Clause(span=Span(0, len(chars)), stop="")
    return [clause.span.of(chars) for clause in part(chars, [whole])[0]]


@pytest.mark.parametrize("kind", sorted(toml("qualifiers")))
def test_qualifiers_stand_before_the_verb(kind: str) -> None:
    """Each example has a qualifier of its kind, no counter-example has."""
    words = toml("qualifiers")[kind]
    pattern = re.compile(verbs.adverbs(kind))
    assert all(pattern.match(chars) for chars in words["examples"])
    assert not any(pattern.match(chars) for chars in words["not_examples"])


@pytest.mark.parametrize(("rule", "chars"), rows(CLAUSES, "examples"))
def test_a_clause_rule_reads_its_examples(rule: str, chars: str) -> None:
    """Each example of a rule is read by that rule, not by one before it."""
    assert read(chars, [Span(0, len(chars))])[0].rule == rule


@pytest.mark.parametrize(("rule", "chars"), rows(CLAUSES, "not_examples"))
def test_a_clause_rule_leaves_its_counter_examples(rule: str, chars: str) -> None:
    """No counter-example of a rule is read by it."""
    assert read(chars, [Span(0, len(chars))])[0].rule != rule


@pytest.mark.parametrize("side", ["before", "behind"])
def test_cues_of_citations(side: Any) -> None:
    """Each cue of a relation matches its examples and no counter-example."""
    for rule in cite_rules(side):
        find = rule.pattern.search if side == "before" else rule.pattern.match
        assert all(find(chars) for chars in CUES[rule.id]["examples"]), rule.id
        assert not any(find(chars) for chars in CUES[rule.id]["not_examples"]), rule.id


def test_titles_end_in_the_kind_of_document() -> None:
    """A title ends in a kind of document; newspapers, forms and certificates name none."""
    table = toml("citation_titles")
    kinds = re.compile(rf"(?:{document_kind()})$")
    assert all(kinds.search(title) for title in table["kinds"]["examples"])
    assert not any(kinds.search(title) for title in table["kinds"]["not_examples"])
    assert not any(is_document_name(title) for title in table["no_document"]["examples"])
    assert all(is_document_name(title) for title in table["no_document"]["not_examples"])
    pointing = re.compile(document_kind("pointing"))
    assert all(pointing.fullmatch(word) for word in table["pointing"]["examples"])
    assert not any(pointing.fullmatch(word) for word in table["pointing"]["not_examples"])


@pytest.mark.parametrize("group", [name for name, row in TARGETS.items() if "pattern" in row])
def test_words_against_a_target(group: str) -> None:
    """Each pattern that speaks against a target finds its examples and no counter-example."""
    pattern = target_pattern(group)
    assert all(pattern.search(chars) for chars in TARGETS[group]["examples"])
    assert not any(pattern.search(chars) for chars in TARGETS[group].get("not_examples", ()))


@pytest.mark.parametrize("group", [name for name, row in TARGETS.items() if "words" in row])
def test_words_that_make_a_target(group: str) -> None:
    """Each group of cue words has its examples and none of its counter-examples."""
    pattern = re.compile(target_words(group))
    assert all(pattern.match(chars) for chars in TARGETS[group]["examples"])
    assert not any(pattern.match(chars) for chars in TARGETS[group]["not_examples"])


def test_units() -> None:
    """Units are what figures are printed with; 年 and 号 are none."""
    words = toml("units")["units"]
    assert all(re.fullmatch(unit(), chars) for chars in words["examples"])
    assert not any(re.fullmatch(unit(), chars) for chars in words["not_examples"])


@pytest.mark.parametrize("force", ["forbid", "must", "may"])
def test_cues_of_obligations(force: str) -> None:
    """Each cue of an obligation gives its force in its examples and in no counter-example."""
    words = toml("obligation_cues")[force]
    found = [cue().search(chars) for chars in words["examples"]]
    assert all(m and m.lastgroup == force for m in found)
    others = [cue().search(chars) for chars in words["not_examples"]]
    assert not any(m and m.lastgroup == force for m in others)


def test_who_can_be_obliged() -> None:
    """Bodies and persons can be obliged, plans and catalogues cannot; cases name nobody."""
    table = toml("obligation_cues")
    ends = re.compile(rf"(?:{actor()})$")
    assert all(ends.search(name) for name in table["actors"]["examples"])
    assert not any(ends.search(name) for name in table["actors"]["not_examples"])
    case = re.compile(table["no_actor"]["pattern"])
    assert all(case.match(chars) for chars in table["no_actor"]["examples"])
    assert not any(case.match(chars) for chars in table["no_actor"]["not_examples"])


@pytest.mark.parametrize("name", ["asks", "by", "after_name", "adverbs", "acts"])
def test_words_around_obligations(name: str) -> None:
    """Each pattern around a cue is found in its examples and in no counter-example."""
    table = toml("obligation_cues")[name]
    pattern = re.compile(table["pattern"])
    sign = pattern.search if name == "asks" else pattern.match
    assert all(sign(chars) for chars in table["examples"])
    assert not any(sign(chars) for chars in table["not_examples"])
