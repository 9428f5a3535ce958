"""A full stop lost before a responsibility list: 经济密度(责任单位:市自然资源局).

Damage: word-processor runs lose the mark between a sentence and the list behind it.  We set
。 only where the text itself does so before nearly all of its other lists; its habit is all
that speaks for it, so it is a guess.  Left alone: headings that carry their list directly
(加强组织领导（责任单位：…）).
"""

import re

from builder.model.draft import Change

__all__ = ["find"]

# （责任单位： (牵头单位: （责任部门：
LIST = re.compile(r"[（(](?:责任|牵头|负责|配合|主办|实施)(?:单位|部门)[：:]")
HAN = re.compile("[\u4e00-\u9fff]")
MIN_OTHER_LISTS = 3
MIN_SHARE = 0.8
MIN_SENTENCE_CHARS = 20


def find(chars: str) -> list[Change]:
    """Give the places where 。 was lost.

    >>> item = "推进城市更新，完善配套设施，建设宜居韧性智慧城市。（责任单位：市住建局）\\n"
    >>> lost = "落实挂钩机制，提高城市土地综合产出率和经济密度（责任单位：市资规局）"
    >>> [c.start - 4 * len(item) for c in find(item * 4 + lost)]
    [23]
    """
    places = [m.start() for m in LIST.finditer(chars)]
    stopped = sum(at > 0 and chars[at - 1] == "。" for at in places)
    if stopped < MIN_OTHER_LISTS or stopped < MIN_SHARE * len(places):
        return []
    reason = "the text sets 。 before its other lists"
    return [
        Change(at, at, "。", reason, "guess", ("；", ""))
        for at in places
        if _ends_sentence(chars, at)
    ]


def _ends_sentence(chars: str, at: int) -> bool:
    """Say whether a sentence, not a heading, stands before a list without its full stop."""
    if at == 0 or not HAN.match(chars, at - 1):
        return False
    line = chars[chars.rfind("\n", 0, at) + 1 : at]
    return len(line) >= MIN_SENTENCE_CHARS and ("。" in line or "，" in line)
