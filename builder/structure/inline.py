"""Labels inside a line: which of them open a provision that a copy glued to the one before.

Hard because a text cites its own numbers (第六条、第七条) and counts inside sentences; so a label
counts only where a sentence, a heading or a list ended before it and its number goes on.
"""

import re
from collections.abc import Sequence

from builder.structure.labels import Label, LabelClass

__all__ = ["goes_inside", "opens_article", "repeated_later"]

SENTENCE_END = "。！？；）)”"
BLANKS = frozenset(" \t\u3000\xa0")
MAX_LIST_CHARS = 240
# 责任单位：市教育局、市卫健委, up to the end
LIST_BEFORE = re.compile(
    r"(?:责任|牵头|配合|负责|协办|完成)[\u4e00-\u9fff]{2,4}[：:][^。；：\n]{2,200}\Z"
)
MAX_HEADING_CHARS = 40
MAX_ARTICLE_GAP = 3
# 第一条规定的, 第六条、第七条, 第三条第二款
CITED_ARTICLE = re.compile(
    r"[ \t]*(?:第[一二三四五六七八九十]+[款项条]|[、和至及]|规定|相应|所列|所称|中的)"
)


def opens_article(chars: str, label: Label, last: int, stack: Sequence[Label]) -> bool:
    """Say whether 第X条 opens an article, and does not cite one (第一条规定的).

    One on a line of its own may jump over some that were left out, where a blank sets it off.
    """
    if CITED_ARTICLE.match(chars, label.span.end):
        return False
    set_off = label.line_start and chars[label.span.end : label.span.end + 1] in BLANKS
    if not _next_article(last, label.numbers[0]) and not (set_off and label.numbers[0] > last):
        return False
    if label.line_start or not stack:
        return label.line_start
    return _char_before(chars, label.span.start) in "。；" or _after_heading(
        chars, stack[-1], label
    )


def _next_article(last: int, number: int) -> bool:
    """Say whether an article can follow: articles run on from 第一条; others are cited.

    >>> _next_article(0, 1), _next_article(0, 6), _next_article(12, 13), _next_article(12, 8)
    (True, False, True, False)
    """
    return number == 1 or (last > 0 and last < number <= last + MAX_ARTICLE_GAP)


def goes_inside(
    chars: str,
    label: Label,
    stack: Sequence[Label],
    last: dict[LabelClass, int],
    around: Sequence[Label],
) -> bool:
    """Say whether a label inside a line goes on with, or begins, a numbering.

    ``last`` has the last number of each class: numbers may run on over chapters; ``around``
    are the candidate before the label, the label, and some after it.
    """
    before = _char_before(chars, label.span.start)
    if label.kind in ("num_bracket", "circle"):
        return before in "。）)" and _goes_on_with(stack, label)
    after_heading = bool(stack) and _after_heading(chars, stack[-1], label)
    if label.kind == "decimal":
        set_off = len(label.numbers) > 1 and chars[label.span.start - 1] in BLANKS
        return (before in "。；：" or after_heading or not stack or set_off) and _next_decimal(
            stack[-1].numbers if stack and stack[-1].kind == "decimal" else (), label.numbers
        )
    if label.kind == "bullet":
        return _is_dash(chars, label) and (before in "。；" or after_heading)
    if around[0] is not label and around[0].span.end == label.span.start:
        return False  # （一）（二）款: numbers cited together
    open_numbers = [other.numbers[0] for other in stack if other.kind == label.kind]
    before_it = (open_numbers or [last.get(label.kind, 0)])[-1]
    goes_on = label.numbers[0] == before_it + 1 or (
        label.kind == "cn" and label.numbers[0] == before_it + 2 and _heads_line(chars, label)
    )
    if not (before in SENTENCE_END or after_heading or (goes_on and _set_off(chars, label))):
        return False
    if open_numbers or label.numbers[0] != 1:
        return goes_on
    if after_heading:
        return True
    ends = "。：" if not stack else "。）)"
    return before in ends and _has_successor(chars, label, around[around.index(label) + 1 :])


def _goes_on_with(stack: Sequence[Label], label: Label) -> bool:
    """Say whether a label is the next one of the numbering that is open below all others.

    （1）建立机制。（责任单位：市人社局）（2）开展招聘。
    """
    return (
        bool(stack)
        and stack[-1].kind == label.kind
        and (label.numbers[0] == stack[-1].numbers[0] + 1)
    )


def _heads_line(chars: str, label: Label) -> bool:
    """Say whether a label has the rest of its line for a heading, so that none was lost but one.

    …建设重点内容　四、重点工程和投资重点
    """
    newline = chars.find("\n", label.span.end)
    rest = chars[label.span.end : newline if newline >= 0 else len(chars)].strip()
    return 0 < len(rest) <= MAX_HEADING_CHARS and not any(char in "。；，：" for char in rest)


def _set_off(chars: str, label: Label) -> bool:
    """Say whether a blank, or a list of bodies, parts a label from what stands before it.

    …提升服务。责任单位：市教育局、市卫健委|（二）发展…
    """
    start = label.span.start
    if chars[start - 1 : start] in BLANKS:
        return True
    return LIST_BEFORE.search(chars, max(0, start - MAX_LIST_CHARS), start) is not None


def _next_decimal(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Say whether a decimal number can follow another one.

    >>> _next_decimal((1, 2), (1, 3)), _next_decimal((1, 2), (2,)), _next_decimal((2,), (2, 1))
    (True, True, True)
    >>> _next_decimal((1, 2), (8,)), _next_decimal((), (1,)), _next_decimal((), (3, 5))
    (False, True, False)
    """
    if number == (*before, 1):
        return True
    same = len(number) - 1
    return len(before) > same and number == (*before[:same], before[same] + 1)


def _is_dash(chars: str, label: Label) -> bool:
    """Say whether a bullet is one that can stand inside a line: —— or a dash with a blank."""
    surface = label.span.of(chars)
    return len(surface) > 1 or chars[label.span.end : label.span.end + 1].isspace()


def _has_successor(chars: str, label: Label, following: Sequence[Label]) -> bool:
    """Say whether number two of the same class follows on the same line after a sentence."""
    for other in following:
        if other.line_start:
            return False
        if other.kind == label.kind:
            return other.numbers[0] == 2 and _char_before(chars, other.span.start) in "。；）)"
    return False


def repeated_later(label: Label, following: Sequence[Label]) -> bool:
    """Say whether the same number of this class still comes at the start of a line."""
    for other in following:
        if other.kind == label.kind:
            return other.numbers == label.numbers
    return False


def _char_before(chars: str, at: int) -> str:
    while at > 0 and chars[at - 1] in " \t\u3000\xa0":
        at -= 1
    return chars[at - 1] if at > 0 else "\n"


def _after_heading(chars: str, last: Label, label: Label) -> bool:
    """Say whether only a short heading without punctuation lies between two labels."""
    if label.span.start - last.span.end > 2 * MAX_HEADING_CHARS:
        return False
    between = chars[last.span.end : label.span.start].strip()
    if between.count("《") != between.count("》"):
        return False
    return 0 < len(between) <= MAX_HEADING_CHARS and not any(
        char in "。；，：！？\n" for char in between
    )
