"""Where a box of projects (专栏) was glued: its title, and each project with its name in front.

…作业规范。|专栏12　农业机械化水平提升工程|农机装备产业转型升级：培育企业3家。|区域示范：建立基地。
"""

import re
from collections.abc import Iterator

from builder.restore.labels import ARTICLE, HAN, NUMERAL, SPACE

__all__ = ["seams"]

KINDS = "工程|项目|行动|计划|指标|任务|布局|平台|清单"
# 专栏12　农业机械化水平提升工程
BOX = re.compile(
    rf"(?<=[。；])(?P<before>{SPACE}*)专栏(?:\d{{1,2}}|{NUMERAL}){SPACE}*"
    rf"(?P<title>[\u4e00-\u9fff“”·、—]{{4,30}}?(?:{KINDS}))(?P<behind>{SPACE}*)"
    rf"(?=[\u4e00-\u9fff“”·、—]{{3,30}}[：。])"
)
# 。|农机装备产业转型升级：
PROJECT = re.compile(rf"(?<=。)(?P<at>{SPACE}*)(?=[\u4e00-\u9fff“”·、—]{{4,30}}：{HAN})")
# the text goes on behind the box
GOES_ON = re.compile(rf"(?<=。){SPACE}*(?:专栏|{ARTICLE}|{NUMERAL}、|（{NUMERAL}）)")


def seams(line: str) -> Iterator[tuple[int, int]]:
    """Give the boundaries around the titles of boxes and between their projects.

    >>> words = "规范作业。专栏2　装备提升工程产业升级：培育企业。示范引领：建立基地。第二节　改革"
    >>> [words[a:][:4] for _, a in seams(words)]
    ['专栏2　', '产业升级', '示范引领']
    """
    if "专栏" not in line:
        return
    for box in BOX.finditer(line):
        yield box.span("before")
        yield box.span("behind")
        goes_on = GOES_ON.search(line, box.end())
        stop = goes_on.start() if goes_on else len(line)
        yield from (m.span("at") for m in PROJECT.finditer(line, box.end(), stop))
