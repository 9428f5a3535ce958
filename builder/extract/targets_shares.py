"""Parts of a list that share words: 花生种植、收获机械化率 are two rates of one crop."""

import re
from collections.abc import Sequence

__all__ = ["INDICATOR_NOUN", "JOIN", "LEVEL", "completed", "measures_of"]

INDICATOR_NOUN = (
    r"(?:率|量|值|数|面积|覆盖面|比例|比重|占比|收入|规模|里程|密度|能力|水平|投资|总额|额|强度"
    r"|浓度|寿命|价|度|能耗|水耗|电耗|物耗|增速|增幅|涨幅|降幅)"
)
MIN_MEASURE_CHARS = 3
# marks that part names; no 普|及率, 参|与度, 和|谐
JOIN = re.compile(
    r"、|(?<![参给赋])与|(?<![缓饱共温])(?<!碳中)和(?![谐平睦美])|(?<![普以涉波触危])及(?![时格其以])"
)
# 生活污水处理率和生活垃圾无害化处理率; not 废水、废气排放量
_MEASURE = re.compile(rf"{INDICATOR_NOUN}(?:（[^（）]{{1,12}}）)?$")
# 化学需氧量、氨氮等重点工程减排量: what follows 等 belongs to all
_AFTER_ALL = re.compile(r"(?<=[^、]{2})等(?P<tail>[^、]{2,12})$")
# 出栏牛、羊; 国家和市级示范社
_SHARED_HEAD = re.compile(r"(?:年)?(?:出栏|存栏)(?=\S)")
# 文明村、文明乡镇占比: a measure that is a name by itself
_PLAIN_MEASURE = re.compile(
    r"(?:(?:流域|河段|断面|海域|地区).{2,16}|(?:排放|消费|使用|供应|利用|处理)(?:总)?量|占比|比重|比例|覆盖率|普及率|数量|人数|户数|总量|产量|产值"
    r"|(?:种植|播种|养殖|栽培|灌溉|绿化|收获|治理|修复|建设|保护|渔业|建筑)?(?:总)?面积"
    r"|增速|增长率|销售额|人均(?:纯|可支配)?收入|收入|投资|浓度)$"
)
# what is let out or used, by itself an indicator
_SUBSTANCE = re.compile(
    r"化学需氧量|氨氮|二氧化硫|氮氧化物|挥发性有机物|二氧化碳|总磷|总氮|细颗粒物|可吸入颗粒物"
    r"|PM2\.5|PM10|重金属|化肥|农药|能耗|水耗|物耗"
)
LEVEL = re.compile(r"(?:国家|省|市|县|自治区|[一二三五十百千]{1,2}亿)级")
_LEVEL = re.compile(rf"{LEVEL.pattern}?")


def measures_of(indicator: str, *, alike: bool) -> list[str]:
    """Give the measures that one figure is said of; ``alike`` where 均 or 都 says so.

    >>> measures_of("城镇污水处理率和生活垃圾无害化处理率", alike=False)
    ['城镇污水处理率', '生活垃圾无害化处理率']
    >>> measures_of("高中、初中毛入学率", alike=True), measures_of("废水、废气排放量", alike=False)
    (['高中毛入学率', '初中毛入学率'], ['废水、废气排放量'])
    >>> measures_of("二氧化硫、化学需氧量", alike=True), measures_of("化肥、农药用量", alike=True)
    (['二氧化硫', '化学需氧量'], ['化肥用量', '农药用量'])
    """
    parts = JOIN.split(indicator)
    if len(parts) < 2:
        return [indicator]
    last = _SUBSTANCE.match(parts[-1])
    if alike and last and all(_SUBSTANCE.fullmatch(part) for part in parts[:-1]):
        return [*(part + parts[-1][last.end() :] for part in parts[:-1]), parts[-1]]
    if all(len(part) >= MIN_MEASURE_CHARS and _MEASURE.search(part) for part in parts):
        return parts
    if alike and _MEASURE.search(parts[-1]) and all(len(part) > 1 for part in parts):
        return completed(parts)
    return [indicator]


def completed(parts: Sequence[str]) -> list[str]:
    """Give each part of a list the words that it shares with the first or the last.

    >>> completed(["常住人口", "户籍人口城镇化率"])
    ['常住人口城镇化率', '户籍人口城镇化率']
    >>> completed(["国家", "市级示范社"]), completed(["出栏牛", "羊", "肉兔"])
    (['国家示范社', '市级示范社'], ['出栏牛', '出栏羊', '出栏肉兔'])
    >>> completed(["一类", "二类区床位数"]), completed(["氨氮", "氮氧化物等减排量"])
    (['一类区床位数', '二类区床位数'], ['氨氮减排量', '氮氧化物减排量'])
    >>> completed(["百亿级", "五十亿级产业集群"])
    ['百亿级产业集群', '五十亿级产业集群']
    >>> completed(["学校", "幼儿园"]), completed(["文明村", "文明乡镇占比"])
    (['学校', '幼儿园'], ['文明村占比', '文明乡镇占比'])
    """
    first, last = parts[0], parts[-1]
    after = _AFTER_ALL.search(last)
    if after:
        tail = after["tail"]
        return [*(part + tail for part in parts[:-1]), last[: after.start()] + tail]
    level = LEVEL.match(last) if LEVEL.fullmatch(first) else None
    own = level.end() if level else _own_head(parts)
    if own:
        return [*(part + last[own:] for part in parts[:-1]), last]
    verb = _SHARED_HEAD.match(first)
    if verb:
        return [first, *(verb[0] + part for part in parts[1:])]
    kept, tail = _shared_tail(first, last)
    head = first[: -len(last[:kept])] if kept and len(first) > kept else ""
    return [first + tail, *(head + part + tail for part in parts[1:-1]), head + last]


def _own_head(parts: Sequence[str]) -> int:
    """Give how many characters of the last part are its own: 一类、二类、三类|区床位数."""
    first, last = parts[0], parts[-1]
    size = len(first)
    alike = all(len(part) == size and part[-1] == first[-1] for part in parts[:-1])
    return (
        size if alike and size > 1 and len(last) > size + 1 and last[size - 1] == first[-1] else 0
    )


def _shared_tail(first: str, last: str) -> tuple[int, str]:
    """Give the words of the last part that belong to all, and how many are its own.

    No words are its own where the first part already names what it shares: 常住人口.
    """
    for size in range(len(first) - 1, 1, -1):
        at = last.find(first[-size:])
        if at > 0:
            return 0, last[at + size :]
    measured = re.search(f"{INDICATOR_NOUN}$", last) and not re.search(f"{INDICATOR_NOUN}$", first)
    plain = _PLAIN_MEASURE.search(last)
    if plain and not _PLAIN_MEASURE.search(first):
        return 0, plain[0]
    own = 2
    if len(last) - own < 2 or not (measured or _LEVEL.fullmatch(first)):
        return 0, ""
    return (own if measured else 0), last[own:]
