"""A clause -> what it is (action, preamble, effect, rider) and what it commits to.

Reads the head of the clause: ordinal (一是), subject with a modal (各地要), qualifiers
(全面, 逐步), then the verb.  The verb of a clause with 将/把/对/为 stands behind its object.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from builder.lexicon.verbs import (
    adverb,
    clause_rules,
    force_of,
    qualifiers,
    verb,
)
from builder.model.record import Force
from builder.model.span import Span

__all__ = ["Reading", "read"]

Kind = Literal["action", "preamble", "effect", "rider", "other"]

# 各地要, 省级财政可, 建设单位应当; not 重要, 相应, 许可
_MODAL = (
    r"(?:应当|必须|务必|可以|(?<![重需主必纲摘紧首想概])要(?![求素点件闻害塞道领义])"
    r"|(?<![适相供反响效对感呼])应(?![急用对届变])|(?<![许认不])可(?![持靠行信再循视追见用控能达供燃回降移穿])"
    r"|须(?!知)|(?<![急亟必无])需(?![求要])|不得|严禁|禁止|负责)"
)
_ORDINAL = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[是要](?=\S)|首先|其次|再次|最后|同时|此外|另外|[（(]?\d{1,2}[）)．.、]\s?)"
)
# 达到70%以上, 不超过40米, 至少有一所, 控制在20%-30%之间
_FIGURE = re.compile(
    r"(?P<verb>达到|达|提高到|提高至|提升到|提升至|增长|增至|降至|下降|降低|减少|增加|控制在|控制|保持在|保持|稳定在"
    r"|不低于|不少于|不高于|不超过|超过|突破|至少|覆盖|占|实现|新增|完成|建成|力争)\S{0,24}?"
    r"(?:\d|[一二三四五六七八九十百千万两]+(?:[个条所座家项张名户套处次]|分之))"
)
_OBJECT_FIRST = re.compile(r"(?:[将把对使让由向给与为从在以于就]|每年|每季度|每月|到\d{4}年)")
_SELF = re.compile(r"(?:坚持|发挥|聚焦|突出|对接|抓住|利用|采取|采用|运用|用好)")
# ends of a preamble that are no object of a verb inside it
_PREAMBLE_END = re.compile(
    r"(?:原则|要求|思路|目标|定位|方式|形式|部署|标准|规定|理念|路径|作用|优势|条件|需要|需求|方向|导向|契机|机遇|资源|基础"
    r"|特点|特色|实际|情况|模式|机制|平台|工作|业务|经验|精神|重点|主线|问题|难点|任务|方针|战略|意见|方案|规划|政策|办法"
    r"|差异|属性|行业|领域|主体|手段|措施|渠道|途径|流程|核心|主题|差距|短板|能力|建设|发展|改革|规律|比例|顺序|程序|通知|批示|法规)$"
)
# verbs that are hardly ever nouns, so that one inside a clause is its verb
_STRONG = (
    "提供|开行|新建|优化|制定|建立|完善|健全|推进|推动|构建|打造|加强|强化|加大|提高|提升|支持|引导|鼓励|开展|实施"
    "|培育|拓展|争取|落实|统筹|确定|编制|探索|促进|实现|加快|明确|扩大|盘活|增加|设立|纳入|给予|形成|组织|调整|保障|做好|推广|整合"
)
_MONEY = re.compile(r"(?:资金|债券|财政|补助|基金|经费|贷款)\S{0,8}(?:支持|扶持)|支持$")
_TRIAL = re.compile(r"(?:试点|试点示范|先行先试|试验)(?:工作|建设)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a clause is and commits to.

    ``ordinal`` is the length of 一是 and the like; ``figure`` says that it states a
    figure; ``self_sufficient`` that a preamble can stand as an action at a sentence's end;
    ``index`` is the clause's place in its sentence once it heads a measure.
    """

    kind: Kind
    action: Span
    force: Force
    force_word: str | None
    qualifiers: tuple[str, ...]
    rule: str
    ordinal: int = 0
    figure: bool = False
    self_sufficient: bool = False
    index: int = 0

    def at(self, index: int) -> "Reading":
        """Give the reading with its place in the sentence."""
        return replace(self, index=index)


def read(chars: str, span: Span) -> Reading:
    """Give the reading of one clause.

    >>> chars = "各城市要因地制宜制定具体落户办法"
    >>> reading = read(chars, Span(0, len(chars)))
    >>> reading.kind, reading.action.of(chars), reading.force, reading.qualifiers
    ('action', '制定', 'must', ('因地制宜',))
    """
    text = span.of(chars)
    ordinal = _ORDINAL.match(text)
    start = ordinal.end() if ordinal else 0
    subject = _subject().match(text, start)
    at = subject.end() if subject else start
    modal = subject["modal"] if subject else None
    rule = _rule(text, at)
    head = _head().match(text, at)
    kind, name = _kind(text, at, rule, head, modal)
    action = _action(text, at, head)
    force, force_word = _force(text, at, head, modal)
    return Reading(
        kind=kind,
        action=Span(span.start + action[0], span.start + action[1]),
        force=force,
        force_word=force_word,
        qualifiers=_qualifiers(text),
        rule=name,
        ordinal=start,
        figure=_FIGURE.search(text) is not None,
        self_sufficient=_SELF.match(text, at) is not None or _inner(text, at) is not None,
    )


def _rule(text: str, at: int) -> tuple[Kind, str] | None:
    """Give the first clause rule that holds, unless the clause has a verb of its own."""
    for rule in clause_rules():
        if rule.pattern.match(text, at):
            if rule.kind == "preamble" and rule.id in _WITH_VERB and _inner(text, at):
                continue
            return rule.kind, rule.id
    return None


_WITH_VERB = frozenset({"according-to", "by-means-of"})


def _inner(text: str, at: int) -> re.Match[str] | None:
    """Give the verb inside a clause that begins with a preposition and goes on to act."""
    if _PREAMBLE_END.search(text):
        return None
    return _strong().search(text, at + 4)


def _kind(
    text: str,
    at: int,
    rule: tuple[Kind, str] | None,
    head: re.Match[str] | None,
    modal: str | None,
) -> tuple[Kind, str]:
    if rule is not None:
        return rule
    if head is not None:
        return "action", "verb"
    if modal is not None:
        return "action", "modal"
    if _OBJECT_FIRST.match(text, at):
        return "action", "object-first"
    if _FIGURE.search(text, at):
        return "action", "figure"
    return "other", "none"


def _action(text: str, at: int, head: re.Match[str] | None) -> tuple[int, int]:
    """Give where the content verb stands: behind a modal verb, qualifiers, or the object."""
    if head is not None:
        group = "content" if head["content"] else "verb"
        return head.span(group)
    inner = None
    for m in _any_verb().finditer(text, at):
        inner = m
    figure = _FIGURE.search(text, at)
    if figure:
        return figure.span("verb")
    if inner:
        return inner.span()
    return at, min(at + 2, len(text))


def _force(
    text: str, at: int, head: re.Match[str] | None, modal: str | None
) -> tuple[Force, str | None]:
    if modal in ("不得", "严禁", "禁止"):
        return "forbid", modal
    if modal in ("可", "可以"):
        return "encourage", modal
    if head is not None and force_of(head["verb"]) != "must":
        return force_of(head["verb"]), head["verb"]
    if _TRIAL.search(text):
        return "explore", "试点"
    if _MONEY.search(text):
        return "promote", "支持"
    return "must", modal


def _qualifiers(text: str) -> tuple[str, ...]:
    found = []
    head = _lead().search(text)
    for m in _adverbs().finditer(text, head.start() if head else 0, head.end() if head else 0):
        found.append(m[0])
    known = qualifiers()
    found.extend(m[0] for m in _adverbs().finditer(text) if known[m[0]] == "condition")
    return tuple(dict.fromkeys(found))


@cache
def _subject() -> re.Pattern[str]:
    # 各城市要; 省级财政可
    return re.compile(rf"(?P<who>[^，。；]{{0,40}}?)(?P<modal>{_MODAL})(?:当)?")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{adverb()})(?:、?(?:{adverb()}))*地?")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(adverb())


@cache
def _head() -> re.Pattern[str]:
    adverbs = rf"(?:(?:{adverb()}|[并也还]|再|均|都|对)[、地]?)*"
    pivot = r"(?:(?P<verb>{verb})(?:、|和|并|或)?{adverbs}(?P<content>{verb})(?!的|、|和|$)|(?P<verb2>))"
    del pivot
    return re.compile(
        rf"{adverbs}(?P<verb>{verb()})(?:[、和并或]?{adverbs}(?P<content>{verb()})"
        rf"(?!的|、|和|$|用地|项目|规划|体系|机制|能力|水平|力度|工作))?"
    )


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(rf"(?<![的、和与及])(?:{_STRONG})(?=\S\S)")


@cache
def _any_verb() -> re.Pattern[str]:
    return re.compile(verb())
