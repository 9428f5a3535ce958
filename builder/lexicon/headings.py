"""Words of titles and headings: what ends a title, what wraps a plan, what role a heading gives."""

import re
from functools import cache, lru_cache

from builder.lexicon.heading_rules import HeadingRule, rules
from builder.lexicon.names import heads, longest_at
from builder.model.outline import Role

__all__ = [
    "TYPES",
    "HeadingRule",
    "announces",
    "continues_title",
    "ends_title",
    "forwards",
    "holds_tasks",
    "issued",
    "issued_within",
    "kind_rule",
    "names_body",
    "opening_words",
    "proposes",
    "role_of",
    "rules",
    "sets_to_work",
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


OF_WORK = re.compile(r"工作的(?:紧急|补充)?通知$")  # 关于做好评选表彰工作的通知
# 主要任务, not 主要内容: a document of rules has contents too
ORDERED = re.compile("任务|措施|举措|行动|重点工作|工作重点")
JOINT = re.compile(r"以及|[和与及、]")
BRACKETED_END = re.compile(r"[（(][^（()）]*[）)]$")  # 宣传发动阶段（3月1日至31日）
FORWARDS = re.compile(r"转发|批转")
FOLD = re.compile(r"[\s、，,：:]")


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
def role_of(heading: str, *, chapter: bool = False, leaf: bool = False) -> tuple[Role, str] | None:
    """Give the role that a heading gives its leaves, and the rule, or None.

    ``chapter`` says that it heads a chapter: 强化政策支持 there is a part of its own; ``leaf``
    that the chapter has no parts: 强化宣传 then is no work of several kinds.

    >>> role_of("保障措施"), role_of("完善资金保障机制")
    (('organisation', 'role-organisation'), None)
    >>> role_of("强化政策支持", chapter=True), role_of("强化政策支持")
    (('supporting_measure', 'chapter-supporting'), None)
    >>> role_of("强化宣传", chapter=True, leaf=True), role_of("强化宣传", chapter=True)
    (('organisation', 'leaf-organisation'), None)
    >>> role_of("落实各方责任，开展全民行动", chapter=True)
    ('organisation', 'chapter-duties')
    """
    place = (chapter, chapter and leaf)
    first, comma, _ = heading.partition("，")
    opening = role_of(first, chapter=True, leaf=leaf) if chapter and comma else None
    if opening is not None and opening[1].startswith(("chapter-", "leaf-")):
        return opening
    surface = FOLD.sub("", BRACKETED_END.sub("", heading))
    if len(surface) > MAX_ROLE_HEADING_CHARS:
        return None
    said = _ruled(surface, place) or _joint(heading, place)
    if said is not None:
        return said
    if opening is None or first.endswith("主体责任"):  # of firms: a task
        return None
    return opening if opening[0] == "organisation" else None


def _ruled(surface: str, place: tuple[bool, bool]) -> tuple[Role, str] | None:
    """Give the role by the first rule that counts in a place: a chapter, one without parts."""
    chapter, leaf = place
    for rule in rules():
        if rule.chapter > chapter or rule.leaf > leaf:
            continue
        if rule.role is not None and rule.matches(surface):
            return rule.role, rule.id
    return None


def _joint(heading: str, place: tuple[bool, bool]) -> tuple[Role, str] | None:
    """Rule over a heading of several by its first, if each gives a role: 补贴对象和条件.

    A goal beside its work (工作目标及任务) is both.
    """
    parts = JOINT.split("".join(BRACKETED_END.sub("", heading).split()))
    if len(parts) < 2 or not all(parts):
        return None
    said = [one for one in (_ruled(part, place) for part in parts) if one is not None]
    if len(said) < len(parts):
        return None
    works = any(role == "task" or rule == "role-goal-work" for role, rule in said)
    return ("goal", "role-goal-work") if works and said[0][0] == "goal" else said[0]


def opening_words(chars: str) -> str | None:
    """Give the longest known heading that some characters begin with, or None.

    >>> opening_words("政策措施深化城市建设、运营、治理体制改革")
    '政策措施'
    """
    return longest_at(chars, 0, _known_words()) or None


@cache
def _known_words() -> dict[str, tuple[str, ...]]:
    anywhere = [rule for rule in rules() if rule.role and not rule.chapter]
    ends = [one for rule in anywhere for one in rule.ends]
    words = [word for rule in anywhere for word in rule.words]
    return heads(word for word in [*words, *ends] if len(word) >= MIN_KNOWN_CHARS)


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
    return _rule("kind-announcement").matches(title) and not OF_WORK.search(title)


def sets_to_work(title: str) -> bool:
    """Say whether the title of a decision is that of a programme.

    >>> sets_to_work("关于加强安全生产工作的决定"), sets_to_work("关于表彰先进建设者的决定")
    (True, False)
    """
    return _rule("kind-programme").matches(title)


def holds_tasks(heading: str) -> bool:
    """Say whether a heading is that of the part that orders work.

    >>> holds_tasks("主要任务"), holds_tasks("总则"), holds_tasks("主要内容")
    (True, False, False)
    """
    return bool(ORDERED.search(heading)) and _rule("role-task").matches(FOLD.sub("", heading))


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


@cache
def _rule(name: str) -> HeadingRule:
    return next(rule for rule in rules() if rule.id == name)
