"""Clause -> the qualifiers (全面, 加快, 依法) of its action: what stands around the verb.

A word such as 规范, 公开 or 统一 is a qualifier, a verb or part of a name by what stands
beside it; words of pace count even far from the verb, others hardly.
"""

import re
from functools import cache

from builder.extract.measures_patterns import veil
from builder.lexicon.alternatives import begins, one_of
from builder.lexicon.verbs import adverbs, attributive, nominal, qualifiers, verb_words, verbs

__all__ = ["qualifying"]

NEAR_CHARS = 24  # qualifiers in a row right before a verb
# 实行动态跟踪、及时调整: a second verb, where 开展运输企业集中整治 has none
JOINS = tuple("、并和且")
# 保温系统禁止用于: behind a noun 系统 is one
NOUN = r"(?!(?<=[\u4e00-\u9fff])(?<![并且和要应须地])系统)"


def qualifying(text: str, at: int, verb: int, *, moves: bool) -> tuple[str, ...]:
    """Give the qualifiers of the action, in order: before its verb or at the clause's head.

    Words of extent and pace count before an inner verb as well (根据需求动态调整专业设置),
    conditions anywhere, unless they are attributes (垃圾分类处理系统).  At the clause's end
    the verb is a noun (开展集中整治), unless the action moves somebody (推动企业广泛参与).
    """
    run = _run()
    first = run.search(text)
    if first is None:
        return ()
    if first.start() == at and first.end() <= verb and not run.search(text, first.end()):
        return tuple(dict.fromkeys(_adverb().findall(text, at, first.end())))
    runs = (first, *run.finditer(text, first.end()))
    hidden = veil(text)
    near = _adverb_run().search(text, max(verb - NEAR_CHARS, 0), verb)
    start = near.start() if near else verb
    shown = [run for run in runs if hidden[run.start()] != "〇"]
    found = [word for run in shown for word in _words(text, run, at, verb, start, moves)]
    return tuple(dict.fromkeys(found))


def _words(text: str, run: re.Match[str], at: int, verb: int, near: int, moves: bool) -> list[str]:
    """Give the words of a row of qualifiers that qualify the action."""
    first, end = run.span()
    # in 定期公开数据 the verb looks like a qualifier
    before = first < verb < end and (first == at or near <= first)
    words = _adverb().findall(text, first, verb if before else end)
    if before or (end <= verb and (first == at or near <= first <= verb)):
        return words
    joined = text[first - 1 : first] in JOINS
    acts = run["acts"] is not None and (moves or joined or run["last"] is None)
    acts = acts or text.startswith("并", first - 1)
    return [word for word in words if _counts(word, acts=acts)]


def _counts(word: str, *, acts: bool) -> bool:
    """Say whether a qualifier away from the verb still qualifies the action."""
    kind = qualifiers()[word]
    if kind == "condition":
        return word not in attributive()
    return acts and kind in ("extent", "pace")


@cache
def _adverb() -> re.Pattern[str]:
    """Match one qualifier."""
    return re.compile(rf"{begins(qualifiers())}(?:{adverbs()})")


@cache
def _adverb_run() -> re.Pattern[str]:
    """Match the qualifiers that stand right before a verb, up to a search's end."""
    one = rf"(?:(?:{adverbs()})[、地]?|(?:{verbs('pivot')}))"
    first = begins({*qualifiers(), *verb_words("pivot")})
    return re.compile(rf"{first}{NOUN}{one}{one}*$")


@cache
def _run() -> re.Pattern[str]:
    """Match qualifiers in a row; ``acts`` is empty, and there, where a verb, 将 or 把 follows.

    ``last`` is there where that verb ends the clause: 开展运输企业集中整治.

    >>> [m[0] for m in _run().finditer("指导院校根据需求动态调整专业设置") if m["acts"] is not None]
    ['动态']
    """
    words = (verb_words("inside") | verb_words("qualified")) - nominal()
    one, more = rf"(?:{adverbs()})[、地]?", begins(qualifiers())
    held = rf"{begins(words)}{one_of(words)}(?!的)(?P<last>$)?"
    return re.compile(rf"{more}{NOUN}{one}(?:{more}{one})*(?P<acts>(?=[将把向对按从为]|{held}))?")
