"""The template engine of the report: every text escaped, an unknown name is an error."""

from functools import cache

import jinja2
from markupsafe import Markup

from builder.lexicon.terms import term

__all__ = ["environment"]


@cache
def environment() -> jinja2.Environment:
    """Give the engine; templates write a label in both languages as ``t(topic, code)``."""
    engine = jinja2.Environment(
        loader=jinja2.PackageLoader("builder.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    engine.globals |= {"t": _both, "t_zh": _chinese}
    return engine


def _both(topic: str, code: str) -> Markup:
    """Give a label in both languages; the page shows one of them."""
    words = term(topic, code)
    return Markup('<span class="zh">{}</span><span class="en">{}</span>').format(*words)


def _chinese(topic: str, code: str) -> str:
    """Give the Chinese label alone, to hold against the words of a document."""
    return term(topic, code).zh
