"""The words behind a figure -> what it counts: 20所|学校, 2个|年交易额10亿元以上的平台.

It is hard because a description may hold figures and verbs of its own, and because the one who
acts (20家企业|开展业务) must be told from the name of a facility (教师培养培训基地).
"""

import re
from functools import cache

from builder.lexicon.units import target_pattern
from builder.lexicon.verbs import verb_pattern

__all__ = ["ENDS", "behind_figure", "tail_of"]

ENDS = "，、；。：的 了和与及以为"
_WORDS = re.compile(r"(?:（\d）|[^，。；：（(]){2,60}")
# 3个|年交易额过亿元的平台, 10家|规模过10亿元的企业
_DESCRIBES = re.compile(
    r"在|具有|具备|拥有|从事|年|以|为|由|集|面向|符合|适应|满足|能够|承担|覆盖|辐射"
    r"|[^，、的]{1,12}\d[^，、的]{1,8}的"
)
_FACILITY = re.compile(
    r"[^，的]{2,10}(?:基地|中心|站点?|平台|机构|学院|体系|园区?|示范区|联盟|工程)"
)
# 20家|企业建设研发平台, 15个街道|建成养老中心: who does it
_ACTORS_UNIT = "家户名所位"
_ACTOR = re.compile(r"(?:单位|部门|农户|家庭|村|乡|镇|街道|社区|县|市|区|园|人员|主体|来\S)$")
# 金融机构来渝设立结算中心
_HERE = re.compile(r"(?:来|赴|驻|入)[\u4e00-\u9fff]$")


def behind_figure(text: str, start: int, until: int) -> str:
    """Give the words behind a figure that say what is counted: 20所学校, 2个年交易额…的平台."""
    m = _WORDS.match(text, start)
    if m is None:
        return ""
    words = m[0]
    attributes = target_pattern("attribute").match(words)
    if attributes:
        within = words[: max(until - start, 0)]
        name = re.split("、", within[attributes.end() :])[0]
        return within[: attributes.end()] + name.rstrip("和与及")
    described = ""
    if _DESCRIBES.match(words):
        head, of, words = re.split(r"、(?=\d)", words)[0].rpartition("的")
        described, words = head + of, words.split("、")[0]
    else:
        words = words[: max(until - start, 0)].split("、")[0]
    verb = _inner().search(words, 2)
    if verb and text[start - 1] not in _ACTORS_UNIT and _compound(words, verb.start()):
        verb = None
    return described + _HERE.sub("", words[: verb.start()] if verb else words).rstrip("和与及")


def _compound(words: str, at: int) -> bool:
    """Say whether a verb stands within the name of a facility: “双师型”教师|培养培训基地.

    >>> _compound("教师培养培训基地", 2), _compound("街道建成养老中心", 2)
    (True, False)
    """
    return bool(_FACILITY.fullmatch(words, at)) and not _ACTOR.search(words, 0, at)


def tail_of(words: str, least: int = 4) -> str:
    """Give what follows the last 的 where that is a name by itself."""
    head, _, tail = words.rpartition("的")
    tail = tail.strip(ENDS)
    whole = tail.count("（") == tail.count("）")
    return tail if head and whole and len(tail) >= least else words.strip(ENDS)


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(rf"(?<![的和与及、]){verb_pattern('inside')}(?=[^，。；、的]{{2}})")
