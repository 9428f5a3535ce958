"""Words of titles and headings: what ends a title, what wraps a plan, what role a heading gives."""

import re
from dataclasses import dataclass
from functools import cache

from builder.lexicon.tables import toml
from builder.model.outline import Role

__all__ = [
    "TYPES",
    "HeadingRole",
    "continues_title",
    "ends_title",
    "issued",
    "issued_within",
    "names_body",
    "role_of",
    "roles",
    "wraps",
]

TYPES = (
    "通知|意见|决定|批复|复函|函|答复|公告|通告|通报|令|报告|请示|方案|规划|计划|办法|规定|条例|细则|规则|"
    "措施|举措|纲要|要点|规程|预案|清单|目录|指南|建议|制度|规范|标准|议案|决议|公报|纪要|名单"
)
ENDS_TITLE = re.compile(rf"(?:{TYPES})(?:[（(][^（()）]*[）)])*$")
NOTICE = r"(?:通知|函|决定|公告|通告|通报|意见)"
# 关于印发《X》的通知, 印发X的通知, 转发国家教委关于…请示的通知
ISSUES = re.compile(
    r"(?:印发|转发|批转|下发|颁发|发布|公布)(?P<name>.+?)\s*的\s*(?:通[ ]*知|函|决定|公告)(?:[（(][^（()）]*[）)])*\s*$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRole:
    """A rule that gives leaves below a heading their role."""

    id: str
    role: Role
    words: tuple[str, ...]


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
    """
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
    """
    within = issued_within(title)
    return title[within[0] : within[1]] if within else None


def issued_within(title: str) -> tuple[int, int] | None:
    """Give where in a title the name of the issued text stands, without its 《》.

    >>> issued_within("关于印发《方案》的通知")
    (5, 7)
    """
    m = ISSUES.search(title)
    if m is None:
        return None
    quoted = re.compile(r"《(?P<name>.+?)》(?:等.*|[（(][^（()）]*[）)])?", re.DOTALL).fullmatch(
        title, *m.span("name")
    )
    return quoted.span("name") if quoted else m.span("name")


BODY = re.compile(
    r"(?:人民政府|国务院|政府|委员会|办公厅|办公室|厅|局|部|委|办|会|行|署|总社|管委会|工委|组|中心|总队|公司|大学|学院|研究院|法院|检察院|军委)"
    r"(?:（[^（）]*）)?$"
)


def names_body(name: str) -> bool:
    """Say whether a name ends as that of a body that can sign a document.

    >>> names_body("六安市人民政府办公室"), names_body("2023年全省")
    (True, False)
    """
    return BODY.search(name.rstrip()) is not None


def role_of(heading: str) -> tuple[Role, str] | None:
    """Give the role that a heading gives its leaves, and the rule, or None.

    >>> role_of("保障措施")
    ('organisation', 'role-organisation')
    """
    return _by_word().get(re.sub(r"[\s、，]", "", heading))


def closes_plan(heading: str) -> bool:
    """Say whether a heading without number can open the last part of a plan.

    >>> closes_plan("落实措施"), closes_plan("发展目标")
    (True, False)
    """
    found = role_of(heading)
    return found is not None and found[0] in ("organisation", "supporting_measure")


@cache
def roles() -> tuple[HeadingRole, ...]:
    """Give all rules."""
    return tuple(
        HeadingRole(id=name, role=rule["role"], words=tuple(rule["words"]))
        for name, rule in toml("headings").items()
        if name.startswith("role-")
    )


@cache
def _by_word() -> dict[str, tuple[Role, str]]:
    return {word: (rule.role, rule.id) for rule in roles() for word in rule.words}
