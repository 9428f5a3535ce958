"""The cache: results by the hash of their input, whole or not at all."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.pipeline.cache import Cache, digest, rules_version


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """A result comes back under its name, and nothing under another one."""
    cache = Cache(tmp_path)
    cache.put("abc.text", b"1")
    assert cache.get("abc.text") == b"1"
    assert cache.get("abd.text") is None


def test_only_named_results_survive_pruning(tmp_path: Path) -> None:
    """Pruning deletes what no build needs any more."""
    cache = Cache(tmp_path)
    cache.put("abc.text", b"1")
    cache.put("xyz.text", b"2")
    cache.prune(frozenset({"xyz"}))
    assert cache.get("abc.text") is None
    assert cache.get("xyz.text") == b"2"


@given(st.lists(st.text()), st.lists(st.text()))
def test_equal_digests_mean_equal_parts(one: list[str], other: list[str]) -> None:
    """Lists of parts never run together into one digest."""
    assert (digest(*one) == digest(*other)) == (one == other)


def test_the_version_of_rules_is_one_hash() -> None:
    """Rules, data and libraries give one hash, the same each time."""
    assert len(rules_version()) == 64
    assert rules_version() == rules_version.__wrapped__()
