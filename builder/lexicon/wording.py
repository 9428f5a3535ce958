"""What the words of a provision tell of its role: a goal, who does it, from when it is in force."""

import re
from functools import cache

from builder.lexicon.alternatives import any_of
from builder.lexicon.tables import toml
from builder.model.outline import Role

__all__ = ["closes_text", "counts_items", "names_who", "opening_role", "orders", "tells_whom"]

WHO_IN_BRACKETS = (
    r"[（〔][^（）〔〕\n]{4,200}(?:负责|牵头|落实|配合|参加)(?:，[^（）]{2,20})?[）〕]"
)
BODY_ROLES = ("lead", "support", "responsible")
MIN_LABEL_CHARS = 4  # 责任单位, 部门分工; 负责 and 分工 also stand in prose before a colon
# 本措施自印发之日起施行; 本意见由市发展改革委负责解释; 此前规定与本办法不一致的
IN_FORCE = re.compile(
    r"本(?:行动|实施|工作|若干|政策)?(?:计划|方案|意见|规划|纲要|办法|规定|细则|措施|政策|通知|决定|要点|举措)"
    r"(?:（[^）]*）)?(?:中[^，。]{2,20}，)?(?:自[^，。]{2,30}起?(?:施行|实施|执行|生效)|由[^，。]{2,30}(?:负责)?解释|有效期)"
)
# 2．我省基础教育工作的指导思想是：以…
SAYS_GOAL = re.compile(
    r"[^。，：:\n]{0,24}(?P<word>指导思想|总体要求|总体思路|基本原则|(?:工作|主要|总体|发展|总|具体)目标)(?:是|为)"
)


# 各镇（街道）要制定方案, 市发改委应于年底前完成…
TELLS_WHOM = re.compile(
    r"(?:各[^，。；：]{1,24}|[门位府委局厅部会校业院组办])(?:要|应|应当|必须|须)(?![求素点有])"
)
# 制定方案，召开动员会; 对照检查内容开展自查
STEPS = re.compile(
    r"(?:制定|制订|开展|组织|召开|成立|完成|部署|落实|做好|进行|报送|上报|建立|总结|验收)"
    r"(?!阶段|实施阶段|时间)[^，。；\n]{2}"
)


def tells_whom(words: str) -> bool:
    """Say whether a text tells somebody to do something.

    >>> tells_whom("各地区、各部门要把就业摆在突出位置"), tells_whom("就业是最大的民生")
    (True, False)
    """
    return TELLS_WHOM.search(words) is not None


def orders(words: str) -> bool:
    """Say whether a step orders work, and does not only say when it is done.

    >>> orders("制定实施方案，召开动员会"), orders("2013年3月至12月")
    (True, False)
    """
    return STEPS.search(words) is not None or tells_whom(words)


# 知识产权保护方面5项, 管理体制创新方面（共3项）
COUNTS = re.compile(r"方面(?:的?改革)?[（(]?共?\d{1,2}[项条个][）)]?$")


def counts_items(heading: str) -> bool:
    """Say whether a heading only counts the items of a list printed elsewhere.

    >>> counts_items("知识产权保护方面5项"), counts_items("完成重点项目5项")
    (True, False)
    """
    return COUNTS.search(heading) is not None


def opening_role(words: str) -> Role | None:
    """Give the role that the first words of a provision without a heading tell.

    >>> opening_role("我省基础教育工作的指导思想是：以“三个代表”为指导"), opening_role("目标明确")
    ('goal', None)
    """
    m = SAYS_GOAL.match(words)
    if m is None:
        return None
    return "principle" if m["word"] == "基本原则" else "goal"


def closes_text(words: str) -> bool:
    """Say whether a provision only says from when, and how long, the document is in force.

    >>> closes_text("本措施自印发之日起施行，有效期3年。"), closes_text("本市自2025年起新建充电桩")
    (True, False)
    """
    return IN_FORCE.match(words) is not None


def names_who(words: str) -> bool:
    """Say whether a provision ends with who does it: a goal that somebody has to reach.

    >>> names_who("生产总值增长7%以上\\n责任单位：区发改局"), names_who("坚持党委领导、政府负责")
    (True, False)
    >>> names_who("固定资产投资增长8%左右。\\n部门分工：省发展改革委牵头，各地配合。")
    True
    """
    return _who().search(words) is not None


@cache
def _who() -> re.Pattern[str]:
    """Match a label of those who do it, or a bracket that ends in their verb."""
    rows = [row for row in toml("responsibility")["label"] if row["role"] in BODY_ROLES]
    labels = [word for row in rows for word in row["words"] if len(word) >= MIN_LABEL_CHARS]
    return re.compile(rf"(?:{any_of(labels)})[：:]|{WHO_IN_BRACKETS}")
