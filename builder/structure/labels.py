"""Labels of provisions: 一、 （一） 1. （1） ① 第X条 —— and what number each prints.

A label counts at the start of a line; inside a line only where a sentence or a heading
ended just before it, because copies without paragraph breaks glue items together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from builder.model.span import Span

__all__ = ["CN", "Label", "LabelClass", "candidates", "numeral", "opens"]

LabelClass = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "cn",
    "cn_bracket",
    "decimal",
    "num",
    "num_bracket",
    "circle",
    "bullet",
    "row",
    "group",
    "heading",
    "annex",
]

CN = "一二三四五六七八九十百千零〇○"
GAP = r"[ \t\u3000\xa0]*"
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SIGNS = "㈠-㈩⑴-⒇⒈-⒛"  # （一）, (1) and 1. in one character

# each alternative is one class; an example stands beside it
_CLASSES: tuple[tuple[LabelClass, str], ...] = (
    ("part", rf"第{GAP}[{CN}\d]{{1,4}}{GAP}(?:编|篇|部分)"),  # 第一部分
    ("chapter", rf"第{GAP}[{CN}\d]{{1,4}}{GAP}章"),  # 第一章
    ("section", rf"第{GAP}[{CN}\d]{{1,4}}{GAP}节"),  # 第一节
    ("article", rf"第{GAP}[{CN}\d]{{1,6}}{GAP}条"),  # 第十五条
    # 一、 but not 三、四线城市
    # 一　总体要求 on a line of its own
    (
        "cn",
        rf"[{CN}]{{1,4}}{GAP}(?:、(?![{CN}]{{1,2}}[、级线类期])|[．.](?!\d))"
        rf"|(?<![^\n])[{CN}]{{1,3}}(?=[ \t\u3000]+[\u4e00-\u9fff“”、]{{3,24}}(?:\n|\Z))",
    ),
    ("cn_bracket", rf"[（(]{GAP}[{CN}]{{1,4}}{GAP}[）)]{GAP}[、.．]?|[㈠-㈩]"),  # （一） ㈠
    ("num_bracket", rf"[（(]{GAP}\d{{1,3}}{GAP}[）)]|\d{{1,3}}[）)]|[⑴-⒇]"),  # （1） 1) ⑴
    # 1.1 编制目的, 1 总则, but not 3.5亿元
    (
        "decimal",
        r"\d{1,2}(?:[.．]\d{1,2}){1,4}(?=[ \t\u3000]*(?![亿万倍元个米吨度])[\u4e00-\u9fff《“])"
        r"|\d{1,2}(?=[ \t\u3000]+[\u4e00-\u9fff])",
    ),
    ("num", r"\d{1,3}[ \t]?(?:[.．](?!\d(?!G))|、)|[⒈-⒛]"),  # 1. 16． 1.5G网络 ⒈
    ("circle", rf"[{CIRCLES}]"),  # ①
    # —— - but not ——责任单位：市民政局
    (
        "bullet",
        r"(?:[—－―─]{2,}|[-－•·●■◆★◇▪](?=[ \t\u3000]*[^\d\s-]))"
        r"(?![ \t\u3000]*(?:牵头|责任|配合|负责|协办|主办|完成)[\u4e00-\u9fff]{1,4}[：:])",
    ),
)
_ANY = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _CLASSES)
LINE = re.compile(r"[^\n]+")
OPENS = re.compile(rf"[\s\u3000]*(?:{_ANY})")
BLANKS = r" \t\u3000\xa0"
# what a label inside a line, or the blanks before it, may begin with
_FIRST = rf"[{BLANKS}第{CN}\d（({CIRCLES}{SIGNS}—－―─\-•·●■◆★◇▪]"
MAYBE_GLUED = re.compile(rf"{_FIRST}(?<=[。；！？：）)”\u4e00-\u9fff]{_FIRST})")
GLUED = re.compile(rf"[{BLANKS}]*(?:{_ANY})")

VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
UNITS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label: where it stands, its class, and its number path ((2,) or (1, 2) for 1.2).

    ``skip`` says how many cells of a row stand before the one that names its task; ``whole``
    that no other cell says what to do.
    """

    span: Span
    kind: LabelClass
    numbers: tuple[int, ...]
    line_start: bool
    skip: int = 0
    whole: bool = False


def opens(line: str) -> bool:
    """Say whether a line begins with a label.

    >>> opens("（一）发展方向"), opens("16. 加强"), opens("2023年6月14日"), opens("一次性")
    (True, True, False, False)
    """
    return OPENS.match(line) is not None


def candidates(chars: str, start: int, end: int) -> Iterator[Label]:
    """Give all labels that could be meant between two offsets, in order of the text."""
    for line in LINE.finditer(chars, start, end):
        m = OPENS.match(chars, line.start(), line.end())
        at = line.start()
        if m:
            yield _label(m, line_start=True)
            at = m.end()
        for inner in _glued(chars, at, line.end()):
            yield _label(inner, line_start=False)


def _glued(chars: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the labels inside a line: the few places where one could begin are found first."""
    reached = start
    for place in MAYBE_GLUED.finditer(chars, start, end):
        if place.start() >= reached and (m := GLUED.match(chars, place.start(), end)):
            yield m
            reached = m.end()


def _label(m: re.Match[str], *, line_start: bool) -> Label:
    kind = m.lastgroup
    assert kind is not None
    span = Span(*m.span(kind))
    return Label(
        span=span,
        kind=kind,  # type: ignore[arg-type]
        numbers=_numbers(span.of(m.string)),
        line_start=line_start,
    )


def _numbers(label: str) -> tuple[int, ...]:
    """Numbers that a label prints; none for a bullet.

    >>> _numbers("第十五条"), _numbers("（二十六）"), _numbers("1.2.3")
    ((15,), (26,), (1, 2, 3))
    >>> _numbers("③"), _numbers("——"), _numbers("㈡")
    ((3,), (), (2,))
    """
    label = normalize("NFKC", label)
    digits = re.findall(r"\d+", label)
    if digits:
        return tuple(int(run) for run in digits)
    return tuple(numeral(run) for run in re.findall(f"[{CN}]+", label))


def numeral(run: str) -> int:
    """Value of a Chinese numeral below ten thousand.

    >>> numeral("二十六"), numeral("一百零三"), numeral("十"), numeral("二〇")
    (26, 103, 10, 20)
    """
    total, digit = 0, 0
    if not any(char in UNITS for char in run):
        return int("".join(str(VALUES[char]) for char in run))
    for char in run:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = VALUES[char]
    return total + digit
