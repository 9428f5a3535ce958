"""Clauses of a sentence -> the same, with those that tell a case or a topic as preambles.

``对发生重大事故，造成严重后果的，要追究责任``: what is done stands in the last clause; those before
say in which case, or to whom.  A topic may have no mark of its own (``已检查的市州，可不再检查``):
it is a noun, and the next clause has no subject.
"""

import re
from functools import cache

from builder.extract import measures_patterns as patterns
from builder.extract.clauses import Clause
from builder.extract.measures_reading import Reading
from builder.model.span import Span

__all__ = ["stated", "told"]

MAX_CASE = 4  # clauses of one case before the one that closes it
# how a case opens that later clauses go on about
CASE_OPENS = ("对", "原则上对", "凡", "如", "若", "因", "未", "违反", "属于", "符合", "经")
# how a clause opens that says what is done in a case
DONE_BY = ("由", "依法", "依照", "按", "应", "要", "可", "不得", "予以", "给予", "一律")
# how a clause goes on from one that says what something is
GOES_ON = ("已经", "反映", "体现")
# rules of clauses that close a case
CLOSES = frozenset({"case", "topic", "those-who"})

Rows = list[tuple[Clause, Reading]]

# 覆盖人数没有达到50%的地区, 政策制定机关制定的规范性文件
_NAMED = re.compile(
    r"[^，。；]{3,200}的[^，。；的]{0,60}(?:地区|地方|[省市县区镇村]|单位|部门|机构|企业|人员|人|情况|材料|报告|总结|结果|名单|工作|项目|工程|事项|情形|问题"
    r"|行为|措施|文件|政策|活动|资金|产品|药品|设备|车辆|房屋|场所|学校|医院|家庭|收入|资源|收费|费率|经费|费用|支出|部分|等)(?:（[^（）]{1,30}）)?$"
)
# 如价格差异较大
_IF = re.compile(r"(?:如果|倘若|若(?!干)|如(?![何期实下约数皋东今同上前]))[^，。；]{4,}")
# 建设单位申请领取许可证，应当提供材料: what somebody does who is then bound
_DOES = re.compile(
    r"(?![各全])\S{0,16}?(?:企业|单位|机构|个人|人员|公司|学校|医院|部门|人|者)\S{0,4}"
    r"(?:申请|申办|申报|取得|利用|使用|采集|变更|提出|委托|购买|参加|从事|设立)\S{2,}"
)
# 均应纳入, 要加大, 其情况可: no subject of its own
_SUBJECTLESS = re.compile(
    r"(?:均|都|也|一般|原则上)?(?:应当|应(?![急用对届变])|必须|严禁|禁止|要(?![求素点件闻害塞道领义])|须|不得|一律|可以|可(?![持靠行信]))"
    r"|\S{2,12}[也均都](?:要|应)|(?:如有?|若有?|确需)\S{2,40}的$|(?:原则上|一般)?不(?:高于|低于|超过|少于)|请(?=[于在及按将把])"
    r"|对?其(?![他它余中次实])|符合条件的?[可应]|由(?!此|于)\S{2,30}?(?:负责|承担|处理|处罚|办理|实施|组织|审批|制止|予以)"
)

# 开展质量监测是加强监管的重要手段, 检查事项分为重点事项和一般事项: commits to nothing
_STATEMENT = re.compile(
    r"(?!将|把|应|要|可)(?:(?![将把要应可])[^，。；]){2,40}(?<!划)分为(?!若干)[^，。；]{2,60}$|"
    r"(?!重点|关键|核心|目标|目的)(?:(?![要须应])[^，。；]){0,80}?(?<![不就可还])(?:既|也|更)?是(?![否以由按])[^，。；]{0,40}"
    r"(?:手段|举措|途径|任务|内容|要求|保障|组成|组成部分|抓手|基础|前提|关键|环节|需要|体现|标志"
    r"|义务|责任|指标|凭证|依据|的[^，。；]{0,6}(?:行动|工作|承诺|工程|大事|窗口)|一项[^，。；]{0,12}工程)$"
)


def told(chars: str, rows: Rows) -> Rows:
    """Give the clauses, changed in place, with cases and topics as preambles."""
    for j, (clause, reading) in enumerate(rows):
        if reading.rule in CLOSES and not chars.startswith(CASE_OPENS, clause.span.start):
            for i in range(_case_from(chars, rows, j), j):
                rows[i] = (rows[i][0], _case(rows[i][1], "case"))
        elif j and _is_topic(chars, rows[j - 1], clause):
            rows[j - 1] = (rows[j - 1][0], _case(rows[j - 1][1], "topic"))
        elif j and _is_other_half(chars, rows[j - 1][0], clause):
            rows[j] = (clause, reading._replace(kind="rider", rule="other-half", alone=False))
    return rows


def stated(chars: str, rows: Rows) -> int:
    """Give how many clauses a sentence opens with that only say what something is."""
    second = rows[1][0].span if len(rows) > 1 else None
    first = 0
    if second and chars.startswith("是", second.start) and _states(chars, second):
        first = 2  # 实行实名制考核，是优化营商环境的需要
    while first < len(rows) and _states(chars, rows[first][0].span):
        first += 1
    while 0 < first < len(rows) and chars.startswith(GOES_ON, rows[first][0].span.start):
        first += 1  # 是约束性指标，已经下达到各省; 是水平的凭证，反映能力
    return first


def _states(chars: str, span: Span) -> bool:
    said = chars.find("是", *span) >= 0 or chars.find("分为", *span) >= 0
    return said and _STATEMENT.fullmatch(chars, *span) is not None


def _case(reading: Reading, rule: str) -> Reading:
    return reading._replace(kind="preamble", rule=rule)


def _is_topic(chars: str, row: tuple[Clause, Reading], following: Clause) -> bool:
    """Say whether a clause only names what the next one, without a subject, is about."""
    (span, _), reading = row
    if reading.kind == "preamble" or reading.rule.startswith("modal") or reading.force != "must":
        return False
    (start, end), _ = following
    if not (_SUBJECTLESS.match(chars, start, end) or _settled().match(chars, start, end)):
        return False
    acts = chars.startswith(("应当", "须", "可"), following.span.start) and _DOES
    return any(one and one.fullmatch(chars, *span) for one in (_NAMED, _IF, acts))


def _is_other_half(chars: str, before: Clause, clause: Clause) -> bool:
    """Say whether a clause only completes the one before: 既可以包括企业，也可以包括产品."""
    return chars.startswith("也可", clause.span.start) and chars.find("既", *before.span) >= 0


def _case_from(chars: str, rows: Rows, j: int) -> int:
    """Give the first clause of the case that clause ``j`` closes."""
    first = max(j - MAX_CASE, 0)
    for i in range(j - 1, first - 1, -1):
        done = rows[i][1].bare or chars.startswith(DONE_BY, rows[i][0].span.start)
        if done and rows[i][1].kind == "action":
            break
        if chars.startswith(CASE_OPENS, rows[i][0].span.start):
            return i
    return j - 1 if j and rows[j - 1][1].kind == "other" else j


@cache
def _settled() -> re.Pattern[str]:
    """Match what is settled by a rule, about what stands before: 参照有关原则执行."""
    return re.compile(patterns.settled())
