"""Where a list of persons was glued: each with office and body, a line a person.

One mark is left, the blank between name and office: 朱江 市科技局副主任|石宏 市公安局副局长.
"""

import re
from collections.abc import Iterator

from builder.restore.labels import HAN, SPACE

__all__ = ["seams"]

# 召 集 人：, 副组长：, 成 员：
PARTS = (
    "召集人",
    "组长",
    "主任",
    "成员",
    "主任委员",
    "委员",
    "总指挥",
    "指挥长",
    "指挥",
    "秘书长",
    "联络员",
)
LABEL = rf"副?(?:{'|'.join(f'{SPACE}{{0,3}}'.join(part) for part in PARTS)})：{SPACE}*"
# 黄 政, 关惜分, 欧阳某某
NAME = rf"(?:{HAN}{SPACE}{{1,3}}{HAN}|{HAN}{{2,4}}){SPACE}+"
LABELLED = re.compile(f"{LABEL}(?={NAME}{HAN}{{2}})")
# …副主任|, …一级巡视员|
OFFICES = (
    "主任|主席|书记|委员|专员|干事|局长|部长|厅长|司长|处长|科长|省长|市长|县长|区长|州长|镇长|乡长"
    "|院长|校长|行长|所长|站长|队长|社长|台长|会长|理事长|董事长|经理|秘书长|检察长|参谋长|政委|巡视员|调研员|审计师|会计师|工程师"
    "|经济师|规划师|农艺师|总监|负责人|主任科员"
)
PERSON = re.compile(
    rf"(?:{OFFICES})(?:（[^（）]{{2,20}}）)?(?P<at>{SPACE}*)(?={LABEL}|{NAME}{HAN}{{2}})"
)
MIN_PERSONS = 3


def seams(line: str) -> Iterator[tuple[int, int]]:
    """Give the blanks, or the places, between the persons of each list, its label in front.

    >>> words = "名单组长：黄 政 市教委主任成 员：李 鹏 市财政局副局长关惜分 市民政局处长"
    >>> [words[a:][:4] for _, a in seams(words)]
    ['组长：黄', '成 员：', '关惜分 ']
    """
    first = LABELLED.search(line)
    if first is None:
        return
    found = [m.span("at") for m in PERSON.finditer(line, first.end())]
    if len(found) + 1 >= MIN_PERSONS:
        yield first.start(), first.start()
        yield from found
