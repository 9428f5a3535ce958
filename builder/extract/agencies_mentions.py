"""Bodies named in running text: 省委、省政府, 国务院, 市政府办公室, 湖南省财政厅.

Only names that stand by themselves count: not the groups (各级政府, 城市政府), not words
inside a title 《…》, not the issuer's own heading and signature, which the header reads.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from builder.extract.agencies import Standpoint, resolve
from builder.lexicon import agencies as lexicon
from builder.lexicon.names import heads, longest_at, occurrences
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
    for span in sorted({*_central(chars), *_own(chars)}, key=lambda s: (s.start, -s.end)):
        n = bisect_right(starts, span.start) - 1
        if (n >= 0 and span.start < barred[n].end) or (found and span.start < found[-1].span.end):
            continue
        agency = resolve(span.of(chars), at)
        if agency is not None and agency.resolved:
            found.append(Mention(surface=span.of(chars), span=span, agency=agency))
    return tuple(found)


def _central(chars: str) -> Iterator[Span]:
    for start, end in occurrences(chars, _central_names()):
        if not NOT_BEFORE.search(chars, max(0, start - 1), start):
            yield Span(start, end)


def _own(chars: str) -> Iterator[Span]:
    """Give each 省 or 市 with a form behind it, where no group or other word is in front."""
    for m in FRONT.finditer(chars):
        form = longest_at(chars, m.end(), _form_names())
        if not form and chars.startswith("委", m.end()):
            form = "委"
        if form and not NOT_BEHIND.match(chars, m.end() + len(form)):
            yield Span(m.start(), m.end() + len(form))


TITLE = re.compile(r"《[^《》\n]{1,120}》")
NOT_BEFORE = re.compile(r"[各省市县区级]")
# not 城市政府, 各市政府, 省、市人民政府, 设区的市人民政府, 县市区人民政府
FRONT = re.compile(
    r"(?<![各城县区州盟都大中小地级属省市设本全下上的超村镇乡旗])(?<![省市县区州盟级城]、)"
    r"(?:自治区|[省市县区州盟旗])(?![、和及])"
)
# not 省政府性基金, 市委书记, 市政府令, 市政府各部门, 省委、省政府 is two
NOT_BEHIND = re.compile(r"性|书记|规章|令|采购|投资|债|工程|主管|所属|常委|副|主任")


@cache
def _central_names() -> dict[str, tuple[str, ...]]:
    return heads(name for name in lexicon.national_names() if len(name) > 2)


@cache
def _form_names() -> dict[str, tuple[str, ...]]:
    return heads(lexicon.forms())
