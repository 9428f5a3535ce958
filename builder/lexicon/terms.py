"""The words for people, zh and en, for codes that stand in the graph and in reports."""

from typing import NamedTuple

from builder.lexicon.tables import toml

__all__ = ["Term", "term"]


class Term(NamedTuple):
    """One label in Chinese and English."""

    zh: str
    en: str


def term(topic: str, code: str) -> Term:
    """Give the label of a code; an unknown one stands for itself.

    >>> term("relation", "elaborates")
    Term(zh='细化', en='elaborates')
    >>> term("relation", "none such").zh
    'none such'
    """
    entry = toml("terms").get(topic, {}).get(code)
    return Term(**entry) if entry else Term(code, code)
