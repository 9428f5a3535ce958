"""What page furniture looks like: whole lines, and labelled lines that tell of the document."""

import re
from functools import cache

from builder.lexicon.tables import toml

__all__ = ["cells", "key_of", "labels", "line_pattern", "line_rules"]

BLANK = r"[ \t\u3000\xa0\u2002]*"
# • 索引号：…, - 索引号：…
BULLET = r"[•·●▪■◆◇○\*-]?"


@cache
def labels() -> re.Pattern[str]:
    """Give a pattern of one label with its colon; the group ``word`` is the label.

    >>> labels().match("名　称：关于印发").group("word")
    '名　称'
    >>> labels().match("• 索引号：6735597301/2021").group("word")
    '索引号'
    """
    words = sorted(
        (word for row in toml("furniture")["label"] for word in row["words"]),
        key=len,
        reverse=True,
    )
    spaced = "|".join(BLANK.join(map(re.escape, word)) for word in words)
    return re.compile(
        rf"{BULLET}{BLANK}(?:[【\[]{BLANK})?(?P<word>{spaced}){BLANK}(?:[：:】\]]|$)", re.MULTILINE
    )


@cache
def cells() -> re.Pattern[str]:
    """Give a pattern of one label of a table printed without colons; ``word`` is the label.

    >>> [m.group("word") for m in cells().finditer("索引号 014437529 主题分类 城乡建设")]
    ['索引号', '主题分类']
    >>> cells().match("发文字号皖交发〔2021〕63号").group("word")
    '发文字号'
    """
    words = sorted(
        {word for row in toml("furniture")["label"] for word in row.get("cells", ())},
        key=len,
        reverse=True,
    )
    spaced = "|".join(BLANK.join(word) for word in words)
    return re.compile(rf"(?<![\u4e00-\u9fff])(?P<word>{spaced})(?![号机人])")


def key_of(word: str) -> str:
    """Give the key of a label as printed.

    >>> key_of("名　称"), key_of("信息来源")
    ('title', 'source')
    """
    return _keys()[re.sub(r"[ \t\u3000\xa0\u2002]", "", word)]


@cache
def line_rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give (id, pattern of the whole line) of each rule."""
    return tuple((rule["id"], re.compile(rule["pattern"])) for rule in toml("furniture")["line"])


@cache
def line_pattern(*, near: bool) -> re.Pattern[str]:
    """Give all line rules as one pattern: those of any place, or of the ends of a page as well.

    >>> [bool(line_pattern(near=near).fullmatch("政府信息公开")) for near in (True, False)]
    [True, False]
    """
    rules = [rule for rule in toml("furniture")["line"] if near or not rule.get("near")]
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in rules))


@cache
def _keys() -> dict[str, str]:
    return {
        word: row["key"]
        for row in toml("furniture")["label"]
        for word in (*row["words"], *row.get("cells", ()))
    }
