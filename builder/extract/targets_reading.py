"""A clause -> the targets that it states: which figure, of what indicator, for whom.

A figure counts where a cue makes it a target: 达到, 不低于 (what to reach), 增长 (by how much
to change), 新建…20所 (a piece of work counted).  What is named before the cue, or behind
the figure, is the indicator.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from builder.extract.targets_cues import Cue, cue, ends_clause, share_of
from builder.extract.targets_figures import Figure, figures, marked_before
from builder.extract.targets_shares import INDICATOR_NOUN, completed
from builder.lexicon.units import target_pattern, target_words
from builder.lexicon.verbs import nominal, verb_pattern
from builder.model.record import Comparator

__all__ = ["Stated", "stated"]

MAX_INDICATOR_CHARS = 40
_ENDS = "，、；。：的 了和与及以为在"
_LEAD = re.compile(
    r"^(?:[\s，、；：]|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳]|其中|力争|争取|确保|使得|使|同时|并且|并|要求|要(?!素)|且|需要|需(?!求)|预期|到|实现"
    r"|原则上|重点|累计|全部|和|与|及|每年|年均|全年|年内|当年|今年|至少|各(?![类级种项])|推动|推进|加快|大力|分阶段|分批次?|分期|分年度|逐步|稳步|有序)+"
)
_TRAIL = re.compile(
    r"(?:分别|均|都|力争|确保|总数|累计|要|应|将|总体|稳定|保持|基本|原则上|每年|至少|再|只|仅|也|年均|各|约)+$"
)
_OBJECT = re.compile(r"^.*(?:将|把|使(?!用)|(?<![出转])让|确保|力争|实现)(?=\S{3})")
_FROM = re.compile(r"(?:由|从|在)[^，]{0,16}?(?:\d|[一二三四五六七八九十]“)[^，]{0,10}$")
_BASE = re.compile(
    r"(?:比(?![率例重值较])|(?<!比)较)(?:\d{4}年|“十[一二三四五六]五”|上年|现[有在]|[^，]{1,10}年)[^，]{0,6}$"
)
_TIME = re.compile(
    r"^(?:力争|争取|确保|展望)?(?:到|至|在|于)?(?:(?:20\d\d[-－—–~至到])?20\d\d年|“十[一二三四五六]五”)(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底|末|时期|期间|[春夏秋冬]季(?:学期)?|[上下]半年|[一二三四]季度)?(?:之?前)?(?:，|时)?"
)

# 专项资金须于2017年6月底前下|达60%
_DUE = re.compile(
    r"(?:必?须|应当?|要|需)?(?:于|在)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)?之?前(?:下(?=$))?"
)
# 金融机构来渝设立结算中心
_HERE = re.compile(r"(?:来|赴|驻|入)[\u4e00-\u9fff]$")
# 按每百户不低于80平方米的标准配建社区用房
_STANDARD = re.compile(r"的标准\S{0,2}(?:配建|配置|配备|建设|设置)(?P<what>[^，。；、的]{2,16})")
_TITLE = re.compile(r"《[^》]*》")
# 超10亿元|企业8户: the first figure says which firms, the second how many
_CLASS_COUNTED = re.compile(r"的?[^，、；。：（）\d达到为]{2,8}\d(?!\d{3}年)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One target of a clause; ``start`` and ``end`` quote it in the clause's characters."""

    indicator: str
    scope: str | None
    figure: Figure
    start: int
    end: int
    cue: Cue


def stated(text: str, inherited: str = "", *, aiming: bool = False) -> Iterator[Stated]:
    """Give the targets that one clause states, in order.

    ``inherited`` is the last indicator of the sentence, for 力争突破3000亿元; ``aiming``
    says that the sentence sets goals, where 高速公路7500公里 needs no verb.

    >>> [(s.indicator, s.figure.value) for s in stated("新建学校20所、幼儿园35所")]
    [('学校', 20.0), ('幼儿园', 35.0)]
    >>> [s.indicator for s in stated("城区常住人口300万以下城市")]
    []
    >>> [s.indicator for s in stated("2024-2026年年均增长10%以上", "年营业收入", aiming=True)]
    ['年营业收入']
    >>> [s.indicator for s in stated("2022年秋季前新增学位2000个以上")]
    ['学位']
    >>> [(s.indicator, s.figure.comparator) for s in stated("1.经济损失占生产总值的比例<1.3%")]
    [('经济损失占生产总值的比例', '<=')]
    """
    rows = tuple(figures(_TITLE.sub(lambda m: "《" + "■" * (len(m[0]) - 2) + "》", text)))
    last: Stated | None = None
    shares: list[str] = []
    within = aiming or (text.startswith("其中") and bool(inherited))
    for i, figure in enumerate(rows):
        before = text[last.end if last else 0 : figure.start]
        until = rows[i + 1].start if i + 1 < len(rows) else len(text)
        among = share_of(text, figure, before, until)
        if among:
            last = _among(text, figure, among)
            yield last
            continue
        found = cue(text, before, figure, last.cue if last else None, aiming=within)
        if found is None or _is_class(text, figure, found):
            continue
        row = _state(text, figure, before, found, until, last, inherited)
        if row is None:
            continue
        if "分别" in before:
            shares = _shares(row, len(rows) - i)
        elif not before.strip("、和及与，") and shares:
            row = _alike(_share(row, shares.pop(0)), marked_before(text[: rows[i - 1].start]))
        last = row
        if shares and "分别" in before:
            row = _share(row, shares.pop(0))
        yield row


def _among(text: str, figure: Figure, among: str) -> Stated:
    """Give the target of a share of many: 90%以上的行政村生活垃圾得到有效治理."""
    scope, indicator = _scope(among)
    end = text.index(among, figure.end) + len(among)
    return Stated(
        indicator=indicator, scope=scope, figure=figure, start=figure.start, end=end, cue="reach"
    )


def _alike(row: Stated, comparator: Comparator) -> Stated:
    """Carry the mark of the first of several figures: 分别超过6200万千瓦、4000万千瓦."""
    if row.figure.comparator != "=" or comparator == "=":
        return row
    return replace(row, figure=replace(row.figure, comparator=comparator))


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
    behind = _behind(text, figure.end, until)
    standard = _STANDARD.match(text, figure.end)
    if standard:
        words = standard["what"]
    scope, indicator = _scope(_indicator(words, figure, behind))
    end = figure.end
    if len(indicator) < 2:
        alone = not _DUE.sub("", _TIME.sub("", words)).strip("、和及与， ")
        if len(behind) >= 2:
            indicator, end = _tail(behind), figure.end + len(behind)
        elif last is not None and alone:
            indicator, scope = last.indicator, last.scope
        elif not indicator and (kind != "work" or (alone and ends_clause(text, figure.end))):
            indicator = inherited or _counted_work(before)
    if not 2 <= len(indicator) <= MAX_INDICATOR_CHARS:
        return None
    start = figure.start - len(before.lstrip("、和及与， "))
    return Stated(indicator=indicator, scope=scope, figure=figure, start=start, end=end, cue=kind)


def _counted_work(before: str) -> str:
    """Give work that is counted itself: 累计培训10万人次."""
    m = _worked().search(before)
    return m[0] if m and m[0] in nominal() else ""


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


def _is_class(text: str, figure: Figure, found: tuple[Cue, str]) -> bool:
    """Say whether a figure only tells a class or a rate: 500万元以上的企业, 补贴50万元.

    >>> [(s.indicator, s.figure.value) for s in stated("培育营收超10亿元企业8户、超50亿元企业2户")]
    [('营收超10亿元企业', 8.0), ('超50亿元企业', 2.0)]
    """
    kind, words = found
    rest = text[figure.end :]
    if figure.unit == "岁" and figure.comparator in (">=", "<=") and rest:
        return True  # 65岁以上老年人
    share = kind == "reach" and figure.unit.endswith("%") and not words.startswith("按")
    if re.search("[这共前]$|上述$|一批\\S{0,8}$|的$", text[: figure.start]) and not share:
        return True
    if figure.comparator == "=" and (words.endswith("等") or _sums_up(words, figure, rest)):
        return True
    if target_pattern("countless").match(rest) and figure.unit in ("个", "项", "类", "大"):
        return True
    if rest.startswith("的") and not rest.startswith(("的目标", "的要求")):
        return figure.comparator == "=" or _STANDARD.match(rest) is None
    if kind == "work" and figure.comparator == "<=":
        return True
    if kind == "work" and figure.comparator == ">=" and re.match(r"[^，。；、\d]{1,20}\d", rest):
        return True  # 年养蚕10万张以上桑种场2个
    if figure.comparator == ">=" and _CLASS_COUNTED.match(rest):
        return True
    if re.match(r"(?:生活圈|交通圈|通勤圈|经济圈|以上的|以下的)", rest):
        return True
    raised = kind != "work" and re.search("(?:标准|水平)$", words)
    if figure.unit.endswith("元") and not raised and target_pattern("money").search(text):
        return True
    if figure.unit in ("次", "场次", "次/年") and target_pattern("routine").search(text):
        return True
    return (
        kind == "work"
        and figure.unit.endswith("元")
        and re.match(r"[\u4e00-\u9fff]", rest) is not None
    )


def _sums_up(words: str, figure: Figure, rest: str) -> bool:
    """Say whether a number only counts the names before it: 马店、杭埠2个产业新城.

    >>> four = next(figures("培育机器人、软件、跨境电商、数字视听4个产业"))
    >>> _sums_up("机器人、软件、跨境电商、数字视听", four, "产业")
    True
    """
    names = words.strip("、和与及，")
    counts = {len(re.split(joins, names)) for joins in ("、", "[、和与及]")} - {1}
    return figure.value in counts and re.match("[一-龥]", rest) is not None


def _indicator(words: str, figure: Figure, behind: str) -> str:
    """Give the indicator that the words before a cue name; empty where they name none."""
    words = _BASE.sub("", _FROM.sub("", _TIME.sub("", words.lstrip("、和及与， "))))
    words = _TRAIL.sub("", _LEAD.sub("", _OBJECT.sub("", _DUE.sub("", words))))
    words = _TIME.sub("", words)
    while m := _works().match(words):
        words = words[m.end() :]
    words = _FROM.sub("", words.strip(_ENDS)).strip(_ENDS)
    if re.match(r"并|正式", words):
        return ""
    if len(behind) >= 2 and figure.unit != "%" and _worked().search(words):
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
    m = re.compile(r"(?:（\d）|[^，。；：（(]){2,60}").match(text, start)
    if m is None:
        return ""
    words = m[0]
    attributes = target_pattern("attribute").match(words)
    if attributes:
        within = words[: max(until - start, 0)]
        name = re.split("、", within[attributes.end() :])[0]
        return within[: attributes.end()] + name.rstrip("和与及")
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
def _inner() -> re.Pattern[str]:
    return re.compile(rf"(?<![的和与及、]){verb_pattern('inside')}(?=[^，。；、的]{{2}})")


@cache
def _works() -> re.Pattern[str]:
    """Match verbs before the name of what is counted: 新建或改造, 新增（恢复）."""
    return re.compile(
        rf"[或和并、]?(?:正式)?(?:{target_words('work')})(?:（[^）]{{1,6}}）)?(?![年率后]|$)(?:完成|不少于|至少)?"
    )


@cache
def _worked() -> re.Pattern[str]:
    return re.compile(rf"(?:{target_words('work')})$")


@cache
def _scopes() -> re.Pattern[str]:
    place = r"(?:全|我)(?:省|市|县|区|国|州|域|镇|自治区|社会)"
    known = rf"{place}|城乡(?!居民)|{target_words('scopes')}"
    return re.compile(
        rf"(?:原则上|规划)?(?P<scope>(?:{known})(?:[、和与及](?:{known}))*)(?:的|内(?!部))?"
    )
