"""Figures that only tell a class, a rate or a standard: 500万元以上的企业, 补贴50万元."""

import re

from builder.extract.targets_cues import Cue, ends_clause
from builder.extract.targets_figures import Figure
from builder.lexicon.units import target_pattern

__all__ = ["AS_LARGE", "STANDARD", "is_class"]

# 按每百户不低于80平方米的标准配建社区用房
STANDARD = re.compile(r"的标准\S{0,2}(?:配建|配置|配备|建设|设置)(?P<what>[^，。；、的]{2,16})")
# 超10亿元|企业8户: the first figure says which firms, the second how many
_CLASS_COUNTED = re.compile(r"的?[^，、；。：（）\d达到为]{2,8}\d(?!\d{3}年)")
_NAMED_BEFORE = re.compile(r"[这共前]$|上述$|一批\S{0,8}$|(?<!\d年)的$")
# 15分钟生活圈, 15公里范围内的锅炉
_EXTENT = re.compile(r"(?:生活圈|交通圈|通勤圈|经济圈|服务圈|健身圈|范围|半径|以上的|以下的)")
# 新增单项冠军、独角兽和科创上市企业等10家: new ones, so none of them is named
_NEW = re.compile(r"(?:新增|净增|新建|新创|新培育|培育|引进|招引|引育)[^，；]*$")
# 2000人|的规模: how large a thing is to be
AS_LARGE = re.compile(r"的(?P<what>[一-龥]{0,4}(?:目标|要求|水平|规模))(?![化养])")
# 常住人口200户|或500人以上的聚居点
_EITHER = r"或(?:者)?\d[^，。；、]{1,8}(?:以上|以下)的?[一-龥]"
# 500户以上|自然村光纤全覆盖
_ALL_OF = re.compile(r"[一-龥]{1,16}全覆盖")
# 110千伏|变电站10座: what kind, and how many
_KIND_COUNTED = re.compile(r"级?[^，。；、（\d]{1,12}\d+[个座条处所家台套项栋辆艘]")
_KINDS = ("千伏", "平方米", "吨", "千瓦", "兆瓦", "兆", "米", "升")
# 10家以上|年产值过10亿元的企业: the second figure describes what the first counts
_DESCRIBED = re.compile(r"[^，。；、（\d]{1,12}\d[\d.]*[^，。；、\d]{1,6}的[一-龥]")
_GRADES = ("级", "年一遇")
_COUNTERS = frozenset("家个户名所座支位项")
_FORMER = ("原", "现有", "已")
_JOINS = ("、", "[、和与及]")


def is_class(text: str, figure: Figure, found: tuple[Cue, str]) -> bool:
    """Say whether a figure only tells a class or a rate, given the cue and words before it.

    >>> from builder.extract.targets_figures import figures
    >>> radius = next(figures("完成供热半径15公里范围内的锅炉关停"))
    >>> is_class("完成供热半径15公里范围内的锅炉关停", radius, ("work", "供热半径"))
    True
    """
    kind, words = found
    rest = text[figure.end :]
    return (
        _only_describes(text, figure, kind, words, rest)
        or _only_numbers(text, words, figure, rest)
        or _only_bounds(kind, figure, rest)
        or _only_pays(text, kind, words, figure, rest)
    )


def _only_describes(text: str, figure: Figure, kind: Cue, words: str, rest: str) -> bool:
    if figure.unit == "岁" and figure.comparator in (">=", "<=") and rest:
        return True  # 65岁以上老年人
    if rest.startswith(_FORMER) or re.match(_EITHER, rest):
        return True  # 18个原深度贫困乡镇
    if figure.comparator in (">=", "<=") and figure.unit != "%" and _ALL_OF.match(rest):
        return True
    if kind == "reach" and figure.unit == "类" and not figure.digits:
        return True  # 优于三类
    share = kind == "reach" and figure.unit.endswith("%") and not words.startswith("按")
    if _NAMED_BEFORE.search(text[: figure.start]) and not share:
        return True
    covers = share and text[: figure.start].endswith("覆盖")
    if rest.startswith("的") and not covers and not AS_LARGE.match(rest):
        return figure.comparator == "=" or STANDARD.match(rest) is None
    return _EXTENT.match(rest) is not None


def _only_numbers(text: str, words: str, figure: Figure, rest: str) -> bool:
    """Say whether a number counts what is named: 甲、乙等10个项目, 等4个维度."""
    if target_pattern("countless").match(rest) and figure.unit in ("个", "项", "类", "大"):
        return True
    if figure.comparator != "=":
        return False
    if words.endswith("等"):
        return not (ends_clause(rest, 0) and _NEW.search(text[: figure.start]))
    return _sums_up(words, figure, rest)


def _only_bounds(kind: Cue, figure: Figure, rest: str) -> bool:
    if kind == "work" and figure.comparator == "<=":
        return True
    if kind == "work" and figure.unit in _GRADES:
        return True  # 建设20年一遇堤防
    if kind == "work" and figure.unit.endswith(_KINDS) and _KIND_COUNTED.match(rest):
        return True
    counted = figure.comparator == ">=" and not figure.unit.endswith("%")
    if counted and figure.unit in _COUNTERS and _DESCRIBED.match(rest):
        return False
    if kind == "work" and figure.comparator == ">=" and re.match(r"[^，。；、（\d]{1,20}\d", rest):
        return True  # 年养蚕10万张以上桑种场2个
    return counted and _CLASS_COUNTED.match(rest) is not None


def _only_pays(text: str, kind: Cue, words: str, figure: Figure, rest: str) -> bool:
    raised = kind != "work" and re.search("(?:标准|水平)$", words)
    if figure.unit.endswith("元") and not raised and target_pattern("money").search(text):
        return True
    if figure.unit in ("次", "场次", "次/年") and target_pattern("routine").search(text):
        return True
    spent = kind == "work" and figure.unit.endswith("元")
    return spent and re.match(r"[\u4e00-\u9fff]", rest) is not None


def _sums_up(words: str, figure: Figure, rest: str) -> bool:
    """Say whether a number only counts the names before it: 马店、杭埠2个产业新城.

    >>> from builder.extract.targets_figures import figures
    >>> four = next(figures("培育机器人、软件、跨境电商、数字视听4个产业"))
    >>> _sums_up("机器人、软件、跨境电商、数字视听", four, "产业")
    True
    """
    names = words.strip("、和与及，")
    counts = {len(re.split(joins, names)) for joins in _JOINS} - {1}
    return figure.value in counts and re.match("[一-龥]", rest) is not None
