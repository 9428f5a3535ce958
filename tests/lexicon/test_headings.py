"""Rules over headings and kinds: examples match, not_examples do not, each rule fires."""

import pytest

from builder.lexicon import headings
from builder.lexicon.tables import toml

RULES = toml("headings")


def fires(name: str, surface: str) -> bool:
    """Say whether a rule is the one that decides over a heading, a kind or a title."""
    if name.startswith(("role-", "chapter-", "leaf-")):
        chapter, leaf = not name.startswith("role-"), name.startswith("leaf-")
        found = headings.role_of(surface, chapter=chapter, leaf=leaf)
        return found is not None and found[1] == name
    if name == "kind-announcement":
        return headings.announces(surface)
    if name == "kind-programme":
        return headings.sets_to_work(surface)
    if name == "forwarded-proposals":
        return headings.proposes(surface)
    return headings.kind_rule(surface) == name


@pytest.mark.parametrize("name", RULES)
def test_examples_fire(name: str) -> None:
    """Each example of a rule is decided by that rule."""
    assert RULES[name]["examples"]
    assert [one for one in RULES[name]["examples"] if not fires(name, one)] == []


@pytest.mark.parametrize("name", RULES)
def test_counter_examples_do_not(name: str) -> None:
    """No counter-example of a rule is decided by it."""
    assert RULES[name]["not_examples"]
    assert [one for one in RULES[name]["not_examples"] if fires(name, one)] == []


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_why(name: str) -> None:
    """Each rule gives its reason."""
    assert RULES[name]["why"]
