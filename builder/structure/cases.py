"""Lists of cases, and what a provision says after its list.

有下列情形之一时，应组织论证：1.…的；2.…的。论证由建设单位组织。: the cases are no work of
their own, the provision that lists them is, and the paragraph behind the last case is the
provision's.  In articles every paragraph without a label is the article's (款), never the
item's (项).
"""

import re
from collections.abc import Sequence

from builder.model.span import Span
from builder.structure.lines import stripped
from builder.structure.provisions import Draft

__all__ = ["acts_in_cases", "given_back", "lists_of_cases"]

# 有下列情形之一时，…论证：, 应当具备以下条件：
CASES = re.compile(
    r"(?:[下以][列下][^，。：]{0,8}(?:情形|情况|条件)|(?:情形|条件)之一)[^。；\n]{0,40}[：:]\s*\Z"
)
# 有下列情形之一时，建设单位应组织论证：
ACTS = re.compile(r"[下以][列下]情[形况]之一[^，。：\n]{0,6}，[^。；\n]{4,}[：:]\s*\Z")
# 选用…超出规定的。
CASE = re.compile(r"的[。；;]?\s*\Z")


def lists_of_cases(chars: str, items: Sequence[Draft]) -> frozenset[str]:
    """Give the provisions whose parts are cases or conditions: 有下列情形之一的：."""
    return frozenset(
        item.node.id
        for item in items
        if item.body and CASES.search(chars, item.body[0].start, item.body[0].end)
    )


def acts_in_cases(chars: str, item: Draft) -> bool:
    """Say whether a provision says what is done in the cases it lists, or behind the list."""
    first = item.body[0] if item.body else None
    return first is not None and ACTS.search(chars, first.start, first.end) is not None


def given_back(chars: str, items: Sequence[Draft], *, plan: bool) -> list[Draft]:
    """Give the drafts, changed in place, with the paragraphs behind a list in its provision.

    ``plan`` says that articles are parts of a plan, whose items may hold several paragraphs.
    """
    cases = lists_of_cases(chars, items)
    above = {item.node.id: item for item in items}
    parents = {item.node.parent for item in items}
    for place, item in enumerate(items):
        parent = above.get(item.node.parent or "")
        last = place + 1 == len(items) or items[place + 1].node.parent != item.node.parent
        if parent is None or not last or item.node.id in parents or not item.body:
            continue
        listed = parent.node.id in cases
        if not listed and (plan or parent.node.kind != "article" or not parent.body):
            continue
        begin, end = item.node.label.span.end, item.body[-1].end
        line = chars.find("\n", begin, end)
        if line < 0 or (listed and not CASE.search(chars, begin, line)):
            continue
        parent.body = (*parent.body, stripped(chars, Span(line, end)))
        item.body = tuple(Span(one.start, line) for one in item.body if one.start < line)
        item.span = Span(item.span.start, line)
    return list(items)
