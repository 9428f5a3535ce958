"""The full name of a division -> the short names by which people call it: 湘西州, 湘西."""

from builder.lexicon.tables import toml

__all__ = ["short_names"]


def short_names(name: str) -> tuple[str, ...]:
    """Give the short names, without those of one character.

    >>> short_names("湘西土家族苗族自治州"), short_names("六安市"), short_names("赵县")
    (('湘西州', '湘西自治州', '湘西'), ('六安',), ())
    >>> short_names("锡林郭勒盟")
    ('锡林郭勒', '锡盟')
    """
    words = toml("place_words")["short"]
    kind = next((kind for kind in words["kinds"] if name.endswith(kind)), None)
    if kind is None:
        return ()
    stem = name.removesuffix(kind)
    forms: list[str] = []
    if kind.startswith("自治") and kind != "自治区":
        stem = _without_peoples(stem, tuple(words["peoples"]))
        forms.append(stem + kind[-1])
        forms += [stem + kind] * (kind == "自治州")
    elif kind == "自治区":
        stem = _without_peoples(stem, tuple(p for p in words["peoples"] if p != "蒙古"))
    if len(stem) > 1:
        forms.append(stem)
    forms += [more for more in words["more"].get(name, ()) if more not in forms]
    return tuple(form for form in forms if len(form) > 1)


def _without_peoples(stem: str, peoples: tuple[str, ...]) -> str:
    """Cut the names of peoples off the end; never leave fewer than two characters."""
    while True:
        ends = [p for p in peoples if stem.endswith(p) and len(stem) - len(p) >= 2]
        if not ends:
            return stem.removesuffix("族") if len(stem) > 2 else stem
        stem = stem.removesuffix(max(ends, key=len))
