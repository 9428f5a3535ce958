"""Headings that a table of contents names, where a page lost all its line ends.

目录第一章总体要求第一节发展基础…第一章总体要求…: what stands between two labels of the table is a
heading, and stands again behind the same label before its text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from builder.restore.labels import SPACE

__all__ = ["seams"]

# 第一章　总体要求; the text up to a mark or the next label
ENTRY = re.compile(
    rf"(?P<label>第[一二三四五六七八九十]{{1,3}}[章节]){SPACE}*"
    r"(?P<heading>(?:(?!第[一二三四五六七八九十]{1,3}[章节])[^，。；：\n]){2,60})"
)
BLANKS = re.compile(f"{SPACE}*")
MIN_LISTED = 4
MIN_LAST_CHARS = 4
MAX_ENTRIES = 2_000


def seams(line: str) -> Iterator[tuple[int, int]]:
    """Give the boundaries before listed labels and behind their headings.

    >>> line = "第一章总则第一节夯实基础第二章附则第一节强化保障第二节明确责任为加强工作，制定。"
    >>> line += "第一章总则第一节夯实基础加快建设。第二章附则第一节强化保障坚持。第二节明确责任压。"
    >>> cuts = [*sorted({at for at, _ in seams(line)}), None]
    >>> [line[a:b] for a, b in pairwise(cuts)][4:9]
    ['第二节明确责任', '为加强工作，制定。', '第一章总则', '第一节夯实基础', '加快建设。']
    """
    entries = list(ENTRY.finditer(line))
    if not 2 * MIN_LISTED <= len(entries) <= MAX_ENTRIES:
        return
    found = list(_again(entries))
    if len(found) < MIN_LISTED:
        return
    for listed, repeated, size in found:
        for m in (listed, repeated):
            end = m.start("heading") + size
            yield m.start(), m.start()
            yield end, BLANKS.match(line, end).end()  # type: ignore[union-attr]


def _again(
    entries: Sequence[re.Match[str]],
) -> Iterator[tuple[re.Match[str], re.Match[str], int]]:
    """Give each listed entry, where it stands again, and how long its heading is."""
    last = None  # the table's last entry runs on into the text below it
    for n, (listed, following) in enumerate(pairwise(entries)):
        whole = listed.end() == following.start()
        if not whole and last is None:
            continue
        heading = listed["heading"].rstrip()
        for m in entries[n + 1 :]:
            common = _common(m["heading"], heading)
            if m["label"] == listed["label"] and (
                common == len(heading) if whole else common >= MIN_LAST_CHARS
            ):
                yield listed, m, common
                break
        last = listed if whole else None


def _common(one: str, other: str) -> int:
    """Give how many characters two texts begin with in common."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)
