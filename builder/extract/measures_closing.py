"""The verb that a clause closes with, behind what it is done to, by or with.

Where money comes from (经费另行安排), to whom a thing turns (向乡镇倾斜), what holds for all that
is new (新建建筑全面执行标准), what a verb without content is about (予以查处).
"""

import re
from functools import cache

from builder.lexicon.verbs import adverbs, verb_pattern, verbs

__all__ = ["CLOSING", "LIGHT", "applied", "closed", "light", "turned"]

# how a clause about money ends
CLOSING = ("安排", "列支", "承担", "解决", "负担", "支付", "保障", "统筹")
# verbs without content of their own
LIGHT = ("进行", "予以", "给予", "加以")
# what is given, at the end of what is given: 给予职业培训补贴
GIFTS = "补贴|补助|奖励|奖补|支持|扶持|资助|救助|补偿|处罚|处分|表彰"


@cache
def closed() -> re.Pattern[str]:
    """Match a clause that says at its end where money comes from.

    >>> closed().match("参加省级赛事所需经费另行专项安排")["verb"]
    '安排'
    """
    way = r"(?:另行|专项|单独|全额|统一|一并|由\S{1,24}?|从\S{1,24}?|在\S{1,24}?)"
    return re.compile(
        rf"\S{{0,60}}?(?:经费|资金|费用|缺口|支出){way}+(?:予以|给予|中)?(?P<verb>{'|'.join(CLOSING)})$"
    )


@cache
def turned() -> re.Pattern[str]:
    """Match a clause that turns something to somebody at its end.

    >>> turned().match("新增教育资源重点向人口集聚地区倾斜")["verb"]
    '倾斜'
    >>> turned().match("补贴标准根据培训成本等情况确定")["verb"]
    '确定'
    """
    where = r"向\S{1,40}?(?=倾斜|集聚|延伸|下沉|开放|转移|集中|覆盖|公开|公布|公示)"
    rule = r"(?:根据|依据|按照|按|参照)\S{2,60}?(?=确定|执行|核定|计算)"
    return re.compile(rf"\S{{2,60}}?(?:{where}|{rule})(?P<verb>\S{{2}})$")


@cache
def applied() -> re.Pattern[str]:
    """Match what is new and the verb that says what it is to do, all of it or by a rule.

    >>> applied().match("新建建筑全面执行绿色建筑标准")["verb"]
    '执行'
    >>> applied().match("新建小区按照1∶1比例配建充电桩")["verb"]
    '配建'
    """
    whole = "全面|全部|一律|均|同步|严格"
    ways = rf"(?:(?:{whole}|应|要|须)+|按照?\S{{2,20}}?(?:标准|比例|要求|规定)(?:{whole})?)"
    return re.compile(rf"(?:新建|扩建|改建|新增)\S{{2,12}}?{ways}(?P<verb>{verb_pattern()})(?=\S)")


@cache
def light() -> re.Pattern[str]:
    """Match what a verb without content closes a clause with: 予以查处, 进行专项整治.

    >>> light().match("予以查处")["verb"], light().match("给予职业培训补贴")["gift"]
    ('查处', '补贴')
    """
    return re.compile(
        rf"(?:给予|予以)\S{{0,10}}?(?P<gift>{GIFTS})$|(?:{'|'.join(LIGHT)})(?:\S{{0,4}}?(?:{adverbs()})*(?P<verb>{verbs()})(?:[和、与]\S{{2,8}}|并\S{{2,40}}|{verbs()})?"
        r"|(?<!给予)\S{0,4}?(?P<other>[\u4e00-\u9fff]{2}))$"
    )
