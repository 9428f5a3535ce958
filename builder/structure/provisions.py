"""Nodes -> provisions: spans, headings, own text; and the leaves that cover the whole text."""

import re
from collections import Counter
from collections.abc import Sequence

from builder.lexicon import headings
from builder.model.outline import Leaf, LeafPart, Provision, Role
from builder.model.span import Span
from builder.structure.front import Zone
from builder.structure.lines import stripped
from builder.structure.tree import Node

__all__ = ["Draft", "cover", "drafts"]

MAX_HEADING_CHARS = 60
MAX_HEADING_WITH_COMMA_CHARS = 36
MAX_COLON_HEADING_CHARS = 12
MAX_LONE_HEADING_CHARS = 36
MIN_LISTED_CHARS = 3
# 应当, 适用于; not 供应, 适应, 应急, 应用, 先进适用
MODAL = re.compile(
    r"(?<![供适反响对相效感呼顺])应(?![急用对变届])当?|不得|禁止|必须|可以|不超过|负责|是指"
    r"|(?<!先进)适用|施行|解释"
)
REPEATED_SUBJECT = re.compile(
    r"(?P<heading>[^，。；：、\n]{2,30}?(?P<subject>[\u4e00-\u9fff]{4,14}))(?=(?P=subject))"
)
KNOWN_HEADING = re.compile(
    r"(?P<heading>[\u4e00-\u9fff]{4,12}?)(?=以[\u4e00-\u9fff]|为[\u4e00-\u9fff]|按照|坚持|深入|全面|到20|认真)"
)
# 进一步加大对体育工作的经费投入|各镇街、部门要…; 完善各级体育组织|要进一步…
GLUED_SUBJECT = re.compile(
    r"(?P<heading>(?:进一步|切实|着力|积极|大力|不断|全面|加快|加强|强化|完善|健全|落实|优化|提升|推进)"
    r"[\u4e00-\u9fff“”]{4,22}?)"
    r"(?=要(?:进一步|积极|充分|合理|切实|认真|按照|加强|坚持|不断)"
    r"|各[\u4e00-\u9fff、（）]{1,14}?(?:要|应)(?:进一步|积极|充分|合理|切实|认真|按照|加强|坚持|不断))"
)
# nothing, one bracket, or a list: （责任单位：省公安厅、省财政厅（牵头））, 责任单位：市教育局
_BRACKET = r"[（(](?:[^（()）]|[（(][^（()）]*[）)])*[）)][。；]?"
_LINE = r"(?:牵头|责任|配合|负责|完成)[\u4e00-\u9fff]{2,4}[：:][^。\n]{2,240}。?"
LIST_ALONE = re.compile(rf"\s*(?:{_BRACKET}|{_LINE}(?:\s+{_LINE})*)?\s*\Z")
# 春节：2月4日至10日放假; not 本规则所称事项是：, 有下列情形之一的：
COLON_HEADING = re.compile(r"[^，。；：:、\n]+(?<![是为有括即指的下])(?=[：:])")
AT_BLANK = re.compile(
    r"(?P<heading>[\u4e00-\u9fff“”、（）\d—·]{3,40}[\u4e00-\u9fff”）])[ \t\u3000\xa0]+"
    r"(?=[\u4e00-\u9fff“《（\d][^\n]{7})"
)
BLANK = re.compile(r"[\s\u3000]*")
CELL = re.compile(r"[\s|]*(?P<cell>[^|\n]*[^|\n\s])[ \t]*")
SPACED_CELL = re.compile(r"[ \t\u3000]*(?P<cell>[^|\s]+)")
# 第一条【宗旨】, 第二条（适用范围）本办法…
IN_BRACKETS = re.compile(
    r"[【\[](?P<heading>[^】\]\n]{1,30})[】\]]|[（(](?P<word>[\u4e00-\u9fff、]{2,14})[）)](?=[^\n。])"
)
# 强化科技创新（区科技局牵头）: who does it is not the name of it
WHO_BEHIND = re.compile(
    r"[（(][^（()）]{2,160}(?:牵头|配合|负责|落实|责任单位[：:][^（()）]{2,160})[）)]$"
)
# 第五条 鼓励重大项目落户。世界500强企业…
FEW_WORDS = re.compile(r"(?P<heading>(?!本|为|根据)[^，。；：、\n]{4,16})。(?=[^\n])")


class Draft:
    """A provision before its role is known."""

    __slots__ = ("body", "heading", "node", "span")

    def __init__(self, *, node: Node, span: Span, heading: Span | None, body: tuple[Span, ...]):
        self.node = node
        self.span = span
        self.heading = heading
        self.body = body


def drafts(
    chars: str, nodes: Sequence[Node], end: int, *, listed: Sequence[str] = ()
) -> list[Draft]:
    """Give each node its span, heading and own text; ``end`` is where the last one stops.

    ``listed`` are the headings of the table of contents: they tell where a heading ends
    that is glued to its text.  A leaf of one sentence, with or without a list of bodies in
    brackets behind it, has that sentence as its text, also where it names the leaf.
    """
    starts = _by_start(listed)
    closes = _closing(nodes, end)
    out = []
    for place, node in enumerate(nodes):
        own_end = nodes[place + 1].label.span.start if place + 1 < len(nodes) else end
        own_end = min(own_end, closes[place])
        own = Span(node.label.span.end, own_end)
        own = Span(min(_after_blank(chars, own), own.end), own.end)
        leaf = place + 1 == len(nodes) or nodes[place + 1].parent != node.id
        heading, rest = _split(chars, node, own, starts, leaf=leaf)
        if leaf and heading is not None and _is_all(chars, heading, rest):
            rest = Span(heading.start, own.end)  # its only sentence names it and says it
        rest = stripped(chars, rest)
        body = (rest,) if rest.start < rest.end else ()
        whole = stripped(chars, Span(node.label.span.start, closes[place]))
        out.append(Draft(node=node, span=whole, heading=heading, body=body))
    return _like_siblings(chars, out)


def _like_siblings(chars: str, items: list[Draft]) -> list[Draft]:
    """Take back a first sentence that was read as a heading where most siblings have none.

    One short sentence among longer ones is text: 花亭湖风景名胜区管理处隶属县政府。
    """
    named: Counter[tuple[str | None, str]] = Counter()
    plain: Counter[tuple[str | None, str]] = Counter()
    for item in items:
        (named if item.heading else plain)[item.node.parent, item.node.label.kind] += 1
    for item in items:
        key = item.node.parent, item.node.label.kind
        if item.heading is None or item.node.kind == "row" or 2 * named[key] > plain[key]:
            continue
        if chars.startswith(("。", "：", ":"), item.heading.end):
            end = max([item.heading.end + 1, *(span.end for span in item.body)])
            item.body = (Span(item.heading.start, end),)
            item.heading = None
    return items


def _is_all(chars: str, heading: Span, rest: Span) -> bool:
    """Say whether a heading that ends as a sentence is all that a leaf says."""
    ends = chars.startswith(("。", "（", "("), heading.end)
    return ends and LIST_ALONE.match(chars, rest.start, rest.end) is not None


def _closing(nodes: Sequence[Node], end: int) -> list[int]:
    """Where each node ends: at the next one that is not below it."""
    closes = [end] * len(nodes)
    open_nodes: list[int] = []
    depth: dict[str | None, int] = {}
    for place, node in enumerate(nodes):
        level = depth.get(node.parent, 0) + 1
        depth[node.id] = level
        while len(open_nodes) >= level:
            closes[open_nodes.pop()] = node.label.span.start
        open_nodes.append(place)
    return closes


def _after_blank(chars: str, own: Span) -> int:
    """Where the text begins after a label, also where the label has its own line."""
    m = BLANK.match(chars, own.start, own.end)
    return m.end() if m else own.start


def _split(
    chars: str, node: Node, own: Span, starts: dict[str, list[str]], *, leaf: bool
) -> tuple[Span | None, Span]:
    """Split the own text of a node into heading and the rest, as its kind has it."""
    if node.kind == "row":
        return _first_cell(chars, own)
    if node.kind == "article":
        return _article_heading(chars, own)
    listed = _listed_heading(chars, own, starts)
    if listed is not None:
        return listed
    heading, rest = _heading(chars, own, leaf=leaf)
    if heading is None or "，" in heading.of(chars):
        glued = _glued_heading(chars, own)
        if glued[0] is not None:
            return glued
    if heading is None or LIST_ALONE.match(chars, rest.start, rest.end):
        parted = _heading_at_blank(chars, own)
        return parted if parted[0] else (heading, rest)
    return heading, rest


def _heading_at_blank(chars: str, own: Span) -> tuple[Span | None, Span]:
    """A heading that a blank parts from its text, where copies lost the line break.

    （一）支持社区建设托育机构 将托育服务设施纳入社区服务体系建设，…
    """
    m = AT_BLANK.match(chars, own.start, own.end)
    if m is None or not _is_heading(m["heading"]):
        return None, own
    return Span(*m.span("heading")), Span(m.end("heading"), own.end)


def _glued_heading(chars: str, own: Span) -> tuple[Span | None, Span]:
    """A heading without end mark: its last words begin the text, or it is a known heading.

    一、进一步重视老年人体育工作|老年人体育工作是…; 一、总体要求|以习近平…
    """
    for pattern in (REPEATED_SUBJECT, GLUED_SUBJECT, KNOWN_HEADING):
        m = pattern.match(chars, own.start, own.end)
        if m and (pattern is not KNOWN_HEADING or headings.role_of(m["heading"])):
            return Span(*m.span("heading")), Span(m.end("heading"), own.end)
    known = headings.opening_words(chars[own.start : own.start + MAX_HEADING_CHARS])
    line = chars[own.start : own.end].partition("\n")[0]
    if known and len(line) > MAX_HEADING_CHARS:
        end = own.start + len(known)
        return Span(own.start, end), Span(end, own.end)
    return None, own


def _first_cell(chars: str, own: Span) -> tuple[Span | None, Span]:
    """The first cell of a row after its number names the task."""
    line = chars[own.start : own.end].partition("\n")[0]
    spaced = "|" not in line and len(line.split()) > 1
    m = (SPACED_CELL if spaced else CELL).match(chars, own.start, own.end)
    if m is None or len(m["cell"]) > MAX_HEADING_CHARS:
        return None, own
    return Span(*m.span("cell")), Span(m.end(), own.end)


def _article_heading(chars: str, own: Span) -> tuple[Span | None, Span]:
    """Articles have headings in brackets (第一条【宗旨】), or a few words before the first 。."""
    m = IN_BRACKETS.match(chars, own.start, own.end)
    if m:
        return Span(*m.span("heading" if m["heading"] else "word")), Span(m.end(), own.end)
    m = FEW_WORDS.match(chars, own.start, own.end)
    if m and not MODAL.search(m["heading"]):
        return Span(*m.span("heading")), Span(m.end(), own.end)
    return None, own


def _by_start(listed: Sequence[str]) -> dict[str, list[str]]:
    """Index headings by their first characters, longest first."""
    starts: dict[str, list[str]] = {}
    for heading in sorted(set(listed), key=len, reverse=True):
        starts.setdefault(heading[:MIN_LISTED_CHARS], []).append(heading)
    return starts


def _listed_heading(
    chars: str, own: Span, starts: dict[str, list[str]]
) -> tuple[Span, Span] | None:
    """Split at the end of a heading that the table of contents has."""
    if not starts:
        return None
    at = stripped(chars, own).start
    for heading in starts.get(chars[at : at + MIN_LISTED_CHARS], ()):
        if chars.startswith(heading, at) and at + len(heading) <= own.end:
            end = at + len(heading)
            return Span(at, end), Span(end, own.end)
    return None


def _heading(chars: str, own: Span, *, leaf: bool) -> tuple[Span | None, Span]:
    """Split the own text into heading and the rest.

    A heading is its own line, or runs up to the first 。; what is too long for a heading, or
    is one sentence in clauses, is text.
    """
    line_end = chars.find("\n", own.start, own.end)
    line_end = own.end if line_end < 0 else line_end
    line = stripped(chars, Span(own.start, line_end))
    if line.start == line.end:
        return None, own
    stop = chars.find("。", line.start, line.end)
    head = stripped(chars, Span(line.start, line.end if stop < 0 else stop))
    surface = head.of(chars)
    if stop < 0 and surface[-1] in "；;，,":
        return _colon_heading(chars, own, line)
    rest = Span(line.end if stop < 0 else stop + 1, own.end)
    who = WHO_BEHIND.search(surface)
    if who and who.start():
        rest = Span(head.start + who.start(), own.end)
        head = stripped(chars, Span(head.start, rest.start))
        surface = head.of(chars)
    alone = leaf and stop >= 0 and LIST_ALONE.match(chars, rest.start, rest.end) is not None
    if _is_heading(surface) and not (alone and _is_sentence(surface)):
        return head, rest
    return _colon_heading(chars, own, line)


def _is_sentence(surface: str) -> bool:
    """Say whether a provision of one sentence says something, and is not named by it.

    A comma makes a sentence, but for a saying in even clauses: 因地制宜，分类施策.
    """
    clauses = {len(clause) for clause in surface.split("，")}
    return (
        len(surface) > MAX_LONE_HEADING_CHARS
        or ("，" in surface and len(clauses) > 1)
        or MODAL.search(surface) is not None
    )


def _is_heading(surface: str) -> bool:
    if not surface or len(surface) > MAX_HEADING_CHARS:
        return False
    if any(char in surface for char in "；;：:？"):
        return False
    commas = surface.count("，") + surface.count(",")
    return commas == 0 or len(surface) <= MAX_HEADING_WITH_COMMA_CHARS


def _colon_heading(chars: str, own: Span, line: Span) -> tuple[Span | None, Span]:
    """A short name before a colon is a heading too: 春节：2月4日至10日放假."""
    m = COLON_HEADING.match(chars, line.start, line.end)
    if m and m.end() - m.start() <= MAX_COLON_HEADING_CHARS:
        return Span(m.start(), m.end()), Span(m.end() + 1, own.end)
    return None, own


def finished(
    chars: str, items: Sequence[Draft], roles: Sequence[tuple[Role, str]]
) -> tuple[Provision, ...]:
    """Make provisions of drafts and their roles."""
    return tuple(
        Provision(
            id=item.node.id,
            label=item.node.label.span.of(chars),
            heading=_one_line(item.heading.of(chars)) if item.heading else "",
            kind=item.node.kind,
            parent=item.node.parent,
            span=item.span,
            heading_span=item.heading,
            body=item.body,
            role=role,
            role_rule=rule,
        )
        for item, (role, rule) in zip(items, roles, strict=True)
    )


def _one_line(surface: str) -> str:
    return re.sub(r"\s*\n\s*", "", surface)


def cover(
    chars: str, zones: Sequence[Zone], items: Sequence[Draft], body: Span
) -> tuple[Leaf, ...]:
    """Give leaves that cover every character exactly once, in order.

    What lies between two known pieces belongs to the one before it; what lies before the
    first provision of the body is the preamble.
    """
    marks: list[tuple[int, LeafPart, str | None]] = [
        (zone.span.start, zone.part, None) for zone in zones
    ]
    first = items[0].node.label.span.start if items else body.end
    if body.start < first:
        marks.append((body.start, "preamble", None))
    for item in items:
        marks.append((item.node.label.span.start, "label", item.node.id))
        if item.heading is not None:
            marks.append((item.heading.start, "heading", item.node.id))
        for span in item.body:
            marks.append((span.start, "body", item.node.id))
    marks.sort(key=lambda mark: mark[0])
    return _between(len(chars), marks)


def _between(length: int, marks: list[tuple[int, LeafPart, str | None]]) -> tuple[Leaf, ...]:
    if length == 0:
        return ()
    if not marks or marks[0][0] > 0:
        marks = [(0, "other", None), *marks]
    leaves = []
    for place, (start, part, provision) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else length
        if start < end:
            leaves.append(Leaf(span=Span(start, end), part=part, provision=provision))
    return tuple(leaves)
