"""Where lists were glued: annexes with their titles, lists of annexes, items 1、2、3、."""

import re
from collections.abc import Iterator

from builder.restore.labels import HAN, KINDS, SPACE, YEAR

__all__ = ["seams"]

# 请认真组织开展工作。|附件：1.联席会议制度|2.联席会议成员名单
ANNEXES = re.compile(r"(?<=。)[ \u3000\xa0]*(?=附件[：:][ ]?1[.．](?P<names>[^。；]{4,300}))")
ANNEX_NAME = re.compile(r"(?<=[\u4e00-\u9fff）])[ \u3000\xa0]*(?=[2-9][.．][\u4e00-\u9fff《])")
# 附件1|重庆市民办教育工作部门联席会议制度|为贯彻落实; 附件|2013年农业龙头企业名单（共12家）
ANNEX = re.compile(
    rf"(?:(?<=[。）日 \u3000\xa0\u2002\u2003])|^)(?P<label>附件(?:\d{{1,2}}(?!\d))?){SPACE}*"
    rf"(?P<title>(?:{YEAR}年)?(?!下载){HAN}{{4,40}}?"
    rf"(?:{'|'.join(KINDS)}|制度|名单|规则|细则|清单)(?:（[^（）]{{1,12}}）)?)"
    rf"(?={SPACE}|为(?:贯彻|加强|进一步|规范|做好)|根据|第一[章条]|[1一]、|序号|[召组成总]{SPACE}{{0,3}}{HAN}[^：]{{0,6}}：|$)"
)
# 1、海亮有机农业有限公司|2、仙居耕旺花卉科技有限公司
ITEM = re.compile(
    r"(?:(?<=[\u4e00-\u9fff）。； \u3000\xa0])|^)(?P<number>[0-9]{1,2})、(?=[\u4e00-\u9fff]{2})"
)
MIN_ITEMS = 3


def seams(line: str) -> Iterator[tuple[int, int]]:
    """Give the boundaries around annexes and between the items of lists."""
    for m in ANNEX.finditer(line):
        yield m.start(), m.start()
        yield m.end("label"), m.start("title")
        yield m.end(), m.end()
    yield from _annexes(line)
    yield from _enumerated(line)


def _annexes(line: str) -> Iterator[tuple[int, int]]:
    """Give where a list of annexes begins, and each of its items but the first."""
    for m in ANNEXES.finditer(line):
        yield m.span()
        yield from (name.span() for name in ANNEX_NAME.finditer(line, *m.span("names")))


def _enumerated(line: str) -> list[tuple[int, int]]:
    """Give where the items of a list begin that runs on from 1、 without line ends."""
    places: list[int] = []
    runs: list[int] = []
    for m in ITEM.finditer(line):
        number = int(m["number"])
        if number != len(runs) + 1:
            runs = []
        if number == len(runs) + 1:
            runs.append(m.start())
            if len(runs) >= MIN_ITEMS:
                places += runs if len(runs) == MIN_ITEMS else runs[-1:]
    return [(at, at) for at in places]
