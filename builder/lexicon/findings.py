"""The words of findings, zh and en, by code; each stage keeps its own ``findings_*.toml``.

A code has four sentences: what was met (``zh``, ``en``) and what to do next
(``next_zh``, ``next_en``); ``{name}`` is filled from the finding's details.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from builder.lexicon.tables import toml
from builder.model.finding import Finding

__all__ = ["Words", "codes", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a finding says to a person, and the next step."""

    zh: str
    en: str
    next_zh: str
    next_en: str


def words(finding: Finding) -> Words:
    """Give the words of a finding, filled in with its details."""
    values = _Details(dict(finding.details) | {"source": finding.source})
    entry = codes()[finding.code]
    return Words(**{name: entry[name].format_map(values) for name in Words.__slots__})


@cache
def codes() -> dict[str, dict[str, str]]:
    """Give the sentences of every known code."""
    folder = resources.files("builder") / "data"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith("findings_"))
    return {
        code: entry for name in names for code, entry in toml(name.removesuffix(".toml")).items()
    }


class _Details(dict[str, str]):
    """Details of a finding; one that is missing is left visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
