"""The top of a document: titles, number, letterhead, date and addressees."""

import re

from builder.lexicon import headings, issuing
from builder.model.span import Span
from builder.structure.lead import MAX_TITLE_LINES, MAX_TOP_LINES, MIN_TITLE_CHARS, WITH_ISSUER
from builder.structure.walk import FOLD, PARTS, Walk, flat, lines_span

__all__ = ["read_top"]

MAX_SKIPPED_LINES = 6
# what makes a line above a number a title though its last word is lost, and no line of the page
SPEAKS_OF = re.compile(r"关于|印发|转发|批转|[《》]|(?:19|20)\d\d年|方案|计划|规划")
# 加快推进工业经济高质量发展若干政策: whole, and nothing that an issuer above would have done
BEGINS_PLAN = re.compile(r"(?!关于|印发|转发|批转|贯彻|落实|[\d对的])[^\n]{10}")
OF_PLACE = re.compile(r"[省市县区州盟旗]$")
OF_TOWN = re.compile(r"[\u4e00-\u9fff]{2,6}(?:镇|乡|街道)(?!人民)")
# 印发通知, 通知: a word of the page above the title
MIN_WHOLE_TITLE_CHARS = 6
# 各区人民政府，市政府各部门，各企事业单位
RECEIVERS = re.compile(
    r"(?:各|(?:[省市县区州]|自治区)(?:直|级|属)各?)[^。：《》\d]{2,160}"
    r"(?:政府|部门|单位|[委局厅办处室]|办事处|机构|企业|公司|学校|院校)(?:（[^）]*）)?"
)
HEADLINE = re.compile(r"(?P<names>[\u4e00-\u9fff]{2,12}?)(?:印发|出台|发布|公布)《[^\n]*》")
LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{4,40}(?:文件|办公室文件)")


def read_top(walk: Walk) -> None:
    """Read titles, number, date, letterhead and addressees."""
    while walk.at < min(len(walk.lines), MAX_TOP_LINES):
        shape = walk.shape()
        if shape == "title" and (LETTERHEAD.fullmatch(walk.text()) or _heads_number(walk)):
            walk.take("other")
        elif shape == "title" and (_read_signature(walk) or _read_title(walk)):
            continue
        elif shape == "date" and not walk.titles:
            walk.take("other")  # a page's own
        elif shape in ("number", "date", "note", "signed"):
            walk.take(PARTS[shape])
        elif shape == "addressees" or (walk.titles and _names_receivers(walk)):
            walk.take("addressees")
            return
        elif not _skip_to_known(walk):
            return


def _read_signature(walk: Walk) -> bool:
    """Read the bodies and the date that a title page prints above or below the title."""
    length = 0
    while walk.shape(length) == "title" and headings.names_body(walk.text(length)):
        length += 1
    if length == 0 or walk.shape(length) != "date":
        return False
    for _ in range(length):
        walk.take("signature")
    walk.take("date")
    return True


def _heads_number(walk: Walk) -> bool:
    """Say whether a line is the letterhead of an announcement, whose title follows its number."""
    return (
        walk.text().endswith(("公告", "通告"))
        and headings.names_body(walk.text()[:-2])
        and walk.shape(1) == "number"
        and walk.shape(2) == "title"
        and len(walk.text(2)) >= MIN_TITLE_CHARS
    )


def _names_receivers(walk: Walk) -> bool:
    """Say whether a line names receivers though its colon is lost: 各区人民政府，市政府各部门."""
    return (
        walk.shape() == "title"
        and RECEIVERS.fullmatch(walk.text()) is not None
        and walk.shape(1) == "sentence"
    )


def _skip_to_known(walk: Walk) -> bool:
    """Leave out left-overs of a page that stand before the title, number or addressees."""
    wanted = ("number", "addressees") if walk.titles else ("title", "number", "addressees")
    for ahead in range(MAX_SKIPPED_LINES):
        shape = walk.shape(ahead)
        if shape in ("number", "addressees") or (
            ahead and shape in wanted and headings.ends_title(walk.text(ahead))
        ):
            for _ in range(ahead):
                walk.take("other")
            return ahead > 0
        if shape not in ("title", "sentence", "date") or "。" in walk.text(ahead)[:-1]:
            return False
    return False


def _read_title(walk: Walk) -> bool:
    """Read one title over its lines; give False where the lines are no title.

    Lines right above number or addressees are a title even where its last word is lost.
    """
    length = 0
    while length < MAX_TITLE_LINES and walk.shape(length) == "title":
        length += 1
        goes_on = walk.shape(length) == "title" and headings.continues_title(walk.text(length))
        whole = flat(lines_span(walk, length).of(walk.chars))
        if length == 1 and len(whole) < MIN_WHOLE_TITLE_CHARS and headings.ends_title(whole):
            walk.take("other")
            return True
        if length == 1 and not walk.titles and _is_headline(whole):
            walk.take("other")
            return True
        if headings.ends_title(whole) and not goes_on:
            skipped = _page_lines(walk, length)
            for _ in range(skipped):
                walk.take("other")
            length -= skipped
            return _keep_title(walk, lines_span(walk, length), length)
    span = lines_span(walk, length)
    surface = span.of(walk.chars)
    if walk.titles or len(surface) < MIN_TITLE_CHARS or "：" in surface:
        return False
    if not SPEAKS_OF.search(surface):
        return False
    if walk.shape(length) in ("number", "addressees"):
        return _keep_title(walk, span, length)
    return False


def _is_headline(line: str) -> bool:
    """Say whether a line tells the news that a place issued a text: 海南印发《…规划》."""
    if "出台" in line and "关于" not in line:
        return True
    m = HEADLINE.fullmatch(line)
    return m is not None and not headings.names_body(m["names"])


def _page_lines(walk: Walk, length: int) -> int:
    """Give how many lines above a title name the site or the page, not the document.

    The title begins at the last line that can only begin one; issuers above it stay.
    """
    for ahead in range(length - 1, 0, -1):
        line = walk.text(ahead)
        above = [walk.text(place) for place in range(ahead)]
        if any(SPEAKS_OF.search(one) for one in above):
            continue
        if line.startswith("关于") and not any(map(headings.names_body, above)):
            return 0 if any(map(OF_PLACE.search, above)) else len(above)
        m = WITH_ISSUER.match(line)
        if line.startswith("《") or (m and headings.names_body(m["names"])):
            while above and headings.names_body(above[-1]) and not _names_again(line, above[-1]):
                above.pop()
            return len(above)
        whole = headings.ends_title(line) and BEGINS_PLAN.match(line)
        if whole and any(one.startswith(line) for one in above):
            return len(above)
        own_place = whole or issuing.place_of(line) is not None or OF_TOWN.match(line)
        sites = all(headings.names_body(one) or len(one) < MIN_WHOLE_TITLE_CHARS for one in above)
        if own_place and sites and not headings.names_body(line):
            return len(above)
    return 0


def _names_again(line: str, above: str) -> bool:
    """Say whether a title begins with a name of the line above it, which is the site's then.

    >>> _names_again("县人民政府关于印发规则的通知", "浠水县人民政府")
    True
    """
    m = WITH_ISSUER.match(line)
    short = m is not None and issuing.is_short(m["names"].strip())
    if m is not None and short and above.endswith(m["names"].strip()):
        return True
    return any(line.startswith(name) for name in above.split())


def _keep_title(walk: Walk, span: Span, length: int) -> bool:
    folded = FOLD.sub("", span.of(walk.chars))
    if walk.titles:
        before = FOLD.sub("", walk.titles[0].of(walk.chars))
        order = folded.endswith("令") or before.endswith("令")
        if not (order or folded in before or before in folded):
            return False
        if order and not before.endswith("令"):
            walk.titles.append(span)
    else:
        walk.titles.append(span)
    for _ in range(length):
        walk.take("title")
    return True
