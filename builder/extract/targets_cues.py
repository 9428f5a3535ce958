"""The words around a figure -> what makes it a target, and the words that name its indicator.

Three kinds: 达到, 不低于 (what to reach), 增长 (by how much to change), 新建…20所 (a piece of
work counted).  Where a sentence sets goals, a measure with its figure needs no verb:
高速公路7500公里, 覆盖率60%.
"""

import re
from functools import cache
from typing import Literal

from builder.extract import measures_patterns
from builder.extract.targets_figures import Figure
from builder.extract.targets_many import all_do
from builder.extract.targets_shares import INDICATOR_NOUN
from builder.lexicon.units import target_pattern, target_words
from builder.lexicon.verbs import nominal, verb_pattern, verbs

__all__ = ["Cue", "cue", "ends_clause"]

Cue = Literal["reach", "change", "work"]

_TIMES = frozenset({"年", "分钟", "小时", "天", "岁", "个月", "周", "工作日", "个工作日"})
_JOINS = re.compile(r"[、和及与]")
# 覆盖率60%, 床人比1:1.6
_RATE = re.compile(
    r"(?:率|比例|比重|占比|覆盖面|比|贡献度|满意度|强度|增幅|涨幅|降幅|增速)(?:达|为)?$"
)
_MEASURE = re.compile(rf"(?:{INDICATOR_NOUN}|数量|指数|系数|年限|吨位|泊位|再?就业|脱贫)$")
# 受灾人次在|1.5万以内
_STANDS_AT = re.compile(rf"(?:{INDICATOR_NOUN}|人次|人数|指数|系数)[在为]$")
_DIGIT = re.compile(r"\d")
# what there is already is carried on: 加快188座水库项目建设进度
_HELD = frozenset(
    "确保 加快 推进 做好 抓好 落实 加强 强化 统筹 规范 优化 深化 完善 选择 确定 明确 持续".split()
)
# 退化草原修复50万亩: work that may stand behind what it is done to
_WORKS_DONE = frozenset("投入 修复 整治 清理 造林 安装 拆除".split())
# 为1000户家庭|实施改造
_FOR = re.compile(r"(?:全年|年内|每年|全[省市县区])?[为对]")
_SERVES = re.compile(r"实施|开展|完成|提供|进行|落实|发放")
# 建设30个项目，总投资120亿元
_SPENT = re.compile(r"(?:总|估算|计划|概算)投资$")
# 40万亩以上（其中南北山绿化工程20万亩）
_INNER = re.compile(r"（(?:其中|含|包括)[:：]?")
# 市级重点实验室, 省“尖兵”“领雁”立项
_NOUN_PHRASE = re.compile(
    r"(?!其中|折合|合计|总计|相当|共|约|近|每|第|前|超过|平均)[^，。；：（）的了\d]{2,24}(?<![为是有达到过于在至超共约近第前])"
)
# 增加值占全省地区生产总值|2%
_SHARE_OF = re.compile(r"占[^，、。；\d]{2,16}$")
# 抗御|6级左右|地震的能力
_WITHSTAND = re.compile("(?<!成为率先具备)(?<!成为具备)(?:抗御|抵御|防御|抗击|应对)$")
_STRENGTH = re.compile(r"[^，。；、\d]{0,8}?(?:能力|标准)(?!的)")
_MARK = re.compile(r"(?:约|近|至少|超过|不少于|不低于)$")
_ENDS = re.compile(r"(?:[、，；。和及（(]|$)")
_COMPLETED = re.compile(
    r"(?P<what>[^，。；、的\d]{2,30}?)(?:全面|全部|基本)?(?:建成|完成|投用|投入使用|开工建设|开工|竣工)$"
)


def cue(
    text: str, before: str, figure: Figure, last: Cue | None, *, aiming: bool, row: bool = False
) -> tuple[Cue, str] | None:
    """Give the kind of cue before a figure and the words that name its indicator.

    ``before`` are the words between the last target of the clause and the figure, ``last``
    the cue of that target; ``row`` where the clause before counted works.
    """
    inner = _INNER.match(before)
    if inner and last:
        return last, before[inner.end() :]
    stated = (
        _withstanding(text, before, figure)
        or _reaching(before, figure)
        or _changing(before, figure)
    )
    if stated:
        return stated
    if not _counts(before, figure):
        bare = _bare(text, before, figure, last, aiming=aiming)
        return bare or _changed(text, before, figure) or _of_all(text, before, figure)
    return (
        _working(before)
        or _going_on(before, last)
        or _acting(text, before, figure)
        or _done(text, figure)
        or _served(text, before, figure)
        or (_marked(text, before, figure) if aiming else None)
        or (_listed(text, before, figure) if aiming or row else None)
        or (_bare(text, before, figure, last, aiming=aiming) if aiming else None)
    )


def ends_clause(text: str, at: int) -> bool:
    """Say whether a clause or a member of its list ends at an offset."""
    return _ENDS.match(text, at) is not None


def _withstanding(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give what is to be withstood: 具备抗御6级左右地震的能力."""
    verb = _WITHSTAND.search(before)
    what = _STRENGTH.match(text, figure.end) if verb else None
    return ("reach", verb[0] + what[0]) if verb and what else None


def _of_all(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    who = all_do(text, figure, before)
    return ("reach", who) if who else None


def _reaching(before: str, figure: Figure) -> tuple[Cue, str] | None:
    m = _reach().search(before)
    if m is None:
        bounded = figure.digits and figure.comparator != "="
        return ("reach", before[:-1]) if bounded and _STANDS_AT.search(before) else None
    if not (figure.digits or not m["weak"]) or (m["done"] and figure.unit != "%"):
        return None
    words = before[: m.start()]
    if not figure.unit and not (_RATE.search(words) or _MEASURE.search(words)):
        return None
    return "reach", words


def _changing(before: str, figure: Figure) -> tuple[Cue, str] | None:
    counted = figure.digits or "分之" in before or figure.unit == "倍"
    if not figure.unit or not counted:
        return None
    m = _beside().search(before) if figure.unit.endswith("百分点") else None
    m = m or _change().search(before)
    return ("change", before[: m.start()]) if m else None


def _changed(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give a share by which what stands between verb and figure changes: 降低用电成本10%."""
    if not figure.digits or not figure.unit.endswith(("%", "百分点")):
        return None
    m = _verb_first().fullmatch(before)
    return ("change", m["what"]) if m and ends_clause(text, figure.end) else None


def _served(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give a count of those for whom something is done: 为1000户老年人家庭实施改造."""
    counted = figure.digits and figure.comparator == "=" and _FOR.fullmatch(before)
    return ("work", "") if counted and _SERVES.search(text, figure.end) else None


def _counts(before: str, figure: Figure) -> bool:
    """Say whether a figure may count things: not a rate, a time or 一个."""
    if not figure.unit or figure.unit.endswith(("%", "‰", ":1", "1:")) or figure.unit in _TIMES:
        return False
    return (
        figure.digits
        or figure.comparator != "="
        or re.search(r"每[个县市区乡镇村]", before) is not None
    )


def _working(before: str) -> tuple[Cue, str] | None:
    m = _work().search(before)
    if m is None or _SPENT.search(before):
        return None
    named = before[: m.start()].strip("，、和及与 ")
    if m[0] in ("新增", "净增") and named and not _verbal().search(named):
        return "work", before[: m.start()] if m.end() == len(before) else before
    if m.end() == len(before) and named and (m[0] in nominal() or m[0] in _WORKS_DONE):
        return "work", before
    return "work", before[m.end() :]


def _going_on(before: str, last: Cue | None) -> tuple[Cue, str] | None:
    return (last, before) if last and _JOINS.match(before) else None


def _done(text: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give a count that is to be completed: 首批100个示范社区全面建成."""
    m = _COMPLETED.match(text, figure.end) if figure.digits else None
    return ("work", m["what"]) if m else None


def _listed(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give a count without a verb, in a goal or a row of works: 研究院1家，重点实验室1家."""
    if not figure.digits or _SPENT.search(before):
        return None
    if not before.strip("、和及与， "):
        rest = text[figure.end :]
        counted = len(rest) > 1 and not re.search("[由是被]", rest) and not _acts().search(rest, 2)
        return ("work", "") if counted else None
    noun = _NOUN_PHRASE.fullmatch(before.strip("、和及与， ")) is not None
    return ("work", before) if noun and ends_clause(text, figure.end) else None


def _marked(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give a bounded count behind a verb within a goal: 到2025年，在五个新城落实约1万张床位."""
    if not figure.digits or figure.comparator == "=" or ends_clause(text, figure.end):
        return None
    return ("work", "") if _verbal().search(_MARK.sub("", before)) else None


def _acting(text: str, before: str, figure: Figure) -> tuple[Cue, str] | None:
    """Give a count behind any verb that opens the clause: 开发备案新产品100项以上."""
    m = measures_patterns.head().match(before) if figure.digits else None
    if m is None or target_pattern("routine").search(text):
        return None
    if m.end() == len(before):
        held = (m["verb"] or m["first"]) in _HELD or (m["content"] or "") in _HELD
        classed = figure.comparator in (">=", "<=") and _DIGIT.search(text, figure.end)
        return None if held or classed else ("work", "")
    words = before[m.end() :]
    return ("work", words) if ends_clause(text, figure.end) and words[-1] not in "为是" else None


def _bare(
    text: str, before: str, figure: Figure, last: Cue | None, *, aiming: bool
) -> tuple[Cue, str] | None:
    """Give a measure with its figure and no verb: 覆盖率60%, 其中高速公路7500公里."""
    if last and _JOINS.match(before):
        return last, before
    if not figure.digits or not ends_clause(text, figure.end):
        return None
    if figure.unit.endswith(("%", ":1", "1:")):
        rated = _RATE.search(before) or _SHARE_OF.search(before)
        return ("reach", before) if rated else None
    if (
        aiming
        and (_MEASURE.search(before) or before.startswith("其中"))
        and not _SPENT.search(before)
    ):
        return "reach", before
    return None


@cache
def _reach() -> re.Pattern[str]:
    words = target_words("reach")
    return re.compile(
        rf"(?:分别|均|都|要|力争|总数|累计|一般|应|不[能可宜再])*(?:(?:{words})(?:了)?)+"
        r"(?:(?:每[天日月年人户]){0,2}(?:约|近|至少|左右)?|[^，、。\d]{2,10}的|(?:20\d\d年|[目当]前)的?)$"
        r"|(?:至少|(?P<weak>力争|实现)|(?P<done>完成))$"
    )


@cache
def _change() -> re.Pattern[str]:
    return re.compile(
        rf"(?:分别|均|都|要|力争|累计|年均|再|总体)*(?:{target_words('change')})(?:约|近|超过|不低于|至少)?$"
    )


@cache
def _verb_first() -> re.Pattern[str]:
    """Match a verb of change with what changes: 压减审批时限, 降低企业用电成本."""
    verb = rf"(?:力争|确保|再)*(?:{target_words('change')})"
    return re.compile(rf"{verb}(?P<what>(?![值率量幅额速])[^，、。；：\d]{{2,16}})")


@cache
def _beside() -> re.Pattern[str]:
    """Match what a rate is to lie above or below: 高于全省平均水平1个百分点."""
    return re.compile(r"(?:高于|低于|快于|高出|低)[^，、。\d]{2,14}$")


@cache
def _acts() -> re.Pattern[str]:
    """Match a verb inside what is counted: 贫困村结合实际编制规划."""
    return re.compile(verb_pattern("inside"))


@cache
def _verbal() -> re.Pattern[str]:
    """Match words that end in a verb: 升级和新增100个."""
    return re.compile(rf"(?:{verbs()})$")


@cache
def _work() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!(?<=力)争创)(?:{target_words('work')}))(?:完成|不少于|至少)?")
