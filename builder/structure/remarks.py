"""Smaller header fields: type, period, approver, status, completeness, self-names, kind of page."""

import re

from builder.model.outline import Completeness
from builder.model.span import Span
from builder.structure.front import Front

__all__ = [
    "approver",
    "completeness",
    "document_type",
    "is_policy",
    "period",
    "self_names",
    "status",
    "type_in_text",
]

HEAD_CHARS = 3_000
FIVE_YEARS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
ORDINALS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
# the last words of a title: 实施方案, 行动计划方案, 若干措施
TYPES = re.compile(
    r"(?P<type>行动计划(?:实施)?方案|(?:行动|工作|实施|总体|专项|改革|试点|建设|任务分工|分工)?(?:计划|方案)|"
    r"(?:发展|总体|专项)?规划(?:纲要)?|纲要|(?:实施|指导|若干)?意见|(?:若干|支持|政策)?(?:措施|举措)|重点任务|工作任务|工作要点|要点|"
    r"(?:暂行|试行|实施|管理)?办法|(?:暂行|若干)?规定|(?:实施|暂行)?条例|(?:实施)?细则|工作规则|规则|规程|(?:应急)?预案|"
    r"(?:若干|支持|扶持|奖励)?政策|章程|导则|指引|公示|(?:任务)?(?:分工|分解)表|(?:任务|责任)分解|批复|复函|答复|函|决定|通知|公告|通告|通报|令|清单|目录|名单|报告|请示|建议|规范|标准|指南|制度)"
    r"\s*(?:[（(][^（()）]*[）)])*$"
)
TYPE_WORDS = {
    "reply": "批复",
    "letter": "复函",
    "public": "通告",
    "decision": "决定",
    "opinion": "意见",
    "list": "公告",
    "notice": "通知",
}
# 现批复如下, 特此函复, 现就…通知如下
SAYS_TYPE = re.compile(
    r"(?P<reply>批复如下|特此批复|此复。)|(?P<letter>函复如下|特此函复)|(?P<public>通告如下|特此通告)|"
    r"(?P<decision>决定命名|决定授予|决定如下)|(?P<opinion>(?:如下|以下)(?:实施|指导)?意见)|(?P<list>现(?:予以)?公布如下|公告如下)|"
    r"(?P<notice>通知如下|事项通知)"
)
YEARS = re.compile(
    r"(?P<from>(?:19|20)\d\d)\s*年?\s*[—－–\-~～至到]{1,2}\s*(?P<to>(?:19|20)\d\d)\s*年?"
)
PLAN_PERIOD = re.compile(r"“(?P<short>十[一二三四五]?)五”|第(?P<long>十[一二三四五]?)个五年")
ONE_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!版|度?以来)")
ONE_YEAR_TYPES = ("计划", "要点", "方案", "举措", "措施")
# 经市政府同意，现将…; 已经国务院第54次常务会议通过，现予公布
APPROVED = re.compile(
    r"(?:已?报经?|已经?|业经|经)(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?(?:召开的)?(?:[\u4e00-\u9fff]{1,6}届)?"
    r"(?P<who>(?:党中央|国务院|中央|自治区(?:人民政府|政府|党委)|[\u4e00-\u9fff]{0,9}?(?:人民政府|政府|省委|市委|县委|区委|州委))"
    r"(?:、(?:国务院|[\u4e00-\u9fff]{0,8}?(?:人民政府|政府)))?)"
    r"[^，。；经报]{0,28}?(?:同意|批准|通过|审定)(?:[，,。；]|(?=[现制]))\s*(?=现|特|自|决定|提出|制定|就|将)"
)
DELETED = re.compile(r"[（(](?:本文|此件|本件|原文)?有(?:部分)?(?:删减|删改|删节)[）)]")
ABRIDGED_TITLE = re.compile(r"[（(](?:摘编|摘要|节选|节录|摘登|要点)[）)]")
DIGEST_BULLET = re.compile(r"^[ \t\u3000]*[-•·●]\s*\S.*$", re.MULTILINE)
MIN_DIGEST_BULLETS = 8
MAX_DIGEST_BULLET_CHARS = 140
DRAFT = re.compile(r"(?P<status>征求意见稿|公开征求意见稿|送审稿|草案)")
STANDING = {
    "有效": "现行有效",
    "现行有效": "现行有效",
    "废止": "废止",
    "失效": "失效",
    "已修改": "修订",
}
SELF = re.compile(
    r"本(?P<kind>(?:行动|实施|工作|总体)?(?:计划|方案)|(?:实施|指导)?意见|规划|纲要|(?:暂行|实施)?办法|规定|条例|(?:实施)?细则|若干措施|措施|通知|决定|预案|规则|规范|要点)"
)
CALLED = re.compile(
    r"[（(]以下(?:简称|统称)[:：]?\s*[“《]?(?P<name>[^”》（()）\n]{1,20})[”》]?[）)]"
)
NEWS = re.compile(r"近日|日前|记者|获悉|本报讯|解读")
MAKES_RULES = re.compile(r"制定本|本(?:方案|办法|意见|规划)")
TEMPLATE = re.compile(r"某[省市县区镇乡局]|[Xx×]{2,}[省市县区]|20[1-9][Xx×]")


def document_type(title: str | None) -> str | None:
    """Give the kind of document that a title ends with.

    >>> document_type("六安市新型城镇化建设工作方案"), document_type("关于加强就业的若干意见")
    ('工作方案', '若干意见')
    """
    m = TYPES.search(title or "")
    return m["type"] if m else None


def type_in_text(chars: str) -> tuple[str, Span] | None:
    """Give the kind that a document without title calls itself in its text, with the words.

    >>> type_in_text("你乡请示收悉。现批复如下：")[0]
    '批复'
    """
    for m in SAYS_TYPE.finditer(chars):
        for name, words in TYPE_WORDS.items():
            if m.lastgroup == name:
                return words, Span(*m.span())
    return None


def period(title: str | None) -> tuple[int | None, int | None]:
    """Give the years that a title covers.

    >>> period("六安市“十四五”新型城镇化建设工作方案"), period("新型城镇化规划（2021—2035年）")
    ((2021, 2025), (2021, 2035))
    >>> period("深入实施以人为本的新型城镇化战略五年行动计划")
    (None, None)
    """
    title = title or ""
    m = YEARS.search(title)
    if m:
        return int(m["from"]), int(m["to"])
    m = PLAN_PERIOD.search(title)
    if m:
        start = FIVE_YEARS[m["short"] or m["long"]]
        return start, start + 4
    m = ONE_YEAR.search(title)
    kind = document_type(title) or ""
    if m and kind.endswith(ONE_YEAR_TYPES):
        return int(m["year"]), int(m["year"])
    return None, None


def approver(chars: str, front: Front) -> tuple[str, Span] | None:
    """Give who approved the document before it was issued, as the notice says it."""
    spans = [
        *front.of("notice_body"),
        Span(front.body.start, min(front.body.end, front.body.start + 1_500)),
    ]
    for span in spans:
        for m in APPROVED.finditer(chars, *span):
            sentence = chars[max(span.start, m.start() - 60) : m.start()]
            if not sentence.rpartition("。")[2].count("（"):
                return m["who"], Span(*m.span("who"))
    return None


def status(chars: str, title: str | None, stated: str | None) -> str | None:
    """Give the validity that page or title state, or None.

    >>> status("", "西湖区“无废城市”建设实施方案（征求意见稿）", None)
    '征求意见稿'
    """
    if stated:
        for word, value in STANDING.items():
            if word in stated:
                return value
    m = DRAFT.search(title or "")
    return m["status"] if m else None


def completeness(chars: str, title: str | None, number: str | None, *, fit: bool) -> Completeness:
    """Say whether the copy is whole: published with deletions, condensed, or spoilt.

    A digest that somebody condensed has bullets of one or two short sentences in place of
    numbered sections, and neither number nor addressees.
    """
    if not fit:
        return "damaged"
    if DELETED.search(chars):
        return "with_deletions"
    if ABRIDGED_TITLE.search(title or ""):
        return "abridged"
    bullets = DIGEST_BULLET.findall(chars) if number is None else []
    if len(bullets) >= MIN_DIGEST_BULLETS:
        mean = sum(map(len, bullets)) / len(bullets)
        if mean <= MAX_DIGEST_BULLET_CHARS and sum(map(len, bullets)) > len(chars) / 2:
            return "abridged"
    return "full"


def self_names(chars: str, title: str | None) -> tuple[str, ...]:
    """Give the short forms by which the text calls itself, in order of the text."""
    found: dict[str, None] = {}
    plain = re.sub(r"[《》\s]", "", title or "")
    for m in CALLED.finditer(chars, 0, HEAD_CHARS):
        before = re.sub(r"[《》\s]", "", chars[max(0, m.start() - 80) : m.start()])
        if plain and (
            before.endswith(plain) or (plain.endswith(before[-12:]) and len(before) >= 12)
        ):
            found[f"《{m['name']}》"] = None
    kinds = [m["kind"] for m in SELF.finditer(chars)]
    for kind in kinds:
        found[f"本{kind}"] = None
    return tuple(found)


def is_policy(chars: str, front: Front) -> bool:
    """Say whether the page holds a document, and not news, a speech or a model text."""
    numbered = bool(front.of("number"))
    if TEMPLATE.search(chars, 0, HEAD_CHARS) and not numbered:
        return False
    if numbered or front.title or front.notice_title or front.of("addressees"):
        return True
    if not chars.strip():
        return False
    return not NEWS.search(chars[:300]) or MAKES_RULES.search(chars, 0, HEAD_CHARS) is not None
