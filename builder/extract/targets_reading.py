"""A clause -> the targets that it states: which figure, of what indicator, for whom.

A figure counts where a cue makes it a target: 达到, 不低于 (what to reach), 增长 (by how much
to change), 新建…20所 (a piece of work counted).  What is named before the cue, or behind
the figure, is the indicator.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from builder.extract.targets_behind import ENDS, behind_figure, tail_of
from builder.extract.targets_classes import AS_LARGE, STANDARD, is_class
from builder.extract.targets_cues import Cue, cue, ends_clause
from builder.extract.targets_figures import Figure, figures
from builder.extract.targets_many import share_of
from builder.extract.targets_scopes import members, scope_of, somewhere
from builder.extract.targets_shares import INDICATOR_NOUN, JOIN
from builder.extract.targets_sharing import shared
from builder.extract.targets_stated import Named, Stated
from builder.lexicon.units import target_words
from builder.lexicon.verbs import nominal, verbs

__all__ = ["indicator_of", "stated"]

MAX_INDICATOR_CHARS = 40
_LEAD = re.compile(
    r"^(?:[\s，、；：]|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳]|其中|力争|争取|确保|使得|使|同时|并且|并|要求|要(?!素)|且|需要|需(?!求)|预期(?!寿命)|到|实现"
    r"|原则上|重点(?!实验|企业|园区|项目|工程|产业|区域|村|镇|行业|领域|人群|群体|研发|平台|县|水域|监测)|累计|全部|[一二三四五两]年内|和|与|及|每年|年均|全年|年内|当年|今年|至少|各(?![类级种项])|推动|推进|加快|大力|分阶段|分批次?|分期|分年度|逐步|稳步|有序)+"
)
_TRAIL = re.compile(
    r"(?:分别|均|都|力争|确保|总数|累计|要|(?<!供)应|将|总体|稳定|保持|基本|原则上|每年|至少|再|只|仅|也|年均|各|约需?|(?<=..)[两三四五]年|[、和]?20\d\d年(?:[底末]?之?前|[底末])?)+$"
)
_OBJECT = re.compile(r"^.*(?:将|把|使(?!用)|(?<![出转])让|确保|力争|实现)(?=\S{3})")
_FROM = re.compile(r"(?:由|从|在)[^，]{0,16}?(?:\d|[一二三四五六七八九十]“)[^，]{0,10}$")
_BASE = re.compile(
    r"(?:比(?![率例重值较])|(?<!比)较)(?:\d{4}年|“十[一二三四五六]五”|上年|目前|当前|现[有在]|[^，]{1,10}年)[^，]{0,6}$"
)
_TIME = re.compile(
    r"^(?:力争|争取|确保|展望)?(?:到|至|在|于)?(?:(?:20\d\d[-－—–~至到])?(?:19|20)\d\d年|“十[一二三四五六]五”)(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底|末|时期|期间|[春夏秋冬]季(?:学期)?|[上下]半年|[一二三四]季度)?(?:之?前)?(?:，|时)?"
)

# 专项资金须于2017年6月底前下|达60%
_DUE = re.compile(
    r"(?:必?须|应当?|要|需)?(?:于|在)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)?之?前(?:下(?=$))?"
)
# 收费标准|在现行基础上; 教师|（同时具备教学能力的教师）
_ASIDE = re.compile(r"原则上|在[^，、]{0,10}基础上(?=.{0,2}$)|（[^（）]{8,}）")
_TITLE = re.compile(r"《[^》]*》")
_RATE = re.compile(f"{INDICATOR_NOUN}$")
# 1.2万套 and 4000套 are of one unit
_SCALES = "万亿千百"
# 好于Ⅲ类的比例（%）41＞432: cells of a lost table
_DEBRIS = re.compile(r"[）)]\d")
# 500所|馆
_SHORT_NOUNS = frozenset("馆村校店园")
# 乡村旅游|100个精品村: a field of work before what is counted
_LEADS_TO_NOUN = re.compile(r"^[一-龥]{2,8}(?<![率量数值额积重])$")


def stated(text: str, named: Sequence[Named] = (), *, aiming: bool = False) -> Iterator[Stated]:
    """Give the targets that one clause states, in order.

    ``named`` are the indicators that the sentence has named before, for 力争突破3000亿元;
    ``aiming`` says that the sentence sets goals, where 高速公路7500公里 needs no verb.

    >>> [(s.indicator, s.figure.value) for s in stated("新建学校20所、幼儿园35所")]
    [('学校', 20.0), ('幼儿园', 35.0)]
    >>> [s.indicator for s in stated("城区常住人口300万以下城市")]
    []
    >>> turnover = Named("年营业收入", "亿元")
    >>> [s.indicator for s in stated("2024-2026年年均增长10%以上", [turnover], aiming=True)]
    ['年营业收入']
    >>> [s.indicator for s in stated("2022年秋季前新增学位2000个以上")]
    ['学位']
    >>> [(s.indicator, s.figure.comparator) for s in stated("1.经济损失占生产总值的比例<1.3%")]
    [('经济损失占生产总值的比例', '<=')]
    >>> [(s.indicator, s.figure.value) for s in stated("培育营收超10亿元企业8户、超50亿元企业2户")]
    [('营收超10亿元企业', 8.0), ('超50亿元企业', 2.0)]
    """
    rows = tuple(figures(_TITLE.sub(lambda m: "《" + "■" * (len(m[0]) - 2) + "》", text)))
    found: list[Stated] = []
    group: list[int] = []
    last: Stated | None = None
    within = aiming or bool(named)
    row_of_works = bool(named) and named[-1].near and named[-1].cue == "work"
    for i, figure in enumerate(rows):
        before = text[last.end if last else 0 : figure.start]
        until = rows[i + 1].start if i + 1 < len(rows) else len(text)
        among = share_of(text, figure, before, until)
        if among:
            last = _among(text, figure, among)
            found.append(last)
            continue
        ahead = last.cue if last else None
        cued = cue(text, before, figure, ahead, aiming=within, row=row_of_works)
        if cued is None or is_class(text, figure, cued):
            continue
        row = _state(text, figure, before, cued, until, last, named)
        if row is None:
            continue
        if "分别" in before or _two_of_two(row, rows[i : i + 3], text):
            group = [len(found)]
        elif group and not before.strip("、和及与，"):
            group.append(len(found))
        last = row
        found.append(row)
    yield from shared(text, found, group, named)


def _two_of_two(row: Stated, figures: Sequence[Figure], text: str) -> bool:
    """Say whether two parts have two figures: 池塘、水面面积稳定在70万亩和50万亩."""
    if len(figures) != 2 or row.cue != "reach" or row.figure.unit != figures[1].unit:
        return False
    joined = text[figures[0].end : figures[1].start] in ("和", "、", "与")
    return joined and len(JOIN.findall(row.indicator)) == 1


def _among(text: str, figure: Figure, among: str) -> Stated:
    """Give the target of a share of many: 90%以上的行政村生活垃圾得到有效治理."""
    scope, indicator = scope_of(among)
    end = text.index(among, figure.end) + len(among)
    return Stated(
        indicator=indicator, scope=scope, figure=figure, start=figure.start, end=end, cue="reach"
    )


def _state(
    text: str,
    figure: Figure,
    before: str,
    found: tuple[Cue, str],
    until: int,
    last: Stated | None,
    named: Sequence[Named],
) -> Stated | None:
    """Give the target of one figure, or None where nothing names its indicator."""
    kind, words = found
    inherited = named[-1].indicator if named else ""
    behind = behind_figure(text, figure.end, until)
    standard = STANDARD.match(text, figure.end)
    if standard:
        words = standard["what"]
    elif kind == "work" and len(behind) >= 2 and words in before and _LEADS_TO_NOUN.search(words):
        words = ""  # 打造乡村旅游|100个精品村
    scope, indicator = scope_of(_indicator(words, figure, behind))
    as_large = AS_LARGE.match(text, figure.end) if len(indicator) < 2 else None
    if as_large and not inherited:
        indicator = as_large["what"]  # 达到2000名|的招生规模
    end = figure.end
    places = somewhere(indicator)
    if not places and figure.unit.endswith("%") and kind == "reach":
        whole = _named_of(figure, last, named)
        places = members(indicator) if _RATE.search(whole) else ()
    if places:
        scope, indicator = "、".join(places), _named_of(figure, last, named)
    elif _verb_alone().fullmatch(indicator) and (kind != "work" or named):
        indicator = _of_work(kind, indicator, figure, named) or ("" if behind else indicator)
    if len(indicator) < 2:
        alone = not _DUE.sub("", _TIME.sub("", words)).strip("、和及与， ")
        if len(behind) >= 2 or behind in _SHORT_NOUNS:
            indicator, end = tail_of(behind, least=2), figure.end + len(behind)
        elif last is not None and alone:
            indicator = _named_of(figure, last, named) or last.indicator
            scope = last.scope
        elif not indicator and (kind != "work" or (alone and ends_clause(text, figure.end))):
            indicator = inherited or _counted_work(before)
    if (
        not (len(indicator) >= 2 or indicator in _SHORT_NOUNS)
        or len(indicator) > MAX_INDICATOR_CHARS
        or _DEBRIS.search(indicator)
    ):
        return None
    start = figure.start - len(before.lstrip("、和及与， "))
    return Stated(indicator=indicator, scope=scope, figure=figure, start=start, end=end, cue=kind)


def _named_of(figure: Figure, last: Stated | None, named: Sequence[Named]) -> str:
    """Give the indicator named last that a figure's unit fits: 其中金寨县300公里.

    >>> roads = [Named("农村公路", "公里"), Named("通畅率", "%")]
    >>> _named_of(next(figures("金寨县300公里")), None, roads)
    '农村公路'
    """
    rows = [*named, Named(last.indicator, last.figure.unit)] if last else list(named)
    unit = figure.unit.lstrip(_SCALES)
    fits = (one.indicator for one in reversed(rows) if one.unit.lstrip(_SCALES) in ("", unit))
    return next(fits, "")


def _of_work(kind: Cue, verb: str, figure: Figure, named: Sequence[Named]) -> str:
    """Give what a verb alone is said of: 建设任务20万亩，其中新建15万亩 is of the same land.

    >>> twenty = next(figures("新建15万亩"))
    >>> _of_work("work", "新建", twenty, [Named("高标准农田建设任务", "万亩")])
    '新建高标准农田'
    """
    if kind == "reach" or not named or named[-1].unit != figure.unit or figure.unit == "%":
        return ""
    if named[-1].indicator.endswith(verb):
        return verb  # 完成投资145亿元；完成投资25亿元
    return verb + re.sub(r"(?:建设)?(?:任务)?$", "", named[-1].indicator)


def _counted_work(before: str) -> str:
    """Give work that is counted itself: 累计培训10万人次."""
    m = _worked().search(before)
    return m[0] if m and m[0] in nominal() else ""


def indicator_of(words: str) -> str:
    """Give the indicator that words name by themselves, without time and place.

    >>> indicator_of("到2025年，全市各类安全生产事故死亡人数")
    '各类安全生产事故死亡人数'
    """
    return scope_of(_LEAD.sub("", _TIME.sub("", words.strip(ENDS).rstrip("在"))))[1]


def _indicator(words: str, figure: Figure, behind: str) -> str:
    """Give the indicator that the words before a cue name; empty where they name none."""
    words = _BASE.sub("", _FROM.sub("", _TIME.sub("", words.lstrip("、和及与， "))))
    words = _ASIDE.sub("", words)
    words = _TRAIL.sub("", _LEAD.sub("", _OBJECT.sub("", _DUE.sub("", words))))
    words = _TIME.sub("", words)
    while m := _works().match(words):
        words = words[m.end() :]
    words = _FROM.sub("", words.strip(ENDS)).rstrip("在").strip(ENDS)
    if re.match(r"并|正式", words):
        return ""
    if len(behind) >= 2 and figure.unit != "%" and _worked().search(words):
        return ""
    return tail_of(words) if len(words) > 12 or "的" in words else words


@cache
def _works() -> re.Pattern[str]:
    """Match verbs before the name of what is counted: 新建或改造, 新增（恢复）."""
    return re.compile(
        rf"[或和并、]?(?:正式)?(?:{target_words('work')})(?:（[^）]{{1,6}}）)?(?![年率后]|工程|任务|用地|区[绿路面内人公供排污]|$)(?:完成|不少于|至少)?"
    )


@cache
def _verb_alone() -> re.Pattern[str]:
    """Match a verb that names nothing: 推出, 包含, 改造提升."""
    return re.compile(rf"(?:{verbs()}|{target_words('work')}|包含|包括)+")


@cache
def _worked() -> re.Pattern[str]:
    return re.compile(rf"(?:{target_words('work')})$")
