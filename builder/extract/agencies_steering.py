"""Bodies that steer a piece of work over many others: leading groups, joint conferences.

No table lists them, for every piece of work has its own.  Such a name begins with whose body
it is (国务院, 省, a place or a region by name) and ends with what kind of body it is, with
the office that serves it behind: 国务院根治拖欠农民工工资工作领导小组办公室.
"""

import re
from collections.abc import Iterator

from builder.lexicon import places, regions
from builder.model.span import Span

__all__ = ["steering_bodies"]

KINDS = ("领导小组", "联席会议", "指挥部", "工作小组", "协调小组")
MAX_NAME_CHARS = 30
NAME = re.compile(
    rf"(?P<name>[一-龥“”]{{0,{MAX_NAME_CHARS}}}(?:{'|'.join(KINDS)}))"
    r"(?P<called>（(?:以下)?简?称[^（）\n]{2,20}）)?(?P<office>办公室)?(?!制度|成员|议定)"
)
# 国务院…, 国家组织药品集中采购和使用试点工作小组, 市…, not 市级…, 市政府…
SEAT = re.compile(
    r"中央|国务院|国家|全国|(?:自治区|自治州|[省市州县区])(?!级|人民|委|政府|直|属|[市县区])"
)
CENTRE = ("中央", "国务院")  # 落实|中央教育工作领导小组: what no other name holds
# what can stand before a name: 在|京津冀…, 建立|重庆市…
LEAD_IN = frozenset("由向报经在与和及给请对立建设")
# what stands in no name: 市场监管部门牵头的联席会议
NO_NAME = re.compile(
    r"关于|会同|牵头|成立|建立|组建|召开|设立|负责|研究|提请|同意|组成|[要由向经对报的在]"
)
WORDS = re.compile(r"[一-龥“”]+")
MIN_WITHIN_CHARS = 2
MAX_SEAT_CHARS = 8


def steering_bodies(chars: str) -> Iterator[tuple[Span, str]]:
    """Give each such body with its name, without the brackets that say what it is called.

    >>> words = "在京津冀协同发展领导小组指导下，由省防汛抗旱指挥部（以下简称指挥部）办公室牵头"
    >>> [name for _, name in steering_bodies(words)]
    ['京津冀协同发展领导小组', '省防汛抗旱指挥部办公室']
    >>> list(steering_bodies("市场监管部门牵头的联席会议，各级领导小组，市领导小组"))
    []
    """
    for end in _ends(chars):
        m = NAME.match(chars, _begin(chars, end))
        if m is None or m.end("name") != end:
            continue
        start = _start(m["name"])
        if start is not None:
            name = m["name"][start:] + (m["office"] or "")
            yield Span(m.start() + start, m.end() if m["office"] else m.end("name")), name


def _ends(chars: str) -> list[int]:
    """Give where the words end that say what kind of body it is."""
    found = []
    for word in KINDS:
        at = chars.find(word)
        while at >= 0:
            found.append(at + len(word))
            at = chars.find(word, at + 1)
    return sorted(found)


def _begin(chars: str, end: int) -> int:
    """Give where the run of words begins that ends at an offset."""
    start = max(0, end - MAX_NAME_CHARS)
    before = WORDS.findall(chars, start, end)
    return end - len(before[-1]) if before else end


def _start(run: str) -> int | None:
    """Give where in a run of words the body's name begins, None where it is no name."""
    for start in range(len(run)):
        if start and run[start - 1] not in LEAD_IN and not run.startswith(CENTRE, start):
            continue
        size = _seat_chars(run, start)
        within = run[start + size :]
        if size and _is_name(within):
            return start
    return None


def _seat_chars(run: str, start: int) -> int:
    """Give the length of the words at an offset that say whose body it is, 0 for none."""
    m = SEAT.match(run, start)
    if m:
        return m.end() - start
    for size in range(MAX_SEAT_CHARS, 1, -1):
        words = run[start : start + size]
        if len(words) == size and (places.called(words) or regions.called(words)):
            return size
    return 0


def _is_name(within: str) -> bool:
    kind = next(kind for kind in KINDS if within.endswith(kind) or kind in within)
    return len(within) >= len(kind) + MIN_WITHIN_CHARS and not NO_NAME.search(within)
