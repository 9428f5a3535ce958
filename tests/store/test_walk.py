"""From a subject to its properties: language, lists, presence, the first path that leads on."""

import pytest

from builder.store import oxigraph
from builder.store.mapping import Property, Step, schema
from builder.store.sources import StoreQuads
from builder.store.walk import Walker
from tests.store import sample

SKOS = "http://www.w3.org/2004/02/skos/core#"
LABEL, OTHER = f"{SKOS}prefLabel", f"{SKOS}altLabel"
ONE, TWO = "<https://w3id.org/zhengmai/agency/one>", "<https://w3id.org/zhengmai/agency/two>"
SAID = f"""
{ONE} <{LABEL}> "Ministry"@en <https://w3id.org/zhengmai/graph/authorities> .
{ONE} <{OTHER}> "乙"@zh <https://w3id.org/zhengmai/graph/authorities> .
{ONE} <{OTHER}> "甲"@zh <https://w3id.org/zhengmai/graph/authorities> .
{ONE} <{OTHER}> "first"@en <https://w3id.org/zhengmai/graph/authorities> .
"""


@pytest.fixture(scope="module")
def walker():
    store = oxigraph.in_memory(sample.nquads() + SAID.lstrip())
    return Walker(StoreQuads(store), schema())


def prop(*predicates, kind="text", language="zh"):
    paths = tuple((Step(predicate=predicate, back=False),) for predicate in predicates)
    return Property(name="p", paths=paths, kind=kind, language=language)


def test_words_in_another_language_are_no_value(walker):
    """An English label is not taken for the Chinese one, though it is the only one."""
    assert walker.property(ONE, prop(LABEL)) is None
    assert walker.property(ONE, prop(LABEL, language="en")) == "Ministry"


def test_lists_are_sorted_and_of_one_language(walker):
    """A list has the words of its language alone, in a fixed order."""
    assert walker.property(ONE, prop(OTHER, kind="texts")) == ("乙", "甲")


def test_the_first_path_that_leads_anywhere_counts(walker):
    """A later path is asked only where the earlier ones have nothing at all."""
    assert walker.property(ONE, prop(f"{SKOS}notation", LABEL, language="en")) == "Ministry"


def test_presence_is_true_or_false_never_nothing(walker):
    """What is only asked for being there has a value where it is not there, too."""
    assert walker.property(ONE, prop(OTHER, kind="present")) is True
    assert walker.property(TWO, prop(LABEL, kind="present")) is False
    assert walker.property(TWO, prop(LABEL)) is None
