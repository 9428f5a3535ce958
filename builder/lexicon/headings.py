"""Words of titles and headings: what ends a title, what wraps a plan, what role a heading gives."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from builder.lexicon.tables import toml
from builder.model.outline import Role

__all__ = [
    "TYPES",
    "HeadingRule",
    "announces",
    "closes_text",
    "continues_title",
    "ends_title",
    "forwards",
    "holds_tasks",
    "issued",
    "issued_within",
    "kind_rule",
    "names_body",
    "names_who",
    "opening_role",
    "opening_words",
    "proposes",
    "role_of",
    "rules",
    "wraps",
]

MAX_ROLE_HEADING_CHARS = 32
MIN_KNOWN_CHARS = 4
TYPES = (
    "通知|意见|决定|批复|复函|函|答复|公告|通告|通报|令|报告|请示|方案|规划|计划|办法|规定|条例|细则|规则|"
    "重点任务|工作任务|措施|举措|纲要|要点|规程|预案|清单|目录|指南|建议|制度|规范|标准|议案|决议|公报|纪要|名单"
    "|政策|章程|导则|指引|公示|分工表|分解表|任务表|责任分解|任务分解"
)
# 意见（试行）, but not the headline of a page: …征求意见（附政策全文）
_KIND = rf"(?:{TYPES}|分工)(?:[（(](?!附|全文|图)[^（()）]*[）)])*"
# …工作方案（试行）; 中共中央办公厅 国务院办公厅印发《…若干意见》
ENDS_TITLE = re.compile(rf"(?:{_KIND}|印发《[^《》]+{_KIND}》)$")
NUMBERED = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
NOTICE = r"(?:通知|函|决定|公告|通告|通报|意见)"
# 关于印发《X》的通知, 印发X的通知, 转发国家教委关于…请示的通知, 公开征求《X》意见的公告
ISSUES = re.compile(
    r"(?:印发|转发|批转|下发|颁发|发布|公布(?![^《》]*(?:名单|名录|结果)的)|征求对?(?=《))(?P<name>.+?)"
    r"\s*的\s*(?:通[ ]*知|函|决定|公告)》?(?:[（(][^（()）]*[）)])*\s*$"
    r"|^[^《》\n]*印发(?P<plain>《[^《》]+》)\s*$",  # 中共中央办公厅 国务院办公厅印发《X》
    re.DOTALL,
)


WHO = re.compile(
    r"(?:牵头|责任|配合|落实|负责)(?:单位|部门)[：:]"
    r"|[（〔][^（）〔〕\n]{4,200}(?:负责|牵头|落实|配合|参加)(?:，[^（）]{2,20})?[）〕]"
)
# 本措施自印发之日起施行; 本意见由市发展改革委负责解释; 此前规定与本办法不一致的
IN_FORCE = re.compile(
    r"本(?:行动|实施|工作|若干|政策)?(?:计划|方案|意见|规划|纲要|办法|规定|细则|措施|政策|通知|决定|要点|举措)"
    r"(?:（[^）]*）)?(?:中[^，。]{2,20}，)?(?:自[^，。]{2,30}起?(?:施行|实施|执行|生效)|由[^，。]{2,30}(?:负责)?解释|有效期)"
)
# 切实加强|组织领导, 建立健全|工作机制
LEADING_VERBS = re.compile(
    r"(?:切实|进一步|全面|持续|着力|不断)?(?:建立健全|建立完善|加强|强化|健全|完善|建立|严格|狠抓|压实|夯实|抓好|做好|落实|明确|注重|突出|加大|营造)"
)
# 2．我省基础教育工作的指导思想是：以…
SAYS_GOAL = re.compile(
    r"[^。，：:\n]{0,24}(?P<word>指导思想|总体要求|总体思路|基本原则|(?:工作|主要|总体|发展|总|具体)目标)(?:是|为)"
)
FORWARDS = re.compile(r"转发|批转")
FOLD = re.compile(r"[\s、，,：:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRule:
    """A rule over headings, titles or kinds of documents; ``role`` is empty for kinds."""

    id: str
    role: Role | None
    words: frozenset[str]
    parts: tuple[str, ...]
    ends: tuple[str, ...]
    cores: frozenset[str] = frozenset()
    chapter: bool = False

    def matches(self, surface: str) -> bool:
        """Say whether a heading is one of the words, contains a part, or has an ending.

        A core counts with or without the verb that leads it: 监督考核, 严格监督考核.
        """
        return (
            surface in self.words
            or bool(self.cores and LEADING_VERBS.sub("", surface) in self.cores)
            or surface.endswith(self.ends)
            or any(part in surface for part in self.parts)
        )


def ends_title(title: str) -> bool:
    """Say whether a title is complete, by its last word.

    >>> ends_title("国务院关于加强环境保护重点工作的意见"), ends_title("国务院关于加强")
    (True, False)
    """
    return ENDS_TITLE.search("".join(title.split())) is not None


def continues_title(line: str) -> bool:
    """Say whether a line can only go on with a title that seemed complete.

    >>> continues_title("的通知"), continues_title("关于印发方案的通知"), continues_title("国务院")
    (True, False, False)
    >>> continues_title("（2021—2025年）"), continues_title("（一）提升健康水平。")
    (True, False)
    """
    if NUMBERED.match(line):
        return False
    return line.startswith(("的", "（", "(")) or (
        bool(re.fullmatch(rf".{{0,12}}的{NOTICE}", line)) and not line.startswith("关于")
    )


def wraps(title: str) -> bool:
    """Say whether a title is that of a notice that issues another text.

    >>> wraps("关于印发《方案》的通知"), wraps("国务院关于加强环境保护重点工作的意见")
    (True, False)
    """
    return ISSUES.search(title) is not None


def issued(title: str) -> str | None:
    """Give the name of the text that a notice issues.

    >>> issued("六安市人民政府办公室关于印发六安市“十四五”新型城镇化建设工作方案的通知")
    '六安市“十四五”新型城镇化建设工作方案'
    >>> issued("中共中央办公厅 国务院办公厅印发《关于进一步加强科研诚信建设的若干意见》")
    '关于进一步加强科研诚信建设的若干意见'
    """
    within = issued_within(title)
    return title[within[0] : within[1]] if within else None


# 《方案》, 〈方案〉等三个文件, 《方案》（试行）, 《方案》修改意见
QUOTED_NAME = re.compile(
    r"[《〈](?P<name>.+?)[》〉](?:等.*|[（(][^（()）]*[）)])?(?:的?(?:修改)?意见(?:建议)?)?",
    re.DOTALL,
)


def issued_within(title: str) -> tuple[int, int] | None:
    """Give where in a title the name of the issued text stands, without its 《》.

    >>> issued_within("关于印发《方案》的通知"), issued_within("关于征求《方案》意见的公告")
    ((5, 7), (5, 7))
    >>> issued_within("《关于印发〈方案〉的通知》")
    (6, 8)
    """
    m = ISSUES.search(title)
    if m is None:
        return None
    name = "name" if m["name"] else "plain"
    quoted = QUOTED_NAME.fullmatch(title, *m.span(name))
    return quoted.span("name") if quoted else m.span(name)


BODY = re.compile(
    r"(?:人民政府|国务院|政府|委员会|办公厅|办公室|厅|局|部|委|办|会|行|署|总社|管委会|工委|组|中心|总队"
    r"|公司|大学|学院|研究院|科学院|工程院|法院|检察院|军委|办事处|军区|团中央|供销社|联合社"
    r"|银行|分行|支行|海关|党校|档案馆"
    r"|科协|妇联|残联|侨联|文联|作协|社科联|工商联)"
    r"(?:（[^（）]*）)?$"
)


def names_body(name: str) -> bool:
    """Say whether a name ends as that of a body that can sign a document.

    >>> names_body("六安市人民政府办公室"), names_body("2023年全省")
    (True, False)
    >>> names_body("工业和信息化部 中国科学院 中国科协"), names_body("常庄街道办事处")
    (True, True)
    """
    return BODY.search(name.rstrip()) is not None


@lru_cache(maxsize=10_000)
def role_of(heading: str, *, chapter: bool = False) -> tuple[Role, str] | None:
    """Give the role that a heading gives its leaves, and the rule, or None.

    ``chapter`` says that it heads a chapter: 强化政策支持 there is a part of its own.

    >>> role_of("保障措施"), role_of("完善资金保障机制")
    (('organisation', 'role-organisation'), None)
    >>> role_of("强化政策支持", chapter=True), role_of("强化政策支持")
    (('supporting_measure', 'chapter-supporting'), None)
    >>> role_of("落实各方责任，开展全民行动", chapter=True)
    ('organisation', 'chapter-duties')
    """
    surface = FOLD.sub("", heading)
    first = heading.partition("，")[0]
    if chapter and first != heading:
        said = role_of(first, chapter=True)
        if said is not None and said[1].startswith("chapter-"):
            return said
    if len(surface) > MAX_ROLE_HEADING_CHARS:
        return None
    for rule in rules():
        if rule.role is not None and (chapter or not rule.chapter) and rule.matches(surface):
            return rule.role, rule.id
    first, comma, _ = heading.partition("，")
    if not chapter or not comma or first.endswith("主体责任"):  # of firms: a task
        return None
    opening = role_of(first, chapter=True)
    return opening if opening is not None and opening[0] == "organisation" else None


def opening_words(chars: str) -> str | None:
    """Give the longest known heading that some characters begin with, or None.

    >>> opening_words("政策措施深化城市建设、运营、治理体制改革")
    '政策措施'
    """
    fitting = [word for word in _known_words() if chars.startswith(word)]
    return max(fitting, key=len, default=None)


@cache
def _known_words() -> tuple[str, ...]:
    anywhere = [rule for rule in rules() if rule.role and not rule.chapter]
    ends = [one for rule in anywhere for one in rule.ends]
    words = [word for rule in anywhere for word in rule.words]
    return tuple(sorted({word for word in [*words, *ends] if len(word) >= MIN_KNOWN_CHARS}))


def kind_rule(kind: str) -> str | None:
    """Give the rule for a kind of document that holds no plan, or None.

    >>> kind_rule("批复"), kind_rule("管理办法"), kind_rule("实施方案")
    ('kind-without-plan', 'kind-statute', None)
    """
    for name in ("kind-without-plan", "kind-statute"):
        if kind and _rule(name).matches(kind):
            return name
    return None


def announces(title: str) -> bool:
    """Say whether the title of a notice announces something and orders no work.

    >>> announces("关于梦家园地名命名的通知"), announces("关于加强环境监管执法的通知")
    (True, False)
    """
    return _rule("kind-announcement").matches(title)


def holds_tasks(heading: str) -> bool:
    """Say whether a heading is that of the part that orders work.

    >>> holds_tasks("主要任务"), holds_tasks("总则")
    (True, False)
    """
    return _rule("tasks-below").matches(FOLD.sub("", heading))


def proposes(heading: str) -> bool:
    """Say whether a part of a forwarded report proposes work.

    >>> proposes("加强防震减灾工作的意见"), proposes("地震趋势")
    (True, False)
    """
    return _rule("forwarded-proposals").matches(FOLD.sub("", heading))


def forwards(title: str) -> bool:
    """Say whether the title of a notice passes on the text of another body.

    >>> forwards("国务院办公厅转发国家地震局报告的通知"), forwards("关于印发方案的通知")
    (True, False)
    """
    return FORWARDS.search(title) is not None


def closes_plan(heading: str) -> bool:
    """Say whether a heading without number can open the last part of a plan.

    >>> closes_plan("落实措施"), closes_plan("发展目标")
    (True, False)
    """
    found = role_of(heading)
    return found is not None and found[0] in ("organisation", "supporting_measure")


def closes_text(words: str) -> bool:
    """Say whether a provision only says from when, and how long, the document is in force.

    >>> closes_text("本措施自印发之日起施行，有效期3年。"), closes_text("本市自2025年起新建充电桩")
    (True, False)
    """
    return IN_FORCE.match(words) is not None


def opening_role(words: str) -> Role | None:
    """Give the role that the first words of a provision without a heading tell.

    >>> opening_role("我省基础教育工作的指导思想是：以“三个代表”为指导"), opening_role("目标明确")
    ('goal', None)
    """
    m = SAYS_GOAL.match(words)
    if m is None:
        return None
    return "principle" if m["word"] == "基本原则" else "goal"


def names_who(words: str) -> bool:
    """Say whether a provision ends with who does it: a goal that somebody has to reach.

    >>> names_who("生产总值增长7%以上\\n责任单位：区发改局"), names_who("坚持党委领导、政府负责")
    (True, False)
    """
    return WHO.search(words) is not None


@cache
def rules() -> tuple[HeadingRule, ...]:
    """Give all rules in the order in which they are tried."""
    return tuple(
        HeadingRule(
            id=name,
            role=rule.get("role"),
            words=frozenset(rule.get("words", ())),
            parts=tuple(rule.get("parts", ())),
            ends=tuple(rule.get("ends", ())),
            cores=frozenset(rule.get("cores", ())),
            chapter=rule.get("chapter", False),
        )
        for name, rule in toml("headings").items()
    )


@cache
def _rule(name: str) -> HeadingRule:
    return next(rule for rule in rules() if rule.id == name)
