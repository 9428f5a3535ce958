"""Bodies named in running text: 省委、省政府, 国务院, 市政府办公室, 湖南省财政厅.

Only names that stand by themselves count: not the groups (各级政府, 城市政府), not words
inside a title 《…》, not the issuer's own heading and signature, which the header reads.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from builder.extract.agencies import Standpoint, resolve
from builder.extract.agencies_steering import steering_bodies
from builder.extract.near import near
from builder.lexicon import agencies as lexicon
from builder.lexicon import places
from builder.lexicon.agency_branches import branch_end, branch_heads
from builder.lexicon.alternatives import begins
from builder.lexicon.names import compiled, heads, longest_at, occurrences
from builder.model.outline import Outline
from builder.model.record import Agency
from builder.model.span import Span

__all__ = ["Mention", "mentions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body and the words that name it."""

    surface: str
    span: Span
    agency: Agency


def mentions(
    chars: str, outline: Outline, at: Standpoint, *, skip: tuple[Span, ...]
) -> tuple[Mention, ...]:
    """Find the bodies that running text names, outside the stretches to skip.

    >>> from builder.extract.agencies import standpoint
    >>> from builder.model.outline import Header
    >>> gansu = Header(jurisdiction="甘肃省")
    >>> words = "重大事项及时向省委、省政府请示报告，城市政府要落实"
    >>> empty = Outline(header=gansu, provisions=(), leaves=())
    >>> [m.agency.canonical for m in mentions(words, empty, standpoint(gansu), skip=())]
    ['中国共产党甘肃省委员会', '甘肃省人民政府']
    """
    titles = [Span(*m.span()) for m in TITLE.finditer(chars)]
    barred = sorted((*skip, *titles))
    starts = [span.start for span in barred]
    found: list[Mention] = []
    central = [*_central(chars), *(_bare(chars) if at.central else ())]
    groups = dict(steering_bodies(chars))
    own = list(_own(chars))
    shared = {**groups, **dict(_sharing_fronts(chars, own)), **dict(_sharing_ends(chars, own))}
    shared |= dict(_with_committees(chars, own))
    named = {*central, *own, *_by_name(chars), *shared, *_zones(chars)}
    for span in sorted(named, key=lambda s: (s.start, -s.end)):
        n = bisect_right(starts, span.start) - 1
        if (n >= 0 and span.start < barred[n].end) or (found and span.start < found[-1].span.end):
            continue
        agency = resolve(shared.get(span) or span.of(chars), at)
        if agency is not None and (agency.resolved or span in groups):
            found.append(Mention(surface=span.of(chars), span=span, agency=agency))
    return tuple(found)


def _central(chars: str) -> Iterator[Span]:
    bodies = lexicon.national_names()
    for start, end in occurrences(chars, _central_names()):
        if NOT_BEFORE.search(chars, max(0, start - 1), start):
            continue
        if NO_MINISTRY.match(chars, end - 1) or NO_COMPANY.match(chars, end - 2):
            continue
        behind = branch_end(chars, start)
        if behind:
            yield Span(start, behind)
        elif chars[start:end] in bodies and not _opens_place(chars, end):
            yield Span(start, end)


def _opens_place(chars: str, start: int) -> bool:
    """Say whether a place follows at once: 国家税务总局|天津市税务局 is the local body."""
    return any(places.named(chars[start : start + size]) for size in (3, 4, 5))


def _bare(chars: str) -> Iterator[Span]:
    """Give names that mean a central body in a central document: 发展改革委、财政部要…."""
    for start, end in occurrences(chars, _bare_names()):
        if (start == 0 or chars[start - 1] in FREE) and chars[end : end + 1] in FREE_BEHIND:
            yield Span(start, end)


def _by_name(chars: str) -> Iterator[Span]:
    """Give 重庆证监局, 湖南金融监管局, 人民银行湖南省分行."""
    for m in _name_form_pattern().finditer(chars):
        for size in (3, 2):
            start = m.start() - size
            if start >= 0 and _is_large(chars[start : m.start()]):
                yield Span(start, m.end())
                break
    for m in near(BRANCH, chars, BRANCH_WORDS, before=24, behind=6):
        if places.called(m["seat"]):
            yield Span(*m.span())


def _zones(chars: str) -> Iterator[Span]:
    """Give the committees of zones called by name: 两江新区管委会, not 支持高新区管委会."""
    for m in near(ZONE, chars, ZONE_WORDS, before=24, behind=5):
        if lexicon.zone_committee(m[0]):
            yield Span(*m.span())


def _is_large(name: str) -> bool:
    return any(d.kind in ("province", "prefecture") for d in places.called(name))


def _own(chars: str) -> Iterator[Span]:
    """Give each 省 or 市 with a form behind it; with the place's own name where it is there.

    湖南省财政厅 and 舒城县政府 carry their place; 省财政厅 stands alone, and then no group or
    other word may be in front (城市政府, 各市政府).
    """
    for m in _front().finditer(chars):
        form = longest_at(chars, m.end(), _form_names())
        if not form and chars.startswith("委", m.end()):
            form = "委"
        end = m.end() + len(form)
        if (
            not form
            or NOT_BEHIND.match(chars, end)
            or (form == "委" and NO_PARTY.match(chars, end))
        ):
            continue
        office = OFFICE_SEAT.match(chars, end) if form.endswith("局") else None
        if office and places.called(office["seat"]):  # 市自然资源和规划局|金安分局
            end = office.end()
        place = _place_before(chars, m.end())
        if place or not GROUP_BEFORE.search(chars, max(0, m.start() - 5), m.start()):
            yield Span(m.end() - (place or len(m[0])), end)


def _sharing_fronts(chars: str, own: list[Span]) -> Iterator[tuple[Span, str]]:
    """Give the bodies that share a front, with their names: 省委宣传部、网信办，省财政厅、教育厅.

    >>> words = "省委宣传部、网信办，省财政厅、教育厅、教育部门"
    >>> [name for _, name in _sharing_fronts(words, [Span(0, 5), Span(10, 14)])]
    ['省委网信办', '省教育厅']
    """
    for span in own:
        m = SHARED_FRONT.match(chars, span.start, span.end)
        at = span.end
        alone = span.start == 0 or chars[span.start - 1] not in JOINING  # not 各市及神农架林区…局
        while m and alone and chars.startswith("、", at):
            form = longest_at(chars, at + 1, _form_names())
            end = at + 1 + len(form)
            if not form or chars[end : end + 1] not in SHARED_END:
                break
            yield Span(at + 1, end), m[0] + form
            at = end


def _sharing_ends(chars: str, own: list[Span]) -> Iterator[tuple[Span, str]]:
    """Give the bodies that share an end, with their names: 武汉市、鄂州市教育局.

    >>> words = "武汉市、鄂州市和黄石市教育局"
    >>> [name for _, name in _sharing_ends(words, [Span(8, 14)])]
    ['鄂州市教育局', '武汉市教育局']
    """
    for span in own:
        m = SHARED_FRONT.match(chars, span.start, span.end)
        form = chars[m.end() : span.end] if m else "委"
        start = span.start
        if not m or form == "委" or _place_before(chars, m.end()) != len(m[0]):
            continue
        while start and chars[start - 1] in JOINING:
            size = _place_before(chars, start - 1)
            if not size:
                break
            yield Span(start - 1 - size, start - 1), chars[start - 1 - size : start - 1] + form
            start -= size + 1


def _with_committees(chars: str, own: list[Span]) -> Iterator[tuple[Span, str]]:
    """Give congresses named with their standing committees, and these: 市人大及其常务委员会.

    >>> words = "市人大及其常务委员会"
    >>> [(words[a:b], name) for (a, b), name in _with_committees(words, [Span(0, 3)])]
    [('市人大', '市人民代表大会'), ('常务委员会', '市人大常委会')]
    """
    for span in own:
        m = COMMITTEE.match(chars, span.end - len("人大"))
        if m:
            front = chars[span.start : m.start()]
            yield span, f"{front}人民代表大会"
            yield Span(m.start("committee"), m.end()), f"{front}人大常委会"


def _place_before(chars: str, end: int) -> int:
    """Give the length of the place name that ends at an offset, 0 where none does."""
    for name in _place_tails().get(chars[max(0, end - 2) : end], ()):
        if chars.endswith(name, 0, end):
            return len(name)
    return 0


TITLE = re.compile(r"《[^《》\n]{1,120}》")
ZONE_WORDS = ("管委会", "管理委员会")
ZONE = re.compile(
    r"(?:(?<![一-龥])|(?<=[由和与及向经同]))"
    r"(?![由与及经]|会同|以及|支持|推动|推进|加强|指导|督促|鼓励|引导|依托|要求|组织|完善|成立|设立|建立|授权|赋予|协调|统筹)"
    r"[一-龥]{2,12}?(?:管委会|管理委员会)"
)
NOT_BEFORE = re.compile(r"[各省市县区级]")
# 财政部门, 外交部署, 水利部分 (not 教育部分别), 中国银行业, 中国移动支付: the name ends otherwise
NO_MINISTRY = re.compile(r"部(?:[门署队件位落]|分(?!别|管)|长(?!江))")
NO_COMPANY = re.compile(r"(?:银行|移动|电信|联通|石油|石化)[业间化支互市产]")
# 省委|宣传部, 温州市委|宣传部, 自治区党委|宣传部
SHARED_FRONT = re.compile(
    r"[一-龥]{0,12}?(?:自治区党委|(?:自治区|[省市县区盟旗]|州(?![市县区]))委?(?!员))"
)
COMMITTEE = re.compile(r"人大及其(?P<committee>常(?:务)?委(?:员)?会)")
OFFICE_SEAT = re.compile(r"(?P<seat>[一-龥]{2,4})分局")
MARKS = ("自治区", "自治州", *"省市县区州盟旗")
JOINING = frozenset("、及和与")
SHARED_END = frozenset("、，；。）和与及等")
FREE = frozenset("、，。；：（(\n由会和与经同及")
FREE_BEHIND = frozenset("、，。；：）)会要负牵等和与根按应将制")
SHORT_HEADS = ("国网", "民航", "武警")
BRANCH_WORDS = ("分行", "支行", "营管部", "营业管理部", "中支")
# 人民银行湖南省分行, 国家开发银行湖南省分行, 人民银行六安市中心支行, 人行重庆营管部
BRANCH = re.compile(
    r"(?:(?:中国)?(?:人民银行|国家开发银行|农业发展银行|进出口银行|农业银行|工商银行|建设银行|邮储银行)"
    r"|(?<![一-龥])(?:人行|农发行|国开行))(?P<seat>[一-龥]{2,8}?)(?:分行|中心支行|支行|营管部|营业管理部|中支)"
)
# not 城市政府, 各市政府, 省、市人民政府, 设区的市人民政府, 县市区人民政府
GROUP_BEFORE = re.compile(
    r"[各城县区州盟都大中小地级属省市设本全下上的超村镇乡旗社园景校片街灾新老山林牧矿厂外跨邻他]$"
    r"|[省市县区州盟级城]、$|各[省市县区州盟旗]{1,2}委、$"
)
# not 省委托, 市委派, 区委会
NO_PARTY = re.compile(r"[托派员任会培屈]")
# not 省政府性基金, 市委书记, 市政府令, 市政府各部门, 省委、省政府 is two
NOT_BEHIND = re.compile(
    r"性|平台|书记|规章|系统|代表|委员(?!会)|门户|网站|令|采购|投资|债|工程|主管|所属|常委|副|主任"
    r"|(?:各|有关|相关|直属|组成|职能|所属|工作){1,3}(?:部门|单位|委办|机构|厅局|委、)"
)


@cache
def _place_tails() -> dict[str, tuple[str, ...]]:
    """Give the names of places, 伊犁州 too, by their last two characters, longest first."""
    names = set(places.full_names())
    for full in (name for name in places.full_names() if "自治" in name):
        names |= {short for place in places.named(full) for short in places.short_forms(place)}
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if name[-1:] in "省市县区州盟旗":
            found.setdefault(name[-2:], []).append(name)
    return {tail: tuple(some) for tail, some in found.items()}


@cache
def _central_names() -> AhoCorasick:
    names = lexicon.national_names() | branch_heads()
    return compiled(name for name in names if len(name) > 2 or name in SHORT_HEADS)


@cache
def _bare_names() -> AhoCorasick:
    return compiled(name for name in lexicon.national_names(bare=True) if len(name) > 2)


@cache
def _name_form_pattern() -> re.Pattern[str]:
    forms = sorted(lexicon.forms("name"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms)))


@cache
def _front() -> re.Pattern[str]:
    """Match what stands before a form of a name; the text is searched for its characters.

    >>> [m[0] for m in _front().finditer("全县、省市场，市财政局")]
    ['省', '市']
    """
    forms = begins(["委", *_form_names()])
    return re.compile("|".join(f"{mark}{forms}" for mark in MARKS))


@cache
def _form_names() -> dict[str, tuple[str, ...]]:
    return heads(lexicon.forms())
