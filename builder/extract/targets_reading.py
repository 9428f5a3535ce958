"""A clause -> the targets that it states: which figure, of what indicator, for whom.

A figure counts where a cue makes it a target: 达到, 不低于 (what to reach), 增长 (by how much
to change), 新建…20所 (a piece of work counted).  What is named before the cue, or behind
the figure, is the indicator.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from builder.extract.targets_figures import Figure, figures
from builder.extract.targets_shares import INDICATOR_NOUN, completed
from builder.lexicon.units import target_pattern, target_words
from builder.lexicon.verbs import verb_pattern

__all__ = ["Stated", "stated"]

MAX_INDICATOR_CHARS = 40
_ENDS = "，、；。：的 了和与及以为在"
_LEAD = re.compile(
    r"^(?:[\s，、；：]|其中|力争|争取|确保|使得|使|同时|并且|并|要求|要|且|需要|需|预期|到|实现"
    r"|原则上|重点|累计|全部|和|与|及|每年|年均|至少|各(?![类级种项])|推动|推进|加快|大力)+"
)
_TRAIL = re.compile(
    r"(?:分别|均|都|力争|确保|总数|累计|要|应|将|总体|稳定|保持|基本|原则上|每年|至少|再|只|仅|也|年均)+$"
)
_OBJECT = re.compile(r"^.*(?:将|把|使(?!用)|(?<![出转])让|确保|力争|实现)(?=\S{3})")
_FROM = re.compile(r"(?:由|从|在)[^，]{0,16}?(?:\d|[一二三四五六七八九十]“)[^，]{0,10}$")
_BASE = re.compile(r"[比较](?:\d{4}年|“十[一二三四五六]五”|上年|现[有在]|[^，]{1,10}年)[^，]{0,6}$")
_TIME = re.compile(
    r"^(?:力争|争取|确保|展望)?(?:到|至|在|于)?(?:20\d\d年|“十[一二三四五六]五”)(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底|末|时期|期间)?(?:之?前)?(?:，|时)?"
)
_TIMES = frozenset({"分钟", "小时", "天", "岁", "个月", "周", "工作日", "个工作日"})

# 金融机构来渝设立结算中心
_HERE = re.compile(r"(?:来|赴|驻|入)[\u4e00-\u9fff]$")
_TITLE = re.compile(r"《[^》]*》")
Cue = Literal["reach", "change", "work"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One target of a clause; ``start`` and ``end`` quote it in the clause's characters."""

    indicator: str
    scope: str | None
    figure: Figure
    start: int
    end: int
    cue: Cue


def stated(text: str, inherited: str = "") -> Iterator[Stated]:
    """Give the targets that one clause states, in order.

    ``inherited`` is the last indicator of the sentence, for 力争突破3000亿元.

    >>> [(s.indicator, s.figure.value) for s in stated("新建学校20所、幼儿园35所")]
    [('学校', 20.0), ('幼儿园', 35.0)]
    >>> [s.indicator for s in stated("城区常住人口300万以下城市")]
    []
    """
    rows = tuple(figures(_TITLE.sub(lambda m: "《" + "■" * (len(m[0]) - 2) + "》", text)))
    last: Stated | None = None
    shares: list[str] = []
    for i, figure in enumerate(rows):
        before = text[last.end if last else 0 : figure.start]
        found = _cue(before, figure, last.cue if last else None)
        if found is None or _is_class(text, figure, found[0]):
            continue
        until = rows[i + 1].start if i + 1 < len(rows) else len(text)
        row = _state(text, figure, before, found, until, last, inherited)
        if row is None:
            continue
        if "分别" in before:
            shares = _shares(row, len(rows) - i)
        elif not before.strip("、和及与，") and shares:
            row = _share(row, shares.pop(0))
        last = row
        if shares and "分别" in before:
            row = _share(row, shares.pop(0))
        yield row


def _state(
    text: str,
    figure: Figure,
    before: str,
    found: tuple[Cue, str],
    until: int,
    last: Stated | None,
    inherited: str,
) -> Stated | None:
    """Give the target of one figure, or None where nothing names its indicator."""
    kind, words = found
    scope, indicator = _scope(_indicator(words, figure))
    end = figure.end
    if len(indicator) < 2:
        behind = _behind(text, figure.end, until)
        if len(behind) >= 2:
            indicator, end = _tail(behind), figure.end + len(behind)
        elif last is not None and not before.strip("、和及与，"):
            indicator, scope = last.indicator, last.scope
        elif kind == "reach" and not indicator:
            indicator = inherited
    if not 2 <= len(indicator) <= MAX_INDICATOR_CHARS:
        return None
    start = figure.start - len(before.lstrip("、和及与， "))
    return Stated(indicator=indicator, scope=scope, figure=figure, start=start, end=end, cue=kind)


def _shares(row: Stated, figures_left: int) -> list[str]:
    """Give the parts among which 分别 shares figures out: scopes, else indicators.

    >>> [s.scope for s in stated("中心城市和县城建成区路网密度分别达到8.3公里、7公里")]
    ['中心城市', '县城']
    >>> [s.indicator for s in stated("花生种植、收获机械化率分别达到65%和55%")]
    ['花生种植机械化率', '花生收获机械化率']
    """
    if row.scope and re.search("[、和与及]", row.scope):
        return re.split("[、和与及]", row.scope)
    parts = [part for part in re.split("[、和与及]", row.indicator) if part]
    if len(parts) < 2 or len(parts) > figures_left:
        return []
    if all(re.search(f"{INDICATOR_NOUN}$", part) for part in parts):
        return parts
    return completed(parts)


def _share(row: Stated, part: str) -> Stated:
    if row.scope and re.search("[、和与及]", row.scope):
        return replace(row, scope=part)
    return replace(row, indicator=part)


def _cue(before: str, figure: Figure, last: Cue | None) -> tuple[Cue, str] | None:
    """Give the kind of cue before a figure and the words that name its indicator."""
    m = _reach().search(before)
    if m and (figure.digits or not m["weak"]):
        return "reach", before[: m.start()]
    m = _change().search(before)
    if m and (figure.digits or "分之" in before):
        return "change", before[: m.start()]
    counted = (
        figure.digits
        or figure.comparator != "="
        or re.search(r"每[个县市区乡镇村]", before) is not None
    )
    if figure.unit.endswith("%") or figure.unit in _TIMES or not counted:
        return ("reach", before) if last == "reach" and re.match(r"[、和及与]", before) else None
    m = _work().search(before)
    if m:
        named = m[0] in ("新增", "净增") and before[: m.start()].strip("，、和及与 ")
        return "work", before if named else before[m.end() :]
    if last and re.match(r"[、和及与]", before):
        return last, before
    return None


def _is_class(text: str, figure: Figure, cue: Cue) -> bool:
    """Say whether a figure only tells a class or a rate: 500万元以上的企业, 补贴50万元."""
    rest = text[figure.end :]
    if re.search("[的等这共]$|上述$|一批\\S{0,8}$", text[: figure.start]):
        return True
    if target_pattern("countless").match(rest) and figure.unit in ("个", "项", "类", "大"):
        return True
    if rest.startswith("的") and not rest.startswith(("的目标", "的要求")):
        return True
    if re.match(r"(?:生活圈|交通圈|通勤圈|经济圈|以上的|以下的)", rest):
        return True
    if figure.unit.endswith("元") and target_pattern("money").search(text):
        return True
    if figure.unit in ("次", "场次", "次/年") and target_pattern("routine").search(text):
        return True
    return (
        cue == "work"
        and figure.unit.endswith("元")
        and re.match(r"[\u4e00-\u9fff]", rest) is not None
    )


def _indicator(words: str, figure: Figure) -> str:
    """Give the indicator that the words before a cue name; empty where they name none."""
    words = _BASE.sub("", _FROM.sub("", _TIME.sub("", words.lstrip("、和及与， "))))
    words = _TRAIL.sub("", _LEAD.sub("", _OBJECT.sub("", words)))
    words = _TIME.sub("", words)
    while m := _works().match(words):
        words = words[m.end() :]
    words = _FROM.sub("", words.strip(_ENDS)).strip(_ENDS)
    if re.match(r"并|正式", words) or (figure.unit != "%" and _worked().search(words)):
        return ""
    return _tail(words) if len(words) > 12 or "的" in words else words


def _tail(words: str) -> str:
    """Give what follows the last 的 where that is a name by itself."""
    head, _, tail = words.rpartition("的")
    tail = tail.strip(_ENDS)
    whole = tail.count("（") == tail.count("）")
    return tail if head and whole and len(tail) >= 4 else words.strip(_ENDS)


def _behind(text: str, start: int, until: int) -> str:
    """Give the words behind a figure that say what is counted: 20所学校, 2个年交易额…的平台."""
    m = re.compile(r"[^，。；：（(]{2,60}").match(text, start)
    if m is None:
        return ""
    words = m[0]
    if not re.match(r"在|具有|具备|拥有|从事|年|以", words):
        words = re.split("、", words[: max(until - start, 0)])[0]
    verb = _inner().search(words, 2)
    return _HERE.sub("", words[: verb.start()] if verb else words).rstrip("和与及")


def _scope(name: str) -> tuple[str | None, str]:
    """Split who or where from an indicator: 全市常住人口城镇化率, 县域….

    >>> _scope("中心城市和县城建成区路网密度")
    ('中心城市和县城', '建成区路网密度')
    """
    m = _scopes().match(name)
    if m is None or len(name) - m.end() < 3:
        return None, name
    return m["scope"], name[m.end() :]


@cache
def _reach() -> re.Pattern[str]:
    words = target_words("reach")
    return re.compile(
        rf"(?:分别|均|都|要|力争|总数|累计)*(?:(?:{words})(?:了)?)+(?:约|近|至少|左右)?$|(?:至少|(?P<weak>力争|实现))$"
    )


@cache
def _change() -> re.Pattern[str]:
    return re.compile(
        rf"(?:分别|均|都|要|力争|累计|年均|再|总体)*(?:{target_words('change')})(?:约|近|超过|不低于|至少)?$"
    )


@cache
def _work() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!(?<=力)争创)(?:{target_words('work')}))(?:完成|不少于|至少)?")


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(rf"(?<![的和与及、]){verb_pattern('inside')}(?=[^，。；、的]{{2}})")


@cache
def _works() -> re.Pattern[str]:
    """Match verbs before the name of what is counted: 新建或改造, 新增（恢复）."""
    return re.compile(
        rf"[或和并、]?(?:正式)?(?:{target_words('work')})(?:（[^）]{{1,6}}）)?(?![年率后])(?:完成|不少于|至少)?"
    )


@cache
def _worked() -> re.Pattern[str]:
    return re.compile(rf"(?:{target_words('work')})$")


@cache
def _scopes() -> re.Pattern[str]:
    place = r"(?:全|我)(?:省|市|县|区|国|州|域|镇|自治区|社会)"
    known = f"{place}|{target_words('scopes')}"
    return re.compile(
        rf"(?:原则上|规划)?(?P<scope>(?:{known})(?:[、和与及](?:{known}))*)(?:的|内(?!部))?"
    )
