"""Where a heading ends that a copy glued to the text below it.

Pages that lose their line ends print 一、总体要求以习近平…为指导.  Its own words tell where such
a heading ends: it is a known one, its last words begin the text, the text begins with
whom it obliges, or an object ends and a verb with an object of its own follows at once.
"""

import re
from functools import cache

from builder.lexicon.alternatives import any_of
from builder.lexicon.headings import opening_words, role_of
from builder.lexicon.verbs import adverbs, nominal, verb_pattern, verb_words

__all__ = ["glued_heading_end", "verb_heading_end"]

MAX_HEADING_CHARS = 60
# 一、进一步重视老年人体育工作|老年人体育工作是…
REPEATED_SUBJECT = re.compile(
    r"(?P<heading>[^，。；：、\n]{2,30}?(?P<subject>[\u4e00-\u9fff]{4,14}))(?=(?P=subject))"
)
# 一、总体要求|以习近平…; 四、工作要求|各成员单位要…
KNOWN = re.compile(
    r"(?P<heading>[\u4e00-\u9fff]{4,12}?)"
    r"(?=以[\u4e00-\u9fff]|为[\u4e00-\u9fff]|按照|坚持|深入|全面|到20|认真|积极|通过|严格|加强|强化|建立|各|《)"
)
# 一、主要职能|在市政府领导下…; 二、成员单位|联席会议由…
NAMED = re.compile(
    r"(?P<heading>(?:主要|工作|成员|组织|会议|领导)(?:职能|职责|要求|规则|制度|单位|机构|内容))"
    r"(?![和与及的、建安分落如为是等（：]|体系|改革|执行)"
)
# 一、严格清单管理|《清单（2021年版）》列出91项…
BEFORE_TITLE = re.compile(
    r"(?P<heading>(?:加强|强化|完善|健全|严格|实行|落实|优化|规范)[\u4e00-\u9fff]{4,12})"
    r"(?<![照据彻实按和与、于])(?=《[^》\n]{2,40}》(?:列出|列明|统一|由|自|是))"
)
# 进一步加大对体育工作的经费投入|各镇街、部门要…; 完善各级体育组织|要进一步…
GLUED_SUBJECT = re.compile(
    r"(?P<heading>(?:进一步|切实|着力|积极|大力|不断|全面|加快|加强|强化|完善|健全|落实|优化|提升|推进)"
    r"[\u4e00-\u9fff“”]{4,22}?)"
    r"(?=要(?:进一步|积极|充分|合理|切实|认真|按照|加强|坚持|不断)"
    r"|各[\u4e00-\u9fff、（）]{1,30}?(?:要|应)(?:进一步|积极|充分|合理|切实|认真|按照|加强|坚持|不断))"
)
# 第一节 稳定粮食生产|着力稳政策; 打造特色产业集群|围绕优势产业: what begins a text besides verbs
OPENS = (
    "毫不放松|围绕|聚焦|紧扣|立足|依托|按照|着力|坚持|到20|把[\u4e00-\u9fff]{2}|以[\u4e00-\u9fff“]"
)
# what begins a text and stands in no heading: 增加有效供给|毫不放松抓好, 壮大电子商务|加快培育
SURELY_OPENS = (
    "围绕|聚焦|紧扣|依托|着力|毫不放松|广泛(?:依靠|动员|发动)|深入(?:实施|推进|开展|贯彻|落实)|充分发挥|坚持[^，。；：的]{2,12}[，、“]"
    "|加快(?:培育|推进|构建|发展|建立)|大力(?:推进|实施|发展|培育|开展)|严格(?:落实|执行|按照)|切实"
)


def glued_heading_end(chars: str, start: int, end: int) -> int | None:
    """Give the offset at which the heading ends that begins at ``start``, or None.

    ``end`` is where the text of its provision ends.  Only to be asked where no mark or line
    end closes the heading.

    >>> chars = "总体要求以习近平新时代中国特色社会主义思想为指导，全面贯彻党的十九大精神。"
    >>> chars[: glued_heading_end(chars, 0, len(chars))]
    '总体要求'
    >>> glued_heading_end("坚持统筹规划，加强区域合作。", 0, 14) is None
    True
    """
    for pattern in (REPEATED_SUBJECT, GLUED_SUBJECT, KNOWN, NAMED, BEFORE_TITLE):
        m = pattern.match(chars, start, end)
        if m and (pattern is not KNOWN or role_of(m["heading"])):
            return m.end("heading")
    known = opening_words(chars[start : min(end, start + MAX_HEADING_CHARS)])
    line = chars[start:end].partition("\n")[0]
    return start + len(known) if known and len(line) > MAX_HEADING_CHARS else None


def verb_heading_end(chars: str, start: int, end: int) -> int | None:
    """Give the offset at which a heading of verb and object ends at ``start``, or None.

    Its text begins with a verb again, as many a sentence goes on: one such place alone is no
    evidence.

    >>> chars = "增强畜禽和水产品保障能力构建生产高效、资源节约的生猪产业格局。"
    >>> chars[: verb_heading_end(chars, 0, len(chars))]
    '增强畜禽和水产品保障能力'
    """
    m = _before_clause().match(chars, start, end)
    return m.end() if m else None


@cache
def _before_clause() -> re.Pattern[str]:
    """Give a pattern of a heading of verb and object, up to the clause that follows at once."""
    words = verb_words("heading_end", "object_end", "degree", "turned") | nominal()
    ends, object_ = any_of(words), r"(?![的、和与及，。])\S{4}"
    verb = rf"(?:(?:{adverbs()})[、地]?)*{verb_pattern()}{object_}"
    heading = rf"{verb_pattern()}[^，。；：（）\s]{{2,24}}?"
    twice = rf"(?P<last>{ends})(?=(?P=last)[^，。；：（）\s]{{4}})"  # 大数据建设|建设完善平台
    once = rf"(?:{ends})”?(?=(?![和与及、]|{ends})(?:{OPENS}|{verb}))"
    sure = rf"(?<![的和与及对为在向从以或、])(?={SURELY_OPENS})"
    return re.compile(rf"(?:(?:{adverbs()})[、地]?)*{heading}(?:{twice}|{once}|{sure})")
