"""Groups that are named by kind and are no bodies (泛指主体): 各地区, 有关部门, 县区人民政府."""

import re
from functools import cache

from builder.lexicon.tables import toml

__all__ = ["which_group"]


def which_group(surface: str) -> str | None:
    """Give the rule by which a name is a group (泛指主体), None for anything else.

    >>> which_group("各县区人民政府")
    'each'
    >>> which_group("市教育局") is None
    True
    """
    name = surface.strip().replace("〔", "（").replace("〕", "）")
    return next((rule for rule, pattern in _groups() if pattern.fullmatch(name)), None)


@cache
def _groups() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["id"], re.compile(row["pattern"])) for row in toml("generic_actors")["group"])
